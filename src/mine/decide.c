/* decide.c - see decide.h. */
#include <string.h>

#include <muqabil/text.h>

#include "lexicon/function.h"
#include "mine/decide.h"
#include "text/language.h"
#include "text/words.h"

/* Whether the span holds names and unknown words alone. */
static bool is_name(const mq_site *site, const mq_candidate *c)
{
    for (size_t i = c->first; i <= c->last; i++)
        if (site->s->tok[i].kinds & ~(unsigned)(MQ_WORD_NAME | MQ_WORD_FORM))
            return false;
    return true;
}

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c)
{
    const float initials = c->in_order > c->reversed ? c->in_order : c->reversed;

    if (c->letter_names)
        return MQ_KIND_TRANSLITERATION;
    if (site->u.flags & MQ_UNIT_ACRONYM)
        return c->translit > 0.6f && c->tokens <= 2 && (c->content < 2 || initials < 0.7f) ? MQ_KIND_TRANSLITERATION : MQ_KIND_ACRONYM;
    if (c->translit > 0.4f || (c->translit_words > 0.5f && c->translit_words > c->word_cover - c->translit_words))
        return MQ_KIND_TRANSLITERATION;
    return (site->u.flags & MQ_UNIT_CAPITAL) && c->tokens <= 3 && is_name(site, c) ? MQ_KIND_TRANSLITERATION : MQ_KIND_TRANSLATION;
}

/* 3G, 6G: everywhere the same. */
static bool is_generation(const mq_unit *u)
{
    return u->nletters == 2 && u->letters[0] >= '1' && u->letters[0] <= '9' && u->letters[1] == 'G';
}

/*
 * A listed acronym is of the language that gives its letters; another one of the language whose initials explain more, English on a tie.
 */
static mq_lang lang_of_acronym(const mq_unit *u, const mq_candidate *c)
{
    const float lead = c->french - c->english;

    if (is_generation(u))
        return MQ_LANG_UND;
    if (c->listed >= 0.7f && (c->langs == MQ_RENDERING_FR || c->langs == MQ_RENDERING_EN))
        return c->langs == MQ_RENDERING_FR ? MQ_LANG_FR : MQ_LANG_EN;
    return lead > (c->listed >= 0.7f ? 0.5f : 0.1f) ? MQ_LANG_FR : MQ_LANG_EN;
}

static bool ends_in(mq_str w, const char *ending)
{
    const size_t n = strlen(ending);

    return w.n >= n + 2 && memcmp(w.p + w.n - n, ending, n) == 0;
}

/* Hyaena hyaena, Nerium oleander: a capital, then a lower-case word with a Latin ending; neither is in the lexicon. Families end in -idae, -aceae. */
static bool is_taxon(const mq_unit *u)
{
    static const char *const endings[] = { "us", "a", "um", "is", "ii", "ae", "er", "on", "ens", "ex", "ix", "as", "es" };
    const mq_str last = { u->nwords ? u->word[u->nwords - 1].folded : "", u->nwords ? u->word[u->nwords - 1].n : 0 };

    if (u->nwords == 1)
        return ends_in(last, "idae") || ends_in(last, "aceae");
    if (u->nwords != 2 || !(u->flags & MQ_UNIT_CAPITAL) || u->word[0].known || u->word[1].known || u->second_capital)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_in(last, endings[i]))
            return true;
    return false;
}

/* The words of the unit vote: by their form, by the language in which the lexicon has them, by those that the Arabic explains. */
static mq_lang_votes votes_of(const mq_site *site, const mq_candidate *c)
{
    const mq_unit *u = &site->u;
    mq_lang_votes v;

    (void)mq_lang_vote(&v, mq_unit_text(site));
    for (unsigned i = 0; i < u->nwords; i++) {
        const unsigned langs = u->word[i].known & (MQ_RENDERING_FR | MQ_RENDERING_EN);

        v.french += langs == MQ_RENDERING_FR ? 2 : 0;
        v.english += langs == MQ_RENDERING_EN ? 2 : 0;
        v.other += u->word[i].foreign ? 4 : 0;
    }
    v.french += c->fr_hits > c->en_hits;
    v.english += c->en_hits > c->fr_hits;
    v.other += is_taxon(u) ? 4 : 0;
    return v;
}

/* Whether most content words are common words of French or English, none of those a name: Google Drive, Reality Labs. */
static bool is_common(const mq_unit *u)
{
    unsigned common = 0;

    for (unsigned i = 0; i < u->nwords; i++)
        common += u->word[i].key.exact && u->word[i].known && !(u->word[i].known & MQ_RENDERING_NAME);
    return 2 * common >= u->ncontent;
}

/* Hampstead and Highgate */
static bool joins_in_english(const mq_unit *u)
{
    for (unsigned i = 1; i + 1 < u->nwords; i++)
        if (mq_str_equal((mq_str){ u->word[i].folded, u->word[i].n }, MQ_STR("and")) || mq_str_equal((mq_str){ u->word[i].folded, u->word[i].n }, MQ_STR("of")))
            return true;
    return false;
}

static mq_lang lang_of_words(const mq_site *site, const mq_candidate *c, mq_kind kind)
{
    const mq_lang_votes v = votes_of(site, c);
    const mq_lang elected = mq_lang_elected(&v);

    if (kind != MQ_KIND_TRANSLITERATION)
        return elected == MQ_LANG_UND ? MQ_LANG_EN : elected; /* a word that both spell alike: most of them stand in texts on computing and science */
    if ((site->u.flags & MQ_UNIT_CAPITAL) && (elected == MQ_LANG_OTHER || !is_common(&site->u)))
        return joins_in_english(&site->u) ? MQ_LANG_EN : MQ_LANG_UND; /* the name of a person or a place is of no language */
    return elected == MQ_LANG_UND ? MQ_LANG_EN : elected;
}

mq_lang mq_decide_lang(const mq_site *site, const mq_candidate *c, mq_kind kind)
{
    const unsigned cues = site->anchor[c->left ? 0 : 1].cues;

    if (cues & MQ_ROLE_FR)
        return MQ_LANG_FR;
    if (cues & MQ_ROLE_EN)
        return MQ_LANG_EN;
    if (cues & MQ_ROLE_FOREIGN)
        return MQ_LANG_OTHER;
    if (site->u.flags & MQ_UNIT_ACRONYM)
        return kind == MQ_KIND_ACRONYM || (site->u.flags & MQ_UNIT_LISTED) ? lang_of_acronym(&site->u, c) : MQ_LANG_EN;
    return lang_of_words(site, c, kind);
}

mq_pattern mq_decide_pattern(const mq_site *site, const mq_candidate *c)
{
    static const struct { unsigned gap; mq_pattern pattern; } order[] = {
        { MQ_GAP_CUE | MQ_GAP_OR, MQ_PATTERN_CUE }, { MQ_GAP_OPEN | MQ_GAP_CLOSE, MQ_PATTERN_PAREN }, { MQ_GAP_SLASH, MQ_PATTERN_SLASH },
        { MQ_GAP_DASH | MQ_GAP_COLON, MQ_PATTERN_DASH }, { MQ_GAP_LATIN, MQ_PATTERN_LIST }, { MQ_GAP_QUOTE, MQ_PATTERN_QUOTE },
        { MQ_GAP_COMMA, MQ_PATTERN_LIST },
    };

    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (c->gap & order[i].gap)
            return order[i].pattern;
    return site->u.flags & MQ_UNIT_QUOTED || c->quoted_exactly ? MQ_PATTERN_QUOTE : MQ_PATTERN_ADJACENT;
}
