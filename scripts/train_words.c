/* train_words.c - see train_words.h. The list is in the order of bytes, so that it does not depend on that of the sentences. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "die.h"
#include "train_words.h"

static bool make_room(struct train_words *w, uint32_t number)
{
    const size_t room = 2 * (size_t)number + 1024;
    size_t *units = reallocarray(w->units, room, sizeof *units), *last;

    if (!units)
        return false;
    w->units = units;
    last = reallocarray(w->last, room, sizeof *last);
    if (!last)
        return false;
    w->last = last;
    memset(units + w->room, 0, (room - w->room) * sizeof *units);
    memset(last + w->room, 0, (room - w->room) * sizeof *last);
    w->room = room;
    return true;
}

void train_words_take(void *user, unsigned slot, mq_str word)
{
    struct train_words *w = user;
    mq_buf key = MQ_BUF_INIT;
    uint32_t k;

    if (!word.n)
        return;
    mq_buf_addf(&key, "%s\t%.*s", mq_slot_name(slot), (int)word.n, word.p);
    k = key.status ? 0 : mq_number_of(&w->numbers, mq_hash(mq_buf_str(&key)), mq_buf_str(&key));
    mq_buf_release(&key);
    if (!k || (k >= w->room && !make_room(w, k))) {
        w->no_memory = true;
        return;
    }
    if (w->last[k] != w->unit) {
        w->last[k] = w->unit;
        w->units[k]++;
    }
}

static void see_token(struct train_words *w, const mq_site *site, size_t i, unsigned slot, const mq_dicts *d)
{
    mq_tok *t = &site->s->tok[i];
    char sign[4] = { 0 };

    if (i >= site->s->n || (t->script != MQ_ARABIC && t->script != MQ_PUNCT))
        return;
    mq_tok_learn(t, d);
    train_words_take(w, slot, mq_tok_said(t, sign));
}

void train_words_see(struct train_words *w, const mq_site *site, const mq_dicts *d)
{
    w->unit++;
    for (size_t i = 0; i < site->n; i++) {
        const mq_candidate *c = &site->c[i];

        see_token(w, site, c->first, MQ_SAID_FIRST, d);
        see_token(w, site, c->last, MQ_SAID_LAST, d);
        for (size_t k = c->first + 1; k < c->last; k++)
            see_token(w, site, k, MQ_SAID_INNER, d);
        see_token(w, site, c->first - 1, MQ_SAID_BEFORE, d);
        see_token(w, site, c->last + 1, MQ_SAID_BEHIND, d);
    }
    mq_lexical_unit(site->s, &site->u, train_words_take, w);
}

static int by_text(const void *a, const void *b)
{
    const mq_str *x = a, *y = b;
    const int order = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);

    return order ? order : x->n < y->n ? -1 : x->n > y->n;
}

void train_words_build(struct train_words *w, size_t least, mq_buf *image, mq_buf *list)
{
    mq_str *kept = need(calloc(w->numbers.n + 1, sizeof *kept));
    mq_error err;
    size_t n = 0;

    if (w->no_memory)
        die("no memory for words");
    for (uint32_t k = 1; k <= w->numbers.n; k++)
        if (w->units[k] >= least)
            kept[n++] = mq_numbered(&w->numbers, k);
    qsort(kept, n, sizeof *kept, by_text);
    for (size_t i = 0; i < n; i++) {
        mq_buf_add(list, kept[i].p, kept[i].n);
        mq_buf_addc(list, '\n');
    }
    free(kept);
    if (list->status)
        die("no memory for words");
    if (mq_lexical_build(image, mq_buf_str(list), &err))
        die(err.msg);
}

void train_words_release(struct train_words *w)
{
    mq_numbering_release(&w->numbers);
    free(w->units);
    free(w->last);
    *w = (struct train_words){ .unit = 0 };
}
