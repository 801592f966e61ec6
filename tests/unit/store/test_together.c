/*
 * test_together.c - readers and writers at the same time, as threads and as processes. No call may fail, nothing may be lost, and a reader sees either
 * all of a transaction or none of it: every transaction here adds its pairs in threes.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "shelf.h"

enum { WRITERS = 2, READERS = 4, ROUNDS = 40, BY_THREES = 3 };

static atomic_bool writing;

static mq_status add_threes(mq_store *s, unsigned writer, unsigned round, mq_error *err)
{
    mq_status rc = mq_store_begin(s, err);

    for (unsigned i = 0; i < BY_THREES && !rc; i++) {
        char la[64];
        const mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = { la, 0 }, .lang = MQ_LANG_FR, .status = MQ_ACCEPTED };
        mq_pair q = p;

        q.la.n = (size_t)snprintf(la, sizeof la, "centre %u %u %u", writer, round, i);
        rc = mq_store_add(s, &q, true, NULL, NULL, err);
    }
    return rc ? rc : mq_store_commit(s, err);
}

static mq_status write_rounds(const char *path, unsigned writer, mq_error *err)
{
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_CREATE, err);

    for (unsigned round = 0; round < ROUNDS && !rc; round++)
        rc = add_threes(s, writer, round, err);
    mq_store_free(s);
    return rc;
}

static mq_status count_hit(void *user, const mq_hit *h)
{
    (void)h;
    *(size_t *)user += 1;
    return MQ_OK;
}

static mq_status read_once(mq_store *s, mq_error *err)
{
    const mq_lookup_query q = { .term = MQ_STR("centre"), .statuses = MQ_STATUS_SHOWN };
    size_t hits = 0;
    mq_stats st;
    mq_status rc = mq_store_lookup(s, &q, count_hit, &hits, err);

    if (!rc)
        rc = mq_store_stats(s, &st, err);
    if (!rc && (st.pairs % BY_THREES || st.pairs + 1 != st.terms_la + st.terms_ar + (st.pairs == 0)))
        rc = mq_fail(err, MQ_EDB, "half a transaction was seen");
    return rc;
}

/* A reader opens the glossary anew now and then, as look-ups of a person do. */
static mq_status read_rounds(const char *path, unsigned rounds, mq_error *err)
{
    mq_status rc = MQ_OK;

    for (unsigned round = 0; round < rounds && !rc; round++) {
        mq_store *s;

        rc = mq_store_open(&s, path, MQ_STORE_READ, err);
        for (unsigned i = 0; i < 10 && !rc; i++)
            rc = read_once(s, err);
        mq_store_free(s);
    }
    return rc;
}

static void all_is_there(const char *path)
{
    mq_store *s = shelf_open(path, MQ_STORE_READ);
    mq_stats st;

    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs, WRITERS * ROUNDS * BY_THREES);
    assert_sound(s);
    mq_store_free(s);
}

/* ---- threads ---- */

struct job { pthread_t thread; const char *path; unsigned number; mq_status rc; mq_error err; };

static void *writer_thread(void *user)
{
    struct job *j = user;

    j->rc = write_rounds(j->path, j->number, &j->err);
    return NULL;
}

static void *reader_thread(void *user)
{
    struct job *j = user;

    while (!j->rc && atomic_load(&writing))
        j->rc = read_rounds(j->path, 1, &j->err);
    return NULL;
}

static void as_threads(void **state)
{
    const char *path = shelf_path("threads.db");
    struct job jobs[WRITERS + READERS] = { { .rc = MQ_OK } };

    (void)state;
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    atomic_store(&writing, true);
    for (unsigned i = 0; i < WRITERS + READERS; i++) {
        jobs[i].path = path;
        jobs[i].number = i;
        assert_int_equal(pthread_create(&jobs[i].thread, NULL, i < WRITERS ? writer_thread : reader_thread, &jobs[i]), 0);
    }
    for (unsigned i = 0; i < WRITERS + READERS; i++) {
        assert_int_equal(pthread_join(jobs[i].thread, NULL), 0);
        if (i + 1 == WRITERS)
            atomic_store(&writing, false);
    }
    for (unsigned i = 0; i < WRITERS + READERS; i++)
        if (jobs[i].rc)
            fail_msg("%s %u: %s", i < WRITERS ? "writer" : "reader", i, jobs[i].err.msg);
    all_is_there(path);
}

