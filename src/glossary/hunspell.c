/*
 * hunspell.c - see hunspell.h.
 *
 * The stems and their classes are those that `spell` itself uses for the terms of a glossary (spell/vocabulary.c over dict/ar.aff), so that Hunspell, LibreOffice and
 * Firefox know the same forms as muqabil does.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/output.h"
#include "base/tsv.h"
#include "glossary/hunspell.h"
#include "spell/recognise.h"
#include "spell/vocabulary.h"

struct words {
    const mq_export_options *o;
    mq_export_stats *stats;
    mq_error *err;
    mq_vocabulary *stems;   /* NULL: a personal dictionary */
    mq_buf lines;           /* of a personal dictionary: words, each with LF */
};

/* ---- taking words ---- */

static mq_status add_words(struct words *w, mq_str phrase)
{
    mq_token t;
    size_t at = 0;
    mq_status rc = MQ_OK;

    while (!rc && mq_token_next(&t, phrase, &at))
        if (t.script == MQ_ARABIC) {
            rc = mq_fold(&w->lines, (mq_str){ phrase.p + t.start, t.end - t.start }, MQ_FOLD_DISPLAY, w->err);
            mq_buf_addc(&w->lines, '\n');
        }
    return rc ? rc : w->lines.status ? mq_fail(w->err, MQ_ENOMEM, "no memory for a list of words") : MQ_OK;
}

static mq_status take_pair(void *user, const mq_pair *p)
{
    struct words *w = user;
    mq_pair known = *p;
    mq_status rc;

    if (w->o->stop && w->stats->entries % 256 == 0 && w->o->stop())
        return mq_fail(w->err, MQ_ESTOPPED, "stopped");
    if (!mq_export_in_domain(w->o, p))
        return MQ_OK;
    w->stats->entries++;
    known.status = MQ_ACCEPTED; /* whoever asks for candidates wants them known */
    known.la = MQ_STR("");
    if (w->stems)
        return mq_vocabulary_add_pair(w->stems, &known, w->err);
    rc = add_words(w, p->ar);
    return rc ? rc : add_words(w, p->plural);
}

/* ---- writing lines ---- */

static int compare(const void *a, const void *b)
{
    return mq_str_compare(*(const mq_str *)a, *(const mq_str *)b);
}

/* The lines of a text, sorted, each once. The caller frees *out. */
static mq_status sort_lines(mq_str **out, size_t *n, mq_str text, mq_error *err)
{
    size_t lines = 0, kept = 0;
    mq_str rest = text, line;

    while (mq_split(&line, &rest, '\n'))
        lines++;
    *out = calloc(lines + 1, sizeof **out);
    if (!*out)
        return mq_fail(err, MQ_ENOMEM, "no memory for a list of words");
    for (*n = 0, rest = text; mq_split(&line, &rest, '\n');)
        if (line.n)
            (*out)[(*n)++] = line;
    qsort(*out, *n, sizeof **out, compare);
    for (size_t i = 0; i < *n; i++)
        if (i == 0 || !mq_str_equal((*out)[i], (*out)[kept - 1]))
            (*out)[kept++] = (*out)[i];
    *n = kept;
    return MQ_OK;
}

static mq_status write_file(const char *path, mq_str head, const mq_str *lines, size_t n, mq_error *err)
{
    mq_output *out;
    mq_status rc = mq_output_open(&out, path, err);

    if (rc)
        return rc;
    mq_output_write(out, head.p, head.n);
    for (size_t i = 0; i < n; i++) {
        mq_output_write(out, lines[i].p, lines[i].n);
        mq_output_write(out, "\n", 1);
    }
    return mq_output_commit(out, err);
}

/* ---- the two forms ---- */

static mq_status write_personal(const struct words *w, const char *path)
{
    mq_str *lines = NULL;
    size_t n = 0;
    mq_status rc = sort_lines(&lines, &n, mq_buf_str(&w->lines), w->err);

    if (!rc)
        rc = write_file(path, MQ_STR(""), lines, n, w->err);
    free(lines);
    return rc;
}

/* x.dic and x.aff. The affixes come first: a dictionary without them would be taken for something else. */
static mq_status write_pair(const struct words *w, const char *path)
{
    mq_str rest = mq_buf_str(&w->stems->dic), count, aff, *lines = NULL;
    mq_buf name = MQ_BUF_INIT, head = MQ_BUF_INIT;
    size_t n = 0;
    mq_status rc = mq_dict_image(&aff, &mq_dict_ar_aff, w->err);

    (void)mq_split(&count, &rest, '\n'); /* the vocabulary counts nothing */
    if (!rc)
        rc = sort_lines(&lines, &n, rest, w->err);
    mq_buf_add(&name, path, strlen(path) - 4);
    mq_buf_addz(&name, ".aff");
    mq_buf_addf(&head, "%zu\n", n);
    if (!rc && (name.status || head.status))
        rc = mq_fail(w->err, MQ_ENOMEM, "no memory to write '%s'", path);
    if (!rc)
        rc = write_file(name.p, aff, NULL, 0, w->err);
    if (!rc)
        rc = write_file(path, mq_buf_str(&head), lines, n, w->err);
    mq_buf_release(&name);
    mq_buf_release(&head);
    free(lines);
    return rc;
}

mq_status mq_export_hunspell(mq_store *s, const char *path, const mq_export_options *o, mq_export_stats *stats, mq_error *err)
{
    const size_t n = strlen(path);
    const bool pair = n > 4 && strcmp(path + n - 4, ".dic") == 0;
    const mq_list_query q = { .statuses = o->statuses, .order = MQ_ORDER_ID, .min_score = o->min_score };
    struct words w = { .o = o, .stats = stats, .err = err };
    mq_status rc = pair ? mq_vocabulary_new(&w.stems, err) : MQ_OK;

    if (!rc)
        rc = mq_store_list(s, &q, take_pair, &w, err);
    if (!rc)
        rc = pair ? write_pair(&w, path) : write_personal(&w, path);
    mq_vocabulary_free(w.stems);
    mq_buf_release(&w.lines);
    return rc;
}
