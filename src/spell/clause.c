/*
 * clause.c - see clause.h.
 *
 * Neighbours decide between أن and إن nearly always (context.h). What they do not see is the subject between a verb of saying, which asks for إن, and the
 * conjunction. So the last verb that asks for either (dict/government.tsv, "far") is remembered until the sentence ends, an أن or إن takes its due, or
 * too many words have passed.
 * A written إن is believed sooner than an أن is blamed: before a verb in the imperfect أن is right whatever was said before.
 */
#include "spell/clause.h"
#include "spell/context.h"

enum { REACH = 12 /* words */ };

static const double blame = 6, belief = 8;

static bool is_pronoun(const uint8_t *c, size_t n)
{
    static const struct { uint8_t n, c[3]; } pronouns[] = {
        { 1, { MQ_L_HEH } }, { 2, { MQ_L_HEH, MQ_L_ALEF } }, { 2, { MQ_L_HEH, MQ_L_MEEM } }, { 2, { MQ_L_HEH, MQ_L_NOON } },
        { 3, { MQ_L_HEH, MQ_L_MEEM, MQ_L_ALEF } }, { 1, { MQ_L_KAF } }, { 2, { MQ_L_KAF, MQ_L_MEEM } }, { 1, { MQ_L_YEH } }, { 2, { MQ_L_NOON, MQ_L_YEH } },
        { 1, { MQ_L_ALEF } }, { 2, { MQ_L_NOON, MQ_L_ALEF } }
    };

    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (n == pronouns[i].n && memcmp(c, pronouns[i].c, n) == 0)
            return true;
    return false;
}

/* أن or إن, alone or with a pronoun. */
static bool is_that(const mq_letters *w)
{
    return w->n >= 2 && (w->c[0] == MQ_L_ALEF_ABOVE || w->c[0] == MQ_L_ALEF_BELOW) && w->c[1] == MQ_L_NOON
           && (w->n == 2 || is_pronoun(w->c + 2, w->n - 2U));
}

static int asks(const mq_letters *w)
{
    mq_letters rest = { .n = 0 };
    const int whole = mq_context_asks(w);

    if (whole || (w->c[0] != MQ_L_WAW && w->c[0] != MQ_L_FEH))
        return whole;
    (void)mq_letters_append(&rest, w->c + 1, w->n - 1U);
    return mq_context_asks(&rest);
}

/* A new line before token i. */
static bool ends_before(const mq_tokens *k, size_t i)
{
    const size_t from = i ? k->t[i - 1].end : 0;

    return memchr(k->text.p + from, '\n', k->t[i].start - from) != NULL;
}

/* Behind a colon stands what was said, a sentence of its own. */
static bool is_stop(mq_str s)
{
    static const char *const stops[] = { ".", ":", "!", "\xD8\x9F", "\xD8\x9B" };

    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (mq_str_equal(s, mq_str_of(stops[i])))
            return true;
    return false;
}

void mq_clause_read(struct mq_clause *c, const mq_tokens *k, size_t i, const struct place *p)
{
    const mq_token *t = &k->t[i];
    int asked;

    if (ends_before(k, i) || (t->script == MQ_PUNCT && is_stop((mq_str){ k->text.p + t->start, t->end - t->start })))
        c->asks = 0;
    if (!p->word)
        return;
    asked = asks(&p->w);
    if (asked) {
        c->asks = asked;
        c->words = 0;
    } else if (is_that(&p->w) || ++c->words > REACH) {
        c->asks = 0;
    }
}

/* A verb in the imperfect may follow: it begins with أ ن ي ت. Some nouns do, too, and are given the benefit of the doubt. */
static bool may_be_imperfect(const struct place *next)
{
    const uint8_t c = next->w.c[0];

    return next->word && (c == MQ_L_ALEF_ABOVE || c == MQ_L_NOON || c == MQ_L_YEH || c == MQ_L_TEH || c == MQ_L_LAM /* أن لا */);
}

double mq_clause_fit(const struct mq_clause *c, const mq_letters *here, const mq_letters *candidate, const struct place *next)
{
    if (!c->asks || !is_that(here) || !is_that(candidate) || here->c[0] == candidate->c[0])
        return 0;
    if ((c->asks > 0) != (candidate->c[0] == MQ_L_ALEF_BELOW))
        return -belief;
    return c->asks < 0 || (here->n == 2 && may_be_imperfect(next)) ? 0 : blame;
}
