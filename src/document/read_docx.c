/*
 * read_docx.c - WordprocessingML (ECMA-376 part 1, transitional and strict): the main document, then its footnotes and endnotes.
 *
 * Where the parts are is asked of the relationships, since some writers name them otherwise (word/document2.xml). Headers, footers and comments are no
 * text. Of tracked changes the new text counts; of an alternative only the first choice, which repeats in the other.
 */
#include <string.h>

#include "document/blank.h"
#include "document/office_xml.h"
#include "document/paragraphs.h"

typedef struct docx {
    mq_paragraphs p;
    unsigned skip;        /* > 0: this many elements open inside one that is no text */
    unsigned runs;        /* w:r open: only there a w:tab is a tab and no tab stop */
    bool in_text;         /* in w:t */
    bool preserve;        /* its white space counts at the ends */
    mq_buf run;           /* the text of w:t */
} docx;

static bool is_word(const mq_xml_element *e)
{
    return strstr(e->space, "wordprocessingml") != NULL;
}

static bool is_any(const mq_xml_element *e, const char *const *names)
{
    for (; *names; names++)
        if (mq_xml_is(e, *names))
            return true;
    return false;
}

/* Elements whose text is not the document's. */
static bool is_skipped(const mq_xml_element *e)
{
    static const char *const names[] = { "del", "moveFrom", "rt", NULL };
    static const char *const separators[] = { "separator", "continuationSeparator", "continuationNotice", NULL };

    if (mq_xml_is(e, "Fallback"))
        return true;
    if (mq_xml_is(e, "footnote") || mq_xml_is(e, "endnote"))
        for (const char *const *s = separators; *s; s++)
            if (mq_str_equal(mq_xml_attribute(e, "type"), mq_str_of(*s)))
                return true;
    return is_word(e) && is_any(e, names);
}

/* What stands for a character. */
static mq_str character(const docx *d, const mq_xml_element *e)
{
    if (d->runs == 0)
        return (mq_str){ "", 0 };
    if (mq_xml_is(e, "tab") || mq_xml_is(e, "ptab"))
        return MQ_STR("\t");
    if (mq_xml_is(e, "br") || mq_xml_is(e, "cr"))
        return MQ_STR("\n");
    if (mq_xml_is(e, "noBreakHyphen"))
        return MQ_STR("\xE2\x80\x91"); /* U+2011 */
    if (mq_xml_is(e, "softHyphen"))
        return MQ_STR("\xC2\xAD");
    return (mq_str){ "", 0 };
}

static enum mq_gap gap_of(const mq_xml_element *e)
{
    if (mq_xml_is(e, "tc"))
        return MQ_GAP_CELL;
    return mq_xml_is(e, "tr") || mq_xml_is(e, "tbl") ? MQ_GAP_ROW : MQ_GAP_NONE;
}

static void on_start(void *user, const mq_xml_element *e)
{
    docx *const d = user;

    if (d->skip || is_skipped(e)) {
        d->skip++;
        return;
    }
    if (!is_word(e))
        return;
    if (mq_xml_is(e, "p"))
        mq_paragraph_open(&d->p);
    else if (mq_xml_is(e, "r"))
        d->runs++;
    else if (mq_xml_is(e, "t")) {
        d->in_text = true;
        d->preserve = mq_str_equal(mq_xml_attribute(e, "space"), MQ_STR("preserve"));
        mq_buf_clear(&d->run);
    } else if (gap_of(e) != MQ_GAP_NONE)
        mq_paragraph_gap(&d->p, gap_of(e));
    else
        mq_paragraph_text(&d->p, character(d, e));
}

