/* view.c - see view.h; where the factors come from rank.c says. */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/arletter.h"
#include "text/object.h"
#include "text/particles.h"
#include "text/plural.h"
#include "text/spelled.h"
#include "text/view.h"
#include "text/words.h"

#define LISTED 5.0      /* a headword is not rarer than this */
#define WHOLE 2.5       /* a headword as it stands, */
#define WHOLE_FORM 1.5  /* a form of one, */
#define KNOWN_STEM 2.0  /* one with endings, */
#define RARER 60.0      /* a singular that is so much rarer has no plural that is as common as the form */
#define OFTENER 4.0     /* than the form: so much more often a headword is seen alone that may have ك behind it */

/* ---- words as they are spelled ---- */

static void spell(mq_written *s, uint16_t letter)
{
    s->n += mq_utf8_encode(s->text + s->n, letter);
    s->marked |= letter == ALEF_HAMZA || letter == ALEF_HAMZA_BELOW || letter == ALEF_MADDA || letter == WAW_HAMZA || letter == YEH_HAMZA ||
                 letter == TEH_MARBUTA || letter == ALEF_MAKSURA;
}

void mq_spell_letters(mq_written *s, const uint16_t *letter, unsigned n)
{
    *s = (mq_written){ "\xD8\xA7\xD9\x84", 4, false };
    for (unsigned i = 0; i < n; i++)
        spell(s, letter[i]);
}

static mq_str spelled(const mq_written *s)
{
    return (mq_str){ s->text + 4, s->n - 4 };
}

void mq_spell_rest(mq_written *s, const mq_morph *m, unsigned from)
{
    mq_spell_letters(s, m->word.letter + from, m->word.n - from);
}

/* The headword as its letters stand in the word; of a broken plural the plural. */
static void spell_lemma(mq_written *s, const mq_morph *m, const mq_view *v)
{
    const unsigned restored = v->ending ? v->ending->nrestore : 0;

    mq_spell_letters(s, m->word.letter + v->r->from, v->r->change == MQ_CHANGE_BROKEN ? (unsigned)v->r->to - v->r->from : v->letters - restored);
    for (unsigned i = 0; i < restored; i++)
        spell(s, v->ending->restore[i]);
}

/* One is a hint at the other, with the article and without it. */
static double mixed(double bare, double definite, bool article)
{
    return article ? fmax(definite, 0.2 * bare) : fmax(bare, 0.1 * definite);
}

static double definite_count(mq_str key)
{
    char with[4 + MQ_ARWORD_KEY + 6] = "\xD8\xA7\xD9\x84";

    memcpy(with + 4, key.p, key.n);
    return mq_word_count((mq_str){ with, key.n + 4 });
}

static double folded_count(mq_str key, bool article)
{
    return mixed(mq_word_count(key), definite_count(key), article);
}

static size_t fold_written(char key[MQ_ARWORD_KEY + 6], const mq_written *s)
{
    uint16_t letter[MQ_ARWORD_LETTERS + 4];
    unsigned n = 0;

    for (size_t i = 4; i < s->n; n++) {
        uint32_t cp;

        i += mq_utf8_decode(s->text + i, s->text + s->n, &cp);
        letter[n] = (uint16_t)cp;
    }
    return mq_arword_key(key, letter, n);
}

double mq_written_count(const mq_written *s, bool article)
{
    char key[MQ_ARWORD_KEY + 6] = "";
    size_t n;

    if (s->marked)
        return mixed(mq_spelled_count(spelled(s)), mq_spelled_count((mq_str){ s->text, s->n }), article);
    n = fold_written(key, s);
    return folded_count((mq_str){ key, n }, article);
}

double mq_written_definite(const mq_written *s)
{
    char key[MQ_ARWORD_KEY + 6];

    return s->marked ? mq_spelled_count((mq_str){ s->text, s->n }) : definite_count((mq_str){ key, fold_written(key, s) });
}

/* What is hardly seen with the article is mostly another word that folds alike, or has proclitics: بلغه is seldom the noun بلغة, nor is بلغة. */
static double bounded_by_article(double seen, mq_str key)
{
    return fmin(seen, 10 * definite_count(key) + LISTED);
}

/* ---- one reading ---- */

bool mq_is_particle(unsigned kinds)
{
    return (kinds & (MQ_WORD_PART | MQ_WORD_PREP | MQ_SPELLED_GRAMMAR)) && !(kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ | MQ_WORD_NAME | MQ_WORD_NUM));
}

