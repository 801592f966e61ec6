/* test_miner.c - sentences and what is found in them: one row a pattern or a trap; and laws of offsets. */
#include <string.h>

#include <muqabil/mine.h>
#include <muqabil/text.h>

#include "base/utf8.h"
#include "unit.h"

/* want: "term = Latin (kind, lang, pattern)" parted by "; ", in the order of the text. */
static const struct mine_case {
    const char *name, *text, *want;
} sentences[] = {
    { "brackets: a translation", "وستحدث الوزارة مركز العمليات الأمنية (Security Operation Centre) هذه السنة.",
      "مركز العمليات الأمنية = Security Operation Centre (translation, en, paren)" },
    { "brackets: an acronym with its body", "أعلنت الوكالة الوطنية لتقنين المواصلات (ANRT) عن نتائجها.",
      "الوكالة الوطنية لتقنين المواصلات = ANRT (acronym, fr, paren)" },
    { "lil becomes al in the headword", "وينتمي للصندوق الوطني للضمان الاجتماعي (CNSS) آلاف الأجراء.",
      "الصندوق الوطني للضمان الاجتماعي = CNSS (acronym, fr, paren)" },
    { "quotes touch the span", "وتحدث عن «السحابة السيادية» (cloud souverain) في كلمته.", "السحابة السيادية = cloud souverain (translation, fr, paren)" },
    { "a cue in brackets gives the language", "الأمن السيبراني (بالفرنسية: cybersécurité) أولوية وطنية.", "الأمن السيبراني = cybersécurité (translation, fr, cue)" },
    { "each name has the language that is named before it", "زيورخ (بالألمانية: Zürich، بالفرنسية: Zurich) هي إحدى أهم مدن سويسرا.",
      "زيورخ = Zürich (transliteration, other, cue); زيورخ = Zurich (transliteration, fr, cue)" },
    { "a land of English with a language of its own", "تقع مدينة كارديف (بالويلزية: Caerdydd) في الجنوب.", "كارديف = Caerdydd (transliteration, other, cue)" },
    { "three ways: name and acronym share their Arabic", "عبر الشبكة الافتراضية الخاصة (Virtual Private Network - VPN) للشركة.",
      "الشبكة الافتراضية الخاصة = Virtual Private Network (translation, en, paren); الشبكة الافتراضية الخاصة = VPN (acronym, en, paren)" },
    { "a transliterated name", "وقال كريستوف دوبوا (Christophe Dubois) إن المشروع ناجح.", "كريستوف دوبوا = Christophe Dubois (transliteration, und, paren)" },
    { "a class word before a name stays out", "وقعت شركة سيسكو (Cisco) اتفاقية جديدة.", "سيسكو = Cisco (transliteration, und, paren)" },
    { "a number word and its digit", "تغطية شبكة الجيل الخامس (5G) في المدن الكبرى.", "الجيل الخامس = 5G" },
    { "an acronym by what its letters stand for", "تدير الهيئة التأمين الصحي الإلزامي (AMO) للموظفين في المغرب.",
      "التأمين الصحي الإلزامي = AMO (acronym, fr, paren)" },
    { "spoken letters behind the acronym are a second equivalent", "يحسب مؤشر كتلة الجسم BMI (بي إم آي) بقسمة الوزن على مربع الطول.",
      "مؤشر كتلة الجسم = BMI (acronym, en, adjacent); بي إم آي = BMI (transliteration, en, paren)" },
    { "the full name may stand right before the short one as it is said", "المغرب شريك لحلف شمال الأطلسي الناتو (NATO) منذ سنوات.",
      "الناتو = NATO (transliteration, en, paren); حلف شمال الأطلسي = NATO (acronym, en, adjacent)" },
    { "number words say a Roman numeral", "تناول الكتاب القرن الحادي والعشرين (XXIe siècle) وما بعده.",
      "القرن الحادي والعشرين = XXIe siècle (translation, fr, paren)" },
    { "a term of two nouns goes with an and", "صدر كتاب المبادئ والعهود (Doctrine and Covenants) قديما.",
      "المبادئ والعهود = Doctrine and Covenants (translation, en, paren)" },
    { "a quote that opens inside the term closes in it", "درس في أكاديمية «كوشنج» (Cushing Academy) سنتين.",
      "أكاديمية «كوشنج» = Cushing Academy (translation, en, paren)" },
    { "the article of a sentence is none of the term", "وقد صدرت وثيقة الحقوق (the Bill of Rights) بعد الثورة.", "وثيقة الحقوق = Bill of Rights (translation, en, paren)" },
    { "a dash stands in the name on both sides", "أطلقت لعبة ماين كرافت - بوكيت إيديشن (Minecraft - Pocket Edition) قديما.",
      "ماين كرافت - بوكيت إيديشن = Minecraft - Pocket Edition (transliteration, en, paren)" },
    { "an initial has its full stop on both sides", "كتب جيروم ك. جيروم (Jerome K. Jerome) الرواية.", "جيروم ك. جيروم = Jerome K. Jerome (transliteration, und, paren)" },
    { "a word with the letters of a preposition and another seat", "وكتب عن أثر الفراشة (Butterfly effect) مقالا.", "أثر الفراشة = Butterfly effect (translation, en, paren)" },
    { "a name with the letters of a particle and another seat", "يسكن في مدينة آن آربر (Ann Arbor) منذ سنوات.", "آن آربر = Ann Arbor (transliteration, und, paren)" },
    { "dates in brackets are stepped over", "كان جون وين (26 مايو 1907 - 11 يونيو 1979) (John Wayne) ممثلا.", "جون وين = John Wayne (transliteration, und, paren)" },
    { "so is a letter in brackets that is a footnote", "تأثر بفكر الطاوية [ر] (Taoism) كثيرا.", "الطاوية = Taoism (transliteration, en, paren)" },
    { "a term begins with a preposition where the Latin does", "نشر الجنرال كتاب عن الحرب (On War) في القرن التاسع عشر.", "عن الحرب = On War (translation, en, paren)" },
    { "a term ends with a Latin word that the Latin has", "يتيح البرنامج تثبيت Windows (Windows installation) بسهولة.",
      "تثبيت Windows = Windows installation (translation, en, paren)" },
    { "an article by its sound", "نشرت صحيفة ذا غارديان (The Guardian) الخبر.", "ذا غارديان = The Guardian (transliteration, en, paren)" },
    { "an acronym inside a name, spelled out", "أذاعت قناة إن بي سي نيوز (NBC News) الخبر.", "إن بي سي نيوز = NBC News (transliteration, en, paren)" },
    { "full stops between spelled letters", "أذاعت محطة سي.إن.إن (CNN) الخبر.", "سي.إن.إن = CNN (transliteration, en, paren)" },
    { "a number ends both", "انطلقت مهمة أبولو 11 Apollo 11 إلى القمر.", "أبولو 11 = Apollo 11 (transliteration, und, adjacent)" },
    { "letters that are borrowed for foreign sounds", "تعاقد نادي گلاسغو (Glasgow) مع لاعب.", "گلاسغو = Glasgow (transliteration, und, paren)" },
    { "ph is one sound", "قالت دافني (Daphne) إنها ستعود.", "دافني = Daphne (transliteration, und, paren)" },
    { "a clitic before a name that no list has", "يجوز لتيسام المغرب (TESAM Maroc) أن تقيم شبكة.", "تيسام المغرب = TESAM Maroc (translation, fr, paren)" },
    { "a clitic before a damaged article", "تعمل وفق الموجات باالتصال االنتقائي الرقمي (appel sélectif numérique) دائما.",
      "االتصال االنتقائي الرقمي = appel sélectif numérique (translation, fr, paren)" },
    { "a clitic of a word with tashkeel", "بإمكانك تمرير أي تعبير كخاصيّة (prop) إلى العنصر.", "خاصية = prop (translation, en, paren)" },
    { "spelled letters with an article", "وقالت وكالة السي آي إيه (CIA) إنها تتابع الأمر.", "السي آي إيه = CIA (transliteration, en, paren)" },
    { "the adjective of a land behind a name is left out", "نشرت دار روتليدج البريطانية (Routledge) الكتاب.", "روتليدج = Routledge (transliteration, und, paren)" },
    { "a word in passing behind the term is left out", "وتحدث ظروف السباق الأخرى (race conditions) عند الكتابة.", "ظروف السباق = race conditions (translation, en, paren)" },
    { "Arabic that is plainly the name of another Latin word is not that of this one", "زار المدن London لندن (Paris) باريس في الصيف.", "" },
    { "an opus number is no name", "وأوبرا «فيديليو» (Op. 72) عمل وحيد.", "" },
    { "an identifier behind a class word is no pair", "طور المكون BlogComponent في هذا الملف.", "" },
    { "a label before the colon is no term", "الضبع المخطط (الاسم العلمي: Hyaena hyaena) نوع من الثدييات.", "الضبع المخطط = Hyaena hyaena (translation, other, cue)" },
    { "any language behind باللغة is of the cue", "يقع المتحف في شارع كالفرستراخت ( باللغة الهولندية Kalverstraat ) قرب المحطة.",
      "كالفرستراخت = Kalverstraat (transliteration, other, cue)" },
    { "so is one behind و and ب", "يقع الجسر قرب نافغاردن (بالإنجليزية: Nafgarden، وبالكورسية: Navgardu) في الشمال.",
      "نافغاردن = Nafgarden (transliteration, en, cue); نافغاردن = Navgardu (transliteration, other, cue)" },
    { "a word that says half of a Latin one takes the other half with it", "يحتوي الجهاز على معالج دقيق (microprocessor) سريع.",
      "معالج دقيق = microprocessor (translation, en, paren)" },
    { "labels of languages behind a semicolon", "دراڤيل (الإنجليزية: Dravel؛ الدانماركية المنخفضة: Dravelle) بلدة قديمة.",
      "دراڤيل = Dravel (transliteration, en, cue); دراڤيل = Dravelle (transliteration, other, cue)" },
    { "in a language", "يزور الناس بلدة دراغوشن وفي الألمانية (Dragoschen) كل سنة.", "دراغوشن = Dragoschen (transliteration, other, cue)" },
    { "a bare article between a cue and its name", "صوت الجيتار الكهربائي المعروف بالـ Electric Guitar جميل.", "الجيتار الكهربائي = Electric Guitar (translation, en, cue)" },
    { "the name of a letter that is another word elsewhere", "تعمل شركة إن بي أو (NBO) في هذا المجال.", "إن بي أو = NBO (transliteration, en, paren)" },
    { "a French article as Arabic writes it", "زار الكاتب لو بيغان (Le Bigan) المدينة.", "لو بيغان = Le Bigan (transliteration, und, paren)" },
    { "words between the cue and its name", "ولجأت المقاولة إلى التسوية القضائية (المعروفة في القانون الفرنسي باسم redressement judiciaire) بعد ذلك.",
      "التسوية القضائية = redressement judiciaire (translation, fr, cue)" },
    { "both sides of an eponym say it", "ينتشر مرض الزهايمر (خرف الشيخوخة) Alzheimer بين المسنين.",
      "خرف الشيخوخة = Alzheimer (translation, en, paren); الزهايمر = Alzheimer (transliteration, en, paren)" },
    { "a generation by its number and another acronym", "تطلق الشركة الجيل الرابع (4G LTE) في المدن.", "الجيل الرابع = 4G LTE (acronym, en, paren)" },
    { "a name is told from a word with a pronoun", "تتيح المنصة واجهتها البرمجية (API) للمطورين.", "واجهتها البرمجية = API (acronym, en, paren)" },
    { "a year that the Latin lacks is none of the name", "صدر قانون الأجهزة الطبية لعام 1976 (Medical Device Act) قديما.",
      "قانون الأجهزة الطبية = Medical Device Act (translation, en, paren)" },
    { "nor is one without its word", "صدر قانون الأجهزة الطبية 1976 (Medical Device Act) قديما.", "قانون الأجهزة الطبية = Medical Device Act (translation, en, paren)" },
    { "a comma on both sides is of the name", "عرض فيلم «العدالة، الحرية» (Justice, Liberty) أمس.", "العدالة، الحرية = Justice, Liberty (translation, en, paren)" },
    { "a clitic that the Latin sounds is a letter", "تولى ونزل الثاني (Wenzel II) العرش.", "ونزل الثاني = Wenzel II (translation, und, paren)" },
    { "a cue behind and", "وهو ما تسميه الوثيقة الهوية الرقمية، وتسمى بالفرنسية identité numérique.", "الهوية الرقمية = identité numérique (translation, fr, cue)" },
    { "a cue of two words behind and", "ويعرف هذا الصنف باسم التصيد الاحتيالي ويطلق عليه بالإنجليزية phishing.", "التصيد الاحتيالي = phishing (translation, en, cue)" },
    { "what stands opposite", "يدعى هذا المبدأ حسن النية، ويقابله بالفرنسية bonne foi، في العقود.", "حسن النية = bonne foi (translation, fr, cue)" },
    { "a bare article behind or", "هذه الظاهرة هي الاحترار العالمي أو الـ global warming كما يقال.", "الاحترار العالمي = global warming (translation, en, cue)" },
    { "a lone tatweel is a dash", "بحث في علم الاجتماع ـ sociologie ـ الحديث.", "علم الاجتماع = sociologie (translation, fr, dash)" },
    { "the sign of a footnote is stepped over", "استعملت الحوسبة السحابية¹ (cloud computing) كثيرا.", "الحوسبة السحابية = cloud computing (translation, en, paren)" },
    { "the label of a language with its full stop", "استعملت السحابة (Fr. nuage) كثيرا.", "السحابة = nuage (translation, fr, paren)" },
    { "a dateline is no pair", "الرباط (MAP) — أعلن المكتب اليوم عن برنامج جديد.", "" },
    { "a list of brands is no pair", "ومن بين الشركات المشاركة Oracle وMicrosoft وIBM وCisco وغيرها.", "" },
    { "a measure is no pair", "تبلغ قدرة المحطة 120 MW ويبلغ طول الخط 30 km تقريبا.", "" },
    { "an address is no pair", "لمزيد من المعلومات زوروا الموقع www.example.ma أو راسلوا contact@example.ma مباشرة.", "" },
    { "nor is the scheme of one", "موقع حزب البيئة المغربي http://green-example.ma/ مفتوح.", "" },
    { "a reference is no pair", "هذا ما أثبتته الدراسة (انظر Smith 2004) قبل سنوات.", "" },
    { "a letter that sounds like a clitic is of the name", "كتب الشاعر ويلي هوز (Willie Hughes) عن ذلك.",
      "ويلي هوز = Willie Hughes (transliteration, und, paren)" },
    { "a clitic before a name is not", "زار باريس وبرلين (Berlin) وعطيل (Othello).",
      "برلين = Berlin (transliteration, und, paren); عطيل = Othello (transliteration, und, paren)" },
    { "a clitic before a name that no list has is not", "تضم الشركة لابيكور (Labicor) وكارتينيا (Cartinia).",
      "لابيكور = Labicor (transliteration, und, paren); كارتينيا = Cartinia (transliteration, und, paren)" },
    { "a letter of the Latin article is of the name", "درس في معهد لافينور (La Vinore) قديما.", "لافينور = La Vinore (transliteration, und, paren)" },
    { "what a word is beside its neighbours tells what is glued to it", "صار كاسر الأمواج (breakwater) قديما.", "كاسر الأمواج = breakwater (translation, en, paren)" },
    { "an acronym of a plural has the letters of one", "يختار الزبون مزودي خدمة البطاقات Card Service Providers (CSPs) بنفسه.",
      "مزودي خدمة البطاقات = Card Service Providers (translation, en, adjacent); مزودي خدمة البطاقات = CSPs (acronym, en, paren)" },
    { "a letter from inside a word may stand in the acronym", "تطلب الخدمة من مزود السر (Secret Provider, SeP) مفتاحا.",
      "مزود السر = Secret Provider (translation, en, paren); مزود السر = SeP (acronym, en, paren)" },
    { "a sum of rows is no acronym", "الدين العمومي الخارجي (IV+II) كما يلي.", "" },
    { "what stands behind two colons is mark-up", ":::warning تحذير", "" },
    { "Latin alone is no pair", "This line holds no Arabic at all.", "" },
    { "Arabic alone is no pair", "لا يوجد في هذا السطر أي حرف لاتيني.", "" },
    { "nothing holds nothing", "", "" },
    { "a name and its Arabic a paragraph later", "عقد ممثلو Skorzeny اجتماعا أمس.\nوأعلن سكورزيني عن برنامج جديد.",
      "سكورزيني = Skorzeny (transliteration, und, distant)" },
    { "or earlier", "وأعلن سكورزيني عن برنامج جديد.\nعقد ممثلو Skorzeny اجتماعا أمس.", "سكورزيني = Skorzeny (transliteration, und, distant)" },
    { "letters glued to the name stay out of the headword", "عقد ممثلو Skorzeny اجتماعا أمس.\nوهذه شركة لسكورزيني في الرباط.",
      "سكورزيني = Skorzeny (transliteration, und, distant)" },
    { "the article stays in", "عقد ممثلو Skorzeny اجتماعا أمس.\nوأضيف بالسكورزيني الجديد.", "السكورزيني = Skorzeny (transliteration, und, distant)" },
    { "several names come in the order of the Latin", "عقد ممثلو Skorzeny اجتماعا أمس في Carvedilol.\nكارفيديلول وسكورزيني وأشياء أخرى.",
      "سكورزيني = Skorzeny (transliteration, und, distant); كارفيديلول = Carvedilol (transliteration, und, distant)" },
    { "in one sentence a name and its sound need not be the same", "عقد ممثلو Skorzeny اجتماعا أمس مع السيد سكورزيني في الرباط.", "" },
    { "two names that sound alike claim no word", "عقد ممثلو Skorzeny وكذلك Scorzeny اجتماعا أمس.\nوأعلن سكورزيني عن برنامج جديد.", "" },
    { "what is found beside it is not looked for elsewhere", "عقد سكورزيني (Skorzeny) اجتماعا أمس.\nوأعلن سكورزيني ذلك في بلاغ.\nوذهب ممثلو Skorzeny بعد ذلك.",
      "سكورزيني = Skorzeny (transliteration, und, paren)" },
    { "a word of Arabic is no foreign name", "عقد ممثلو Madina اجتماعا أمس.\nوأعلنت المدينة عن برنامج جديد.", "" },
    { "a name in capitals may be anything", "عقد ممثلو SKORZENY اجتماعا أمس.\nوأعلن سكورزيني عن برنامج جديد.", "" },
};

