/* tsv.c - see tsv.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/tsv.h"

static mq_str cut(mq_str *rest, char sign)
{
    const char *at = rest->n ? memchr(rest->p, sign, rest->n) : NULL;
    mq_str part = { rest->p, at ? (size_t)(at - rest->p) : rest->n };
    const size_t used = part.n + (at != NULL);

    *rest = (mq_str){ rest->p + used, rest->n - used };
    return part;
}

bool mq_tsv_next(mq_tsv *t)
{
    while (t->rest.n) {
        mq_str row = cut(&t->rest, '\n');

        t->line++;
        if (row.n && row.p[row.n - 1] == '\r')
            row.n--;
        if (row.n == 0 || row.p[0] == '#')
            continue;
        t->n = 0;
        for (bool more = true; more; t->n++) {
            more = t->n + 1 < MQ_TSV_COLUMNS && memchr(row.p, '\t', row.n) != NULL;
            t->column[t->n] = more ? cut(&row, '\t') : row;
        }
        for (size_t i = t->n; i < MQ_TSV_COLUMNS; i++)
            t->column[i] = (mq_str){ "", 0 };
        return true;
    }
    return false;
}

bool mq_split(mq_str *part, mq_str *list, char sign)
{
    if (list->n == 0)
        return false;
    *part = cut(list, sign);
    return true;
}

bool mq_tsv_number(float *out, mq_str s)
{
    char text[32] = { 0 }, *end;

    if (s.n == 0 || s.n >= sizeof text)
        return false;
    memcpy(text, s.p, s.n);
    *out = strtof(text, &end);
    return *end == '\0' && isfinite(*out);
}
