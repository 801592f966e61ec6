/*
 * review_screen.c - see cli/review_screen.h. A screen of 60 columns and 24 rows holds it: the sentences are cut around the terms, and there are as many as fit.
 *
 *     3 of 226  candidate  0.97  fr  translation  2 in 1 document
 *
 *       السحابة السيادية
 *       Cloud souverain
 *       also 17, accepted: الحوسبة السحابية السيادية
 *
 *       …المرحلة الثانية من المشروع الوطني «Cloud souverain» أي السحابة السيادية، …
 *       tests/data/press/01-cloud-souverain.txt
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "cli/glossary.h"
#include "cli/review_screen.h"

enum { INDENT = 2, SENTENCES = 3, LINES = 4 /* of a sentence */, LOOKED_AT = 12 /* occurrences, for that many different sentences */, RIVALS = 3 };
enum { FRAME = 5 /* rows: the head and the foot, with what parts them, and a message */, AROUND = 2 /* rows that a sentence needs beside its own */ };

struct screen {
    const struct cli *cli;
    const mq_pair *pair;
    mq_buf seen[SENTENCES];
    size_t nseen;
    unsigned left;         /* rows */
};

static unsigned width(const struct cli *cli, unsigned used)
{
    return cli->columns > used ? cli->columns - used : 1;
}

/* ---- sentences ---- */

static mq_str find(mq_str in, mq_str what)
{
    const char *p = what.n && in.n >= what.n ? memmem(in.p, in.n, what.p, what.n) : NULL;

    return p ? (mq_str){ p, what.n } : (mq_str){ in.p, 0 };
}

/* Both sides where they stand, the first one first; one inside the other counts once. */
static size_t find_marks(mq_str marks[2], const mq_occurrence *o)
{
    const mq_str ar = find(o->context, o->ar), la = find(o->context, o->la);
    const mq_str first = ar.p <= la.p ? ar : la, second = ar.p <= la.p ? la : ar;
    size_t n = 0;

    if (first.n)
        marks[n++] = first;
    if (second.n && second.p >= first.p + first.n)
        marks[n++] = second;
    return n;
}

static bool is_new(struct screen *v, mq_str sentence)
{
    for (size_t i = 0; i < v->nseen; i++)
        if (mq_str_equal(mq_buf_str(&v->seen[i]), sentence))
            return false;
    mq_buf_addstr(&v->seen[v->nseen++], sentence);
    return true;
}

static void show_place(const struct screen *v, mq_str source)
{
    cli_spaces(INDENT);
    cli_put_part(v->cli, source, source.n, 0, CLI_DIM, width(v->cli, INDENT)); /* its end tells more than its beginning */
    (void)putchar('\n');
}

/* `o` tells the places of both sides; NULL for a quoted sentence. */
static void show_sentence(struct screen *v, mq_str sentence, mq_str source, const mq_occurrence *o)
{
    mq_str marks[2];
    unsigned lines;

    if (v->nseen == SENTENCES || v->left <= AROUND || !sentence.n || !is_new(v, sentence))
        return;
    lines = v->left - AROUND < LINES ? v->left - AROUND : LINES;
    (void)putchar('\n');
    lines = cli_put_lines(v->cli, sentence, marks, o ? find_marks(marks, o) : 0, INDENT, v->cli->columns, lines);
    show_place(v, source);
    v->left -= v->left > lines + AROUND ? lines + AROUND : v->left;
}

static mq_status on_occurrence(void *user, const mq_occurrence *o)
{
    show_sentence(user, o->context, o->doc, o);
    return MQ_OK;
}

static mq_status on_quote(void *user, mq_str text, mq_str source)
{
    show_sentence(user, text, source, NULL);
    return MQ_OK;
}

static mq_status show_sentences(struct screen *v, mq_store *s, mq_error *err)
{
    mq_status rc = mq_store_example(s, v->pair->id, on_occurrence, v, err); /* the best one first */

    if (!rc)
        rc = mq_store_occurrences(s, v->pair->id, LOOKED_AT, on_occurrence, v, err);
    if (!rc)
        rc = mq_store_quotes(s, v->pair->id, on_quote, v, err);
    for (size_t i = 0; i < SENTENCES; i++)
        mq_buf_release(&v->seen[i]);
    return rc;
}

/* ---- the pair ---- */

static void line(struct screen *v, const char *label, mq_str value, enum cli_style style)
{
    if (!value.n)
        return;
    cli_spaces(INDENT);
    (void)fputs(label, stdout);
    cli_put_part(v->cli, value, 0, 0, style, width(v->cli, INDENT + (unsigned)strlen(label)));
    (void)putchar('\n');
    v->left -= v->left > 0;
}

static mq_status show_rival(void *user, const mq_pair *p)
{
    struct screen *v = user;
    char label[64];

    (void)snprintf(label, sizeof label, "also %" PRId64 ", %s: ", p->id, mq_pair_status_name(p->status));
    line(v, label, mq_str_equal(p->ar, v->pair->ar) ? p->la : p->ar, CLI_PLAIN);
    return MQ_OK;
}

static void show_head(const struct cli *cli, const mq_pair *p, size_t at, size_t n)
{
    if (cli->out_tty)
        (void)fputs("\033[H\033[2J", stdout);
    (void)printf("%zu of %zu  ", at, n);
    cli_put(cli, mq_str_of(mq_pair_status_name(p->status)), cli_status_style(p->status));
    (void)printf("  %.2f  %s  %s  %" PRIu64 " in %" PRIu64 " document%s\n\n", p->score, mq_lang_name(p->lang), mq_kind_name(p->kind), p->count, p->docs,
                 p->docs == 1 ? "" : "s");
}

mq_status cli_review_show(const struct cli *cli, mq_store *s, const mq_pair *p, size_t at, size_t n, mq_error *err)
{
    struct screen v = { .cli = cli, .pair = p, .left = cli->rows > FRAME ? cli->rows - FRAME : cli->rows ? 1 : UINT_MAX };
    mq_status rc;

    show_head(cli, p, at, n);
    line(&v, "", p->ar, CLI_BOLD);
    line(&v, "", p->la, CLI_BOLD);
    line(&v, "note: ", p->note, CLI_PLAIN);
    line(&v, "domain: ", p->domain, CLI_PLAIN);
    rc = mq_store_rivals(s, p->id, MQ_STATUS_ALL, RIVALS, show_rival, &v, err);
    if (!rc)
        rc = show_sentences(&v, s, err);
    (void)putchar('\n');
    return rc;
}

void cli_review_foot(const struct cli *cli, const char *message)
{
    static const char *const keys[] = { "a accept", "p prefer", "r reject", "e edit", "s skip", "u undo", "q quit" };
    unsigned at = 0;

    if (*message)
        (void)puts(message);
    for (size_t i = 0; i < sizeof keys / sizeof *keys && cli->out_tty; i++) {
        const unsigned width = (unsigned)strlen(keys[i]);

        if (at + width >= cli->columns) {
            (void)putchar('\n');
            at = 0;
        }
        cli_put(cli, mq_str_of(keys[i]), CLI_DIM);
        cli_spaces(cli->columns > 64 ? 2 : 1);
        at += width + (cli->columns > 64 ? 2 : 1);
    }
    (void)fflush(stdout);
}
