/*
 * spelling.c - symmetric deletion: two words that are one edit apart become equal when at most one letter is taken out of each.
 *
 *     stored   souverain ouverain suverain soverain …      one row of the FTS5 table word_forms a word, once for all terms that hold it
 *     asked    souvrain OR ouvrain OR suvrain OR …          one query
 *
 * What is found is measured (optimal string alignment). Per word of the glossary and not per term: a million terms are made of some hundred
 * thousand words. A table of (hash of the form, word) answered in half the time and took six times as long to fill.
 * Source:  W. Garbe's SymSpell, with deletion distance 1; the same idea in Mor & Fraenkel, "A hash code method for detecting and correcting
 *          spelling errors", CACM 25(12), 1982.
 * Limits:  at most MOST_LOOKED_AT words are measured; numbers have no neighbours, as 2023 is no slip for 2024.
 * Law:     whatever lies within distance 1 is found; tests/unit/store/test_spelling.c compares with all pairs measured.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/spelling.h"

enum { LEAST_LETTERS = 3, MOST_LETTERS = 32, LONG_WORD = 8, MOST_LOOKED_AT = 2048 };

/* A word as the places of its letters: letter i is [at[i], at[i + 1]). */
typedef struct letters {
    mq_str word;
    size_t n;                       /* 0 = too long, too short or with digits: no neighbours */
    unsigned at[MOST_LETTERS + 1];
} letters;

static letters split(mq_str word)
{
    letters l = { .word = word };
    size_t n = 0;

    for (size_t i = 0; i < word.n; i++) {
        const unsigned char c = (unsigned char)word.p[i];

        if ((c & 0xC0) == 0x80)
            continue;
        if (n == MOST_LETTERS || (c >= '0' && c <= '9'))
            return l;
        l.at[n++] = (unsigned)i;
    }
    l.at[n] = (unsigned)word.n;
    l.n = n >= LEAST_LETTERS ? n : 0;
    return l;
}

/* The word in front of its letter i, and behind it; i = l->n: all of it. */
static mq_str head(const letters *l, size_t i)
{
    return (mq_str){ l->word.p, i < l->n ? l->at[i] : l->word.n };
}

static mq_str tail(const letters *l, size_t i)
{
    const size_t at = i < l->n ? l->at[i + 1] : l->word.n;

    return (mq_str){ l->word.p + at, l->word.n - at };
}

/* ---- learning ---- */

static mq_status store_forms(mq_store *s, int64_t id, mq_str word, mq_error *err)
{
    const letters l = split(word);
    mq_buf forms = MQ_BUF_INIT;
    mq_status rc;

    for (size_t i = 0; i <= l.n; i++) {
        mq_buf_addz(&forms, i ? " " : "");
        mq_buf_addstr(&forms, head(&l, i));
        mq_buf_addstr(&forms, tail(&l, i));
    }
    rc = forms.status ? mq_fail(err, MQ_ENOMEM, "no memory for words")
                      : mq_sql_exec(s, SQL_WORD_FORMS_ADD, MQ_BIND(mq_int(id), mq_text(mq_buf_str(&forms))), err);
    mq_buf_release(&forms);
    return rc;
}

static mq_status learn_word(mq_store *s, mq_str word, mq_error *err)
{
    const uint64_t hash = mq_hash(word);
    uint64_t *known = &s->known_words[hash % MQ_KNOWN_WORDS];
    mq_status rc;

    if (word.n > MQ_MOST_WORD_BYTES || *known == hash)
        return MQ_OK;
    rc = mq_sql_exec(s, SQL_WORD_ADD, MQ_BIND(mq_text(word)), err);
    if (!rc && sqlite3_changes(s->db))
        rc = store_forms(s, sqlite3_last_insert_rowid(s->db), word, err);
    if (!rc)
        *known = hash;
    return rc;
}

mq_status mq_spelling_learn(mq_store *s, mq_str key, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (!s->known_words)
        s->known_words = calloc(MQ_KNOWN_WORDS, sizeof *s->known_words);
    if (!s->known_words)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    while (key.n && !rc) {
        const char *space = memchr(key.p, ' ', key.n);
        const size_t n = space ? (size_t)(space - key.p) : key.n;

        if (n)
            rc = learn_word(s, (mq_str){ key.p, n }, err);
        key.p += n + (space != NULL);
        key.n -= n + (space != NULL);
    }
    return rc;
}

