/*
 * line.c - see cli/line.h.
 *
 * Ctrl-C and Ctrl-Z are keys here, not signals: the one drops the line, the other stops the program as usual. libedit handles signals from elsewhere
 * (EL_SIGNAL): it gives the terminal back before they act.
 * Completion takes the line up to the cursor, as terms have spaces. It grows to what all offers begin with; when that is no more than was typed, the
 * offers are listed below.
 * What libedit keeps, lines and names of functions, it is given in wide characters: of narrow ones it makes copies that it never frees.
 */
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "cli/line.h"
#include "cli/terminal.h"

enum { KEPT_LINES = 1000 };

struct line_reader {
    EditLine *el;          /* NULL: standard input is no terminal */
    HistoryW *history;
    char prompt[32];
    mq_buf history_path;   /* empty = none */
    cli_complete_fn *complete;
    void *user;
    char *line;            /* of a pipe */
    size_t room;
    mq_buf text;
    bool dropped;
};

/* ---- completion ---- */

static struct line_reader *reader_of(EditLine *el)
{
    void *r = NULL;

    (void)el_get(el, EL_CLIENTDATA, &r);
    return r;
}

static int count_characters(mq_str s)
{
    int n = 0;

    for (size_t i = 0; i < s.n; n++) {
        uint32_t c;

        i += cli_decode(s.p + i, s.p + s.n, &c);
    }
    return n;
}

/* Bytes of what all offers begin with, in whole characters. */
static size_t common_beginning(const mq_buf *offers)
{
    size_t n = strlen(offers->p);

    for (size_t at = 0; at < offers->n; at += strlen(offers->p + at) + 1) {
        size_t i = 0;

        while (i < n && offers->p[i] == offers->p[at + i])
            i++;
        n = i;
    }
    while (n && ((unsigned char)offers->p[n] & 0xC0) == 0x80)
        n--;
    return n;
}

static void list_offers(const mq_buf *offers)
{
    (void)putchar('\n');
    for (size_t at = 0; at < offers->n; at += strlen(offers->p + at) + 1)
        (void)printf("  %s\n", offers->p + at);
}

static unsigned char put_offer(EditLine *el, mq_str typed, mq_buf *offers)
{
    const size_t n = common_beginning(offers);
    const bool one = strlen(offers->p) + 1 == offers->n;

    if (!one && count_characters((mq_str){ offers->p, n }) <= count_characters(typed)) {
        list_offers(offers);
        return CC_REDISPLAY;
    }
    offers->p[n] = '\0';
    el_deletestr(el, count_characters(typed));
    return el_insertstr(el, offers->p) == 0 ? CC_REFRESH : CC_ERROR;
}

static unsigned char complete(EditLine *el, int key)
{
    struct line_reader *r = reader_of(el);
    const LineInfo *l = el_line(el);
    const mq_str typed = { l->buffer, (size_t)(l->cursor - l->buffer) };
    mq_buf offers = MQ_BUF_INIT;
    unsigned char what = CC_REFRESH_BEEP;

    (void)key;
    if (r->complete && typed.n)
        r->complete(r->user, typed, &offers);
    if (offers.n && !offers.status)
        what = put_offer(el, typed, &offers);
    mq_buf_release(&offers);
    return what;
}

/* ---- keys ---- */

static unsigned char drop(EditLine *el, int key)
{
    (void)key;
    reader_of(el)->dropped = true;
    return CC_NEWLINE;
}

/* libedit's handler gives the terminal back, stops, and takes it again. */
static unsigned char stop(EditLine *el, int key)
{
    (void)el;
    (void)key;
    (void)raise(SIGTSTP);
    return CC_REFRESH;
}

static char *prompt_of(EditLine *el)
{
    return reader_of(el)->prompt;
}

static bool set_up(struct line_reader *r)
{
    r->el = el_init("muqabil", stdin, stdout, stderr);
    if (!r->el)
        return false;
    (void)el_set(r->el, EL_CLIENTDATA, r);
    (void)el_set(r->el, EL_PROMPT, prompt_of);
    (void)el_set(r->el, EL_EDITOR, "emacs");
    (void)el_set(r->el, EL_SIGNAL, 1);
    (void)el_set(r->el, EL_SETTY, "-d", "-isig", NULL);
    (void)el_wset(r->el, EL_ADDFN, L"mq-complete", L"offer headwords", complete);
    (void)el_wset(r->el, EL_ADDFN, L"mq-drop", L"drop the line", drop);
    (void)el_wset(r->el, EL_ADDFN, L"mq-stop", L"stop the program", stop);
    (void)el_set(r->el, EL_BIND, "^Z", "mq-stop", NULL);
    (void)el_set(r->el, EL_BIND, "^I", "mq-complete", NULL);
    (void)el_set(r->el, EL_BIND, "^C", "mq-drop", NULL);
    (void)el_set(r->el, EL_BIND, "^R", "em-inc-search-prev", NULL);
    (void)el_source(r->el, NULL);
    return true;
}

