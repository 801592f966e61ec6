/*
 * listing.h - what a reader makes of some bytes, as text that a test can compare:
 *
 *     ar:شبكة [accepted 0.87 acronym MA noun f s plural:شبكات] | fr:réseau
 *       id:7 domain:télécoms definition:… source:… note:… context:… created:… changed:…
 *     - empty term 3:5 «fr»
 *     ! 4 line 2 column 9: 'x' is not well-formed: …
 *
 * Lists only what is said. "SKIP" before a reason: the whole entry.
 */
#ifndef LISTING_H
#define LISTING_H

#include <string.h>

#include <muqabil/exchange.h>

#include "unit.h"

typedef struct listing {
    mq_buf text;
    mq_exchange_writer *copy; /* may be NULL: entries go there instead */
    size_t entries, left_out;
} listing;

static void list_str(mq_buf *out, const char *before, mq_str s)
{
    if (s.n)
        mq_buf_addf(out, "%s%.*s", before, (int)s.n, s.p);
}

static void list_term(mq_buf *out, const mq_entry_term *t)
{
    mq_buf said = MQ_BUF_INIT;

    mq_buf_addf(out, "%s:%.*s", mq_lang_name(t->lang), (int)t->text.n, t->text.p);
    list_str(&said, " ", mq_str_of(t->status == MQ_UNSAID ? "" : mq_pair_status_name((mq_pair_status)t->status)));
    if (t->score >= 0)
        mq_buf_addf(&said, " %g", t->score);
    list_str(&said, " ", mq_str_of(t->kind == MQ_UNSAID ? "" : mq_kind_name((mq_kind)t->kind)));
    list_str(&said, " ", t->region);
    list_str(&said, " ", t->pos);
    list_str(&said, " ", t->gender);
    list_str(&said, " ", t->number);
    list_str(&said, " plural:", t->plural);
    list_str(&said, " note:", t->note);
    if (said.n)
        mq_buf_addf(out, " [%s]", said.p + 1);
    mq_buf_release(&said);
}

static void list_said(mq_buf *out, const mq_entry *e)
{
    list_str(out, " id:", e->id);
    list_str(out, " domain:", e->domain);
    list_str(out, " definition:", e->definition);
    list_str(out, " source:", e->source);
    list_str(out, " note:", e->note);
    for (size_t i = 0; i < e->ncontexts; i++) {
        list_str(out, " context:", e->contexts[i].text);
        list_str(out, " from:", e->contexts[i].source);
    }
    if (e->created)
        mq_buf_addf(out, " created:%lld", (long long)e->created);
    if (e->changed)
        mq_buf_addf(out, " changed:%lld", (long long)e->changed);
}

static mq_status list_entry(void *user, const mq_entry *e, mq_error *err)
{
    listing *l = user;
    mq_buf said = MQ_BUF_INIT;

    l->entries++;
    if (l->copy)
        return e->nterms >= 2 ? mq_exchange_write(l->copy, e, err) : MQ_OK;
    for (size_t i = 0; i < e->nterms; i++) {
        mq_buf_addz(&l->text, i ? " | " : "");
        list_term(&l->text, &e->terms[i]);
    }
    list_said(&said, e);
    if (said.n)
        mq_buf_addf(&l->text, "\n %s", said.p);
    mq_buf_addc(&l->text, '\n');
    mq_buf_release(&said);
    return MQ_OK;
}

static mq_status list_left_out(void *user, const mq_left_out *x, mq_error *err)
{
    listing *l = user;

    (void)err;
    l->left_out++;
    mq_buf_addf(&l->text, "- %s%s %zu:%zu", x->whole ? "SKIP " : "", mq_reason_text(x->reason), x->line, x->column);
    if (x->what.n)
        mq_buf_addf(&l->text, " «%.*s»", (int)x->what.n, x->what.p);
    mq_buf_addc(&l->text, '\n');
    return MQ_OK;
}

static mq_status list_occurrence(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err)
{
    listing *l = user;

    (void)line;
    l->entries++;
    if (l->copy)
        return mq_exchange_write_occurrence(l->copy, o, err);
    mq_buf_addf(&l->text, "%.*s: %.*s (%.*s) = %s:%.*s %s %s %g %zu-%zu %zu-%zu «%.*s» of %lld\n", (int)o->doc.n, o->doc.p, (int)o->term.n, o->term.p,
                (int)o->ar.n, o->ar.p, mq_lang_name(o->lang), (int)o->la.n, o->la.p, mq_kind_name(o->kind), mq_pattern_name(o->pattern), o->score,
                o->ar_start, o->ar_end, o->la_start, o->la_end, (int)o->context.n, o->context.p, (long long)pair);
    return MQ_OK;
}

static const mq_exchange_handler list_handler = { .entry = list_entry, .occurrence = list_occurrence, .left_out = list_left_out };

/* Reads a file; a failure is listed too, its path cut to "x". */
static mq_status list_file(listing *l, const char *path, const mq_exchange_reading *how)
{
    mq_error err = { .code = MQ_OK };
    const mq_status rc = mq_exchange_read(path, how, &list_handler, l, NULL, &err);
    const char *name = rc ? strstr(err.msg, path) : NULL;

    if (!rc)
        return rc;
    mq_buf_addf(&l->text, "! %d line %zu column %zu: ", rc, err.line, err.column);
    mq_buf_add(&l->text, err.msg, name ? (size_t)(name - err.msg) : strlen(err.msg));
    mq_buf_addf(&l->text, "%s%s\n", name ? "x" : "", name ? name + strlen(path) : "");
    return rc;
}

/* A row of a table: a file and what is to come out of it. */
typedef struct listing_case {
    const char *name, *in, *want;
    mq_exchange_reading how;
} listing_case;

static inline void lists(void **state)
{
    const listing_case *c = *state;
    listing l = { .text = MQ_BUF_INIT };

    (void)list_file(&l, unit_file("x", mq_str_of(c->in)), &c->how);
    assert_buf(l.text, c->want);
    mq_buf_release(&l.text);
}

#endif
