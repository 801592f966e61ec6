/* test_damage.c - a full disk, and a glossary whose bytes were changed by who knows what. Neither crashes, and a full disk changes nothing. */
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "shelf.h"

static void fill(mq_store *s, unsigned from, unsigned n, mq_status *rc, mq_error *err)
{
    *rc = mq_store_begin(s, err);
    for (unsigned i = from; i < from + n && !*rc; i++) {
        char ar[64], la[64];
        const mq_pair p = { .ar = { ar, (size_t)snprintf(ar, sizeof ar, "%s %u", AR_CENTRE, i) },
                            .la = { la, (size_t)snprintf(la, sizeof la, "centre num\u00E9ro %u", i) }, .lang = MQ_LANG_FR };

        *rc = mq_store_add(s, &p, false, NULL, NULL, err);
    }
    if (!*rc)
        *rc = mq_store_commit(s, err);
    mq_store_rollback(s);
}

/* ---- a full disk; RLIMIT_FSIZE plays it, in a child ---- */

static void limit_files_to(rlim_t bytes)
{
    const struct rlimit r = { bytes, RLIM_INFINITY };

    assert_int_equal(setrlimit(RLIMIT_FSIZE, &r), 0);
}

static int write_much(const char *path)
{
    mq_error err = { .code = MQ_OK };
    mq_store *s;
    mq_status rc;

    (void)signal(SIGXFSZ, SIG_IGN);
    if (mq_store_open(&s, path, MQ_STORE_WRITE, &err))
        return 1;
    limit_files_to(200 * 1024);
    fill(s, 1000, 20000, &rc, &err);
    if (rc != MQ_EIO || !strstr(err.msg, path))
        return 2;
    limit_files_to(RLIM_INFINITY);
    fill(s, 100, 1, &rc, &err); /* the handle goes on */
    mq_store_free(s);
    return rc ? 3 : 0;
}

static int make_nothing(const char *path)
{
    mq_error err = { .code = MQ_OK };
    mq_store *s;
    mq_status rc;

    (void)signal(SIGXFSZ, SIG_IGN);
    limit_files_to(0);
    rc = mq_store_open(&s, path, MQ_STORE_CREATE, &err);
    return rc == MQ_EIO && access(path, F_OK) != 0 ? 0 : 1;
}

static int in_child(int (*run)(const char *path), const char *path)
{
    const pid_t child = fork();
    int status = 0;

    assert_true(child >= 0);
    if (child == 0)
        _exit(run(path));
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

static void full_disk(void **state)
{
    const char *path = shelf_path("full.db");
    mq_error err;
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);
    mq_status rc;
    mq_stats st;

    (void)state;
    fill(s, 0, 50, &rc, &err);
    assert_int_equal(rc, MQ_OK);
    mq_store_free(s);
    assert_int_equal(in_child(write_much, path), 0);
    s = shelf_open(path, MQ_STORE_WRITE);
    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs, 51);
    assert_sound(s);
    mq_store_free(s);
}

static void full_disk_from_the_start(void **state)
{
    (void)state;
    assert_int_equal(in_child(make_nothing, shelf_path("never.db")), 0);
}

/* ---- changed bytes ---- */

enum { PAIRS = 150, TIMES = 250 };

static mq_status any_hit(void *user, const mq_hit *h)
{
    *(size_t *)user += h->pair.ar.n + h->sentence.n;
    return MQ_OK;
}

static mq_status any_pair(void *user, const mq_pair *p)
{
    *(size_t *)user += p->la.n + p->note.n;
    return MQ_OK;
}

static mq_status any_problem(void *user, const char *problem)
{
    *(size_t *)user += strlen(problem);
    return MQ_OK;
}

/* What is asked of a damaged glossary: it answers, or it says what is wrong. */
static void ask_everything(const char *path)
{
    static const char *const terms[] = { AR_CENTRE " 7", "centre numero 12", "cntre numero 3", "numero" };
    const mq_list_query list = { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ALPHA };
    mq_error err = { .code = MQ_OK };
    size_t seen = 0;
    mq_stats st;
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_WRITE, &err);

    for (size_t i = 0; i < UNIT_COUNT(terms) && !rc; i++) {
        const mq_lookup_query q = { .term = mq_str_of(terms[i]), .statuses = MQ_STATUS_ALL };

        rc = mq_store_lookup(s, &q, any_hit, &seen, &err);
    }
    if (!rc)
        rc = mq_store_list(s, &list, any_pair, &seen, &err);
    if (!rc)
        rc = mq_store_stats(s, &st, &err);
    if (!rc)
        rc = mq_store_check(s, any_problem, &seen, &err);
    if (!rc)
        fill(s, 90000, 20, &rc, &err);
    if (rc)
        assert_non_null(strstr(err.msg, path));
    mq_store_free(s);
}

