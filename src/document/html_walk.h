/*
 * document/html_walk.h - HTML as elements that open and close around texts: missing end tags are put in, stray ones passed over.
 *
 * Two walks over the same source open the same elements in the same order, so what one walk learned of element number n holds in the next.
 */
#ifndef MQ_DOCUMENT_HTML_WALK_H
#define MQ_DOCUMENT_HTML_WALK_H

#include "document/html_token.h"

enum {
    MQ_IN_PRE = 1 << 0,
    MQ_IN_LINK = 1 << 1,
    MQ_IN_OUT = 1 << 2   /* for the handler: nothing in here is wanted */
};

typedef struct mq_element {
    const mq_tag *tag;   /* NULL: unknown name */
    mq_str name;
    size_t number;       /* in the order of opening, from 0; elements without content have none */
    unsigned in;         /* MQ_IN_* bits: begins as its parent's; what the handler sets its children get */
    uint32_t chars, link_chars, links; /* for the handler */
} mq_element;

typedef struct mq_html_handler {
    void *user;
    void (*open)(void *user, mq_element *e, const mq_html_token *t);
    void (*close)(void *user, mq_element *e, mq_element *parent);
    void (*text)(void *user, mq_element *in, const mq_html_token *t);
    void (*single)(void *user, mq_element *in, const mq_html_token *t); /* br, hr, img… */
} mq_html_handler;

/* Walks the bytes [from, to). The outermost element, number 0, has no tag and is neither opened nor closed by the handler. */
void mq_html_walk(mq_str source, size_t from, size_t to, const mq_html_handler *h);

#endif
