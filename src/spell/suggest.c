/*
 * suggest.c - what may have been meant by an unknown word.
 *
 * 1. forms near the word as a whole (near.h);
 * 2. the word with other seats of hamza and other endings, when a dictionary knows that: rare words that forms.tsv does not hold; listed confusions;
 * 3. behind glued letters, forms near the rest, when the whole is a word again: clitic stacks that were never counted;
 * 4. the words of the project, behind glued letters: these come first, because a draft is about what its glossary is about;
 * 5. the word parted in two;
 * 6. one letter out, one vowel in, two turned, when a dictionary knows that and nothing better was found.
 * Ranked by log2 count - cost: the noisy channel.
 */
#include <math.h>
#include <string.h>

#include "spell/confusions.h"
#include "spell/context.h"
#include "spell/edit.h"
#include "spell/near.h"
#include "spell/recognise.h"
#include "spell/speller.h"
#include "spell/variants.h"

static const double log_running_words = 23.21;
enum { NEVER_RIGHT = 12 }; /* bits of a listed confusion */
enum { BUDGET = 10 * MQ_EDIT_BIT, STEM_BUDGET = 8 * MQ_EDIT_BIT, FAR_BEHIND = 14 /* bits; neighbours may make up for two of them */ };

/* log2 of a count: of the words of a project, which were not counted. As a frequent word. */
static const double term_log = 14;

struct seeker {
    struct candidates *out;
    const mq_speller *s;
    const mq_forms *forms;
    const mq_letters *written;
    mq_letters before;         /* glued letters in front of what is looked for */
    double penalty;            /* bits for them */
};

static double score(const struct candidate *c)
{
    return c->log - c->cost;
}

/* Not worth asking a dictionary: it could not be kept, or would be dropped as far behind the best. */
static bool is_hopeless(const struct candidates *out, const struct candidate *c)
{
    return (out->n && score(c) < score(&out->c[0]) - FAR_BEHIND) || (out->n == MQ_MOST_CANDIDATES && score(c) <= score(&out->c[out->n - 1]));
}

/* Keeps the best MQ_MOST_CANDIDATES, best first, each once. */
static void keep(struct candidates *out, const struct candidate *c)
{
    unsigned i = out->n;

    for (unsigned k = 0; k < out->n; k++)
        if (mq_letters_equal(&out->c[k].word, &c->word)) {
            if (score(c) <= score(&out->c[k]))
                return;
            memmove(&out->c[k], &out->c[k + 1], (out->n - k - 1) * sizeof *c);
            i = --out->n;
            break;
        }
    if (i == MQ_MOST_CANDIDATES) {
        if (score(c) <= score(&out->c[i - 1]))
            return;
        out->n = --i;
    }
    while (i && score(&out->c[i - 1]) < score(c))
        i--;
    memmove(&out->c[i + 1], &out->c[i], (out->n - i) * sizeof *c);
    out->c[i] = *c;
    out->n++;
}

static void near_whole(void *user, uint32_t form, int cost)
{
    struct seeker *k = user;
    struct candidate c = { .log = (float)mq_form_log(k->forms, form), .cost = (float)cost / MQ_EDIT_BIT };

    mq_form_letters(k->forms, form, &c.word);
    if (cost)
        keep(k->out, &c);
}

static void try_word(struct seeker *k, const mq_letters *word, double extra)
{
    struct candidate c = { .word = *word };

    c.log = (float)mq_forms_estimate(k->forms, word);
    if (c.log <= MQ_FORM_QUESTION && word->c[0] != k->written->c[0])
        return; /* a dictionary allows أ + ل + a noun; nobody meant it who did not write the أ */
    c.cost = (float)(mq_edit_distance(k->written, word) / (double)MQ_EDIT_BIT + extra);
    if (!is_hopeless(k->out, &c) && !mq_letters_equal(word, k->written) && mq_recognise(k->s->vocabulary, word))
        keep(k->out, &c);
}

static void near_stem(void *user, uint32_t form, int cost)
{
    struct seeker *k = user;
    struct candidate c = { .word = k->before };
    mq_letters stem;

    mq_form_letters(k->forms, form, &stem);
    if (stem.n < 2 || !mq_letters_append(&c.word, stem.c, stem.n) || mq_forms_find(k->forms, &c.word))
        return;
    c.log = (float)fmax(mq_form_log(k->forms, form) - k->penalty, -1);
    c.cost = (float)cost / MQ_EDIT_BIT;
    if (!is_hopeless(k->out, &c) && mq_recognise(k->s->vocabulary, &c.word))
        keep(k->out, &c);
}

