/*
 * keys.c - see cli/keys.h.
 *
 * Signals are blocked but for the moment in which pselect waits, so none can slip in between looking and waiting. SIGQUIT's key is switched off: it
 * would leave the terminal as it is now.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/keys.h"
#include "cli/terminal.h"

enum { ESCAPE = 0x1B, CTRL_D = 4, SEQUENCE_MS = 30, LONGEST = 4 /* bytes of a code point */ };

static volatile sig_atomic_t stopped, resized;

static void on_stop(int sig)
{
    (void)sig;
    stopped = 1;
}

static void on_resize(int sig)
{
    (void)sig;
    resized = 1;
}

static void handle(int sig, void (*handler)(int))
{
    struct sigaction a = { .sa_handler = handler };

    (void)sigaction(sig, &a, NULL);
}

/* ---- the terminal ---- */

void cli_keys_resume(struct keys *k)
{
    struct termios raw = k->before;

    if (!k->tty)
        return;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    raw.c_cc[VQUIT] = _POSIX_VDISABLE;
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void cli_keys_pause(struct keys *k)
{
    if (k->tty)
        (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &k->before);
}

void cli_keys_open(struct keys *k)
{
    k->tty = tcgetattr(STDIN_FILENO, &k->before) == 0;
    cli_catch_signals();
    if (!k->tty)
        return;
    handle(SIGTSTP, on_stop);
    handle(SIGWINCH, on_resize);
    cli_keys_resume(k);
}

void cli_keys_close(struct keys *k)
{
    cli_keys_pause(k);
    if (k->tty) {
        handle(SIGTSTP, SIG_DFL);
        handle(SIGWINCH, SIG_DFL);
    }
}

/* Gives the terminal back, stops, and takes it again when the shell lets us go on. */
static void stop_now(struct keys *k)
{
    cli_keys_pause(k);
    handle(SIGTSTP, SIG_DFL);
    (void)raise(SIGTSTP);
    handle(SIGTSTP, on_stop);
    cli_keys_resume(k);
}

/* ---- waiting ---- */

/* 0 when something can be read. Signals other than those we know end nothing. */
static int wait_for_input(struct keys *k, const sigset_t *open)
{
    for (;;) {
        fd_set in;

        if (cli_interrupted())
            return KEY_STOP;
        if (stopped || resized) {
            const bool stop = stopped != 0;

            stopped = resized = 0;
            if (stop) {
                sigset_t now;

                (void)sigprocmask(SIG_SETMASK, open, &now);
                stop_now(k);
                (void)sigprocmask(SIG_SETMASK, &now, NULL);
            }
            return KEY_REDRAW;
        }
        FD_ZERO(&in);
        FD_SET(STDIN_FILENO, &in);
        if (pselect(STDIN_FILENO + 1, &in, NULL, NULL, NULL, open) > 0)
            return 0;
        if (errno != EINTR)
            return KEY_END;
    }
}

static int wait_blocked(struct keys *k)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH };
    sigset_t block, before;
    int code;

    (void)sigemptyset(&block);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        (void)sigaddset(&block, signals[i]);
    (void)sigprocmask(SIG_BLOCK, &block, &before);
    code = wait_for_input(k, &before);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return code;
}

/* ---- characters ---- */

/* A byte, or -1. A terminal is read past stdio, which would take more than the key. */
static int next_byte(const struct keys *k)
{
    unsigned char c;

    if (!k->tty)
        return getchar();
    return read(STDIN_FILENO, &c, 1) == 1 ? c : -1;
}

/* What an arrow or a function key sends comes at once; a lone Esc is followed by nothing. */
static void skip_sequence(const struct keys *k)
{
    struct pollfd p = { .fd = STDIN_FILENO, .events = POLLIN };
    int c = 0;

    while (poll(&p, 1, SEQUENCE_MS) > 0 && (c = next_byte(k)) >= 0)
        if (c >= 0x40 && c <= 0x7E && c != '[' && c != 'O')
            return;
}

static int read_character(const struct keys *k)
{
    char bytes[LONGEST];
    size_t n = 0, want;
    uint32_t c;
    int b = next_byte(k);

    if (b < 0)
        return KEY_END;
    want = b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : LONGEST;
    for (bytes[n++] = (char)b; n < want && (b = next_byte(k)) >= 0; n++)
        bytes[n] = (char)b;
    (void)cli_decode(bytes, bytes + n, &c);
    return (int)c;
}

int cli_key(struct keys *k)
{
    for (;;) {
        int code = k->tty ? wait_blocked(k) : cli_interrupted() ? KEY_STOP : 0;

        if (!code)
            code = read_character(k);
        if (k->tty && code == CTRL_D)
            return KEY_END;
        if (k->tty && code == ESCAPE)
            skip_sequence(k);
        else if (k->tty || (code != '\n' && code != '\r'))
            return code;
    }
}
