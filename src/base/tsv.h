/*
 * base/tsv.h - the text form of dict/: UTF-8, one entry a line, columns parted by one TAB; empty lines and lines that begin with # are comments.
 */
#ifndef MQ_BASE_TSV_H
#define MQ_BASE_TSV_H

#include <muqabil/base.h>

enum { MQ_TSV_COLUMNS = 12 };

typedef struct mq_tsv {
    mq_str rest;
    size_t line;                 /* of the row that was read last, from 1 */
    mq_str column[MQ_TSV_COLUMNS];
    size_t n;                    /* columns of that row */
} mq_tsv;

static inline mq_tsv mq_tsv_of(mq_str text)
{
    return (mq_tsv){ .rest = text };
}

/* The next row, or false at the end. Columns beyond MQ_TSV_COLUMNS stay in the last one. */
bool mq_tsv_next(mq_tsv *t);

/* Cuts the next part of *list off at `sign` ("a|b|c"); false when nothing is left. An empty list has no parts. */
bool mq_split(mq_str *part, mq_str *list, char sign);

/* A number of a column: all of it, finite, below 32 characters. */
bool mq_tsv_number(float *out, mq_str s);

#endif
