/*
 * documents.c - what was mined from which document.
 *
 * A document is mined in three moves: mq_store_document forgets what an older version of it gave, mq_store_add_occurrence adds, and
 * mq_store_document_done declares it whole and drops the candidates that nobody holds any more. They are dropped only then, so that a pair that the new version
 * has as well keeps its id; and per document, not per transaction, so that ids do not depend on where the transactions end. A run that
 * is killed between the moves leaves `done` at 0, and the next one starts that document anew.
 */
#include <assert.h>

#include <muqabil/text.h>

#include "store/contexts.h"
#include "store/pairs.h"
#include "store/terms.h"

/* ---- documents ---- */

typedef struct found {
    int64_t id;  /* 0 = none */
    bool same;   /* mined to the end, same content, same miner */
} found;

static mq_status find(found *f, mq_store *s, mq_str uri, uint64_t hash, mq_str miner, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, SQL_DOCUMENT_FIND, MQ_BIND(mq_text(uri)), err);

    *f = (found){ .id = 0 };
    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    f->id = sqlite3_column_int64(st, 0);
    f->same = sqlite3_column_int64(st, 1) == (int64_t)hash && mq_str_equal(mq_column_str(st, 2), miner) && sqlite3_column_int(st, 3);
    mq_sql_stop(st);
    return MQ_OK;
}

static mq_status add(int64_t *doc, mq_store *s, mq_str uri, uint64_t hash, uint64_t size, mq_str miner, mq_error *err)
{
    const mq_status rc = mq_sql_exec(s, SQL_DOCUMENT_ADD, MQ_BIND(mq_text(uri), mq_int((int64_t)hash), mq_int((int64_t)size),
                                     mq_int(mq_store_now(s)), mq_text(miner)), err);

    *doc = sqlite3_last_insert_rowid(s->db);
    return rc;
}

static mq_status forget(mq_store *s, int64_t doc, mq_error *err)
{
    mq_status rc = mq_sql_exec(s, SQL_VOTES_DUE_OF, MQ_BIND(mq_int(doc)), err);

    if (!rc)
        rc = mq_sql_exec(s, SQL_FORGET_COUNTS, MQ_BIND(mq_int(doc), mq_int(mq_store_now(s))), err);
    if (!rc)
        rc = mq_sql_exec(s, SQL_FORGET_OCCURRENCES, MQ_BIND(mq_int(doc)), err);
    if (!rc)
        rc = mq_sql_exec(s, SQL_FORGET_SENTENCE_WORDS, MQ_BIND(mq_int(doc)), err);
    if (!rc)
        rc = mq_sql_exec(s, SQL_FORGET_SENTENCES, MQ_BIND(mq_int(doc)), err);
    s->sentence = 0;
    return rc;
}

mq_status mq_store_document(mq_store *s, mq_str uri, uint64_t hash, uint64_t size, mq_str miner, int64_t *doc, bool *fresh, mq_error *err)
{
    found f;
    mq_status rc = find(&f, s, uri, hash, miner, err);

    assert(s->changing);
    *doc = f.id;
    *fresh = !rc && !f.same;
    if (rc || f.same)
        return rc;
    if (!f.id)
        return add(doc, s, uri, hash, size, miner, err);
    rc = forget(s, f.id, err);
    return rc ? rc : mq_sql_exec(s, SQL_DOCUMENT_AGAIN, MQ_BIND(mq_int(f.id), mq_int((int64_t)hash), mq_int((int64_t)size),
                                 mq_int(mq_store_now(s)), mq_text(miner)), err);
}

mq_status mq_store_document_join(mq_store *s, mq_str uri, int64_t *doc, mq_error *err)
{
    found f;
    const mq_status rc = find(&f, s, uri, 0, MQ_STR(""), err);

    assert(s->changing);
    *doc = f.id;
    return rc || f.id ? rc : add(doc, s, uri, 0, 0, MQ_STR(""), err);
}

