/* cli/glossary.h - what the commands about pairs share: opening the glossary, reading ids and lists of statuses, showing a pair. */
#ifndef MQ_CLI_GLOSSARY_H
#define MQ_CLI_GLOSSARY_H

#include <muqabil/store.h>

#include "cli/cmd.h"
#include "cli/terminal.h"

/* Opens cli->db; -1, or a message and CLI_FAILED. mode: MQ_STORE_*. */
int cli_open(mq_store **s, const struct cli *cli, int mode);

/* "accepted,preferred" or "all" to MQ_STATUS_BITs; -1, or a message and CLI_USAGE. NULL leaves *statuses. */
int cli_statuses(unsigned *statuses, const struct cmd *self, const char *text);
/* "17" to 17, above 0; -1, or a message and CLI_USAGE. */
int cli_id(int64_t *id, const struct cmd *self, const char *text);

/* How a status is coloured. */
enum cli_style cli_status_style(mq_pair_status s);

/*
 * A pair on a line: id, status, score, occurrences, language, the Latin and the Arabic term. Pairs come one by one from the file, so the columns are of
 * fixed width; a Latin term that is wider than its column sends the Arabic to the next line when lines are folded (on a terminal, or COLUMNS set), and
 * pushes it aside when they are not.
 */
void cli_put_pair(const struct cli *cli, const mq_pair *p);

/* A hit as a line of JSON, with the members of `lookup --json`. match: NULL where nothing was asked. */
void cli_json_pair(const mq_pair *p, const char *match, mq_str sentence, mq_str doc);

/* A term as it may stand in a message: short, without controls. Valid until the next call. */
const char *cli_quoted(mq_str term);

/* accept and reject (decide.c): the status of the pairs with the ids in argv or on standard input, or of the candidates that fit; all or none. */
int cli_decide(const struct cmd *self, int argc, const char **argv, struct cli *cli, mq_pair_status status);

#endif
