/* glued.c - see glued.h. */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "lexicon/translit.h"
#include "mine/glued.h"
#include "mine/latin.h"
#include "text/affix.h"

/* Most words begin with a letter that is never glued to one behind it: there is nothing to be read or heard. */
static bool may_be_glued(mq_str word)
{
    uint32_t letter = 0;

    (void)mq_utf8_decode(word.p, word.p + word.n, &letter);
    return (mq_clitic_bit((uint16_t)letter) & ~(unsigned)MQ_CLITIC_A) != 0;
}

/* The least cost by sound of an Arabic word against any word of the unit, or any that begins with a consonant. */
static float least_cost(const mq_site *site, mq_str arabic, bool consonant, const mq_dicts *d)
{
    float least = HUGE_VALF;

    for (unsigned i = 0; i < site->u.nwords; i++) {
        const mq_unit_word *w = &site->u.word[i];

        if (w->n && !(consonant && strchr("aeiou", w->folded[0])))
            least = fminf(least, mq_translit_cost(d->translit, arabic, (mq_str){ w->folded, w->n }));
    }
    return least;
}

/* What is glued is heard in no name that it stands before: ل of لاروش is of La Ruche, و of وسارادا is not of Sarada. */
static bool is_heard(unsigned proclitics, mq_str arabic, mq_str latin)
{
    static const struct {
        unsigned proclitic;
        const char *sounds;
    } heard[] = { { MQ_CLITIC_WA, "wv" }, { MQ_CLITIC_FA, "fvp" }, { MQ_CLITIC_BI, "bp" }, { MQ_CLITIC_LI, "l" }, { MQ_CLITIC_KA, "kcq" }, { MQ_CLITIC_SA, "sc" } };
    const bool alef_next = arabic.n > 4 && memcmp(arabic.p + 2, "\xD8\xA7", 2) == 0;

    for (size_t i = 0; i < sizeof heard / sizeof *heard; i++)
        if ((proclitics & heard[i].proclitic) && strchr(heard[i].sounds, latin.p[0]))
            return true;
    return (proclitics & MQ_CLITIC_WA) && !alef_next && strchr("ou", latin.p[0]);
}

/* Before a vowel Arabic writes alef, not و: only before consonants may what looks glued be of the name. */
static bool cut_by_sound(mq_cut *cut, const mq_site *site, const mq_tok *t, const mq_dicts *d)
{
    const float clear = 0.2f;
    const mq_str word = { t->folded, t->folded_n };
    const float whole = least_cost(site, word, t->cut.skip != 0, d);
    mq_cut cuts[MQ_MOST_CUTS];
    float least = whole - clear;
    bool found = false;

    if (t->cut.skip) {
        *cut = (mq_cut){ 0, false, 0 };
        return whole < least_cost(site, (mq_str){ word.p + t->cut.skip, word.n - t->cut.skip }, true, d);
    }
    for (unsigned i = 0, n = mq_cuts(word, cuts); i < n; i++) {
        const float cost = least_cost(site, (mq_str){ word.p + cuts[i].skip, word.n - cuts[i].skip }, false, d);

        if (cuts[i].proclitics && cost < least && !is_heard(cuts[i].proclitics, word, (mq_str){ site->u.word[0].folded, site->u.word[0].n })) {
            least = cost;
            *cut = cuts[i];
            found = true;
        }
    }
    return found;
}

/* The letters of a word, at most MQ_TOK_FOLDED bytes of them; 0 when they are more. */
static size_t without_marks(char out[MQ_TOK_FOLDED], mq_str word)
{
    size_t n = 0;

    for (size_t i = 0; i < word.n;) {
        uint32_t cp;
        const size_t bytes = mq_utf8_decode(word.p + i, word.p + word.n, &cp);

        if (mq_class_of(cp) == MQ_CLASS_AR_LETTER) {
            if (n + bytes > MQ_TOK_FOLDED)
                return 0;
            memcpy(out + n, word.p + i, bytes);
            n += bytes;
        }
        i += bytes;
    }
    return n;
}

static mq_str word_at(const mq_segment *s, size_t i)
{
    return i < s->n && (s->tok[i].script == MQ_ARABIC || s->tok[i].script == MQ_NUMBER) ? mq_tok_text(s, i) : (mq_str){ "", 0 };
}

/* باالتصال, which folds to بالاتصال: ب before an article whose letters a PDF put in a wrong order, and which stays as it is. */
static bool cut_before_damage(mq_cut *cut, mq_str word)
{
    static const char damaged[] = "\xD8\xA7\xD8\xA7\xD9\x84";
    enum { LEAST_BYTES = 14 };
    uint32_t letter = 0;

    if (word.n < LEAST_BYTES || memcmp(word.p + 2, damaged, sizeof damaged - 1) != 0)
        return false;
    (void)mq_utf8_decode(word.p, word.p + word.n, &letter);
    *cut = (mq_cut){ 2, false, mq_clitic_bit((uint16_t)letter) };
    return cut->proclitics != 0;
}

/* As it reads beside its neighbours, when that is a word of the lexicon and no short one. What is glued to a word that is said so all the time makes it an adverb: بشكل. */
static bool cut_by_reading(mq_cut *cut, const mq_site *site, const mq_candidate *c)
{
    enum { LEAST_BYTES = 6, MOST_COUNT = 1500 };
    const mq_segment *s = site->s;
    const mq_str before = c->first ? word_at(s, c->first - 1) : (mq_str){ "", 0 };
    char letters[MQ_TOK_FOLDED];
    const mq_str word = { letters, without_marks(letters, mq_tok_text(s, c->first)) };
    mq_analysis a;

    if (word.n != s->tok[c->first].folded_n || s->tok[c->first].count > MOST_COUNT || !mq_analyse(&a, 1, word, before, word_at(s, c->first + 1)))
        return false;
    *cut = (mq_cut){ (uint8_t)a.start, a.article, (uint8_t)a.proclitics };
    return a.known && !a.mended && !(a.proclitics & MQ_CLITIC_A) && strlen(a.headword) >= LEAST_BYTES;
}

/* لتيسام المغرب (TESAM Maroc): a word that no list has, and that is the name of the unit without what is glued to it. */
static bool cut_of_name(mq_cut *cut, const mq_site *site, const mq_tok *t, const mq_dicts *d)
{
    const float surely = 1;
    const mq_str word = { t->folded, t->folded_n };

    if (t->cut.skip || t->nown || t->kinds || !cut_by_sound(cut, site, t, d))
        return false;
    return least_cost(site, (mq_str){ word.p + cut->skip, word.n - cut->skip }, false, d) <= surely;
}

/* ونزل الثاني (Wenzel II): the و is of the name, whose sound the word has with it and not without. */
static bool keep_by_sound(mq_cut *cut, const mq_site *site, const mq_tok *t, const mq_dicts *d)
{
    const float surely = 0.7f;

    return t->cut.skip && least_cost(site, (mq_str){ t->folded, t->folded_n }, true, d) <= surely && cut_by_sound(cut, site, t, d);
}

bool mq_glued_cut(mq_cut *cut, const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d)
{
    const mq_tok *t = &site->s->tok[c->first];

    if (t->script != MQ_ARABIC || !may_be_glued((mq_str){ t->folded, t->folded_n }))
        return false;
    if (kind == MQ_KIND_TRANSLITERATION)
        return cut_by_sound(cut, site, t, d);
    if (keep_by_sound(cut, site, t, d))
        return true;
    return cut_before_damage(cut, mq_tok_text(site->s, c->first)) || cut_by_reading(cut, site, c) || cut_of_name(cut, site, t, d);
}
