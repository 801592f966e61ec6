/* test_feed.c - a file fed by another thread: what mq_exchange_read gives, in the same order, and the keys of the terms; failures of either side. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "glossary/feed.h"
#include "store/termkeys.h"
#include "unit.h"

enum { FEW = 5, MANY = 20000 };

/* What came, as text; and when it was enough. */
struct log {
    mq_buf text;
    size_t entries, fail_at;   /* 0 = never */
    pthread_t caller;
    bool elsewhere;            /* some handler ran on another thread */
    bool wrong_key;
};

static mq_status note_entry(void *user, const mq_entry *e, mq_error *err)
{
    struct log *l = user;

    mq_buf_addf(&l->text, "%zu:%zu %.*s %.*s", e->line, e->column, (int)e->note.n, e->note.p, (int)e->domain.n, e->domain.p);
    for (size_t i = 0; i < e->nterms; i++)
        mq_buf_addf(&l->text, " [%s %.*s]", mq_lang_name(e->terms[i].lang), (int)e->terms[i].text.n, e->terms[i].text.p);
    for (size_t i = 0; i < e->ncontexts; i++)
        mq_buf_addf(&l->text, " <%.*s>", (int)e->contexts[i].text.n, e->contexts[i].text.p);
    mq_buf_addc(&l->text, '\n');
    return ++l->entries == l->fail_at ? mq_fail(err, MQ_EDB, "enough") : MQ_OK;
}

static mq_status note_fed(void *user, const mq_entry *e, const mq_str *keys, mq_error *err)
{
    struct log *l = user;
    mq_buf key = MQ_BUF_INIT;

    l->elsewhere = l->elsewhere || !pthread_equal(l->caller, pthread_self());
    for (size_t i = 0; i < e->nterms; i++) {
        mq_buf_clear(&key);
        l->wrong_key = l->wrong_key || mq_term_key(&key, e->terms[i].text, mq_feed_lang(&e->terms[i]), NULL) || !mq_str_equal(mq_buf_str(&key), keys[i]);
    }
    mq_buf_release(&key);
    return note_entry(user, e, err);
}

static mq_status note_left_out(void *user, const mq_left_out *x, mq_error *err)
{
    struct log *l = user;

    (void)err;
    mq_buf_addf(&l->text, "%zu:%zu left out: %s '%.*s'\n", x->line, x->column, mq_reason_text(x->reason), (int)x->what.n, x->what.p);
    return MQ_OK;
}

static mq_status note_occurrence(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err)
{
    struct log *l = user;

    (void)err;
    mq_buf_addf(&l->text, "%zu %lld %.*s %.*s %.*s\n", line, (long long)pair, (int)o->doc.n, o->doc.p, (int)o->term.n, o->term.p, (int)o->context.n, o->context.p);
    return MQ_OK;
}

static const mq_feed_handler fed = { .entry = note_fed, .occurrence = note_occurrence, .left_out = note_left_out };

/* Synonyms, notes, now and then an empty term, which is left out. */
static const char *list(size_t n, const char *end)
{
    mq_buf b = MQ_BUF_INIT;
    const char *path;

    mq_buf_addz(&b, "ar,fr,en,note,domain,context\n");
    for (size_t i = 0; i < n; i++)
        mq_buf_addf(&b, "%s%zu,mot %zu; terme,%s,note %zu,droit,une phrase\n", i % 7 ? "\u0643\u0644\u0645\u0629 " : "", i, i, i % 5 ? "word" : "", i);
    mq_buf_addz(&b, end);
    path = unit_file("list.csv", mq_buf_str(&b));
    mq_buf_release(&b);
    return path;
}

static void same_as_read(size_t n, bool threaded)
{
    static const mq_exchange_handler read = { .entry = note_entry, .occurrence = note_occurrence, .left_out = note_left_out };
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    const char *path = list(n, "");
    struct log want = { .entries = 0 }, got = { .caller = pthread_self() };
    mq_exchange_info info[2];

    assert_int_equal(mq_exchange_read(path, &how, &read, &want, &info[0], NULL), MQ_OK);
    assert_int_equal(mq_feed_file(path, &how, &fed, &got, NULL, &info[1], NULL), MQ_OK);
    assert_str(mq_buf_str(&got.text), mq_buf_str(&want.text));
    assert_int_equal(info[1].entries, info[0].entries);
    assert_int_equal(info[1].skipped, info[0].skipped);
    assert_false(got.wrong_key);
    assert_int_equal(got.elsewhere, threaded);
    mq_buf_release(&want.text);
    mq_buf_release(&got.text);
}

static void a_long_file(void **state)
{
    (void)state;
    same_as_read(MANY, true);
}

static void a_short_file(void **state)
{
    (void)state;
    same_as_read(FEW, false);
}

/* ---- failures ---- */

static const size_t ends[] = { 1, 256, 257, 3000, MANY };

static void a_handler_fails(void **state)
{
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    const char *path = list(MANY, "");

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(ends); i++) {
        struct log l = { .fail_at = ends[i], .caller = pthread_self() };
        mq_error err;

        assert_int_equal(mq_feed_file(path, &how, &fed, &l, NULL, NULL, &err), MQ_EDB);
        assert_string_equal(err.msg, "enough");
        assert_int_equal(l.entries, ends[i]);
        mq_buf_release(&l.text);
    }
}

static void a_file_fails(void **state)
{
    static const size_t lengths[] = { FEW, MANY };
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(lengths); i++) {
        struct log l = { .caller = pthread_self() };
        mq_error err;

        assert_int_equal(mq_feed_file(list(lengths[i], "a,\"b\n"), &how, &fed, &l, NULL, NULL, &err), MQ_EFORMAT);
        assert_int_equal(l.entries, lengths[i]);
        assert_int_equal(err.line, lengths[i] + 2);
        mq_buf_release(&l.text);
    }
}

static bool at_once(void)
{
    return true;
}

static void somebody_stops_it(void **state)
{
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    struct log l = { .caller = pthread_self() };

    (void)state;
    assert_int_equal(mq_feed_file(list(MANY, ""), &how, &fed, &l, at_once, NULL, NULL), MQ_ESTOPPED);
    assert_in_range(l.entries, 0, 1);
    mq_buf_release(&l.text);
}

static void no_file(void **state)
{
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    struct log l = { .caller = pthread_self() };
    mq_error err;

    (void)state;
    assert_int_equal(mq_feed_file("no such file", &how, &fed, &l, NULL, NULL, &err), MQ_EIO);
    assert_non_null(strstr(err.msg, "no such file"));
}

int main(void)
{
    UNIT_LAW("a long file gives from another thread what the reader gives", a_long_file);
    UNIT_LAW("a short file starts no thread", a_short_file);
    UNIT_LAW("when a handler fails that is told, and it is given nothing more", a_handler_fails);
    UNIT_LAW("what stood before a fault of the file is given first", a_file_fails);
    UNIT_LAW("who stops it gets it stopped", somebody_stops_it);
    UNIT_LAW("a file that is not there is told as such", no_file);
    return unit_run();
}
