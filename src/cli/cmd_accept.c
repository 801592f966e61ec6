/* cmd_accept.c - muqabil accept: pairs that are right. */
#include "cli/glossary.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    return cli_decide(self, argc, argv, cli, MQ_ACCEPTED);
}

const struct cmd cmd_accept = {
    .name = "accept",
    .args = "[ID…]",
    .summary = "Accept pairs",
    .about = "Mining and imports never change what a person decided. With several ids, all are accepted or, when one is wrong, none. ID '-' reads ids from\n"
             "standard input. Without ids, the options tell which candidates are accepted, and 'list --status candidate' with the same options shows them first.",
    .run = run,
};
