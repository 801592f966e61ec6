/*
 * beside.c - see beside.h.
 *
 * The odds of a word in ة as an adjective against a noun are those that scripts/feminine-table counted with: how often sure adjectives and sure nouns stand behind a
 * word that agrees with them. The other factors are rough, and set by reading 2,000 tokens in their sentences.
 */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/arletter.h"
#include "text/beside.h"
#include "text/neighbours.h"
#include "text/number.h"
#include "text/plural.h"
#include "text/spelled.h"
#include "text/words.h"

/* How often what agrees stands before an adjective in ة, and before a noun: by whether it has the article, and و before it, where nouns are often in a row, too. */
static const struct agreement {
    double adjective, noun;
} agreements[2][2] = { { { 0.62, 0.05 }, { 0.50, 0.08 } }, { { 0.86, 0.02 }, { 0.63, 0.21 } } };

#define RIVAL 0.003 /* of the weight of the noun: an adjective that is less likely has no part in it */

#define LEAST_BOND 3.0F   /* a chance bond is weaker */
#define FOLLOWED 100.0   /* so much likelier is a dual before the noun that it wants */

static bool is_one_of(const mq_arword *w, const char *const *list)
{
    char key[MQ_ARWORD_KEY];
    const mq_str word = { key, mq_arword_key(key, w->letter, w->n) };

    for (; *list; list++)
        if (mq_str_equal(word, mq_str_of(*list)))
            return true;
    return false;
}

/* Also as a PDF damages it: اإلجراءات, املوارد, لالختراعات. */
static bool begins_with_article(const uint16_t *c, unsigned n)
{
    static const uint16_t swapped[] = { ALEF, ALEF_HAMZA, ALEF_HAMZA_BELOW, MEEM, HAH, JEEM, KHAH };

    if (n > 5 && (c[0] == BEH || c[0] == KAF) && c[1] == ALEF) {
        c++;
        n--;
    }
    if (n > 4 && (c[0] == ALEF || c[0] == LAM) && c[1] == LAM)
        return true;
    if (n > 5 && c[0] == LAM && (c[1] == ALEF || c[1] == ALEF_HAMZA || c[1] == ALEF_HAMZA_BELOW) && c[2] == LAM)
        return true;
    for (unsigned i = 0; n > 5 && c[0] == ALEF && c[2] == LAM && i < sizeof swapped / sizeof *swapped; i++)
        if (c[1] == swapped[i])
            return true;
    return false;
}

/* الموانئ, والموانئ, بالموانئ; not الذي. */
static bool is_definite(const mq_arword *w)
{
    static const char *const relatives[] = { "\u0627\u0644\u0630\u064A", "\u0627\u0644\u062A\u064A", "\u0627\u0644\u0630\u064A\u0646", "\u0627\u0644\u0644\u0630\u064A\u0646",
                                             "\u0627\u0644\u0644\u062A\u064A\u0646", NULL };
    const unsigned begin = w->n > 5 && (w->letter[0] == WAW || w->letter[0] == FEH);

    return begins_with_article(w->letter + begin, w->n - begin) && !is_one_of(w, relatives);
}

static unsigned kinds_of(const mq_arword *w)
{
    mq_written word;

    mq_spell_letters(&word, w->letter, w->n);
    return mq_spelled_kinds((mq_str){ word.text + 4, word.n - 4 });
}

/* أرقام */
static bool is_plural_of_things(const mq_arword *w, unsigned from)
{
    return w->n == from + 5 && w->letter[from] == ALEF_HAMZA && w->letter[from + 3] == ALEF;
}

/* The letters of w from one on are a broken plural; إشراف, which folds like أشراف, is none. */
static bool is_plural(const mq_arword *w, unsigned from)
{
    char key[MQ_ARWORD_KEY];
    const char *list = mq_plural_find((mq_str){ key, mq_arword_key(key, w->letter + from, w->n - from) });
    mq_arword form;
    mq_plural p;

    while (mq_plural_next(&p, &list))
        if ((p.own != MQ_OWN_ANOTHER || is_plural_of_things(w, from)) && mq_arword_of(&form, p.form) && form.n == w->n - from &&
            mq_arword_alike(w->letter + from, form.letter, form.n))
            return true;
    return false;
}

