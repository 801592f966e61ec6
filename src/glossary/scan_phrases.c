/* scan_phrases.c - see scan_phrases.h. */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "glossary/scan_phrases.h"
#include "lexicon/phrases.h"

struct mq_set_phrase {
    uint64_t noun;    /* mq_hash */
    mq_str text, renderings;
    mq_phrase_words of;
    bool out;
};

static int by_noun(const void *x, const void *y)
{
    const struct mq_set_phrase *a = x, *b = y;

    return a->noun < b->noun ? -1 : a->noun > b->noun;
}

mq_status mq_scan_phrases_load(mq_scan_phrases *p, mq_error *err)
{
    mq_phrase row;
    mq_str image, rest;
    const mq_status rc = mq_dict_image(&image, &mq_dict_phrases, err);
    size_t n = 0;

    if (rc)
        return rc;
    for (rest = image; mq_phrase_next(&row, &rest);)
        n++;
    p->phrase = calloc(n + 1, sizeof *p->phrase);
    if (!p->phrase)
        return mq_fail(err, MQ_ENOMEM, "no memory for the set phrases");
    for (rest = image; mq_phrase_next(&row, &rest);)
        p->phrase[p->n++] = (struct mq_set_phrase){ mq_hash(row.noun), row.text, row.renderings, { .first = row.first, .words = row.words }, false };
    qsort(p->phrase, p->n, sizeof *p->phrase, by_noun);
    return MQ_OK;
}

void mq_scan_phrases_release(mq_scan_phrases *p)
{
    free(p->phrase);
    *p = (mq_scan_phrases)MQ_SCAN_PHRASES_INIT;
}

mq_status mq_scan_phrases_note(mq_scan_phrases *p, mq_str ar, mq_str la, bool decided)
{
    mq_buf key = MQ_BUF_INIT;
    struct mq_set_phrase want, *s;
    mq_status rc;

    if (!p->n || memchr(ar.p, ' ', ar.n))
        return MQ_OK;
    rc = mq_fold(&key, ar, MQ_FOLD_SEARCH, NULL);
    want.noun = mq_hash(mq_buf_str(&key));
    s = rc ? NULL : bsearch(&want, p->phrase, p->n, sizeof *p->phrase, by_noun);
    while (s && s > p->phrase && s[-1].noun == want.noun)
        s--;
    for (; s && !rc && s < p->phrase + p->n && s->noun == want.noun; s++) {
        bool shared = decided;

        if (!shared)
            rc = mq_senses_share(&shared, s->renderings, la);
        s->out = s->out || shared;
    }
    mq_buf_release(&key);
    return rc;
}

mq_status mq_scan_phrases_add(const mq_scan_phrases *p, mq_matcher *m, mq_error *err)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < p->n && !rc; i++)
        if (!p->phrase[i].out)
            rc = mq_matcher_add_phrase(m, p->phrase[i].text, p->phrase[i].of, err);
    return rc;
}
