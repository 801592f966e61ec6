/* pipe.c - the ispell pipe, see muqabil/spell.h. The whole line is checked at once, so that neighbours count, and then told word by word. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/grow.h"
#include "base/utf8.h"
#include "spell/speller.h"

struct answer {
    size_t byte;         /* where the word begins in the line */
    size_t nsuggestions;
    mq_str suggestions;  /* "a, b, c" */
};

struct mq_pipe {
    mq_speller *s;
    mq_learn_fn *learn;
    void *user;
    bool terse;
    mq_arena arena;
    mq_buf line;
    struct answer *answer;
    size_t n, cap;
};

mq_status mq_pipe_new(mq_pipe **out, mq_speller *s, mq_learn_fn *learn, void *user, mq_error *err)
{
    mq_pipe *p = calloc(1, sizeof *p);

    *out = p;
    if (!p)
        return mq_fail(err, MQ_ENOMEM, "no memory for a pipe");
    p->s = s;
    p->learn = learn;
    p->user = user;
    return MQ_OK;
}

void mq_pipe_free(mq_pipe *p)
{
    if (!p)
        return;
    mq_arena_release(&p->arena);
    mq_buf_release(&p->line);
    free(p->answer);
    free(p);
}

const char *mq_pipe_banner(void)
{
    return "@(#) International Ispell Version 3.2.06 (but really muqabil " MQ_VERSION ")\n";
}

static mq_status keep(void *user, const mq_finding *f)
{
    mq_pipe *p = user;
    mq_buf list = MQ_BUF_INIT;

    if (f->kind != MQ_FINDING_SPELLING)
        return MQ_OK;
    if (!MQ_ROOM(p->answer, p->n, p->cap, 16))
        return MQ_ENOMEM;
    for (size_t i = 0; i < f->nsuggestions; i++) {
        mq_buf_addz(&list, i ? ", " : "");
        mq_buf_addstr(&list, f->suggestion[i]);
    }
    p->answer[p->n++] = (struct answer){ f->byte, f->nsuggestions, mq_arena_copy(&p->arena, mq_buf_str(&list)) };
    mq_buf_release(&list);
    return MQ_OK;
}

static void tell(const mq_pipe *p, mq_buf *out, mq_str word, size_t point, const struct answer *a)
{
    if (!a && !p->terse)
        mq_buf_addz(out, "*\n");
    if (a && a->nsuggestions)
        mq_buf_addf(out, "& %.*s %zu %zu: %.*s\n", (int)word.n, word.p, a->nsuggestions, point, (int)a->suggestions.n, a->suggestions.p);
    else if (a)
        mq_buf_addf(out, "# %.*s %zu\n", (int)word.n, word.p, point);
}

/* skipped: code points of the line before `text`. */
static mq_status check(mq_pipe *p, mq_buf *out, mq_str text, size_t skipped, mq_error *err)
{
    size_t at = 0, next = 0, byte = 0, point = skipped;
    mq_token t;
    mq_status rc;

    p->n = 0;
    mq_arena_clear(&p->arena);
    rc = mq_spell(p->s, text, 0, keep, p, err);
    while (!rc && mq_token_next(&t, text, &at)) {
        if (t.script != MQ_ARABIC && t.script != MQ_LATIN)
            continue;
        point += mq_utf8_count(text.p + byte, t.start - byte);
        byte = t.start;
        while (next < p->n && p->answer[next].byte < t.start)
            next++;
        tell(p, out, (mq_str){ text.p + t.start, t.end - t.start }, point, next < p->n && p->answer[next].byte == t.start ? &p->answer[next] : NULL);
    }
    mq_buf_addc(out, '\n');
    return rc ? rc : out->status ? mq_fail(err, MQ_ENOMEM, "no memory for an answer") : MQ_OK;
}

mq_status mq_pipe_line(mq_pipe *p, mq_buf *out, mq_str line, mq_error *err)
{
    mq_str text, rest;
    mq_status rc = MQ_OK;

    mq_buf_clear(&p->line);
    (void)mq_utf8_repair(&p->line, line, NULL);
    text = mq_buf_str(&p->line);
    rest = text.n ? (mq_str){ text.p + 1, text.n - 1 } : text;
    switch (text.n ? *text.p : ' ') {
    case '!': p->terse = true; return MQ_OK;
    case '%': p->terse = false; return MQ_OK;
    case '#': case '~': case '+': case '-': return MQ_OK;
    case '*': case '&': /* & learns in lower case, which Arabic has not */
        rc = mq_speller_accept(p->s, rest, err);
        return rc || !p->learn ? rc : p->learn(p->user, rest, err);
    case '@':
        return mq_speller_accept(p->s, rest, err);
    case '^':
        return check(p, out, rest, 1, err);
    default:
        return check(p, out, text, 0, err);
    }
}
