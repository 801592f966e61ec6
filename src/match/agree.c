/*
 * agree.c - see agree.h.
 *
 * Definiteness. A noun phrase is definite or not as a whole; where its article stands tells its kind. Noun and adjective both have it or both have none; of noun
 * and genitive only the last may have it. So a term's articles and those of the text must fit together, pair by pair of neighbours:
 *     term         text that fits                       text that does not
 *     0 0          0 0, 1 1, P 1, 0 1 (not: adjective)  1 0, P 0       (المركز قانوني is a sentence)
 *     0 1          0 1, 0 0, 0 P                        1 1, P 1       (an idafa head takes neither article nor pronoun), 1 0
 *     1 1          1 1, 0 0, P 1                        0 1, 1 0, P 0
 *     1 0          anything but 0 1                     (المتهم غيابيا)
 * 0 = bare, 1 = with the article, P = with a pronoun. Nothing is asked across a preposition or conjunction.
 * Source: Ryding (2005), ch. 8 (idafa) and 10.1 (agreement).
 */
#include "match/agree.h"

enum { CHAIN = 24 };

static bool bit(uint32_t set, unsigned i)
{
    return i < 32 && (set >> i & 1U);
}

/* أعداد is no إعداد, a bare ا can be either; عليه is no علّية. */
static bool spelled_alike(const mq_run *r, const mq_shape *term, unsigned *cost)
{
    for (unsigned i = 0; i < r->n; i++) {
        const unsigned want = (unsigned)(term->seats >> 2 * i & 3U), got = r->alt[i].seat;

        if ((want && got && want != got) || (r->alt[i].flags & (bit(term->teh, i) ? MQ_ALT_HEH : MQ_ALT_TEH)))
            return false;
        *cost += want != got;
    }
    return true;
}

static bool pair_agrees(const mq_run *r, const mq_shape *term, unsigned i)
{
    const bool t0 = bit(term->articles, i), t1 = bit(term->articles, i + 1);
    const bool a0 = r->alt[i].flags & MQ_ALT_ARTICLE, a1 = r->alt[i + 1].flags & MQ_ALT_ARTICLE;
    const bool p0 = r->alt[i].flags & MQ_ALT_PRONOUN, p1 = r->alt[i + 1].flags & MQ_ALT_PRONOUN;

    if (bit(term->adjective, i + 1) && p1)
        return false;
    if (t0 && !t1)
        return a0 || p0 || !a1;
    if ((a0 || p0) && !a1)
        return a0 && p1 && bit(term->epithet, i);
    if (a0 || p0)
        return t0 == t1 || (a0 && bit(term->epithet, i));
    return !a1 || !(t0 || (!t1 && bit(term->adjective, i + 1)));
}

static bool phrase_agrees(const mq_run *r, const mq_shape *term, unsigned *cost)
{
    for (unsigned i = 0; i < r->n; i++) {
        const bool article = r->alt[i].flags & MQ_ALT_ARTICLE;

        if (r->n > 1 && bit(term->free, i) && !term->cue && (r->alt[i].flags & (MQ_ALT_PRONOUN | MQ_ALT_CHANGED)) && (r->word[i].traits & MQ_TRAIT_ARABIC))
            return false;
        if (i + 1 < r->n && !bit(term->free, i) && !bit(term->free, i + 1) && !pair_agrees(r, term, i))
            return false;
        *cost += article != bit(term->articles, i);
    }
    return true;
}

/* The word k behind the i-th of the run. */
static const mq_textword *behind(const mq_run *r, unsigned i, unsigned k)
{
    if (i + k < r->n)
        return &r->word[i + k];
    return i + k == r->n ? r->after : i + k == r->n + 1 ? r->second : NULL;
}

static bool is_definite(const mq_textword *w)
{
    return w && (w->traits & MQ_TRAIT_DEFINITE);
}

/* مهندسو, كتابي (two books of): a noun must follow, and that or the next one must be definite where the ending could be another. */
static bool genitives_follow(const mq_run *r)
{
    for (unsigned i = 0; i < r->n; i++) {
        const mq_textword *next = behind(r, i, 1);

        if (!(r->alt[i].flags & MQ_ALT_CONSTRUCT))
            continue;
        if (!next || !(next->traits & MQ_TRAIT_ARABIC))
            return false;
        if (!(r->alt[i].flags & MQ_ALT_SURELY) && !is_definite(next) && !is_definite(behind(r, i, 2)))
            return false;
    }
    return true;
}

/* مجلس in أعضاء مجلس الإدارة goes with what follows it rather than being an indefinite form of أعضاء المجلس: a match that ends before it is better. */
static unsigned breaks_chain(const mq_run *r, const mq_shape *term)
{
    const mq_alt *last = &r->alt[r->n - 1];

    return bit(term->articles, r->n - 1) && !(last->flags & (MQ_ALT_ARTICLE | MQ_ALT_PRONOUN)) && is_definite(r->after) ? CHAIN : 0;
}

static bool is_definite_phrase(const mq_textword *w)
{
    return w && (w->traits & (MQ_TRAIT_DEFINITE | MQ_TRAIT_POSSESSED));
}

/* The word that an adjective would belong to: also in الهيئة بين المهنية. */
static const mq_textword *noun_before(const mq_run *r)
{
    return r->before && (r->before->traits & MQ_TRAIT_BETWEEN) ? r->beyond : r->before;
}

/*
 * An adjective follows its noun and is as definite: المالية in وزير المالية is finance, in السياسة المالية financial. Behind و it follows another adjective: القانونية
 * والمالية, but not الاقتصاد والمالية.
 */
