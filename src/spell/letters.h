/*
 * spell/letters.h - an Arabic word as the speller works on it: one small number per letter, no marks.
 *
 * Everything behind the tokens (affix rules, tables of forms, edits, costs) speaks this alphabet of fewer than 64 letters, so a set of letters is one
 * uint64_t and a word fits a cache line. Marks (tashkeel), tatweel and controls are looked at before, in marks.h, and are gone here.
 */
#ifndef MQ_SPELL_LETTERS_H
#define MQ_SPELL_LETTERS_H

#include <string.h>

#include <muqabil/base.h>

enum { MQ_LETTERS_MOST = 47 };

typedef struct mq_letters {
    uint8_t n;
    uint8_t c[MQ_LETTERS_MOST];
} mq_letters;

/* U+0621..U+063A are 1..26, U+0641..U+064A 27..36, then the letters of neighbours that occur in Arabic text. */
enum mq_letter {
    MQ_L_NONE, MQ_L_HAMZA, MQ_L_ALEF_MADDA, MQ_L_ALEF_ABOVE, MQ_L_WAW_HAMZA, MQ_L_ALEF_BELOW, MQ_L_YEH_HAMZA, MQ_L_ALEF, MQ_L_BEH, MQ_L_TEH_MARBUTA,
    MQ_L_TEH, MQ_L_THEH, MQ_L_JEEM, MQ_L_HAH, MQ_L_KHAH, MQ_L_DAL, MQ_L_THAL, MQ_L_REH, MQ_L_ZAIN, MQ_L_SEEN, MQ_L_SHEEN, MQ_L_SAD, MQ_L_DAD, MQ_L_TAH,
    MQ_L_ZAH, MQ_L_AIN, MQ_L_GHAIN, MQ_L_FEH, MQ_L_QAF, MQ_L_KAF, MQ_L_LAM, MQ_L_MEEM, MQ_L_NOON, MQ_L_HEH, MQ_L_WAW, MQ_L_ALEF_MAKSURA, MQ_L_YEH,
    MQ_L_PEH, MQ_L_TCHEH, MQ_L_JEH, MQ_L_VEH, MQ_L_GAF, MQ_L_NG, MQ_L_QAF_THREE, MQ_L_FATHATAN, MQ_L_COUNT,
    MQ_L_SPACE = 60 /* between the two words of a suggestion that parts a run-on */
};

/* The letter of a code point, MQ_L_NONE for anything else. Alef wasla is alef, the Persian kaf and yeh are ك and ي. Fathatan is a letter only here. */
uint8_t mq_letter_of(uint32_t cp);
uint32_t mq_letter_char(uint8_t letter);

/* What stands between the letters of a word as written. */
enum { MQ_WRITTEN_MARKS = 1, MQ_WRITTEN_TATWEEL = 2, MQ_WRITTEN_PERSIAN = 4, MQ_WRITTEN_FORMS = 8, MQ_WRITTEN_CONTROLS = 16, MQ_WRITTEN_WASLA = 32,
       MQ_WRITTEN_TANWIN = 64 /* fathatan */ };

/*
 * Reads a word as written; *how (may be NULL) tells what was left out or rewritten. False for a word of other letters (Urdu, Kurdish), or one longer than
 * MQ_LETTERS_MOST.
 */
bool mq_letters_read(mq_letters *out, mq_str word, unsigned *how);
/* Appends the word as UTF-8. */
void mq_letters_write(mq_buf *out, const mq_letters *w);

/* Where the second word begins in a name of the kind عبدالله, glued letters allowed: behind عبد; 0 for other words. */
unsigned mq_servant_name(const mq_letters *w);

/*
 * The skeleton: what is left when everything is taken away that writers confuse without meaning another word: seats of hamza (أ إ آ → ا, ؤ → و, ئ → ي,
 * ء → nothing), ة → ه, ى → ي.
 */
void mq_letters_skeleton(mq_letters *out, const mq_letters *w);

/* The same on every machine: images hold it. */
static inline uint64_t mq_letters_hash(const uint8_t *c, size_t n)
{
    uint64_t h = 0x9E3779B97F4A7C15ULL + n;

    for (size_t i = 0; i < n; i++)
        h = (h ^ c[i]) * 0x9FB21C651E98DF25ULL;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    return h ^ h >> 32;
}

static inline bool mq_letters_equal(const mq_letters *a, const mq_letters *b)
{
    return a->n == b->n && memcmp(a->c, b->c, a->n) == 0;
}

/* a + b; false when that is too long. */
static inline bool mq_letters_append(mq_letters *a, const uint8_t *c, size_t n)
{
    if (a->n + n > MQ_LETTERS_MOST)
        return false;
    memcpy(a->c + a->n, c, n);
    a->n = (uint8_t)(a->n + n);
    return true;
}

static inline bool mq_letters_starts(const mq_letters *w, size_t at, uint8_t letter)
{
    return at < w->n && w->c[at] == letter;
}

#endif
