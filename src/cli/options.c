/* options.c - see options.h. popt splits the words; what a value may be is checked here. */
#include <errno.h>
#include <popt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"

enum { MOST_OPTIONS = 64, HELP_COLUMN = 28 };

static const char *unused_db;
static bool unused_help;

const struct opt opt_common[] = {
    OPT_STR(0, "db", &unused_db, "FILE", "glossary file (default: $MUQABIL_DB, else glossary.db)"),
    OPT_FLAG('h', "help", &unused_help, "show this help"),
    OPT_END,
};

static size_t count(const struct opt *opts)
{
    size_t n = 0;

    while (opts[n].type != OPT_TYPE_END)
        n++;
    return n;
}

static void print_option(const struct opt *o)
{
    char left[128];
    int n = snprintf(left, sizeof left, "  %c%c%s --%s%s%s", o->shortname ? '-' : ' ', o->shortname ? o->shortname : ' ',
                     o->shortname ? "," : " ", o->longname, o->arg ? " " : "", o->arg ? o->arg : "");

    if (n < HELP_COLUMN)
        printf("%-*s %s", HELP_COLUMN, left, o->help);
    else
        printf("%s\n%*s %s", left, HELP_COLUMN, "", o->help);
    if (o->type == OPT_TYPE_INT)
        printf(" (%ld to %ld)", o->min, o->max);
    if (o->type == OPT_TYPE_REAL)
        printf(" (%ld to %ld)", o->min, o->max);
    (void)putchar('\n');
}

static int print_help(const struct cmd *self, const struct opt *opts)
{
    printf("usage: muqabil %s [options]%s%s\n\n%s.\n\n", self->name, *self->args ? " " : "", self->args, self->summary);
    for (; opts->type != OPT_TYPE_END; opts++)
        print_option(opts);
    for (opts = opt_common; opts->type != OPT_TYPE_END; opts++)
        print_option(opts);
    if (self->about)
        printf("\n%s\n", self->about);
    return CLI_DONE;
}

static bool is_choice(const char *choices, const char *value)
{
    const size_t n = strlen(value);

    if (!n)
        return choices[strlen(choices) - 1] == '|';
    for (const char *p = choices; p; p = strchr(p, '|')) {
        p += *p == '|';
        if (strncmp(p, value, n) == 0 && (p[n] == '|' || p[n] == '\0'))
            return true;
    }
    return false;
}

static const char *keep(struct cli *cli, char *s)
{
    char **more = realloc(cli->strings, (cli->nstrings + 1) * sizeof *more);

    if (!more) {
        free(s);
        return "";
    }
    cli->strings = more;
    return cli->strings[cli->nstrings++] = s;
}

static int set(const struct cmd *self, const struct opt *o, char *arg, struct cli *cli)
{
    const char *value = arg ? keep(cli, arg) : "";
    char *end = NULL;

    errno = 0;
    switch (o->type) {
    case OPT_TYPE_FLAG:
        *(bool *)o->target = true;
        return -1;
    case OPT_TYPE_CHOICE:
        if (!is_choice(o->arg, value))
            return cli_usage(self, "--%s wants one of %s, not '%s'", o->longname, o->arg, value);
        *(const char **)o->target = value;
        return -1;
    case OPT_TYPE_STRING:
        *(const char **)o->target = value;
        return -1;
    case OPT_TYPE_INT: {
        const long v = strtol(value, &end, 10);

        if (errno || end == value || *end || v < o->min || v > o->max)
            return cli_usage(self, "--%s wants a whole number from %ld to %ld, not '%s'", o->longname, o->min, o->max, value);
        *(long *)o->target = v;
        return -1;
    }
    case OPT_TYPE_REAL: {
        const double v = strtod(value, &end);

        if (errno || end == value || *end || !(v >= (double)o->min && v <= (double)o->max))
            return cli_usage(self, "--%s wants a number from %ld to %ld, not '%s'", o->longname, o->min, o->max, value);
        *(double *)o->target = v;
        return -1;
    }
    case OPT_TYPE_END:
        break;
    }
    return CLI_USAGE;
}

static int parse(poptContext con, const struct cmd *self, const struct opt *opts, size_t n, struct cli *cli)
{
    int k;

    while ((k = poptGetNextOpt(con)) > 0) {
        const size_t i = (size_t)k - 1;
        const struct opt *o = i < n ? &opts[i] : &opt_common[i - n];
        char *arg = poptGetOptArg(con);
        int code;

        if (o->target == &unused_help) {
            free(arg);
            return print_help(self, opts);
        }
        if (o->target == &unused_db) {
            cli->db = keep(cli, arg);
            continue;
        }
        code = set(self, o, arg, cli);
        if (code >= 0)
            return code;
    }
    if (k < -1)
        return cli_usage(self, "%s: %s", poptBadOption(con, POPT_BADOPTION_NOALIAS), poptStrerror(k));
    return -1;
}

int opt_parse(const struct cmd *self, const struct opt *opts, int argc, const char **argv, int *noperands, struct cli *cli)
{
    struct poptOption table[MOST_OPTIONS] = { 0 };
    const size_t n = count(opts), all = n + count(opt_common);
    const char **rest;
    poptContext con;
    int code;

    *noperands = 0;
    if (cli->describe) {
        cli->describe->command(cli->describe->user, self, opts);
        return CLI_DONE;
    }
    for (size_t i = 0; i < all && i + 1 < MOST_OPTIONS; i++) {
        const struct opt *o = i < n ? &opts[i] : &opt_common[i - n];

        table[i].longName = o->longname;
        table[i].shortName = o->shortname;
        table[i].argInfo = o->type == OPT_TYPE_FLAG ? POPT_ARG_NONE : POPT_ARG_STRING;
        table[i].val = (int)i + 1;
    }
    con = poptGetContext(NULL, argc, argv, table, 0);
    if (!con)
        return cli_usage(self, "no memory");
    code = parse(con, self, opts, n, cli);
    rest = code < 0 ? poptGetArgs(con) : NULL;
    for (int i = 0; rest && rest[i]; i++) {
        char *copy = strdup(rest[i]);

        argv[(*noperands)++] = copy ? keep(cli, copy) : "";
    }
    (void)poptFreeContext(con);
    return code;
}

int opt_parse_alone(const struct cmd *self, const struct opt *opts, int argc, const char **argv, struct cli *cli)
{
    int n;
    const int code = opt_parse(self, opts, argc, argv, &n, cli);

    return code < 0 && n > 0 ? cli_usage(self, "'%s' is not wanted here; --db names the glossary", argv[0]) : code;
}
