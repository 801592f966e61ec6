/* glossary.c - see cli/glossary.h. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/glossary.h"
#include "cli/json.h"

enum { MOST_QUOTED = 40, BEFORE_TERMS = 39, LEAST_COLUMN = 12, LATIN_UNFOLDED = 40 };

int cli_open(mq_store **s, const struct cli *cli, int mode)
{
    mq_error err;
    const mq_status rc = mq_store_open(s, cli->db, mode, &err);

    if (rc == MQ_ENOTFOUND)
        cli_warn("%s: 'mine', 'import' or 'add' make one, --db names another", err.msg);
    else if (rc)
        (void)cli_error(&err);
    return rc ? CLI_FAILED : -1;
}

int cli_statuses(unsigned *statuses, const struct cmd *self, const char *text)
{
    unsigned all = 0;

    if (!text)
        return -1;
    while (*text) {
        const size_t n = strcspn(text, ",");
        mq_pair_status s;

        if (n == 3 && strncmp(text, "all", n) == 0)
            all = MQ_STATUS_ALL;
        else if (mq_pair_status_parse(&s, (mq_str){ text, n }))
            all |= MQ_STATUS_BIT(s);
        else
            return cli_usage(self, "no status '%.*s': candidate, accepted, preferred, deprecated, rejected or all", (int)n, text);
        text += n + (text[n] == ',');
    }
    if (!all)
        return cli_usage(self, "--status wants at least one status");
    *statuses = all;
    return -1;
}

int cli_id(int64_t *id, const struct cmd *self, const char *text)
{
    char *end = NULL;
    long long v;

    errno = 0;
    v = strtoll(text, &end, 10);
    if (*text < '0' || *text > '9' || errno || *end || v < 1)
        return cli_usage(self, "'%s' is no id of a pair", cli_quoted(mq_str_of(text)));
    *id = (int64_t)v;
    return -1;
}

enum cli_style cli_status_style(mq_pair_status s)
{
    static const enum cli_style styles[] = { [MQ_CANDIDATE] = CLI_YELLOW, [MQ_ACCEPTED] = CLI_GREEN, [MQ_PREFERRED] = CLI_GREEN,
                                             [MQ_DEPRECATED] = CLI_RED, [MQ_REJECTED] = CLI_RED };

    return (unsigned)s < sizeof styles / sizeof *styles ? styles[s] : CLI_PLAIN;
}

void cli_put_pair(const struct cli *cli, const mq_pair *p)
{
    const unsigned room = cli->columns > BEFORE_TERMS + 2 * LEAST_COLUMN + 2 ? cli->columns - BEFORE_TERMS - 2 : 2 * LEAST_COLUMN;
    const unsigned latin = cli->fold ? room / 2 : LATIN_UNFOLDED;

    (void)printf("%7" PRId64 "  ", p->id);
    cli_put_padded(cli, mq_str_of(mq_pair_status_name(p->status)), cli_status_style(p->status), 10);
    (void)printf("  %.2f %6" PRIu64 "  ", p->score, p->count);
    cli_put_padded(cli, mq_str_of(mq_lang_name(p->lang)), CLI_DIM, 5);
    if (cli->fold && (cli_width(p->la) > latin || cli_width(p->ar) > room - latin)) {
        cli_put(cli, p->la, CLI_PLAIN);
        (void)putchar('\n');
        cli_spaces(BEFORE_TERMS);
    } else {
        cli_put_padded(cli, p->la, CLI_PLAIN, latin);
        cli_spaces(2);
    }
    cli_put(cli, p->ar, CLI_BOLD);
    (void)putchar('\n');
}

void cli_json_pair(const mq_pair *p, const char *match, mq_str sentence, mq_str doc)
{
    cli_json_open(NULL);
    cli_json_int("id", p->id);
    cli_json_text("ar", p->ar);
    cli_json_text("la", p->la);
    cli_json_text("lang", mq_str_of(mq_lang_name(p->lang)));
    cli_json_text("kind", mq_str_of(mq_kind_name(p->kind)));
    cli_json_text("status", mq_str_of(mq_pair_status_name(p->status)));
    cli_json_number("score", p->score);
    cli_json_int("count", (int64_t)p->count);
    cli_json_text("match", mq_str_of(match));
    cli_json_text("sentence", sentence);
    cli_json_text("doc", doc);
    cli_json_close();
}

/* Controls, of C1 too, and marks that turn the direction around. */
static bool is_shown(uint32_t c)
{
    return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
}

const char *cli_quoted(mq_str term)
{
    static char text[4 * MOST_QUOTED + 8];
    const size_t fit = cli_fit(term, MOST_QUOTED);
    size_t n = 0, at = 0;

    while (at < fit && n + 8 < sizeof text) { /* room for a character, … and the NUL */
        uint32_t c;
        const size_t bytes = cli_decode(term.p + at, term.p + fit, &c);
        const bool whole = !(bytes == 1 && c == 0xFFFD);

        if (whole && is_shown(c))
            memcpy(text + n, term.p + at, bytes);
        else
            text[n] = whole ? ' ' : '?';
        n += whole && is_shown(c) ? bytes : 1;
        at += bytes;
    }
    (void)snprintf(text + n, sizeof text - n, "%s", at < term.n ? "\xE2\x80\xA6" : "");
    return text;
}
