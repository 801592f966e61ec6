/* cli/describe.h - the option tables as a man page and as completions for bash, zsh and fish; `make` calls it through --describe. */
#ifndef MQ_CLI_DESCRIBE_H
#define MQ_CLI_DESCRIBE_H

#include "cli/cmd.h"

/* what: man | bash | zsh | fish. Prints and returns the exit code. */
int cli_describe(const char *what, struct cli *cli);

#endif
