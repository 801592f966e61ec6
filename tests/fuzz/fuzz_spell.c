/*
 * fuzz_spell.c - the speller, with a small glossary, and the ispell pipe: any bytes, repaired as a reader would, as one text and line by line. Findings lie
 * in the text and come in order, and the marks that a text has are those that it is held against.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/spell.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    mq_str text;
    size_t last, n;
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
    s->n++;
    return MQ_OK;
}

/* Made once; all runs share it. */
static mq_vocabulary *glossary(void)
{
    static const struct { const char *ar, *la; mq_lang lang; mq_pair_status status; } pairs[] = {
        { u8"\u0645\u0631\u0643\u0632 \u0627\u0644\u0628\u064A\u0627\u0646\u0627\u062A", "data center", MQ_LANG_EN, MQ_PREFERRED },
        { u8"\u0645\u0631\u0643\u0632 \u0627\u0644\u0645\u0639\u0637\u064A\u0627\u062A", "data center", MQ_LANG_EN, MQ_DEPRECATED },
        { u8"\u0627\u0644\u0628\u062B", "Wi-Fi", MQ_LANG_UND, MQ_ACCEPTED },
    };
    static mq_vocabulary *v;

    if (v || mq_vocabulary_new(&v, NULL))
        return v;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const mq_pair p = { .ar = mq_str_of(pairs[i].ar), .la = mq_str_of(pairs[i].la), .lang = pairs[i].lang, .status = pairs[i].status };

        (void)mq_vocabulary_add_pair(v, &p, NULL);
    }
    return v;
}

static void check(mq_speller *s, mq_str text)
{
    struct seen own = { .text = text }, same = { .text = text };
    mq_quotes quotes;

    if (mq_spell(s, text, 0, look, &own, NULL) || mq_quotes_of(&quotes, text, NULL))
        return;
    mq_speller_set_quotes(s, quotes);
    if (mq_spell(s, text, 0, look, &same, NULL) == MQ_OK && same.n != own.n)
        abort();
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
    mq_speller *s;

    if (size > 1 << 14 || mq_speller_new(&s, glossary(), NULL, NULL))
        return 0;
    (void)mq_utf8_repair(&text, bytes, NULL);
    if (!text.status)
        check(s, mq_buf_str(&text));
    talk(s, bytes);
    mq_speller_free(s);
    mq_buf_release(&text);
    return 0;
}
