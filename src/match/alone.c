/*
 * alone.c - see alone.h.
 *
 * The rules of agree.c for a run of one word, and those that only speak of such: here a word has to be the term by itself.
 */
#include "match/alone.h"

/* أعداد is no إعداد, a bare ا can be either; عليه is no علّية; on its own تألية is not التالية. */
static bool spelled_alike(mq_alone *out, const mq_alt *form, const mq_shape *term)
{
    const unsigned want = (unsigned)(term->seats & 3U), got = form->seat;

    if ((want && got && want != got) || (form->flags & (term->teh & 1U ? MQ_ALT_HEH : MQ_ALT_TEH)) || (term->hamza && (form->flags & MQ_ALT_BARE)))
        return false;
    out->cost = (uint16_t)(out->cost + (want != got));
    return true;
}

/* The article; مجلس in مجلس الإدارة goes with what follows rather than being an indefinite form of المجلس. */
static void count_article(mq_alone *out, const mq_alt *form, const mq_shape *term)
{
    const bool wanted = term->articles & 1U, article = form->flags & MQ_ALT_ARTICLE;

    out->cost = (uint16_t)(out->cost + (wanted != article));
    out->flags |= wanted && !(form->flags & (MQ_ALT_ARTICLE | MQ_ALT_PRONOUN)) ? MQ_ALONE_CHAIN : 0;
}

/* مهندسو, كتابي (two books of): a noun must follow, and that or the next one must be definite where the ending could be another. */
static void want_genitive(mq_alone *out, const mq_alt *form)
{
    if (form->flags & MQ_ALT_CONSTRUCT)
        out->needs |= form->flags & MQ_ALT_SURELY ? MQ_AROUND_ARABIC : MQ_AROUND_ARABIC | MQ_AROUND_SOON_DEFINITE;
}

/* The word of the text is no verb: not تجربه (tries it) beside تجربة, nor what would have to be mended to be the noun. */
static bool stands_as_noun(const mq_alt *form, const mq_shape *term)
{
    return term->noun && (term->teh ? form->flags & MQ_ALT_TEH : form->cost == 0);
}

/* A bare word is no noun where only a verb can stand; a word that is often a verb or particle wants proof that it is none. */
static bool can_be_noun(mq_alone *out, const mq_alt *form, const mq_shape *term, unsigned traits)
{
    const uint16_t flags = form->flags;

    if (term->verb && (flags & (MQ_ALT_ARTICLE | MQ_ALT_PREP)))
        return false;
    if ((flags & (MQ_ALT_ARTICLE | MQ_ALT_CHANGED)) || !(traits & MQ_TRAIT_ARABIC) || term->phrase || term->cue)
        return true;
    if (term->particle) /* الغير, but not غيره */
        return false;
    if (flags & (MQ_ALT_PREP | MQ_ALT_PRONOUN))
        return true;
    out->refuses |= stands_as_noun(form, term) ? 0 : MQ_AROUND_PREVERB;
    out->refuses |= traits & MQ_TRAIT_IMPERFECT ? MQ_AROUND_IMPERFECT : 0;
    out->needs |= term->verbal ? MQ_AROUND_PREP : 0;
    return true;
}

/*
 * An adjective follows its noun and is as definite: المالية in وزير المالية is finance, in السياسة المالية financial. Behind و it follows another adjective: القانونية
 * والمالية, الهيئات العامة والمالية, but not الاقتصاد والمالية.
 */
static bool can_follow_noun(mq_alone *out, const mq_alt *form)
{
    if (!(form->flags & MQ_ALT_FEMININE) || !(form->flags & MQ_ALT_ARTICLE))
        return true;
    out->needs |= form->flags & MQ_ALT_LEADING ? MQ_AROUND_AFTER_NOUN | MQ_AROUND_RELATIONAL : MQ_AROUND_AFTER_NOUN;
    return !(form->flags & MQ_ALT_PREP);
}

/* نهائيا is finally, unless a noun stands before it that is in the accusative, too: حكما نهائيا. */
static void refuse_adverb(mq_alone *out, const mq_alt *form, const mq_shape *term)
{
    if (term->relational && (form->flags & MQ_ALT_CASE) && !term->cue)
        out->needs |= MQ_AROUND_ACCUSATIVE;
}

/* A noun in ة that is the feminine of an adjective as well: in المخططات الجهوية and الأرض الواقعة it is the adjective. */
static void refuse_adjective(mq_alone *out, const mq_alt *form, const mq_shape *term, unsigned traits)
{
    if (term->abstract && (form->flags & MQ_ALT_ARTICLE) && !(form->flags & (MQ_ALT_LEADING | MQ_ALT_CHANGED)))
        out->refuses |= traits & MQ_TRAIT_RELATIONAL ? MQ_AROUND_AFTER_PHRASE : MQ_AROUND_AFTER_DEFINITE;
}

