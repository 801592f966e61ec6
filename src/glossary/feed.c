/*
 * feed.c - see feed.h.
 *
 *     file → entries, copied, with keys (the calling thread) → batches → handler (another thread)
 *
 * 1. What the reader gives - entries, occurrences, what it left out - is copied into a batch, in order, each term with its key, which costs as much as
 *    reading it.
 * 2. A full batch is handed over: the first one starts the other thread. A file that fills no batch is taken on the calling thread, and so are all when
 *    no thread can be had.
 * 3. The reader waits when BATCHES are full; when the handler fails it is told so with the next thing it gives.
 * The reading thread is the caller's because a signal interrupts that one: it may wait for a pipe.
 * Limits: a batch holds ITEMS things and is full at BYTES of text, so memory is that of BATCHES batches, or of as many largest entries (16 MiB).
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/relay.h"
#include "exchange/words.h"
#include "glossary/feed.h"
#include "store/termkeys.h"

enum { BATCHES = 4, ITEMS = 256, BYTES = 1 << 18, ASK_EVERY = 256 };

struct item {
    enum { ENTRY, OCCURRENCE, LEFT_OUT } type;
    union {
        mq_entry entry;
        mq_occurrence occurrence;
        mq_left_out left_out;
    };
    const mq_str *keys;     /* of an entry */
    int64_t pair;           /* of an occurrence, and its line */
    size_t line;
};

struct batch {
    struct item item[ITEMS];
    size_t n, bytes;
    mq_arena mem;
    bool no_memory;
};

struct feed {
    const mq_feed_handler *handler;
    void *user;
    bool (*stop)(void);
    uint64_t asked;
    mq_buf key;                         /* scratch */
    struct batch batch[BATCHES];        /* the slots of the relay */
    mq_relay relay;
    mq_error *err;                      /* of the handler */
};

/* ---- taking ---- */

static mq_status take_item(const struct feed *f, const struct item *i)
{
    switch (i->type) {
    case ENTRY:
        return f->handler->entry(f->user, &i->entry, i->keys, f->err);
    case OCCURRENCE:
        return f->handler->occurrence(f->user, &i->occurrence, i->pair, i->line, f->err);
    default:
        return f->handler->left_out(f->user, &i->left_out, f->err);
    }
}

static mq_status take_batch(void *user, unsigned slot)
{
    struct feed *f = user;
    struct batch *b = &f->batch[slot];
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < b->n && !rc; i++)
        rc = take_item(f, &b->item[i]);
    return rc;
}

/* ---- filling ---- */

static struct batch *filling(struct feed *f)
{
    return &f->batch[mq_relay_slot(&f->relay)];
}

static void empty(struct batch *b)
{
    b->n = b->bytes = 0;
    mq_arena_clear(&b->mem);
}

static mq_status hand_over(struct feed *f)
{
    const mq_status rc = mq_relay_pass(&f->relay);

    empty(filling(f));
    return rc;
}

static struct item *new_item(struct feed *f)
{
    struct batch *b = filling(f);

    return &b->item[b->n++];
}

static mq_status item_done(struct feed *f, mq_error *err)
{
    const struct batch *b = filling(f);

    if (b->no_memory)
        return mq_fail(err, MQ_ENOMEM, "no memory to read a file");
    if (f->stop && f->asked++ % ASK_EVERY == 0 && f->stop())
        return mq_fail(err, MQ_ESTOPPED, "stopped");
    return b->n == ITEMS || b->bytes >= BYTES ? hand_over(f) : MQ_OK;
}

/* ---- copies ---- */

static void *room(struct batch *b, size_t n)
{
    void *p = mq_arena_alloc(&b->mem, n);

    b->no_memory = b->no_memory || !p;
    b->bytes += n;
    return p;
}

static void copy(struct batch *b, mq_str *s)
{
    char *p = s->n ? room(b, s->n) : NULL;

    if (p)
        memcpy(p, s->p, s->n);
    *s = p ? (mq_str){ p, s->n } : MQ_STR("");
}

static void copy_term(struct batch *b, mq_entry_term *t)
{
    mq_str *const texts[] = { &t->text, &t->tag, &t->region, &t->pos, &t->gender, &t->number, &t->plural, &t->note };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        copy(b, texts[i]);
}

