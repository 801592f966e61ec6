/* document/html.h - what other formats need of HTML. */
#ifndef MQ_DOCUMENT_HTML_H
#define MQ_DOCUMENT_HTML_H

#include "document/emit.h"

/* Emits the text of a piece of HTML, source bytes [from, to); all of it but scripts and the like. */
void mq_html_emit(mq_emitter *e, size_t from, size_t to);
/* The encoding that a page declares in its first bytes (<meta charset>, <?xml encoding>), as written; empty when it does not. */
mq_str mq_html_charset(mq_str bytes);

#endif
