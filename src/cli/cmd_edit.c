/* cmd_edit.c - muqabil edit: what a terminologist records of a pair. */
#include "cli/glossary.h"
#include "cli/options.h"

static int edit(int64_t id, const mq_pair_edit *e, const struct cli *cli)
{
    mq_store *s;
    mq_error err;
    const int code = cli_open(&s, cli, MQ_STORE_WRITE);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = mq_store_edit(s, id, e, &err);
    mq_store_free(s);
    return rc ? cli_error(&err) : CLI_DONE;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *lang = NULL, *kind = NULL, *status = NULL;
    mq_pair_edit e = { .ar = NULL };
    const struct opt opts[] = {
        OPT_STR(0, "ar", &e.ar, "TERM", "the Arabic headword"),
        OPT_STR(0, "la", &e.la, "TERM", "the Latin term"),
        OPT_CHOICE('l', "lang", &lang, "fr|en|und|other", "language of the Latin term"),
        OPT_CHOICE(0, "kind", &kind, "translation|acronym|transliteration", "what makes the two equivalent"),
        OPT_CHOICE(0, "status", &status, "candidate|accepted|preferred|deprecated|rejected", "how it is to be used"),
        OPT_STR(0, "note", &e.note, "TEXT", "a remark"),
        OPT_STR(0, "domain", &e.domain, "TEXT", "subject field"),
        OPT_STR(0, "definition", &e.definition, "TEXT", "what the term means"),
        OPT_STR(0, "source", &e.source, "TEXT", "where the pair comes from"),
        OPT_STR(0, "region", &e.region, "TEXT", "where it is used: MA, DZ, TN …"),
        OPT_STR(0, "pos", &e.pos, "TEXT", "part of speech of the Arabic term: noun, adj …"),
        OPT_STR(0, "gender", &e.gender, "m|f", "of the Arabic term"),
        OPT_STR(0, "number", &e.number, "s|d|p", "of the Arabic term: singular, dual, plural"),
        OPT_STR(0, "plural", &e.plural, "TERM", "broken plural(s) of the Arabic term, parted by |"),
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
    code = cli_id(&id, self, argv[0]);
    if (code >= 0)
        return code;
    if (lang && mq_lang_parse(&l, mq_str_of(lang)))
        e.lang = &l;
    if (kind && mq_kind_parse(&k, mq_str_of(kind)))
        e.kind = &k;
    if (status && mq_pair_status_parse(&st, mq_str_of(status)))
        e.status = &st;
    return edit(id, &e, cli);
}

const struct cmd cmd_edit = {
    .name = "edit",
    .args = "ID",
    .summary = "Change a pair",
    .about = "What is not named stays; an empty text clears. A pair whose terms changed goes on collecting what is mined under its old name.",
    .run = run,
};
