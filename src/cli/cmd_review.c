/* cmd_review.c - muqabil review: candidates one by one. */
#include "cli/filter.h"
#include "cli/glossary.h"
#include "cli/review.h"

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct cli_filter f = { .sort = "score" };
    const struct opt opts[] = {
        CLI_FILTER_STATUS(&f, "pairs of these statuses, or all (default: candidate)"),
        CLI_FILTER_SORT(&f),
        CLI_FILTER_LANG(&f, ""),
        CLI_FILTER_SCORE(&f, ""),
        CLI_FILTER_DOCS(&f, ""),
        CLI_FILTER_LIMIT(&f, "pairs"),
        OPT_END
    };
    mq_list_query q = { .statuses = 0 };
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_filter_query(&q, &f, MQ_STATUS_BIT(MQ_CANDIDATE), self);
    if (code < 0)
        code = cli_need_utf8(cli);
    return code < 0 ? cli_review(&q, cli) : code;
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
