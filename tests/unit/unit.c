/* unit.c - see unit.h. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "unit.h"

enum { MOST_TESTS = 2000, MOST_PATHS = 500 };

static struct CMUnitTest tests[MOST_TESTS];
static size_t ntests;

void unit_rows(const void *rows, size_t n, size_t size, CMUnitTestFunction run)
{
    for (size_t i = 0; i < n; i++) {
        const char *row = (const char *)rows + i * size;

        assert_true(ntests < MOST_TESTS);
        tests[ntests++] = (struct CMUnitTest){
            .name = *(const char *const *)(const void *)row,
            .test_func = run,
            .initial_state = size ? (void *)row : NULL, /* tests only read it */
        };
    }
}

int unit_run(void)
{
    return _cmocka_run_group_tests("tests", tests, ntests, NULL, NULL) != 0;
}

uint64_t unit_random(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15U;

    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
    z = (z ^ z >> 27) * 0x94D049BB133111EBU;
    return z ^ z >> 31;
}

size_t unit_below(uint64_t *state, size_t n)
{
    return (size_t)(unit_random(state) % n);
}

mq_str unit_arabic_word(char out[UNIT_WORD], uint64_t *state)
{
    static const uint16_t letters[] = { 0x0627, 0x0627, 0x0644, 0x0644, 0x0648, 0x0641, 0x0628, 0x0643, 0x0633, 0x0623, 0x0625, 0x0622, 0x0624, 0x0626, 0x0621,
                                        0x0629, 0x0649, 0x064A, 0x064A, 0x062A, 0x0646, 0x0647, 0x0645, 0x0631, 0x0639, 0x064E, 0x0651, 0x0640, 0x06A9, 0xFEFB };
    const size_t n = 1 + unit_below(state, 12);
    size_t bytes = 0;

    for (size_t i = 0; i < n; i++)
        bytes += mq_utf8_encode(out + bytes, letters[unit_below(state, UNIT_COUNT(letters))]);
    return (mq_str){ out, bytes };
}

void unit_same_str(mq_str got, mq_str want, const char *file, int line)
{
    if (mq_str_equal(got, want))
        return;
    print_error("got  '%.*s'\nwant '%.*s'\n", (int)got.n, got.p, (int)want.n, want.p);
    _fail(file, line);
}

static char *paths[MOST_PATHS];
static size_t npaths;

static void remove_folder(void)
{
    DIR *d = opendir(paths[0]);
    const struct dirent *e;

    while (d && (e = readdir(d)) != NULL)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && unlinkat(dirfd(d), e->d_name, 0) != 0)
            (void)unlinkat(dirfd(d), e->d_name, AT_REMOVEDIR);
    if (d)
        (void)closedir(d);
    (void)rmdir(paths[0]);
    while (npaths)
        free(paths[--npaths]);
}

const char *unit_folder(void)
{
    const char *tmp = getenv("TMPDIR");
    mq_buf b = MQ_BUF_INIT;

    if (npaths)
        return paths[0];
    mq_buf_addf(&b, "%s/muqabil-unit-XXXXXX", tmp ? tmp : "/tmp");
    paths[npaths++] = b.p;
    assert_non_null(mkdtemp(b.p));
    (void)atexit(remove_folder);
    return b.p;
}

const char *unit_file(const char *name, mq_str bytes)
{
    mq_buf path = MQ_BUF_INIT;
    FILE *f;

    mq_buf_addf(&path, "%s/%s", unit_folder(), name);
    f = fopen(path.p, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
    assert_true(npaths < MOST_PATHS);
    return paths[npaths++] = path.p;
}
