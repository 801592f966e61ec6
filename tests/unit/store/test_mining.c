/*
 * test_mining.c - documents and occurrences: mining again, decisions that stay, and a miner that is killed.
 *
 * The kill tests mine a made-up corpus of documents that share pairs. Each document has versions, so that mining it again takes pairs away from it.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "shelf.h"

#define MINER MQ_STR("test 1")

static int64_t open_document(mq_store *s, const char *uri, uint64_t hash, bool *fresh)
{
    int64_t doc = 0;

    assert_int_equal(mq_store_document(s, mq_str_of(uri), hash, 100, MINER, &doc, fresh, NULL), MQ_OK);
    return doc;
}

/* Mines a document that holds these terms, ar = la: "a b" gives a = a, b = b. */
static void mine(mq_store *s, const char *uri, uint64_t hash, const char *const *terms, size_t n)
{
    bool fresh;
    int64_t doc;

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    doc = open_document(s, uri, hash, &fresh);
    for (size_t i = 0; i < n && fresh; i++) {
        const mq_occurrence o = shelf_seen(terms[2 * i], terms[2 * i + 1], i * 100, 0.5 + 0.1 * (double)i);

        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    }
    if (fresh)
        assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
}

static const char *const two[] = { AR_CLOUD, "cloud souverain", AR_CENTRE, "centre" };
static const char *const one[] = { AR_CENTRE, "centre" };

static void same_again_adds_nothing(void **state)
{
    mq_store *s = shelf_open(shelf_path("again.db"), MQ_STORE_CREATE);
    mq_buf once = MQ_BUF_INIT, twice = MQ_BUF_INIT;

    (void)state;
    mine(s, "a.txt", 1, two, 2);
    shelf_tell(&once, s);
    mine(s, "a.txt", 1, two, 2);
    shelf_tell(&twice, s);
    assert_str(mq_buf_str(&twice), mq_buf_str(&once));
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_sound(s);
    mq_buf_release(&once);
    mq_buf_release(&twice);
    mq_store_free(s);
}

static void changed_replaces(void **state)
{
    mq_store *s = shelf_open(shelf_path("changed.db"), MQ_STORE_CREATE);
    mq_stats stats;

    (void)state;
    mine(s, "a.txt", 1, two, 2);
    mine(s, "b.txt", 1, one, 1);
    mine(s, "a.txt", 2, one, 1);
    assert_int_equal(shelf_numbers(s, 1).id, 0);
    assert_int_equal(shelf_numbers(s, 2).count, 2);
    assert_int_equal(shelf_numbers(s, 2).docs, 2);
    assert_float_equal(shelf_numbers(s, 2).score, 0.5, 1e-9);
    assert_int_equal(mq_store_stats(s, &stats, NULL), MQ_OK);
    assert_int_equal(stats.pairs, 1);
    assert_int_equal(stats.terms_ar, 1);
    assert_int_equal(stats.terms_la, 1);
    assert_int_equal(stats.occurrences, 2);
    assert_sound(s);
    mq_store_free(s);
}

static void ids_stay_and_are_not_given_twice(void **state)
{
    mq_store *s = shelf_open(shelf_path("ids.db"), MQ_STORE_CREATE);

    (void)state;
    mine(s, "a.txt", 1, two, 2);
    mine(s, "a.txt", 2, two, 2); /* a new version with the same pairs */
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_int_equal(shelf_numbers(s, 2).count, 1);
    mine(s, "a.txt", 3, NULL, 0);
    assert_int_equal(shelf_numbers(s, 2).id, 0);
    mine(s, "a.txt", 4, one, 1);
    assert_int_equal(shelf_numbers(s, 2).id, 0);
    assert_int_equal(shelf_numbers(s, 3).count, 1);
    mq_store_free(s);
}

/* ---- decisions ---- */

static const mq_pair_status accepted = MQ_ACCEPTED, rejected = MQ_REJECTED, candidate = MQ_CANDIDATE;

static const struct decision { const char *name; mq_pair_edit edit; mq_pair_status status; } decisions[] = {
    { "a rejected pair does not come back", { .status = &rejected }, MQ_REJECTED },
    { "an accepted pair stays accepted", { .status = &accepted }, MQ_ACCEPTED },
    { "a person's candidate stays, too", { .status = &candidate }, MQ_CANDIDATE },
    { "a note keeps its pair", { .note = "voir le décret" }, MQ_CANDIDATE },
};

