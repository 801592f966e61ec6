/* cmd_show.c - muqabil show: all that is known of a pair, and where it was seen. */
#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "cli/glossary.h"
#include "cli/options.h"

enum { LABEL = 16, INDENT = 4 };

struct showing {
    const struct cli *cli;
    int64_t id;
    bool head, quotes;
};

static void text(const struct cli *cli, const char *label, mq_str value)
{
    if (!value.n)
        return;
    (void)printf("  %-*s", LABEL, label);
    cli_put(cli, value, CLI_PLAIN);
    (void)putchar('\n');
}

static void when(const char *label, int64_t seconds)
{
    const time_t t = (time_t)seconds;
    struct tm tm;
    char s[64];

    if (gmtime_r(&t, &tm) && strftime(s, sizeof s, "%Y-%m-%dT%H:%M:%SZ", &tm))
        (void)printf("  %-*s%s\n", LABEL, label, s);
}

static mq_status show_pair(void *user, const mq_pair *p)
{
    const struct showing *v = user;

    (void)printf("pair %" PRId64 "\n", p->id);
    text(v->cli, "Arabic", p->ar);
    text(v->cli, "Latin", p->la);
    text(v->cli, "language", mq_str_of(mq_lang_name(p->lang)));
    text(v->cli, "kind", mq_str_of(mq_kind_name(p->kind)));
    text(v->cli, "status", mq_str_of(mq_pair_status_name(p->status)));
    (void)printf("  %-*s%.2f\n", LABEL, "score", p->score);
    (void)printf("  %-*s%" PRIu64 " in %" PRIu64 " document%s\n", LABEL, "occurrences", p->count, p->docs, p->docs == 1 ? "" : "s");
    if (p->concept)
        (void)printf("  %-*s%" PRId64 "\n", LABEL, "concept", p->concept);
    text(v->cli, "note", p->note);
    text(v->cli, "domain", p->domain);
    text(v->cli, "definition", p->definition);
    text(v->cli, "source", p->source);
    text(v->cli, "region", p->region);
    text(v->cli, "part of speech", p->pos);
    text(v->cli, "gender", p->gender);
    text(v->cli, "number", p->number);
    text(v->cli, "plural", p->plural);
    when("created", p->created);
    when("changed", p->changed);
    return MQ_OK;
}

/* The other pairs of the entry. */
static mq_status show_member(void *user, const mq_pair *p)
{
    struct showing *v = user;

    if (p->id == v->id)
        return MQ_OK;
    if (!v->head)
        (void)puts("entry");
    v->head = true;
    cli_put_pair(v->cli, p);
    return MQ_OK;
}

static mq_status show_occurrence(void *user, const mq_occurrence *o)
{
    struct showing *v = user;

    if (!v->head)
        (void)puts("occurrences");
    v->head = true;
    (void)fputs("  ", stdout);
    cli_put(v->cli, o->doc, CLI_PLAIN);
    (void)printf(" %zu-%zu, %s, %.2f\n", o->ar_start < o->la_start ? o->ar_start : o->la_start, o->ar_end > o->la_end ? o->ar_end : o->la_end,
                 mq_pattern_name(o->pattern), o->score);
    cli_spaces(INDENT);
    cli_put(v->cli, o->context, CLI_DIM);
    (void)putchar('\n');
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static mq_status show_quote(void *user, mq_str sentence, mq_str source)
{
    struct showing *v = user;

    if (!v->quotes)
        (void)puts("quoted by imported files");
    v->quotes = true;
    cli_spaces(INDENT);
    cli_put(v->cli, sentence, CLI_DIM);
    if (source.n) {
        (void)fputs(" — ", stdout);
        cli_put(v->cli, source, CLI_PLAIN);
    }
    (void)putchar('\n');
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static int show(int64_t id, size_t limit, const struct cli *cli)
{
    struct showing v = { .cli = cli, .id = id };
    mq_store *s;
    mq_error err;
    const int code = cli_open(&s, cli, MQ_STORE_READ);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = mq_store_get(s, id, show_pair, &v, &err);
    if (!rc)
        rc = mq_store_entry(s, id, MQ_STATUS_ALL & ~MQ_STATUS_BIT(MQ_REJECTED), show_member, &v, &err);
    v.head = false;
    if (!rc)
        rc = mq_store_occurrences(s, id, limit, show_occurrence, &v, &err);
    if (!rc)
        rc = mq_store_quotes(s, id, show_quote, &v, &err);
    mq_store_free(s);
    if (rc == MQ_OK || rc == MQ_ESTOPPED)
        return CLI_DONE;
    (void)cli_error(&err);
    return rc == MQ_ENOTFOUND ? CLI_NOTHING : CLI_FAILED;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    long limit = 0;
    const struct opt opts[] = { OPT_INT('n', "limit", &limit, 0, 1000000000, "at most N occurrences; 0 is all"), OPT_END };
    int64_t id;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n != 1)
        return cli_usage(self, "one id is wanted");
    code = cli_id(&id, self, argv[0]);
    if (code < 0)
        code = cli_need_utf8(cli);
    return code < 0 ? show(id, (size_t)limit, cli) : code;
}

const struct cmd cmd_show = {
    .name = "show",
    .args = "ID",
    .summary = "Show a pair and where it was seen",
    .about = "Pairs that share the Latin term, or that a person or a file joined, form one entry: the others are listed, the preferred ones first.\n"
             "An occurrence tells its document, its place in code points of the document's text, its pattern, its score, and its sentence.",
    .run = run,
};
