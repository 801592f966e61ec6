/*
 * language.c - French, English or neither, by the words alone.
 *
 * A phrase of two or three words has no letter statistics to speak of, so each word votes: function words strongly, accents and letters that only one of the
 * languages uses, then endings. A tie or no vote is MQ_LANG_UND: most short names and acronyms.
 */
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/language.h"

struct clue {
    char word[7];
    unsigned char n;
    int french, english, other;
};

struct clues {
    const struct clue *c;
    size_t n;
};

#define ALL(clues) { clues, sizeof(clues) / sizeof *(clues) }
#define CLUE(word, french, english, other) { word, sizeof(word) - 1, french, english, other }

/* Those of each length together: what has to be compared with a word is few of them. */
static const struct clue of_one[] = {
    CLUE("d", 3, 0, 0), CLUE("l", 3, 0, 0), CLUE("y", 0, 0, 4),
};
static const struct clue of_two[] = {
    CLUE("de", 3, 0, 1), CLUE("du", 4, 0, 0), CLUE("et", 4, 0, 0), CLUE("le", 3, 0, 0), CLUE("la", 2, 0, 2), CLUE("en", 2, 0, 2), CLUE("au", 4, 0, 0),
    CLUE("un", 2, 0, 1), CLUE("of", 0, 4, 0), CLUE("to", 0, 3, 0), CLUE("in", 0, 2, 1), CLUE("on", 0, 2, 0), CLUE("by", 0, 4, 0), CLUE("at", 0, 3, 0),
    CLUE("as", 0, 2, 1), CLUE("is", 0, 3, 0), CLUE("it", 0, 2, 0), CLUE("my", 0, 3, 0), CLUE("we", 0, 4, 0), CLUE("ou", 4, 0, 0), CLUE("ne", 3, 0, 1),
    CLUE("el", 0, 0, 4), CLUE("di", 0, 0, 4), CLUE("il", 0, 0, 3), CLUE("da", 0, 0, 3),
};
static const struct clue of_three[] = {
    CLUE("des", 4, 0, 0), CLUE("les", 4, 0, 0), CLUE("par", 4, 0, 0), CLUE("sur", 3, 0, 0), CLUE("aux", 4, 0, 0), CLUE("une", 4, 0, 0),
    CLUE("the", 0, 4, 0), CLUE("and", 0, 4, 0), CLUE("for", 0, 4, 0), CLUE("our", 0, 4, 0), CLUE("has", 0, 4, 0), CLUE("not", 0, 4, 0),
    CLUE("you", 0, 4, 0), CLUE("est", 2, 0, 2), CLUE("son", 2, 2, 0), CLUE("ses", 4, 0, 0), CLUE("qui", 3, 0, 1), CLUE("que", 3, 0, 2),
    CLUE("und", 0, 0, 5), CLUE("der", 0, 0, 4), CLUE("die", 0, 0, 3), CLUE("das", 0, 0, 4), CLUE("von", 0, 0, 4), CLUE("del", 0, 0, 4),
    CLUE("los", 0, 0, 4), CLUE("las", 0, 0, 4), CLUE("zur", 0, 0, 4), CLUE("van", 0, 0, 3), CLUE("dos", 0, 0, 3),
    CLUE("mon", 3, 0, 0), CLUE("ces", 4, 0, 0), CLUE("nos", 3, 0, 1), CLUE("vos", 3, 0, 1), CLUE("are", 0, 4, 0), CLUE("was", 0, 3, 0), CLUE("his", 0, 4, 0),
    CLUE("her", 0, 3, 0), CLUE("all", 0, 3, 0), CLUE("how", 0, 4, 0), CLUE("new", 0, 3, 0), CLUE("een", 0, 0, 4), CLUE("het", 0, 0, 4), CLUE("dem", 0, 0, 4),
    CLUE("den", 0, 0, 3), CLUE("che", 0, 0, 3), CLUE("per", 0, 1, 2), CLUE("con", 0, 0, 3), CLUE("una", 0, 0, 4), CLUE("por", 0, 0, 4),
};
static const struct clue of_four[] = {
    CLUE("pour", 4, 0, 0), CLUE("dans", 4, 0, 0), CLUE("sans", 3, 0, 0), CLUE("avec", 4, 0, 0), CLUE("sous", 4, 0, 0), CLUE("with", 0, 4, 0),
    CLUE("from", 0, 4, 0), CLUE("your", 0, 4, 0), CLUE("para", 0, 0, 4),
    CLUE("vous", 4, 0, 0), CLUE("nous", 4, 0, 0), CLUE("leur", 4, 0, 0), CLUE("chez", 4, 0, 0), CLUE("vers", 3, 0, 0),
    CLUE("this", 0, 4, 0), CLUE("that", 0, 4, 0), CLUE("what", 0, 4, 0), CLUE("into", 0, 4, 0), CLUE("over", 0, 3, 0), CLUE("nell", 0, 0, 4),
    CLUE("dell", 0, 0, 4), CLUE("dall", 0, 0, 4), CLUE("eine", 0, 0, 4),
};
static const struct clue of_five[] = {
    CLUE("della", 0, 0, 5), CLUE("delle", 0, 0, 5), CLUE("degli", 0, 0, 5), CLUE("notre", 4, 0, 0), CLUE("votre", 4, 0, 0), CLUE("cette", 4, 0, 0),
    CLUE("entre", 3, 0, 2), CLUE("about", 0, 4, 0), CLUE("their", 0, 4, 0), CLUE("where", 0, 4, 0), CLUE("which", 0, 4, 0), CLUE("under", 0, 3, 0),
};

