/* cues.c - see cues.h. The image is the rows of the file, each a line of three columns. */
#include <string.h>

#include "base/tsv.h"
#include "lexicon/cues.h"

static bool is_mark(char c)
{
    return c == '~' || c == '_';
}

/* The first mark of a word; NULL for none. */
static const char *mark_in(mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_mark(s.p[i]))
            return s.p + i;
    return NULL;
}

/* The mark of a pattern ends a word or, before a form, begins one; _ is a word. */
static bool is_placed(mq_str word, const char *mark)
{
    const bool first = mark == word.p, last = mark == word.p + word.n - 1;

    return !mark_in((mq_str){ mark + 1, word.n - (size_t)(mark - word.p) - 1 }) && (*mark == '_' ? first && last : first || last);
}

/* +~: the noun as an adjective. */
static bool is_attributive(mq_str pattern)
{
    return pattern.n > 1 && pattern.p[0] == '+' && pattern.p[1] == '~';
}

/* Nothing but one word, for nouns of one word. */
static bool is_attributive_of(mq_str pattern, mq_str nouns)
{
    return !memchr(pattern.p, ' ', pattern.n) && !memchr(nouns.p, ' ', nouns.n) && !mark_in((mq_str){ pattern.p + 2, pattern.n - 2 });
}

/* One place for the noun and something beside it, be it but a preposition (ل~); or one word, a form of the noun. */
static bool is_pattern(mq_str pattern)
{
    mq_str word;
    unsigned words = 0, marks = 0, forms = 0, glued = 0;

    while (mq_split(&word, &pattern, ' ')) {
        const char *mark = mark_in(word);

        if (mark && !is_placed(word, mark))
            return false;
        marks += mark != NULL;
        words += word.n > 0;
        glued += mark && word.n > 1;
        forms += !mark;
    }
    return (marks == 1 ? forms + glued > 0 : marks == 0 && words == 1) && words <= MQ_CUE_WORDS;
}

/* Nothing but Arabic and the signs of patterns: "& Co ~" would be found as the bare word. */
static bool is_arabic_pattern(mq_str pattern)
{
    for (size_t i = 0; i < pattern.n; i++)
        if ((unsigned char)pattern.p[i] < 0x80 && !memchr("~_#+ ", pattern.p[i], 5))
            return false;
    return true;
}

/* One / at most, between renderings. */
static bool is_said(mq_str renderings)
{
    mq_str first, instead = renderings;

    return mq_split(&first, &instead, '/') && first.n > 0 && first.n + 1 != renderings.n && !memchr(instead.p, '/', instead.n);
}

static mq_status check(const mq_tsv *t, const char *name, mq_error *err)
{
    mq_str patterns = t->column[2], one;

    if (t->n != 3 || !t->column[0].n || !is_said(t->column[1]) || !patterns.n)
        return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: words, renderings and patterns are due", name);
    while (mq_split(&one, &patterns, '|')) {
        if (!is_arabic_pattern(one))
            return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: '%.*s' is not Arabic", name, (int)one.n, one.p);
        if (is_attributive(one) ? !is_attributive_of(one, t->column[0]) : !is_pattern(one))
            return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: '%.*s' is neither a form nor +~ nor ~ or _ beside a preposition or up to three words", name,
                              (int)one.n, one.p);
    }
    return MQ_OK;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        rc = check(&t, name, err);
        for (size_t i = 0; i < 3 && !rc; i++) {
            mq_buf_addstr(image, t.column[i]);
            mq_buf_addc(image, i < 2 ? '\t' : '\n');
        }
    }
    return rc || !image->status ? rc : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
}

const mq_dict mq_dict_cues = { "cues", "cues.tsv", compile };

bool mq_cues_next(mq_cues *out, mq_str *rest)
{
    mq_str line;

    if (!mq_split(&line, rest, '\n') || !mq_split(&out->nouns, &line, '\t') || !mq_split(&out->instead, &line, '\t') ||
        !mq_split(&out->renderings, &out->instead, '/'))
        return false;
    out->patterns = line;
    return true;
}

static unsigned count_words(mq_str s)
{
    unsigned words = s.n > 0;

    for (size_t i = 0; i < s.n; i++)
        words += s.p[i] == ' ';
    return words;
}

mq_cue_place mq_cue_phrase(mq_buf *out, mq_str pattern, mq_str noun)
{
    const bool attributive = is_attributive(pattern);
    const char *mark = mark_in(pattern), *end = pattern.p + pattern.n;
    const mq_str before = { pattern.p, mark && !attributive ? (size_t)(mark - pattern.p) : 0 };
    mq_cue_place place = { .words = count_words(noun), .bare = mark && *mark == '_', .attributive = attributive };

    for (size_t i = 0; i < before.n; i++)
        place.first += before.p[i] == ' ';
    mq_buf_addstr(out, before);
    if (mark && (mark + 1 == end || mark[1] == ' '))
        mq_buf_addstr(out, noun);
    mark = mark ? mark + 1 : pattern.p;
    mq_buf_add(out, mark, (size_t)(end - mark));
    return place;
}
