/* test_scan_terms.c - which other headwords a term of one word is found by, which set phrases give way to a glossary, and which pairs the words beside a term choose. */
#include <string.h>

#include "glossary/scan_cues.h"
#include "glossary/scan_phrases.h"
#include "glossary/scan_variants.h"
#include "unit.h"

static const struct variant_case {
    const char *name, *ar, *la;
    mq_lang lang;
    const char *want;    /* parted by | */
} variants[] = {
    { "the singular of a plural that says the same", "سُلُطات", "autorités", MQ_LANG_FR, "سلطة" },
    { "in English, too", "سلطات", "authorities", MQ_LANG_EN, "سلطة" },
    { "of a masculine noun", "التزامات", "obligations", MQ_LANG_FR, "التزام" },
    { "but not one of another sense", "بيانات", "données", MQ_LANG_FR, "" },
    { "the plural that is a headword of its own", "انتخاب", "élection", MQ_LANG_FR, "انتخابات" },
    { "the noun of a relational adjective", "داخليّ", "intérieur", MQ_LANG_FR, "داخلية" },
    { "but not finance of financial", "ماليّ", "financier", MQ_LANG_FR, "" },
    { "but not of one whose noun says something else", "خارجي", "extérieur", MQ_LANG_FR, "" },
    { "nothing of a term of several words", "سلطات عامة", "autorités publiques", MQ_LANG_FR, "" },
    { "nor of one that no dictionary knows", "زغبوطات", "autorités", MQ_LANG_FR, "" },
    { "each of two words that a stroke parts", "إخطار/ إبلاغ", "notification", MQ_LANG_EN, "إخطار|إبلاغ" },
    { "but one that usually says something else", "حمل/ نقل", "port", MQ_LANG_FR, "" },
    { "and nothing where one of them is more than a word", "بنية/ هيكل المنتج", "structure", MQ_LANG_FR, "" },
    { "or nothing", "بنية/ ", "structure", MQ_LANG_FR, "" },
    { "the noun of the letters that a list has for a verb", "غَيَّرَ", "tiers", MQ_LANG_FR, "غير" },
    { "but not for what the verb says", "غَيَّرَ", "modifier", MQ_LANG_FR, "" },
    { "of what ends with a preposition and a pronoun, those of the other pronouns", "مُدَّعَى عليه", "défendeur", MQ_LANG_FR, "مدعى عليها|مدعى عليهم|مدعى عليهما|مدعى عليهن" },
    { "in the plural, too", "ديون متنازع فيها", "créances litigieuses", MQ_LANG_FR, "ديون متنازع فيه|ديون متنازع فيهم|ديون متنازع فيهما|ديون متنازع فيهن" },
    { "or with whoever bears it", "سند لحامله", "titre au porteur", MQ_LANG_FR, "سند لحاملها|سند لحاملهم|سند لحاملهما|سند لحاملهن" },
    { "but not where the pronoun is of another noun", "مثل لنظيره", "pareil", MQ_LANG_FR, "" },
    { "nor of a word that only looks so", "برج المياه", "château d'eau", MQ_LANG_FR, "" },
    { "a decree with the force of a law by its other names", "مرسوم قانون", "décret-loi", MQ_LANG_FR, "مرسوم بقانون|المرسوم قانون" },
    { "capital as one word", "تخفيض رأس المال", "réduction du capital", MQ_LANG_FR, "تخفيض الرأسمال" },
    { "or as two", "رأسمال متغير", "capital variable", MQ_LANG_FR, "رأس مال متغير" },
    { "but not inside of a word", "تطور رأسمالي", "développement capitaliste", MQ_LANG_FR, "" },
    { "a negated noun as one word", "لا مركزية", "décentralisation", MQ_LANG_FR, "لامركزية" },
    { "nor of its last letters alone", "ات", "autorités", MQ_LANG_FR, "" },
    { "nor of an empty one", "", "autorités", MQ_LANG_FR, "" },
};

static mq_status list_variant(void *user, mq_str term)
{
    mq_buf *list = user;

    if (list->n)
        mq_buf_addc(list, '|');
    mq_buf_addstr(list, term);
    return MQ_OK;
}

