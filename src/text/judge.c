/*
 * judge.c - which readings of a word can be believed (mq_morph_judge in morph.h).
 *
 * A reading says how often the word would be seen if it were right: rate(affixes) × how often its stem is seen. The word itself, taken as a whole, is seen
 * as often as it is, more so when the lexicon knows it as a headword. A reading that explains far less than the best one does is doubtful: وزارة is
 * seen 10,000 times, و + زارة would be seen 0.06 × 0. What no table knows counts as seen UNSEEN times, so among rare words nothing is doubtful.
 * The weights of the whole word are those of clitic.c.
 */
#include <assert.h>
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "text/morph.h"
#include "text/plural.h"
#include "text/words.h"

#define UNSEEN 0.5
#define FAR_LESS 20.0
#define OFTEN 2.5
#define UNKNOWN 0.3
#define RARE 5.0
#define LESS_MENDED 50.0 /* in damaged texts a word may be seen so much more often than as it ought to be */
#define TYPED_HEH 0.1 /* of the words with ة, so many are written with ه */

#define LONG_HEADWORD 10 /* bytes: five letters; shorter ones stand in words by chance (قالت is no قلات) */

#define ROOT_LAM 0.02
#define PLAIN_PLURAL 0.25

enum { ALEF_HAMZA_BELOW = 0x0625, ALEF = 0x0627, TEH = 0x062A, MEEM = 0x0645, HEH = 0x0647, WAW = 0x0648, YEH = 0x064A };

/* A key under which tables know it, without and with the article. */
struct stem {
    uint64_t bare, definite;
};

static struct stem stem_of(mq_str key)
{
    char with[4 + MQ_ARWORD_KEY + 2] = "\xD8\xA7\xD9\x84"; /* also of with_teh */

    assert(key.n <= MQ_ARWORD_KEY + 2);
    memcpy(with + 4, key.p, key.n);
    return (struct stem){ mq_hash(key), mq_hash((mq_str){ with, key.n + 4 }) };
}

/*
 * The stem without or with the article; one is a hint at the other, but what is never seen without ال has it in its root. A headword of the lexicon is
 * not rare.
 */
static double seen_as(struct stem s, unsigned kinds, bool article)
{
    double bare = mq_word_count_hash(s.bare), definite = mq_word_count_hash(s.definite), n;

    if (bare == 0 && !kinds)
        definite *= ROOT_LAM;
    n = article ? fmax(definite, 0.2 * bare) : fmax(bare, 0.1 * definite);
    if (kinds && n < 5)
        n = 5;
    return n > 0 ? n * (kinds ? 2 : 1) : UNSEEN;
}

static double seen(mq_str key, bool article)
{
    const struct stem s = stem_of(key);

    return seen_as(s, mq_word_kinds_hash(s.bare), article);
}

/* As the word stands behind its proclitics, whatever its endings are. */
static double seen_from(const mq_arword *w, unsigned from)
{
    char key[MQ_ARWORD_KEY];
    const size_t n = mq_arword_key(key, w->letter + from, w->n - from);

    return mq_word_count((mq_str){ key, n });
}

/* The stem as it stands: a broken plural. */
static double seen_stem(const mq_morph *m, const mq_reading *r)
{
    char key[MQ_ARWORD_KEY];
    const size_t n = mq_arword_key(key, m->word.letter + r->from, (unsigned)r->to - r->from);

    return seen((mq_str){ key, n }, r->article);
}

static double whole(const mq_arword *w, double seen_so)
{
    char key[MQ_ARWORD_KEY];
    const mq_str word = { key, mq_arword_key(key, w->letter, w->n) };
    const unsigned kinds = mq_word_kinds(word);
    const double n = (seen_so < 5 ? 5 : seen_so) * (w->letter[w->n - 1] == HEH ? TYPED_HEH : 1);

    return kinds & ~(unsigned)MQ_WORD_FORM ? 2.5 * n : kinds ? 1.5 * n : UNKNOWN * seen_so;
}

/* The key without the proclitics that were kept in it. */
static mq_str lemma_of(const mq_reading *r)
{
    return (mq_str){ r->key + r->kept, (size_t)r->n - r->kept };
}

/* The stem with ة: the key of another headword, perhaps. */
static mq_str with_teh(char key[MQ_ARWORD_KEY + 2], mq_str stem)
{
    memcpy(key, stem.p, stem.n);
    memcpy(key + stem.n, "\xD9\x87", 2);
    return (mq_str){ key, stem.n + 2 };
}

