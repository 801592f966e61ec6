/*
 * bilingual.c - see bilingual.h.
 *
 * For each segment: 1. the terms of the glossary in the Arabic side are marked; 2. for each Latin term in the source one of its pairs must be marked;
 * 3. where none is, the Arabic side is searched again for the renderings of that term alone, because a longer term may have covered one.
 */
#include <stdlib.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "glossary/bilingual.h"

struct mq_bilingual {
    const mq_scan_terms *terms;
    mq_finder *finder;
    uint32_t *marked;          /* per pair: the segment in whose Arabic side it was last seen, counted from 1 */
    uint32_t *told;            /* per pair: the segment in which it was last told or seen in the source */
    uint32_t segment;
    bool any;                  /* a term of the glossary is in the Arabic side */
    mq_buf message;
    /* the segment at hand */
    const mq_part *part;
    const mq_draft_segment *s;
    size_t point, byte;        /* code points of the document before byte `byte` of the part */
    mq_finding_fn *fn;
    void *user;
};

mq_status mq_bilingual_new(mq_bilingual **out, const mq_scan_terms *terms, mq_error *err)
{
    mq_bilingual *r = calloc(1, sizeof *r);
    mq_status rc = MQ_OK;

    *out = NULL;
    if (r) {
        *r = (mq_bilingual){ .terms = terms, .message = MQ_BUF_INIT };
        r->marked = calloc(terms->n + 1, sizeof *r->marked);
        r->told = calloc(terms->n + 1, sizeof *r->told);
    }
    if (!r || !r->marked || !r->told)
        rc = mq_fail(err, MQ_ENOMEM, "no memory for the terms of a draft");
    if (!rc)
        rc = mq_finder_new(&r->finder, terms->matcher, err);
    if (rc)
        mq_bilingual_free(r);
    else
        *out = r;
    return rc;
}

void mq_bilingual_free(mq_bilingual *r)
{
    if (!r)
        return;
    mq_finder_free(r->finder);
    mq_buf_release(&r->message);
    free(r->marked);
    free(r->told);
    free(r);
}

static mq_str arabic_side(const mq_bilingual *r)
{
    return (mq_str){ r->part->text.p + r->s->start, r->s->end - r->s->start };
}

static mq_status mark(void *user, const mq_found *f)
{
    mq_bilingual *r = user;

    r->any |= f->arabic;
    for (size_t i = 0; f->arabic && i < f->n; i++)
        r->marked[f->pair[i]] = r->segment;
    return MQ_OK;
}

/* A French word in an English text is another word. */
static bool is_of_language(const mq_bilingual *r, const mq_scan_pair *p)
{
    const mq_lang lang = r->s->lang;

    return (lang != MQ_LANG_FR && lang != MQ_LANG_EN) || (p->lang != MQ_LANG_FR && p->lang != MQ_LANG_EN) || p->lang == lang;
}

/* The pair to be recommended: they are numbered preferred ones first, deprecated ones last. NULL when this is not to be told. */
static const mq_scan_pair *wanted(const mq_bilingual *r, const mq_found *f)
{
    const mq_scan_pair *want = NULL;

    for (size_t i = 0; i < f->n; i++) {
        const mq_scan_pair *p = &r->terms->pair[f->pair[i]];

        if (!is_of_language(r, p))
            continue;
        if (r->marked[f->pair[i]] == r->segment || r->told[f->pair[i]] == r->segment)
            return NULL;
        if (!want && p->status != MQ_DEPRECATED)
            want = p;
    }
    return want;
}

static mq_status see(void *user, const mq_found *f)
{
    bool *seen = user;

    *seen |= f->arabic;
    return MQ_OK;
}

/* Does the Arabic side hold one of the renderings when nothing else is looked for? */
static mq_status is_covered(const mq_bilingual *r, const mq_found *f, bool *seen)
{
    mq_matcher *m;
    mq_finder *finder = NULL;
    mq_status rc = mq_matcher_new(&m, NULL);

    for (size_t i = 0; i < f->n && !rc; i++)
        if (is_of_language(r, &r->terms->pair[f->pair[i]]))
            rc = mq_matcher_add(m, r->terms->pair[f->pair[i]].ar, MQ_LANG_AR, 0, NULL);
    if (!rc)
        rc = mq_matcher_finish(m, NULL);
    if (!rc)
        rc = mq_finder_new(&finder, m, NULL);
    if (!rc)
        rc = mq_find(finder, arabic_side(r), see, seen, NULL);
    mq_finder_free(finder);
    mq_matcher_free(m);
    return rc;
}

static mq_status tell(mq_bilingual *r, const mq_found *f, const mq_scan_pair *want)
{
    const mq_draft_segment *s = r->s;
    mq_finding found = { .kind = MQ_FINDING_TERMINOLOGY, .rule = "missing-rendering", .byte = s->start, .byte_end = s->end, .text = arabic_side(r) };

    mq_buf_clear(&r->message);
    mq_buf_addf(&r->message, "'%.*s' of the source is not rendered as in the glossary: %.*s (%.*s)", (int)(f->end - f->start),
                r->part->sources.p + s->source + f->start, (int)want->ar.n, want->ar.p, (int)want->la.n, want->la.p);
    if (want->source.n)
        mq_buf_addf(&r->message, ", %.*s", (int)want->source.n, want->source.p);
    if (r->message.status)
        return MQ_ENOMEM;
    r->point += mq_utf8_count(r->part->text.p + r->byte, s->start - r->byte);
    r->byte = s->start;
    found.start = r->part->start + r->point;
    found.end = found.start + mq_utf8_count(found.text.p, found.text.n);
    found.message = mq_buf_str(&r->message);
    return r->fn(r->user, &found);
}

/* A term in the source. */
static mq_status judge(void *user, const mq_found *f)
{
    mq_bilingual *r = user;
    const mq_scan_pair *want = f->arabic ? NULL : wanted(r, f);
    bool seen = false;
    mq_status rc = MQ_OK;

    if (!want)
        return MQ_OK;
    if (r->any) /* a term that was found may cover it */
        rc = is_covered(r, f, &seen);
    for (size_t i = 0; i < f->n; i++)
        r->told[f->pair[i]] = r->segment;
    return rc || seen ? rc : tell(r, f, want);
}

static bool has_arabic(mq_str s)
{
    size_t at = 0;
    mq_token t;

    while (mq_token_next(&t, s, &at))
        if (t.script == MQ_ARABIC)
            return true;
    return false;
}

mq_status mq_bilingual_check(mq_bilingual *r, const mq_part *part, mq_finding_fn *fn, void *user, mq_error *err)
{
    mq_status rc = MQ_OK;

    r->part = part;
    r->fn = fn;
    r->user = user;
    r->point = r->byte = 0;
    for (size_t i = 0; i < part->nsegments && !rc; i++) {
        r->s = &part->segment[i];
        r->segment++;
        r->any = false;
        if (r->s->lang == MQ_LANG_OTHER || !has_arabic(arabic_side(r)))
            continue;
        rc = mq_find(r->finder, arabic_side(r), mark, r, err);
        if (!rc)
            rc = mq_find(r->finder, (mq_str){ part->sources.p + r->s->source, r->s->source_end - r->s->source }, judge, r, err);
    }
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory for the terms of a draft") : rc;
}
