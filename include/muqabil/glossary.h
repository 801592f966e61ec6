/*
 * muqabil/glossary.h - the rooms joined: what a command does, without its words. Texts into a glossary, files in and out of it.
 */
#ifndef MUQABIL_GLOSSARY_H
#define MUQABIL_GLOSSARY_H

#include <muqabil/base.h>
#include <muqabil/document.h>
#include <muqabil/exchange.h>
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
    unsigned workers;            /* threads, 1..256; what is reported does not depend on it. `problem` and `stop` are called on any of them, one call at a time */
    mq_vocabulary *vocabulary;   /* may be NULL */
    mq_store *store;             /* of the terms that bilingual drafts must render; may be NULL */
    mq_problem_fn *problem;      /* a file that failed, or a note (code MQ_OK); may be NULL */
    bool (*stop)(void);          /* asked between parts; true ends with MQ_ESTOPPED; may be NULL */
    void *user;                  /* of problem */
} mq_check_options;

typedef struct mq_check_stats {
    uint64_t files, failed;      /* failed: could not be read, or not to their end */
    uint64_t findings[3];        /* by mq_finding_kind */
} mq_check_stats;

/*
 * Checks files, and the files of folders, in order. A file that fails is told and the others are still checked: MQ_OK with stats->failed > 0.
 * MQ_ENOMEM, MQ_ESTOPPED, what `write` returns.
 */
MQ_API mq_status mq_check(const mq_check_options *o, const char *const *paths, size_t n, mq_check_stats *stats, mq_error *err);

/* Adds the pairs of a glossary: accepted and preferred ones are known, deprecated ones warned of. MQ_EDB, MQ_ENOMEM. */
MQ_API mq_status mq_check_vocabulary(mq_vocabulary *v, mq_store *store, mq_error *err);
/* Adds the words of a list, one a line; lines that begin with # are comments. MQ_EIO, MQ_ELIMIT, MQ_ENOMEM. */
MQ_API mq_status mq_check_word_list(mq_vocabulary *v, const char *path, mq_error *err);
/* Adds a word to a list, which is made, with its folders, when there is none; one that is there changes nothing. MQ_EINVALID, MQ_EIO, MQ_ENOMEM. */
MQ_API mq_status mq_word_list_add(const char *path, mq_str word, mq_error *err);

typedef struct mq_fix_stats {
    uint64_t fixed;              /* sure findings that were put right */
    uint64_t left;               /* findings that a person must decide */
} mq_fix_stats;

/*
 * Puts the sure findings of one draft right and appends a unified diff to *diff. A draft is a text file of any format but docx, odt and JSONL; what is not
 * written in it as it is read (entities, words with mark-up inside) is left. to: the file to write, NULL = in place, through a temporary file; nothing
 * is written in place when nothing changes.
 * MQ_EUNSUPPORTED (gzip, standard input, no UTF-8, a binary), MQ_EFORMAT, MQ_EIO, MQ_ELIMIT (over 64 MiB), MQ_ENOMEM.
 */
MQ_API mq_status mq_fix(mq_speller *s, const char *path, mq_format format, const char *to, mq_buf *diff, mq_fix_stats *stats, mq_error *err);

/* ---- terms in drafts ---- */

/* A pair as a match tells it. Strings live as long as the scan. */
typedef struct mq_scan_pair {
    int64_t id;
    mq_str ar, la;
    mq_lang lang;
    mq_pair_status status;       /* preferred, accepted or deprecated */
    mq_str source;               /* where the pair comes from; may be empty */
    bool doubtful;               /* an imported list renders one Arabic word by what it usually does not say: the text may well mean another sense */
} mq_scan_pair;

typedef struct mq_scan_hit {
    mq_str doc, text;            /* text: the words of the draft */
    size_t start, end;           /* code points of the document, end exclusive */
    mq_place place;
    bool arabic;                 /* the Arabic side was found, else the Latin one */
    const mq_scan_pair *const *pair;
    size_t n;                    /* preferred ones first, deprecated ones last; each group by id */
} mq_scan_hit;

