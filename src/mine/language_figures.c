/*
 * language_figures.c - what speaks for the language of a Latin side of words: their letters, the dictionaries, how they are written, the Arabic beside them. See
 * language.h; acronyms: language_acronym.c; what stands around: language_around.c.
 */
#include <string.h>

#include <muqabil/text.h>

#include "lexicon/function.h"
#include "lexicon/given.h"
#include "mine/decide.h"
#include "mine/language_around.h"
#include "text/language.h"
#include "text/words.h"

struct figures {
    float *x;
    const mq_pairing *p;
    bool sound;
};

/* Of words: the figure itself, or that of words written by sound, which stands behind it. */
static void put(struct figures *f, unsigned id, float value)
{
    f->x[id + f->sound] = value;
}

/* The language is named outright: it says more than the prior would let a figure of 1 say. */
static void put_named(struct figures *f, unsigned id, unsigned bits)
{
    for (unsigned i = 0; i < 3; i++)
        put(f, id + 2 * i, bits >> i & 1 ? 2.0f : 0);
}

/* Bits for French, English, another language, to three figures in a row, each of which is a pair of that of words and that of sound. */
static void put_bits(struct figures *f, unsigned id, unsigned bits)
{
    for (unsigned i = 0; i < 3; i++)
        put(f, id + 2 * i, (bits >> i & 1) != 0);
}

/* ---- letters ---- */

/* Short words look like any language, function words speak for themselves. */
static bool tells_by_letters(const mq_unit_word *w)
{
    return w->n > 3 && w->key.exact;
}

static void spelling_figures(struct figures *f)
{
    const mq_unit *u = &f->p->site->u;
    mq_spelling known = { .letters = 0 }, strange = { .letters = 0 };
    mq_margin m;

    for (unsigned i = 0; i < u->nwords; i++) {
        const mq_str word = { u->word[i].folded, u->word[i].n };

        if (tells_by_letters(&u->word[i]))
            mq_spelling_add(u->word[i].known ? &known : &strange, f->p->d->letters, f->p->d->tongues, word);
    }
    m = mq_margin_of(&known, f->p->d->tongues, 3);
    put(f, MQ_L_letters_french, m.french);
    put(f, MQ_L_letters_other, m.other);
    m = mq_margin_of(&strange, f->p->d->tongues, 3);
    put(f, MQ_L_strange_french, m.french);
    put(f, MQ_L_strange_other, m.other);
    put(f, MQ_L_strange_far, m.other > 1.5f);
    put(f, MQ_L_strange_near, strange.letters && m.other < -0.5f);
}

/* ---- words ---- */

static bool ends_in(mq_str w, mq_str ending)
{
    return w.n >= ending.n + 2 && memcmp(w.p + w.n - ending.n, ending.p, ending.n) == 0;
}

/* Hyaena hyaena, Nerium oleander: a capital, then a lower-case word with a Latin ending; neither is in the lexicon. Families end in -idae, -aceae. */
static bool is_taxon(const mq_unit *u)
{
    static const char *const endings[] = { "us", "a", "um", "is", "ii", "ae", "er", "on", "ens", "ex", "ix", "as", "es" };
    const mq_str last = { u->nwords ? u->word[u->nwords - 1].folded : "", u->nwords ? u->word[u->nwords - 1].n : 0 };

    if (u->nwords == 1)
        return ends_in(last, MQ_STR("idae")) || ends_in(last, MQ_STR("aceae"));
    if (u->nwords != 2 || !(u->flags & MQ_UNIT_CAPITAL) || u->word[0].known || u->word[1].known || u->second_capital)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_in(last, mq_str_of(endings[i])))
            return true;
    return false;
}

/* Hampstead and Highgate */
static bool joins_in_english(const mq_unit *u)
{
    for (unsigned i = 1; i + 1 < u->nwords; i++)
        if (mq_str_equal((mq_str){ u->word[i].folded, u->word[i].n }, MQ_STR("and")) || mq_str_equal((mq_str){ u->word[i].folded, u->word[i].n }, MQ_STR("of")))
            return true;
    return false;
}