static mq_status collect(void *user, const mq_occurrence *o)
{
    mq_buf *got = user;

    mq_buf_addf(got, "%s%.*s = %.*s (%s, %s, %s)", got->n ? "; " : "", (int)o->term.n, o->term.p, (int)o->la.n, o->la.p, mq_kind_name(o->kind),
                mq_lang_name(o->lang), mq_pattern_name(o->pattern));
    return MQ_OK;
}

static void mine(void **row)
{
    const struct mine_case *c = *row;
    mq_buf got = MQ_BUF_INIT;
    mq_miner *m;
    mq_str found;

    assert_int_equal(mq_miner_new(&m, MQ_MIN_SCORE, NULL), MQ_OK);
    assert_int_equal(mq_mine(m, MQ_STR("doc"), mq_str_of(c->text), 0, collect, &got, NULL), MQ_OK);
    found = mq_buf_str(&got);
    if (!strchr(c->want, '(') && found.n > strlen(c->want))
        found.n = strlen(c->want); /* kind and language of a digit are open to debate */
    assert_str(found, mq_str_of(c->want));
    mq_buf_release(&got);
    mq_miner_free(m);
}

/* ---- laws ---- */

struct places {
    mq_str text;
    size_t start, found;
    size_t last;
};

static mq_str cut(const struct places *p, size_t from, size_t to)
{
    const char *s = p->text.p, *end = p->text.p + p->text.n, *begin = s;
    uint32_t cp;
    size_t n = p->start;

    for (; n < from && s < end; n++)
        s += mq_utf8_decode(s, end, &cp);
    for (begin = s; n < to && s < end; n++)
        s += mq_utf8_decode(s, end, &cp);
    return (mq_str){ begin, (size_t)(s - begin) };
}

