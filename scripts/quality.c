/*
 * quality.c - build tool: what the miner's findings are worth (scripts/quality calls it).
 *     quality [--errors N] GOLD.jsonl PREDICTIONS.jsonl MIN_SCORE
 *
 * A prediction is right where both sides are those of an annotated pair of its sentence (folded; a glued proclitic and a leading Latin article count neither
 * way). Printed: precision, recall, F1 at MIN_SCORE, overall and by pattern, kind and language; language, kind and headword of the pairs found; the
 * reliability of the scores in ten equal bins over all predictions, with the expected calibration error; the errors. The last line is for scripts.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/pair.h>
#include <muqabil/text.h>

#include "base/input.h"
#include "base/jsonl.h"
#include "die.h"

enum { MOST = 20000, GROUPS = 24, BINS = 10 };

struct row {
    json_t *json;
    bool used; /* a gold pair that was found; a prediction that is right */
    size_t sentence;
};

static json_t *sentences[MOST];
static struct row golds[MOST], preds[MOST];
static size_t nsentences, ngolds, npreds;

struct group {
    char name[24];
    unsigned right, missed, wrong;
};

static struct group groups[GROUPS];
static size_t ngroups;

static void read_lines(const char *path, void (*row)(json_t *))
{
    mq_input *in;
    mq_buf line = MQ_BUF_INIT;
    mq_error err;
    json_t *v;

    if (mq_input_open(&in, path, &err))
        die(err.msg);
    while (mq_input_line(in, &line, 1 << 24, &err) == MQ_OK)
        if ((v = mq_json_object(mq_buf_str(&line), &err)) != NULL)
            row(v);
    mq_input_close(in);
    mq_buf_release(&line);
}

static void add_sentence(json_t *v)
{
    json_t *pairs = json_object_get(v, "pairs");

    if (nsentences == MOST)
        die("too many sentences");
    for (size_t i = 0; i < json_array_size(pairs) && ngolds < MOST; i++)
        golds[ngolds++] = (struct row){ json_array_get(pairs, i), false, nsentences };
    sentences[nsentences++] = v;
}

static void add_prediction(json_t *v)
{
    for (size_t i = 0; i < nsentences && npreds < MOST; i++)
        if (mq_str_equal(mq_json_get(v, "doc"), mq_json_get(sentences[i], "id"))) {
            preds[npreds++] = (struct row){ v, false, i };
            return;
        }
    json_decref(v);
}

static bool same(mq_str a, mq_str b, bool headwords)
{
    mq_buf x = MQ_BUF_INIT, y = MQ_BUF_INIT;
    bool equal;

    if (headwords) {
        (void)mq_headword(&x, a, NULL);
        (void)mq_headword(&y, b, NULL);
    } else {
        (void)mq_fold(&x, a, MQ_FOLD_DISPLAY, NULL);
        (void)mq_fold(&y, b, MQ_FOLD_DISPLAY, NULL);
    }
    equal = mq_str_equal(mq_buf_str(&x), mq_buf_str(&y));
    mq_buf_release(&x);
    mq_buf_release(&y);
    return equal;
}

static bool same_latin(mq_str a, mq_str b)
{
    mq_buf x = MQ_BUF_INIT, y = MQ_BUF_INIT;
    bool equal;

    (void)mq_search_key(&x, a, MQ_LANG_UND, NULL);
    (void)mq_search_key(&y, b, MQ_LANG_UND, NULL);
    equal = mq_str_equal(mq_buf_str(&x), mq_buf_str(&y));
    mq_buf_release(&x);
    mq_buf_release(&y);
    return equal;
}

static bool same_arabic(const json_t *gold, mq_str ar)
{
    const json_t *alt = json_object_get(gold, "alt");

    if (same(mq_json_get(gold, "ar"), ar, false) || same(mq_json_get(gold, "ar"), ar, true))
        return true;
    for (size_t i = 0; i < json_array_size(alt); i++)
        if (same(mq_str_of(json_string_value(json_array_get(alt, i))), ar, true))
            return true;
    return false;
}

static bool is_optional(const json_t *gold)
{
    return json_is_true(json_object_get(gold, "optional"));
}

/* The gold pair that a prediction hits; NULL = none. *neutral: it touches an optional pair. */
static struct row *hit(const struct row *p, bool *neutral)
{
    *neutral = false;
    for (size_t i = 0; i < ngolds; i++) {
        struct row *g = &golds[i];

        if (g->sentence != p->sentence || !same_latin(mq_json_get(g->json, "la"), mq_json_get(p->json, "la")))
            continue;
        if (!g->used && same_arabic(g->json, mq_json_get(p->json, "ar")))
            return g;
        *neutral |= is_optional(g->json);
    }
    return NULL;
}

static struct group *group(const char *prefix, mq_str name)
{
    char full[24];

