/* json.c - see cli/json.h. Standard output is one stream, so its depth and its need of a comma are kept here and nowhere else. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/json.h"

static int depth;
static bool comma;

static void put_string(mq_str s)
{
    (void)putchar('"');
    for (size_t i = 0; i < s.n; i++) {
        const unsigned char c = (unsigned char)s.p[i];

        if (c == '"' || c == '\\')
            (void)printf("\\%c", c);
        else if (c == '\n')
            (void)fputs("\\n", stdout);
        else if (c == '\t')
            (void)fputs("\\t", stdout);
        else if (c < 0x20)
            (void)printf("\\u%04x", c);
        else
            (void)putchar(c);
    }
    (void)putchar('"');
}

static void put_name(const char *name)
{
    if (comma)
        (void)putchar(',');
    comma = true;
    if (name) {
        put_string(mq_str_of(name));
        (void)putchar(':');
    }
}

void cli_json_open(const char *name)
{
    put_name(name);
    (void)putchar('{');
    comma = false;
    depth++;
}

void cli_json_close(void)
{
    (void)putchar('}');
    comma = --depth > 0;
    if (!depth)
        (void)putchar('\n');
}

void cli_json_open_list(const char *name)
{
    put_name(name);
    (void)putchar('[');
    comma = false;
    depth++;
}

void cli_json_close_list(void)
{
    (void)putchar(']');
    comma = true;
    depth--;
}

void cli_json_text(const char *name, mq_str value)
{
    put_name(name);
    put_string(value);
}

void cli_json_int(const char *name, int64_t value)
{
    put_name(name);
    (void)printf("%" PRId64, value);
}

void cli_json_number(const char *name, double value)
{
    char text[64];
    size_t n = (size_t)snprintf(text, sizeof text, "%.4f", value);

    while (n > 2 && text[n - 1] == '0' && text[n - 2] != '.')
        n--;
    put_name(name);
    (void)printf("%.*s", (int)n, text);
}
