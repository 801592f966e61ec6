/*
 * spell/edit.h - what a slip costs: the distance from a word as written to a word as meant, in sixteenths of a bit (-16 · log2 of its chance).
 */
#ifndef MQ_SPELL_EDIT_H
#define MQ_SPELL_EDIT_H

#include "base/dict.h"
#include "spell/letters.h"

extern const mq_dict mq_dict_costs;

enum { MQ_EDIT_BIT = 16, MQ_EDIT_FAR = 4000, MQ_EDIT_LETTERS = 64 };

/* Image of dict/costs.tsv. [written][meant]; 0 stands for no letter; the diagonal is 0. */
typedef struct mq_edit_costs {
    uint8_t swap[MQ_EDIT_LETTERS][MQ_EDIT_LETTERS];
    uint8_t doubled;   /* the same letter written twice */
    uint8_t halved;    /* a double letter written once */
    uint8_t turned;    /* two letters in each other's place */
    uint8_t unused[13];
} mq_edit_costs;

/* The costs of this program or of MUQABIL_DICT; NULL when there are none. */
const mq_edit_costs *mq_edit_costs_get(void);

/* One too many, at written[i]; one left out: meant, after `before` (0 at the beginning). */
static inline int mq_edit_extra(const mq_edit_costs *c, const uint8_t *written, size_t i)
{
    return i && written[i] == written[i - 1] ? c->doubled : c->swap[written[i]][0];
}

static inline int mq_edit_missing(const mq_edit_costs *c, uint8_t before, uint8_t meant)
{
    return before == meant ? c->halved : c->swap[0][meant];
}

/* The whole distance; MQ_EDIT_FAR without costs. */
int mq_edit_distance(const mq_letters *written, const mq_letters *meant);

#endif
