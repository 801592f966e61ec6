/* initials.c - see initials.h. */
#include "mine/initials.h"

/*
 * The largest sum of letters explained by tokens when both go in order (or one of them backwards), each token at most one letter: a longest common subsequence
 * with weights. Tokens without a letter are skipped freely here; what they leave open is another figure.
 */
static float initials_in_order(const mq_evidence *e, size_t from, size_t to, const mq_unit *u, bool backwards)
{
    float best[MQ_UNIT_LETTERS + 1] = { 0 };

    for (size_t i = from; i <= to; i++) {
        float diagonal = 0;

        if (!e->gives[i])
            continue;
        for (unsigned k = 1; k <= u->nletters; k++) {
            const unsigned letter = backwards ? u->nletters - k : k - 1;
            const float with = diagonal + e->initial[i][letter];

            diagonal = best[k];
            if (with > best[k])
                best[k] = with;
            if (best[k - 1] > best[k])
                best[k] = best[k - 1];
        }
    }
    return best[u->nletters] / (float)u->nletters;
}

static float letter_at_end(const mq_evidence *e, size_t row, const mq_unit *u)
{
    const float a = e->initial[row][0], b = e->initial[row][u->nletters - 1U];

    return a > b ? a : b;
}

/* One letter per token in any order, greedily from the first letter: good enough for two to six letters. */
static float initials_any_order(const mq_evidence *e, size_t from, size_t to, const mq_unit *u)
{
    bool used[MQ_SIDE_TOKENS] = { false };
    float sum = 0;

    for (unsigned k = 0; k < u->nletters; k++) {
        size_t best = SIZE_MAX;

        for (size_t i = from; i <= to; i++)
            if (e->gives[i] && !used[i] && e->initial[i][k] > 0 && (best == SIZE_MAX || e->initial[i][k] > e->initial[best][k]))
                best = i;
        if (best != SIZE_MAX) {
            used[best] = true;
            sum += e->initial[best][k];
        }
    }
    return sum / (float)u->nletters;
}

/* Likeness to the nearest listed name: 2·common / (words of the name + content words of the span). */
static float listed_likeness(const mq_site *site, const mq_evidence *e, size_t from, size_t to, mq_acronyms names, mq_candidate *c)
{
    float best = 0;

    for (size_t k = 0; k < names.n; k++) {
        const mq_acronym *a = &names.a[k];
        unsigned common = 0, words = 0, used = 0;
        float dice;

        if (a->expansion)
            continue;
        for (size_t i = from; i <= to; i++) {
            const uint32_t stem = site->s->tok[e->token[i]].acronym_stem;

            if (site->s->tok[e->token[i]].script != MQ_ARABIC || !stem)
                continue;
            words++;
            for (unsigned w = 0; w < a->n; w++)
                if (a->stem[w] == stem && !(used & 1U << w)) {
                    used |= 1U << w;
                    common++;
                    break;
                }
        }
        dice = words + a->n ? 2.0f * (float)common / (float)(words + a->n) : 0;
        if (dice > best) {
            best = dice > 1 ? 1 : dice;
            c->langs = a->langs;
        }
    }
    return best;
}

static bool spells_letters(const mq_site *site, const mq_evidence *e, size_t from, size_t to, const mq_dicts *d)
{
    unsigned k = 0;

    for (size_t i = from; i <= to; i++) {
        const mq_tok *t = &site->s->tok[e->token[i]];

        if (t->script != MQ_ARABIC)
            continue;
        if (k == site->u.nletters || !mq_names_letter(t, site->u.letters[k], k == 0, d))
            return false;
        k++;
    }
    return k == site->u.nletters && k > 1;
}

/* Whether number words say the digits of an acronym: الجيل الرابع 4G, مجموعة العشرين G20. */
static bool says_digits(const mq_evidence *e, size_t from, size_t to, const mq_unit *u)
{
    bool any = false;

    for (unsigned k = 0; k < u->nletters; k++) {
        bool said = false;

        if (u->letters[k] < '0' || u->letters[k] > '9')
            continue;
        for (size_t i = from; i <= to; i++)
            said |= e->initial[i][k] > 0.5f;
        if (!said && !(any && u->letters[k] == '0'))
            return false;
        any = true;
    }
    return any;
}

void mq_judge_letters(mq_candidate *c, const mq_site *site, const mq_evidence *e, size_t from, size_t to, const mq_listing *listing, const mq_dicts *d)
{
    const mq_unit *u = &site->u;
    const unsigned last = u->nletters - 1U;

    c->in_order = initials_in_order(e, from, to, u, false);
    c->reversed = initials_in_order(e, from, to, u, true);
    c->any_order = initials_any_order(e, from, to, u);
    c->first_letter = letter_at_end(e, from, u);
    c->last_letter = letter_at_end(e, to, u);
    for (size_t i = from; i <= to; i++)
        for (unsigned k = 0; e->gives[i] && k <= last; k++)
            c->langs = (uint8_t)(c->langs | e->initial_langs[i][k]);
    c->letter_names = spells_letters(site, e, from, to, d);
    c->listed = listed_likeness(site, e, from, to, listing->names, c);
    c->digits_said = says_digits(e, from, to, u);
    c->expanded = mq_expanded_likeness(&listing->expansions, e, from, to);
}
