/* test_model1.c - toy texts whose words are plain to see; probabilities that sum to 1; and a naive model 1 that must say the same. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/model1.h"
#include "unit.h"

enum { MOST = 12, PAIRS = 60, ROUNDS = 6 };

/* Phrases as letters: the word a is 1. */
static void add(mq_bitext *b, const char *left, const char *right)
{
    uint32_t l[MQ_PHRASE_WORDS], r[MQ_PHRASE_WORDS];
    const size_t nl = strlen(left), nr = strlen(right);

    for (size_t i = 0; i < nl; i++)
        l[i] = (uint32_t)(left[i] - 'a' + 1);
    for (size_t i = 0; i < nr; i++)
        r[i] = (uint32_t)(right[i] - 'a' + 1);
    assert_true(mq_bitext_add(b, l, nl, r, nr));
}

static mq_word_link *learn(mq_bitext *b, size_t *n)
{
    mq_word_link *w;

    assert_int_equal(mq_bitext_learn(b, &w, n, NULL), MQ_OK);
    return w;
}

static const mq_word_link *link_of(const mq_word_link *w, size_t n, char left, char right)
{
    for (size_t i = 0; i < n; i++)
        if (w[i].left == (uint32_t)(left - 'a' + 1) && w[i].right == (uint32_t)(right - 'a' + 1))
            return &w[i];
    return NULL;
}

static const struct toy {
    const char *name, *text[6][2]; /* pairs of phrases */
    char left, right;              /* the best link of `left` */
} toys[] = {
    { "a phrase of one word says what it says", { { "a", "x" } }, 'a', 'x' },
    { "what is left over belongs together", { { "ab", "xy" }, { "a", "x" } }, 'b', 'y' },
    { "company tells words apart without a phrase of one", { { "ab", "xy" }, { "ac", "xz" }, { "bc", "yz" } }, 'a', 'x' },
    { "the order of words does not matter", { { "ab", "yx" }, { "ca", "xz" } }, 'a', 'x' },
    { "a word that stands with everything does not say the rare one", { { "ab", "xy" }, { "ac", "xz" }, { "ad", "xu" }, { "ae", "xv" } }, 'd', 'u' },
};

static void toy(void **row)
{
    const struct toy *c = *row;
    mq_bitext b = { .n = 0 };
    const mq_word_link *want;
    mq_word_link *w;
    size_t n;

    for (size_t i = 0; i < 6 && c->text[i][0]; i++)
        add(&b, c->text[i][0], c->text[i][1]);
    w = learn(&b, &n);
    want = link_of(w, n, c->left, c->right);
    assert_non_null(want);
    for (size_t i = 0; i < n; i++)
        if (w[i].left == want->left && w[i].right != want->right)
            assert_true(w[i].forth * w[i].back < want->forth * want->back);
    free(w);
}

/* ---- laws ---- */

struct text { uint32_t word[PAIRS][2][4]; size_t n[PAIRS][2]; };

static void draw(struct text *t, unsigned *seed)
{
    for (size_t k = 0; k < PAIRS; k++)
        for (size_t side = 0; side < 2; side++) {
            t->n[k][side] = 1 + (size_t)rand_r(seed) % 4;
            for (size_t i = 0; i < t->n[k][side]; i++)
                t->word[k][side][i] = 1 + (uint32_t)rand_r(seed) % (MOST - 1);
        }
}

/* p[l][r] = P(r of side `to` | l of side `from`), by the definition. */
static void naive(double p[MOST][MOST], const struct text *t, size_t from, size_t to)
{
    for (size_t i = 0; i < MOST; i++)
        for (size_t j = 0; j < MOST; j++)
            p[i][j] = 1;
    for (int round = 0; round < ROUNDS; round++) {
        double c[MOST][MOST] = { { 0 } };

        for (size_t k = 0; k < PAIRS; k++)
            for (size_t j = 0; j < t->n[k][to]; j++) {
                const uint32_t r = t->word[k][to][j];
                double all = p[0][r];

                for (size_t i = 0; i < t->n[k][from]; i++)
                    all += p[t->word[k][from][i]][r];
                c[0][r] += p[0][r] / all;
                for (size_t i = 0; i < t->n[k][from]; i++)
                    c[t->word[k][from][i]][r] += p[t->word[k][from][i]][r] / all;
            }
        for (size_t i = 0; i < MOST; i++) {
            double sum = 0;

            for (size_t j = 0; j < MOST; j++)
                sum += c[i][j];
            for (size_t j = 0; j < MOST; j++)
                p[i][j] = sum > 0 ? c[i][j] / sum : 0;
        }
    }
}

static void naive_says_the_same(void **state)
{
    unsigned seed = 7;

    (void)state;
    for (int run = 0; run < 20; run++) {
        static struct text t;
        static double forth[MOST][MOST], back[MOST][MOST];
        double sum[MOST] = { 0 };
        mq_bitext b = { .n = 0 };
        mq_word_link *w;
        size_t n;

        draw(&t, &seed);
        naive(forth, &t, 0, 1);
        naive(back, &t, 1, 0);
        for (size_t k = 0; k < PAIRS; k++)
            assert_true(mq_bitext_add(&b, t.word[k][0], t.n[k][0], t.word[k][1], t.n[k][1]));
        w = learn(&b, &n);
        for (size_t i = 0; i < n; i++) {
            assert_true(fabs((double)w[i].forth - forth[w[i].left][w[i].right]) < 1e-6);
            assert_true(fabs((double)w[i].back - back[w[i].right][w[i].left]) < 1e-6);
            sum[w[i].left] += (double)w[i].forth;
        }
        for (size_t i = 1; i < MOST; i++)
            assert_true(sum[i] == 0 || fabs(sum[i] - 1) < 1e-5);
        free(w);
    }
}

static void what_is_no_phrase_is_left_out(void **state)
{
    const uint32_t words[MQ_PHRASE_WORDS + 1] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
    mq_bitext b = { .n = 0 };
    mq_word_link *w;
    size_t n;

    (void)state;
    assert_false(mq_bitext_add(&b, words, 0, words, 1));
    assert_false(mq_bitext_add(&b, words, 1, words, 0));
    assert_false(mq_bitext_add(&b, words, MQ_PHRASE_WORDS + 1, words, 1));
    w = learn(&b, &n);
    assert_int_equal(n, 0);
    free(w);
}

int main(void)
{
    UNIT_ROWS(toys, toy);
    UNIT_LAW("both directions are what the definition gives, and sum to 1", naive_says_the_same);
    UNIT_LAW("a pair with an empty side or a definition is left out", what_is_no_phrase_is_left_out);
    return unit_run();
}
