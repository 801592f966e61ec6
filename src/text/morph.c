/*
 * morph.c - see morph.h.
 *
 * For each stack of proclitics that the word begins with, for no pronoun and each pronoun that it ends with, for no ending and each ending before that: the
 * reading is legal when the tables allow the three together and the stem obeys the spelling. Broken plurals are looked up for stems that stand as they are.
 * A proclitic may be part of a term (بالجملة): each reading with proclitics comes a second time with them in the key.
 */
#include <string.h>

#include <muqabil/text.h>

#include "text/arletter.h"
#include "text/clitic.h"
#include "text/ligature.h"
#include "text/morph.h"
#include "text/plural.h"
#include "text/words.h"

enum { LEAST_STEM = 2 };

/* Far-fetched changes are charged beyond their rarity, in units of cost, so that a headword comes before what it was derived from. */
static const uint8_t charge[] = { [MQ_CHANGE_WEAK] = 8, [MQ_CHANGE_DUAL] = 2, [MQ_CHANGE_PLURAL] = 2, [MQ_CHANGE_BROKEN] = 6, [MQ_CHANGE_FEMININE] = 12,
                                  [MQ_CHANGE_NISBA] = 60 };

/* One way to cut, while it is tried. */
struct cut {
    mq_morph *m;
    const mq_affixes *table;
    unsigned stack, pronoun, ending;  /* pronoun and ending: 1 + row, 0 = none */
    unsigned from, base_end, to;      /* letters: the stem begins, the pronoun begins, the ending begins */
    bool fully;                       /* what mq_morph_read_fully adds */
};

/* Whether the two say the same. شوطين as a dual and as a plural does, but not where the likeliest is asked for (fully). */
static bool same_key(const mq_reading *a, const mq_reading *b, bool fully)
{
    if (fully && (a->change == MQ_CHANGE_DUAL) != (b->change == MQ_CHANGE_DUAL))
        return false;
    return a->n == b->n && a->proclitics == b->proclitics && a->article == b->article && !a->pronoun == !b->pronoun && a->construct == b->construct &&
           memcmp(a->key, b->key, a->n) == 0;
}

