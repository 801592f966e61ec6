/*
 * decide.c - accept and reject: one status for many pairs, in one transaction.
 *
 * Which pairs is told in one of three ways: by ids, by ids on standard input ("-": the first word of each line, so that a list with lines struck out
 * does), or by what the candidates must be. Ids are gathered first and changed afterwards, as a glossary must not change while it is listed.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/filter.h"
#include "cli/glossary.h"

struct ids {
    int64_t *of;
    size_t n, cap;
};

/* What the options ask of a candidate. */
struct wish {
    struct cli_filter filter;
    mq_list_query query;
    double max_score;
};

static bool add(struct ids *ids, int64_t id)
{
    const size_t cap = ids->cap ? 2 * ids->cap : 64;
    int64_t *more;

    if (ids->n == ids->cap) {
        more = realloc(ids->of, cap * sizeof *more);
        if (!more)
            return false;
        ids->of = more;
        ids->cap = cap;
    }
    ids->of[ids->n++] = id;
    return true;
}

static int no_memory(void)
{
    cli_warn("no memory");
    return CLI_FAILED;
}

/* ---- by id ---- */

static int add_word(struct ids *ids, const struct cmd *self, const char *word)
{
    int64_t id;
    const int code = cli_id(&id, self, word);

    return code >= 0 || add(ids, id) ? code : no_memory();
}

static int add_lines(struct ids *ids, const struct cmd *self)
{
    char *line = NULL;
    size_t room = 0;
    int code = -1;

    while (code < 0 && getline(&line, &room, stdin) >= 0) {
        char *word = line + strspn(line, " \t");

        word[strcspn(word, " \t\r\n")] = '\0';
        if (*word)
            code = add_word(ids, self, word);
    }
    free(line);
    return code;
}

static int add_operands(struct ids *ids, const struct cmd *self, const char **argv, int n)
{
    int code = -1;

    for (int i = 0; i < n && code < 0; i++)
        code = strcmp(argv[i], "-") == 0 ? add_lines(ids, self) : add_word(ids, self, argv[i]);
    return code;
}

/* ---- by what they are ---- */

struct gathering {
    struct ids *ids;
    double max_score;
    mq_error *err;
};

static mq_status gather(void *user, const mq_pair *p)
{
    struct gathering *g = user;

    if (p->score > g->max_score || add(g->ids, p->id))
        return MQ_OK;
    return mq_fail(g->err, MQ_ENOMEM, "no memory");
}

static mq_status add_candidates(struct ids *ids, mq_store *s, const struct wish *w, mq_error *err)
{
    struct gathering g = { .ids = ids, .max_score = w->max_score, .err = err };

    return mq_store_list(s, &w->query, gather, &g, err);
}

/* ---- deciding ---- */

static mq_status decide(mq_store *s, struct ids *ids, const struct wish *w, mq_pair_status status, mq_error *err)
{
    mq_status rc = mq_store_begin(s, err);

    if (!rc && w)
        rc = add_candidates(ids, s, w, err);
    for (size_t i = 0; i < ids->n && !rc; i++)
        rc = mq_store_set_status(s, ids->of[i], status, err);
    if (!rc)
        return mq_store_commit(s, err);
    mq_store_rollback(s);
    return rc;
}

/* wish: NULL when ids were given. */
static int decide_all(struct ids *ids, const struct wish *w, mq_pair_status status, const struct cli *cli)
{
    mq_error err;
    mq_store *s;
    const int code = cli_open(&s, cli, MQ_STORE_WRITE);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = decide(s, ids, w, status, &err);
    mq_store_free(s);
    if (rc)
        return cli_error(&err);
    if (w)
        (void)printf("%zu pair%s %s\n", ids->n, ids->n == 1 ? "" : "s", mq_pair_status_name(status));
    return ids->n ? CLI_DONE : CLI_NOTHING;
}

int cli_decide(const struct cmd *self, int argc, const char **argv, struct cli *cli, mq_pair_status status)
{
    struct wish w = { .max_score = 1 };
    struct cli_filter *const f = &w.filter;
    const struct opt opts[] = {
        CLI_FILTER_SCORE(f, "candidates "),
        OPT_REAL(0, "max-score", &w.max_score, 0, 1, "candidates with at most this score"),
        CLI_FILTER_DOCS(f, "candidates "),
        CLI_FILTER_LANG(f, "candidates "),
        OPT_END
    };
    struct ids ids = { .of = NULL };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);
    const bool wished = f->lang || f->min_score > 0 || w.max_score < 1 || f->min_docs > 0;

    if (code >= 0)
        return code;
    if (n == 0 && !wished)
        return cli_usage(self, "which pairs? ids, '-' for ids from standard input, or options that tell");
    if (n && wished)
        return cli_usage(self, "either ids or options that tell which, not both");
    code = cli_filter_query(&w.query, f, MQ_STATUS_BIT(MQ_CANDIDATE), self);
    w.query.order = MQ_ORDER_ID;
    if (code < 0)
        code = add_operands(&ids, self, argv, n);
    if (code < 0)
        code = decide_all(&ids, wished ? &w : NULL, status, cli);
    free(ids.of);
    return code;
}
