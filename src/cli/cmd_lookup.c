/*
 * cmd_lookup.c - muqabil lookup: a term to its equivalents.
 *
 *     مركز العمليات الأمنية
 *            12  accepted    0.97      3  en  Security Operation Centre
 *            …ومواكبتها بإحداث “مركز العمليات الأمنية” (Security Operation Centre)، و…
 *            articles/cloud.txt
 *
 * The term that was found stands alone, its equivalents below it in columns. The only text of either direction in a line comes last, so that columns
 * stay where they are with bidi and without.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/glossary.h"
#include "cli/json.h"
#include "cli/line.h"
#include "cli/options.h"

enum { SENTENCE_INDENT = 12, SOURCE_INDENT = 4, LEAST_SENTENCE = 20, MOST_OFFERS = 12 };

struct lookup {
    const struct cli *cli;
    mq_store *s;
    mq_lookup_query q;
    bool json, in_context, several, any, any_at_all;
    mq_buf heading;      /* the term the last hits were for */
    mq_match match;
};

/* ---- a hit ---- */

static const char *remark(mq_match m)
{
    return m == MQ_MATCH_SPELLING ? "  (nearest by spelling)" : "";
}

static void print_heading(struct lookup *l, mq_str term, mq_match match)
{
    if (l->any && l->match == match && mq_str_equal(term, mq_buf_str(&l->heading)))
        return;
    if (l->any_at_all)
        (void)putchar('\n');
    mq_buf_clear(&l->heading);
    mq_buf_addstr(&l->heading, term);
    l->match = match;
    cli_put(l->cli, term, CLI_BOLD);
    (void)puts(remark(match));
}

/* Where a term stands in the sentence, so that the part shown is around it; the start when it is not there letter by letter. */
static mq_str place_in(mq_str sentence, mq_str term)
{
    const char *p = term.n && sentence.n >= term.n ? memmem(sentence.p, sentence.n, term.p, term.n) : NULL;

    return p ? (mq_str){ p, term.n } : (mq_str){ sentence.p, 0 };
}

static void print_sentence(const struct cli *cli, const mq_hit *h)
{
    const unsigned room = cli->columns > SENTENCE_INDENT + LEAST_SENTENCE ? cli->columns - SENTENCE_INDENT : LEAST_SENTENCE;
    const mq_str place = place_in(h->sentence, h->pair.la);

    cli_spaces(SENTENCE_INDENT);
    cli_put_part(cli, h->sentence, (size_t)(place.p - h->sentence.p), place.n, CLI_PLAIN, room);
    (void)putchar('\n');
    cli_spaces(SENTENCE_INDENT);
    cli_put_part(cli, h->doc, h->doc.n, 0, CLI_DIM, room); /* its end tells more than its beginning */
    (void)putchar('\n');
}

/* The side that was asked for. */
static bool asked_in_arabic(const struct lookup *l)
{
    for (size_t i = 0; l->q.lang == MQ_LANG_UND && i + 1 < l->q.term.n; i++) {
        const unsigned char c = (unsigned char)l->q.term.p[i];

        if ((c >= 0xD8 && c <= 0xDB) || c == 0xEF) /* U+0600..U+06FF; presentation forms */
            return true;
    }
    return l->q.lang == MQ_LANG_AR;
}

static void print_hit(struct lookup *l, const mq_hit *h)
{
    const mq_pair *p = &h->pair;
    const bool arabic = asked_in_arabic(l);

    print_heading(l, arabic ? p->ar : p->la, h->match);
    (void)printf("%7" PRId64 "  ", p->id);
    cli_put_padded(l->cli, mq_str_of(mq_pair_status_name(p->status)), cli_status_style(p->status), 10);
    (void)printf("  %.2f %6" PRIu64 "  ", p->score, p->count);
    cli_put_padded(l->cli, mq_str_of(mq_lang_name(p->lang)), CLI_DIM, 5);
    cli_put(l->cli, arabic ? p->la : p->ar, CLI_PLAIN);
    (void)putchar('\n');
    if (h->sentence.n)
        print_sentence(l->cli, h);
}

