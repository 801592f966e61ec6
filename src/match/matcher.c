/*
 * matcher.c - terms into the trie.
 *
 * A word that begins with ال of which nobody knows whether it is the article has two keys, so a term can have several ways through the trie; all of
 * them end in the same pairs. At most WAYS of them are laid.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/function.h"
#include "lexicon/keys.h"
#include "match/matcher.h"
#include "text/arletter.h"
#include "text/clitic.h"
#include "text/latinword.h"
#include "text/morph.h"
#include "text/words.h"

enum { WAYS = 8, NO_TERM = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG };

/* One word of a term, on the way into the trie. */
struct part {
    uint32_t word[2];
    bool article[2];
    uint8_t n;           /* keys, 1 or 2 */
    uint8_t seat[2];
    bool inside;         /* the second key is for longer terms only */
    bool loose, free, having, complement, adjective, relational, epithet, teh, hamza, number, function, verbal, particle, abstract, verb, noun, capitals;
    unsigned letters;
};

struct term {
    mq_matcher *m;
    struct part part[MQ_MATCHER_WORDS];
    unsigned n;
    bool loose;          /* punctuation was seen since the last word */
    bool phrase, cue;
    mq_phrase_words of;  /* of a phrase or a cue */
    mq_status rc;        /* MQ_ELIMIT: cannot be found; MQ_ENOMEM */
};

mq_seat mq_seat_of(uint16_t letter)
{
    switch (letter) {
    case 0x0623: return MQ_SEAT_ABOVE;
    case 0x0625: return MQ_SEAT_BELOW;
    case 0x0622: return MQ_SEAT_MADDA;
    default: return MQ_SEAT_NONE;
    }
}

bool mq_has_seat(const uint16_t *letter, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (mq_seat_of(letter[i]))
            return true;
    return false;
}

mq_status mq_matcher_new(mq_matcher **out, mq_error *err)
{
    mq_matcher *m = calloc(1, sizeof *m);
    mq_status rc;

    *out = NULL;
    if (!m || mq_vocab_init(&m->vocab) || mq_trie_init(&m->trie)) {
        mq_matcher_free(m);
        return mq_fail(err, MQ_ENOMEM, "no memory to find terms");
    }
    rc = mq_dict_image(&m->function, &mq_dict_function, err);
    if (rc) {
        mq_matcher_free(m);
        return rc;
    }
    *out = m;
    return MQ_OK;
}

void mq_matcher_free(mq_matcher *m)
{
    if (!m)
        return;
    mq_vocab_release(&m->vocab);
    mq_trie_release(&m->trie);
    free(m);
}

/* Room for one more word; NULL and t->rc when there are too many. */
static struct part *next_part(struct term *t)
{
    if (t->n == MQ_MATCHER_WORDS)
        t->rc = MQ_ELIMIT;
    if (t->rc)
        return NULL;
    t->part[t->n] = (struct part){ .loose = t->loose && t->n > 0 };
    t->loose = false;
    return &t->part[t->n++];
}

static void add_key(struct term *t, struct part *p, mq_str key, bool article)
{
    const uint32_t word = mq_vocab_add(&t->m->vocab, key);

    if (!word)
        t->rc = MQ_ENOMEM;
    p->word[p->n] = word;
    p->article[p->n++] = article;
}

static bool is_relational(const mq_arword *w)
{
    const unsigned last = w->letter[w->n - 1] == TEH_MARBUTA ? w->n - 2 : w->n - 1;

    return w->n >= 5 && w->letter[last] == YEH;
}

/* مركزية is the feminine of مركزي and واقعة, a participle, of واقع; مديرية is of nothing, and مؤسسة rather a noun. */
static bool is_abstract(const mq_arword *w, mq_str key)
{
    const unsigned kinds = w->letter[w->n - 1] == TEH_MARBUTA && w->n >= 5 ? mq_word_kinds((mq_str){ key.p, key.n - 2 }) : 0;

    return (kinds & MQ_WORD_ADJ) && (is_relational(w) || !(kinds & MQ_WORD_NOUN) || w->letter[w->n - 4] == ALEF);
}

