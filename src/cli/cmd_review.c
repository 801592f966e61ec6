/* cmd_review.c - muqabil review: candidates one by one. */
#include "cli/glossary.h"
#include "cli/options.h"
#include "cli/review.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *statuses = NULL, *sort = "score", *lang = NULL;
    long limit = 0, min_docs = 0;
    double min_score = 0;
    const struct opt opts[] = {
        OPT_STR(0, "status", &statuses, "S,S…", "pairs of these statuses, or all (default: candidate)"),
        OPT_CHOICE(0, "sort", &sort, "score|count|alpha", "best, most seen, or by the Arabic alphabet first (default: score)"),
        OPT_CHOICE('l', "lang", &lang, "fr|en|und|other", "of this Latin language"),
        OPT_REAL(0, "min-score", &min_score, 0, 1, "with at least this score"),
        OPT_INT(0, "min-docs", &min_docs, 0, 1000000000, "seen in at least N documents"),
        OPT_INT('n', "limit", &limit, 0, 1000000000, "at most N pairs; 0 is all"),
        OPT_END
    };
    mq_list_query q = { .statuses = MQ_STATUS_BIT(MQ_CANDIDATE) };
    mq_lang l;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n > 0)
        return cli_usage(self, "'%s' is not wanted here", argv[0]);
    code = cli_statuses(&q.statuses, self, statuses);
    if (code < 0)
        code = cli_need_utf8(cli);
    if (code >= 0)
        return code;
    q.order = *sort == 'c' ? MQ_ORDER_COUNT : *sort == 'a' ? MQ_ORDER_ALPHA : MQ_ORDER_SCORE;
    q.min_score = min_score;
    q.min_docs = (uint64_t)min_docs;
    q.limit = (size_t)limit;
    if (lang && mq_lang_parse(&l, mq_str_of(lang)))
        q.lang = &l;
    return cli_review(&q, cli);
}

const struct cmd cmd_review = {
    .name = "review",
    .args = "",
    .summary = "Decide about candidates, one by one",
    .about = "A pair is shown with its sentences and with what competes with it. One key decides: a accept, p prefer, r reject, e edit (its terms and its note),\n"
             "s or the space bar skip, u take the last one back, again and again, q quit; the keys in the same places of an Arabic keyboard do, too.\n"
             "Each decision is kept at once, also when others mine into the glossary or look up in it.\n"
             "Keys may come from a pipe: one character each, line ends aside. There, e is followed by three lines, for the Arabic, the Latin term and the\n"
             "note; an empty one changes nothing.",
    .run = run,
};
