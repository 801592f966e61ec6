/*
 * spell/found.h - findings of one text on their way to the caller: the checks add them in any order, they are handed out in the order of the text.
 */
#ifndef MQ_SPELL_FOUND_H
#define MQ_SPELL_FOUND_H

#include <muqabil/spell.h>

#include "base/arena.h"

struct found {
    mq_finding f;          /* start and end are filled when it is handed out */
    size_t order;          /* of adding, for findings at the same place */
};

typedef struct mq_founds {
    mq_arena arena;
    struct found *list;
    size_t n, cap;
    bool failed;           /* without memory; told at the end */
} mq_founds;

/* Forgets the findings, keeps the memory. */
void mq_founds_clear(mq_founds *all);
void mq_founds_release(mq_founds *all);

/*
 * Adds a finding over text bytes [byte, byte_end). rule and message live as long as the program; suggestions (n of them, borrowed) are copied.
 */
void mq_found(mq_founds *all, mq_finding_kind kind, const char *rule, const char *message, size_t byte, size_t byte_end, const mq_str *suggestion, size_t n,
              bool sure);
/* The usual case: one suggestion. */
void mq_found_one(mq_founds *all, mq_finding_kind kind, const char *rule, const char *message, size_t byte, size_t byte_end, mq_str suggestion, bool sure);

/* Hands them out by place, `start` code points before the text. */
mq_status mq_founds_tell(mq_founds *all, mq_str text, size_t start, mq_finding_fn *fn, void *user, mq_error *err);

#endif
