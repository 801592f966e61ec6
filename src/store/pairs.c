/*
 * pairs.c - adding, merging, deciding, editing, reading one.
 *
 * The rule of merging: what a person set stays until a person changes it; an import fills what is empty and lifts a candidate to its own
 * status; the miner (documents.c) only counts.
 */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "store/bulk.h"
#include "store/pairs.h"
#include "store/terms.h"

/* ---- rows ---- */

void mq_pair_read(mq_pair_row *out, sqlite3_stmt *st)
{
    *out = (mq_pair_row){
        .pair = {
            .id = sqlite3_column_int64(st, 0),
            .concept = sqlite3_column_int64(st, 1),
            .ar = mq_column_str(st, 2),
            .la = mq_column_str(st, 3),
            .lang = (mq_lang)sqlite3_column_int(st, 4),
            .kind = (mq_kind)sqlite3_column_int(st, 5),
            .status = (mq_pair_status)sqlite3_column_int(st, 6),
            .score = sqlite3_column_double(st, 7),
            .count = (uint64_t)sqlite3_column_int64(st, 8),
            .docs = (uint64_t)sqlite3_column_int64(st, 9),
            .created = sqlite3_column_int64(st, 10),
            .changed = sqlite3_column_int64(st, 11),
            .note = mq_column_str(st, 12),
            .domain = mq_column_str(st, 13),
            .definition = mq_column_str(st, 14),
            .source = mq_column_str(st, 15),
            .region = mq_column_str(st, 16),
            .pos = mq_column_str(st, 17),
            .gender = mq_column_str(st, 18),
            .number = mq_column_str(st, 19),
            .plural = mq_column_str(st, 20),
            .decided = sqlite3_column_int(st, 21) == MQ_HAND_PERSON,
        },
        .hand = (enum mq_hand)sqlite3_column_int(st, 21),
        .base = sqlite3_column_double(st, 22),
        .ar = sqlite3_column_int64(st, 23),
        .la = sqlite3_column_int64(st, 24),
    };
}

void mq_occurrence_read(mq_occurrence *out, sqlite3_stmt *st)
{
    *out = (mq_occurrence){
        .doc = mq_column_str(st, 0),
        .ar = mq_column_str(st, 1),
        .term = mq_column_str(st, 2),
        .la = mq_column_str(st, 3),
        .lang = (mq_lang)sqlite3_column_int(st, 4),
        .kind = (mq_kind)sqlite3_column_int(st, 5),
        .pattern = (mq_pattern)sqlite3_column_int(st, 6),
        .score = sqlite3_column_double(st, 7),
        .ar_start = (size_t)sqlite3_column_int64(st, 8),
        .ar_end = (size_t)sqlite3_column_int64(st, 9),
        .la_start = (size_t)sqlite3_column_int64(st, 10),
        .la_end = (size_t)sqlite3_column_int64(st, 11),
        .context = mq_column_str(st, 12),
    };
}

mq_status mq_pair_next_id(int64_t *id, mq_store *s, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (!s->next_pair)
        rc = mq_sql_number(&s->next_pair, 1, s, SQL_PAIR_NEXT, MQ_BIND_NONE, err);
    *id = s->next_pair++;
    return rc;
}

/* The texts of a pair, in the order of their columns. */
enum { TEXTS = 9 };

static void texts_of(mq_str *out[TEXTS], mq_pair *p)
{
    mq_str *const all[TEXTS] = { &p->note, &p->domain, &p->definition, &p->source, &p->region, &p->pos, &p->gender, &p->number, &p->plural };

    memcpy(out, all, sizeof all);
}

/* A copy that outlives the statement. */
static mq_status keep(mq_pair_row *r, mq_arena *a, mq_error *err)
{
    mq_str *texts[TEXTS];
    bool ok = true;

    texts_of(texts, &r->pair);
    for (size_t i = 0; i < TEXTS; i++)
        ok = ok && (*texts[i] = mq_arena_copy(a, *texts[i])).p;
    ok = ok && (r->pair.ar = mq_arena_copy(a, r->pair.ar)).p && (r->pair.la = mq_arena_copy(a, r->pair.la)).p;
    return ok ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for a pair");
}

/* r->pair.id = 0 when there is none. */
static mq_status load(mq_pair_row *r, mq_arena *a, mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, which, v, n, err);

    *r = (mq_pair_row){ .hand = MQ_HAND_MINER };
    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    mq_pair_read(r, st);
    rc = keep(r, a, err);
    mq_sql_stop(st);
    return rc;
}

