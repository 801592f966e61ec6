/*
 * glossary/spell.c - drafts through document and spell into a report.
 *
 * The parts of all files go through the pipeline: read one after the other and checked by the workers, each with its own speller, reported in the
 * order of reading. Mining and match add what the speller cannot know:
 * a term that the draft itself renders in two ways, and, in bilingual drafts, renderings of the terms in the source that are missing.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "base/arena.h"
#include "base/grow.h"
#include "base/pipeline.h"
#include "glossary/bilingual.h"
#include "glossary/draft_quotes.h"
#include "glossary/draft_terms.h"
#include "glossary/paths.h"
#include "spell/report.h"

struct task {
    mq_part part;
    bool ends_file;      /* no part: the file before it is over */
    mq_quotes quotes;    /* of the draft, when this is one of several parts */
    mq_arena arena;      /* the strings of `found` */
    mq_finding *found;
    size_t n, cap;
};

/* What a worker has of its own. */
struct tools {
    mq_speller *speller;
    mq_draft_terms *terms;
    mq_bilingual *bilingual; /* made for the first bilingual draft */
};

struct job {
    const mq_check_options *o;
    mq_check_stats *stats;
    mq_paths paths;
    size_t next;
    mq_reader *reader;   /* of paths.path[next - 1] */
    mq_quotes quotes;    /* of the draft that is read, as far as they are known */
    struct tools *tools;
    mq_scan_terms terms; /* of the store, read when the first bilingual draft comes */
    bool has_terms;
    mq_report *report;
};

static void told(void *user, const mq_error *why)
{
    struct job *j = user;

    j->stats->failed++;
    if (j->o->problem)
        j->o->problem(j->o->user, why);
}

static mq_status task_new(void *user, void **out, mq_error *err)
{
    struct task *t = calloc(1, sizeof *t);

    (void)user;
    *out = t;
    if (!t)
        return mq_fail(err, MQ_ENOMEM, "no memory to check drafts");
    mq_part_init(&t->part);
    return MQ_OK;
}

static void task_free(void *user, void *task)
{
    struct task *t = task;

    (void)user;
    mq_part_release(&t->part);
    mq_arena_release(&t->arena);
    free(t->found);
    free(t);
}

/* The reader has come to the end of its file, well or not. */
static void close_file(struct job *j, mq_status rc, const mq_error *why)
{
    if (rc == MQ_ENOTFOUND)
        mq_reader_notes(j->reader, j->paths.path[j->next - 1], j->o->problem, j->o->user);
    else
        told(j, why);
    mq_reader_free(j->reader);
    j->reader = NULL;
}

/* A part was read. */
static mq_status prepare(struct job *j, struct task *t, mq_error *err)
{
    const mq_part *part = &t->part;
    const mq_status rc = mq_draft_quotes(&j->quotes, part, err);

    if (rc)
        return rc;
    t->quotes = j->quotes;
    if (part->nsegments == 0 || j->has_terms || !j->o->store)
        return MQ_OK;
    j->has_terms = true;
    return mq_scan_terms_load(&j->terms, j->o->store, false, err);
}

static mq_status fill(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;

    t->n = 0;
    t->ends_file = false;
    mq_arena_clear(&t->arena);
    if (j->o->stop && j->o->stop())
        return mq_fail(err, MQ_ESTOPPED, "stopped");
    for (;;) {
        mq_error why = { .code = MQ_OK };
        mq_status rc;

        if (j->reader) {
            rc = mq_reader_next(j->reader, &t->part, &why);
            if (rc == MQ_OK)
                return prepare(j, t, err);
            close_file(j, rc, &why);
            t->ends_file = true;
            return MQ_OK;
        }
        if (j->next == j->paths.n)
            return MQ_ENOTFOUND;
        if (mq_reader_open(&j->reader, j->paths.path[j->next++], j->o->format, &why))
            told(j, &why);
        else
            j->stats->files++;
    }
}

/* Keeps a finding until it can be reported. */
static mq_status keep(void *user, const mq_finding *f)
{
    struct task *t = user;
    mq_finding *copy;
    mq_str *suggestion = NULL;

    if (!MQ_ROOM(t->found, t->n, t->cap, 64))
        return MQ_ENOMEM;
    copy = &t->found[t->n];
    *copy = *f;
    copy->message = mq_arena_copy(&t->arena, f->message);
    copy->text = (mq_str){ t->part.text.p + f->byte, f->byte_end - f->byte };
    if (f->nsuggestions)
        suggestion = mq_arena_alloc(&t->arena, f->nsuggestions * sizeof *suggestion);
    if (!copy->message.p || (f->nsuggestions && !suggestion))
        return MQ_ENOMEM;
    for (size_t i = 0; i < f->nsuggestions; i++)
        suggestion[i] = mq_arena_copy(&t->arena, f->suggestion[i]);
    copy->suggestion = suggestion;
    t->n++;
    return MQ_OK;
}

