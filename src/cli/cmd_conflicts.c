/*
 * cmd_conflicts.c - muqabil conflicts: terms with competing renderings, the list that a terminology committee wants.
 *
 *     réseau (fr): 2 renderings, 14 occurrences
 *          17  preferred   0.98     12 in      9  MA DZ  الشبكة
 *          40  candidate   0.71      2 in      1         الشابكة
 *            texts/a.txt, texts/b.txt …
 */
#include <inttypes.h>
#include <stdio.h>

#include "cli/filter.h"
#include "cli/glossary.h"
#include "cli/json.h"

enum { DOCUMENTS = 3 /* named below a rendering */, INDENT = 12, REGION = 5 /* columns; two countries */ };

struct report {
    const struct cli *cli;
    mq_store *s;
    mq_error *err;
    bool json, any;
    unsigned named;        /* documents of this rendering so far */
};

/* ---- text ---- */

static void head(struct report *r, const mq_conflict *c, const mq_pair *p)
{
    if (r->any)
        (void)putchar('\n');
    cli_put(r->cli, c->arabic ? p->ar : p->la, CLI_BOLD);
    (void)printf(" (%s%s): %zu renderings, %" PRIu64 " occurrence%s\n", c->arabic ? "ar to " : "", mq_lang_name(p->lang), c->of, c->count,
                 c->count == 1 ? "" : "s");
}

static mq_status name_document(void *user, mq_str uri)
{
    struct report *r = user;

    if (r->named == 0)
        cli_spaces(INDENT);
    (void)fputs(r->named == 0 ? "" : r->named < DOCUMENTS ? ", " : " …", stdout);
    if (r->named++ < DOCUMENTS)
        cli_put(r->cli, uri, CLI_DIM);
    return MQ_OK;
}

static mq_status rendering(struct report *r, const mq_conflict *c, const mq_pair *p)
{
    mq_status rc;

    (void)printf("%7" PRId64 "  ", p->id);
    cli_put_padded(r->cli, mq_str_of(mq_pair_status_name(p->status)), cli_status_style(p->status), 10);
    (void)printf("  %.2f %6" PRIu64 " in %6" PRIu64 "  ", p->score, p->count, p->docs);
    cli_put_padded(r->cli, p->region, CLI_PLAIN, REGION);
    cli_spaces(2);
    cli_put(r->cli, c->arabic ? p->la : p->ar, CLI_PLAIN);
    (void)putchar('\n');
    r->named = 0;
    rc = mq_store_documents(r->s, p->id, DOCUMENTS + 1, name_document, r, r->err);
    if (r->named)
        (void)putchar('\n');
    return rc;
}

/* ---- JSON ---- */

static mq_status json_document(void *user, mq_str uri)
{
    (void)user;
    cli_json_text(NULL, uri);
    return MQ_OK;
}

static mq_status json_rendering(struct report *r, const mq_conflict *c, const mq_pair *p)
{
    mq_status rc;

    if (c->at == 0) {
        cli_json_open(NULL);
        cli_json_text("side", mq_str_of(c->arabic ? "ar" : "la"));
        cli_json_text("term", c->arabic ? p->ar : p->la);
        cli_json_text("lang", mq_str_of(mq_lang_name(p->lang)));
        cli_json_int("count", (int64_t)c->count);
        cli_json_open_list("renderings");
    }
    cli_json_open(NULL);
    cli_json_int("id", p->id);
    cli_json_text("text", c->arabic ? p->la : p->ar);
    cli_json_text("kind", mq_str_of(mq_kind_name(p->kind)));
    cli_json_text("status", mq_str_of(mq_pair_status_name(p->status)));
    cli_json_number("score", p->score);
    cli_json_int("count", (int64_t)p->count);
    cli_json_int("docs", (int64_t)p->docs);
    cli_json_text("region", p->region);
    cli_json_open_list("documents");
    rc = mq_store_documents(r->s, p->id, 0, json_document, r, r->err);
    cli_json_close_list();
    cli_json_close();
    if (c->at + 1 == c->of) {
        cli_json_close_list();
        cli_json_close();
    }
    return rc;
}

/* ---- the whole ---- */

static mq_status each(void *user, const mq_conflict *c, const mq_pair *p)
{
    struct report *r = user;
    mq_status rc;

    if (!r->json && c->at == 0)
        head(r, c, p);
    rc = r->json ? json_rendering(r, c, p) : rendering(r, c, p);
    r->any = true;
    return rc ? rc : cli_output_failed() ? MQ_ESTOPPED : MQ_OK;
}

static int report(const mq_conflict_query *q, char side, bool json, const struct cli *cli)
{
    mq_error err;
    struct report r = { .cli = cli, .json = json, .err = &err };
    const int code = cli_open(&r.s, cli, MQ_STORE_READ);
    mq_status rc = MQ_OK;

    if (code >= 0)
        return code;
    if (side != 'a')
        rc = mq_store_conflicts(r.s, false, q, each, &r, &err);
    if (!rc && side != 'l')
        rc = mq_store_conflicts(r.s, true, q, each, &r, &err);
    mq_store_free(r.s);
    if (rc && rc != MQ_ESTOPPED)
        return cli_error(&err);
    return r.any ? CLI_DONE : CLI_NOTHING;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct cli_filter f = { .sort = "count" };
    const char *side = "both";
    bool json = false;
    mq_conflict_query q = { .undecided = false };
    const struct opt opts[] = {
        OPT_CHOICE(0, "side", &side, "latin|arabic|both", "Latin terms with several Arabic renderings, the reverse, or one after the other (default: both)"),
        CLI_FILTER_LANG(&f, ""),
        CLI_FILTER_STATUS(&f, "renderings of these statuses, or all (default: candidate,accepted,preferred)"),
        CLI_FILTER_SCORE(&f, "renderings "),
        CLI_FILTER_DOCS(&f, "renderings "),
        OPT_FLAG(0, "undecided", &q.undecided, "leave out terms that have one preferred rendering"),
        CLI_FILTER_LIMIT(&f, "terms of each side"),
        OPT_FLAG(0, "json", &json, "one JSON object a line"),
        OPT_END
    };
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_filter_query(&q.renderings, &f, MQ_STATUS_SHOWN, self);
    if (code < 0)
        code = cli_need_utf8(cli);
    return code < 0 ? report(&q, *side, json, cli) : code;
}

const struct cmd cmd_conflicts = {
    .name = "conflicts",
    .args = "",
    .summary = "List terms with competing renderings",
    .about = "Latin terms with several Arabic renderings, then Arabic terms with several renderings in one Latin language; an acronym competes with acronyms\n"
             "only. The most seen come first. A line tells id, status, score, occurrences in documents, regions and the rendering; some of the documents follow.",
    .run = run,
};
