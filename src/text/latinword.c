/* latinword.c - see latinword.h. */
#include <assert.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/latinword.h"

/* Words that end like a plural and are none, or are another word without the s: cours, cour. */
static const char *const invariable[] = {
    "acces", "avis", "bas", "bois", "bras", "bus", "choix", "commis", "compromis", "concours", "congres", "corps", "cours", "croix", "deces", "devis", "discours",
    "divers", "fils", "flux", "fois", "fonds", "gas", "gaz", "goods", "heures", "mars", "means", "mois", "news", "paix", "parcours", "pays", "permis", "poids",
    "prix", "proces", "progres", "propos", "recours", "remis", "secours", "sens", "series", "sous", "species", "succes", "surplus", "taux", "temps", "tres", "univers",
    "voix", "vers"
};

static const struct plural {
    const char *ending, *singular;
    unsigned char least; /* letters that must stay */
} plurals[] = {
    { "eaux", "eau", 0 }, { "aux", "al", 2 }, { "aux", "ail", 2 }, { "ies", "y", 2 }, { "xes", "x", 1 }, { "sses", "ss", 2 }, { "shes", "sh", 2 }, { "ches", "ch", 2 },
    { "eux", "eu", 1 }, { "oux", "ou", 1 }, { "yses", "ysis", 2 }, { "ices", "ex", 2 }, { "ices", "ix", 2 }, { "s", "", 2 },
};

static const struct irregular {
    const char *plural, *singular;
} irregulars[] = {
    { "baux", "bail" }, { "children", "child" }, { "cieux", "ciel" }, { "criteria", "criterion" }, { "feet", "foot" }, { "men", "man" }, { "mice", "mouse" },
    { "phenomena", "phenomenon" }, { "teeth", "tooth" }, { "women", "woman" }, { "yeux", "oeil" },
};

/*
 * French feminines, without accents. Sure ones are of persons and adjectives and hardly end another noun or verb; the others do (capitale and capital, portée and
 * porte, il appelle and appel), so that a word alone tells nothing.
 */
static const struct feminine {
    const char *ending, *masculine;
    unsigned char least; /* letters that must stay */
    bool sure;
} feminines[] = {
    { "trice", "teur", 2, true }, { "euse", "eur", 3, true }, { "euse", "eux", 3, true }, { "ienne", "ien", 2, true }, { "onne", "on", 3, false },
    { "enne", "en", 3, false }, { "ielle", "iel", 2, true }, { "nelle", "nel", 2, true }, { "uelle", "uel", 2, true }, { "onale", "onal", 2, true },
    { "elle", "el", 2, false }, { "elle", "eau", 2, false }, { "ive", "if", 2, true }, { "ee", "e", 3, false }, { "ere", "er", 3, false },
    { "que", "c", 3, false }, { "e", "", 3, false },
};

static bool is_sign(char c)
{
    return c != '\0' && strchr("'-.&_", c) != NULL;
}

static bool is_upper(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7);
}

static bool is_lower(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF && cp != 0xF7);
}

static bool add_letter(mq_latin_word *w, mq_str one, uint32_t cp)
{
    char room[128]; /* more than one code point can fold to */
    mq_buf folded = { room, 0, sizeof room, MQ_OK };
    bool ok = true;

    if (cp < 0x80) {
        ok = w->n < MQ_LATIN_KEY;
        if (ok)
            w->key[w->n++] = (char)(cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp);
        return ok;
    }
    ok = mq_fold(&folded, one, MQ_FOLD_SEARCH, NULL) == MQ_OK && w->n + folded.n <= MQ_LATIN_KEY;
    if (ok && folded.n) {
        memcpy(w->key + w->n, folded.p, folded.n);
        w->n = (uint8_t)(w->n + folded.n);
    }
    assert(folded.p == room);
    return ok;
}

static bool is_apostrophe(uint32_t cp)
{
    return cp == 0x2018 || cp == 0x2019 || cp == 0x02BC || cp == 0x02BB;
}

