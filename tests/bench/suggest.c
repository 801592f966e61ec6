/*
 * suggest.c - how long suggestions for a word take.
 *     suggest WORDS…
 * Checks each operand as a text of its own and prints "MEAN P95", in seconds, of those that were unknown. The dictionaries are opened before the clock runs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <muqabil/spell.h>

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static mq_status count(void *user, const mq_finding *f)
{
    size_t *n = user;

    *n += f->kind == MQ_FINDING_SPELLING;
    return MQ_OK;
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    double *took = calloc((size_t)argc, sizeof *took), sum = 0;
    size_t n = 0, found = 0;
    mq_speller *s;

    if (!took || mq_speller_new(&s, NULL, NULL, NULL))
        return 2;
    (void)mq_spell(s, MQ_STR("كلمتتن"), 0, count, &found, NULL);
    for (int i = 1; i < argc; i++) {
        const double start = now();

        found = 0;
        if (mq_spell(s, mq_str_of(argv[i]), 0, count, &found, NULL))
            return 2;
        if (found)
            sum += took[n++] = now() - start;
    }
    mq_speller_free(s);
    qsort(took, n, sizeof *took, by_value);
    if (n)
        (void)printf("%.6f %.6f\n", sum / (double)n, took[n * 95 / 100]);
    free(took);
    return n == 0;
}
