/* test_words.c - what is said of words: known ones, unknown ones, known ones that are not meant. */
#include "spelling.h"

static const struct word_case {
    const char *name, *text, *want;
} cases[] = {
    { "right words are passed over", "تعمل الوزارة على رقمنة الخدمات العمومية", "" },
    { "a slip is told with what was meant", "استراتيجية موتوقة وناجعة", "unknown:موتوقة>موثوقة;" },
    { "hamza of wasl", "المركز الإستشفائي الجامعي", "unknown:الإستشفائي>الاستشفائي;" },
    { "an accepted spelling with hamza is let alone", "أهداف إستراتيجية المغرب", "" },
    { "and so is the other one", "أهداف استراتيجية المغرب", "" },
    { "hamza left out of a frequent word", "من اجل ذلك", "hamza:اجل>أجل;" },
    { "an before a verb has hamza above", "قرر ان يسافر", "unknown:ان>أن;" },
    { "inna after a verb of saying has it below", "وقال ان الوزير", "unknown:ان>إن;" },
    { "inna after a verb of saying and its subject", "قال رئيس البنك المركزي أن التضخم سيتراجع", "hamza:أن>إن;" },
    { "inna there is right", "قال رئيس البنك المركزي إن التضخم سيتراجع", "" },
    { "an before a verb is right there", "قال رئيس البنك إنه يتوقع أن يتراجع التضخم", "" },
    { "an before a verb is right there, too", "قال المدير الجديد أن يعملوا", "" },
    { "a verb of stating in between takes its an", "قال الوزير الذي أكد للصحافة أن الحكومة ستعمل", "" },
    { "a verb of saying in another sentence asks nothing", "ماذا قال؟ في تقرير الوزارة أن الميزانية كافية", "" },
    { "a hamza inside a word was meant", "وكأن شيئا لم يكن", "" },
    { "a verb in the plural has its alef", "الرجال كانو في البيت", "alef:كانو>كانوا;" },
    { "behind a preposition there is no verb", "سافر إلى كانو ثم عاد", "" },
    { "nor behind the word for a place", "تقع ولاية كانو في شمال نيجيريا", "" },
    { "heh for teh marbuta", "منصه رقمية جديده", "unknown:منصه>منصة;ending:جديده>جديدة;" },
    { "a pronoun is no teh marbuta", "زار الوزير مدرسته وكتابه", "" },
    { "yeh for alef maksura", "علي سبيل المثال", "ending:علي>على;" },
    { "a dal where the neighbours want a thal", "المجهودات التي بدلتها الوزارة", "letter:بدلتها>بذلتها;" },
    { "a thal where they want a dal", "تجذر الإشارة إلى ذلك", "letter:تجذر>تجدر;" },
    { "an alef that the demonstrative does not have", "ذالك الرجل", "alef:ذالك>ذلك;" },
    { "an alef behind the hamza of a tanwin", "بناءا على ذلك", "tanwin:بناءا>بناء;" },
    { "a seat for the hamza of a tanwin that has none", "وصل مسائا", "unknown:مسائا>مساء;" },
    { "no seat for a hamza that has one", "لم يقل شيءا", "tanwin:شيءا>شيئا;" },
    { "two words in one", "إنشاءالله", "unknown:إنشاءالله>إن شاء الله;" },
    { "the same word twice", "ذهب إلى إلى المدرسة", "doubled: إلى>;" },
    { "a word with tanwin may be said twice", "جاؤوا واحدا واحدا", "" },
    { "waw stands with its word", "الكتاب و القلم", "detached:و >و;" },
    { "letters glued to Latin are no word", "قالت وMicrosoft والـGoogle", "" },
    { "addresses and code are passed over", "انظر http://exmaple.org/abcd ومع info@exmaple.org و#wrold", "" },
    { "Arabic addresses, mail, hashtags and accounts", "انظر http://مثال.إختبار/صفحه ومع أحمد.الانظمة@الاقتصاط.مغرب و#الإقتصاد_المغربى و@الاحمد", "" },
    { "code between backticks", "نص `موتوقة wrold موتوقة` ثم موتوقة و`نص`", "unknown:موتوقة>موثوقة;" },
    { "a backtick alone opens no code", "نص ` موتوقة\nثم `", "unknown:موتوقة>موثوقة;" },
    { "what follows one is text", "#وسم الانظمة", "unknown:الانظمة>الأنظمة;" },
    { "an alef behind a hamza is told under its tanwin, too", "جاء مساءاً", "tanwin:مساءاً>مساء;" },
    { "a Latin word of no language", "خدمة of the wrold", "latin:wrold>world;" },
    { "a French word without its accents", "قال (securite informatique)", "latin:securite>sécurité;" },
    { "a name is no Latin mistake", "شركة Nutanix", "" },
    { "a modern word that Hunspell lacks, with clitics", "وبالرقمنة وللحوكمة والسيبرانية", "" },
    { "عبدالله in one word is usual", "عبدالله بن محمد", "" },
    { "a family name behind a given name", "التقى محمد بشكورن وفاطمة زفروطي", "" },
    { "and later alone", "أكد هشام شيكورن ذلك وأضاف شيكورن", "" },
    { "before it was introduced it is unknown", "أضاف بشكورن", "unknown:بشكورن>بشكورنا;" },
    { "a slip behind a given name is a slip", "قدم محمد إستثمارا", "unknown:إستثمارا>استثمارا;" },
    { "no family name has the article of a slip", "قال محمد الانظمة", "unknown:الانظمة>الأنظمة;" },
    { "a line that asks for it is passed over", "كلمتتن muqabil:ignore", "" },
    { "what stands between off and on is passed over", "muqabil:off\nكلمتتن\nmuqabil:on\nموتوقة", "unknown:موتوقة>موثوقة;" },
    { "the next line is passed over", "muqabil:ignore-next\nكلمتتن", "" },
};

