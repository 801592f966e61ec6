/* traits.c - see traits.h. */
#include <string.h>

#include "base/hash.h"
#include "lexicon/function.h"
#include "match/traits.h"
#include "match/words.h"
#include "text/arletter.h"

/* Folded words of at most eight letters, as they are. */
typedef struct listed {
    char p[16];
    uint8_t n;
} listed;

#define LISTED(word) { word, sizeof(word) - 1 }

static bool is_listed(mq_str key, const listed *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (key.n == list[i].n && memcmp(key.p, list[i].p, key.n) == 0)
            return true;
    return false;
}

/* As they are, or behind و or ف. */
static bool is_listed_with_conjunction(mq_str key, const listed *list, size_t n)
{
    if (is_listed(key, list, n))
        return true;
    return key.n > 4 && (memcmp(key.p, "\u0648", 2) == 0 || memcmp(key.p, "\u0641", 2) == 0) && is_listed((mq_str){ key.p + 2, key.n - 2 }, list, n);
}

/* قد لقد سوف لم لن الذي التي الذين اللذين اللتين إذا كلما متى عندما حينما لا and ال, which is a damaged لا; folded. */
static bool calls_for_verb(mq_str key)
{
    static const listed list[] = {
        LISTED("\u0642\u062F"), LISTED("\u0644\u0642\u062F"), LISTED("\u0633\u0648\u0641"), LISTED("\u0644\u0645"), LISTED("\u0644\u0646"),
        LISTED("\u0627\u0644\u0630\u064A"), LISTED("\u0627\u0644\u062A\u064A"), LISTED("\u0627\u0644\u0630\u064A\u0646"),
        LISTED("\u0627\u0644\u0644\u0630\u064A\u0646"), LISTED("\u0627\u0644\u0644\u062A\u064A\u0646"), LISTED("\u0627\u0630\u0627"),
        LISTED("\u0643\u0644\u0645\u0627"), LISTED("\u0645\u062A\u064A"), LISTED("\u0639\u0646\u062F\u0645\u0627"),
        LISTED("\u062D\u064A\u0646\u0645\u0627"), LISTED("\u0644\u0627"), LISTED("\u0627\u0644"),
    };

    return key.n <= 14 && is_listed_with_conjunction(key, list, sizeof list / sizeof *list);
}

/* أن (which folds like إن) كي لكي لأن: behind them تصرف, تدخل are rather verbs. */
static bool allows_imperfect(mq_str key)
{
    static const listed list[] = { LISTED("\u0627\u0646"), LISTED("\u0643\u064A"), LISTED("\u0644\u0643\u064A") };

    return key.n <= 8 && is_listed_with_conjunction(key, list, sizeof list / sizeof *list);
}

/* The article of a damaged word, behind و ف ب ك or not: اإلدارة, املغرب, لإلدارة, اخملاطر. */
static bool has_damaged_article(const mq_arword *w)
{
    for (unsigned i = 0; i + 4 < w->n && i <= 2; i++) {
        const uint16_t *c = w->letter + i;

        if (c[2] == LAM && c[1] != LAM && (c[0] == ALEF || (c[0] == LAM && mq_seat_of(c[1]))))
            return true;
        if (c[0] == ALEF && (c[1] == JEEM || c[1] == HAH || c[1] == KHAH) && c[2] == MEEM && c[3] == LAM)
            return true;
        if (c[0] != WAW && c[0] != FEH && c[0] != BEH && c[0] != KAF)
            return false;
    }
    return false;
}

static unsigned roles_of(const mq_matcher *t, const mq_reading *r)
{
    return mq_roles(t->function, mq_hash((mq_str){ r->key, r->n }));
}

