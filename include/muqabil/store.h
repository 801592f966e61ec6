/*
 * muqabil/store.h - the glossary file: pairs, their occurrences, documents; one SQLite database.
 *
 *     mq_store *s; mq_error err;
 *     mq_lookup_query q = { .term = MQ_STR("cloud souverain"), .statuses = MQ_STATUS_SHOWN };
 *     if (mq_store_open(&s, "glossary.db", MQ_STORE_READ, &err) == MQ_OK)
 *         (void)mq_store_lookup(s, &q, print_hit, stdout, &err);
 *     mq_store_free(s);
 *
 * Threads and processes. A handle belongs to one thread at a time. Any number of handles and processes may read while one writes; a second writer waits
 * for the first, up to a minute, then fails with MQ_EDB.
 * Changes. Everything that changes the file happens inside a transaction: it is there whole, or not at all, whatever is killed when. A call that
 * changes something opens and commits one of its own unless mq_store_begin was called before.
 * Errors of all calls, beside those listed: MQ_EDB (damaged, read-only, busy for too long), MQ_EIO (the disk is full, a file cannot be read or
 * written), MQ_ENOMEM.
 * Inside mq_store_begin … mq_store_commit a failure with one of these makes the transaction void: what follows fails too, and commit rolls back.
 * Strings given to a handler live until it returns. A handler may call mq_store_get, mq_store_example, mq_store_occurrences, mq_store_quotes and
 * mq_store_lookup on the same handle unless it is itself called by that function; it must not change the glossary through that handle. What it returns
 * other than MQ_OK stops the call and is returned.
 * Time stamps are seconds since 1970 UTC; SOURCE_DATE_EPOCH, read when the file is opened, replaces the clock.
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
    MQ_STORE_CREATE = 2  /* made when it does not exist or is an empty file */
};

/* The longest term, in bytes. */
enum { MQ_MOST_TERM = 4096 };

/*
 * Opens a glossary and brings an older one up to this version (where it can be written). *out is NULL on failure; free it with mq_store_free.
 * MQ_ENOTFOUND; MQ_EDB: another program's file, no glossary at all, damaged, no permission; MQ_EUNSUPPORTED: made by a newer muqabil.
 * A glossary in a folder that cannot be written opens for reading as long as no unfinished changes lie beside it.
 */
MQ_API mq_status mq_store_open(mq_store **out, const char *path, int mode, mq_error *err);
/* Rolls back an open transaction. NULL does nothing. */
MQ_API void mq_store_free(mq_store *s);

/*
 * Transactions, for many changes at once. They do not nest: begin, then commit or rollback. A failed commit has rolled back. Rollback without begin does
 * nothing.
 */
MQ_API mq_status mq_store_begin(mq_store *s, mq_error *err);
MQ_API mq_status mq_store_commit(mq_store *s, mq_error *err);
MQ_API void mq_store_rollback(mq_store *s);

/* ---- documents and what was mined from them: only between mq_store_begin and mq_store_commit ---- */

/*
 * Says that uri is about to be mined. `hash` is of its content (any 64 bits), `size` its bytes. *fresh is false when the same content was mined to its end
 * before with the same miner (`miner` = version of program and weights): there is nothing to do. Otherwise its old occurrences are forgotten and *doc is what
 * the next two calls want. Documents are mined one at a time, each finished with mq_store_document_done; transactions may end anywhere.
 */
MQ_API mq_status mq_store_document(mq_store *s, mq_str uri, uint64_t hash, uint64_t size, mq_str miner, int64_t *doc, bool *fresh, mq_error *err);
/*
 * Adds an occurrence to its pair, which is made (a candidate) when it is new; o->doc is not looked at. Exactly the same sighting (document, pair, places)
 * counts once. MQ_EINVALID: a side is empty or holds NUL. MQ_ELIMIT: one is longer than MQ_MOST_TERM. After these two the transaction is as before, and
 * sound.
 */
