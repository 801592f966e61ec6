/* test_lexicon.c - renderings, stems, sounds, acronyms, roles; and that the files of dict/ are sound. */
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/input.h"
#include "base/tsv.h"
#include "lexicon/acronym.h"
#include "lexicon/foreign.h"
#include "lexicon/function.h"
#include "lexicon/keys.h"
#include "lexicon/lexicon.h"
#include "lexicon/cues.h"
#include "lexicon/phrases.h"
#include "lexicon/sense.h"
#include "lexicon/translit.h"
#include "unit.h"

static mq_str image(const mq_dict *d)
{
    mq_str s;

    assert_int_equal(mq_dict_image(&s, d, NULL), MQ_OK);
    return s;
}

static mq_str folded(mq_buf *b, const char *s)
{
    mq_buf_clear(b);
    assert_int_equal(mq_fold(b, mq_str_of(s), MQ_FOLD_SEARCH, NULL), MQ_OK);
    return mq_buf_str(b);
}

static const struct sense_case {
    const char *name, *ar, *la;
    mq_lang lang;
    mq_sense want;
} senses[] = {
    { "the first rendering is the usual one", "قانون", "loi", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "vowels and the article do not count", "القَانُون", "loi", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "what offices say comes before what others say", "أداء", "paiement", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "and is all that counts", "أداء", "performance", MQ_LANG_FR, MQ_SENSE_OTHER },
    { "of some terms of several words as well", "حساب خاص", "compte privé", MQ_LANG_FR, MQ_SENSE_OTHER },
    { "any rendering there is the usual one", "نفقة", "charge", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "the second may be meant", "مادة", "article", MQ_LANG_FR, MQ_SENSE_SECOND },
    { "those behind it are out of the way", "فصل", "licenciement", MQ_LANG_FR, MQ_SENSE_OTHER },
    { "as is what no row has", "عام", "universal", MQ_LANG_EN, MQ_SENSE_OTHER },
    { "all content words count", "مقرر", "decision maker", MQ_LANG_EN, MQ_SENSE_OTHER },
    { "but not a note", "عقد", "contrat (de vente)", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "one of several alternatives is enough", "عقد", "noeud; contrat", MQ_LANG_FR, MQ_SENSE_FIRST },
    { "of several words nothing is known", "عقد العمل", "contrat", MQ_LANG_FR, MQ_SENSE_UNKNOWN },
    { "nor of a language the lexicon does not have", "عقد", "contrato", MQ_LANG_OTHER, MQ_SENSE_UNKNOWN },
    { "nothing says nothing", "", "contrat", MQ_LANG_FR, MQ_SENSE_UNKNOWN },
};

static void sense(void **state)
{
    const struct sense_case *c = *state;
    mq_senses dict;
    mq_sense got;

    assert_int_equal(mq_senses_load(&dict, NULL), MQ_OK);
    assert_int_equal(mq_sense_of(&got, &dict, mq_str_of(c->ar), mq_str_of(c->la), c->lang), MQ_OK);
    assert_int_equal(got, c->want);
}

static const struct sharing_case {
    const char *name, *renderings, *la;
    bool want;
} sharing[] = {
    { "a term says what it says", "disposition|provision", "Dispositions", true },
    { "and no other", "disposition|provision", "jugement", false },
    { "all words of one rendering are wanted", "pension alimentaire", "pension", false },
    { "in any order, among others", "pension alimentaire", "versement d'une pension alimentaire", true },
    { "nothing is said of nothing", "", "jugement", false },
    { "nor by nothing", "disposition", "", false },
};

static void share(void **state)
{
    const struct sharing_case *c = *state;
    bool got;

    assert_int_equal(mq_senses_share(&got, mq_str_of(c->renderings), mq_str_of(c->la)), MQ_OK);
    assert_int_equal(got, c->want);
}

static void set_phrases_have_their_nouns(void **state)
{
    mq_str rest = image(&mq_dict_phrases);
    mq_phrase phrase;
    size_t n = 0, rendered = 0, placed = 0;

    (void)state;
    for (; mq_phrase_next(&phrase, &rest); n++) {
        assert_true(phrase.text.n > 0 && phrase.noun.n > 0 && phrase.words > 0);
        placed += phrase.first > 0 && phrase.words == 1;
        rendered += phrase.renderings.n > 0;
    }
    assert_true(rendered > 0 && placed > 0);
    assert_true(n > 0);
    assert_int_equal(rest.n, 0);
}