/* The same with ي. */
static mq_str with_yeh(char key[MQ_ARWORD_KEY + 2], mq_str stem)
{
    memcpy(key, stem.p, stem.n);
    memcpy(key + stem.n, "\xD9\x8A", 2);
    return (mq_str){ key, stem.n + 2 };
}

/* In ات, of a noun without ة. */
static bool is_plain_plural(const mq_reading *r)
{
    const mq_ending *e = r->ending ? &mq_affixes_get()->ending[r->ending - 1] : NULL;

    return e && e->n == 2 && e->nrestore == 0 && e->change == MQ_CHANGE_PLURAL && e->letter[1] == TEH;
}

/* The plural in ات of a masculine noun is rare only where a noun with ة has it as well (مؤسسات is of مؤسسة, not of مؤسس). */
static double ending_rate(const mq_reading *r)
{
    char key[MQ_ARWORD_KEY + 2];

    if (!r->ending)
        return 1;
    if (is_plain_plural(r) && !mq_word_kinds(with_teh(key, lemma_of(r))))
        return PLAIN_PLURAL;
    return (double)mq_affixes_get()->ending[r->ending - 1].rate;
}

/* Of what stands before the stem. */
static double front_rate(const mq_morph *m, unsigned from)
{
    const mq_affixes *t = mq_affixes_get();
    const mq_affix_rows begins = mq_affixes_at(t, MQ_AFFIX_STACKS, m->word.letter[0]);

    for (unsigned i = 0; i < begins.n && from > 0; i++) {
        const mq_stack *s = &t->stack[begins.row[i]];

        if ((unsigned)s->n - s->back == from && memcmp(s->letter, m->word.letter, s->n * sizeof(uint16_t)) == 0)
            return (double)s->rate;
    }
    return 1;
}

static double rate_of(const mq_morph *m, const mq_reading *r)
{
    double rate = front_rate(m, r->from);

    if (r->article && (r->proclitics || r->kept) && m->word.n - r->from >= 3)
        rate *= 30; /* an article behind a proclitic is all but proof: وال, بال, but not والي, بالغ */
    return rate * ending_rate(r) * (r->pronoun ? (double)mq_affixes_get()->pronoun[r->pronoun - 1].rate : 1);
}

/* What is asked of a reading more than once. */
struct figures {
    struct stem lemma;
    unsigned kinds;      /* of the lemma */
    double seen;         /* and how often it is */
    double explained;    /* how often the word would be seen if the reading were right */
};

/* How often the word would be seen if the reading were right; seen_so: how often it is. What the lexicon does not know explains no more than a part of that. */
static double explained(const mq_morph *m, const mq_reading *r, const struct figures *f, double seen_so)
{
    const mq_str lemma = lemma_of(r);
    char key[MQ_ARWORD_KEY + 2];
    double n = f->seen, most;

    if (r->change == MQ_CHANGE_BROKEN)
        n = fmax(n, seen_stem(m, r));
    else if (r->change == MQ_CHANGE_WEAK && mq_plural_has(lemma, with_yeh(key, lemma))) /* one word, written in two ways */
        return rate_of(m, r) / ending_rate(r) * fmax(n, seen(with_yeh(key, lemma), r->article));
    else if (r->change == MQ_CHANGE_FEMININE) /* what is seen of the feminine is seen of the adjective */
        n = fmax(n, seen(with_teh(key, lemma), r->article));
    else if (r->from && !r->article && !r->ending && !r->pronoun)
        n = fmax(n, seen_from(&m->word, r->from));
    if (!r->ending && !r->pronoun && m->word.letter[r->to - 1] == HEH)
        n *= TYPED_HEH;
    n *= rate_of(m, r);
    most = UNKNOWN * seen_so + UNSEEN / 5;
    return n > most && !f->kinds ? most : n;
}

/* إفعال, افتعال, انفعال, استفعال: no woman is one, so there is no feminine. */
static bool is_verbal_noun(const uint16_t *stem, unsigned n)
{
    return n >= 5 && (stem[0] == ALEF_HAMZA_BELOW || stem[0] == ALEF) && stem[n - 2] == ALEF;
}

/*
 * A feminine by rule is believed of what can be an adjective: one of the lexicon, else a relational adjective or a participle. Of a noun it is believed where the
 * feminine is no headword itself: مديرة, but not مكتبة.
 */