mq_status mq_pair_load(mq_pair_row *r, mq_arena *a, mq_store *s, int64_t id, mq_error *err)
{
    const mq_status rc = load(r, a, s, SQL_PAIR_GET, MQ_BIND(mq_int(id)), err);

    return rc || r->pair.id ? rc : mq_fail(err, MQ_ENOTFOUND, "there is no pair %lld", (long long)id);
}

mq_status mq_pair_write(mq_store *s, const mq_pair_row *r, int64_t changed, mq_error *err)
{
    const mq_pair *p = &r->pair;

    return mq_sql_exec(s, SQL_PAIR_WRITE,
                       MQ_BIND(mq_int(p->id), mq_int(r->ar), mq_int(r->la), mq_int(p->concept), mq_int(p->kind), mq_int(p->status), mq_int(r->hand),
                               mq_real(r->base), mq_int(changed), mq_text(p->note), mq_text(p->domain), mq_text(p->definition),
                               mq_text(p->source), mq_text(p->region), mq_text(p->pos), mq_text(p->gender), mq_text(p->number),
                               mq_text(p->plural)), err);
}

/* ---- adding ---- */

/* The two sides of a pair on their way into the file, and their rows. */
typedef struct sides {
    mq_str ar_key, la_key; /* those that the caller knows; else empty */
    mq_stored_term ar, la;
    int64_t ar_id, la_id;
    bool made; /* a side is new, so no pair can hold it yet */
} sides;

static mq_status make_sides(sides *t, mq_store *s, const mq_pair *p, bool rewrite, mq_error *err)
{
    bool ar_made = false, la_made = false;
    mq_status rc = mq_term_make_keyed(&t->ar, &s->ar_key, p->ar, MQ_LANG_AR, t->ar_key, err);

    if (!rc)
        rc = mq_term_make_keyed(&t->la, &s->la_key, p->la, p->lang, t->la_key, err);
    if (!rc)
        rc = mq_term_intern(&t->ar_id, &ar_made, s, &t->ar, rewrite, err);
    if (!rc)
        rc = mq_term_intern(&t->la_id, &la_made, s, &t->la, rewrite, err);
    t->made = ar_made || la_made;
    return rc;
}

mq_status mq_pair_claim_name(mq_store *s, const mq_stored_term *ar, const mq_stored_term *la, mq_error *err)
{
    int64_t some = 0;
    mq_status rc = MQ_OK;

    if (!s->no_renames)
        rc = mq_sql_number(&some, 0, s, SQL_ALL_RENAMED, MQ_BIND_NONE, err);
    s->no_renames = !rc && !some;
    return rc || !some ? rc : mq_sql_exec(s, SQL_RENAMED_DROP, MQ_BIND(mq_text(ar->key), mq_int(la->lang), mq_text(la->key)), err);
}

/* All of whose texts are those that most lists have; to bind no others saves 0.7 of 3 µs. */
static bool is_plain(const mq_pair *p)
{
    return !(p->note.n | p->definition.n | p->region.n | p->pos.n | p->gender.n | p->number.n | p->plural.n);
}

static mq_status insert_row(mq_store *s, int64_t id, const mq_pair *p, const sides *t, enum mq_hand hand, double base, mq_error *err)
{
    const int64_t now = p->created && p->changed ? 0 : mq_store_now(s), created = p->created ? p->created : now, changed = p->changed ? p->changed : now;
    const int64_t concept = p->concept == MQ_CONCEPT_OWN ? id : p->concept;

    if (is_plain(p))
        return mq_bulk_put(s, SQL_PAIR_ADD_PLAIN,
                MQ_BIND(mq_int(id), mq_int(t->ar_id), mq_int(t->la_id), mq_int(concept), mq_int(p->kind), mq_int(p->status), mq_int(hand), mq_real(base),
                        mq_real(base), mq_int(created), mq_int(changed), mq_text(p->domain), mq_text(p->source)), err);
    return mq_sql_exec(s, SQL_PAIR_ADD,
            MQ_BIND(mq_int(id), mq_int(t->ar_id), mq_int(t->la_id), mq_int(concept), mq_int(p->kind), mq_int(p->status), mq_int(hand), mq_real(base),
                    mq_int(created), mq_int(changed), mq_text(p->note), mq_text(p->domain),
                    mq_text(p->definition), mq_text(p->source), mq_text(p->region), mq_text(p->pos), mq_text(p->gender), mq_text(p->number),
                    mq_text(p->plural)), err);
}

