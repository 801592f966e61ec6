/* spell/affix_tables.h - what affix_read.c builds and affix.c reads. */
#ifndef MQ_SPELL_AFFIX_TABLES_H
#define MQ_SPELL_AFFIX_TABLES_H

#include "base/arena.h"
#include "spell/affix.h"

enum { MQ_AFFIX_CLASSES = 512, MQ_AFFIX_LONGEST = 12, MQ_AFFIX_CONDITIONS = 6, MQ_AFFIX_FILTER = 1 << 21 };

/* A set of affix classes, as carried by a stem or allowed next to a suffix. Class 0 is none; set 0 is empty. */
struct class_set {
    uint64_t bits[MQ_AFFIX_CLASSES / 64];
};

struct rule {
    uint64_t condition[MQ_AFFIX_CONDITIONS]; /* per letter of the root's edge: the letters that may stand there */
    uint32_t next;                           /* set of classes allowed outside this suffix */
    uint16_t class;
    bool suffix;
    uint8_t nadd, nstrip, nconditions;
    uint8_t add[MQ_AFFIX_LONGEST], strip[MQ_AFFIX_LONGEST];
};

struct span {
    uint32_t from, to;
};

struct added {
    uint32_t check;
    struct span rules; /* empty: a free slot */
};

struct stem {
    uint32_t check, at, next;
    uint16_t set;
    uint8_t n;
};

struct mq_affix {
    struct class_set *sets;
    size_t nsets, sets_cap;
    struct rule *rules;      /* sorted by (suffix, add, strip) */
    size_t nrules, rules_cap;
    struct added *added;     /* open addressing over the distinct (suffix, add) */
    uint32_t added_mask;
    size_t longest_suffix, longest_prefix;
    bool is_outer[MQ_AFFIX_CLASSES]; /* a class that some suffix allows next to it */
    struct stem *stem;       /* [0] is not used */
    size_t nstems, stems_cap;
    uint32_t *stem_slot;
    uint32_t stem_mask;
    uint64_t *filter;        /* MQ_AFFIX_FILTER bits: a stem has this hash */
    uint8_t *stem_letters;
    size_t nletters, letters_cap;
    uint16_t flag[MQ_AFFIX_CLASSES]; /* Hunspell's two-byte flag of a class */
    size_t nclasses;
};

#endif
