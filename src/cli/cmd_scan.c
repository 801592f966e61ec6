/*
 * cmd_scan.c - muqabil scan: the terms of the glossary in a draft.
 *
 *     article.txt:3:14: وبمراكز العمليات
 *            12  preferred   fr  centre d'opérations
 *            31  deprecated  fr  poste d'opérations
 *
 * The only text of either direction in a line comes last, as in `lookup`.
 */
#include <inttypes.h>
#include <stdio.h>

#include <muqabil/glossary.h>

#include "cli/glossary.h"
#include "cli/options.h"

/* A closed pipe ends the work in silence; main tells of a full disk. */
static mq_status write_lines(void *user, mq_str lines)
{
    (void)user;
    return fwrite(lines.p, 1, lines.n, stdout) == lines.n ? MQ_OK : MQ_ESTOPPED;
}

static void print_pair(const struct cli *cli, const mq_scan_pair *p, bool arabic)
{
    (void)printf("%7" PRId64 "  ", p->id);
    cli_put_padded(cli, mq_str_of(p->doubtful && arabic ? "accepted?" : mq_pair_status_name(p->status)), cli_status_style(p->status), 10);
    (void)fputs("  ", stdout);
    cli_put_padded(cli, mq_str_of(arabic ? mq_lang_name(p->lang) : "ar"), CLI_DIM, 5);
    cli_put(cli, arabic ? p->la : p->ar, CLI_PLAIN);
    (void)putchar('\n');
}

static mq_status print_hit(void *user, const mq_scan_hit *h)
{
    const struct cli *cli = user;

    cli_put(cli, h->doc, CLI_PLAIN);
    (void)printf(":%zu:%zu: ", h->place.line, h->place.column);
    cli_put(cli, h->text, CLI_BOLD);
    (void)putchar('\n');
    for (size_t i = 0; i < h->n; i++)
        print_pair(cli, h->pair[i], h->arabic);
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static void on_problem(void *user, const mq_error *e)
{
    (void)user;
    (void)cli_error(e);
}

static int scan(const struct cli *cli, const mq_scan_job *job)
{
    mq_scan_totals totals;
    mq_store *store;
    mq_error err;
    mq_status rc;
    const int code = cli_open(&store, cli, MQ_STORE_READ);

    if (code >= 0)
        return code;
    rc = mq_scan_files(store, job, &totals, &err);
    mq_store_free(store);
    if (totals.doubtful && !rc)
        (void)fprintf(stderr, "muqabil: left out, as they usually have another sense than in the glossary (--all tells them): %" PRIu64 "\n", totals.doubtful);
    if (rc == MQ_ESTOPPED)
        return CLI_FAILED; /* by a signal or a closed pipe: main has the last word */
    if (rc)
        return cli_error(&err);
    if (totals.failed_files)
        return CLI_FAILED;
    return totals.hits ? CLI_DONE : CLI_NOTHING;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *from = "auto";
    bool json = false, all = false;
    const struct opt opts[] = {
        OPT_FLAG(0, "json", &json, "one JSON object a line"),
        OPT_FLAG('a', "all", &all, "tell words, too, that usually have another sense than in the glossary"),
        OPT_CHOICE(0, "from", &from, DOCUMENT_FORMATS, "format of the drafts"),
        OPT_END
    };
    mq_scan_job job = { .user = cli, .problem = on_problem, .stop = cli_interrupted };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0)
        return cli_usage(self, "which draft?");
    code = json ? -1 : cli_need_utf8(cli);
    if (code >= 0)
        return code;
    (void)mq_format_parse(&job.format, mq_str_of(from));
    job.all = all;
    job.paths = argv;
    job.npaths = (size_t)n;
    if (json)
        job.write = write_lines;
    else
        job.hit = print_hit;
    cli_catch_signals();
    return scan(cli, &job);
}

const struct cmd cmd_scan = {
    .name = "scan", .args = "FILE…", .summary = "Find the terms of the glossary in drafts",
    .about = "Arabic terms are found through clitics and inflection, French and English ones through plurals, case and accents; where terms overlap the longest\n"
             "wins. Accepted and preferred pairs are shown with their equivalents, deprecated ones as a warning. An imported list may render a single word by a rare sense\n"
             "of it (فصل: dismissal, where the text says article); unless a person decided on the pair, such words are only shown with --all, marked 'accepted?'.",
    .run = run
};
