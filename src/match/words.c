/* words.c - see words.h. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/pages.h"
#include "base/utf8.h"
#include "match/alone.h"
#include "match/piece.h"
#include "match/traits.h"
#include "text/arletter.h"
#include "text/joined.h"
#include "text/latinword.h"
#include "text/ligature.h"
#include "text/morph.h"
#include "text/plural.h"
#include "text/words.h"

enum { MEMO_BITS = 18, MEMO_SLOTS = 1 << MEMO_BITS, KEPT_ALTS = 1 << 20, MENDED = 16, BATCH = 256 };
/* So much more often with the article than without: الرباط, but not الدين, which is no Dean. */
#define NAME_RATIO 12.0
/* A word that exists is seen so much oftener than one that it may be in a damaged text, at most: the corpora that words were counted in have such texts. */
#define MENDED_TIMES 4.0
/* The same of their headwords, where a spelling is seen in such texts only (واليتها, of ولاية). */
#define OF_COMMONER_TIMES 0.2
/* A word that lost a letter is that much rarer than the whole one, or it is another. */
#define RESTORED_TIMES 0.1

struct mq_memo {
    uint64_t hash;       /* of the word's bytes; 0 = empty */
    uint32_t alts;       /* with MQ_TRAIT_JOINED the bytes of the first of its words */
    uint16_t nalts;
    uint16_t traits;
};

mq_status mq_words_init(mq_words *w, const mq_matcher *m)
{
    *w = (mq_words){ .m = m };
    w->memo = mq_pages_new(MEMO_SLOTS * sizeof *w->memo); /* a pair of slots in one cache line, all in few pages: each word looks at another one */
    return w->memo ? MQ_OK : MQ_ENOMEM;
}

void mq_words_release(mq_words *w)
{
    free(w->memo);
    free(w->alt);
    free(w->alone);
    free(w->word);
    memset(w, 0, sizeof *w);
}

/* ---- what a word may be ---- */

/* Adds an alternative of the word whose alternatives began at `from`, or makes an equal one cheaper. */
static mq_status add_alt(mq_words *w, size_t from, mq_alt a)
{
    for (size_t i = from; i < w->nalts; i++)
        if (w->alt[i].word == a.word && w->alt[i].flags == a.flags && w->alt[i].seat == a.seat) {
            if (a.cost < w->alt[i].cost)
                w->alt[i].cost = a.cost;
            return MQ_OK;
        }
    if (!MQ_PAGES_ROOM(w->alt, w->nalts, w->alts_cap, 256))
        return MQ_ENOMEM;
    a.root = w->m->vocab.root[a.word];
    a.leads = a.root ? w->m->trie.node[a.root].leads : 0;
    w->alt[w->nalts++] = a;
    return MQ_OK;
}

/* Whether some reading of a word that is typed with ه is a known noun and a pronoun: مكتبه is his office, not a library, and وحده alone, not a unit. */
static bool reads_as_pronoun(const mq_morph *m)
{
    for (unsigned i = 0; i < m->n; i++) {
        const unsigned kinds = m->r[i].pronoun ? mq_word_kinds((mq_str){ m->r[i].key, m->r[i].n }) : 0;

        if ((kinds & MQ_WORD_PART) || (kinds && !m->r[i].doubtful))
            return true;
    }
    return false;
}

/* ورد is a verb, and in ورد الاعتبار "and" and a noun: to be believed where a longer term begins so. */
static bool is_noun_behind_and(const mq_reading *r)
{
    const mq_str key = { r->key, r->n };

    return r->proclitics && !(r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA)) && !r->article && !r->pronoun && !r->ending && !r->kept &&
           r->change == MQ_CHANGE_SAME && (mq_word_kinds(key) & MQ_WORD_NOUN);
}

/* A reading that can be right in running text. */
static bool is_usable(const mq_morph *m, const mq_reading *r)
{
    const mq_affixes *t = mq_affixes_get();

    if ((r->doubtful && !is_noun_behind_and(r)) || r->change == MQ_CHANGE_NISBA)
        return false;
    if (r->pronoun && t->pronoun[r->pronoun - 1].n == 1 && t->pronoun[r->pronoun - 1].letter[0] == YEH && !r->ending)
        return false; /* قانوني is legal, hardly my law */
    return m->n > 0;
}

/*
 * How the stem ends where it ends as the term's word does. A ه at the end of a word may be a ة typed otherwise; before a pronoun or ending, or where a pronoun
 * makes better sense, it is a ه.
 */
