/* cli/describe.h - the option tables as a man page and as completions for bash, zsh and fish; `make` calls it through --describe. */
#ifndef MQ_CLI_DESCRIBE_H
#define MQ_CLI_DESCRIBE_H

#include "cli/cmd.h"
#include "cli/options.h"

/* what: man | bash | zsh | fish. Prints and returns the exit code. */
int cli_describe(const char *what, struct cli *cli);

/* Calls each for every command, in the order of the help, with its options (which end with OPT_END and live until each returns). */
void cli_describe_commands(struct cli *cli, void (*each)(void *user, const struct cmd *self, const struct opt *opts), void *user);

#endif
