/* test_txt.c - plain text: encodings, parts, places, and that neither size matters nor the number of threads that read. Run under CONF=tsan, too. */
#include <pthread.h>
#include <unistd.h>

#include "fixture.h"

static const struct text_case {
    const char *name;
    mq_str bytes, text;
    const char *encoding;
    bool guessed;
    uint64_t replaced, first;
} texts[] = {
    { "ASCII stays as it is", BYTES("abc\n"), BYTES("abc\n"), "UTF-8", false, 0, 0 },
    { "an empty file is one empty part", BYTES(""), BYTES(""), "UTF-8", false, 0, 0 },
    { "a BOM is not text", BYTES("\xEF\xBB\xBF\xD9\x85"), BYTES("\xD9\x85"), "UTF-8", false, 0, 0 },
    { "a file of a BOM only is empty", BYTES("\xEF\xBB\xBF"), BYTES(""), "UTF-8", false, 0, 0 },
    { "a BOM in the middle stays", BYTES("a\xEF\xBB\xBF"), BYTES("a\xEF\xBB\xBF"), "UTF-8", false, 0, 0 },
    { "CRLF stays two code points", BYTES("a\r\nb\r\n"), BYTES("a\r\nb\r\n"), "UTF-8", false, 0, 0 },
    { "each ill-formed sequence is one U+FFFD", BYTES("\xD9\x85\xD9\x85\xE2\x80 \xFF\xD9\x85"), BYTES("\xD9\x85\xD9\x85\xEF\xBF\xBD \xEF\xBF\xBD\xD9\x85"),
      "UTF-8", false, 2, 4 },
    { "the place of the first one counts the BOM", BYTES("\xEF\xBB\xBF" "ab\xFF"), BYTES("ab\xEF\xBF\xBD"), "UTF-8", false, 1, 5 },
    { "a lone odd byte does not make another encoding", BYTES("abc \xFF def"), BYTES("abc \xEF\xBF\xBD def"), "UTF-8", false, 1, 4 },
    { "a code point cut off by the end is ill-formed", BYTES("\xD9\x85\xD9"), BYTES("\xD9\x85\xEF\xBF\xBD"), "UTF-8", false, 1, 2 },
    { "UTF-16, little end first", BYTES("\xFF\xFE" "a\0\x45\x06\n\0"), BYTES("a\xD9\x85\n"), "UTF-16LE", false, 0, 0 },
    { "UTF-16, big end first", BYTES("\xFE\xFF" "\0a\x06\x45"), BYTES("a\xD9\x85"), "UTF-16BE", false, 0, 0 },
    { "UTF-16 beyond the first plane", BYTES("\xFF\xFE\x3D\xD8\x00\xDE"), BYTES("\xF0\x9F\x98\x80"), "UTF-16LE", false, 0, 0 },
    { "half a surrogate pair is ill-formed", BYTES("\xFF\xFE" "a\0\x3D\xD8" "b\0"), BYTES("a\xEF\xBF\xBD" "b"), "UTF-16LE", false, 1, 4 },
    { "half a unit at the end is ill-formed", BYTES("\xFF\xFE" "a\0b"), BYTES("a\xEF\xBF\xBD"), "UTF-16LE", false, 1, 4 },
    { "windows-1256 is recognised by its words", BYTES("\xC7\xE1\xE3\xDB\xD1\xC8 \xC7\xE1\xDA\xD1\xC8\xED"),
      BYTES(u8"\u0627\u0644\u0645\u063A\u0631\u0628 \u0627\u0644\u0639\u0631\u0628\u064A"), "windows-1256", true, 0, 0 },
    { "ISO-8859-6 is recognised by its words", BYTES("\xC7\xE4\xE5\xDA\xD1\xC8 \xC7\xE4\xD9\xD1\xC8\xEA"),
      BYTES(u8"\u0627\u0644\u0645\u063A\u0631\u0628 \u0627\u0644\u0639\u0631\u0628\u064A"), "ISO-8859-6", true, 0, 0 },
    { "French without a BOM is windows-1252",
      BYTES("d\xE9veloppement num\xE9rique"), BYTES(u8"d\u00E9veloppement num\u00E9rique"), "windows-1252", true, 0, 0 },
    { "a NUL far behind is a code point", BYTES("a\0b"), BYTES("a\0b"), "UTF-8", false, 0, 0 },
};

