/*
 * read_bilingual.c - TMX 1.1 to 1.4b (LISA) and XLIFF 1.2, 2.0, 2.1 (OASIS) as drafts: the Arabic side of each segment, with what it renders.
 *
 * Both are read by the scanner of HTML in its XML manner, because it knows the byte at which each piece of text stands, which libxml2 does not tell; a
 * finding must point into the file. That costs strictness: names and entities are not checked, a DTD is passed over. An entity that is neither of XML
 * nor of HTML stays as it is written, so there is nothing that could expand. Only the balance of tags is checked, so a file that was cut is told.
 *
 * Each element has a role by its local name, the prefix does not matter. Inside a side, `shown` is a stack of bits: codes (bpt, ph, …) hide their content,
 * sub inside them shows its own.
 */
#include <string.h>

#include "document/html.h"
#include "document/html_token.h"
#include "document/reader.h"
#include "document/segments.h"

enum role { ROLE_NONE, ROLE_FILE, ROLE_HOLDER, ROLE_UNIT, ROLE_SOURCE, ROLE_TARGET, ROLE_TUV, ROLE_SEG, ROLE_OUT, ROLE_CODE, ROLE_SUB, ROLE_CP };

struct element {
    const char *name;
    enum role role;
};

static const struct element tmx_elements[] = {
    { "tu", ROLE_UNIT },  { "tuv", ROLE_TUV },  { "seg", ROLE_SEG }, { "header", ROLE_OUT }, { "note", ROLE_OUT }, { "prop", ROLE_OUT },
    { "bpt", ROLE_CODE }, { "ept", ROLE_CODE }, { "ph", ROLE_CODE }, { "it", ROLE_CODE },    { "ut", ROLE_CODE },  { "sub", ROLE_SUB },
    { NULL, ROLE_NONE },
};

/* XLIFF 2 has segments inside units, 1.2 has units alone. */
static const struct element xliff_elements[] = {
    { "xliff", ROLE_FILE },     { "file", ROLE_FILE },       { "group", ROLE_HOLDER },       { "unit", ROLE_HOLDER },   { "trans-unit", ROLE_UNIT },
    { "segment", ROLE_UNIT },   { "ignorable", ROLE_UNIT },  { "source", ROLE_SOURCE },      { "target", ROLE_TARGET }, { "alt-trans", ROLE_OUT },
    { "matches", ROLE_OUT },    { "glossary", ROLE_OUT },    { "note", ROLE_OUT },           { "notes", ROLE_OUT },     { "seg-source", ROLE_OUT },
    { "header", ROLE_OUT },     { "skeleton", ROLE_OUT },    { "originalData", ROLE_OUT },   { "bin-unit", ROLE_OUT },  { "bpt", ROLE_CODE },
    { "ept", ROLE_CODE },       { "ph", ROLE_CODE },         { "it", ROLE_CODE },            { "sub", ROLE_SUB },       { "cp", ROLE_CP },
    { NULL, ROLE_NONE },
};

struct draft {
    const struct element *elements;
    mq_bitext b;
    mq_lang source, target; /* as the file tells */
    mq_lang tuv;
    bool in_side;
    uint64_t shown;         /* lowest bit: is the text of the innermost inline element text of the side? */
    size_t depth;           /* open elements */
    size_t out;             /* the depth above which all is left out; 0 = nothing is */
    bool unbalanced;
};

static enum role role_of(const struct element *e, mq_str name)
{
    const char *const colon = memchr(name.p, ':', name.n);

    if (colon)
        name = (mq_str){ colon + 1, (size_t)(name.p + name.n - colon - 1) };
    while (e->name && !mq_str_equal(mq_str_of(e->name), name))
        e++;
    return e->role;
}

/* The first of the attributes with one of two names; no pointer when there is none. */
static mq_str attribute(const mq_html_token *t, const char *one, const char *other)
{
    mq_str rest = t->attributes, name, value;

    while (mq_html_attribute(&rest, &name, &value))
        if (mq_html_is(name, one) || mq_html_is(name, other))
            return value;
    return (mq_str){ NULL, 0 };
}

static void read_languages(struct draft *d, const mq_html_token *t)
{
    const mq_str source = attribute(t, "source-language", "srclang"), target = attribute(t, "target-language", "trglang");

    if (source.p)
        d->source = mq_lang_of_tag(source);
    if (target.p)
        d->target = mq_lang_of_tag(target);
}

