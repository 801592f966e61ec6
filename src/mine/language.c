/* language.c - see language.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/tsv.h"
#include "mine/language.h"

const mq_lang mq_languages[MQ_LANGUAGES] = { MQ_LANG_UND, MQ_LANG_FR, MQ_LANG_EN, MQ_LANG_OTHER };

static const char *const names[MQ_LANGUAGE_FEATURES] = {
#define ACRONYM(name) #name,
#define WORDS(name) #name, "sound_" #name,
#include "mine/language.def"
#undef ACRONYM
#undef WORDS
};

const char *mq_language_feature_name(unsigned id)
{
    return names[id];
}

/* A feature, or a clue with its slot (near=مديرية), and its weight for each language. */
static bool read_row(mq_language *l, const mq_tsv *t, unsigned *clues)
{
    const bool clue = memchr(t->column[0].p, '=', t->column[0].n) != NULL;
    unsigned id = 0;
    float *weight;

    while (!clue && id < MQ_LANGUAGE_FEATURES && !mq_str_equal(t->column[0], mq_str_of(names[id])))
        id++;
    if (t->n != 1 + MQ_LANGUAGES || id == MQ_LANGUAGE_FEATURES || (clue && *clues == MQ_MOST_LEXICAL))
        return false;
    weight = clue ? l->clue[(*clues)++] : l->weight[id];
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        if (!mq_tsv_number(&weight[k], t->column[1 + k]))
            return false;
    return true;
}

mq_status mq_language_parse(mq_language *l, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    unsigned clues = 0;

    memset(l, 0, sizeof *l);
    while (mq_tsv_next(&t))
        if (!read_row(l, &t, &clues))
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a known feature and %d weights", name, MQ_LANGUAGES);
    return MQ_OK;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_language *l = malloc(sizeof *l);
    mq_status rc = l ? mq_language_parse(l, text, name, err) : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);

    if (!rc)
        mq_buf_add(image, l, sizeof *l);
    free(l);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_language = { "language", "language.tsv", compile };

mq_lang mq_language_judge(const mq_language *l, const mq_language_case *x, double p[MQ_LANGUAGES])
{
    unsigned best = 0;
    double score[MQ_LANGUAGES] = { 0 }, sum = 0;

    for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++)
        if (x->x[i] != 0)
            for (unsigned k = 0; k < MQ_LANGUAGES; k++)
                score[k] += (double)l->weight[i][k] * (double)x->x[i];
    for (unsigned i = 0; i < x->nclues; i++)
        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            score[k] += (double)l->clue[x->clue[i] - 1][k];
    for (unsigned k = 1; k < MQ_LANGUAGES; k++)
        best = score[k] > score[best] ? k : best;
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        sum += p[k] = exp(score[k] - score[best]);
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        p[k] /= sum;
    return mq_languages[best];
}
