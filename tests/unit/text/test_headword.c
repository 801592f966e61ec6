/* test_headword.c - headwords, search keys, and the language of a Latin phrase. */
#include <muqabil/text.h>

#include "unit.h"

static const struct headword_case {
    const char *name, *in, *want;
} headwords[] = {
    { "li and the article are lil", "للتحالف من أجل الشمول المالي", "التحالف من أجل الشمول المالي" },
    { "wa and bi go, the article stays", "وبالصندوق الوطني", "الصندوق الوطني" },
    { "a preposition goes before a known word", "لشركة", "شركة" },
    { "wa goes before a known word", "وبطاقة", "بطاقة" },
    { "the w of ministry is its own", "وزارة الصحة", "وزارة الصحة" },
    { "the k of book is its own", "كتاب", "كتاب" },
    { "the l of committee is its own", "لجنة", "لجنة" },
    { "the b of card is its own, though energy is a word", "بطاقة", "بطاقة" },
    { "the f of February is its own", "فبراير", "فبراير" },
    { "tashkeel and tatweel go", "المُنَصَّـة", "المنصة" },
    { "only the first word is touched", "مركز للعمليات", "مركز للعمليات" },
    { "white space becomes single", " مركز   العمليات ", "مركز العمليات" },
    { "spelling stays as it is", "الانظمة المعلوماتية", "الانظمة المعلوماتية" },
    { "a Latin first word is left alone", "IBM المغرب", "IBM المغرب" },
    { "a quote that opens inside closes at the end", "بأكاديمية «كوشنج»", "أكاديمية «كوشنج»" },
    { "quotes around go", "«السحابة السيادية»", "السحابة السيادية" },
    { "nothing gives nothing", "", "" },
};

static void headword(void **row)
{
    const struct headword_case *c = *row;
    mq_buf out = MQ_BUF_INIT;

    assert_int_equal(mq_headword(&out, mq_str_of(c->in), NULL), MQ_OK);
    assert_str(mq_buf_str(&out), mq_str_of(c->want));
    mq_buf_release(&out);
}

static const struct key_case {
    const char *name;
    mq_lang lang;
    const char *in, *want;
} keys[] = {
    { "the article of each Arabic word goes", MQ_LANG_AR, "الوكالة الوطنية لتقنين المواصلات", "وكاله وطنيه لتقنين مواصلات" },
    { "God keeps his", MQ_LANG_AR, "الله", "الله" },
    { "alef with hamza begins no article", MQ_LANG_AR, "ألبوم", "البوم" },
    { "punctuation parts words", MQ_LANG_AR, "مركز-العمليات/الأمنية", "مركز عمليات امنيه" },
    { "a leading French article goes", MQ_LANG_FR, "L'\u00C9tat", "etat" },
    { "an inner one stays", MQ_LANG_FR, "droit de l'eau", "droit de l eau" },
    { "a lone article stays", MQ_LANG_EN, "The", "the" },
    { "dots between initials vanish", MQ_LANG_EN, "U.S.", "us" },
    { "signs of names stay", MQ_LANG_EN, "C++", "c++" },
    { "punctuation alone has no key", MQ_LANG_FR, "\u00AB \u2026 \u00BB", "" },
};

static void key(void **row)
{
    const struct key_case *c = *row;
    mq_buf out = MQ_BUF_INIT;

    assert_int_equal(mq_search_key(&out, mq_str_of(c->in), c->lang, NULL), MQ_OK);
    assert_str(mq_buf_str(&out), mq_str_of(c->want));
    mq_buf_release(&out);
}

static const struct lang_case {
    const char *name, *in;
    mq_lang want;
} langs[] = {
    { "French function words tell", "protection des donn\u00E9es", MQ_LANG_FR },
    { "English function words tell", "Bank of Africa", MQ_LANG_EN },
    { "an accent tells", "Soci\u00E9t\u00E9", MQ_LANG_FR },
    { "an English ending tells", "mapping", MQ_LANG_EN },
    { "German is other", "Bundesamt f\u00FCr Sicherheit", MQ_LANG_OTHER },
    { "a name tells nothing", "Oracle", MQ_LANG_UND },
    { "nothing tells nothing", "", MQ_LANG_UND },
};

static void lang(void **row)
{
    const struct lang_case *c = *row;

    assert_int_equal(mq_latin_language(mq_str_of(c->in)), c->want);
}

int main(void)
{
    UNIT_ROWS(headwords, headword);
    UNIT_ROWS(keys, key);
    UNIT_ROWS(langs, lang);
    return unit_run();
}