typedef struct mq_scan_totals {
    uint64_t files, failed_files, documents, bytes, hits;
    uint64_t doubtful;           /* hits that were not told, as all their pairs are doubtful */
} mq_scan_totals;

typedef struct mq_scan_job {
    const char *const *paths;    /* files, folders (walked), "-" */
    size_t npaths;
    mq_format format;
    bool all;                    /* tell doubtful pairs where their Arabic side was found; lines of JSON have "doubtful":true then */
    void *user;
    /* One of the two: hits, or lines of JSON (DESIGN section 2), in the order of the text. A non-zero return ends the job and is returned. */
    mq_status (*hit)(void *user, const mq_scan_hit *h);
    mq_status (*write)(void *user, mq_str lines);
    mq_problem_fn *problem;      /* a file that failed (the others are still done), or a note (code MQ_OK); may be NULL */
    bool (*stop)(void);          /* asked between parts; true ends with MQ_ESTOPPED; may be NULL */
} mq_scan_job;

/*
 * Finds the accepted, preferred and deprecated terms of a glossary in drafts (muqabil/match.h tells how). The store is read before the first file is opened.
 * MQ_ENOMEM, MQ_EDB, MQ_ESTOPPED, what the handlers return. *totals is filled on failure, too.
 */
MQ_API mq_status mq_scan_files(mq_store *store, const mq_scan_job *job, mq_scan_totals *totals, mq_error *err);

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
    unsigned threads;             /* 1..256; the result does not depend on it. `message` and `stop` are called on any of them, one call of the four at a time */
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
 * content and miner are the same as before is left alone. What mq_train learned from the store's pairs is evidence; without a store it is not. *totals
 * is filled on failure, too. At the end the occurrences of each Latin term, old and new, vote on the scores of its candidates; what an interruption leaves
 * of that is done by the next call.
 */
MQ_API mq_status mq_mine_files(const mq_mine_job *job, mq_mine_totals *totals, mq_error *err);

/* ---- learning ---- */

typedef struct mq_train_totals {
    uint64_t pairs;               /* accepted and preferred ones that were read */
    uint64_t phrases;             /* of them: those that words were learned from */
    uint64_t terms;               /* known as a whole from now on; forms of one term count once */
    uint64_t stems, words;        /* Arabic, Latin ones in the phrases */
    uint64_t translations;        /* of a stem by a word, that are kept */
} mq_train_totals;

typedef struct mq_train_job {
    void *user;
    /* Now and then. May be NULL. */
    void (*progress)(void *user, const mq_train_totals *so_far);
    /* Asked now and then; true ends with MQ_ESTOPPED, and what was learned before stays. May be NULL. */
    bool (*stop)(void *user);
} mq_train_job;

/*
 * Learns from the accepted and preferred pairs of a glossary which terms and which words say each other, and keeps it there in place of what was learned
 * before. mq_mine_files into that glossary uses it from then on; documents that were mined before count as mined by another miner. One transaction; the same
 * pairs teach the same, to the last bit. Without such pairs nothing is known afterwards. MQ_EDB, MQ_EIO, MQ_ENOMEM, MQ_ESTOPPED.
 */
MQ_API mq_status mq_train(mq_store *s, const mq_train_job *job, mq_train_totals *totals, mq_error *err);

/* ---- exporting ---- */

typedef struct mq_export_options {
    mq_exchange_writing writing; /* its date is set by mq_export */
    unsigned statuses;           /* MQ_STATUS_BIT(…) | … */
    double min_score;            /* 0 = all */
    const char *domain;          /* pairs of this domain only, compared without case; NULL = all */
    bool other;                  /* terms of other languages count as terms of the Latin language asked for */
    bool (*stop)(void);          /* asked now and then; true ends with MQ_ESTOPPED and leaves the old file; may be NULL */
} mq_export_options;