/* An adjective in ة goes with it: what ends in ة or ات, and broken plurals. */
static bool is_feminine(const mq_arword *w)
{
    static const char *const other[] = { "\u0627\u062E\u0631\u064A", "\u0627\u0644\u0627\u062E\u0631\u064A", NULL };
    const uint16_t *end = w->letter + w->n;

    if (w->n > 3 && (end[-1] == TEH_MARBUTA || (end[-1] == TEH && end[-2] == ALEF)))
        return true;
    if (is_one_of(w, other))
        return true;
    return w->n > 4 && is_plural(w, 0);
}

/* اليوم, الأمان. The few that are feminine without an ending (الأرض) are not told. */
static bool is_masculine(const mq_arword *w)
{
    const unsigned begin = w->n > 4 && w->letter[0] == ALEF && w->letter[1] == LAM ? 2 : 0;
    const uint16_t last = w->letter[w->n - 1];
    mq_written word;

    mq_spell_letters(&word, w->letter + begin, w->n - begin);
    if (is_feminine(w) || last == ALEF || last == HAMZA || last == ALEF_MAKSURA || last == TEH || is_plural(w, begin))
        return false;
    return (mq_spelled_kinds((mq_str){ word.text + 4, word.n - 4 }) & (MQ_WORD_NOUN | MQ_WORD_NAME | MQ_WORD_FORM)) == MQ_WORD_NOUN;
}

/* تدخلت */
static bool is_perfect(const mq_arword *w)
{
    return w->n >= 4 && w->letter[w->n - 1] == TEH && w->letter[w->n - 2] != ALEF && !kinds_of(w);
}

/* Nothing follows from it: it may be definite without the article (a name, a word with a pronoun), or hides what agrees: أو, غير. */
static bool is_vague(const mq_arword *w)
{
    static const char *const links[] = { "\u0627\u0648", "\u0627\u0645", "\u062B\u0645", "\u0628\u0644", "\u0644\u0627", "\u063A\u064A\u0631", "\u0628\u063A\u064A\u0631", NULL };
    const uint16_t last = w->letter[w->n - 1];

    if (is_one_of(w, links))
        return true;
    if (w->n < 2 || is_definite(w) || is_perfect(w))
        return false;
    if (w->n >= 4 && (last == HEH || last == KAF || (last == ALEF && (w->letter[w->n - 2] == HEH || w->letter[w->n - 2] == NOON)) || (last == MEEM && w->letter[w->n - 2] == HEH)))
        return true;
    return !(kinds_of(w) & ~(unsigned)MQ_WORD_NAME) && !is_feminine(w);
}

/* ً */
static bool has_nunation(mq_str token)
{
    for (size_t i = 0; i + 1 < token.n; i++)
        if (memcmp(token.p + i, "\xD9\x8B", 2) == 0)
            return true;
    return false;
}

/* A number in Latin or Arabic digits, 0..999; -1: it is none. */
static int number_of(mq_str token)
{
    int n = 0;

    for (const char *p = token.p, *end = token.p + token.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        cp -= cp >= 0x0660 ? 0x0660 : '0';
        if (cp > 9)
            return -1;
        n = n > 99 ? 999 : 10 * n + (int)cp;
    }
    return token.n ? n : -1;
}

/* They follow a noun in the genitive, too. */
static const char *const these[] = { "\u0647\u0630\u0627", "\u0647\u0630\u0647", "\u0647\u0648\u0644\u0627\u0621", "\u062A\u0644\u0643", "\u0630\u0644\u0643", NULL };
static const char *const every[] = { "\u0643\u0644", "\u0628\u0639\u0636", "\u062C\u0645\u064A\u0639", "\u0643\u0627\u0641\u0647", "\u0627\u064A", NULL };

static void look_behind(mq_company *c, mq_str after)
{
    static const char *const upon[] = { "\u0639\u0644\u064A", "\u0639\u0646", NULL };
    static const char *const who[] = { "\u0627\u0644\u0630\u064A", NULL, "\u0627\u0644\u062A\u064A", NULL };
    char key[MQ_ARWORD_KEY];
    mq_arword w;
    mq_str word;

    c->next_number = number_of(after) >= 0;
    if (!mq_arword_of(&w, after))
        return;
    c->damaged |= mq_arword_is_damaged(&w);
    word = (mq_str){ key, mq_arword_key(key, w.letter, w.n) };
    c->next_known = true;
    c->next_definite = is_definite(&w);
    c->next_article = (c->next_definite && w.letter[0] == ALEF) || is_one_of(&w, these) || is_one_of(&w, every);
    c->next_feminine = is_feminine(&w);
    c->next_grammar = mq_is_particle(kinds_of(&w)) && !is_one_of(&w, these) && !is_one_of(&w, every);
    c->next_upon = is_one_of(&w, upon);
    c->next_who_masculine = is_one_of(&w, who);
    c->next_who_feminine = is_one_of(&w, who + 2);
    c->next_name = kinds_of(&w) & MQ_WORD_NAME;
    c->next = mq_hash(word);
    c->next_count = c->next_grammar ? 0 : mq_word_count(word);
}

