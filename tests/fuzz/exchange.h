/*
 * exchange.h - a fuzz target for a reader of src/exchange. Whatever the bytes: no crash, no hang, no leak, and what reaches a handler keeps the promises
 * of muqabil/exchange.h: well-formed text, no empty term, values in their ranges.
 */
#ifndef FUZZ_EXCHANGE_H
#define FUZZ_EXCHANGE_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <muqabil/exchange.h>

#include "base/utf8.h"

static void fuzz_want(bool right)
{
    if (!right)
        abort();
}

static void fuzz_text(mq_str s)
{
    fuzz_want(mq_utf8_valid(s.p, s.n) == s.n);
}

static mq_status fuzz_entry(void *user, const mq_entry *e, mq_error *err)
{
    (void)user, (void)err;
    fuzz_want(e->nterms > 0);
    for (size_t i = 0; i < e->nterms; i++) {
        const mq_entry_term *t = &e->terms[i];

        fuzz_want(t->text.n > 0 && t->text.n <= 4096);
        fuzz_want(t->status >= MQ_UNSAID && t->status <= MQ_REJECTED && t->kind >= MQ_UNSAID && t->kind <= MQ_KIND_TRANSLITERATION && t->score <= 1);
        fuzz_text(t->text);
        fuzz_text(t->region);
        fuzz_text(t->pos);
        fuzz_text(t->plural);
        fuzz_text(t->note);
    }
    fuzz_text(e->id);
    fuzz_text(e->definition);
    fuzz_text(e->domain);
    fuzz_text(e->source);
    fuzz_text(e->note);
    for (size_t i = 0; i < e->ncontexts; i++)
        fuzz_text(e->contexts[i].text);
    return MQ_OK;
}

static mq_status fuzz_occurrence(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err)
{
    (void)user, (void)pair, (void)line, (void)err;
    fuzz_want(o->ar_start <= o->ar_end && o->la_start <= o->la_end && o->score >= 0 && o->score <= 1 && o->term.n > 0);
    fuzz_text(o->context);
    return MQ_OK;
}

/* A file in memory: its path, which stays the same. */
static const char *fuzz_file(const uint8_t *data, size_t size)
{
    static char path[64];
    static int fd = -1;

    if (fd < 0) {
        fd = memfd_create("fuzz", 0);
        (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    }
    fuzz_want(fd >= 0 && ftruncate(fd, 0) == 0 && pwrite(fd, data, size, 0) == (ssize_t)size);
    return path;
}

static inline int fuzz_exchange(const uint8_t *data, size_t size, mq_exchange format)
{
    static const mq_exchange_handler handler = { .entry = fuzz_entry, .occurrence = fuzz_occurrence };
    const mq_exchange_reading how = { .format = format, .keep_going = size % 2 };
    mq_error err = { .code = MQ_OK };

    fuzz_want(mq_exchange_read(fuzz_file(data, size), &how, &handler, NULL, NULL, &err) == err.code || err.code == MQ_OK);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
