/*
 * mine/unit.h - Latin units: the maximal runs of Latin tokens that may be one term.
 */
#ifndef MQ_MINE_UNIT_H
#define MQ_MINE_UNIT_H

#include "lexicon/acronym.h"
#include "lexicon/translit.h"
#include "mine/latin.h"

enum { MQ_UNIT_WORDS = 12, MQ_UNIT_LETTERS = 10, MQ_WORD_BYTES = 40, MQ_UNIT_INNER = 2, MQ_MEMORY_LATIN = 2048 };

enum {
    MQ_UNIT_ACRONYM = 1 << 0,   /* VPN, R&D, DoS, 4G, GSM/R */
    MQ_UNIT_CODE = 1 << 1,      /* identifiers, file names, addresses, mark-up */
    MQ_UNIT_CAPITAL = 1 << 2,   /* the first letter is a capital */
    MQ_UNIT_DIGIT = 1 << 3,
    MQ_UNIT_LISTED = 1 << 4,    /* an acronym of dict/acronyms.tsv */
    MQ_UNIT_ALONE = 1 << 5,     /* alone in its brackets */
    MQ_UNIT_QUOTED = 1 << 6,    /* quotes on both sides */
    MQ_UNIT_ENUM = 1 << 7,      /* another Latin unit stands next to it, parted by و or a comma */
    MQ_UNIT_MEASURE = 1 << 8,   /* behind a number: 16 km */
    MQ_UNIT_CAMEL = 1 << 9,     /* a capital behind a lower-case letter: BlogComponent, jQuery, YouTube */
    MQ_UNIT_NUMBERED = 1 << 10, /* before a number, perhaps behind a full stop: Op. 85, Windows 7 */
    MQ_UNIT_AND = 1 << 11,      /* behind its first word: and, et, & … */
    MQ_UNIT_PREPOSITION = 1 << 12, /* behind its first word: for, in, pour, dans …; not of, de, which an idafa says */
    MQ_UNIT_ARTICLE = 1 << 13,  /* it begins with the, le, la … */
    MQ_UNIT_COLON = 1 << 14,    /* a colon inside it, as titles have */
    MQ_UNIT_NEVER = 1 << 15,    /* no term: rows of a table, added (IV+II), the scheme of an address (http://) */
    MQ_UNIT_DASH = 1 << 16,     /* a dash inside it */
    MQ_UNIT_FROM = 1 << 18,     /* it begins with a preposition: De revolutionibus, Beyond Good and Evil */
    MQ_UNIT_SHORT = 1 << 19,    /* all its words in capitals, a listed acronym among them: 4G LTE, GNU GPL */
    MQ_UNIT_COMMA = 1 << 20,    /* a comma inside it */
    MQ_UNIT_INITIAL = 1 << 17   /* an initial or another full stop inside it: Jerome K. Jerome, Dr. No */
};

/* MQ_PARTED_NOT: each the whole word; BOTH: together they do, nighttime; NEVER: a part that leaves another one open, hydrophilic. */
enum mq_parted { MQ_PARTED_NOT, MQ_PARTED_BOTH, MQ_PARTED_NEVER };

typedef struct mq_unit_word {
    char folded[MQ_WORD_BYTES];
    uint8_t n;
    mq_latin_key key;
    unsigned sounds;
    uint8_t known;               /* MQ_RENDERING_*: the languages in which the lexicon has it, or NAME */
    uint16_t small;              /* of MQ_UNIT_AND, MQ_UNIT_PREPOSITION, MQ_UNIT_ARTICLE what it may be */
    uint8_t parted;              /* mq_parted: what of the word those in `also` say */
    bool foreign;                /* a word of a third language, which dict/foreign.tsv leads to French */
    mq_translit_least least;     /* made when it is first compared by sound */
    uint32_t also[2];            /* keys of other words that say it, or of its parts: Kirche: église, nighttime: night, time; 0 = none */
} mq_unit_word;

/* Latin words that were looked up of late, as mq_memory holds Arabic ones. All zero at the start; n = 0: none. */
typedef struct mq_latin_memory {
    mq_unit_word word[MQ_MEMORY_LATIN];
} mq_latin_memory;

typedef struct mq_unit {
    size_t first, last;          /* tokens of the segment, both inclusive */
    unsigned flags;              /* MQ_UNIT_* */
    uint8_t nwords;              /* words that were kept, function words too */
    uint8_t ncontent;
    uint8_t nletters;            /* of an acronym */
    char letters[MQ_UNIT_LETTERS]; /* upper case, digits too */
    uint64_t letter_set;         /* the bits of their codes, modulo 64: no two of them share one */
    char joined[2 * MQ_WORD_BYTES];/* all words folded, without spaces */
    uint8_t joined_n;
    bool second_capital;         /* its second token begins with a capital */
    unsigned sounds;
    mq_translit_least least;     /* of joined, as that of a word, when there are several */
    uint64_t phrase;             /* mq_phrase_key of its words when the glossary that is mined into has a term of it; else 0 */
    struct {
        mq_acronyms names;
        uint8_t word;            /* which of its words */
    } inner[MQ_UNIT_INNER];      /* acronyms that are words of it: Huawei ICT, Morocco SMSI Forum, 4G LTE; names.n = 0: none */
    uint16_t capitals;           /* bit j: its word j is of two to five letters, all of them capitals: NBC News; of units of several words */
    uint64_t keys;               /* mq_key_bit of each content word: most renderings are told apart by it */
    mq_unit_word word[MQ_UNIT_WORDS];
} mq_unit;

/* Finds the unit that begins at the first Latin token at or after `from`: `first` and `last`; false when there is none. Units come in order and do not overlap. */
bool mq_unit_next(mq_unit *u, const mq_segment *s, size_t from);
/* Fills all else of a unit that was found. */
void mq_unit_describe(mq_unit *u, const mq_segment *s, const mq_dicts *d);

/* Whether a Latin word or a number is one of its words; not for what the unit has of small words (the, of). */
bool mq_unit_has(const mq_unit *u, mq_str text);

/* No capital begins it, and it is no acronym. */
static inline bool mq_unit_is_lower(const mq_unit *u)
{
    return !(u->flags & (MQ_UNIT_CAPITAL | MQ_UNIT_ACRONYM));
}

#endif
