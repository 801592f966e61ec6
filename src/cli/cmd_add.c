/* cmd_add.c - muqabil add: a pair that a person knows. Prints its id. */
#include <inttypes.h>
#include <stdio.h>

#include <muqabil/text.h>

#include "cli/glossary.h"
#include "cli/options.h"

static int add(const mq_pair *p, const struct cli *cli)
{
    mq_store *s;
    mq_error err;
    mq_added what;
    int64_t id;
    const int code = cli_open(&s, cli, MQ_STORE_CREATE);
    mq_status rc;

    if (code >= 0)
        return code;
    rc = mq_store_add(s, p, true, &id, &what, &err);
    mq_store_free(s);
    if (rc)
        return cli_error(&err);
    (void)printf("%" PRId64 "\n", id);
    if (what != MQ_ADDED_NEW)
        cli_warn("pair %" PRId64 " was there already%s", id, what == MQ_ADDED_MERGED ? "; it is now as you say" : "");
    return CLI_DONE;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *lang = NULL, *kind = "translation", *status = "accepted", *note = "";
    const struct opt opts[] = {
        OPT_CHOICE('l', "lang", &lang, "fr|en|und|other", "language of LA (default: by its words, und when they do not tell)"),
        OPT_CHOICE(0, "kind", &kind, "translation|acronym|transliteration", "what makes the two equivalent (default: translation)"),
        OPT_CHOICE(0, "status", &status, "candidate|accepted|preferred|deprecated|rejected", "(default: accepted)"),
        OPT_STR(0, "note", &note, "TEXT", "a remark"),
        OPT_END
    };
    mq_pair p = { .id = 0 };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n != 2)
        return cli_usage(self, "an Arabic and a Latin term are wanted");
    p.ar = mq_str_of(argv[0]);
    p.la = mq_str_of(argv[1]);
    p.note = mq_str_of(note);
    (void)mq_kind_parse(&p.kind, mq_str_of(kind));
    (void)mq_pair_status_parse(&p.status, mq_str_of(status));
    if (!lang || !mq_lang_parse(&p.lang, mq_str_of(lang)))
        p.lang = mq_latin_language(p.la);
    return add(&p, cli);
}

const struct cmd cmd_add = {
    .name = "add",
    .args = "AR LA",
    .summary = "Add a pair and print its id",
    .about = "The glossary is made when there is none. A pair with the same terms is not added again: its status, kind and note become what is given.",
    .run = run,
};
