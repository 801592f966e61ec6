/*
 * bulk.c - see bulk.h.
 *
 * A row at the end of a table costs a microsecond; its entry in an index costs two to four, as it goes to a place of its own, and the same again for what
 * it refers to. A change that makes the greater part of a glossary does better without:
 * 1. When a change has made MQ_BULK_FROM pairs, and whenever that number has doubled, it is looked at: were no more pairs there before? Then the terms and
 *    pairs of the file are read into two hash tables, and their indexes are dropped.
 * 2. From then on the tables tell whether a term or a pair is there. References are not checked: all ids come from the tables. New rows are put many at a
 *    time (rows.h), the words of terms are seen to on another thread (aside.h). Statements that need no index run as ever (`needs`); before any other the
 *    indexes are made again, so that nothing but speed depends on what is asked.
 * 3. At the end of the change, too, the indexes are made, from rows that SQLite has sorted, and those of words are taken in.
 * All of it is one transaction: whatever fails or is killed, the file is as before, indexes included; readers see nothing of it.
 * Limits:  MOST entries of a table (64 MiB), ids of 32 bits; beyond, the change goes on row by row. Terms of a language are told apart by 93 bits of a hash: of four
 *          million two are taken for one with a chance of 1 in 10^15.
 * Law:     the glossary is the same as row by row; tests/unit/store/test_bulk.c.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "store/aside.h"
#include "store/bulk.h"
#include "store/rows.h"
#include "store/schema.h"

enum { FIRST_SLOTS = 1 << 16, MOST = 1 << 22,
       CACHE_KIB = 49152 /* rows come in order: more would only hold what is written */,
       SORTER_KIB = 2048 /* what is sorted at a time: it stays in the cache of the processor */ };

/* A term: two parts of the hash of its key, the second one with the language. A pair: the ids of its terms, and 0. */
struct slot {
    uint64_t key;
    uint32_t more, id; /* id 0 = free */
};

/* Open addressing, at most three quarters full. */
struct table {
    struct slot *slot;
    size_t slots, used;
};

struct mq_bulk {
    struct table terms, pairs;
    int64_t next_term;
    mq_aside *aside;            /* the words of terms */
    mq_rows new_terms, new_pairs;
    int cache;          /* PRAGMA cache_size as it was */
};

/* What a statement needs: most of them the indexes, a few only the rows that wait, and those that put rows nothing. */
static const enum { NEEDS_INDEXES, NEEDS_ROWS, NEEDS_NOTHING } needs[SQL_COUNT] = {
    [SQL_TERM_PUT] = NEEDS_NOTHING, [SQL_TERM_PUT_MANY] = NEEDS_NOTHING, [SQL_PAIR_ADD_PLAIN] = NEEDS_NOTHING, [SQL_PAIR_ADD_PLAIN_MANY] = NEEDS_NOTHING,
    [SQL_TERM_REWRITE] = NEEDS_ROWS, [SQL_PAIR_GET] = NEEDS_ROWS, [SQL_PAIR_NEXT] = NEEDS_ROWS, [SQL_PAIR_ADD] = NEEDS_ROWS, [SQL_PAIR_WRITE] = NEEDS_ROWS,
    [SQL_ALL_WORDS] = NEEDS_ROWS, [SQL_ALL_TERMS] = NEEDS_ROWS, [SQL_ALL_PAIRS] = NEEDS_ROWS, [SQL_ALL_RENAMED] = NEEDS_ROWS, [SQL_RENAMED_DROP] = NEEDS_ROWS,
    [SQL_CHANGED] = NEEDS_ROWS, [SQL_PAIR_HERE] = NEEDS_ROWS, [SQL_QUOTE_HERE] = NEEDS_ROWS, [SQL_QUOTE_OCCURS] = NEEDS_ROWS, [SQL_QUOTE_NEXT] = NEEDS_ROWS,
    [SQL_QUOTE_ADD] = NEEDS_ROWS,
};

/* ---- the hash tables ---- */

static struct slot term_slot(mq_lang lang, mq_str key)
{
    const XXH128_hash_t h = XXH3_128bits(key.p, key.n); /* with the language as its seed, short words of two languages can be one */

    return (struct slot){ .key = h.low64, .more = (uint32_t)h.high64 << 3 | (uint32_t)lang };
}

static struct slot pair_slot(int64_t ar, int64_t la)
{
    return (struct slot){ .key = (uint64_t)ar << 32 | (uint64_t)la };
}

