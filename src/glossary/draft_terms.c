/*
 * draft_terms.c - see draft_terms.h.
 *
 * Only pairs that mining is sure of count, and two renderings are two only when neither holds the other in any inflection (muqabil/match.h): «مراكز العمليات»
 * is no other rendering than «مركز العمليات الأمنية».
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/match.h>
#include <muqabil/mine.h>
#include <muqabil/text.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "glossary/draft_terms.h"

/* A pair of less is a guess. */
static const double sure = 0.85;

/* Of one part, each compared with those before it. A draft with more is a corpus. */
enum { MOST_PAIRS = 512 };

/* The first pair of a Latin term. */
struct first {
    mq_str key;                /* of the Latin term */
    mq_str term;               /* its rendering */
};

struct mq_draft_terms {
    mq_miner *miner;
    mq_arena strings;          /* of `first` */
    struct first first[MOST_PAIRS];
    size_t n;
    mq_buf key, message;
    const mq_part *part;
    size_t byte, point;        /* a place in the part */
    mq_finding_fn *fn;
    void *user;
};

mq_status mq_draft_terms_new(mq_draft_terms **out, mq_error *err)
{
    mq_draft_terms *t = calloc(1, sizeof *t);
    mq_status rc = t ? mq_miner_new(&t->miner, sure, err) : mq_fail(err, MQ_ENOMEM, "no memory for the terms of a draft");

    *out = t;
    if (rc) {
        mq_draft_terms_free(t);
        *out = NULL;
    }
    return rc;
}

void mq_draft_terms_free(mq_draft_terms *t)
{
    if (!t)
        return;
    mq_miner_free(t->miner);
    mq_arena_release(&t->strings);
    mq_buf_release(&t->key);
    mq_buf_release(&t->message);
    free(t);
}

/* The byte of the part's text at a code point of the document; pairs stand near each other. */
static size_t byte_of(mq_draft_terms *t, size_t point)
{
    const char *const p = t->part->text.p, *const end = p + t->part->text.n;
    uint32_t cp;

    for (point -= t->part->start; t->point < point && t->byte < t->part->text.n; t->point++)
        t->byte += mq_utf8_decode(p + t->byte, end, &cp);
    for (; t->point > point; t->point--)
        t->byte -= mq_utf8_before(p, p + t->byte, &cp);
    return t->byte;
}

static mq_status see(void *user, const mq_found *f)
{
    bool *seen = user;

    *seen |= f->arabic;
    return MQ_OK;
}

/* Is `term` in `text`, in any form? */
static mq_status holds(mq_str text, mq_str term, bool *seen)
{
    mq_finder *finder = NULL;
    mq_matcher *m;
    mq_status rc = mq_matcher_new(&m, NULL);

    if (!rc)
        rc = mq_matcher_add(m, term, MQ_LANG_AR, 0, NULL);
    if (!rc)
        rc = mq_matcher_finish(m, NULL);
    if (!rc)
        rc = mq_finder_new(&finder, m, NULL);
    if (!rc)
        rc = mq_find(finder, text, see, seen, NULL);
    mq_finder_free(finder);
    mq_matcher_free(m);
    return rc;
}

static mq_status tell(mq_draft_terms *t, const char *rule, size_t start, size_t end, const mq_str *suggestion)
{
    mq_finding f = { .kind = MQ_FINDING_TERMINOLOGY, .rule = rule, .start = start, .end = end, .suggestion = suggestion, .nsuggestions = suggestion != NULL };

    if (t->message.status)
        return MQ_ENOMEM;
    f.byte = byte_of(t, start);
    f.byte_end = byte_of(t, end);
    f.text = (mq_str){ t->part->text.p + f.byte, f.byte_end - f.byte };
    f.message = mq_buf_str(&t->message);
    return t->fn(t->user, &f);
}

static bool is_part_of_word(const mq_buf *text, size_t byte, bool before)
{
    const char c = before ? (byte ? text->p[byte - 1] : ' ') : byte < text->n ? text->p[byte] : ' ';

    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '@' || c == '/' || c == '_';
}

/* The term stands alone before the pair that explains it. */
static mq_status check_mention(mq_draft_terms *t, const mq_occurrence *o)
{
    const mq_buf *text = &t->part->text;
    const size_t pair = byte_of(t, o->ar_start < o->la_start ? o->ar_start : o->la_start);
    const char *found = text->p;
    size_t byte, start;

    do {
        found = memmem(found, pair - (size_t)(found - text->p), o->la.p, o->la.n);
        if (!found)
            return MQ_OK;
        byte = (size_t)(found++ - text->p);
    } while (is_part_of_word(text, byte, true) || is_part_of_word(text, byte + o->la.n, false));
    mq_buf_clear(&t->message);
    mq_buf_addf(&t->message, "a first mention without its Arabic, which comes later: %.*s", (int)o->term.n, o->term.p);
    start = o->la_start - mq_utf8_count(text->p + byte, byte_of(t, o->la_start) - byte);
    return tell(t, "first-mention", start, start + mq_utf8_count(o->la.p, o->la.n), NULL);
}

static mq_status check_rendering(mq_draft_terms *t, const struct first *first, const mq_occurrence *o)
{
    const bool bare = mq_str_equal(o->ar, o->term);
    bool same = mq_str_equal(o->term, first->term); /* nearly always */
    mq_status rc = same ? MQ_OK : holds(o->ar, first->term, &same);

    if (!rc && !same)
        rc = holds(first->term, o->term, &same);
    if (rc || same)
        return rc;
    mq_buf_clear(&t->message);
    mq_buf_addf(&t->message, "rendered in another way before: %.*s (%.*s)", (int)first->term.n, first->term.p, (int)o->la.n, o->la.p);
    return tell(t, "two-renderings", o->ar_start, o->ar_end, bare ? &first->term : NULL);
}

static mq_status look(void *user, const mq_occurrence *o)
{
    mq_draft_terms *t = user;
    struct first *new = &t->first[t->n];

    mq_buf_clear(&t->key);
    if (mq_search_key(&t->key, o->la, o->lang, NULL))
        return MQ_ENOMEM;
    for (size_t i = 0; i < t->n; i++)
        if (mq_str_equal(t->first[i].key, mq_buf_str(&t->key)))
            return check_rendering(t, &t->first[i], o);
    if (t->n == MOST_PAIRS)
        return MQ_OK;
    *new = (struct first){ mq_arena_copy(&t->strings, mq_buf_str(&t->key)), mq_arena_copy(&t->strings, o->term) };
    if (!new->key.p || !new->term.p)
        return MQ_ENOMEM;
    t->n++;
    return check_mention(t, o);
}

mq_status mq_draft_terms_check(mq_draft_terms *t, const mq_part *part, mq_finding_fn *fn, void *user, mq_error *err)
{
    mq_status rc;

    t->part = part;
    t->fn = fn;
    t->user = user;
    t->n = t->byte = t->point = 0;
    mq_arena_clear(&t->strings);
    rc = mq_mine(t->miner, mq_buf_str(&part->doc), mq_buf_str(&part->text), part->start, look, t, err);
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory for the terms of a draft") : rc;
}
