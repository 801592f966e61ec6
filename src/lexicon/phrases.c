/* phrases.c - see phrases.h. The image is lines of text: phrase, TAB, noun, TAB, renderings. */
#include <muqabil/text.h>

#include "base/tsv.h"
#include "lexicon/phrases.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        if (t.n != 2 && t.n != 3)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 2 or 3 are due", name, t.n);
        mq_buf_addstr(image, t.column[0]);
        mq_buf_addc(image, '\t');
        rc = mq_fold(image, t.column[1], MQ_FOLD_SEARCH, NULL);
        mq_buf_addc(image, '\t');
        if (t.n == 3)
            mq_buf_addstr(image, t.column[2]);
        mq_buf_addc(image, '\n');
    }
    return rc || image->status ? mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name) : MQ_OK;
}

const mq_dict mq_dict_phrases = { "phrases", "phrases.tsv", compile };

bool mq_phrase_next(mq_phrase *out, mq_str *rest)
{
    mq_str line;

    if (!mq_split(&line, rest, '\n') || !mq_split(&out->text, &line, '\t') || !mq_split(&out->noun, &line, '\t'))
        return false;
    out->renderings = line;
    return true;
}
