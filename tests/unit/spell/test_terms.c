/* test_terms.c - the terminology of drafts: which rendering stands there, through clitics, and what the glossary wants. */
#include "spelling.h"

static const struct { const char *ar, *la; mq_lang lang; mq_pair_status status; } glossary[] = {
    { "الحوسبة السحابية", "cloud computing", MQ_LANG_EN, MQ_PREFERRED },
    { "الحوسبة الغيمية", "cloud computing", MQ_LANG_EN, MQ_DEPRECATED },
    { "الإعلاميات السحابية", "cloud computing", MQ_LANG_EN, MQ_ACCEPTED },
    { "الوكالة الوطنية لتقنين المواصلات", "ANRT", MQ_LANG_UND, MQ_ACCEPTED },
    { "مركز العمليات الأمنية", "SOC", MQ_LANG_UND, MQ_ACCEPTED },
    { "مركز عمليات الأمن", "SOC", MQ_LANG_UND, MQ_ACCEPTED },
    { "مركز البيانات", "data center", MQ_LANG_EN, MQ_PREFERRED },
    { "مركز المعطيات", "data center", MQ_LANG_EN, MQ_ACCEPTED },
    { "البث اللاسلكي", "Wi-Fi", MQ_LANG_UND, MQ_ACCEPTED },
    { "الأمن السيبراني", "cybersécurité", MQ_LANG_FR, MQ_PREFERRED },
};

static const struct term_case {
    const char *name, *text, *rule, *want;
} cases[] = {
    { "a deprecated rendering is told with the preferred one", "نستعمل الحوسبة الغيمية اليوم", "deprecated", "deprecated:الحوسبة الغيمية>الحوسبة السحابية;" },
    { "the glued letters are carried over", "والحوسبة الغيمية", "deprecated", "deprecated:والحوسبة الغيمية>والحوسبة السحابية;" },
    { "li and the article are one word", "وللحوسبة الغيمية", "deprecated", "deprecated:وللحوسبة الغيمية>وللحوسبة السحابية;" },
    { "an indefinite rendering stays indefinite", "خدمات حوسبة غيمية", "deprecated", "deprecated:حوسبة غيمية>حوسبة سحابية;" },
    { "an accepted rendering gives way to a preferred one", "بالإعلاميات السحابية", "competing", "competing:بالإعلاميات السحابية>بالحوسبة السحابية;" },
    { "the preferred rendering is right", "الحوسبة السحابية", "competing", "" },
    { "a Latin term without its Arabic is told once", "قررت ANRT ذلك. وقالت ANRT إنها", "first-mention",
      "first-mention:ANRT>الوكالة الوطنية لتقنين المواصلات (ANRT);" },
    { "with its Arabic beside it, it is right", "قررت الوكالة الوطنية لتقنين المواصلات (ANRT) ذلك", "first-mention", "" },
    { "two renderings of one term are told at the second", "مركز العمليات الأمنية ثم مركز عمليات الأمن", "two-renderings",
      "two-renderings:مركز عمليات الأمن>مركز العمليات الأمنية;" },
    { "a pronoun or a plural is no other rendering", "مركز العمليات الأمنية ومركزها", "two-renderings", "" },
    { "a broken plural is the same rendering, and stays one", "وبمراكز المعطيات الكبرى", "competing", "competing:وبمراكز المعطيات>وبمراكز البيانات;" },
    { "so do a dual and a pronoun", "مركزا معطيات", "competing", "competing:مركزا معطيات>مركزا بيانات;" },
    { "marks in front of a term", "وَلِلحوسبة الغيمية", "deprecated", "deprecated:وَلِلحوسبة الغيمية>وَلِلحوسبة السحابية;" },
    { "a plural of a Latin term", "بنت Data centers هناك", "first-mention", "first-mention:Data centers>مركز البيانات (data center);" },
    { "a Latin term of several words in one", "نشرت Wi-Fi هناك", "first-mention", "first-mention:Wi-Fi>البث اللاسلكي (Wi-Fi);" },
    { "case and accents of the Latin term do not matter", "نص عن Cybersecurite وحدها", "first-mention",
      "first-mention:Cybersecurite>الأمن السيبراني (cybersécurité);" },
};

static void term(void **row)
{
    const struct term_case *c = *row;
    mq_buf got = MQ_BUF_INIT;
    mq_vocabulary *v;

    assert_int_equal(mq_vocabulary_new(&v, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(glossary); i++) {
        const mq_pair p = { .ar = mq_str_of(glossary[i].ar), .la = mq_str_of(glossary[i].la), .lang = glossary[i].lang, .status = glossary[i].status };

        assert_int_equal(mq_vocabulary_add_pair(v, &p, NULL), MQ_OK);
    }
    findings_of(&got, v, c->text, c->rule);
    assert_buf(got, c->want);
    mq_buf_release(&got);
    mq_vocabulary_free(v);
}

int main(void)
{
    UNIT_ROWS(cases, term);
    return unit_run();
}
