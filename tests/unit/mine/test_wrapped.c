/* test_wrapped.c - pairs that run over the line ends of a page: the same as in a text of one line, and in what is told of them. */
#include <string.h>

#include <muqabil/mine.h>
#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/wrap.h"
#include "mined.h"

/* No sentence ends in it, so that each line end that a page makes may be seen through. */
static const char paragraph[] =
    "أعلنت الوزارة المكلفة بالانتقال الرقمي أن المشروع الذي تشرف عليه الوكالة الوطنية لتقنين المواصلات (ANRT) يقوم على مركز العمليات الأمنية (Security Operation "
    "Centre) وعلى شبكة من الخبراء الذين يتابعون الحوادث في الإدارات والجماعات والمقاولات، كما يعتمد على السحابة السيادية (cloud souverain) التي تحتضنها مؤسسات "
    "عمومية، ويستفيد العاملون فيه من خدمات الصندوق الوطني للضمان الاجتماعي (CNSS) ومن تكوين تؤطره المدرسة الوطنية العليا للمعلوميات وتحليل النظم (ENSIAS) في "
    "الرباط وفي مدن أخرى من المملكة، وتصل إليه خدمات الحوسبة السحابية (cloud computing) كلها.";

/* Breaks a text at spaces so that no line has more than `width` code points. */
static void wrap(mq_buf *out, const char *text, size_t width)
{
    size_t line = 0, space = 0;

    mq_buf_clear(out);
    mq_buf_addz(out, text);
    assert_int_equal(out->status, MQ_OK);
    for (size_t i = 0; i <= out->n; i++)
        if (i == out->n || out->p[i] == ' ') {
            if (mq_utf8_count(out->p + line, i - line) > width && space > line) {
                out->p[space] = '\n';
                line = space + 1;
            }
            space = i;
        }
}

static mq_status tell(void *user, const mq_occurrence *o)
{
    mq_buf *got = user;

    assert_true(!memchr(o->ar.p, '\n', o->ar.n) && !memchr(o->la.p, '\n', o->la.n) && !memchr(o->context.p, '\n', o->context.n));
    assert_non_null(memmem(o->context.p, o->context.n, o->ar.p, o->ar.n));
    assert_non_null(memmem(o->context.p, o->context.n, o->la.p, o->la.n));
    mq_buf_addf(got, "%.*s = %.*s %zu-%zu %zu-%zu %s %s\n", (int)o->ar.n, o->ar.p, (int)o->la.n, o->la.p, o->ar_start, o->ar_end, o->la_start, o->la_end,
                mq_kind_name(o->kind), mq_pattern_name(o->pattern));
    return MQ_OK;
}

static void mine(mq_buf *got, mq_miner *m, mq_str text)
{
    mq_buf_clear(got);
    assert_int_equal(mq_mine(m, MQ_STR("doc"), text, 0, tell, got, NULL), MQ_OK);
    assert_int_equal(got->status, MQ_OK);
}

/* The text with each wrap as a space. Returns how many. */
static size_t unwrap(mq_buf *out, mq_str text)
{
    size_t n = 0;

    mq_buf_clear(out);
    mq_buf_addstr(out, text);
    assert_int_equal(out->status, MQ_OK);
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n' && mq_is_wrap(text, i)) {
            out->p[i] = ' ';
            n++;
        }
    return n;
}

static void a_wrap_is_a_space(void **state)
{
    mq_buf text = MQ_BUF_INIT, line = MQ_BUF_INIT, got = MQ_BUF_INIT, want = MQ_BUF_INIT;
    mq_miner *m;
    size_t wraps = 0;

    (void)state;
    assert_int_equal(mq_miner_new(&m, MQ_MIN_SCORE, NULL), MQ_OK);
    for (size_t width = 50; width <= 110; width++) {
        wrap(&text, paragraph, width);
        wraps += unwrap(&line, mq_buf_str(&text));
        mine(&got, m, mq_buf_str(&text));
        mine(&want, m, mq_buf_str(&line));
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
    }
    assert_true(wraps > 300);
    mq_miner_free(m);
    mq_buf_release(&text);
    mq_buf_release(&line);
    mq_buf_release(&got);
    mq_buf_release(&want);
}