static const struct clues function_words[] = {
    ALL(of_one), ALL(of_two), ALL(of_three), ALL(of_four), ALL(of_five),
};

/* Those of each last letter together, for the same reason. */
static const struct clue in_d[] = {
    CLUE("ed", 0, 2, 0), CLUE("land", 0, 1, 0), CLUE("dad", 0, 0, 3),
};
static const struct clue in_e[] = {
    CLUE("ique", 2, 0, 0), CLUE("euse", 3, 0, 0), CLUE("aire", 2, 0, 0), CLUE("elle", 2, 0, 0), CLUE("isme", 2, 0, 0), CLUE("iste", 2, 0, 0),
    CLUE("oire", 3, 0, 0), CLUE("ienne", 2, 0, 0), CLUE("ine", 1, 0, 0), CLUE("age", 0, 0, 0), CLUE("ware", 0, 3, 0), CLUE("zione", 0, 0, 4),
    CLUE("ae", 0, 0, 2), CLUE("mente", 0, 0, 2),
};
static const struct clue in_g[] = {
    CLUE("ing", 0, 3, 0), CLUE("ung", 0, 0, 3),
};
static const struct clue in_k[] = {
    CLUE("work", 0, 3, 0), CLUE("ck", 0, 2, 0),
};
static const struct clue in_l[] = {
    CLUE("ical", 0, 3, 0), CLUE("ful", 0, 2, 0),
};
static const struct clue in_m[] = {
    CLUE("ism", 0, 2, 0),
};
static const struct clue in_n[] = {
    CLUE("cion", 0, 0, 4),
};
static const struct clue in_p[] = {
    CLUE("ship", 0, 3, 0),
};
static const struct clue in_r[] = {
    CLUE("eur", 2, 0, 0), CLUE("or", 0, 1, 0), CLUE("er", 0, 1, 0),
};
static const struct clue in_s[] = {
    CLUE("iques", 3, 0, 0), CLUE("eurs", 3, 0, 0), CLUE("aires", 3, 0, 0), CLUE("elles", 2, 0, 0), CLUE("ables", 1, 0, 0), CLUE("ales", 2, 0, 0),
    CLUE("ais", 2, 0, 0), CLUE("ings", 0, 3, 0), CLUE("ness", 0, 3, 0), CLUE("ics", 0, 2, 0), CLUE("ous", 0, 2, 0),
};
static const struct clue in_t[] = {
    CLUE("ist", 0, 2, 0), CLUE("ght", 0, 3, 0), CLUE("keit", 0, 0, 4), CLUE("schaft", 0, 0, 4),
};
static const struct clue in_x[] = {
    CLUE("aux", 3, 0, 0), CLUE("eaux", 3, 0, 0), CLUE("eux", 3, 0, 0),
};
static const struct clue in_y[] = {
    CLUE("ity", 0, 3, 0), CLUE("cy", 0, 2, 0), CLUE("ly", 0, 2, 0), CLUE("ory", 0, 2, 0), CLUE("ary", 0, 2, 0), CLUE("ty", 0, 1, 0),
    CLUE("ogy", 0, 3, 0), CLUE("phy", 0, 3, 0),
};

