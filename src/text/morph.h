/*
 * text/morph.h - the readings of an Arabic word: which letters in front are proclitics, which behind are a pronoun or an ending, and which headword remains.
 *
 * HOW TO INDEX AND PROBE (store, match)
 *   Index.  For each word of a term mq_morph_keys gives one key or two; enter the term's word under each. A key is folded (MQ_FOLD_SEARCH), without the
 *           article; proclitics that belong to the term stay in front, parted by MQ_MORPH_KEPT (المدفوع بالجملة: "مدفوع", "بالجمله" and "ب+جمله").
 *           Words of other scripts: mq_latin_words (latinword.h), numbers folded.
 *   Probe.  mq_morph_read gives the readings of a word of the text or query, at most MQ_MOST_READINGS, best first; look each reading's key up. Several
 *           readings may have one key. A word of the text is a form of a term's word only if one of its keys is one of the readings' keys.
 *   Judge.  When something other than a reading without affixes was found, call mq_morph_judge once and drop what it calls doubtful: وزارة must not find
 *           زارة, nor كتاب find تاب, since they are words themselves; for a term of one word drop what is overshadowed, too (طرف finds طرفة no more
 *           than كتاب finds كاتب). It looks up counts for each reading; the probes are cheaper, so probe first.
 *   Order.  No affix: the word itself. Only proclitics or article: the same headword. Else inflected; `cost` puts the readings in order.
 *   Terms of several words: each word must be found. Proclitics (reading.proclitics) are only right on the first word; where the article may stand
 *           src/match/agree.h says.
 *   Mend.   When nothing is found, mq_morph_mend(…, 0), 1, … read the word as it was before a PDF swapped its ligatures.
 *
 * Laws (tests/unit/text/test_morph.c): every legal form of a headword has a reading with one of the headword's keys; an illegal stack has none;
 * 0 <= start < end <= bytes of the word; the readings come in order of cost.
 * Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005); the affixes are data, dict/clitics.tsv.
 * Limits: words of MQ_ARWORD_LETTERS letters; of verbs only س + imperfect + pronoun.
 */
#ifndef MQ_TEXT_MORPH_H
#define MQ_TEXT_MORPH_H

#include <muqabil/base.h>

#include "text/affix.h"
#include "text/arword.h"

enum { MQ_MOST_READINGS = 64 };
#define MQ_MORPH_KEPT '+'

typedef struct mq_reading {
    char key[MQ_ARWORD_KEY];
    uint8_t n;            /* bytes of key */
    uint8_t kept;         /* bytes of the key before the stem: proclitics and MQ_MORPH_KEPT; 0 = none */
    uint8_t proclitics;   /* MQ_CLITIC_* in front of what the key stands for; not those kept in the key */
    bool article;
    uint8_t pronoun;      /* 0, or 1 + its row in mq_affixes.pronoun */
    uint8_t ending;       /* 0, or 1 + its row in mq_affixes.ending */
    uint8_t change;       /* mq_change */
    bool construct;       /* an ending that only stands before a noun in the genitive (مهندسو الشركة) */
    uint8_t own;          /* a broken plural that is a headword itself (طرف, of طرفة): MQ_OWN_*; 0 = it is not */
    bool doubtful;        /* set by mq_morph_judge: the word has a reading that is far likelier */
    bool overshadowed;    /* set by it: the stem is better known as another headword; believe it only inside a longer term that fits */
    uint16_t cost;        /* 0 = the word itself; else about -4 log2 of how rare such forms are, plus a charge for far-fetched changes */
    uint8_t from, to;     /* letters of the word that are the stem as it stands there: [from, to) */
    uint16_t start, end;  /* the same in bytes of the token */
} mq_reading;

typedef struct mq_morph {
    mq_arword word;
    unsigned n;           /* 0 when the token is no Arabic word, or too long */
    mq_reading r[MQ_MOST_READINGS];
} mq_morph;

/* All legal readings of one token. Pure; thread-safe. */
void mq_morph_read(mq_morph *m, mq_str token);
/*
 * The same and what a look-up can do without: the prepositions ب and ل before a pronoun (به, ولها), ني behind any word (يمكنني), a feminine adjective typed with ه
 * (الفضيه), and the dual of a noun beside the plural that ends alike (شوطين).
 */
void mq_morph_read_fully(mq_morph *m, mq_str token);
/* Marks the doubtful ones. The reading without affixes never is. */
void mq_morph_judge(mq_morph *m);
/* Whether the lexicon knows the word or a headword of three letters or more that it is a form of: such a word needs no mending. */
bool mq_morph_known(const mq_morph *m);
/*
 * Fills *out with the readings of the i-th mended spelling of m's word (i from 0); false when there is no further one. Offsets are those of the
 * damaged word.
 */
bool mq_morph_mend(mq_morph *out, const mq_morph *m, unsigned i);
/* The same, with what mq_morph_read_fully adds. */
bool mq_morph_mend_fully(mq_morph *out, const mq_morph *m, unsigned i);
/* The same of the word with its last hamza on its seat (mq_arword_seat). */
bool mq_morph_seat(mq_morph *out, const mq_morph *m);
/* The same of the word with the ا that a PDF lost (mq_arword_restore); false when there is none to restore. */
bool mq_morph_restore_fully(mq_morph *out, const mq_morph *m);
/* The same of the word with the i-th ا that may be lost (mq_arword_restore_some), without what mq_morph_read_fully adds. */
bool mq_morph_restore_some(mq_morph *out, const mq_morph *m, unsigned i);
/* The same of the word with its last letters turned round (mq_arword_turn). */
bool mq_morph_turn_fully(mq_morph *out, const mq_morph *m);
/* Whether a mended spelling can be what was meant: قالت, which no list of headwords knows, is seen far more often than قلات. m is not empty. */
bool mq_morph_mend_is_likely(const mq_morph *mended, const mq_morph *m);
/* Whether the mended spelling, as a whole, is seen, and so many times as often as m's word, or more often. */
bool mq_morph_mend_is_commoner(const mq_morph *mended, const mq_morph *m, double times);
/* Whether the mended spelling is of a headword that is seen so many times as often as those of m's word, or more often, whatever is seen of the spelling. */
bool mq_morph_mend_is_of_commoner(const mq_morph *mended, const mq_morph *m, double times);
/* Fills *out with the readings of the i-th spelling that mq_ligature_turn gives of m's word. */
bool mq_morph_turn_ligature(mq_morph *out, const mq_morph *m, unsigned i);
/* The same of mq_arword_turn_lost; m as it stands may be a word, too. */
bool mq_morph_turn_lost(mq_morph *out, const mq_morph *m);

/* What a word of a term is indexed under. */
typedef struct mq_morph_key {
    char key[MQ_ARWORD_KEY];
    uint8_t n;
    bool article;         /* the term's word has the article: it is not in the key */
} mq_morph_key;

/* 0 (no Arabic word), 1, or 2 keys when the first letters may belong to the word or not (التزام, وشاح). */
unsigned mq_morph_keys(mq_morph_key keys[2], mq_str token);

#endif
