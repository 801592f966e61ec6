/*
 * cli/keys.h - single key presses from a terminal, or the same keys as characters of a pipe.
 *
 * While keys are open the terminal gives each key at once and shows none of them. It is as before after cli_keys_close, while a line is typed
 * (cli_keys_pause … cli_keys_resume), while the program is stopped (Ctrl-Z), and after SIGINT, SIGTERM, SIGHUP, which end in KEY_STOP.
 */
#ifndef MQ_CLI_KEYS_H
#define MQ_CLI_KEYS_H

#include <stdbool.h>
#include <termios.h>

/* What is no character. */
enum { KEY_END = -1 /* end of the pipe, Ctrl-D */, KEY_STOP = -2 /* a signal */, KEY_REDRAW = -3 /* back from a stop; another size */ };

struct keys {
    bool tty;              /* standard input is a terminal */
    struct termios before;
};

void cli_keys_open(struct keys *k);
void cli_keys_close(struct keys *k);
void cli_keys_pause(struct keys *k);
void cli_keys_resume(struct keys *k);

/* The next key as a code point, or KEY_*. Arrows and other keys that send sequences are passed over, line ends too where it is no terminal. */
int cli_key(struct keys *k);

#endif
