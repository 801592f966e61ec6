/*
 * muqabil/glossary.h - the rooms joined: what a command does, without its words. Texts into a glossary, files in and out of it.
 */
#ifndef MUQABIL_GLOSSARY_H
#define MUQABIL_GLOSSARY_H

#include <muqabil/base.h>
#include <muqabil/document.h>
#include <muqabil/pair.h>
#include <muqabil/spell.h>
#include <muqabil/store.h>

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

/* ---- mining files ---- */

typedef struct mq_mine_totals {
    uint64_t files, failed_files; /* failed: told through `message` */
    uint64_t documents, unchanged; /* unchanged: mined before, nothing to do */
    uint64_t bytes;               /* of text */
    uint64_t occurrences;
} mq_mine_totals;

typedef struct mq_mine_job {
    const char *const *paths;     /* files, folders (walked), "-" */
    size_t npaths;
    mq_format format;
    double min_score;             /* 0..1 */
    unsigned threads;             /* 1..256; the result does not depend on it */
    bool explain;                 /* write explanations instead of JSON lines */
    mq_store *store;              /* open for writing; NULL: `write` gets lines */
    void *user;
    /* JSON lines (DESIGN section 2), in document order. A non-zero return ends the job and is returned. NULL with a store. */
    mq_status (*write)(void *user, mq_str lines);
    /* A file that failed (code set; the others are still done), or a note (code MQ_OK). May be NULL. */
    void (*message)(void *user, const mq_error *e);
    /* After each document. May be NULL. */
    void (*progress)(void *user, const mq_mine_totals *so_far);
    /* Asked between documents; true ends the job in good order with MQ_ESTOPPED. May be NULL. */
    bool (*stop)(void *user);
} mq_mine_job;

/*
 * Mines files. With a store: documents become transactions of a few hundred, so that a kill loses at most the last of them; a document whose
 * content and miner are the same as before is left alone. *totals is filled on failure, too.
 */
MQ_API mq_status mq_mine_files(const mq_mine_job *job, mq_mine_totals *totals, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