/* Plain and zipped. */
static void text(void **row)
{
    const struct text_case *const c = *row;

    for (int zipped = 0; zipped < 2; zipped++) {
        fixture f;

        fixture_read(&f, zipped ? fixture_gzip("x.gz", c->bytes) : unit_file("x.txt", c->bytes), MQ_FORMAT_TXT);
        assert_int_equal(f.rc, MQ_OK);
        assert_str(mq_buf_str(&f.text), c->text);
        assert_string_equal(f.encoding, c->encoding);
        assert_int_equal(f.info.encoding_guessed, c->guessed);
        assert_int_equal(f.info.replaced, c->replaced);
        assert_int_equal(f.info.first_replaced, c->first);
        assert_int_equal(f.info.bytes, c->bytes.n);
        assert_int_equal(f.parts, 1);
        assert_true(f.part.first && f.part.last);
        fixture_release(&f);
    }
}

/* Words, a line break each `rarely` code points, ill-formed bytes here and there; no spaces in lines that are very long. */
static void fill_random(mq_buf *out, size_t n, size_t rarely)
{
    uint64_t random = rarely;

    while (out->n < n) {
        const size_t r = unit_below(&random, rarely);

        if (r == 0)
            mq_buf_addz(out, unit_below(&random, 2) ? "\n" : "\r\n");
        else if (r % 5000 == 1)
            mq_buf_add(out, "\xFF\xE2\x80", 3);
        else if (r % 7 == 0 && rarely < 1000000)
            mq_buf_addc(out, ' ');
        else
            mq_buf_addcp(out, (uint32_t)(r % 3 ? 0x621 + r % 40 : 'a' + r % 26));
    }
}

/* Walks over a part that begins at `place` and asks it for many places. The place behind it. */
static mq_place check_places(const mq_part *part, mq_place place)
{
    for (size_t i = 0; i <= part->text.n; i++) {
        if (i < part->text.n && (unsigned char)part->text.p[i] >> 6 == 2)
            continue;
        if (i % 97 < 2 || i == part->text.n) {
            const mq_place have = mq_part_place(part, i);

            assert_int_equal(have.line, place.line);
            assert_int_equal(have.column, place.column);
        }
        if (i < part->text.n && part->text.p[i] == '\n')
            place = (mq_place){ place.line + 1, 1 };
        else if (i < part->text.n)
            place.column++;
    }
    return place;
}

/* Reads a file part by part and asks each part for places; compares with the text as a whole. */
static void check_parts(const char *path, mq_str text)
{
    mq_reader *r;
    mq_part part;
    mq_error err;
    size_t at = 0, parts = 0;
    mq_place place = { 1, 1 };

    mq_part_init(&part);
    assert_int_equal(mq_reader_open(&r, path, MQ_FORMAT_TXT, &err), MQ_OK);
    while (mq_reader_next(r, &part, &err) == MQ_OK) {
        assert_true(part.text.n <= text.n - at && part.text.n <= 3 << 20);
        assert_memory_equal(part.text.p, text.p + at, part.text.n);
        assert_int_equal(part.start, mq_utf8_count(text.p, at));
        assert_int_equal(part.first, parts == 0);
        assert_int_equal(part.last, at + part.text.n == text.n);
        place = check_places(&part, place);
        at += part.text.n;
        parts++;
    }
    assert_int_equal(at, text.n);
    assert_true(parts > 2);
    mq_part_release(&part);
    mq_reader_free(r);
}

static const struct line_case {
    const char *name;
    size_t rarely;
} lines[] = {
    { "parts of short lines put together are the whole", 20 },
    { "parts of long lines put together are the whole", 3000 },
    { "parts of lines as long as a part put together are the whole", 900000 },
    { "parts of one line without spaces put together are the whole", 100000000 },
};

static void whole(void **row)
{
    const struct line_case *const c = *row;
    mq_buf bytes = MQ_BUF_INIT, repaired = MQ_BUF_INIT;

    fill_random(&bytes, (size_t)5 << 19, c->rarely);
    (void)mq_utf8_repair(&repaired, mq_buf_str(&bytes), NULL);
    check_parts(unit_file("big.txt", mq_buf_str(&bytes)), mq_buf_str(&repaired));
    mq_buf_release(&bytes);
    mq_buf_release(&repaired);
}

