/* cmd_validate.c - muqabil validate: what is wrong with a file, where, and which program would mind. */
#include <stdio.h>
#include <string.h>

#include <muqabil/exchange.h>

#include "cli/options.h"

enum { RULES_MOST = 64 };

/* How often each rule was broken, in the order of first times. */
struct count {
    const char *rule;
    unsigned long long n;
};

struct verdict {
    const char *file;
    unsigned long long errors, warnings, most;
    struct count counts[RULES_MOST];
    size_t ncounts;
};

/* How often the rule was broken before; counts this time. */
static unsigned long long count(struct verdict *v, const char *rule)
{
    size_t i = 0;

    while (i < v->ncounts && strcmp(v->counts[i].rule, rule) != 0)
        i++;
    if (i == RULES_MOST)
        return 0;
    if (i == v->ncounts)
        v->counts[v->ncounts++] = (struct count){ .rule = rule };
    return v->counts[i].n++;
}

static mq_status print_fault(void *user, const mq_fault *f, mq_error *err)
{
    static const char *const levels[] = { [MQ_FAULT_NOTE] = "note", [MQ_FAULT_WARNING] = "warning", [MQ_FAULT_ERROR] = "error" };
    struct verdict *v = user;

    (void)err;
    v->errors += f->level == MQ_FAULT_ERROR;
    v->warnings += f->level == MQ_FAULT_WARNING;
    if (count(v, f->rule) >= v->most)
        return MQ_OK;
    printf("%s:%zu:%zu: %s: %.*s [%s]", v->file, f->line, f->column, levels[f->level], (int)f->message.n, f->message.p, f->rule);
    printf(*f->tools ? " (%s)\n" : "\n", f->tools);
    return MQ_OK;
}

static void print_rest(const struct verdict *v)
{
    for (size_t i = 0; i < v->ncounts; i++)
        if (v->counts[i].n > v->most)
            printf("%s: %llu more [%s]\n", v->file, v->counts[i].n - v->most, v->counts[i].rule);
}

static const char *plural(unsigned long long n)
{
    return n == 1 ? "" : "s";
}

static int judge(const char *file, const mq_exchange_reading *how, long most)
{
    struct verdict v = { .file = file, .most = (unsigned long long)most };
    mq_exchange_info info;
    mq_error err;

    if (mq_exchange_validate(file, how, print_fault, &v, &info, &err))
        return cli_error(&err);
    print_rest(&v);
    printf("%s: %s, %llu unit%s: ", file, mq_exchange_name(info.format), (unsigned long long)info.entries, plural(info.entries));
    if (v.errors + v.warnings == 0)
        printf("nothing wrong\n");
    else
        printf("%llu error%s, %llu warning%s\n", v.errors, plural(v.errors), v.warnings, plural(v.warnings));
    return v.errors + v.warnings ? CLI_NOTHING : CLI_DONE;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *format = "auto";
    long most = 10;
    mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    const struct opt opts[] = {
        OPT_CHOICE('f', "format", &format, "auto|tmx|tbx|tbx3|csv|omegat|utx|jsonl", "format of the files"),
        OPT_STR(0, "columns", &how.columns, "NAMES", "what the columns of a table are, as for import"),
        OPT_STR(0, "encoding", &how.encoding, "NAME", "encoding of a text file (windows-1256)"),
        OPT_INT('n', "most", &most, 1, 1000000000, "show each kind of fault N times at most; 10 unless told"),
        OPT_END
    };
    int n, worst = CLI_DONE, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0)
        return cli_usage(self, "which file?");
    (void)mq_exchange_parse(&how.format, mq_str_of(format));
    for (int i = 0; i < n; i++) {
        code = judge(argv[i], &how, most);
        worst = code > worst ? code : worst;
    }
    return worst;
}

const struct cmd cmd_validate = {
    .name = "validate",
    .args = "FILE…",
    .summary = "Tell what is wrong with a file of another program, where, and who would mind",
    .about = "An error is against the rules of the format; a warning is not, and yet some program goes wrong over\n"
             "it. Exit 0: nothing found; 1: something; 2: a file cannot be read.",
    .run = run,
};