/* Drops one candidate without occurrences and its terms; *more is false when there was none. */
static mq_status drop_idle(bool *more, mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    int64_t id, ar, la;
    mq_status rc = mq_sql_start(&st, s, SQL_PAIR_IDLE, MQ_BIND_NONE, err);

    if (!rc)
        rc = mq_sql_step(more, s, st, err);
    if (rc || !*more)
        return rc;
    id = sqlite3_column_int64(st, 0);
    ar = sqlite3_column_int64(st, 1);
    la = sqlite3_column_int64(st, 2);
    mq_sql_stop(st);
    rc = mq_sql_exec(s, SQL_PAIR_DROP, MQ_BIND(mq_int(id)), err);
    if (!rc)
        rc = mq_sql_exec(s, SQL_PAIR_GONE, MQ_BIND(mq_int(id)), err);
    if (!rc)
        rc = mq_term_sweep(s, ar, err);
    return rc ? rc : mq_term_sweep(s, la, err);
}

mq_status mq_store_document_done(mq_store *s, int64_t doc, mq_error *err)
{
    bool more = true;
    mq_status rc = mq_sql_exec(s, SQL_DOCUMENT_DONE, MQ_BIND(mq_int(doc)), err);

    assert(s->changing);
    while (!rc && more)
        rc = drop_idle(&more, s, err);
    return rc;
}

/* ---- occurrences ---- */

/* Occurrences come in the order of the text, so the sentence to share is the last one. */
static mq_status sentence_of(int64_t *id, mq_store *s, int64_t doc, mq_str text, mq_error *err)
{
    mq_status rc;

    if (!s->sentence || s->sentence_doc != doc || !mq_str_equal(mq_buf_str(&s->sentence_text), text)) {
        rc = mq_sql_exec(s, SQL_SENTENCE_ADD, MQ_BIND(mq_int(doc), mq_text(text)), err);
        if (rc)
            return rc;
        s->sentence = sqlite3_last_insert_rowid(s->db);
        s->sentence_doc = doc;
        rc = mq_context_learn(s, s->sentence, text, err);
        if (rc)
            return rc;
        mq_buf_clear(&s->sentence_text);
        mq_buf_addstr(&s->sentence_text, text);
        if (s->sentence_text.status)
            return mq_fail(err, MQ_ENOMEM, "no memory for a sentence");
    }
    *id = s->sentence;
    return MQ_OK;
}

/* The pair that an occurrence belongs to, made when it is new; *made then. */
static mq_status pair_of(int64_t *pair, bool *made, mq_store *s, const mq_stored_term *a, const mq_stored_term *l, const mq_occurrence *o, mq_error *err)
{
    int64_t ar, la;
    bool ar_made = false, la_made = false;
    mq_status rc = mq_sql_number(pair, 0, s, SQL_RENAMED_FIND, MQ_BIND(mq_text(a->key), mq_int(l->lang), mq_text(l->key)), err);

    *made = false;
    if (rc || *pair)
        return rc;
    rc = mq_term_intern(&ar, &ar_made, s, a, false, err);
    if (!rc)
        rc = mq_term_intern(&la, &la_made, s, l, false, err);
    if (!rc && !ar_made && !la_made)
        rc = mq_sql_number(pair, 0, s, SQL_PAIR_ID, MQ_BIND(mq_int(ar), mq_int(la)), err);
    if (rc || *pair)
        return rc;
    *made = true;
    rc = mq_pair_next_id(pair, s, err);
    if (rc)
        return rc;
    return mq_sql_exec(s, SQL_PAIR_MINED,
                       MQ_BIND(mq_int(*pair), mq_int(ar), mq_int(la), mq_int(o->kind), mq_real(o->score), mq_int(mq_store_now(s))), err);
}

/* An occurrence on its way into the file. */
struct sighting {
    int64_t doc;
    int64_t pair;         /* given, or found by its terms */
    bool given;
    const mq_occurrence *o;
    bool made, known;     /* the pair is new; this very sighting is counted already, and nothing was changed */
};