/* Whether `in` is (all) or holds `part` when each stretch of white space is one space. */
static bool same_line(mq_str in, mq_str part, bool all)
{
    mq_buf a = MQ_BUF_INIT, b = MQ_BUF_INIT;
    bool same;

    assert_int_equal(mq_fold(&a, in, MQ_FOLD_SPACE, NULL), MQ_OK);
    assert_int_equal(mq_fold(&b, part, MQ_FOLD_SPACE, NULL), MQ_OK);
    same = all ? mq_str_equal(mq_buf_str(&a), mq_buf_str(&b)) : b.n == 0 || memmem(a.p, a.n, b.p, b.n) != NULL;
    mq_buf_release(&a);
    mq_buf_release(&b);
    return same;
}

static mq_status check_places(void *user, const mq_occurrence *o)
{
    struct places *p = user;

    p->found++;
    assert_true(same_line(cut(p, o->ar_start, o->ar_end), o->ar, true));
    assert_true(same_line(cut(p, o->la_start, o->la_end), o->la, true));
    assert_true(o->score >= 0 && o->score <= 1);
    assert_true(same_line(p->text, o->context, false));
    assert_str(o->doc, MQ_STR("doc"));
    return MQ_OK;
}

/* Real sentences, cut and joined at random, at every score. */
static void offsets_point_at_the_strings(void **state)
{
    uint64_t seed = 9;
    mq_buf text = MQ_BUF_INIT;
    mq_miner *m;
    size_t found = 0;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    for (int i = 0; i < 400; i++) {
        struct places p = { .start = unit_below(&seed, 1000) };

        mq_buf_clear(&text);
        for (size_t n = 1 + unit_below(&seed, 5); n > 0; n--) {
            const char *s = sentences[unit_below(&seed, UNIT_COUNT(sentences))].text;
            const size_t whole = strlen(s), from = whole ? unit_below(&seed, whole) : 0;
            const mq_str piece = { s + from, whole - from };

            (void)mq_utf8_repair(&text, piece, NULL);
            mq_buf_addz(&text, unit_below(&seed, 3) ? " " : "\n");
        }
        p.text = mq_buf_str(&text);
        assert_int_equal(mq_mine(m, MQ_STR("doc"), p.text, p.start, check_places, &p, NULL), MQ_OK);
        found += p.found;
    }
    assert_true(found > 500);
    mq_miner_free(m);
    mq_buf_release(&text);
}