static unsigned accents_of(mq_str text)
{
    unsigned n = 0;

    for (size_t i = 0; i < text.n; i++)
        n += (unsigned char)text.p[i] >= 0xC3 && (unsigned char)text.p[i] <= 0xC5;
    return n;
}

static void word_figures(struct figures *f)
{
    const mq_unit *u = &f->p->site->u;
    const float content = u->ncontent ? (float)u->ncontent : 1;
    const bool accented = accents_of(mq_unit_text(f->p->site)) > 0;
    float fr = 0, en = 0, both = 0, name = 0, strange = 0, foreign = 0, tongue = 0, tongue_known = 0;

    for (unsigned i = 0; i < u->nwords; i++) {
        const mq_unit_word *w = &u->word[i];
        const unsigned known = w->known & (MQ_RENDERING_FR | MQ_RENDERING_EN), langs = known && accented ? known | MQ_RENDERING_FR : known;

        if (!w->key.exact)
            continue;
        fr += langs == MQ_RENDERING_FR;
        en += langs == MQ_RENDERING_EN;
        both += langs == (MQ_RENDERING_FR | MQ_RENDERING_EN);
        name += w->known == MQ_RENDERING_NAME;
        strange += !w->known && !w->foreign && w->n > 3;
        foreign += w->foreign;
        if (mq_is_tongue_word(f->p->d->tongue_words, (mq_str){ w->folded, w->n }))
            *(w->known ? &tongue_known : &tongue) += 1;
    }
    put(f, MQ_L_known_fr, fr / content);
    put(f, MQ_L_known_en, en / content);
    put(f, MQ_L_known_both, both / content);
    put(f, MQ_L_known_name, name / content);
    put(f, MQ_L_all_known_fr, fr > 0 && fr + both == content);
    put(f, MQ_L_all_known_en, en > 0 && en + both == content);
    put(f, MQ_L_strange, strange / content);
    put(f, MQ_L_foreign, foreign / content);
    put(f, MQ_L_tongue, tongue / content);
    put(f, MQ_L_tongue_known, tongue_known / content);
    put(f, MQ_L_one_strange_word, strange > 0 && u->nwords == 1);
    put(f, MQ_L_strange_lower, strange > 0 && !(u->flags & MQ_UNIT_CAPITAL));
    put(f, MQ_L_taxon, is_taxon(u));
    put(f, MQ_L_joined_in_english, joins_in_english(u));
    put(f, MQ_L_hits_fr, f->p->c->fr_hits > f->p->c->en_hits);
    put(f, MQ_L_hits_en, f->p->c->en_hits > f->p->c->fr_hits);
}

/* By which lists of words have its words. */
static void wordlist_figures(struct figures *f)
{
    const mq_unit *u = &f->p->site->u;
    mq_shares s = { .fr = 0 };
    unsigned all;

    for (unsigned i = 0; i < u->nwords; i++)
        if (u->word[i].key.exact)
            mq_shares_add(&s, f->p->d, (mq_str){ u->word[i].folded, u->word[i].n });
    all = s.fr + s.en + s.both + s.name_fr + s.name_en + s.name_both + s.none + s.other;
    if (!all)
        return;
    put(f, MQ_L_words_fr, (float)s.fr / (float)all);
    put(f, MQ_L_words_en, (float)s.en / (float)all);
    put(f, MQ_L_words_both, (float)s.both / (float)all);
    put(f, MQ_L_words_name_fr, (float)s.name_fr / (float)all);
    put(f, MQ_L_words_name_en, (float)s.name_en / (float)all);
    put(f, MQ_L_words_name_both, (float)s.name_both / (float)all);
    put(f, MQ_L_words_none, (float)s.none / (float)all);
    put(f, MQ_L_any_fr, s.fr > 0);
    put(f, MQ_L_any_en, s.en > 0);
    put(f, MQ_L_all_fr, s.fr > 0 && s.fr + s.both == all);
    put(f, MQ_L_all_en, s.en > 0 && s.en + s.both == all);
    put(f, MQ_L_accented_fr, accents_of(mq_unit_text(f->p->site)) > 0 && s.fr + s.both + s.name_fr + s.name_both > 0 && s.none + s.other == 0);
}

