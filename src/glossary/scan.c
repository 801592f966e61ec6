/*
 * glossary/scan.c - drafts through document and match: where the terms of a glossary stand in them.
 *
 * What is found waits for others: what is known of its pairs, in a glossary of any size, is far away, and has arrived when it is told.
 */
#include <stdlib.h>
#include <string.h>

#include "base/jsonl.h"
#include "base/utf8.h"
#include "glossary/paths.h"
#include "glossary/scan_terms.h"

enum { FULL = 1 << 16, WAITING = 64 };

/* What was found. */
struct waiting {
    size_t start, end;             /* bytes of the part */
    size_t first, n;               /* its pairs, in scan.found */
    uint32_t cue;                  /* what stands beside it tells its sense; 0 = nothing does */
    bool arabic;
};

struct scan {
    const mq_scan_job *job;
    mq_scan_totals *totals;
    mq_scan_terms terms;
    mq_finder *finder;
    mq_paths paths;
    mq_part part;
    mq_buf lines;                  /* JSON that is not yet written */
    mq_buf head;                   /* how each line of this part begins */
    struct waiting waiting[WAITING];
    size_t nwaiting;
    uint32_t *found;               /* the numbers of their pairs */
    size_t nfound, found_cap;
    const mq_scan_pair **pair;     /* of the hit that is told */
    size_t pairs_cap;
    size_t byte, point;            /* a place in the part and the code points before it */
};

static void failed(void *user, const mq_error *why)
{
    struct scan *s = user;

    s->totals->failed_files++;
    if (s->job->problem)
        s->job->problem(s->job->user, why);
}

static mq_status write_lines(struct scan *s)
{
    mq_status rc = MQ_OK;

    if (s->lines.status)
        return MQ_ENOMEM;
    if (s->lines.n)
        rc = s->job->write(s->job->user, mq_buf_str(&s->lines));
    mq_buf_clear(&s->lines);
    return rc;
}

static char *put(char *p, mq_str s)
{
    memcpy(p, s.p, s.n);
    return p + s.n;
}

/*
 * The eight decimal digits of v < 10^8, a byte each, the first one lowest: v is parted into halves, those into pairs, those into digits, all of them at once.
 * A division by 100 and one by 10 are exact as products in their ranges.
 */
static uint64_t eight_digits(uint32_t v)
{
    uint64_t x = v / 10000 | (uint64_t)(v % 10000) << 32, high;

    high = (x * 10486 >> 20) & 0x0000007F0000007FU;
    x = high | (x - 100 * high) << 16;
    high = (x * 103 >> 10) & 0x000F000F000F000FU;
    return high | (x - 10 * high) << 8;
}

/* Writes those from the digit `first` on, and up to eight bytes beyond. */
static char *put_digits(char *p, uint64_t digits, unsigned first)
{
    digits = (digits | 0x3030303030303030U) >> 8 * first;
    for (unsigned i = 0; i < 8; i++)
        p[i] = (char)(digits >> 8 * i & 0xFF);
    return p + 8 - first;
}

/* name and decimal digits; printf would take a tenth of the time of a scan. Returns the end; writes up to eight bytes beyond it. */
static char *put_number(char *p, mq_str name, size_t v)
{
    enum { EIGHT = 100000000 };
    uint64_t digits;

    p = put(p, name);
    if (v >= EIGHT) {
        p = put_number(p, MQ_STR(""), v / EIGHT);
        return put_digits(p, eight_digits((uint32_t)(v % EIGHT)), 0);
    }
    digits = eight_digits((uint32_t)v);
    return put_digits(p, digits, digits ? (unsigned)__builtin_ctzll(digits) / 8 : 7);
}

/* What a line says of the place, at most NUMBERS bytes with those written beyond it. */
enum { NUMBERS = 160 };

static char *put_place(char *p, const mq_scan_hit *h)
{
    p = put_number(p, MQ_STR(",\"start\":"), h->start);
    p = put_number(p, MQ_STR(",\"end\":"), h->end);
    p = put_number(p, MQ_STR(",\"line\":"), h->place.line);
    p = put_number(p, MQ_STR(",\"column\":"), h->place.column);
    return put(p, MQ_STR(",\"text\":"));
}

/* The matches, each with a comma behind it. */
static mq_status add_matches(struct scan *s, const struct waiting *f)
{
    mq_buf *out = &s->lines;

    for (size_t i = 0; i < f->n; i++) {
        const mq_str json = mq_scan_terms_json(&s->terms, s->found[f->first + i]);

        if (!json.n || !mq_buf_reserve(out, json.n + 2))
            return MQ_ENOMEM;
        memcpy(out->p + out->n, json.p, json.n);
        out->n += json.n;
    }
    return MQ_OK;
}