static void decision_stays(void **row)
{
    const struct decision *c = *row;
    mq_store *s = shelf_open(shelf_path("decision.db"), MQ_STORE_CREATE);
    mq_stats stats;

    mine(s, "a.txt", 1, one, 1);
    assert_int_equal(mq_store_edit(s, 1, &c->edit, NULL), MQ_OK);
    mine(s, "a.txt", 2, NULL, 0);
    assert_int_equal(shelf_numbers(s, 1).status, c->status);
    assert_int_equal(shelf_numbers(s, 1).count, 0);
    mine(s, "b.txt", 1, two, 2);
    assert_int_equal(shelf_numbers(s, 1).status, c->status);
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_int_equal(mq_store_stats(s, &stats, NULL), MQ_OK);
    assert_int_equal(stats.pairs, 2);
    assert_sound(s);
    mq_store_free(s);
}

static void corrected_name_keeps_collecting(void **state)
{
    mq_store *s = shelf_open(shelf_path("renamed.db"), MQ_STORE_CREATE);
    const mq_pair_edit e = { .ar = AR_CENTRE " " AR_NETWORK };
    mq_stats stats;

    (void)state;
    mine(s, "a.txt", 1, one, 1);
    assert_int_equal(mq_store_edit(s, 1, &e, NULL), MQ_OK);
    mine(s, "a.txt", 2, one, 1);
    mine(s, "b.txt", 1, one, 1);
    assert_int_equal(shelf_numbers(s, 1).count, 2);
    assert_int_equal(mq_store_stats(s, &stats, NULL), MQ_OK);
    assert_int_equal(stats.pairs, 1);
    /* who adds the old name by hand means it */
    assert_int_equal(shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED), 2);
    mine(s, "c.txt", 1, one, 1);
    assert_int_equal(shelf_numbers(s, 1).count, 2);
    assert_int_equal(shelf_numbers(s, 2).count, 1);
    assert_sound(s);
    mq_store_free(s);
}

/* ---- occurrences ---- */

static void twice_the_same_sighting(void **state)
{
    mq_store *s = shelf_open(shelf_path("twice.db"), MQ_STORE_CREATE);
    const mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 5, 0.9), later = shelf_seen(AR_CENTRE, "Centre", 50, 0.7);
    int64_t doc;

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
        assert_int_equal(mq_store_document_join(s, MQ_STR("far.txt"), &doc, NULL), MQ_OK);
        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
        assert_int_equal(mq_store_add_occurrence(s, doc, &later, NULL), MQ_OK);
        assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    }
    assert_int_equal(shelf_numbers(s, 1).count, 2);
    assert_int_equal(shelf_numbers(s, 1).docs, 1);
    assert_float_equal(shelf_numbers(s, 1).score, 0.9, 1e-9);
    assert_sound(s);
    mq_store_free(s);
}

static const struct unfit { const char *name; mq_str term, la; mq_status rc; } unfits[] = {
    { "an empty term is refused", { "", 0 }, { "centre", 6 }, MQ_EINVALID },
    { "a term of tashkeel only is refused", { "\u064E\u064F", 4 }, { "centre", 6 }, MQ_EINVALID },
    { "a term with NUL is refused", { "a\0b", 3 }, { "centre", 6 }, MQ_EINVALID },
    { "an empty Latin side is refused", { AR_CENTRE, 8 }, { " \n", 2 }, MQ_EINVALID },
};

static void unfit_leaves_the_transaction_sound(void **row)
{
    const struct unfit *c = *row;
    mq_store *s = shelf_open(shelf_path("unfit.db"), MQ_STORE_CREATE);
    mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 5, 0.9);
    mq_error err = { .code = MQ_OK };
    bool fresh;
    int64_t doc;

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    doc = open_document(s, "a.txt", 1, &fresh);
    o.term = c->term;
    o.la = c->la;
    assert_int_equal(mq_store_add_occurrence(s, doc, &o, &err), c->rc);
    assert_int_equal(err.code, c->rc);
    o = shelf_seen(AR_CENTRE, "centre", 5, 0.9);
    assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_sound(s);
    mq_store_free(s);
}

static void line_breaks_in_a_latin_term(void **state)
{
    mq_store *s = shelf_open(shelf_path("breaks.db"), MQ_STORE_CREATE);
    const char *const terms[] = { AR_CLOUD, "cloud\n  souverain", AR_CLOUD, "Cloud  Souverain" };
    mq_buf out = MQ_BUF_INIT;

    (void)state;
    mine(s, "a.txt", 1, terms, 2);
    shelf_tell(&out, s);
    assert_non_null(strstr(out.p, "= cloud souverain fr"));
    assert_non_null(strstr(out.p, "'cloud\n  souverain'")); /* the sighting is as it was */
    assert_int_equal(shelf_numbers(s, 1).count, 2);
    mq_buf_release(&out);
    mq_store_free(s);
}

/* ---- a miner that is killed ---- */

enum { DOCUMENTS = 60, WORDS = 40, VERSIONS = 2 };