/* Affixes are a letter or two and mostly differ in the first: memcmp would be slower. */
static bool same_letters(const uint16_t *a, const uint16_t *b, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

/* Keeps m->r in order of cost, at most MQ_MOST_READINGS, the cheapest of those that say the same. */
static void insert(const struct cut *c, const mq_reading *r)
{
    mq_morph *m = c->m;
    unsigned at = m->n;

    for (unsigned i = 0; i < m->n; i++)
        if (same_key(&m->r[i], r, c->fully)) {
            if (m->r[i].cost <= r->cost)
                return;
            memmove(&m->r[i], &m->r[i + 1], (m->n - i - 1) * sizeof *m->r);
            at = --m->n;
            break;
        }
    while (at > 0 && m->r[at - 1].cost > r->cost)
        at--;
    if (at == MQ_MOST_READINGS)
        return;
    if (m->n == MQ_MOST_READINGS)
        m->n--;
    memmove(&m->r[at + 1], &m->r[at], (m->n - at) * sizeof *m->r);
    m->r[at] = *r;
    m->n++;
}

/* The reading with its key, and those that keep proclitics in the key. */
static void add_kept(const struct cut *c, const mq_reading *r)
{
    const mq_stack *s = &c->table->stack[c->stack];

    insert(c, r);
    for (unsigned k = 1; k <= s->nkept; k++) {
        mq_reading kept = *r;
        const size_t n = mq_arword_key(kept.key, s->kept + s->nkept - k, k);

        if (n + 1 + r->n > sizeof kept.key)
            return;
        kept.key[n] = MQ_MORPH_KEPT;
        memcpy(kept.key + n + 1, r->key, r->n);
        kept.n = (uint8_t)(n + 1 + r->n);
        kept.kept = (uint8_t)(n + 1);
        for (unsigned i = s->nkept - k; i < s->nkept; i++)
            kept.proclitics &= (uint8_t)~mq_clitic_bit(s->kept[i]);
        insert(c, &kept);
    }
}

/* Whether the stem of r is spelled as the lexicon spells the form; a plain ال is the article, no ألباب typed without its hamza. */
static bool spelled_like(const mq_morph *m, const mq_reading *r, mq_str form)
{
    const uint16_t *stem = m->word.letter + r->from;
    const unsigned n = r->to - r->from;
    mq_arword f;

    if (!mq_arword_of(&f, form))
        return false;
    return mq_arword_alike(stem, f.letter, n < f.n ? n : f.n) && !(n > 2 && stem[0] == ALEF && stem[1] == LAM && f.letter[0] != ALEF);
}

static void add_broken(const struct cut *c, const mq_reading *r)
{
    const mq_str stem = { r->key, r->n };
    const char *list = mq_plural_find(stem);
    mq_plural p;

    while (mq_plural_next(&p, &list)) {
        mq_reading b = *r;

        if (p.head.n > sizeof b.key || mq_str_equal(p.head, stem) || !spelled_like(c->m, r, p.form))
            continue;
        memcpy(b.key, p.head.p, p.head.n);
        b.n = (uint8_t)p.head.n;
        b.change = MQ_CHANGE_BROKEN;
        b.own = p.own;
        b.cost = (uint16_t)(r->cost + charge[MQ_CHANGE_BROKEN]);
        add_kept(c, &b);
    }
}

/* Whether the lexicon lists the stem as the form of the same with ي: مشتر, of مشتري. */
static bool is_listed_weak(const uint16_t *stem, unsigned n)
{
    char head[MQ_ARWORD_KEY + 3];
    const size_t k = mq_arword_key(head, stem, n);

    memcpy(head + k, "\xD9\x8A", 2);
    return mq_plural_has((mq_str){ head, k }, (mq_str){ head, k + 2 });
}

/*
 * The stems of قاضٍ, محامٍ, أراضٍ, مشترٍ, تحدٍّ: those that lose their ي, here without it. Where the ي is to be restored they have ا in the second or third place or
 * begin with م; where it is to go they may begin with ت as well (يهودي is no form of يهود), and the lexicon must list both, or know neither: قطاعي is no form of قطاع.
 */
static bool is_weak(const uint16_t *stem, unsigned n, bool restored)
{
    const bool shape = (n == 3 && stem[1] == ALEF) || (n >= 4 && n <= 5 && stem[2] == ALEF);
    char key[MQ_ARWORD_KEY];
    size_t k;

    if (n < 3 || n > 6)
        return false;
    if (restored)
        return shape || stem[0] == MEEM;
    k = mq_arword_key(key, stem, n);
    if (shape || stem[0] == MEEM || stem[0] == TEH)
        return is_listed_weak(stem, n) || (shape && !mq_word_kinds((mq_str){ key, k }));
    return false;
}

/* Broken plurals without nunation: مفاعل, مفاعيل, فعلاء, أفعلاء. They take no ا in the accusative: محاضرا is no form of محضر. */
static bool is_diptote(const uint16_t *stem, unsigned n)
{
    if (n < 5 || stem[n - 1] == TEH_MARBUTA)
        return false;
    return stem[2] == ALEF || (stem[n - 1] == HAMZA && stem[n - 2] == ALEF);
}

/* ة and ى only end a word, a pronoun never follows them, and a weak ending wants a weak stem. */
static bool is_spelled_right(const struct cut *c, const uint16_t *lemma, unsigned n)
{
    if (!c->pronoun && !c->ending)
        return true; /* as it stands; a term may be misspelled */
    for (unsigned i = 0; i + 1 < n; i++)
        if (lemma[i] == TEH_MARBUTA || lemma[i] == ALEF_MAKSURA)
            return false;
    if (c->pronoun && !c->ending && (lemma[n - 1] == TEH_MARBUTA || lemma[n - 1] == ALEF_MAKSURA))
        return false;
    if (c->ending && (c->table->ending[c->ending - 1].where & MQ_WHERE_WEAK))
        return is_weak(lemma, lemma[n - 1] == YEH ? n - 1 : n, c->table->ending[c->ending - 1].nrestore > 0);
    return true;
}

/* Letters of a stem before a pronoun. */
static unsigned least_stem(const struct cut *c)
{
    const uint16_t first = c->m->word.letter[c->from];

    if (!c->fully || (first != BEH && first != LAM) || (c->table->stack[c->stack].proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA)))
        return LEAST_STEM;
    return 1;
}