/* و ف س, ب ل ك, then what follows; the article stays with the stem, because forms with it are counted. */
static void behind_clitics(struct seeker *k)
{
    const mq_letters *w = k->written;

    k->before.n = 0;
    for (unsigned i = 0; i < 2 && i + 4 < w->n; i++) {
        const uint8_t c = w->c[i];
        mq_letters rest = { .n = 0 };

        if (i == 0 ? c != MQ_L_WAW && c != MQ_L_FEH && c != MQ_L_BEH && c != MQ_L_LAM && c != MQ_L_KAF && c != MQ_L_SEEN
                   : c != MQ_L_BEH && c != MQ_L_LAM && c != MQ_L_KAF && c != MQ_L_SEEN)
            return;
        k->before.c[k->before.n++] = c;
        k->penalty = c == MQ_L_WAW ? 4 : 5.5;
        (void)mq_letters_append(&rest, w->c + i + 1, (size_t)(w->n - i - 1));
        mq_forms_near(k->forms, &rest, STEM_BUDGET, near_stem, k);
    }
}

static void try_variant(void *user, const mq_letters *word)
{
    try_word(user, word, 0);
}

static void listed(void *user, const mq_letters *meant, int bits, const char *rule)
{
    struct seeker *k = user;
    struct candidate c = { .word = *meant, .cost = 0, .log = (float)mq_forms_estimate(k->forms, meant) };

    (void)rule;
    if (memchr(meant->c, MQ_L_SPACE, meant->n))
        c.log = (float)bits;
    else if (!mq_recognise(k->s->vocabulary, meant))
        return;
    keep(k->out, &c);
}

static void one_letter(struct seeker *k)
{
    static const uint8_t vowels[] = { MQ_L_ALEF, MQ_L_WAW, MQ_L_YEH, MQ_L_LAM, MQ_L_TEH, MQ_L_NOON };
    const mq_letters *w = k->written;

    for (unsigned i = 0; i < w->n; i++) { /* out, turned */
        mq_letters other = *w;

        memmove(other.c + i, other.c + i + 1, (size_t)(w->n - i - 1));
        other.n--;
        try_word(k, &other, 0);
        if (i + 1 < w->n) {
            other = *w;
            other.c[i] = w->c[i + 1];
            other.c[i + 1] = w->c[i];
            try_word(k, &other, 0);
        }
    }
    for (unsigned i = 0; i <= w->n && w->n < MQ_LETTERS_MOST; i++) /* in */
        for (unsigned v = 0; v < sizeof vowels; v++) {
            mq_letters other = *w;

            memmove(other.c + i + 1, other.c + i, (size_t)(w->n - i));
            other.c[i] = vowels[v];
            other.n++;
            try_word(k, &other, 0);
        }
}

static void swapped_letters(struct seeker *k)
{
    const mq_edit_costs *costs = mq_edit_costs_get();
    mq_letters other = *k->written;

    for (unsigned i = 0; costs && i < other.n; i++) {
        const uint8_t written = other.c[i];

        for (unsigned letter = 1; letter < MQ_L_COUNT; letter++)
            if (letter != written && costs->swap[written][letter] <= 8 * MQ_EDIT_BIT) {
                other.c[i] = (uint8_t)letter;
                try_word(k, &other, 0);
            }
        other.c[i] = written;
    }
}

static void near_term(void *user, const mq_letters *stem)
{
    struct seeker *k = user;
    struct candidate c = { .word = k->before };
    int cost;

    if (!mq_letters_append(&c.word, stem->c, stem->n) || mq_letters_equal(&c.word, k->written))
        return;
    cost = mq_edit_distance(k->written, &c.word);
    c.log = (float)fmax(mq_forms_estimate(k->forms, &c.word), term_log);
    c.cost = (float)cost / MQ_EDIT_BIT;
    if (cost <= STEM_BUDGET && !is_hopeless(k->out, &c) && mq_vocabulary_knows(k->s->vocabulary, &c.word))
        keep(k->out, &c);
}

/* The word itself, and what follows each legal beginning of glued letters: و ف, ب ل ك, ال or the second ل of لل. */
static void near_terms(struct seeker *k)
{
    const mq_letters *w = k->written;

    for (unsigned at = 0; at + 3 < w->n;) {
        mq_letters rest = { .n = 0 };

        k->before.n = 0;
        (void)mq_letters_append(&k->before, w->c, at);
        (void)mq_letters_append(&rest, w->c + at, (size_t)(w->n - at));
        mq_vocabulary_near(k->s->vocabulary, &rest, near_term, k);
        if (w->c[at] == MQ_L_ALEF && w->c[at + 1] == MQ_L_LAM)
            at += 2;
        else if (at < 3 && strchr((const char[]){ MQ_L_WAW, MQ_L_FEH, MQ_L_BEH, MQ_L_LAM, MQ_L_KAF, 0 }, w->c[at]))
            at++;
        else
            return;
    }
}

