/*
 * test_mixed.c - a day of a glossary in seconds: one mines, ten look up, one reviews and takes back, one copies. No call fails, what was mined and what was
 * decided is there at the end, and the file is sound. MQ_MIXED_SECONDS makes it longer (default 2): ten minutes of it, also under ThreadSanitizer
 * (make CONF=tsan), belong to a release.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "shelf.h"

enum { READERS = 10, WORDS = 40, OF_DOCUMENT = 30, BATCH = 5 /* documents of a transaction */ };

static const char *const arabic[] = { AR_CENTRE, AR_MINISTRY, AR_AGENCY, AR_NETWORK, AR_CLOUD };
static const char *const latin[] = { "centre", "minist\u00E8re", "agence", "r\u00E9seau", "nuage" };

struct worker {
    pthread_t thread;
    const char *path;
    uint64_t random;
    uint64_t done;        /* occurrences mined; look-ups; decisions that stay; copies */
    mq_status rc;
    mq_error err;
};

static atomic_bool stopping;

/* A term of two words. */
static mq_str term(char *out, size_t size, const char *const *words, size_t i)
{
    return (mq_str){ out, (size_t)snprintf(out, size, "%s %s %zu", words[i % 5], words[i / 5 % 5], i) };
}

/* ---- mining ---- */

static mq_status mine_document(struct worker *w, mq_store *s, uint64_t number)
{
    char uri[32], ar[128], la[128];
    int64_t doc;
    bool fresh;
    mq_status rc;

    (void)snprintf(uri, sizeof uri, "doc%llu", (unsigned long long)number);
    rc = mq_store_document(s, mq_str_of(uri), number, 1, MQ_STR("m"), &doc, &fresh, &w->err);
    for (size_t i = 0; i < OF_DOCUMENT && !rc; i++) {
        const size_t word = unit_below(&w->random, WORDS);
        mq_occurrence o = shelf_seen("", "", 100 * i, 0.5);

        o.ar = o.term = term(ar, sizeof ar, arabic, word);
        o.la = o.context = term(la, sizeof la, latin, word);
        rc = mq_store_add_occurrence(s, doc, &o, &w->err);
    }
    return rc ? rc : mq_store_document_done(s, doc, &w->err);
}

static void *miner(void *user)
{
    struct worker *w = user;
    mq_store *s;

    w->rc = mq_store_open(&s, w->path, MQ_STORE_WRITE, &w->err);
    for (uint64_t at = 0; !w->rc && !atomic_load(&stopping); at += BATCH) {
        w->rc = mq_store_begin(s, &w->err);
        for (uint64_t i = 0; i < BATCH && !w->rc; i++)
            w->rc = mine_document(w, s, at + i);
        if (!w->rc)
            w->rc = mq_store_commit(s, &w->err);
        w->done += w->rc ? 0 : BATCH * OF_DOCUMENT;
    }
    mq_store_free(s);
    return NULL;
}

/* ---- looking up ---- */

static mq_status ignore_hit(void *user, const mq_hit *h)
{
    (void)user;
    return h->pair.id > 0 ? MQ_OK : MQ_EDB;
}

static mq_status ignore_pair(void *user, const mq_pair *p)
{
    (void)user;
    return p->id > 0 ? MQ_OK : MQ_EDB;
}

static mq_status ignore_conflict(void *user, const mq_conflict *c, const mq_pair *p)
{
    (void)user;
    return p->id > 0 && c->at < c->of ? MQ_OK : MQ_EDB;
}

static mq_status look(struct worker *w, mq_store *s)
{
    const mq_conflict_query conflicts = { .renderings = { .statuses = MQ_STATUS_ALL, .limit = 3 } };
    const mq_list_query list = { .statuses = MQ_STATUS_ALL, .limit = 5 };
    char text[128];
    mq_lookup_query q = { .statuses = MQ_STATUS_ALL };
    mq_stats st;

    q.term = term(text, sizeof text, unit_below(&w->random, 2) ? arabic : latin, unit_below(&w->random, WORDS + 2));
    switch (unit_below(&w->random, 20)) {
    case 0:
        return mq_store_list(s, &list, ignore_pair, NULL, &w->err);
    case 1:
        return mq_store_stats(s, &st, &w->err);
    case 2:
        return mq_store_conflicts(s, true, &conflicts, ignore_conflict, NULL, &w->err);
    default:
        return mq_store_lookup(s, &q, ignore_hit, NULL, &w->err);
    }
}

/* Opens the glossary anew now and then, as look-ups of the command line do. */
static void *reader(void *user)
{
    struct worker *w = user;

    while (!w->rc && !atomic_load(&stopping)) {
        mq_store *s;

        w->rc = mq_store_open(&s, w->path, MQ_STORE_READ, &w->err);
        for (unsigned i = 0; i < 50 && !w->rc; i++, w->done++)
            w->rc = look(w, s);
        mq_store_free(s);
    }
    return NULL;
}

