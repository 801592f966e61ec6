/* test_token.c - tokens and sentences. */
#include <muqabil/text.h>

#include "base/utf8.h"
#include "unit.h"

/* Tokens as S[text]: S = a Arabic, l Latin, n number, o other script, p punctuation; a dot before it: no white space before. */
static const struct token_case {
    const char *name, *in, *want;
} tokens[] = {
    { "words are parted by spaces", "\u0645\u0631 Oracle", "a[\u0645\u0631] l[Oracle]" },
    { "a change of script parts words without a space", "\u0648Microsoft", "a[\u0648] .l[Microsoft]" },
    { "digits behind Latin letters belong to them", "\u0628\u0627\u0633\u0645BRCA1", "a[\u0628\u0627\u0633\u0645] .l[BRCA1]" },
    { "tatweel ends an Arabic word before a number", "\u0627\u0644\u064022", "a[\u0627\u0644\u0640] .n[22]" },
    { "4G is Latin", "4G", "l[4G]" },
    { "a long number with letters is a number", "12345km", "n[12345] .l[km]" },
    { "Latin words keep hyphens, apostrophes, dots, ampersands between letters", "Wi-Fi l'eau U.S. R&D", "l[Wi-Fi] l[l'eau] l[U.S] .p[.] l[R&D]" },
    { "C++ and C# keep their signs", "C++ C#", "l[C++] l[C#]" },
    { "a final full stop is no part of a word", "Oracle.", "l[Oracle] .p[.]" },
    { "numbers keep their separators", "1,234.5 3.", "n[1,234.5] n[3] .p[.]" },
    { "tashkeel stays inside a word", "\u0646\u064F\u0638\u0651", "a[\u0646\u064F\u0638\u0651]" },
    { "bidi controls at the edges belong to no word", "\u200F\u0645\u0631\u200F", "a[\u0645\u0631]" },
    { "each punctuation mark is a token", "\u00AB(\u060C", "p[\u00AB] .p[(] .p[\u060C]" },
    { "other scripts are words, too", "\u041C\u0438\u0440 \u4E2D", "o[\u041C\u0438\u0440] o[\u4E2D]" },
    { "an ill-formed byte is punctuation", "a\xD9 b", "l[a] .p[\xD9] l[b]" },
    { "nothing has no tokens", "", "" },
};

static void token(void **row)
{
    const struct token_case *c = *row;
    const mq_str in = mq_str_of(c->in);
    mq_buf got = MQ_BUF_INIT;
    mq_token t;

    for (size_t at = 0; mq_token_next(&t, in, &at);)
        mq_buf_addf(&got, "%s%s%c[%.*s]", got.n ? " " : "", t.space_before || (got.n == 0 && t.start == 0) ? "" : ".", " alnop"[t.script], (int)(t.end - t.start), in.p + t.start);
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    mq_buf_release(&got);
}

static void tokens_cover_the_text_in_order(void **state)
{
    uint64_t seed = 3;
    mq_buf in = MQ_BUF_INIT;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        size_t at = 0, last = 0;
        mq_token t;

        mq_buf_clear(&in);
        for (size_t n = unit_below(&seed, 40); n > 0; n--)
            mq_buf_addc(&in, (char)unit_below(&seed, 256));
        while (mq_token_next(&t, mq_buf_str(&in), &at)) {
            assert_true(t.start >= last && t.end > t.start && t.end <= in.n && at == t.end);
            last = t.end;
        }
    }
    mq_buf_release(&in);
}

/* `in` holds | where the place is asked for; the | is not part of the text. */
static const struct sentence_case {
    const char *name, *in, *want;
    size_t most;
} sentences[] = {
    { "a full stop ends a sentence", "One. T|wo. Three.", "Two.", 400 },
    { "the Arabic question mark, too", "\u0645\u0631\u061F \u0646|\u0639\u0645!", "\u0646\u0639\u0645!", 400 },
    { "a line break ends it without a mark", "One\nT|wo\nThree", "Two", 400 },
    { "a decimal point does not", "It is 3.5 a|nd more. End.", "It is 3.5 and more.", 400 },
    { "an abbreviation of one letter does not", "\u062F. \u0645|\u0631 \u0647\u0646\u0627. \u062B\u0645", "\u062F. \u0645\u0631 \u0647\u0646\u0627.", 400 },
    { "a known abbreviation does not", "cf. art. 5 a|b. End", "cf. art. 5 ab.", 400 },
    { "a dot inside a name does not", "See example.com h|ere. End.", "See example.com here.", 400 },
    { "the closing quote belongs to it", "\u00ABYes i|t is.\u00BB No.", "\u00ABYes it is.\u00BB", 400 },
    { "the place may be the end of the text", "One. Two|", "Two", 400 },
    { "a long one is cut at a space", "aaa bbb ccc ddd ee|e fff ggg hhh iii", "ccc ddd eee fff", 16 },
    { "an empty text has an empty sentence", "|", "", 400 },
};

static void sentence(void **row)
{
    const struct sentence_case *c = *row;
    mq_buf text = MQ_BUF_INIT;
    size_t at = 0, start, end;

    for (const char *p = c->in; *p; p++)
        if (*p == '|')
            at = text.n;
        else
            mq_buf_addc(&text, *p);
    mq_sentence(mq_buf_str(&text), at, c->most, &start, &end);
    assert_true(start <= end && end <= text.n && end - start <= c->most);
    if (c->most == 400)
        assert_str(((mq_str){ mq_buf_str(&text).p + start, end - start }), mq_str_of(c->want));
    mq_buf_release(&text);
}

/* What ends sentences, what shares its last bytes, and what does neither. Short enough for no limit to matter. */
static void random_line(mq_buf *out, uint64_t *seed)
{
    static const uint32_t alphabet[] = { 0x0628, 0x0629, 0x0626, 0x0634, ' ', ' ', 'a', 'b', '.', '?', 0x061F, 0x06D4, 0x2026, 0x2029, 0x2025, 0xBB };

    mq_buf_clear(out);
    for (size_t n = unit_below(seed, 120); n > 0; n--)
        mq_buf_addcp(out, alphabet[unit_below(seed, unit_below(seed, 2) ? 8 : sizeof alphabet / sizeof *alphabet)]);
}

static void sentences_do_not_depend_on_where_the_line_stands(void **state)
{
    mq_buf line = MQ_BUF_INIT, text = MQ_BUF_INIT;
    uint64_t seed = 7;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        size_t at, start, end;

        random_line(&line, &seed);
        at = mq_utf8_complete(line.p, unit_below(&seed, line.n + 1));
        mq_sentence(mq_buf_str(&line), at, 2000, &start, &end);
        for (size_t before = 1; before < 18; before++) {
            size_t start_here, end_here;

            mq_buf_clear(&text);
            for (size_t k = 0; k < before; k++)
                mq_buf_addc(&text, '\n');
            mq_buf_addstr(&text, mq_buf_str(&line));
            mq_sentence(mq_buf_str(&text), before + at, 2000, &start_here, &end_here);
            assert_int_equal(start_here, before + start);
            assert_int_equal(end_here, before + end);
        }
    }
    mq_buf_release(&line);
    mq_buf_release(&text);
}

int main(void)
{
    UNIT_ROWS(tokens, token);
    UNIT_ROWS(sentences, sentence);
    UNIT_LAW("tokens come in order, never empty, inside the text, for any bytes", tokens_cover_the_text_in_order);
    UNIT_LAW("a sentence is the same wherever its line stands in the text", sentences_do_not_depend_on_where_the_line_stands);
    return unit_run();
}
