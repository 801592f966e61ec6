/*
 * text/arword.h - one Arabic word as letters, each with its place in the source: what morphology works on.
 */
#ifndef MQ_TEXT_ARWORD_H
#define MQ_TEXT_ARWORD_H

#include <muqabil/base.h>

/* No Arabic word is as long; what is longer is letters run together by a machine and has no morphology. */
enum { MQ_ARWORD_LETTERS = 32, MQ_ARWORD_KEY = 3 * MQ_ARWORD_LETTERS };

/* The letters as MQ_FOLD_DISPLAY leaves them: tashkeel, tatweel, controls and the U+FFFD of a damaged text away, hamza seats, ة and ى kept. */
typedef struct mq_arword {
    unsigned n;
    uint32_t lost;       /* bit i: U+FFFD stood before letter i; set by mq_arword_of */
    uint16_t letter[MQ_ARWORD_LETTERS];
    uint16_t at[MQ_ARWORD_LETTERS + 1]; /* byte of the token where the letter begins; at[n] = the token's bytes */
} mq_arword;

/* false: no letter, more than MQ_ARWORD_LETTERS, more than UINT16_MAX bytes, or letters outside the basic plane. `token` is one token of script MQ_ARABIC. */
bool mq_arword_of(mq_arword *w, mq_str token);

/* Writes letters as MQ_FOLD_SEARCH would, at most 3 bytes each; returns the bytes. Letter by letter, so a part of a word gives that part of its key. */
size_t mq_arword_key(char *out, const uint16_t *letter, unsigned n);

/*
 * Whether two spellings that fold alike can be of one word: أعداد and اعداد can, أعداد and إعداد cannot. Compares the first n letters of each.
 */
bool mq_arword_alike(const uint16_t *a, const uint16_t *b, unsigned n);

/*
 * Texts that went through a PDF often hold the two letters of a ligature in the wrong order: اإلعالم for الإعلام, املغرب for المغرب. Gives the i-th likely
 * original of w, likeliest first; false when there is no further one. At most MQ_MOST_MENDED.
 */
enum { MQ_MOST_MENDED = 7 };
bool mq_arword_mend(mq_arword *out, const mq_arword *w, unsigned i);

/* مبادىء, الطواريء: a last hamza behind its seat. Gives w with both as one letter (مبادئ); false when w does not end so. */
bool mq_arword_seat(mq_arword *out, const mq_arword *w);

/* Such texts also lose the ا of لا behind the article (القتصاد). Gives w with it; false when w does not begin so. */
bool mq_arword_restore(mq_arword *out, const mq_arword *w);
/* The same of any لا: with it behind the i-th ل that may have lost it (الجتماعي, مقاولت); false when there is no further one. */
bool mq_arword_restore_some(mq_arword *out, const mq_arword *w, unsigned i);

/*
 * Some have the last letters in the wrong order, too: هلل, املوظفني. Gives w as it was, and لله, in which ل hides the first letters of الله, as لالله; false when w
 * ends otherwise.
 */
bool mq_arword_turn(mq_arword *out, const mq_arword *w);

/*
 * Fonts that lose a sign before شر, ضر and such have one sign for both letters, which is read from its left end: U+FFFD and رشكة for شركة. Gives w with them turned;
 * false when there are none.
 */
bool mq_arword_turn_lost(mq_arword *out, const mq_arword *w);

/* Whether it begins as no word does: اإل, األ or اآل. */
bool mq_arword_is_damaged(const mq_arword *w);
/* The same, or اال. A list of words that was made from such texts says little of how often these are seen. */
bool mq_arword_is_swapped(const mq_arword *w);

#endif
