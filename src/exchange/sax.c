/* sax.c - see sax.h. */
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "base/utf8.h"
#include "exchange/sax.h"

enum { CHUNK = 1 << 15 };

struct mq_sax {
    xmlParserCtxtPtr parser;
    const mq_sax_events *events;
    void *user;
    const char *path;
    mq_error *err;
    mq_status rc;                          /* sticky: of a handler, or a limit */
    const xmlChar *names[MQ_SAX_NAMES];    /* as the parser's dictionary has them: equal strings are equal pointers */
    size_t nnames;
    const xmlChar **attributes;            /* of the start tag in hand */
    int nattributes;
    const xmlChar *uri;
    int depth;
    bool collecting;
    size_t text_line, text_column;         /* where it began */
    mq_buf text;
    xmlEntity entity;                      /* the last HTML name that was looked up */
    char entity_text[8];
};

/* ---- for the format ---- */

static void stop(mq_sax *x, mq_status rc)
{
    if (!x->rc)
        x->rc = rc;
    xmlStopParser(x->parser);
}

mq_str mq_sax_attribute(mq_sax *x, const char *name)
{
    mq_str found = { NULL, 0 };

    for (int i = 0; i < x->nattributes; i++) {
        const xmlChar *const *a = x->attributes + (size_t)i * 5; /* local name, prefix, URI, value, end */

        if (strcmp((const char *)a[0], name) == 0 && (!found.p || a[1]))
            found = (mq_str){ (const char *)a[3], (size_t)(a[4] - a[3]) };
    }
    return found;
}

bool mq_sax_attribute_at(const mq_sax *x, size_t i, mq_str *prefix, mq_str *name, mq_str *value)
{
    const xmlChar *const *a;

    if (x->nattributes <= 0 || i >= (size_t)x->nattributes)
        return false;
    a = x->attributes + i * 5;
    *name = mq_str_of((const char *)a[0]);
    *prefix = mq_str_of((const char *)a[1]);
    *value = (mq_str){ (const char *)a[3], (size_t)(a[4] - a[3]) };
    return true;
}

mq_str mq_sax_namespace(const mq_sax *x)
{
    return mq_str_of((const char *)x->uri);
}

size_t mq_sax_line(const mq_sax *x)
{
    const int line = x->parser->input ? x->parser->input->line : 0;

    return line > 0 ? (size_t)line : 0;
}

size_t mq_sax_column(const mq_sax *x)
{
    const int column = x->parser->input ? x->parser->input->col : 0;

    return column > 0 ? (size_t)column : 0;
}

void mq_sax_collect(mq_sax *x, bool collecting)
{
    if (collecting && !x->collecting) {
        x->text_line = mq_sax_line(x);
        x->text_column = mq_sax_column(x);
    }
    x->collecting = collecting;
}

mq_str mq_sax_text(const mq_sax *x)
{
    return mq_buf_str(&x->text);
}

mq_str mq_sax_unfolded(mq_sax *x)
{
    size_t to = 0;

    for (size_t i = 0; i < x->text.n; i++) {
        const char c = x->text.p[i], next = i + 1 < x->text.n ? x->text.p[i + 1] : '\0';

        if (c == '\n' && (next == ' ' || next == '\t')) {
            while (i + 1 < x->text.n && strchr(" \t\n", x->text.p[i + 1]))
                i++;
            x->text.p[to++] = ' ';
        } else {
            x->text.p[to++] = c;
        }
    }
    x->text.n = to;
    return mq_sax_text(x);
}

void mq_sax_clear(mq_sax *x)
{
    if (x->text.status)
        stop(x, mq_fail(x->err, MQ_ENOMEM, "no memory to read '%s'", x->path));
    mq_buf_clear(&x->text);
}

void mq_sax_add(mq_sax *x, mq_str s)
{
    mq_buf_addstr(&x->text, s);
}

/* ---- SAX ---- */

static mq_status limit(mq_sax *x, const char *what, int most)
{
    return mq_fail_at(x->err, MQ_ELIMIT, mq_sax_line(x), mq_sax_column(x), "'%s': %s %d", x->path, what, most);
}

