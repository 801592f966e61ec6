/*
 * fuzz_document.c - any bytes through any reader of the document room.
 *
 * The first byte chooses the format (1 sniffs, 2 and so on as in mq_format); the rest is the file. Checked on the way: text is well-formed, parts follow each other,
 * places never go back inside a part, and plain text gives each well-formed file back as it is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <muqabil/document.h>

#include "base/utf8.h"

enum { FORMATS = MQ_FORMAT_PO + 1 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool law)
{
    if (!law)
        abort();
}

static void check_places(const mq_part *part)
{
    mq_place last = { 1, 1 };

    for (size_t i = 0; i < part->text.n;) {
        const mq_place at = mq_part_place(part, i);
        uint32_t cp;

        must(at.line > last.line || (at.line == last.line && at.column >= last.column));
        last = at;
        i += mq_utf8_decode(part->text.p + i, part->text.p + part->text.n, &cp);
    }
    (void)mq_part_place(part, part->text.n);
}

/* The same bytes, when they are UTF-8 without a BOM. */
static void check_whole(const mq_buf *text, const uint8_t *data, size_t size)
{
    const char *const p = (const char *)data;

    if (size >= 3 && (memcmp(p, "\xEF\xBB\xBF", 3) == 0 || memcmp(p, "\x1F\x8B", 2) == 0))
        return;
    if (mq_utf8_valid(p, size) == size)
        must(text->n == size && memcmp(text->p, p, size) == 0);
}

/* Segments lie in the text, in its order, and their sources in the sources. */
static void check_segments(const mq_part *part)
{
    size_t last = 0;

    for (size_t i = 0; i < part->nsegments; i++) {
        const mq_draft_segment *const s = &part->segment[i];

        must(s->start >= last && s->start <= s->end && s->end <= part->text.n && s->source <= s->source_end && s->source_end <= part->sources.n);
        must(mq_utf8_valid(part->text.p + s->start, s->end - s->start) == s->end - s->start);
        must(mq_utf8_valid(part->sources.p + s->source, s->source_end - s->source) == s->source_end - s->source);
        last = s->start;
    }
}

static void read_all(mq_reader *r, mq_buf *text)
{
    mq_part part;
    mq_error err;
    size_t start = 0;

    mq_part_init(&part);
    while (mq_reader_next(r, &part, &err) == MQ_OK) {
        must(mq_utf8_valid(part.text.p, part.text.n) == part.text.n && mq_utf8_valid(part.doc.p, part.doc.n) == part.doc.n);
        must(part.start == (part.first ? 0 : start));
        start = part.start + mq_utf8_count(part.text.p, part.text.n);
        check_places(&part);
        check_segments(&part);
        mq_buf_addstr(text, mq_buf_str(&part.text));
    }
    mq_part_release(&part);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const int fd = size ? memfd_create("document", 0) : -1;
    mq_buf text = MQ_BUF_INIT;
    mq_reader *r = NULL;
    mq_error err;
    char path[64];

    if (fd < 0)
        return 0;
    must(write(fd, data + 1, size - 1) == (ssize_t)(size - 1));
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (mq_reader_open(&r, path, (mq_format)((uint8_t)(data[0] - '1') % FORMATS), &err) == MQ_OK) {
        read_all(r, &text);
        if (mq_reader_about(r).format == MQ_FORMAT_TXT)
            check_whole(&text, data + 1, size - 1);
    }
    mq_reader_free(r);
    mq_buf_release(&text);
    (void)close(fd);
    return 0;
}