MQ_API mq_status mq_store_add_occurrence(mq_store *s, int64_t doc, const mq_occurrence *o, mq_error *err);
/* The document is mined to its end. Candidates that no document holds any more and no person or import touched disappear. */
MQ_API mq_status mq_store_document_done(mq_store *s, int64_t doc, mq_error *err);
/* The document `uri`, made when it is new, with the occurrences it has: for occurrences that were mined elsewhere. */
MQ_API mq_status mq_store_document_join(mq_store *s, mq_str uri, int64_t *doc, mq_error *err);

/* ---- pairs ---- */

/* What mq_store_add did. */
typedef enum mq_added { MQ_ADDED_NEW, MQ_ADDED_MERGED, MQ_ADDED_SAME } mq_added;

/*
 * Adds a pair or merges it into the one with the same Arabic headword and the same Latin term and language (both compared by their search keys).
 * by_person: status, kind and whatever text of `p` is not empty win over what is stored, the terms are rewritten as given, and the score is 1.
 * Otherwise (an import) texts only fill what is empty, a concept only takes in a pair that has none, a status only replaces `candidate`, and nothing
 * that a person decided is touched.
 * p->id, count and docs are not looked at; p->created and p->changed are kept for a new pair when they are not 0. id and what may be NULL.
 * MQ_EINVALID: an empty side, NUL in one, lang = ar, a gender other than m f, a number other than s d p, a score outside 0..1. MQ_ELIMIT: MQ_MOST_TERM.
 */
MQ_API mq_status mq_store_add(mq_store *s, const mq_pair *p, bool by_person, int64_t *id, mq_added *what, mq_error *err);

/* As p->concept of mq_store_add: a pair that has none begins a concept of its own, which has the pair's id. */
#define MQ_CONCEPT_OWN (-1)

/* Fields of mq_store_edit. A NULL leaves the field; an empty string clears it (ar and la must not be empty). */
typedef struct mq_pair_edit {
    const char *ar, *la, *note, *domain, *definition, *source, *region, *pos, *gender, *number, *plural;
    const mq_lang *lang;
    const mq_kind *kind;
    const mq_pair_status *status;
    const int64_t *concept;  /* 0 = alone */
} mq_pair_edit;
/*
 * What a person changes of a pair; mining will not change it back. A pair whose ar, la or lang changed goes on collecting the occurrences that the
 * miner finds under its old name. MQ_ENOTFOUND; MQ_EINVALID as of mq_store_add, or another pair says the same already; MQ_ELIMIT.
 * Inside mq_store_begin … mq_store_commit roll back after a failure.
 */
MQ_API mq_status mq_store_edit(mq_store *s, int64_t id, const mq_pair_edit *e, mq_error *err);
/* A person's decision. MQ_ENOTFOUND. */
MQ_API mq_status mq_store_set_status(mq_store *s, int64_t id, mq_pair_status status, mq_error *err);

/* What a change of a person did, so that it can be taken back. */
typedef struct mq_pair_past mq_pair_past;
/* mq_store_edit, and on success *past for mq_store_revert; free it with mq_pair_past_free. */
MQ_API mq_status mq_store_change(mq_store *s, int64_t id, const mq_pair_edit *e, mq_pair_past **past, mq_error *err);
/*
 * Takes a change back; several are taken back in the opposite order. Terms, status, kind, texts and concept are as before, and mining and imports treat
 * the pair as if nobody had touched it. Occurrences that were mined since stay.
 * MQ_ENOTFOUND: the pair has gone. MQ_EINVALID: another pair has its old terms by now.
 */
MQ_API mq_status mq_store_revert(mq_store *s, const mq_pair_past *past, mq_error *err);
MQ_API void mq_pair_past_free(mq_pair_past *past); /* NULL does nothing */

