/* cmd_edit.c - muqabil edit: what a terminologist records of a pair. */
#include <string.h>

#include "cli/glossary.h"
#include "cli/options.h"

/* What the options say. */
struct wish {
    mq_pair_edit e;
    int64_t join;          /* 0 = no pair */
    bool alone;
};

/* All of it, or nothing. */
static mq_status change(mq_store *s, int64_t id, const struct wish *w, mq_error *err)
{
    mq_status rc = mq_store_begin(s, err);

    if (rc)
        return rc;
    rc = mq_store_edit(s, id, &w->e, err);
    if (!rc && (w->join || w->alone))
        rc = mq_store_join(s, id, w->join, err);
    if (!rc)
        return mq_store_commit(s, err);
    mq_store_rollback(s);
    return rc;
}

static int edit(int64_t id, const struct wish *w, const struct cli *cli)
{
    mq_store *s;
    mq_error err;
    const int code = cli_open(&s, cli, MQ_STORE_WRITE);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = change(s, id, w, &err);
    mq_store_free(s);
    return rc ? cli_error(&err) : CLI_DONE;
}

/* "MA", "MA DZ": two capitals each. -1, or a message and CLI_USAGE. */
static int check_region(const struct cmd *self, const char *text)
{
    const char *p = text;

    while (p && *p) {
        if (strspn(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2 || (p[2] && p[2] != ' ') || (p[2] && !p[3]))
            return cli_usage(self, "--region wants countries by two capitals, as in 'MA DZ', not '%s'", cli_quoted(mq_str_of(text)));
        p += p[2] ? 3 : 2;
    }
    return -1;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *lang = NULL, *kind = NULL, *status = NULL;
    const char *join = NULL;
    struct wish w = { .join = 0 };
    mq_pair_edit *const e = &w.e;
    const struct opt opts[] = {
        OPT_STR(0, "ar", &e->ar, "TERM", "the Arabic headword"),
        OPT_STR(0, "la", &e->la, "TERM", "the Latin term"),
        OPT_CHOICE('l', "lang", &lang, "fr|en|und|other", "language of the Latin term"),
        OPT_CHOICE(0, "kind", &kind, "translation|acronym|transliteration", "what makes the two equivalent"),
        OPT_CHOICE(0, "status", &status, "candidate|accepted|preferred|deprecated|rejected", "how it is to be used"),
        OPT_STR(0, "note", &e->note, "TEXT", "a remark"),
        OPT_STR(0, "domain", &e->domain, "TEXT", "subject field"),
        OPT_STR(0, "definition", &e->definition, "TEXT", "what the term means"),
        OPT_STR(0, "source", &e->source, "TEXT", "where the pair comes from"),
        OPT_STR(0, "region", &e->region, "CC", "where it is used: MA, DZ, TN, or several parted by spaces"),
        OPT_CHOICE(0, "pos", &e->pos, "noun|verb|adj|adv|propn|other|", "part of speech of the Arabic term; propn is a name"),
        OPT_CHOICE(0, "gender", &e->gender, "m|f|", "of the Arabic term"),
        OPT_CHOICE(0, "number", &e->number, "s|d|p|", "of the Arabic term: singular, dual, plural"),
        OPT_STR(0, "plural", &e->plural, "TERM", "broken plural(s) of the Arabic term, parted by |"),
        OPT_STR(0, "join", &join, "ID", "of one entry with this pair, and with all that are joined to either"),
        OPT_FLAG(0, "alone", &w.alone, "no longer joined to others"),
        OPT_END
    };
    mq_lang l;
    mq_kind k;
    mq_pair_status st;
    int64_t id;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n != 1)
        return cli_usage(self, "one id is wanted");
    if (join && w.alone)
        return cli_usage(self, "either --join or --alone");
    code = cli_id(&id, self, argv[0]);
    if (code < 0 && join)
        code = cli_id(&w.join, self, join);
    if (code < 0)
        code = check_region(self, e->region);
    if (code >= 0)
        return code;
    if (lang && mq_lang_parse(&l, mq_str_of(lang)))
        e->lang = &l;
    if (kind && mq_kind_parse(&k, mq_str_of(kind)))
        e->kind = &k;
    if (status && mq_pair_status_parse(&st, mq_str_of(status)))
        e->status = &st;
    return edit(id, &w, cli);
}

const struct cmd cmd_edit = {
    .name = "edit",
    .args = "ID",
    .summary = "Change a pair",
    .about = "Pairs that share a Latin term form one entry by themselves; --join brings together what does not share one, --alone takes a pair out again.\n"
             "What is not named stays; an empty text clears. A pair whose terms changed goes on collecting what is mined under its old name.",
    .run = run,
};
