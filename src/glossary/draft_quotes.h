/* glossary/draft_quotes.h - the quotation marks of a draft that comes in parts. */
#ifndef MQ_GLOSSARY_DRAFT_QUOTES_H
#define MQ_GLOSSARY_DRAFT_QUOTES_H

#include <muqabil/document.h>
#include <muqabil/spell.h>

/*
 * Takes the next part of a draft into account: the first one with an Arabic quotation says what the marks of all later ones should be, so memory stays
 * flat and the answer does not depend on threads. A draft of one part leaves *q empty: the speller counts for itself. MQ_ENOMEM.
 */
mq_status mq_draft_quotes(mq_quotes *q, const mq_part *part, mq_error *err);

#endif