typedef mq_status mq_pair_fn(void *user, const mq_pair *p);
MQ_API mq_status mq_store_get(mq_store *s, int64_t id, mq_pair_fn *fn, void *user, mq_error *err); /* MQ_ENOTFOUND */

/*
 * ALPHA: by the search keys of the Arabic, then of the Latin side, in the order of code points: the same for the same glossary, whatever the ids.
 * LATIN: by the search keys of the Latin side, of whatever language; pairs with the same one in any order.
 * ARABIC: by the age of the Arabic terms; as they lie in the file, so three times as fast as ALPHA.
 */
enum mq_order { MQ_ORDER_SCORE, MQ_ORDER_COUNT, MQ_ORDER_ALPHA, MQ_ORDER_ID, MQ_ORDER_LATIN, MQ_ORDER_ARABIC };
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
/*
 * From now on this handle keeps some 32 MiB of the file in memory, not 128: for those who go through all of it once, to whom more is of no use. It never
 * fails.
 */
MQ_API void mq_store_stream(mq_store *s);
/* One unchanging picture of the file from the first pair to the last. */
MQ_API mq_status mq_store_list(mq_store *s, const mq_list_query *q, mq_pair_fn *fn, void *user, mq_error *err);

/*
 * What mq_store_add would do with the pair of an import, without doing it. fn is given the pair as it would be then; it is not called when the pair is new.
 * As mq_store_add.
 */
MQ_API mq_status mq_store_would_add(mq_store *s, const mq_pair *p, mq_added *what, mq_pair_fn *fn, void *user, mq_error *err);

/* The pairs that share the Arabic term of pair `id`, itself among them, in the order of their ids. `fn` must not call this function. */
MQ_API mq_status mq_store_siblings(mq_store *s, int64_t id, unsigned statuses, double min_score, mq_pair_fn *fn, void *user, mq_error *err);
/* The pair with the terms and the language of p, by their search keys; *id = 0 when there is none. */
MQ_API mq_status mq_store_find(mq_store *s, const mq_pair *p, int64_t *id, mq_error *err);

/*
 * The entry of pair `id`: the pairs of its concept or, when it has none, those with its Latin term. A pair without a concept belongs to the oldest concept
 * that holds its Latin term. So each pair is in one entry, and whose concepts a person or a file told apart stay apart.
 * Itself included; preferred before accepted before candidate before deprecated before rejected, then score, count, id; at most 256. None for no such pair.
 */
MQ_API mq_status mq_store_entry(mq_store *s, int64_t id, unsigned statuses, mq_pair_fn *fn, void *user, mq_error *err);
/* Pairs with the Latin term of pair `id`, or with its Arabic term and another Latin one of its language; itself not; in the order of mq_store_entry. */
MQ_API mq_status mq_store_rivals(mq_store *s, int64_t id, unsigned statuses, size_t limit, mq_pair_fn *fn, void *user, mq_error *err);
/*
 * Joins the concept of pair `id`, all of it, to that of pair `other`, which is made when it has none; both pairs are a person's then.
 * other = 0: takes the pair out of its concept. MQ_ENOTFOUND; MQ_EINVALID: a pair cannot be joined to itself.
 */
MQ_API mq_status mq_store_join(mq_store *s, int64_t id, int64_t other, mq_error *err);

/* Terms with several renderings. */
typedef struct mq_conflict_query {
    mq_list_query renderings; /* which ones count; limit is that of the terms, order is of no meaning */
    bool undecided;           /* leave out terms with exactly one preferred rendering */
} mq_conflict_query;
typedef struct mq_conflict {
    bool arabic;         /* one Arabic term with several Latin ones, else one Latin term with several Arabic ones */
    size_t at, of;       /* this rendering, from 0; how many there are */
    uint64_t count;      /* occurrences of all of them */
} mq_conflict;
typedef mq_status mq_conflict_fn(void *user, const mq_conflict *c, const mq_pair *p);
/*
 * Each rendering of each such term; terms by occurrences, most first, then by key; renderings as in mq_store_entry. Latin terms compete when they are of
 * one language, acronyms with acronyms. fn may call mq_store_documents.
 */