/* ---- processes; all of them may be the one that makes the file ---- */

static void as_processes(void **state)
{
    const char *path = shelf_path("processes.db");
    pid_t children[WRITERS + READERS];

    (void)state;
    for (unsigned i = 0; i < WRITERS + READERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            mq_error err = { .code = MQ_OK };
            mq_status rc;

            while (i >= WRITERS && access(path, F_OK) != 0)
                (void)usleep(200);
            rc = i < WRITERS ? write_rounds(path, i, &err) : MQ_OK;
            if (i >= WRITERS)
                do /* a file that is still being made is empty */
                    rc = read_rounds(path, 10, &err);
                while (rc == MQ_EDB && strstr(err.msg, "empty"));
            if (rc)
                (void)fprintf(stderr, "%s %u: %s\n", i < WRITERS ? "writer" : "reader", i, err.msg);
            _exit((int)rc);
        }
    }
    for (unsigned i = 0; i < WRITERS + READERS; i++) {
        int status = -1;

        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    all_is_there(path);
}

/* A handle that writes without a break lets another one in: a person's decision takes its turn beside a miner. */
static void *busy_writer(void *user)
{
    struct job *j = user;
    mq_store *s;
    unsigned round = 0;

    j->rc = mq_store_open(&s, j->path, MQ_STORE_WRITE, &j->err);
    while (!j->rc && atomic_load(&writing))
        j->rc = add_threes(s, 1, round++ % 50, &j->err);
    mq_store_free(s);
    return NULL;
}

static void nobody_starves(void **state)
{
    struct job miner = { .path = shelf_path("starve.db") };
    mq_store *s = shelf_open(miner.path, MQ_STORE_CREATE);

    (void)state;
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_CANDIDATE);
    atomic_store(&writing, true);
    assert_int_equal(pthread_create(&miner.thread, NULL, busy_writer, &miner), 0);
    for (unsigned i = 0; i < 5; i++)
        assert_int_equal(mq_store_set_status(s, 1, MQ_ACCEPTED, NULL), MQ_OK);
    atomic_store(&writing, false);
    assert_int_equal(pthread_join(miner.thread, NULL), 0);
    assert_int_equal(miner.rc, MQ_OK);
    mq_store_free(s);
}

static void a_copy_while_others_write(void **state)
{
    struct job miner = { .path = shelf_path("source.db") };
    const char *copy = shelf_path("copy.db");
    mq_store *s = shelf_open(miner.path, MQ_STORE_CREATE);
    mq_stats st;

    (void)state;
    atomic_store(&writing, true);
    assert_int_equal(pthread_create(&miner.thread, NULL, busy_writer, &miner), 0);
    for (unsigned i = 0; i < 5; i++) {
        mq_store *c;

        assert_int_equal(mq_store_backup(s, copy, NULL), MQ_OK);
        c = shelf_open(copy, MQ_STORE_READ);
        assert_sound(c);
        assert_int_equal(mq_store_stats(c, &st, NULL), MQ_OK);
        assert_int_equal(st.pairs % BY_THREES, 0);
        mq_store_free(c);
    }
    atomic_store(&writing, false);
    assert_int_equal(pthread_join(miner.thread, NULL), 0);
    mq_store_free(s);
}

int main(void)
{
    UNIT_LAW("two writers and four readers as threads", as_threads);
    UNIT_LAW("two writers and four readers as processes, from the first moment of the file", as_processes);
    UNIT_LAW("a writer without a break lets others in", nobody_starves);
    UNIT_LAW("a copy taken while others write is whole", a_copy_while_others_write);
    return unit_run();
}