/* Whether that mark stands behind the i-th letter, at any place. */
static bool has_mark(const mq_arword *w, mq_str token, unsigned i, uint32_t mark)
{
    const char *p = token.p + w->at[i], *end = token.p + w->at[i + 1];
    uint32_t cp;

    while (p < end) {
        p += mq_utf8_decode(p, end, &cp);
        if (cp == mark)
            return true;
    }
    return false;
}

/* The mark that stands behind the i-th letter, the first of them; 0 = none. */
static uint32_t mark_behind(const mq_arword *w, mq_str token, unsigned i)
{
    const char *p = token.p + w->at[i], *end = token.p + w->at[i + 1];
    uint32_t cp = 0;

    p += mq_utf8_decode(p, end, &cp);
    if (p < end)
        (void)mq_utf8_decode(p, end, &cp);
    else
        cp = 0;
    return cp;
}

/*
 * عَدَّل, صَادَر: a term that its vowels tell to be a verb (forms II and III), and no adjective (بَيِّن) nor a noun of the lexicon (خَاتَم). It never has the article: العدل and
 * الصادر are other words.
 */
static bool is_verb(const mq_arword *w, mq_str token, unsigned kinds)
{
    const unsigned middle = w->n - 2;
    uint32_t mark;

    if (w->n < 3 || w->n > 4 || (w->n == 4 && (w->letter[1] != ALEF || (kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ)) == MQ_WORD_NOUN)) || mark_behind(w, token, 0) != FATHA)
        return false;
    if (w->letter[w->n - 1] == TEH_MARBUTA || w->letter[w->n - 1] == YEH || w->letter[w->n - 1] == ALEF_MAKSURA)
        return false;
    if (has_mark(w, token, middle, KASRA))
        return false;
    mark = mark_behind(w, token, middle);
    return w->n == 4 ? mark == FATHA : mark == SHADDA || (mark == FATHA && w->at[middle + 1] - w->at[middle] > 4);
}

/* The letters of يفعل, تفعل, نفعل and أفعل before the root. */
static bool begins_like_imperfect(const mq_arword *w)
{
    const uint16_t c = w->letter[0];

    return c == YEH || c == TEH || c == NOON || c == ALEF || mq_seat_of(c) != MQ_SEAT_NONE;
}

/* What ends with ة, عضو, وزير and قرار, تغيير, مجلس: no verb is spelled so. ت and ا may be endings of verbs (منحت, رضوا). */
static bool is_surely_noun(const mq_arword *w)
{
    const uint16_t *c = w->letter, last = c[w->n - 1];

    if (last == TEH_MARBUTA)
        return true;
    if (w->n < 3 || last == TEH || last == ALEF)
        return false;
    if (w->n == 3)
        return last == WAW && !begins_like_imperfect(w);
    if (c[0] == MEEM && (c[1] != ALEF || w->n > 4))
        return true;
    if (w->n == 5)
        return c[0] == TEH && c[3] == YEH;
    return w->n == 4 && !begins_like_imperfect(w) && (c[2] == ALEF || c[2] == WAW || c[2] == YEH);
}

/*
 * MQ_ROLE_* of a word. أجل is a preposition in من أجل and لأجل only, إضافة in إضافة إلى, which are set phrases of dict/phrases.tsv; آلي folds like إلى, but no
 * function word begins with آ.
 */
static unsigned roles_of(const struct term *t, const mq_arword *w, mq_str key)
{
    const mq_str delay = MQ_STR("\u0627\u062C\u0644"), addition = MQ_STR("\u0627\u0636\u0627\u0641\u0647");

    if (mq_seat_of(w->letter[0]) == MQ_SEAT_MADDA || mq_str_equal(key, delay) || mq_str_equal(key, addition))
        return 0;
    return mq_roles(t->m->function, mq_hash(key));
}

