/*
 * spell/report.h - findings as text for a person, as JSON lines, as SARIF 2.1.0.
 *
 * Calls: open, then per document: begin, finding*, finish; then close. A report writes through a function, so that the library prints nothing.
 */
#ifndef MQ_SPELL_REPORT_H
#define MQ_SPELL_REPORT_H

#include <muqabil/document.h>
#include <muqabil/spell.h>

typedef struct mq_report mq_report;

mq_status mq_report_open(mq_report **out, const mq_report_options *o, mq_error *err);
/* A finding in a part of a document. Findings come in the order of the text. */
mq_status mq_report_add(mq_report *r, const mq_part *part, const mq_finding *f, mq_error *err);
/* The document is over. */
mq_status mq_report_finish(mq_report *r, mq_error *err);
/* Ends the report (SARIF has an end) and frees it; NULL does nothing. */
mq_status mq_report_close(mq_report *r, mq_error *err);

#endif
