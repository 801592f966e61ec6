/* document/office_xml.h - the XML of docx and odt as events (libxml2's SAX2), read straight out of the zip. */
#ifndef MQ_DOCUMENT_OFFICE_XML_H
#define MQ_DOCUMENT_OFFICE_XML_H

#include "document/reader.h"

typedef struct mq_xml_element {
    const char *space;           /* namespace, "" for none */
    const char *name;            /* local name */
    const unsigned char **attributes; /* five each: name, prefix, namespace, value, end of the value */
    int nattributes;             /* 0 at the end of an element */
} mq_xml_element;

typedef struct mq_xml_handler {
    void *user;
    void (*start)(void *user, const mq_xml_element *e);
    void (*end)(void *user, const mq_xml_element *e);
    void (*text)(void *user, mq_str text);
} mq_xml_handler;

/* The value of the attribute with this local name; empty when there is none. */
mq_str mq_xml_attribute(const mq_xml_element *e, const char *name);
bool mq_xml_is(const mq_xml_element *e, const char *name);
/*
 * Parses the file `entry` of the zip r->bytes. No network, no DTD from outside, no entities but the five of XML, nesting at most 256. MQ_ENOTFOUND
 * without a message when there is no such file; MQ_EFORMAT, MQ_ELIMIT, MQ_ENOMEM.
 */
mq_status mq_xml_read(const mq_reader *r, const char *entry, const mq_xml_handler *h, mq_error *err);

#endif
