/*
 * glossary/export.c - a glossary as a stream of entries for a writer of src/exchange.
 *
 * The store gives pairs sorted by the key of the source term, so the pairs of one term come one after the other: they are gathered (glossary/renderings.h)
 * and written when the next term begins. Nothing else is kept; memory does not grow with the glossary. With --all, formats that have several terms in an
 * entry get those together that belong to one concept and of which they would say the same.
 *
 * Between French and English there are no pairs. Each pair of the source language leads to the pairs of its Arabic term in the target language, which the store
 * finds by an index.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <muqabil/glossary.h>
#include <muqabil/text.h>

#include "glossary/hunspell.h"
#include "glossary/renderings.h"

enum { CONTEXTS_MOST = 3, OCCURRENCES_MOST = 24 /* looked at for them */, TERMS_MOST = 512, ASK_EVERY = 256 };

static const double SCORE_TOLD = 0.00005; /* files tell four decimals */

struct export {
    mq_store *store;
    const mq_export_options *o;
    mq_export_stats *stats;
    mq_exchange_writer *writer;
    mq_error *err;
    mq_lang from, to;
    mq_renderings group;
    mq_entry_term terms[TERMS_MOST + 1]; /* of the entry in hand */
    mq_buf key, other_key;           /* of the group's source; of another text that may be the same term */
    mq_rendering source;             /* fr to en: the source's pair while those of its Arabic term are listed */
    mq_arena mem;                    /* contexts of the entry in hand */
    mq_context contexts[MQ_MOST_QUOTES];
    size_t ncontexts, most_contexts;
    uint32_t *numbers;               /* by concept: its number in the file; 0 = none yet */
    size_t nnumbers;
    uint32_t last_number;
    uint64_t seen;
};

/* ---- which pairs ---- */

static bool speaks(const struct export *x, mq_lang lang, mq_lang asked)
{
    return lang == asked || lang == MQ_LANG_UND || (lang == MQ_LANG_OTHER && x->o->other);
}

bool mq_export_in_domain(const mq_export_options *o, const mq_pair *p)
{
    return !o->domain || (mq_str_of(o->domain).n == p->domain.n && strncasecmp(o->domain, p->domain.p, p->domain.n) == 0);
}

static mq_status ask(struct export *x)
{
    if (x->o->stop && x->seen++ % ASK_EVERY == 0 && x->o->stop())
        return mq_fail(x->err, MQ_ESTOPPED, "stopped");
    return MQ_OK;
}

/* ---- entries ---- */

static mq_status add_context(struct export *x, mq_str text, mq_str source)
{
    mq_context *c = &x->contexts[x->ncontexts];

    if (x->ncontexts == x->most_contexts || text.n == 0)
        return MQ_OK;
    for (size_t i = 0; i < x->ncontexts; i++) /* news is copied from paper to paper */
        if (mq_str_equal(x->contexts[i].text, text))
            return MQ_OK;
    c->text = mq_arena_copy(&x->mem, text);
    c->source = mq_arena_copy(&x->mem, source);
    if (!c->text.p || !c->source.p)
        return mq_fail(x->err, MQ_ENOMEM, "no memory for a sentence");
    x->ncontexts++;
    return MQ_OK;
}

static mq_status take_context(void *user, const mq_occurrence *o)
{
    return add_context(user, o->context, o->doc);
}

static mq_status take_quote(void *user, mq_str text, mq_str source)
{
    return add_context(user, text, source);
}

/* From our own texts first, then what imported files quote. */
static mq_status find_contexts(struct export *x, int64_t pair)
{
    mq_status rc = MQ_OK;

    x->ncontexts = 0;
    x->most_contexts = CONTEXTS_MOST;
    mq_arena_clear(&x->mem);
    if (x->o->writing.contexts)
        rc = mq_store_occurrences(x->store, pair, OCCURRENCES_MOST, take_context, x, x->err);
    return rc || !x->o->writing.contexts ? rc : mq_store_quotes(x->store, pair, take_quote, x, x->err);
}

static mq_entry_term term_of(const mq_pair *p, mq_str text, mq_lang lang)
{
    const bool arabic = lang == MQ_LANG_AR;
    const mq_str none = MQ_STR("");

    return (mq_entry_term){ .text = text, .lang = lang, .tag = none, .status = (int)p->status, .kind = (int)p->kind, .score = p->score,
                            .region = arabic ? p->region : none, .pos = arabic ? p->pos : none, .gender = arabic ? p->gender : none,
                            .number = arabic ? p->number : none, .plural = arabic ? p->plural : none, .note = none };
}

