/* test_document_faults.c - the document room without memory: a part is what it would be otherwise, or a reader says that it has none. */
#include <stdio.h>
#include <string.h>

#include <muqabil/document.h>

#include "faults.h"

enum { LONGEST = 2000 };

static mq_status read_parts(const char *path, mq_buf *all, mq_error *err)
{
    mq_reader *r = NULL;
    mq_part part;
    mq_status rc = mq_reader_open(&r, path, MQ_FORMAT_AUTO, err);

    mq_part_init(&part);
    while (!rc && (rc = mq_reader_next(r, &part, err)) == MQ_OK) {
        const mq_place end = mq_part_place(&part, part.text.n);

        mq_buf_addf(all, "%s %zu:%zu %s\n", part.doc.p, end.line, end.column, part.text.n ? part.text.p : "");
        for (size_t i = 0; i < part.nsegments; i++)
            mq_buf_add(all, part.sources.p + part.segment[i].source, part.segment[i].source_end - part.segment[i].source);
    }
    mq_part_release(&part);
    mq_reader_free(r);
    return rc == MQ_ENOTFOUND ? all->status : rc;
}

/* The first call has all the memory there is and leaves what it read in `want`. */
static mq_status same_parts(const char *path, char want[LONGEST])
{
    mq_buf all = MQ_BUF_INIT;
    mq_error err = { .code = MQ_OK };
    const mq_status rc = read_parts(path, &all, &err);

    if (!rc && *want)
        assert_string_equal(all.p, want);
    else if (!rc)
        assert_in_range(snprintf(want, LONGEST, "%s", all.p), 1, LONGEST - 1);
    mq_buf_release(&all);
    return rc;
}

#define BODY(format, file, text)                                       \
    static mq_status format(void)                                      \
    {                                                                  \
        static const char *path;                                       \
        static char want[LONGEST];                                     \
                                                                       \
        if (!path)                                                     \
            path = unit_file(file, mq_str_of(text));                   \
        return same_parts(path, want);                                 \
    }

BODY(txt, "a.txt", "one (\xD9\x85) \xFF\r\ntwo\n")
BODY(windows, "w.txt", "\xC7\xE1\xD3\xE1\xC7\xE3 \xDA\xE1\xED\xDF\xE3 \xE6\xD1\xCD\xE3\xC9 \xC7\xE1\xE1\xE5\n")
BODY(html, "a.html", "<!doctype html><title>t</title><nav><a href=x>menu</a></nav><p>one &eacute; <b>two</b><ul><li>three<li>four</ul>")
BODY(md, "a.md", "# one\n\ntwo *three* `code`\n\n- four\n- five\n")
BODY(jsonl, "a.jsonl", "{\"id\":\"x\",\"text\":\"one\"}\nnothing\n{\"id\":\"y\",\"text\":\"two\\nthree\"}\n")
BODY(xliff, "a.xlf", "<xliff><trans-unit><source>one</source><target>two &amp; <g>three</g></target></trans-unit><!-- muqabil:ignore --></xliff>")
BODY(po, "a.po", "msgid \"one\"\nmsgid_plural \"two\"\nmsgstr[0] \"three\\n\"\nmsgstr[1] \"four\"\n")

/* Of more than one part, so that it is read from its place. */
static mq_status large(void)
{
    static const char *path;
    const size_t line = strlen("one line of many\n"), lines = 70000;
    mq_error err = { .code = MQ_OK };
    mq_reader *r = NULL;
    mq_part part;
    size_t n = 0;
    mq_status rc;

    if (!path) {
        mq_buf all = MQ_BUF_INIT;

        for (size_t i = 0; i < lines; i++)
            mq_buf_addz(&all, "one line of many\n");
        path = unit_file("large.txt", mq_buf_str(&all));
        mq_buf_release(&all);
    }
    mq_part_init(&part);
    rc = mq_reader_open(&r, path, MQ_FORMAT_AUTO, &err);
    while (!rc && (rc = mq_reader_next(r, &part, &err)) == MQ_OK)
        n += part.text.n;
    assert_true(rc != MQ_ENOTFOUND || n == line * lines);
    assert_true(rc == MQ_ENOTFOUND || !r || mq_reader_next(r, &part, NULL) == MQ_ENOTFOUND);
    mq_part_release(&part);
    mq_reader_free(r);
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

static mq_status count(void *user, const char *path)
{
    size_t *n = user;

    assert_non_null(strstr(path, unit_folder()));
    ++*n;
    return MQ_OK;
}

static mq_status walk(void)
{
    size_t n = 0;
    const mq_status rc = mq_walk(unit_folder(), count, NULL, &n, NULL);

    assert_true(rc || n == 8);
    return rc;
}

static const faults_case cases[] = {
    { "a text", txt },
    { "a text in another encoding", windows },
    { "a text of several parts", large },
    { "a page", html },
    { "a Markdown file", md },
    { "JSON lines", jsonl },
    { "an XLIFF draft", xliff },
    { "a PO draft", po },
    { "a folder", walk },
};

int main(void)
{
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
