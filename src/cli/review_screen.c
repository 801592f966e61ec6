/*
 * review_screen.c - see cli/review_screen.h. A screen of 60 columns and 24 lines holds it: the sentences are cut around the terms.
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
#include <stdio.h>
#include <string.h>

#include "cli/glossary.h"
#include "cli/review_screen.h"

enum { INDENT = 2, SENTENCES = 3, LINES = 4 /* of a sentence */, LOOKED_AT = 12 /* occurrences, for that many different sentences */, RIVALS = 3 };

struct screen {
    const struct cli *cli;
    const mq_pair *pair;
    mq_buf seen[SENTENCES];
    size_t nseen;
};

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

static mq_status show_sentence(void *user, const mq_occurrence *o)
{
    struct screen *v = user;
    mq_str marks[2];
    size_t n;

    if (v->nseen == SENTENCES || !o->context.n || !is_new(v, o->context))
        return MQ_OK;
    n = find_marks(marks, o);
    (void)putchar('\n');
    cli_put_lines(v->cli, o->context, marks, n, INDENT, v->cli->columns, LINES);
    cli_spaces(INDENT);
    cli_put_part(v->cli, o->doc, o->doc.n, 0, CLI_DIM, v->cli->columns - INDENT);
    (void)putchar('\n');
    return MQ_OK;
}

static mq_status show_sentences(struct screen *v, mq_store *s, mq_error *err)
{
    mq_status rc = mq_store_example(s, v->pair->id, show_sentence, v, err); /* the best one first */

    if (!rc)
        rc = mq_store_occurrences(s, v->pair->id, LOOKED_AT, show_sentence, v, err);
    for (size_t i = 0; i < SENTENCES; i++)
        mq_buf_release(&v->seen[i]);
    return rc;
}

/* ---- the pair ---- */

static void line(const struct cli *cli, const char *label, mq_str value, enum cli_style style)
{
    if (!value.n)
        return;
    cli_spaces(INDENT);
    (void)fputs(label, stdout);
    cli_put_part(cli, value, 0, 0, style, cli->columns - INDENT - (unsigned)strlen(label));
    (void)putchar('\n');
}

static mq_status show_rival(void *user, const mq_pair *p)
{
    const struct screen *v = user;
    char label[64];

    (void)snprintf(label, sizeof label, "also %" PRId64 ", %s: ", p->id, mq_pair_status_name(p->status));
    line(v->cli, label, mq_str_equal(p->ar, v->pair->ar) ? p->la : p->ar, CLI_PLAIN);
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
    struct screen v = { .cli = cli, .pair = p };
    mq_status rc;

    show_head(cli, p, at, n);
    line(cli, "", p->ar, CLI_BOLD);
    line(cli, "", p->la, CLI_BOLD);
    line(cli, "note: ", p->note, CLI_PLAIN);
    line(cli, "domain: ", p->domain, CLI_PLAIN);
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
