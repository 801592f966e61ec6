/* cmd_train.c - muqabil train: what accepted pairs teach about words, for later mining. */
#include <stdio.h>

#include <muqabil/glossary.h>

#include "cli/glossary.h"
#include "cli/options.h"

static const char about[] =
    "Reads the accepted and preferred pairs and learns which words translate which, and which terms are\n"
    "known as a whole. It is kept in the glossary, and 'mine' into it takes it as evidence from then on:\n"
    "texts that were mined before are mined anew. Run it after an import, or when many pairs were\n"
    "accepted; what was learned before is replaced.";

static void on_progress(void *user, const mq_train_totals *t)
{
    *(bool *)user = true;
    (void)fprintf(stderr, "\r%llu pairs", (unsigned long long)t->pairs);
}

static bool on_stop(void *user)
{
    (void)user;
    return cli_interrupted();
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const struct opt opts[] = { OPT_END };
    bool wrote_progress = false;
    mq_train_job job = { .user = &wrote_progress, .stop = on_stop };
    mq_train_totals t;
    mq_store *s;
    mq_error err;
    mq_status rc;
    int code = opt_parse_alone(self, opts, argc, argv, cli);

    if (code < 0)
        code = cli_open(&s, cli, MQ_STORE_WRITE);
    if (code >= 0)
        return code;
    job.progress = cli->err_tty ? on_progress : NULL;
    cli_catch_signals();
    rc = mq_train(s, &job, &t, &err);
    if (wrote_progress)
        (void)fputs("\r\033[K", stderr);
    mq_store_free(s);
    if (rc)
        return rc == MQ_ESTOPPED ? CLI_FAILED : cli_error(&err);
    (void)printf("%llu accepted pairs read: %llu terms known, %llu translations of words learned from %llu phrases (%llu Arabic stems, %llu Latin words)\n",
                 (unsigned long long)t.pairs, (unsigned long long)t.terms, (unsigned long long)t.translations, (unsigned long long)t.phrases,
                 (unsigned long long)t.stems, (unsigned long long)t.words);
    if (!t.pairs)
        cli_warn("no pair is accepted: 'accept' or 'import' some");
    return t.pairs ? CLI_DONE : CLI_NOTHING;
}

const struct cmd cmd_train = { .name = "train", .args = "", .summary = "Learn from accepted pairs, for better mining", .about = about, .run = run };
