/* terminal.c - see cli/terminal.h. */
#include <stdio.h>
#include <string.h>

#include "cli/terminal.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define ELLIPSIS "\xE2\x80\xA6"
#define REPLACEMENT "\xEF\xBF\xBD"

enum { LEAST_ROOM = 20 /* columns, below which nothing can be read */ };

size_t cli_decode(const char *p, const char *end, uint32_t *cp)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    const unsigned char c = (unsigned char)*p;
    const size_t n = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
    uint32_t v = n == 1 ? c : c & (0x7FU >> n);

    *cp = 0xFFFD;
    if (!n || (size_t)(end - p) < n)
        return 1;
    for (size_t i = 1; i < n; i++) {
        if (((unsigned char)p[i] & 0xC0) != 0x80)
            return 1;
        v = v << 6 | ((unsigned char)p[i] & 0x3FU);
    }
    if (v < least[n] || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF))
        return 1;
    *cp = v;
    return n;
}

/* Ranges of characters that take no column, or two; Unicode 15, the blocks that turn up in texts of our three languages and in CJK names. */
static const struct range { uint32_t first, last; unsigned width; } ranges[] = {
    { 0x0300, 0x036F, 0 }, { 0x0483, 0x0489, 0 }, { 0x0591, 0x05BD, 0 }, { 0x0610, 0x061A, 0 }, { 0x061C, 0x061C, 0 }, { 0x064B, 0x065F, 0 },
    { 0x0670, 0x0670, 0 }, { 0x06D6, 0x06DC, 0 }, { 0x06DF, 0x06E4, 0 }, { 0x06E7, 0x06E8, 0 }, { 0x06EA, 0x06ED, 0 }, { 0x08CA, 0x08E1, 0 },
    { 0x08E3, 0x08FF, 0 }, { 0x1100, 0x115F, 2 }, { 0x1AB0, 0x1AFF, 0 }, { 0x1DC0, 0x1DFF, 0 }, { 0x200B, 0x200F, 0 }, { 0x202A, 0x202E, 0 },
    { 0x2060, 0x206F, 0 }, { 0x20D0, 0x20FF, 0 }, { 0x2E80, 0x303E, 2 }, { 0x3041, 0xA4CF, 2 }, { 0xAC00, 0xD7A3, 2 }, { 0xF900, 0xFAFF, 2 },
    { 0xFE00, 0xFE0F, 0 }, { 0xFE20, 0xFE2F, 0 }, { 0xFE30, 0xFE6F, 2 }, { 0xFEFF, 0xFEFF, 0 }, { 0xFF00, 0xFF60, 2 }, { 0xFFE0, 0xFFE6, 2 },
    { 0x1F300, 0x1FAFF, 2 }, { 0x20000, 0x3FFFD, 2 }, { 0xE0000, 0xE0FFF, 0 },
};

static unsigned width_of(uint32_t c)
{
    if (c < 0x300)
        return c == 0xAD ? 0 : 1; /* controls are shown as a space */
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= c; i++)
        if (c <= ranges[i].last)
            return ranges[i].width;
    return 1;
}

unsigned cli_width(mq_str s)
{
    unsigned n = 0;

    for (size_t i = 0; i < s.n;) {
        uint32_t c;

        i += cli_decode(s.p + i, s.p + s.n, &c);
        n += width_of(c);
    }
    return n;
}

size_t cli_fit(mq_str s, unsigned columns)
{
    unsigned width = 0;
    size_t i = 0;

    while (i < s.n) {
        uint32_t c;
        const size_t n = cli_decode(s.p + i, s.p + s.n, &c);

        width += width_of(c);
        if (width > columns)
            break;
        i += n;
    }
    return i;
}

/* Marks that change the direction of what follows them outside of the text they stand in. */
static bool turns_direction(uint32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void put_clean(mq_str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t c;
        const size_t n = cli_decode(s.p + i, s.p + s.n, &c);

        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
            (void)putchar(' ');
        else if (n == 1 && c == 0xFFFD)
            (void)fputs(REPLACEMENT, stdout);
        else if (!turns_direction(c))
            (void)fwrite(s.p + i, 1, n, stdout);
        i += n;
    }
}

