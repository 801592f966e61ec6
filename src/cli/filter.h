/* cli/filter.h - which pairs a command is about: the options that list, review, conflicts, accept and reject have in common. */
#ifndef MQ_CLI_FILTER_H
#define MQ_CLI_FILTER_H

#include <muqabil/store.h>

#include "cli/options.h"

/* What the options said. All zero is "no wish". */
struct cli_filter {
    const char *statuses, *sort, *lang;
    double min_score;
    long min_docs, limit;
    mq_lang latin; /* what a query made of this points to */
};

/* Rows of an option table. `what` stands before the help: "" or a noun and a blank. */
#define CLI_FILTER_LANG(f, what) OPT_CHOICE('l', "lang", &(f)->lang, "fr|en|und|other", what "of this Latin language")
#define CLI_FILTER_SCORE(f, what) OPT_REAL(0, "min-score", &(f)->min_score, 0, 1, what "with at least this score")
#define CLI_FILTER_DOCS(f, what) OPT_INT(0, "min-docs", &(f)->min_docs, 0, 1000000000, what "seen in at least N documents")
#define CLI_FILTER_LIMIT(f, what) OPT_INT('n', "limit", &(f)->limit, 0, 1000000000, "at most N " what "; 0 is all")
#define CLI_FILTER_STATUS(f, help) OPT_STR(0, "status", &(f)->statuses, "S,S…", help)
#define CLI_FILTER_SORT(f) \
    OPT_CHOICE(0, "sort", &(f)->sort, "score|count|alpha", "best, most seen, or by the Arabic alphabet first (default: score)")

/* The query for it; f must outlive *q. Without --status, pairs of the `usual` statuses. -1, or a message and CLI_USAGE. */
int cli_filter_query(mq_list_query *q, struct cli_filter *f, unsigned usual, const struct cmd *self);

#endif