/* A page around the line that each row is about. */
#define ABOVE "تعمل الوزارة المكلفة بالرقمنة على تعميم هذه الخدمات في\nجميع جهات المملكة وعلى تكوين الأطر التي ستسهر عليها مع\nاحترام القواعد المنصوص عليها في القانون الجديد وما تلاه\n"
#define BELOW "وذلك بتنسيق مع المؤسسات العمومية والجماعات الترابية في\nكل إقليم وبعد استشارة الهيئات المعنية بهذا المجال.\n"

/* want: "ar = la context" of each pair. */
static const struct wrapped_case {
    const char *name, *text, *want;
} cases[] = {
    { "a name of two lines", ABOVE "من النصوص وفق ما تحدده كل سنة الوكالة الوطنية لتقنين\nالمواصلات (ANRT) لفائدة المقاولات التي طلبت الترخيص لها\n" BELOW,
      "الوكالة الوطنية لتقنين المواصلات = ANRT: "
      "من النصوص وفق ما تحدده كل سنة الوكالة الوطنية لتقنين المواصلات (ANRT) لفائدة المقاولات التي طلبت الترخيص لها\n" },
    { "Latin of two lines", ABOVE "من النصوص في مركز العمليات الأمنية (Security Operation\nCentre) الذي أحدثته الوزارة لفائدة المقاولات والإدارات\n" BELOW,
      "مركز العمليات الأمنية = Security Operation Centre: "
      "من النصوص في مركز العمليات الأمنية (Security Operation Centre) الذي أحدثته الوزارة لفائدة المقاولات والإدارات\n" },
    { "one side on each line", ABOVE "من النصوص التي وضعتها هذه السنة مركز العمليات الأمنية\n(Security Operation Centre) الذي أحدثته الوزارة لفائدتها\n" BELOW,
      "مركز العمليات الأمنية = Security Operation Centre: "
      "من النصوص التي وضعتها هذه السنة مركز العمليات الأمنية (Security Operation Centre) الذي أحدثته الوزارة لفائدتها\n" },
    { "blanks and a CR at the line end are part of the one space",
      ABOVE "من النصوص وفق ما تحدده كل سنة الوكالة الوطنية لتقنين \r\n  المواصلات (ANRT) لفائدة المقاولات التي طلبت الترخيص لها\n" BELOW,
      "الوكالة الوطنية لتقنين المواصلات = ANRT: "
      "من النصوص وفق ما تحدده كل سنة الوكالة الوطنية لتقنين المواصلات (ANRT) لفائدة المقاولات التي طلبت الترخيص لها\n" },
    { "a line that the writer ended is not reached over", ABOVE "من النصوص وفق ما تحدده كل سنة الوكالة الوطنية للتقنين:\n(ANRT) لفائدة المقاولات التي طلبت الترخيص في هذا المجال\n" BELOW, "" },
    { "a glossary of one term a line stays what it is", "السحابة السيادية\ncloud souverain\nالأمن السيبراني\ncybersécurité\nمركز العمليات الأمنية\nSecurity Operation Centre\n", "" },
};

static mq_status tell_context(void *user, const mq_occurrence *o)
{
    mq_buf *got = user;

    mq_buf_addf(got, "%.*s = %.*s: %.*s\n", (int)o->ar.n, o->ar.p, (int)o->la.n, o->la.p, (int)o->context.n, o->context.p);
    return MQ_OK;
}

static void wrapped(void **row)
{
    const struct wrapped_case *c = *row;

    assert_mined(c->text, tell_context, c->want);
}

int main(void)
{
    UNIT_ROWS(cases, wrapped);
    UNIT_LAW("a line end that a page made is as good as a space, wherever the page made it", a_wrap_is_a_space);
    return unit_run();
}