/* A cue of an adjective: المؤسسة in الاتفاقية المؤسسة, but not in والمؤسسة, of which nothing is told. */
static bool can_be_attributive(mq_alone *out, const mq_alt *form)
{
    out->needs |= MQ_AROUND_AFTER_DEFINITE;
    return (form->flags & MQ_ALT_ARTICLE) && !(form->flags & (MQ_ALT_LEADING | MQ_ALT_PREP));
}

/* What is only seen inside longer terms; a name (رباط, الرباط); a set word, which is as it is. A Latin feminine is one of French, or of a term of no known language. */
static bool stands_alone(const mq_alt *form, const mq_shape *term)
{
    if ((form->flags & MQ_ALT_LONGER) || (!term->articles && (form->flags & MQ_ALT_NAME)))
        return false;
    if ((term->phrase || (term->cue && !term->attributive)) && (form->flags & MQ_ALT_CHANGED))
        return false;
    return term->lang != MQ_LANG_EN || !(form->flags & MQ_ALT_FEMININE);
}

/* Short acronyms must be in capitals (IT is no it), longer ones at least begin with one (Unesco). */
static bool capitals_agree(const mq_shape *term, unsigned traits, uint32_t bytes)
{
    return !term->capitals || (traits & MQ_TRAIT_CAPITALS) || (bytes > 3 && (traits & MQ_TRAIT_CAPITAL));
}

bool mq_alone_of(mq_alone *out, const mq_alt *form, const mq_shape *term, unsigned traits, uint32_t bytes)
{
    out->needs = out->refuses = out->flags = 0;
    out->cost = form->cost;
    if (!stands_alone(form, term) || !spelled_alike(out, form, term) || !capitals_agree(term, traits, bytes) || !can_be_noun(out, form, term, traits) ||
        !can_follow_noun(out, form) || (term->attributive && !can_be_attributive(out, form)))
        return false;
    count_article(out, form, term);
    want_genitive(out, form);
    refuse_adverb(out, form, term);
    refuse_adjective(out, form, term, traits);
    out->flags |= term->phrase ? MQ_ALONE_PHRASE : 0;
    out->flags |= term->cue ? MQ_ALONE_CUE : 0;
    out->flags |= !term->capitals && (term->lang == MQ_LANG_FR || term->lang == MQ_LANG_EN) ? MQ_ALONE_LINE : 0;
    return true;
}

static bool is_definite_phrase(const mq_textword *w)
{
    return w && (w->traits & (MQ_TRAIT_DEFINITE | MQ_TRAIT_POSSESSED));
}

static unsigned when(bool holds, unsigned bits)
{
    return holds ? bits : 0;
}

/* قد, الذي; كل من, whoever. */
static bool calls_for_verb(const mq_textword *w, const mq_textword *beyond)
{
    return (w->traits & MQ_TRAIT_PREVERB) || (beyond && (w->traits & MQ_TRAIT_WHO) && (beyond->traits & MQ_TRAIT_EVERY));
}

/* الاقتصادية, and العامة behind الهيئات. */
static bool is_adjective(const mq_textword *w, const mq_textword *beyond)
{
    return (w->traits & MQ_TRAIT_RELATIONAL) || ((w->traits & MQ_TRAIT_FEMININE) && beyond && (beyond->traits & MQ_TRAIT_DEFINITE));
}

/* What the word before one says; beyond: the one before that. */
static unsigned before(const mq_textword *w, const mq_textword *beyond)
{
    return when(calls_for_verb(w, beyond), MQ_AROUND_PREVERB) | when(w->traits & MQ_TRAIT_IMPERFECT, MQ_AROUND_IMPERFECT) |
           when(w->traits & MQ_TRAIT_PREP, MQ_AROUND_PREP) | when(w->traits & MQ_TRAIT_ACCUSATIVE, MQ_AROUND_ACCUSATIVE) |
           when(is_adjective(w, beyond), MQ_AROUND_RELATIONAL) |
           when(w->traits & MQ_TRAIT_DEFINITE, MQ_AROUND_AFTER_DEFINITE) | when(is_definite_phrase(w), MQ_AROUND_AFTER_PHRASE) |
           when(is_definite_phrase(w->traits & MQ_TRAIT_BETWEEN ? beyond : w), MQ_AROUND_AFTER_NOUN);
}

unsigned mq_around(const mq_words *w, uint32_t i)
{
    const mq_textword *after = mq_neighbour(w, i + (size_t)1), *second = after ? mq_neighbour(w, i + (size_t)2) : NULL;
    const bool definite = after && (after->traits & MQ_TRAIT_DEFINITE);
    unsigned around = MQ_AROUND_ASKED;

    if (i > 0 && mq_neighbour(w, i))
        around |= before(&w->word[i - 1], i > 1 && mq_neighbour(w, i - 1) ? &w->word[i - 2] : NULL);
    if (after && (after->traits & MQ_TRAIT_ARABIC))
        around |= MQ_AROUND_ARABIC;
    if (definite)
        around |= MQ_AROUND_DEFINITE;
    if (definite || (second && (second->traits & MQ_TRAIT_DEFINITE)))
        around |= MQ_AROUND_SOON_DEFINITE;
    return around;
}
