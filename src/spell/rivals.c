/*
 * rivals.c - what a writer may have meant by a word that is right in itself: أن for ان, حياة for حياه, تجدر for تجذر, استخدام for إستخدام.
 *
 * 1. the listed confusions;
 * 2. forms with the same skeleton;
 * 3. forms that differ in one of the letters that are confused by sound or by a dot;
 * 4. for a word that was never counted: its other spellings that a dictionary knows, their frequency estimated from the parts.
 * Weighing them against the word, with neighbours, is the business of speller.c.
 */
#include "spell/confusions.h"
#include "spell/edit.h"
#include "spell/recognise.h"
#include "spell/speller.h"
#include "spell/variants.h"

/* Pairs that make another word; others are typing slips, and too many to look for in every word. */
static const uint8_t confused[][2] = {
    { MQ_L_DAL, MQ_L_THAL }, { MQ_L_DAD, MQ_L_ZAH }, { MQ_L_TEH, MQ_L_THEH }, { MQ_L_SEEN, MQ_L_SAD }, { MQ_L_THAL, MQ_L_ZAIN },
};

enum { FIRST_INSIDE = 2 };
static const double per_surplus_hamza = 4;

struct seeker {
    struct candidates *out;
    const mq_vocabulary *vocabulary;
    const mq_forms *forms;
    const mq_letters *written;
};

static void add(struct seeker *k, const mq_letters *word, double bonus, bool alike, const char *rule)
{
    struct candidate *c;

    for (unsigned i = 0; i < k->out->n; i++)
        if (mq_letters_equal(&k->out->c[i].word, word))
            return;
    if (k->out->n == MQ_MOST_CANDIDATES || mq_letters_equal(word, k->written))
        return;
    c = &k->out->c[k->out->n++];
    c->word = *word;
    c->log = (float)mq_forms_estimate(k->forms, word);
    c->cost = (float)((double)mq_edit_distance(k->written, word) / MQ_EDIT_BIT - bonus);
    c->alike = alike;
    c->rule = rule;
}

static bool knows_each(const struct seeker *k, const mq_letters *words)
{
    mq_letters word = { .n = 0 };

    for (unsigned i = 0; i <= words->n; i++)
        if (i < words->n && words->c[i] != MQ_L_SPACE) {
            (void)mq_letters_append(&word, &words->c[i], 1);
        } else {
            if (!mq_recognise(k->vocabulary, &word))
                return false;
            word.n = 0;
        }
    return true;
}

/* The distance is not counted here: the list says how likely the slip is. */
static void listed(void *user, const mq_letters *meant, int bits, const char *rule)
{
    struct seeker *k = user;

    if (knows_each(k, meant))
        add(k, meant, (double)mq_edit_distance(k->written, meant) / MQ_EDIT_BIT + bits, true, rule);
}

/* What kind of slip leaves the skeleton as it is. */
static const char *seat_rule(const mq_letters *a, const mq_letters *b)
{
    const uint8_t x = a->c[a->n - 1], y = b->c[b->n - 1];

    return a->n == b->n && x != y && memcmp(a->c, b->c, a->n - 1U) == 0 && x != MQ_L_HAMZA && y != MQ_L_HAMZA ? "ending" : "hamza";
}

/*
 * Bits against a rival that lacks a hamza inside the word: أ is one key more than ا, so who wrote كأن hardly meant كان. At the beginning it is habit:
 * أستخدام.
 */
static double surplus_hamzas(const mq_letters *written, const mq_letters *meant)
{
    double bits = 0;

    for (unsigned i = FIRST_INSIDE; written->n == meant->n && i + 1 < written->n; i++)
        if (written->c[i] != meant->c[i] && (meant->c[i] == MQ_L_ALEF || meant->c[i] == MQ_L_WAW || meant->c[i] == MQ_L_YEH))
            bits += per_surplus_hamza;
    return bits;
}

static void add_alike(struct seeker *k)
{
    mq_letters skeleton, other;
    uint32_t from, to;

    mq_letters_skeleton(&skeleton, k->written);
    mq_forms_alike(k->forms, &skeleton, &from, &to);
    for (uint32_t form = from; form < to; form++) {
        mq_form_letters(k->forms, form, &other);
        add(k, &other, -surplus_hamzas(k->written, &other), true, seat_rule(k->written, &other));
    }
}

static void add_confused(struct seeker *k)
{
    mq_letters other = *k->written;

    for (unsigned i = 0; i < other.n; i++) {
        const uint8_t written = other.c[i];

        for (size_t p = 0; p < sizeof confused / sizeof *confused; p++) {
            if (written != confused[p][0] && written != confused[p][1])
                continue;
            other.c[i] = confused[p][written == confused[p][0]];
            if (mq_forms_find(k->forms, &other))
                add(k, &other, 0, false, "letter");
        }
        other.c[i] = written;
    }
}

static void add_variant(void *user, const mq_letters *word)
{
    struct seeker *k = user;

    if (mq_forms_estimate(k->forms, word) > mq_forms_estimate(k->forms, k->written) + 1 && mq_recognise(k->vocabulary, word))
        add(k, word, 0, true, seat_rule(k->written, word));
}

static void add_split_name(struct seeker *k, unsigned at)
{
    static const uint8_t space = MQ_L_SPACE;
    mq_letters two = { .n = 0 };

    if (mq_letters_append(&two, k->written->c, at) && mq_letters_append(&two, &space, 1) && mq_letters_append(&two, k->written->c + at, k->written->n - at))
        add(k, &two, 30, true, "glued");
}

void mq_rivals(struct candidates *out, const mq_speller *s, const mq_letters *w)
{
    struct seeker k = { .out = out, .vocabulary = s->vocabulary, .forms = mq_forms_get(), .written = w };

    out->n = 0;
    if (mq_confusions_right(w))
        return;
    if (s->options.split_names && mq_servant_name(w))
        add_split_name(&k, mq_servant_name(w));
    mq_confusions(w, listed, &k);
    add_alike(&k);
    add_confused(&k);
    if (!mq_forms_find(k.forms, w))
        mq_variants(w, add_variant, &k);
}
