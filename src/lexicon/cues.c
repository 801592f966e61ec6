/* cues.c - see cues.h. The image is the rows of the file, each a line of three columns. */
#include <string.h>

#include "base/tsv.h"
#include "lexicon/cues.h"

/* One ~ that is or ends a word, and something beside it, be it but a preposition (ل~); or one word, a form of the noun. */
static bool is_pattern(mq_str pattern)
{
    const bool alone = mq_str_equal(pattern, MQ_STR("~"));
    mq_str word;
    unsigned words = 0, marks = 0;

    while (mq_split(&word, &pattern, ' ')) {
        const char *mark = word.n ? memchr(word.p, '~', word.n) : NULL;

        if (mark && mark != word.p + word.n - 1)
            return false;
        marks += mark != NULL;
        words += word.n > 0;
    }
    return !alone && (marks == 1 || (marks == 0 && words == 1)) && words <= MQ_CUE_WORDS;
}

static mq_status check(const mq_tsv *t, const char *name, mq_error *err)
{
    mq_str patterns = t->column[2], one;

    if (t->n != 3 || !t->column[0].n || !t->column[1].n || !patterns.n)
        return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: words, renderings and patterns are due", name);
    while (mq_split(&one, &patterns, '|'))
        if (!is_pattern(one))
            return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: '%.*s' is neither a form nor ~ beside a preposition or up to three words", name, (int)one.n, one.p);
    return MQ_OK;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        rc = check(&t, name, err);
        for (size_t i = 0; i < 3 && !rc; i++) {
            mq_buf_addstr(image, t.column[i]);
            mq_buf_addc(image, i < 2 ? '\t' : '\n');
        }
    }
    return rc || !image->status ? rc : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
}

const mq_dict mq_dict_cues = { "cues", "cues.tsv", compile };

bool mq_cues_next(mq_cues *out, mq_str *rest)
{
    mq_str line;

    if (!mq_split(&line, rest, '\n') || !mq_split(&out->nouns, &line, '\t') || !mq_split(&out->renderings, &line, '\t'))
        return false;
    out->patterns = line;
    return true;
}

unsigned mq_cue_phrase(mq_buf *out, mq_str pattern, mq_str noun)
{
    const char *mark = memchr(pattern.p, '~', pattern.n);
    const size_t before = mark ? (size_t)(mark - pattern.p) : pattern.n;
    unsigned words = 0;

    for (size_t i = 0; i < before; i++)
        words += pattern.p[i] == ' ';
    mq_buf_add(out, pattern.p, before);
    if (mark) {
        mq_buf_addstr(out, noun);
        mq_buf_add(out, mark + 1, pattern.n - before - 1);
    }
    return words;
}