/* A stem that an ending swallowed has its first letter; letters that one ligature stands for have its place. */
static void set_place(mq_reading *r, const mq_arword *w, unsigned from, unsigned to)
{
    r->from = (uint8_t)from;
    r->to = (uint8_t)(to > from ? to : from + 1);
    r->start = w->at[from];
    for (to = r->to; w->at[to] == r->start;)
        to++;
    r->end = w->at[to];
}

static void add(const struct cut *c)
{
    const mq_stack *s = &c->table->stack[c->stack];
    const mq_ending *e = c->ending ? &c->table->ending[c->ending - 1] : NULL;
    const mq_arword *w = &c->m->word;
    uint16_t lemma[MQ_ARWORD_LETTERS + 2];
    unsigned n = c->to - c->from;
    mq_reading r = { .proclitics = s->proclitics, .article = s->article, .pronoun = (uint8_t)c->pronoun, .ending = (uint8_t)c->ending };

    memcpy(lemma, w->letter + c->from, n * sizeof *lemma);
    for (unsigned i = 0; e && i < e->nrestore; i++)
        lemma[n++] = e->restore[i];
    if ((n < (c->pronoun && !c->ending ? least_stem(c) : LEAST_STEM) && n < w->n) || n > MQ_ARWORD_LETTERS || !is_spelled_right(c, lemma, n))
        return;
    r.n = (uint8_t)mq_arword_key(r.key, lemma, n);
    r.change = e ? e->change : MQ_CHANGE_SAME;
    r.construct = e && !c->pronoun && !(e->where & MQ_WHERE_ABS) && r.change >= MQ_CHANGE_DUAL;
    r.cost = (uint16_t)(s->cost + s->article + (e ? e->cost + charge[e->change] : 0) + (c->pronoun ? c->table->pronoun[c->pronoun - 1].cost : 0));
    set_place(&r, w, c->from, c->to);
    if (r.change <= MQ_CHANGE_CASE && !(r.change == MQ_CHANGE_CASE && is_diptote(lemma, n)))
        add_broken(c, &r);
    add_kept(c, &r);
}

static bool ends_with(const mq_arword *w, unsigned from, unsigned to, const mq_ending *e)
{
    return to >= from + e->n && same_letters(w->letter + to - e->n, e->letter, e->n);
}

/* ة typed ه, where it can hardly be a pronoun: الفضيه, بتروليه. */
static bool ends_in_heh_for(const struct cut *c, const mq_ending *e)
{
    const uint16_t *end = c->m->word.letter + c->base_end;

    if (!c->fully || e->n != 1 || e->letter[0] != TEH_MARBUTA || c->pronoun || c->base_end - c->from <= LEAST_STEM + 1 || end[-1] != HEH)
        return false;
    return c->table->stack[c->stack].article || (end[-2] == YEH && c->base_end - c->from >= 6);
}

static bool may_stand(const struct cut *c, const mq_ending *e)
{
    const mq_stack *s = &c->table->stack[c->stack];

    if ((e->where & MQ_WHERE_FREE) && (s->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA)))
        return false;
    if (c->pronoun)
        return e->where & MQ_WHERE_POSS;
    return (e->where & MQ_WHERE_ABS) || ((e->where & MQ_WHERE_INDEF) && !s->article);
}

