/* document/html_rules.h - which elements of a page are furniture and not text: menus, footers, share buttons, comments. */
#ifndef MQ_DOCUMENT_HTML_RULES_H
#define MQ_DOCUMENT_HTML_RULES_H

#include "document/html_walk.h"

/* What the attributes of a start tag say of its element. */
typedef enum mq_html_verdict {
    MQ_HTML_TEXT,      /* nothing against it */
    MQ_HTML_SUSPECT,   /* named or styled like furniture; pages lie, so it stays when it holds most of the text */
    MQ_HTML_OUT        /* never text */
} mq_html_verdict;

mq_html_verdict mq_html_judge(const mq_html_token *start);
/* <a href=…> */
bool mq_html_is_link(const mq_html_token *start);
/* Is an element with this much text, of which this much in so many links, a list of links? */
bool mq_html_is_link_list(const mq_element *e);

#endif
