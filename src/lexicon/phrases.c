/* phrases.c - see phrases.h. The image is lines of text: phrase, TAB, noun. */
#include <muqabil/text.h>

#include "base/tsv.h"
#include "lexicon/phrases.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        if (t.n != 2)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 2 are due", name, t.n);
        mq_buf_addstr(image, t.column[0]);
        mq_buf_addc(image, '\t');
        rc = mq_fold(image, t.column[1], MQ_FOLD_SEARCH, NULL);
        mq_buf_addc(image, '\n');
    }
    return rc || image->status ? mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name) : MQ_OK;
}

const mq_dict mq_dict_phrases = { "phrases", "phrases.tsv", compile };

bool mq_phrase_next(mq_str *phrase, mq_str *noun, mq_str *rest)
{
    mq_str line;

    if (!mq_split(&line, rest, '\n'))
        return false;
    return mq_split(phrase, &line, '\t') && mq_split(noun, &line, '\t');
}
