/* decide.c - see decide.h. */
#include <muqabil/text.h>

#include "lexicon/function.h"
#include "mine/decide.h"

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c)
{
    const float initials = c->in_order > c->reversed ? c->in_order : c->reversed;

    if (c->letter_names)
        return MQ_KIND_TRANSLITERATION;
    if (site->u.flags & MQ_UNIT_ACRONYM)
        return c->translit > 0.6f && c->tokens <= 2 && (c->content < 2 || initials < 0.7f) ? MQ_KIND_TRANSLITERATION : MQ_KIND_ACRONYM;
    if (c->translit > 0.4f || (c->translit_words > 0.5f && c->translit_words > c->word_cover - c->translit_words))
        return MQ_KIND_TRANSLITERATION;
    return MQ_KIND_TRANSLATION;
}

static mq_lang lang_of_renderings(unsigned langs)
{
    return langs == MQ_RENDERING_FR ? MQ_LANG_FR : langs == MQ_RENDERING_EN ? MQ_LANG_EN : MQ_LANG_UND;
}

/* A listed acronym is of the language that gives its letters; another one of the language whose initials explain more. */
static mq_lang lang_of_acronym(const mq_candidate *c)
{
    if (c->listed >= 0.5f)
        return lang_of_renderings(c->langs) == MQ_LANG_UND ? MQ_LANG_EN : lang_of_renderings(c->langs);
    if (c->french < 0.5f && c->english < 0.5f)
        return MQ_LANG_UND;
    return c->french > c->english ? MQ_LANG_FR : MQ_LANG_EN;
}

/* Words that the lexicon has in one language only; more than half of them decide. */
static mq_lang lang_by_lexicon(const mq_unit *u, const mq_dicts *d, bool all)
{
    unsigned fr = 0, en = 0, known = 0;

    for (unsigned i = 0; i < u->nwords; i++) {
        const unsigned langs = u->word[i].key.exact ? mq_lexicon_latin(d->latin, u->word[i].key.exact) : 0;

        known += langs != 0;
        fr += langs == MQ_RENDERING_FR;
        en += langs == MQ_RENDERING_EN;
    }
    if (all && known < u->ncontent)
        return MQ_LANG_UND;
    return fr > en ? MQ_LANG_FR : en > fr ? MQ_LANG_EN : MQ_LANG_UND;
}

static mq_lang lang_of_words(const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d)
{
    const mq_unit *u = &site->u;
    const mq_lang by_words = mq_latin_language(mq_unit_text(site));

    if (kind == MQ_KIND_TRANSLITERATION)
        return by_words == MQ_LANG_OTHER ? MQ_LANG_OTHER : lang_by_lexicon(u, d, true);
    if (by_words != MQ_LANG_UND)
        return by_words;
    if (lang_by_lexicon(u, d, false) != MQ_LANG_UND)
        return lang_by_lexicon(u, d, false);
    if (c->fr_hits != c->en_hits)
        return c->fr_hits > c->en_hits ? MQ_LANG_FR : MQ_LANG_EN;
    return MQ_LANG_EN; /* a word that both spell alike: most of them stand in texts on computing and science */
}

mq_lang mq_decide_lang(const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d)
{
    const unsigned cues = site->anchor[c->left ? 0 : 1].cues;

    if (cues & MQ_ROLE_FR)
        return MQ_LANG_FR;
    if (cues & MQ_ROLE_EN)
        return MQ_LANG_EN;
    if (cues & MQ_ROLE_FOREIGN)
        return MQ_LANG_OTHER;
    if (site->u.flags & MQ_UNIT_ACRONYM)
        return kind == MQ_KIND_ACRONYM || c->letter_names || c->listed >= 0.5f ? lang_of_acronym(c) : MQ_LANG_UND;
    return lang_of_words(site, c, kind, d);
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
