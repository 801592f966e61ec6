/*
 * wordparts.c - see wordparts.h.
 *
 * Three ways, the first that fits: two words of the lexicon (or a prefix that it has and a word), a number that words say, an ending that is a word in
 * Arabic. Of the endings only those are here that nearly always mean one thing in terms.
 */
#include <stdio.h>
#include <string.h>

#include "lexicon/ordinal.h"
#include "mine/wordparts.h"

static uint32_t key_of(const char *word)
{
    return mq_latin_exact_of(mq_str_of(word));
}

/* nighttime, newsletter, retweet. The longest first part wins. */
static void split_compound(mq_unit_word *w, const mq_dicts *d)
{
    enum { LEAST = 3, PREFIX = 2, BEHIND_PREFIX = 5 };
    uint32_t first[MQ_WORD_BYTES];

    for (size_t n = w->n - LEAST; n >= PREFIX; n--) {
        first[n] = n >= LEAST || w->n - n >= BEHIND_PREFIX ? mq_latin_exact_of((mq_str){ w->folded, n }) : 0;
        if (first[n])
            mq_lexicon_latin_prefetch(d->latin, first[n]);
    }
    for (size_t n = w->n - LEAST; n >= PREFIX; n--)
        if (first[n] && mq_lexicon_latin(d->latin, first[n])) {
            const uint32_t second = mq_latin_exact_of((mq_str){ w->folded + n, w->n - n });

            if (second && mq_lexicon_latin(d->latin, second)) {
                w->also[0] = first[n];
                w->also[1] = second;
                return;
            }
        }
}

static uint32_t key_of_number(unsigned n)
{
    char digits[8] = { 0 };

    (void)snprintf(digits, sizeof digits, "%u", n);
    return key_of(digits);
}

/* XIXe, 21st: as words say them, with units and tens. */
static void split_number(mq_unit_word *w)
{
    const unsigned n = mq_ordinal((mq_str){ w->folded, w->n }), ten = n > 20 ? n - n % 10 : 10;

    if (n == 0 || n > 99)
        return;
    w->also[0] = key_of_number(n <= 10 ? n : n % 10 ? n % 10 : n);
    w->also[1] = n > 10 && n % 10 ? key_of_number(ten) : 0;
}

/* Letters of the shortest word that is looked at for parts, and of the shortest beginning before an ending. */
enum { SHORTEST = 7, SHORTEST_BEGINNING = 3 };

/* What an ending says, in English words of the lexicon. */
static const struct { const char *ending, *says[2]; } endings[] = {
    { "bility", { "ability", "possibility" } },
    { "bilite", { "ability", "possibility" } },
    { "itis", { "inflammation", NULL } },
    { "ectomy", { "removal", NULL } },
    { "ectomie", { "removal", NULL } },
    { "ology", { "science", NULL } },
    { "ologie", { "science", NULL } },
    { "phobia", { "phobia", NULL } },
    { "phobie", { "phobia", NULL } },
    { "pathy", { "disease", NULL } },
    { "pathie", { "disease", NULL } },
    { "metry", { "measurement", NULL } },
    { "metrie", { "measurement", NULL } },
    { "meter", { "gauge", NULL } },
    { "metre", { "gauge", NULL } },
    { "cide", { "killing", NULL } },
};

static void split_ending(mq_unit_word *w)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i].ending);

        if (w->n < n + SHORTEST_BEGINNING || memcmp(w->folded + w->n - n, endings[i].ending, n) != 0)
            continue;
        w->also[0] = key_of(endings[i].says[0]);
        w->also[1] = endings[i].says[1] ? key_of(endings[i].says[1]) : 0;
        return;
    }
}

void mq_split_word(mq_unit_word *w, const mq_dicts *d)
{
    if (!w->known && !w->foreign && w->n >= SHORTEST)
        split_compound(w, d);
    if (!w->also[0] && (!w->known || (w->folded[0] >= '0' && w->folded[0] <= '9')))
        split_number(w);
    if (!w->also[0] && w->n >= SHORTEST)
        split_ending(w);
}
