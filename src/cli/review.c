/*
 * review.c - see cli/review.h.
 *
 * The ids of what is to be reviewed are gathered first, best first; each pair is then read when its turn comes, so whatever a miner or another person did
 * meanwhile is seen, and what another person decided is passed over. Each key is a transaction of its own: a crash takes nothing back, and no
 * other program waits for a person to think.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/glossary.h"
#include "cli/keys.h"
#include "cli/line.h"
#include "cli/review.h"
#include "cli/review_screen.h"

enum doing { DO_NOTHING, DO_DECIDE, DO_EDIT, DO_SKIP, DO_UNDO, DO_QUIT, DO_HELP };

/* One thing done, to be taken back by `u`. */
struct step {
    enum doing doing;
    size_t at;
    mq_pair_status status;  /* DO_DECIDE: that the pair got; DO_EDIT: that it has */
    mq_pair_past *past;     /* NULL for a skip */
};

struct review {
    struct cli *cli;
    mq_store *s;
    unsigned statuses;
    struct keys keys;
    struct line_reader *lines; /* from the first edit on: closing it would drop what was typed ahead */
    int64_t *ids;
    size_t n, room, at;
    struct step *steps;
    size_t nsteps, steps_room;
    mq_buf ar, la, note;    /* of the pair on the screen */
    mq_pair_status status;
    bool passed;            /* it need not be reviewed any more */
    char message[400];
    mq_error err;
};

/* A key, the one in its place on an Arabic keyboard, and what it does. */
static const struct key { int latin, arabic; enum doing doing; mq_pair_status status; } keys[] = {
    { 'a', 0x634, DO_DECIDE, MQ_ACCEPTED }, { 'p', 0x62D, DO_DECIDE, MQ_PREFERRED }, { 'r', 0x642, DO_DECIDE, MQ_REJECTED },
    { 'e', 0x62B, DO_EDIT, MQ_CANDIDATE },  { 's', 0x633, DO_SKIP, MQ_CANDIDATE },   { ' ', ' ', DO_SKIP, MQ_CANDIDATE },
    { 'u', 0x639, DO_UNDO, MQ_CANDIDATE },  { 'q', 0x636, DO_QUIT, MQ_CANDIDATE },   { '?', 0x61F, DO_HELP, MQ_CANDIDATE },
};

static const struct key *key_of(int c)
{
    static const struct key none = { 0, 0, DO_NOTHING, MQ_CANDIDATE };
    const int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].latin == lower || keys[i].arabic == c)
            return &keys[i];
    return &none;
}

static mq_status no_memory(struct review *v)
{
    return mq_fail(&v->err, MQ_ENOMEM, "no memory for a review");
}

/* What a person can put right is told on the screen; anything else ends the review. */
static mq_status bear(struct review *v, mq_status rc)
{
    if (rc != MQ_EINVALID && rc != MQ_ELIMIT && rc != MQ_ENOTFOUND)
        return rc;
    (void)snprintf(v->message, sizeof v->message, "%s", v->err.msg);
    return MQ_OK;
}

/* ---- what is to be reviewed ---- */

static mq_status gather(void *user, const mq_pair *p)
{
    struct review *v = user;
    const size_t room = v->room ? 2 * v->room : 256;
    int64_t *more;

    if (v->n == v->room) {
        more = realloc(v->ids, room * sizeof *more);
        if (!more)
            return no_memory(v);
        v->ids = more;
        v->room = room;
    }
    v->ids[v->n++] = p->id;
    return MQ_OK;
}

static void copy(mq_buf *to, mq_str from)
{
    mq_buf_clear(to);
    mq_buf_addstr(to, from);
    mq_buf_addz(to, "");
}

/* As one line that can be typed: line ends and other controls would be keys to the line editor. */
static void copy_line(mq_buf *to, mq_str from)
{
    copy(to, from);
    for (size_t i = 0; i < to->n; i++)
        if ((unsigned char)to->p[i] < 0x20 || to->p[i] == 0x7F)
            to->p[i] = ' ';
}

static mq_status show(void *user, const mq_pair *p)
{
    struct review *v = user;

    copy_line(&v->ar, p->ar);
    copy_line(&v->la, p->la);
    copy_line(&v->note, p->note);
    if (v->ar.status || v->la.status || v->note.status)
        return no_memory(v);
    v->status = p->status;
    v->passed = !(MQ_STATUS_BIT(p->status) & v->statuses);
    return v->passed ? MQ_OK : cli_review_show(v->cli, v->s, p, v->at + 1, v->n, &v->err);
}