static void word(void **row)
{
    const struct word_case *c = *row;
    mq_buf got = MQ_BUF_INIT;

    findings_of(&got, NULL, c->text, NULL);
    assert_buf(got, c->want);
    mq_buf_release(&got);
}

/* Stacks of glued letters that are never offered, whatever a dictionary says. */
static const struct stack_case {
    const char *name, *text, *never;
} stacks[] = {
    { "li before the alef of the article", "لاجينية", "لالجينية" },
    { "li and bi before an article", "ولالعثمانيين", "ولبالعثمانيين" },
    { "bi of a stem is none", "باكلوريا", NULL },
};

static mq_status must_not_offer(void *user, const mq_finding *f)
{
    const struct stack_case *c = user;

    assert_true(c->never || f->nsuggestions);
    for (size_t i = 0; c->never && i < f->nsuggestions; i++)
        assert_false(mq_str_equal(f->suggestion[i], mq_str_of(c->never)));
    return MQ_OK;
}

static void stack(void **row)
{
    mq_speller *s;

    assert_int_equal(mq_speller_new(&s, NULL, NULL, NULL), MQ_OK);
    assert_int_equal(mq_spell(s, mq_str_of(((const struct stack_case *)*row)->text), 0, must_not_offer, *row, NULL), MQ_OK);
    mq_speller_free(s);
}

static const struct inflected_case {
    const char *name, *text;
} inflected[] = {
    { "as it stands", "كلوزار" }, { "with the article", "الكلوزار" }, { "with bi and the article", "وبالكلوزار" }, { "with li and the article", "فللكلوزار" },
    { "with a pronoun", "ككلوزارهم" }, { "in the dual", "الكلوزاران" }, { "in the plural", "كلوزاراتنا" },
};

static void of_the_glossary(void **row)
{
    const struct inflected_case *c = *row;
    const mq_pair p = { .ar = MQ_STR("الكلوزار"), .la = MQ_STR("closure"), .lang = MQ_LANG_EN, .status = MQ_ACCEPTED };
    mq_buf got = MQ_BUF_INIT;
    mq_vocabulary *v;

    findings_of(&got, NULL, c->text, "unknown");
    assert_true(got.n > 0);
    assert_int_equal(mq_vocabulary_new(&v, NULL), MQ_OK);
    assert_int_equal(mq_vocabulary_add_pair(v, &p, NULL), MQ_OK);
    findings_of(&got, v, c->text, "unknown");
    assert_buf(got, "");
    mq_vocabulary_free(v);
    mq_buf_release(&got);
}

static mq_status check_place(void *user, const mq_finding *f)
{
    const mq_str *text = user;

    assert_true(f->byte <= f->byte_end && f->byte_end <= text->n && f->start <= f->end);
    assert_str(f->text, ((mq_str){ text->p + f->byte, f->byte_end - f->byte }));
    return MQ_OK;
}

/* Texts of letters, marks, signs and blanks in any order, up to 400 code points. */
static void places_are_in_the_text(void **state)
{
    static const uint32_t signs[] = { ' ', '\n', '.', ',', 0x60C, 0x61F,
                                      '"', 0xAB, 0x201D, '(', '1', 0x661, 'a', 0x640, 0x64B, 0x651, 0x200F, 0x2067, 0x6CC, 0xFEFB };
    uint64_t seed = 5;
    mq_buf text = MQ_BUF_INIT;
    mq_speller *s;

    (void)state;
    assert_int_equal(mq_speller_new(&s, NULL, NULL, NULL), MQ_OK);
    for (int round = 0; round < 300; round++) {
        mq_str t;

        mq_buf_clear(&text);
        for (size_t n = unit_below(&seed, 400); n > 0; n--)
            mq_buf_addcp(&text, unit_below(&seed, 3) ? 0x621 + (uint32_t)unit_below(&seed, 26) : signs[unit_below(&seed, UNIT_COUNT(signs))]);
        t = mq_buf_str(&text);
        assert_int_equal(mq_spell(s, t, 0, check_place, &t, NULL), MQ_OK);
    }
    mq_speller_free(s);
    mq_buf_release(&text);
}

int main(void)
{
    UNIT_ROWS(cases, word);
    UNIT_ROWS(stacks, stack);
    UNIT_ROWS(inflected, of_the_glossary);
    UNIT_LAW("a finding lies inside the text and quotes it", places_are_in_the_text);
    return unit_run();
}
