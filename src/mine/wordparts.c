/*
 * wordparts.c - see wordparts.h.
 *
 * Three ways, the first that fits: two words of the lexicon (or a prefix that it has and a word), a number that words say, a beginning or an ending that is a
 * word in Arabic. Only those are here that nearly always mean one thing in terms.
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
                w->parted = MQ_PARTED_BOTH;
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
    w->parted = w->also[1] ? MQ_PARTED_BOTH : MQ_PARTED_NOT;
}

/* Letters of the shortest word that is looked at for parts, and of the shortest rest beside a beginning or an ending. */
enum { SHORTEST = 7, SHORTEST_REST = 3 };

/* What a beginning or an ending says, in English words of the lexicon: of several that fit the first one counts. */
static const struct { const char *beginning, *says; } beginnings[] = {
    { "hepat", "liver" }, { "cardi", "heart" }, { "neur", "nervous" }, { "nephr", "kidney" }, { "derm", "skin" }, { "oste", "bone" }, { "arthr", "joint" },
    { "gastr", "stomach" }, { "hemat", "blood" }, { "haemat", "blood" }, { "hemo", "blood" }, { "haemo", "blood" }, { "encephal", "brain" },
    { "cephal", "head" }, { "psych", "psychological" }, { "cyto", "cell" }, { "onco", "tumor" }, { "carcin", "cancer" }, { "pneum", "lung" },
    { "pulmon", "lung" }, { "thorac", "chest" }, { "ophtalm", "eye" }, { "ophthalm", "eye" }, { "odont", "tooth" }, { "entero", "intestine" },
    { "rhino", "nose" }, { "immun", "immunity" }, { "toxi", "poison" }, { "pharmac", "medicine" }, { "gluc", "sugar" }, { "glyc", "sugar" },
    { "prote", "protein" }, { "hydr", "water" }, { "aqua", "water" }, { "therm", "heat" }, { "cryo", "cold" }, { "phot", "light" }, { "electr", "electric" },
    { "radi", "radiation" }, { "magnet", "magnetic" }, { "aero", "air" }, { "geo", "earth" }, { "helio", "sun" }, { "astro", "star" }, { "cosm", "universe" },
    { "bio", "life" }, { "phyt", "plant" }, { "agro", "agriculture" }, { "eco", "environment" }, { "ethn", "ethnic" }, { "anthrop", "human" },
    { "soci", "social" }, { "theo", "god" }, { "chron", "time" }, { "phon", "sound" }, { "morph", "form" }, { "poly", "multiple" }, { "multi", "multiple" },
    { "pluri", "multiple" }, { "mono", "single" }, { "tetra", "four" }, { "quadr", "four" }, { "penta", "five" }, { "hexa", "six" }, { "semi", "half" },
    { "hemi", "half" }, { "demi", "half" }, { "hetero", "different" }, { "homo", "same" }, { "auto", "self" }, { "tele", "distance" }, { "micro", "small" },
    { "mini", "small" }, { "macro", "large" }, { "mega", "large" }, { "hyper", "high" }, { "hypo", "low" }, { "infra", "under" }, { "supra", "above" },
    { "inter", "between" }, { "intra", "inside" }, { "endo", "inside" }, { "exo", "outside" }, { "extra", "outside" }, { "peri", "around" },
    { "circum", "around" }, { "anti", "against" }, { "contre", "against" }, { "counter", "against" }, { "pseudo", "false" }, { "neo", "new" },
    { "retro", "back" }, { "post", "after" }, { "trans", "across" },
};

static const struct { const char *ending, *says[2]; } endings[] = {
    { "bility", { "ability", "possibility" } }, { "bilite", { "ability", "possibility" } }, { "itis", { "inflammation", NULL } },
    { "ectomy", { "removal", NULL } }, { "ectomie", { "removal", NULL } }, { "otomy", { "surgery", NULL } }, { "otomie", { "surgery", NULL } },
    { "oscopy", { "endoscopy", NULL } }, { "oscopie", { "endoscopy", NULL } }, { "plasty", { "repair", NULL } }, { "plastie", { "repair", NULL } },
    { "ology", { "science", NULL } }, { "ologie", { "science", NULL } }, { "ologist", { "scientist", NULL } }, { "ologue", { "scientist", NULL } },
    { "nomy", { "science", NULL } }, { "nomie", { "science", NULL } }, { "phobia", { "phobia", NULL } }, { "phobie", { "phobia", NULL } },
    { "pathy", { "disease", NULL } }, { "pathie", { "disease", NULL } }, { "osis", { "disease", NULL } }, { "emia", { "blood", NULL } },
    { "emie", { "blood", NULL } }, { "algia", { "pain", NULL } }, { "algie", { "pain", NULL } }, { "therapy", { "treatment", NULL } },
    { "therapie", { "treatment", NULL } }, { "graphy", { "imaging", NULL } }, { "graphie", { "imaging", NULL } }, { "gramme", { "picture", NULL } },
    { "gram", { "picture", NULL } }, { "scope", { "device", NULL } }, { "metry", { "measurement", NULL } }, { "metrie", { "measurement", NULL } },
    { "meter", { "gauge", NULL } }, { "metre", { "gauge", NULL } }, { "cide", { "killing", "killer" } }, { "genesis", { "formation", NULL } },
    { "genese", { "formation", NULL } }, { "lysis", { "analysis", NULL } }, { "lyse", { "analysis", NULL } }, { "cracy", { "rule", NULL } },
    { "cratie", { "rule", NULL } }, { "archy", { "rule", NULL } }, { "archie", { "rule", NULL } }, { "phage", { "eater", NULL } },
    { "cyte", { "cell", NULL } }, { "proof", { "resistant", NULL } }, { "less", { "without", NULL } },
};

static const char *const *said_by_ending(const mq_unit_word *w)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i].ending);

        if (w->n >= n + SHORTEST_REST && memcmp(w->folded + w->n - n, endings[i].ending, n) == 0)
            return endings[i].says;
    }
    return NULL;
}

static const char *said_by_beginning(const mq_unit_word *w)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        const size_t n = strlen(beginnings[i].beginning);

        if (w->n >= n + SHORTEST_REST && memcmp(w->folded, beginnings[i].beginning, n) == 0)
            return beginnings[i].says;
    }
    return NULL;
}

/* hepatitis: inflammation, liver; readability: ability, possibility; a beginning alone, hypertension: high. */
static void split_affixes(mq_unit_word *w)
{
    const char *const *ending = said_by_ending(w);
    const char *beginning = said_by_beginning(w);

    w->parted = ending && beginning ? MQ_PARTED_BOTH : ending || (beginning && !w->known) ? MQ_PARTED_NEVER : MQ_PARTED_NOT;
    if (ending) {
        w->also[0] = key_of(ending[0]);
        w->also[1] = beginning ? key_of(beginning) : ending[1] ? key_of(ending[1]) : 0;
    } else if (beginning && !w->known) {
        w->also[0] = key_of(beginning);
    }
}

void mq_split_word(mq_unit_word *w, const mq_dicts *d)
{
    if (!w->known && !w->foreign && w->n >= SHORTEST)
        split_compound(w, d);
    if (!w->also[0] && (!w->known || (w->folded[0] >= '0' && w->folded[0] <= '9')))
        split_number(w);
    if (!w->also[0] && !w->known && w->n >= SHORTEST)
        split_affixes(w);
}
