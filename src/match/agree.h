/* match/agree.h - whether words that are forms of a term's words are that term: spelling, definiteness, what stands around. Terms of one word: alone.h. */
#ifndef MQ_MATCH_AGREE_H
#define MQ_MATCH_AGREE_H

#include "match/words.h"

/* Words of a segment that lead to the end of a term. */
typedef struct mq_run {
    const mq_textword *word;             /* n of them */
    const mq_textword *after, *second;   /* the next two, NULL where there is none or a gap is wider than white space */
    mq_alt alt[MQ_MATCHER_WORDS];          /* the form that was taken of each */
    unsigned n;
    uint32_t loose;                      /* bit i: punctuation stands before word i */
} mq_run;

/* What it costs that a run ends before what it may go with. */
enum { MQ_AGREE_CHAIN = 24 };

/* Adds to *cost what the run, of two words at least, differs from the term in. */
bool mq_agrees(const mq_run *run, const mq_shape *term, unsigned *cost);

#endif