static void variant(void **row)
{
    const struct variant_case *c = *row;
    mq_buf list = MQ_BUF_INIT;
    mq_senses senses;

    assert_int_equal(mq_senses_load(&senses, NULL), MQ_OK);
    assert_int_equal(mq_scan_variants(&senses, mq_str_of(c->ar), mq_str_of(c->la), c->lang, list_variant, &list), MQ_OK);
    assert_str(mq_buf_str(&list), mq_str_of(c->want));
    mq_buf_release(&list);
}

static mq_status refuse(void *user, mq_str term)
{
    (void)user;
    (void)term;
    return MQ_EDB;
}

static void what_the_handler_returns_is_returned(void **state)
{
    mq_senses senses;

    (void)state;
    assert_int_equal(mq_senses_load(&senses, NULL), MQ_OK);
    assert_int_equal(mq_scan_variants(&senses, MQ_STR("سلطات"), MQ_STR("autorités"), MQ_LANG_FR, refuse, NULL), MQ_EDB);
}

static const struct phrase_case {
    const char *name, *ar, *la;
    bool decided;
    const char *text;
    bool told;           /* whether the term is found in the text */
} phrases[] = {
    { "a form of another sense is in the way of a term", "تدبير", "gestion", false, "تدابير القانون", false },
    { "but the noun is not", "تدبير", "gestion", false, "تدبير المحكمة", true },
    { "a list that renders it as the form means it is told", "تدبير", "mesure", false, "تدابير القانون", true },
    { "and so is what a person decided on", "تدبير", "gestion", true, "تدابير القانون", true },
    { "a phrase without renderings gives way to persons only", "حق", "contre", false, "في حق الموظف", false },
    { "which it does", "حق", "droit", true, "في حق الموظف", true },
    { "vowels do not count", "تَدْبِير", "mesure", false, "تدابير القانون", true },
};

static mq_status found_any(void *user, const mq_found *f)
{
    bool *any = user;

    (void)f;
    *any = true;
    return MQ_OK;
}

static void phrase(void **row)
{
    const struct phrase_case *c = *row;
    mq_scan_phrases p = MQ_SCAN_PHRASES_INIT;
    mq_matcher *m;
    mq_finder *f;
    bool any = false;

    assert_int_equal(mq_scan_phrases_load(&p, NULL), MQ_OK);
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_str_of(c->ar), MQ_LANG_AR, 0, NULL), MQ_OK);
    assert_int_equal(mq_scan_phrases_note(&p, mq_str_of(c->ar), mq_str_of(c->la), c->decided), MQ_OK);
    assert_int_equal(mq_scan_phrases_add(&p, m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, mq_str_of(c->text), found_any, &any, NULL), MQ_OK);
    assert_int_equal(any, c->told);
    mq_finder_free(f);
    mq_matcher_free(m);
    mq_scan_phrases_release(&p);
}

