/* test_jsonl.c - one JSON object a line. */
#include <string.h>

#include "base/jsonl.h"
#include "unit.h"

static const struct real_case {
    const char *name;
    double value;
    const char *want;
} reals[] = {
    { "one stays a real", 1, "1.0" },
    { "zero stays a real", 0, "0.0" },
    { "four decimals at most", 0.97123456, "0.9712" },
    { "rounded, not cut", 0.99995, "1.0" },
    { "a third", 1.0 / 3, "0.3333" },
    { "small ones vanish", 0.00001, "0.0" },
    { "negative ones too", -0.25, "-0.25" },
};

static void write_real(void **row)
{
    const struct real_case *c = *row;
    mq_buf got = MQ_BUF_INIT;
    char want[64];

    (void)snprintf(want, sizeof want, "{\"x\":%s}\n", c->want);
    mq_json_line(&got, json_pack("{s:o}", "x", mq_json_real(c->value)));
    assert_buf(got, want);
    mq_buf_release(&got);
}

static void keeps_order_and_escapes(void **state)
{
    mq_buf got = MQ_BUF_INIT;
    json_t *o = json_object();

    (void)state;
    (void)json_object_set_new(o, "z", mq_json_str(MQ_STR("\"\\\n\t\x01 \xD9\x85 /")));
    (void)json_object_set_new(o, "a", mq_json_str(MQ_STR("a\0b")));
    mq_json_line(&got, o);
    assert_buf(got, "{\"z\":\"\\\"\\\\\\n\\t\\u0001 \xD9\x85 /\",\"a\":\"a\\u0000b\"}\n");
    mq_buf_release(&got);
}

/* One line as a tree and one member by member. */
static void assert_same_line(mq_str text, double score, size_t n)
{
    mq_buf tree = MQ_BUF_INIT, members = MQ_BUF_INIT;
    json_t *o = json_object();

    (void)json_object_set_new(o, "text", mq_json_str(text));
    (void)json_object_set_new(o, "score", mq_json_real(score));
    (void)json_object_set_new(o, "n", json_integer((json_int_t)n));
    mq_json_line(&tree, o);
    mq_json_begin(&members);
    mq_json_put_str(&members, "text", text);
    mq_json_put_score(&members, "score", score);
    mq_json_put_size(&members, "n", n);
    mq_json_end(&members);
    assert_str(mq_buf_str(&members), mq_buf_str(&tree));
    mq_buf_release(&tree);
    mq_buf_release(&members);
}

static void members_make_the_line_of_the_tree(void **state)
{
    char ascii[128];

    (void)state;
    for (int i = 0; i < 128; i++)
        ascii[i] = (char)i;
    assert_same_line((mq_str){ ascii, sizeof ascii }, 0, 0);
    assert_same_line(MQ_STR(""), 1, 1);
    assert_same_line(MQ_STR("\xD9\x85{"), 0.99995, 10);
    for (size_t i = 0; i <= 30000; i++)
        assert_same_line(MQ_STR("a"), (double)i / 30000, i * i * 1000);
}

static void null_is_no_memory(void **state)
{
    mq_buf got = MQ_BUF_INIT;

    (void)state;
    mq_json_line(&got, NULL);
    assert_int_equal(got.status, MQ_ENOMEM);
    mq_buf_release(&got);
}

static const struct parse_case {
    const char *name;
    mq_str line;
    bool ok;
} lines[] = {
    { "an empty object is one", { "{}", 2 }, true },
    { "blanks around it are allowed", { " {} \r", 5 }, true },
    { "an escaped NUL is text", { "{\"a\":\"\\u0000\"}", 14 }, true },
    { "nothing is none", { "", 0 }, false },
    { "an array is none", { "[]", 2 }, false },
    { "a string is none", { "\"a\"", 3 }, false },
    { "a key twice is refused", { "{\"a\":1,\"a\":2}", 13 }, false },
    { "a raw NUL is refused", { "{\"a\":\"\0\"}", 9 }, false },
    { "something behind it is refused", { "{}{}", 4 }, false },
    { "a cut line is refused", { "{\"a\":\"x", 7 }, false },
    { "ill-formed UTF-8 is refused", { "{\"a\":\"\xD9\"}", 9 }, false },
    { "a lone surrogate is refused", { "{\"a\":\"\\uD800\"}", 14 }, false },
};

static void parse(void **row)
{
    const struct parse_case *c = *row;
    mq_error err = { .code = MQ_OK };
    json_t *o = mq_json_object(c->line, &err);

    assert_int_equal(o != NULL, c->ok);
    assert_int_equal(err.code, c->ok ? MQ_OK : MQ_EFORMAT);
    assert_int_equal(c->ok, *err.msg == '\0');
    json_decref(o);
}

/* Depth costs jansson's stack: a line of brackets must be refused, not crash. */
static void deep_nesting_is_refused(void **state)
{
    mq_buf line = MQ_BUF_INIT;

    (void)state;
    mq_buf_addz(&line, "{\"a\":");
    for (int i = 0; i < 1000000; i++)
        mq_buf_addc(&line, '[');
    assert_null(mq_json_object(mq_buf_str(&line), NULL));
    mq_buf_release(&line);
}

static void get_is_forgiving(void **state)
{
    json_t *o = mq_json_object(MQ_STR("{\"a\":\"x\\u0000y\",\"n\":1}"), NULL);

    (void)state;
    assert_str(mq_json_get(o, "a"), MQ_STR("x\0y"));
    assert_str(mq_json_get(o, "n"), MQ_STR(""));
    assert_str(mq_json_get(o, "none"), MQ_STR(""));
    json_decref(o);
}

int main(void)
{
    UNIT_ROWS(reals, write_real);
    UNIT_ROWS(lines, parse);
    UNIT_LAW("keys keep their order, text is escaped only where it must be", keeps_order_and_escapes);
    UNIT_LAW("a line written member by member is the line of the tree", members_make_the_line_of_the_tree);
    UNIT_LAW("a value that could not be made is no memory", null_is_no_memory);
    UNIT_LAW("a million brackets are refused", deep_nesting_is_refused);
    UNIT_LAW("what is no string reads as empty", get_is_forgiving);
    return unit_run();
}