static void a_miner_remembers_nothing(void **state)
{
    mq_buf once = MQ_BUF_INIT, again = MQ_BUF_INIT;
    mq_miner *m;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(sentences); i++)
        assert_int_equal(mq_mine(m, MQ_STR("d"), mq_str_of(sentences[i].text), 0, collect, &once, NULL), MQ_OK);
    for (size_t i = UNIT_COUNT(sentences); i-- > 0;) {
        mq_buf_clear(&again);
        assert_int_equal(mq_mine(m, MQ_STR("d"), mq_str_of(sentences[i].text), 0, collect, &again, NULL), MQ_OK);
    }
    mq_buf_clear(&again);
    for (size_t i = 0; i < UNIT_COUNT(sentences); i++)
        assert_int_equal(mq_mine(m, MQ_STR("d"), mq_str_of(sentences[i].text), 0, collect, &again, NULL), MQ_OK);
    assert_str(mq_buf_str(&again), mq_buf_str(&once));
    mq_miner_free(m);
    mq_buf_release(&once);
    mq_buf_release(&again);
}

static mq_status stop(void *user, const mq_occurrence *o)
{
    (void)o;
    ++*(int *)user;
    return MQ_ESTOPPED;
}

static void a_handler_stops_the_mining(void **state)
{
    mq_miner *m;
    int calls = 0;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    assert_int_equal(mq_mine(m, MQ_STR("d"), mq_str_of(sentences[5].text), 0, stop, &calls, NULL), MQ_ESTOPPED);
    assert_int_equal(calls, 1);
    mq_miner_free(m);
}