static const struct cue_case {
    const char *name, *ar, *la;
    bool decided;
    const char *text;
    mq_cue_says want;    /* of the first hit */
    const char *beside;  /* what the glossary says of the word, too */
} cues[] = {
    { "a word beside the term tells another sense", "فائدة", "intérêt", false, "فائدة عامة", MQ_CUE_OTHER, NULL },
    { "or just the one of the list", "فائدة", "utilité", false, "فائدة عامة", MQ_CUE_THIS, NULL },
    { "in inflected forms, too", "فائدة", "intérêt", false, "الفوائد العامة", MQ_CUE_OTHER, NULL },
    { "the word before it likewise", "حساب", "compte", false, "قواعد حساب", MQ_CUE_OTHER, NULL },
    { "other words tell nothing", "فائدة", "intérêt", false, "فائدة القرض", MQ_CUE_NOTHING, NULL },
    { "nor do words beyond a full stop", "فائدة", "intérêt", false, "فائدة. عامة", MQ_CUE_NOTHING, NULL },
    { "a term of several words has cues, too", "نظام عام", "ordre public", false, "النظام العام للمحاسبة", MQ_CUE_OTHER, NULL },
    { "which are not in the way of it", "نظام عام", "ordre public", false, "المساس بالنظام العام", MQ_CUE_NOTHING, NULL },
    { "and so have its forms", "تنفيذ الحكم", "exécution du jugement", false, "تنفيذ أحكام المادة", MQ_CUE_OTHER, NULL },
    { "a bare word may be a verb", "تخصُّص", "spécialité", false, "تخصص لهذه", MQ_CUE_OTHER, NULL },
    { "but one with the article is none", "تخصُّص", "spécialité", false, "التخصص لهذه", MQ_CUE_NOTHING, NULL },
    { "a headword with its article has the cues of the word", "المعرفة", "savoir", false, "كما هي معرفة في المادة", MQ_CUE_OTHER, NULL },
    { "a preposition glued to what stands behind it asks for no article", "قاضٍ", "juge", false, "القاضي بتحديد أجل الإيداع", MQ_CUE_OTHER, NULL },
    { "nor does one before a short noun", "دفع", "paiement", false, "الدفع بقوة الأمر المقضي", MQ_CUE_OTHER, NULL },
    { "a cue may be a verb where only one can stand", "قاضٍ", "juge", false, "المدة التي قضاها", MQ_CUE_OTHER, NULL },
    { "any number is a cue", "مادة", "matière", false, "المواد 12 و14", MQ_CUE_OTHER, NULL },
    { "in digits of either kind", "مادة", "matière", false, "المواد ١٢ و١٤", MQ_CUE_OTHER, NULL },
    { "or none", "مادة", "article", false, "نقل المواد", MQ_CUE_OTHER, NULL },
    { "a participle behind its noun says what it says", "ملحق", "annexe", false, "الجدول الملحق بهذا القانون", MQ_CUE_OTHER, NULL },
    { "in its feminine, too", "ملحق", "annexe", false, "الوثيقة الملحقة بهذا القانون", MQ_CUE_OTHER, NULL },
    { "but not where it is a noun", "ملحق", "annexe", false, "والملحق المرفق بهذا القانون", MQ_CUE_THIS, NULL },
    { "what a person decided on is meant", "فائدة", "intérêt", true, "فائدة عامة", MQ_CUE_THIS, NULL },
    { "vowels and notes of the headword do not count", "فَائدة (مالية)", "intérêt", false, "فائدة عامة", MQ_CUE_OTHER, NULL },
    { "what comes near is told", "قرار", "décision", false, "بقرار لوزير المالية", MQ_CUE_THIS, NULL },
    { "unless the glossary has the very word", "قرار", "décision", false, "بقرار لوزير المالية", MQ_CUE_OTHER, "arrêté" },
    { "or a person decided on it", "قرار", "décision", true, "بقرار لوزير المالية", MQ_CUE_THIS, "arrêté" },
};

struct first_cue {
    uint32_t cue;
    bool any;
};

static mq_status note_cue(void *user, const mq_found *f)
{
    struct first_cue *first = user;

    if (!first->any)
        *first = (struct first_cue){ f->cue, true };
    return MQ_OK;
}

static void cue(void **row)
{
    enum { PAIR = 7 };
    const struct cue_case *c = *row;
    mq_scan_cues cues_of = MQ_SCAN_CUES_INIT;
    struct first_cue first = { 0, false };
    mq_matcher *m;
    mq_finder *f;

    assert_int_equal(mq_scan_cues_load(&cues_of, NULL), MQ_OK);
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_str_of(c->ar), MQ_LANG_AR, PAIR, NULL), MQ_OK);
    assert_int_equal(mq_scan_cues_note(&cues_of, mq_str_of(c->ar), mq_str_of(c->la), c->decided, PAIR), MQ_OK);
    if (c->beside)
        assert_int_equal(mq_scan_cues_note(&cues_of, mq_str_of(c->ar), mq_str_of(c->beside), false, PAIR + 2), MQ_OK);
    assert_int_equal(mq_scan_cues_add(&cues_of, m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, mq_str_of(c->text), note_cue, &first, NULL), MQ_OK);
    assert_true(first.any);
    assert_int_equal(mq_scan_cues_ask(&cues_of, first.cue, PAIR), c->want);
    assert_int_equal(mq_scan_cues_ask(&cues_of, first.cue, PAIR + 1), MQ_CUE_NOTHING);
    mq_finder_free(f);
    mq_matcher_free(m);
    mq_scan_cues_release(&cues_of);
}