/* Room for the number of a concept, which is the id of a pair. */
static bool grow_numbers(struct export *x, int64_t concept)
{
    const size_t n = 2 * (size_t)concept;
    uint32_t *more;

    if ((size_t)concept < x->nnumbers)
        return true;
    more = n > (size_t)concept && n < SIZE_MAX / sizeof *more ? realloc(x->numbers, n * sizeof *more) : NULL;
    if (!more)
        return false;
    memset(more + x->nnumbers, 0, (n - x->nnumbers) * sizeof *more);
    x->numbers = more;
    x->nnumbers = n;
    return true;
}

/* Concepts are numbered as they come: another glossary, which gives them ids of its own, then writes the same file. */
static mq_status number_concept(int64_t *number, struct export *x, int64_t concept)
{
    *number = 0;
    if (!concept)
        return MQ_OK;
    if (!grow_numbers(x, concept))
        return mq_fail(x->err, MQ_ENOMEM, "no memory for concepts");
    if (!x->numbers[concept])
        x->numbers[concept] = ++x->last_number;
    *number = x->numbers[concept];
    return MQ_OK;
}

/* The renderings [first, first + n) of the group as one entry; what is said of it is said by the first of them. */
static mq_status write_entry(struct export *x, size_t first, size_t n)
{
    const mq_rendering *r = &x->group.of[first];
    const mq_pair *best = &r->pair;
    mq_entry_term *terms = x->terms;
    mq_entry e = { .id = MQ_STR(""), .terms = terms, .nterms = n + 1, .definition = best->definition, .domain = best->domain, .source = best->source,
                   .note = best->note, .contexts = x->contexts, .created = best->created, .changed = best->changed };
    mq_status rc;

    terms[0] = term_of(best, r->source, x->from);
    for (size_t i = 0; i < n; i++) {
        terms[i + 1] = term_of(&r[i].pair, r[i].target, x->to);
        if (i)
            terms[i + 1].note = r[i].pair.note;
        if (r[i].pair.changed > e.changed)
            e.changed = r[i].pair.changed;
    }
    rc = find_contexts(x, best->id);
    e.ncontexts = x->ncontexts;
    if (!rc)
        rc = number_concept(&e.concept, x, best->concept);
    if (!rc)
        rc = mq_exchange_write(x->writer, &e, x->err);
    x->stats->entries += rc == MQ_OK;
    return rc;
}

/* ---- every rendering, in formats that have several in one entry ---- */

static bool same_grammar(const mq_pair *a, const mq_pair *b)
{
    return mq_str_equal(a->region, b->region) && mq_str_equal(a->pos, b->pos) && mq_str_equal(a->gender, b->gender) && mq_str_equal(a->number, b->number) &&
           mq_str_equal(a->plural, b->plural);
}

static bool same_judgement(const mq_pair *a, const mq_pair *b)
{
    return a->status == b->status && a->kind == b->kind && fabs(a->score - b->score) < SCORE_TOLD && mq_str_equal(a->note, b->note);
}

/* Whether all that an entry says once is true of both: csv says everything once, tbx the judgement for each term. */
static bool is_said_alike(const struct export *x, const mq_pair *a, const mq_pair *b)
{
    const bool csv = x->o->writing.format == MQ_EXCHANGE_CSV;

    return a->concept && a->concept == b->concept && mq_str_equal(a->domain, b->domain) && mq_str_equal(a->definition, b->definition) &&
           mq_str_equal(a->source, b->source) && ((!csv && x->from != MQ_LANG_AR) || same_grammar(a, b)) && (!csv || same_judgement(a, b));
}

/* Sentences belong to one pair. */
static mq_status stand_together(bool *yes, struct export *x, const mq_pair *a, const mq_pair *b)
{
    mq_status rc;

    *yes = is_said_alike(x, a, b);
    if (!*yes || !x->o->writing.contexts)
        return MQ_OK;
    rc = find_contexts(x, a->id);
    *yes = x->ncontexts == 0;
    if (rc || !*yes)
        return rc;
    rc = find_contexts(x, b->id);
    *yes = x->ncontexts == 0;
    return rc;
}

static void move_to(mq_rendering *of, size_t from, size_t to)
{
    const mq_rendering moved = of[from];

    memmove(of + to + 1, of + to, (from - to) * sizeof *of);
    of[to] = moved;
}

/*
 * Those that can stand together do, behind the best of them; who reads the file learns nothing of a pair that is not true of it. Looks TERMS_MOST renderings
 * ahead.
 */
