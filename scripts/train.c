/*
 * train.c - build tool: weights of the mining model, and of the language of Latin sides (train_language.c), from annotated sentences (scripts/train calls it).
 *     train [--glossary FILE] MODEL.tsv LANGUAGE.tsv PREDICTIONS.jsonl HASH GOLD.jsonl…
 * --glossary: what `muqabil train` learned in that glossary is evidence for the predictions (not for the weights): what a user with that glossary gets.
 *
 * The first file is what the weights are for. Pairs are more frequent in one file than in another, for reasons that no sentence tells (which sentences were
 * chosen, who wrote them): a bias of "none" for each other file, and for sentences that were chosen because a pair was told of them, takes that up in
 * training and is thrown away.
 *
 * Words become features of their own (mine/lexical.h) where they stand in at least LEAST_UNITS units of the other files, or of the only one: no word is a
 * feature because the sentences that are the measure hold it. Their prior is stronger, as each is seen in few sentences.
 *
 * Maximises   sum over units of log P(right spans, or none)  -  LAMBDA/2 · |w|²   by RPROP (rprop.h). Five folds over the sentences of each file give predictions of
 * weights that never saw the sentence; they are what PREDICTIONS holds (at every score), and what the calibration (isotonic regression, pool adjacent
 * violators) is fitted to. MODEL is trained on everything.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/input.h"
#include "base/jsonl.h"
#include "base/tsv.h"
#include "glossary/learned.h"
#include "glossary/occurrence.h"
#include "mine/miner.h"
#include "mine/weigh.h"
#include "die.h"
#include "rprop.h"
#include "train_language.h"
#include "train_words.h"

enum { MOST_FILES = 8, BIASES = MQ_ALL_FEATURES, WEIGHTS = BIASES + MOST_FILES };
enum { LEAST_UNITS = 15, FOLDS = 5, ROUNDS = 150, MOST_SENTENCES = 32768, MOST_EXAMPLES = 65536 };
static const double LAMBDA = 1, LAMBDA_WORD = 2;

struct example {
    int fold, file;
    bool picked;
    size_t n;               /* candidates; features[n] is "none" */
    mq_feature_list *features;
    bool *right;            /* n + 1 */
};

struct sentence {
    json_t *json;
    mq_str id, text;
    int file;               /* of the arguments, from 0 */
    int fold;               /* by its place in the file, so that a sentence more in one file changes nothing for the others */
    bool picked;            /* chosen because weights were unsure of it, so it says nothing of how often they are right */
    bool told;              /* chosen because they told a pair of it */
};

/* Weights that never saw the sentence, fold by fold, once there are some: then what was decided for earlier units is what the miner would decide, not the gold. */
static const double (*deciders)[WEIGHTS];

static struct sentence sentences[MOST_SENTENCES];
static struct example examples[MOST_EXAMPLES];
static size_t nsentences, nexamples, unreachable;

/* ---- reading and labelling ---- */

static void read_gold(const char *path, int file)
{
    mq_input *in;
    mq_buf line = MQ_BUF_INIT;
    mq_error err;
    const size_t first = nsentences;

    if (mq_input_open(&in, path, &err))
        die(err.msg);
    while (mq_input_line(in, &line, 1 << 20, &err) == MQ_OK) {
        struct sentence *s = &sentences[nsentences++];

        if (nsentences == MOST_SENTENCES)
            die("too many sentences");
        s->json = need(mq_json_object(mq_buf_str(&line), &err));
        s->id = mq_json_get(s->json, "id");
        s->text = mq_json_get(s->json, "text");
        s->file = file;
        s->fold = (int)((nsentences - 1 - first) % FOLDS);
        s->picked = json_is_true(json_object_get(s->json, "picked"));
        s->told = json_is_true(json_object_get(s->json, "told"));
    }
    mq_input_close(in);
    mq_buf_release(&line);
}

/* Whether two Arabic strings are the same span: display folding, a glued proclitic counts neither way. */
static bool same_arabic(mq_str a, mq_str b)
{
    mq_buf x = MQ_BUF_INIT, y = MQ_BUF_INIT, hx = MQ_BUF_INIT, hy = MQ_BUF_INIT;
    bool same;

    (void)mq_fold(&x, a, MQ_FOLD_DISPLAY, NULL);
    (void)mq_fold(&y, b, MQ_FOLD_DISPLAY, NULL);
    (void)mq_headword(&hx, a, NULL);
    (void)mq_headword(&hy, b, NULL);
    same = mq_str_equal(mq_buf_str(&x), mq_buf_str(&y)) || mq_str_equal(mq_buf_str(&hx), mq_buf_str(&hy)) || mq_str_equal(mq_buf_str(&x), mq_buf_str(&hy));
    mq_buf_release(&x);
    mq_buf_release(&y);
    mq_buf_release(&hx);
    mq_buf_release(&hy);
    return same;
}

