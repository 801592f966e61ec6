/* cmd_spell.c - muqabil spell: check drafts, or serve an editor through the ispell pipe. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "cli/options.h"

static mq_status write_out(void *user, mq_str bytes, mq_error *err)
{
    (void)user;
    if (fwrite(bytes.p, 1, bytes.n, stdout) == bytes.n)
        return MQ_OK;
    return mq_fail(err, MQ_EIO, "cannot write to standard output");
}

static void problem(void *user, const mq_error *err)
{
    (void)user;
    (void)cli_error(err);
}

/* What the project knows: the glossary, when there is one, and the lists. */
static mq_status learn(mq_vocabulary **v, const struct cli *cli, const char *words, mq_error *err)
{
    mq_store *store = NULL;
    mq_status rc = mq_vocabulary_new(v, err);

    if (!rc)
        rc = mq_store_open(&store, cli->db, MQ_STORE_READ, err);
    if (!rc)
        rc = mq_check_vocabulary(*v, store, err);
    else if (rc == MQ_ENOTFOUND && strcmp(cli->db, "glossary.db") == 0)
        rc = MQ_OK; /* nobody asked for a glossary */
    mq_store_free(store);
    if (!rc && words)
        rc = mq_check_word_list(*v, words, err);
    return rc;
}

static mq_report_kind report_kind(const char *name)
{
    return strcmp(name, "jsonl") == 0 ? MQ_REPORT_JSONL : strcmp(name, "sarif") == 0 ? MQ_REPORT_SARIF : MQ_REPORT_TEXT;
}

static int check(const mq_check_options *o, const char **paths, int n)
{
    mq_check_stats stats;
    mq_error err;
    mq_status rc = mq_check(o, paths, (size_t)n, &stats, &err);

    if (rc == MQ_ESTOPPED)
        return CLI_FAILED;
    if (rc)
        return cli_error(&err);
    if (stats.failed)
        return CLI_FAILED;
    return stats.findings[0] + stats.findings[1] + stats.findings[2] ? CLI_NOTHING : CLI_DONE;
}

/* Lines from standard input, answered at once: an editor waits for them. */
static int serve(mq_speller *s)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    mq_buf answer = MQ_BUF_INIT;
    mq_pipe *pipe = NULL;
    mq_error err;
    mq_status rc = mq_pipe_new(&pipe, s, NULL, NULL, &err);

    (void)fputs(mq_pipe_banner(), stdout);
    while (!rc && fflush(stdout) == 0 && (n = getline(&line, &room, stdin)) >= 0) {
        if (n && line[n - 1] == '\n')
            n--;
        mq_buf_clear(&answer);
        rc = mq_pipe_line(pipe, &answer, (mq_str){ line, (size_t)n }, &err);
        (void)fwrite(answer.p, 1, answer.n, stdout);
    }
    free(line);
    mq_buf_release(&answer);
    mq_pipe_free(pipe);
    return rc ? cli_error(&err) : CLI_DONE;
}

static int serve_editor(const mq_check_options *o)
{
    mq_speller *s;
    mq_error err;
    int code;

    if (mq_speller_new(&s, o->vocabulary, &o->spell, &err))
        return cli_error(&err);
    code = serve(s);
    mq_speller_free(s);
    return code;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *format = "text", *from = "auto", *words = NULL;
    mq_error err;
    bool list = false, pipe = false;
    long workers = 1;
    const struct opt opts[] = {
        OPT_CHOICE(0, "format", &format, "text|jsonl|sarif", "form of the report"),
        OPT_CHOICE(0, "from", &from, "auto|txt|html|md|docx|odt|jsonl", "format of the drafts"),
        OPT_STR('w', "words", &words, "FILE", "a list of further right words, one a line"),
        OPT_INT('j', "jobs", &workers, 1, 256, "check with N threads"),
        OPT_FLAG('a', "pipe", &pipe, "answer an editor: the protocol of ispell -a on standard input and output"),
        OPT_FLAG('l', "list", &list, "do not look for suggestions"),
        OPT_END
    };
    mq_check_options o = { .report = { .write = write_out }, .problem = problem, .stop = cli_interrupted };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0 && !pipe)
        return cli_usage(self, "which draft?");
    (void)mq_format_parse(&o.format, mq_str_of(from));
    o.spell.no_suggestions = list;
    o.workers = (unsigned)workers;
    o.report.kind = report_kind(format);
    o.report.colour = cli->colour;
    o.report.isolate = cli->out_tty && cli->utf8;
    if (!pipe)
        cli_catch_signals();
    if (!mq_spell_has_dictionary())
        cli_warn("no Hunspell dictionary for Arabic (hunspell-ar) on this machine: many right words will be unknown");
    if (learn(&o.vocabulary, cli, words, &err))
        code = cli_error(&err);
    else
        code = pipe ? serve_editor(&o) : check(&o, argv, n);
    mq_vocabulary_free(o.vocabulary);
    return code;
}

const struct cmd cmd_spell = { .name = "spell", .args = "FILE…", .summary = "Check the spelling, typography and terminology of drafts", .run = run };