/* A hit in few steps: there are many, and what they say is long. */
static mq_status add_line(struct scan *s, const mq_scan_hit *h, const struct waiting *f)
{
    mq_buf *out = &s->lines;
    char *p;

    if (!mq_buf_reserve(out, s->head.n + NUMBERS))
        return MQ_ENOMEM;
    p = put_place(put(out->p + out->n, mq_buf_str(&s->head)), h);
    out->n = (size_t)(p - out->p);
    mq_json_quote(out, h->text);
    mq_buf_addstr(out, MQ_STR(",\"matches\":["));
    if (out->status || add_matches(s, f))
        return MQ_ENOMEM;
    out->n--; /* the last comma */
    mq_buf_addstr(out, MQ_STR("]}\n"));
    return out->n > FULL ? write_lines(s) : MQ_OK;
}

static mq_status tell(struct scan *s, mq_scan_hit *h, const struct waiting *f)
{
    if (f->n > s->pairs_cap) {
        const mq_scan_pair **more = reallocarray(s->pair, f->n, sizeof *more);

        if (!more)
            return MQ_ENOMEM;
        s->pair = more;
        s->pairs_cap = f->n;
    }
    for (size_t i = 0; i < f->n; i++)
        s->pair[i] = &s->terms.pair[s->found[f->first + i]];
    h->pair = s->pair;
    h->n = f->n;
    return s->job->hit(s->job->user, h);
}

/* Code points before a byte of the part; bytes must not go down. */
static size_t points_before(struct scan *s, size_t byte)
{
    s->point += mq_utf8_count(s->part.text.p + s->byte, byte - s->byte);
    s->byte = byte;
    return s->part.start + s->point;
}

/* Whether the words beside a hit, or none for 0, have a say in what its pairs say. */
static bool is_cued(const struct scan *s, uint32_t cue, const uint32_t *pair, size_t n)
{
    for (size_t i = 0; i < n && cue; i++)
        if (mq_scan_cues_ask(&s->terms.cues, cue, pair[i]))
            return true;
    return false;
}

/* A pair is told when those words say so or, where they say nothing of the hit, when it is not doubtful. */
static bool is_told(const struct scan *s, bool cued, uint32_t cue, uint32_t pair)
{
    return cued ? mq_scan_cues_ask(&s->terms.cues, cue, pair) == MQ_CUE_THIS : !s->terms.told[pair].doubtful;
}

/* Leaves the pairs of an Arabic hit out that are not meant. */
static void leave_out(struct scan *s, struct waiting *f)
{
    uint32_t *const pair = s->found + f->first;
    bool cued;
    size_t n = 0;

    f->cue = mq_scan_said_follow(&s->terms.cues.said, f->cue, (mq_str){ s->part.text.p + f->start, f->end - f->start }, s->totals->bytes + f->start);
    cued = is_cued(s, f->cue, pair, f->n);
    for (size_t i = 0; i < f->n; i++) {
        pair[n] = pair[i];
        n += is_told(s, cued, f->cue, pair[i]);
    }
    f->n = n;
}

/* For mq_finder_ask: whether any pair will be told. What depends on what was said before counts as told. */
static bool is_meant(void *user, const mq_found *f)
{
    const struct scan *s = user;
    const bool cued = is_cued(s, f->cue, f->pair, f->n);
    bool told = !f->arabic || mq_scan_said_depends(&s->terms.cues.said, f->cue);

    for (size_t i = 0; i < f->n && !told; i++)
        told = is_told(s, cued, f->cue, f->pair[i]);
    return told;
}

static mq_status tell_hit(struct scan *s, const struct waiting *f)
{
    const mq_str text = mq_buf_str(&s->part.text);
    mq_scan_hit h = { .doc = mq_buf_str(&s->part.doc), .text = { text.p + f->start, f->end - f->start }, .arabic = f->arabic };

    h.start = points_before(s, f->start);
    h.end = points_before(s, f->end);
    h.place = mq_part_place(&s->part, f->start);
    s->totals->hits++;
    return s->job->write ? add_line(s, &h, f) : tell(s, &h, f);
}

