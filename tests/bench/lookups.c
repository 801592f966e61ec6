/*
 * lookups.c - look-ups in one process, one after the other: are they right, and how long do they take.
 *     lookups GLOSSARY <LINES     a line: what is asked TAB the headword that is meant [TAB how]; without the second field only time is taken
 * Prints "ASKED FIRST FIVE P50 P99 MOST": how many were asked, found at rank 1, found in the first five; microseconds of the processor,
 * which other programs do not lengthen: the file is in memory after the first look-ups. Ranks are of headwords, as look-up shows them:
 * all equivalents of one under one heading. With MISSES=FILE in the environment the lines that were not found at rank 1 go there, behind the rank
 * (0 = not in the first five), before how the first headword was found and the time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <muqabil/store.h>
#include <muqabil/text.h>

enum { FIVE = 5, MOST_LINES = 1 << 20 };

/* The answer to one line: the keys of the headwords so far, and the rank of the wanted one. */
struct answer {
    bool arabic;
    mq_str want;         /* its key */
    mq_buf key, heads[FIVE];
    size_t n, rank;
    mq_match best;       /* of the first hit */
};

static bool is_arabic(mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xD8 && (unsigned char)s.p[i] <= 0xDB)
            return true;
    return false;
}

static mq_status on_hit(void *user, const mq_hit *h)
{
    struct answer *a = user;

    mq_buf_clear(&a->key);
    if (mq_search_key(&a->key, a->arabic ? h->pair.ar : h->pair.la, a->arabic ? MQ_LANG_AR : h->pair.lang, NULL))
        return MQ_ENOMEM;
    for (size_t i = 0; i < a->n; i++)
        if (mq_str_equal(mq_buf_str(&a->key), mq_buf_str(&a->heads[i])))
            return MQ_OK;
    if (a->n == FIVE)
        return MQ_OK;
    if (!a->n)
        a->best = h->match;
    mq_buf_clear(&a->heads[a->n]);
    mq_buf_addstr(&a->heads[a->n++], mq_buf_str(&a->key));
    if (mq_str_equal(mq_buf_str(&a->key), a->want))
        a->rank = a->n;
    return MQ_OK;
}

static double now(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Microseconds, or negative after a failure, which is told. */
static double ask(mq_store *s, struct answer *a, mq_str term, mq_str want)
{
    const mq_lookup_query q = { .term = term, .statuses = MQ_STATUS_SHOWN };
    mq_buf key = MQ_BUF_INIT;
    mq_error err;
    double start, took;

    a->n = a->rank = 0;
    a->arabic = is_arabic(term);
    (void)mq_search_key(&key, want, a->arabic ? MQ_LANG_AR : MQ_LANG_FR, NULL);
    a->want = mq_buf_str(&key);
    start = now();
    took = mq_store_lookup(s, &q, on_hit, a, &err) ? -1 : now() - start;
    if (took < 0)
        (void)fprintf(stderr, "lookups: %s\n", err.msg);
    mq_buf_release(&key);
    return took;
}

struct tally {
    size_t n, first, five;
    double took[MOST_LINES];
};

static bool one_line(mq_store *s, struct answer *a, struct tally *t, char *line, FILE *misses)
{
    const char *tab = strchr(line, '\t');
    const mq_str term = { line, tab ? (size_t)(tab - line) : strlen(line) };
    const mq_str want = tab ? (mq_str){ tab + 1, strcspn(tab + 1, "\t") } : term;

    if (t->n == MOST_LINES || (t->took[t->n] = ask(s, a, term, want)) < 0)
        return false;
    t->n++;
    t->first += a->rank == 1;
    t->five += a->rank > 0;
    if (misses && a->rank != 1)
        (void)fprintf(misses, "%zu\t%s\t%s\t%.0f\n", a->rank, line, a->n ? mq_match_name(a->best) : "nothing", t->took[t->n - 1]);
    return true;
}

static int run(mq_store *s)
{
    static struct tally t;
    struct answer a = { .n = 0 };
    FILE *misses = getenv("MISSES") ? fopen(getenv("MISSES"), "w") : NULL;
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;

    while (ok && (n = getline(&line, &room, stdin)) > 0) {
        line[n - (line[n - 1] == '\n')] = '\0';
        ok = one_line(s, &a, &t, line, misses);
    }
    qsort(t.took, t.n, sizeof *t.took, by_size);
    if (t.n)
        (void)printf("%zu %zu %zu %.1f %.1f %.1f\n", t.n, t.first, t.five, t.took[t.n / 2], t.took[t.n * 99 / 100], t.took[t.n - 1]);
    for (size_t i = 0; i < FIVE; i++)
        mq_buf_release(&a.heads[i]);
    mq_buf_release(&a.key);
    free(line);
    return misses && fclose(misses) ? 2 : ok ? 0 : 2;
}

int main(int argc, char **argv)
{
    mq_store *s;
    mq_error err;
    int code;

    if (argc != 2)
        return 64;
    if (mq_store_open(&s, argv[1], MQ_STORE_READ, &err)) {
        (void)fprintf(stderr, "lookups: %s\n", err.msg);
        return 2;
    }
    code = run(s);
    mq_store_free(s);
    return code;
}
