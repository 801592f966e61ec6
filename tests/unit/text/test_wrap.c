/* test_wrap.c - line ends that a page made and those that the writer made: one row a reason; and laws of parting a text. */
#include <stdlib.h>
#include <string.h>

#include "text/wrap.h"
#include "unit.h"

/* Lines of one paragraph as a page of some 55 letters breaks it; the last one ends it. */
#define A "تعمل الوزارة المكلفة بالرقمنة على تعميم هذه الخدمات في\n"
#define B "جميع جهات المملكة وعلى تكوين الأطر التي ستسهر عليها مع\n"
#define C "احترام القواعد المنصوص عليها في القانون الجديد وما تلاه\n"
#define D "وذلك بتنسيق مع المؤسسات العمومية والجماعات الترابية في\n"
#define E "كل إقليم وبعد استشارة الهيئات المعنية بهذا المجال.\n"

/* want: a letter a line end, w for a wrap, | for one that the writer made. */
static const struct page_case {
    const char *name, *text, *want;
} pages[] = {
    { "lines that fill the page run on", A B C D E, "wwww|" },
    { "the last line of a paragraph may be short when a sentence ends with it", A B C D "كل إقليم.\n", "wwww|" },
    { "a short line without a full stop is a title or the number of a page", A B C D "الباب الأول\n", "www||" },
    { "a full stop ends a line that is full", A B C D "جميع جهات المملكة وعلى تكوين الأطر التي ستسهر عليها هي.\n" A B C, "wwww|ww|" },
    { "behind a quotation mark or a bracket, too", A B C "كل إقليم وبعد استشارة الهيئات المعنية بهذا المجال.»)\n" A B D E, "www|www|" },
    { "so does a colon", A B C D "وهي بعد استشارة الهيئات المعنية بهذا المجال كما يأتي :\n" A B C, "wwww|ww|" },
    { "a line that is not full ends by itself", A B C "كل إقليم وبعد استشارة الهيئات\n" A B D E, "www|www|" },
    { "an empty line is no part of a sentence", A B "\n" C D E, "w||ww|" },
    { "a bullet begins an item", A B C "• وذلك بتنسيق مع المؤسسات العمومية والجماعات في ما بعد\n" C E, "ww|ww|" },
    { "so does a number", A B C "3 وذلك بتنسيق مع المؤسسات العمومية والجماعات في ما بعد\n" A E, "ww|ww|" },
    { "a number in brackets does, too, whatever it counts", A B C "(2015) وذلك بتنسيق مع المؤسسات العمومية والجماعات فيها\n" A E, "ww|ww|" },
    { "a letter with a bracket does", A B C "ب) وذلك بتنسيق مع المؤسسات العمومية والجماعات فيما بعد\n" A E, "ww|ww|" },
    { "a bracket around words does not", A B C "(وذلك بتنسيق مع المؤسسات العمومية والجماعات) وفيما بعد\n" A E, "wwwww|" },
    { "lines that begin with the same word are items", A B C "احترام القواعد المنصوص عليها في هذا القانون وما سيأتي\n" A E, "ww|ww|" },
    { "law is quoted line by line", A B C "«وذلك بتنسيق مع المؤسسات العمومية والجماعات في ما بعد\n" "«ومع الهيئات المعنية بهذا المجال في كل إقليم وعمالة.\n" A B C, "www||ww|" },
    { "half a word is not joined", A B C "وذلك بتنسيق مع المؤسسات العمومية والجماعات Herfindahl-\n" "Hirshman كل إقليم وبعد استشارة الهيئات المعنية به.\n" A B C, "www||ww|" },
    { "a line without Arabic is of another column", A B C "L'autorité compétente veille au respect des règles à\n" D E, "ww||w|" },
    { "nor is it one text where each line begins in Latin", A B C "les lignes de pêche «الصيد بالخطوط الطويلة في أعالي البح\n" "palangre même montés «حتى عند تركيبها على الرماح هنا.\n" A B C,
      "www||ww|" },
    { "a tab is the border of a cell", A B C "وذلك بتنسيق مع المؤسسات\tالعمومية والجماعات في ما بعد\n" D E, "ww||w|" },
    { "blanks around a line end and CRLF are no part of the lines", " " A " " B C "وذلك بتنسيق مع المؤسسات العمومية والجماعات الترابية في  \r\n" E, "wwww|" },
    { "one term a line is a list", "مركز العمليات الأمنية\nالسحابة السيادية\nالأمن السيبراني\nالذكاء الاصطناعي\nالتعلم العميق\n", "|||||" },
    { "so is a term with its equivalent", "مركز العمليات الأمنية : Security Operation Centre\nالسحابة السيادية : cloud souverain\nالأمن السيبراني : cybersécurité\n"
      "الذكاء الاصطناعي : intelligence artificielle\nالتعلم العميق : apprentissage profond\n", "|||||" },
    { "two lines are too few to tell the width of a page", A B, "||" },
    { "paragraphs one a line are wider than a page", A "تعمل الوزارة المكلفة بالرقمنة على تعميم هذه الخدمات في كل مكان جميع جهات المملكة وعلى تكوين الأطر التي ستسهر عليها مع "
      "احترام القواعد المنصوص عليها في القانون الجديد وما تلاه في هذا الباب من النصوص\n" B C, "||||" },
    { "a Latin name goes on where Arabic is glued to its next word", "تستفيد من هذا الترخيص الشركة المسماة تيسام المغرب TESAM\n" "Marocعلى احترام تعهداتها.\n", "w|" },
    { "not where its next word stands by itself", "تستفيد من هذا الترخيص الشركة المسماة تيسام المغرب TESAM\n" "Maroc على احترام تعهداتها.\n", "||" },
    { "nothing holds no line end", "", "" },
    { "line ends alone are no wraps", "\n\n\n", "|||" },
};