static mq_status tell_waiting(struct scan *s)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < s->nwaiting; i++) {
        struct waiting *f = &s->waiting[i];

        if (f->arabic && !s->job->all)
            leave_out(s, f);
        s->totals->doubtful += f->n == 0;
        for (size_t k = 0; k < f->n && s->job->write; k++)
            mq_scan_terms_fetch(&s->terms, s->found[f->first + k]);
    }
    for (size_t i = 0; i < s->nwaiting && !rc; i++)
        if (s->waiting[i].n)
            rc = tell_hit(s, &s->waiting[i]);
    s->nwaiting = s->nfound = 0;
    return rc;
}

static bool make_room(struct scan *s, size_t n)
{
    const size_t cap = 2 * (s->nfound + n);
    uint32_t *more;

    if (s->nfound + n <= s->found_cap)
        return true;
    more = reallocarray(s->found, cap, sizeof *more);
    if (!more)
        return false;
    s->found = more;
    s->found_cap = cap;
    return true;
}

static mq_status on_found(void *user, const mq_found *f)
{
    struct scan *s = user;

    if (!make_room(s, f->n))
        return MQ_ENOMEM;
    s->waiting[s->nwaiting++] = (struct waiting){ f->start, f->end, s->nfound, f->n, f->cue, f->arabic };
    for (size_t i = 0; i < f->n; i++) {
        __builtin_prefetch(&s->terms.told[f->pair[i]]);
        s->found[s->nfound++] = f->pair[i];
    }
    return s->nwaiting == WAITING ? tell_waiting(s) : MQ_OK;
}

static mq_status scan_part(struct scan *s, mq_error *err)
{
    mq_status rc;

    s->byte = s->point = s->nwaiting = s->nfound = 0;
    mq_buf_clear(&s->head);
    mq_buf_addz(&s->head, "{\"doc\":");
    mq_json_quote(&s->head, mq_buf_str(&s->part.doc));
    if (s->head.status)
        return mq_fail(err, MQ_ENOMEM, "no memory for the terms of a draft");
    rc = mq_find(s->finder, mq_buf_str(&s->part.text), on_found, s, err);
    if (!rc)
        rc = tell_waiting(s);
    if (!rc && s->job->write)
        rc = write_lines(s);
    s->totals->bytes += s->part.text.n;
    s->totals->documents += s->part.last;
    if (s->part.last)
        mq_scan_said_forget(&s->terms.cues.said);
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory for the terms of '%.*s'", (int)s->part.doc.n, s->part.doc.p) : rc;
}

static bool is_stopped(const struct scan *s)
{
    return s->job->stop && s->job->stop();
}

/* What ends this file only is told; what ends the job is returned. */
static mq_status scan_file(struct scan *s, const char *path, mq_error *err)
{
    mq_error why = { .code = MQ_OK };
    mq_reader *r = NULL;
    mq_status rc = MQ_OK, read = mq_reader_open(&r, path, s->job->format, &why);

    s->totals->files += !read;
    while (!read && !rc) {
        if (is_stopped(s))
            rc = mq_fail(err, MQ_ESTOPPED, "stopped");
        else if ((read = mq_reader_next(r, &s->part, &why)) == MQ_OK)
            rc = scan_part(s, err);
    }
    if (read == MQ_ENOTFOUND && r)
        mq_reader_notes(r, path, s->job->problem, s->job->user);
    else if (read)
        failed(s, &why);
    mq_reader_free(r);
    return rc;
}

mq_status mq_scan_files(mq_store *store, const mq_scan_job *job, mq_scan_totals *totals, mq_error *err)
{
    struct scan s = { .job = job, .totals = totals, .terms = MQ_SCAN_TERMS_INIT };
    mq_status rc;

    memset(totals, 0, sizeof *totals);
    mq_part_init(&s.part);
    rc = mq_scan_terms_load(&s.terms, store, job->all, err);
    if (!rc)
        rc = mq_finder_new(&s.finder, s.terms.matcher, err);
    if (!rc && !job->all)
        mq_finder_ask(s.finder, is_meant, &s);
    for (size_t i = 0; i < job->npaths && !rc; i++)
        rc = mq_paths_add(&s.paths, job->paths[i], failed, &s, err);
    for (size_t i = 0; i < s.paths.n && !rc; i++)
        rc = scan_file(&s, s.paths.path[i], err);
    mq_finder_free(s.finder);
    mq_scan_terms_release(&s.terms);
    mq_paths_release(&s.paths);
    mq_part_release(&s.part);
    mq_buf_release(&s.lines);
    mq_buf_release(&s.head);
    free(s.pair);
    free(s.found);
    return rc;
}
