/* cmd_import.c - muqabil import: files of other programs, and mined occurrences, into the glossary. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "cli/options.h"

static const char about[] =
    "The format is found by the content. All files come in, or none; --keep-going takes what can be read.\n"
    "Pairs are accepted unless a file says otherwise; what a person decided stays. A table is understood\n"
    "by its header row (ar, fr, en, Arabic, français, source, target, note, domain, …); --columns names\n"
    "the columns of one without. Printed is what was read, new, merged and skipped, and why.";

/* Nothing is missing then: the glossary and the file differ. */
static bool is_conflict(mq_reason reason)
{
    return reason == MQ_REASON_STATUS_KEPT || reason == MQ_REASON_NOTE_KEPT;
}

/* ---- the report: one line for each thing left out ---- */

static void put_cell(FILE *f, mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        (void)fputc((unsigned char)s.p[i] < ' ' ? ' ' : s.p[i], f);
}

static mq_status report(void *user, const char *file, const mq_left_out *x, mq_error *err)
{
    FILE *f = user;

    (void)err;
    put_cell(f, mq_str_of(file));
    (void)fprintf(f, "\t%zu\t%zu\t%s\t%s\t", x->line, x->column, x->whole ? "skipped" : is_conflict(x->reason) ? "kept" : "left out",
                  mq_reason_text(x->reason));
    put_cell(f, x->what);
    (void)fputc('\n', f);
    return MQ_OK;
}

static FILE *open_report(const char *path)
{
    FILE *f = fopen(path, "we");

    if (f)
        (void)fputs("file\tline\tcolumn\twhat\treason\ttext\n", f);
    else
        cli_warn("cannot write '%s': %s", path, strerror(errno));
    return f;
}

static int close_report(FILE *f, const char *path, int code)
{
    const bool bad = f && ferror(f) != 0;

    if (f && (fclose(f) != 0 || bad)) {
        cli_warn("cannot write '%s': %s", path, strerror(errno));
        return CLI_FAILED;
    }
    return code;
}

/* ---- the ledger ---- */

static void print_places(const mq_import_reason *r)
{
    for (size_t i = 0; i < r->nplaces; i++)
        printf("%s%s:%zu", i ? ", " : "  ", r->places[i].file, r->places[i].line);
    if (r->entries + r->parts > r->nplaces)
        printf(", …");
    putchar('\n');
}

static void print_reasons(const mq_import_stats *s)
{
    for (int i = 0; i < MQ_REASON_COUNT; i++) {
        const mq_import_reason *r = &s->reasons[i];

        if (r->entries)
            printf("  skipped  %8llu  %s", (unsigned long long)r->entries, mq_reason_text((mq_reason)i));
        else if (r->parts)
            printf("  %s %8llu  %s", is_conflict((mq_reason)i) ? "kept    " : "left out", (unsigned long long)r->parts, mq_reason_text((mq_reason)i));
        if (r->entries && r->parts)
            printf(" (and %llu parts of entries)", (unsigned long long)r->parts);
        if (r->entries + r->parts)
            print_places(r);
    }
}

static void print_ledger(const mq_import_stats *s, bool dry_run)
{
    printf("%s%llu read: %llu new, %llu merged, %llu unchanged, %llu skipped\n", dry_run ? "dry run: " : "", (unsigned long long)s->read,
           (unsigned long long)s->made, (unsigned long long)s->merged, (unsigned long long)s->same, (unsigned long long)s->skipped);
    printf("  pairs: %llu new, %llu merged, %llu unchanged", (unsigned long long)s->pairs_made, (unsigned long long)s->pairs_merged,
           (unsigned long long)s->pairs_same);
    if (s->occurrences)
        printf("; occurrences: %llu new", (unsigned long long)s->occurrences);
    putchar('\n');
    print_reasons(s);
    if (*s->guessed)
        cli_warn("the encoding was guessed to be %s (--encoding tells)", s->guessed);
    if (s->replaced)
        cli_warn("%llu byte sequences without meaning were replaced", (unsigned long long)s->replaced);
}

