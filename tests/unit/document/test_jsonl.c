/* test_jsonl.c - a document a line. */
#include "base/jsonl.h"
#include "document/jsonl_line.h"
#include "fixture.h"

static const struct line_case {
    const char *name;
    mq_str line;
    bool fine;
    const char *id;
    mq_str text;
} lines[] = {
    { "id and text", BYTES("{\"id\":\"a\",\"text\":\"b\"}"), true, "a", BYTES("b") },
    { "in the other order, with blanks", BYTES(" { \"text\" : \"b\" ,\t\"id\" : \"a\" } \r"), true, "a", BYTES("b") },
    { "other keys are not looked at", BYTES("{\"x\":[1,{\"id\":2}],\"id\":\"a\",\"text\":\"b\",\"y\":null}"), true, "a", BYTES("b") },
    { "a whole number is an id", BYTES("{\"id\":-12,\"text\":\"b\"}"), true, "-12", BYTES("b") },
    { "escapes",
      BYTES("{\"id\":\"\\u0061\",\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0645\\uD83D\\uDE00\"}"), true, "a",
      BYTES("\"\\/\b\f\n\r\t\xD9\x85\xF0\x9F\x98\x80") },
    { "a NUL in the text", BYTES("{\"id\":\"a\",\"text\":\"b\\u0000c\"}"), true, "a", BYTES("b\0c") },
    { "ill-formed UTF-8 is replaced", BYTES("{\"id\":\"a\",\"text\":\"b\xFF\"}"), true, "a", BYTES("b\xEF\xBF\xBD") },
    { "an empty text is a text", BYTES("{\"id\":\"a\",\"text\":\"\"}"), true, "a", BYTES("") },
    { "no text", BYTES("{\"id\":\"a\"}"), false, NULL, BYTES("") },
    { "no id", BYTES("{\"text\":\"a\"}"), false, NULL, BYTES("") },
    { "an empty id", BYTES("{\"id\":\"\",\"text\":\"a\"}"), false, NULL, BYTES("") },
    { "a NUL in the id", BYTES("{\"id\":\"a\\u0000\",\"text\":\"a\"}"), false, NULL, BYTES("") },
    { "a text that is no string", BYTES("{\"id\":\"a\",\"text\":1}"), false, NULL, BYTES("") },
    { "a fraction is no id", BYTES("{\"id\":1.5,\"text\":\"a\"}"), false, NULL, BYTES("") },
    { "a key twice", BYTES("{\"id\":\"a\",\"text\":\"b\",\"text\":\"c\"}"), false, NULL, BYTES("") },
    { "half a surrogate pair", BYTES("{\"id\":\"a\",\"text\":\"\\uD83D\"}"), false, NULL, BYTES("") },
    { "a raw control character", BYTES("{\"id\":\"a\",\"text\":\"b\tc\"}"), false, NULL, BYTES("") },
    { "a raw NUL", BYTES("{\"id\":\"a\",\"text\":\"b\0c\"}"), false, NULL, BYTES("") },
    { "something behind the object", BYTES("{\"id\":\"a\",\"text\":\"b\"} x"), false, NULL, BYTES("") },
    { "a line cut off", BYTES("{\"id\":\"a\",\"text\":\"b"), false, NULL, BYTES("") },
    { "an array", BYTES("[\"a\",\"b\"]"), false, NULL, BYTES("") },
    { "no JSON", BYTES("hello"), false, NULL, BYTES("") },
};

/* Between two lines that are right. */
static void line(void **row)
{
    const struct line_case *const c = *row;
    mq_buf file = MQ_BUF_INIT, uri = MQ_BUF_INIT;
    mq_reader *r;
    mq_part part;
    const char *path;

    mq_part_init(&part);
    mq_buf_addz(&file, "{\"id\":\"first\",\"text\":\"1\"}\n\n");
    mq_buf_addstr(&file, c->line);
    mq_buf_addz(&file, "\n{\"id\":\"last\",\"text\":\"2\"}");
    path = unit_file("x.jsonl", mq_buf_str(&file));
    assert_int_equal(mq_reader_open(&r, path, MQ_FORMAT_JSONL, NULL), MQ_OK);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    assert_buf(part.doc, "first");
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    if (c->fine) {
        assert_buf(part.doc, c->id);
        assert_str(mq_buf_str(&part.text), c->text);
        mq_buf_addf(&uri, "%s#%s", path, c->id);
        assert_buf(part.uri, uri.p);
        assert_true(part.first && part.last && part.start == 0);
        assert_int_equal(mq_part_place(&part, 0).line, 3);
        assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    }
    assert_buf(part.doc, "last");
    assert_buf(part.text, "2");
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_ENOTFOUND);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_ENOTFOUND);
    assert_int_equal(mq_reader_about(r).skipped, !c->fine);
    assert_int_equal(mq_reader_about(r).first_skipped, c->fine ? 0 : 3);
    mq_reader_free(r);
    mq_part_release(&part);
    mq_buf_release(&file);
    mq_buf_release(&uri);
}