/* ---- names far from their Arabic ---- */

struct order { size_t last, distant, all; };

static mq_status in_order(void *user, const mq_occurrence *o)
{
    struct order *x = user;

    assert_true(o->la_start >= x->last);
    x->last = o->la_start;
    x->distant += o->pattern == MQ_PATTERN_DISTANT;
    x->all++;
    return MQ_OK;
}

/* Hundreds of names, more than wait at a time, each with its Arabic a line later and pairs in brackets between them; then the same without a line break. */
static void distant_pairs_come_in_order(void **state)
{
    static const char line[] = "عقد ممثلو Skorzen%c%c اجتماعا أمس.\nوأعلن المدير عن السحابة السيادية (cloud souverain) هنا.\nوقال سكورزيني إن الأمر كذلك.\n";
    mq_buf text = MQ_BUF_INIT;
    struct order x = { .last = 0 };
    mq_miner *m;

    (void)state;
    for (int i = 0; i < 300; i++)
        mq_buf_addf(&text, line, 'a' + i % 26, 'a' + i / 26);
    for (int i = 0; i < 5000; i++)
        mq_buf_addz(&text, " Skorzeny \u0633\u0643\u0648\u0631\u0632\u064A\u0646\u064A");
    assert_int_equal(text.status, MQ_OK);
    assert_int_equal(mq_miner_new(&m, MQ_MIN_SCORE, NULL), MQ_OK);
    assert_int_equal(mq_mine(m, MQ_STR("doc"), mq_buf_str(&text), 0, in_order, &x, NULL), MQ_OK);
    assert_true(x.all >= 300);
    mq_miner_free(m);
    mq_buf_release(&text);
}

int main(void)
{
    UNIT_ROWS(sentences, mine);
    UNIT_LAW("offsets point at the strings, and contexts into the text", offsets_point_at_the_strings);
    UNIT_LAW("the same text gives the same pairs, whatever was mined before", a_miner_remembers_nothing);
    UNIT_LAW("what a handler returns ends the mining and is returned", a_handler_stops_the_mining);
    UNIT_LAW("names looked for elsewhere come in the order of the text, however many there are", distant_pairs_come_in_order);
    return unit_run();
}