static bool same_latin(mq_str a, mq_str b)
{
    mq_buf x = MQ_BUF_INIT, y = MQ_BUF_INIT;
    bool same;

    (void)mq_search_key(&x, a, MQ_LANG_UND, NULL);
    (void)mq_search_key(&y, b, MQ_LANG_UND, NULL);
    same = mq_str_equal(mq_buf_str(&x), mq_buf_str(&y));
    mq_buf_release(&x);
    mq_buf_release(&y);
    return same;
}

static bool is_right(const json_t *pair, mq_str ar)
{
    const json_t *alt = json_object_get(pair, "alt");

    if (same_arabic(mq_json_get(pair, "ar"), ar))
        return true;
    for (size_t i = 0; i < json_array_size(alt); i++)
        if (same_arabic(mq_str_of(json_string_value(json_array_get(alt, i))), ar))
            return true;
    return false;
}

struct labelling {
    const struct sentence *s;
    const mq_dicts *d;
    int fold;
};

static void note_language(const struct labelling *l, const mq_site *site, const mq_candidate *c, const json_t *pair)
{
    language_pair p = { .site = site, .c = c, .fold = l->fold, .file = l->s->file };

    if (mq_lang_parse(&p.lang, mq_json_get(pair, "lang")))
        language_note(&p, l->d);
}

/* Whether a pair has just these Latin letters: Zürich and Zurich of one sentence are two pairs. */
static bool is_written_so(const json_t *pairs, mq_str la)
{
    for (size_t k = 0; k < json_array_size(pairs); k++)
        if (mq_str_equal(mq_json_get(json_array_get(pairs, k), "la"), la))
            return true;
    return false;
}

/* Marks the right candidates. Returns false when the unit is no example: optional, or its gold span is not among the candidates. */
static bool label(struct example *e, const mq_site *site, const struct labelling *l)
{
    const struct sentence *s = l->s;
    const json_t *pairs = json_object_get(s->json, "pairs");
    const mq_str la = mq_unit_text(site);
    const bool exact = is_written_so(pairs, la);
    bool any = false, expected = false;

    for (size_t k = 0; k < json_array_size(pairs); k++) {
        const json_t *pair = json_array_get(pairs, k);

        if (exact ? !mq_str_equal(mq_json_get(pair, "la"), la) : !same_latin(mq_json_get(pair, "la"), la))
            continue;
        if (json_is_true(json_object_get(pair, "optional")))
            return false;
        expected = true;
        for (size_t i = 0; i < site->n; i++)
            if (is_right(pair, mq_candidate_text(site, &site->c[i]))) {
                if (!any)
                    note_language(l, site, &site->c[i], pair);
                any = e->right[i] = true;
            }
    }
    if (site->second && !any)
        expected = false;
    if (expected && !any) {
        unreachable++;
        return false;
    }
    e->right[site->n] = !any;
    return true;
}

static double dot(const double *w, const mq_feature_list *f)
{
    double sum = 0;

    for (size_t i = 0; i < f->n; i++)
        sum += w[f->f[i].id] * (double)f->f[i].value;
    return sum;
}

/* Notes the gold for the units that follow, or the decision of weights that never saw the sentence. */
static void remember(mq_site *site, const struct example *e, const mq_candidate *right)
{
    double all = 0, best = 0;
    size_t top = 0;

    if (!deciders) {
        mq_remember(site, right);
        return;
    }
    for (size_t i = 0; i <= e->n; i++) {
        const double p = exp(dot(deciders[e->fold], &e->features[i]));

        all += p;
        if (i < e->n && p > best) {
            best = p;
            top = i;
        }
    }
    mq_remember(site, best / all >= MQ_BELIEVED ? &site->c[top] : NULL);
}

static mq_status on_site(void *user, mq_miner *m, mq_site *site);

/* What stands beyond the right candidate is an example of its own: a further rendering, or none. */
static mq_status beyond(void *user, mq_miner *m, mq_site *site, const struct example *e)
{
    for (size_t i = 0; i < e->n; i++)
        if (e->right[i]) {
            const mq_candidate right = site->c[i];

            if (!site->second)
                remember(site, e, &right);
            mq_site_beyond(site, right, &m->d);
            return site->n ? on_site(user, m, site) : MQ_OK;
        }
    if (!site->second)
        remember(site, e, NULL);
    return MQ_OK;
}

