/* test_encoding.c - guessing encodings, and converting in pieces. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/encoding.h"
#include "unit.h"

#define BYTES(literal) { (literal), sizeof(literal) - 1 }

/* Arabic words by code point: 1256 and 8859-6 agree up to U+0636 and part there. */
static const struct detect_case {
    const char *name;
    mq_str bytes;
    const char *encoding;
    size_t bom;
    bool guessed;
} detects[] = {
    { "nothing is UTF-8", BYTES(""), "UTF-8", 0, false },
    { "ASCII is UTF-8", BYTES("abc"), "UTF-8", 0, false },
    { "a code point cut off by the end is no mistake", BYTES("\xD9\x85\xD9"), "UTF-8", 0, false },
    { "BOM of UTF-8", BYTES("\xEF\xBB\xBF\xFF"), "UTF-8", 3, false },
    { "BOM of UTF-16, little end first", BYTES("\xFF\xFE"), "UTF-16LE", 2, false },
    { "BOM of UTF-16, big end first", BYTES("\xFE\xFF\x06"), "UTF-16BE", 2, false },
    { "damaged UTF-8 is UTF-8", BYTES("\xD9\x85\xD9\x85\xFF\xD9\x85"), "UTF-8", 0, false },
    { "four words of windows-1256",
      BYTES("\xC7\xE1\xC3\xE3\xE4 \xC7\xE1\xD3\xED\xC8\xD1\xC7\xE4\xED \xDD\xED \xC7\xE1\xE3\xDB\xD1\xC8"), "windows-1256", 0, true },
    { "four words of ISO-8859-6",
      BYTES("\xC7\xE4\xC3\xE5\xE6 \xC7\xE4\xD3\xEA\xC8\xD1\xC7\xE6\xEA \xE1\xEA \xC7\xE4\xE5\xDA\xD1\xC8"), "ISO-8859-6", 0, true },
    { "windows-1256 with French in it", BYTES("\xC7\xE1\xE5\xE6\xED\xC9 \xC7\xE1\xD1\xDE\xE3\xED\xC9 (identit\xE9 num\xE9rique)"), "windows-1256", 0, true },
    { "French alone is windows-1252", BYTES("l'identit\xE9 num\xE9rique \xE0 No\xEBl"), "windows-1252", 0, true },
    { "an odd byte tells nothing", BYTES("abc \xFF def"), "UTF-8", 0, false },
    { "random high bytes tell nothing", BYTES("\xFF\xFD\xD7\xF7\x81\xFE\xA4\x9D"), "UTF-8", 0, false },
    { "much ASCII in front changes nothing",
      BYTES("a title in English, as long as may be \xC7\xE1\xE3\xDB\xD1\xC8 \xC7\xE1\xDA\xD1\xC8\xED"), "windows-1256", 0, true },
};

static void detect(void **row)
{
    const struct detect_case *const c = *row;
    mq_encoding e;

    mq_encoding_detect(&e, c->bytes);
    assert_string_equal(e.name, c->encoding);
    assert_int_equal(e.bom, c->bom);
    assert_int_equal(e.guessed, c->guessed);
}

static const struct label_case {
    const char *name, *label, *encoding; /* NULL: not known */
} labels[] = {
    { "the name itself", "windows-1256", "windows-1256" },
    { "an alias", "CP1256", "windows-1256" },
    { "an ISO name", "iso-8859-6", "ISO-8859-6" },
    { "Latin-1 means windows-1252", "ISO-8859-1", "windows-1252" },
    { "ASCII means windows-1252", "us-ascii", "windows-1252" },
    { "UTF-8 without a dash", "utf8", "UTF-8" },
    { "a declared UTF-16 was read as ASCII", "UTF-16", "UTF-8" },
    { "one with more than a byte", "Shift_JIS", "Shift_JIS" },
    { "one that changes the meaning of ASCII", "utf-7", NULL },
    { "one that changes it on the way", "iso-2022-jp", NULL },
    { "EBCDIC", "ibm-420", NULL },
    { "nothing", "", NULL },
    { "nonsense", "klingon", NULL },
    { "something long", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", NULL },
};

static void label(void **row)
{
    const struct label_case *const c = *row;
    mq_encoding e = { .name = "" };

    assert_int_equal(mq_encoding_named(&e, mq_str_of(c->label)), c->encoding != NULL);
    if (c->encoding)
        assert_string_equal(e.name, c->encoding);
}

static void decode(mq_buf *out, const char *encoding, mq_str bytes, size_t piece, uint64_t *replaced, uint64_t *first)
{
    mq_decoder *d;

    assert_int_equal(mq_decoder_new(&d, encoding, NULL), MQ_OK);
    for (size_t i = 0; i < bytes.n; i += piece)
        assert_int_equal(mq_decoder_add(d, out, (mq_str){ bytes.p + i, bytes.n - i < piece ? bytes.n - i : piece }, false, NULL), MQ_OK);
    assert_int_equal(mq_decoder_add(d, out, (mq_str)BYTES(""), true, NULL), MQ_OK);
    *replaced = mq_decoder_replaced(d, first);
    mq_decoder_free(d);
}

static void any_cut_gives_the_same(void **state)
{
    static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6" };
    uint64_t random = 13;

    (void)state;
    for (int round = 0; round < 500; round++) {
        const char *const encoding = encodings[unit_below(&random, UNIT_COUNT(encodings))];
        mq_buf whole = MQ_BUF_INIT, pieces = MQ_BUF_INIT;
        uint64_t replaced, again, first, first_again;
        char bytes[64];

        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)(unit_below(&random, 4) ? unit_below(&random, 256) : 0xD8);
        decode(&whole, encoding, (mq_str){ bytes, sizeof bytes }, sizeof bytes, &replaced, &first);
        decode(&pieces, encoding, (mq_str){ bytes, sizeof bytes }, 1 + unit_below(&random, 5), &again, &first_again);
        assert_str(mq_buf_str(&pieces), mq_buf_str(&whole));
        assert_int_equal(mq_utf8_valid(whole.p, whole.n), whole.n);
        assert_int_equal(replaced, again);
        assert_int_equal(first, first_again);
        mq_buf_release(&whole);
        mq_buf_release(&pieces);
    }
}

static void an_unknown_encoding_is_told(void **state)
{
    mq_decoder *d;
    mq_error err;

    (void)state;
    assert_int_equal(mq_decoder_new(&d, "klingon", &err), MQ_EENCODING);
    assert_string_equal(err.msg, "unknown encoding 'klingon'");
    assert_null(d);
}

int main(void)
{
    UNIT_ROWS(detects, detect);
    UNIT_ROWS(labels, label);
    UNIT_LAW("cut anywhere, the text and the mistakes are the same", any_cut_gives_the_same);
    UNIT_LAW("an unknown encoding is told", an_unknown_encoding_is_told);
    return unit_run();
}
