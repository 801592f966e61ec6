/* test_fold.c - folding, and the fast folding of one word. */
#include <string.h>

#include <muqabil/text.h>

#include "text/foldword.h"
#include "unit.h"

static const struct fold_case {
    const char *name;
    unsigned flags;
    const char *in, *want;
} folds[] = {
    { "nothing asked, nothing changed", 0, "\u0623\u0640\u064E A\u00E9", "\u0623\u0640\u064E A\u00E9" },
    { "tatweel vanishes", MQ_FOLD_TATWEEL, "\u0645\u0640\u0640\u0627", "\u0645\u0627" },
    { "harakat and shadda vanish", MQ_FOLD_TASHKEEL, "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F", "\u0645\u062D\u0645\u062F" },
    { "the dagger alef vanishes", MQ_FOLD_TASHKEEL, "\u0647\u0670\u0630\u0627", "\u0647\u0630\u0627" },
    { "alef with hamza is alef", MQ_FOLD_ALEF, "\u0623\u0628 \u0625\u0628 \u0622\u0628 \u0671\u0628", "\u0627\u0628 \u0627\u0628 \u0627\u0628 \u0627\u0628" },
    { "hamza on waw and yeh loses its hamza", MQ_FOLD_ALEF, "\u0645\u0624\u0633\u0633 \u0647\u064A\u0626\u0629", "\u0645\u0648\u0633\u0633 \u0647\u064A\u064A\u0629" },
    { "ta marbuta is heh, alef maksura is yeh", MQ_FOLD_ENDINGS, "\u0644\u063A\u0629 \u0639\u0644\u0649", "\u0644\u063A\u0647 \u0639\u0644\u064A" },
    { "Persian kaf and yeh are Arabic ones", MQ_FOLD_PERSIAN, "\u06A9\u06CC", "\u0643\u064A" },
    { "Arabic-Indic and Persian digits are digits", MQ_FOLD_DIGITS, "\u0662\u06F3", "23" },
    { "a lam-alef ligature is two letters", MQ_FOLD_COMPAT, "\uFEFB", "\u0644\u0627" },
    { "a presentation form is its letter", MQ_FOLD_COMPAT, "\uFEE3\uFEAE", "\u0645\u0631" },
    { "bidi controls and joiners vanish", MQ_FOLD_COMPAT, "\u200F\u0645\u200D\u0631\u202B\uFEFF", "\u0645\u0631" },
    { "a loose hamza above composes with its alef", MQ_FOLD_COMPAT, "\u0627\u0654", "\u0623" },
    { "a loose accent composes with its letter", MQ_FOLD_COMPAT, "e\u0301", "\u00E9" },
    { "full-width letters are letters", MQ_FOLD_COMPAT | MQ_FOLD_CASE, "\uFF21\uFF22", "ab" },
    { "case goes, accents stay", MQ_FOLD_CASE, "\u00C9TAT", "\u00E9tat" },
    { "accents go, ligatures are spelled out", MQ_FOLD_ACCENTS | MQ_FOLD_CASE, "\u0152uvre \u00E0 No\u00EBl", "oeuvre a noel" },
    { "accents go from all capitals of Western Europe", MQ_FOLD_ACCENTS, "\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE\u00CF\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D9\u00DA\u00DB\u00DC\u00DD", "AAAAAACEEEEIIIINOOOOOUUUUY" },
    { "and from the small letters", MQ_FOLD_ACCENTS, "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F9\u00FA\u00FB\u00FC\u00FD\u00FF", "aaaaaaceeeeiiiinooooouuuuyy" },
    { "signs between them stay, thorn too", MQ_FOLD_ACCENTS, "\u00D7\u00F7\u00DE\u00FE", "\u00D7\u00F7\u00DE\u00FE" },
    { "a typographic apostrophe is an apostrophe", MQ_FOLD_ACCENTS, "l\u2019eau", "l'eau" },
    { "white space is single and gone at the ends", MQ_FOLD_SPACE, " \t a \n\u00A0b ", "a b" },
    { "quotes at the ends go with the space", MQ_FOLD_SPACE, "\u00AB a \u201Db\u201C c \u00BB ", "a \u201Db\u201C c" },
    { "French is left alone by Arabic folding", MQ_FOLD_ALEF | MQ_FOLD_ENDINGS | MQ_FOLD_TASHKEEL, "\u00E9t\u00E9", "\u00E9t\u00E9" },
    { "search folds everything", MQ_FOLD_SEARCH, " \u00AB\u0627\u0644\u0652\u0623\u064E\u0645\u0652\u0646\u00BB\u0640 ", "\u0627\u0644\u0627\u0645\u0646" },
    { "an ill-formed byte is U+FFFD", MQ_FOLD_SEARCH, "a\xD9" "b", "a\uFFFD" "b" },
    { "nothing folds to nothing", MQ_FOLD_SEARCH, "", "" },
};

static void fold(void **row)
{
    const struct fold_case *c = *row;
    mq_buf out = MQ_BUF_INIT;

    assert_int_equal(mq_fold(&out, mq_str_of(c->in), c->flags, NULL), MQ_OK);
    assert_str(mq_buf_str(&out), mq_str_of(c->want));
    mq_buf_release(&out);
}

