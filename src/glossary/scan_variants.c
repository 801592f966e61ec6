/* scan_variants.c - see scan_variants.h. */
#include <string.h>

#include <muqabil/text.h>

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

/* Tells stem + ending if it is a noun that can be rendered so; *told says whether. */
static mq_status consider(const struct variants *v, mq_str stem, mq_str ending, bool *told)
{
    mq_buf word = MQ_BUF_INIT, key = MQ_BUF_INIT;
    mq_sense sense = MQ_SENSE_UNKNOWN;
    mq_status rc;

    mq_buf_addstr(&word, stem);
    mq_buf_addstr(&word, ending);
    rc = word.status ? word.status : mq_fold(&key, mq_buf_str(&word), MQ_FOLD_SEARCH, NULL);
    if (!rc && mq_word_kinds(mq_buf_str(&key)) & MQ_WORD_NOUN)
        rc = mq_sense_of(&sense, v->senses, mq_buf_str(&word), v->la, v->lang);
    *told = !rc && sense >= MQ_SENSE_SECOND;
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
        rc = consider(v, stem, TEH_MARBUTA, &told);
        return rc || told ? rc : consider(v, stem, MQ_STR(""), &told);
    }
    if (ends_with(word, TEH_MARBUTA))
        stem.n -= TEH_MARBUTA.n;
    rc = consider(v, stem, ALEF_TEH, &told);
    return rc || !ends_with(word, YEH) ? rc : consider(v, stem, TEH_MARBUTA, &told);
}

mq_status mq_scan_variants(const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang, mq_status (*fn)(void *user, mq_str term), void *user)
{
    const struct variants v = { senses, la, lang, fn, user };
    mq_buf word = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    if (ar.n && memchr(ar.p, ' ', ar.n))
        return MQ_OK;
    rc = mq_fold(&word, ar, MQ_FOLD_DISPLAY, NULL);
    if (!rc && word.n)
        rc = consider_all(&v, mq_buf_str(&word));
    mq_buf_release(&word);
    return rc;
}
