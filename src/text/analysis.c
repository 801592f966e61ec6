/* analysis.c - mq_analyse: the readings of text/rank.h for those who do not know the tables of affixes. */
#include <assert.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/arletter.h"
#include "text/rank.h"
#include "text/words.h"

static_assert((int)MQ_INFLECTION_ACCUSATIVE == (int)MQ_CHANGE_CASE && (int)MQ_INFLECTION_WEAK == (int)MQ_CHANGE_WEAK &&
                  (int)MQ_INFLECTION_DUAL == (int)MQ_CHANGE_DUAL && (int)MQ_INFLECTION_SOUND_PLURAL == (int)MQ_CHANGE_PLURAL &&
                  (int)MQ_INFLECTION_BROKEN_PLURAL == (int)MQ_CHANGE_BROKEN && (int)MQ_INFLECTION_FEMININE == (int)MQ_CHANGE_FEMININE &&
                  (int)MQ_INFLECTION_RELATIONAL == (int)MQ_CHANGE_NISBA,
              "the numbers of both are the same");
static_assert(sizeof((mq_analysis *)0)->headword > MQ_ARWORD_KEY, "a headword fits");
static_assert(sizeof((mq_analysis *)0)->pronoun > 3 * sizeof((mq_ending *)0)->letter / sizeof *((mq_ending *)0)->letter, "a pronoun fits");

static mq_analysis analysis_of(const mq_reading *r, bool mended)
{
    mq_analysis a = { .proclitics = r->proclitics, .article = r->article, .inflection = (mq_inflection)r->change, .mended = mended, .start = r->start, .end = r->end };

    memcpy(a.headword, r->key, r->n);
    a.known = mq_word_kinds((mq_str){ r->key, r->n }) != 0;
    if (r->pronoun) {
        const mq_ending *p = &mq_affixes_get()->pronoun[r->pronoun - 1];
        size_t n = 0;

        for (unsigned i = 0; i < p->n; i++)
            n += mq_utf8_encode(a.pronoun + n, p->letter[i]);
    }
    return a;
}

/* لله, which is read as ل and الله, though nothing is wrong with it. */
static bool is_of_allah(const mq_arword *w)
{
    return w->n >= 3 && w->n <= 4 && w->letter[w->n - 3] == LAM && w->letter[w->n - 2] == LAM && w->letter[w->n - 1] == HEH;
}

size_t mq_analyse(mq_analysis *out, size_t most, mq_str word, mq_str before, mq_str after)
{
    mq_arword as_written;
    mq_morph m;
    const unsigned believed = mq_morph_likeliest_beside(&m, word, (mq_beside){ before, after });
    bool mended;
    size_t n = 0;

    if (!believed || !mq_arword_of(&as_written, word))
        return 0;
    mended = !is_of_allah(&as_written) &&
             (as_written.n != m.word.n || memcmp(as_written.letter, m.word.letter, m.word.n * sizeof *m.word.letter) != 0);
    for (unsigned i = 0; i < believed && n < most; i++)
        if (!m.r[i].kept)
            out[n++] = analysis_of(&m.r[i], mended);
    return n;
}
