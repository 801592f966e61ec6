/*
 * speller.c - the walk over a text.
 *
 * Each word type is judged once: known or not, and what else may have been meant (verdict). Each occurrence is then decided with its neighbours:
 *     a known word w gives way to a rival r when   log c(r)/c(w) + fit(r) - fit(w) - cost(w for r) > threshold,
 *     an unknown word is always told, its suggestions ordered by   log c(r) - cost + fit(r),
 * the noisy channel with a word model of single counts and neighbour pairs. Source of the scheme: Kernighan, Church, Gale 1990; Church and Gale 1991.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "spell/context.h"
#include "spell/recognise.h"
#include "spell/speller.h"

enum { FIRST_VERDICTS = 1 << 12, MOST_VERDICTS = 1 << 18, SUGGESTIONS = 8 };

/* Bits by which a rival must be likelier. Tuned on the training data named in CONTRIBUTING.md. */
static const double threshold_alike = 3.0, threshold_other = 9.0;

const char *mq_finding_kind_name(mq_finding_kind v)
{
    return v == MQ_FINDING_SPELLING ? "spelling" : v == MQ_FINDING_TYPOGRAPHY ? "typography" : "terminology";
}

mq_status mq_speller_new(mq_speller **out, mq_vocabulary *v, const mq_spell_options *o, mq_error *err)
{
    mq_speller *s = calloc(1, sizeof *s);
    mq_status rc = MQ_OK;

    *out = NULL;
    if (s)
        s->verdict = calloc(FIRST_VERDICTS, sizeof *s->verdict);
    if (!s || !s->verdict) {
        free(s);
        return mq_fail(err, MQ_ENOMEM, "no memory for a speller");
    }
    s->mask = FIRST_VERDICTS - 1;
    s->vocabulary = v;
    if (o)
        s->options = *o;
    if (s->options.most_suggestions == 0)
        s->options.most_suggestions = SUGGESTIONS;
    if (v)
        rc = mq_vocabulary_seal(v, err);
    if (rc)
        mq_speller_free(s);
    else
        *out = s;
    return rc;
}

static void forget(mq_speller *s)
{
    for (size_t i = 0; i <= s->mask; i++)
        free(s->verdict[i].list);
    memset(s->verdict, 0, (s->mask + 1) * sizeof *s->verdict);
    s->nverdicts = 0;
}

void mq_speller_free(mq_speller *s)
{
    if (!s)
        return;
    forget(s);
    free(s->verdict);
    free(s->accepted);
    mq_buf_release(&s->text);
    free(s);
}

/* Twice the room; when that cannot be had, or is too much, what was known is forgotten instead. */
static void make_room(mq_speller *s)
{
    const size_t size = 2 * (s->mask + 1);
    struct verdict *more = size > MOST_VERDICTS ? NULL : calloc(size, sizeof *more);

    if (!more) {
        forget(s);
        return;
    }
    for (size_t i = 0; i <= s->mask; i++) {
        size_t at = s->verdict[i].key & (size - 1);

        if (!s->verdict[i].key)
            continue;
        while (more[at].key)
            at = (at + 1) & (size - 1);
        more[at] = s->verdict[i];
    }
    free(s->verdict);
    s->verdict = more;
    s->mask = size - 1;
}

static bool is_accepted(const mq_speller *s, uint64_t key)
{
    for (size_t i = 0; i < s->naccepted; i++)
        if (s->accepted[i] == key)
            return true;
    return false;
}

static uint64_t key_of(const mq_letters *w)
{
    return mq_letters_hash(w->c, w->n) | 1;
}

mq_status mq_speller_accept(mq_speller *s, mq_str word, mq_error *err)
{
    uint64_t *more = reallocarray(s->accepted, s->naccepted + 1, sizeof *more);
    mq_letters w;

    if (!more)
        return mq_fail(err, MQ_ENOMEM, "no memory for a word");
    s->accepted = more;
    if (mq_letters_read(&w, word, NULL) && !is_accepted(s, key_of(&w))) {
        s->accepted[s->naccepted++] = key_of(&w);
        forget(s);
    }
    return MQ_OK;
}

static struct verdict *verdict_of(mq_speller *s, const mq_letters *w)
{
    const uint64_t key = key_of(w);
    struct verdict *v;
    size_t at;

    if (2 * s->nverdicts > s->mask)
        make_room(s);
    for (at = key & s->mask; s->verdict[at].key && s->verdict[at].key != key;)
        at = (at + 1) & s->mask;
    v = &s->verdict[at];
    if (!v->key) {
        v->key = key;
        v->form = mq_forms_find(mq_forms_get(), w);
        v->accepted = is_accepted(s, key);
        v->known = v->accepted || v->form || mq_recognise(s->vocabulary, w);
        s->nverdicts++;
    }
    return v;
}

static const struct candidates *candidates_of(mq_speller *s, struct verdict *v, const mq_letters *w)
{
    struct candidates all = { .n = 0 };
    size_t size;

    if (v->sought)
        return v->list;
    v->sought = true;
    if (v->known)
        mq_rivals(&all, w);
    else
        mq_candidates(&all, s, w);
    size = offsetof(struct candidates, n) + sizeof all.n;
    v->list = all.n ? malloc(size) : NULL;
    if (v->list)
        memcpy(v->list, &all, size);
    return v->list;
}

double mq_fit_between(const struct place *before, const mq_letters *w, double log, const struct place *next)
{
    return (before ? mq_context_fit(&before->w, before->log, w, log) : 0) + (next ? mq_context_fit(w, log, &next->w, next->log) : 0);
}

/* What the walk knows at one word. */
struct walk {
    mq_speller *s;
    mq_str text;
    size_t byte, point;      /* how far code points were counted */
    mq_finding_fn *fn;
    void *user;
    mq_error *err;
};

