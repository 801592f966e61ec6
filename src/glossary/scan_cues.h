/*
 * glossary/scan_cues.h - which pairs of a glossary the words beside a term choose (dict/cues.tsv).
 *
 * A list has مصلحة for an interest: in مصلحة التخطيط, a department, it is not told. A list that has the rarer sense only, that of the department, is told there,
 * though its pair is doubtful elsewhere.
 */
#ifndef MQ_GLOSSARY_SCAN_CUES_H
#define MQ_GLOSSARY_SCAN_CUES_H

#include <muqabil/match.h>

#include "glossary/scan_said.h"
#include "lexicon/sense.h"

typedef struct mq_scan_cues {
    struct mq_cue_row *row; /* by noun */
    size_t n;
    mq_scan_said said;      /* by the number of a row, which is that of its cue */
    mq_buf says;            /* uint64_t of each cue and pair of its noun, and whether that pair says what the cue tells */
    mq_buf instead;         /* struct instead (scan_cues.c), while pairs are noted */
    mq_buf without;         /* the last Arabic term that had no row: the pairs of a term stand side by side */
} mq_scan_cues;

#define MQ_SCAN_CUES_INIT { NULL, 0, MQ_SCAN_SAID_INIT, MQ_BUF_INIT, MQ_BUF_INIT, MQ_BUF_INIT }

/* Reads the dictionary. MQ_ENOMEM, MQ_EFORMAT. */
mq_status mq_scan_cues_load(mq_scan_cues *c, mq_error *err);
void mq_scan_cues_release(mq_scan_cues *c);

/* A pair of the glossary: notes what the cues of its Arabic term say of it. What a person decided on is told beside all of them. MQ_ENOMEM. */
mq_status mq_scan_cues_note(mq_scan_cues *c, mq_str ar, mq_str la, bool decided, uint32_t pair);

/* Adds the cues of the words that were noted to a matcher and ends the noting. MQ_ENOMEM. */
mq_status mq_scan_cues_add(mq_scan_cues *c, mq_matcher *m, mq_error *err);

typedef enum mq_cue_says { MQ_CUE_NOTHING /* the pair is none of that word */, MQ_CUE_OTHER, MQ_CUE_THIS } mq_cue_says;

/* What a cue says of a pair, after mq_scan_cues_add. Pure; thread-safe. */
mq_cue_says mq_scan_cues_ask(const mq_scan_cues *c, uint32_t cue, uint32_t pair);

#endif