static mq_status insert(int64_t *id, mq_store *s, const mq_pair *p, const sides *t, enum mq_hand hand, double base, mq_error *err)
{
    mq_status rc = mq_pair_next_id(id, s, err);

    if (!rc)
        rc = mq_pair_claim_name(s, &t->ar, &t->la, err);
    if (!rc)
        rc = insert_row(s, *id, p, t, hand, base, err);
    return rc ? rc : mq_bulk_pair_made(s, *id, t->ar_id, t->la_id, err);
}

/* Files tell a score with four decimals; a gain of less is the rounding of what we told them. */
static const double LEAST_GAIN = 0.0001;

/* A pair that is alone joins what comes with it, unless a person left it alone. */
static bool merge_concept(mq_pair_row *there, int64_t concept, enum mq_hand hand)
{
    if (!concept || there->pair.concept || there->hand > hand)
        return false;
    there->pair.concept = concept == MQ_CONCEPT_OWN ? there->pair.id : concept;
    return true;
}

/* Brings what comes into what is there; true when something changed. */
static bool merge(mq_pair_row *there, const mq_pair *comes, enum mq_hand hand, double base)
{
    const bool wins = hand == MQ_HAND_PERSON;
    mq_pair from = *comes;
    mq_str *to[TEXTS], *texts[TEXTS];
    bool changed = merge_concept(there, from.concept, hand) || there->hand < hand;

    texts_of(to, &there->pair);
    texts_of(texts, &from);
    for (size_t i = 0; i < TEXTS; i++)
        if (texts[i]->n && (wins || !to[i]->n) && !mq_str_equal(*to[i], *texts[i])) {
            *to[i] = *texts[i];
            changed = true;
        }
    if (there->pair.status != from.status && (wins || (there->hand < MQ_HAND_PERSON && there->pair.status == MQ_CANDIDATE))) {
        there->pair.status = from.status;
        changed = true;
    }
    if (wins && there->pair.kind != from.kind) {
        there->pair.kind = from.kind;
        changed = true;
    }
    if (base - there->base > LEAST_GAIN) {
        there->base = base;
        changed = true;
    }
    if (changed && there->hand < hand)
        there->hand = hand;
    return changed;
}

/* there->pair.id = 0 when there is none. */
static mq_status find(mq_pair_row *there, mq_arena *a, mq_store *s, int64_t ar, int64_t la, mq_error *err)
{
    const int64_t id = s->bulk ? mq_bulk_find_pair(s, ar, la) : 0;

    if (s->bulk)
        return id ? mq_pair_load(there, a, s, id, err) : MQ_OK;
    return load(there, a, s, SQL_PAIR_FIND, MQ_BIND(mq_int(ar), mq_int(la)), err);
}

static mq_status add_or_merge(int64_t *id, mq_added *what, mq_store *s, const mq_pair *p, sides *t, enum mq_hand hand, mq_arena *a, mq_error *err)
{
    const double base = hand == MQ_HAND_PERSON ? 1 : p->score;
    mq_pair_row there = { .hand = MQ_HAND_MINER };
    mq_status rc = make_sides(t, s, p, hand == MQ_HAND_PERSON, err);

    if (!rc && !t->made)
        rc = find(&there, a, s, t->ar_id, t->la_id, err);
    if (rc)
        return rc;
    if (!there.pair.id) {
        *what = MQ_ADDED_NEW;
        return insert(id, s, p, t, hand, base, err);
    }
    *id = there.pair.id;
    if (!merge(&there, p, hand, base)) {
        *what = MQ_ADDED_SAME;
        return MQ_OK;
    }
    *what = MQ_ADDED_MERGED;
    return mq_pair_write(s, &there, mq_store_now(s), err);
}

/* `letters`: what a value of one letter may be; empty is always right. */
static mq_status check_letter(mq_str value, const char *letters, const char *what, mq_error *err)
{
    if (!value.n || (value.n == 1 && strchr(letters, *value.p)))
        return MQ_OK;
    return mq_fail(err, MQ_EINVALID, "%s, not '%.*s'", what, (int)(value.n < 40 ? value.n : 40), value.p);
}