static size_t point_of(struct walk *k, size_t byte)
{
    k->point += mq_utf8_count(k->text.p + k->byte, byte - k->byte);
    k->byte = byte;
    return k->point;
}

/* Suggestions with their places in s->text, while it grows. */
struct ordered {
    const struct candidate *c;
    double score;
};

static int by_score(const void *x, const void *y)
{
    const struct ordered *a = x, *b = y;

    return (a->score < b->score) - (a->score > b->score);
}

static mq_status tell(struct walk *k, const struct place *here, const struct ordered *order, unsigned n, const char *rule, const char *message)
{
    mq_str suggestion[MQ_MOST_CANDIDATES];
    size_t end[MQ_MOST_CANDIDATES];
    mq_buf *b = &k->s->text;
    mq_finding f = { .kind = MQ_FINDING_SPELLING, .rule = rule, .message = mq_str_of(message) };

    mq_buf_clear(b);
    if (n > k->s->options.most_suggestions)
        n = (unsigned)k->s->options.most_suggestions;
    for (unsigned i = 0; i < n; i++) {
        mq_letters_write(b, &order[i].c->word);
        end[i] = b->n;
    }
    if (b->status)
        return mq_fail(k->err, MQ_ENOMEM, "no memory for suggestions");
    for (unsigned i = 0; i < n; i++)
        suggestion[i] = (mq_str){ b->p + (i ? end[i - 1] : 0), end[i] - (i ? end[i - 1] : 0) };
    f.byte = here->token.start;
    f.byte_end = here->token.end;
    f.start = point_of(k, f.byte);
    f.end = point_of(k, f.byte_end);
    f.text = (mq_str){ k->text.p + f.byte, f.byte_end - f.byte };
    f.suggestion = suggestion;
    f.nsuggestions = n;
    return k->fn(k->user, &f);
}

static mq_status check_unknown(struct walk *k, const struct place *before, const struct place *here, const struct place *next, const struct candidates *all)
{
    struct ordered order[MQ_MOST_CANDIDATES];
    unsigned n = all ? all->n : 0;

    for (unsigned i = 0; i < n; i++) {
        const struct candidate *c = &all->c[i];

        order[i] = (struct ordered){ c, c->log - c->cost + mq_fit_between(before, &c->word, c->log, next) };
    }
    qsort(order, n, sizeof *order, by_score);
    return tell(k, here, order, n, "unknown", "not a known word");
}

static mq_status check_known(struct walk *k, const struct place *before, const struct place *here, const struct place *next, const struct candidates *all)
{
    struct ordered order[MQ_MOST_CANDIDATES];
    const double mine = here->log + mq_fit_between(before, &here->w, here->log, next);
    unsigned n = 0;

    for (unsigned i = 0; i < all->n; i++) {
        const struct candidate *c = &all->c[i];
        const double gain = c->log - c->cost + mq_fit_between(before, &c->word, c->log, next) - mine;

        if (gain > (c->alike ? threshold_alike : threshold_other))
            order[n++] = (struct ordered){ c, gain };
    }
    if (n == 0)
        return MQ_OK;
    qsort(order, n, sizeof *order, by_score);
    return tell(k, here, order, n, order[0].c->alike ? "seat" : "confused", "another word is likelier here");
}

static mq_status check(struct walk *k, const struct place *before, const struct place *here, const struct place *next)
{
    struct verdict *v;
    const struct candidates *all;

    if (!here->word)
        return MQ_OK;
    v = verdict_of(k->s, &here->w);
    if (!v->known && k->s->options.no_suggestions)
        return tell(k, here, NULL, 0, "unknown", "not a known word");
    all = candidates_of(k->s, v, &here->w);
    if (!v->known)
        return check_unknown(k, before, here, next, all);
    return all && !v->accepted ? check_known(k, before, here, next, all) : MQ_OK;
}

/* The next token as a place; false at the end. */
static bool next_place(struct place *p, mq_str text, size_t *at)
{
    uint8_t kind = MQ_NEIGHBOUR_BORDER;

    if (!mq_token_next(&p->token, text, at))
        return false;
    p->word = p->token.script == MQ_ARABIC && mq_letters_read(&p->w, (mq_str){ text.p + p->token.start, p->token.end - p->token.start }, NULL) && p->w.n > 1;
    if (p->word) {
        const mq_forms *f = mq_forms_get();

        p->log = mq_form_log(f, mq_forms_find(f, &p->w));
        return true;
    }
    if (p->token.script == MQ_NUMBER)
        kind = MQ_NEIGHBOUR_NUMBER;
    else if (p->token.script == MQ_LATIN)
        kind = MQ_NEIGHBOUR_LATIN;
    p->w = (mq_letters){ .n = 1, .c = { kind } };
    p->log = mq_context_log(kind);
    return true;
}

mq_status mq_spell(mq_speller *s, mq_str text, size_t start, mq_finding_fn *fn, void *user, mq_error *err)
{
    struct walk k = { .s = s, .text = text, .point = start, .fn = fn, .user = user, .err = err };
    struct place border = { .w = { .n = 1, .c = { MQ_NEIGHBOUR_BORDER } }, .log = mq_context_log(MQ_NEIGHBOUR_BORDER) };
    struct place window[3] = { border, border, border };
    struct place *before = &window[0], *here = &window[1], *next = &window[2];
    size_t at = 0;
    bool more = next_place(here, text, &at);
    mq_status rc = MQ_OK;

    while (more && !rc) {
        struct place *spare = before;

        more = next_place(next, text, &at);
        if (!more)
            *next = border;
        rc = check(&k, before, here, next);
        before = here;
        here = next;
        next = spare;
    }
    return rc;
}
