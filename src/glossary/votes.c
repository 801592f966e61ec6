/*
 * votes.c - see votes.h.
 *
 * 1. The pairs of one Latin key are the ballots. Each has its distinct sentences (a press release that ten papers print votes once), each sentence the word
 *    that stands outside the Arabic on the far side from the Latin: its neighbour, as a stem.
 * 2. Two ballots are nested when the key of one is the key of the other and an outer rest. The outer word of the longer one next to the shorter one is what
 *    parts them.
 *      too long   the shorter one stands in three times as many sentences as the longer one, at least MANY, beside VARIOUS other words
 *      too short  in two of three sentences of the shorter one its neighbour is that very word, which is no class word (شركة, مدينة), and the longer
 *                 one is seen more than once or is likelier by itself; or the sentence begins (ends) with it wherever it stands, and the longer one stands in three
 *                 times as many: the lines of a PDF cut names
 * 3. A ballot that no other one struck and that VARIOUS neighbours and documents speak for rises; not a single word, unless it is a name by its sound:
 *    a class word (جريدة The Daily) stands before its name everywhere.
 * Source: Lin, Zhao, Van Durme, Paşca, "Mining Parenthetical Translations from the Web by Word Alignment", ACL 2008 (frequency over contexts);
 *         the votes by left contexts are ours.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/arena.h"
#include "base/hash.h"
#include "glossary/votes.h"
#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "store/votes.h"
#include "text/foldword.h"

enum {
    MOST_BALLOTS = 256,   /* of one key; more are not compared with each other */
    MOST_SENTENCES = 512, /* of one ballot; one with more is no border case and is not read */
    BATCH = 256,          /* keys in a transaction */
    MANY = 3, VARIOUS = 2, TIMES = 3, WORD_BYTES = 46
};
/* What is likelier than this by itself is not struck as too long; what is so much likelier than a shorter one strikes it. */
static const double SURE = 0.95, LEAD = 0.2;

struct context { uint64_t sentence, neighbour; bool left; };

struct ballot {
    int64_t pair;
    mq_str key;               /* of the Arabic term */
    bool open, votes, sounds; /* sounds: a transliteration */
    double best, score;
    uint64_t count, docs;
    struct context *context;  /* distinct sentences, n of them */
    size_t n, neighbours;
    bool left, saturated;
    bool struck;
    unsigned rises;           /* each halves the doubt */
};

struct count {
    mq_store *s;
    mq_error *err;
    mq_arena mem;
    mq_str function;          /* image */
    struct ballot ballot[MOST_BALLOTS];
    size_t n;
    struct ballot *reading;
    struct context context[MOST_SENTENCES];
};

/* ---- the word outside ---- */

/* Whether `la` stands at its distance from an Arabic span at [at, at + ar.n) of the sentence. */
static bool matches(const mq_occurrence *o, size_t at)
{
    const mq_str text = o->context;
    const bool left = o->ar_start < o->la_start;
    const size_t gap = left ? o->la_start - o->ar_end : o->ar_start - o->la_end; /* code points */
    size_t i = left ? at + o->ar.n : at;

    for (size_t k = 0; k < gap; k++) {
        if (left ? i >= text.n : i == 0)
            return false;
        do
            i += left ? 1 : SIZE_MAX;
        while (left ? i < text.n && (text.p[i] & 0xC0) == 0x80 : i > 0 && (text.p[i] & 0xC0) == 0x80);
    }
    if (left)
        return text.n - i >= o->la.n && memcmp(text.p + i, o->la.p, o->la.n) == 0;
    return i >= o->la.n && memcmp(text.p + i - o->la.n, o->la.p, o->la.n) == 0;
}

/* Where the Arabic span stands in its sentence; SIZE_MAX when it was cut off. */
static size_t place_of(const mq_occurrence *o)
{
    const mq_str text = o->context;

    for (size_t at = 0; at + o->ar.n <= text.n; at++) {
        const char *p = memmem(text.p + at, text.n - at, o->ar.p, o->ar.n);

        if (!p)
            return SIZE_MAX;
        at = (size_t)(p - text.p);
        if (matches(o, at))
            return at;
    }
    return SIZE_MAX;
}

static uint64_t stem_hash(mq_str word)
{
    char folded[WORD_BYTES];
    const mq_str w = { folded, mq_fold_word(folded, WORD_BYTES, word) }, stem = mq_content_stem(w);

    return mq_hash(stem.n ? stem : w);
}

/* What stands next to a span that is no Arabic word. */
enum { SIGN = 1, EDGE = 2 };

