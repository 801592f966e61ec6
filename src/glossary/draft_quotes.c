/* draft_quotes.c - see draft_quotes.h. */
#include "glossary/draft_quotes.h"

mq_status mq_draft_quotes(mq_quotes *q, const mq_part *part, mq_error *err)
{
    if (part->first)
        *q = (mq_quotes){ .open = 0 };
    if (q->open || (part->first && part->last))
        return MQ_OK;
    return mq_quotes_of(q, (mq_str){ part->text.p, part->text.n }, err);
}
