/*
 * language.c - French, English or neither, by the words alone.
 *
 * A phrase of two or three words has no letter statistics to speak of, so each word votes: function words strongly, accents and letters that only one of the
 * languages uses, then endings. A tie or no vote is MQ_LANG_UND: most short names and acronyms.
 */
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"

struct clue {
    const char *word;
    int french, english, other;
};

static const struct clue function_words[] = {
    { "de", 3, 0, 1 },  { "du", 4, 0, 0 },   { "des", 4, 0, 0 },  { "et", 4, 0, 0 },   { "les", 4, 0, 0 },  { "le", 3, 0, 0 },   { "la", 2, 0, 2 },
    { "d", 3, 0, 0 },   { "l", 3, 0, 0 },    { "pour", 4, 0, 0 }, { "par", 4, 0, 0 },  { "sur", 3, 0, 0 },  { "dans", 4, 0, 0 }, { "en", 2, 0, 2 },
    { "au", 4, 0, 0 },  { "aux", 4, 0, 0 },  { "une", 4, 0, 0 },  { "un", 2, 0, 1 },   { "sans", 3, 0, 0 }, { "avec", 4, 0, 0 }, { "sous", 4, 0, 0 },
    { "of", 0, 4, 0 },  { "the", 0, 4, 0 },  { "and", 0, 4, 0 },  { "for", 0, 4, 0 },  { "to", 0, 3, 0 },   { "in", 0, 2, 1 },   { "on", 0, 2, 0 },
    { "by", 0, 4, 0 },  { "with", 0, 4, 0 }, { "from", 0, 4, 0 }, { "at", 0, 3, 0 },   { "as", 0, 2, 1 },   { "is", 0, 3, 0 },   { "your", 0, 4, 0 },
    { "und", 0, 0, 5 }, { "der", 0, 0, 4 },  { "die", 0, 0, 3 },  { "das", 0, 0, 4 },  { "von", 0, 0, 4 },  { "del", 0, 0, 4 },  { "el", 0, 0, 4 },
    { "los", 0, 0, 4 }, { "las", 0, 0, 4 },  { "y", 0, 0, 4 },    { "para", 0, 0, 4 }, { "di", 0, 0, 4 },   { "della", 0, 0, 5 }, { "il", 0, 0, 3 },
    { "zur", 0, 0, 4 }, { "van", 0, 0, 3 },  { "dos", 0, 0, 3 },  { "da", 0, 0, 3 },
};

static const struct clue endings[] = {
    { "ique", 2, 0, 0 },  { "iques", 3, 0, 0 }, { "eur", 2, 0, 0 },   { "eurs", 3, 0, 0 },  { "euse", 3, 0, 0 }, { "aire", 2, 0, 0 }, { "aires", 3, 0, 0 },
    { "elle", 2, 0, 0 },  { "elles", 2, 0, 0 }, { "isme", 2, 0, 0 },  { "iste", 2, 0, 0 },  { "oire", 3, 0, 0 }, { "ables", 1, 0, 0 }, { "ales", 2, 0, 0 },
    { "aux", 3, 0, 0 },   { "eaux", 3, 0, 0 },  { "ienne", 2, 0, 0 }, { "ais", 2, 0, 0 },   { "eux", 3, 0, 0 },  { "ine", 1, 0, 0 },   { "age", 0, 0, 0 },
    { "ing", 0, 3, 0 },   { "ings", 0, 3, 0 },  { "ity", 0, 3, 0 },   { "ness", 0, 3, 0 },  { "ship", 0, 3, 0 }, { "ware", 0, 3, 0 },  { "cy", 0, 2, 0 },
    { "ly", 0, 2, 0 },    { "ed", 0, 2, 0 },    { "ory", 0, 2, 0 },   { "ary", 0, 2, 0 },   { "work", 0, 3, 0 }, { "land", 0, 1, 0 },  { "ics", 0, 2, 0 },
    { "ical", 0, 3, 0 },  { "ism", 0, 2, 0 },   { "ist", 0, 2, 0 },   { "ty", 0, 1, 0 },    { "ful", 0, 2, 0 },  { "or", 0, 1, 0 },    { "er", 0, 1, 0 },
    { "ck", 0, 2, 0 },    { "ght", 0, 3, 0 },   { "ogy", 0, 3, 0 },   { "phy", 0, 3, 0 },   { "ung", 0, 0, 3 },  { "keit", 0, 0, 4 },  { "schaft", 0, 0, 4 },
    { "cion", 0, 0, 4 },  { "dad", 0, 0, 3 },   { "zione", 0, 0, 4 }, { "us", 0, 0, 1 },    { "ae", 0, 0, 2 },   { "mente", 0, 0, 2 },
};

struct votes {
    int french, english, other;
};

static void vote(struct votes *v, const struct clue *c)
{
    v->french += c->french;
    v->english += c->english;
    v->other += c->other;
}

static void vote_word(struct votes *v, mq_str w)
{
    const struct clue *longest = NULL;

    for (size_t i = 0; i < sizeof function_words / sizeof *function_words; i++)
        if (mq_str_equal(w, mq_str_of(function_words[i].word))) {
            vote(v, &function_words[i]);
            return;
        }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i].word);

        if (w.n >= n + 2 && memcmp(w.p + w.n - n, endings[i].word, n) == 0 && (!longest || n > strlen(longest->word)))
            longest = &endings[i];
    }
    if (longest)
        vote(v, longest);
}

/* Letters that tell, in the text as written. */
static void vote_letters(struct votes *v, mq_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        switch (cp) {
        case 0xE9: case 0xC9: v->french += 2; v->other += 1; break;
        case 0xE8: case 0xEA: case 0xE7: case 0xF9: case 0xFB: case 0xEE: case 0xEF: case 0x153: case 0xE0: case 0xC8: case 0xCA: case 0xC0: case 0x152:
            v->french += 3;
            break;
        case 0xE2: case 0xF4: v->french += 2; break;
        case 0xF1: case 0xDF: case 0xFC: case 0xE4: case 0xF6: case 0xE3: case 0xF5: case 0xED: case 0xF3: case 0xFA: case 0xE1: case 0xF8: case 0xE5:
            v->other += 4;
            break;
        default:
            if ((cp >= 0x100 && cp < 0x152) || (cp > 0x153 && cp < 0x250))
                v->other += 4;
            break;
        }
    }
}

mq_lang mq_latin_language(mq_str la)
{
    struct votes v = { 0, 0, 0 };
    mq_buf key = MQ_BUF_INIT;
    mq_str words, w;

    if (mq_fold(&key, la, MQ_FOLD_SEARCH, NULL))
        return MQ_LANG_UND;
    for (size_t i = 0; i < key.n; i++)
        if (strchr("'-./&_", key.p[i]))
            key.p[i] = ' ';
    words = mq_buf_str(&key);
    while (words.n) {
        const char *space = memchr(words.p, ' ', words.n);

        w = (mq_str){ words.p, space ? (size_t)(space - words.p) : words.n };
        vote_word(&v, w);
        words = (mq_str){ words.p + w.n + (space != NULL), words.n - w.n - (space != NULL) };
    }
    mq_buf_release(&key);
    vote_letters(&v, la);
    if (v.other > v.french && v.other > v.english)
        return MQ_LANG_OTHER;
    if (v.french > v.english)
        return MQ_LANG_FR;
    return v.english > v.french ? MQ_LANG_EN : MQ_LANG_UND;
}
