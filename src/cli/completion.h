/* cli/completion.h - completion scripts, printed on standard output (cli/describe.h). */
#ifndef MQ_CLI_COMPLETION_H
#define MQ_CLI_COMPLETION_H

#include "cli/cmd.h"

void cli_complete_bash(struct cli *cli);
void cli_complete_zsh(struct cli *cli);
void cli_complete_fish(struct cli *cli);

#endif
