/*
 * match/finder.h - what a finder has in hand: candidates, and which of them win.
 */
#ifndef MQ_MATCH_FINDER_H
#define MQ_MATCH_FINDER_H

#include <muqabil/match.h>

#include "match/agree.h"

/* Terms of one length that begin at a word of the segment. */
typedef struct mq_candidate {
    uint32_t from;       /* word of the segment */
    uint32_t words;
    unsigned cost;
    uint32_t node;
    uint32_t picked, npicked; /* its variants of this cost, in finder.picked */
    bool phrase;         /* no term: a phrase of one word, in the way of terms that are dearer */
    bool attributed;     /* ends with an adjective, which belongs to the noun before it: خدمات النقل الجوي */
} mq_candidate;

/* What is told of terms that begin with a word: the cues of their sense, 0 = none. */
typedef struct mq_told_at {
    uint32_t word;       /* of the term of this word alone */
    uint32_t run;        /* of one of `words` words */
    uint32_t words;
    bool hidden;         /* a phrase of several words is in the way of the term of this word alone */
} mq_told_at;

/* An array that grows. */
typedef struct mq_list {
    void *p;
    size_t n, cap;
} mq_list;

struct mq_finder {
    const mq_matcher *m;
    mq_words words;
    mq_run run;
    mq_list candidates, picked, pairs, taken, ways;
    mq_list told;        /* mq_told_at of each word */
    mq_candidate best[MQ_MATCHER_WORDS + 1]; /* by length up to `longest`, of the start that is being walked; words 0 = none */
    mq_candidate next;   /* a plural of one word, where best[1] is not meant; words 0 = none */
    unsigned longest;
    mq_str text;
    size_t line;         /* where the line begins whose language is known; SIZE_MAX = none */
    mq_lang language;    /* of that line */
    mq_meant_fn *meant;  /* or NULL */
    void *meant_user;
};

/* Room for n items of a size; false without memory. */
bool mq_list_reserve(mq_list *l, size_t n, size_t size);
/* Copies an item to the end; NULL without memory. */
void *mq_list_append(mq_list *l, const void *item, size_t size);

/* What is told of a candidate; out->pair lives until the next call. MQ_ENOMEM. */
mq_status mq_describe(mq_finder *f, const mq_candidate *c, mq_found *out);
/* Whether the caller means it (mq_finder_ask). MQ_ENOMEM. */
mq_status mq_ask_meant(mq_finder *f, const mq_candidate *c, bool *meant);
/* Leaves in f->candidates, which come by their first words, those that win, in the order of the text. MQ_ENOMEM. */
mq_status mq_resolve(mq_finder *f);

#endif
