/*
 * cmd_list.c - muqabil list: the pairs of the glossary.
 *
 *      12  accepted    0.97      3  en  Security Operation Centre     مركز العمليات الأمنية
 */
#include "cli/filter.h"
#include "cli/glossary.h"

struct listing {
    const struct cli *cli;
    mq_store *s;
    mq_error *err;
    bool json, any, example;
    const mq_pair *now;
};

static mq_status with_example(void *user, const mq_occurrence *o)
{
    struct listing *l = user;

    l->example = true;
    cli_json_pair(l->now, NULL, o->context, o->doc);
    return MQ_OK;
}

static mq_status each(void *user, const mq_pair *p)
{
    struct listing *l = user;
    mq_status rc = MQ_OK;

    l->any = true;
    l->now = p;
    l->example = false;
    if (l->json)
        rc = mq_store_example(l->s, p->id, with_example, l, l->err);
    if (!rc && l->json && !l->example)
        cli_json_pair(p, NULL, MQ_STR(""), MQ_STR(""));
    if (!l->json)
        cli_put_pair(l->cli, p);
    return rc ? rc : cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static int list(const mq_list_query *q, bool json, const struct cli *cli)
{
    mq_error err;
    struct listing l = { .cli = cli, .json = json, .err = &err };
    const int code = cli_open(&l.s, cli, MQ_STORE_READ);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = mq_store_list(l.s, q, each, &l, &err);
    mq_store_free(l.s);
    if (rc && rc != MQ_ESTOPPED)
        return cli_error(&err);
    return l.any ? CLI_DONE : CLI_NOTHING;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct cli_filter f = { .sort = "score" };
    bool json = false;
    const struct opt opts[] = {
        CLI_FILTER_STATUS(&f, "of these statuses, or all (default: candidate,accepted,preferred)"),
        CLI_FILTER_SORT(&f),
        CLI_FILTER_LANG(&f, ""),
        CLI_FILTER_SCORE(&f, ""),
        CLI_FILTER_DOCS(&f, ""),
        CLI_FILTER_LIMIT(&f, "pairs"),
        OPT_FLAG(0, "json", &json, "one JSON object a line"),
        OPT_END
    };
    mq_list_query q = { .statuses = 0 };
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_filter_query(&q, &f, MQ_STATUS_SHOWN, self);
    if (code < 0)
        code = cli_need_utf8(cli);
    return code < 0 ? list(&q, json, cli) : code;
}

const struct cmd cmd_list = {
    .name = "list",
    .args = "",
    .summary = "List the pairs of the glossary",
    .about = "A line tells id, status, score, number of occurrences, language, the Latin and the Arabic term.",
    .run = run,
};