MQ_API mq_status mq_store_conflicts(mq_store *s, bool arabic, const mq_conflict_query *q, mq_conflict_fn *fn, void *user, mq_error *err);
/* The uris of the documents in which a pair was seen, sorted; limit 0 = all. */
typedef mq_status mq_uri_fn(void *user, mq_str uri);
MQ_API mq_status mq_store_documents(mq_store *s, int64_t id, size_t limit, mq_uri_fn *fn, void *user, mq_error *err);

typedef mq_status mq_stored_occurrence_fn(void *user, const mq_occurrence *o);
/* Occurrences of a pair, by document uri and offset; limit 0 = all. `doc` is the uri, `term` the pair's headword. None when there is no such pair. */
MQ_API mq_status mq_store_occurrences(mq_store *s, int64_t id, size_t limit, mq_stored_occurrence_fn *fn, void *user, mq_error *err);
/* The one with the highest score, the earliest among equals; fn is not called when there is none. */
MQ_API mq_status mq_store_example(mq_store *s, int64_t id, mq_stored_occurrence_fn *fn, void *user, mq_error *err);

/*
 * Adds an occurrence that was mined elsewhere to `doc` (of mq_store_document_join): to the pair with the id `pair` or, when that is 0, to the pair of its
 * terms, which is made (a candidate) when it is new; *what then says NEW. *known: this very sighting was there, and nothing changed. A pair that is
 * given does not count as changed. Otherwise as mq_store_add_occurrence.
 */
MQ_API mq_status mq_store_load_occurrence(mq_store *s, int64_t doc, int64_t pair, const mq_occurrence *o, bool *known, mq_added *what, mq_error *err);
/* Whether this very sighting (o->doc as uri, terms, places) is there. */
MQ_API mq_status mq_store_has_occurrence(mq_store *s, const mq_occurrence *o, bool *has, mq_error *err);

/* ---- sentences that imported files quote ---- */

/* The most that are kept of one pair: more are no examples but a corpus. */
enum { MQ_MOST_QUOTES = 64 };

/*
 * Keeps a sentence that a file quotes with a pair, and where it is from (may be empty). It does not count as a change of the pair. *known: the pair has
 * this sentence, quoted or in an occurrence, and nothing was done. MQ_ENOTFOUND; MQ_EINVALID: it is empty; MQ_ELIMIT: the pair has MQ_MOST_QUOTES.
 * After these the transaction is as before, and sound.
 */
MQ_API mq_status mq_store_quote(mq_store *s, int64_t pair, mq_str text, mq_str source, bool *known, mq_error *err);
typedef mq_status mq_quote_fn(void *user, mq_str text, mq_str source);
/* In the order in which they came. None when there is no such pair. */
MQ_API mq_status mq_store_quotes(mq_store *s, int64_t pair, mq_quote_fn *fn, void *user, mq_error *err);

/* ---- look-up ---- */

/* How a hit was reached, best first. */
typedef enum mq_match {
    MQ_MATCH_EXACT = 0,     /* the headword itself, folded */
    MQ_MATCH_HEADWORD = 1,  /* without article and proclitics */
    MQ_MATCH_INFLECTED = 2, /* another form of the headword */
    MQ_MATCH_ORDER = 3,     /* all words, another order */
    MQ_MATCH_PREFIX = 4,    /* the term goes on where the query ends */
    MQ_MATCH_WORDS = 5,     /* all words, among others */
    MQ_MATCH_SPELLING = 6   /* nearest by spelling: only when no term is what was asked (prefix and words are not) */
} mq_match;
MQ_API const char *mq_match_name(mq_match v);