static unsigned ending_of(const mq_morph *m, const mq_reading *r)
{
    const mq_affixes *t = mq_affixes_get();
    const uint16_t last = m->word.letter[r->to - 1];

    if (r->change == MQ_CHANGE_BROKEN || (r->ending && t->ending[r->ending - 1].nrestore))
        return 0;
    if (last == TEH_MARBUTA)
        return MQ_ALT_TEH;
    return last == HEH && (r->to < m->word.n || reads_as_pronoun(m)) ? MQ_ALT_HEH : 0;
}

/* A known name that is hardly seen without its article: الرباط, but not الساحل. */
static bool is_name(const mq_reading *r)
{
    char with[4 + MQ_ARWORD_KEY] = "\xD8\xA7\xD9\x84";
    const mq_str key = { r->key, r->n };

    if (!r->article || r->kept || r->change > MQ_CHANGE_CASE || !(mq_word_kinds(key) & MQ_WORD_NAME))
        return false;
    memcpy(with + 4, r->key, r->n);
    return mq_word_count((mq_str){ with, key.n + 4 }) > NAME_RATIO * mq_word_count(key);
}

/* مهندسو, مهنيي: one ي more than the word itself has. */
static bool is_surely_construct(const mq_arword *w)
{
    const uint16_t last = w->letter[w->n - 1];

    return last == WAW || (last == YEH && w->n > 1 && w->letter[w->n - 2] == YEH);
}

/* إعانات, of إعانة; not تحويلات, which may be of تحويل or of تحويلة. */
static bool is_plural_of_teh(const mq_reading *r)
{
    const mq_ending *e = r->ending ? &mq_affixes_get()->ending[r->ending - 1] : NULL;

    return e && r->change == MQ_CHANGE_PLURAL && e->nrestore > 0 && !(mq_word_kinds((mq_str){ r->key, r->n - 2U }) & MQ_WORD_NOUN); /* without the ة */
}

static uint16_t flags_of(const mq_morph *m, const mq_reading *r)
{
    const uint8_t prepositions = MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA;
    unsigned flags = 0;

    flags |= r->article ? MQ_ALT_ARTICLE : 0;
    flags |= r->pronoun ? MQ_ALT_PRONOUN : 0;
    flags |= r->proclitics ? MQ_ALT_LEADING : 0;
    flags |= r->proclitics & prepositions ? MQ_ALT_PREP : 0;
    flags |= r->proclitics == MQ_CLITIC_LI && r->article && !r->pronoun ? MQ_ALT_FOR : 0;
    flags |= r->construct ? MQ_ALT_CONSTRUCT : 0;
    flags |= r->construct && is_surely_construct(&m->word) ? MQ_ALT_SURELY : 0;
    flags |= r->change > MQ_CHANGE_CASE ? MQ_ALT_CHANGED : 0;
    flags |= r->change == MQ_CHANGE_CASE ? MQ_ALT_CASE : 0;
    flags |= is_name(r) ? MQ_ALT_NAME : 0;
    flags |= r->change == MQ_CHANGE_FEMININE ? MQ_ALT_FEMININE : 0;
    flags |= r->overshadowed || r->doubtful ? MQ_ALT_LONGER : 0;
    flags |= (r->change == MQ_CHANGE_BROKEN && r->own != MQ_OWN_ANOTHER) || is_plural_of_teh(r) ? MQ_ALT_PLURAL : 0;
    if (r->change != MQ_CHANGE_BROKEN && !mq_has_seat(m->word.letter + r->from + 1, r->to - r->from - 1U))
        flags |= MQ_ALT_BARE;
    return (uint16_t)(flags | ending_of(m, r));
}

/* No آلاتي is typed الاتي: a plain ال at the beginning is taken for the article. */
static mq_seat seat_in(const uint16_t *stem, int n)
{
    return n > 2 && stem[0] == ALEF && stem[1] == LAM ? MQ_SEAT_ARTICLE : mq_seat_of(stem[0]);
}

static mq_status add_reading(mq_words *w, size_t from, const mq_morph *m, const mq_reading *r, uint32_t word, unsigned extra)
{
    mq_alt a = { .word = word, .cost = (uint16_t)(r->cost + extra), .seat = MQ_SEAT_NONE };

    if (!is_usable(m, r))
        return MQ_OK;
    a.flags = flags_of(m, r);
    if (r->change != MQ_CHANGE_BROKEN && !r->kept)
        a.seat = (uint8_t)seat_in(m->word.letter + r->from, r->to - r->from);
    return add_alt(w, from, a);
}

