/* spell/readings.h - the words of terms that a token of a text may be, as the hashes of their search keys (terms.h). */
#ifndef MQ_SPELL_READINGS_H
#define MQ_SPELL_READINGS_H

#include <muqabil/base.h>

enum { MQ_MOST_READINGS = 48 };

/* How a token may be read as a word of a term. */
struct mq_reading {
    uint64_t hash;
    uint8_t proclitics;  /* bytes in front of an Arabic word, with the article; 0 for words inside a term */
    bool article;
};

struct mq_readings {
    struct mq_reading r[MQ_MOST_READINGS];
    unsigned n;
};

/*
 * Of an Arabic token: folded as it stands; without the article; without a pronoun or the ending of a dual or plural (ة comes back); the singulars of a broken
 * plural; and, where it may be the first word of a term, without و ف ب ل ك. *scratch is changed.
 */
void mq_read_arabic(struct mq_readings *out, mq_buf *scratch, mq_str token, bool first);
/* Of a Latin word of a search key: as it stands, and as a plural in s or x. */
void mq_read_latin(struct mq_readings *out, mq_str word);
/* Is it the word with this hash, or its plural? */
bool mq_is_latin_form(mq_str word, uint64_t hash);

#endif
