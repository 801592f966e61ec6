/* test_typography.c - punctuation, spaces, quotes, digits, marks, invisible signs. A row says what one rule finds. */
#include <time.h>

#include "spelling.h"

#define RLM "\xE2\x80\x8F"
#define RLE "\xE2\x80\xAB"
#define PDF "\xE2\x80\xAC"

static const struct sign_case {
    const char *name, *text, *rule, *want;
} cases[] = {
    { "a comma of Latin text", "كتاب, قلم", "sign", "sign:,>،;" },
    { "a question mark of Latin text", "هل جاء?", "sign", "sign:?>؟;" },
    { "a semicolon of Latin text", "كتاب; قلم", "sign", "sign:;>؛;" },
    { "a comma inside a Latin phrase", "شركة Oracle, Inc. هنا", "sign", "" },
    { "a comma inside a number", "ثمنه 1,200 درهم", "sign", "" },
    { "a space before a sign", "كتاب ، وقلم .", "space-before", "space-before: >;space-before: >;" },
    { "an ellipsis may stand alone", "كتاب ... وقلم", "space-before", "" },
    { "no space behind a sign", "كتاب،قلم", "space-after", "space-after:،>، ;" },
    { "two spaces", "كتاب  قلم", "double-space", "double-space:  > ;" },
    { "blanks at the beginning of a line are an indent", "كتاب\n    قلم", "double-space", "" },
    { "two dots", "كتاب .. قلم", "ellipsis", "ellipsis:..>…;" },
    { "three dots are right", "كتاب... قلم", "ellipsis", "" },
    { "a sign twice", "كتاب،، قلم", "doubled-sign", "doubled-sign:،>;" },
    { "digits of two systems in one number", "عام 20٢4", "digits", "digits:20٢4>2024;" },
    { "a number unlike the others", "1 و2 و3 و٤", "digits", "digits:٤>4;" },
    { "quotes in Arabic order are right", "قال ” نص “ وقال", "unpaired", "" },
    { "quotes in Latin order are right", "قال “نص” وقال", "unpaired", "" },
    { "a quote without its partner", "قال «نص وانتهى", "unpaired", "unpaired:«>;" },
    { "a quotation over two lines", "قال “نص\nثم نص” وقال", "unpaired", "" },
    { "an empty line ends the search for a partner", "قال “نص\n\nثم نص”", "unpaired", "unpaired:“>;unpaired:”>;" },
    { "a closing mark comes from before the brackets", "“نص (نص” نص", "unpaired", "unpaired:(>;" },
    { "a forgotten mark is told where it was forgotten", "قال \"نعم ثم مضى.\nوقال \"لا\" وقال \"ربما\".", "unpaired", "unpaired:\">;" },
    { "a mark that closes what nothing opened", "قال نعم\" ثم \"لا\" هنا", "unpaired", "unpaired:\">;" },
    { "a quotation in brackets in a quotation", "\"نص (“نص”) نص\" هنا", "unpaired", "" },
    { "quotes that face outwards", "هنا »نص« ثم", "reversed-quotes", "reversed-quotes:»نص«>«نص»;" },
    { "quotes that face inwards", "هنا «نص» ثم «نص» هنا", "reversed-quotes", "" },
    { "quotation marks unlike most", "«نص» و«نص» ثم \"كلمة\" هنا", "quotes", "quotes:\"كلمة\">«كلمة»;" },
    { "marks in Arabic order unlike most", "قال “نص” و“نص” ثم ”كلمة“ هنا", "quotes", "quotes:”كلمة“>“كلمة”;" },
    { "where two are as many the first one counts", "«نص» ثم “كلمة” هنا", "quotes", "quotes:“كلمة”>«كلمة»;" },
    { "a quotation in a quotation has other marks", "«نص “نص” نص» و«نص» هنا", "quotes", "" },
    { "a quotation keeps its marks for that in it", "«نص» و«نص» و“نص «نص» نص” هنا", "quotes", "" },
    { "a quotation over two lines unlike most", "«نص» و«نص»\n\"كلمة\nكلمة\" هنا", "quotes", "quotes:\"كلمة\nكلمة\">«كلمة\nكلمة»;" },
    { "a Latin term has the marks of its language", "«نص» و«نص» ثم \"cloud\" هنا", "quotes", "" },
    { "an Arabic word between Latin ones", "«نص» و«نص»\nThe word \"كتاب\" means book", "quotes", "" },
    { "an attribute and code", "«نص» و«نص» ثم title=\"نص\" ثم {\"نص\"} ثم print(\"نص\") هنا", "quotes", "" },
    { "inches are no quotation marks", "«شاشة» و«شاشة» بقياس 5\" ثم 6\" هنا", "quotes", "" },
    { "an apostrophe is no quotation mark", "«نص» و«نص» وl'État وd'eau هنا", "quotes", "" },
    { "a pair that faces outwards may be no pair", "«نص» و«نص»\n\"كلمة ثم \"كلمة\" ثم كلمة\" هنا", "quotes", "" },
    { "beside a forgotten mark nothing is said of the others", "«نص» و«نص»\n\"كلمة\" \"كلمة", "quotes", "" },
    { "quotes of two styles", "قال «نص” وقال", "mixed-quotes", "mixed-quotes:”>»;" },
    { "an enumeration closes without opening", "1) كتاب\nأ) قلم", "unpaired", "" },
    { "a bracket without its partner", "كتاب (قلم", "unpaired", "unpaired:(>;" },
    { "an embedding that is not closed", "كتاب " RLE "قلم", "control", "control:" RLE ">;" },
    { "an embedding that is closed", "كتاب " RLE "قلم" PDF, "control", "" },
    { "a mark of direction inside a word", "كت" RLM "اب", "control", "control:كت" RLM "اب>كتاب;" },
    { "a Persian letter", "علی", "persian-letter", "persian-letter:علی>علي;" },
    { "presentation forms", "\xEF\xBB\x9B\xEF\xBA\x98\xEF\xBA\x8E\xEF\xBA\x8F", "presentation-form",
      "presentation-form:\xEF\xBB\x9B\xEF\xBA\x98\xEF\xBA\x8E\xEF\xBA\x8F>كتاب;" },
    { "a letter three times", "جدااا", "repeated", "repeated:جدااا>جدا;" },
    { "a letter three times where two are right", "وممممتاز", "repeated", "repeated:وممممتاز>وممتاز;" },
    { "three vowels on one letter", "كَتَبَََ", "tashkeel", "tashkeel:كَتَبَََ>كَتَبَ;" },
    { "two faults of marks in one word", "كًَتًاب", "tashkeel", "tashkeel:كًَتًاب>كتاب;" },
    { "a decimal sign goes with its digits", "12 و13 و١٬٢٠٠٫٥", "digits", "digits:١٬٢٠٠٫٥>1200,5;" },
    { "shadda and vowel in either order", "فِّ فِّ نُفِّذَت", "tashkeel", "" },
    { "two vowels on one letter", "كَُتاب", "tashkeel", "tashkeel:كَُتاب>كَتاب;" },
    { "tanwin inside a word", "كتًاب", "tashkeel", "tashkeel:كتًاب>كتاب;" },
    { "two tanwins and a letter", "كٌٍتاب", "tashkeel", "tashkeel:كٌٍتاب>كتاب;" },
    { "a tanwin without its alef", "قرأ كتابً جيدا", "tashkeel", "tashkeel:كتابً>كتابًا;" },
    { "a tanwin that has no alef", "مدرسةً هدىً مساءً خطأً", "tashkeel", "" },
    { "a shadda where none can be", "كتاّب مدرسةّ", "tashkeel", "tashkeel:كتاّب>كتّاب;tashkeel:مدرسةّ>مدرسة;" },
    { "a shadda on an alef twice", "كتاّّب كتّاّب", "tashkeel", "tashkeel:كتاّّب>كتّاب;tashkeel:كتّاّب>كتّاب;" },
    { "a sukun before a long alef", "كتْاب", "tashkeel", "tashkeel:كتْاب>كتاب;" },
    { "a sukun before the alef of another word, or of a plural", "بِالْاسم الْاِبن كتبوْا", "tashkeel", "" },
    { "a vowel on a long alef", "استعماَل", "tashkeel", "tashkeel:استعماَل>استعمال;" },
    { "a vowel on the alef that begins a word", "اُكتب وَاِعمل", "tashkeel", "" },
    { "a question mark of an address", "انظر https://ar.example.org/صفحة?رقم=1 هنا", "sign", "" },
    { "a fathatan before its alef", "كتابًا", "tashkeel", "" },
    { "a mark without a letter", "كتاب ً", "tashkeel", "tashkeel:ً>;" },
};

