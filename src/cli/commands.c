/* commands.c - the table of commands, in the order of the help. */
#include "cli/cmd.h"

#define X(name) extern const struct cmd cmd_##name;
#include "cli/commands.def"
#undef X

#define X(name) &cmd_##name,
const struct cmd *const cli_commands[] = {
#include "cli/commands.def"
    NULL
};
#undef X
