/*
 * spelling.c - symmetric deletion: two words that are one edit apart become equal when at most one letter is taken out of each.
 *
 *     stored   souverain ouverain suverain soverain …      one row of the FTS5 table word_forms a word, once for all terms that hold it
 *     asked    souvrain OR ouvrain OR suvrain OR …          one query
 *
 * What is found is measured (store/slips.h). Per word of the glossary and not per term: a million terms are made of some hundred
 * thousand words. A table of (hash of the form, word) answered in half the time and took six times as long to fill.
 * Source:  W. Garbe's SymSpell, with deletion distance 1; the same idea in Mor & Fraenkel, "A hash code method for detecting and correcting
 *          spelling errors", CACM 25(12), 1982.
 * Limits:  at most MOST_LOOKED_AT words are measured; numbers have no neighbours, as 2023 is no slip for 2024.
 * Law:     whatever lies within distance 1 is found; tests/unit/store/test_spelling.c compares with all pairs measured.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/slips.h"
#include "store/spelling.h"

/* Words of two letters are stored as they are: what one deletion leaves of them would be near to everything. */
enum { LEAST_DELETED = 3, LONG_WORD = 8, MOST_LOOKED_AT = 2048, PROBES = 8 };

/* ---- learning ---- */

static size_t deleted(const mq_letters *l)
{
    return l->n >= LEAST_DELETED ? l->n : 0;
}

static mq_status store_forms(mq_store *s, int64_t id, mq_str word, mq_error *err)
{
    const mq_letters l = mq_letters_of(word);
    mq_buf forms = MQ_BUF_INIT;
    mq_status rc;

    mq_buf_addstr(&forms, word);
    for (size_t i = 0; i < deleted(&l); i++) {
        mq_buf_addc(&forms, ' ');
        mq_buf_addstr(&forms, mq_letters_before(&l, i));
        mq_buf_addstr(&forms, mq_letters_behind(&l, i));
    }
    rc = forms.status ? mq_fail(err, MQ_ENOMEM, "no memory for words")
                      : mq_sql_exec(s, SQL_WORD_FORMS_ADD, MQ_BIND(mq_int(id), mq_text(mq_buf_str(&forms))), err);
    mq_buf_release(&forms);
    return rc;
}

/* The slot of a hash: its own, a free one or, of the few that it may have, the first. */
static uint64_t *known_word(mq_store *s, uint64_t hash)
{
    for (uint64_t i = 0; i < PROBES; i++) {
        uint64_t *slot = &s->known_words[(hash + i) % MQ_KNOWN_WORDS];

        if (*slot == hash || !*slot)
            return slot;
    }
    return &s->known_words[hash % MQ_KNOWN_WORDS];
}

static mq_status learn_word(mq_store *s, mq_str word, mq_error *err)
{
    const uint64_t hash = mq_hash(word);
    uint64_t *known = known_word(s, hash);
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

/* ---- finding ---- */

/* Puts a word into the sorted list, unless it is there or the list is full of nearer ones. */
static void put(mq_neighbour *out, size_t *n, const mq_neighbour *new)
{
    const mq_str text = { new->text, new->n };
    size_t at = *n;

    for (size_t i = 0; i < *n; i++)
        if (out[i].id == new->id)
            return;
    while (at > 0 && (out[at - 1].cost != new->cost ? out[at - 1].cost > new->cost : mq_str_compare((mq_str){ out[at - 1].text, out[at - 1].n }, text) > 0))
        at--;
    if (at == MQ_MOST_NEIGHBOURS)
        return;
    if (*n < MQ_MOST_NEIGHBOURS)
        ++*n;
    memmove(out + at + 1, out + at, (*n - at - 1) * sizeof *out);
    out[at] = *new;
}

static mq_neighbour neighbour(int64_t id, mq_str text, unsigned distance, unsigned cost)
{
    mq_neighbour x = { .id = id, .distance = distance, .cost = cost, .n = (unsigned)text.n };

    memcpy(x.text, text.p, text.n);
    return x;
}

/* A stored word that may be one or two edits away. */
static void measure(mq_neighbour *out, size_t *n, const mq_letters *l, int64_t id, mq_str text)
{
    const mq_letters other = mq_letters_of(text);
    const unsigned distance = mq_slip_distance(l, &other);
    mq_neighbour x;

    if (text.n > MQ_MOST_WORD_BYTES || distance == 0 || distance > (l->n >= LONG_WORD ? 2U : 1U))
        return;
    x = neighbour(id, text, distance, mq_slip_cost(l, &other));
    put(out, n, &x);
}

/* "souvrain" OR "ouvrain" OR … */
static mq_status near_forms(mq_neighbour *out, size_t *n, mq_store *s, const mq_letters *l, mq_buf *expression, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc;

    mq_fts_quote(expression, l->word, MQ_STR(""));
    for (size_t i = 0; i < deleted(l); i++) {
        mq_buf_addz(expression, " OR ");
        mq_fts_quote(expression, mq_letters_before(l, i), mq_letters_behind(l, i));
    }
    if (expression->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    rc = mq_sql_start(&st, s, SQL_WORD_FORMS_FIND, MQ_BIND(mq_text(mq_buf_str(expression)), mq_int(MOST_LOOKED_AT)), err);
    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (!rc && row)
            measure(out, n, l, sqlite3_column_int64(st, 0), mq_column_str(st, 1));
    }
    return rc;
}

mq_status mq_spelling_near(mq_neighbour out[MQ_MOST_NEIGHBOURS], size_t *n, mq_store *s, mq_str word, mq_error *err)
{
    const mq_letters l = mq_letters_of(word);
    mq_buf expression = MQ_BUF_INIT;
    int64_t id = 0;
    mq_status rc = word.n <= MQ_MOST_WORD_BYTES ? mq_sql_number(&id, 0, s, SQL_WORD_FIND, MQ_BIND(mq_text(word)), err) : MQ_OK;

    *n = 0;
    if (!rc && id)
        out[(*n)++] = neighbour(id, word, 0, 0);
    if (!rc && l.n)
        rc = near_forms(out, n, s, &l, &expression, err);
    mq_buf_release(&expression);
    return rc;
}