/* Also من, which is a noun seldom. */
static bool is_grammar(const mq_view *v)
{
    return mq_is_particle(v->kinds) || mq_str_equal(v->lemma, MQ_STR("\u0645\u0646"));
}

bool mq_view_is_whole(const mq_view *v)
{
    return !v->pronoun && !v->ending && v->r->change == MQ_CHANGE_SAME;
}

/* The kinds of what is spelled so; of على for علي before a pronoun. */
static unsigned kinds_of(mq_written *s, const mq_view *v)
{
    const unsigned kinds = mq_spelled_kinds(spelled(s));

    if (kinds || !v->pronoun || s->n < 8 || memcmp(s->text + s->n - 2, "\xD9\x8A", 2) != 0)
        return kinds;
    memcpy(s->text + s->n - 2, "\xD9\x89", 2);
    return mq_spelled_kinds(spelled(s)) & (MQ_WORD_PREP | MQ_WORD_PART);
}

/* What particles.tsv says of the headword; ى is ي before a pronoun. A preposition of one letter is one before a pronoun only. */
static bool is_grammatical(const mq_morph *m, const mq_view *v, const mq_written *lemma)
{
    const unsigned glued = v->r->proclitics | (v->pronoun ? MQ_PARTICLE_OWNS : 0U);
    mq_written other = *lemma;
    unsigned takes = mq_particle_of(spelled(lemma));

    if (v->r->article || v->ending || v->r->kept || v->r->change != MQ_CHANGE_SAME)
        return false;
    if (v->pronoun && v->pronoun->letter[0] == YEH) { /* كلي, قبلي, ولي: the ي is of the word where it can be */
        mq_spell_rest(&other, m, 0);
        if (mq_spelled_kinds(spelled(&other)))
            return false;
        other = *lemma;
    }
    if (v->letters == 1)
        return v->pronoun && v->pronoun->change != MQ_PRON_VERB && (double)v->pronoun->rate >= 0.0005 && !(v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA));
    if (!takes && v->pronoun && lemma->n >= 8 && memcmp(lemma->text + lemma->n - 2, "\xD9\x8A", 2) == 0) {
        memcpy(other.text + other.n - 2, "\xD9\x89", 2);
        takes = mq_particle_of(spelled(&other));
    }
    return takes && !(glued & ~takes);
}

/* Whether it would be in the lexicon with a hamza on its first alef; or without the one that is often put there (إستعمال). */
static bool misses_alef(const mq_written *s)
{
    static const char *const alefs[] = { "\xD8\xA7", "\xD8\xA3", "\xD8\xA5", "\xD8\xA2" };
    const bool bare = s->n >= 6 && memcmp(s->text + 4, alefs[0], 2) == 0;
    mq_written with = *s;

    if (s->n < 8 || !(bare || memcmp(s->text + 4, alefs[2], 2) == 0))
        return false;
    for (unsigned i = bare ? 1 : 0; i < (bare ? 4U : 1U); i++) {
        memcpy(with.text + 4, alefs[i], 2);
        if (mq_spelled_kinds(spelled(&with)))
            return true;
    }
    return false;
}

/* Hamza and dots are often left out; they are seldom put where they do not belong. `kinds`: of the spelling. */
static double fit_of(const mq_morph *m, const mq_view *v, const mq_written *s, unsigned kinds)
{
    if (v->r->change == MQ_CHANGE_BROKEN && !(kinds & MQ_WORD_FORM) && v->r->to == m->word.n && m->word.letter[v->r->to - 1] == HEH)
        return 0.03; /* كتبه */
    if (v->r->change == MQ_CHANGE_BROKEN)
        return kinds & MQ_WORD_FORM ? 1 : kinds ? 0.1 : s->marked && !misses_alef(s) ? 0.01 : 0.15; /* وفئات is no وفيات */
    if (kinds || !v->kinds)
        return 1;
    if (s->marked && !misses_alef(s))
        return 0.01;
    if (m->word.letter[v->r->to - 1] == HEH) /* not for ة before a letter */
        return v->r->to < m->word.n ? 0.01 : 0.03;
    return 0.15;
}