/* Document d in version v holds some of WORDS pairs, drawn by a seed; whoever mines it finds the same. */
static void add_drawn(mq_store *s, int64_t doc, unsigned d, unsigned v)
{
    uint64_t seed = d * 1000 + v;
    const size_t n = unit_below(&seed, 12);

    for (size_t i = 0; i < n; i++) {
        char ar[64], la[64];
        const unsigned w = (unsigned)unit_below(&seed, WORDS);
        mq_occurrence o;

        (void)snprintf(ar, sizeof ar, "%s %u", AR_CENTRE, w);
        (void)snprintf(la, sizeof la, "centre %u", w);
        o = shelf_seen(ar, la, i * 100, 0.3 + 0.01 * (double)unit_below(&seed, 60));
        o.kind = (mq_kind)unit_below(&seed, 3);
        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    }
}

/* Mines all documents in version v, `batch` steps (not documents: a batch may end inside one) a transaction. */
static void mine_all(mq_store *s, unsigned v, unsigned batch)
{
    unsigned steps = 0;

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (unsigned d = 0; d < DOCUMENTS; d++) {
        char uri[32];
        bool fresh;
        int64_t doc;

        (void)snprintf(uri, sizeof uri, "%03u.txt", d);
        doc = open_document(s, uri, v, &fresh);
        for (unsigned step = 0; step < 2 && fresh; step++) {
            if (++steps % batch == 0) {
                assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
                assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
            }
            if (step == 0)
                add_drawn(s, doc, d, v);
            else
                assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
        }
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
}

static void tell_undisturbed(mq_buf *out)
{
    mq_store *s = shelf_open(shelf_path("whole.db"), MQ_STORE_CREATE);

    for (unsigned v = 1; v <= VERSIONS; v++)
        mine_all(s, v, 7);
    assert_sound(s);
    shelf_tell(out, s);
    mq_store_free(s);
}

/* The child mines; the parent kills it after a while, a longer one each time, until the child comes to its end. */
static bool killed_at(const char *path, unsigned v, unsigned batch, long microseconds)
{
    const struct timespec t = { .tv_nsec = microseconds * 1000 };
    const pid_t child = fork();
    int status = 0;

    assert_true(child >= 0);
    if (child == 0) {
        mine_all(shelf_open(path, MQ_STORE_CREATE), v, batch);
        _exit(0);
    }
    (void)nanosleep(&t, NULL);
    (void)kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
}

static void killed_and_started_again(void **state)
{
    const char *path = shelf_path("killed.db");
    mq_buf want = MQ_BUF_INIT, got = MQ_BUF_INIT;
    mq_store *s;
    unsigned kills = 0;

    (void)state;
    tell_undisturbed(&want);
    for (unsigned v = 1; v <= VERSIONS; v++) {
        long wait = 500;

        while (killed_at(path, v, 1 + kills % 5, wait)) {
            kills++;
            wait += 700;
        }
    }
    s = shelf_open(path, MQ_STORE_CREATE);
    assert_sound(s);
    shelf_tell(&got, s);
    assert_str(mq_buf_str(&got), mq_buf_str(&want));
    assert_true(kills > 0);
    mq_store_free(s);
    mq_buf_release(&want);
    mq_buf_release(&got);
}

static void batches_do_not_matter(void **state)
{
    mq_buf want = MQ_BUF_INIT;

    (void)state;
    tell_undisturbed(&want);
    for (unsigned batch = 1; batch < 200; batch = batch * 3 + 1) {
        mq_store *s = shelf_open(shelf_path("batches.db"), MQ_STORE_CREATE);
        mq_buf got = MQ_BUF_INIT;

        for (unsigned v = 1; v <= VERSIONS; v++)
            mine_all(s, v, batch);
        shelf_tell(&got, s);
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
        mq_buf_release(&got);
        mq_store_free(s);
    }
    mq_buf_release(&want);
}

int main(void)
{
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    UNIT_LAW("the same document again adds nothing", same_again_adds_nothing);
    UNIT_LAW("a changed document replaces what it gave, and what nobody holds goes", changed_replaces);
    UNIT_LAW("a pair keeps its id, and no other gets it", ids_stay_and_are_not_given_twice);
    UNIT_ROWS(decisions, decision_stays);
    UNIT_LAW("a pair that a person renamed collects what the miner finds under the old name", corrected_name_keeps_collecting);
    UNIT_LAW("the same sighting counts once", twice_the_same_sighting);
    UNIT_ROWS(unfits, unfit_leaves_the_transaction_sound);
    UNIT_LAW("a line break is no part of a Latin term", line_breaks_in_a_latin_term);
    UNIT_LAW("where transactions end makes no difference", batches_do_not_matter);
    UNIT_LAW("killed again and again, the miner ends with the same glossary", killed_and_started_again);
    return unit_run();
}
