/* cli/review.h - pairs one by one, a key press for each, every one to be taken back. */
#ifndef MQ_CLI_REVIEW_H
#define MQ_CLI_REVIEW_H

#include <muqabil/store.h>

#include "cli/cmd.h"

/* Reviews the pairs that q lists, in its order, until the last, `q`, or a signal; then tells how many were decided. Returns the exit code. */
int cli_review(const mq_list_query *q, struct cli *cli);

#endif