mq_company mq_company_of(mq_str token, const mq_beside *beside)
{
    static const char *const prepositions[] = { "\u0641\u064A", "\u0645\u0646", "\u0639\u0644\u064A", "\u0627\u0644\u064A", "\u0639\u0646", "\u0645\u0639", NULL };
    static const char *const numerals[] = { "\u062B\u0644\u0627\u062B\u0647", "\u062B\u0644\u0627\u062B", "\u0627\u0631\u0628\u0639\u0647", "\u0627\u0631\u0628\u0639",
                                            "\u062E\u0645\u0633\u0647", "\u062E\u0645\u0633", "\u0633\u062A\u0647", "\u0633\u062A", "\u0633\u0628\u0639\u0647",
                                            "\u0633\u0628\u0639", "\u062B\u0645\u0627\u0646\u064A\u0647", "\u062B\u0645\u0627\u0646\u064A", "\u062B\u0645\u0627\u0646",
                                            "\u062A\u0633\u0639\u0647", "\u062A\u0633\u0639", "\u0639\u0634\u0631\u0647", "\u0639\u062F\u0647", NULL };
    static const char *const performed[] = { "\u062A\u0645", "\u064A\u062A\u0645", "\u0648\u062A\u0645", "\u0648\u064A\u062A\u0645", "\u0633\u064A\u062A\u0645", NULL };
    static const char *const compared[] = { "\u0627\u0643\u062B\u0631", "\u0627\u0644\u0627\u0643\u062B\u0631", "\u0627\u0642\u0644", "\u0627\u0644\u0627\u0642\u0644", NULL };
    mq_company c = { .nunation = has_nunation(token), .told = beside != NULL };
    mq_arword w;

    if (!beside)
        return c;
    if (mq_arword_of(&w, beside->before)) {
        c.known = true;
        c.damaged = mq_arword_is_damaged(&w);
        c.definite = is_definite(&w);
        c.feminine = is_feminine(&w);
        c.masculine = is_masculine(&w);
        c.verb = is_perfect(&w);
        c.vague = is_vague(&w);
        c.preposition = is_one_of(&w, prepositions);
        c.numeral = is_one_of(&w, numerals);
        c.performed = is_one_of(&w, performed);
        c.compared = is_one_of(&w, compared);
        c.demonstrative = is_one_of(&w, these);
    }
    c.number = number_of(beside->before) >= 0;
    c.numeral |= number_of(beside->before) >= 3 && number_of(beside->before) <= 10;
    look_behind(&c, beside->after);
    return c;
}

/* An adjective in ة with the article stands behind a word with it, behind و behind one in ة; one without often behind a word in ة or ات. */
static bool agrees(const mq_company *c, const mq_reading *r)
{
    if (r->article)
        return c->definite && (c->feminine || !(r->proclitics & MQ_CLITIC_WA));
    return c->feminine && !c->definite && !c->compared;
}

bool mq_company_denies(const mq_company *c, const mq_reading *r)
{
    return r->change == MQ_CHANGE_FEMININE && c->known && !c->vague && (!agrees(c, r) || (!r->article && c->next_article));
}

static double odds_of_feminine(const mq_company *c, const mq_reading *r, bool adjective, bool known_noun)
{
    const struct agreement *a = &agreements[r->article][(r->proclitics & MQ_CLITIC_WA) != 0];
    const double rate = adjective ? a->adjective : a->noun;
    const bool alone = adjective && known_noun &&
                       (c->masculine || (c->verb && !r->article) || ((r->proclitics & MQ_CLITIC_WA) && !agrees(c, r))); /* اليوم الجمعة, والأمان والخصوصية, وخاصة */
    const double odds = 2 * (agrees(c, r) ? rate : 1 - rate) * (!alone ? 1 : c->verb || (c->masculine && (r->proclitics & MQ_CLITIC_WA)) ? 0.03 : c->masculine ? 0.05 : 0.15);

    return c->compared && !r->article && adjective ? 0.1 * odds : odds;
}

