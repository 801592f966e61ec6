/* office_xml.c - see office_xml.h. */
#include <pthread.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "document/office_xml.h"
#include "document/package.h"

struct parse {
    const mq_xml_handler *h;
    mq_package *package;
    mq_status rc;        /* of the package */
    mq_error *err;
};

mq_str mq_xml_attribute(const mq_xml_element *e, const char *name)
{
    for (int i = 0; i < e->nattributes; i++) {
        const unsigned char **const a = e->attributes + (size_t)i * 5;

        if (strcmp((const char *)a[0], name) == 0)
            return (mq_str){ (const char *)a[3], (size_t)(a[4] - a[3]) };
    }
    return (mq_str){ "", 0 };
}

bool mq_xml_is(const mq_xml_element *e, const char *name)
{
    return strcmp(e->name, name) == 0;
}

static mq_xml_element element(const xmlChar *space, const xmlChar *name, const xmlChar **attributes, int n)
{
    return (mq_xml_element){ space ? (const char *)space : "", (const char *)name, attributes, n };
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int nspaces, const xmlChar **spaces,
                     int nattributes, int ndefaulted, const xmlChar **attributes)
{
    const struct parse *const p = user;
    const mq_xml_element e = element(space, name, attributes, nattributes);

    (void)prefix, (void)nspaces, (void)spaces, (void)ndefaulted;
    p->h->start(p->h->user, &e);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    const struct parse *const p = user;
    const mq_xml_element e = element(space, name, NULL, 0);

    (void)prefix;
    p->h->end(p->h->user, &e);
}

static void on_text(void *user, const xmlChar *text, int n)
{
    const struct parse *const p = user;

    p->h->text(p->h->user, (mq_str){ (const char *)text, (size_t)n });
}

static xmlEntityPtr on_entity(void *user, const xmlChar *name)
{
    (void)user;
    return xmlGetPredefinedEntity(name);
}

/* The message is taken from the parser at the end; libxml2 would print it. From 2.12 on the error is const. */
#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *error)
#else
static void on_error(void *user, xmlErrorPtr error)
#endif
{
    (void)user;
    (void)error;
}

static int on_read(void *user, char *to, int n)
{
    struct parse *const p = user;
    size_t got;

    p->rc = mq_package_read(p->package, to, (size_t)n, &got, p->err);
    return p->rc ? -1 : (int)got;
}

static int on_close(void *user)
{
    (void)user;
    return 0;
}

static mq_status outcome(const struct parse *p, xmlParserCtxtPtr c, const char *name, const char *entry)
{
    const xmlError *const e = xmlCtxtGetLastError(c);
    const char *msg;

    if (p->rc)
        return p->rc;
    if (!e || e->level < XML_ERR_FATAL)
        return MQ_OK;
    if (e->code == XML_ERR_NO_MEMORY)
        return mq_fail(p->err, MQ_ENOMEM, "no memory to read '%s'", name);
    msg = e->message ? e->message : "unknown error";
    return mq_fail(p->err, MQ_EFORMAT, "damaged document '%s': %s, line %d: %.*s", name, entry, e->line, (int)strcspn(msg, "\n"), msg);
}

static mq_status parse(struct parse *p, const char *name, const char *entry)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .getEntity = on_entity,
        .serror = on_error,
    };
    xmlParserCtxtPtr c = xmlCreateIOParserCtxt(&sax, p, on_read, on_close, p, XML_CHAR_ENCODING_NONE);
    mq_status rc;

    if (!c && p->rc)
        return p->rc;
    if (!c)
        return mq_fail(p->err, MQ_ENOMEM, "no memory to read '%s'", name);
    (void)xmlCtxtUseOptions(c, XML_PARSE_NONET);
    (void)xmlParseDocument(c);
    rc = outcome(p, c, name, entry);
    xmlFreeParserCtxt(c);
    return rc;
}

mq_status mq_xml_read(const mq_reader *r, const char *entry, const mq_xml_handler *h, mq_error *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct parse p = { .h = h, .err = err };
    mq_status rc = mq_package_open(&p.package, mq_buf_str(&r->bytes), mq_reader_name(r), entry, err);

    if (rc)
        return rc;
    (void)pthread_once(&once, xmlInitParser);
    rc = parse(&p, mq_reader_name(r), entry);
    mq_package_close(p.package);
    return rc;
}
