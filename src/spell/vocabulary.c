/*
 * vocabulary.c - the words and terms of a project. Arabic ones become a dictionary of stems over dict/ar.aff: a word of a term is taken to inflect in all
 * the ways its ending allows, because a glossary rarely says what part of speech a word is. A word that was added as such stands as it is.
 */
#include <stdlib.h>

#include <muqabil/text.h>

#include "spell/affix.h"
#include "spell/recognise.h"
#include "spell/vocabulary.h"

/* The first line of a dictionary: how many stems follow; nobody believes it. */
static const char no_stems[] = "0\n";

mq_status mq_vocabulary_new(mq_vocabulary **out, mq_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return mq_fail(err, MQ_ENOMEM, "no memory for a vocabulary");
    mq_buf_addz(&(*out)->dic, no_stems);
    return MQ_OK;
}

void mq_vocabulary_free(mq_vocabulary *v)
{
    if (!v)
        return;
    mq_buf_release(&v->dic);
    mq_affix_free(v->stems);
    mq_terms_release(&v->terms);
    free(v->stem);
    free(v->latin);
    free(v);
}

static mq_status told(const mq_vocabulary *v, mq_error *err)
{
    return v->dic.status ? mq_fail(err, MQ_ENOMEM, "no memory for a vocabulary") : MQ_OK;
}

static void add_stem(mq_vocabulary *v, const mq_letters *stem, const char *classes)
{
    if (stem->n < 2)
        return;
    mq_letters_write(&v->dic, stem);
    mq_buf_addf(&v->dic, "/%s\n", classes);
}

static const char *classes_of(const mq_letters *stem)
{
    switch (stem->n ? stem->c[stem->n - 1] : 0) {
    case MQ_L_TEH_MARBUTA: return "Nf";
    case MQ_L_ALEF_MAKSURA: return "Ni";
    case MQ_L_HAMZA: return "NhNa";
    default: return "NaNmNpAd";
    }
}

/* و ف, ب ل ك and the article away when the article is there: what is left is a noun for sure. Returns the letters to skip. */
static unsigned article_end(const mq_letters *w)
{
    unsigned at = 0;

    if (mq_letters_starts(w, 0, MQ_L_WAW) || mq_letters_starts(w, 0, MQ_L_FEH))
        at = 1;
    if (mq_letters_starts(w, at, MQ_L_LAM) && mq_letters_starts(w, at + 1, MQ_L_LAM))
        return at + 2;
    if (mq_letters_starts(w, at, MQ_L_BEH) || mq_letters_starts(w, at, MQ_L_KAF))
        at++;
    return mq_letters_starts(w, at, MQ_L_ALEF) && mq_letters_starts(w, at + 1, MQ_L_LAM) ? at + 2 : 0;
}

/* A word of a term in all its forms. */
static void add_inflected(mq_vocabulary *v, mq_str word)
{
    mq_letters w, stem = { .n = 0 };
    unsigned skip;

    if (!mq_letters_read(&w, word, NULL))
        return;
    add_stem(v, &w, "Nr");
    skip = article_end(&w);
    if (w.n >= skip + 3) {
        (void)mq_letters_append(&stem, w.c + skip, w.n - skip);
        add_stem(v, &stem, classes_of(&stem));
    }
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

static void add_latin(mq_vocabulary *v, mq_str word)
{
    mq_buf key = MQ_BUF_INIT;
    uint64_t *more = reallocarray(v->latin, v->nlatin + 1, sizeof *more);

    if (!more || mq_fold(&key, word, MQ_FOLD_SEARCH, NULL)) {
        v->dic.status = MQ_ENOMEM;
    } else {
        v->latin = more;
        v->latin[v->nlatin++] = mq_hash(mq_buf_str(&key));
    }
    mq_buf_release(&key);
}

/* Calls for each word of a phrase. */
static void add_words(mq_vocabulary *v, mq_str phrase, bool inflected)
{
    mq_token t;
    size_t at = 0;

    while (mq_token_next(&t, phrase, &at)) {
        const mq_str word = { phrase.p + t.start, t.end - t.start };
        mq_letters w;

        if (t.script == MQ_LATIN)
            add_latin(v, word);
        else if (t.script == MQ_ARABIC && inflected)
            add_inflected(v, word);
        else if (t.script == MQ_ARABIC && mq_letters_read(&w, word, NULL))
            add_stem(v, &w, "Nr");
    }
}

mq_status mq_vocabulary_add_word(mq_vocabulary *v, mq_str word, mq_error *err)
{
    add_words(v, word, false);
    return told(v, err);
}

mq_status mq_vocabulary_add_pair(mq_vocabulary *v, const mq_pair *p, mq_error *err)
{
    if (p->status == MQ_ACCEPTED || p->status == MQ_PREFERRED || p->status == MQ_DEPRECATED) {
        const mq_status rc = mq_terms_add(&v->terms, p, err);

        if (rc)
            return rc;
    }
    if (p->status != MQ_ACCEPTED && p->status != MQ_PREFERRED)
        return MQ_OK;
    add_words(v, p->ar, true);
    add_words(v, p->plural, true);
    add_words(v, p->la, true);
    return told(v, err);
}

mq_status mq_vocabulary_seal(mq_vocabulary *v, mq_error *err)
{
    const bool has_stems = v->dic.n > sizeof no_stems - 1;
    mq_str aff;
    mq_status rc = MQ_OK;

    if (v->sealed)
        return MQ_OK;
    v->sealed = true;
    rc = mq_terms_seal(&v->terms, err);
    if (!rc && has_stems)
        rc = mq_dict_image(&aff, &mq_dict_ar_aff, err);
    if (!rc && has_stems)
        rc = mq_affix_new(&v->stems, aff, mq_buf_str(&v->dic), err);
    if (!rc && has_stems)
        rc = mq_vocabulary_index(v, err);
    if (v->nlatin)
        qsort(v->latin, v->nlatin, sizeof *v->latin, by_value);
    return rc;
}

bool mq_vocabulary_knows(const mq_vocabulary *v, const mq_letters *word)
{
    return v && v->stems && mq_affix_knows(v->stems, word);
}

bool mq_vocabulary_knows_latin(const mq_vocabulary *v, mq_str word)
{
    mq_buf key = MQ_BUF_INIT;
    bool known = false;

    if (v && v->nlatin && !mq_fold(&key, word, MQ_FOLD_SEARCH, NULL)) {
        const uint64_t h = mq_hash(mq_buf_str(&key));

        known = bsearch(&h, v->latin, v->nlatin, sizeof h, by_value) != NULL;
    }
    mq_buf_release(&key);
    return known;
}