/* The readings whose keys are words of terms. The word is judged only when something was found that is not the word itself. */
static mq_status add_readings(mq_words *w, size_t from, mq_morph *m, unsigned extra)
{
    uint64_t hash[MQ_MOST_READINGS];
    uint32_t word[MQ_MOST_READINGS];
    bool found = false, judge = extra > 0;
    mq_status rc = MQ_OK;

    for (unsigned i = 0; i < m->n; i++) {
        hash[i] = mq_hash((mq_str){ m->r[i].key, m->r[i].n });
        mq_vocab_prefetch(&w->m->vocab, hash[i]);
    }
    for (unsigned i = 0; i < m->n; i++) {
        word[i] = mq_vocab_find_hash(&w->m->vocab, hash[i]);
        found |= word[i] != 0;
        judge |= word[i] && (m->r[i].cost > 0 || m->word.letter[m->word.n - 1] == HEH);
    }
    if (found && judge)
        mq_morph_judge(m);
    for (unsigned i = 0; i < m->n && found && !rc; i++)
        if (word[i])
            rc = add_reading(w, from, m, &m->r[i], word[i], extra);
    return rc;
}

/* الجتماعي may be الاجتماعي as well as لاجتماعي, which is what mending makes of it. */
static mq_status restore(mq_words *w, size_t from, const mq_morph *m)
{
    const bool found = w->nalts > from;
    mq_morph restored;
    mq_status rc = MQ_OK;

    for (unsigned i = 0; !rc && (w->nalts == from || (i == 0 && found)) && mq_morph_restore_some(&restored, m, i); i++)
        if (mq_morph_mend_is_commoner(&restored, m, RESTORED_TIMES))
            rc = add_readings(w, from, &restored, MENDED);
    return rc;
}

/* A word that no list knows. */
static mq_status mend_unknown(mq_words *w, size_t from, const mq_morph *m)
{
    mq_morph mended;
    mq_status rc = mq_morph_seat(&mended, m) ? add_readings(w, from, &mended, MENDED) : MQ_OK;

    for (unsigned i = 0; !rc && w->nalts == from && mq_morph_mend(&mended, m, i); i++)
        if (mq_morph_mend_is_likely(&mended, m))
            rc = add_readings(w, from, &mended, MENDED);
    for (unsigned i = 0; !rc && w->nalts == from && mq_morph_turn_ligature(&mended, m, i); i++)
        if (w->turned & MQ_TURNED_OTHERS ? mq_morph_mend_is_likely(&mended, m) : mq_morph_mend_is_commoner(&mended, m, 1))
            rc = add_readings(w, from, &mended, MENDED);
    return rc ? rc : restore(w, from, m);
}

/* A word of the text from whose alternatives begin at `from` may be a term by itself. */
static bool is_term(const mq_words *w, size_t from)
{
    for (size_t i = from; i < w->nalts; i++)
        if (w->alt[i].root && w->m->trie.node[w->alt[i].root].variants)
            return true;
    return false;
}

/* A word that exists, but is no term, in a text where such words are often others: عالقات. */
static mq_status mend_known(mq_words *w, size_t from, const mq_morph *m)
{
    const size_t own = w->nalts;
    mq_morph mended;
    mq_status rc = MQ_OK;

    for (unsigned i = 0; !rc && w->nalts == own && (w->turned & MQ_TURNED_LAM_ALEF) && mq_morph_mend(&mended, m, i); i++)
        if (mq_morph_mend_is_commoner(&mended, m, MENDED_TIMES) || mq_morph_mend_is_of_commoner(&mended, m, OF_COMMONER_TIMES))
            rc = add_readings(w, from, &mended, MENDED);
    for (unsigned i = 0; !rc && w->nalts == own && (w->turned & MQ_TURNED_OTHERS) && mq_morph_turn_ligature(&mended, m, i); i++)
        if (mq_morph_mend_is_commoner(&mended, m, 1))
            rc = add_readings(w, from, &mended, MENDED);
    return rc;
}