static void a_part_ends_behind_a_line_break_else_a_space(void **state)
{
    mq_buf bytes = MQ_BUF_INIT;
    mq_reader *r;
    mq_part part;

    (void)state;
    mq_part_init(&part);
    for (int i = 0; i < 200000; i++)
        mq_buf_addz(&bytes, i == 1000 ? "word\n" : "word ");
    mq_buf_addz(&bytes, "end\n");
    for (int i = 0; i < 300000; i++)
        mq_buf_addz(&bytes, "word ");
    assert_int_equal(mq_reader_open(&r, unit_file("cut.txt", mq_buf_str(&bytes)), MQ_FORMAT_AUTO, NULL), MQ_OK);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    assert_int_equal(part.text.p[part.text.n - 1], '\n');
    assert_int_equal(part.text.n, 1000004);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    assert_int_equal(part.text.p[part.text.n - 1], ' ');
    mq_reader_free(r);
    mq_part_release(&part);
    mq_buf_release(&bytes);
}

static void parts_of_utf16_put_together_are_the_whole(void **state)
{
    mq_buf want = MQ_BUF_INIT, bytes = MQ_BUF_INIT;
    fixture f;

    (void)state;
    mq_buf_add(&bytes, "\xFF\xFE", 2);
    for (uint32_t i = 0; i < 1500000; i++) {
        const uint32_t cp = i % 50 == 49 ? '\n' : 0x621 + i % 40;

        mq_buf_addcp(&want, cp);
        mq_buf_addc(&bytes, (char)(cp & 0xFF));
        mq_buf_addc(&bytes, (char)(cp >> 8));
    }
    fixture_read(&f, unit_file("x.txt", mq_buf_str(&bytes)), MQ_FORMAT_AUTO);
    assert_true(f.parts > 2);
    assert_int_equal(f.text.n, want.n);
    assert_memory_equal(f.text.p, want.p, want.n);
    fixture_release(&f);
    mq_buf_release(&want);
    mq_buf_release(&bytes);
}

/* ---- several threads ---- */

enum { MOST_READERS = 4, MOST_READ = 16 };

/* Who claims says which part it is; who loads puts it there. */
struct readers {
    mq_reader *r;
    pthread_mutex_t claiming;
    mq_part part[MOST_READ];
    size_t n;
};

static mq_part *claim(struct readers *all)
{
    mq_part *part = NULL;

    (void)pthread_mutex_lock(&all->claiming);
    if (all->n < MOST_READ && mq_reader_claim(all->r, &all->part[all->n], NULL) == MQ_OK)
        part = &all->part[all->n++];
    (void)pthread_mutex_unlock(&all->claiming);
    return part;
}

static void *read_some(void *arg)
{
    struct readers *all = arg;
    mq_part *part;

    while ((part = claim(all)) != NULL && mq_reader_load(all->r, part))
        continue;
    return part;
}

static void read_together(struct readers *all, const char *path, size_t threads)
{
    pthread_t thread[MOST_READERS];
    void *unread;

    *all = (struct readers){ .n = 0 };
    (void)pthread_mutex_init(&all->claiming, NULL);
    for (size_t i = 0; i < MOST_READ; i++)
        mq_part_init(&all->part[i]);
    assert_int_equal(mq_reader_open(&all->r, path, MQ_FORMAT_TXT, NULL), MQ_OK);
    for (size_t i = 0; i < threads; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, read_some, all), 0);
    for (size_t i = 0; i < threads; i++) {
        assert_int_equal(pthread_join(thread[i], &unread), 0);
        assert_null(unread);
    }
}

static void close_readers(struct readers *all)
{
    for (size_t i = 0; i < MOST_READ; i++)
        mq_part_release(&all->part[i]);
    mq_reader_free(all->r);
    (void)pthread_mutex_destroy(&all->claiming);
}

static void assert_same_part(const mq_part *have, const mq_part *want)
{
    const mq_place x = mq_part_place(have, have->text.n), y = mq_part_place(want, want->text.n);

    assert_str(mq_buf_str(&have->text), mq_buf_str(&want->text));
    assert_str(mq_buf_str(&have->uri), mq_buf_str(&want->uri));
    assert_int_equal(have->start, want->start);
    assert_int_equal(have->first, want->first);
    assert_int_equal(have->last, want->last);
    assert_int_equal(x.line, y.line);
    assert_int_equal(x.column, y.column);
}