typedef struct mq_export_stats {
    uint64_t entries;      /* written */
    uint64_t noted;        /* renderings that are in the note of another one only */
    uint64_t left_out[5];  /* pairs in a language that was not asked for, by mq_lang */
    uint64_t unmatched;    /* terms of `from` without a rendering in `to` (fr to en and back) */
} mq_export_stats;

/*
 * Writes a glossary to a file of another format ("-": standard output).
 *
 * For each term of `from` all its renderings in `to` make one entry, the best first: preferred before accepted before candidate, then by score, count and
 * spelling. Between French and English the way leads over the Arabic term. In the order of keys, for TMX in
 * the order of age; jsonl in the order of ids, whatever the languages.
 * hunspell writes the words of the Arabic terms: into a path that ends in .dic stems with their affix file beside it, else a personal dictionary.
 * The same glossary gives the same bytes. What mq_exchange_create and mq_store_list say; MQ_ESTOPPED. On failure the old file is as it was.
 */
MQ_API mq_status mq_export(mq_store *s, const char *path, const mq_export_options *o, mq_export_stats *stats, mq_error *err);

/* ---- importing ---- */

/* Told each thing that was left out, as it is found. `file` is one of the paths given. */
typedef mq_status mq_left_out_fn(void *user, const char *file, const mq_left_out *x, mq_error *err);

typedef struct mq_import_options {
    mq_exchange_reading reading; /* its keep_going also keeps what was complete before a fault */
    bool dry_run;                /* the glossary is only read; it may be NULL then, which is an empty one */
    bool other;                  /* terms in languages other than ar, fr, en come in as `other` */
    int status;                  /* of pairs for which the file says none: mq_pair_status; MQ_UNSAID = accepted */
    const char *domain;          /* of pairs for which the file says none; NULL = none */
    mq_left_out_fn *left_out;    /* may be NULL */
    bool (*stop)(void);          /* as for an export */
    void *user;                  /* of left_out */
} mq_import_options;

enum { MQ_IMPORT_PLACES = 3 };

/* How often something was left out, and where first. */
typedef struct mq_import_reason {
    uint64_t entries, parts;     /* whole entries; parts of entries */
    size_t nplaces;
    struct {
        const char *file;        /* one of the paths given */
        size_t line;
    } places[MQ_IMPORT_PLACES];
} mq_import_reason;

typedef struct mq_import_stats {
    uint64_t read;               /* entries of the files; = made + merged + same + skipped */
    uint64_t made;               /* that gave a new pair or occurrence */
    uint64_t merged;             /* that added to a pair, and gave none */
    uint64_t same;               /* that changed nothing */
    uint64_t skipped;
    uint64_t pairs_made, pairs_merged, pairs_same, occurrences;
    uint64_t replaced;           /* ill-formed sequences */
    char guessed[32];            /* encoding of a file that did not tell its own; empty = none had to be guessed */
    mq_import_reason reasons[MQ_REASON_COUNT];
} mq_import_stats;

/*
 * Brings files into a glossary: all of them, in one transaction, or nothing. With keep_going a fault (returned, with its place) leaves in what was read
 * before it. Every Arabic term of an entry makes a pair with each of its Latin terms; pairs of one entry share a concept, those that were there
 * before as long as they are in no other, and no person made them.
 * Merging: mq_store_add as an import; what a person set stays, and where the file says otherwise that is told (MQ_REASON_STATUS_KEPT, _NOTE_KEPT).
 * A dry run counts as if it were done; duplicates within the files are recognised among some 3 million pairs.
 * *stats is filled as far as the reading came. What mq_exchange_read and mq_store_add say; MQ_ESTOPPED.
 */
MQ_API mq_status mq_import(mq_store *s, const char *const *paths, size_t n, const mq_import_options *o, mq_import_stats *stats, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