/* The stem of the Arabic word next to bytes [from, to) of a sentence; SIGN for another token, EDGE when the sentence begins or ends there. */
static uint64_t neighbour_of(mq_str text, size_t from, size_t to, bool left)
{
    mq_token t, best = { .script = MQ_PUNCT };
    bool any = false;
    size_t at = 0;

    while (mq_token_next(&t, text, &at)) {
        if (left && t.start >= from)
            break;
        if (!left && t.start < to)
            continue;
        best = t;
        any = true;
        if (!left)
            break;
    }
    if (best.script == MQ_ARABIC)
        return stem_hash((mq_str){ text.p + best.start, best.end - best.start });
    return any ? SIGN : EDGE;
}

/* ---- reading the ballots ---- */

static mq_status on_occurrence(void *user, const mq_occurrence *o)
{
    struct count *c = user;
    struct ballot *b = c->reading;
    const bool left = o->ar_start < o->la_start;
    const size_t at = place_of(o);

    if (at == SIZE_MAX || b->n == MOST_SENTENCES)
        return MQ_OK;
    c->context[b->n++] = (struct context){ mq_hash(o->context), neighbour_of(o->context, at, at + o->ar.n, left), left };
    return MQ_OK;
}

static int by_sentence(const void *x, const void *y)
{
    const struct context *a = x, *b = y;

    if (a->sentence != b->sentence)
        return a->sentence < b->sentence ? -1 : 1;
    return a->neighbour < b->neighbour ? -1 : a->neighbour > b->neighbour;
}

static int by_neighbour(const void *x, const void *y)
{
    const struct context *a = x, *b = y;

    return a->neighbour < b->neighbour ? -1 : a->neighbour > b->neighbour;
}

/* Distinct sentences, ordered by neighbour, into b. */
static bool settle(struct count *c, struct ballot *b)
{
    size_t n = 0, left = 0;

    qsort(c->context, b->n, sizeof *c->context, by_sentence);
    for (size_t i = 0; i < b->n; i++)
        if (!n || c->context[n - 1].sentence != c->context[i].sentence)
            c->context[n++] = c->context[i];
    qsort(c->context, n, sizeof *c->context, by_neighbour);
    b->n = n;
    for (size_t i = 0; i < n; i++) {
        left += c->context[i].left;
        b->neighbours += !i || c->context[i].neighbour != c->context[i - 1].neighbour;
    }
    b->left = 2 * left >= n;
    b->context = mq_arena_alloc(&c->mem, n * sizeof *b->context + 1);
    if (b->context && n)
        memcpy(b->context, c->context, n * sizeof *b->context);
    return b->context != NULL;
}

static mq_status read_contexts(struct count *c, struct ballot *b)
{
    mq_status rc;

    b->saturated = b->count > MOST_SENTENCES;
    if (b->saturated) {
        b->n = b->neighbours = MOST_SENTENCES;
        b->left = true;
        return MQ_OK;
    }
    c->reading = b;
    rc = mq_store_vote_occurrences(c->s, b->pair, on_occurrence, c, c->err);
    if (!rc && !settle(c, b))
        rc = mq_fail(c->err, MQ_ENOMEM, "no memory for votes");
    return rc;
}

static mq_status on_pair(void *user, const mq_vote_pair *p)
{
    struct count *c = user;
    struct ballot *b = &c->ballot[c->n];

    if (c->n == MOST_BALLOTS)
        return MQ_OK;
    *b = (struct ballot){ .pair = p->id, .key = mq_arena_copy(&c->mem, p->key), .open = p->open,
                          .votes = p->status != MQ_REJECTED && p->status != MQ_DEPRECATED, .sounds = p->kind == MQ_KIND_TRANSLITERATION,
                          .best = p->best, .score = p->score, .count = p->count, .docs = p->docs };
    c->n++;
    return b->key.p ? MQ_OK : mq_fail(c->err, MQ_ENOMEM, "no memory for votes");
}

/* ---- voting ---- */

/* The outer word of the longer key next to the shorter one; empty when they are not nested so. */
static mq_str outer_word(const struct ballot *s, const struct ballot *t)
{
    const mq_str a = s->key, b = t->key;
    const char *p;
    size_t rest;

    if (b.n < a.n + 2 || s->left != t->left)
        return MQ_STR("");
    rest = b.n - a.n - 1;
    if (s->left) {
        if (b.p[rest] != ' ' || memcmp(b.p + rest + 1, a.p, a.n) != 0)
            return MQ_STR("");
        p = memrchr(b.p, ' ', rest);
        return p ? (mq_str){ p + 1, (size_t)(b.p + rest - p - 1) } : (mq_str){ b.p, rest };
    }
    if (b.p[a.n] != ' ' || memcmp(b.p, a.p, a.n) != 0)
        return MQ_STR("");
    p = memchr(b.p + a.n + 1, ' ', rest);
    return (mq_str){ b.p + a.n + 1, p ? (size_t)(p - b.p) - a.n - 1 : rest };
}