/* Whether the same with ة is a noun that may have a plural in ات: not طلبة, which is one of طالب. */
static bool has_feminine_noun(mq_str lemma)
{
    char key[MQ_ARWORD_KEY + 2];

    memcpy(key, lemma.p, lemma.n);
    memcpy(key + lemma.n, "\xD9\x87", 2);
    return (mq_word_kinds((mq_str){ key, lemma.n + 2 }) & MQ_WORD_NOUN) && !mq_plural_find((mq_str){ key, lemma.n + 2 });
}

/*
 * Of two headwords that a plural in ات may be of. A word in ة that is mostly an adjective hardly has one of its own: مكونات is of مكون. A noun of three letters
 * hardly has one beside a noun in ة: عملات is of عملة; طلبات of طلب.
 */
static double noun_share(const mq_view *v)
{
    double adjective;

    if (v->r->change != MQ_CHANGE_PLURAL)
        return 1;
    if (!v->ending->nrestore)
        return v->letters == 3 && mq_view_is_teh_plural(v) && has_feminine_noun(v->lemma) ? 0.02 : 1;
    if (mq_plural_find(v->lemma) && v->letters == 4)
        return 0.1;
    adjective = (double)mq_feminine_share(v->lemma, v->r->article);
    return adjective > 0.5 ? 0.1 * (1 - adjective) + 0.01 : 1;
}

/* The first letter of the headword: ب ل ك ف, and و where no plural is made of it (والي). */
static bool may_begin_with_proclitic(mq_str key, bool broken)
{
    return (memcmp(key.p, "\xD9\x88", 2) == 0 && !broken) ||
           memcmp(key.p, "\xD8\xA8", 2) == 0 || memcmp(key.p, "\xD9\x84", 2) == 0 || memcmp(key.p, "\xD9\x83", 2) == 0 || memcmp(key.p, "\xD9\x81", 2) == 0;
}

/* So often does the headword stand with this ending and pronoun. */
static double expected_of(const mq_view *v, const mq_written *s)
{
    const bool broken = v->r->change == MQ_CHANGE_BROKEN;
    double seen = broken ? folded_count(v->lemma, v->r->article) : mq_written_count(s, v->r->article);

    if (broken && v->pronoun && !v->r->own) /* زملاء is commoner than زميل */
        seen = fmax(seen, mq_written_count(s, false));

    if (!mq_view_is_whole(v) && !(v->kinds & ~(unsigned)(MQ_WORD_NOUN | MQ_WORD_FORM)) && may_begin_with_proclitic(v->lemma, broken))
        seen = bounded_by_article(seen, v->lemma);
    return fmax(seen, v->kinds ? LISTED : MQ_UNSEEN) * (v->kinds ? KNOWN_STEM : MQ_UNKNOWN) * (v->ending ? (double)v->ending->rate * noun_share(v) : 1) *
           (v->pronoun ? (double)v->pronoun->rate : 1);
}

bool mq_view_is_owned_relational(const mq_view *v)
{
    return v->pronoun && !v->ending && (v->kinds & MQ_WORD_ADJ) && !(v->kinds & MQ_WORD_NOUN) && memcmp(v->lemma.p + v->lemma.n - 2, "\xD9\x8A", 2) == 0;
}

/* ك, كم: seldom anywhere but in a text that speaks to its reader. */
static bool is_near(const mq_ending *pronoun)
{
    return pronoun->letter[0] == KAF;
}

/* Of the first and second person only نا, and ك behind a ت that can hardly be anything else (مساعدتك) or where no list has what it ends (موقعك). */
static bool is_usual_pronoun(const mq_view *v, const mq_written *form)
{
    const double rate = (double)v->pronoun->rate;

    if (v->pronoun->letter[0] == YEH || rate < 0.0005)
        return false;
    if (rate >= 0.002 || (v->ending && v->ending->letter[0] == TEH && v->letters >= 4))
        return true;
    return v->fit == 1 && !mq_spelled_kinds(spelled(form)) && (v->letters >= 5 || v->expected > OFTENER * (double)v->pronoun->rate * v->form);
}

/* فرضته: of the verb, which is far commoner without its object than the noun فرضة is. */
static bool is_rather_perfect(const mq_morph *m, const mq_view *v)
{
    mq_written verb, noun;
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (!v->pronoun || !v->ending || n != 3 || v->ending->n != 1 || v->ending->letter[0] != TEH)
        return false;
    mq_spell_letters(&verb, m->word.letter + v->r->from, n + 1);
    mq_spell_letters(&noun, m->word.letter + v->r->from, n);
    spell(&noun, TEH_MARBUTA);
    return mq_spelled_count(spelled(&verb)) > (v->r->change == MQ_CHANGE_BROKEN ? 1 : OFTENER) * (mq_written_count(&noun, true) + mq_written_count(&noun, false));
}

