/* cmd_export.c - muqabil export: the glossary as a file for another program. */
#include <stdio.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "cli/options.h"

/* What the options say, before it is judged. */
struct wish {
    const char *format, *from, *to, *file, *status, *domain;
    const char *ar, *fr, *en, *stylesheet;
    double min_score;
    bool all, contexts, no_contexts, other, bom, spreadsheet_safe;
};

static const char about[] =
    "A pair is written from one language to another, Arabic to French unless told; between French and\n"
    "English the way leads over the Arabic term. A term of no language (ANRT, Wi-Fi) is written under the\n"
    "Latin language asked for. One source has one rendering: a preferred one, else an accepted one, else\n"
    "the one with the best score; the others stand in its note or, with --all, beside it.\n"
    "jsonl holds every pair in all languages, with its occurrences. hunspell writes the Arabic words of\n"
    "the terms: -o terms.dic makes terms.dic and terms.aff, in which they are known with their clitics;\n"
    "any other file is a personal dictionary, one word a line.";

/* Format by the ending of the file's name, when -f does not tell. */
static const char *format_of_name(const char *file)
{
    static const char *const endings[][2] = { { ".tmx", "tmx" },  { ".tbx", "tbx" },  { ".csv", "csv" },      { ".utx", "utx" },
                                              { ".jsonl", "jsonl" }, { ".html", "html" }, { ".dic", "hunspell" }, { ".utf8", "omegat" } };
    const char *dot = strrchr(file, '.');

    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcmp(dot, endings[i][0]) == 0)
            return endings[i][1];
    return NULL;
}

/* "accepted,preferred", "all". */
static bool parse_statuses(unsigned *out, const char *list)
{
    mq_str rest = mq_str_of(list);

    *out = 0;
    if (strcmp(list, "all") == 0)
        *out = MQ_STATUS_ALL;
    while (!(*out == MQ_STATUS_ALL) && rest.n) {
        const char *comma = memchr(rest.p, ',', rest.n);
        const mq_str name = { rest.p, comma ? (size_t)(comma - rest.p) : rest.n };
        mq_pair_status status;

        if (!mq_pair_status_parse(&status, name))
            return false;
        *out |= MQ_STATUS_BIT(status);
        rest = (mq_str){ rest.p + name.n + (comma != NULL), rest.n - name.n - (comma != NULL) };
    }
    return *out != 0;
}

/* Arabic to French unless told; into Arabic from either other language. */
static void settle_direction(mq_exchange_writing *how, const struct wish *w)
{
    how->from = MQ_LANG_AR;
    if (w->from)
        (void)mq_lang_parse(&how->from, mq_str_of(w->from));
    how->to = how->from == MQ_LANG_AR ? MQ_LANG_FR : MQ_LANG_AR;
    if (w->to)
        (void)mq_lang_parse(&how->to, mq_str_of(w->to));
    if (!w->from && how->to == MQ_LANG_AR)
        how->from = MQ_LANG_FR;
}

/* -1, or the exit code for wrong usage. */
static int settle(mq_export_options *o, const struct cmd *self, const struct wish *w)
{
    mq_exchange_writing *how = &o->writing;
    const char *format = w->format ? w->format : format_of_name(w->file);

    if (!format)
        return cli_usage(self, "which format? -f tells");
    (void)mq_exchange_parse(&how->format, mq_str_of(format));
    settle_direction(how, w);
    if (how->from == how->to)
        return cli_usage(self, "--from and --to are the same language");
    o->statuses = how->format == MQ_EXCHANGE_HUNSPELL ? MQ_STATUS_KNOWN : MQ_STATUS_SHOWN;
    if (w->status && !parse_statuses(&o->statuses, w->status))
        return cli_usage(self, "--status wants some of candidate,accepted,preferred,deprecated,rejected or all, not '%s'", w->status);
    how->tag[MQ_LANG_AR] = w->ar;
    how->tag[MQ_LANG_FR] = w->fr;
    how->tag[MQ_LANG_EN] = w->en;
    how->all = w->all || how->format == MQ_EXCHANGE_HTML; /* a page has room for all */
    how->contexts = !w->no_contexts && (w->contexts || how->format == MQ_EXCHANGE_JSONL || how->format == MQ_EXCHANGE_HTML);
    how->bom = w->bom;
    how->stylesheet = w->stylesheet;
    how->spreadsheet_safe = w->spreadsheet_safe;
    o->min_score = w->min_score;
    o->domain = w->domain;
    o->other = w->other;
    o->stop = cli_interrupted;
    return -1;
}

