/*
 * cli/terminal.h - text of two directions in columns. What comes from files is shown without control characters, so that no document can speak to
 * a terminal; on a terminal each text is isolated (FSI … PDI), so that Arabic beside Latin moves no column.
 */
#ifndef MQ_CLI_TERMINAL_H
#define MQ_CLI_TERMINAL_H

#include "cli/cmd.h"

/* Ways to print; without effect where there are no colours. */
enum cli_style { CLI_PLAIN, CLI_BOLD, CLI_DIM, CLI_GREEN, CLI_YELLOW, CLI_RED };

/* Bytes of the code point at p (p < end), which goes to *cp; ill-formed: 1 byte and U+FFFD. */
size_t cli_decode(const char *p, const char *end, uint32_t *cp);

/* Columns that a text takes: 0 for combining marks and controls, 2 for wide East Asian characters, 1 for others. */
unsigned cli_width(mq_str s);
/* Bytes of the longest beginning of s that takes at most `columns`. */
size_t cli_fit(mq_str s, unsigned columns);

/* Prints a text on one line: controls and line breaks as one space each, ill-formed bytes as U+FFFD. */
void cli_put(const struct cli *cli, mq_str s, enum cli_style style);
/* The same, then spaces up to `columns`. */
void cli_put_padded(const struct cli *cli, mq_str s, enum cli_style style, unsigned columns);
/* The part of s around [at, at + n) that fits into `columns`, with … where something was left out. */
void cli_put_part(const struct cli *cli, mq_str s, size_t at, size_t n, enum cli_style style, unsigned columns);
/*
 * Prints s in lines of at most `columns`, each behind `indent` spaces, broken at spaces; the `marks`, parts of s in order, are bold. What is longer
 * than about `lines` lines is cut to what is around the first mark. Returns the number of lines.
 */
unsigned cli_put_lines(const struct cli *cli, mq_str s, const mq_str *marks, size_t nmarks, unsigned indent, unsigned columns, unsigned lines);
void cli_spaces(unsigned n);

/* -1, or, on a terminal that cannot show UTF-8, a message and CLI_FAILED. */
int cli_need_utf8(const struct cli *cli);

/* Standard output cannot be written any more (a closed pipe, a full disk): time to end. */
bool cli_output_failed(void);

#endif