void mq_spelling_forget(mq_store *s)
{
    if (s->known_words)
        memset(s->known_words, 0, MQ_KNOWN_WORDS * sizeof *s->known_words);
}

/* ---- measuring ---- */

static bool same_letter(const letters *a, size_t i, const letters *b, size_t j)
{
    const unsigned n = a->at[i + 1] - a->at[i];

    return n == b->at[j + 1] - b->at[j] && memcmp(a->word.p + a->at[i], b->word.p + b->at[j], n) == 0;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* d[i][j] = edits between the first i letters of a and the first j of b; three rows are enough, as an exchange looks back two. */
unsigned mq_spelling_distance(mq_str x, mq_str y)
{
    const letters a = split(x), b = split(y);
    unsigned rows[3][MOST_LETTERS + 1];

    if (mq_str_equal(x, y))
        return 0;
    if (!a.n || !b.n)
        return MQ_MOST_WORD_BYTES;
    for (unsigned j = 0; j <= b.n; j++)
        rows[0][j] = j;
    for (unsigned i = 1; i <= a.n; i++) {
        unsigned *now = rows[i % 3], *last = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];

        now[0] = i;
        for (unsigned j = 1; j <= b.n; j++) {
            now[j] = least(last[j], now[j - 1]) + 1;
            now[j] = least(now[j], last[j - 1] + !same_letter(&a, i - 1, &b, j - 1));
            if (i > 1 && j > 1 && same_letter(&a, i - 1, &b, j - 2) && same_letter(&a, i - 2, &b, j - 1))
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return rows[a.n % 3][b.n];
}

/* ---- finding ---- */

static bool nearer(const mq_neighbour *a, unsigned distance, mq_str text)
{
    return a->distance != distance ? a->distance < distance : mq_str_compare((mq_str){ a->text, a->n }, text) < 0;
}

/* Puts a word into the sorted list, unless it is there or the list is full of nearer ones. */
static void put(mq_neighbour *out, size_t *n, int64_t id, mq_str text, unsigned distance)
{
    size_t at = *n;

    for (size_t i = 0; i < *n; i++)
        if (out[i].id == id)
            return;
    while (at > 0 && !nearer(&out[at - 1], distance, text))
        at--;
    if (at == MQ_MOST_NEIGHBOURS)
        return;
    if (*n < MQ_MOST_NEIGHBOURS)
        ++*n;
    memmove(out + at + 1, out + at, (*n - at - 1) * sizeof *out);
    out[at].id = id;
    out[at].distance = distance;
    out[at].n = (unsigned)text.n;
    memcpy(out[at].text, text.p, text.n);
}

/* "souvrain" OR "ouvrain" OR … */
static mq_status near_forms(mq_neighbour *out, size_t *n, mq_store *s, const letters *l, mq_buf *expression, mq_error *err)
{
    const unsigned most = l->n >= LONG_WORD ? 2 : 1;
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc;

    for (size_t i = 0; i <= l->n; i++) {
        mq_buf_addz(expression, i ? " OR " : "");
        mq_fts_quote(expression, head(l, i), tail(l, i));
    }
    if (expression->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    rc = mq_sql_start(&st, s, SQL_WORD_FORMS_FIND, MQ_BIND(mq_text(mq_buf_str(expression)), mq_int(MOST_LOOKED_AT)), err);
    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (!rc && row) {
            const mq_str text = mq_column_str(st, 1);
            const unsigned distance = mq_spelling_distance(l->word, text);

            if (distance <= most && text.n <= MQ_MOST_WORD_BYTES)
                put(out, n, sqlite3_column_int64(st, 0), text, distance);
        }
    }
    return rc;
}

mq_status mq_spelling_near(mq_neighbour out[MQ_MOST_NEIGHBOURS], size_t *n, mq_store *s, mq_str word, mq_error *err)
{
    const letters l = split(word);
    mq_buf expression = MQ_BUF_INIT;
    int64_t id = 0;
    mq_status rc = word.n <= MQ_MOST_WORD_BYTES ? mq_sql_number(&id, 0, s, SQL_WORD_FIND, MQ_BIND(mq_text(word)), err) : MQ_OK;

    *n = 0;
    if (!rc && id)
        put(out, n, id, word, 0);
    if (!rc && l.n)
        rc = near_forms(out, n, s, &l, &expression, err);
    mq_buf_release(&expression);
    return rc;
}
