/* cli/line.h - a line typed by a person: editing, history and completion on a terminal (libedit), plain lines from a pipe. */
#ifndef MQ_CLI_LINE_H
#define MQ_CLI_LINE_H

#include <muqabil/base.h>

/* Appends to `out`, each ended by a NUL, what could stand instead of what was typed. */
typedef void cli_complete_fn(void *user, mq_str typed, mq_buf *out);

struct line_reader;

/*
 * kept: the file in which lines are kept from one session to the next, made when it is not there; NULL = only in this session. complete_with may be NULL.
 * NULL when there is no memory. `prompt` below has at most 31 bytes. From open to close the locale's characters are those of the environment.
 */
struct line_reader *cli_line_open(const char *kept, cli_complete_fn *complete_with, void *user);
void cli_line_close(struct line_reader *r);

/*
 * A line without its end; `initial` is there to be changed. NULL at the end of input (Ctrl-D on an empty line). *dropped: Ctrl-C, the line is to be
 * forgotten. Valid until the next call.
 */
const char *cli_line_read(struct line_reader *r, const char *prompt, const char *initial, bool *dropped);

/* Where the history of look-ups is kept: $XDG_STATE_HOME/muqabil/history, else below ~/.local/state. *out is empty when there is no home. */
void cli_line_history_path(mq_buf *out);

#endif
