/* test_input.c - bytes and lines from files, plain and gzipped, whole and damaged. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/input.h"
#include "unit.h"

/* Appends a gzip member that holds `s`. */
static void add_gzip(mq_buf *out, mq_str s)
{
    z_stream z = { .next_in = (Bytef *)s.p, .avail_in = (uInt)s.n };

    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    assert_true(mq_buf_reserve(out, deflateBound(&z, (uLong)s.n)));
    z.next_out = (Bytef *)(out->p + out->n);
    z.avail_out = (uInt)(out->cap - out->n);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    out->n += z.total_out;
    (void)deflateEnd(&z);
}

/* Text that zlib cannot make small, so that a cut in the middle of the file is a cut in the middle of the text. */
static void add_noise(mq_buf *out, size_t n)
{
    uint64_t seed = 7;

    for (size_t i = 0; i < n; i++)
        mq_buf_addc(out, i % 50 == 49 ? '\n' : (char)('!' + unit_below(&seed, 90)));
}

enum how { PLAIN, GZIP, TWO_MEMBERS, CUT, CUT_IN_HEADER, FLIPPED, WRONG_SUM };

static const struct file_case {
    const char *name;
    enum how how;
    size_t size;
    mq_status rc;
} files[] = {
    { "an empty file has no bytes", PLAIN, 0, MQ_OK },
    { "one byte", PLAIN, 1, MQ_OK },
    { "a plain file larger than the window", PLAIN, 1000003, MQ_OK },
    { "an empty gzip has no bytes", GZIP, 0, MQ_OK },
    { "a gzip is unpacked", GZIP, 1000003, MQ_OK },
    { "a gzip of two members is read to its end", TWO_MEMBERS, 300000, MQ_OK },
    { "a gzip that ends too early is damaged", CUT, 300000, MQ_EFORMAT },
    { "a gzip that ends in its header is damaged", CUT_IN_HEADER, 300000, MQ_EFORMAT },
    { "a gzip with a flipped bit is damaged", FLIPPED, 300000, MQ_EFORMAT },
    { "a gzip whose check sum is wrong is damaged", WRONG_SUM, 300000, MQ_EFORMAT },
};

static const char *make_file(const struct file_case *c, const mq_buf *text)
{
    mq_buf bytes = MQ_BUF_INIT;
    const char *path;

    if (c->how == PLAIN)
        mq_buf_addstr(&bytes, mq_buf_str(text));
    else
        add_gzip(&bytes, (mq_str){ text->p ? text->p : "", c->how == TWO_MEMBERS ? text->n / 2 : text->n });
    if (c->how == TWO_MEMBERS)
        add_gzip(&bytes, (mq_str){ text->p + text->n / 2, text->n - text->n / 2 });
    if (c->how == CUT)
        bytes.n /= 2;
    if (c->how == CUT_IN_HEADER)
        bytes.n = 6;
    if (c->how == FLIPPED)
        bytes.p[bytes.n / 2] ^= 0x10;
    if (c->how == WRONG_SUM)
        bytes.p[bytes.n - 8] ^= 1;
    path = unit_file("input", mq_buf_str(&bytes));
    mq_buf_release(&bytes);
    return path;
}

/* Reads with pieces of every kind of size; what comes before the damage is the text's beginning. */
static void read_file(void **row)
{
    const struct file_case *c = *row;
    mq_buf text = MQ_BUF_INIT, got = MQ_BUF_INIT;
    mq_input *in;
    mq_error err = { .code = MQ_OK };
    uint64_t seed = 3;
    size_t n = 1;
    mq_status rc = MQ_OK;

    add_noise(&text, c->size);
    assert_int_equal(mq_input_open(&in, make_file(c, &text), &err), MQ_OK);
    while (!rc && n) {
        static char piece[200000];

        rc = mq_input_read(in, piece, 1 + unit_below(&seed, sizeof piece), &n, &err);
        if (!rc)
            mq_buf_add(&got, piece, n);
    }
    assert_int_equal(rc, c->rc);
    if (rc)
        assert_non_null(strstr(err.msg, "damaged gzip"));
    assert_true(rc ? got.n <= text.n : got.n == text.n);
    assert_true(got.n == 0 || memcmp(got.p, text.p, got.n) == 0);
    mq_input_close(in);
    mq_buf_release(&text);
    mq_buf_release(&got);
}

/* What the lines are, each in [ ], with a limit of ten bytes; ! for a line that is too long. */
static const struct line_case {
    const char *name, *text, *want;
} lines[] = {
    { "nothing has no lines", "", "" },
    { "an empty line is one", "\n", "[]" },
    { "the last line feed may be missing", "a\nb", "[a][b]" },
    { "a last line feed starts no line", "a\nb\n", "[a][b]" },
    { "a carriage return stays", "a\r\n\r\n", "[a\r][\r]" },
    { "ten bytes are within the limit", "0123456789\nx\n", "[0123456789][x]" },
    { "a line over the limit is skipped, and reading goes on", "a\n0123456789!\nb\n", "[a]![b]" },
    { "the last line may be over the limit", "a\n0123456789!", "[a]!" },
};