/* ASCII turns no line around. */
static bool to_isolate(const struct cli *cli, mq_str s)
{
    for (size_t i = 0; cli->out_tty && i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return true;
    return false;
}

static void start(const struct cli *cli, mq_str s, enum cli_style style)
{
    static const char *const codes[] = { [CLI_PLAIN] = "", [CLI_BOLD] = "\033[1m", [CLI_DIM] = "\033[2m", [CLI_GREEN] = "\033[32m",
                                         [CLI_YELLOW] = "\033[33m", [CLI_RED] = "\033[31m" };

    if (cli->colour)
        (void)fputs(codes[style], stdout);
    if (to_isolate(cli, s))
        (void)fputs(FSI, stdout);
}

static void stop(const struct cli *cli, mq_str s, enum cli_style style)
{
    if (to_isolate(cli, s))
        (void)fputs(PDI, stdout);
    if (cli->colour && style != CLI_PLAIN)
        (void)fputs("\033[0m", stdout);
}

void cli_put(const struct cli *cli, mq_str s, enum cli_style style)
{
    start(cli, s, style);
    put_clean(s);
    stop(cli, s, style);
}

void cli_spaces(unsigned n)
{
    (void)printf("%*s", (int)n, "");
}

void cli_put_padded(const struct cli *cli, mq_str s, enum cli_style style, unsigned columns)
{
    const unsigned width = cli_width(s);

    cli_put(cli, s, style);
    if (width < columns)
        cli_spaces(columns - width);
}

/* Moves `from` back over whole code points as long as s[from, to) fits. */
static size_t widen_back(mq_str s, size_t from, size_t to, unsigned columns)
{
    while (from > 0) {
        size_t before = from - 1;

        while (before > 0 && ((unsigned char)s.p[before] & 0xC0) == 0x80)
            before--;
        if (cli_width((mq_str){ s.p + before, to - before }) > columns)
            break;
        from = before;
    }
    return from;
}

/* s[*from, *to) becomes what fits into `columns` around s[at, at + n). */
static void cut_around(mq_str s, size_t at, size_t n, unsigned columns, size_t *from, size_t *to)
{
    const unsigned room = columns > 2 ? columns - 2 : 0; /* for … at both ends */

    *from = 0;
    *to = s.n;
    if (cli_width(s) <= columns)
        return;
    *from = widen_back(s, at, at + n, room / 2 + cli_width((mq_str){ s.p + at, n }) / 2);
    *to = *from + cli_fit((mq_str){ s.p + *from, s.n - *from }, room);
    if (*to == s.n)
        *from = widen_back(s, *from, *to, room);
}

void cli_put_part(const struct cli *cli, mq_str s, size_t at, size_t n, enum cli_style style, unsigned columns)
{
    size_t from, to;

    cut_around(s, at, n, columns, &from, &to);
    start(cli, s, style);
    if (from > 0)
        (void)fputs(ELLIPSIS, stdout);
    put_clean((mq_str){ s.p + from, to - from });
    if (to < s.n)
        (void)fputs(ELLIPSIS, stdout);
    stop(cli, s, style);
}

/* ---- several lines ---- */

static bool is_gap(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Bytes of the next line of `rest`: as many words as fit, or a part of a word that is too long. */
static size_t line_of(mq_str rest, unsigned columns)
{
    const size_t fit = cli_fit(rest, columns);
    size_t n = fit;

    if (fit == rest.n)
        return fit;
    while (n && !is_gap(rest.p[n]))
        n--;
    return n ? n : fit ? fit : 1;
}

/* The parts of line that lie in marks are bold. */
static void put_marked(const struct cli *cli, mq_str line, const mq_str *marks, size_t nmarks)
{
    const char *at = line.p, *const end = line.p + line.n;

    for (size_t i = 0; i < nmarks && cli->colour; i++) {
        const char *from = marks[i].p > at ? marks[i].p : at, *to = marks[i].p + marks[i].n < end ? marks[i].p + marks[i].n : end;

        if (from >= to)
            continue;
        put_clean((mq_str){ at, (size_t)(from - at) });
        (void)fputs("\033[1m", stdout);
        put_clean((mq_str){ from, (size_t)(to - from) });
        (void)fputs("\033[0m", stdout);
        at = to;
    }
    put_clean((mq_str){ at, (size_t)(end - at) });
}

unsigned cli_put_lines(const struct cli *cli, mq_str s, const mq_str *marks, size_t nmarks, unsigned indent, unsigned columns, unsigned lines)
{
    const unsigned room = columns > indent + LEAST_ROOM ? columns - indent : LEAST_ROOM;
    const size_t at = nmarks ? (size_t)(marks[0].p - s.p) : 0;
    unsigned n_lines = 0;
    size_t from, to;

    cut_around(s, at, nmarks ? marks[0].n : 0, room * lines, &from, &to);
    while (from > 0 && from < at && !is_gap(s.p[from - 1])) /* whole words */
        from++;
    while (to < s.n && to > at && !is_gap(s.p[to]))
        to--;
    for (size_t i = from; i < to;) {
        const size_t n = line_of((mq_str){ s.p + i, to - i }, room - 2);

        cli_spaces(indent);
        start(cli, s, CLI_PLAIN);
        (void)fputs(i == from && from > 0 ? ELLIPSIS : "", stdout);
        put_marked(cli, (mq_str){ s.p + i, n }, marks, nmarks);
        (void)fputs(i + n == to && to < s.n ? ELLIPSIS : "", stdout);
        stop(cli, s, CLI_PLAIN);
        (void)putchar('\n');
        n_lines++;
        for (i += n; i < to && is_gap(s.p[i]);)
            i++;
    }
    return n_lines;
}

int cli_need_utf8(const struct cli *cli)
{
    if (!cli->out_tty || cli->utf8)
        return -1;
    cli_warn("this terminal's locale is not UTF-8 and cannot show Arabic: set one (LC_ALL=C.UTF-8), or write to a file");
    return CLI_FAILED;
}

bool cli_output_failed(void)
{
    return ferror(stdout) != 0;
}
