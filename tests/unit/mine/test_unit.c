/* test_unit.c - where Latin units begin and end. */
#include <string.h>

#include "mine/miner.h"
#include "unit.h"

/* units: parted by "; ", in the order of the text. */
static const struct {
    const char *name, *text, *units;
} cases[] = {
    { "words go on over spaces", "السحابة السيادية (cloud souverain) هنا", "cloud souverain" },
    { "an ampersand goes on", "البحث والتطوير (R & D)", "R & D" },
    { "what mark-up makes of an ampersand goes on", "دار نشر \"Sidgwick &amp; Jackson\"", "Sidgwick &amp; Jackson" },
    { "an unspaced dash goes on", "فرضية تشيرتش (Church–Turing thesis)", "Church–Turing thesis" },
    { "a spaced dash parts a name from its acronym", "الشبكة الخاصة (Virtual Network – VPN)", "Virtual Network; VPN" },
    { "a spaced dash in brackets goes on", "فير زارا (Veer - Zaara)", "Veer - Zaara" },
    { "one in running text parts", "فير زارا Veer - Zaara", "Veer; Zaara" },
    { "a dropped g goes on", "\"الغناء تحت المطر\" (Singin' in the Rain)", "Singin' in the Rain" },
    { "an article before small letters is left", "يسمى a covalent compound أو An atom", "covalent compound; atom" },
    { "an article of a title is kept", "كتاب A Summing Up", "A Summing Up" },
    { "a dash between acronyms parts", "نظام (SQL - MySQL)", "SQL; MySQL" },
    { "marks of stress inside words go on", "شرايين صدرية (thorac´ic ar´teries)", "thorac´ic ar´teries" },
    { "initials go on over their full stop", "الكاتب لورنس (D.H. Lawrence)", "D.H. Lawrence" },
    { "a genus goes on to its species", "الجنسنغ الأمريكي (P. quinquefolius)", "P. quinquefolius" },
    { "the full stop of a sentence parts", "نظام Vitamin. another", "Vitamin; another" },
    { "a number between words goes on", "قمة ويب (Web 2.0 Summit)", "Web 2.0 Summit" },
    { "a short number before a bracket belongs to the name", "الطور الرابع (Phase 4)", "Phase 4" },
    { "a year before a bracket does not", "كون إير (Con Air 1997)", "Con Air" },
    { "a year that the Arabic says, too, does", "النظام المرجعي ١٩٨٠ (Reference System 1980)", "Reference System 1980" },
    { "a number before other words that is said elsewhere does", "البلاي ستيشن 4 (PlayStation 4، أو غيرها)", "PlayStation 4" },
    { "a number before other words does not", "يستعمل Kernel 3 في ذلك", "Kernel" },
    { "a title goes on to its subtitle", "دم فاسد (Bad Blood: Secrets and Lies)", "Bad Blood: Secrets and Lies" },
    { "an acronym and what explains it are two", "لا تكرر نفسك (DRY: Do not Repeat Yourself)", "DRY; Do not Repeat Yourself" },
    { "the label of a language is not of the term", "السحابة (Fr. nuage)", "nuage" },
    { "the same in full", "السحابة (English: cloud)", "English; cloud" },
    { "initials behind their words are a unit of their own", "الشبكة (Virtual Private Network VPN)", "Virtual Private Network; VPN" },
    { "initials in the plural are, too", "المضخات (electrical submersible pumps ESPs)", "electrical submersible pumps; ESPs" },
    { "so are those with a letter from inside a word", "العلاج الضوئي (Photodynamic therapy PDT)", "Photodynamic therapy; PDT" },
    { "other capitals behind words are of the term", "واجهة الصلاحيات (Permissions API)", "Permissions API" },
    { "ordinals of kings are of the name", "هنري الرابع (Henri IV)", "Henri IV" },
    { "a plural genitive goes on", "مؤتمر الأساقفة (Bishops' Council)", "Bishops' Council" },
    { "so does a nickname in quotes", "هاري كروسبي (Harry \"Bing\" Crosby)", "Harry \"Bing\" Crosby" },
    { "a comma does where the Arabic has one", "فيلم «العدالة، الحرية» (Justice, Liberty)", "Justice, Liberty" },
    { "a comma parts in running text", "العدالة Justice, Liberty والحرية", "Justice; Liberty" },
    { "the short label of a language is not of the term", "السحابة (Fr. nuage)", "nuage" },
    { "an ampersand before nothing ends the unit", "الشركة (Smith &amp;)", "Smith; amp" },
};

static void list_units(mq_buf *out, mq_miner *m, mq_str text)
{
    static mq_segment s;
    mq_unit u;
    size_t at = 0;

    while (mq_segment_next(&s, text, &at, &m->d))
        for (size_t from = 0; mq_unit_next(&u, &s, from); from = u.last + 1)
            mq_buf_addf(out, "%s%.*s", out->n ? "; " : "", (int)(s.tok[u.last].end - s.tok[u.first].start), s.text.p + s.tok[u.first].start);
}

static void a_unit_is_one_term(void **state)
{
    mq_miner *m;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mq_buf out = MQ_BUF_INIT;

        list_units(&out, m, mq_str_of(cases[i].text));
        mq_buf_addc(&out, '\0');
        if (strcmp(out.p, cases[i].units) != 0)
            fail_msg("%s: %s", cases[i].name, out.p);
        mq_buf_release(&out);
    }
    mq_miner_free(m);
}

int main(void)
{
    static const struct CMUnitTest tests[] = { cmocka_unit_test(a_unit_is_one_term) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