/* إليه, عليها, له behind a noun, which has the article or not: المرسل إليه, مرسل إليه. */
static bool is_preposition_with_pronoun(const struct term *t, mq_str key)
{
    const mq_str pronouns[] = { MQ_STR("\u0647"), MQ_STR("\u0647\u0627"), MQ_STR("\u0647\u0645"), MQ_STR("\u0647\u0645\u0627"), MQ_STR("\u0647\u0646") };

    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns && t->n > 1; i++) {
        const mq_str pronoun = pronouns[i], stem = { key.p, key.n > pronoun.n ? key.n - pronoun.n : 0 };

        if (stem.n == 0 || memcmp(stem.p + stem.n, pronoun.p, pronoun.n) != 0)
            continue;
        if (mq_str_equal(stem, MQ_STR("\u0644")) || mq_str_equal(stem, MQ_STR("\u0628")) || (mq_roles(t->m->function, mq_hash(stem)) & MQ_ROLE_PREP))
            return true;
    }
    return false;
}

/* بتحديد is counted as often as a word, but in a cue it is a preposition and its noun: القاضي بتحديد. Of four letters or more, or where the whole
   is no word, as بدلة and لجنة are: بقوة. */
static bool is_glued(mq_str key)
{
    enum { THREE = 6, FOUR = 8 };
    mq_cutting c;
    size_t least;

    mq_cutting_of(&c, key);
    least = mq_word_kinds_hash(c.hash[0]) ? FOUR : THREE;
    for (unsigned i = 1; i < c.n; i++)
        if (c.cut[i].proclitics && key.n - c.cut[i].skip >= least && mq_word_kinds_hash(c.hash[i]) & MQ_WORD_NOUN)
            return true;
    return false;
}

/*
 * Another key of the same word, for forms that are read as forms of that: صافي of صاف (صافية), قاض of قاضي (قضاة التحقيق), ذو of ذوو (ذوي الحقوق). Bytes in out, 0 = it has
 * none.
 */
static size_t other_key(char out[MQ_ARWORD_KEY], mq_str key)
{
    const mq_str yeh = MQ_STR("\u064A"), owners = MQ_STR("\u0630\u0648\u0648");
    const mq_str stem = { key.p, key.n > 2 ? key.n - 2 : 0 };
    const unsigned whole = MQ_WORD_NOUN | MQ_WORD_ADJ;

    if (key.n + yeh.n > MQ_ARWORD_KEY || stem.n < 4)
        return 0;
    memcpy(out, key.p, key.n);
    if (mq_str_equal(key, owners))
        return stem.n;
    if (memcmp(stem.p + stem.n, yeh.p, yeh.n) == 0)
        return stem.n >= 6 && (mq_word_kinds(key) & MQ_WORD_FORM) && (mq_word_kinds(stem) & (whole | MQ_WORD_FORM)) == MQ_WORD_NOUN ? stem.n : 0;
    memcpy(out + key.n, yeh.p, yeh.n);
    return (mq_word_kinds(key) & whole) == MQ_WORD_ADJ && mq_word_kinds((mq_str){ out, key.n + yeh.n }) & MQ_WORD_FORM ? key.n + yeh.n : 0;
}

static void add_other_key(struct term *t, struct part *p, const mq_morph_key *key)
{
    char other[MQ_ARWORD_KEY];
    const size_t n = other_key(other, (mq_str){ key->key, key->n });

    if (n == 0)
        return;
    p->inside = n < key->n;
    p->seat[1] = p->seat[0];
    add_key(t, p, (mq_str){ other, n }, key->article);
}