static mq_status check_pair(const mq_pair *p, mq_error *err)
{
    mq_status rc = check_letter(p->gender, "mf", "a gender is m or f", err);

    if (!rc)
        rc = check_letter(p->number, "sdp", "a number is s, d or p", err);
    if (!rc && p->lang == MQ_LANG_AR)
        rc = mq_fail(err, MQ_EINVALID, "the Latin side cannot be Arabic");
    if (!rc && !(p->score >= 0 && p->score <= 1))
        rc = mq_fail(err, MQ_EINVALID, "a score lies between 0 and 1");
    return rc;
}

static mq_status add(mq_store *s, const mq_pair *p, sides *t, enum mq_hand hand, int64_t *id, mq_added *what, mq_error *err)
{
    mq_arena arena = MQ_ARENA_INIT;
    int64_t found = 0;
    mq_added added = MQ_ADDED_SAME;
    bool own;
    mq_status rc = check_pair(p, err);

    if (!rc)
        rc = mq_change_begin(&own, s, err);
    if (rc)
        return rc;
    rc = add_or_merge(&found, &added, s, p, t, hand, &arena, err);
    rc = mq_change_end(own, s, rc, err);
    mq_arena_release(&arena);
    if (!rc && id)
        *id = found;
    if (!rc && what)
        *what = added;
    return rc;
}

mq_status mq_store_add(mq_store *s, const mq_pair *p, bool by_person, int64_t *id, mq_added *what, mq_error *err)
{
    sides t = { .made = false };

    return add(s, p, &t, by_person ? MQ_HAND_PERSON : MQ_HAND_IMPORT, id, what, err);
}

mq_status mq_store_add_keyed(mq_store *s, const mq_pair *p, mq_str ar_key, mq_str la_key, int64_t *id, mq_added *what, mq_error *err)
{
    sides t = { .ar_key = ar_key, .la_key = la_key };

    return add(s, p, &t, MQ_HAND_IMPORT, id, what, err);
}

/* ---- editing ---- */

static void set_text(mq_str *to, const char *from)
{
    if (from)
        *to = mq_str_of(from);
}

static void apply(mq_pair *p, const mq_pair_edit *e)
{
    const char *const from[TEXTS] = { e->note, e->domain, e->definition, e->source, e->region, e->pos, e->gender, e->number, e->plural };
    mq_str *to[TEXTS];

    texts_of(to, p);
    for (size_t i = 0; i < TEXTS; i++)
        set_text(to[i], from[i]);
    set_text(&p->ar, e->ar);
    set_text(&p->la, e->la);
    if (e->lang)
        p->lang = *e->lang;
    if (e->kind)
        p->kind = *e->kind;
    if (e->status)
        p->status = *e->status;
    if (e->concept)
        p->concept = *e->concept;
}

/* Gives the pair its new terms, remembers its old name for the miner, and lets terms go that nobody holds any more. */
static mq_status move(mq_store *s, mq_pair_row *r, mq_error *err)
{
    const int64_t old_ar = r->ar, old_la = r->la;
    int64_t other;
    sides t = { .made = false };
    mq_status rc = make_sides(&t, s, &r->pair, true, err);

    if (rc || (t.ar_id == old_ar && t.la_id == old_la))
        return rc ? rc : mq_pair_write(s, r, mq_store_now(s), err);
    r->ar = t.ar_id;
    r->la = t.la_id;
    rc = mq_sql_number(&other, 0, s, SQL_PAIR_ID, MQ_BIND(mq_int(r->ar), mq_int(r->la)), err);
    if (!rc && other)
        rc = mq_fail(err, MQ_EINVALID, "pair %lld says that already", (long long)other);
    s->no_renames = false;
    if (!rc)
        rc = mq_sql_exec(s, SQL_RENAMED_ADD, MQ_BIND(mq_int(r->pair.id), mq_int(old_ar), mq_int(old_la)), err);
    if (!rc)
        rc = mq_pair_claim_name(s, &t.ar, &t.la, err);
    if (!rc)
        rc = mq_pair_write(s, r, mq_store_now(s), err);
    if (!rc)
        rc = mq_term_sweep(s, old_ar, err);
    return rc ? rc : mq_term_sweep(s, old_la, err);
}

static mq_status edit(mq_store *s, int64_t id, const mq_pair_edit *e, mq_arena *a, mq_error *err)
{
    mq_pair_row r;
    mq_status rc = mq_pair_load(&r, a, s, id, err);

    if (rc)
        return rc;
    apply(&r.pair, e);
    r.hand = MQ_HAND_PERSON;
    rc = check_pair(&r.pair, err);
    if (rc)
        return rc;
    return e->ar || e->la || e->lang ? move(s, &r, err) : mq_pair_write(s, &r, mq_store_now(s), err);
}