static void cues_stand_beside_their_words(void **state)
{
    mq_str rest = image(&mq_dict_cues), pattern;
    mq_cue_place place;
    mq_cues row;
    size_t n = 0;

    (void)state;
    for (; mq_cues_next(&row, &rest); n++) {
        assert_true(row.nouns.n > 0 && row.renderings.n > 0 && row.patterns.n > 0);
        while (mq_split(&pattern, &row.patterns, '|')) {
            mq_buf phrase = MQ_BUF_INIT;

            place = mq_cue_phrase(&phrase, pattern, MQ_STR("x y"));
            assert_in_range(place.first, 0, MQ_CUE_WORDS - 1);
            assert_int_equal(place.words, 2);
            assert_in_range(phrase.n, pattern.n - 1 - place.attributive, pattern.n + 2);
            assert_null(memchr(phrase.p, '~', phrase.n));
            assert_null(memchr(phrase.p, '_', phrase.n));
            mq_buf_release(&phrase);
        }
    }
    assert_true(n > 0);
    assert_int_equal(rest.n, 0);
}

static const struct cues_case {
    const char *name, *text;
    bool want;
} cues_files[] = {
    { "a cue is a word, what it says and what it stands beside", "عرض\tlargeur|width\tطول ~|~ طريق\n", true },
    { "be it but a preposition", "عرض\tlargeur|width\tب~\n", true },
    { "or a form of the word", "عرض\tlargeur|width\tعروض\n", true },
    { "or such a form beside something", "عرض\tlargeur|width\tطول ~عروض\n", true },
    { "or the bare word", "عرض\tlargeur|width\t_ في\n", true },
    { "or the word as an adjective", "ملحق\tannexé|annexed\t+~|+~ملحقة\n", true },
    { "but of one word only", "أمر بالصرف\tordonné|ordered\t+~\n", false },
    { "and with nothing beside it", "ملحق\tannexé|annexed\t+~ ب\n", false },
    { "one without what it says is refused", "عرض\t\t~ طريق\n", false },
    { "and one without anything beside it", "عرض\tlargeur\t~\n", false },
    { "or with two places for the word", "عرض\tlargeur\t~ و ~\n", false },
    { "or none among several words", "عرض\tlargeur\tطول طريق\n", false },
    { "or with both sorts of place", "عرض\tlargeur\t~ _\n", false },
    { "or a bare word with something glued to it", "عرض\tlargeur\tب_ طريق\n", false },
    { "or one inside a word", "عرض\tlargeur\tا~ب طريق\n", false },
    { "or more than three words beside it", "عرض\tlargeur\t~ ا ب ت ث\n", false },
    { "or Latin letters", "عرض\tlargeur\t~ route\n", false },
    { "or signs that no word has", "عرض\tlargeur\t~ # %\n", false },
    { "or a column too many", "عرض\tlargeur\t~ طريق\tx\n", false },
};

static void cues_file(void **state)
{
    const struct cues_case *c = *state;
    mq_buf out = MQ_BUF_INIT;
    mq_error err = { .code = MQ_OK };
    const mq_status rc = mq_dict_cues.compile(&out, mq_str_of(c->text), "cues.tsv", &err);

    assert_int_equal(rc, c->want ? MQ_OK : MQ_EFORMAT);
    assert_int_equal(err.code, rc);
    mq_buf_release(&out);
}

static const struct rendering_case {
    const char *name, *ar, *latin;
    bool light, want;
} renderings[] = {
    { "a headword says its French", "وكالة", "agence", false, true },
    { "and its English", "وكالة", "agency", false, true },
    { "and no other word", "وكالة", "maison", false, false },
    { "a broken plural is entered, too", "برامج", "programme", false, true },
    { "a sound plural meets it by its light stem", "وكالات", "agence", true, true },
    { "a relational adjective meets its noun by its light stem", "وطنية", "national", true, true },
    { "a country comes from the locale data", "البرتغال", "portugal", true, true },
    { "the Latin plural is the singular", "مدينة", "villes", false, true },
    { "an adjective in the feminine meets it although its stem is a word, too", "أصلية", "native", true, true },
    { "an ordinal says its digit", "رابع", "4", false, true },
};

static void rendering(void **row)
{
    const struct rendering_case *c = *row;
    mq_buf ar = MQ_BUF_INIT, la = MQ_BUF_INIT;
    mq_str stem = folded(&ar, c->ar);
    const mq_latin_key k = mq_latin_key_of(folded(&la, c->latin));
    const mq_renderings *r;
    bool found = false;

    if (stem.n > 4 && memcmp(stem.p, "\u0627\u0644", 4) == 0)
        stem = (mq_str){ stem.p + 4, stem.n - 4 };
    r = mq_lexicon_find(image(&mq_dict_lexicon), stem, c->light);
    for (size_t i = 0; i < r->n; i++)
        found |= r->r[i].exact == k.exact;
    assert_int_equal(found, c->want);
    mq_buf_release(&ar);
    mq_buf_release(&la);
}

