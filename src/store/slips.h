/* store/slips.h - how far one word is from another: edits, and what they cost. Private to src/store. */
#ifndef MQ_STORE_SLIPS_H
#define MQ_STORE_SLIPS_H

#include <muqabil/base.h>

enum { MQ_MOST_LETTERS = 32, MQ_MOST_WORD_BYTES = MQ_MOST_LETTERS * 4 };

/* A word as the places of its letters: letter i is [at[i], at[i + 1]). */
typedef struct mq_letters {
    mq_str word;
    size_t n;                       /* 0 = too long, empty or with digits: 2023 is no slip for 2024 */
    unsigned at[MQ_MOST_LETTERS + 1];
} mq_letters;

mq_letters mq_letters_of(mq_str word);
/* The word in front of its letter i, and behind it; i = l->n: all of it, and nothing. */
mq_str mq_letters_before(const mq_letters *l, size_t i);
mq_str mq_letters_behind(const mq_letters *l, size_t i);

/*
 * Edits between two folded words: insertion, deletion, substitution and the exchange of two neighbours each count 1 (optimal string alignment). A word
 * that has no letters (see above) is MQ_MOST_WORD_BYTES away from every other.
 */
unsigned mq_slip_distance(const mq_letters *a, const mq_letters *b);

/* What a plain edit costs; one that people often make costs less: ض for ظ, a dot too many, a letter doubled. */
enum { MQ_SLIP_COST = 8 };
/* The cheapest way from one word to the other. Both have letters. */
unsigned mq_slip_cost(const mq_letters *a, const mq_letters *b);

#endif