static void add_bias(mq_feature_list *none, int file)
{
    none->f[none->n].id = (uint16_t)(BIASES + file);
    none->f[none->n++].value = 1;
}

static mq_status on_site(void *user, mq_miner *m, mq_site *site)
{
    const struct labelling *l = user;
    struct example *e = &examples[nexamples];
    mq_features f;

    if (nexamples == MOST_EXAMPLES)
        die("too many examples");
    *e = (struct example){ .fold = l->fold, .file = l->s->file, .picked = l->s->picked, .n = site->n };
    e->features = need(calloc(site->n + 1, sizeof *e->features));
    e->right = need(calloc(site->n + 1, sizeof *e->right));
    for (size_t i = 0; i < site->n; i++) {
        mq_features_of(&f, site, &site->c[i], &m->d);
        mq_features_list(&e->features[i], &f);
    }
    mq_features_none(&f, site, &m->d);
    mq_features_list(&e->features[site->n], &f);
    if (l->s->file)
        add_bias(&e->features[site->n], l->s->told ? MOST_FILES - 1 : l->s->file);
    if (label(e, site, l)) {
        nexamples++;
        return beyond(user, m, site, e);
    }
    free(e->features);
    free(e->right);
    return MQ_OK;
}

/* ---- the words that are features ---- */

static struct train_words words;
static mq_buf word_list = MQ_BUF_INIT, word_image = MQ_BUF_INIT;

static mq_status see_words(void *user, mq_miner *m, mq_site *site)
{
    (void)user;
    train_words_see(&words, site, &m->d);
    return MQ_OK;
}

static void find_words(mq_miner *m, int files)
{
    m->d.lexical = (mq_str){ NULL, 0 };
    m->d.clues = m->d.lexical;
    for (size_t i = 0; i < nsentences; i++)
        if (sentences[i].file || files == 1)
            (void)mq_sites(m, sentences[i].text, see_words, NULL);
    train_words_build(&words, LEAST_UNITS, &word_image, &word_list);
    train_words_release(&words);
    m->d.lexical = mq_buf_str(&word_image);
    memset(&m->memory, 0, sizeof m->memory);
}

static void make_examples(mq_miner *m)
{
    for (; nexamples; nexamples--) {
        free(examples[nexamples - 1].features);
        free(examples[nexamples - 1].right);
    }
    language_forget();
    unreachable = 0;
    for (size_t i = 0; i < nsentences; i++) {
        struct labelling l = { &sentences[i], &m->d, sentences[i].fold };

        (void)mq_sites(m, sentences[i].text, on_site, &l);
    }
}

/* ---- training ---- */

/* Adds the gradient of log P(right) of one example; returns log P. */
static double gradient(const struct example *e, const double *w, double *g)
{
    double p[MQ_CANDIDATES + 1], top = -1e300, all = 0, right = 0;

    for (size_t i = 0; i <= e->n; i++) {
        p[i] = dot(w, &e->features[i]);
        top = p[i] > top ? p[i] : top;
    }
    for (size_t i = 0; i <= e->n; i++) {
        all += p[i] = exp(p[i] - top);
        right += e->right[i] ? p[i] : 0;
    }
    for (size_t i = 0; i <= e->n; i++) {
        const double d = (e->right[i] ? p[i] / right : 0) - p[i] / all;

        for (size_t k = 0; k < e->features[i].n; k++)
            g[e->features[i].f[k].id] += d * (double)e->features[i].f[k].value;
    }
    return log(right / all);
}

static void train(double *w, int left_out)
{
    double step[WEIGHTS], old[WEIGHTS] = { 0 };

    for (unsigned i = 0; i < WEIGHTS; i++) {
        w[i] = 0;
        step[i] = RPROP_FIRST;
    }
    for (int round = 0; round < ROUNDS; round++) {
        double g[WEIGHTS] = { 0 };

        for (size_t i = 0; i < nexamples; i++)
            if (examples[i].fold != left_out)
                (void)gradient(&examples[i], w, g);
        for (unsigned i = 0; i < WEIGHTS; i++)
            g[i] -= (i >= MQ_FEATURES && i < BIASES ? LAMBDA_WORD : LAMBDA) * w[i];
        rprop_step(w, step, old, g, WEIGHTS);
    }
}

