/* cmd_check_db.c - muqabil check-db: is the file sound? */
#include <stdio.h>

#include "cli/glossary.h"
#include "cli/options.h"

static mq_status print(void *user, const char *problem)
{
    *(bool *)user = true;
    (void)puts(problem);
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const struct opt opts[] = { OPT_END };
    bool any = false;
    mq_store *s;
    mq_error err = { .msg = "" };
    mq_status rc;
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_open(&s, cli, MQ_STORE_READ);
    if (code >= 0)
        return code;
    rc = mq_store_check(s, print, &any, &err);
    mq_store_free(s);
    if (rc && rc != MQ_ESTOPPED)
        return cli_error(&err);
    if (!any)
        (void)puts("the glossary is sound");
    return any ? CLI_NOTHING : CLI_DONE;
}

const struct cmd cmd_check_db = {
    .name = "check-db",
    .args = "",
    .summary = "Check that the glossary is sound",
    .about = "Looks at pages, indexes, references, counts and the word index. Exit code 1 when something is wrong: restore a backup then.",
    .run = run,
};