/* شبانا, أرباحا: no other word; not كتابا, which is of كتاب. */
static bool is_plural_alone(const mq_morph *m, const mq_view *v)
{
    return !v->r->own || (v->r->own == MQ_OWN_AKIN && m->word.letter[v->r->from] == ALEF_HAMZA);
}

/* Whether it may be all that is seen of the form: no headword of two letters, which stands there by chance, no pronoun or ending that is rare. */
static bool may_claim(const mq_morph *m, const mq_view *v, const mq_written *form)
{
    const mq_change change = v->r->change;

    const bool limb = v->letters == 2 && change == MQ_CHANGE_DUAL && v->pronoun && v->pronoun->letter[0] == HEH && v->ending->letter[0] == YEH &&
                      (v->kinds & MQ_WORD_NOUN) && v->fit == 1 && memcmp(v->lemma.p, "\xD8\xAA", 2) != 0; /* يديه, but not تليه */

    if (!v->kinds || v->kinds == MQ_WORD_FORM || (v->letters < 3 && !limb) || v->r->to - v->r->from < 2 || mq_view_is_owned_relational(v))
        return false;
    if (v->pronoun && (!is_usual_pronoun(v, form) || is_rather_perfect(m, v)))
        return false;
    if (change == MQ_CHANGE_DUAL || change == MQ_CHANGE_PLURAL)
        return !v->r->construct;
    if (change == MQ_CHANGE_BROKEN)
        return (v->pronoun || (v->ending && is_plural_alone(m, v))) && v->fit == 1 && v->r->to - v->r->from >= 4 && RARER * v->expected >= v->form;
    return change == MQ_CHANGE_CASE || (change == MQ_CHANGE_SAME && !mq_view_is_whole(v));
}

/* بشأن, اليوم, بالإضافة, بما, ولكن: a word of grammar that can be cut; باعتباره, لوحده: what is listed as a noun, but has no article. */
static bool hides_proclitic(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = (unsigned)v->r->to - v->r->from;
    const unsigned preposition = c[0] == BEH || c[0] == LAM;
    const unsigned article = n > preposition + 4 && c[preposition] == ALEF && c[preposition + 1] == LAM ? 2 : 0;
    mq_written rest;
    unsigned kinds;

    if (v->r->article || (v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA)) || n < (c[0] == BEH ? 3U : 4U))
        return false;
    if (!mq_is_particle(v->kinds) && !(v->kinds == MQ_WORD_NOUN && v->pronoun && preposition && definite_count(v->lemma) == 0))
        return false;
    if (c[0] == WAW && !v->r->from) {
        mq_spell_letters(&rest, c + 1, n - 1);
        return mq_is_particle(mq_spelled_kinds(spelled(&rest)));
    }
    mq_spell_letters(&rest, c + preposition + article, n - preposition - article);
    for (unsigned i = 0; v->ending && i < v->ending->nrestore; i++)
        spell(&rest, v->ending->restore[i]); /* لفائدته */
    kinds = mq_spelled_kinds(spelled(&rest));
    return preposition + article > 0 && (n == 3 ? mq_is_particle(kinds) : kinds != 0); /* بما; بعد */
}

/* ها, هما; هم behind ت; ه behind ت, ئ or the و of a verb (أبغضوه): a pronoun, whatever it stands behind. */
static bool ends_in_pronoun(const uint16_t *end, unsigned n)
{
    if (n >= 5 && end[-1] == ALEF && (end[-2] == HEH || (n >= 6 && end[-2] == MEEM && end[-3] == HEH)))
        return true;
    if (n >= 6 && end[-1] == HEH && end[-2] == ALEF && end[-3] == NOON)
        return true; /* ذكرناه */
    if (n >= 7 && end[-1] == YEH && end[-2] == TEH && end[-3] == ALEF)
        return true; /* استثماراتي */
    return (n >= 6 && end[-1] == MEEM && end[-2] == HEH && end[-3] == TEH) || (n >= 5 && end[-1] == HEH && (end[-2] == WAW || end[-2] == TEH || end[-2] == YEH_HAMZA));
}

