/* cmd_reject.c - muqabil reject: pairs that are wrong. */
#include "cli/glossary.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    return cli_decide(self, argc, argv, cli, MQ_REJECTED);
}

const struct cmd cmd_reject = {
    .name = "reject",
    .args = "[ID…]",
    .summary = "Reject pairs, for good",
    .about = "A rejected pair is not shown and does not come back when it is mined again. With several ids, all are rejected or, when one is wrong, none.\n"
             "ID '-' reads ids from standard input. Without ids, the options tell which candidates are rejected.",
    .run = run,
};