/* ---- the command ---- */

/* A glossary to import into; for a dry run one that need not exist. */
static mq_status open_store(mq_store **store, const char *db, bool dry_run, mq_error *err)
{
    const mq_status rc = mq_store_open(store, db, dry_run ? MQ_STORE_READ : MQ_STORE_CREATE, err);

    return dry_run && rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

static int import(const mq_import_options *o, const char **paths, int n, const struct cli *cli)
{
    mq_import_stats stats;
    mq_store *store;
    mq_error err;
    mq_status rc = open_store(&store, cli->db, o->dry_run, &err);

    if (rc)
        return cli_error(&err);
    cli_catch_signals();
    rc = mq_import(store, paths, (size_t)n, o, &stats, &err);
    mq_store_free(store);
    if (rc == MQ_ESTOPPED)
        return CLI_FAILED;
    if (rc && !o->reading.keep_going) {
        if (!o->dry_run)
            cli_warn("nothing was imported");
        if (stats.read > stats.skipped)
            cli_warn("before the fault %llu could be read (--keep-going takes what can be read)", (unsigned long long)(stats.read - stats.skipped));
        return cli_error(&err);
    }
    print_ledger(&stats, o->dry_run);
    if (rc)
        return cli_error(&err);
    return stats.made + stats.merged + stats.same ? CLI_DONE : CLI_NOTHING;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    const char *format = "auto", *from = NULL, *to = NULL, *status = NULL, *report_file = NULL;
    mq_import_options o = { .status = MQ_UNSAID, .stop = cli_interrupted };
    const struct opt opts[] = {
        OPT_CHOICE('f', "format", &format, "auto|tmx|tbx|tbx3|csv|omegat|utx|jsonl", "format of the files"),
        OPT_FLAG('n', "dry-run", &o.dry_run, "only tell what would come of it"),
        OPT_FLAG(0, "keep-going", &o.reading.keep_going, "take what can be read of a faulty file"),
        OPT_STR(0, "report", &report_file, "FILE", "write all that was left out, with its place and reason"),
        OPT_CHOICE(0, "from", &from, "ar|fr|en", "language of the first column, or of 'source', in a table that does not tell"),
        OPT_CHOICE(0, "to", &to, "ar|fr|en", "language of the second, or of 'target'"),
        OPT_STR(0, "columns", &o.reading.columns, "NAMES", "what the columns of a table are: ar,fr,,note"),
        OPT_STR(0, "encoding", &o.reading.encoding, "NAME", "encoding of a text file (windows-1256)"),
        OPT_CHOICE(0, "status", &status, "candidate|accepted|preferred|deprecated|rejected", "of pairs for which a file says none (default: accepted)"),
        OPT_STR(0, "domain", &o.domain, "NAME", "of pairs for which a file says none"),
        OPT_FLAG(0, "other", &o.other, "terms in other languages than ar, fr, en, too"),
        OPT_END
    };
    mq_pair_status parsed = MQ_ACCEPTED;
    FILE *f = NULL;
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n == 0)
        return cli_usage(self, "which file?");
    (void)mq_exchange_parse(&o.reading.format, mq_str_of(format));
    (void)mq_lang_parse(&o.reading.from, mq_str_of(from));
    (void)mq_lang_parse(&o.reading.to, mq_str_of(to));
    if (mq_pair_status_parse(&parsed, mq_str_of(status)))
        o.status = (int)parsed;
    if (report_file && !(f = open_report(report_file)))
        return CLI_FAILED;
    o.left_out = f ? report : NULL;
    o.user = f;
    code = import(&o, argv, n, cli);
    return close_report(f, report_file, code);
}

const struct cmd cmd_import = {
    .name = "import",
    .args = "FILE…",
    .summary = "Bring terms from files of other programs into the glossary",
    .about = about,
    .run = run,
};
