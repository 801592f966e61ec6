/*
 * past.c - a change of a person, and the way back.
 *
 * A decision leaves more behind than a status: the pair is a person's from then on, a new name leaves the old one in `renamed` and takes it from whatever
 * pair was called so before, terms that nobody holds any more go, and a term that was there already gets the new spelling for all its pairs.
 * What is about to be lost is kept in mq_pair_past, so that a reverted glossary exports the same bytes.
 */
#include <stdlib.h>

#include "store/pairs.h"

/* A side of the new name. text.n = 0: there was no such term. */
struct side { mq_lang lang; mq_str key, text; };

struct mq_pair_past {
    mq_arena mem;
    mq_pair_row row;
    struct side ar, la;       /* key.n = 0 when the change left the terms alone */
    int64_t namesake;         /* the pair that was called like the new name before; 0 = none */
};

void mq_pair_past_free(mq_pair_past *past)
{
    if (past)
        mq_arena_release(&past->mem);
    free(past);
}

/* ---- before the change ---- */

static mq_status keep_side(struct side *out, mq_arena *mem, mq_store *s, const mq_stored_term *t, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, SQL_TERM_FIND, MQ_BIND(mq_int(t->lang), mq_text(t->key)), err);

    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc)
        return rc;
    *out = (struct side){ t->lang, mq_arena_copy(mem, t->key), mq_arena_copy(mem, row ? mq_column_str(st, 1) : MQ_STR("")) };
    if (row)
        mq_sql_stop(st);
    return out->key.p && out->text.p ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for a pair");
}

static mq_status keep_names(mq_pair_past *past, mq_store *s, const mq_pair_edit *e, mq_error *err)
{
    const mq_pair *p = &past->row.pair;
    mq_stored_term ar, la;
    mq_status rc = mq_term_make(&ar, &s->ar_key, e->ar ? mq_str_of(e->ar) : p->ar, MQ_LANG_AR, err);

    if (!rc)
        rc = mq_term_make(&la, &s->la_key, e->la ? mq_str_of(e->la) : p->la, e->lang ? *e->lang : p->lang, err);
    if (!rc)
        rc = keep_side(&past->ar, &past->mem, s, &ar, err);
    if (!rc)
        rc = keep_side(&past->la, &past->mem, s, &la, err);
    return rc ? rc : mq_sql_number(&past->namesake, 0, s, SQL_RENAMED_FIND, MQ_BIND(mq_text(ar.key), mq_int(la.lang), mq_text(la.key)), err);
}

static mq_status change(mq_pair_past *past, mq_store *s, int64_t id, const mq_pair_edit *e, mq_error *err)
{
    mq_status rc = mq_pair_load(&past->row, &past->mem, s, id, err);

    if (!rc && (e->ar || e->la || e->lang))
        rc = keep_names(past, s, e, err);
    return rc ? rc : mq_store_edit(s, id, e, err);
}

mq_status mq_store_change(mq_store *s, int64_t id, const mq_pair_edit *e, mq_pair_past **out, mq_error *err)
{
    mq_pair_past *past = calloc(1, sizeof *past);
    bool own = false;
    mq_status rc = past ? mq_change_begin(&own, s, err) : mq_fail(err, MQ_ENOMEM, "no memory for a pair");

    *out = NULL;
    if (!rc)
        rc = mq_change_end(own, s, change(past, s, id, e, err), err);
    if (rc)
        mq_pair_past_free(past);
    else
        *out = past;
    return rc;
}

/* ---- the way back ---- */

/* Its old terms, which may have to be made again, and the old name, under which the miner need not look for it any more. */
static mq_status back_to_terms(mq_pair_row *r, mq_store *s, mq_error *err)
{
    mq_stored_term ar, la;
    int64_t other = 0;
    mq_status rc = mq_term_make(&ar, &s->ar_key, r->pair.ar, MQ_LANG_AR, err);

    if (!rc)
        rc = mq_term_make(&la, &s->la_key, r->pair.la, r->pair.lang, err);
    if (!rc)
        rc = mq_term_restore(&r->ar, s, &ar, r->ar, err);
    if (!rc)
        rc = mq_term_restore(&r->la, s, &la, r->la, err);
    if (!rc)
        rc = mq_sql_number(&other, 0, s, SQL_PAIR_ID, MQ_BIND(mq_int(r->ar), mq_int(r->la)), err);
    if (!rc && other && other != r->pair.id)
        rc = mq_fail(err, MQ_EINVALID, "pair %lld says that already", (long long)other);
    return rc || other ? rc : mq_pair_claim_name(s, &ar, &la, err);
}

static mq_status back_to_text(mq_store *s, const struct side *was, mq_error *err)
{
    const mq_stored_term t = { was->lang, was->text, was->key };
    bool same = true;
    int64_t id = 0;
    mq_status rc = was->text.n ? mq_term_find(&id, &same, s, &t, err) : MQ_OK;

    return rc || !id || same ? rc : mq_sql_exec(s, SQL_TERM_REWRITE, MQ_BIND(mq_int(id), mq_text(was->text)), err);
}

static mq_status back_to_names(mq_store *s, const mq_pair_past *past, mq_error *err)
{
    mq_status rc = back_to_text(s, &past->ar, err);

    if (!rc)
        rc = back_to_text(s, &past->la, err);
    if (rc || !past->namesake)
        return rc;
    s->no_renames = false;
    return mq_sql_exec(s, SQL_RENAMED_PUT, MQ_BIND(mq_text(past->ar.key), mq_int(past->la.lang), mq_text(past->la.key), mq_int(past->namesake)), err);
}

static mq_status revert(mq_store *s, const mq_pair_past *past, mq_arena *mem, mq_error *err)
{
    mq_pair_row now, then = past->row;
    mq_status rc = mq_pair_load(&now, mem, s, then.pair.id, err);

    if (!rc)
        rc = back_to_terms(&then, s, err);
    if (!rc) /* what the miner found meanwhile did change it */
        rc = mq_pair_write(s, &then, now.pair.count == then.pair.count ? then.pair.changed : now.pair.changed, err);
    if (!rc && now.ar != then.ar)
        rc = mq_term_sweep(s, now.ar, err);
    if (!rc && now.la != then.la)
        rc = mq_term_sweep(s, now.la, err);
    return rc ? rc : back_to_names(s, past, err);
}

mq_status mq_store_revert(mq_store *s, const mq_pair_past *past, mq_error *err)
{
    mq_arena mem = MQ_ARENA_INIT;
    bool own;
    mq_status rc = mq_change_begin(&own, s, err);

    if (rc)
        return rc;
    rc = mq_change_end(own, s, revert(s, past, &mem, err), err);
    mq_arena_release(&mem);
    return rc;
}
