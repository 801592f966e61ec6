/*
 * train_language.c - see train_language.h.
 *
 * Maximises   sum over pairs of log P(language)  -  LAMBDA/2 · |w|²   by RPROP, as train.c does. Which languages are frequent depends on where sentences were
 * taken from: a bias for each language, file and sort of pair takes that up for all files but the first, and is thrown away. The prior of a clue, one word of a
 * few sentences, is stronger than that of a figure.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/tsv.h"
#include "mine/decide.h"
#include "die.h"
#include "rprop.h"
#include "train_language.h"
#include "train_words.h"

enum { MOST_PAIRS = 32768, MOST_FILES = 8, SORTS = 3, BIASES = MQ_LANGUAGE_FEATURES, CLUES = BIASES + MOST_FILES * SORTS, WEIGHTS = CLUES + MQ_MOST_LEXICAL };
enum { LEAST_PAIRS = 8, ROUNDS = 200 };
static const double LAMBDA = 1, LAMBDA_CLUE = 6;

struct pair {
    mq_language_case found;
    float bias[CLUES - BIASES];
    unsigned right;             /* index in mq_languages */
    int fold, file;
};

static struct pair pairs[MOST_PAIRS];
static size_t npairs;
static struct train_words seen;
static mq_buf clue_list = MQ_BUF_INIT, clue_image = MQ_BUF_INIT;

void language_forget(void)
{
    npairs = 0;
}

void language_note(const language_pair *p, const mq_dicts *d)
{
    const mq_kind kind = mq_decide_kind(p->site, p->c);
    struct pair *to = &pairs[npairs];

    if (npairs == MOST_PAIRS)
        die("too many pairs");
    memset(to, 0, sizeof *to);
    to->fold = p->fold;
    to->file = p->file;
    mq_language_figures(&to->found, p->site, p->c, kind, d);
    if (p->file) {
        to->bias[p->file * SORTS + (int)kind] = 1;
        seen.unit++;
        mq_language_clues(p->site, p->c, train_words_take, &seen);
    }
    while (to->right < MQ_LANGUAGES && mq_languages[to->right] != p->lang)
        to->right++;
    npairs += to->right < MQ_LANGUAGES;
}

mq_str language_clues(void)
{
    if (!clue_image.n)
        train_words_build(&seen, LEAST_PAIRS, &clue_image, &clue_list);
    return mq_buf_str(&clue_image);
}

/* What a pair has, one after the other: the number of a weight and its value. Returns false behind the last one. */
static bool next_part(const struct pair *e, unsigned *at, unsigned *id, double *value)
{
    for (; *at < CLUES; (*at)++) {
        const float v = *at < BIASES ? e->found.x[*at] : e->bias[*at - BIASES];

        if (v != 0) {
            *id = (*at)++;
            *value = (double)v;
            return true;
        }
    }
    if (*at - CLUES == e->found.nclues)
        return false;
    *id = CLUES + e->found.clue[(*at)++ - CLUES] - 1U;
    *value = 1;
    return true;
}

static void add_gradient(double g[MQ_LANGUAGES][WEIGHTS], double w[MQ_LANGUAGES][WEIGHTS], const struct pair *e)
{
    double p[MQ_LANGUAGES] = { 0 }, all = 0, value;
    unsigned id;

    for (unsigned at = 0; next_part(e, &at, &id, &value);)
        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            p[k] += w[k][id] * value;
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        all += p[k] = exp(p[k]);
    for (unsigned at = 0; next_part(e, &at, &id, &value);)
        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            g[k][id] += ((k == e->right) - p[k] / all) * value;
}

void language_train(mq_language *l, int left_out)
{
    static double w[MQ_LANGUAGES][WEIGHTS], step[MQ_LANGUAGES][WEIGHTS], old[MQ_LANGUAGES][WEIGHTS], g[MQ_LANGUAGES][WEIGHTS];

    memset(w, 0, sizeof w);
    memset(old, 0, sizeof old);
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        for (unsigned i = 0; i < WEIGHTS; i++)
            step[k][i] = RPROP_FIRST;
    for (int round = 0; round < ROUNDS; round++) {
        memset(g, 0, sizeof g);
        for (size_t i = 0; i < npairs; i++)
            if (pairs[i].fold != left_out)
                add_gradient(g, w, &pairs[i]);
        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            for (unsigned i = 0; i < WEIGHTS; i++)
                g[k][i] -= (i < CLUES ? LAMBDA : LAMBDA_CLUE) * w[k][i];
        rprop_step(w[0], step[0], old[0], g[0], MQ_LANGUAGES * WEIGHTS);
    }
    for (unsigned k = 0; k < MQ_LANGUAGES; k++) {
        for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++)
            l->weight[i][k] = (float)(round(w[k][i] * 1000) / 1000);
        for (unsigned i = 0; i < MQ_MOST_LEXICAL; i++)
            l->clue[i][k] = (float)(round(w[k][CLUES + i] * 1000) / 1000);
    }
}

void language_print_right(const mq_language *l, int fold)
{
    size_t right[2] = { 0 }, n[2] = { 0 };
    double p[MQ_LANGUAGES];

    for (size_t i = 0; i < npairs; i++)
        if (pairs[i].fold == fold) {
            n[pairs[i].file > 0]++;
            right[pairs[i].file > 0] += mq_language_judge(l, &pairs[i].found, p) == mq_languages[pairs[i].right];
        }
    (void)printf("fold %d: language right %zu of %zu, elsewhere %zu of %zu\n", fold, right[0], n[0], right[1], n[1]);
}

static void write_weights(FILE *f, const float weight[MQ_LANGUAGES])
{
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        (void)fprintf(f, "\t%.3f", (double)weight[k]);
    (void)fputc('\n', f);
}

static void write_clues(FILE *f, const mq_language *l)
{
    mq_tsv t = mq_tsv_of(mq_buf_str(&clue_list));

    for (unsigned i = 0; mq_tsv_next(&t); i++) {
        (void)fprintf(f, "%.*s=%.*s", (int)t.column[0].n, t.column[0].p, (int)t.column[1].n, t.column[1].p);
        write_weights(f, l->clue[i]);
    }
}

void language_write(const char *path, const mq_language *l, const char *hash)
{
    FILE *f = fopen(path, "w");

    if (!f)
        die("cannot write the weights of languages");
    (void)fprintf(f, "# Weights for the language of Latin sides (figure, und, fr, en, other), written by scripts/train; do not edit.\n"
                     "# Training set: %zu pairs, hash %s\n", npairs, hash);
    for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++) {
        bool any = false;

        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            any |= l->weight[i][k] != 0;
        if (!any)
            continue;
        (void)fprintf(f, "%s", mq_language_feature_name(i));
        write_weights(f, l->weight[i]);
    }
    write_clues(f, l);
    if (fclose(f) != 0)
        die("cannot write the weights of languages");
}
