/* kin.c - what the units of a segment have in common, and which Arabic is plainly that of one of them (candidate.h). */
#include "mine/candidate.h"

bool mq_plain_to_see(const mq_site *site, const mq_candidate *c)
{
    if (site->u.nletters)
        return c->listed > 0.9f || c->letter_names || (c->in_order > 0.9f && c->content <= site->u.nletters);
    return c->translit > 0.9f || (c->word_cover > 0.8f && c->token_cover > 0.8f);
}

/* The longest candidate of a side that is plain to see. */
static void add_claim(mq_kin *kin, const mq_site *site, bool left)
{
    const mq_candidate *best = NULL;

    for (size_t i = 0; i < site->n; i++)
        if (site->c[i].left == left && mq_plain_to_see(site, &site->c[i]))
            best = &site->c[i];
    if (best && kin->nclaims < MQ_CLAIMS)
        kin->claim[kin->nclaims++] = (mq_claim){ (uint16_t)site->u.first, (uint16_t)best->first, (uint16_t)best->last };
}

bool mq_is_claimed(const mq_site *site, const mq_candidate *c)
{
    for (unsigned i = 0; i < site->kin.nclaims; i++) {
        const mq_claim *k = &site->kin.claim[i];

        if (k->unit != site->u.first && k->first <= c->last && k->last >= c->first)
            return true;
    }
    return false;
}

void mq_kin_count(mq_kin *kin, const mq_site *site, int by)
{
    bool plain[2] = { false, false };

    for (size_t i = 0; i < site->n; i++)
        plain[!site->c[i].left] |= mq_plain_to_see(site, &site->c[i]);
    for (unsigned i = 0; i < 2 && by > 0; i++)
        if (plain[i])
            add_claim(kin, site, i == 0);
    for (unsigned i = 0; i < 2; i++)
        if (site->anchor[i].found) {
            uint8_t *n = &(plain[i] ? kin->plain : kin->bare)[i][mq_gap_sort(site->anchor[i].gap)];

            *n = (uint8_t)(*n + by);
        }
}