static void around_figures(struct figures *f, const mq_shares *s)
{
    float fr, en, other;

    mq_put_shares(&fr, &en, &other, s);
    put(f, MQ_L_around_fr, fr);
    put(f, MQ_L_around_en, en);
    put(f, MQ_L_around_other, other);
}

/* Words that no other language has say more: des, et, of, the. */
static void add_function(struct figures *f, mq_lang_votes *all, mq_str word)
{
    mq_lang_votes v = { 0, 0, 0 };

    (void)mq_lang_vote_function(&v, word);
    all->french += v.french;
    all->english += v.english;
    all->other += v.other;
    if (v.french >= 4 && word.n > 1)
        put(f, MQ_L_firm_fr, 1);
    if (v.english >= 4)
        put(f, MQ_L_firm_en, 1);
}

static void vote_figures(struct figures *f)
{
    const mq_unit *u = &f->p->site->u;
    mq_lang_votes all, function = { 0, 0, 0 };

    (void)mq_lang_vote(&all, mq_unit_text(f->p->site));
    for (unsigned i = 0; i < u->nwords; i++)
        add_function(f, &function, (mq_str){ u->word[i].folded, u->word[i].n });
    put(f, MQ_L_function_fr, mq_clip((float)function.french / 4, 2));
    put(f, MQ_L_function_en, mq_clip((float)function.english / 4, 2));
    put(f, MQ_L_function_other, mq_clip((float)function.other / 4, 2));
    put(f, MQ_L_votes_fr, mq_clip((float)(all.french - function.french) / 3, 2));
    put(f, MQ_L_votes_en, mq_clip((float)(all.english - function.english) / 3, 2));
    put(f, MQ_L_votes_other, mq_clip((float)(all.other - function.other) / 3, 2));
}

/* ---- how it is written ---- */

/* Tesla’s AI Day, Schindler's List */
static bool has_possessive(mq_str text)
{
    for (size_t i = 1; i + 2 < text.n; i++) {
        const size_t sign = text.p[i] == '\'' ? 1 : i + 4 < text.n && memcmp(text.p + i, "’", 3) == 0 ? 3 : 0;

        if (sign && text.p[i + sign] == 's' && text.p[i + sign + 1] == ' ')
            return true;
    }
    return false;
}

/* Henry V, Innocent III */
static bool ends_in_roman_number(const mq_unit *u, mq_str text)
{
    size_t i = text.n;

    while (i > 0 && strchr("IVX", text.p[i - 1]))
        i--;
    return u->nwords > 1 && i > 1 && i < text.n && text.p[i - 1] == ' ';
}

