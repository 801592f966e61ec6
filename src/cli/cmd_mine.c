/* cmd_mine.c - `muqabil mine`: texts into the glossary, or into JSON lines. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <muqabil/glossary.h>
#include <muqabil/mine.h>

#include "cli/options.h"

struct session {
    struct cli *cli;
    bool wrote_progress;
    int write_error;      /* errno of standard output; 0 = none */
};

static void clear_progress(struct session *s)
{
    if (s->wrote_progress)
        (void)fputs("\r\033[K", stderr);
    s->wrote_progress = false;
}

static void on_message(void *user, const mq_error *e)
{
    clear_progress(user);
    (void)cli_error(e);
}

static void on_progress(void *user, const mq_mine_totals *t)
{
    struct session *s = user;

    (void)fprintf(stderr, "\r%llu documents, %llu MB, %llu equivalents", (unsigned long long)t->documents, (unsigned long long)(t->bytes >> 20),
                  (unsigned long long)t->occurrences);
    s->wrote_progress = true;
}

static bool on_stop(void *user)
{
    (void)user;
    return cli_interrupted();
}

static mq_status on_lines(void *user, mq_str lines)
{
    struct session *s = user;

    errno = 0;
    if (fwrite(lines.p, 1, lines.n, stdout) == lines.n)
        return MQ_OK;
    s->write_error = errno ? errno : EIO;
    return MQ_ESTOPPED;
}

static void print_summary(const mq_mine_totals *t)
{
    printf("%llu documents (%llu unchanged), %llu equivalents found\n", (unsigned long long)t->documents, (unsigned long long)t->unchanged,
           (unsigned long long)t->occurrences);
}

static int finish(const mq_mine_job *job, const mq_mine_totals *t, mq_status rc, const mq_error *err)
{
    const struct session *s = job->user;

    if (s->write_error && s->write_error != EPIPE)
        cli_warn("cannot write to standard output: %s", strerror(s->write_error));
    if (s->write_error)
        return s->write_error == EPIPE ? CLI_DONE : CLI_FAILED;
    if (rc == MQ_ESTOPPED)
        return CLI_FAILED; /* by a signal: main has the last word */
    if (rc)
        return cli_error(err);
    if (job->store)
        print_summary(t);
    if (t->failed_files)
        return CLI_FAILED;
    return t->occurrences || t->unchanged || job->explain ? CLI_DONE : CLI_NOTHING;
}

static int mine(mq_mine_job *job, struct session *s, bool lines)
{
    struct cli *cli = s->cli;
    mq_mine_totals totals;
    mq_error err;
    mq_status rc;

    if (!lines && !job->explain && mq_store_open(&job->store, cli->db, MQ_STORE_CREATE, &err))
        return cli_error(&err);
    job->user = s;
    job->write = on_lines;
    job->message = on_message;
    job->progress = cli->err_tty ? on_progress : NULL;
    job->stop = on_stop;
    cli_catch_signals();
    rc = mq_mine_files(job, &totals, &err);
    clear_progress(s);
    mq_store_free(job->store);
    return finish(job, &totals, rc, &err);
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct {
        const char *from;
        bool jsonl, explain;
        long threads;
        double min_score;
    } o = { .from = "auto", .threads = sysconf(_SC_NPROCESSORS_ONLN), .min_score = MQ_MIN_SCORE };
    const struct opt opts[] = {
        OPT_CHOICE(0, "from", &o.from, DOCUMENT_FORMATS, "format of the texts"),
        OPT_FLAG(0, "jsonl", &o.jsonl, "print one JSON object per occurrence; touch no glossary"),
        OPT_INT('j', "threads", &o.threads, 1, 256, "threads to use; default: one per processor"),
        OPT_REAL(0, "min-score", &o.min_score, 0, 1, "leave out what is less likely than S"),
        OPT_FLAG(0, "explain", &o.explain, "print the candidates with what spoke for and against each"),
        OPT_END,
    };
    mq_mine_job job = { .paths = argv };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0)
        return cli_usage(self, "no texts to mine");
    job.npaths = (size_t)n;
    (void)mq_format_parse(&job.format, mq_str_of(o.from));
    job.min_score = o.min_score;
    job.threads = o.threads < 1 ? 1 : (unsigned)(o.threads > 256 ? 256 : o.threads);
    job.explain = o.explain;
    return mine(&job, &(struct session){ .cli = cli }, o.jsonl);
}

const struct cmd cmd_mine = {
    .name = "mine",
    .args = "PATH…",
    .summary = "Find Arabic terms and their Latin-script equivalents in texts",
    .about = "PATH is a file, a folder (walked) or - for standard input; any may be gzip. Of TMX, XLIFF and PO the Arabic side is read. Without --jsonl the\n"
             "pairs go into the glossary as candidates.",
    .run = run,
};