static void read_lines(void **row)
{
    const struct line_case *c = *row;
    mq_buf line = MQ_BUF_INIT, got = MQ_BUF_INIT;
    mq_input *in;
    mq_status rc;

    assert_int_equal(mq_input_open(&in, unit_file("lines", mq_str_of(c->text)), NULL), MQ_OK);
    while ((rc = mq_input_line(in, &line, 10, NULL)) == MQ_OK || rc == MQ_ELIMIT) {
        if (rc)
            mq_buf_addc(&got, '!');
        else
            mq_buf_addf(&got, "[%s]", line.n ? line.p : "");
    }
    assert_int_equal(rc, MQ_ENOTFOUND);
    assert_int_equal(mq_input_line(in, &line, 10, NULL), MQ_ENOTFOUND);
    assert_buf(got, c->want);
    mq_input_close(in);
    mq_buf_release(&line);
    mq_buf_release(&got);
}

/* Lines of all lengths around the window, NUL and all, joined again, are the file. */
static void lines_make_the_file(void **state)
{
    mq_buf text = MQ_BUF_INIT, got = MQ_BUF_INIT, line = MQ_BUF_INIT;
    mq_input *in;

    (void)state;
    for (size_t n = (1 << 18) - 3; n < (1 << 18) + 3; n++) {
        for (size_t i = 0; i < n; i++)
            mq_buf_addc(&text, i % 7 ? 'x' : '\0');
        mq_buf_addc(&text, '\n');
    }
    assert_int_equal(mq_input_open(&in, unit_file("long", mq_buf_str(&text)), NULL), MQ_OK);
    while (mq_input_line(in, &line, SIZE_MAX / 4, NULL) == MQ_OK) {
        mq_buf_addstr(&got, mq_buf_str(&line));
        mq_buf_addc(&got, '\n');
    }
    assert_true(mq_str_equal(mq_buf_str(&got), mq_buf_str(&text)));
    mq_input_close(in);
    mq_buf_release(&text);
    mq_buf_release(&got);
    mq_buf_release(&line);
}

static void bytes_follow_lines(void **state)
{
    mq_buf line = MQ_BUF_INIT, rest = MQ_BUF_INIT;
    mq_input *in;

    (void)state;
    mq_buf_addz(&rest, "kept ");
    assert_int_equal(mq_input_open(&in, unit_file("rest", MQ_STR("first\nsecond\nthird")), NULL), MQ_OK);
    assert_int_equal(mq_input_line(in, &line, 100, NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, &rest, 100, NULL), MQ_OK);
    assert_buf(line, "first");
    assert_buf(rest, "kept second\nthird");
    mq_input_close(in);
    mq_buf_release(&line);
    mq_buf_release(&rest);
}

static void all_has_a_limit(void **state)
{
    static const struct { size_t limit; mq_status rc; } tries[] = { { 9, MQ_ELIMIT }, { 10, MQ_OK }, { 11, MQ_OK } };

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(tries); i++) {
        mq_buf all = MQ_BUF_INIT;
        mq_input *in;

        assert_int_equal(mq_input_open(&in, unit_file("ten", MQ_STR("0123456789")), NULL), MQ_OK);
        assert_int_equal(mq_input_all(in, &all, tries[i].limit, NULL), tries[i].rc);
        mq_input_close(in);
        mq_buf_release(&all);
    }
}

static void standard_input_is_a_dash(void **state)
{
    const int saved = dup(STDIN_FILENO), fd = open(unit_file("stdin", MQ_STR("piped")), O_RDONLY);
    mq_buf all = MQ_BUF_INIT;
    mq_input *in;

    (void)state;
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    assert_int_equal(mq_input_open(&in, "-", NULL), MQ_OK);
    assert_string_equal(mq_input_name(in), "standard input");
    assert_int_equal(mq_input_all(in, &all, 100, NULL), MQ_OK);
    assert_buf(all, "piped");
    mq_input_close(in);
    mq_buf_release(&all);
    (void)dup2(saved, STDIN_FILENO);
    (void)close(saved);
    (void)close(fd);
}

static void refusals(void **state)
{
    mq_input *in = (mq_input *)(void *)&in;
    mq_error err;

    (void)state;
    assert_int_equal(mq_input_open(&in, "/nowhere/\xD9\x85", &err), MQ_EIO);
    assert_null(in);
    assert_string_equal(err.msg, "cannot open '/nowhere/\xD9\x85': No such file or directory");
    assert_int_equal(mq_input_open(&in, unit_folder(), &err), MQ_EINVALID);
    assert_non_null(strstr(err.msg, "is a folder"));
    mq_input_close(NULL);
}

int main(void)
{
    UNIT_ROWS(files, read_file);
    UNIT_ROWS(lines, read_lines);
    UNIT_LAW("lines of any length, joined, make the file", lines_make_the_file);
    UNIT_LAW("bytes can be read behind lines", bytes_follow_lines);
    UNIT_LAW("reading all has a limit that may be reached", all_has_a_limit);
    UNIT_LAW("a dash is standard input", standard_input_is_a_dash);
    UNIT_LAW("what is no file is refused with its name", refusals);
    return unit_run();
}