mq_lang mq_feed_lang(const mq_entry_term *t)
{
    return t->lang == MQ_LANG_UND && mq_has_arabic(t->text) ? MQ_LANG_AR : t->lang;
}

static void copy_terms(struct feed *f, struct batch *b, struct item *item)
{
    const size_t n = item->entry.nterms;
    mq_entry_term *terms = n ? room(b, n * sizeof *terms) : NULL;
    mq_str *keys = n ? room(b, n * sizeof *keys) : NULL;

    for (size_t i = 0; i < n && terms && keys; i++) {
        terms[i] = item->entry.terms[i];
        copy_term(b, &terms[i]);
        mq_buf_clear(&f->key);
        keys[i] = mq_term_key(&f->key, terms[i].text, mq_feed_lang(&terms[i]), NULL) ? MQ_STR("") : mq_buf_str(&f->key);
        copy(b, &keys[i]);
    }
    item->entry.terms = terms;
    item->keys = keys;
}

static void copy_contexts(struct batch *b, mq_entry *e)
{
    mq_context *contexts = e->ncontexts ? room(b, e->ncontexts * sizeof *contexts) : NULL;

    for (size_t i = 0; i < e->ncontexts && contexts; i++) {
        contexts[i] = e->contexts[i];
        copy(b, &contexts[i].text);
        copy(b, &contexts[i].source);
    }
    e->contexts = contexts;
}

/* ---- what the reader gives ---- */

static mq_status on_entry(void *user, const mq_entry *e, mq_error *err)
{
    struct feed *f = user;
    struct batch *b = filling(f);
    struct item *item = new_item(f);
    mq_entry *to = &item->entry;
    mq_str *const texts[] = { &to->id, &to->definition, &to->domain, &to->source, &to->note };

    item->type = ENTRY;
    *to = *e;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        copy(b, texts[i]);
    copy_terms(f, b, item);
    copy_contexts(b, to);
    return item_done(f, err);
}

static mq_status on_occurrence(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err)
{
    struct feed *f = user;
    struct batch *b = filling(f);
    struct item *item = new_item(f);
    mq_occurrence *to = &item->occurrence;
    mq_str *const texts[] = { &to->doc, &to->ar, &to->term, &to->la, &to->context };

    item->type = OCCURRENCE;
    *to = *o;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        copy(b, texts[i]);
    item->pair = pair;
    item->line = line;
    return item_done(f, err);
}

static mq_status on_left_out(void *user, const mq_left_out *x, mq_error *err)
{
    struct feed *f = user;
    struct item *item = new_item(f);

    item->type = LEFT_OUT;
    item->left_out = *x;
    copy(filling(f), &item->left_out.what);
    return item_done(f, err);
}

/* ---- a file ---- */

/* What is left goes to the handler; its failure, or that of the reading. */
static mq_status finish(struct feed *f, mq_status reading, const mq_error *why)
{
    const mq_status rc = mq_relay_end(&f->relay, filling(f)->n > 0);

    if (!rc && reading && f->err)
        *f->err = *why;
    return rc ? rc : reading;
}

mq_status mq_feed_file(const char *path, const mq_exchange_reading *how, const mq_feed_handler *handler, void *user, bool (*stop)(void),
                       mq_exchange_info *info, mq_error *err)
{
    static const mq_exchange_handler reader = { .entry = on_entry, .occurrence = on_occurrence, .left_out = on_left_out };
    struct feed *f = calloc(1, sizeof *f);
    mq_error why = { .code = MQ_OK };
    mq_status rc;

    if (!f)
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", path);
    f->handler = handler;
    f->user = user;
    f->stop = stop;
    f->err = err;
    mq_relay_init(&f->relay, BATCHES, take_batch, f);
    rc = finish(f, mq_exchange_read(path, how, &reader, f, info, &why), &why);
    mq_relay_release(&f->relay);
    for (size_t i = 0; i < BATCHES; i++)
        mq_arena_release(&f->batch[i].mem);
    mq_buf_release(&f->key);
    free(f);
    return rc;
}
