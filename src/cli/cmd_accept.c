/* cmd_accept.c - muqabil accept: pairs that are right. */
#include "cli/glossary.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    return cli_decide(self, argc, argv, cli, MQ_ACCEPTED);
}

const struct cmd cmd_accept = {
    .name = "accept",
    .args = "ID…",
    .summary = "Accept pairs",
    .about = "Mining and imports never change what a person decided. With several ids, all are accepted or, when one is wrong, none.",
    .run = run,
};