/* Its slot, or the free one where it belongs. */
static struct slot *place_of(const struct table *t, const struct slot *x)
{
    const size_t mask = t->slots - 1;

    for (size_t i = (size_t)(x->key * 0x9E3779B97F4A7C15U >> 20);; i++) { /* Fibonacci hashing: the ids of a pair are no hash */
        struct slot *s = &t->slot[i & mask];

        if (!s->id || (s->key == x->key && s->more == x->more))
            return s;
    }
}

static bool grow(struct table *t)
{
    struct table larger = { .slots = t->slots ? 2 * t->slots : FIRST_SLOTS, .used = t->used };

    larger.slot = calloc(larger.slots, sizeof *larger.slot);
    if (!larger.slot)
        return false;
    for (size_t i = 0; i < t->slots; i++)
        if (t->slot[i].id)
            *place_of(&larger, &t->slot[i]) = t->slot[i];
    free(t->slot);
    *t = larger;
    return true;
}

static bool has_room(const struct table *t)
{
    return t->used < t->slots / 4 * 3;
}

/* False: there is no more room. */
static bool put(struct table *t, struct slot x, int64_t id)
{
    if (id > UINT32_MAX || (!has_room(t) && (t->slots >= MOST || !grow(t))))
        return false;
    x.id = (uint32_t)id;
    *place_of(t, &x) = x;
    t->used++;
    return true;
}

static int64_t find(const struct table *t, struct slot x)
{
    return t->slots ? place_of(t, &x)->id : 0;
}

int64_t mq_bulk_find_term(const mq_store *s, const mq_stored_term *t)
{
    return find(&s->bulk->terms, term_slot(t->lang, t->key));
}

int64_t mq_bulk_find_pair(const mq_store *s, int64_t ar, int64_t la)
{
    return find(&s->bulk->pairs, pair_slot(ar, la));
}

/* ---- beginning ---- */

static mq_status read_words(mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_ALL_WORDS, MQ_BIND_NONE, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        rc = mq_aside_word(s->bulk->aside, mq_column_str(st, 0), err);
    }
    mq_sql_stop(st);
    return rc;
}

/* What is known of a term that is there already. */
static mq_status read_term(mq_store *s, sqlite3_stmt *st, mq_error *err)
{
    const int64_t id = sqlite3_column_int64(st, 0);

    s->bulk->next_term = id + 1;
    return mq_aside_term(s->bulk->aside, id, mq_column_str(st, 2), err);
}

/* Puts the rows of (id, two columns) into a table; *all: there was room for them. */
static mq_status read_rows(bool *all, mq_store *s, enum mq_sql which, struct table *t, bool terms, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, which, MQ_BIND_NONE, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        *all = put(t, terms ? term_slot((mq_lang)sqlite3_column_int(st, 1), mq_column_str(st, 2))
                            : pair_slot(sqlite3_column_int64(st, 1), sqlite3_column_int64(st, 2)), sqlite3_column_int64(st, 0));
        if (!*all)
            break;
        if (terms)
            rc = read_term(s, st, err);
    }
    mq_sql_stop(st);
    return rc;
}

/* An index cannot be dropped while somebody reads. Asks our statements: FTS5 has some of its own. */
static bool is_reading(const mq_store *s)
{
    for (size_t i = 0; i < SQL_COUNT; i++)
        if (s->statements[i] && sqlite3_stmt_busy(s->statements[i]))
            return true;
    return false;
}

static void set_cache(mq_store *s, int size)
{
    char pragma[64];

    (void)sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA cache_size = %d", size);
    (void)sqlite3_exec(s->db, pragma, NULL, NULL, NULL);
}

/* A handle that knows its ids to be right need not look each of them up. */
static void check_references(mq_store *s, bool yes)
{
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, (int)yes, NULL);
}

static void release(struct mq_bulk *b)
{
    if (b) {
        free(b->terms.slot);
        free(b->pairs.slot);
        mq_aside_free(b->aside);
        mq_rows_release(&b->new_terms);
        mq_rows_release(&b->new_pairs);
    }
    free(b);
}

/* Back to the ways of a small change. */
static void leave(mq_store *s)
{
    struct mq_bulk *b = s->bulk;

    s->bulk = NULL;
    check_references(s, true);
    set_cache(s, b->cache);
    release(b);
}

