/*
 * muqabil/glossary.h - what a command does, without its argv: the rooms joined.
 */
#ifndef MUQABIL_GLOSSARY_H
#define MUQABIL_GLOSSARY_H

#include <muqabil/base.h>
#include <muqabil/document.h>
#include <muqabil/spell.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- checking drafts ---- */

typedef struct mq_check_options {
    mq_spell_options spell;
    mq_report_options report;
    mq_format format;            /* of the drafts */
    unsigned workers;            /* threads, 1..256; what is reported does not depend on it */
    mq_vocabulary *vocabulary;   /* may be NULL */
    mq_problem_fn *problem;      /* told of a file that cannot be read or holds replaced bytes; may be NULL */
    bool (*stop)(void);          /* asked between parts; true ends with MQ_ESTOPPED; may be NULL */
    void *user;                  /* of problem */
} mq_check_options;

typedef struct mq_check_stats {
    uint64_t files, failed;      /* failed: could not be read, or not to their end */
    uint64_t findings[3];        /* by mq_finding_kind */
} mq_check_stats;

/*
 * Checks files, and the files of folders, in order. A file that fails is told and the others are still checked: MQ_OK with stats->failed > 0. MQ_ENOMEM,
 * MQ_ESTOPPED,
 * what `write` returns.
 */
MQ_API mq_status mq_check(const mq_check_options *o, const char *const *paths, size_t n, mq_check_stats *stats, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