static mq_status write_alike(struct export *x)
{
    mq_rendering *of = x->group.of;
    mq_status rc = MQ_OK;

    for (size_t i = 0, next; i < x->group.n && !rc; i = next) {
        const size_t end = x->group.n - i < TERMS_MOST ? x->group.n : i + TERMS_MOST;

        next = i + 1;
        for (size_t k = next; k < end && !rc; k++) {
            bool yes;

            rc = stand_together(&yes, x, &of[i].pair, &of[k].pair);
            if (!rc && yes)
                move_to(of, k, next++);
        }
        if (!rc)
            rc = write_entry(x, i, next - i);
    }
    return rc;
}

static mq_status write_group(struct export *x)
{
    const mq_exchange_writing *how = &x->o->writing;
    const size_t n = x->group.n < TERMS_MOST ? x->group.n : TERMS_MOST;
    mq_status rc = MQ_OK;

    if (n == 0)
        return MQ_OK;
    mq_renderings_sort(&x->group);
    if (how->all && !mq_exchange_groups(how->format)) {
        for (size_t i = 0; i < x->group.n && !rc; i++)
            rc = write_entry(x, i, 1);
    } else if (how->all && how->format != MQ_EXCHANGE_HTML) {
        rc = write_alike(x);
    } else {
        rc = write_entry(x, 0, n);
        x->stats->noted += how->all ? 0 : n - 1;
    }
    mq_renderings_clear(&x->group);
    return rc;
}

/* ---- groups ---- */

/*
 * Whether `source` is the term of the group in hand. An Arabic term is written in one way; a Latin one may be there in French and without a language
 * (Wi-Fi, WI-FI): then the keys are the same.
 */
static mq_status same_source(bool *same, struct export *x, mq_str source)
{
    mq_status rc = MQ_OK;

    *same = x->group.n && mq_str_equal(x->group.of[0].source, source);
    if (*same || x->group.n == 0 || x->from == MQ_LANG_AR)
        return MQ_OK;
    mq_buf_clear(&x->key);
    mq_buf_clear(&x->other_key);
    rc = mq_search_key(&x->key, x->group.of[0].source, MQ_LANG_UND, x->err);
    if (!rc)
        rc = mq_search_key(&x->other_key, source, MQ_LANG_UND, x->err);
    *same = x->key.n && mq_str_equal(mq_buf_str(&x->key), mq_buf_str(&x->other_key));
    return rc;
}

static mq_status add_rendering(struct export *x, const mq_rendering *r)
{
    bool same;
    mq_status rc = same_source(&same, x, r->source);

    if (!rc && !same)
        rc = write_group(x);
    return rc ? rc : mq_renderings_add(&x->group, r, x->err);
}

/* ---- Arabic and a Latin language ---- */

static mq_status take_pair(void *user, const mq_pair *p)
{
    struct export *x = user;
    const bool arabic = x->from == MQ_LANG_AR;
    const mq_lang latin = arabic ? x->to : x->from;
    const mq_rendering r = { .source = arabic ? p->ar : p->la, .target = arabic ? p->la : p->ar, .lang = arabic ? p->lang : MQ_LANG_AR,
                             .exact = p->lang == latin, .pair = *p };
    mq_status rc = ask(x);

    if (rc || !mq_export_in_domain(x->o, p))
        return rc;
    if (!speaks(x, p->lang, latin)) {
        x->stats->left_out[p->lang]++;
        return MQ_OK;
    }
    return add_rendering(x, &r);
}

/* ---- two Latin languages ---- */

static void complete(mq_str *to, mq_str from)
{
    if (to->n == 0)
        *to = from;
}

/* A pair of the target language that shares the Arabic term of x->source. */
static mq_status take_target(void *user, const mq_pair *p)
{
    struct export *x = user;
    const mq_pair *s = &x->source.pair;
    mq_rendering r = { .source = x->source.source, .target = p->la, .lang = p->lang, .exact = p->lang == x->to, .pair = *p };

    if (!speaks(x, p->lang, x->to) || mq_str_equal(p->la, x->source.source))
        return MQ_OK;
    if (mq_status_rank(s->status) > mq_status_rank(p->status))
        r.pair.status = s->status;
    r.pair.score *= s->score;
    complete(&r.pair.domain, s->domain);
    complete(&r.pair.definition, s->definition);
    if (s->changed > r.pair.changed)
        r.pair.changed = s->changed;
    return mq_renderings_add(&x->group, &r, x->err);
}

