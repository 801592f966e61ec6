/* phrases.c - see phrases.h. The image is lines of text: where the noun stands, phrase, noun, renderings, parted by TAB. */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/tsv.h"
#include "lexicon/phrases.h"

/* Whether the noun, folded, is to be seen in a word: صرف in بالصرف. */
static mq_status shows(bool *out, mq_str word, mq_str noun)
{
    mq_buf folded = MQ_BUF_INIT;
    const mq_status rc = mq_fold(&folded, word, MQ_FOLD_SEARCH, NULL);

    *out = !rc && noun.n && folded.n >= noun.n && memmem(folded.p, folded.n, noun.p, noun.n);
    mq_buf_release(&folded);
    return rc;
}

/* Appends the number of the word in which the noun stands and how many there are: 1, or all words and 0 for the first where it stands in none. */
static mq_status add_place(mq_buf *image, mq_str phrase, mq_str noun)
{
    unsigned n = 0;
    bool seen = false;
    mq_status rc = MQ_OK;

    for (mq_str word; !rc && !seen && mq_split(&word, &phrase, ' '); n++)
        rc = shows(&seen, word, noun);
    mq_buf_addf(image, "%u %u\t", seen ? n - 1 : 0, seen ? 1 : n);
    return rc;
}

static mq_status add_row(mq_buf *image, const mq_tsv *t)
{
    mq_buf noun = MQ_BUF_INIT;
    mq_status rc = mq_fold(&noun, t->column[1], MQ_FOLD_SEARCH, NULL);

    if (!rc)
        rc = add_place(image, t->column[0], mq_buf_str(&noun));
    mq_buf_addstr(image, t->column[0]);
    mq_buf_addc(image, '\t');
    mq_buf_addstr(image, mq_buf_str(&noun));
    mq_buf_addc(image, '\t');
    if (t->n == 3)
        mq_buf_addstr(image, t->column[2]);
    mq_buf_addc(image, '\n');
    mq_buf_release(&noun);
    return rc;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        if (t.n != 2 && t.n != 3)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 2 or 3 are due", name, t.n);
        rc = add_row(image, &t);
    }
    return rc || image->status ? mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name) : MQ_OK;
}

const mq_dict mq_dict_phrases = { "phrases", "phrases.tsv", compile };

bool mq_phrase_next(mq_phrase *out, mq_str *rest)
{
    mq_str line, place;
    char *end;

    if (!mq_split(&line, rest, '\n') || !mq_split(&place, &line, '\t') || !mq_split(&out->text, &line, '\t') || !mq_split(&out->noun, &line, '\t'))
        return false;
    out->first = (unsigned)strtoul(place.p, &end, 10);
    out->words = (unsigned)strtoul(end, NULL, 10);
    out->renderings = line;
    return true;
}
