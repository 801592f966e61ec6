/* cmd_stats.c - muqabil stats: the sums of the glossary. */
#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "cli/glossary.h"
#include "cli/json.h"
#include "cli/options.h"

enum { STATUSES = 5, KINDS = 3, LANGS = 5, STAMP = 64 };

static const char *status_name(unsigned i) { return mq_pair_status_name((mq_pair_status)i); }
static const char *kind_name(unsigned i) { return mq_kind_name((mq_kind)i); }
static const char *lang_name(unsigned i) { return mq_lang_name((mq_lang)i); }

/* "" when nothing was ever changed. */
static const char *stamp(char out[STAMP], int64_t seconds)
{
    const time_t t = (time_t)seconds;
    struct tm tm;

    out[0] = '\0';
    if (seconds && gmtime_r(&t, &tm))
        (void)strftime(out, STAMP, "%Y-%m-%dT%H:%M:%SZ", &tm);
    return out;
}

static void group_as_json(const char *name, const char *(*name_of)(unsigned), const uint64_t *n, unsigned count)
{
    cli_json_open(name);
    for (unsigned i = 0; i < count; i++)
        cli_json_int(name_of(i), (int64_t)n[i]);
    cli_json_close();
}

static void print_json(const mq_stats *s)
{
    char time_text[STAMP];

    cli_json_open(NULL);
    cli_json_int("pairs", (int64_t)s->pairs);
    cli_json_int("terms_ar", (int64_t)s->terms_ar);
    cli_json_int("terms_la", (int64_t)s->terms_la);
    cli_json_int("documents", (int64_t)s->documents);
    cli_json_int("occurrences", (int64_t)s->occurrences);
    group_as_json("status", status_name, s->by_status, STATUSES);
    group_as_json("kind", kind_name, s->by_kind, KINDS);
    group_as_json("lang", lang_name, s->by_lang, LANGS);
    cli_json_text("changed", mq_str_of(stamp(time_text, s->changed)));
    cli_json_int("schema", s->schema);
    cli_json_close();
}

static void sum(const char *label, uint64_t n)
{
    (void)printf("%-13s %10" PRIu64 "\n", label, n);
}

/* "  status      candidate 12, accepted 2": what is there, in the order of the names. */
static void group(const char *label, const char *(*name_of)(unsigned), const uint64_t *n, unsigned count)
{
    const char *between = "";

    (void)printf("  %-12s", label);
    for (unsigned i = 0; i < count; i++)
        if (n[i]) {
            (void)printf("%s%s %" PRIu64, between, name_of(i), n[i]);
            between = ", ";
        }
    (void)putchar('\n');
}

static void print(const mq_stats *s)
{
    char time_text[STAMP];

    sum("pairs", s->pairs);
    if (s->pairs) {
        group("status", status_name, s->by_status, STATUSES);
        group("kind", kind_name, s->by_kind, KINDS);
        group("language", lang_name, s->by_lang, LANGS);
    }
    sum("Arabic terms", s->terms_ar);
    sum("Latin terms", s->terms_la);
    sum("documents", s->documents);
    sum("occurrences", s->occurrences);
    if (s->changed)
        (void)printf("%-13s %s\n", "last change", stamp(time_text, s->changed));
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    bool json = false;
    const struct opt opts[] = { OPT_FLAG(0, "json", &json, "as a JSON object"), OPT_END };
    mq_store *s;
    mq_stats stats;
    mq_error err;
    mq_status rc;
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_open(&s, cli, MQ_STORE_READ);
    if (code >= 0)
        return code;
    rc = mq_store_stats(s, &stats, &err);
    mq_store_free(s);
    if (rc)
        return cli_error(&err);
    if (json)
        print_json(&stats);
    else
        print(&stats);
    return CLI_DONE;
}

const struct cmd cmd_stats = { .name = "stats", .args = "", .summary = "Count what is in the glossary", .run = run };