static void add_arabic(struct term *t, mq_str token)
{
    mq_morph_key keys[2];
    char folded[MQ_ARWORD_KEY];
    mq_arword w;
    const unsigned n = mq_morph_keys(keys, token);
    struct part *p = n ? next_part(t) : NULL;
    mq_str key;
    unsigned roles, kinds;

    if (!p || !mq_arword_of(&w, token)) {
        t->rc = t->rc ? t->rc : MQ_ELIMIT;
        return;
    }
    key = (mq_str){ folded, mq_arword_key(folded, w.letter, w.n) };
    roles = roles_of(t, &w, keys[0].article ? (mq_str){ keys[0].key, keys[0].n } : key) | (mq_roles(t->m->function, mq_hash(key)) & MQ_ROLE_REL);
    p->hamza = mq_has_seat(w.letter + 3, w.n > 3 ? w.n - 3 : 0) || (w.n > 1 && !keys[0].article && mq_has_seat(w.letter + 1, w.n - 1));
    p->teh = w.letter[w.n - 1] == TEH_MARBUTA;
    p->letters = w.n;
    kinds = mq_word_kinds((mq_str){ keys[0].key, keys[0].n });
    p->particle = (roles & NO_TERM) || (kinds & (MQ_WORD_PREP | MQ_WORD_PART));
    p->function = (roles & NO_TERM) && !(kinds & MQ_WORD_NOUN);
    p->verb = is_verb(&w, token, kinds);
    p->noun = is_surely_noun(&w);
    p->abstract = is_abstract(&w, (mq_str){ keys[0].key, keys[0].n });
    p->verbal = (roles & MQ_ROLE_VERB) && !(kinds & MQ_WORD_NOUN);
    p->having = (roles & MQ_ROLE_HAVING) && !keys[0].article;
    p->free = (roles & NO_TERM) || ((roles & MQ_ROLE_ADV) && !(kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ))) || mq_best_cut(key).proclitics ||
              (t->cue && is_glued(key));
    p->complement = is_preposition_with_pronoun(t, key);
    p->epithet = (kinds & (MQ_WORD_ADJ | MQ_WORD_NOUN)) == MQ_WORD_ADJ;
    p->adjective = p->epithet && is_relational(&w); /* others are nouns as well in some texts */
    p->relational = (kinds & MQ_WORD_ADJ) && w.n >= 4 && w.letter[w.n - 1] == YEH;
    for (unsigned i = 0; i < n && !t->rc; i++) {
        const bool article = keys[i].article && !p->free;

        add_key(t, p, (mq_str){ keys[i].key, keys[i].n }, keys[i].article);
        p->seat[i] = p->free ? MQ_SEAT_NONE : (uint8_t)mq_seat_of(w.letter[article ? 2 : 0]);
    }
    if (n == 1 && !t->rc && !t->cue && !t->phrase)
        add_other_key(t, p, &keys[0]);
}

/* The l' of a term that a list gives with its article is no part of it; the L of L-alanine is. */
static bool begins_with_article(const struct term *t, mq_str token, const mq_latin_word *words, unsigned n)
{
    return t->n == 0 && n > 1 && words[0].n == 1 && words[0].key[0] == 'l' && token.p[words[0].end] != '-';
}

static void add_latin(struct term *t, mq_lang lang, mq_str token)
{
    mq_latin_word words[MQ_LATIN_PARTS];
    const unsigned n = mq_latin_words(words, token);

    if (n == 0)
        t->rc = MQ_ELIMIT;
    for (unsigned i = begins_with_article(t, token, words, n); i < n && !t->rc; i++) {
        const mq_str key = { words[i].key, words[i].n };
        struct part *p = next_part(t);

        if (!p)
            return;
        p->letters = words[i].n;
        p->capitals = words[i].capitals;
        p->function = mq_latin_exact_of(key) == 0 || (lang == MQ_LANG_FR && mq_is_french_function(key));
        p->free = true;
        add_key(t, p, key, false);
    }
}

static void add_other(struct term *t, mq_str token, bool number)
{
    mq_buf folded = MQ_BUF_INIT;
    struct part *p = next_part(t);

    if (p && mq_fold(&folded, token, MQ_FOLD_SEARCH, NULL) == MQ_OK && folded.n) {
        p->number = number;
        p->free = true;
        p->letters = 2;
        add_key(t, p, mq_buf_str(&folded), false);
    } else if (!t->rc) {
        t->rc = folded.status ? MQ_ENOMEM : MQ_ELIMIT;
    }
    mq_buf_release(&folded);
}

/* A number, whatever it is. */
static void add_any_number(struct term *t)
{
    struct part *p = next_part(t);

    if (!p)
        return;
    p->number = p->free = true;
    add_key(t, p, MQ_ANY_NUMBER, false);
}