/* ---- history ---- */

void cli_line_history_path(mq_buf *out)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

    if (state && *state)
        mq_buf_addf(out, "%s/muqabil/history", state);
    else if (home && *home)
        mq_buf_addf(out, "%s/.local/state/muqabil/history", home);
}

static void make_folders(char *path)
{
    for (char *p = strchr(path + 1, '/'); p; p = strchr(p + 1, '/')) {
        *p = '\0';
        (void)mkdir(path, 0700);
        *p = '/';
    }
}

static void open_history(struct line_reader *r, const char *path)
{
    HistEventW e;

    r->history = history_winit();
    if (!r->history)
        return;
    (void)history_w(r->history, &e, H_SETSIZE, KEPT_LINES);
    (void)history_w(r->history, &e, H_SETUNIQUE, 1);
    (void)el_wset(r->el, EL_HIST, history_w, r->history);
    if (!path)
        return;
    mq_buf_addz(&r->history_path, path);
    (void)history_w(r->history, &e, H_LOAD, path);
}

/* A history that cannot be kept is no reason to complain. */
static void keep_history(struct line_reader *r)
{
    HistEventW e;
    mode_t mask;

    if (!r->history_path.n || r->history_path.status)
        return;
    make_folders(r->history_path.p);
    mask = umask(077);
    (void)history_w(r->history, &e, H_SAVE, r->history_path.p);
    (void)umask(mask);
}

/* ---- the whole ---- */

struct line_reader *cli_line_open(const char *kept, cli_complete_fn *complete_with, void *user)
{
    struct line_reader *r = calloc(1, sizeof *r);

    if (!r)
        return NULL;
    r->complete = complete_with;
    r->user = user;
    if (!isatty(STDIN_FILENO))
        return r;
    (void)setlocale(LC_CTYPE, "");
    if (!set_up(r)) {
        cli_line_close(r);
        return NULL;
    }
    open_history(r, kept);
    return r;
}

void cli_line_close(struct line_reader *r)
{
    if (!r)
        return;
    if (r->history) {
        keep_history(r);
        history_wend(r->history);
    }
    if (r->el)
        el_end(r->el);
    (void)setlocale(LC_CTYPE, "C");
    mq_buf_release(&r->history_path);
    mq_buf_release(&r->text);
    free(r->line);
    free(r);
}

/* A line that the locale cannot say, or for which there is no memory, is forgotten. */
static void remember(struct line_reader *r)
{
    HistEventW e;
    wchar_t *wide;

    if (!r->history || !r->text.n)
        return;
    wide = calloc(r->text.n + 1, sizeof *wide);
    if (wide && mbstowcs(wide, r->text.p, r->text.n + 1) != (size_t)-1)
        (void)history_w(r->history, &e, H_ENTER, wide);
    free(wide);
}

static const char *read_pipe(struct line_reader *r)
{
    const ssize_t n = getline(&r->line, &r->room, stdin);

    if (n < 0)
        return NULL;
    r->line[strcspn(r->line, "\r\n")] = '\0';
    return r->line;
}

const char *cli_line_read(struct line_reader *r, const char *prompt, const char *initial, bool *dropped)
{
    const char *line;
    int n = 0;

    *dropped = r->dropped = false;
    if (!r->el)
        return read_pipe(r);
    (void)snprintf(r->prompt, sizeof r->prompt, "%s", prompt);
    if (initial && *initial)
        el_push(r->el, initial);
    (void)fflush(stdout);
    line = el_gets(r->el, &n);
    *dropped = r->dropped;
    if (r->dropped)
        (void)fputs("^C\n", stdout);
    if (!line || n <= 0)
        return r->dropped ? "" : NULL;
    mq_buf_clear(&r->text);
    mq_buf_add(&r->text, line, strcspn(line, "\r\n"));
    if (r->text.status)
        return NULL;
    if (!r->dropped)
        remember(r);
    return r->text.p;
}
