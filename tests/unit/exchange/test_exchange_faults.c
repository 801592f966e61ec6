/*
 * test_exchange_faults.c - files of other programs without memory: a file is written whole or not at all, and what is read is all of it, or a reader says
 * that it has no memory.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <muqabil/exchange.h>

#include "faults.h"

static mq_status write_file(const char *path, mq_exchange format, mq_error *err)
{
    const mq_exchange_writing how = { .format = format, .from = MQ_LANG_AR, .to = MQ_LANG_FR, .all = true, .contexts = true };
    const mq_entry_term terms[] = {
        { .text = MQ_STR("\u0627\u0644\u0633\u062D\u0627\u0628\u0629"), .lang = MQ_LANG_AR, .status = MQ_ACCEPTED, .kind = MQ_KIND_TRANSLATION, .score = 1 },
        { .text = MQ_STR("le \"cloud\", <nuage> & co"), .lang = MQ_LANG_FR, .status = MQ_ACCEPTED, .kind = MQ_KIND_TRANSLATION, .score = 1, .region = MQ_STR("MA") },
    };
    const mq_context context = { MQ_STR("a sentence"), MQ_STR("a.txt") };
    const mq_entry e = {
        .id = MQ_STR("7"), .terms = terms, .nterms = 2, .definition = MQ_STR("d"), .domain = MQ_STR("x"), .source = MQ_STR("s"), .note = MQ_STR("n"),
        .contexts = &context, .ncontexts = 1, .created = 1700000000, .changed = 1700000000, .count = 3, .docs = 2
    };
    mq_exchange_writer *w;
    mq_status rc = mq_exchange_create(&w, path, &how, err);

    for (int i = 0; i < 3 && !rc; i++)
        rc = mq_exchange_write(w, &e, err);
    if (rc) {
        mq_exchange_cancel(w);
        return rc;
    }
    return mq_exchange_commit(w, err);
}

static mq_status see(void *user, const mq_entry *e, mq_error *err)
{
    (void)err;
    for (size_t i = 0; i < e->nterms; i++)
        mq_buf_addf(user, "%.*s|", (int)e->terms[i].text.n, e->terms[i].text.p);
    mq_buf_addf(user, "%.*s;", (int)e->domain.n, e->domain.p);
    return MQ_OK;
}

static mq_status read_file(const char *path, mq_exchange format, mq_buf *seen, mq_error *err)
{
    const mq_exchange_handler handler = { .entry = see };
    const mq_exchange_reading how = { .format = format };
    const mq_status rc = mq_exchange_read(path, &how, &handler, seen, NULL, err);

    return rc ? rc : seen->status;
}

/* Writes a file, and reads it when it could be written. The first call has all the memory there is and tells in `want` what there is to read. */
static mq_status there_and_back(mq_exchange format, char want[400])
{
    const char *path = NULL;
    mq_buf name = MQ_BUF_INIT, seen = MQ_BUF_INIT;
    mq_error err = { .code = MQ_OK };
    mq_status rc;

    mq_buf_addf(&name, "%s/%s", unit_folder(), mq_exchange_name(format));
    path = name.p;
    if (name.status)
        return MQ_ENOMEM;
    (void)unlink(path);
    rc = write_file(path, format, &err);
    assert_int_equal(access(path, F_OK), rc ? -1 : 0);
    if (!rc) {
        rc = read_file(path, format, &seen, &err);
        if (!rc && *want)
            assert_string_equal(seen.p, want);
        else if (!rc)
            assert_in_range(snprintf(want, 400, "%s", seen.p), 20, 399);
    }
    mq_buf_release(&name);
    mq_buf_release(&seen);
    return rc;
}

#define BODY(name, format)                  \
    static mq_status name(void)             \
    {                                       \
        static char want[400];              \
                                            \
        return there_and_back(format, want); \
    }

BODY(tmx, MQ_EXCHANGE_TMX)
BODY(tbx, MQ_EXCHANGE_TBX)
BODY(tbx3, MQ_EXCHANGE_TBX3)
BODY(csv, MQ_EXCHANGE_CSV)
BODY(omegat, MQ_EXCHANGE_OMEGAT)
BODY(utx, MQ_EXCHANGE_UTX)
BODY(jsonl, MQ_EXCHANGE_JSONL)

static const faults_case cases[] = {
    { "tmx", tmx }, { "tbx", tbx }, { "tbx3", tbx3 }, { "csv", csv }, { "omegat", omegat }, { "utx", utx }, { "jsonl", jsonl },
};

int main(void)
{
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
