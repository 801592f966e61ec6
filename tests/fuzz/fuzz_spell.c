/* fuzz_spell.c - the speller and the ispell pipe: any bytes, repaired as a reader would, as one text and line by line. Findings lie in the text and come in order. */
#include <stdlib.h>
#include <string.h>

#include <muqabil/spell.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    mq_str text;
    size_t last;
};

static mq_status look(void *user, const mq_finding *f)
{
    struct seen *s = user;

    if (f->byte < s->last || f->byte_end < f->byte || f->byte_end > s->text.n || f->start > f->end)
        abort();
    if (mq_utf8_valid(f->text.p, f->text.n) != f->text.n)
        abort();
    for (size_t i = 0; i < f->nsuggestions; i++)
        if (mq_utf8_valid(f->suggestion[i].p, f->suggestion[i].n) != f->suggestion[i].n)
            abort();
    s->last = f->byte;
    return MQ_OK;
}

static void talk(mq_speller *s, mq_str bytes)
{
    mq_buf answer = MQ_BUF_INIT;
    mq_pipe *p;

    if (mq_pipe_new(&p, s, NULL, NULL, NULL))
        return;
    while (bytes.n) {
        const char *lf = memchr(bytes.p, '\n', bytes.n);
        const size_t n = lf ? (size_t)(lf - bytes.p) : bytes.n;

        (void)mq_pipe_line(p, &answer, (mq_str){ bytes.p, n }, NULL);
        bytes = (mq_str){ bytes.p + n + (lf != NULL), bytes.n - n - (lf != NULL) };
    }
    mq_pipe_free(p);
    mq_buf_release(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const mq_str bytes = { (const char *)data, size };
    mq_buf text = MQ_BUF_INIT;
    struct seen seen = { .last = 0 };
    mq_speller *s;

    if (size > 1 << 14 || mq_speller_new(&s, NULL, NULL, NULL))
        return 0;
    (void)mq_utf8_repair(&text, bytes, NULL);
    seen.text = mq_buf_str(&text);
    if (!text.status)
        (void)mq_spell(s, seen.text, 0, look, &seen, NULL);
    talk(s, bytes);
    mq_speller_free(s);
    mq_buf_release(&text);
    return 0;
}