mq_status mq_store_edit(mq_store *s, int64_t id, const mq_pair_edit *e, mq_error *err)
{
    mq_arena arena = MQ_ARENA_INIT;
    bool own;
    mq_status rc = mq_change_begin(&own, s, err);

    if (rc)
        return rc;
    rc = mq_change_end(own, s, edit(s, id, e, &arena, err), err);
    mq_arena_release(&arena);
    return rc;
}

mq_status mq_store_set_status(mq_store *s, int64_t id, mq_pair_status status, mq_error *err)
{
    const mq_pair_edit e = { .status = &status };

    return mq_store_edit(s, id, &e, err);
}

/* ---- reading ---- */

mq_status mq_store_get(mq_store *s, int64_t id, mq_pair_fn *fn, void *user, mq_error *err)
{
    mq_arena arena = MQ_ARENA_INIT;
    mq_pair_row r;
    mq_status rc = mq_pair_load(&r, &arena, s, id, err);

    if (!rc)
        rc = fn(user, &r.pair);
    mq_arena_release(&arena);
    return rc;
}

mq_status mq_pairs_tell(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_pair_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    mq_pair_row r;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, which, v, n, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        mq_pair_read(&r, st);
        rc = fn(user, &r.pair);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_siblings(mq_store *s, int64_t id, unsigned statuses, double min_score, mq_pair_fn *fn, void *user, mq_error *err)
{
    return mq_pairs_tell(s, SQL_PAIR_SIBLINGS, MQ_BIND(mq_int(id), mq_int(statuses), mq_real(min_score)), fn, user, err);
}

mq_status mq_store_find(mq_store *s, const mq_pair *p, int64_t *id, mq_error *err)
{
    mq_stored_term ar, la;
    int64_t ar_id = 0, la_id = 0;
    mq_status rc = mq_term_make(&ar, &s->ar_key, p->ar, MQ_LANG_AR, err);

    *id = 0;
    if (!rc)
        rc = mq_term_make(&la, &s->la_key, p->la, p->lang, err);
    if (!rc)
        rc = mq_term_find(&ar_id, NULL, s, &ar, err);
    if (!rc && ar_id)
        rc = mq_term_find(&la_id, NULL, s, &la, err);
    if (s->bulk && !rc && la_id)
        *id = mq_bulk_find_pair(s, ar_id, la_id);
    return rc || !la_id || s->bulk ? rc : mq_sql_number(id, 0, s, SQL_PAIR_ID, MQ_BIND(mq_int(ar_id), mq_int(la_id)), err);
}

mq_status mq_store_would_add(mq_store *s, const mq_pair *p, mq_added *what, mq_pair_fn *fn, void *user, mq_error *err)
{
    mq_arena arena = MQ_ARENA_INIT;
    mq_pair_row there;
    int64_t id = 0;
    mq_status rc = check_pair(p, err);

    *what = MQ_ADDED_NEW;
    if (!rc)
        rc = mq_store_find(s, p, &id, err);
    if (rc || !id)
        return rc;
    rc = mq_pair_load(&there, &arena, s, id, err);
    if (!rc) {
        *what = merge(&there, p, MQ_HAND_IMPORT, p->score) ? MQ_ADDED_MERGED : MQ_ADDED_SAME;
        rc = fn(user, &there.pair);
    }
    mq_arena_release(&arena);
    return rc;
}

static mq_status each_occurrence(mq_store *s, sqlite3_stmt *st, mq_stored_occurrence_fn *fn, void *user, mq_error *err)
{
    mq_occurrence o;
    bool row = true;
    mq_status rc = MQ_OK;

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        mq_occurrence_read(&o, st);
        rc = fn(user, &o);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_occurrences(mq_store *s, int64_t id, size_t limit, mq_stored_occurrence_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    const int64_t most = limit && limit < INT64_MAX ? (int64_t)limit : -1;
    const mq_status rc = mq_sql_start(&st, s, SQL_OCCURRENCES_OF, MQ_BIND(mq_int(id), mq_int(most)), err);

    return rc ? rc : each_occurrence(s, st, fn, user, err);
}

mq_status mq_store_example(mq_store *s, int64_t id, mq_stored_occurrence_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    const mq_status rc = mq_sql_start(&st, s, SQL_OCCURRENCE_BEST, MQ_BIND(mq_int(id)), err);

    return rc ? rc : each_occurrence(s, st, fn, user, err);
}