static void start_side(struct draft *d, bool text, mq_lang lang)
{
    mq_side_start(&d->b, text, lang);
    d->in_side = true;
    d->shown = 1;
}

/* <cp hex="001F"/>: a character that XML cannot hold. */
static void add_code_point(struct draft *d, const mq_html_token *t)
{
    const mq_str hex = attribute(t, "hex", "hex");
    uint32_t cp = 0;

    for (size_t i = 0; i < hex.n && i < 6; i++) {
        const char *const digits = "0123456789abcdef", *const found = strchr(digits, hex.p[i] | 0x20);

        if (!found || !*found)
            return;
        cp = cp * 16 + (uint32_t)(found - digits);
    }
    if (cp >= 0x20 && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF) && d->shown & 1)
        mq_side_char(&d->b, t->start, t->end, cp);
}

/* An element inside a side. */
static void start_inline(struct draft *d, enum role role, const mq_html_token *t)
{
    if (role == ROLE_CP)
        add_code_point(d, t);
    if (!t->closed)
        d->shown = d->shown << 1 | (role == ROLE_SUB || (role != ROLE_CODE && d->shown & 1));
}

static void start(struct draft *d, const mq_html_token *t)
{
    const enum role role = role_of(d->elements, t->name);
    const bool arabic_source = d->source == MQ_LANG_AR && d->target != MQ_LANG_AR;
    const mq_str translate = attribute(t, "translate", "translate");

    d->depth += !t->closed;
    if (d->out)
        return;
    if (!t->closed && (role == ROLE_OUT || ((role == ROLE_UNIT || role == ROLE_HOLDER) && mq_html_is(translate, "no")))) {
        d->out = d->depth;
        return;
    }
    if (d->in_side) {
        start_inline(d, role, t);
        return;
    }
    switch (role) {
    case ROLE_FILE: read_languages(d, t); break;
    case ROLE_UNIT: mq_unit_start(&d->b); break;
    case ROLE_TUV: d->tuv = mq_lang_of_tag(attribute(t, "xml:lang", "lang")); break;
    case ROLE_SEG: start_side(d, d->tuv == MQ_LANG_AR, d->tuv); break;
    case ROLE_SOURCE: start_side(d, arabic_source, d->source); break;
    case ROLE_TARGET: start_side(d, !arabic_source, d->target); break;
    default: break;
    }
    d->in_side = d->in_side && !t->closed;
}

static void end(struct draft *d, const mq_html_token *t)
{
    const enum role role = role_of(d->elements, t->name);
    const bool left_out = d->out != 0;

    d->unbalanced |= d->depth == 0;
    d->out = d->depth == d->out ? 0 : d->out;
    d->depth -= d->depth > 0;
    if (left_out)
        return;
    if (role == ROLE_SEG || role == ROLE_SOURCE || role == ROLE_TARGET)
        d->in_side = false;
    else if (role == ROLE_UNIT)
        mq_unit_end(&d->b);
    else if (d->in_side)
        d->shown >>= 1;
}

static mq_status read_draft(const struct element *elements, mq_reader *r, mq_part *part, mq_error *err)
{
    struct draft d = { .elements = elements };
    mq_html_scanner scanner;
    mq_html_token t;
    mq_str source;
    mq_status rc = mq_reader_source(r, mq_html_charset(mq_buf_str(&r->bytes)), &source, err);

    if (rc)
        return rc;
    if (!mq_bitext_start(&d.b, part, source))
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
    scanner = mq_html_scan(source, 0, source.n);
    scanner.xml = true;
    while (mq_html_next(&scanner, &t)) {
        scanner.raw.n = 0; /* <title> and <script> mean nothing here */
        if (t.kind == MQ_TOKEN_START)
            start(&d, &t);
        else if (t.kind == MQ_TOKEN_END)
            end(&d, &t);
        else if (d.in_side && !d.out && d.shown & 1)
            mq_side_words(&d.b, t.start, t.end, !t.raw);
    }
    rc = mq_bitext_end(&d.b, err);
    if (!rc && (d.depth || d.unbalanced))
        rc = mq_fail(err, MQ_EFORMAT, "damaged document '%s': its tags are not balanced", mq_reader_name(r));
    return rc;
}

mq_status mq_tmx_draft_read(mq_reader *r, mq_part *part, mq_error *err)
{
    return read_draft(tmx_elements, r, part, err);
}

mq_status mq_xliff_read(mq_reader *r, mq_part *part, mq_error *err)
{
    return read_draft(xliff_elements, r, part, err);
}