static const struct cognate_case {
    const char *name, *a, *b;
    bool exact, wide, near;
} cognates[] = {
    { "the plural is the singular", "lois", "loi", true, true, true },
    { "doubled letters and y: symmetric, symétrique", "symmetric", "symétrique", false, true, true },
    { "ph is f: filosofía, philosophie", "filosofía", "philosophie", false, true, true },
    { "th is t, qu is k: théologique, teologica", "théologique", "teologica", false, true, true },
    { "nature, naturaleza: four letters only", "nature", "naturaleza", false, false, true },
    { "loi and lois, of three letters, have no nearer key", "loi", "lot", false, false, true },
    { "agence is not maison", "agence", "maison", false, false, false },
};

/* Keys that both lack count as equal. */
static void cognate(void **row)
{
    const struct cognate_case *c = *row;
    mq_buf a = MQ_BUF_INIT, b = MQ_BUF_INIT;
    const mq_latin_key x = mq_latin_key_of(folded(&a, c->a)), y = mq_latin_key_of(folded(&b, c->b));

    assert_int_equal(x.exact == y.exact, c->exact);
    assert_int_equal(x.wide == y.wide, c->wide);
    assert_int_equal(x.near == y.near, c->near);
    mq_buf_release(&a);
    mq_buf_release(&b);
}

static const struct foreign_case {
    const char *name, *word, *french;
} foreigners[] = {
    { "Spanish", "isla", "île" },
    { "Italian, with its accent", "città", "ville" },
    { "German", "Kirche", "église" },
    { "meer is the lake of the Dutch", "meer", "lac" },
    { "and the sea of the Germans", "meer", "mer" },
};

static void foreigner(void **row)
{
    const struct foreign_case *c = *row;
    mq_buf b = MQ_BUF_INIT;
    const uint32_t word = mq_latin_key_of(folded(&b, c->word)).exact, french = mq_latin_key_of(folded(&b, c->french)).exact;
    uint32_t pivots[MQ_FOREIGN_PIVOTS];
    const unsigned n = mq_foreign_pivots(image(&mq_dict_foreign), word, pivots);
    bool found = false;

    for (unsigned i = 0; i < n; i++)
        found |= pivots[i] == french;
    assert_true(found);
    assert_int_equal(mq_foreign_pivots(image(&mq_dict_foreign), french, pivots), 0);
    mq_buf_release(&b);
}

static const struct sound_case {
    const char *name, *ar, *latin;
    bool same;
} sounds[] = {
    { "Charles", "شارل", "Charles", true },
    { "Microsoft", "ميكروسوفت", "Microsoft", true },
    { "Wi-Fi, written as one", "وايفاي", "Wi-Fi", true },
    { "C\u00F4te d'Ivoire", "كوتديفوار", "C\u00F4te d'Ivoire", true },
    { "New York", "نيويورك", "New York", true },
    { "Bordeaux, with its silent end", "بوردو", "Bordeaux", true },
    { "Chirac", "شيراك", "Chirac", true },
    { "a centre is no Oracle", "مركز", "Oracle", false },
    { "an agency is no agence by sound", "وكالة", "agence", false },
    { "an empty side is like nothing", "", "Oracle", false },
};

static void sound(void **row)
{
    const struct sound_case *c = *row;
    mq_buf ar = MQ_BUF_INIT, la = MQ_BUF_INIT;
    const float cost = mq_translit_cost(image(&mq_dict_translit), folded(&ar, c->ar), folded(&la, c->latin));

    assert_true(c->same ? cost < 1.2f : cost > 2.5f);
    mq_buf_release(&ar);
    mq_buf_release(&la);
}

static void letters_have_names(void **state)
{
    static const char *const cnbc[] = { "سي", "إن", "بي", "سي" };
    mq_buf b = MQ_BUF_INIT;

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_true(mq_is_letter_name(image(&mq_dict_translit), folded(&b, cnbc[i]), "cnbc"[i]));
    assert_false(mq_is_letter_name(image(&mq_dict_translit), folded(&b, "مركز"), 'm'));
    mq_buf_release(&b);
}

