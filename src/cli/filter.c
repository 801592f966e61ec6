/* filter.c - see cli/filter.h. */
#include "cli/filter.h"
#include "cli/glossary.h"

int cli_filter_query(mq_list_query *q, struct cli_filter *f, unsigned usual, const struct cmd *self)
{
    const char sort = f->sort ? *f->sort : 's';

    *q = (mq_list_query){
        .statuses = usual,
        .order = sort == 'c' ? MQ_ORDER_COUNT : sort == 'a' ? MQ_ORDER_ALPHA : MQ_ORDER_SCORE,
        .min_score = f->min_score,
        .min_docs = (uint64_t)f->min_docs,
        .limit = (size_t)f->limit,
    };
    if (f->lang && mq_lang_parse(&f->latin, mq_str_of(f->lang)))
        q->lang = &f->latin;
    return cli_statuses(&q->statuses, self, f->statuses);
}
