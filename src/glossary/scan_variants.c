/* scan_variants.c - see scan_variants.h. */
#include <string.h>

#include <muqabil/text.h>

#include "base/tsv.h"
#include "glossary/scan_variants.h"
#include "text/words.h"

#define TEH_MARBUTA MQ_STR("\u0629")
#define ALEF_TEH MQ_STR("\u0627\u062A")
#define YEH MQ_STR("\u064A")

struct variants {
    const mq_senses *senses;
    mq_str la;
    mq_lang lang;
    mq_status (*fn)(void *, mq_str);
    void *user;
};

static bool ends_with(mq_str s, mq_str end)
{
    return s.n > end.n && memcmp(s.p + s.n - end.n, end.p, end.n) == 0;
}

/* Tells stem + ending if it is a noun that is rendered so, at least that usually; *told says whether. */
static mq_status consider(const struct variants *v, mq_str stem, mq_str ending, mq_sense least, bool *told)
{
    mq_buf word = MQ_BUF_INIT, key = MQ_BUF_INIT;
    mq_sense sense = MQ_SENSE_UNKNOWN;
    mq_status rc;

    mq_buf_addstr(&word, stem);
    mq_buf_addstr(&word, ending);
    rc = word.status ? word.status : mq_fold(&key, mq_buf_str(&word), MQ_FOLD_SEARCH, NULL);
    if (!rc && mq_word_kinds(mq_buf_str(&key)) & MQ_WORD_NOUN)
        rc = mq_sense_of(&sense, v->senses, mq_buf_str(&word), v->la, v->lang);
    *told = !rc && sense >= least;
    if (*told)
        rc = v->fn(v->user, mq_buf_str(&word));
    mq_buf_release(&word);
    mq_buf_release(&key);
    return rc;
}

static mq_status consider_all(const struct variants *v, mq_str word)
{
    mq_str stem = word;
    bool told;
    mq_status rc;

    if (ends_with(word, ALEF_TEH)) {
        stem.n -= ALEF_TEH.n;
        rc = consider(v, stem, TEH_MARBUTA, MQ_SENSE_SECOND, &told);
        return rc || told ? rc : consider(v, stem, MQ_STR(""), MQ_SENSE_SECOND, &told);
    }
    if (ends_with(word, TEH_MARBUTA))
        stem.n -= TEH_MARBUTA.n;
    rc = consider(v, stem, ALEF_TEH, MQ_SENSE_SECOND, &told);
    return rc || !ends_with(word, YEH) ? rc : consider(v, stem, TEH_MARBUTA, MQ_SENSE_SECOND, &told);
}

/* A glossary keeps the words of the same letters together, as the first one was written: غَيَّرَ, which is a verb, also for غَيْر, third party. */
static mq_status consider_unvowelled(const struct variants *v, mq_str word)
{
    enum { FOUR = 8 };
    bool told;

    return word.n <= FOUR ? consider(v, word, MQ_STR(""), MQ_SENSE_FIRST, &told) : MQ_OK;
}

/* Takes the next of the words that / parts, without the blanks around it; false at the end and before several words. */
static bool next_part(mq_str *word, mq_str *rest)
{
    if (!mq_split(word, rest, '/'))
        return false;
    while (word->n && word->p[0] == ' ')
        *word = (mq_str){ word->p + 1, word->n - 1 };
    while (word->n && word->p[word->n - 1] == ' ')
        word->n--;
    return word->n && !memchr(word->p, ' ', word->n);
}

/* إخطار/ إبلاغ, but not بنية/ هيكل المنتج. */
static bool is_word_or_word(mq_str s)
{
    mq_str word = MQ_STR("");

    if (!memchr(s.p, '/', s.n))
        return false;
    while (next_part(&word, &s))
        ;
    return word.n && s.n == 0 && !memchr(word.p, ' ', word.n);
}

static mq_status consider_parts(const struct variants *v, mq_str words)
{
    mq_str word;
    bool told;
    mq_status rc = MQ_OK;

    while (!rc && next_part(&word, &words))
        rc = consider(v, word, MQ_STR(""), MQ_SENSE_FIRST, &told);
    return rc;
}

mq_status mq_scan_variants(const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang, mq_status (*fn)(void *user, mq_str term), void *user)
{
    const struct variants v = { senses, la, lang, fn, user };
    mq_buf word = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    if (ar.n && is_word_or_word(ar))
        return consider_parts(&v, ar);
    if (ar.n && memchr(ar.p, ' ', ar.n))
        return MQ_OK;
    rc = mq_fold(&word, ar, MQ_FOLD_DISPLAY, NULL);
    if (!rc && word.n)
        rc = consider_all(&v, mq_buf_str(&word));
    if (!rc && word.n < ar.n)
        rc = consider_unvowelled(&v, mq_buf_str(&word));
    mq_buf_release(&word);
    return rc;
}