/* Mean log P(right) out of fold: of the units of the first file, of the others, and of the picked ones. */
static void print_likelihood(double w[][WEIGHTS])
{
    static const char *const names[] = { "the first file", "the others", "picked sentences" };
    double sum[3] = { 0 }, g[WEIGHTS];
    size_t n[3] = { 0 };

    for (size_t i = 0; i < nexamples; i++) {
        const struct example *e = &examples[i];
        const int k = e->picked ? 2 : e->file > 0;

        sum[k] += gradient(e, w[e->fold], g);
        n[k]++;
    }
    for (int k = 0; k < 3; k++)
        (void)printf("mean log-likelihood out of fold, %s: %.4f of %zu units\n", names[k], n[k] ? sum[k] / (double)n[k] : 0.0, n[k]);
}

/* ---- calibration ---- */

struct point {
    double p, right;
    int fold;
};

static struct point points[MOST_EXAMPLES];
static size_t npoints;

static int by_p(const void *a, const void *b)
{
    const struct point *x = a, *y = b;

    return x->p < y->p ? -1 : x->p > y->p;
}

/* Of each example: the probability of the best candidate, and whether that one was right. */
static void add_points(const double *w, int fold)
{
    for (size_t i = 0; i < nexamples; i++) {
        const struct example *e = &examples[i];
        double all = 0, best = -1e300;
        size_t top = 0;

        if (e->fold != fold || e->n == 0 || e->picked)
            continue;
        for (size_t k = 0; k <= e->n; k++) {
            const double s = dot(w, &e->features[k]);

            all += exp(s);
            if (k < e->n && s > best) {
                best = s;
                top = k;
            }
        }
        points[npoints++] = (struct point){ exp(best) / all, e->right[top], fold };
    }
}

/*
 * Isotonic regression on the points of all folds but one; its blocks, joined to hold at least one in 20 of the points, become knots. A block in which
 * all are right is not certain all the same: half a point in each is wrong.
 */
static void calibrate(mq_model *m, int left_out)
{
    static struct point block[MOST_EXAMPLES];
    static double weight[MOST_EXAMPLES];
    size_t n = 0, used = 0;
    double least;

    for (size_t i = 0; i < npoints; i++)
        used += points[i].fold != left_out;
    least = (double)used / 20;
    for (size_t i = 0; i < npoints; i++) {
        if (points[i].fold == left_out)
            continue;
        block[n] = points[i];
        weight[n++] = 1;
        while (n > 1 && (block[n - 2].right >= block[n - 1].right || weight[n - 2] < least)) {
            const double all = weight[n - 2] + weight[n - 1];

            block[n - 2].p = (block[n - 2].p * weight[n - 2] + block[n - 1].p * weight[n - 1]) / all;
            block[n - 2].right = (block[n - 2].right * weight[n - 2] + block[n - 1].right * weight[n - 1]) / all;
            weight[n - 2] = all;
            n--;
        }
    }
    m->nknots = 0;
    for (size_t i = 0; i < n && m->nknots < MQ_MOST_KNOTS - 1; i++) {
        m->knot_p[m->nknots] = (float)block[i].p;
        m->knot_score[m->nknots++] = (float)(block[i].right * weight[i] / (weight[i] + 0.5));
    }
    m->knot_p[m->nknots] = 1;
    m->knot_score[m->nknots] = fmaxf(m->nknots ? m->knot_score[m->nknots - 1] : 1, 0.995f);
    m->nknots++;
}

/* ---- output ---- */

static mq_status print_line(void *user, const mq_occurrence *o)
{
    mq_buf line = MQ_BUF_INIT;

    mq_occurrence_line(&line, o);
    (void)fwrite(line.p, 1, line.n, user);
    mq_buf_release(&line);
    return MQ_OK;
}

static void set_weights(mq_model *m, const double *w)
{
    for (unsigned i = 0; i < BIASES; i++)
        m->weight[i] = (float)(round(w[i] * 1000) / 1000);
}

static void write_words(FILE *f, const mq_model *m)
{
    mq_tsv t = mq_tsv_of(mq_buf_str(&word_list));

    for (uint32_t i = 0; mq_tsv_next(&t); i++)
        (void)fprintf(f, "word\t%.*s=%.*s\t%.3f\n", (int)t.column[0].n, t.column[0].p, (int)t.column[1].n, t.column[1].p, (double)m->weight[MQ_FEATURES + i]);
}