/* Reads what is there. *all: there was room for it. */
static mq_status read_glossary(bool *all, mq_store *s, mq_error *err)
{
    mq_status rc = read_words(s, err);

    if (!rc)
        rc = read_rows(all, s, SQL_ALL_TERMS, &s->bulk->terms, true, err);
    return rc || !*all ? rc : read_rows(all, s, SQL_ALL_PAIRS, &s->bulk->pairs, false, err);
}

static mq_status begin(mq_store *s, mq_error *err)
{
    int64_t cache = 0;
    bool all = true;
    mq_status rc = mq_sql_number(&cache, 0, s, SQL_CACHE, MQ_BIND_NONE, err);

    if (rc || is_reading(s))
        return rc;
    s->bulk = calloc(1, sizeof *s->bulk);
    if (!s->bulk || mq_aside_new(&s->bulk->aside, s, NULL)) {
        release(s->bulk);
        s->bulk = NULL;
        return MQ_OK; /* it is only slower */
    }
    s->bulk->cache = (int)cache;
    s->bulk->next_term = 1;
    s->bulk->new_terms = (mq_rows){ .one = SQL_TERM_PUT, .many = SQL_TERM_PUT_MANY, .columns = 4 };
    s->bulk->new_pairs = (mq_rows){ .one = SQL_PAIR_ADD_PLAIN, .many = SQL_PAIR_ADD_PLAIN_MANY, .columns = 13 };
    set_cache(s, -CACHE_KIB);
    check_references(s, false);
    rc = read_glossary(&all, s, err);
    if (!rc && all)
        rc = mq_db_run(s, mq_schema_drop_indexes, err);
    if (rc || !all)
        leave(s);
    return rc;
}

/* ---- during ---- */

mq_status mq_bulk_put(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err)
{
    return s->bulk ? mq_rows_add(which == SQL_TERM_PUT ? &s->bulk->new_terms : &s->bulk->new_pairs, s, v, err) : mq_sql_exec(s, which, v, n, err);
}

/* Terms first, as pairs refer to them. */
static mq_status put_rows(mq_store *s, mq_error *err)
{
    const mq_status rc = mq_rows_put(&s->bulk->new_terms, s, err);

    return rc ? rc : mq_rows_put(&s->bulk->new_pairs, s, err);
}

mq_status mq_bulk_make_term(int64_t *id, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    mq_status rc;

    *id = s->bulk->next_term++;
    rc = mq_bulk_put(s, SQL_TERM_PUT, MQ_BIND(mq_int(*id), mq_int(t->lang), mq_text(t->key), mq_text(t->text)), err);
    if (!rc && (rc = mq_aside_term(s->bulk->aside, *id, t->key, err)) != MQ_OK)
        s->broken = true;
    if (!rc && !put(&s->bulk->terms, term_slot(t->lang, t->key), *id))
        rc = mq_bulk_end(s, err);
    return rc;
}

mq_status mq_bulk_pair_made(mq_store *s, int64_t id, int64_t ar, int64_t la, mq_error *err)
{
    const uint64_t made = ++s->made_pairs;

    if (s->bulk)
        return put(&s->bulk->pairs, pair_slot(ar, la), id) ? MQ_OK : mq_bulk_end(s, err);
    return made >= s->bulk_from && (made & (made - 1)) == 0 && (uint64_t)id <= 2 * made ? begin(s, err) : MQ_OK;
}

/* ---- the end ---- */

mq_status mq_bulk_make_way(mq_store *s, enum mq_sql which, mq_error *err)
{
    if (!s->bulk || needs[which] == NEEDS_NOTHING)
        return MQ_OK;
    return needs[which] == NEEDS_ROWS ? put_rows(s, err) : mq_bulk_end(s, err);
}

mq_status mq_bulk_end(mq_store *s, mq_error *err)
{
    struct mq_bulk *b = s->bulk;
    mq_status rc;

    if (!b)
        return MQ_OK;
    rc = put_rows(s, err);
    if (!rc)
        rc = mq_aside_end(b->aside, err);
    set_cache(s, -SORTER_KIB);
    if (!rc)
        rc = mq_db_run(s, mq_schema_indexes, err);
    set_cache(s, b->cache);
    s->bulk = NULL; /* for what follows, all statements are allowed */
    if (!rc)
        rc = mq_aside_settle(b->aside, s, err);
    s->bulk = b;
    s->broken = s->broken || rc;
    leave(s);
    return rc;
}

void mq_bulk_forget(mq_store *s)
{
    if (s->bulk)
        leave(s);
}
