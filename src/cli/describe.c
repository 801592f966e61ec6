/*
 * describe.c - the man page, from the option tables. Every command's run is called with cli->describe set; opt_parse then hands its table to the
 * describer instead of parsing (options.h), so nothing here can differ from what is parsed.
 */
#include <stdio.h>
#include <string.h>

#include "cli/completion.h"
#include "cli/describe.h"
#include "cli/options.h"
#include "cli/terminal.h"

void cli_describe_commands(struct cli *cli, void (*each)(void *user, const struct cmd *self, const struct opt *opts), void *user)
{
    const struct describer d = { each, user };
    const char *none[] = { NULL };

    cli->describe = &d;
    for (const struct cmd *const *c = cli_commands; *c; c++)
        (void)(*c)->run(*c, 0, none, cli);
    cli->describe = NULL;
}

/* Text in roff: a hyphen that can be copied, a backslash that is one, no line that begins like a request, and nothing but ASCII. */
static void roff(const char *s)
{
    const char *const end = s + strlen(s);

    for (const char *p = s; p < end;) {
        uint32_t c;
        const size_t n = cli_decode(p, end, &c);

        if ((p == s || p[-1] == '\n') && (c == '.' || c == '\''))
            (void)fputs("\\&", stdout);
        if (c >= 0x80)
            (void)printf("\\[u%04X]", (unsigned)c);
        else if (c == '-' || c == '\\')
            (void)fputs(c == '-' ? "\\-" : "\\e", stdout);
        else
            (void)putchar((int)c);
        p += n;
    }
}

static void man_option(const struct opt *o)
{
    (void)fputs(".TP\n", stdout);
    if (o->shortname)
        (void)printf("\\fB\\-%c\\fR, ", o->shortname);
    (void)fputs("\\fB\\-\\-", stdout);
    roff(o->longname);
    (void)fputs("\\fR", stdout);
    if (o->arg) {
        (void)fputs(" \\fI", stdout);
        roff(o->arg);
        (void)fputs("\\fR", stdout);
    }
    (void)putchar('\n');
    roff(o->help);
    if (o->type == OPT_TYPE_INT || o->type == OPT_TYPE_REAL)
        (void)printf(" (%ld to %ld)", o->min, o->max);
    (void)putchar('\n');
}

static void man_command(void *user, const struct cmd *self, const struct opt *opts)
{
    (void)user;
    (void)fputs(".SS \\fBmuqabil ", stdout);
    roff(self->name);
    (void)printf("\\fR [options]%s\\fI", *self->args ? " " : "");
    roff(self->args);
    (void)fputs("\\fR\n", stdout);
    roff(self->summary);
    (void)fputs(".\n", stdout);
    if (self->about) {
        (void)fputs(".PP\n", stdout);
        roff(self->about);
        (void)putchar('\n');
    }
    for (; opts->type != OPT_TYPE_END; opts++)
        man_option(opts);
}

static void man_page(struct cli *cli)
{
    (void)printf(".TH MUQABIL 1 \"\" \"muqabil %s\" \"User commands\"\n", mq_version());
    (void)fputs(".SH NAME\nmuqabil \\- an Arabic\\[en]French glossary that finds its terms in your texts\n"
                ".SH SYNOPSIS\n.B muqabil\n.I COMMAND\n[options] \\[u2026]\n"
                ".SH DESCRIPTION\nmuqabil reads Arabic texts, finds the Arabic phrases that stand beside their French or English equivalents, keeps the pairs\n"
                "with their sources in one file, answers look\\-ups, exchanges glossaries with CAT tools, and checks Arabic drafts.\n"
                "Data go to standard output, messages to standard error. \\(oq\\-\\(cq as a file is standard input.\n"
                ".SH COMMANDS\n", stdout);
    cli_describe_commands(cli, man_command, NULL);
    (void)fputs(".SH OPTIONS OF EVERY COMMAND\n", stdout);
    for (const struct opt *o = opt_common; o->type != OPT_TYPE_END; o++)
        man_option(o);
    (void)fputs(".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nnothing found, or findings reported\n.TP\n2\nfailed; a message says why\n.TP\n64\nwrong usage\n"
                ".SH ENVIRONMENT\n.TP\n.B MUQABIL_DB\nthe glossary, where \\-\\-db does not name it\n"
                ".TP\n.B MUQABIL_DICT\na folder with dictionaries to use instead of the built\\-in ones\n"
                ".TP\n.B SOURCE_DATE_EPOCH\nseconds since 1970, taken for the time of all that is recorded\n"
                ".TP\n.B NO_COLOR\nset and not empty: no colours\n"
                ".TP\n.B COLUMNS\nwidth to fold lines to where standard output is no terminal\n"
                ".SH FILES\n.TP\n.I glossary.db\nthe glossary, in the folder where the program is started: an SQLite database\n"
                ".TP\n.I ~/.local/state/muqabil/history\nwhat was looked up at the prompt of lookup; below \\fB$XDG_STATE_HOME\\fR when that is set\n"
                ".SH SEE ALSO\n.BR hunspell (1),\n.BR sqlite3 (1)\n", stdout);
}

int cli_describe(const char *what, struct cli *cli)
{
    static const struct { const char *name; void (*print)(struct cli *cli); } papers[] = {
        { "man", man_page }, { "bash", cli_complete_bash }, { "zsh", cli_complete_zsh }, { "fish", cli_complete_fish },
    };

    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (strcmp(papers[i].name, what) == 0) {
            papers[i].print(cli);
            return CLI_DONE;
        }
    return cli_usage(NULL, "--describe wants man, bash, zsh or fish, not '%s'", what);
}
