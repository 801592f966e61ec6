/* test_tsv.c - the text form of dict/. */
#include "base/tsv.h"
#include "unit.h"

/* What is read, written as LINE:COLUMN|COLUMN;… */
static const struct tsv_case {
    const char *name, *text, *want;
} texts[] = {
    { "nothing has no rows", "", "" },
    { "a row ends with a line feed", "a\tb\n", "1:a|b;" },
    { "the last line feed may be missing", "a\tb", "1:a|b;" },
    { "a carriage return before the line feed is no text", "a\tb\r\nc\r\n", "1:a|b;2:c;" },
    { "a carriage return elsewhere is text", "a\rb\n", "1:a\rb;" },
    { "empty lines and comments are counted and left out", "# x\n\na\n#y\tz\n\nb\n", "3:a;6:b;" },
    { "a number sign inside a row is text", "a#\t#b\n", "1:a#|#b;" },
    { "a blank before a number sign makes it a row", " #\n", "1: #;" },
    { "columns may be empty", "\ta\t\t\n", "1:|a||;" },
    { "two tabs part three columns", "a\t\tb\n", "1:a||b;" },
    { "columns beyond the twelfth stay in it", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\n", "1:1|2|3|4|5|6|7|8|9|10|11|12\t13\t14;" },
    { "exactly twelve columns are twelve", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n", "1:1|2|3|4|5|6|7|8|9|10|11|12;" },
};

static void read_rows(void **row)
{
    const struct tsv_case *c = *row;
    mq_tsv t = mq_tsv_of(mq_str_of(c->text));
    mq_buf got = MQ_BUF_INIT;

    while (mq_tsv_next(&t)) {
        mq_buf_addf(&got, "%zu:", t.line);
        for (size_t i = 0; i < MQ_TSV_COLUMNS; i++) {
            if (i < t.n)
                mq_buf_addf(&got, "%s%.*s", i ? "|" : "", (int)t.column[i].n, t.column[i].p);
            else
                assert_int_equal(t.column[i].n, 0);
        }
        mq_buf_addc(&got, ';');
    }
    assert_buf(got, c->want);
    mq_buf_release(&got);
}

static const struct split_case {
    const char *name, *list, *want;
} lists[] = {
    { "an empty list has no parts", "", "" },
    { "a list without the sign is one part", "a b", "[a b]" },
    { "the sign parts", "a|b|c", "[a][b][c]" },
    { "a part between two signs is empty", "a||b", "[a][][b]" },
    { "a leading sign has an empty part before it", "|a", "[][a]" },
    { "nothing stands behind a trailing sign", "a|", "[a]" },
};

static void split(void **row)
{
    const struct split_case *c = *row;
    mq_str list = mq_str_of(c->list), part;
    mq_buf got = MQ_BUF_INIT;

    while (mq_split(&part, &list, '|'))
        mq_buf_addf(&got, "[%.*s]", (int)part.n, part.p);
    assert_buf(got, c->want);
    mq_buf_release(&got);
}

int main(void)
{
    UNIT_ROWS(texts, read_rows);
    UNIT_ROWS(lists, split);
    return unit_run();
}