static void acronyms_lead_to_names(void **state)
{
    const mq_acronyms a = mq_acronym_find(image(&mq_dict_acronyms), MQ_STR("CNSS"));
    size_t names = 0, expansions = 0;

    (void)state;
    for (size_t i = 0; i < a.n; i++) {
        names += !a.a[i].expansion && a.a[i].n >= 3 && a.a[i].langs == MQ_RENDERING_FR;
        expansions += a.a[i].expansion && a.a[i].n == 4 && a.a[i].stem[0] == mq_latin_key_of(MQ_STR("caisse")).exact;
    }
    assert_true(names > 0 && expansions > 0);
    assert_int_equal(mq_acronym_find(image(&mq_dict_acronyms), MQ_STR("C.N.S.S")).n, a.n);
    assert_int_equal(mq_acronym_find(image(&mq_dict_acronyms), MQ_STR("XQZW")).n, 0);
}

static void words_have_roles(void **state)
{
    mq_buf b = MQ_BUF_INIT;
    const mq_str im = image(&mq_dict_function);

    (void)state;
    assert_true(mq_roles(im, mq_hash(folded(&b, "من"))) & MQ_ROLE_PREP);
    assert_true(mq_roles(im, mq_hash(folded(&b, "بالفرنسية"))) & MQ_ROLE_FR);
    assert_true(mq_roles(im, mq_hash(folded(&b, "هيئة"))) & MQ_ROLE_BODY);
    assert_int_equal(mq_roles(im, mq_hash(folded(&b, "زرافة"))), 0);
    mq_buf_release(&b);
}

/* ---- the lexicon as a file ---- */

static bool has_bidi_control(mq_str s)
{
    for (size_t i = 0; i + 2 < s.n; i++)
        if ((unsigned char)s.p[i] == 0xE2 && (((unsigned char)s.p[i + 1] == 0x80 && (unsigned char)s.p[i + 2] >= 0x8E && (unsigned char)s.p[i + 2] <= 0xAE) ||
                                              ((unsigned char)s.p[i + 1] == 0x81 && (unsigned char)s.p[i + 2] >= 0xA6 && (unsigned char)s.p[i + 2] <= 0xA9)))
            return true;
    return false;
}

static void the_lexicon_is_sound(void **state)
{
    const mq_str im = image(&mq_dict_lexicon);
    mq_buf text = MQ_BUF_INIT, b = MQ_BUF_INIT;
    mq_str last_ar = { "", 0 }, last_pos = { "", 0 };
    size_t n = 0;
    mq_input *in;
    mq_tsv t;

    (void)state;
    assert_int_equal(mq_input_open(&in, "dict/lexicon.tsv", NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, &text, 1 << 24, NULL), MQ_OK);
    mq_input_close(in);
    t = mq_tsv_of(mq_buf_str(&text));
    while (mq_tsv_next(&t)) {
        const mq_str ar = t.column[0];

        assert_true(t.n == 6 || t.n == 8);
        assert_false(mq_str_equal(ar, last_ar) && mq_str_equal(t.column[1], last_pos)); /* sorted, so equal rows are neighbours */
        for (size_t i = 0; i < t.n; i++)
            assert_false(has_bidi_control(t.column[i]));
        assert_true(t.column[3].n + t.column[4].n > 0);
        assert_true(t.n == 6 || t.column[6].n + t.column[7].n > 0);
        if (!memchr(ar.p, ' ', ar.n) && t.column[1].p[0] != 'p') { /* prep, part: renderings without a content word */
            mq_buf_clear(&b);
            assert_int_equal(mq_fold(&b, ar, MQ_FOLD_SEARCH, NULL), MQ_OK);
            if (mq_lexicon_find(im, mq_buf_str(&b), false)->n == 0)
                fail_msg("no stem of '%.*s'", (int)ar.n, ar.p);
        }
        last_ar = ar;
        last_pos = t.column[1];
        n++;
    }
    assert_true(n >= 8000);
    mq_buf_release(&text);
    mq_buf_release(&b);
}

int main(void)
{
    UNIT_ROWS(senses, sense);
    UNIT_ROWS(sharing, share);
    UNIT_ROWS(renderings, rendering);
    UNIT_ROWS(cognates, cognate);
    UNIT_ROWS(foreigners, foreigner);
    UNIT_ROWS(sounds, sound);
    UNIT_LAW("set phrases have their nouns", set_phrases_have_their_nouns);
    UNIT_LAW("cues stand beside their words", cues_stand_beside_their_words);
    UNIT_ROWS(cues_files, cues_file);
    UNIT_LAW("letters have names: CNBC", letters_have_names);
    UNIT_LAW("an acronym leads to its Arabic names, with or without dots", acronyms_lead_to_names);
    UNIT_LAW("function words, cues and heads of bodies have roles", words_have_roles);
    UNIT_LAW("the lexicon has 8,000 headwords and more, none twice, no bidi control, each stem reachable", the_lexicon_is_sound);
    return unit_run();
}
