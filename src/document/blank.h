/* document/blank.h - the white space of HTML, which is that of XML and a form feed. */
#ifndef MQ_DOCUMENT_BLANK_H
#define MQ_DOCUMENT_BLANK_H

#include <stdbool.h>

static inline bool mq_is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

#endif