static int by_place(const void *x, const void *y)
{
    const mq_finding *a = x, *b = y;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

/* Drops what stands in lines that a comment of the source asks to leave alone; findings and ranges are in the order of the text. */
static void drop_unchecked(struct task *t)
{
    const mq_line_range *r = t->part.unchecked, *end = r + t->part.nunchecked;
    size_t kept = 0;

    for (size_t i = 0; i < t->n; i++) {
        const size_t line = mq_part_place(&t->part, t->found[i].byte).line;

        while (r < end && r->last < line)
            r++;
        if (r == end || line < r->first)
            t->found[kept++] = t->found[i];
    }
    t->n = kept;
}

/* A finding of the draft about its own terms, unless the glossary has said something there. */
static mq_status keep_new(void *user, const mq_finding *f)
{
    const struct task *t = user;

    for (size_t i = 0; i < t->n; i++)
        if (t->found[i].kind == MQ_FINDING_TERMINOLOGY && t->found[i].byte < f->byte_end && f->byte < t->found[i].byte_end)
            return MQ_OK;
    return keep(user, f);
}

/* Terminology that takes more than the speller: what mining and match know. */
static mq_status check_terms(struct job *j, struct tools *tools, struct task *t, mq_error *err)
{
    const size_t before = t->n;
    mq_status rc = MQ_OK;

    if (!tools->terms)
        rc = mq_draft_terms_new(&tools->terms, err);
    if (!rc)
        rc = mq_draft_terms_check(tools->terms, &t->part, keep_new, t, err);
    if (t->part.nsegments && j->o->store) {
        if (!rc && !tools->bilingual)
            rc = mq_bilingual_new(&tools->bilingual, &j->terms, err);
        if (!rc)
            rc = mq_bilingual_check(tools->bilingual, &t->part, keep, t, err);
    }
    if (t->n > before)
        qsort(t->found, t->n, sizeof *t->found, by_place);
    return rc;
}

static mq_status work(void *user, unsigned worker, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    struct tools *tools = &j->tools[worker];
    mq_status rc = MQ_OK;

    if (t->ends_file)
        return MQ_OK;
    if (!tools->speller)
        rc = mq_speller_new(&tools->speller, j->o->vocabulary, &j->o->spell, err);
    if (!rc)
        mq_speller_set_quotes(tools->speller, t->quotes);
    if (!rc)
        rc = mq_spell(tools->speller, mq_buf_str(&t->part.text), t->part.start, keep, t, err);
    if (!rc)
        rc = check_terms(j, tools, t, err);
    if (t->part.nunchecked)
        drop_unchecked(t);
    return rc;
}

static mq_status take(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    mq_status rc = MQ_OK;

    if (t->ends_file)
        return MQ_OK;
    for (size_t i = 0; i < t->n && !rc; i++) {
        j->stats->findings[t->found[i].kind]++;
        rc = mq_report_add(j->report, &t->part, &t->found[i], err);
    }
    if (!rc && t->part.last)
        rc = mq_report_finish(j->report, err);
    return rc;
}

static mq_status run(struct job *j, mq_error *err)
{
    const mq_pipeline p = {
        .workers = j->o->workers ? j->o->workers : 1, .user = j, .task_new = task_new, .task_free = task_free, .fill = fill, .work = work, .take = take
    };
    mq_error late = { .code = MQ_OK };
    mq_status rc, closed;

    j->tools = calloc(p.workers, sizeof *j->tools);
    if (!j->tools)
        return mq_fail(err, MQ_ENOMEM, "no memory to check drafts");
    rc = mq_report_open(&j->report, &j->o->report, err);
    if (!rc)
        rc = mq_pipeline_run(&p, err);
    closed = mq_report_close(j->report, &late);
    if (!rc && closed)
        rc = mq_fail(err, closed, "%s", late.msg);
    for (unsigned i = 0; i < p.workers; i++) {
        mq_speller_free(j->tools[i].speller);
        mq_draft_terms_free(j->tools[i].terms);
        mq_bilingual_free(j->tools[i].bilingual);
    }
    free(j->tools);
    mq_scan_terms_release(&j->terms);
    return rc;
}

mq_status mq_check(const mq_check_options *o, const char *const *paths, size_t n, mq_check_stats *stats, mq_error *err)
{
    mq_check_stats unwanted;
    struct job j = { .o = o, .stats = stats ? stats : &unwanted, .terms = MQ_SCAN_TERMS_INIT };
    mq_status rc = MQ_OK;

    memset(j.stats, 0, sizeof *j.stats);
    for (size_t i = 0; i < n && !rc; i++)
        rc = mq_paths_add(&j.paths, paths[i], told, &j, err);
    if (!rc)
        rc = run(&j, err);
    mq_reader_free(j.reader);
    mq_paths_release(&j.paths);
    return rc;
}

static mq_status add_pair(void *user, const mq_pair *p)
{
    return mq_vocabulary_add_pair(user, p, NULL);
}

mq_status mq_check_vocabulary(mq_vocabulary *v, mq_store *store, mq_error *err)
{
    const mq_list_query q = { .statuses = MQ_STATUS_KNOWN | MQ_STATUS_BIT(MQ_DEPRECATED), .order = MQ_ORDER_ID };

    return mq_store_list(store, &q, add_pair, v, err);
}