    (void)snprintf(full, sizeof full, "%s%.*s", prefix, (int)name.n, name.p);
    for (size_t i = 0; i < ngroups; i++)
        if (strcmp(groups[i].name, full) == 0)
            return &groups[i];
    if (ngroups == GROUPS)
        die("too many groups");
    memcpy(groups[ngroups].name, full, sizeof full);
    return &groups[ngroups++];
}

static mq_str pattern_of(const json_t *v, size_t sentence)
{
    const mq_str own = mq_json_get(v, "pattern"), all = mq_json_get(sentences[sentence], "pattern");

    return own.n ? own : all.n ? all : MQ_STR("?");
}

struct found {
    unsigned right, wrong, missed, lang, kind, head;
};

static void judge(struct found *f, double min_score, unsigned errors)
{
    for (size_t i = 0; i < npreds; i++) {
        struct row *p = &preds[i], *g;
        const bool counts = json_number_value(json_object_get(p->json, "score")) >= min_score;
        bool neutral;

        g = hit(p, &neutral);
        p->used = g != NULL;
        if (!counts || (g && is_optional(g->json)))
            continue;
        if (g) {
            g->used = true;
            f->right++;
            f->lang += mq_str_equal(mq_json_get(g->json, "lang"), mq_json_get(p->json, "lang"));
            f->kind += mq_str_equal(mq_json_get(g->json, "kind"), mq_json_get(p->json, "kind"));
            f->head += same(mq_json_get(g->json, "head"), mq_json_get(p->json, "term"), false) || json_array_size(json_object_get(g->json, "alt"));
        } else if (!neutral) {
            f->wrong++;
            group("pattern ", mq_json_get(p->json, "pattern"))->wrong++;
            if (errors && errors--)
                printf("  wrong   %s  /  %s\n", mq_json_get(p->json, "ar").p, mq_json_get(p->json, "la").p);
        }
    }
    for (size_t i = 0; i < ngolds; i++) {
        const json_t *g = golds[i].json;

        if (is_optional(g))
            continue;
        f->missed += !golds[i].used;
        for (int k = 0; k < 3; k++) {
            struct group *to = k == 0   ? group("kind ", mq_json_get(g, "kind"))
                               : k == 1 ? group("lang ", mq_json_get(g, "lang"))
                                        : group("pattern ", pattern_of(g, golds[i].sentence));

            to->right += golds[i].used;
            to->missed += !golds[i].used;
        }
        if (!golds[i].used && errors && errors--)
            printf("  missed  %s  /  %s\n", mq_json_get(g, "ar").p, mq_json_get(g, "la").p);
    }
}

/* Ten equal bins of all predictions; returns the expected calibration error. */
static double reliability(void)
{
    double sum[BINS] = { 0 }, ece = 0;
    unsigned n[BINS] = { 0 }, right[BINS] = { 0 };

    for (size_t i = 0; i < npreds; i++) {
        const double s = json_number_value(json_object_get(preds[i].json, "score"));
        const int b = s >= 1 ? BINS - 1 : (int)(s * BINS);

        n[b]++;
        right[b] += preds[i].used;
        sum[b] += s;
    }
    puts("score      predictions  mean score  share right");
    for (int b = 0; b < BINS; b++) {
        if (!n[b])
            continue;
        printf("%.1f - %.1f  %11u  %10.3f  %11.3f\n", b / 10.0, (b + 1) / 10.0, n[b], sum[b] / n[b], (double)right[b] / n[b]);
        ece += fabs(sum[b] - right[b]);
    }
    return npreds ? ece / (double)npreds : 0;
}

static double share(unsigned a, unsigned b)
{
    return a + b ? (double)a / (a + b) : 0;
}

int main(int argc, char **argv)
{
    unsigned errors = 0;
    struct found f = { 0 };
    double p, r, ece;

    if (argc > 2 && strcmp(argv[1], "--errors") == 0) {
        errors = (unsigned)strtoul(argv[2], NULL, 10);
        argv += 2;
        argc -= 2;
    }
    if (argc != 4)
        return 64;
    read_lines(argv[1], add_sentence);
    read_lines(argv[2], add_prediction);
    judge(&f, strtod(argv[3], NULL), errors);
    for (size_t i = 0; i < ngroups; i++)
        printf("  %-22s recall %.3f of %u, wrong %u\n", groups[i].name, share(groups[i].right, groups[i].missed), groups[i].right + groups[i].missed,
               groups[i].wrong);
    ece = reliability();
    p = share(f.right, f.wrong);
    r = share(f.right, f.missed);
    printf("of the pairs found: language right %.3f, kind right %.3f, headword right %.3f\n", share(f.lang, f.right - f.lang), share(f.kind, f.right - f.kind),
           share(f.head, f.right - f.head));
    printf("expected calibration error %.3f\n", ece);
    printf("%zu sentences, %u pairs: precision %.3f recall %.3f F1 %.3f\n", nsentences, f.right + f.missed, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
    return 0;
}
