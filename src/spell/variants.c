/* variants.c - see variants.h. One place after the other, by recursion as deep as the word is long. */
#include "spell/variants.h"

enum { MOST_VARIANTS = 96, HAMZA_DEPTH = 5 /* an alef further inside is hardly ever meant with hamza */ };

struct walk {
    mq_letters word;
    unsigned left;
    mq_variant_fn *fn;
    void *user;
};

static const uint8_t *choices(const mq_letters *w, unsigned at)
{
    static const uint8_t alefs[] = { MQ_L_ALEF, MQ_L_ALEF_ABOVE, MQ_L_ALEF_BELOW, MQ_L_ALEF_MADDA, 0 };
    static const uint8_t seats[] = { MQ_L_HAMZA, MQ_L_WAW_HAMZA, MQ_L_YEH_HAMZA, MQ_L_ALEF_ABOVE, 0 };
    static const uint8_t waws[] = { MQ_L_WAW, MQ_L_WAW_HAMZA, 0 }, yehs[] = { MQ_L_YEH, MQ_L_YEH_HAMZA, 0 };
    static const uint8_t last_yehs[] = { MQ_L_YEH, MQ_L_ALEF_MAKSURA, MQ_L_YEH_HAMZA, 0 }, last_hehs[] = { MQ_L_HEH, MQ_L_TEH_MARBUTA, 0 };
    const bool last = at + 1 == w->n;

    switch (w->c[at]) {
    case MQ_L_ALEF: case MQ_L_ALEF_ABOVE: case MQ_L_ALEF_BELOW: case MQ_L_ALEF_MADDA: return at < HAMZA_DEPTH || last ? alefs : NULL;
    case MQ_L_HAMZA: case MQ_L_WAW_HAMZA: case MQ_L_YEH_HAMZA: return seats;
    case MQ_L_WAW: return at ? waws : NULL;
    case MQ_L_YEH: case MQ_L_ALEF_MAKSURA: return last ? last_yehs : at ? yehs : NULL;
    case MQ_L_HEH: case MQ_L_TEH_MARBUTA: return last ? last_hehs : NULL;
    default: return NULL;
    }
}

static void walk(struct walk *k, unsigned at)
{
    const uint8_t *choice, written = at < k->word.n ? k->word.c[at] : 0;

    if (k->left == 0)
        return;
    if (at == k->word.n) {
        k->left--;
        k->fn(k->user, &k->word);
        return;
    }
    choice = choices(&k->word, at);
    if (!choice) {
        walk(k, at + 1);
        return;
    }
    for (; *choice; choice++) {
        k->word.c[at] = *choice;
        walk(k, at + 1);
    }
    k->word.c[at] = written;
}

void mq_variants(const mq_letters *word, mq_variant_fn *fn, void *user)
{
    struct walk k = { .word = *word, .left = MOST_VARIANTS, .fn = fn, .user = user };

    walk(&k, 0);
}
