/*
 * cli/options.h - one table per command: parsing (popt), --help, man page and shell completion all come from it.
 */
#ifndef MQ_CLI_OPTIONS_H
#define MQ_CLI_OPTIONS_H

#include "cli/cmd.h"

enum opt_type { OPT_TYPE_END, OPT_TYPE_FLAG, OPT_TYPE_STRING, OPT_TYPE_CHOICE, OPT_TYPE_INT, OPT_TYPE_REAL };

struct opt {
    char shortname;        /* 0 = none */
    const char *longname;
    enum opt_type type;
    void *target;
    const char *arg;       /* word for the argument; for a choice "a|b|c", with a last | when it may be empty */
    const char *help;
    long min, max;         /* of an int or a real */
};

/* The conditional makes a target of the wrong type a compile error. */
#define OPT_FLAG(s, l, v, h) { (s), (l), OPT_TYPE_FLAG, 1 ? (v) : (bool *)0, NULL, (h), 0, 0 }
#define OPT_STR(s, l, v, a, h) { (s), (l), OPT_TYPE_STRING, 1 ? (v) : (const char **)0, (a), (h), 0, 0 }
#define OPT_CHOICE(s, l, v, a, h) { (s), (l), OPT_TYPE_CHOICE, 1 ? (v) : (const char **)0, (a), (h), 0, 0 }
#define OPT_INT(s, l, v, lo, hi, h) { (s), (l), OPT_TYPE_INT, 1 ? (v) : (long *)0, "N", (h), (lo), (hi) }
#define OPT_REAL(s, l, v, lo, hi, h) { (s), (l), OPT_TYPE_REAL, 1 ? (v) : (double *)0, "S", (h), (lo), (hi) }
/* What --from of mine, scan and spell takes: the names of mq_format. */
#define DOCUMENT_FORMATS "auto|txt|html|md|docx|odt|jsonl|tmx|xliff|po"
#define OPT_END { 0, NULL, OPT_TYPE_END, NULL, NULL, NULL, 0, 0 }

/*
 * Parses argv[1..argc) by `opts` plus --db, -h/--help. Operands end up in argv[0..*noperands). Returns -1 to go on, else the exit code to return at
 * once (help was printed, usage was wrong, or the table was only described).
 */
int opt_parse(const struct cmd *self, const struct opt *opts, int argc, const char **argv, int *noperands, struct cli *cli);

/* The same for a command without operands: one is a wrong usage. */
int opt_parse_alone(const struct cmd *self, const struct opt *opts, int argc, const char **argv, struct cli *cli);

/* Told every command's table, for the man page and completions. */
struct describer {
    void (*command)(void *user, const struct cmd *self, const struct opt *opts);
    void *user;
};

/* The options that every command has. */
extern const struct opt opt_common[];

#endif