/* Random text of letters, marks, digits, quotes, spaces and controls that matter here. */
static void random_text(mq_buf *b, uint64_t *state)
{
    static const uint32_t more[] = { 0x20, 0x22, 0xAB, 0xBB, 0x200F, 0xFEFB, 0xFDF2, 0xE9, 0x152, 0x301, 0x654, 0x640, 0x6A9, 0x130, 0xFF21, 0xA8, 0x2026, 0xBD };

    mq_buf_clear(b);
    for (size_t n = unit_below(state, 24); n > 0; n--)
        switch (unit_below(state, 4)) {
        case 0: mq_buf_addcp(b, (uint32_t)(0x600 + unit_below(state, 0x100))); break;
        case 1: mq_buf_addcp(b, (uint32_t)(0x20 + unit_below(state, 0x60))); break;
        case 2: mq_buf_addcp(b, more[unit_below(state, UNIT_COUNT(more))]); break;
        default: mq_buf_addcp(b, (uint32_t)unit_below(state, 0x3000)); break;
        }
}

static void fold_is_idempotent(void **state)
{
    mq_buf in = MQ_BUF_INIT, once = MQ_BUF_INIT, twice = MQ_BUF_INIT;
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const unsigned flags = i % 3 ? MQ_FOLD_SEARCH : (unsigned)unit_below(&seed, MQ_FOLD_SEARCH + 1);

        random_text(&in, &seed);
        mq_buf_clear(&once);
        mq_buf_clear(&twice);
        assert_int_equal(mq_fold(&once, mq_buf_str(&in), flags, NULL), MQ_OK);
        assert_int_equal(mq_fold(&twice, mq_buf_str(&once), flags, NULL), MQ_OK);
        assert_str(mq_buf_str(&twice), mq_buf_str(&once));
    }
    mq_buf_release(&in);
    mq_buf_release(&once);
    mq_buf_release(&twice);
}

static void fast_equals_slow(void **state)
{
    static const char broken[] = "\u0627\u0627\u0644";
    mq_buf in = MQ_BUF_INIT, slow = MQ_BUF_INIT;
    uint64_t seed = 11;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const uint32_t last = i % 2 ? 0x64A : 0x6FE; /* every other word of plain letters and marks alone */
        char fast[128];
        size_t n;

        mq_buf_clear(&in);
        for (size_t k = 1 + unit_below(&seed, 10); k > 0; k--)
            mq_buf_addcp(&in, (uint32_t)(0x621 + unit_below(&seed, last - 0x620)));
        mq_buf_clear(&slow);
        assert_int_equal(mq_fold(&slow, mq_buf_str(&in), MQ_FOLD_SEARCH, NULL), MQ_OK);
        n = mq_fold_plain_word(fast, sizeof fast, mq_buf_str(&in));
        if (n == 0)
            n = mq_fold_word(fast, sizeof fast, mq_buf_str(&in));
        if (slow.n >= 8 && (memcmp(slow.p, broken, 6) == 0 || memcmp(slow.p + 2, broken, 6) == 0))
            continue; /* mended: the row below */
        assert_str(((mq_str){ fast, n }), mq_buf_str(&slow));
    }
    mq_buf_release(&in);
    mq_buf_release(&slow);
}

static void plain_word_ends_before_ascii(void **state)
{
    static const struct { const char *text; size_t most, n; } rows[] = {
        { "\u0623\u0645\u0646 \u0628", 16, 6 }, { "\u0623\u0645\u0646", 16, 6 }, { "\u0623\u0645\u0646", 4, 0 }, { "\u0623\u0645\u064E\u0646", 16, 0 },
        { "\u0623\u0645\u00E9", 16, 0 },        { "a", 16, 0 },                    { " \u0623", 16, 0 },            { "", 16, 0 },
        { "\u0623\xD9", 16, 0 },
    };
    char out[16];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(mq_fold_plain_word(out, rows[i].most, mq_str_of(rows[i].text)), rows[i].n);
}

static void fast_mends_pdf_damage(void **state)
{
    char out[64];
    const mq_str word = MQ_STR("\u0648\u0627\u0627\u0644\u062A\u0635\u0627\u0644"); /* واالتصال for والاتصال */

    (void)state;
    assert_str(((mq_str){ out, mq_fold_word(out, sizeof out, word) }), MQ_STR("\u0648\u0627\u0644\u0627\u062A\u0635\u0627\u0644"));
}

int main(void)
{
    UNIT_ROWS(folds, fold);
    UNIT_LAW("folding twice equals folding once, for any flags", fold_is_idempotent);
    UNIT_LAW("the fast folding of a word equals the slow one", fast_equals_slow);
    UNIT_LAW("a plain word ends before ASCII, and nowhere else", plain_word_ends_before_ascii);
    UNIT_LAW("the fast folding mends a ligature that a PDF broke", fast_mends_pdf_damage);
    return unit_run();
}