static void copy_with_changes(const char *to, const char *bytes, size_t n, uint64_t *seed)
{
    char *copy = malloc(n);
    FILE *f = fopen(to, "wb");
    const size_t changes = 1 + unit_below(seed, 20);

    assert_non_null(copy);
    assert_non_null(f);
    memcpy(copy, bytes, n);
    for (size_t i = 0; i < changes; i++)
        copy[100 + unit_below(seed, n - 100)] = (char)unit_random(seed);
    assert_int_equal(fwrite(copy, 1, unit_below(seed, 5) ? n : unit_below(seed, n), f) > 0, 1);
    assert_int_equal(fclose(f), 0);
    free(copy);
}

static void changed_bytes(void **state)
{
    const char *path = shelf_path("sound.db");
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);
    mq_error err;
    mq_status rc;
    struct stat st;
    char *bytes;
    FILE *f;
    uint64_t seed = 3;

    (void)state;
    fill(s, 0, PAIRS, &rc, &err);
    assert_int_equal(rc, MQ_OK);
    mq_store_free(s);
    assert_int_equal(stat(path, &st), 0);
    bytes = malloc((size_t)st.st_size);
    f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fread(bytes, 1, (size_t)st.st_size, f), st.st_size);
    assert_int_equal(fclose(f), 0);
    for (int i = 0; i < TIMES; i++) {
        const char *damaged = shelf_path("damaged.db");

        copy_with_changes(damaged, bytes, (size_t)st.st_size, &seed);
        ask_everything(damaged);
    }
    free(bytes);
}

/* ---- what check finds ---- */

static mq_status keep_problem(void *user, const char *problem)
{
    mq_buf_addf(user, "%s\n", problem);
    return MQ_OK;
}

static const struct fault { const char *name, *sql, *says; } faults[] = {
    { "a wrong count of occurrences", "UPDATE pair SET count = 7 WHERE id = 1", "1 pairs with a wrong count of occurrences" },
    { "a wrong count of documents", "UPDATE pair SET docs = 7 WHERE id = 1", "1 pairs with a wrong count of documents" },
    { "a term without a pair", "INSERT INTO term VALUES (900, 1, 'x', 'x')", "1 terms without a pair" },
    { "a word index that lost a term", "INSERT INTO term_words (term_words) VALUES ('delete-all')", "the word index holds 0 words" },
    { "a pair without its term", "DELETE FROM term WHERE id = 1", "refer to something that is not there" },
    { "sides exchanged", "UPDATE pair SET ar = la, la = ar WHERE id = 1", "1 pairs with a side in the wrong language" },
    { "an index that lost a row", "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE INDEX pair_la ON pair (ar)' WHERE name = 'pair_la'",
      "index" },
};

static void found(void **row)
{
    const struct fault *c = *row;
    const char *path = shelf_path("fault.db");
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);
    mq_buf got = MQ_BUF_INIT;
    mq_error err;
    mq_status rc;
    sqlite3 *db;

    fill(s, 0, 3, &rc, &err);
    assert_int_equal(rc, MQ_OK);
    mq_store_free(s);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, c->sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    s = shelf_open(path, MQ_STORE_READ);
    assert_int_equal(mq_store_check(s, keep_problem, &got, &err), MQ_OK);
    assert_non_null(got.p);
    assert_non_null(strstr(got.p, c->says));
    mq_buf_release(&got);
    mq_store_free(s);
}

int main(void)
{
    UNIT_LAW("a full disk is told, and the glossary is as it was", full_disk);
    UNIT_LAW("a full disk leaves no empty glossary behind", full_disk_from_the_start);
    UNIT_LAW("a glossary with changed bytes answers or complains", changed_bytes);
    UNIT_ROWS(faults, found);
    return unit_run();
}