static bool follows_noun(const mq_run *r)
{
    const uint16_t flags = r->alt[0].flags;

    if (!(flags & MQ_ALT_FEMININE) || !(flags & MQ_ALT_ARTICLE))
        return true;
    return !(flags & MQ_ALT_PREP) && is_definite_phrase(noun_before(r)) && (!(flags & MQ_ALT_LEADING) || (r->before->traits & MQ_TRAIT_RELATIONAL));
}

/* A noun in ة that is the feminine of an adjective as well: in المخططات الجهوية and الأرض الواقعة it is the adjective. */
static bool is_adjective_here(const mq_run *r, const mq_shape *term)
{
    if (!term->abstract || !(r->alt[0].flags & MQ_ALT_ARTICLE) || (r->alt[0].flags & (MQ_ALT_LEADING | MQ_ALT_CHANGED)))
        return false;
    return r->word[0].traits & MQ_TRAIT_RELATIONAL ? is_definite_phrase(r->before) : is_definite(r->before);
}

/* المراقبة inside a term is the feminine of مراقب only where the term has an adjective. */
static bool feminines_fit(const mq_run *r, const mq_shape *term)
{
    for (unsigned i = 0; i < r->n && term->lang == MQ_LANG_AR; i++)
        if ((r->alt[i].flags & MQ_ALT_FEMININE) && (r->alt[i].flags & MQ_ALT_LONGER) && !bit(term->epithet, i))
            return false;
    return true;
}

/* On its own a word must be spelled with the hamza inside it (تألية is not التالية) and must not be a name (رباط, الرباط). */
static bool stands_alone(const mq_run *r, const mq_shape *term)
{
    if (r->n > 1)
        return true;
    if ((term->hamza && (r->alt[0].flags & MQ_ALT_BARE)) || (r->alt[0].flags & MQ_ALT_LONGER))
        return false;
    return (term->articles || !(r->alt[0].flags & MQ_ALT_NAME)) && follows_noun(r) && !is_adjective_here(r, term);
}

/* The word of the text is no verb: not تجربه (tries it) beside تجربة, nor what would have to be mended to be the noun. */
static bool stands_as_noun(const mq_run *r, const mq_shape *term)
{
    return term->noun && (term->teh ? r->alt[0].flags & MQ_ALT_TEH : r->alt[0].cost == 0);
}

/* A bare word is no noun where only a verb can stand; a word that is often a verb or particle wants proof that it is none. */
static bool can_be_noun(const mq_run *r, const mq_shape *term)
{
    const uint16_t flags = r->alt[0].flags;

    if (term->verb && (flags & (MQ_ALT_ARTICLE | MQ_ALT_PREP)))
        return false;
    if (r->n > 1 || (flags & (MQ_ALT_ARTICLE | MQ_ALT_CHANGED)) || !(r->word[0].traits & MQ_TRAIT_ARABIC))
        return true;
    if (term->phrase)
        return true;
    if (term->particle) /* الغير, but not غيره */
        return false;
    if (flags & (MQ_ALT_PREP | MQ_ALT_PRONOUN))
        return true;
    if (r->before && (r->before->traits & MQ_TRAIT_PREVERB) && !stands_as_noun(r, term))
        return false;
    if (r->before && (r->before->traits & r->word[0].traits & MQ_TRAIT_IMPERFECT))
        return false;
    return !term->verbal || (r->before && (r->before->traits & MQ_TRAIT_PREP));
}

static bool gains_article(const mq_run *r, const mq_shape *term, unsigned i)
{
    return (r->alt[i].flags & MQ_ALT_ARTICLE) && !bit(term->articles, i);
}

/*
 * من حق, من حقه, but not من الحقوق: the last word of a set phrase is as it stands there; those before it may be inflected (المعنيين بالأمر). A single word, a form that
 * goes its own way (أحكام), may have the article, and so may an adjective, as its noun does (المواد الغذائية). Of cues only single words are set.
 */
static bool is_set(const mq_run *r, const mq_shape *term)
{
    const unsigned last = r->n - 1;

    if (!term->phrase && (!term->cue || r->n > 1))
        return true;
    if (r->alt[last].flags & MQ_ALT_CHANGED)
        return false;
    return r->n == 1 || gains_article(r, term, last - 1) || !(r->alt[last].flags & MQ_ALT_ARTICLE) == !bit(term->articles, last);
}

/* Short acronyms must be in capitals (IT is no it), longer ones at least begin with one (Unesco). */
static bool capitals_agree(const mq_run *r, const mq_shape *term)
{
    if (!term->capitals || (r->word[0].traits & MQ_TRAIT_CAPITALS))
        return true;
    return r->word[0].end - r->word[0].start > 3 && (r->word[0].traits & MQ_TRAIT_CAPITAL);
}

/* A Latin feminine is one of French, or of a term of no known language. */
static bool feminines_agree(const mq_run *r, const mq_shape *term)
{
    if (term->lang != MQ_LANG_EN)
        return true;
    for (unsigned i = 0; i < r->n; i++)
        if (r->alt[i].flags & MQ_ALT_FEMININE)
            return false;
    return true;
}

bool mq_agrees(const mq_run *r, const mq_shape *term, unsigned *cost)
{
    *cost += breaks_chain(r, term);
    return !(r->loose & ~term->loose) && spelled_alike(r, term, cost) && phrase_agrees(r, term, cost) && genitives_follow(r) && can_be_noun(r, term) &&
           stands_alone(r, term) && capitals_agree(r, term) && feminines_agree(r, term) &&
           feminines_fit(r, term) && is_set(r, term);
}