unsigned mq_latin_words(mq_latin_word words[MQ_LATIN_PARTS], mq_str token)
{
    const bool dotted = token.n >= 3 && token.p[1] == '.';
    const char *p = token.p, *end = token.p + token.n;
    unsigned n = 0, upper = 0, lower = 0;
    bool open = false;

    while (p < end) {
        uint32_t cp;
        const size_t k = mq_utf8_decode(p, end, &cp);
        const uint32_t at = (uint32_t)(p - token.p);

        p += k;
        if (is_apostrophe(cp) || (cp < 0x80 && is_sign((char)cp) && !(dotted && cp == '.'))) {
            open = false;
            continue;
        }
        if (cp == '.')
            continue;
        if (!open) {
            if (n == MQ_LATIN_PARTS)
                return 0;
            words[n++] = (mq_latin_word){ .start = at, .capital = is_upper(cp) };
            upper = lower = 0;
            open = true;
        }
        if (!add_letter(&words[n - 1], (mq_str){ p - k, k }, cp))
            return 0;
        upper += is_upper(cp);
        lower += is_lower(cp);
        words[n - 1].capitals = upper >= 2 && lower == 0;
        words[n - 1].end = at + (uint32_t)k;
    }
    return n;
}

static bool is_invariable(const mq_latin_word *w)
{
    for (size_t i = 0; i < sizeof invariable / sizeof *invariable; i++)
        if (mq_str_equal((mq_str){ w->key, w->n }, mq_str_of(invariable[i])))
            return true;
    return false;
}

/* `word` with another ending. */
static mq_latin_word with_ending(const mq_latin_word *word, size_t stem, const char *ending)
{
    mq_latin_word w = *word;
    const size_t n = strlen(ending);

    assert(stem + n <= MQ_LATIN_KEY);
    memcpy(w.key + stem, ending, n);
    w.n = (uint8_t)(stem + n);
    return w;
}

static const char *irregular_singular(const mq_latin_word *w)
{
    for (size_t i = 0; i < sizeof irregulars / sizeof *irregulars; i++)
        if (mq_str_equal((mq_str){ w->key, w->n }, mq_str_of(irregulars[i].plural)))
            return irregulars[i].singular;
    return NULL;
}

static bool ends_in(const mq_latin_word *w, const char *ending, unsigned least)
{
    const size_t n = strlen(ending);

    return w->n >= n + least && memcmp(w->key + w->n - n, ending, n) == 0;
}

unsigned mq_latin_singulars(mq_latin_word out[MQ_MOST_SINGULARS], const mq_latin_word *word)
{
    const char *irregular = irregular_singular(word);
    unsigned n = 0;

    if (irregular) {
        out[0] = with_ending(word, 0, irregular);
        return 1;
    }
    if (word->n < 3 || (word->key[word->n - 1] != 's' && word->key[word->n - 1] != 'x') || is_invariable(word))
        return 0;
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals && n < MQ_MOST_SINGULARS; i++) {
        if (!ends_in(word, plurals[i].ending, plurals[i].least))
            continue;
        if (plurals[i].ending[0] == 's' && word->key[word->n - 2] == 's')
            continue; /* process is no plural */
        out[n++] = with_ending(word, word->n - strlen(plurals[i].ending), plurals[i].singular);
    }
    return n;
}

unsigned mq_latin_masculines(mq_latin_word out[MQ_MOST_MASCULINES], bool sure[MQ_MOST_MASCULINES], const mq_latin_word *word)
{
    unsigned n = 0;

    for (size_t i = 0; i < sizeof feminines / sizeof *feminines && n < MQ_MOST_MASCULINES; i++) {
        if (!ends_in(word, feminines[i].ending, feminines[i].least))
            continue;
        sure[n] = feminines[i].sure;
        out[n++] = with_ending(word, word->n - strlen(feminines[i].ending), feminines[i].masculine);
    }
    return n;
}