/* The parts of the file, one after the other, are what several threads read. */
static void assert_read_alike(const char *path, size_t threads)
{
    struct readers all;
    mq_reader *r;
    mq_part part;
    size_t n = 0;

    read_together(&all, path, threads);
    mq_part_init(&part);
    assert_int_equal(mq_reader_open(&r, path, MQ_FORMAT_TXT, NULL), MQ_OK);
    for (; mq_reader_next(r, &part, NULL) == MQ_OK; n++)
        assert_same_part(&all.part[n], &part);
    assert_in_range(n, 3, MOST_READ - 1);
    assert_int_equal(all.n, n);
    assert_int_equal(mq_reader_about(all.r).replaced, mq_reader_about(r).replaced);
    assert_int_equal(mq_reader_about(all.r).first_replaced, mq_reader_about(r).first_replaced);
    assert_int_equal(mq_reader_about(all.r).bytes, mq_reader_about(r).bytes);
    mq_reader_free(r);
    mq_part_release(&part);
    close_readers(&all);
}

static const struct line_case readings[] = {
    { "several threads read of short lines what one reads", 20 },
    { "several threads read of long lines what one reads", 3000 },
    { "several threads read of lines as long as a part what one reads", 900000 },
};

static void threads_read_what_one_reads(void **row)
{
    const struct line_case *const c = *row;
    mq_buf bytes = MQ_BUF_INIT;
    const char *path;

    fill_random(&bytes, (size_t)5 << 20, c->rarely);
    path = unit_file("big.txt", mq_buf_str(&bytes));
    for (size_t threads = 1; threads <= MOST_READERS; threads++)
        assert_read_alike(path, threads);
    mq_buf_release(&bytes);
}

/* A plain file is parted in the same places as a pipe, which cannot be read ahead. */
static void a_file_is_parted_like_a_stream(void **state)
{
    mq_buf bytes = MQ_BUF_INIT;
    mq_reader *r[2];
    mq_part part[2];
    mq_status rc;

    (void)state;
    fill_random(&bytes, (size_t)5 << 20, 300);
    assert_int_equal(mq_reader_open(&r[0], unit_file("big.txt", mq_buf_str(&bytes)), MQ_FORMAT_TXT, NULL), MQ_OK);
    assert_int_equal(mq_reader_open(&r[1], fixture_gzip("big.gz", mq_buf_str(&bytes)), MQ_FORMAT_TXT, NULL), MQ_OK);
    mq_part_init(&part[0]);
    mq_part_init(&part[1]);
    do {
        rc = mq_reader_next(r[0], &part[0], NULL);
        assert_int_equal(mq_reader_next(r[1], &part[1], NULL), rc);
        assert_str(mq_buf_str(&part[0].text), mq_buf_str(&part[1].text));
    } while (rc == MQ_OK);
    assert_int_equal(rc, MQ_ENOTFOUND);
    for (size_t i = 0; i < 2; i++) {
        mq_part_release(&part[i]);
        mq_reader_free(r[i]);
    }
    mq_buf_release(&bytes);
}

/* Someone shortens the file between a claim and its load: there is less, and no harm. */
static void a_file_that_shrinks_ends_where_it_ends(void **state)
{
    mq_buf bytes = MQ_BUF_INIT;
    const char *path;
    mq_reader *r;
    mq_part part;

    (void)state;
    fill_random(&bytes, (size_t)5 << 20, 30);
    path = unit_file("big.txt", mq_buf_str(&bytes));
    mq_part_init(&part);
    assert_int_equal(mq_reader_open(&r, path, MQ_FORMAT_TXT, NULL), MQ_OK);
    assert_int_equal(mq_reader_claim(r, &part, NULL), MQ_OK);
    assert_true(part.unread);
    assert_int_equal(truncate(path, 1000), 0);
    assert_true(mq_reader_load(r, &part));
    assert_false(part.unread || part.last);
    assert_in_range(part.text.n, 1000, 1000 + 1000);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    assert_true(part.last);
    assert_int_equal(part.text.n, 0);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_ENOTFOUND);
    mq_reader_free(r);
    mq_part_release(&part);
    mq_buf_release(&bytes);
}

int main(void)
{
    UNIT_ROWS(texts, text);
    UNIT_ROWS(lines, whole);
    UNIT_LAW("a part ends behind a line break, else behind a space", a_part_ends_behind_a_line_break_else_a_space);
    UNIT_LAW("parts of UTF-16 put together are the whole", parts_of_utf16_put_together_are_the_whole);
    UNIT_ROWS(readings, threads_read_what_one_reads);
    UNIT_LAW("a file is parted like a stream", a_file_is_parted_like_a_stream);
    UNIT_LAW("a file that shrinks while it is read ends where it ends", a_file_that_shrinks_ends_where_it_ends);
    return unit_run();
}
