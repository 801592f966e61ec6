/*
 * match/words.h - a text as a row of words, each with the words of terms it may be a form of.
 *
 * What a word may be is worked out once per word type and kept in a table of fixed size; a text repeats its words, so nearly all are found there. The table
 * never changes a result: it holds what would be worked out again.
 */
#ifndef MQ_MATCHER_WORDS_H
#define MQ_MATCHER_WORDS_H

#include <muqabil/base.h>
#include <muqabil/text.h>

#include "match/matcher.h"

/* One word of the vocabulary that a word of the text may be a form of. */
typedef struct mq_alt {
    uint32_t word;
    uint32_t root;       /* trie node of the terms that begin with it; 0 = none does */
    uint32_t leads;      /* of that node, and 0 of none */
    uint32_t alone;      /* in mq_words.alone: the terms of one word that it can be */
    uint16_t nalone;
    uint16_t cost;
    uint16_t flags;      /* MQ_ALT_* */
    uint8_t seat;        /* mq_seat of the stem as it stands; NONE for a broken plural */
} mq_alt;

enum {
    MQ_ALT_ARTICLE = 1,
    MQ_ALT_PRONOUN = 2,
    MQ_ALT_LEADING = 4,    /* proclitics stand before it */
    MQ_ALT_PREP = 8,       /* a preposition among them */
    MQ_ALT_CONSTRUCT = 16, /* only before a noun in the genitive */
    MQ_ALT_CHANGED = 32,   /* neither the word itself nor only its spelling or its case */
    MQ_ALT_TEH = 64,       /* the stem ends with ة as it stands */
    MQ_ALT_HEH = 128,      /* it ends with ه, and cannot be a ة that was typed so */
    MQ_ALT_BARE = 256,     /* it has no hamza on or under an ا behind its first letter */
    MQ_ALT_NAME = 512,     /* with its article it is a name: الرباط */
    MQ_ALT_CASE = 8192,    /* it ends with the ا of the accusative, which the word itself has not */
    MQ_ALT_FEMININE = 4096,/* by rule. Arabic: an adjective, so it follows a noun; Latin: French */
    MQ_ALT_SURELY = 2048,  /* with CONSTRUCT: nothing else looks so (مهندسو, مهنيي) */
    MQ_ALT_PLURAL = 16384, /* surely of this headword, and no headword itself: أسواق, but not حلول; إعانات, but not تحويلات */
    MQ_ALT_FOR = 32768,    /* ل and the article stand before it, nothing else: للحسابات may be a genitive, in مراقب للحسابات */
    MQ_ALT_LONGER = 1024   /* only inside a longer term: alone it is rather another headword */
};

/* What stands before a word. */
enum { MQ_GAP_SPACE, MQ_GAP_LOOSE, MQ_GAP_HARD };

enum {
    MQ_TRAIT_ARABIC = 1,
    MQ_TRAIT_DEFINITE = 2, /* begins with the article */
    MQ_TRAIT_CAPITALS = 4, /* all letters are capitals */
    MQ_TRAIT_CAPITAL = 8,  /* the first one is */
    MQ_TRAIT_PREVERB = 16, /* قد, لم, الذي …: a verb follows */
    MQ_TRAIT_PREP = 32,
    MQ_TRAIT_POSSESSED = 64, /* a pronoun may stand at its end */
    MQ_TRAIT_RELATIONAL = 128, /* ends with ية */
    MQ_TRAIT_IMPERFECT = 256, /* of أن and the like: an imperfect may follow; of تصرف: it may be one of its kind */
    MQ_TRAIT_BETWEEN = 512, /* بين, أو, أم */
    MQ_TRAIT_ACCUSATIVE = 1024, /* ends as an indefinite noun in the accusative does */
    MQ_TRAIT_EVERY = 2048, /* كل */
    MQ_TRAIT_WHO = 4096,   /* من, who or from */
    MQ_TRAIT_FEMININE = 16384, /* begins with ال and ends with ة */
    MQ_TRAIT_JOINED = 8192 /* two words that were run together: no word of the row, it is parted */
};

typedef struct mq_textword {
    uint64_t hash;       /* of its bytes */
    uint32_t start, end; /* bytes of the text */
    uint32_t alts;       /* in mq_words.alt */
    uint16_t nalts;
    uint16_t traits;     /* MQ_TRAIT_* */
    uint8_t gap;
    uint8_t script;      /* mq_script */
} mq_textword;

typedef struct mq_words {
    const mq_matcher *m;
    struct mq_memo *memo;
    mq_alt *alt;
    size_t nalts, alts_cap;
    struct mq_alone *alone; /* alone.h */
    size_t nalone, alone_cap;
    mq_textword *word;   /* of some segments */
    size_t n, cap;
    unsigned turned;     /* MQ_TURNED_*: how they are damaged */
} mq_words;

mq_status mq_words_init(mq_words *w, const mq_matcher *m);
void mq_words_release(mq_words *w);
/*
 * Reads some more words of the text, whole segments; the first word of each stands behind a hard gap. *at is moved on; false at the end of the text or without
 * memory (*rc).
 */
bool mq_words_next(mq_words *w, mq_str text, size_t *at, mq_status *rc);

#endif