static void write_classes(FILE *f, const mq_model *m)
{
    for (unsigned slot = 0; slot < MQ_SAID_SLOTS; slot++)
        for (unsigned class = 1; class <= MQ_WORD_CLASSES; class++) {
            const double weight = (double)m->weight[mq_class_feature((enum mq_said)slot, class)];

            if (weight != 0)
                (void)fprintf(f, "class\t%s=%u\t%.3f\n", mq_slot_name(slot), class, weight);
        }
}

static void write_model(const char *path, const mq_model *m, const char *hash)
{
    FILE *f = fopen(path, "w");

    if (!f)
        die("cannot write the model");
    (void)fprintf(f, "# Weights of the mining model, written by scripts/train; do not edit.\n# Training set: %zu sentences, %zu units, hash %s\n", nsentences,
                  nexamples, hash);
    for (unsigned i = 0; i < MQ_FEATURES; i++)
        if (m->weight[i] != 0)
            (void)fprintf(f, "weight\t%s\t%.3f\n", mq_feature_name(i), (double)m->weight[i]);
    write_words(f, m);
    write_classes(f, m);
    for (uint32_t i = 0; i < m->nknots; i++)
        (void)fprintf(f, "calibrate\t%.4f\t%.4f\n", (double)m->knot_p[i], (double)m->knot_score[i]);
    if (fclose(f) != 0)
        die("cannot write the model");
}

static void use_glossary(mq_miner *m, mq_learned_images *images, const char *path)
{
    mq_store *s;
    mq_error err;

    if (mq_store_open(&s, path, MQ_STORE_READ, &err) || mq_learned_load(images, s, &err))
        die(err.msg);
    mq_store_free(s);
    mq_miner_learn(m, mq_learned_of(images));
}

/* Of each fold, trained without it; the last ones are trained on everything. */
static double weights[FOLDS + 1][WEIGHTS];

/* Twice: the first weights decide what earlier units of a sentence have when the examples of the second are made. */
static void train_folds(mq_miner *m)
{
    static double first[FOLDS + 1][WEIGHTS];

    make_examples(m);
    for (int fold = 0; fold < FOLDS; fold++)
        train(first[fold], fold);
    deciders = (const double(*)[WEIGHTS])first;
    m->d.clues = language_clues();
    make_examples(m);
    for (int fold = 0; fold <= FOLDS; fold++) {
        train(weights[fold], fold);
        if (fold < FOLDS)
            add_points(weights[fold], fold);
    }
    qsort(points, npoints, sizeof *points, by_p);
}

/* What the miner finds in the sentences of each fold with weights that never saw them. */
static void predict(mq_miner *m, mq_model *model, mq_language *language, FILE *out)
{
    mq_error err;

    m->model = model;
    m->language = language;
    for (int fold = 0; fold < FOLDS; fold++) {
        set_weights(model, weights[fold]);
        calibrate(model, fold);
        language_train(language, fold);
        language_print_right(language, fold);
        for (size_t i = 0; i < nsentences; i++)
            if (sentences[i].fold == fold)
                (void)mq_mine(m, sentences[i].id, sentences[i].text, 0, print_line, out, &err);
    }
}

int main(int argc, char **argv)
{
    static mq_model model;
    static mq_language language;
    mq_learned_images learned = { .words = MQ_BUF_INIT };
    const char *glossary = NULL;
    mq_miner *m;
    mq_error err;
    FILE *out;

    if (argc > 2 && strcmp(argv[1], "--glossary") == 0) {
        glossary = argv[2];
        argv += 2;
        argc -= 2;
    }
    if (argc < 6 || argc > 4 + MOST_FILES || !(out = fopen(argv[3], "w")))
        return 64;
    if (mq_miner_new(&m, 0, &err))
        die(err.msg);
    for (int i = 5; i < argc; i++)
        read_gold(argv[i], i - 5);
    find_words(m, argc - 5);
    train_folds(m);
    if (glossary)
        use_glossary(m, &learned, glossary);
    predict(m, &model, &language, out);
    print_likelihood(weights);
    set_weights(&model, weights[FOLDS]);
    calibrate(&model, -1);
    write_model(argv[1], &model, argv[4]);
    language_train(&language, -1);
    language_write(argv[2], &language, argv[4]);
    (void)printf("%zu sentences, %zu units, %zu with an unreachable pair\n", nsentences, nexamples, unreachable);
    mq_miner_free(m);
    mq_learned_release(&learned);
    return fclose(out) == 0 ? 0 : 1;
}
