/*
 * exchange/record.h - rows of cells: CSV (RFC 4180, with any sign between the cells) and tab separated tables.
 *
 * Signs other than the tab: a cell that begins with a quote goes on to the closing one, over line breaks; "" is a quote in it; what follows the closing
 * quote is taken as it is. Tab: a cell never crosses a line; `quotes` takes quotes that stand around a whole cell away.
 */
#ifndef MQ_EXCHANGE_RECORD_H
#define MQ_EXCHANGE_RECORD_H

#include "exchange/reader.h"

enum { MQ_COLUMNS_MOST = 256, MQ_CELL_MOST = 1 << 20 /* bytes of one row */ };

typedef struct mq_record {
    char sign;
    bool quotes;
    mq_buf text;                       /* the cells, one after the other */
    size_t end[MQ_COLUMNS_MOST];       /* of each cell in text */
    size_t column[MQ_COLUMNS_MOST];    /* where it begins in its line, from 1 */
    size_t n;
    size_t line;                       /* where the row begins */
} mq_record;

/* The next row. MQ_ENOTFOUND at the end; MQ_EFORMAT for a quote that is never closed, MQ_ELIMIT, and what mq_read_line says. */
mq_status mq_record_next(mq_record *rec, mq_xread *r);
/* Cell i, empty beyond the last. */
mq_str mq_record_cell(const mq_record *rec, size_t i);
/* The sign between the cells of this text, by its first lines: a tab, a semicolon or a comma. */
char mq_record_sign(mq_str text);

#endif
