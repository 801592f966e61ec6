/*
 * read_jsonl.c - a document a line: {"id":"…","text":"…"}; other keys are not looked at. A whole number is an id, too.
 *
 * A line that is no such object is left out and counted, so that one bad line in a corpus does not hold up the others. Ill-formed UTF-8 is replaced
 * before the line is parsed.
 */
#include <string.h>

#include "base/jsonl.h"
#include "base/utf8.h"
#include "document/jsonl_line.h"
#include "document/reader.h"

static void skip(mq_reader *r)
{
    if (r->info.skipped++ == 0)
        r->info.first_skipped = r->line;
}

/* The line in r->bytes as well-formed UTF-8 without BOM and white space at its ends; `at` = its byte in the file. */
static mq_str line_text(mq_reader *r, uint64_t at)
{
    mq_str s = mq_buf_str(&r->bytes);
    size_t first, n;

    if (r->line == 1 && s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0) {
        s.p += 3;
        s.n -= 3;
        at += 3;
    }
    if (mq_utf8_valid(s.p, s.n) < s.n) {
        mq_buf_clear(&r->source);
        n = mq_utf8_repair(&r->source, s, &first);
        mq_reader_replaced(r, n, at + first);
        s = mq_buf_str(&r->source);
    }
    while (s.n && (s.p[s.n - 1] == '\r' || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
        s.n--;
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) {
        s.p++;
        s.n--;
    }
    return s;
}

/* Appends the id and text of an object of any form; no id for one that is no document. */
static void add_object(mq_buf *id, mq_buf *text, mq_str line)
{
    json_t *const object = mq_json_object(line, NULL);
    const json_t *const number = object ? json_object_get(object, "id") : NULL;

    if (object && json_is_string(json_object_get(object, "text"))) {
        mq_buf_addstr(text, mq_json_get(object, "text"));
        if (json_is_integer(number))
            mq_buf_addf(id, "%lld", (long long)json_integer_value(number));
        else
            mq_buf_addstr(id, mq_json_get(object, "id"));
    }
    json_decref(object);
}

/* False: the line is no document. */
static bool read_line(mq_reader *r, mq_part *part, mq_str line)
{
    mq_buf_clear(&part->doc);
    mq_buf_clear(&part->uri);
    if (!mq_jsonl_line(&part->doc, &part->text, line)) {
        mq_buf_clear(&part->doc);
        mq_buf_clear(&part->text);
        add_object(&part->doc, &part->text, line);
    }
    mq_buf_addf(&part->uri, "%s#", r->id.p);
    mq_buf_addstr(&part->uri, mq_buf_str(&part->doc));
    return part->doc.n > 0 && !memchr(part->doc.p, '\0', part->doc.n);
}

mq_status mq_jsonl_next(mq_reader *r, mq_part *part, mq_error *err)
{
    for (;;) {
        const uint64_t at = mq_input_tell(r->in);
        const mq_status rc = mq_input_line(r->in, &r->bytes, MQ_DOCUMENT_LIMIT, err);
        mq_str line;

        if (rc && rc != MQ_ELIMIT)
            return rc;
        r->line++;
        line = rc ? (mq_str){ "", 0 } : line_text(r, at);
        if (line.n && read_line(r, part, line))
            break;
        mq_buf_clear(&part->text);
        if (rc || line.n) /* an empty line is no mistake */
            skip(r);
    }
    part->start = 0;
    part->first = part->last = true;
    return mq_places_start(part, r->line, 1, true) ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
}
