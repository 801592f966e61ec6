/*
 * cli/cmd.h - a command is a value: a name, a line of help and a function. One file per command, cmd_NAME.c; the table is in main.c.
 */
#ifndef MQ_CLI_CMD_H
#define MQ_CLI_CMD_H

#include <muqabil/base.h>

enum { CLI_DONE = 0, CLI_NOTHING = 1, CLI_FAILED = 2, CLI_USAGE = 64 };

/* What a command gets from main. */
struct cli {
    const char *db;        /* --db FILE, else $MUQABIL_DB, else glossary.db */
    bool colour;           /* standard output is a terminal and NO_COLOR is not set */
    bool out_tty, err_tty;
    unsigned columns;      /* of the terminal; 80 when unknown */
    unsigned rows;         /* of the terminal; 0 = unknown, as many as one likes */
    bool fold;             /* lines are to fit into columns: a terminal, or COLUMNS is set */
    bool utf8;             /* the terminal's locale can show UTF-8 */
    const struct describer *describe; /* set: opt_parse tells the table instead of parsing */
    char **strings;        /* option arguments, freed by main */
    size_t nstrings;
};

struct cmd {
    const char *name;
    const char *args;      /* operands, for the usage line: "PATH…" */
    const char *summary;   /* one line, no full stop */
    const char *about;     /* further paragraphs for --help and the man page, may be NULL */
    int (*run)(const struct cmd *self, int argc, const char **argv, struct cli *cli);
};

extern const struct cmd *const cli_commands[]; /* ends with NULL */

/* Sets columns and rows by the terminal on standard output, where there is one. False when there is none that tells. */
bool cli_measure(struct cli *cli);

/* "muqabil: message" on standard error; the place in front of it when there is one. Returns CLI_FAILED. */
int cli_error(const mq_error *err);
void cli_warn(const char *fmt, ...) MQ_PRINTF(1, 2);
/* Wrong usage: the message and a hint at --help. Returns CLI_USAGE. */
int cli_usage(const struct cmd *self, const char *fmt, ...) MQ_PRINTF(2, 3);

/* Set by SIGINT, SIGTERM and SIGHUP once cli_catch_signals was called; long loops look at it and end in good order. main then ends by that signal. */
bool cli_interrupted(void);
void cli_catch_signals(void);

#endif
