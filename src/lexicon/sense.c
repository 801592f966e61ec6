/*
 * sense.c - see sense.h.
 *
 * The lexicon gives the renderings of a word in the order of their use; those behind the second are seldom meant. What laws and offices mean by a word is not
 * always what other texts mean by it: dict/usage.tsv tells that, and of a term it has the lexicon is not asked.
 * The images are those of lexicon.c: exact stems for French and what are light ones there for English; the level of a rendering is its mq_sense.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/lexicon.h"
#include "lexicon/sense.h"

struct rows {
    mq_lexicon_row *row;
    size_t n, cap;
    bool failed;
};

static void add_row(struct rows *rows, uint64_t stem, mq_latin_key key, mq_sense level)
{
    if (!MQ_ROOM(rows->row, rows->n, rows->cap, 1 << 14)) {
        rows->failed = true;
        return;
    }
    /* of two equal words the one with `first` is kept */
    rows->row[rows->n++] = (mq_lexicon_row){ stem, { .exact = key.exact, .wide = key.wide, .level = (uint8_t)level, .place = level == MQ_SENSE_FIRST ? MQ_RENDERING_FIRST : 0 } };
}

/* The renderings of a list, all their content words: the first two or, of dict/usage.tsv, all as if they were the first. */
static void add_usual(struct rows *rows, uint64_t stem, mq_str list, bool all)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str one, rest, word;

    for (mq_sense level = MQ_SENSE_FIRST; level >= MQ_SENSE_SECOND && mq_split(&one, &list, '|'); level -= !all) {
        mq_buf_clear(&key);
        rows->failed |= mq_search_key(&key, one, MQ_LANG_FR, NULL) != MQ_OK;
        rest = mq_buf_str(&key);
        while (mq_split(&word, &rest, ' ')) {
            mq_latin_key k = mq_latin_key_of(word);

            if (all)
                k.wide = 0; /* régional is not régionalisme */
            if (k.exact)
                add_row(rows, stem, k, level);
        }
    }
    mq_buf_release(&key);
}