static int name_of(const mq_sax *x, const xmlChar *local)
{
    for (size_t i = 0; i < x->nnames; i++)
        if (x->names[i] == local)
            return (int)i;
    return MQ_SAX_UNKNOWN;
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nspaces, const xmlChar **spaces, int n, int defaulted,
                     const xmlChar **attributes)
{
    mq_sax *x = user;
    mq_status rc;

    (void)prefix, (void)nspaces, (void)spaces, (void)defaulted;
    if (x->rc)
        return;
    if (++x->depth > MQ_SAX_DEPTH) {
        stop(x, limit(x, "elements are nested deeper than", MQ_SAX_DEPTH));
        return;
    }
    x->attributes = attributes;
    x->nattributes = n;
    x->uri = uri;
    rc = x->events->start(x->user, x, name_of(x, local), mq_str_of((const char *)local));
    x->nattributes = 0;
    if (rc)
        stop(x, rc);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    mq_sax *x = user;
    mq_status rc;

    (void)uri, (void)prefix;
    if (x->rc)
        return;
    x->depth--;
    rc = x->events->end(x->user, x, name_of(x, local));
    if (rc)
        stop(x, rc);
}

static void on_text(void *user, const xmlChar *text, int n)
{
    mq_sax *x = user;

    if (x->rc || !x->collecting)
        return;
    mq_buf_add(&x->text, text, (size_t)n);
    if (x->text.n > MQ_SAX_TEXT)
        stop(x, mq_fail_at(x->err, MQ_ELIMIT, x->text_line, x->text_column, "'%s': a text is longer than %d bytes", x->path, MQ_SAX_TEXT));
    else if (x->text.status)
        stop(x, mq_fail(x->err, MQ_ENOMEM, "no memory to read '%s'", x->path));
}

/* The five names of XML and those of HTML; a copy of the latter lives in the handle, which is enough: the parser takes the text at once. */
static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
    mq_sax *x = user;
    xmlEntityPtr predefined = xmlGetPredefinedEntity(name);
    const htmlEntityDesc *html = predefined ? NULL : htmlEntityLookup(name);

    if (predefined)
        return predefined;
    if (!html) {
        if (!x->rc && !x->parser->inSubset) /* a declaration looks for an earlier one; that is no use of it */
            stop(x, mq_fail_at(x->err, MQ_EFORMAT, mq_sax_line(x), mq_sax_column(x), "'%s': entity '&%.40s;' is not known; definitions in a file are not read",
                               x->path, (const char *)name));
        return NULL;
    }
    x->entity_text[mq_utf8_encode(x->entity_text, html->value)] = '\0';
    x->entity = (xmlEntity){ .type = XML_ENTITY_DECL, .name = name, .etype = XML_INTERNAL_PREDEFINED_ENTITY, .content = (xmlChar *)x->entity_text,
                             .orig = (xmlChar *)x->entity_text, .length = (int)strlen(x->entity_text) };
    return &x->entity;
}

/* ---- driving the parser ---- */

static const xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .cdataBlock = on_text,
    .getEntity = on_entity,
};

static bool is_encoding_fault(int code)
{
    return code == XML_ERR_INVALID_ENCODING || code == XML_ERR_UNSUPPORTED_ENCODING || code == XML_ERR_UNKNOWN_ENCODING || code == XML_I18N_CONV_FAILED;
}

/* libxml2's words for what is wrong: one line, ours in style. */
static mq_status translate(mq_sax *x, int fault)
{
    const xmlError *e = xmlCtxtGetLastError(x->parser);
    const size_t line = e && e->line > 0 ? (size_t)e->line : mq_sax_line(x), column = e && e->int2 > 0 ? (size_t)e->int2 : mq_sax_column(x);
    const char *says = e && e->message ? e->message : is_encoding_fault(fault) ? "bytes that its encoding does not know" : "ill-formed XML";
    mq_buf why = MQ_BUF_INIT;
    mq_status code = MQ_EFORMAT;

    if (e && e->code == XML_ERR_DOCUMENT_END && x->depth > 0)
        return mq_fail_at(x->err, code, line, column, "'%s' is not well-formed: it ends too early", x->path);
    if (strncmp(says, "Input is not proper", 19) == 0 || is_encoding_fault(fault) || (e && is_encoding_fault(e->code)))
        code = MQ_EENCODING;
    if (e && e->code == XML_ERR_NO_MEMORY)
        code = MQ_ENOMEM;
    (void)mq_utf8_repair(&why, (mq_str){ says, strcspn(says, "\n") }, NULL); /* it quotes the file */
    code = mq_fail_at(x->err, code, line, column, "'%s' is not well-formed: %s", x->path, why.status ? "" : why.p);
    mq_buf_release(&why);
    return code;
}