/* Words on their own that would be met everywhere in another sense. */
static bool can_be_found(const struct term *t)
{
    bool words = false;

    for (unsigned i = 0; i < t->n; i++)
        words |= !t->part[i].number && !t->part[i].function;
    if (!words || t->rc == MQ_ELIMIT)
        return false;
    return t->n > 1 || t->part[0].letters >= 2;
}

static mq_shape shape_of(const struct term *t, unsigned way, mq_lang lang)
{
    mq_shape s = { .words = (uint8_t)t->n, .lang = (uint8_t)lang, .phrase = t->phrase, .cue = t->cue, .place = (uint8_t)t->of.first,
                  .placed = (uint8_t)t->of.words, .bare = t->of.bare, .attributive = t->of.attributive };

    for (unsigned i = 0, ambiguous = 0; i < t->n; i++) {
        const struct part *p = &t->part[i];
        const unsigned k = p->n == 2 ? way >> ambiguous++ & 1U : 0;

        s.articles |= (uint32_t)p->article[k] << i;
        s.seats |= (uint64_t)p->seat[k] << 2 * i;
        s.teh |= (uint32_t)p->teh << i;
        s.hamza |= (uint32_t)p->hamza << i;
        s.loose |= (uint32_t)p->loose << i;
        s.free |= (uint32_t)p->free << i;
        s.having |= (uint32_t)p->having << i;
        s.complement |= (uint32_t)p->complement << i;
        s.adjective |= (uint32_t)p->adjective << i;
        s.epithet |= (uint32_t)p->epithet << i;
    }
    s.capitals = t->n == 1 && t->part[0].capitals;
    s.verbal = t->n == 1 && t->part[0].verbal;
    s.particle = t->n == 1 && t->part[0].particle;
    s.abstract = t->n == 1 && t->part[0].abstract;
    s.relational = t->n == 1 && t->part[0].relational;
    s.verb = t->n == 1 && t->part[0].verb;
    s.noun = t->n == 1 && t->part[0].noun;
    return s;
}

static uint32_t root_of(mq_matcher *m, uint32_t word)
{
    if (!m->vocab.root[word])
        m->vocab.root[word] = mq_trie_node(&m->trie);
    return m->vocab.root[word];
}

/* One choice among the keys of the words: bit b of `way` is the key of the b-th word that has two. */
static mq_status lay(struct term *t, unsigned way, mq_lang lang, uint32_t pair)
{
    const mq_shape shape = shape_of(t, way, lang);
    uint32_t node = 0;

    for (unsigned i = 0, ambiguous = 0; i < t->n; i++) {
        const struct part *p = &t->part[i];
        const unsigned k = p->n == 2 ? way >> ambiguous++ & 1U : 0;

        node = i == 0 ? root_of(t->m, p->word[k]) : mq_trie_step(&t->m->trie, node, p->word[k]);
        if (!node)
            return MQ_ENOMEM;
    }
    return mq_trie_end(&t->m->trie, node, &shape, pair);
}

static bool is_article(mq_str s)
{
    return mq_str_equal(s, MQ_STR("\u0627\u0644"));
}

/* Lists in alphabetical order write ميزان (ال..) التجاري for الميزان التجاري. */
static void add_article(struct term *t)
{
    if (t->n)
        t->part[t->n - 1].article[0] = t->part[t->n - 1].article[1] = true;
}

static mq_status lay_ways(struct term *t, mq_lang lang, uint32_t pair)
{
    unsigned ways = 1;
    mq_status rc = MQ_OK;

    if (t->n == 1 && t->part[0].inside)
        t->part[0].n = 1;
    for (unsigned i = 0; i < t->n; i++)
        ways *= t->part[i].n == 2 && ways < WAYS ? 2 : 1;
    for (unsigned way = 0; way < ways && !rc; way++)
        rc = lay(t, way, lang, pair);
    return rc;
}

