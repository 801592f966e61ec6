/*
 * lexical.c - see lexical.h. An image is the table of numbers, padded, and behind it the text of the list. Under one more slot, PLACES, the table has the set of the
 * Arabic slots that know a word: none, for nearly all words, so that one look is enough.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "mine/lexical.h"

enum { SHAPE_BYTES = 24, LEAST_STEM = 5, ENDING = 3, PLACES = MQ_SLOTS };

static const char *const names[MQ_SLOTS] = { "first", "last", "inner", "before", "behind", "word", "shape", "ending", "near" };

const char *mq_slot_name(unsigned slot)
{
    return names[slot];
}

unsigned mq_slot_of(mq_str name)
{
    unsigned slot = 0;

    while (slot < MQ_SLOTS && !mq_str_equal(name, mq_str_of(names[slot])))
        slot++;
    return slot;
}

static uint64_t key_of(unsigned slot, uint64_t hash)
{
    return hash + slot * 0x9E3779B97F4A7C15ULL;
}

uint32_t mq_lexical_find(mq_str lexical, unsigned slot, mq_str word)
{
    return lexical.n ? mq_table_find(lexical, key_of(slot, mq_hash(word))) : 0;
}

void mq_lexical_find_said(uint16_t said[MQ_SAID_SLOTS], mq_str lexical, uint64_t hash)
{
    memset(said, 0, MQ_SAID_SLOTS * sizeof *said);
    for (uint32_t places = lexical.n ? mq_table_find(lexical, key_of(PLACES, hash)) : 0; places; places &= places - 1) {
        const unsigned slot = (unsigned)__builtin_ctz(places);

        said[slot] = (uint16_t)mq_table_find(lexical, key_of(slot, hash));
    }
}

void mq_lexical_prefetch_said(mq_str lexical, uint64_t hash)
{
    if (lexical.n)
        mq_table_prefetch(lexical, key_of(PLACES, hash));
}

void mq_lexical_number(void *user, unsigned slot, mq_str word)
{
    const mq_lexical_numbers *to = user;
    const uint32_t number = mq_lexical_find(to->lexical, slot, word);

    if (number)
        to->note(to->user, number);
}

/* ---- the image ---- */

/* Adds the sets of slots to the table. */
static void add_places(mq_table_list *all, mq_table_list *places)
{
    if (places->e)
        places->n = mq_table_unite(places->e, places->n);
    for (size_t i = 0; places->e && i < places->n; i++)
        mq_table_add(all, places->e[i].hash, places->e[i].value);
    all->no_memory |= places->no_memory;
    free(places->e);
}

mq_status mq_lexical_build(mq_buf *image, mq_str text, mq_error *err)
{
    mq_table_list all = { .e = NULL }, places = { .e = NULL };
    uint32_t n = 0;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const unsigned slot = mq_slot_of(t.column[0]);

        if (slot == MQ_SLOTS || t.n != 2 || n == MQ_MOST_LEXICAL)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "no place for '%.*s' among the words of the model", (int)t.column[0].n, t.column[0].p);
        else
            mq_table_add(&all, key_of(slot, mq_hash(t.column[1])), ++n);
        if (slot < MQ_SAID_SLOTS)
            mq_table_add(&places, key_of(PLACES, mq_hash(t.column[1])), 1U << slot);
    }
    add_places(&all, &places);
    rc = mq_table_finish(image, &all, "the words of the model", rc, err);
    if (!rc)
        mq_buf_add(image, text.p, text.n);
    return rc ? rc : image->status;
}

static mq_str list_of(mq_str lexical)
{
    const size_t n = mq_table_size(lexical);

    return (mq_str){ lexical.p + n, lexical.n - n };
}

void mq_lexical_name(mq_buf *out, mq_str lexical, uint32_t number)
{
    mq_tsv t = mq_tsv_of(list_of(lexical));

    for (uint32_t i = 0; i < number; i++)
        if (!mq_tsv_next(&t))
            return;
    mq_buf_addf(out, "%.*s=%.*s", (int)t.column[0].n, t.column[0].p, (int)t.column[1].n, t.column[1].p);
}

/* The rows of model.tsv that name a word: "word", slot=word, weight. */
static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_buf list = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_str word = t.column[1], slot;

        if (!mq_str_equal(t.column[0], MQ_STR("word")))
            continue;
        if (mq_split(&slot, &word, '='))
            mq_buf_addf(&list, "%.*s\t%.*s\n", (int)slot.n, slot.p, (int)word.n, word.p);
        else
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: a slot and a word are due", name); /* model.c has counted the row */
    }
    if (!rc)
        rc = list.status ? mq_fail(err, list.status, "no memory for the words of the model") : mq_lexical_build(image, mq_buf_str(&list), err);
    mq_buf_release(&list);
    return rc;
}

const mq_dict mq_dict_lexical = { "lexical", "model.tsv", compile };

/* ---- what there is to name ---- */

static char class_of(unsigned char c)
{
    if (c >= 'A' && c <= 'Z')
        return 'X';
    if ((c >= 'a' && c <= 'z') || c >= 0x80)
        return 'x';
    if (c <= ' ')
        return ' ';
    return c >= '0' && c <= '9' ? '9' : (char)c;
}

/* "Google Maps API v3" is "Xx Xx X x9": runs of one sort are written once. */
static mq_str shape_of(char out[SHAPE_BYTES], mq_str text)
{
    size_t n = 0;

    for (size_t i = 0; i < text.n && n < SHAPE_BYTES; i++) {
        const char c = class_of((unsigned char)text.p[i]);

        if (!n || c != out[n - 1])
            out[n++] = c;
    }
    return (mq_str){ out, n };
}

void mq_lexical_unit(const mq_segment *s, const mq_unit *u, mq_lexical_take *take, void *user)
{
    const uint32_t start = s->tok[u->first].start, end = s->tok[u->last].end;
    char shape[SHAPE_BYTES];

    for (unsigned i = 0; i < u->nwords; i++) {
        const mq_str word = { u->word[i].folded, u->word[i].n };

        take(user, MQ_SLOT_WORD, word);
        if (word.n >= LEAST_STEM)
            take(user, MQ_SLOT_ENDING, (mq_str){ word.p + word.n - ENDING, ENDING });
    }
    take(user, MQ_SLOT_SHAPE, shape_of(shape, (mq_str){ s->text.p + start, end - start }));
}