/* In how many sentences of b the neighbour is this stem. */
static size_t beside(const struct ballot *b, uint64_t stem)
{
    size_t n = 0;

    for (size_t i = 0; i < b->n && !b->saturated; i++)
        n += b->context[i].neighbour == stem;
    return n;
}

static void confront(const struct count *c, struct ballot *s, struct ballot *t)
{
    const mq_str word = outer_word(s, t);
    unsigned roles;
    uint64_t stem;
    size_t with;

    if (!word.n || !s->n || !t->n)
        return;
    roles = mq_roles(c->function, mq_hash(word));
    stem = stem_hash(word);
    with = beside(s, stem);
    if (s->n >= MANY && s->n >= TIMES * t->n && s->neighbours >= VARIOUS + (with > 0) && t->best < SURE && !(roles & MQ_ROLE_BODY)) {
        t->struck = s->votes;
        s->rises += t->votes;
    } else if (3 * with >= 2 * s->n && !(roles & MQ_ROLE_HEAD) && (t->n > 1 || t->best >= s->best + LEAD)) {
        s->struck = t->votes;
        t->rises++;
    } else if (t->n >= MANY && t->n >= TIMES * s->n && beside(s, EDGE) == s->n) {
        s->struck = t->votes;
    }
}

/* How often the doubt is halved for a ballot that many contexts speak for. */
static unsigned spread(const struct ballot *b)
{
    if (b->docs < 2 || b->neighbours < VARIOUS || (!b->sounds && !memchr(b->key.p, ' ', b->key.n)))
        return 0;
    return b->docs >= 2 * VARIOUS && b->neighbours >= 2 * VARIOUS ? 2 : 1;
}

static double voted(const struct ballot *b)
{
    unsigned rises = (b->rises ? 1U : 0U) + spread(b);
    double doubt = 1 - b->best;

    if (b->struck || !rises)
        return b->struck ? b->best / 2 : b->best;
    while (rises--)
        doubt /= 2;
    return 1 - doubt;
}

static mq_status vote(struct count *c, mq_str key)
{
    mq_status rc;

    c->n = 0;
    mq_arena_clear(&c->mem);
    rc = mq_store_vote_pairs(c->s, key, on_pair, c, c->err);
    for (size_t i = 0; !rc && i < c->n; i++)
        rc = read_contexts(c, &c->ballot[i]);
    for (size_t i = 0; !rc && i < c->n && c->n < MOST_BALLOTS; i++)
        for (size_t k = 0; k < c->n; k++)
            confront(c, &c->ballot[i], &c->ballot[k]);
    for (size_t i = 0; !rc && i < c->n; i++) {
        const struct ballot *b = &c->ballot[i];

        if (b->open && voted(b) != b->score)
            rc = mq_store_set_score(c->s, b->pair, voted(b), c->err);
    }
    return rc;
}

/* *more: there may be keys left. */
static mq_status vote_batch(struct count *c, mq_buf *key, bool *more)
{
    mq_status rc = mq_store_begin(c->s, c->err);

    for (unsigned i = 0; !rc && *more && i < BATCH; i++) {
        rc = mq_store_vote_next(key, more, c->s, c->err);
        if (!rc && *more)
            rc = vote(c, mq_buf_str(key));
    }
    if (!rc)
        return mq_store_commit(c->s, c->err);
    mq_store_rollback(c->s);
    return rc;
}

mq_status mq_count_votes(mq_store *s, bool (*stop)(void *user), void *user, mq_error *err)
{
    struct count *c = calloc(1, sizeof *c);
    mq_buf key = MQ_BUF_INIT;
    bool more = true;
    mq_status rc = c ? mq_dict_image(&c->function, &mq_dict_function, err) : mq_fail(err, MQ_ENOMEM, "no memory for votes");

    if (c) {
        c->s = s;
        c->err = err;
    }
    while (!rc && more) {
        if (stop && stop(user))
            rc = mq_fail(err, MQ_ESTOPPED, "interrupted");
        else
            rc = vote_batch(c, &key, &more);
    }
    if (c)
        mq_arena_release(&c->mem);
    mq_buf_release(&key);
    free(c);
    return rc;
}