static bool can_be_feminine(const mq_morph *m, const mq_reading *r, unsigned kinds)
{
    char key[MQ_ARWORD_KEY + 2];

    if (kinds & MQ_WORD_NOUN && !(kinds & MQ_WORD_ADJ))
        return r->to - r->from >= 4 && !is_verbal_noun(m->word.letter + r->from, (unsigned)r->to - r->from) && !mq_word_kinds(with_teh(key, lemma_of(r)));
    return kinds ? kinds & MQ_WORD_ADJ : m->word.letter[r->from] == MEEM || m->word.letter[r->to - 1] == YEH;
}

/* طرف, سوق, أسقف: as likely a word of its own; فعول (شؤون) hardly is. */
static bool is_short_plural(const uint16_t *stem, int n)
{
    return n <= 3 || (n == 4 && stem[2] != WAW);
}

/*
 * Whether the stem as it stands is another headword that is seen far more often than this one: the broken plural طرف of طرفة (longer plurals that
 * are headwords are that for their own sake: وثائق), the feminine مناسبة (an occasion) of مناسب. Adjectives seldom stand behind a preposition;
 * relational ones are what their feminine is. Of two nouns مجموعات is a plural of the commoner one, مجموعة. `lemma`: how often this headword is seen.
 */
static bool is_overshadowed(const mq_morph *m, const mq_reading *r, double lemma)
{
    char key[MQ_ARWORD_KEY + 2];

    if (r->change == MQ_CHANGE_BROKEN)
        return r->own && is_short_plural(m->word.letter + r->from, r->to - r->from) && seen_stem(m, r) > OFTEN * lemma;
    if (is_plain_plural(r))
        return (mq_word_kinds(with_teh(key, lemma_of(r))) & MQ_WORD_NOUN) && seen(with_teh(key, lemma_of(r)), r->article) > lemma;
    if (r->change != MQ_CHANGE_FEMININE || m->word.letter[r->to - 1] == YEH || !(mq_word_kinds(with_teh(key, lemma_of(r))) & MQ_WORD_NOUN))
        return false;
    return seen(with_teh(key, lemma_of(r)), r->article) > lemma * (r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA) ? 1 : OFTEN);
}

/*
 * The best explanations of a word: by what the lexicon knows, and by what only the counts do. Where a stem is in neither, fewer affixes are no better explanation
 * than more.
 */
struct best {
    double known, counted;
};

static struct best best_of(const mq_morph *m, struct figures f[MQ_MOST_READINGS])
{
    const double seen_so = m->n ? seen_from(&m->word, 0) : 0;
    struct best b = { 0, 0 };

    for (unsigned i = 0; i < m->n; i++) {
        const mq_reading *r = &m->r[i];

        f[i].kinds = mq_word_kinds_hash(f[i].lemma.bare);
        f[i].seen = seen_as(f[i].lemma, f[i].kinds, r->article);
        f[i].explained = r->cost ? explained(m, r, &f[i], seen_so) : whole(&m->word, seen_so);
        if (r->change == MQ_CHANGE_NISBA)
            continue;
        if (f[i].kinds)
            b.known = fmax(b.known, f[i].explained);
        else if (r->cost == 0 || f[i].seen > UNSEEN)
            b.counted = fmax(b.counted, f[i].explained);
    }
    return b;
}

/* That a long headword stands in a word by chance is less likely than that the affixes are rare ones: so much per letter. */
static double by_length(const mq_reading *r)
{
    const unsigned letters = (r->n - r->kept) / 2U;

    return letters <= 3 ? 1 : pow(3, letters < 7 ? letters - 3 : 4);
}

/* الذي, إلا: a word of grammar is nothing else with affixes. */
static bool is_particle(const mq_morph *m, unsigned kinds)
{
    return m->r[0].cost == 0 && (kinds & MQ_WORD_PART) && !(kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ));
}

static bool is_doubtful(const mq_morph *m, const mq_reading *r, const struct figures *f, struct best b)
{
    const double e = f->explained * FAR_LESS;

    if (r->change == MQ_CHANGE_NISBA)
        return !f->kinds;
    if (r->cost == 0)
        return false;
    return e < b.known || e * (f->kinds ? by_length(r) : 1) < b.counted || (r->change == MQ_CHANGE_FEMININE && !can_be_feminine(m, r, f->kinds));
}

