/* terms.c - see store/terms.h. */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "store/bulk.h"
#include "store/spelling.h"
#include "store/terms.h"

mq_status mq_term_key(mq_buf *out, mq_str text, mq_lang lang, mq_error *err)
{
    const size_t n = out->n;
    mq_status rc = mq_search_key(out, text, lang, err);

    if (!rc && out->n == n)
        rc = mq_fold(out, text, MQ_FOLD_SEARCH, err);
    return rc;
}

mq_status mq_term_make_keyed(mq_stored_term *t, mq_buf *scratch, mq_str text, mq_lang lang, mq_str key, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (text.n > MQ_MOST_TERM)
        return mq_fail(err, MQ_ELIMIT, "a term of %zu bytes is longer than %d", text.n, (int)MQ_MOST_TERM);
    if (text.n && memchr(text.p, '\0', text.n))
        return mq_fail(err, MQ_EINVALID, "a term holds a NUL byte");
    if (!key.n) {
        mq_buf_clear(scratch);
        rc = mq_term_key(scratch, text, lang, err);
        key = mq_buf_str(scratch);
    }
    *t = (mq_stored_term){ lang, text, key };
    return rc || key.n ? rc : mq_fail(err, MQ_EINVALID, "a term is empty");
}

mq_status mq_term_make(mq_stored_term *t, mq_buf *key, mq_str text, mq_lang lang, mq_error *err)
{
    return mq_term_make_keyed(t, key, text, lang, MQ_STR(""), err);
}

mq_status mq_term_find(int64_t *id, bool *same_text, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc;

    *id = s->bulk ? mq_bulk_find_term(s, t) : 0;
    if (s->bulk && (!*id || !same_text))
        return MQ_OK;
    rc = mq_sql_start(&st, s, SQL_TERM_FIND, MQ_BIND(mq_int(t->lang), mq_text(t->key)), err);
    *id = 0;
    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    *id = sqlite3_column_int64(st, 0);
    if (same_text)
        *same_text = mq_str_equal(mq_column_str(st, 1), t->text);
    mq_sql_stop(st);
    return MQ_OK;
}

mq_status mq_term_learn_words(mq_store *s, int64_t id, mq_str key, mq_error *err)
{
    const mq_status rc = mq_sql_exec(s, SQL_TERM_WORDS_ADD, MQ_BIND(mq_int(id), mq_text(key)), err);

    return rc ? rc : mq_spelling_learn(s, key, err);
}

/* *id = 0 when the term was there already. */
static mq_status term_add(int64_t *id, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    mq_status rc = mq_sql_exec(s, SQL_TERM_ADD, MQ_BIND(mq_int(t->lang), mq_text(t->key), mq_text(t->text)), err);

    *id = 0;
    if (rc || !sqlite3_changes(s->db))
        return rc;
    *id = sqlite3_last_insert_rowid(s->db);
    return mq_term_learn_words(s, *id, t->key, err);
}

/* ---- terms seen in this change ---- */

enum { KNOWN_TERMS = 1 << 15, RUN = 16 };

/* A term that was found or made, by the hash of its key: the later one wins. Other handles change nothing before this change ends. */
struct mq_known_term {
    uint64_t key, text; /* hashes; key with the language */
    uint64_t change;    /* the one in which it was seen; 0 = none */
    int64_t id;
};

static uint64_t hash_of(const mq_stored_term *t)
{
    return mq_hash(t->key) + (uint64_t)t->lang;
}

/* *same: also written like that. 0 = not known, which says nothing. */
static int64_t known_term(bool *same, const mq_store *s, const mq_stored_term *t, uint64_t hash)
{
    const struct mq_known_term *k = s->known_terms ? &s->known_terms[hash % KNOWN_TERMS] : NULL;

    if (!k || k->change != s->change + 1 || k->key != hash)
        return 0;
    *same = k->text == mq_hash(t->text);
    return k->id;
}

static void remember_term(mq_store *s, const mq_stored_term *t, uint64_t hash, int64_t id)
{
    if (!s->known_terms)
        s->known_terms = calloc(KNOWN_TERMS, sizeof *s->known_terms);
    if (s->known_terms) /* without memory it is only slower */
        s->known_terms[hash % KNOWN_TERMS] = (struct mq_known_term){ hash, mq_hash(t->text), s->change + 1, id };
}

/*
 * New terms come in runs (an import), known ones too (mining): what most of the last RUN were is tried first, which saves a search of the index. *same only
 * tells of a term that was there.
 */
static mq_status find_or_add(int64_t *id, bool *made, bool *same, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    unsigned *new_ones = &s->new_terms[t->lang == MQ_LANG_AR];
    mq_status rc = MQ_OK;

    *id = 0;
    if (*new_ones > RUN / 2)
        rc = term_add(id, s, t, err);
    *made = *id != 0;
    if (!rc && !*id)
        rc = mq_term_find(id, same, s, t, err);
    if (!rc && !*id) {
        rc = term_add(id, s, t, err);
        *made = true;
    }
    if (*made && *new_ones < RUN)
        ++*new_ones;
    else if (!*made && *new_ones)
        --*new_ones;
    return rc;
}

/* There, a table knows all terms. */
static mq_status intern_bulk(int64_t *id, bool *made, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    *id = mq_bulk_find_term(s, t);
    *made = !*id;
    return *id ? MQ_OK : mq_bulk_make_term(id, s, t, err);
}

mq_status mq_term_intern(int64_t *id, bool *made, mq_store *s, const mq_stored_term *t, bool rewrite, mq_error *err)
{
    const uint64_t hash = hash_of(t);
    bool same = true;
    mq_status rc = MQ_OK;

    if (s->bulk && !rewrite)
        return intern_bulk(id, made, s, t, err);
    *made = false;
    *id = known_term(&same, s, t, hash);
    if (*id && (same || !rewrite))
        return MQ_OK;
    if (!*id)
        rc = find_or_add(id, made, &same, s, t, err);
    if (!rc && rewrite && !same)
        rc = mq_sql_exec(s, SQL_TERM_REWRITE, MQ_BIND(mq_int(*id), mq_text(t->text)), err);
    if (!rc && (same || rewrite))
        remember_term(s, t, hash, *id);
    return rc;
}

mq_status mq_term_restore(int64_t *id, mq_store *s, const mq_stored_term *t, int64_t old, mq_error *err)
{
    bool same = true;
    mq_status rc = mq_term_find(id, &same, s, t, err);

    s->change++; /* known terms are written otherwise */
    if (!rc && *id && !same)
        rc = mq_sql_exec(s, SQL_TERM_REWRITE, MQ_BIND(mq_int(*id), mq_text(t->text)), err);
    if (rc || *id)
        return rc;
    rc = mq_sql_exec(s, SQL_TERM_ADD_AT, MQ_BIND(mq_int(old), mq_int(t->lang), mq_text(t->key), mq_text(t->text)), err);
    *id = sqlite3_last_insert_rowid(s->db);
    return rc ? rc : mq_term_learn_words(s, *id, t->key, err);
}

mq_status mq_term_sweep(mq_store *s, int64_t id, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, SQL_TERM_IDLE, MQ_BIND(mq_int(id)), err);

    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    rc = mq_sql_exec(s, SQL_TERM_WORDS_DROP, MQ_BIND(mq_int(id), mq_text(mq_column_str(st, 0))), err);
    mq_sql_stop(st);
    s->change++; /* it may be among the known terms */
    return rc ? rc : mq_sql_exec(s, SQL_TERM_DROP, MQ_BIND(mq_int(id)), err);
}