static void sign(void **row)
{
    const struct sign_case *c = *row;
    mq_buf got = MQ_BUF_INIT;

    findings_of(&got, NULL, c->text, c->rule);
    assert_buf(got, c->want);
    mq_buf_release(&got);
}

/* What is found of the second text when the first has said what quotation marks the draft has. */
static const struct part_case {
    const char *name, *first, *second, *want;
    bool clear;
} parts[] = {
    { "the first part has few", "«نص» هنا", "“نص” و“نص” هنا", "quotes:“نص”>«نص»;quotes:“نص”>«نص»;", false },
    { "the first part has many", "«نص» و«نص» و«نص»", "“نص” و“نص” هنا", "quotes:“نص”>«نص»;quotes:“نص”>«نص»;", true },
    { "the first part has none", "نص \"text\" هنا", "“نص” و“نص” و«نص»", "quotes:«نص»>“نص”;", false },
};

static void quotes_of_a_draft(void **row)
{
    const struct part_case *c = *row;
    struct { mq_buf *out; const char *only; } w = { NULL, "quotes" };
    mq_buf got = MQ_BUF_INIT;
    mq_quotes usual;
    mq_speller *s;

    w.out = &got;
    assert_int_equal(mq_quotes_of(&usual, mq_str_of(c->first), NULL), MQ_OK);
    assert_int_equal(usual.clear, c->clear);
    assert_int_equal(mq_speller_new(&s, NULL, NULL, NULL), MQ_OK);
    mq_speller_set_quotes(s, usual);
    assert_int_equal(mq_spell(s, mq_str_of(c->second), 0, write_finding, &w, NULL), MQ_OK);
    assert_buf(got, c->want);
    mq_speller_free(s);
    mq_buf_release(&got);
}

