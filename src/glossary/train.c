/*
 * glossary/train.c - learns from the pairs that a person accepted or imported, for later mining into the same glossary.
 *
 * 1. All accepted and preferred pairs are read, in the order of their keys, so that the same pairs teach the same whatever their ids.
 * 2. Each gives a known term: the keys of its two sides. Each that is no acronym and no transliteration gives a pair of phrases to the bitext of its language.
 * 3. Model 1 (lexicon/model1.h) links words. French and English are learned apart: a word would have to share its probability between them.
 * 4. Links that both directions believe are kept, at most RENDERINGS for a stem, and written with the terms in one transaction, in place of the old ones.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "base/grow.h"
#include "glossary/numbering.h"
#include "glossary/phrase.h"
#include "lexicon/learned.h"
#include "lexicon/model1.h"
#include "store/learned.h"

enum { RENDERINGS = 24, ASK_EVERY = 1024, LANGS = 2 };

struct term { uint64_t ar, la; };

/* A link that is kept. */
struct kept {
    uint32_t ar, la;
    unsigned langs;
    float forth, back;
};

struct training {
    const mq_train_job *job;
    mq_train_totals *totals;
    mq_error *err;
    mq_phrase ar, la;
    mq_numbering stems, words;
    mq_bitext text[LANGS];       /* French, English */
    struct term *terms;
    size_t nterms, terms_cap;
    struct kept *kept;
    size_t nkept;
};

static const unsigned lang_bits[LANGS] = { MQ_RENDERING_FR, MQ_RENDERING_EN };

static mq_status no_memory(struct training *t)
{
    return mq_fail(t->err, MQ_ENOMEM, "no memory for training");
}

/* ---- reading ---- */

static bool keep_term(struct training *t)
{
    if (!MQ_ROOM(t->terms, t->nterms, t->terms_cap, 4096))
        return false;
    t->terms[t->nterms++] = (struct term){ t->ar.key, t->la.key };
    return true;
}

/* An imported acronym need not be marked as one: a word of capitals says no word. */
static bool is_acronym(const mq_pair *p)
{
    size_t capitals = 0;

    for (size_t i = 0; i < p->la.n; i++) {
        if (p->la.p[i] == ' ' || (p->la.p[i] >= 'a' && p->la.p[i] <= 'z'))
            return false;
        capitals += p->la.p[i] >= 'A' && p->la.p[i] <= 'Z';
    }
    return capitals > 1;
}

/* The numbers of the content words; false when there is no memory. */
static bool number(uint32_t out[MQ_PHRASE_MOST], size_t *n, mq_numbering *v, const mq_phrase *p)
{
    *n = 0;
    for (size_t i = 0; i < p->n; i++)
        if (p->word[i].content && !(out[(*n)++] = mq_number_of(v, p->word[i].hash, p->word[i].text)))
            return false;
    return true;
}

static mq_status add_phrases(struct training *t, const mq_pair *p)
{
    uint32_t ar[MQ_PHRASE_MOST], la[MQ_PHRASE_MOST];
    size_t nar, nla;

    if (p->kind != MQ_KIND_TRANSLATION || (p->lang != MQ_LANG_FR && p->lang != MQ_LANG_EN) || is_acronym(p))
        return MQ_OK;
    if (!number(ar, &nar, &t->stems, &t->ar) || !number(la, &nla, &t->words, &t->la))
        return no_memory(t);
    if (mq_bitext_add(&t->text[p->lang == MQ_LANG_EN], ar, nar, la, nla))
        t->totals->phrases++;
    return MQ_OK;
}

static mq_status ask(struct training *t)
{
    if (t->job->progress)
        t->job->progress(t->job->user, t->totals);
    return t->job->stop && t->job->stop(t->job->user) ? mq_fail(t->err, MQ_ESTOPPED, "interrupted") : MQ_OK;
}

static mq_status on_pair(void *user, const mq_pair *p)
{
    struct training *t = user;
    mq_status rc = t->totals->pairs++ % ASK_EVERY == 0 ? ask(t) : MQ_OK;

    if (!rc)
        rc = mq_phrase_arabic(&t->ar, p->ar, t->err);
    if (!rc)
        rc = mq_phrase_latin(&t->la, p->la, t->err);
    if (!rc && t->ar.key && t->la.key && !keep_term(t))
        rc = no_memory(t);
    return rc ? rc : add_phrases(t, p);
}

static mq_status read_pairs(struct training *t, mq_store *s)
{
    const mq_list_query q = { .statuses = MQ_STATUS_KNOWN, .order = MQ_ORDER_ALPHA };

    return mq_store_list(s, &q, on_pair, t, t->err);
}

/* ---- choosing ---- */

static double strength(const struct kept *k)
{
    return sqrt((double)k->forth * (double)k->back);
}

/* By stem and word; a word of both languages then stands beside itself. */
static int by_words(const void *x, const void *y)
{
    const struct kept *a = x, *b = y;

    if (a->ar != b->ar)
        return a->ar < b->ar ? -1 : 1;
    return a->la < b->la ? -1 : a->la > b->la ? 1 : (int)a->langs - (int)b->langs;
}

