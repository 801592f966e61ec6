/* terms.c - see terms.h: the index of terms. Finding and judging them is term_check.c. */
#include <stdlib.h>

#include <muqabil/text.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "spell/terms.h"

enum { LONGEST_TERM = 16 }; /* words; a longer one is hardly a term */

/* The words of a search key as hashes; 0 when there are none or too many. */
static uint32_t key_words(uint64_t **out, mq_terms *t, mq_str term, mq_lang lang)
{
    mq_buf key = MQ_BUF_INIT;
    uint64_t word[LONGEST_TERM];
    mq_str rest, w;
    uint32_t n = 0;

    if (!mq_search_key(&key, term, lang, NULL)) {
        rest = mq_buf_str(&key);
        while (n <= LONGEST_TERM && mq_split(&w, &rest, ' '))
            if (w.n && n++ < LONGEST_TERM)
                word[n - 1] = mq_hash(w);
    }
    mq_buf_release(&key);
    if (n > LONGEST_TERM)
        n = 0;
    *out = n ? mq_arena_alloc(&t->arena, n * sizeof **out) : NULL;
    if (*out)
        memcpy(*out, word, n * sizeof **out);
    return *out ? n : 0;
}

static bool add_entry(mq_terms *t, uint64_t hash, bool latin)
{
    if (!MQ_ROOM(t->entry, t->nentries, t->entries_cap, 256))
        return false;
    t->entry[t->nentries++] = (struct term_entry){ hash, (uint32_t)t->n, latin };
    return true;
}

static uint64_t same_of(const mq_pair *p, const uint64_t *la_word, uint32_t nla)
{
    uint64_t h = p->concept > 0 ? (uint64_t)p->concept : 0x9E3779B97F4A7C15ULL;

    for (uint32_t i = 0; p->concept <= 0 && i < nla; i++)
        h = (h ^ la_word[i]) * 0x9FB21C651E98DF25ULL;
    return h;
}

mq_status mq_terms_add(mq_terms *t, const mq_pair *p, mq_error *err)
{
    struct term term = { .status = p->status };

    if (!MQ_ROOM(t->term, t->n, t->cap, 256))
        return mq_fail(err, MQ_ENOMEM, "no memory for the terms");
    term.nar = key_words(&term.ar_word, t, p->ar, MQ_LANG_AR);
    term.nla = key_words(&term.la_word, t, p->la, p->lang);
    if (!term.nar || !term.nla)
        return MQ_OK;
    term.ar = mq_arena_copy(&t->arena, p->ar);
    term.la = mq_arena_copy(&t->arena, p->la);
    term.source = mq_arena_copy(&t->arena, p->source);
    term.same = same_of(p, term.la_word, term.nla);
    if (!term.ar.p || !term.la.p || !term.source.p || !add_entry(t, term.ar_word[0], false) || !add_entry(t, term.la_word[0], true))
        return mq_fail(err, MQ_ENOMEM, "no memory for the terms");
    t->term[t->n++] = term;
    return MQ_OK;
}

static int by_hash(const void *x, const void *y)
{
    const struct term_entry *a = x, *b = y;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->term > b->term) - (a->term < b->term);
}

static int by_sameness(const void *x, const void *y)
{
    const struct term *a = *(const struct term *const *)x, *b = *(const struct term *const *)y;

    if (a->same != b->same)
        return a->same < b->same ? -1 : 1;
    return (a > b) - (a < b);
}

/* Numbers the groups and finds what is wanted in each. */
static bool make_groups(mq_terms *t)
{
    struct term **order = calloc(t->n, sizeof *order);

    t->wanted = calloc(t->n, sizeof *t->wanted);
    for (size_t i = 0; order && i < t->n; i++)
        order[i] = &t->term[i];
    if (order && t->wanted) {
        qsort(order, t->n, sizeof *order, by_sameness);
        for (size_t i = 0; i < t->n; i++) {
            struct term *term = order[i];
            uint32_t *wanted;

            t->ngroups += i == 0 || term->same != order[i - 1]->same;
            term->group = t->ngroups - 1;
            wanted = &t->wanted[term->group];
            if ((term->status == MQ_PREFERRED && (!*wanted || t->term[*wanted - 1].status != MQ_PREFERRED)) || (term->status == MQ_ACCEPTED && !*wanted))
                *wanted = (uint32_t)(term - t->term) + 1;
        }
    }
    free(order);
    return order && t->wanted;
}

mq_status mq_terms_seal(mq_terms *t, mq_error *err)
{
    if (t->nentries)
        qsort(t->entry, t->nentries, sizeof *t->entry, by_hash);
    return t->n == 0 || make_groups(t) ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for the terms");
}

void mq_terms_release(mq_terms *t)
{
    mq_arena_release(&t->arena);
    free(t->term);
    free(t->entry);
    free(t->wanted);
}