/* *cut: bytes of the first word where the token is rather two; else left as it is. */
static mq_status read_arabic(mq_words *w, mq_str token, size_t from, uint16_t *traits, size_t *cut)
{
    mq_morph m, turned;
    mq_status rc;

    mq_morph_read(&m, token);
    *traits = mq_arabic_traits(w->m, &m);
    rc = add_readings(w, from, &m, 0);
    if (!rc && mq_morph_turn_lost(&turned, &m))
        rc = add_readings(w, from, &turned, MENDED);
    if (rc || m.n == 0 || is_term(w, from))
        return rc;
    if (w->nalts > from || mq_morph_known(&m))
        return w->turned ? mend_known(w, from, &m) : MQ_OK;
    rc = mend_unknown(w, from, &m);
    if (!rc && w->nalts == from)
        *cut = mq_joined(token);
    return rc;
}

/* French only (MQ_ALT_FEMININE): directrice of directeur. */
static mq_status read_masculines(mq_words *w, const mq_latin_word *word, size_t from, unsigned cost)
{
    mq_latin_word masculine[MQ_MOST_MASCULINES];
    bool sure[MQ_MOST_MASCULINES];
    const unsigned n = mq_latin_masculines(masculine, sure, word);
    mq_status rc = MQ_OK;

    for (unsigned i = 0; i < n && !rc; i++) {
        const uint32_t id = mq_vocab_find(&w->m->vocab, (mq_str){ masculine[i].key, masculine[i].n });
        const unsigned flags = MQ_ALT_CHANGED | MQ_ALT_FEMININE | (sure[i] ? 0U : MQ_ALT_LONGER);

        if (id)
            rc = add_alt(w, from, (mq_alt){ .word = id, .cost = (uint16_t)(cost + i), .flags = (uint16_t)flags });
    }
    return rc;
}

static mq_status read_latin(mq_words *w, const mq_latin_word *word, size_t from)
{
    enum { PLURAL = 4, FEMININE = 12 };
    mq_latin_word singular[MQ_MOST_SINGULARS];
    const unsigned n = mq_latin_singulars(singular, word);
    uint32_t id = mq_vocab_find(&w->m->vocab, (mq_str){ word->key, word->n });
    mq_status rc = id ? add_alt(w, from, (mq_alt){ .word = id }) : MQ_OK;

    if (!rc)
        rc = read_masculines(w, word, from, FEMININE);
    for (unsigned i = 0; i < n && !rc; i++) {
        id = mq_vocab_find(&w->m->vocab, (mq_str){ singular[i].key, singular[i].n });
        if (id)
            rc = add_alt(w, from, (mq_alt){ .word = id, .cost = (uint16_t)(PLURAL + i), .flags = MQ_ALT_CHANGED });
        if (!rc)
            rc = read_masculines(w, &singular[i], from, FEMININE + PLURAL + i);
    }
    return rc;
}

static mq_status read_other(mq_words *w, mq_str token, bool number, size_t from)
{
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc = mq_fold(&folded, token, MQ_FOLD_SEARCH, NULL);
    const uint32_t id = rc ? 0 : mq_vocab_find(&w->m->vocab, mq_buf_str(&folded)), any = number ? mq_vocab_find(&w->m->vocab, MQ_ANY_NUMBER) : 0;

    if (id)
        rc = add_alt(w, from, (mq_alt){ .word = id });
    if (any && !rc)
        rc = add_alt(w, from, (mq_alt){ .word = any });
    mq_buf_release(&folded);
    return rc;
}

/* ---- the row of words ---- */

/* The next word, to be filled in; NULL = no memory. */
static mq_textword *push(mq_words *w)
{
    return MQ_PAGES_ROOM(w->word, w->n, w->cap, 256) ? &w->word[w->n++] : NULL;
}

/* The terms of one word that the alternative can be. */
static mq_status add_alone(mq_words *w, mq_alt *a, unsigned traits, uint32_t bytes)
{
    const mq_trie *t = &w->m->trie;
    mq_status rc = MQ_OK;

    a->alone = (uint32_t)w->nalone;
    for (uint32_t v = t->node[a->root].variants; v && !rc; v = t->variant[v].next) {
        if (!MQ_PAGES_ROOM(w->alone, w->nalone, w->alone_cap, 256)) {
            rc = MQ_ENOMEM;
        } else {
            w->alone[w->nalone].variant = v;
            w->nalone += mq_alone_of(&w->alone[w->nalone], a, &t->variant[v].shape, traits, bytes);
        }
    }
    assert(w->nalone - a->alone <= UINT16_MAX); /* shapes of one word differ in a dozen bits */
    a->nalone = (uint16_t)(w->nalone - a->alone);
    return rc;
}

