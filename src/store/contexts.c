/*
 * contexts.c - the keys of sentences. See store/contexts.h.
 *
 * Reading a word takes some microseconds and a corpus says the same words again and again, so the keys of a word are remembered by its hash: a table of
 * one slot per hash value, the later word wins.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "store/contexts.h"
#include "text/latinword.h"
#include "text/morph.h"

enum { MEMO_SLOTS = 1 << 13, MEMO_BYTES = 1 << 20 };

struct mq_key_memo {
    struct { uint64_t hash; uint32_t at, n; } slot[MEMO_SLOTS];
    mq_buf keys;
};

/* Keys of the word are from `begin` on; each is told once. */
static void add_key(mq_buf *out, size_t begin, const char *key, size_t n)
{
    size_t at = begin;

    while (at < out->n && !out->status) { /* each key ends with its space as long as there was memory */
        const size_t m = (size_t)((const char *)memchr(out->p + at, ' ', out->n - at) - out->p) - at;

        if (m == n && memcmp(out->p + at, key, n) == 0)
            return;
        at += m + 1;
    }
    if (!n)
        return;
    mq_buf_add(out, key, n);
    mq_buf_addc(out, ' ');
}

static void arabic_keys(mq_buf *out, mq_str token)
{
    const size_t begin = out->n;
    mq_morph m;
    mq_morph_key own[2];
    const unsigned n = mq_morph_keys(own, token);

    for (unsigned i = 0; i < n; i++)
        add_key(out, begin, own[i].key, own[i].n);
    mq_morph_read(&m, token);
    mq_morph_judge(&m);
    for (unsigned i = 0; i < m.n; i++)
        if (!m.r[i].doubtful && m.r[i].change != MQ_CHANGE_NISBA)
            add_key(out, begin, m.r[i].key, m.r[i].n);
}

static void latin_keys(mq_buf *out, mq_str token)
{
    mq_latin_word word[MQ_LATIN_PARTS], singular[MQ_MOST_SINGULARS];
    const unsigned n = mq_latin_words(word, token);
    const size_t begin = out->n;

    for (unsigned i = 0; i < n; i++) {
        const unsigned m = mq_latin_singulars(singular, &word[i]);

        add_key(out, begin, word[i].key, word[i].n);
        for (unsigned j = 0; j < m; j++)
            add_key(out, begin, singular[j].key, singular[j].n);
    }
}

static mq_status word_keys(mq_buf *out, mq_str token, mq_script script, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (script == MQ_ARABIC)
        arabic_keys(out, token);
    else if (script == MQ_LATIN)
        latin_keys(out, token);
    else {
        rc = mq_fold(out, token, MQ_FOLD_SEARCH, err);
        mq_buf_addc(out, ' ');
    }
    return !rc && out->status ? mq_fail(err, MQ_ENOMEM, "no memory for words") : rc;
}

static struct mq_key_memo *memo_of(mq_store *s)
{
    if (!s->key_memo)
        s->key_memo = calloc(1, sizeof *s->key_memo);
    if (s->key_memo && s->key_memo->keys.n > MEMO_BYTES) {
        memset(s->key_memo->slot, 0, sizeof s->key_memo->slot);
        mq_buf_clear(&s->key_memo->keys);
    }
    return s->key_memo;
}

void mq_context_release(mq_store *s)
{
    if (s->key_memo)
        mq_buf_release(&s->key_memo->keys);
    free(s->key_memo);
    s->key_memo = NULL;
}

mq_status mq_context_word(mq_str *keys, mq_store *s, mq_str token, mq_script script, mq_error *err)
{
    struct mq_key_memo *memo = memo_of(s);
    const uint64_t hash = mq_hash(token) | 1; /* 0 is an empty slot */
    const size_t i = hash >> 32 & (MEMO_SLOTS - 1);
    mq_status rc;

    if (!memo)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    if (memo->slot[i].hash != hash) {
        const size_t from = memo->keys.n;

        rc = word_keys(&memo->keys, token, script, err);
        if (rc) {
            mq_context_release(s); /* it may hold half of the keys */
            return rc;
        }
        memo->slot[i].hash = hash;
        memo->slot[i].at = (uint32_t)from;
        memo->slot[i].n = (uint32_t)(memo->keys.n - from);
    }
    *keys = (mq_str){ memo->keys.p + memo->slot[i].at, memo->slot[i].n };
    return MQ_OK;
}

static mq_status keys_of_sentence(mq_buf *out, mq_store *s, mq_str text, mq_error *err)
{
    mq_token t;
    size_t at = 0;
    mq_status rc = MQ_OK;

    while (!rc && mq_token_next(&t, text, &at)) {
        mq_str keys = { NULL, 0 };

        if (t.script != MQ_PUNCT)
            rc = mq_context_word(&keys, s, (mq_str){ text.p + t.start, t.end - t.start }, t.script, err);
        mq_buf_addstr(out, keys);
    }
    return !rc && out->status ? mq_fail(err, MQ_ENOMEM, "no memory for words") : rc;
}

mq_status mq_context_learn(mq_store *s, int64_t sentence, mq_str text, mq_error *err)
{
    mq_buf keys = MQ_BUF_INIT;
    mq_status rc = keys_of_sentence(&keys, s, text, err);

    if (!rc)
        rc = mq_sql_exec(s, SQL_SENTENCE_WORDS_ADD, MQ_BIND(mq_int(sentence), mq_text(mq_buf_str(&keys))), err);
    mq_buf_release(&keys);
    return rc;
}

mq_status mq_context_learn_all(mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_ALL_SENTENCES, MQ_BIND_NONE, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (!rc && row)
            rc = mq_context_learn(s, sqlite3_column_int64(st, 0), mq_column_str(st, 1), err);
    }
    if (rc)
        mq_sql_stop(st);
    return rc;
}