typedef struct mq_hit {
    mq_pair pair;
    mq_match match;
    mq_str sentence;     /* of the best occurrence; empty when there is none */
    mq_str doc;          /* uri of where it stands */
} mq_hit;
typedef mq_status mq_hit_fn(void *user, const mq_hit *h);

typedef struct mq_lookup_query {
    mq_str term;         /* any bytes; longer than MQ_MOST_TERM, or with NUL, finds nothing */
    mq_lang lang;        /* of the term, und included for fr and en; MQ_LANG_UND = by its script: Arabic, or all others */
    unsigned statuses;
    size_t limit;        /* 0 = 20 */
} mq_lookup_query;
/* Best first; ties by status, score, count, id. Work is bounded for every query. MQ_OK also when nothing was found: fn is then never called. */
MQ_API mq_status mq_store_lookup(mq_store *s, const mq_lookup_query *q, mq_hit_fn *fn, void *user, mq_error *err);

/* A headword, for completion. */
typedef mq_status mq_headword_fn(void *user, mq_str text);
/*
 * The headwords that begin with `start`, compared by search keys (articles, accents, case and hamza seats do not matter), in their order; at most `limit`
 * of each language. Terms without a pair of these statuses are left out. None for an empty start.
 */
MQ_API mq_status mq_store_complete(mq_store *s, mq_str start, unsigned statuses, size_t limit, mq_headword_fn *fn, void *user, mq_error *err);

/* ---- search in the sentences of occurrences ---- */

/* Bytes of a sentence: a word that was asked for, with all that is glued to it. */
typedef struct mq_place_in {
    size_t start, end;
} mq_place_in;

enum { MQ_MOST_CONTEXT_WORDS = 64 };

typedef struct mq_context_hit {
    mq_str sentence;
    mq_str doc;              /* uri of where it stands */
    const mq_place_in *word; /* n of them, in the order of the sentence; MQ_MOST_CONTEXT_WORDS at most */
    size_t n;
    size_t start, end;       /* bytes: the words next to each other, as they were asked for; without such a place the first word */
    bool phrase;             /* there is such a place */
} mq_context_hit;
typedef mq_status mq_context_hit_fn(void *user, const mq_context_hit *c);

/*
 * Sentences that hold all words of `text`, each in any form and with any clitics: first those with the words next to each other in this order, then in the
 * order in which they were stored. limit 0 = 20. Work is bounded: of the sentences with very common words only the first thousand or so are looked at. A
 * text without a word, or with more than 32, finds nothing. MQ_OK also when nothing was found.
 */
MQ_API mq_status mq_store_contexts(mq_store *s, mq_str text, size_t limit, mq_context_hit_fn *fn, void *user, mq_error *err);

/* ---- the whole ---- */

typedef struct mq_stats {
    uint64_t documents, occurrences, pairs, terms_ar, terms_la;
    uint64_t by_status[5], by_kind[3], by_lang[5];
    int64_t changed;     /* last change of a pair, seconds since 1970; 0 = never */
    int schema;
} mq_stats;
MQ_API mq_status mq_store_stats(mq_store *s, mq_stats *out, mq_error *err);

/* The `changed` of mq_store_stats alone, which is quick. */
MQ_API mq_status mq_store_changed(mq_store *s, int64_t *changed, mq_error *err);

/* Told each thing that is wrong with the file, as a line of text. */
typedef mq_status mq_problem_text_fn(void *user, const char *problem);
/* Pages, indexes, references, counts, the word index. MQ_OK without a call of fn: sound. Takes seconds for a million pairs. */
MQ_API mq_status mq_store_check(mq_store *s, mq_problem_text_fn *fn, void *user, mq_error *err);

/*
 * Writes a copy of this moment's glossary to `path`, while others read and write. Appears whole or not at all; replaces an older glossary of that name.
 * MQ_EINVALID: `path` is the glossary itself, or a file that is none.
 */
MQ_API mq_status mq_store_backup(mq_store *s, const char *path, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
