/* headword.c - dictionary headwords and search keys of terms. */
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/headword.h"
#include "text/letter.h"

#define AL "\xD8\xA7\xD9\x84"

/* The bytes of a display form that hold the same letters as the first `skip` bytes of its search form: folding for search is letter by letter here. */
static mq_cut cut_of(mq_str display, mq_buf *key)
{
    mq_buf_clear(key);
    if (mq_fold(key, display, MQ_FOLD_SEARCH, NULL) || key->n != display.n)
        return (mq_cut){ 0, false, 0 };
    return mq_best_cut(mq_buf_str(key));
}

/* What was appended since `begin` stays only when all went well. */
static mq_status finish(mq_buf *out, size_t begin, mq_status rc, const char *what, mq_error *err)
{
    if (!rc && !out->status)
        return MQ_OK;
    out->n = begin;
    if (out->p)
        out->p[begin] = '\0';
    return mq_fail(err, MQ_ENOMEM, "no memory for a %s", what);
}

/* Appends the word and what follows it, without the glued letters of the cut; the article stays. */
static void add_cut(mq_buf *out, mq_str s, mq_cut c)
{
    if (c.proclitics && c.article)
        mq_buf_addz(out, AL);
    mq_buf_addstr(out, c.proclitics ? (mq_str){ s.p + c.skip, s.n - c.skip } : s);
}

/* The quote that ends the term, when it closes one inside of it, which no folding keeps: أكاديمية «كوشنج». */
static mq_str closing_quote(mq_str ar, mq_str folded)
{
    unsigned quotes = 0;
    size_t last;
    uint32_t cp;

    for (size_t i = 0; i < folded.n;) {
        i += mq_utf8_decode(folded.p + i, folded.p + folded.n, &cp);
        quotes += mq_is_quote(cp);
    }
    if (quotes % 2 == 0)
        return MQ_STR("");
    last = mq_utf8_before(ar.p, ar.p + ar.n, &cp);
    return mq_is_quote(cp) ? (mq_str){ ar.p + ar.n - last, last } : MQ_STR("");
}

mq_status mq_headword_of(mq_buf *out, mq_str ar, const mq_cut *cut, mq_error *err)
{
    mq_buf text = MQ_BUF_INIT, key = MQ_BUF_INIT;
    const size_t begin = out->n;
    mq_status rc = mq_fold(&text, ar, MQ_FOLD_HEADWORD, err);
    const mq_str s = mq_buf_str(&text);
    mq_token t = { .script = MQ_PUNCT };
    mq_cut c = { 0, false, 0 };
    size_t at = 0;

    if (!rc && mq_token_next(&t, s, &at) && t.script == MQ_ARABIC && t.start == 0 && !(cut && cut->skip >= t.end))
        c = cut ? *cut : cut_of((mq_str){ s.p, t.end }, &key);
    if (!rc) {
        add_cut(out, s, c);
        mq_buf_addstr(out, closing_quote(ar, s));
    }
    rc = finish(out, begin, rc ? rc : key.status, "headword", err);
    mq_buf_release(&text);
    mq_buf_release(&key);
    return rc;
}

mq_status mq_headword(mq_buf *out, mq_str ar, mq_error *err)
{
    return mq_headword_of(out, ar, NULL, err);
}

static bool is_latin_article(mq_str w)
{
    static const char *const articles[] = { "the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "der", "die", "das", "el", "los", "las", "il" };

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (mq_str_equal(w, mq_str_of(articles[i])))
            return true;
    return false;
}

/* The article of an Arabic word in its display form: plain ا and ل before at least two letters; الله has none. */
static size_t arabic_article(mq_str w)
{
    static const char allah[] = "\xD8\xA7\xD9\x84\xD9\x84\xD9\x87";

    if (w.n < 8 || memcmp(w.p, AL, 4) != 0 || mq_str_equal(w, mq_str_of(allah)))
        return 0;
    return 4;
}

static void add_word(mq_buf *out, size_t begin, mq_str word)
{
    if (out->n > begin)
        mq_buf_addc(out, ' ');
    mq_buf_addstr(out, word);
}

/* A Latin token as key words: inner apostrophes, hyphens and the like part words; dots between single letters vanish (U.S. → us). */
static void add_latin(mq_buf *out, size_t begin, mq_str token)
{
    size_t from = 0;
    const bool dotted = token.n >= 3 && token.p[1] == '.';

    if (dotted) {
        add_word(out, begin, (mq_str){ "", 0 });
        for (size_t i = 0; i < token.n; i++)
            if (token.p[i] != '.')
                mq_buf_addc(out, token.p[i]);
        return;
    }
    for (size_t i = 0; i <= token.n; i++)
        if (i == token.n || strchr("'-.&_", token.p[i])) {
            if (i > from)
                add_word(out, begin, (mq_str){ token.p + from, i - from });
            from = i + 1;
        }
}

static mq_status add_key_token(mq_buf *out, size_t begin, mq_str token, mq_script script, mq_buf *scratch)
{
    const size_t article = script == MQ_ARABIC ? arabic_article(token) : 0;
    mq_status rc;

    mq_buf_clear(scratch);
    rc = mq_fold(scratch, (mq_str){ token.p + article, token.n - article }, MQ_FOLD_SEARCH, NULL);
    if (rc || scratch->n == 0)
        return rc;
    if (script == MQ_LATIN)
        add_latin(out, begin, mq_buf_str(scratch));
    else if (script != MQ_PUNCT)
        add_word(out, begin, mq_buf_str(scratch));
    return out->status;
}

static void drop_latin_article(mq_buf *out, size_t begin)
{
    const char *space = memchr(out->p + begin, ' ', out->n - begin);
    size_t n;

    if (!space || !is_latin_article((mq_str){ out->p + begin, (size_t)(space - out->p) - begin }))
        return;
    n = (size_t)(space - out->p) + 1 - begin;
    memmove(out->p + begin, out->p + begin + n, out->n - begin - n);
    out->n -= n;
    out->p[out->n] = '\0';
}

mq_status mq_search_key(mq_buf *out, mq_str term, mq_lang lang, mq_error *err)
{
    mq_buf text = MQ_BUF_INIT, scratch = MQ_BUF_INIT;
    const size_t begin = out->n;
    mq_status rc = mq_fold(&text, term, MQ_FOLD_DISPLAY, err);
    mq_token t;

    for (size_t at = 0; !rc && mq_token_next(&t, mq_buf_str(&text), &at);)
        rc = add_key_token(out, begin, (mq_str){ text.p + t.start, t.end - t.start }, t.script, &scratch);
    if (!rc && lang != MQ_LANG_AR && out->n > begin)
        drop_latin_article(out, begin);
    rc = finish(out, begin, rc, "search key", err);
    mq_buf_release(&text);
    mq_buf_release(&scratch);
    return rc;
}