/* هذه, لهذه, وبتلك. */
static bool is_demonstrative(const mq_matcher *t, mq_str key)
{
    static const listed proclitics[] = { LISTED("\u0648"), LISTED("\u0641"), LISTED("\u0628"), LISTED("\u0644"), LISTED("\u0643") };

    for (unsigned glued = 0; glued <= 2 && key.n > 4; glued++) {
        if (mq_roles(t->function, mq_hash(key)) & MQ_ROLE_DEM)
            return true;
        if (!is_listed((mq_str){ key.p, 2 }, proclitics, sizeof proclitics / sizeof *proclitics))
            return false;
        key = (mq_str){ key.p + 2, key.n - 2 };
    }
    return false;
}

/* A noun and a pronoun by some reading; not هذه, which only looks so, nor عليها: a noun follows them. */
static bool is_possessed(const mq_matcher *t, const mq_morph *m)
{
    const unsigned no_noun = MQ_ROLE_PREP | MQ_ROLE_DEM;

    if (roles_of(t, &m->r[0]) & no_noun || is_demonstrative(t, (mq_str){ m->r[0].key, m->r[0].n }))
        return false;
    for (unsigned i = 0; i < m->n; i++)
        if (m->r[i].pronoun)
            return !(roles_of(t, &m->r[i]) & no_noun);
    return false;
}

/* حكما, جزاء; not إذا, عنها. */
static bool is_accusative(const mq_arword *w)
{
    const uint16_t *last = w->letter + w->n - 1;

    return w->n >= 4 && (*last == HAMZA || (*last == ALEF && last[-1] != HEH));
}

/* كل, on its own or behind و or ف. */
static bool is_every(mq_str key)
{
    static const listed list[] = { LISTED("\u0643\u0644") };

    return key.n <= 6 && is_listed_with_conjunction(key, list, sizeof list / sizeof *list);
}

/* بين, أو and أم: what stands before belongs to what follows (العامة أو الخاصة). */
static bool stands_between(mq_str key)
{
    static const listed list[] = { LISTED("\u0628\u064A\u0646"), LISTED("\u0627\u0648"), LISTED("\u0627\u0645") };

    return is_listed(key, list, sizeof list / sizeof *list);
}

uint16_t mq_arabic_traits(const mq_matcher *t, const mq_morph *m)
{
    const mq_str key = { m->r[0].key, m->r[0].n };
    unsigned traits = MQ_TRAIT_ARABIC;

    if (m->n == 0 || m->r[0].cost > 0)
        return MQ_TRAIT_ARABIC;
    for (unsigned i = 0; i < m->n; i++)
        traits |= m->r[i].article ? MQ_TRAIT_DEFINITE : 0U;
    if (is_possessed(t, m))
        traits |= MQ_TRAIT_POSSESSED;
    if (has_damaged_article(&m->word))
        traits |= MQ_TRAIT_DEFINITE;
    if (m->word.n >= 5 && m->word.letter[m->word.n - 1] == TEH_MARBUTA && m->word.letter[m->word.n - 2] == YEH)
        traits |= MQ_TRAIT_RELATIONAL;
    if (m->word.n >= 5 && m->word.letter[0] == ALEF && m->word.letter[1] == LAM && m->word.letter[m->word.n - 1] == TEH_MARBUTA)
        traits |= MQ_TRAIT_FEMININE;
    if (calls_for_verb(key))
        traits |= MQ_TRAIT_PREVERB;
    if (allows_imperfect(key) || (m->word.n == 4 && m->word.letter[0] == TEH))
        traits |= MQ_TRAIT_IMPERFECT;
    if (is_accusative(&m->word))
        traits |= MQ_TRAIT_ACCUSATIVE;
    if (roles_of(t, &m->r[0]) & MQ_ROLE_PREP)
        traits |= MQ_TRAIT_PREP;
    if (stands_between(key))
        traits |= MQ_TRAIT_BETWEEN;
    if (mq_str_equal(key, MQ_STR("\u0645\u0646")))
        traits |= MQ_TRAIT_WHO;
    if (is_every(key))
        traits |= MQ_TRAIT_EVERY;
    return (uint16_t)traits;
}
