/* decide.c - see decide.h. */
#include "lexicon/function.h"
#include "mine/decide.h"
#include "text/words.h"

bool mq_holds_names(const mq_site *site, const mq_candidate *c)
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
    if (site->u.flags & MQ_UNIT_SHORT)
        return MQ_KIND_ACRONYM;
    return (site->u.flags & MQ_UNIT_CAPITAL) && c->tokens <= 3 && mq_holds_names(site, c) ? MQ_KIND_TRANSLITERATION : MQ_KIND_TRANSLATION;
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

/* The candidate that is c without the class word before it, which the Latin does not say: أكاديمية هواوي of برنامج أكاديمية هواوي; or n. */
static size_t without_class_word(const mq_site *site, const mq_candidate *c)
{
    if (!(site->s->tok[c->first].roles & MQ_ROLE_HEAD) || c->first_explained || !c->left || site->u.nletters)
        return site->n;
    for (size_t i = 0; i < site->n; i++)
        if (site->c[i].left && site->c[i].last == c->last && site->c[i].first == c->first + 1)
            return i;
    return site->n;
}

/* When the model cannot tell whether a class word is of the term, it is not, as writers of glossaries have it; and that is no doubt about the term. */
static void join_class_words(double p[MQ_CANDIDATES], const mq_site *site)
{
    static const double near = 1.1;

    for (size_t i = 0; i < site->n; i++) {
        const size_t k = without_class_word(site, &site->c[i]);

        if (k < site->n && p[k] * near >= p[i] && p[i] * near >= p[k]) {
            p[k] += p[i];
            p[i] = 0;
        }
    }
}

double mq_decide_chances(double p[MQ_CANDIDATES], const mq_model *model, const mq_site *site, const mq_dicts *d)
{
    const double none = mq_model_judge(model, site, d, p);

    join_class_words(p, site);
    return none;
}

size_t mq_decide_best(double *score, const double p[MQ_CANDIDATES], const mq_model *model, const mq_site *site)
{
    size_t best = 0;

    for (size_t i = 1; i < site->n; i++)
        if (p[i] > p[best])
            best = i;
    *score = mq_model_calibrate(model, p[best]);
    return best;
}
