/*
 * language_clues.c - words that are figures of their own for the language of a Latin side: «the Latin ends in -ung», «مديرية stands near», «behind الملك».
 *
 * The figures of language.def tell what sort of thing speaks for a language. What a place, a drug or a king is called in depends on the words beside it, and no list
 * of them is written by hand: scripts/train gives a weight to those that stood beside enough annotated pairs, with a strong prior. The list stands in
 * dict/language.tsv, with the weights. The slots and the table are those of the mining model (mine/lexical.h).
 * Limits: Arabic words are met as written, without their article; inflected forms are words of their own.
 */
#include <string.h>

#include "base/tsv.h"
#include "mine/language_around.h"

/* Tokens on each side of a pair whose words are clues; letters of the shortest one, two bytes each. */
enum { NEAR = 14, LEAST_BYTES = 6 };

/* ---- the list ---- */

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_buf list = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc;

    (void)name;
    while (mq_tsv_next(&t)) {
        mq_str word = t.column[0], slot;

        if (memchr(word.p, '=', word.n) && mq_split(&slot, &word, '='))
            mq_buf_addf(&list, "%.*s\t%.*s\n", (int)slot.n, slot.p, (int)word.n, word.p);
    }
    rc = list.status ? mq_fail(err, list.status, "no memory for the clues of languages") : mq_lexical_build(image, mq_buf_str(&list), err);
    mq_buf_release(&list);
    return rc;
}

const mq_dict mq_dict_clues = { "clues", "language.tsv", compile };

/* ---- those of a pair ---- */

/* A word without its article and what is glued before that: والبنك, للبنك are بنك. */
static mq_str bare(const mq_tok *t)
{
    static const char *const before[] = { "ال", "وال", "بال", "وبال", "لل", "ولل", "فال", "كال", "وكال" };
    const mq_str word = { t->folded, t->folded_n };

    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        const size_t n = strlen(before[i]);

        if (word.n >= n + LEAST_BYTES && memcmp(word.p, before[i], n) == 0)
            return (mq_str){ word.p + n, word.n - n };
    }
    return word;
}

struct taker {
    const mq_site *site;
    mq_lexical_take *take;
    void *user;
};

static void take_token(const struct taker *k, size_t i, unsigned slot)
{
    const mq_tok *t = &k->site->s->tok[i];

    if (i < k->site->s->n && t->script == MQ_ARABIC && t->folded_n >= LEAST_BYTES)
        k->take(k->user, slot, bare(t));
}

/* Endings of other lengths than mq_lexical_unit has: -us, -tion. */
static void take_endings(const struct taker *k)
{
    static const size_t lengths[] = { 2, 4 };
    const mq_unit *u = &k->site->u;

    for (unsigned i = 0; i < u->nwords; i++)
        for (size_t j = 0; j < sizeof lengths / sizeof *lengths; j++)
            if (u->word[i].n > lengths[j] + 1)
                k->take(k->user, MQ_SLOT_ENDING, (mq_str){ u->word[i].folded + u->word[i].n - lengths[j], lengths[j] });
}

void mq_language_clues(const mq_site *site, const mq_candidate *c, mq_lexical_take *take, void *user)
{
    const struct taker k = { site, take, user };
    const mq_unit *u = &site->u;
    const size_t from = c->first < u->first ? c->first : u->first, to = c->last > u->last ? c->last : u->last;

    mq_lexical_unit(site->s, u, take, user);
    take_endings(&k);
    for (size_t i = c->first; i <= c->last; i++)
        take_token(&k, i, MQ_SAID_INNER);
    for (size_t i = from > NEAR ? from - NEAR : 0; i < from; i++)
        take_token(&k, i, MQ_SLOT_NEAR);
    for (size_t i = to + 1; i <= to + NEAR && i < site->s->n; i++)
        take_token(&k, i, MQ_SLOT_NEAR);
    if (c->first > 0)
        take_token(&k, c->first - 1, MQ_SAID_BEFORE);
    take_token(&k, c->last + 1, MQ_SAID_BEHIND);
}
