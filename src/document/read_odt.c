/*
 * read_odt.c - OpenDocument text (OASIS ODF 1.3 part 3): the body of content.xml with its notes.
 *
 * White space collapses as in section 6.1.2 of the standard; what a writer means to stay is in elements. Deleted text, comments and the readings of ruby
 * are no text.
 */
#include <string.h>

#include "document/office_xml.h"
#include "document/paragraphs.h"

enum { MOST_SPACES = 256 }; /* <text:s text:c="4000000000"/> must not fill the memory */

typedef struct odt {
    mq_paragraphs p;
    unsigned skip;        /* > 0: this many elements open inside one that is no text */
} odt;

static bool in_space(const mq_xml_element *e, const char *word)
{
    return strstr(e->space, word) != NULL;
}

static bool is_text(const mq_xml_element *e)
{
    return in_space(e, ":xmlns:text:") || strstr(e->space, "openoffice.org/2000/text") != NULL;
}

static bool is_skipped(const mq_xml_element *e)
{
    static const char *const names[] = { "note-citation", "tracked-changes", "ruby-text", "script", NULL };

    for (const char *const *name = names; *name && is_text(e); name++)
        if (mq_xml_is(e, *name))
            return true;
    return mq_xml_is(e, "annotation") || (in_space(e, ":svg") && (mq_xml_is(e, "title") || mq_xml_is(e, "desc")));
}

static void add_spaces(odt *o, const mq_xml_element *e)
{
    const mq_str count = mq_xml_attribute(e, "c");
    size_t n = 0;

    for (size_t i = 0; i < count.n && n < MOST_SPACES && count.p[i] >= '0' && count.p[i] <= '9'; i++)
        n = n * 10 + (size_t)(count.p[i] - '0');
    if (n == 0)
        n = 1;
    for (size_t i = 0; i < n && i < MOST_SPACES; i++)
        mq_paragraph_text(&o->p, MQ_STR(" "));
}

static enum mq_gap gap_of(const mq_xml_element *e)
{
    if (mq_xml_is(e, "table-cell"))
        return MQ_GAP_CELL;
    return mq_xml_is(e, "table-row") || mq_xml_is(e, "table") ? MQ_GAP_ROW : MQ_GAP_NONE;
}

static bool is_paragraph(const mq_xml_element *e)
{
    return mq_xml_is(e, "p") || mq_xml_is(e, "h");
}

static void on_start(void *user, const mq_xml_element *e)
{
    odt *const o = user;

    if (o->skip || is_skipped(e)) {
        o->skip++;
        return;
    }
    if (gap_of(e) != MQ_GAP_NONE)
        mq_paragraph_gap(&o->p, gap_of(e));
    if (!is_text(e))
        return;
    if (is_paragraph(e))
        mq_paragraph_open(&o->p);
    else if (mq_xml_is(e, "note-body"))
        mq_paragraph_note_open(&o->p);
    else if (mq_xml_is(e, "s"))
        add_spaces(o, e);
    else if (mq_xml_is(e, "tab"))
        mq_paragraph_text(&o->p, MQ_STR("\t"));
    else if (mq_xml_is(e, "line-break"))
        mq_paragraph_text(&o->p, MQ_STR("\n"));
}

static void on_end(void *user, const mq_xml_element *e)
{
    odt *const o = user;

    if (o->skip) {
        o->skip--;
        return;
    }
    if (gap_of(e) == MQ_GAP_ROW)
        mq_paragraph_gap(&o->p, MQ_GAP_ROW);
    if (is_text(e) && is_paragraph(e))
        mq_paragraph_close(&o->p);
    else if (is_text(e) && mq_xml_is(e, "note-body"))
        mq_paragraph_note_close(&o->p);
}

static void on_text(void *user, mq_str text)
{
    odt *const o = user;

    if (!o->skip)
        mq_paragraph_collapsed(&o->p, text);
}

mq_status mq_odt_read(mq_reader *r, mq_part *part, mq_error *err)
{
    odt o = { .skip = 0 };
    const mq_xml_handler h = { &o, on_start, on_end, on_text };
    mq_status rc, end;

    if (!mq_paragraphs_start(&o.p, part))
        rc = mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
    else
        rc = mq_xml_read(r, "content.xml", &h, err);
    if (rc == MQ_ENOTFOUND)
        rc = mq_fail(err, MQ_EFORMAT, "'%s' is no odt file: it has no content.xml", mq_reader_name(r));
    end = mq_paragraphs_end(&o.p, rc ? NULL : err);
    return rc ? rc : end;
}
