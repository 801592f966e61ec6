/*
 * fuzz_match.c - any bytes as terms and text: the first line holds the terms, parted by |, each fifth a set phrase, the rest is the text. Matches must be whole letters of the text, in
 * order, and the same a second time.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/match.h>

#include "base/tsv.h"
#include "base/utf8.h"

/* Some are phrases and cues. */
static mq_status add(mq_matcher *m, mq_str term, uint32_t i)
{
    if (i % 7 == 6)
        return mq_matcher_add_cue(m, term, (mq_phrase_words){ i % 3, 1 + i % 2, i % 4 == 0, i % 6 == 0 }, i, NULL);
    return i % 5 == 4 ? mq_matcher_add_phrase(m, term, (mq_phrase_words){ .first = i % 2, .words = 1 + i % 3 }, NULL) : mq_matcher_add(m, term, i % 3 ? MQ_LANG_AR : MQ_LANG_FR, i, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    mq_str text;
    size_t last, n, sum;
};

static mq_status on_found(void *user, const mq_found *f)
{
    struct seen *s = user;

    if (f->start < s->last || f->start >= f->end || f->end > s->text.n || f->n == 0 || mq_utf8_valid(s->text.p + f->start, f->end - f->start) != f->end - f->start)
        abort();
    s->last = f->end;
    s->n++;
    s->sum = s->sum * 31 + f->start + 7 * f->end + f->pair[0];
    return MQ_OK;
}

static void run(const mq_matcher *m, mq_str text)
{
    struct seen first = { .text = text }, second = { .text = text };
    mq_finder *f;

    if (mq_finder_new(&f, m, NULL))
        abort();
    if (mq_find(f, text, on_found, &first, NULL) || mq_find(f, text, on_found, &second, NULL))
        abort();
    if (first.n != second.n || first.sum != second.sum)
        abort();
    mq_finder_free(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mq_buf text = MQ_BUF_INIT;
    mq_matcher *m;
    mq_str rest, terms, term;

    (void)mq_utf8_repair(&text, (mq_str){ (const char *)data, size }, NULL);
    rest = mq_buf_str(&text);
    if (mq_matcher_new(&m, NULL))
        abort();
    if (mq_split(&terms, &rest, '\n'))
        for (uint32_t i = 0; mq_split(&term, &terms, '|'); i++)
            if (add(m, term, i))
                abort();
    if (mq_matcher_finish(m, NULL))
        abort();
    if (rest.n)
        run(m, rest);
    mq_matcher_free(m);
    mq_buf_release(&text);
    return 0;
}
