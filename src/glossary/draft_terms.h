/*
 * glossary/draft_terms.h - what a draft says of its own terms, without a glossary: pairs that mining finds in it, «rendering (term)», compared with each other.
 */
#ifndef MQ_GLOSSARY_DRAFT_TERMS_H
#define MQ_GLOSSARY_DRAFT_TERMS_H

#include <muqabil/document.h>
#include <muqabil/spell.h>

typedef struct mq_draft_terms mq_draft_terms;

/* One thread each. MQ_ENOMEM, MQ_EFORMAT (dict/). */
mq_status mq_draft_terms_new(mq_draft_terms **out, mq_error *err);
void mq_draft_terms_free(mq_draft_terms *t);

/*
 * Tells a Latin term that is rendered in another way than before in this part, and one that is first used without the Arabic that the draft gives it
 * later. In no order. MQ_ENOMEM, what fn returns.
 */
mq_status mq_draft_terms_check(mq_draft_terms *t, const mq_part *part, mq_finding_fn *fn, void *user, mq_error *err);

#endif