static void tell_left_out(const mq_export_stats *s)
{
    for (unsigned l = 0; l <= MQ_LANG_OTHER; l++)
        if (s->left_out[l])
            cli_warn("left out: %llu %s%s", (unsigned long long)s->left_out[l], s->left_out[l] == 1 ? "pair" : "pairs",
                     l == MQ_LANG_OTHER ? " in languages other than ar, fr, en (--other takes them)" : l == MQ_LANG_FR ? " in fr" : " in en");
    if (s->unmatched)
        cli_warn("left out: %llu %s without a rendering", (unsigned long long)s->unmatched, s->unmatched == 1 ? "term" : "terms");
    if (s->noted)
        cli_warn("%llu further %s in notes (--all writes each)", (unsigned long long)s->noted, s->noted == 1 ? "rendering is" : "renderings are");
    if (s->entries == 0)
        cli_warn("there was nothing to export");
}

static int export(const mq_export_options *o, const char *file, const struct cli *cli)
{
    mq_export_stats stats;
    mq_store *store;
    mq_error err;
    mq_status rc = mq_store_open(&store, cli->db, MQ_STORE_READ, &err);

    if (rc)
        return cli_error(&err);
    cli_catch_signals();
    rc = mq_export(store, file, o, &stats, &err);
    mq_store_free(store);
    if (rc == MQ_ESTOPPED) /* by a signal, or nobody reads on */
        return cli_interrupted() ? CLI_FAILED : CLI_DONE;
    if (rc)
        return cli_error(&err);
    tell_left_out(&stats);
    return CLI_DONE;
}

static int run(const struct cmd *self, int argc, const char **argv, struct cli *cli)
{
    struct wish w = { .file = "-" };
    const struct opt opts[] = {
        OPT_CHOICE('f', "format", &w.format, "tmx|tbx|tbx3|csv|omegat|utx|jsonl|hunspell|html", "format to write"),
        OPT_CHOICE(0, "from", &w.from, "ar|fr|en", "language of the sources (default: ar)"),
        OPT_CHOICE(0, "to", &w.to, "ar|fr|en", "language of the renderings (default: fr; from fr or en: ar)"),
        OPT_STR('o', "output", &w.file, "FILE", "write here; an old file is replaced at the end, or not at all (default: standard output)"),
        OPT_STR(0, "status", &w.status, "LIST", "pairs of these statuses only (default: candidate,accepted,preferred; hunspell: the last two)"),
        OPT_REAL(0, "min-score", &w.min_score, 0, 1, "pairs with at least this score only"),
        OPT_STR(0, "domain", &w.domain, "NAME", "pairs of this domain only"),
        OPT_FLAG(0, "all", &w.all, "every rendering of a term, not only the best"),
        OPT_FLAG(0, "other", &w.other, "terms in other languages than ar, fr, en, too"),
        OPT_FLAG(0, "contexts", &w.contexts, "with sentences from the texts (jsonl, html: always)"),
        OPT_FLAG(0, "no-contexts", &w.no_contexts, "without them"),
        OPT_STR(0, "ar", &w.ar, "CODE", "write this code for Arabic (ar-MA)"),
        OPT_STR(0, "fr", &w.fr, "CODE", "and for French (fr-FR)"),
        OPT_STR(0, "en", &w.en, "CODE", "and for English (en-GB)"),
        OPT_STR(0, "stylesheet", &w.stylesheet, "FILE", "tmx: what a browser is to show it with (tmx.css)"),
        OPT_FLAG(0, "bom", &w.bom, "csv: begin with a byte order mark, for Excel"),
        OPT_FLAG(0, "spreadsheet-safe", &w.spreadsheet_safe, "csv: no cell that a spreadsheet takes for a formula"),
        OPT_END
    };
    mq_export_options o = { .statuses = 0 };
    int n, code = opt_parse(self, opts, argc, argv, &n, cli);

    if (code >= 0)
        return code;
    if (n)
        return cli_usage(self, "'%s'? the file to write is told by -o", argv[0]);
    code = settle(&o, self, &w);
    return code >= 0 ? code : export(&o, w.file, cli);
}

const struct cmd cmd_export = { .name = "export", .args = "", .summary = "Write the glossary in the format of another program", .about = about, .run = run };
