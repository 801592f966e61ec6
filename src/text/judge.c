/*
 * judge.c - which readings of a word can be believed (mq_morph_judge in morph.h).
 *
 * A reading says how often the word would be seen if it were right: rate(affixes) × how often its stem is seen. The word itself, taken as a whole, is seen
 * as often as it is, more so when the lexicon knows it as a headword. A reading that explains far less than the best one does is doubtful: وزارة is
 * seen 10,000 times, و + زارة would be seen 0.06 × 0. What no table knows counts as seen UNSEEN times, so among rare words nothing is doubtful.
 * The weights of the whole word are those of clitic.c.
 */
#include <math.h>
#include <string.h>

#include "text/morph.h"
#include "text/words.h"

#define UNSEEN 0.5
#define FAR_LESS 20.0
#define OFTEN 2.5
#define UNKNOWN 0.3
#define TYPED_HEH 0.1 /* of the words with ة, so many are written with ه */

enum { MEEM = 0x0645, HEH = 0x0647, YEH = 0x064A };

/* The stem without or with the article; one is a hint at the other. A headword of the lexicon is not rare. */
static double seen(mq_str key, bool article)
{
    char with[4 + MQ_ARWORD_KEY] = "\xD8\xA7\xD9\x84";
    const unsigned kinds = mq_word_kinds(key);
    double bare = mq_word_count(key), definite = 0, n;

    if (key.n <= MQ_ARWORD_KEY) {
        memcpy(with + 4, key.p, key.n);
        definite = mq_word_count((mq_str){ with, key.n + 4 });
    }
    n = article ? fmax(definite, 0.2 * bare) : fmax(bare, 0.1 * definite);
    if (kinds && n < 5)
        n = 5;
    return n > 0 ? n * (kinds ? 2 : 1) : UNSEEN;
}

/* As the word stands behind its proclitics, whatever its endings are. */
static double seen_from(const mq_arword *w, unsigned from, bool article)
{
    char key[4 + MQ_ARWORD_KEY] = "\xD8\xA7\xD9\x84";
    const size_t n = mq_arword_key(key + 4, w->letter + from, w->n - from);

    return article ? mq_word_count((mq_str){ key, n + 4 }) : mq_word_count((mq_str){ key + 4, n });
}

static double whole(const mq_arword *w, double seen_so)
{
    char key[MQ_ARWORD_KEY];
    const mq_str word = { key, mq_arword_key(key, w->letter, w->n) };
    const unsigned kinds = mq_word_kinds(word);
    const double n = (seen_so < 5 ? 5 : seen_so) * (w->letter[w->n - 1] == HEH ? TYPED_HEH : 1);

    return kinds & ~(unsigned)MQ_WORD_FORM ? 2.5 * n : kinds ? 1.5 * n : UNKNOWN * seen_so;
}

static double rate_of(const mq_morph *m, const mq_reading *r)
{
    const mq_affixes *t = mq_affixes_get();
    double rate = 1;

    for (unsigned i = 0; i < t->nstacks; i++)
        if ((unsigned)t->stack[i].n - t->stack[i].back == r->from && memcmp(t->stack[i].letter, m->word.letter, t->stack[i].n * sizeof(uint16_t)) == 0) {
            rate = (double)t->stack[i].rate;
            break;
        }
    if (r->article && r->proclitics && m->word.n - r->from >= 3)
        rate *= 30; /* an article behind a proclitic is all but proof: وال, بال, but not والي, بالغ */
    return rate * (r->ending ? (double)t->ending[r->ending - 1].rate : 1) * (r->pronoun ? (double)t->pronoun[r->pronoun - 1].rate : 1);
}

/* How often the word would be seen if the reading were right; seen_so: how often it is. What the lexicon does not know explains no more than a part of that. */
static double explained(const mq_morph *m, const mq_reading *r, double seen_so)
{
    const mq_str lemma = { r->key + 2 * (size_t)r->kept, r->n - 2 * (size_t)r->kept };
    double n = seen(lemma, r->article), most;

    if ((r->from && !r->ending && !r->pronoun) || r->change == MQ_CHANGE_BROKEN)
        n = fmax(n, seen_from(&m->word, r->from, r->article));
    if (!r->ending && !r->pronoun && m->word.letter[r->to - 1] == HEH)
        n *= TYPED_HEH;
    n *= rate_of(m, r);
    most = UNKNOWN * seen_so + UNSEEN;
    return n > most && !mq_word_kinds(lemma) ? most : n;
}

/* A feminine by rule is believed of what can be an adjective: one of the lexicon, else a relational adjective or a participle. */
static bool can_be_feminine(const mq_morph *m, const mq_reading *r)
{
    const unsigned kinds = mq_word_kinds((mq_str){ r->key, r->n });
    const uint16_t last = m->word.letter[r->to - 1];

    return kinds ? kinds & MQ_WORD_ADJ : m->word.letter[r->from] == MEEM || last == YEH;
}

/* A form that is mostly seen as the headword it is, too: more than OFTEN times its lemma. */
static bool is_itself(const mq_reading *r, const mq_morph *m)
{
    char key[MQ_ARWORD_KEY];
    const mq_str form = { key, mq_arword_key(key, m->word.letter + r->from, (unsigned)r->to - r->from) };

    return r->own && seen(form, r->article) > OFTEN * seen((mq_str){ r->key, r->n }, r->article);
}

static bool is_doubtful(const mq_morph *m, const mq_reading *r, double e, double best)
{
    if (r->change == MQ_CHANGE_NISBA)
        return !mq_word_kinds((mq_str){ r->key, r->n });
    if (r->cost == 0)
        return false;
    return e * FAR_LESS < best || (r->change == MQ_CHANGE_FEMININE && !can_be_feminine(m, r)) || (r->change == MQ_CHANGE_BROKEN && is_itself(r, m));
}

void mq_morph_judge(mq_morph *m)
{
    const double seen_so = m->n ? seen_from(&m->word, 0, false) : 0;
    double e[MQ_MOST_READINGS] = { 0 }, best = m->n ? whole(&m->word, seen_so) : 0;

    for (unsigned i = 0; i < m->n; i++) {
        e[i] = explained(m, &m->r[i], seen_so);
        if (m->r[i].cost > 0 && m->r[i].change != MQ_CHANGE_NISBA)
            best = fmax(best, e[i]);
    }
    for (unsigned i = 0; i < m->n; i++)
        m->r[i].doubtful = is_doubtful(m, &m->r[i], e[i], best);
}

bool mq_morph_known(const mq_morph *m)
{
    for (unsigned i = 0; i < m->n; i++)
        if (m->r[i].n >= 6 && m->r[i].change <= MQ_CHANGE_BROKEN && mq_word_kinds((mq_str){ m->r[i].key, m->r[i].n }))
            return true;
    return false;
}
