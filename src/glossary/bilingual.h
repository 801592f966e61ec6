/* glossary/bilingual.h - bilingual drafts: where a segment renders a French or English term of the glossary, does its Arabic hold one of the renderings? */
#ifndef MQ_GLOSSARY_BILINGUAL_H
#define MQ_GLOSSARY_BILINGUAL_H

#include <muqabil/spell.h>

#include "glossary/scan_terms.h"

typedef struct mq_bilingual mq_bilingual;

/* *terms is only read and must outlive what is made. One thread each. MQ_ENOMEM. */
mq_status mq_bilingual_new(mq_bilingual **out, const mq_scan_terms *terms, mq_error *err);
void mq_bilingual_free(mq_bilingual *r);

/*
 * Tells each term of a source whose rendering is missing, once a segment, at the whole Arabic side: clitics and inflection count as in muqabil/match.h.
 * Untranslated segments (no Arabic letter) are passed over. Order: of the segments. MQ_ENOMEM, what fn returns.
 */
mq_status mq_bilingual_check(mq_bilingual *r, const mq_part *part, mq_finding_fn *fn, void *user, mq_error *err);

#endif