/* One alternative of a term: [begin, end) without what stands in brackets, unless nothing else is there. */
static mq_status add_alternative(mq_matcher *m, mq_str text, bool notes, mq_lang lang, uint32_t pair)
{
    struct term t = { .m = m };
    unsigned depth = 0;
    mq_token token;

    for (size_t at = 0; !t.rc && mq_token_next(&token, text, &at);) {
        const mq_str s = { text.p + token.start, token.end - token.start };

        if (s.n == 1 && s.p[0] == '(')
            depth++;
        else if (depth && is_article(s))
            add_article(&t);
        else if (s.n == 1 && s.p[0] == ')' && depth)
            depth--;
        if (token.script == MQ_PUNCT)
            t.loose = true;
        else if (depth && !notes)
            continue;
        else if (token.script == MQ_ARABIC)
            add_arabic(&t, s);
        else if (token.script == MQ_LATIN)
            add_latin(&t, lang, s);
        else
            add_other(&t, s, token.script == MQ_NUMBER);
    }
    if (t.rc == MQ_ENOMEM || (t.n == 0 && !notes && !t.rc))
        return t.rc ? MQ_ENOMEM : add_alternative(m, text, true, lang, pair);
    if (t.n == 0 || !can_be_found(&t))
        return MQ_OK;
    return lay_ways(&t, lang, pair);
}

static bool parts_alternatives(uint32_t cp)
{
    return cp == ';' || cp == 0x061B || cp == 0x060C;
}

mq_status mq_matcher_add(mq_matcher *m, mq_str term, mq_lang lang, uint32_t pair, mq_error *err)
{
    const char *begin = term.p, *p = term.p, *end = term.p + term.n;
    mq_status rc = MQ_OK;

    while (!rc && p < end) {
        uint32_t cp;
        const size_t n = mq_utf8_decode(p, end, &cp);

        if (parts_alternatives(cp)) {
            rc = add_alternative(m, (mq_str){ begin, (size_t)(p - begin) }, false, lang, pair);
            begin = p + n;
        }
        p += n;
    }
    if (!rc)
        rc = add_alternative(m, (mq_str){ begin, (size_t)(p - begin) }, false, lang, pair);
    return rc ? mq_fail(err, rc, "no memory to find terms") : MQ_OK;
}

static mq_status add_words(struct term *t, mq_str phrase, uint32_t number, mq_error *err)
{
    mq_token token;

    for (size_t at = 0; !t->rc && mq_token_next(&token, phrase, &at);) {
        const mq_str s = { phrase.p + token.start, token.end - token.start };

        if (token.script == MQ_ARABIC)
            add_arabic(t, s);
        else if (mq_str_equal(s, MQ_ANY_NUMBER))
            add_any_number(t);
    }
    if (t->n > 0 && t->n >= t->of.first + t->of.words && !t->rc)
        t->rc = lay_ways(t, MQ_LANG_AR, number);
    return t->rc == MQ_ENOMEM ? mq_fail(err, MQ_ENOMEM, "no memory to find terms") : MQ_OK;
}

static bool is_place(mq_phrase_words of)
{
    return of.first < MQ_MATCHER_WORDS && of.words > 0 && of.words <= MQ_MATCHER_WORDS && !(of.attributive && of.first + of.words > 1);
}

mq_status mq_matcher_add_phrase(mq_matcher *m, mq_str phrase, mq_phrase_words of, mq_error *err)
{
    struct term t = { .m = m, .phrase = true, .of = of };

    assert(is_place(of) && !of.bare && !of.attributive);
    return add_words(&t, phrase, 0, err);
}

mq_status mq_matcher_add_cue(mq_matcher *m, mq_str phrase, mq_phrase_words of, uint32_t cue, mq_error *err)
{
    struct term t = { .m = m, .cue = true, .of = of };

    assert(cue > 0 && is_place(of));
    return add_words(&t, phrase, cue, err);
}

mq_status mq_matcher_finish(mq_matcher *m, mq_error *err)
{
    return mq_trie_finish(&m->trie) ? mq_fail(err, MQ_ENOMEM, "no memory to find terms") : MQ_OK;
}