static void columns_count_over_line_breaks(void **state)
{
    static const mq_str file = BYTES("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"\xD9\x85\\nb\\nc\"}\n");
    mq_reader *r;
    mq_part part;

    (void)state;
    mq_part_init(&part);
    assert_int_equal(mq_reader_open(&r, unit_file("x", file), MQ_FORMAT_AUTO, NULL), MQ_OK);
    assert_int_equal(mq_reader_about(r).format, MQ_FORMAT_JSONL);
    assert_int_equal(mq_reader_next(r, &part, NULL), MQ_OK);
    assert_int_equal(mq_part_place(&part, 5).line, 1);
    assert_int_equal(mq_part_place(&part, 5).column, 5);
    mq_part_release(&part);
    mq_reader_free(r);
}

static void the_place_of_what_was_replaced_counts_lines(void **state)
{
    fixture f;

    (void)state;
    fixture_read(&f, unit_file("x.jsonl", (mq_str)BYTES("{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":\"c\",\"text\":\"\xD9\"}\n\xFF\n")), MQ_FORMAT_JSONL);
    assert_int_equal(f.parts, 2);
    assert_int_equal(f.info.replaced, 2);
    assert_int_equal(f.info.first_replaced, 40);
    assert_int_equal(f.info.skipped, 1);
    assert_int_equal(f.info.bytes, 46);
    fixture_release(&f);
}

static void a_large_line_is_one_part(void **state)
{
    mq_buf file = MQ_BUF_INIT;
    fixture f;

    (void)state;
    mq_buf_addz(&file, "{\"id\":\"a\",\"text\":\"");
    for (int i = 0; i < 500000; i++)
        mq_buf_addz(&file, "word ");
    mq_buf_addz(&file, "\"}\n");
    fixture_read(&f, fixture_gzip("x.jsonl.gz", mq_buf_str(&file)), MQ_FORMAT_AUTO);
    assert_int_equal(f.parts, 1);
    assert_int_equal(f.text.n, 2500000);
    fixture_release(&f);
    mq_buf_release(&file);
}

/* What the quick reader accepts, the library accepts with the same strings. */
static void the_quick_reader_equals_the_library(void **state)
{
    static const char *const bits[] = { "{", "}", "\"id\"", "\"text\"", ":", ",", "\"a\"", "\"", "\\", "\\u0645", "\\uD83D", "\\uDE00", "\\n", " ",
    "b", "\t", "1", u8"\u0645" };
    uint64_t random = 9;
    size_t accepted = 0;

    (void)state;
    for (int round = 0; round < 200000; round++) {
        mq_buf s = MQ_BUF_INIT, id = MQ_BUF_INIT, text = MQ_BUF_INIT;

        mq_buf_addz(&s, unit_below(&random, 2) ? "{\"id\":\"" : "{\"text\" :\"");
        for (size_t i = unit_below(&random, 4); i > 0; i--)
            mq_buf_addz(&s, bits[unit_below(&random, UNIT_COUNT(bits))]);
        mq_buf_addz(&s, unit_below(&random, 2) ? "\",\"text\":\"" : "\",\"id\": \"");
        for (size_t i = unit_below(&random, 4); i > 0; i--)
            mq_buf_addz(&s, bits[unit_below(&random, UNIT_COUNT(bits))]);
        mq_buf_addz(&s, "\"}");
        if (mq_jsonl_line(&id, &text, mq_buf_str(&s))) {
            json_t *const object = mq_json_object(mq_buf_str(&s), NULL);

            assert_non_null(object);
            assert_str(mq_buf_str(&id), mq_json_get(object, "id"));
            assert_str(mq_buf_str(&text), mq_json_get(object, "text"));
            json_decref(object);
            accepted++;
        }
        mq_buf_release(&s);
        mq_buf_release(&id);
        mq_buf_release(&text);
    }
    assert_true(accepted > 1000);
}

int main(void)
{
    UNIT_ROWS(lines, line);
    UNIT_LAW("columns of a document count over its line breaks", columns_count_over_line_breaks);
    UNIT_LAW("the place of what was replaced counts from the start of the file", the_place_of_what_was_replaced_counts_lines);
    UNIT_LAW("a large line is one part", a_large_line_is_one_part);
    UNIT_LAW("the quick reader equals the JSON library", the_quick_reader_equals_the_library);
    return unit_run();
}