static const struct clues endings[26] = {
    ['d' - 'a'] = ALL(in_d), ['e' - 'a'] = ALL(in_e), ['g' - 'a'] = ALL(in_g), ['k' - 'a'] = ALL(in_k), ['l' - 'a'] = ALL(in_l),
    ['m' - 'a'] = ALL(in_m), ['n' - 'a'] = ALL(in_n), ['p' - 'a'] = ALL(in_p), ['r' - 'a'] = ALL(in_r), ['s' - 'a'] = ALL(in_s),
    ['t' - 'a'] = ALL(in_t), ['x' - 'a'] = ALL(in_x), ['y' - 'a'] = ALL(in_y),
};

static void vote(mq_lang_votes *v, const struct clue *c)
{
    v->french += c->french;
    v->english += c->english;
    v->other += c->other;
}

/* Here and with endings, one letter more tells most apart. */
bool mq_lang_vote_function(mq_lang_votes *v, mq_str word)
{
    const size_t longest = sizeof function_words / sizeof *function_words;
    const struct clues of = word.n && word.n <= longest ? function_words[word.n - 1] : (struct clues){ NULL, 0 };

    for (size_t i = 0; i < of.n; i++)
        if (of.c[i].word[0] == word.p[0] && memcmp(of.c[i].word, word.p, word.n) == 0) {
            vote(v, &of.c[i]);
            return true;
        }
    return false;
}

static void vote_word(mq_lang_votes *v, mq_str w)
{
    const struct clue *longest = NULL;
    const unsigned last = w.n ? (unsigned)((unsigned char)w.p[w.n - 1] - 'a') : 26;
    const struct clues in = last < 26 ? endings[last] : (struct clues){ NULL, 0 };

    if (mq_lang_vote_function(v, w))
        return;
    for (size_t i = 0; i < in.n; i++) {
        const struct clue *e = &in.c[i];

        if (w.n >= e->n + 2U && w.p[w.n - e->n] == e->word[0] && memcmp(w.p + w.n - e->n, e->word, e->n) == 0 && (!longest || e->n > longest->n))
            longest = e;
    }
    if (longest)
        vote(v, longest);
}

/* Letters that tell, in the text as written. */
static void vote_letters(mq_lang_votes *v, mq_str s)
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

mq_status mq_lang_vote(mq_lang_votes *v, mq_str la)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str words, w;

    *v = (mq_lang_votes){ 0, 0, 0 };
    if (mq_fold(&key, la, MQ_FOLD_SEARCH, NULL))
        return MQ_ENOMEM;
    for (size_t i = 0; i < key.n; i++)
        if (strchr("'-./&_", key.p[i]))
            key.p[i] = ' ';
    words = mq_buf_str(&key);
    while (words.n) {
        const char *space = memchr(words.p, ' ', words.n);

        w = (mq_str){ words.p, space ? (size_t)(space - words.p) : words.n };
        vote_word(v, w);
        words = (mq_str){ words.p + w.n + (space != NULL), words.n - w.n - (space != NULL) };
    }
    mq_buf_release(&key);
    vote_letters(v, la);
    return MQ_OK;
}

mq_lang mq_lang_elected(const mq_lang_votes *v)
{
    if (v->other > v->french && v->other > v->english)
        return MQ_LANG_OTHER;
    if (v->french > v->english)
        return MQ_LANG_FR;
    return v->english > v->french ? MQ_LANG_EN : MQ_LANG_UND;
}

mq_lang mq_latin_language(mq_str la)
{
    mq_lang_votes v;

    return mq_lang_vote(&v, la) ? MQ_LANG_UND : mq_lang_elected(&v);
}