static void read_endings(struct cut *c)
{
    const mq_affix_rows ends = mq_affixes_at(c->table, c->pronoun ? MQ_AFFIX_POSS : MQ_AFFIX_ENDINGS, c->m->word.letter[c->base_end - 1]);

    c->ending = 0;
    c->to = c->base_end;
    add(c);
    for (unsigned i = 0; i < ends.n; i++) {
        const mq_ending *e = &c->table->ending[ends.row[i]];

        if (!(ends_with(&c->m->word, c->from, c->base_end, e) || ends_in_heh_for(c, e)) || !may_stand(c, e))
            continue;
        c->ending = ends.row[i] + 1U;
        c->to = c->base_end - e->n;
        add(c);
    }
}

/* Behind س: an imperfect verb, with a pronoun or not. */
static bool is_imperfect(const mq_arword *w, unsigned from)
{
    const uint16_t c = w->letter[from];

    return w->n - from >= 3 && (c == YEH || c == TEH || c == NOON || c == ALEF_HAMZA || c == ALEF);
}

/* With the pronoun (1 + row, 0 = none), which the word ends with. */
static void read_pronoun(struct cut *c, unsigned pronoun)
{
    c->pronoun = pronoun;
    c->ending = 0;
    c->to = c->base_end = c->m->word.n - (pronoun ? c->table->pronoun[pronoun - 1].n : 0);
    if (c->table->stack[c->stack].proclitics & MQ_CLITIC_SA)
        add(c);
    else
        read_endings(c);
}

static void read_stack(struct cut *c)
{
    const mq_stack *s = &c->table->stack[c->stack];
    const mq_arword *w = &c->m->word;
    const bool verb = s->proclitics & MQ_CLITIC_SA;
    const mq_affix_rows ends = mq_affixes_at(c->table, MQ_AFFIX_PRONOUNS, w->letter[w->n - 1]);
    unsigned least;

    c->from = s->n - s->back;
    if (verb && !is_imperfect(w, c->from))
        return;
    read_pronoun(c, 0);
    least = least_stem(c);
    for (unsigned i = 0; i < ends.n && !s->article; i++) {
        const mq_ending *pron = &c->table->pronoun[ends.row[i]];

        if ((pron->change != MQ_PRON_VERB || verb || c->fully) && ends_with(w, c->from + least, w->n, pron))
            read_pronoun(c, ends.row[i] + 1U);
    }
}

static void read_word(mq_morph *m, bool fully)
{
    struct cut c = { .m = m, .table = mq_affixes_get(), .fully = fully };
    const mq_affix_rows begins = mq_affixes_at(c.table, MQ_AFFIX_STACKS, m->word.letter[0]);

    m->n = 0;
    read_stack(&c); /* the empty one */
    for (unsigned i = 0; i < begins.n; i++) {
        const mq_stack *s = &c.table->stack[begins.row[i]];

        c.stack = begins.row[i];
        if (m->word.n + s->back >= s->n + (unsigned)LEAST_STEM && same_letters(m->word.letter, s->letter, s->n))
            read_stack(&c);
    }
}

void mq_morph_read(mq_morph *m, mq_str token)
{
    m->n = 0;
    if (mq_arword_of(&m->word, token))
        read_word(m, false);
}

void mq_morph_read_fully(mq_morph *m, mq_str token)
{
    m->n = 0;
    if (mq_arword_of(&m->word, token))
        read_word(m, true);
}

static bool mend(mq_morph *out, const mq_morph *m, unsigned i, bool fully)
{
    if (!mq_arword_mend(&out->word, &m->word, i))
        return false;
    read_word(out, fully);
    return true;
}

bool mq_morph_mend(mq_morph *out, const mq_morph *m, unsigned i)
{
    return mend(out, m, i, false);
}

