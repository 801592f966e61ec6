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
 * 0 = bare, 1 = with the article, P = with a pronoun. Nothing is asked across a preposition or conjunction; a participle takes the article before a preposition
 * with a pronoun (المرسل إليه). Nor across ذو, ذات …, which never have the article (الشركة ذات المسؤولية المحدودة).
 * Source: Ryding (2005), ch. 8 (idafa) and 10.1 (agreement).
 */
#include "match/agree.h"

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
    if (bit(term->complement, i + 1) && !(r->alt[i].flags & (MQ_ALT_PRONOUN | MQ_ALT_FEMININE)))
        return true;
    if (t0 && !t1)
        return a0 || p0 || !a1;
    if ((a0 || p0) && !a1)
        return a0 && p1 && bit(term->epithet, i);
    if (a0 || p0)
        return t0 == t1 || (a0 && bit(term->epithet, i));
    return !a1 || !(t0 || (!t1 && bit(term->adjective, i + 1)));
}

/* مراقب للحسابات is an indefinite مراقب الحسابات; an adjective is never glued to ل, nor is it behind a definite word. */
static bool is_genitive_with_for(const mq_run *r, const mq_shape *term, unsigned i)
{
    const uint16_t before = i ? r->alt[i - 1].flags : 0;

    if (i == 0 || term->phrase || term->cue || bit(term->free | term->having | term->epithet | term->complement, i) || bit(term->free | term->having, i - 1))
        return false;
    return !bit(term->articles, i - 1) && !(before & (MQ_ALT_ARTICLE | MQ_ALT_PRONOUN | MQ_ALT_CONSTRUCT));
}

static bool phrase_agrees(const mq_run *r, const mq_shape *term, unsigned *cost)
{
    for (unsigned i = 0; i < r->n; i++) {
        const bool article = r->alt[i].flags & MQ_ALT_ARTICLE;
        const bool next_with_for = i + 1 < r->n && (r->alt[i + 1].flags & MQ_ALT_FOR);

        if (next_with_for && !is_genitive_with_for(r, term, i + 1))
            return false;
        if (bit(term->free, i) && !term->cue && (r->alt[i].flags & (MQ_ALT_PRONOUN | MQ_ALT_CHANGED)) && (r->word[i].traits & MQ_TRAIT_ARABIC))
            return false;
        if (bit(term->having, i) && article)
            return false;
        if (i + 1 < r->n && !next_with_for && !bit(term->free | term->having, i) && !bit(term->free | term->having, i + 1) && !pair_agrees(r, term, i))
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

    return bit(term->articles, r->n - 1) && !(last->flags & (MQ_ALT_ARTICLE | MQ_ALT_PRONOUN)) && is_definite(r->after) ? MQ_AGREE_CHAIN : 0;
}

/* المراقبة inside a term is the feminine of مراقب only where the term has an adjective. */
static bool feminines_fit(const mq_run *r, const mq_shape *term)
{
    for (unsigned i = 0; i < r->n && term->lang == MQ_LANG_AR; i++)
        if ((r->alt[i].flags & MQ_ALT_FEMININE) && (r->alt[i].flags & MQ_ALT_LONGER) && !bit(term->epithet, i))
            return false;
    return true;
}

static bool gains_article(const mq_run *r, const mq_shape *term, unsigned i)
{
    return (r->alt[i].flags & MQ_ALT_ARTICLE) && !bit(term->articles, i);
}

/*
 * من حق, من حقه, but not من الحقوق: the last word of a set phrase is as it stands there; those before it may be inflected (المعنيين بالأمر). An adjective
 * may have the article, as its noun does (المواد الغذائية).
 */
static bool is_set(const mq_run *r, const mq_shape *term)
{
    const unsigned last = r->n - 1;

    if (!term->phrase)
        return true;
    if (r->alt[last].flags & MQ_ALT_CHANGED)
        return false;
    return gains_article(r, term, last - 1) || !(r->alt[last].flags & MQ_ALT_ARTICLE) == !bit(term->articles, last);
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

/* A bare word, as a verb is: تخصص الدولة, but not التخصص. */
static bool is_bare(const mq_run *r, const mq_shape *term)
{
    return !term->bare || !(r->alt[term->place].flags & (MQ_ALT_ARTICLE | MQ_ALT_PRONOUN | MQ_ALT_PREP | MQ_ALT_CHANGED));
}

bool mq_agrees(const mq_run *r, const mq_shape *term, unsigned *cost)
{
    *cost += breaks_chain(r, term);
    return !(r->loose & ~term->loose) && spelled_alike(r, term, cost) && phrase_agrees(r, term, cost) && genitives_follow(r) && feminines_agree(r, term) &&
           feminines_fit(r, term) && is_set(r, term) && is_bare(r, term);
}