/* قانونية, بطيئة; not فتاة. */
static bool is_feminine_adjective(const mq_view *v)
{
    return v->r->change == MQ_CHANGE_FEMININE && !v->pronoun && v->ending->letter[v->ending->n - 1] == TEH_MARBUTA && v->ending->letter[0] != ALEF;
}

static bool same_front(const mq_view *a, const mq_view *b)
{
    return a->r->from == b->r->from && a->r->article == b->r->article && a->r->proclitics == b->r->proclitics;
}

/* القاهرة */
static bool is_name(const mq_morph *m, const mq_view *v)
{
    char key[MQ_ARWORD_KEY];
    const size_t n = mq_arword_key(key, m->word.letter + v->r->from, m->word.n - v->r->from);

    return mq_word_kinds((mq_str){ key, n }) & MQ_WORD_NAME;
}

/* Whether the adjective with its ة is a noun of the lexicon. */
static bool is_noun_too(const mq_views *k, const mq_view *adjective)
{
    for (unsigned i = 0; i < k->n; i++)
        if (mq_view_is_whole(&k->v[i]) && same_front(&k->v[i], adjective) && (k->v[i].kinds & MQ_WORD_NOUN))
            return true;
    return false;
}

/* How much oftener what follows stands behind an adjective in ة than behind a noun: إدارة مراقبة الإنتاج, العلاقة القانونية are nouns. Counted as agreements. */
static double odds_of_next(const mq_company *c, const mq_view *v, bool noun)
{
    const bool end = !c->next_known && !c->next_number, article = v->r->article;
    const bool against = article ? c->next_article && c->next_feminine : c->next_article;

    if (!c->told || !v->kinds || (against && !noun))
        return 1;
    if (against)
        return article ? 0.33 : agrees(c, v->r) ? 0.1 : 0.2; /* what is sure to be an adjective stands there oftener: متعددة الأطراف */
    if (noun && (c->preposition || (article ? c->demonstrative : c->number)))
        return c->number ? 0.05 : 0.4; /* 15 ثانية */
    return v->r->proclitics & MQ_CLITIC_WA ? 1 : end ? 1.8 : article ? 1.2 : c->next_grammar ? 2.1 : 0.9;
}

/* Of a noun in ة that may be an adjective and the other way round. Behind a preposition nothing agrees. */
static double weight_of_feminine(const mq_company *c, const mq_views *k, const mq_view *v)
{
    const bool adjective = is_feminine_adjective(v);

    if ((v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA)) || is_name(k->m, v))
        return 1;
    if (c->number && !v->r->article && mq_view_is_whole(v) && (v->kinds & MQ_WORD_NOUN) && k->m->word.letter[k->m->word.n - 1] == TEH_MARBUTA)
        return 20; /* 15 ثانية */
    if (!c->known || c->vague)
        return adjective ? odds_of_next(c, v, is_noun_too(k, v)) : 1;
    if (adjective)
        return odds_of_feminine(c, v->r, true, is_noun_too(k, v)) * odds_of_next(c, v, is_noun_too(k, v));
    for (unsigned i = 0; i < k->n && mq_view_is_whole(v) && !(v->kinds & MQ_WORD_NUM); i++)
        if (is_feminine_adjective(&k->v[i]) && same_front(&k->v[i], v) && k->v[i].weight > RIVAL * v->weight)
            return odds_of_feminine(c, v->r, false, true);
    return 1;
}