/* ---- taking back ---- */

static mq_status add_step(struct review *v, enum doing doing, mq_pair_status status, mq_pair_past *past)
{
    const size_t room = v->steps_room ? 2 * v->steps_room : 64;
    struct step *more;

    if (v->nsteps == v->steps_room) {
        more = realloc(v->steps, room * sizeof *more);
        if (!more) {
            mq_pair_past_free(past);
            return no_memory(v);
        }
        v->steps = more;
        v->steps_room = room;
    }
    v->steps[v->nsteps++] = (struct step){ doing, v->at, status, past };
    return MQ_OK;
}

static mq_status keep_status(void *user, const mq_pair *p)
{
    *(mq_pair_status *)user = p->status;
    return MQ_OK;
}

/* In one transaction: nobody can decide otherwise between the look and the return. */
static mq_status revert(struct review *v, const struct step *step)
{
    mq_pair_status now = MQ_CANDIDATE;
    mq_status rc = mq_store_begin(v->s, &v->err);

    if (rc)
        return rc;
    rc = mq_store_get(v->s, v->ids[step->at], keep_status, &now, &v->err);
    if (!rc && now != step->status)
        rc = mq_fail(&v->err, MQ_EINVALID, "pair %" PRId64 " was changed since by someone else, and stays as it is", v->ids[step->at]);
    if (!rc)
        rc = mq_store_revert(v->s, step->past, &v->err);
    if (!rc)
        return mq_store_commit(v->s, &v->err);
    mq_store_rollback(v->s);
    return rc;
}

static mq_status undo(struct review *v)
{
    struct step *last = v->nsteps ? &v->steps[v->nsteps - 1] : NULL;
    mq_status rc;

    if (!last) {
        (void)snprintf(v->message, sizeof v->message, "nothing to take back");
        return MQ_OK;
    }
    rc = last->past ? revert(v, last) : MQ_OK;
    mq_pair_past_free(last->past);
    v->at = last->at;
    v->nsteps--;
    return bear(v, rc);
}

/* ---- changing ---- */

static mq_status decide(struct review *v, mq_pair_status status)
{
    const mq_pair_edit e = { .status = &status };
    mq_pair_past *past;
    mq_status rc = mq_store_change(v->s, v->ids[v->at], &e, &past, &v->err);

    if (!rc)
        rc = add_step(v, DO_DECIDE, status, past);
    v->at += rc == MQ_OK;
    return bear(v, rc);
}

static mq_status skip(struct review *v)
{
    const mq_status rc = add_step(v, DO_SKIP, MQ_CANDIDATE, NULL);

    v->at += rc == MQ_OK;
    return rc;
}

/* Asks for a text; *to stays NULL when it is to stay as it is. false: the person thought better of it. An empty line clears only what was there to see. */
static bool ask(const char **to, mq_buf *answer, struct line_reader *r, const char *prompt, const mq_buf *is, bool may_clear)
{
    bool dropped;
    const char *line = cli_line_read(r, prompt, is->p, &dropped);

    if (!line || dropped)
        return false;
    if (strcmp(line, is->p) != 0 && (*line || may_clear)) {
        copy(answer, mq_str_of(line));
        *to = answer->p;
    }
    return !answer->status;
}

static mq_status change(struct review *v, const mq_pair_edit *e)
{
    mq_pair_past *past;
    mq_status rc;

    if (!e->ar && !e->la && !e->note)
        return MQ_OK;
    rc = mq_store_change(v->s, v->ids[v->at], e, &past, &v->err);
    return bear(v, rc ? rc : add_step(v, DO_EDIT, v->status, past));
}

static void skip_line_end(void)
{
    const int c = getchar();

    if (c != '\n' && c != EOF)
        (void)ungetc(c, stdin);
}

static mq_status edit(struct review *v)
{
    mq_buf ar = MQ_BUF_INIT, la = MQ_BUF_INIT, note = MQ_BUF_INIT;
    mq_pair_edit e = { .ar = NULL };
    mq_status rc = MQ_OK;

    if (v->keys.tty)
        (void)putchar('\n');
    else
        skip_line_end();
    cli_keys_pause(&v->keys);
    if (!v->lines)
        v->lines = cli_line_open(NULL, NULL, NULL);
    if (!v->lines)
        rc = no_memory(v);
    else if (ask(&e.ar, &ar, v->lines, "Arabic: ", &v->ar, false) && ask(&e.la, &la, v->lines, "Latin: ", &v->la, false) &&
             ask(&e.note, &note, v->lines, "note: ", &v->note, v->keys.tty))
        rc = change(v, &e);
    cli_keys_resume(&v->keys);
    mq_buf_release(&ar);
    mq_buf_release(&la);
    mq_buf_release(&note);
    return rc;
}