/* By stem, the strongest first. */
static int by_strength(const void *x, const void *y)
{
    const struct kept *a = x, *b = y;
    const double p = strength(a), q = strength(b);

    if (a->ar != b->ar)
        return a->ar < b->ar ? -1 : 1;
    return p > q ? -1 : p < q ? 1 : by_words(a, b);
}

static void join_languages(struct training *t)
{
    size_t out = 0;

    qsort(t->kept, t->nkept, sizeof *t->kept, by_words);
    for (size_t i = 0; i < t->nkept; i++) {
        struct kept *last = out ? &t->kept[out - 1] : NULL;

        if (last && last->ar == t->kept[i].ar && last->la == t->kept[i].la) {
            const unsigned langs = last->langs | t->kept[i].langs;

            if (strength(&t->kept[i]) > strength(last))
                *last = t->kept[i];
            last->langs = langs;
        } else {
            t->kept[out++] = t->kept[i];
        }
    }
    t->nkept = out;
}

static void cut_lists(struct training *t)
{
    size_t out = 0, of_stem = 0;

    qsort(t->kept, t->nkept, sizeof *t->kept, by_strength);
    for (size_t i = 0; i < t->nkept; i++) {
        of_stem = i && t->kept[i].ar == t->kept[i - 1].ar ? of_stem + 1 : 0;
        if (of_stem < RENDERINGS)
            t->kept[out++] = t->kept[i];
    }
    t->nkept = out;
}

/* Adds the links of one language that are worth it. */
static mq_status learn_language(struct training *t, unsigned lang)
{
    mq_word_link *link;
    size_t n;
    mq_status rc = mq_bitext_learn(&t->text[lang], &link, &n, t->err);
    struct kept *more = rc || !n ? NULL : realloc(t->kept, (t->nkept + n) * sizeof *more);

    if (!rc && n && !more)
        rc = no_memory(t);
    t->kept = more ? more : t->kept;
    for (size_t i = 0; !rc && i < n; i++) {
        const struct kept k = { link[i].left, link[i].right, lang_bits[lang], link[i].forth, link[i].back };

        if (strength(&k) >= MQ_LEARNED_LEAST / 100.0)
            t->kept[t->nkept++] = k;
    }
    free(link);
    return rc;
}

static mq_status learn(struct training *t)
{
    mq_status rc = MQ_OK;

    for (unsigned lang = 0; !rc && lang < LANGS; lang++) {
        rc = ask(t);
        if (!rc)
            rc = learn_language(t, lang);
    }
    if (rc)
        return rc;
    if (t->nkept) {
        join_languages(t);
        cut_lists(t);
    }
    t->totals->stems = t->stems.n;
    t->totals->words = t->words.n;
    return MQ_OK;
}

/* ---- writing ---- */

static int by_keys(const void *x, const void *y)
{
    const struct term *a = x, *b = y;

    if (a->la != b->la) /* the order of their rows, whose keys are signed */
        return (int64_t)a->la < (int64_t)b->la ? -1 : 1;
    return (int64_t)a->ar < (int64_t)b->ar ? -1 : a->ar != b->ar;
}

static mq_status write_terms(struct training *t, mq_store *s)
{
    mq_status rc = MQ_OK;

    if (t->nterms)
        qsort(t->terms, t->nterms, sizeof *t->terms, by_keys);
    for (size_t i = 0; !rc && i < t->nterms; i++) {
        if (i && by_keys(&t->terms[i - 1], &t->terms[i]) == 0)
            continue;
        rc = mq_store_learn_term(s, t->terms[i].ar, t->terms[i].la, t->err);
        t->totals->terms++;
    }
    return rc;
}

static mq_status write_words(struct training *t, mq_store *s)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; !rc && i < t->nkept; i++) {
        const struct kept *k = &t->kept[i];
        const mq_learned_word w = { mq_numbered(&t->stems, k->ar), mq_numbered(&t->words, k->la), k->langs, (double)k->forth, (double)k->back };

        rc = mq_store_learn_word(s, &w, t->err);
    }
    t->totals->translations = t->nkept;
    return rc;
}

static mq_status write_all(struct training *t, mq_store *s)
{
    mq_status rc = mq_store_unlearn(s, t->err);

    if (!rc)
        rc = write_terms(t, s);
    return rc ? rc : write_words(t, s);
}

mq_status mq_train(mq_store *s, const mq_train_job *job, mq_train_totals *totals, mq_error *err)
{
    struct training t = { .job = job, .totals = totals, .err = err };
    mq_status rc;

    *totals = (mq_train_totals){ .pairs = 0 };
    rc = mq_store_begin(s, err); /* nobody changes the pairs meanwhile */
    if (!rc)
        rc = read_pairs(&t, s);
    if (!rc)
        rc = learn(&t);
    if (!rc)
        rc = write_all(&t, s);
    if (!rc)
        rc = mq_store_commit(s, err);
    else
        mq_store_rollback(s);
    mq_phrase_release(&t.ar);
    mq_phrase_release(&t.la);
    mq_numbering_release(&t.stems);
    mq_numbering_release(&t.words);
    for (unsigned i = 0; i < LANGS; i++)
        mq_bitext_release(&t.text[i]);
    free(t.terms);
    free(t.kept);
    return rc;
}
