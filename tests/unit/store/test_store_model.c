/*
 * test_store_model.c - random operations on a glossary and on a model of it so simple that it must be right: an array with a place for every possible
 * pair. After each operation ids, statuses, notes, counts and scores are compared. Some operations are rolled back, and the model with them.
 */
#include <stdlib.h>

#include "shelf.h"

enum { SIDES = 5, PAIRS = SIDES * SIDES, DOCS = 4, ROUNDS = 1500, MINER_HAND = 0, IMPORT_HAND = 1, PERSON_HAND = 2 };

struct model_pair {
    int64_t id; /* 0 = not there */
    mq_pair_status status;
    int hand, note;
    unsigned seen[DOCS];
    double base, best[DOCS];
};

struct model { struct model_pair pair[PAIRS]; int64_t next; };

static void names(unsigned p, char ar[64], char la[64])
{
    (void)snprintf(ar, 64, "%s %c", AR_CENTRE, (char)('a' + p / SIDES));
    (void)snprintf(la, 64, "centre %c", (char)('a' + p % SIDES));
}

/* ---- the operations, each on both ---- */

static void do_add(mq_store *s, struct model *m, uint64_t *seed)
{
    const unsigned p = (unsigned)unit_below(seed, PAIRS);
    const bool person = unit_below(seed, 2);
    const mq_pair_status status = (mq_pair_status)unit_below(seed, 5);
    const int note = (int)unit_below(seed, 3);
    const double score = 0.25 * (double)unit_below(seed, 4), base = person ? 1 : score;
    const int hand = person ? PERSON_HAND : IMPORT_HAND;
    struct model_pair *x = &m->pair[p];
    char ar[64], la[64];
    mq_pair new = { .lang = MQ_LANG_FR, .status = status, .score = score, .note = { "xy", (size_t)note } };
    int64_t id;

    names(p, ar, la);
    new.ar = mq_str_of(ar);
    new.la = mq_str_of(la);
    assert_int_equal(mq_store_add(s, &new, person, &id, NULL, NULL), MQ_OK);
    if (!x->id)
        *x = (struct model_pair){ .id = m->next++, .status = status, .hand = hand, .note = note, .base = base };
    assert_int_equal(id, x->id);
    if (person || (x->hand < PERSON_HAND && x->status == MQ_CANDIDATE))
        x->status = status;
    if (note && (person || !x->note))
        x->note = note;
    x->hand = hand > x->hand ? hand : x->hand;
    x->base = base > x->base ? base : x->base;
}

static void do_decide(mq_store *s, struct model *m, uint64_t *seed)
{
    struct model_pair *x = &m->pair[unit_below(seed, PAIRS)];
    const mq_pair_status status = (mq_pair_status)unit_below(seed, 5);

    assert_int_equal(mq_store_set_status(s, x->id, status, NULL), x->id ? MQ_OK : MQ_ENOTFOUND);
    if (x->id) {
        x->status = status;
        x->hand = PERSON_HAND;
    }
}

static void see(mq_store *s, struct model *m, int64_t doc, unsigned d, unsigned at, uint64_t *seed)
{
    const unsigned p = (unsigned)unit_below(seed, PAIRS);
    const double score = 0.05 * (double)unit_below(seed, 20);
    struct model_pair *x = &m->pair[p];
    char ar[64], la[64];
    mq_occurrence o;

    names(p, ar, la);
    o = shelf_seen(ar, la, at * 100, score);
    assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    if (!x->id)
        *x = (struct model_pair){ .id = m->next++ };
    if (!x->seen[d]++ || score > x->best[d])
        x->best[d] = score;
}

static unsigned count(const struct model_pair *x)
{
    unsigned n = 0;

    for (unsigned d = 0; d < DOCS; d++)
        n += x->seen[d];
    return n;
}

static void do_mine(mq_store *s, struct model *m, uint64_t *seed)
{
    const unsigned d = (unsigned)unit_below(seed, DOCS), n = (unsigned)unit_below(seed, 6);
    char uri[16];
    int64_t doc;
    bool fresh;

    (void)snprintf(uri, sizeof uri, "%u", d);
    assert_int_equal(mq_store_document(s, mq_str_of(uri), unit_random(seed), 1, MQ_STR("model"), &doc, &fresh, NULL), MQ_OK);
    assert_true(fresh);
    for (unsigned p = 0; p < PAIRS; p++)
        m->pair[p].seen[d] = 0;
    for (unsigned at = 0; at < n; at++)
        see(s, m, doc, d, at, seed);
    assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    for (unsigned p = 0; p < PAIRS; p++) {
        struct model_pair *x = &m->pair[p];

        if (x->hand == MINER_HAND && !count(x))
            x->id = 0;
    }
}

/* ---- comparing ---- */

static mq_status compare_pair(void *user, const mq_pair *p)
{
    struct model *m = user;
    struct model_pair *x = NULL;
    double best = 0;
    unsigned docs = 0;

    for (unsigned i = 0; i < PAIRS; i++)
        if (m->pair[i].id == p->id)
            x = &m->pair[i];
    assert_non_null(x);
    for (unsigned d = 0; d < DOCS; d++) {
        docs += x->seen[d] > 0;
        best = x->seen[d] && x->best[d] > best ? x->best[d] : best;
    }
    assert_int_equal(p->status, x->status);
    assert_int_equal(p->note.n, x->note);
    assert_int_equal(p->count, count(x));
    assert_int_equal(p->docs, docs);
    assert_float_equal((float)p->score, (float)(best > x->base ? best : x->base), 1e-6F);
    return MQ_OK;
}

static void compare(mq_store *s, struct model *m)
{
    const mq_list_query q = { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID };
    uint64_t there = 0;
    mq_stats st;

    assert_int_equal(mq_store_list(s, &q, compare_pair, m, NULL), MQ_OK);
    for (unsigned p = 0; p < PAIRS; p++)
        there += m->pair[p].id != 0;
    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs, there);
}

static void same_as_the_model(void **state)
{
    void (*const operations[])(mq_store *, struct model *, uint64_t *) = { do_add, do_decide, do_mine };
    mq_store *s = shelf_open(shelf_path("model.db"), MQ_STORE_CREATE);
    struct model m = { .next = 1 };
    uint64_t seed = 2;

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        const size_t n = 1 + unit_below(&seed, 4);
        const struct model before = m;

        assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
        for (size_t i = 0; i < n; i++)
            operations[unit_below(&seed, UNIT_COUNT(operations))](s, &m, &seed);
        if (unit_below(&seed, 5) == 0) {
            mq_store_rollback(s);
            m = before;
        } else {
            assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
        }
        compare(s, &m);
    }
    assert_sound(s);
    mq_store_free(s);
}

int main(void)
{
    UNIT_LAW("after any operations the glossary is what the model is", same_as_the_model);
    return unit_run();
}