/* ---- the loop ---- */

static mq_status act(struct review *v, int c, bool *quit)
{
    const struct key *k = key_of(c);

    switch (k->doing) {
    case DO_DECIDE:
        return decide(v, k->status);
    case DO_EDIT:
        return edit(v);
    case DO_SKIP:
        return skip(v);
    case DO_UNDO:
        return undo(v);
    case DO_QUIT:
        *quit = true;
        return MQ_OK;
    case DO_NOTHING:
    case DO_HELP:
        break;
    }
    (void)snprintf(v->message, sizeof v->message, "a accepts, p prefers, r rejects, e edits, s skips, u takes the last one back, q quits");
    return MQ_OK;
}

/* Shows the pair whose turn it is; those that need not or cannot be reviewed any more are passed over. */
static mq_status take_turn(struct review *v)
{
    mq_status rc = MQ_ENOTFOUND;

    v->passed = false;
    while (v->at < v->n && (rc == MQ_ENOTFOUND || (!rc && v->passed))) {
        rc = mq_store_get(v->s, v->ids[v->at], show, v, &v->err);
        v->at += rc == MQ_ENOTFOUND || (!rc && v->passed);
    }
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

/* Behind the last pair only u and q mean something. */
static mq_status press(struct review *v, int c, bool *quit)
{
    const enum doing doing = key_of(c)->doing;

    if (v->at < v->n || doing == DO_UNDO || doing == DO_QUIT)
        return act(v, c, quit);
    return MQ_OK;
}

static mq_status loop(struct review *v)
{
    bool quit = false;
    mq_status rc = MQ_OK;

    while (!rc && !quit) {
        int c;

        rc = take_turn(v);
        if (rc || (v->at == v->n && !v->nsteps))
            break;
        if (v->at == v->n)
            (void)puts("that was the last one");
        cli_review_foot(v->cli, v->message);
        *v->message = '\0';
        c = cli_key(&v->keys);
        if (c == KEY_REDRAW)
            (void)cli_measure(v->cli);
        else if (c < 0)
            quit = true;
        else
            rc = press(v, c, &quit);
        quit = quit || cli_output_failed();
    }
    return rc;
}

/* ---- the whole ---- */

static void sum_up(const struct review *v)
{
    size_t of[MQ_REJECTED + 1] = { 0 }, edited = 0, decided = 0;

    for (size_t i = 0; i < v->nsteps; i++) {
        edited += v->steps[i].doing == DO_EDIT;
        decided += v->steps[i].doing == DO_DECIDE;
        of[v->steps[i].status] += v->steps[i].doing == DO_DECIDE;
    }
    (void)printf("%s%zu accepted, %zu preferred, %zu rejected, %zu edited, %zu left\n", v->cli->out_tty ? "\n" : "", of[MQ_ACCEPTED], of[MQ_PREFERRED],
                 of[MQ_REJECTED], edited, v->n - decided);
}

static void release(struct review *v)
{
    for (size_t i = 0; i < v->nsteps; i++)
        mq_pair_past_free(v->steps[i].past);
    free(v->steps);
    free(v->ids);
    mq_buf_release(&v->ar);
    mq_buf_release(&v->la);
    mq_buf_release(&v->note);
    mq_store_free(v->s);
}

int cli_review(const mq_list_query *q, struct cli *cli)
{
    struct review v = { .cli = cli, .statuses = q->statuses };
    int code = cli_open(&v.s, cli, MQ_STORE_WRITE);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = mq_store_list(v.s, q, gather, &v, &v.err);
    if (!rc && v.n) {
        cli_keys_open(&v.keys);
        rc = loop(&v);
        cli_line_close(v.lines);
        cli_keys_close(&v.keys);
    }
    if (v.n)
        sum_up(&v);
    else if (!rc)
        cli_warn("nothing to review");
    code = rc ? cli_error(&v.err) : v.n ? CLI_DONE : CLI_NOTHING;
    release(&v);
    return code;
}
