/*
 * sequences.c - words that are wrong beside each other.
 *
 * A word twice is a slip of the hand, unless repetition means something: صفا صفا, شيئا شيئا (words with tanwin), جدا جدا. The conjunction و is written
 * with the next word; alone it is tolerated only where it is a name for the letter.
 */
#include "spell/speller.h"

static mq_str text_of(const mq_tokens *k, size_t i)
{
    return (mq_str){ k->text.p + k->t[i].start, k->t[i].end - k->t[i].start };
}

/* Only blanks between token i - 1 and token i. */
static bool follows(const mq_tokens *k, size_t i)
{
    if (k->t[i - 1].end == k->t[i].start)
        return false;
    for (size_t at = k->t[i - 1].end; at < k->t[i].start; at++)
        if (k->text.p[at] != ' ')
            return false;
    return true;
}

static bool may_repeat(const mq_letters *w)
{
    return w->n < 2 || w->c[w->n - 1] == MQ_L_ALEF;
}

static void doubled(mq_founds *all, const mq_tokens *k, size_t i)
{
    mq_letters a, b;

    if (!mq_str_equal(text_of(k, i - 1), text_of(k, i)) || !mq_letters_read(&a, text_of(k, i - 1), NULL) || !mq_letters_read(&b, text_of(k, i), NULL))
        return;
    if (!may_repeat(&a))
        mq_found_one(all, MQ_FINDING_SPELLING, "doubled", "the same word twice", k->t[i - 1].end, k->t[i].end, MQ_STR(""), false);
}

static bool is_waw(mq_str s)
{
    return s.n == 2 && memcmp(s.p, "\xD9\x88", 2) == 0;
}

static void detached(mq_founds *all, const mq_tokens *k, size_t i)
{
    if (is_waw(text_of(k, i - 1)) && k->t[i - 1].space_before)
        mq_found_one(all, MQ_FINDING_SPELLING, "detached", "the conjunction is written with the next word", k->t[i - 1].start, k->t[i].start,
                     MQ_STR("\xD9\x88"), true);
}

void mq_check_sequences(mq_founds *all, const mq_tokens *k)
{
    for (size_t i = 1; i < k->n; i++)
        if (k->t[i - 1].script == MQ_ARABIC && k->t[i].script == MQ_ARABIC && follows(k, i)) {
            doubled(all, k, i);
            detached(all, k, i);
        }
}
