/* scan_variants.c - see scan_variants.h. */
#include <string.h>

#include <muqabil/text.h>

#include "base/tsv.h"
#include "glossary/scan_variants.h"
#include "text/words.h"

#define TEH_MARBUTA MQ_STR("\u0629")
#define ALEF_TEH MQ_STR("\u0627\u062A")
#define YEH MQ_STR("\u064A")

enum { PRONOUNS = 5 };

static const char *const pronouns[PRONOUNS] = { "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646" };

struct variants {
    const mq_senses *senses;
    mq_str la;
    mq_lang lang;
    mq_status (*fn)(void *, mq_str);
    void *user;
};

static bool ends_with(mq_str s, mq_str end)
{
    return s.n > end.n && memcmp(s.p + s.n - end.n, end.p, end.n) == 0;
}

/* Tells stem + ending if it is a noun that is rendered so, at least that usually; *told says whether. */
static mq_status consider(const struct variants *v, mq_str stem, mq_str ending, mq_sense least, bool *told)
{
    mq_buf word = MQ_BUF_INIT, key = MQ_BUF_INIT;
    mq_sense sense = MQ_SENSE_UNKNOWN;
    mq_status rc;

    mq_buf_addstr(&word, stem);
    mq_buf_addstr(&word, ending);
    rc = word.status ? word.status : mq_fold(&key, mq_buf_str(&word), MQ_FOLD_SEARCH, NULL);
    if (!rc && mq_word_kinds(mq_buf_str(&key)) & MQ_WORD_NOUN)
        rc = mq_sense_of(&sense, v->senses, mq_buf_str(&word), v->la, v->lang);
    *told = !rc && sense >= least;
    if (*told)
        rc = v->fn(v->user, mq_buf_str(&word));
    mq_buf_release(&word);
    mq_buf_release(&key);
    return rc;
}

static mq_status consider_all(const struct variants *v, mq_str word)
{
    mq_str stem = word;
    bool told;
    mq_status rc;

    if (ends_with(word, ALEF_TEH)) {
        stem.n -= ALEF_TEH.n;
        rc = consider(v, stem, TEH_MARBUTA, MQ_SENSE_SECOND, &told);
        return rc || told ? rc : consider(v, stem, MQ_STR(""), MQ_SENSE_SECOND, &told);
    }
    if (ends_with(word, TEH_MARBUTA))
        stem.n -= TEH_MARBUTA.n;
    rc = consider(v, stem, ALEF_TEH, MQ_SENSE_SECOND, &told);
    return rc || !ends_with(word, YEH) ? rc : consider(v, stem, TEH_MARBUTA, MQ_SENSE_SECOND, &told);
}

/* A glossary keeps the words of the same letters together, as the first one was written: غَيَّرَ, which is a verb, also for غَيْر, third party. */
static mq_status consider_unvowelled(const struct variants *v, mq_str word)
{
    enum { FOUR = 8 };
    bool told;

    return word.n <= FOUR ? consider(v, word, MQ_STR(""), MQ_SENSE_FIRST, &told) : MQ_OK;
}

/* Takes the next of the words that / parts, without the blanks around it; false at the end and before several words. */
static bool next_part(mq_str *word, mq_str *rest)
{
    if (!mq_split(word, rest, '/'))
        return false;
    while (word->n && word->p[0] == ' ')
        *word = (mq_str){ word->p + 1, word->n - 1 };
    while (word->n && word->p[word->n - 1] == ' ')
        word->n--;
    return word->n && !memchr(word->p, ' ', word->n);
}

/* إخطار/ إبلاغ, but not بنية/ هيكل المنتج. */
static bool is_word_or_word(mq_str s)
{
    mq_str word = MQ_STR("");

    if (!memchr(s.p, '/', s.n))
        return false;
    while (next_part(&word, &s))
        ;
    return word.n && s.n == 0 && !memchr(word.p, ' ', word.n);
}

static mq_status consider_parts(const struct variants *v, mq_str words)
{
    mq_str word;
    bool told;
    mq_status rc = MQ_OK;

    while (!rc && next_part(&word, &words))
        rc = consider(v, word, MQ_STR(""), MQ_SENSE_FIRST, &told);
    return rc;
}

/* عليه, بها, لديهم: the preposition of a word that is one with a pronoun, and لحامل of لحامله, payable to bearer; none else. */
static mq_str preposition_of(mq_str word)
{
    static const char *const preposition[] = { "\u0639\u0644\u064A", "\u0625\u0644\u064A", "\u0644\u062F\u064A", "\u0641\u064A", "\u0645\u0646",
                                               "\u0639\u0646", "\u0644", "\u0628", "\u0644\u062D\u0627\u0645\u0644" };

    for (size_t i = 0; i < sizeof preposition / sizeof *preposition; i++)
        for (size_t k = 0; k < PRONOUNS; k++) {
            const mq_str stem = mq_str_of(preposition[i]), pronoun = mq_str_of(pronouns[k]);

            if (word.n == stem.n + pronoun.n && memcmp(word.p, stem.p, stem.n) == 0 && ends_with(word, pronoun))
                return stem;
        }
    return MQ_STR("");
}

