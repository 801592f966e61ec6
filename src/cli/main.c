/* main.c - the program: finds the command, sets the stage, and makes sure that what was printed got out. */
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/describe.h"

static volatile sig_atomic_t caught;

static void on_signal(int sig)
{
    caught = sig;
}

bool cli_interrupted(void)
{
    return caught != 0;
}

void cli_catch_signals(void)
{
    struct sigaction a = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND }, before;

    (void)sigaction(SIGINT, &a, NULL);
    (void)sigaction(SIGTERM, &a, NULL);
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN) /* which is what nohup does */
        (void)sigaction(SIGHUP, &a, NULL);
}

int cli_error(const mq_error *err)
{
    (void)fflush(stdout);
    if (err->line && err->column)
        (void)fprintf(stderr, "muqabil: %s (line %zu, column %zu)\n", err->msg, err->line, err->column);
    else if (err->line)
        (void)fprintf(stderr, "muqabil: %s (line %zu)\n", err->msg, err->line);
    else
        (void)fprintf(stderr, "muqabil: %s\n", err->msg);
    return CLI_FAILED;
}

void cli_warn(const char *fmt, ...)
{
    va_list ap;

    (void)fflush(stdout);
    (void)fputs("muqabil: ", stderr);
    va_start(ap, fmt);
    (void)vfprintf(stderr, fmt, ap);
    va_end(ap);
    (void)fputc('\n', stderr);
}

int cli_usage(const struct cmd *self, const char *fmt, ...)
{
    va_list ap;

    (void)fprintf(stderr, "muqabil: ");
    va_start(ap, fmt);
    (void)vfprintf(stderr, fmt, ap);
    va_end(ap);
    (void)fprintf(stderr, "\nsee 'muqabil %s%s--help'\n", self ? self->name : "", self ? " " : "");
    return CLI_USAGE;
}

bool cli_measure(struct cli *cli)
{
    struct winsize w;

    if (!cli->out_tty || ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0 || !w.ws_col)
        return false;
    cli->columns = w.ws_col;
    cli->rows = w.ws_row;
    return true;
}

static void set_stage(struct cli *cli)
{
    const char *no_colour = getenv("NO_COLOR"), *db = getenv("MUQABIL_DB"), *columns = getenv("COLUMNS");

    (void)setlocale(LC_CTYPE, "");
    cli->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    (void)setlocale(LC_CTYPE, "C"); /* nothing below may depend on the locale */
    cli->db = db && *db ? db : "glossary.db";
    cli->out_tty = isatty(STDOUT_FILENO) != 0;
    cli->err_tty = isatty(STDERR_FILENO) != 0;
    cli->colour = cli->out_tty && !(no_colour && *no_colour);
    cli->columns = 80;
    if (!cli_measure(cli) && columns && strtoul(columns, NULL, 10) - 1 < 10000)
        cli->columns = (unsigned)strtoul(columns, NULL, 10);
    cli->fold = cli->out_tty || columns;
}

static int help(void)
{
    puts("muqabil: an Arabic–French glossary that finds its terms in your texts\n\n"
         "usage: muqabil COMMAND [options] …\n");
    for (const struct cmd *const *c = cli_commands; *c; c++)
        printf("  %-10s %s\n", (*c)->name, (*c)->summary);
    puts("\n'muqabil COMMAND --help' tells the options of a command.");
    return CLI_DONE;
}

static int dispatch(int argc, const char **argv, struct cli *cli)
{
    if (argc < 2) {
        (void)help();
        return CLI_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0)
        return help();
    if (strcmp(argv[1], "--version") == 0) {
        printf("muqabil %s\n", mq_version());
        return CLI_DONE;
    }
    if (strcmp(argv[1], "--describe") == 0)
        return cli_describe(argc > 2 ? argv[2] : "", cli);
    for (const struct cmd *const *c = cli_commands; *c; c++)
        if (strcmp((*c)->name, argv[1]) == 0)
            return (*c)->run(*c, argc - 1, argv + 1, cli);
    return cli_usage(NULL, "no command '%s'", argv[1]);
}

/* Standard output is a pipe whose reader has gone; an earlier write may have met that, and errno be forgotten. */
static bool nobody_reads(void)
{
    struct pollfd p = { .fd = STDOUT_FILENO };

    return poll(&p, 1, 0) > 0 && (p.revents & POLLERR);
}

/* A full disk must not look like success; a closed pipe (head, less) is nobody's fault. */
static int flush_output(int code)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    if (errno == EPIPE || nobody_reads())
        return code == CLI_DONE ? CLI_DONE : code;
    if (code == CLI_FAILED) /* which was told already */
        return code;
    (void)fprintf(stderr, "muqabil: cannot write to standard output: %s\n", errno ? strerror(errno) : "write error");
    return CLI_FAILED;
}

int main(int argc, char **argv)
{
    struct cli cli = { 0 };
    const char **args = calloc((size_t)argc + 2, sizeof *args);
    int code;

    if (!args)
        return CLI_FAILED;
    for (int i = 0; i < argc; i++)
        args[i] = argv[i];
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error to tell, not a reason to die */
    set_stage(&cli);
    code = flush_output(dispatch(argc, args, &cli));
    for (size_t i = 0; i < cli.nstrings; i++)
        free(cli.strings[i]);
    free(cli.strings);
    free(args);
    if (caught)
        (void)raise(caught);
    return code;
}
