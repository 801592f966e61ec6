/*
 * muqabil/store.h - the glossary file: pairs, their occurrences, documents; one SQLite database.
 *
 * A handle belongs to one thread. Any number of handles and processes may read while one writes; a writer waits for another up to a bounded
 * time. Everything that changes the file happens inside a transaction: it is there whole, or not at all.
 */
#ifndef MUQABIL_STORE_H
#define MUQABIL_STORE_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mq_store mq_store;

enum {
    MQ_STORE_READ = 0,   /* must exist; MQ_ENOTFOUND otherwise, and nothing is made */
    MQ_STORE_WRITE = 1,  /* must exist */
    MQ_STORE_CREATE = 2  /* made when it does not exist */
};

/* MQ_ENOTFOUND, MQ_EDB (another program's file, damaged, no permission), MQ_EUNSUPPORTED (a newer muqabil's), MQ_ENOMEM. */
MQ_API mq_status mq_store_open(mq_store **out, const char *path, int mode, mq_error *err);
MQ_API void mq_store_free(mq_store *s);

/* Transactions, for many changes at once. They do not nest. Freeing a handle rolls back. */
MQ_API mq_status mq_store_begin(mq_store *s, mq_error *err);
MQ_API mq_status mq_store_commit(mq_store *s, mq_error *err);
MQ_API void mq_store_rollback(mq_store *s);

/* ---- documents and what was mined from them ---- */

/*
 * Says that uri is about to be mined. `hash` is of its content (any 64 bits). *fresh is false when the same content was mined before with the same
 * miner (`miner` = version of program and weights): there is nothing to do. Otherwise its old occurrences are forgotten and *doc is what
 * mq_store_add_occurrence wants. Inside a transaction.
 */
MQ_API mq_status mq_store_document(mq_store *s, mq_str uri, uint64_t hash, uint64_t size, mq_str miner, int64_t *doc, bool *fresh, mq_error *err);
MQ_API mq_status mq_store_add_occurrence(mq_store *s, int64_t doc, const mq_occurrence *o, mq_error *err);

/* ---- pairs ---- */

/* What mq_store_add did. */
typedef enum mq_added { MQ_ADDED_NEW, MQ_ADDED_MERGED, MQ_ADDED_SAME } mq_added;

/*
 * Adds a pair or merges it into the one with the same Arabic headword and the same Latin term and language (both compared by their folded keys).
 * by_person: status, note and attributes of `p` win over what is stored. Otherwise they only fill what is empty, and never
 * touch what a person decided. id (may be NULL) receives the pair's id.
 */
MQ_API mq_status mq_store_add(mq_store *s, const mq_pair *p, bool by_person, int64_t *id, mq_added *what, mq_error *err);
MQ_API mq_status mq_store_set_status(mq_store *s, int64_t id, mq_pair_status status, mq_error *err);

/* Fields of mq_store_edit. A NULL leaves the field; an empty string clears it (ar and la must not be empty). */
typedef struct mq_pair_edit {
    const char *ar, *la, *note, *domain, *definition, *source, *region, *pos, *gender, *number, *plural;
    const mq_lang *lang;
    const mq_pair_status *status;
} mq_pair_edit;
MQ_API mq_status mq_store_edit(mq_store *s, int64_t id, const mq_pair_edit *e, mq_error *err);

/* Strings of a pair given to a handler live until it returns. A non-zero return stops and is returned. */
typedef mq_status mq_pair_fn(void *user, const mq_pair *p);
MQ_API mq_status mq_store_get(mq_store *s, int64_t id, mq_pair_fn *fn, void *user, mq_error *err); /* MQ_ENOTFOUND */

enum mq_order { MQ_ORDER_SCORE, MQ_ORDER_COUNT, MQ_ORDER_ALPHA, MQ_ORDER_ID };
#define MQ_STATUS_BIT(s) (1U << (s))
#define MQ_STATUS_SHOWN (MQ_STATUS_BIT(MQ_CANDIDATE) | MQ_STATUS_BIT(MQ_ACCEPTED) | MQ_STATUS_BIT(MQ_PREFERRED))
#define MQ_STATUS_KNOWN (MQ_STATUS_BIT(MQ_ACCEPTED) | MQ_STATUS_BIT(MQ_PREFERRED))
#define MQ_STATUS_ALL 0x1FU

typedef struct mq_list_query {
    unsigned statuses;   /* MQ_STATUS_BIT(…) | … */
    enum mq_order order;
    double min_score;    /* 0 = all */
    uint64_t min_docs;
    const mq_lang *lang; /* of the Latin side; NULL = all */
    size_t limit;        /* 0 = all */
} mq_list_query;
MQ_API mq_status mq_store_list(mq_store *s, const mq_list_query *q, mq_pair_fn *fn, void *user, mq_error *err);

/* Occurrences of a pair, by document and offset; limit 0 = all. `term` is the pair's headword. */
typedef mq_status mq_stored_occurrence_fn(void *user, const mq_occurrence *o);
MQ_API mq_status mq_store_occurrences(mq_store *s, int64_t id, size_t limit, mq_stored_occurrence_fn *fn, void *user, mq_error *err);

/* ---- look-up ---- */

/* How a hit was reached, best first. */
typedef enum mq_match {
    MQ_MATCH_EXACT = 0,     /* the headword itself, folded */
    MQ_MATCH_HEADWORD = 1,  /* without article and proclitics */
    MQ_MATCH_INFLECTED = 2,
    MQ_MATCH_ORDER = 3,     /* all words, another order */
    MQ_MATCH_PREFIX = 4,
    MQ_MATCH_SPELLING = 5   /* nearest by spelling */
} mq_match;
MQ_API const char *mq_match_name(mq_match v);

typedef struct mq_hit {
    mq_pair pair;
    mq_match match;
    mq_str sentence;     /* of the best occurrence; empty when there is none */
    mq_str doc;          /* where it stands */
} mq_hit;
typedef mq_status mq_hit_fn(void *user, const mq_hit *h);

typedef struct mq_lookup_query {
    mq_str term;         /* at most 10,000 code points are looked at */
    mq_lang lang;        /* of the term; MQ_LANG_UND = by its script, both Latin languages */
    unsigned statuses;
    size_t limit;        /* 0 = 20 */
} mq_lookup_query;
/* MQ_OK also when nothing was found: fn is then never called. */
MQ_API mq_status mq_store_lookup(mq_store *s, const mq_lookup_query *q, mq_hit_fn *fn, void *user, mq_error *err);

/* ---- the whole ---- */

typedef struct mq_stats {
    uint64_t documents, occurrences, pairs, terms_ar, terms_la;
    uint64_t by_status[5], by_kind[3], by_lang[5];
    int64_t changed;     /* last change, seconds since 1970; 0 = never */
    int schema;
} mq_stats;
MQ_API mq_status mq_store_stats(mq_store *s, mq_stats *out, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