/* Bytes that the parser holds back because a tag or a comment is not complete yet. */
static mq_status check_backlog(mq_sax *x)
{
    const xmlParserInput *in = x->parser->input;
    const size_t waiting = in && in->end > in->cur ? (size_t)(in->end - in->cur) : 0;

    if (waiting <= MQ_SAX_TAG)
        return MQ_OK;
    if (in->cur[0] == '<' && (in->cur[1] == '!' || in->cur[1] == '?'))
        return waiting <= MQ_SAX_COMMENT ? MQ_OK : limit(x, "a comment or declaration is longer than", MQ_SAX_COMMENT);
    return limit(x, "a tag is longer than", MQ_SAX_TAG);
}

static mq_status push(mq_sax *x, const char *p, size_t n, bool last)
{
    for (size_t at = 0; at < n || (last && at == n); at += CHUNK) {
        const size_t k = n - at < CHUNK ? n - at : CHUNK;
        const int code = xmlParseChunk(x->parser, p + at, (int)k, last && at + k == n);

        if (x->rc)
            return x->rc;
        if (code != XML_ERR_OK && (!x->parser->wellFormed || is_encoding_fault(code)))
            return translate(x, code);
        if (check_backlog(x))
            return MQ_ELIMIT;
        if (last && at + k == n)
            break;
    }
    return MQ_OK;
}

static mq_status read_all(mq_sax *x, mq_source *source)
{
    char chunk[CHUNK];
    size_t got = 1;
    mq_status rc = MQ_OK;

    while (!rc && got) {
        rc = mq_input_read(source->in, chunk, sizeof chunk, &got, x->err);
        if (!rc && got)
            rc = push(x, chunk, got, false);
    }
    if (!rc)
        rc = push(x, "", 0, true);
    if (!rc && !x->parser->wellFormed)
        rc = translate(x, XML_ERR_OK);
    return rc;
}

/*
 * What goes wrong in a conversion libxml2 prints, whatever the options of the parser, unless somebody listens, in one of two ways. The listeners belong to the
 * thread: they are given back.
 */
static void print_nothing(void *user, const char *fmt, ...)
{
    (void)user, (void)fmt;
}

#if LIBXML_VERSION >= 21200
static void hear_nothing(void *user, const xmlError *e)
#else
static void hear_nothing(void *user, xmlErrorPtr e)
#endif
{
    (void)user, (void)e;
}

mq_status mq_sax_read(mq_source *source, const char *const *names, const mq_sax_events *events, void *user, mq_error *err)
{
    mq_sax x = { .events = events, .user = user, .path = mq_input_name(source->in), .err = err, .text = MQ_BUF_INIT };
    xmlSAXHandler sax = handler;
    const xmlStructuredErrorFunc listener = xmlStructuredError;
    const xmlGenericErrorFunc printer = xmlGenericError;
    void *const listening = xmlStructuredErrorContext, *const printing = xmlGenericErrorContext;
    mq_status rc = MQ_OK;

    x.parser = xmlCreatePushParserCtxt(&sax, &x, NULL, 0, NULL);
    if (!x.parser)
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", x.path);
    (void)xmlCtxtUseOptions(x.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    while (names[x.nnames] && x.nnames < MQ_SAX_NAMES) {
        x.names[x.nnames] = xmlDictLookup(x.parser->dict, (const xmlChar *)names[x.nnames], -1);
        x.nnames++;
    }
    xmlSetStructuredErrorFunc(NULL, hear_nothing);
    xmlSetGenericErrorFunc(NULL, print_nothing);
    rc = read_all(&x, source);
    xmlSetStructuredErrorFunc(listening, listener);
    xmlSetGenericErrorFunc(printing, printer);
    xmlFreeDoc(x.parser->myDoc); /* made for the declarations of an internal subset, though nobody wants them */
    x.parser->myDoc = NULL;
    xmlFreeParserCtxt(x.parser);
    mq_buf_release(&x.text);
    return rc;
}