/* نظيرتها, صديقته: ت before a pronoun is hardly ever of the root. */
static bool ends_in_teh_and_pronoun(const uint16_t *end, unsigned n)
{
    const unsigned pronoun = end[-1] == HEH ? 1 : 2;

    return n >= 6 && (end[-1] == HEH || (end[-2] == HEH && (end[-1] == ALEF || end[-1] == MEEM))) && end[-(int)pronoun - 1] == TEH;
}

static double whole_weight(const mq_morph *m, const mq_view *v)
{
    const double seen = fmax(fmax(v->form, v->kinds && v->fit < 1 ? 0.1 * mq_word_count(v->lemma) : 0), v->kinds ? LISTED : MQ_UNSEEN); /* بإتجاه */

    if (hides_proclitic(m, v))
        return MQ_NEVER * MQ_NEVER * seen;
    if (!v->kinds && ends_in_pronoun(m->word.letter + m->word.n, m->word.n - v->r->from))
        return (ends_in_teh_and_pronoun(m->word.letter + m->word.n, m->word.n - v->r->from) ? MQ_NEVER : MQ_DERIVED) * MQ_UNKNOWN * seen;
    return seen * (v->kinds & ~(unsigned)MQ_WORD_FORM ? WHOLE : v->kinds ? WHOLE_FORM : MQ_UNKNOWN);
}

bool mq_view_is_teh_plural(const mq_view *v)
{
    return v->ending && v->r->change == MQ_CHANGE_PLURAL && v->ending->letter[v->ending->n - 1] == TEH;
}

bool mq_view_is_good_construct(const mq_view *v)
{
    const bool participle = v->letters == 3 && (v->kinds & MQ_WORD_ADJ) && memcmp(v->lemma.p, "\xD9\x85", 2) == 0; /* محب */

    return v->r->construct && (v->letters >= 4 || participle) && (v->kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ)) && v->fit == 1;
}

static bool begins_with_article(mq_str lemma)
{
    return lemma.n > 8 && memcmp(lemma.p, "\xD8\xA7\xD9\x84", 4) == 0;
}

/* ببليوغرافيات, الجرهائيون, مضطرين, القاصدين: of no noun in a list, but hardly a word ends so that is no plural. */
static bool is_unknown_plural(const mq_view *v, const mq_written *lemma)
{
    const bool feminine = v->ending && v->ending->nrestore == 1 && v->ending->restore[0] == TEH_MARBUTA;

    if (v->r->change != MQ_CHANGE_PLURAL || !v->ending)
        return false;
    if (!(v->kinds & ~(unsigned)MQ_WORD_FORM) && v->ending->n == 2 && !v->ending->nrestore && v->ending->letter[1] == NOON)
        return (v->letters >= 5 && v->r->article && memcmp(v->lemma.p + v->lemma.n - 2, "\xD9\x8A", 2) == 0) ||
               (v->letters >= 4 && memcmp(v->lemma.p, "\xD9\x85", 2) == 0 && mq_written_count(lemma, false) > 0) ||
               (v->letters == 4 && v->r->article && v->ending->letter[0] == YEH && memcmp(v->lemma.p + 2, "\xD8\xA7", 2) == 0);
    if (!mq_view_is_teh_plural(v) || v->kinds || v->ending->n != 2 || (v->ending->nrestore && !feminine) || v->letters < 5U + feminine)
        return false;
    return feminine == (memcmp(v->lemma.p + v->lemma.n - (feminine ? 4 : 2), "\xD9\x8A", 2) == 0);
}

/* مضطرا, حضوريا: a participle or relational adjective that no list has. */
static bool is_unknown_accusative(const mq_morph *m, const mq_view *v, const mq_written *lemma)
{
    const uint16_t *c = m->word.letter + v->r->from;

    if (v->kinds || v->r->change != MQ_CHANGE_CASE || v->letters < 4)
        return false;
    if (c[0] == MEEM && c[1] != ALEF)
        return mq_written_count(lemma, false) > 0.3 * v->form;
    return v->letters >= 5 && c[v->letters - 1] == YEH && mq_written_count(lemma, false) > v->form;
}

