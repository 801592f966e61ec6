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
#define FAR_LESS 16.0
#define OFTEN 2.5

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

static double whole(const mq_arword *w)
{
    char key[MQ_ARWORD_KEY];
    const mq_str word = { key, mq_arword_key(key, w->letter, w->n) };
    const unsigned kinds = mq_word_kinds(word);
    const double n = mq_word_count(word), known = n < 5 ? 5 : n;

    return kinds & ~(unsigned)MQ_WORD_FORM ? 2.5 * known : kinds ? 1.5 * known : 0.3 * n;
}

static double explained(const mq_morph *m, const mq_reading *r)
{
    const mq_affixes *t = mq_affixes_get();
    const mq_str lemma = { r->key + 2 * (size_t)r->kept, r->n - 2 * (size_t)r->kept };
    const mq_stack *s = NULL;
    double rate, n;

    for (unsigned i = 0; i < t->nstacks && !s; i++)
        if (t->stack[i].n - t->stack[i].back == r->from && memcmp(t->stack[i].letter, m->word.letter, t->stack[i].n * sizeof(uint16_t)) == 0)
            s = &t->stack[i];
    rate = s ? (double)s->rate : 1;
    if (r->article && r->proclitics && m->word.n - r->from >= 3)
        rate *= 30; /* an article behind a proclitic is all but proof: وال, بال, but not والي, بالغ */
    n = seen(lemma, r->article) * (r->ending ? (double)t->ending[r->ending - 1].rate : 1) * (r->pronoun ? (double)t->pronoun[r->pronoun - 1].rate : 1);
    if ((r->from && !r->ending && !r->pronoun) || r->change == MQ_CHANGE_BROKEN) {
        const double as_it_stands = seen_from(&m->word, r->from, r->article);

        if (as_it_stands > n)
            n = as_it_stands;
    }
    return rate * n;
}

/* A feminine by rule is believed of what can be an adjective: one of the lexicon, else a relational adjective or a participle. */
static bool can_be_feminine(const mq_morph *m, const mq_reading *r)
{
    const unsigned kinds = mq_word_kinds((mq_str){ r->key, r->n });
    const uint16_t last = m->word.letter[r->to - 1];

    return kinds ? kinds & MQ_WORD_ADJ : m->word.letter[r->from] == 0x0645 || last == 0x064A;
}

/* A form that is mostly seen as the headword it is, too: more than OFTEN times its lemma. */
static bool is_itself(const mq_reading *r, const mq_morph *m)
{
    char key[MQ_ARWORD_KEY];
    const mq_str form = { key, mq_arword_key(key, m->word.letter + r->from, (unsigned)r->to - r->from) };

    return r->own && seen(form, r->article) > OFTEN * seen((mq_str){ r->key, r->n }, r->article);
}

void mq_morph_judge(mq_morph *m)
{
    double e[MQ_MOST_READINGS], best = m->n ? whole(&m->word) : 0;

    for (unsigned i = 0; i < m->n; i++) {
        e[i] = explained(m, &m->r[i]);
        if (e[i] > best && m->r[i].change != MQ_CHANGE_NISBA)
            best = e[i];
    }
    for (unsigned i = 0; i < m->n; i++) {
        mq_reading *r = &m->r[i];

        r->doubtful = r->cost > 0 && (e[i] * FAR_LESS < best || (r->change == MQ_CHANGE_FEMININE && !can_be_feminine(m, r)) ||
                                      (r->change == MQ_CHANGE_BROKEN && is_itself(r, m)));
    }
}