/* Two frequent words, glued. */
static void parted(struct seeker *k)
{
    const mq_letters *w = k->written;

    for (unsigned i = 2; i + 2 <= w->n && w->n < MQ_LETTERS_MOST; i++) {
        mq_letters a = { .n = 0 }, b = { .n = 0 };
        struct candidate c = { .cost = 6 };
        uint32_t fa, fb;

        (void)mq_letters_append(&a, w->c, i);
        (void)mq_letters_append(&b, w->c + i, (size_t)(w->n - i));
        fa = mq_forms_find(k->forms, &a);
        fb = mq_forms_find(k->forms, &b);
        if (!fa || !fb)
            continue;
        c.log = (float)(mq_form_log(k->forms, fa) + mq_form_log(k->forms, fb) - log_running_words
                        + mq_context_fit(&a, mq_form_log(k->forms, fa), &b, mq_form_log(k->forms, fb)));
        c.word = a;
        c.word.c[c.word.n++] = MQ_L_SPACE;
        (void)mq_letters_append(&c.word, b.c, b.n);
        keep(k->out, &c);
    }
}

/* What a listed confusion says of a candidate. */
struct correction {
    mq_letters word;
    int bits;
};

static void remember(void *user, const mq_letters *meant, int bits, const char *rule)
{
    struct correction *c = user;

    (void)rule;
    if (bits > c->bits && !memchr(meant->c, MQ_L_SPACE, meant->n))
        *c = (struct correction){ *meant, bits };
}

/*
 * Glued letters that never stand behind each other, though a dictionary or a corpus may let them pass: two of ب ل ك before the article, and ل before its alef,
 * which goes (للكتاب); لالتزام and the like have no article.
 */
static bool is_impossible(const mq_forms *f, const mq_letters *w)
{
    unsigned at = w->c[0] == MQ_L_WAW || w->c[0] == MQ_L_FEH;
    const unsigned first = at;
    mq_letters rest = { .n = 0 };

    (void)mq_letters_append(&rest, w->c + first, w->n - first);
    if (mq_forms_find(f, &rest))
        return false; /* بكالوريا */
    while (at < w->n && (w->c[at] == MQ_L_BEH || w->c[at] == MQ_L_LAM || w->c[at] == MQ_L_KAF))
        at++;
    if (at + 4U > w->n || !mq_letters_starts(w, at, MQ_L_ALEF) || !mq_letters_starts(w, at + 1, MQ_L_LAM))
        return false;
    return at - first == 2 || (at - first == 1 && w->c[first] == MQ_L_LAM && w->c[at + 2] != MQ_L_TEH);
}

/* A dictionary knows some spellings that are never right, مساءا: what is meant by them takes their place. Stacks that cannot be go. */
static void correct(struct seeker *k)
{
    struct candidates kept = { .n = 0 };

    for (unsigned i = 0; i < k->out->n; i++) {
        struct candidate c = k->out->c[i];
        struct correction better = { .bits = 0 };

        if (!mq_confusions_right(&c.word))
            mq_confusions(&c.word, remember, &better);
        if (better.bits >= NEVER_RIGHT && mq_recognise(k->s->vocabulary, &better.word)) {
            c.word = better.word;
            c.log = (float)fmax(mq_forms_estimate(k->forms, &c.word), c.log);
        }
        if (!mq_letters_equal(&c.word, k->written) && !is_impossible(k->forms, &c.word))
            keep(&kept, &c);
    }
    *k->out = kept;
}

void mq_candidates(struct candidates *out, const mq_speller *s, const mq_letters *w)
{
    struct seeker k = { .out = out, .s = s, .forms = mq_forms_get(), .written = w };

    out->n = 0;
    mq_forms_near(k.forms, w, BUDGET, near_whole, &k);
    mq_variants(w, try_variant, &k);
    mq_confusions(w, listed, &k);
    behind_clitics(&k);
    near_terms(&k);
    parted(&k);
    if (out->n == 0 || score(&out->c[0]) < -6) {
        one_letter(&k);
        swapped_letters(&k);
    }
    correct(&k);
}
