/* match/matcher.h - what a matcher holds; finders only read it. */
#ifndef MQ_MATCH_MATCHER_H
#define MQ_MATCH_MATCHER_H

#include <muqabil/match.h>

#include "match/trie.h"
#include "match/vocab.h"

#define MQ_ANY_NUMBER MQ_STR("#") /* a word of a cue that any number of the text is */

struct mq_matcher {
    mq_vocab vocab;
    mq_trie trie;
    mq_str function;     /* image of dict/function.tsv */
};

/* The hamza of a first letter: what tells أعداد from إعداد. */
typedef enum mq_seat { MQ_SEAT_NONE = 0, MQ_SEAT_ABOVE = 1, MQ_SEAT_BELOW = 2, MQ_SEAT_MADDA = 3, MQ_SEAT_ARTICLE = 4 /* plain ال */ } mq_seat;
mq_seat mq_seat_of(uint16_t letter);
/* Whether one of the letters is an ا with hamza. */
bool mq_has_seat(const uint16_t *letter, unsigned n);

#endif