bool mq_morph_turn_ligature(mq_morph *out, const mq_morph *m, unsigned i)
{
    if (!mq_ligature_turn(&out->word, &m->word, i))
        return false;
    read_word(out, false);
    return true;
}

bool mq_morph_turn_lost(mq_morph *out, const mq_morph *m)
{
    if (!mq_arword_turn_lost(&out->word, &m->word))
        return false;
    read_word(out, false);
    return true;
}

bool mq_morph_seat(mq_morph *out, const mq_morph *m)
{
    if (!mq_arword_seat(&out->word, &m->word))
        return false;
    read_word(out, false);
    return true;
}

bool mq_morph_restore_fully(mq_morph *out, const mq_morph *m)
{
    if (!mq_arword_restore(&out->word, &m->word))
        return false;
    read_word(out, true);
    return true;
}

bool mq_morph_restore_some(mq_morph *out, const mq_morph *m, unsigned i)
{
    if (!mq_arword_restore_some(&out->word, &m->word, i))
        return false;
    read_word(out, false);
    return true;
}

bool mq_morph_turn_fully(mq_morph *out, const mq_morph *m)
{
    if (!mq_arword_turn(&out->word, &m->word))
        return false;
    read_word(out, true);
    return true;
}

bool mq_morph_mend_fully(mq_morph *out, const mq_morph *m, unsigned i)
{
    return mend(out, m, i, true);
}

static void set_key(mq_morph_key *k, const uint16_t *letter, unsigned n, bool article)
{
    k->n = (uint8_t)mq_arword_key(k->key, letter, n);
    k->article = article;
}

static bool has_article(const mq_arword *w)
{
    static const uint16_t allah[] = { ALEF, LAM, LAM, 0x0647 };

    return w->n >= 4 && w->letter[0] == ALEF && w->letter[1] == LAM && !(w->n == 4 && memcmp(w->letter, allah, sizeof allah) == 0);
}

/* Whether a word that begins with ال has the article: what the lexicon says of the word and of the rest of it; both when it says nothing. */
static unsigned article_keys(mq_morph_key keys[2], const mq_arword *w)
{
    set_key(&keys[0], w->letter + 2, w->n - 2, true);
    set_key(&keys[1], w->letter, w->n, false);
    if (mq_word_kinds((mq_str){ keys[0].key, keys[0].n }))
        return mq_word_kinds((mq_str){ keys[1].key, keys[1].n }) ? 2 : 1;
    if (mq_word_kinds((mq_str){ keys[1].key, keys[1].n })) {
        keys[0] = keys[1];
        return 1;
    }
    return 2;
}

/* Proclitics + stem or + ال + stem: the proclitics, one letter each, stay in the key. */
static void set_kept_key(mq_morph_key *k, const mq_arword *w, const mq_cut *cut)
{
    const unsigned kept = (unsigned)__builtin_popcount(cut->proclitics), from = cut->skip / 2U;
    const size_t n = mq_arword_key(k->key, w->letter, kept);

    k->key[n] = MQ_MORPH_KEPT;
    k->n = (uint8_t)(n + 1 + mq_arword_key(k->key + n + 1, w->letter + from, w->n - from));
    k->article = cut->article;
}

unsigned mq_morph_keys(mq_morph_key keys[2], mq_str token)
{
    mq_arword w;
    mq_cut cut;

    if (!mq_arword_of(&w, token))
        return 0;
    if (has_article(&w))
        return article_keys(keys, &w);
    set_key(&keys[0], w.letter, w.n, false);
    cut = mq_best_cut((mq_str){ keys[0].key, keys[0].n });
    if (!cut.proclitics || keys[0].n != 2 * w.n || w.n == MQ_ARWORD_LETTERS)
        return 1;
    set_kept_key(&keys[1], &w, &cut); /* the first letters may belong to the word after all (بالستي) */
    return 2;
}
