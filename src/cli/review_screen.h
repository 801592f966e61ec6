/* cli/review_screen.h - what a person sees of a pair while reviewing: its terms, what else is known, its sentences, and what it competes with. */
#ifndef MQ_CLI_REVIEW_SCREEN_H
#define MQ_CLI_REVIEW_SCREEN_H

#include <muqabil/store.h>

#include "cli/cmd.h"

/* Clears the screen (where there is one) and shows p, the pair `at` (from 1) of `n`. MQ_EDB, MQ_EIO, MQ_ENOMEM. */
mq_status cli_review_show(const struct cli *cli, mq_store *s, const mq_pair *p, size_t at, size_t n, mq_error *err);

/* The keys, and a message above them when it is not empty; nothing but the message where there is no screen. */
void cli_review_foot(const struct cli *cli, const char *message);

#endif