static mq_status on_hit(void *user, const mq_hit *h)
{
    struct lookup *l = user;

    if (l->json)
        cli_json_pair(&h->pair, mq_match_name(h->match), h->sentence, h->doc);
    else
        print_hit(l, h);
    l->any = l->any_at_all = true;
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

/* ---- a sentence ---- */

/* Places are told in code points. */
static int64_t code_points(mq_str s, size_t bytes)
{
    int64_t n = 0;

    for (size_t i = 0; i < bytes; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

static void json_context(const mq_context_hit *c)
{
    cli_json_open(NULL);
    cli_json_text("doc", c->doc);
    cli_json_text("sentence", c->sentence);
    cli_json_int("start", code_points(c->sentence, c->start));
    cli_json_int("end", code_points(c->sentence, c->end));
    cli_json_text("text", (mq_str){ c->sentence.p + c->start, c->end - c->start });
    cli_json_close();
}

static mq_status on_context(void *user, const mq_context_hit *c)
{
    struct lookup *l = user;

    if (l->json) {
        json_context(c);
    } else {
        cli_put_part(l->cli, c->sentence, c->start, c->end - c->start, CLI_BOLD, l->cli->columns > LEAST_SENTENCE ? l->cli->columns : LEAST_SENTENCE);
        (void)putchar('\n');
        cli_spaces(SOURCE_INDENT);
        cli_put(l->cli, c->doc, CLI_DIM);
        (void)putchar('\n');
    }
    l->any = l->any_at_all = true;
    return cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

/* ---- a term ---- */

/* -1 to go on. */
static int look_up(struct lookup *l, mq_str term)
{
    mq_error err;
    mq_status rc;

    l->any = false;
    l->q.term = term;
    rc = l->in_context ? mq_store_contexts(l->s, term, l->q.limit, on_context, l, &err) : mq_store_lookup(l->s, &l->q, on_hit, l, &err);
    if (rc == MQ_ESTOPPED)
        return CLI_DONE;
    if (rc)
        return cli_error(&err);
    if (term.n > MQ_MOST_TERM)
        cli_warn("'%s' is longer than a term can be (%d bytes)", cli_quoted(term), (int)MQ_MOST_TERM);
    else if (!term.n)
        cli_warn("an empty term finds nothing");
    else if (!l->any)
        cli_warn("nothing found for '%s'", cli_quoted(term));
    if (l->several)
        (void)fflush(stdout); /* whoever feeds us terms waits for answers */
    return -1;
}

static int look_up_lines(struct lookup *l)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    int code = -1;

    l->several = true;
    while (code < 0 && (n = getline(&line, &room, stdin)) >= 0) {
        while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
            n--;
        if (n)
            code = look_up(l, (mq_str){ line, (size_t)n });
    }
    free(line);
    return code;
}

/* ---- at a prompt ---- */

static mq_status add_offer(void *user, mq_str text)
{
    mq_buf_addstr(user, text);
    mq_buf_addc(user, '\0');
    return MQ_OK;
}

static void offer(void *user, mq_str typed, mq_buf *out)
{
    const struct lookup *l = user;

    (void)mq_store_complete(l->s, typed, l->q.statuses, MOST_OFFERS, add_offer, out, NULL);
}

/* Terms that a person types, until Ctrl-D. */
static int look_up_typed(struct lookup *l)
{
    mq_buf history = MQ_BUF_INIT;
    struct line_reader *r;
    const char *line;
    bool dropped;
    int code = -1;

    cli_line_history_path(&history);
    r = cli_line_open(history.n && !history.status ? history.p : NULL, offer, l);
    mq_buf_release(&history);
    l->several = true;
    while (code < 0 && r && (line = cli_line_read(r, "> ", NULL, &dropped)) != NULL) {
        l->any_at_all = false; /* no empty line before the first hit */
        if (!dropped && *line)
            code = look_up(l, mq_str_of(line));
    }
    if (r && code < 0)
        (void)putchar('\n');
    cli_line_close(r);
    return !r ? CLI_FAILED : code < 0 ? CLI_DONE : code;
}

static int look_up_all(struct lookup *l, const char **terms, int n)
{
    int code = -1;

    l->several = n > 1;
    if (n == 0)
        code = look_up_typed(l);
    for (int i = 0; i < n && code < 0; i++)
        code = strcmp(terms[i], "-") == 0 ? look_up_lines(l) : look_up(l, mq_str_of(terms[i]));
    mq_buf_release(&l->heading);
    mq_store_free(l->s);
    if (code >= 0)
        return code;
    return l->any_at_all ? CLI_DONE : CLI_NOTHING;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct lookup l = { .cli = cli, .q.statuses = MQ_STATUS_SHOWN };
    const char *lang = NULL, *statuses = NULL;
    long limit = 20;
    const struct opt opts[] = {
        OPT_CHOICE('l', "lang", &lang, "ar|fr|en", "language of the term (default: Arabic by its letters, else all others)"),
        OPT_INT('n', "limit", &limit, 1, 1000, "at most N equivalents a term (default: 20)"),
        OPT_STR(0, "status", &statuses, "S,S…", "of these statuses, or all (default: candidate,accepted,preferred)"),
        OPT_FLAG(0, "in-context", &l.in_context, "search the sentences of occurrences instead"),
        OPT_FLAG(0, "json", &l.json, "one JSON object a line"),
        OPT_END
    };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0 && !(isatty(STDIN_FILENO) && cli->out_tty))
        return cli_usage(self, "which term? '-' reads terms from standard input, one a line");
    code = cli_statuses(&l.q.statuses, self, statuses);
    if (code < 0)
        code = cli_need_utf8(cli);
    if (code < 0)
        code = cli_open(&l.s, cli, MQ_STORE_READ);
    if (code >= 0)
        return code;
    l.q.limit = (size_t)limit;
    if (lang)
        (void)mq_lang_parse(&l.q.lang, mq_str_of(lang));
    return look_up_all(&l, argv, n);
}

const struct cmd cmd_lookup = {
    .name = "lookup",
    .args = "[TERM…]",
    .summary = "Look terms up",
    .about = "Arabic is found in any form: with article, proclitics, pronouns, in the dual or plural, in any word of a term; French and English without regard to\n"
             "case, accents and plural. Terms that go on where TERM ends follow. When no term matches, what is nearest by spelling is shown and marked.\n"
             "With --in-context, sentences of mined texts that hold all words of TERM, in any form, those with the words side by side first.\n"
             "TERM '-' reads terms from standard input, one a line. Without TERM, on a terminal, terms are asked for: the arrows bring back earlier ones, which\n"
             "are kept in ~/.local/state/muqabil/history ($XDG_STATE_HOME), Tab completes headwords, Ctrl-C drops a line, Ctrl-D ends.\n"
             "A line tells id, status, score, number of occurrences, language and equivalent.",
    .run = run,
};
