/* match/agree.h - whether words that are forms of a term's words are that term: spelling, definiteness, what stands around. */
#ifndef MQ_MATCH_AGREE_H
#define MQ_MATCH_AGREE_H

#include "match/words.h"

/* Words of a segment that lead to the end of a term. */
typedef struct mq_run {
    const mq_textword *word;             /* n of them */
    const mq_textword *before;           /* the neighbours, NULL where there is none or a gap is wider than white space */
    const mq_textword *beyond;           /* the one before `before` */
    const mq_textword *after, *second;   /* second: the one behind after */
    mq_alt alt[MQ_MATCHER_WORDS];          /* the form that was taken of each */
    unsigned n;
    uint32_t loose;                      /* bit i: punctuation stands before word i */
} mq_run;

/* Adds to *cost what the run differs from the term in. */
bool mq_agrees(const mq_run *run, const mq_shape *term, unsigned *cost);

#endif