/* ---- reviewing: one pair is decided again and again, and what follows each decision is taken back ---- */

static mq_status review_once(struct worker *w, mq_store *s, int64_t id)
{
    const mq_pair_status status = w->done % 2 ? MQ_REJECTED : MQ_ACCEPTED;
    const mq_pair_status passing = MQ_DEPRECATED;
    const mq_pair_edit stays = { .status = &status }, goes = { .status = &passing, .note = "passing" };
    mq_pair_past *past = NULL;
    mq_status rc = mq_store_edit(s, id, &stays, &w->err);

    if (!rc)
        rc = mq_store_change(s, id, &goes, &past, &w->err);
    if (!rc)
        rc = mq_store_revert(s, past, &w->err);
    mq_pair_past_free(past);
    w->done += rc == MQ_OK;
    return rc;
}

static void *reviewer(void *user)
{
    struct worker *w = user;
    mq_store *s;

    w->rc = mq_store_open(&s, w->path, MQ_STORE_WRITE, &w->err);
    while (!w->rc && !atomic_load(&stopping)) {
        const struct timespec thinking = { .tv_nsec = 5 * 1000 * 1000 };

        w->rc = review_once(w, s, 1);
        (void)nanosleep(&thinking, NULL);
    }
    mq_store_free(s);
    return NULL;
}

/* ---- copying ---- */

static void *copier(void *user)
{
    struct worker *w = user;
    char copy[600];
    mq_store *s;

    (void)snprintf(copy, sizeof copy, "%s.copy", w->path);
    w->rc = mq_store_open(&s, w->path, MQ_STORE_READ, &w->err);
    while (!w->rc && !atomic_load(&stopping)) {
        const struct timespec pause = { .tv_nsec = 300 * 1000 * 1000 };
        mq_store *c = NULL;

        w->rc = mq_store_backup(s, copy, &w->err);
        if (!w->rc)
            w->rc = mq_store_open(&c, copy, MQ_STORE_READ, &w->err);
        if (!w->rc)
            w->rc = mq_store_check(c, shelf_problem, NULL, &w->err);
        mq_store_free(c);
        w->done += w->rc == MQ_OK;
        (void)nanosleep(&pause, NULL);
    }
    mq_store_free(s);
    return NULL;
}

/* ---- all of them ---- */

enum { MINER, REVIEWER, COPIER, FIRST_READER, WORKERS = FIRST_READER + READERS };

static void wait_seconds(void)
{
    const char *value = getenv("MQ_MIXED_SECONDS");
    const struct timespec t = { .tv_sec = value ? strtol(value, NULL, 10) : 2 };

    (void)nanosleep(&t, NULL);
}

static void all_is_there(const char *path, const struct worker *w)
{
    mq_store *s = shelf_open(path, MQ_STORE_READ);
    const mq_pair decided = shelf_numbers(s, 1);
    mq_stats st;

    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.occurrences, w[MINER].done);
    assert_int_equal(st.documents, w[MINER].done / OF_DOCUMENT);
    assert_true(w[REVIEWER].done > 0 && w[COPIER].done > 0);
    assert_int_equal(decided.status, w[REVIEWER].done % 2 ? MQ_ACCEPTED : MQ_REJECTED);
    assert_sound(s);
    mq_store_free(s);
}

static void a_day(void **state)
{
    static void *(*const jobs[])(void *) = { [MINER] = miner, [REVIEWER] = reviewer, [COPIER] = copier, [FIRST_READER] = reader };
    const char *path = shelf_path("day.db");
    struct worker workers[WORKERS] = { { .rc = MQ_OK } };
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);
    uint64_t lookups = 0;

    (void)state;
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_CANDIDATE);
    mq_store_free(s);
    atomic_store(&stopping, false);
    for (unsigned i = 0; i < WORKERS; i++) {
        workers[i].path = path;
        workers[i].random = i;
        assert_int_equal(pthread_create(&workers[i].thread, NULL, jobs[i < FIRST_READER ? i : FIRST_READER], &workers[i]), 0);
    }
    wait_seconds();
    atomic_store(&stopping, true);
    for (unsigned i = 0; i < WORKERS; i++)
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
    for (unsigned i = 0; i < WORKERS; i++) {
        if (workers[i].rc)
            fail_msg("worker %u: %s", i, workers[i].err.msg);
        lookups += i < FIRST_READER ? 0 : workers[i].done;
    }
    print_message("# %llu occurrences, %llu decisions, %llu copies, %llu look-ups\n", (unsigned long long)workers[MINER].done,
                  (unsigned long long)workers[REVIEWER].done, (unsigned long long)workers[COPIER].done, (unsigned long long)lookups);
    all_is_there(path, workers);
}

int main(void)
{
    UNIT_LAW("a miner, ten readers, a reviewer and a copier: no call fails, nothing is lost", a_day);
    return unit_run();
}