/* منه, وحده; ل and ب take no pronoun that is rare (لكن), nor is a ي one that may be of the word (كلي). */
static bool is_particle_with_pronoun(const mq_view *v, const mq_written *form)
{
    if (!v->pronoun || v->ending || !is_grammar(v) || v->kinds == MQ_SPELLED_GRAMMAR || (v->pronoun->change == MQ_PRON_VERB && !v->grammatical))
        return false;
    if (v->pronoun->letter[0] == YEH && v->letters > 1 && mq_spelled_kinds(spelled(form)))
        return false;
    return v->letters > 1 || (double)v->pronoun->rate >= 0.0005;
}

static double suffixed_weight(const mq_morph *m, const mq_view *v, const mq_written *lemma, const mq_written *form)
{
    if (v->pronoun && !v->ending && !v->grammatical && is_grammar(v) && mq_particle_of(spelled(lemma)))
        return MQ_NEVER * v->expected; /* ثمنا, لونا */
    if (is_particle_with_pronoun(v, form))
        return hides_proclitic(m, v) ? MQ_NEVER * v->form : fmax(v->expected, MQ_PARTICLE * v->form);
    if (hides_proclitic(m, v))
        return MQ_NEVER * v->expected;
    if (v->claim > 0 && v->pronoun && is_near(v->pronoun))
        return fmax(v->expected, 2 * MQ_EXPLAINS * MQ_UNKNOWN * fmax(v->form, MQ_UNSEEN));
    if (is_unknown_plural(v, lemma) || is_unknown_accusative(m, v, lemma))
        return fmax(v->expected, 2 * MQ_UNKNOWN * fmax(v->form, MQ_UNSEEN));
    if (v->r->change == MQ_CHANGE_BROKEN && v->pronoun && v->ending && v->ending->letter[0] == YEH_HAMZA && v->fit == 1)
        return fmax(v->expected, MQ_UNKNOWN * MQ_EXPLAINS * v->form); /* أصدقائي */
    if (mq_object_is_likely(m, v))
        return fmax(v->expected, mq_object_weight(m, v, lemma));
    if (mq_view_is_owned_relational(v))
        return MQ_NEVER * v->expected;
    return v->expected * (v->pronoun && !v->ending && v->pronoun->letter[0] == YEH ? 0.1 : 1);
}

/* Whether the stem as it stands is one. */
static bool is_headword(const mq_morph *m, const mq_view *v)
{
    mq_written stem;

    mq_spell_letters(&stem, m->word.letter + v->r->from, (unsigned)v->r->to - v->r->from);
    return mq_spelled_kinds(spelled(&stem)) & (MQ_WORD_NOUN | MQ_WORD_ADJ);
}

/* كان, وكان, and what is in no list and begins like استفعل. */
static bool is_verb_stem(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned conjunction = !v->kinds && (c[0] == WAW || c[0] == FEH) && v->r->to - v->r->from > 3;
    mq_written stem;

    if (v->kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ | MQ_WORD_FORM))
        return false;
    mq_spell_letters(&stem, c + conjunction, (unsigned)v->r->to - v->r->from - conjunction + (v->ending && v->ending->letter[0] == TEH)); /* كانتا */
    return mq_is_common_verb(spelled(&stem)) || (v->r->to - v->r->from >= 5 && c[0] == ALEF && c[1] == SEEN && c[2] == TEH);
}