/* Whether s[at..at+part.n) is part, as whole words. */
static bool stands_at(mq_str s, size_t at, mq_str part)
{
    return s.n - at >= part.n && memcmp(s.p + at, part.p, part.n) == 0 && (at == 0 || s.p[at - 1] == ' ') &&
           (at + part.n == s.n || s.p[at + part.n] == ' ');
}

/* Hands the term over with other in place of the n bytes at at. */
static mq_status tell_with(const struct variants *v, mq_str term, size_t at, size_t n, mq_str other)
{
    mq_buf word = MQ_BUF_INIT;
    mq_status rc;

    mq_buf_add(&word, term.p, at);
    mq_buf_addstr(&word, other);
    mq_buf_add(&word, term.p + at + n, term.n - at - n);
    rc = word.status ? word.status : v->fn(v->user, mq_buf_str(&word));
    mq_buf_release(&word);
    return rc;
}

/* مدعى عليه says the same of several and of a woman: مدعى عليهم, مدعى عليها. Only as the last word: others are of a clause (شيك لم تؤد قيمته). */
static mq_status tell_pronouns(const struct variants *v, mq_str term)
{
    const char *blank = memrchr(term.p, ' ', term.n);
    const size_t from = blank ? (size_t)(blank - term.p) + 1 : 0;
    const mq_str last = { term.p + from, term.n - from }, preposition = preposition_of(last);
    const mq_str pronoun = { last.p + preposition.n, last.n - preposition.n };
    mq_status rc = MQ_OK;

    for (size_t k = 0; k < PRONOUNS && preposition.n && !rc; k++)
        if (!mq_str_equal(pronoun, mq_str_of(pronouns[k])))
            rc = tell_with(v, term, from + preposition.n, pronoun.n, mq_str_of(pronouns[k]));
    return rc;
}

/* Capital is written as two words or as one, each with its article: رأس المال, الرأسمال. */
static mq_status tell_capital(const struct variants *v, mq_str term)
{
    static const char *const spelling[][2] = {
        { "\u0631\u0623\u0633 \u0645\u0627\u0644", "\u0631\u0623\u0633\u0645\u0627\u0644" },
        { "\u0631\u0623\u0633 \u0627\u0644\u0645\u0627\u0644", "\u0627\u0644\u0631\u0623\u0633\u0645\u0627\u0644" },
    };
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < 4 && !rc; i++) {
        const mq_str one = mq_str_of(spelling[i / 2][i % 2]), other = mq_str_of(spelling[i / 2][1 - i % 2]);

        for (size_t at = 0; at + one.n <= term.n && !rc; at++)
            if (stands_at(term, at, one))
                rc = tell_with(v, term, at, one.n, other);
    }
    return rc;
}

/* A decree with the force of a law: مرسوم قانون or مرسوم بقانون; the article is that of the decree alone. */
static mq_status tell_decree(const struct variants *v, mq_str term)
{
    static const char *const decree[] = {
        "\u0645\u0631\u0633\u0648\u0645 \u0642\u0627\u0646\u0648\u0646",
        "\u0645\u0631\u0633\u0648\u0645 \u0628\u0642\u0627\u0646\u0648\u0646",
        "\u0627\u0644\u0645\u0631\u0633\u0648\u0645 \u0642\u0627\u0646\u0648\u0646",
    };
    const bool one = mq_str_equal(term, mq_str_of(decree[0])), other = mq_str_equal(term, mq_str_of(decree[1]));
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < 3 && (one || other) && !rc; i++)
        if (!mq_str_equal(term, mq_str_of(decree[i])))
            rc = v->fn(v->user, mq_str_of(decree[i]));
    return rc;
}

/* لا مركزية is written as one word, too. */
static mq_status tell_negated(const struct variants *v, mq_str term)
{
    const mq_str no = MQ_STR("\u0644\u0627");

    return term.n > no.n && stands_at(term, 0, no) ? tell_with(v, term, 0, no.n + 1, no) : MQ_OK;
}

mq_status mq_scan_variants(const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang, mq_status (*fn)(void *user, mq_str term), void *user)
{
    const struct variants v = { senses, la, lang, fn, user };
    mq_buf word = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    if (ar.n && is_word_or_word(ar))
        return consider_parts(&v, ar);
    rc = mq_fold(&word, ar, MQ_FOLD_DISPLAY, NULL);
    if (!rc && word.n && memchr(word.p, ' ', word.n)) {
        rc = tell_pronouns(&v, mq_buf_str(&word));
        if (!rc)
            rc = tell_capital(&v, mq_buf_str(&word));
        if (!rc)
            rc = tell_decree(&v, mq_buf_str(&word));
        if (!rc)
            rc = tell_negated(&v, mq_buf_str(&word));
        mq_buf_release(&word);
        return rc;
    }
    if (!rc && word.n)
        rc = consider_all(&v, mq_buf_str(&word));
    if (!rc && word.n < ar.n)
        rc = consider_unvowelled(&v, mq_buf_str(&word));
    mq_buf_release(&word);
    return rc;
}