static void form_figures(struct figures *f)
{
    const mq_unit *u = &f->p->site->u;
    const mq_str text = mq_unit_text(f->p->site);
    unsigned lower = 0, upper = 0, words = 0, titles = 0;
    const bool names = mq_holds_names(f->p->site, f->p->c);

    for (size_t i = 0; i < text.n; i++) {
        const char ch = text.p[i];
        const bool begins = i == 0 || text.p[i - 1] == ' ' || text.p[i - 1] == '\n' || text.p[i - 1] == '-';

        lower += ch >= 'a' && ch <= 'z';
        upper += ch >= 'A' && ch <= 'Z';
        words += begins;
        titles += begins && ((ch >= 'A' && ch <= 'Z') || (unsigned char)ch == 0xC3);
    }
    put(f, MQ_L_accents, accents_of(text) > 0);
    put(f, MQ_L_one_word, words == 1);
    put(f, MQ_L_two_words, words == 2);
    put(f, MQ_L_lower, !(u->flags & MQ_UNIT_CAPITAL));
    put(f, MQ_L_title, words > 1 && titles == words && lower > 0);
    put(f, MQ_L_shouted, upper > 2 && lower == 0);
    put(f, MQ_L_digit, (u->flags & MQ_UNIT_DIGIT) != 0);
    put(f, MQ_L_possessive, has_possessive(text));
    put(f, MQ_L_roman, ends_in_roman_number(u, text));
    put(f, MQ_L_names_only, names);
    put(f, MQ_L_person, names && words > 1 && words < 4 && titles == words && f->p->c->tokens > 1);
}

static bool is_given(const mq_tok *t, const mq_dicts *d)
{
    return t->script == MQ_ARABIC && (mq_is_given(d->given, (mq_str){ t->folded, t->folded_n }) ||
                                      mq_is_given(d->given, (mq_str){ t->folded + t->cut.skip, (size_t)t->folded_n - t->cut.skip }));
}

/* The Arabic side: الإنوسيتول is no person, شركة تسلا and مدينة بايرن are names. */
static void arabic_figures(struct figures *f)
{
    const mq_segment *s = f->p->site->s;
    const mq_tok *first = &s->tok[f->p->c->first], *before = f->p->c->first ? first - 1 : NULL;
    unsigned known = 0, words = 0;

    for (size_t i = f->p->c->first; i <= f->p->c->last; i++) {
        words += s->tok[i].script == MQ_ARABIC;
        known += s->tok[i].script == MQ_ARABIC && s->tok[i].nown > 0;
    }
    put(f, MQ_L_given, is_given(first, f->p->d));
    put(f, MQ_L_definite, first->article);
    put(f, MQ_L_class_before, before && before->script == MQ_ARABIC && (before->roles & MQ_ROLE_HEAD) != 0);
    put(f, MQ_L_body_before, before && before->script == MQ_ARABIC && (before->roles & MQ_ROLE_BODY) != 0);
    put(f, MQ_L_arabic_known, words ? (float)known / (float)words : 0);
}

/* ---- all of it ---- */

static void add_clue(void *user, uint32_t number)
{
    mq_language_case *to = user;

    if (to->nclues < MQ_CASE_CLUES)
        to->clue[to->nclues++] = (uint16_t)number;
}

void mq_language_figures(mq_language_case *to, const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d)
{
    const mq_pairing p = { site, c, d };
    float *x = to->x;
    struct figures f = { x, &p, kind == MQ_KIND_TRANSLITERATION };
    mq_around a;

    memset(to, 0, sizeof *to);
    mq_language_clues(site, c, mq_lexical_number, &(mq_lexical_numbers){ d->clues, add_clue, to });
    if (site->u.flags & MQ_UNIT_ACRONYM) {
        mq_acronym_figures(x, &p, kind);
        return;
    }
    a = mq_look_around(&p);
    put(&f, MQ_L_bias, 1);
    put_named(&f, MQ_L_cue_fr, mq_language_said(&p));
    put_bits(&f, MQ_L_cue_before_fr, mq_language_said_of_arabic(&p));
    spelling_figures(&f);
    vote_figures(&f);
    word_figures(&f);
    wordlist_figures(&f);
    around_figures(&f, &a.latin.shares);
    form_figures(&f);
    arabic_figures(&f);
    put_bits(&f, MQ_L_land_inside_fr, a.inside);
    put(&f, MQ_L_third_script, a.third_script);
    put_bits(&f, MQ_L_close_fr, a.close);
    put_bits(&f, MQ_L_land_fr, a.near);
    put_bits(&f, MQ_L_beside_fr, mq_language_beside(&p, &a.latin.spelling));
}