static const struct follow_case {
    const char *name, *ar, *text, *later;
    bool want;           /* whether the later word says what that of the text does */
} follows[] = {
    { "a noun with its article says again what it said", "مؤسسة", "مؤسسة محمد السادس", "تسيير المؤسسة", true },
    { "behind what is glued to it, too", "مؤسسة", "مؤسسة محمد السادس", "تسيير للمؤسسة", true },
    { "but not without the article", "مؤسسة", "مؤسسة محمد السادس", "تسيير مؤسسة", false },
    { "nor in the plural", "مؤسسة", "مؤسسة محمد السادس", "تسيير المؤسسات", false },
    { "nor what another row tells", "مؤسسة", "مؤسسة دولية", "تسيير المؤسسة", false },
    { "which stands between", "مؤسسة", "مؤسسة محمد السادس أو مؤسسة دولية", "تسيير المؤسسة", false },
    { "a row may be of whatever the noun said", "وكالة", "وكالة حضرية", "لدن الوكالة", true },
    { "be it this or that", "وكالة", "عقد الوكالة", "لدن الوكالة", true },
};

struct follower {
    mq_scan_cues *cues;
    mq_str text;
    uint64_t from;
    uint32_t cue;        /* of the last hit */
};

static mq_status follow_cue(void *user, const mq_found *f)
{
    struct follower *w = user;

    w->cue = mq_scan_said_follow(&w->cues->said, f->cue, (mq_str){ w->text.p + f->start, f->end - f->start }, w->from + f->start);
    return MQ_OK;
}

static uint32_t cue_in(struct follower *w, mq_finder *f, const char *text, uint64_t from)
{
    w->text = mq_str_of(text);
    w->from = from;
    w->cue = 0;
    assert_int_equal(mq_find(f, w->text, follow_cue, w, NULL), MQ_OK);
    return w->cue;
}

static void follow(void **row)
{
    enum { NEAR = 1000, FAR = 100000 };
    const struct follow_case *c = *row;
    mq_scan_cues cues_of = MQ_SCAN_CUES_INIT;
    struct follower w = { .cues = &cues_of };
    mq_matcher *m;
    mq_finder *f;
    uint32_t first;

    assert_int_equal(mq_scan_cues_load(&cues_of, NULL), MQ_OK);
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_str_of(c->ar), MQ_LANG_AR, 0, NULL), MQ_OK);
    assert_int_equal(mq_scan_cues_note(&cues_of, mq_str_of(c->ar), MQ_STR("établissement"), false, 0), MQ_OK);
    assert_int_equal(mq_scan_cues_add(&cues_of, m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(cue_in(&w, f, "تسيير المؤسسة", 0), 0);
    first = cue_in(&w, f, c->text, 0);
    assert_true(first);
    assert_int_equal(cue_in(&w, f, c->later, NEAR), c->want ? first : 0);
    assert_int_equal(cue_in(&w, f, c->later, FAR), 0);
    assert_int_equal(cue_in(&w, f, c->text, FAR), first);
    mq_scan_said_forget(&cues_of.said);
    assert_int_equal(cue_in(&w, f, c->later, FAR + NEAR), 0);
    mq_finder_free(f);
    mq_matcher_free(m);
    mq_scan_cues_release(&cues_of);
}

int main(void)
{
    UNIT_ROWS(variants, variant);
    UNIT_LAW("what the handler returns is returned", what_the_handler_returns_is_returned);
    UNIT_ROWS(phrases, phrase);
    UNIT_ROWS(cues, cue);
    UNIT_ROWS(follows, follow);
    return unit_run();
}
