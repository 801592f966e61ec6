/* test_error.c - messages, and the names of codes and enumerations. */
#include <string.h>

#include <muqabil/pair.h>

#include "base/utf8.h"
#include "unit.h"

static void formats_a_message(void **state)
{
    mq_error err = { .line = 9, .column = 9 };

    (void)state;
    assert_int_equal(mq_fail(&err, MQ_EIO, "cannot open '%s'", "x"), MQ_EIO);
    assert_int_equal(err.code, MQ_EIO);
    assert_string_equal(err.msg, "cannot open 'x'");
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
}

static void keeps_the_place(void **state)
{
    mq_error err;

    (void)state;
    assert_int_equal(mq_fail_at(&err, MQ_EFORMAT, 3, 14, "no"), MQ_EFORMAT);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 14);
}

static void needs_no_error(void **state)
{
    (void)state;
    assert_int_equal(mq_fail(NULL, MQ_ELIMIT, "%d", 1), MQ_ELIMIT);
    assert_int_equal(mq_fail_at(NULL, MQ_ELIMIT, 1, 1, "%d", 1), MQ_ELIMIT);
}

/* Whatever the length of what stands before it, a message of Arabic is cut on a whole code point. */
static void cuts_on_a_code_point(void **state)
{
    (void)state;
    for (int before = 0; before < 8; before++) {
        mq_error err;
        mq_buf name = MQ_BUF_INIT;

        for (int i = 0; i < 400; i++)
            mq_buf_addcp(&name, i % 3 ? 0x645 : 0x1F4D6);
        (void)mq_fail(&err, MQ_EIO, "%.*s%s", before, "xxxxxxxx", name.p);
        assert_true(strlen(err.msg) > sizeof err.msg - 5);
        assert_int_equal(mq_utf8_valid(err.msg, strlen(err.msg)), strlen(err.msg));
        mq_buf_release(&name);
    }
}

static void codes_have_names(void **state)
{
    (void)state;
    for (int a = MQ_OK; a <= MQ_ESTOPPED; a++)
        for (int b = MQ_OK; b < a; b++)
            assert_string_not_equal(mq_status_name((mq_status)a), mq_status_name((mq_status)b));
    assert_string_equal(mq_status_name((mq_status)1000), "unknown status");
    assert_true(strlen(mq_version()) >= 5);
}

/* For each enumeration: names differ, are read back, and nothing else is read. */
#define NAMES(type, last)                                                         \
    static void names_of_##type(void **state)                                     \
    {                                                                             \
        type v = (type)0;                                                         \
                                                                                  \
        (void)state;                                                              \
        for (int i = 0; i <= (int)(last); i++) {                                  \
            assert_true(type##_parse(&v, mq_str_of(type##_name((type)i))));       \
            assert_int_equal(v, i);                                               \
        }                                                                         \
        assert_string_equal(type##_name((type)((int)(last) + 1)), "?");           \
        assert_false(type##_parse(&v, MQ_STR("?")));                              \
        assert_false(type##_parse(&v, MQ_STR("")));                               \
        assert_false(type##_parse(&v, (mq_str){ type##_name((type)0), 1 }));      \
        assert_int_equal(v, (last));                                              \
    }

NAMES(mq_lang, MQ_LANG_OTHER)
NAMES(mq_kind, MQ_KIND_TRANSLITERATION)
NAMES(mq_pattern, MQ_PATTERN_DISTANT)
NAMES(mq_pair_status, MQ_REJECTED)

int main(void)
{
    UNIT_LAW("a message is formatted and has no place", formats_a_message);
    UNIT_LAW("a message keeps its place", keeps_the_place);
    UNIT_LAW("a caller may lend no memory", needs_no_error);
    UNIT_LAW("a long message is cut on a whole code point", cuts_on_a_code_point);
    UNIT_LAW("each code has a name of its own", codes_have_names);
    UNIT_LAW("languages are read back by their names", names_of_mq_lang);
    UNIT_LAW("kinds are read back by their names", names_of_mq_kind);
    UNIT_LAW("patterns are read back by their names", names_of_mq_pattern);
    UNIT_LAW("statuses are read back by their names", names_of_mq_pair_status);
    return unit_run();
}
