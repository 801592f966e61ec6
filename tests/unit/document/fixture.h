/* fixture.h - what the tests of the document room share: zipped files, a whole document read at once, the source behind a place. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include <muqabil/document.h>

#include "base/utf8.h"
#include "unit.h"

/* Initialises an mq_str; the bytes may hold NUL. */
#define BYTES(literal) { (literal), sizeof(literal) - 1 }

/* FOLDER/name with these bytes, zipped. */
static inline const char *fixture_gzip(const char *name, mq_str bytes)
{
    const char *const path = unit_file(name, bytes);
    gzFile f = gzopen(path, "wb1");

    assert_non_null(f);
    assert_true(bytes.n == 0 || gzwrite(f, bytes.p, (unsigned)bytes.n) > 0);
    assert_int_equal(gzclose(f), Z_OK);
    return path;
}

/* A document read to its end. `part` is the last part; `text` all of them, one after the other. */
typedef struct fixture {
    mq_status rc;          /* MQ_OK, or what failed */
    mq_error err;
    mq_buf text;
    mq_part part;
    size_t parts;
    mq_reader_info info;   /* without its strings */
    char encoding[32];
} fixture;

/* Checks on the way that parts are well-formed and follow each other without a gap. */
static inline void fixture_read(fixture *f, const char *path, mq_format format)
{
    mq_reader *r = NULL;
    mq_status rc;

    *f = (fixture){ .text = MQ_BUF_INIT };
    mq_part_init(&f->part);
    f->rc = mq_reader_open(&r, path, format, &f->err);
    if (f->rc) {
        assert_null(r);
        return;
    }
    while ((rc = mq_reader_next(r, &f->part, &f->err)) == MQ_OK) {
        if (f->part.first)
            f->text.n = f->info.format == MQ_FORMAT_JSONL ? 0 : f->text.n;
        assert_int_equal(mq_utf8_valid(f->part.text.p, f->part.text.n), f->part.text.n);
        assert_int_equal(f->part.start, f->part.first ? 0 : mq_utf8_count(f->text.p, f->text.n));
        mq_buf_addstr(&f->text, mq_buf_str(&f->part.text));
        f->parts++;
    }
    f->rc = rc == MQ_ENOTFOUND ? MQ_OK : rc;
    f->info = mq_reader_about(r);
    (void)snprintf(f->encoding, sizeof f->encoding, "%s", f->info.encoding);
    f->info.encoding = NULL;
    mq_reader_free(r);
}

static inline void fixture_release(fixture *f)
{
    mq_buf_release(&f->text);
    mq_part_release(&f->part);
}

/* The source behind a place; its end when there is no such place. */
static inline mq_str source_at(mq_str source, mq_place at)
{
    const char *p = source.p, *const end = source.p + source.n;
    uint32_t cp;

    for (size_t line = 1; line < at.line && p < end; line++) {
        const char *const lf = memchr(p, '\n', (size_t)(end - p));

        p = lf ? lf + 1 : end;
    }
    for (size_t column = 1; column < at.column && p < end; column++)
        p += mq_utf8_decode(p, end, &cp);
    return (mq_str){ p, (size_t)(end - p) };
}

/*
 * The law of places for HTML and Markdown: behind the place of each code point of the text stands that code point, or an entity, or the white space that
 * became a space. Line breaks and tabs between blocks have no source and stand behind the character before them.
 */
static inline void assert_places(const mq_part *part, mq_str source)
{
    mq_place last = { 1, 1 };
    size_t n;

    for (size_t i = 0; i < part->text.n; i += n) {
        const mq_place place = mq_part_place(part, i);
        const mq_str at = source_at(source, place);
        const char *const c = part->text.p + i;
        uint32_t cp;

        n = mq_utf8_decode(c, part->text.p + part->text.n, &cp);
        assert_true(place.line > last.line || (place.line == last.line && place.column >= last.column));
        last = place;
        if (*c == '\n' || *c == '\t' || (at.n >= n && memcmp(at.p, c, n) == 0) || (at.n && *at.p == '&'))
            continue;
        if (*c == ' ' && at.n && strchr(" \n\t\r\f", *at.p))
            continue;
        print_error("byte %zu of the text leads to %zu:%zu\n", i, place.line, place.column);
        assert_str(at, ((mq_str){ c, n }));
    }
}

#endif