/* The stem of a believed plural can be believed to be a headword itself: إجراءات, أحوال, when the term is the plural. */
static bool is_believed_with_ending(const mq_morph *m, const mq_reading *r)
{
    for (unsigned i = 0; i < m->n && !r->ending && r->change == MQ_CHANGE_SAME; i++) {
        const mq_reading *q = &m->r[i];

        if (!q->doubtful && (q->ending || q->change == MQ_CHANGE_BROKEN) && q->from == r->from && q->article == r->article && q->pronoun == r->pronoun)
            return true;
    }
    return false;
}

/* The lemmas; asks for what is going to be asked of each: many tables, none of them near. */
static void fetch(struct figures f[MQ_MOST_READINGS], const mq_morph *m)
{
    for (unsigned i = 0; i < m->n; i++) {
        f[i].lemma = stem_of(lemma_of(&m->r[i]));
        mq_word_prefetch(f[i].lemma.bare);
        mq_word_prefetch(f[i].lemma.definite);
    }
}

void mq_morph_judge(mq_morph *m)
{
    struct figures f[MQ_MOST_READINGS];
    struct best b;
    bool particle;

    fetch(f, m);
    b = best_of(m, f);
    particle = m->n && is_particle(m, f[0].kinds);
    for (unsigned i = 0; i < m->n; i++) {
        m->r[i].doubtful = (particle && m->r[i].cost > 0) || is_doubtful(m, &m->r[i], &f[i], b);
        m->r[i].overshadowed = is_overshadowed(m, &m->r[i], f[i].seen);
    }
    for (unsigned i = 0; i < m->n; i++)
        m->r[i].doubtful = m->r[i].doubtful && (particle || !is_believed_with_ending(m, &m->r[i]));
}

/* ألعمال is rather لأعمال in a damaged text than a question. */
static bool asks(const mq_reading *r)
{
    return (r->proclitics & (MQ_CLITIC_A | MQ_CLITIC_LI)) == (MQ_CLITIC_A | MQ_CLITIC_LI);
}

bool mq_morph_known(const mq_morph *m)
{
    for (unsigned i = 0; i < m->n; i++)
        if (m->r[i].n >= 6 && m->r[i].change <= MQ_CHANGE_BROKEN && !asks(&m->r[i]) && mq_word_kinds((mq_str){ m->r[i].key, m->r[i].n }))
            return true;
    return false;
}

/* The word as it stands behind the proclitics of its readings, with the article or not: the most that is seen of it. */
static double most_seen(const mq_morph *m)
{
    double most = 0;

    for (unsigned i = 0; i < m->n; i++)
        most = fmax(most, fmax(seen_from(&m->word, m->r[i].from), m->r[i].article && m->r[i].from >= 2 ? seen_from(&m->word, m->r[i].from - 2U) : 0));
    return most;
}

/* How often the longest headword is seen that the word may be a form of: what is only seen damaged in this form is whole in others (منقول, المنقوالت). */
static double most_seen_headword(const mq_morph *m, bool pronoun)
{
    double most = 0;

    for (unsigned i = 0; i < m->n; i++) {
        const mq_str lemma = lemma_of(&m->r[i]);

        if ((m->r[i].pronoun || !pronoun) && !(m->r[i].article && pronoun) && m->r[i].change < MQ_CHANGE_FEMININE && lemma.n >= LONG_HEADWORD && mq_word_kinds(lemma))
            most = fmax(most, seen(lemma, m->r[i].article));
    }
    return most;
}

bool mq_morph_mend_is_likely(const mq_morph *mended, const mq_morph *m)
{
    const double so = seen_from(&m->word, 0);

    return so < RARE || mq_arword_is_swapped(&m->word) || most_seen(mended) * LESS_MENDED >= so || most_seen_headword(mended, false) * LESS_MENDED >= so;
}

bool mq_morph_mend_is_of_commoner(const mq_morph *mended, const mq_morph *m, double times)
{
    const double headword = most_seen_headword(mended, true);

    return m->word.letter[0] != ALEF && headword >= RARE && headword * times >= most_seen_headword(m, false) && headword * LESS_MENDED >= seen_from(&m->word, 0);
}

bool mq_morph_mend_is_commoner(const mq_morph *mended, const mq_morph *m, double times)
{
    const double whole = seen_from(&mended->word, 0);

    return whole > 0 && whole * times >= seen_from(&m->word, 0);
}
