/*
 * lexicon/letters.h - which language a word looks like, by its letters: French and English as dict/lexicon.tsv spells them, some fifty others as
 * dict/tongues.tsv and ICU's locale data do.
 *
 * Each language is a chain of letters: P(letter | the two before it), counted over its different words, each once, and smoothed by shorter contexts (Witten, Bell
 * 1991). Accents are folded away; who wants them looks at the text. A word of two or three letters says next to nothing.
 */
#ifndef MQ_LEXICON_LETTERS_H
#define MQ_LEXICON_LETTERS_H

#include <muqabil/base.h>

#include "base/dict.h"

enum { MQ_TONGUES = 64 }; /* at most, beside French and English */

extern const mq_dict mq_dict_letters, mq_dict_tongues, mq_dict_tongue_words;

/* What words cost in each language, in eighths of a bit. All zero at the start. */
typedef struct mq_spelling {
    unsigned letters;           /* a–z, and one for the end of each word */
    unsigned ours[2];           /* French, English */
    unsigned others[MQ_TONGUES];
} mq_spelling;

/* Adds a word, folded by MQ_FOLD_SEARCH; characters that are no letters a–z are passed over. Images of mq_dict_letters and mq_dict_tongues. */
void mq_spelling_add(mq_spelling *s, mq_str letters, mq_str tongues, mq_str word);

/* Whether dict/tongues.tsv has the word, folded by MQ_FOLD_SEARCH; image of mq_dict_tongue_words. */
bool mq_is_tongue_word(mq_str image, mq_str word);

/* The least that the words cost in one of the other languages; as much as in the better of our own when there is no other. */
unsigned mq_spelling_other(const mq_spelling *s, mq_str tongues);

#endif