/* Works out what the word may be, into its memo. */
static mq_status fill(mq_words *w, mq_str text, const mq_textword *word, struct mq_memo *e)
{
    const mq_str bytes = { text.p + word->start, word->end - word->start };
    const size_t from = w->nalts;
    mq_latin_word latin[MQ_LATIN_PARTS];
    uint16_t traits = 0;
    size_t cut = 0;
    mq_status rc = MQ_OK;

    if (word->script == MQ_ARABIC) {
        rc = read_arabic(w, bytes, from, &traits, &cut);
    } else if (word->script != MQ_LATIN) {
        rc = read_other(w, bytes, word->script == MQ_NUMBER, from);
    } else if (mq_latin_words(latin, bytes) == 1) {
        rc = read_latin(w, &latin[0], from);
        traits = (uint16_t)((latin[0].capitals ? MQ_TRAIT_CAPITALS : 0) | (latin[0].capital ? MQ_TRAIT_CAPITAL : 0));
    }
    for (size_t k = from; k < w->nalts && !rc; k++)
        if (w->alt[k].root)
            rc = add_alone(w, &w->alt[k], traits, word->end - word->start);
    if (cut)
        *e = (struct mq_memo){ rc ? 0 : word->hash, (uint32_t)cut, 0, MQ_TRAIT_JOINED };
    else
        *e = (struct mq_memo){ rc ? 0 : word->hash, (uint32_t)from, (uint16_t)(w->nalts - from), traits };
    return rc;
}

/* The pair of slots where a word's memo is: the newer one first. */
static struct mq_memo *memo_of(const mq_words *w, uint64_t hash)
{
    return &w->memo[hash >> (64 - MEMO_BITS) & ~UINT64_C(1)];
}

static void fetch_alone(const mq_words *w, const mq_textword *word)
{
    for (unsigned k = 0; k < word->nalts; k++)
        if (w->alt[word->alts + k].nalone)
            __builtin_prefetch(&w->alone[w->alt[word->alts + k].alone]);
}

static void set_place(mq_textword *word, mq_str text, size_t start, size_t end)
{
    word->hash = mq_hash((mq_str){ text.p + start, end - start }) | 1; /* 0 is an empty memo */
    word->start = (uint32_t)start;
    word->end = (uint32_t)end;
}

/* Other memos for words of damaged texts. */
static uint64_t salt_of(const mq_words *w)
{
    return w->turned * UINT64_C(0x9E3779B97F4A7C16);
}

/* Makes two words of word i, the first one of `cut` bytes. */
static mq_status part(mq_words *w, mq_str text, size_t i, size_t cut)
{
    mq_textword *first;

    if (!push(w))
        return MQ_ENOMEM;
    first = &w->word[i];
    memmove(first + 1, first, (w->n - 1 - i) * sizeof *first);
    set_place(&first[1], text, first->start + cut, first->end);
    first[1].gap = MQ_GAP_SPACE;
    set_place(first, text, first->start, first->start + cut);
    first[1].hash ^= salt_of(w);
    first->hash ^= salt_of(w);
    return MQ_OK;
}

/* What the words show of the text. */
static void see_damage(mq_words *w, mq_str text)
{
    w->turned = 0;
    for (size_t i = 0; i < w->n; i++)
        if (w->word[i].script == MQ_ARABIC)
            w->turned |= mq_ligature_sign((mq_str){ text.p + w->word[i].start, w->word[i].end - w->word[i].start });
    for (size_t i = 0; i < w->n && w->turned; i++)
        w->word[i].hash ^= salt_of(w);
}

/* Step by step for all words, so that what each step needs has time to arrive from memory while the others are at it. */
static mq_status look_up(mq_words *w, mq_str text)
{
    mq_status rc = MQ_OK;

    see_damage(w, text);
    for (size_t i = 0; i < w->n && !rc; i++) {
        mq_textword *word = &w->word[i];
        struct mq_memo *e = memo_of(w, word->hash);

        if (e->hash != word->hash && (++e)->hash != word->hash) {
            *e = e[-1];
            e--;
            rc = fill(w, text, word, e);
        }
        if (e->traits & MQ_TRAIT_JOINED) {
            rc = rc ? rc : part(w, text, i--, e->alts);
            continue;
        }
        word->alts = e->alts;
        word->nalts = e->nalts;
        word->traits = e->traits;
        if (e->nalts)
            __builtin_prefetch(&w->alt[e->alts]);
    }
    for (size_t i = 0; i < w->n && !rc; i++)
        fetch_alone(w, &w->word[i]);
    return rc;
}

