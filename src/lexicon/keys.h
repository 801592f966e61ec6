/*
 * lexicon/keys.h - the keys under which words meet: Arabic stems on one side, Latin stems on the other. Keys are hashes; two words of one key are taken for
 * forms of one word.
 *
 * Arabic: after Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval" (2007): the usual endings away, nothing inside touched;
 * one step further than light10: the ي of relational adjectives goes too, so that وطنية meets وطن (at a lower level, see mq_lexicon).
 * Latin: French and English, and the languages beside them, share their learned vocabulary; accents, case and plural away. The wider keys are the first six
 * and the first four letters of a spelling that makes the cognates alike: doubled letters single, ph f, th t, y i, k and qu c, h silent
 * (symétrique/symmetric, système/system, naturaleza/nature).
 */
#ifndef MQ_LEXICON_KEYS_H
#define MQ_LEXICON_KEYS_H

#include <muqabil/base.h>

/* The length in bytes of the light stem of w, a folded Arabic stem without proclitics: a prefix of it, at least two letters. */
size_t mq_light_stem(mq_str w);

typedef struct mq_latin_key {
    uint32_t exact;   /* the word without accents, case, plural; 0 = no content word (de, of, the …) */
    uint32_t wide;    /* six letters of its levelled spelling */
    uint32_t near;    /* four letters of it; 0 when the word has fewer than five */
    char initial;     /* first letter, upper case, or digit; 0 when it is neither */
} mq_latin_key;

/* Key of w, one Latin word that is folded by MQ_FOLD_SEARCH. */
mq_latin_key mq_latin_key_of(mq_str w);
/* Its `exact` alone, for less. */
uint32_t mq_latin_exact_of(mq_str w);

/* Whether w, folded in the same way, is a function word of French that is a noun as well, but seldom: son, mais (maïs). It has a key. Pure. */
bool mq_is_french_function(mq_str w);

#endif