static void add_word(struct rows *rows, mq_str ar, mq_str fr, mq_str en, bool usage)
{
    mq_buf folded = MQ_BUF_INIT;

    rows->failed |= mq_fold(&folded, ar, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    if (folded.n && (usage || !memchr(folded.p, ' ', folded.n))) {
        const uint64_t hash = mq_hash(mq_buf_str(&folded));

        add_usual(rows, mq_lexicon_slot(hash, false), fr, usage);
        add_usual(rows, mq_lexicon_slot(hash, true), en, usage);
    }
    mq_buf_release(&folded);
}

/* Ends a compilation, well or not. */
static mq_status write_rows(mq_buf *image, struct rows *rows, mq_status rc, const char *name, mq_error *err)
{
    if (!rc && rows->failed)
        rc = mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    if (!rc)
        rc = mq_lexicon_write(image, rows->row, rows->n, err);
    free(rows->row);
    return rc;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct rows rows = { .row = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_str forms = t.column[5], form;

        if (t.n != 6 && t.n != 8)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 6 or 8 are due", name, t.n);
        add_word(&rows, t.column[0], t.column[3], t.column[4], false);
        while (mq_split(&form, &forms, '|'))
            add_word(&rows, form, t.column[3], t.column[4], false);
    }
    return write_rows(image, &rows, rc, name, err);
}

static mq_status compile_usage(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct rows rows = { .row = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        if (t.n != 3 || !t.column[1].n || !t.column[2].n)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: a word, French and English renderings are due", name);
        add_word(&rows, t.column[0], t.column[1], t.column[2], true);
    }
    return write_rows(image, &rows, rc, name, err);
}

const mq_dict mq_dict_senses = { "senses", "lexicon.tsv", compile };
const mq_dict mq_dict_usage = { "usage", "usage.tsv", compile_usage };

mq_status mq_senses_load(mq_senses *out, mq_error *err)
{
    const mq_status rc = mq_dict_image(&out->lexicon, &mq_dict_senses, err);

    return rc ? rc : mq_dict_image(&out->usage, &mq_dict_usage, err);
}

/* Appends what does not stand in brackets, as it is. */
static void add_without_notes(mq_buf *out, mq_str s)
{
    unsigned depth = 0;

    for (size_t i = 0; i < s.n; i++) {
        depth += s.p[i] == '(' || s.p[i] == '[';
        if (!depth)
            mq_buf_addc(out, s.p[i]);
        depth -= depth && (s.p[i] == ')' || s.p[i] == ']');
    }
}

/* A word with ة that is no headword of the lexicon is the feminine of one: مفتوحة is open, not a kind of deck. */
static const mq_renderings *find_word(mq_str image, mq_str word, bool english, bool feminine)
{
    static const char heh[] = "\xD9\x87";
    const mq_renderings *found = mq_lexicon_find_hash(image, mq_hash(word), english);

    if (found->n || !feminine || word.n < 8 || memcmp(word.p + word.n - 2, heh, 2) != 0)
        return found;
    return mq_lexicon_find_hash(image, mq_hash((mq_str){ word.p, word.n - 2 }), english);
}

/* The word as it stands, else without its article. */
static const mq_renderings *find_either(mq_str image, mq_str word, bool english, bool feminine)
{
    const mq_renderings *found = find_word(image, word, english, feminine);

    if (found->n || word.n <= 4 || memcmp(word.p, "\xD8\xA7\xD9\x84", 4) != 0)
        return found;
    return find_word(image, (mq_str){ word.p + 4, word.n - 4 }, english, feminine);
}

mq_status mq_sense_headword(mq_buf *out, mq_str ar)
{
    mq_buf bare = MQ_BUF_INIT;
    mq_status rc;

    add_without_notes(&bare, ar);
    rc = bare.status ? bare.status : mq_fold(out, mq_buf_str(&bare), MQ_FOLD_SEARCH, NULL);
    while (!rc && out->n && out->p[out->n - 1] == ' ')
        out->n--;
    mq_buf_release(&bare);
    return rc;
}

/* What the headword usually says: as it stands, else without its article. NULL for nothing; several words are looked for in dict/usage.tsv only. */
static mq_status find(const mq_renderings **out, const mq_senses *senses, mq_str ar, bool english)
{
    mq_buf key = MQ_BUF_INIT;
    const mq_status rc = mq_sense_headword(&key, ar);
    const mq_str word = mq_buf_str(&key);

    *out = NULL;
    if (!rc && word.n)
        *out = find_either(senses->usage, word, english, false);
    if (!rc && word.n && !(*out)->n && !memchr(word.p, ' ', word.n))
        *out = find_either(senses->lexicon, word, english, true);
    mq_buf_release(&key);
    return rc;
}

static mq_sense sense_of_word(const mq_renderings *usual, mq_latin_key key)
{
    mq_sense best = MQ_SENSE_OTHER;

    for (size_t i = 0; i < usual->n; i++) {
        const mq_rendering *r = &usual->r[i];

        if (r->level > best && (r->exact == key.exact || (key.wide && r->wide == key.wide)))
            best = (mq_sense)r->level;
    }
    return best;
}

/* An alternative is as usual as its least usual content word. */
static mq_status sense_of_all(mq_sense *out, const mq_renderings *usual, mq_str la)
{
    mq_buf key = MQ_BUF_INIT;
    const mq_status rc = mq_search_key(&key, la, MQ_LANG_FR, NULL);
    mq_str rest = mq_buf_str(&key), word;
    bool any = false;

    *out = MQ_SENSE_FIRST;
    while (!rc && mq_split(&word, &rest, ' ')) {
        const mq_latin_key k = mq_latin_key_of(word);
        const mq_sense sense = k.exact ? sense_of_word(usual, k) : MQ_SENSE_FIRST;

        any |= k.exact != 0;
        if (sense < *out)
            *out = sense;
    }
    mq_buf_release(&key);
    if (!any)
        *out = MQ_SENSE_OTHER;
    return rc;
}

mq_status mq_sense_of(mq_sense *out, const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang)
{
    mq_buf bare = MQ_BUF_INIT;
    const mq_renderings *usual;
    mq_status rc;
    mq_sense best = MQ_SENSE_OTHER, sense;
    mq_str rest, one;

    *out = MQ_SENSE_UNKNOWN;
    if (lang != MQ_LANG_FR && lang != MQ_LANG_EN)
        return MQ_OK;
    rc = find(&usual, senses, ar, lang == MQ_LANG_EN);
    if (rc || !usual || !usual->n)
        return rc;
    add_without_notes(&bare, la);
    for (size_t i = 0; i < bare.n; i++)
        if (bare.p[i] == ',' || bare.p[i] == '/')
            bare.p[i] = ';';
    rest = mq_buf_str(&bare);
    rc = bare.status;
    while (!rc && mq_split(&one, &rest, ';')) {
        rc = sense_of_all(&sense, usual, one);
        if (sense > best)
            best = sense;
    }
    if (!rc)
        *out = best;
    mq_buf_release(&bare);
    return rc;
}

/* Whether every content word of one is among the words of la; both folded. */
static bool holds(mq_str la, mq_str one)
{
    mq_str word, other;

    while (mq_split(&word, &one, ' ')) {
        const uint32_t exact = mq_latin_exact_of(word);
        bool found = exact == 0;

        for (mq_str rest = la; !found && mq_split(&other, &rest, ' ');)
            found = mq_latin_exact_of(other) == exact;
        if (!found)
            return false;
    }
    return true;
}

mq_status mq_senses_share(bool *out, mq_str renderings, mq_str la)
{
    mq_buf term = MQ_BUF_INIT, key = MQ_BUF_INIT;
    mq_status rc = mq_search_key(&term, la, MQ_LANG_FR, NULL);
    mq_str one;

    *out = false;
    while (!rc && !*out && mq_split(&one, &renderings, '|')) {
        mq_buf_clear(&key);
        rc = mq_search_key(&key, one, MQ_LANG_FR, NULL);
        *out = !rc && key.n && holds(mq_buf_str(&term), mq_buf_str(&key));
    }
    mq_buf_release(&term);
    mq_buf_release(&key);
    return rc;
}
