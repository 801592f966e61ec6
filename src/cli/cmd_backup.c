/* cmd_backup.c - muqabil backup: a copy of the glossary while it is in use. */
#include "cli/glossary.h"
#include "cli/options.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const struct opt opts[] = { OPT_END };
    mq_store *s;
    mq_error err;
    mq_status rc;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n != 1)
        return cli_usage(self, "one file is wanted");
    code = cli_open(&s, cli, MQ_STORE_READ);
    if (code >= 0)
        return code;
    rc = mq_store_backup(s, argv[0], &err);
    mq_store_free(s);
    return rc ? cli_error(&err) : CLI_DONE;
}

const struct cmd cmd_backup = {
    .name = "backup",
    .args = "FILE",
    .summary = "Copy the glossary while it is in use",
    .about = "The copy is of one moment and appears whole or not at all. An older glossary of that name is replaced, any other file is not.",
    .run = run,
};
