/*
 * cmd_list.c - muqabil list: the pairs of the glossary.
 *
 *      12  accepted    0.97      3  en  Security Operation Centre     مركز العمليات الأمنية
 */
#include "cli/glossary.h"
#include "cli/options.h"

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
    const char *statuses = NULL, *sort = "score", *lang = NULL;
    bool json = false;
    long limit = 0, min_docs = 0;
    double min_score = 0;
    const struct opt opts[] = {
        OPT_STR(0, "status", &statuses, "S,S…", "of these statuses, or all (default: candidate,accepted,preferred)"),
        OPT_CHOICE(0, "sort", &sort, "score|count|alpha", "best, most seen, or by the Arabic alphabet first (default: score)"),
        OPT_CHOICE('l', "lang", &lang, "fr|en|und|other", "of this Latin language"),
        OPT_REAL(0, "min-score", &min_score, 0, 1, "with at least this score"),
        OPT_INT(0, "min-docs", &min_docs, 0, 1000000000, "seen in at least N documents"),
        OPT_INT('n', "limit", &limit, 0, 1000000000, "at most N pairs; 0 is all"),
        OPT_FLAG(0, "json", &json, "one JSON object a line"),
        OPT_END
    };
    mq_list_query q = { .statuses = MQ_STATUS_SHOWN };
    mq_lang l;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n > 0)
        return cli_usage(self, "'%s' is not wanted here", argv[0]);
    code = cli_statuses(&q.statuses, self, statuses);
    if (code < 0)
        code = cli_need_utf8(cli);
    if (code >= 0)
        return code;
    q.order = *sort == 'c' ? MQ_ORDER_COUNT : *sort == 'a' ? MQ_ORDER_ALPHA : MQ_ORDER_SCORE;
    q.min_score = min_score;
    q.min_docs = (uint64_t)min_docs;
    q.limit = (size_t)limit;
    if (lang && mq_lang_parse(&l, mq_str_of(lang)))
        q.lang = &l;
    return list(&q, json, cli);
}

const struct cmd cmd_list = {
    .name = "list",
    .args = "",
    .summary = "List the pairs of the glossary",
    .about = "A line tells id, status, score, number of occurrences, language, the Latin and the Arabic term.",
    .run = run,
};