static void judge(mq_buf *got, mq_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n')
            mq_buf_addc(got, mq_is_wrap(text, i) ? 'w' : '|');
}

static void page(void **row)
{
    const struct page_case *c = *row;
    mq_buf got = MQ_BUF_INIT;

    judge(&got, mq_str_of(c->text));
    assert_buf(got, c->want);
    mq_buf_release(&got);
}

/* ---- laws ---- */

/* Lines of pages, whole and cut, with other bytes between some of them. */
static void fill_pages(mq_buf *text, uint64_t *seed)
{
    static const char *const lines[] = { A, B, C, D, E, A, B, C, D, "\n", "المادة 3\n", "- 12 -\n", "\r\n", "\tABC\n", "\xD8\xA8", "(1) ", "\0" };

    mq_buf_clear(text);
    for (size_t n = unit_below(seed, 60); n > 0; n--) {
        const char *line = lines[unit_below(seed, UNIT_COUNT(lines))];
        const size_t skip = unit_below(seed, 8) ? 0 : 2 * unit_below(seed, 1 + strlen(line) / 4);

        mq_buf_addz(text, line + skip);
    }
    assert_int_equal(text->status, MQ_OK);
}

static void parts_are_judged_as_the_whole(void **state)
{
    uint64_t seed = 3;
    size_t parted = 0, refused = 0;
    mq_buf text = MQ_BUF_INIT, whole = MQ_BUF_INIT, parts = MQ_BUF_INIT;

    (void)state;
    for (int i = 0; i < 300; i++) {
        fill_pages(&text, &seed);
        mq_buf_clear(&whole);
        judge(&whole, mq_buf_str(&text));
        for (size_t at = 1; at < text.n; at++) {
            if (!mq_may_part(mq_buf_str(&text), at)) {
                refused += text.p[at - 1] == '\n';
                continue;
            }
            mq_buf_clear(&parts);
            judge(&parts, (mq_str){ text.p, at });
            judge(&parts, (mq_str){ text.p + at, text.n - at });
            assert_str(mq_buf_str(&parts), mq_buf_str(&whole));
            parted++;
        }
    }
    assert_true(parted > 1000 && refused > 1000);
    mq_buf_release(&text);
    mq_buf_release(&whole);
    mq_buf_release(&parts);
}

/* Each text in memory of its own size: a sanitizer sees one byte too far. */
static void any_bytes_are_judged(void **state)
{
    uint64_t seed = 4;

    (void)state;
    for (int i = 0; i < 3000; i++) {
        const size_t n = 1 + unit_below(&seed, 900);
        char *p = malloc(n);
        const mq_str text = { p, n };

        assert_non_null(p);
        for (size_t k = 0; k < n; k++)
            p[k] = (char)(unit_below(&seed, 40) ? unit_below(&seed, 4) ? 0xD8 + unit_below(&seed, 2) : unit_below(&seed, 256) : '\n');
        for (size_t k = 0; k < n; k++)
            if (p[k] == '\n') {
                (void)mq_is_wrap(text, k);
                (void)mq_may_part(text, k + 1);
            }
        free(p);
    }
}

static void only_a_wrap_becomes_a_space(void **state)
{
    static const char upper[] = "تعمل الوزارة المكلفة بالرقمنة على تعميم هذه الخدمات في", in[] = A B " \r\n  " C D "كل إقليم.\n" "الباب الأول\n";
    mq_buf got = MQ_BUF_INIT;

    (void)state;
    mq_unwrap(&got, MQ_STR(A "  " B C D E), 0, strlen(A "  جميع"));
    assert_buf(got, "تعمل الوزارة المكلفة بالرقمنة على تعميم هذه الخدمات في جميع");
    mq_buf_clear(&got);
    mq_unwrap(&got, mq_str_of(in), strlen(A B), strlen(in));
    assert_buf(got, " \r\n  احترام القواعد المنصوص عليها في القانون الجديد وما تلاه وذلك بتنسيق مع المؤسسات العمومية والجماعات الترابية في كل إقليم.\nالباب الأول\n");
    mq_buf_clear(&got);
    mq_unwrap(&got, MQ_STR(A B C D E), 0, strlen(upper));
    assert_buf(got, upper);
    mq_buf_release(&got);
}

int main(void)
{
    UNIT_ROWS(pages, page);
    UNIT_LAW("where a text may be parted its parts are judged as the whole", parts_are_judged_as_the_whole);
    UNIT_LAW("any bytes are judged, and none outside the text", any_bytes_are_judged);
    UNIT_LAW("only a wrap becomes a space, with the blanks around it", only_a_wrap_becomes_a_space);
    return unit_run();
}
