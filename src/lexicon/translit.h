/*
 * lexicon/translit.h - "do these Arabic letters sound like those Latin ones?", from dict/translit.tsv.
 */
#ifndef MQ_LEXICON_TRANSLIT_H
#define MQ_LEXICON_TRANSLIT_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_translit;

/* Above the limit a pair need not be told from any other bad one: it costs MQ_TRANSLIT_FAR, as does one with an empty side or one of more than 64 letters. */
#define MQ_TRANSLIT_LIMIT 2.2f
#define MQ_TRANSLIT_FAR 10.0f

/*
 * The cost of writing Latin letters by Arabic ones, per letter of the longer side: 0 = exactly as usual, below 1.2 = surely a transliteration,
 * MQ_TRANSLIT_FAR = another word. Both sides folded by MQ_FOLD_SEARCH, letters only (hyphens and apostrophes of the Latin side are passed over).
 */
float mq_translit_cost(mq_str image, mq_str arabic, mq_str latin);

/* What a Latin word leaves its Arabic letters to cost at least: made once, it makes each comparison with that word a quick one. */
enum { MQ_TRANSLIT_PLACES = 48 };

/*
 * An Arabic letter, of two bytes and folded, as a small number: U+0600 + number; 0 for anything else. The letters that are borrowed for sounds Arabic lacks have
 * numbers behind all others, one for all letters of a sound.
 */
enum { MQ_LETTER_V = 0x4B /* ڤ ڥ */, MQ_LETTER_P /* پ */, MQ_LETTER_CH /* چ */, MQ_LETTER_ZH /* ژ */, MQ_LETTER_G /* گ ڨ ڭ */, MQ_LETTER_NUMBERS };
unsigned mq_borrowed_letter_number(unsigned code_point);

static inline unsigned mq_letter_number(const char *letter)
{
    const unsigned cp = ((unsigned char)letter[0] & 0x1FU) << 6 | ((unsigned char)letter[1] & 0x3FU), low = cp - 0x600U;

    return low <= 0x4A ? low : mq_borrowed_letter_number(cp);
}

typedef struct mq_translit_least {
    bool made;                          /* false at first */
    uint8_t letter[MQ_TRANSLIT_PLACES]; /* by the place of the letter (translit.c), in tenths */
} mq_translit_least;

/* The same as mq_translit_cost; *least is of this Latin word, and is made when it is not. */
float mq_translit_cost_of(mq_str image, mq_str arabic, mq_str latin, mq_translit_least *least);

/*
 * A set of sounds that both scripts always write (l m n r b/p t/d f/v, k/g, s/z): words whose sets differ in more than a few cannot be
 * transliterations of each other. For a quick no.
 */
unsigned mq_sounds_arabic(mq_str arabic);
unsigned mq_sounds_latin(mq_str latin);

/* Whether more than one sound is in one set only, k/g and s/z left out: c may be either. */
static inline bool mq_sounds_differ(unsigned a, unsigned b)
{
    const unsigned odd = (a ^ b) & 0x7F;

    return (odd & (odd - 1)) != 0;
}

/* Whether an Arabic word (folded) is a name of the Latin letter (a–z): إن for n. */
bool mq_is_letter_name(mq_str image, mq_str arabic, char latin);

#endif
