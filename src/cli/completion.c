/*
 * completion.c - completion for bash, zsh and fish, from the option tables. Completed are commands, options, the choices of an option, and file names where a
 * command or an option takes one.
 */
#include <stdio.h>
#include <string.h>

#include "cli/completion.h"
#include "cli/describe.h"

static bool takes_file(const char *word)
{
    return word && (strstr(word, "FILE") || strstr(word, "PATH"));
}

/* a|b|c with something else between. */
static void choices(const struct opt *o, char between)
{
    for (const char *p = o->arg; *p; p++)
        (void)putchar(*p == '|' ? between : *p);
}

/* Inside '…' of a shell; the characters of `special` get a backslash. */
static void quoted(const char *s, const char *special)
{
    for (; *s; s++) {
        if (strchr(special, *s))
            (void)putchar('\\');
        if (*s == '\'')
            (void)fputs("'\\''", stdout);
        else
            (void)putchar(*s);
    }
}

static void command_names(void)
{
    for (const struct cmd *const *c = cli_commands; *c; c++)
        (void)printf("%s%s", c == cli_commands ? "" : " ", (*c)->name);
}

/* ---- bash ---- */

static void bash_choices(const char *command, const struct opt *o)
{
    if (o->type != OPT_TYPE_CHOICE && !takes_file(o->arg))
        return;
    (void)printf("    %s:--%s", command, o->longname);
    if (o->shortname)
        (void)printf("|%s:-%c", command, o->shortname);
    (void)fputs(") ", stdout);
    if (o->type == OPT_TYPE_CHOICE) {
        (void)fputs("COMPREPLY=($(compgen -W '", stdout);
        choices(o, ' ');
        (void)fputs("' -- \"$cur\")); ", stdout);
    }
    (void)fputs("return ;;\n", stdout);
}

static void bash_command_choices(void *user, const struct cmd *self, const struct opt *opts)
{
    (void)user;
    for (; opts->type != OPT_TYPE_END; opts++)
        bash_choices(self->name, opts);
}

static void bash_command_options(void *user, const struct cmd *self, const struct opt *opts)
{
    (void)user;
    (void)printf("    %s) options='", self->name);
    for (; opts->type != OPT_TYPE_END; opts++)
        (void)printf("--%s ", opts->longname);
    for (const struct opt *o = opt_common; o->type != OPT_TYPE_END; o++)
        (void)printf("--%s%s", o->longname, o[1].type == OPT_TYPE_END ? "" : " ");
    (void)puts("' ;;");
}

void cli_complete_bash(struct cli *cli)
{
    (void)fputs("# bash completion for muqabil; made by 'muqabil --describe bash'\n"
                "_muqabil() {\n"
                "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options=\n"
                "    COMPREPLY=()\n"
                "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                "        COMPREPLY=($(compgen -W '", stdout);
    command_names();
    (void)fputs("' -- \"$cur\"))\n"
                "        return\n"
                "    fi\n"
                "    case $command:$prev in\n", stdout);
    cli_describe_commands(cli, bash_command_choices, NULL);
    (void)fputs("    *:--db) return ;;\n"
                "    esac\n"
                "    case $command in\n", stdout);
    cli_describe_commands(cli, bash_command_options, NULL);
    (void)fputs("    esac\n"
                "    case $cur in\n"
                "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$cur\")) ;;\n"
                "    esac\n"
                "}\n"
                "complete -o default -F _muqabil muqabil\n", stdout);
}

/* ---- zsh ---- */

static void zsh_option(const struct opt *o)
{
    const char *value = o->arg ? "=" : "";

    if (o->shortname)
        (void)printf(" \\\n            '(-%c --%s)'{-%c,--%s%s}'[", o->shortname, o->longname, o->shortname, o->longname, value);
    else
        (void)printf(" \\\n            '--%s%s[", o->longname, value);
    quoted(o->help, "[]:\\");
    (void)putchar(']');
    if (o->arg) {
        (void)putchar(':');
        quoted(o->type == OPT_TYPE_CHOICE ? o->longname : o->arg, ":\\");
        (void)putchar(':');
        if (o->type == OPT_TYPE_CHOICE) {
            (void)putchar('(');
            choices(o, ' ');
            (void)putchar(')');
        } else if (takes_file(o->arg)) {
            (void)fputs("_files", stdout);
        }
    }
    (void)putchar('\'');
}

static void zsh_command(void *user, const struct cmd *self, const struct opt *opts)
{
    (void)user;
    (void)printf("    %s)\n        _arguments", self->name);
    for (; opts->type != OPT_TYPE_END; opts++)
        zsh_option(opts);
    for (const struct opt *o = opt_common; o->type != OPT_TYPE_END; o++)
        zsh_option(o);
    if (takes_file(self->args))
        (void)fputs(" \\\n            '*:file:_files'", stdout);
    (void)fputs(" ;;\n", stdout);
}

void cli_complete_zsh(struct cli *cli)
{
    (void)fputs("#compdef muqabil\n"
                "# zsh completion for muqabil; made by 'muqabil --describe zsh'\n"
                "_muqabil() {\n"
                "    local -a commands\n"
                "    if (( CURRENT == 2 )); then\n"
                "        commands=(\n", stdout);
    for (const struct cmd *const *c = cli_commands; *c; c++) {
        (void)printf("            '%s:", (*c)->name);
        quoted((*c)->summary, ":\\");
        (void)puts("'");
    }
    (void)fputs("        )\n"
                "        _describe command commands\n"
                "        return\n"
                "    fi\n"
                "    shift words\n"
                "    (( CURRENT-- ))\n"
                "    case $words[1] in\n", stdout);
    cli_describe_commands(cli, zsh_command, NULL);
    (void)fputs("    esac\n"
                "}\n"
                "_muqabil \"$@\"\n", stdout);
}

/* ---- fish ---- */

static void fish_option(const char *command, const struct opt *o)
{
    (void)printf("complete -c muqabil -n '__fish_seen_subcommand_from %s' -l %s", command, o->longname);
    if (o->shortname)
        (void)printf(" -s %c", o->shortname);
    if (o->type == OPT_TYPE_CHOICE) {
        (void)fputs(" -x -a '", stdout);
        choices(o, ' ');
        (void)putchar('\'');
    } else if (o->arg) {
        (void)fputs(takes_file(o->arg) ? " -r -F" : " -x", stdout);
    }
    (void)fputs(" -d '", stdout);
    quoted(o->help, "");
    (void)puts("'");
}

static void fish_command(void *user, const struct cmd *self, const struct opt *opts)
{
    (void)user;
    (void)printf("complete -c muqabil -f -n __fish_use_subcommand -a %s -d '", self->name);
    quoted(self->summary, "");
    (void)puts("'");
    if (!takes_file(self->args))
        (void)printf("complete -c muqabil -f -n '__fish_seen_subcommand_from %s'\n", self->name);
    for (; opts->type != OPT_TYPE_END; opts++)
        fish_option(self->name, opts);
    for (const struct opt *o = opt_common; o->type != OPT_TYPE_END; o++)
        fish_option(self->name, o);
}

void cli_complete_fish(struct cli *cli)
{
    (void)puts("# fish completion for muqabil; made by 'muqabil --describe fish'");
    cli_describe_commands(cli, fish_command, NULL);
}