/* Time is bounded, too: each of these has cost the square of its length, or would when it were looked at without a limit. */
static const struct long_case {
    const char *name, *piece;
    size_t times;
} longs[] = {
    { "Latin words without blanks", "abc،", 60000 },
    { "Arabic words without blanks", "كتاب.", 60000 },
    { "quotation marks that close nothing", "ا\" ", 60000 },
    { "quotation marks", "\"", 60000 },
    { "quotation marks that face outwards", "»ا\"", 40000 },
    { "direction controls", RLE, 60000 },
};

static void in_time(void **row)
{
    const struct long_case *c = *row;
    mq_buf text = MQ_BUF_INIT;
    const clock_t begin = clock();
    struct { mq_buf *out; const char *only; } w = { &text, "none" };
    mq_speller *s;

    for (size_t i = 0; i < c->times; i++)
        mq_buf_addz(&text, c->piece);
    assert_int_equal(mq_speller_new(&s, NULL, &(mq_spell_options){ .no_suggestions = true }, NULL), MQ_OK);
    assert_int_equal(mq_spell(s, mq_buf_str(&text), 0, write_finding, &w, NULL), MQ_OK);
    assert_true(clock() - begin < 20 * CLOCKS_PER_SEC);
    mq_speller_free(s);
    mq_buf_release(&text);
}

int main(void)
{
    UNIT_ROWS(cases, sign);
    UNIT_ROWS(longs, in_time);
    UNIT_ROWS(parts, quotes_of_a_draft);
    return unit_run();
}
