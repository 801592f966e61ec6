/* cmd_spell.c - muqabil spell: check drafts, or serve an editor through the ispell pipe. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <muqabil/glossary.h>

#include "cli/options.h"

#define PROJECT_LIST "muqabil.words"

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

enum { LONGEST_PATH = 4096 };

/* The list of a person, for all projects: $XDG_CONFIG_HOME/muqabil/words, else ~/.config/muqabil/words; false when there is no home. */
static bool user_list(char path[LONGEST_PATH])
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    int n = -1;

    if (config && *config == '/')
        n = snprintf(path, LONGEST_PATH, "%s/muqabil/words", config);
    else if (home && *home)
        n = snprintf(path, LONGEST_PATH, "%s/.config/muqabil/words", home);
    return n > 0 && n < LONGEST_PATH;
}

static mq_status learn_list(mq_vocabulary *v, const char *path, mq_error *err)
{
    return access(path, F_OK) == 0 ? mq_check_word_list(v, path, err) : MQ_OK;
}

/* What the project knows: the glossary, when there is one, and the lists of words. */
static mq_status learn(mq_check_options *o, const struct cli *cli, const char *words, mq_error *err)
{
    mq_vocabulary **v = &o->vocabulary;
    char path[LONGEST_PATH];
    mq_status rc = mq_vocabulary_new(v, err);

    if (!rc)
        rc = mq_store_open(&o->store, cli->db, MQ_STORE_READ, err);
    if (!rc)
        rc = mq_check_vocabulary(*v, o->store, err);
    else if (rc == MQ_ENOTFOUND && strcmp(cli->db, "glossary.db") == 0)
        rc = MQ_OK; /* nobody asked for a glossary */
    if (!rc)
        rc = learn_list(*v, PROJECT_LIST, err);
    if (!rc && user_list(path))
        rc = learn_list(*v, path, err);
    if (!rc && words)
        rc = mq_check_word_list(*v, words, err);
    return rc;
}

/* An editor's word goes to the project's list when there is one, else to the person's. */
static mq_status learn_word(void *user, mq_str word, mq_error *err)
{
    char path[LONGEST_PATH];

    (void)user;
    if (access(PROJECT_LIST, F_OK) == 0 || !user_list(path))
        return mq_word_list_add(PROJECT_LIST, word, err);
    return mq_word_list_add(path, word, err);
}

static int add_words(const char **word, int n)
{
    mq_error err;

    for (int i = 0; i < n; i++)
        if (mq_word_list_add(PROJECT_LIST, mq_str_of(word[i]), &err))
            return cli_error(&err);
    return CLI_DONE;
}

static int fix_one(mq_speller *s, const char *path, mq_format format, const char *to, bool *left)
{
    mq_buf diff = MQ_BUF_INIT;
    mq_fix_stats stats;
    mq_error err;
    mq_status rc = mq_fix(s, path, format, to, &diff, &stats, &err);

    if (rc == MQ_OK) {
        (void)fwrite(diff.p, 1, diff.n, stdout);
        cli_warn("'%s': %llu put right, %llu left to you", path, (unsigned long long)stats.fixed, (unsigned long long)stats.left);
        *left |= stats.left > 0;
    }
    mq_buf_release(&diff);
    return rc ? cli_error(&err) : CLI_DONE;
}

static int fix(const mq_check_options *o, const char **path, int n, const char *to)
{
    mq_speller *s;
    mq_error err;
    bool left = false, failed = false;

    if (mq_speller_new(&s, o->vocabulary, &o->spell, &err))
        return cli_error(&err);
    for (int i = 0; i < n && !cli_interrupted(); i++)
        failed |= fix_one(s, path[i], o->format, to, &left) != CLI_DONE;
    mq_speller_free(s);
    return failed ? CLI_FAILED : left ? CLI_NOTHING : CLI_DONE;
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
    mq_status rc = mq_pipe_new(&pipe, s, learn_word, NULL, &err);

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

/* What the command line asked for. */
struct wish {
    const char *format, *from, *words, *output;
    bool list, pipe, fix, add, split_names;
    long workers;
};

static int do_wish(const struct cmd *self, const struct wish *w, const char **path, int n, struct cli *cli)
{
    mq_check_options o = { .report = { .write = write_out }, .problem = problem, .stop = cli_interrupted };
    mq_error err;
    int code;

    (void)mq_format_parse(&o.format, mq_str_of(w->from));
    o.spell.no_suggestions = w->list;
    o.spell.split_names = w->split_names;
    o.workers = (unsigned)w->workers;
    o.report.kind = report_kind(w->format);
    o.report.colour = cli->colour;
    o.report.isolate = cli->out_tty && cli->utf8;
    if (w->output && (!w->fix || n != 1))
        return cli_usage(self, "--output goes with --fix and one file");
    if (!w->pipe)
        cli_catch_signals();
    if (!mq_spell_has_dictionary())
        cli_warn("no Hunspell dictionary for Arabic (hunspell-ar) on this machine: many right words will be unknown");
    if (learn(&o, cli, w->words, &err))
        code = cli_error(&err);
    else if (w->pipe)
        code = serve_editor(&o);
    else
        code = w->fix ? fix(&o, path, n, w->output) : check(&o, path, n);
    mq_vocabulary_free(o.vocabulary);
    mq_store_free(o.store);
    return code;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct wish w = { .format = "text", .from = "auto", .workers = 1 };
    const struct opt opts[] = {
        OPT_CHOICE(0, "format", &w.format, "text|jsonl|sarif", "form of the report"),
        OPT_CHOICE(0, "from", &w.from, DOCUMENT_FORMATS, "format of the drafts"),
        OPT_FLAG('a', "pipe", &w.pipe, "answer an editor: the protocol of ispell -a on standard input and output"),
        OPT_FLAG('l', "list", &w.list, "do not look for suggestions"),
        OPT_FLAG(0, "fix", &w.fix, "put right what is sure, in place, and show the difference"),
        OPT_STR('o', "output", &w.output, "FILE", "with --fix: write the corrected draft to FILE instead"),
        OPT_FLAG(0, "add", &w.add, "add the operands to the words of this project (" PROJECT_LIST ")"),
        OPT_STR('w', "words", &w.words, "FILE", "a list of further right words, one a line"),
        OPT_FLAG(0, "split-names", &w.split_names, "names of the kind Abdallah are two words in Arabic"),
        OPT_INT('j', "jobs", &w.workers, 1, 256, "check with N threads"),
        OPT_END
    };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0 && !w.pipe)
        return cli_usage(self, w.add ? "which word?" : "which draft?");
    return w.add ? add_words(argv, n) : do_wish(self, &w, argv, n, cli);
}

const struct cmd cmd_spell = {
    .name = "spell",
    .args = "FILE…",
    .summary = "Check the spelling, typography and terminology of drafts",
    .about = "Words are known from Hunspell's Arabic, French and English dictionaries, from the glossary (accepted and preferred terms, with all their clitics), from\n"
             PROJECT_LIST " in the current folder and from ~/.config/muqabil/words. A line with 'muqabil:ignore' (in a comment, too) is passed over, so is\n"
             "the one behind 'muqabil:ignore-next', and what stands between 'muqabil:off' and 'muqabil:on'. The exit code is 1 when something was found.",
    .run = run
};
