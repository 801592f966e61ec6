/*
 * train_language.c - see train_language.h.
 *
 * Maximises   sum over pairs of log P(language)  -  LAMBDA/2 · |w|²   by RPROP, as train.c does. Which languages are frequent depends on where sentences were
 * taken from: a bias for each language, file and sort of pair takes that up for all files but the first, and is thrown away.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mine/decide.h"
#include "rprop.h"
#include "train_language.h"

enum { MOST_PAIRS = 16384, MOST_FILES = 8, SORTS = 3, WEIGHTS = MQ_LANGUAGE_FEATURES + MOST_FILES * SORTS, ROUNDS = 200 };
static const double LAMBDA = 1;

struct pair {
    float x[WEIGHTS];
    unsigned right;             /* index in mq_languages */
    int fold, file;
};

static struct pair pairs[MOST_PAIRS];
static size_t npairs;

void language_forget(void)
{
    npairs = 0;
}

void language_note(const language_pair *p, const mq_dicts *d)
{
    const mq_kind kind = mq_decide_kind(p->site, p->c);
    struct pair *to = &pairs[npairs];

    if (npairs == MOST_PAIRS)
        return;
    memset(to, 0, sizeof *to);
    to->fold = p->fold;
    to->file = p->file;
    mq_language_figures(to->x, p->site, p->c, kind, d);
    if (p->file)
        to->x[MQ_LANGUAGE_FEATURES + p->file * SORTS + (int)kind] = 1;
    while (to->right < MQ_LANGUAGES && mq_languages[to->right] != p->lang)
        to->right++;
    npairs += to->right < MQ_LANGUAGES;
}

static void add_gradient(double g[MQ_LANGUAGES][WEIGHTS], double w[MQ_LANGUAGES][WEIGHTS], const struct pair *e)
{
    double p[MQ_LANGUAGES] = { 0 }, all = 0;

    for (unsigned k = 0; k < MQ_LANGUAGES; k++) {
        for (unsigned i = 0; i < WEIGHTS; i++)
            if (e->x[i] != 0)
                p[k] += w[k][i] * (double)e->x[i];
        all += p[k] = exp(p[k]);
    }
    for (unsigned k = 0; k < MQ_LANGUAGES; k++) {
        const double miss = (k == e->right) - p[k] / all;

        for (unsigned i = 0; i < WEIGHTS; i++)
            if (e->x[i] != 0)
                g[k][i] += miss * (double)e->x[i];
    }
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
                g[k][i] -= LAMBDA * w[k][i];
        rprop_step(w[0], step[0], old[0], g[0], MQ_LANGUAGES * WEIGHTS);
    }
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++)
            l->weight[i][k] = (float)(round(w[k][i] * 1000) / 1000);
}

void language_print_right(const mq_language *l, int fold)
{
    size_t right[2] = { 0 }, n[2] = { 0 };
    double p[MQ_LANGUAGES];

    for (size_t i = 0; i < npairs; i++)
        if (pairs[i].fold == fold) {
            n[pairs[i].file > 0]++;
            right[pairs[i].file > 0] += mq_language_judge(l, pairs[i].x, p) == mq_languages[pairs[i].right];
        }
    (void)printf("fold %d: language right %zu of %zu, elsewhere %zu of %zu\n", fold, right[0], n[0], right[1], n[1]);
}

void language_write(const char *path, const mq_language *l, const char *hash)
{
    FILE *f = fopen(path, "w");

    if (!f)
        exit(1);
    (void)fprintf(f, "# Weights for the language of Latin sides (figure, und, fr, en, other), written by scripts/train; do not edit.\n"
                     "# Training set: %zu pairs, hash %s\n", npairs, hash);
    for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++) {
        bool any = false;

        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            any |= l->weight[i][k] != 0;
        if (!any)
            continue;
        (void)fprintf(f, "%s", mq_language_feature_name(i));
        for (unsigned k = 0; k < MQ_LANGUAGES; k++)
            (void)fprintf(f, "\t%.3f", (double)l->weight[i][k]);
        (void)fputc('\n', f);
    }
    if (fclose(f) != 0)
        exit(1);
}