/* Counts the occurrence into a pair that was there. */
static mq_status count_in(struct sighting *x, mq_store *s, mq_error *err)
{
    const mq_occurrence *o = x->o;
    int64_t here, same = 0;
    mq_status rc = mq_sql_number(&here, 0, s, SQL_OCCURRENCE_HERE, MQ_BIND(mq_int(x->doc), mq_int(x->pair)), err);

    if (!rc && here)
        rc = mq_sql_number(&same, 0, s, SQL_OCCURRENCE_SAME,
                           MQ_BIND(mq_int(x->doc), mq_int(x->pair), mq_int((int64_t)o->ar_start), mq_int((int64_t)o->la_start)), err);
    x->known = same != 0;
    if (rc || x->known)
        return rc;
    if (x->given)
        return mq_sql_exec(s, SQL_PAIR_LOADED, MQ_BIND(mq_int(x->pair), mq_int(!here), mq_real(o->score)), err);
    return mq_sql_exec(s, SQL_PAIR_SEEN,
                       MQ_BIND(mq_int(x->pair), mq_int(!here), mq_real(o->score), mq_int(o->kind), mq_int(mq_store_now(s))), err);
}

static mq_status find_pair(struct sighting *x, mq_store *s, mq_str la_text, mq_error *err)
{
    mq_stored_term ar, la;
    mq_status rc = mq_term_make(&ar, &s->ar_key, x->o->term, MQ_LANG_AR, err);

    if (!rc)
        rc = mq_term_make(&la, &s->la_key, la_text, x->o->lang, err);
    return rc || x->given ? rc : pair_of(&x->pair, &x->made, s, &ar, &la, x->o, err);
}

static mq_status store_occurrence(struct sighting *x, mq_store *s, mq_str la_text, mq_error *err)
{
    const mq_occurrence *o = x->o;
    int64_t sentence = 0;
    mq_status rc = find_pair(x, s, la_text, err);

    if (!rc && !x->made)
        rc = count_in(x, s, err);
    if (rc || x->known)
        return rc;
    rc = mq_sql_exec(s, SQL_VOTE_DUE, MQ_BIND(mq_text(mq_buf_str(&s->la_key))), err);
    if (!rc)
        rc = sentence_of(&sentence, s, x->doc, o->context, err);
    if (rc)
        return rc;
    return mq_sql_exec(s, SQL_OCCURRENCE_ADD,
                       MQ_BIND(mq_int(x->doc), mq_int(x->pair), mq_int((int64_t)o->ar_start), mq_int((int64_t)o->la_start), mq_int((int64_t)o->ar_end),
                               mq_int((int64_t)o->la_end), mq_text(o->ar), mq_text(o->la), mq_int(o->kind), mq_int(o->pattern),
                               mq_real(o->score), mq_int(sentence)), err);
}

static mq_status add_sighting(struct sighting *x, mq_store *s, mq_error *err)
{
    mq_buf la = MQ_BUF_INIT;
    mq_status rc = mq_fold(&la, x->o->la, MQ_FOLD_COMPAT | MQ_FOLD_SPACE, err);

    assert(s->changing);
    if (!rc)
        rc = store_occurrence(x, s, mq_buf_str(&la), err);
    mq_buf_release(&la);
    return rc;
}

mq_status mq_store_add_occurrence(mq_store *s, int64_t doc, const mq_occurrence *o, mq_error *err)
{
    struct sighting x = { .doc = doc, .o = o };

    return add_sighting(&x, s, err);
}

mq_status mq_store_load_occurrence(mq_store *s, int64_t doc, int64_t pair, const mq_occurrence *o, bool *known, mq_added *what, mq_error *err)
{
    struct sighting x = { .doc = doc, .pair = pair, .given = pair != 0, .o = o };
    const mq_status rc = add_sighting(&x, s, err);

    *known = x.known;
    *what = x.made ? MQ_ADDED_NEW : x.known ? MQ_ADDED_SAME : MQ_ADDED_MERGED;
    return rc;
}

mq_status mq_store_has_occurrence(mq_store *s, const mq_occurrence *o, bool *has, mq_error *err)
{
    const mq_pair p = { .ar = o->term, .la = o->la, .lang = o->lang };
    int64_t pair, there = 0;
    mq_status rc = mq_store_find(s, &p, &pair, err);

    if (!rc && pair)
        rc = mq_sql_number(&there, 0, s, SQL_OCCURRENCE_THERE,
                           MQ_BIND(mq_text(o->doc), mq_int(pair), mq_int((int64_t)o->ar_start), mq_int((int64_t)o->la_start)), err);
    *has = there != 0;
    return rc;
}