static mq_status take_source(void *user, const mq_pair *p)
{
    struct export *x = user;
    size_t before;
    bool same;
    mq_status rc = ask(x);

    if (rc || !mq_export_in_domain(x->o, p))
        return rc;
    if (!speaks(x, p->lang, x->from)) {
        x->stats->left_out[p->lang] += p->lang != x->to;
        return MQ_OK;
    }
    rc = same_source(&same, x, p->la);
    if (!rc && !same)
        rc = write_group(x);
    if (rc)
        return rc;
    before = x->group.n;
    x->source = (mq_rendering){ .source = p->la, .pair = *p };
    rc = mq_store_siblings(x->store, p->id, x->o->statuses, x->o->min_score, take_target, x, x->err);
    x->stats->unmatched += !rc && before == 0 && x->group.n == 0;
    return rc;
}

/* ---- jsonl: everything ---- */

static mq_status take_occurrence(void *user, const mq_occurrence *o)
{
    struct export *x = user;

    return mq_exchange_write_occurrence(x->writer, o, x->err);
}

static mq_status take_whole(void *user, const mq_pair *p)
{
    struct export *x = user;
    const mq_entry_term terms[] = { term_of(p, p->ar, MQ_LANG_AR), term_of(p, p->la, p->lang) };
    mq_buf id = MQ_BUF_INIT;
    mq_entry e = { .terms = terms, .nterms = 2, .definition = p->definition, .domain = p->domain, .source = p->source, .note = p->note, .created = p->created,
                   .changed = p->changed, .count = p->count, .docs = p->docs, .concept = p->concept };
    mq_status rc = ask(x);

    if (rc || !mq_export_in_domain(x->o, p))
        return rc;
    x->ncontexts = 0;
    x->most_contexts = MQ_MOST_QUOTES;
    mq_arena_clear(&x->mem);
    if (x->o->writing.contexts)
        rc = mq_store_quotes(x->store, p->id, take_quote, x, x->err);
    e.contexts = x->contexts;
    e.ncontexts = x->ncontexts;
    mq_buf_addf(&id, "%lld", (long long)p->id);
    e.id = mq_buf_str(&id);
    if (!rc)
        rc = mq_exchange_write(x->writer, &e, x->err);
    if (!rc && x->o->writing.contexts)
        rc = mq_store_occurrences(x->store, p->id, 0, take_occurrence, x, x->err);
    mq_buf_release(&id);
    x->stats->entries += rc == MQ_OK;
    return rc;
}

/* ---- the whole ---- */

static mq_status list(struct export *x)
{
    mq_list_query q = { .statuses = x->o->statuses, .min_score = x->o->min_score };
    mq_status rc;

    if (x->o->writing.format == MQ_EXCHANGE_JSONL) {
        q.order = MQ_ORDER_ID;
        return mq_store_list(x->store, &q, take_whole, x, x->err);
    }
    /* Nobody reads a translation memory from A to Z. */
    q.order = x->from != MQ_LANG_AR ? MQ_ORDER_LATIN : x->o->writing.format == MQ_EXCHANGE_TMX ? MQ_ORDER_ARABIC : MQ_ORDER_ALPHA;
    rc = mq_store_list(x->store, &q, x->from == MQ_LANG_AR || x->to == MQ_LANG_AR ? take_pair : take_source, x, x->err);
    return rc ? rc : write_group(x);
}

static void export_free(struct export *x)
{
    free(x->numbers);
    mq_renderings_release(&x->group);
    mq_arena_release(&x->mem);
    mq_buf_release(&x->key);
    mq_buf_release(&x->other_key);
    free(x);
}

mq_status mq_export(mq_store *s, const char *path, const mq_export_options *o, mq_export_stats *stats, mq_error *err)
{
    mq_exchange_writing how = o->writing;
    struct export *x = calloc(1, sizeof *x);
    mq_status rc = x ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for an export");

    mq_store_stream(s);
    if (!rc)
        rc = mq_store_changed(s, &how.date, err);
    *stats = (mq_export_stats){ .entries = 0 };
    if (!x || how.format == MQ_EXCHANGE_HUNSPELL) {
        free(x);
        return rc ? rc : mq_export_hunspell(s, path, o, stats, err);
    }
    *x = (struct export){ .store = s, .o = o, .stats = stats, .err = err, .from = how.from, .to = how.to };
    if (!rc)
        rc = mq_exchange_create(&x->writer, path, &how, err);
    if (!rc)
        rc = list(x);
    if (rc)
        mq_exchange_cancel(x->writer);
    else
        rc = mq_exchange_commit(x->writer, err);
    export_free(x);
    return rc;
}
