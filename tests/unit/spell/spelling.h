/* spelling.h - what the tests of the speller share: the findings of a text as one line, so that a row of a table can hold them. */
#ifndef SPELLING_H
#define SPELLING_H

#include <muqabil/spell.h>

#include "unit.h"

/*
 * Checks `text` and writes, for each finding, RULE:TEXT>FIRST SUGGESTION and a semicolon; `only` (may be NULL) is the one rule that is looked at. A finding
 * without suggestions has no ">". v may be NULL.
 */
static inline mq_status write_finding(void *user, const mq_finding *f)
{
    struct { mq_buf *out; const char *only; } *w = user;

    if (w->only && !mq_str_equal(mq_str_of(w->only), mq_str_of(f->rule)))
        return MQ_OK;
    mq_buf_addf(w->out, "%s:%.*s", f->rule, (int)f->text.n, f->text.p);
    if (f->nsuggestions)
        mq_buf_addf(w->out, ">%.*s", (int)f->suggestion[0].n, f->suggestion[0].p);
    mq_buf_addc(w->out, ';');
    return MQ_OK;
}

static inline void findings_of(mq_buf *out, mq_vocabulary *v, const char *text, const char *only)
{
    struct { mq_buf *out; const char *only; } w = { out, only };
    mq_speller *s;

    mq_buf_clear(out);
    mq_buf_addz(out, "");
    assert_int_equal(mq_speller_new(&s, v, NULL, NULL), MQ_OK);
    assert_int_equal(mq_spell(s, mq_str_of(text), 0, write_finding, &w, NULL), MQ_OK);
    mq_speller_free(s);
}

#endif
