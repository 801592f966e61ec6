/* kin.c - see kin.h. */
#include "mine/kin.h"

bool mq_plain_to_see(const mq_site *site, const mq_candidate *c)
{
    if (site->u.nletters)
        return c->listed > 0.9f || c->letter_names || (c->in_order > 0.9f && c->content <= site->u.nletters);
    return c->translit > 0.9f || (c->word_cover > 0.8f && c->token_cover > 0.8f);
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
    const mq_candidate *plain[2] = { NULL, NULL }; /* the last one of a side, which is the longest */

    for (size_t i = 0; i < site->n; i++)
        if (mq_plain_to_see(site, &site->c[i]))
            plain[!site->c[i].left] = &site->c[i];
    for (unsigned i = 0; i < 2; i++) {
        if (plain[i] && by > 0 && kin->nclaims < MQ_CLAIMS)
            kin->claim[kin->nclaims++] = (mq_claim){ (uint16_t)site->u.first, (uint16_t)plain[i]->first, (uint16_t)plain[i]->last };
        if (site->anchor[i].found) {
            uint8_t *n = &(plain[i] ? kin->plain : kin->bare)[i][mq_gap_sort(site->anchor[i].gap)];

            *n = (uint8_t)(*n + by);
        }
    }
}