double mq_view_legality(const mq_morph *m, const mq_view *v)
{
    if (is_grammar(v) && (v->r->article || v->r->change != MQ_CHANGE_SAME))
        return v->letters < 3 ? MQ_NEVER : v->r->change == MQ_CHANGE_CASE ? 1 : v->r->change == MQ_CHANGE_SAME && (v->kinds & MQ_WORD_PREP) ? 0.1 :
               MQ_NEVER; /* وفقا; الرغم */
    if (v->r->change == MQ_CHANGE_CASE && m->word.letter[v->r->to - 1] == HEH && !(v->kinds && v->fit == 1))
        return 0.01 * MQ_NEVER; /* ة takes no ا */
    if (v->r->change == MQ_CHANGE_CASE && m->word.letter[v->r->to - 1] == WAW && v->letters >= 4)
        return MQ_NEVER; /* كانوا */
    if ((v->r->change == MQ_CHANGE_CASE || v->r->change == MQ_CHANGE_DUAL) && is_verb_stem(m, v))
        return MQ_NEVER * MQ_NEVER; /* كانا, فاستمرا */
    if (v->r->change == MQ_CHANGE_CASE && v->kinds == MQ_WORD_FORM)
        return 0.01; /* شبانا is of شاب */
    if (v->kinds == MQ_WORD_NAME && v->letters >= 3 && (v->r->change == MQ_CHANGE_CASE || (v->ending && !mq_view_is_teh_plural(v) && v->r->change <= MQ_CHANGE_PLURAL)))
        return v->r->change == MQ_CHANGE_CASE ? 0.01 : MQ_NEVER; /* ماريا, وستين */
    if (!v->kinds && v->ending && v->ending->n && v->ending->letter[v->ending->n - 1] == NOON && m->word.letter[v->r->from] == YEH)
        return MQ_DERIVED; /* يعقدون */
    if (v->ending && v->r->change == MQ_CHANGE_PLURAL && (v->ending->where & MQ_WHERE_WEAK) && is_headword(m, v))
        return 0.05; /* فلاحين is of فلاح, not of فلاحي */
    if (v->r->change == MQ_CHANGE_PLURAL && v->ending && v->ending->nrestore == 2 && (v->letters < 6 || !is_headword(m, v)))
        return MQ_NEVER; /* تليها is of no تلون */
    if (is_rather_perfect(m, v))
        return MQ_DERIVED; /* قتلتهم */
    if (!v->kinds && v->ending && !v->pronoun && v->letters >= 5 && memcmp(v->lemma.p + v->lemma.n - 4, "\xD8\xA7\xD8\xAA", 4) == 0)
        return MQ_NEVER; /* استثماراتي is of no استثمارات */
    if (!v->kinds && v->ending && !v->pronoun && !v->r->article && begins_with_article(v->lemma) && mq_view_is_teh_plural(v))
        return MQ_NEVER; /* التونسيات */
    if (v->r->change == MQ_CHANGE_FEMININE && v->kinds == MQ_WORD_FORM)
        return MQ_DERIVED; /* بلغتي */
    if (mq_object_none_plural(m, v))
        return MQ_DERIVED;
    if (v->pronoun && v->pronoun->change == MQ_PRON_VERB && !v->grammatical && !mq_object_is_likely(m, v))
        return MQ_NEVER; /* ني */
    if (!v->kinds && v->pronoun && !v->ending && mq_object_none_alef(m, v))
        return MQ_DERIVED; /* ثلثاهم */
    return v->r->change == MQ_CHANGE_NISBA ? MQ_NEVER : 1; /* الجليلي is a word of its own */
}

mq_view mq_view_of(const mq_morph *m, const mq_reading *r)
{
    const mq_affixes *t = mq_affixes_get();
    mq_view v = { .r = r, .lemma = { r->key + r->kept, (size_t)r->n - r->kept } };
    mq_written lemma, form;
    unsigned kinds;

    v.letters = (unsigned)v.lemma.n / 2;
    v.ending = r->ending ? &t->ending[r->ending - 1] : NULL;
    v.pronoun = r->pronoun ? &t->pronoun[r->pronoun - 1] : NULL;
    spell_lemma(&lemma, m, &v);
    mq_spell_rest(&form, m, r->from);
    kinds = v.letters == 1 && v.pronoun ? MQ_WORD_PREP : kinds_of(&lemma, &v); /* به, ولها */
    v.kinds = kinds && r->change != MQ_CHANGE_BROKEN ? kinds : mq_word_kinds(v.lemma);
    v.grammatical = is_grammatical(m, &v, &lemma);
    if (v.grammatical && !v.kinds)
        v.kinds = MQ_SPELLED_GRAMMAR;
    v.fit = v.grammatical ? 1 : fit_of(m, &v, &lemma, kinds);
    v.form = mq_written_count(&form, r->article);
    v.expected = expected_of(&v, &lemma);
    if (r->change == MQ_CHANGE_BROKEN && !r->own && (v.kinds & MQ_WORD_NAME) && m->word.letter[r->from] != ALEF_HAMZA)
        v.expected *= 0.05; /* بدر, of which there are no بدور; but أعمار */
    v.claim = may_claim(m, &v, &form) && !hides_proclitic(m, &v) ? v.expected * v.fit : 0;
    v.weight = (mq_view_is_whole(&v) ? whole_weight(m, &v) : suffixed_weight(m, &v, &lemma, &form)) * v.fit * mq_view_legality(m, &v);
    return v;
}
