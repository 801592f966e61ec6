#include "cli/cmd.h"
static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    (void)argc; (void)argv; (void)cli;
    return cli_usage(self, "not yet");
}
const struct cmd cmd_mine = { .name = "mine", .args = "PATH…", .summary = "Find equivalents in texts", .run = run };
