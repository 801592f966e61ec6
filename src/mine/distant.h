/*
 * mine/distant.h - names that a text writes in both scripts, in different places: Oracle here, أوراكل a paragraph later.
 *
 * Names wait in a small table; the Arabic words some way around them are compared by sound, all names at once. A name looked for once is not looked for
 * again soon. Everything is bounded, and nothing is kept from one text to the next.
 */
#ifndef MQ_MINE_DISTANT_H
#define MQ_MINE_DISTANT_H

#include "mine/unit.h"

enum {
    MQ_NAMES = 64,            /* wait at a time; more are dropped */
    MQ_NAMES_SEEN = 256,
    MQ_NAMES_REACH = 1000     /* bytes before and behind a name */
};

typedef struct mq_name {
    uint32_t start, end;      /* bytes of the text */
    uint8_t n;
    char folded[MQ_WORD_BYTES];
    uint64_t skeleton[2];     /* its consonants (distant.c) */
    bool paired;              /* it was found beside its Arabic */
    uint32_t from, to;        /* its sentence, once it was asked for; to = 0 before */
    /* the Arabic word most like it outside its sentence; ar_end = 0: none */
    uint32_t ar_start, ar_end;
    uint8_t glued;            /* bytes of و ب ل … in front of it that are not of the name */
    uint64_t stem;
    float cost, next;         /* of it, and of the next best word: mq_translit_cost */
} mq_name;

typedef struct mq_names {
    size_t n;
    uint32_t last;            /* names that begin before were noted or passed over */
    uint64_t seen[MQ_NAMES_SEEN]; /* hashes of names, each at its place */
    mq_name name[MQ_NAMES];
} mq_names;

/* Forgets all, for a new text. */
void mq_names_clear(mq_names *names);

/* Notes a unit if it looks like a foreign name: one rare word with a capital, of letters only. Units come in the order of the text. */
void mq_names_note(mq_names *names, const mq_segment *s, const mq_unit *u);

/* The name that begins at this byte was paired where it stands, or not; a paired one is not looked for, now or soon. */
void mq_names_paired(mq_names *names, uint32_t start);

/* Looks for the first n names; fills what was found. A match that another name could claim, or another word, is no match. */
void mq_names_find(mq_names *names, size_t n, mq_str text, const mq_dicts *d);

/* Drops the first n names. */
void mq_names_drop(mq_names *names, size_t n);

/* What a match is worth as a probability. */
double mq_name_score(const mq_name *name);

#endif
