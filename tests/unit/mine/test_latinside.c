/* test_latinside.c - the language of the Latin side of a pair: sentences, the model that chooses, and what --explain tells of it. */
#include <math.h>
#include <string.h>

#include <muqabil/mine.h>

#include "mine/language.h"
#include "mined.h"

/* want: "Latin language" parted by "; ". */
static const struct side_case {
    const char *name, *text, *want;
} sides[] = {
    { "a French term", "وعرض الوزير مخطط التنمية المستدامة (plan de développement durable) أمام البرلمان.", "plan de développement durable fr" },
    { "an English term", "يعتمد النظام على إدارة الهوية (identity management) لحماية الحسابات.", "identity management en" },
    { "a Spanish term", "وكتب رواية «مدينة الكلاب» (La ciudad de los perros) سنة 1963.", "La ciudad de los perros other" },
    { "a species", "ينتشر الأرز الأطلسي (Cedrus atlantica) في جبال الأطلس.", "Cedrus atlantica other" },
    { "a colon behind a language that is named", "وتسمى الجزيرة الكبيرة (بالإيطالية: Isola Grande) في الخرائط.", "Isola Grande other" },
    { "even one that no list knows", "وتسمى المدينة القديمة (بالمالطية: Citta Vecchia) في الخرائط.", "Citta Vecchia other" },
    { "the text says French", "الذكاء الاصطناعي (بالفرنسية: intelligence artificielle) مجال واسع.", "intelligence artificielle fr" },
    { "the name of a person is of none", "وقال أحمد بنسعيد (Ahmed Bensaid) إن المشروع ناجح.", "Ahmed Bensaid und" },
    { "an acronym by its listed French name", "وأعلن المكتب الوطني للكهرباء والماء الصالح للشرب (ONEE) عن ذلك.", "ONEE fr" },
    { "an acronym by its listed English name", "تستعمل الشركة واجهة برمجة التطبيقات (API) في منتجها.", "API en" },
    { "an acronym after its expansion", "عبر الشبكة الافتراضية الخاصة (Virtual Private Network - VPN) للشركة.", "Virtual Private Network en; VPN en" },
};

static mq_status collect(void *user, const mq_occurrence *o)
{
    mq_buf *got = user;

    mq_buf_addf(got, "%s%.*s %s", got->n ? "; " : "", (int)o->la.n, o->la.p, mq_lang_name(o->lang));
    return MQ_OK;
}

static void side(void **row)
{
    const struct side_case *c = *row;

    assert_mined(c->text, collect, c->want);
}

/* ---- the model ---- */

static const struct parse_case {
    const char *name, *text;
    mq_status want;
    size_t line;
} parses[] = {
    { "a figure and a weight for each language", "bias\t0.5\t-1\t2\t0\nsound_bias\t0\t0\t0\t1e-3\n", MQ_OK, 0 },
    { "nothing weighs nothing", "# weights\n", MQ_OK, 0 },
    { "a clue and a weight for each language", "near=مديرية\t0\t1.5\t-1\t0\nending=ung\t0\t0\t0\t1\n", MQ_OK, 0 },
    { "a clue with a language too few", "near=مديرية\t0\t1.5\t-1\n", MQ_EFORMAT, 1 },
    { "an unknown figure", "bias\t0\t0\t0\t0\nmagic\t0\t0\t0\t0\n", MQ_EFORMAT, 2 },
    { "a language too few", "bias\t0\t0\t0\n", MQ_EFORMAT, 1 },
    { "no number", "bias\t0\t0\t0\tmuch\n", MQ_EFORMAT, 1 },
    { "no finite number", "bias\t0\t0\tinf\t0\n", MQ_EFORMAT, 1 },
    { "an empty number", "bias\t0\t\t0\t0\n", MQ_EFORMAT, 1 },
    { "a number of a hundred digits", "bias\t0\t0\t0\t1000000000000000000000000000000000000000000000000000000000000000000000000\n", MQ_EFORMAT, 1 },
};

static void parse(void **row)
{
    const struct parse_case *c = *row;
    static mq_language l;
    mq_error err = { .line = 0 };

    assert_int_equal(mq_language_parse(&l, mq_str_of(c->text), "file", &err), c->want);
    if (c->want)
        assert_int_equal(err.line, c->line);
}

static void chances_add_up_and_the_best_wins(void **state)
{
    static mq_language l;
    uint64_t seed = 7;

    (void)state;
    for (unsigned round = 0; round < 200; round++) {
        mq_language_case x = { .nclues = 2, .clue = { 1, MQ_MOST_LEXICAL } };
        double p[MQ_LANGUAGES], sum = 0;
        mq_lang got;

        for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++) {
            x.x[i] = unit_below(&seed, 3) ? 0 : (float)unit_below(&seed, 100) / 10 - 5;
            for (unsigned k = 0; k < MQ_LANGUAGES; k++)
                l.weight[i][k] = (float)unit_below(&seed, 1000) / 50 - 10;
        }
        got = mq_language_judge(&l, &x, p);
        for (unsigned k = 0; k < MQ_LANGUAGES; k++) {
            sum += p[k];
            for (unsigned best = 0; best < MQ_LANGUAGES; best++)
                assert_true(mq_languages[best] != got || p[best] >= p[k]);
        }
        assert_true(fabs(sum - 1) < 1e-9);
    }
}

/* A clue weighs as a figure of value 1 does. */
static void a_clue_weighs_for_its_language(void **state)
{
    static mq_language l;
    mq_language_case x = { .nclues = 1, .clue = { 2 } };
    double p[MQ_LANGUAGES];

    (void)state;
    l.clue[1][3] = 2;
    assert_int_equal(mq_language_judge(&l, &x, p), MQ_LANG_OTHER);
    assert_true(fabs(p[3] - exp(2) / (exp(2) + 3)) < 1e-9);
    x.nclues = 0;
    (void)mq_language_judge(&l, &x, p);
    assert_true(fabs(p[3] - 0.25) < 1e-9);
}

static void names_of_figures_are_unique(void **state)
{
    (void)state;
    for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++)
        for (unsigned k = 0; k < i; k++)
            assert_string_not_equal(mq_language_feature_name(i), mq_language_feature_name(k));
}

static void explaining_tells_the_language(void **state)
{
    mq_buf out = MQ_BUF_INIT;
    mq_miner *m;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    assert_int_equal(mq_mine_explain(m, mq_str_of(sides[0].text), &out, NULL), MQ_OK);
    assert_non_null(strstr(out.p, "language fr "));
    assert_non_null(strstr(out.p, "function_fr +"));
    mq_miner_free(m);
    mq_buf_release(&out);
}

int main(void)
{
    UNIT_ROWS(sides, side);
    UNIT_ROWS(parses, parse);
    UNIT_LAW("chances add up to one, and the best language wins", chances_add_up_and_the_best_wins);
    UNIT_LAW("a clue weighs for its language", a_clue_weighs_for_its_language);
    UNIT_LAW("no two figures have one name", names_of_figures_are_unique);
    UNIT_LAW("explaining tells the language and what speaks for it", explaining_tells_the_language);
    return unit_run();
}
