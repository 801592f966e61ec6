/*
 * text/latinword.h - words of French and English as keys, the singulars that a plural may come from, the masculines of a feminine.
 *
 * A Latin token holds one or more words, parted by ' - . & _ (l'eau, aide-mémoire); initials with dots are one (U.S. is us). A word's key is it without case and
 * accents (MQ_FOLD_SEARCH). Index a term under the keys of its words; for a word of a text probe its key, then the keys of mq_latin_singulars.
 */
#ifndef MQ_TEXT_LATINWORD_H
#define MQ_TEXT_LATINWORD_H

#include <muqabil/base.h>

enum { MQ_LATIN_KEY = 48, MQ_MOST_SINGULARS = 4, MQ_MOST_MASCULINES = 4, MQ_LATIN_PARTS = 16 };

typedef struct mq_latin_word {
    char key[MQ_LATIN_KEY];
    uint8_t n;            /* bytes of key */
    bool capitals;        /* two letters or more, all of them capitals */
    bool capital;         /* the first letter is one */
    uint32_t start, end;  /* bytes of the token */
} mq_latin_word;

/* The words of a token of script MQ_LATIN; their number, at most MQ_LATIN_PARTS. 0: none, too many, or one longer than a key. */
unsigned mq_latin_words(mq_latin_word words[MQ_LATIN_PARTS], mq_str token);

/* Keys of what `key` may be the plural of (eaux: eau; journaux: journal; policies: policy), the likeliest first; their number. */
unsigned mq_latin_singulars(mq_latin_word out[MQ_MOST_SINGULARS], const mq_latin_word *word);

/*
 * Keys of the French masculines that a singular may be the feminine of (directrice: directeur; nationale: national), the likeliest first; their number. sure: the
 * ending tells it of the word alone; else believe it only in a term of several words that fit.
 */
unsigned mq_latin_masculines(mq_latin_word out[MQ_MOST_MASCULINES], bool sure[MQ_MOST_MASCULINES], const mq_latin_word *word);

#endif