static mq_str trimmed(mq_str s)
{
    while (s.n && mq_is_blank(s.p[s.n - 1]))
        s.n--;
    while (s.n && mq_is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    return s;
}

static void on_end(void *user, const mq_xml_element *e)
{
    docx *const d = user;

    if (d->skip) {
        d->skip--;
        return;
    }
    if (!is_word(e))
        return;
    if (mq_xml_is(e, "p")) {
        mq_paragraph_close(&d->p);
    } else if (mq_xml_is(e, "r")) {
        d->runs -= d->runs > 0;
    } else if (mq_xml_is(e, "t") && d->in_text) {
        mq_paragraph_text(&d->p, d->preserve ? mq_buf_str(&d->run) : trimmed(mq_buf_str(&d->run)));
        d->in_text = false;
    } else if (gap_of(e) == MQ_GAP_ROW) {
        mq_paragraph_gap(&d->p, MQ_GAP_ROW);
    }
}

static void on_text(void *user, mq_str text)
{
    docx *const d = user;

    if (d->in_text && !d->skip)
        mq_buf_addstr(&d->run, text);
}

/* ---- relationships ---- */

typedef struct relation {
    const char *type;     /* last word of the type that is looked for */
    mq_buf target;
} relation;

static void on_relation(void *user, const mq_xml_element *e)
{
    relation *const r = user;
    const mq_str type = mq_xml_attribute(e, "Type"), target = mq_xml_attribute(e, "Target");
    const size_t n = strlen(r->type);

    if (mq_xml_is(e, "Relationship") && type.n > n && memcmp(type.p + type.n - n, r->type, n) == 0 && r->target.n == 0)
        mq_buf_addstr(&r->target, target);
}

static void on_relation_end(void *user, const mq_xml_element *e)
{
    (void)user;
    (void)e;
}

static void on_relation_text(void *user, mq_str text)
{
    (void)user;
    (void)text;
}

/*
 * Appends the path of the part that `from` ("" = the package) relates to by a type that ends in /type; nothing when there is none or it cannot be
 * told. Targets count from the folder of `from`, or from the root when they begin with '/'.
 */
static mq_status related(const mq_reader *r, mq_buf *out, const char *from, const char *type, mq_error *err)
{
    const char *const slash = strrchr(from, '/');
    const int folder = slash ? (int)(slash - from + 1) : 0;
    relation rel = { .type = type, .target = MQ_BUF_INIT };
    const mq_xml_handler h = { &rel, on_relation, on_relation_end, on_relation_text };
    mq_buf entry = MQ_BUF_INIT;
    mq_status rc;

    mq_buf_addf(&entry, "%.*s_rels/%s.rels", folder, from, from + folder);
    rc = entry.status ? mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r)) : mq_xml_read(r, entry.p, &h, err);
    if (!rc && rel.target.n && rel.target.p[0] == '/')
        mq_buf_addz(out, rel.target.p + 1);
    else if (!rc && rel.target.n)
        mq_buf_addf(out, "%.*s%s", folder, from, rel.target.p);
    mq_buf_release(&entry);
    mq_buf_release(&rel.target);
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

/* ---- the document ---- */

static mq_status read_notes(mq_reader *r, docx *d, const char *document, const char *type, mq_error *err)
{
    const mq_xml_handler h = { d, on_start, on_end, on_text };
    mq_buf entry = MQ_BUF_INIT;
    mq_status rc = related(r, &entry, document, type, err);

    mq_paragraph_note_open(&d->p);
    if (!rc && entry.n)
        rc = mq_xml_read(r, entry.p, &h, err);
    mq_paragraph_note_close(&d->p);
    mq_buf_release(&entry);
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

static mq_status read_parts(mq_reader *r, docx *d, mq_error *err)
{
    const mq_xml_handler h = { d, on_start, on_end, on_text };
    mq_buf document = MQ_BUF_INIT;
    mq_status rc = related(r, &document, "", "/officeDocument", err);

    if (!rc && document.n == 0)
        mq_buf_addz(&document, "word/document.xml");
    if (!rc)
        rc = document.status ? mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r)) : mq_xml_read(r, document.p, &h, err);
    if (rc == MQ_ENOTFOUND)
        rc = mq_fail(err, MQ_EFORMAT, "'%s' is no docx file: it has no %s", mq_reader_name(r), document.p);
    if (!rc)
        rc = read_notes(r, d, document.p, "/footnotes", err);
    if (!rc)
        rc = read_notes(r, d, document.p, "/endnotes", err);
    mq_buf_release(&document);
    return rc;
}

mq_status mq_docx_read(mq_reader *r, mq_part *part, mq_error *err)
{
    docx d = { .run = MQ_BUF_INIT };
    mq_status rc, end;

    if (!mq_paragraphs_start(&d.p, part))
        rc = mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
    else
        rc = read_parts(r, &d, err);
    end = mq_paragraphs_end(&d.p, rc ? NULL : err);
    mq_buf_release(&d.run);
    return rc ? rc : end;
}