static mq_status push_word(mq_words *w, mq_str text, size_t start, size_t end, mq_script script, uint8_t gap)
{
    mq_textword *word = push(w);

    if (!word)
        return MQ_ENOMEM;
    set_place(word, text, start, end);
    word->gap = gap;
    word->script = (uint8_t)script;
    __builtin_prefetch(memo_of(w, word->hash));
    return MQ_OK;
}

static mq_status push_token(mq_words *w, mq_str text, const mq_token *token, uint8_t gap)
{
    mq_latin_word part[MQ_LATIN_PARTS];
    const unsigned n = token->script == MQ_LATIN ? mq_latin_words(part, (mq_str){ text.p + token->start, token->end - token->start }) : 0;
    mq_status rc = MQ_OK;

    for (unsigned i = 0; i < n && !rc; i++)
        rc = push_word(w, text, token->start + part[i].start, token->start + part[i].end, MQ_LATIN, i ? (uint8_t)MQ_GAP_SPACE : gap);
    return n ? rc : push_word(w, text, token->start, token->end, token->script, gap);
}

/* More than one line break between two tokens parts paragraphs. */
static bool is_paragraph(mq_str text, size_t from, size_t to)
{
    unsigned breaks = 0;

    for (size_t i = from; i < to; i++)
        breaks += text.p[i] == '\n';
    return breaks > 1;
}

/* Vowels that a text parts from their word: سجلا ً. */
static bool is_loose_vowel(mq_str text, const mq_token *token)
{
    const unsigned char *p = (const unsigned char *)text.p + token->start;
    const size_t n = token->end - token->start;

    for (size_t i = 0; i < n; i += 2)
        if (n - i < 2 || p[i] != 0xD9 || p[i + 1] < 0x8B || p[i + 1] > 0x92)
            return false;
    return true;
}

static bool ends_phrase(mq_str mark)
{
    uint32_t cp;

    (void)mq_utf8_decode(mark.p, mark.p + mark.n, &cp);
    switch (cp) {
    case '.': case '!': case '?': case ':': case ';': case ',': case 0x061F: case 0x061B: case 0x060C: case 0x06D4: case 0x2026: case 0x2022: return true;
    default: return false;
    }
}

/* مركز-العمليات: a hyphen between two words, without a blank on either side, parts them as one would. */
static bool is_hyphen(mq_str text, const mq_token *mark, size_t last)
{
    const mq_str m = { text.p + mark->start, mark->end - mark->start };
    const bool hyphen = mq_str_equal(m, MQ_STR("-")) || mq_str_equal(m, MQ_STR("\u2010")) || mq_str_equal(m, MQ_STR("\u2011"));

    return hyphen && mark->start == last && mark->end < text.n && (unsigned char)text.p[mark->end] >= 0x80;
}

bool mq_words_next(mq_words *w, mq_str text, size_t *at, mq_status *rc)
{
    uint8_t gap = MQ_GAP_HARD;
    mq_token token;
    size_t last = *at;

    w->n = 0;
    if (w->nalts > KEPT_ALTS || w->nalone > KEPT_ALTS) { /* the memory of the memo, not of this segment */
        memset(w->memo, 0, MEMO_SLOTS * sizeof *w->memo);
        w->nalts = w->nalone = 0;
    }
    *rc = MQ_OK;
    while (!*rc) {
        const size_t before = *at;

        if (!mq_token_next(&token, text, at))
            break;
        if (is_loose_vowel(text, &token))
            continue;
        if (token.script == MQ_ARABIC)
            mq_join_pieces(text, &token, at);
        if (token.script == MQ_PUNCT && !is_hyphen(text, &token, last))
            gap = gap == MQ_GAP_SPACE && !ends_phrase((mq_str){ text.p + token.start, token.end - token.start }) ? MQ_GAP_LOOSE : MQ_GAP_HARD;
        if (is_paragraph(text, last, token.start))
            gap = MQ_GAP_HARD;
        last = token.end;
        if (token.script == MQ_PUNCT)
            continue;
        if (gap == MQ_GAP_HARD && w->n >= BATCH) {
            *at = before;
            break;
        }
        *rc = push_token(w, text, &token, gap);
        gap = MQ_GAP_SPACE;
    }
    if (!*rc)
        *rc = look_up(w, text);
    return !*rc && w->n > 0;
}