/* Of a broken plural that may be a word of its own: النسخ المعدلة; ثلاثة أشهر; تم نسخ. */
static double weight_of_plural(const mq_company *c, const mq_view *v, uint16_t last)
{
    const bool plural = v->r->change == MQ_CHANGE_BROKEN;
    double w = 1;

    if ((!v->r->own && !(mq_view_is_whole(v) && v->kinds)) || (!plural && (v->kinds & MQ_WORD_NAME)))
        return 1;
    if (c->numeral && !v->r->article)
        w *= plural ? 3 : 0.5;
    if (c->performed && plural)
        w *= 0.3;
    if (c->next_upon && plural && !v->pronoun && v->lemma.n == 8 && memcmp(v->lemma.p + 2, "\xD8\xA7", 2) == 0)
        w *= 0.1; /* الحفاظ على */
    if (v->r->article && !v->pronoun && (plural || last != TEH_MARBUTA) && (c->next_who_masculine || c->next_who_feminine))
        w *= plural == c->next_who_feminine ? 1.8 : 0.5; /* الفرق التي */
    if (v->r->article && c->next_definite && c->next_feminine && !v->pronoun && last != TEH_MARBUTA)
        w *= plural ? 2 : 0.7;
    if (!plural && v->r->article && mq_view_is_whole(v) && memcmp(v->lemma.p, "\xD8\xA7", 2) == 0 &&
        (v->kinds & ~(unsigned)MQ_WORD_FORM) == MQ_WORD_ADJ && c->known && !c->definite && !c->vague)
        w *= 0.1; /* خلال الأشهر: no adjective agrees */
    return w;
}

/* A headword that begins with what v takes for a proclitic. */
static bool has_longer_rival(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++)
        if (k->v[i].r->from < v->r->from && !k->v[i].r->article && (k->v[i].kinds & ~(unsigned)MQ_WORD_FORM) && k->v[i].fit == 1)
            return true;
    return false;
}

/* Of the noun behind a proclitic when the next word often stands behind that noun: بعيد الحب is of عيد. */
static double weight_of_bond(const mq_company *c, const mq_views *k, const mq_view *v)
{
    const mq_morph *m = k->m;
    const unsigned article = v->r->article ? 2 : 0, from = v->r->from > article ? v->r->from - article : 0;
    char key[MQ_ARWORD_KEY];
    mq_str stem;
    float bond;

    if (c->next_count == 0 || !from || !v->kinds || m->word.n - v->r->from < 3 || (article && m->word.letter[from] != ALEF) || !has_longer_rival(k, v))
        return 1; /* للغات has no ال that could be looked up */
    stem = (mq_str){ key, mq_arword_key(key, m->word.letter + from, m->word.n - from) };
    if (!mq_bond(mq_hash(stem), mq_word_count(stem), c->next, c->next_count, &bond) || bond < LEAST_BOND)
        return 1;
    return exp2((double)bond);
}

/* ثلثي الأعضاء, يومي 3 و4, مليوني دينار, مواطني الدولة: a noun or number follows the dual, and the plural. */
static double weight_of_dual(const mq_company *c, const mq_view *v)
{
    const bool big = mq_str_equal(v->lemma, MQ_STR("\u0645\u0644\u064A\u0648\u0646")) || mq_str_equal(v->lemma, MQ_STR("\u0645\u0644\u064A\u0627\u0631")) ||
                     mq_str_equal(v->lemma, MQ_STR("\u0627\u0644\u0641"));

    const bool dual = v->r->change == MQ_CHANGE_DUAL;

    if ((!dual && v->r->change != MQ_CHANGE_PLURAL) || v->pronoun || v->ending->letter[v->ending->n - 1] != YEH)
        return 1;
    if (!(c->next_article || c->next_number || c->next_name || (big && c->next_known && !c->next_grammar)))
        return dual && v->ending->n == 1 && c->next_known ? 0.3 : 1;
    return dual ? FOLLOWED : MQ_BARE_CONSTRUCT * FOLLOWED;
}

double mq_company_weight(const mq_company *c, const mq_views *k, const mq_view *v)
{
    const unsigned front = v->r->proclitics;
    double w = weight_of_feminine(c, k, v) * weight_of_plural(c, v, k->m->word.letter[k->m->word.n - 1]) * weight_of_bond(c, k, v) * weight_of_dual(c, v);

    if (c->nunation && k->m->word.letter[k->m->word.n - 1] == ALEF && !v->grammatical && v->r->change != MQ_CHANGE_CASE &&
        !(v->r->change == MQ_CHANGE_BROKEN && v->ending))
        w *= mq_view_is_whole(v) || v->r->change == MQ_CHANGE_DUAL ? 0.003 : 0.05; /* باباً */
    if (c->preposition && (front & (MQ_CLITIC_WA | MQ_CLITIC_FA | MQ_CLITIC_SA | MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_A)))
        w *= 0.02; /* في فهم */
    if (v->r->construct && (c->next_grammar || (c->told && !c->next_known && !c->next_number && v->r->change == MQ_CHANGE_DUAL)))
        w *= 0.1; /* no noun follows in the genitive */
    return w;
}
