/*
 * inflect.c - a term whose words are asked for in other forms: وبمركزها الجهوي finds مركز جهوي, clouds souverains finds cloud souverain.
 *
 * ALGO
 *   1. For each word of the query the headwords it may be a form of (text/morph.h, text/latinword.h), as far as they are words of stored terms: one
 *      question to the table `word` each. Arabic readings are judged as soon as one with an affix is stored, so وزارة does not find زارة.
 *   2. The ways to put these together are walked word by word, the cheapest forms first; a beginning with which no stored key begins is left at once. At
 *      most MOST_STEPS questions to the index of keys.
 *   Proclitics are only right on the first word. Without other affixes than these and the article it is the same headword; else an inflected form, ranked by
 *   what its affixes cost.
 * Nothing of this is stored: what a form is comes from dict/, which changes from release to release.
 */
#include <assert.h>
#include <string.h>

#include <muqabil/text.h>

#include "store/lookup.h"
#include "text/latinword.h"
#include "text/rank.h"
#include "text/words.h"

/* A reading that is not the likeliest one of its word is charged: so much behind all that are. */
enum { MOST_STEPS = 96, DOUBTFUL = 200, MENDED = 400, PLURAL = 8, RANKS_PER_COST = 32, AR_ARTICLE_BYTES = 4, LEAST_DEFINITE = 8 };

/* ---- 1. the forms of a word ---- */

static mq_status is_stored(bool *stored, mq_search *x, mq_str word)
{
    int64_t id = 0;
    const mq_status rc = mq_sql_number(&id, 0, x->s, SQL_WORD_FIND, MQ_BIND(mq_text(word)), x->err);

    *stored = id != 0;
    return rc;
}

static bool has_form(const mq_forms *f, mq_str key)
{
    for (size_t i = 0; i < f->n; i++)
        if (mq_str_equal((mq_str){ f->form[i].key, f->form[i].n }, key))
            return true;
    return false;
}

/* Keeps the forms in the order of cost and forgets the dearest one when there are too many. Forms come cheapest first but for the charges. */
static void insert_form(mq_forms *f, mq_str key, unsigned cost, bool inflected)
{
    size_t at = f->n;

    if (key.n > sizeof f->form[0].key || has_form(f, key))
        return;
    while (at > 0 && f->form[at - 1].cost > cost)
        at--;
    if (at == MQ_MOST_FORMS)
        return;
    if (f->n < MQ_MOST_FORMS)
        f->n++;
    memmove(f->form + at + 1, f->form + at, (f->n - at - 1) * sizeof *f->form);
    memcpy(f->form[at].key, key.p, key.n);
    f->form[at].n = (uint8_t)key.n;
    f->form[at].cost = (uint16_t)cost;
    f->form[at].inflected = inflected;
}

static mq_status add_form(mq_search *x, mq_forms *f, mq_str key, unsigned cost, bool inflected)
{
    bool stored;
    mq_status rc;

    if (has_form(f, key))
        return MQ_OK;
    rc = is_stored(&stored, x, key);
    if (!rc && stored)
        insert_form(f, key, cost, inflected);
    return rc;
}

/* The keys of stored terms never begin with the article, so neither the one of a word whose root begins so (التزام). */
static mq_str without_article(mq_str key)
{
    static const char al[] = "\xD8\xA7\xD9\x84", allah[] = "\xD8\xA7\xD9\x84\xD9\x84\xD9\x87";

    if (key.n < LEAST_DEFINITE || memcmp(key.p, al, AR_ARTICLE_BYTES) != 0 || mq_str_equal(key, mq_str_of(allah)))
        return key;
    return (mq_str){ key.p + AR_ARTICLE_BYTES, key.n - AR_ARTICLE_BYTES };
}

static bool is_inflected(const mq_reading *r)
{
    return r->change != MQ_CHANGE_SAME || r->pronoun;
}

/* What the likelihood of a reading adds to its cost. */
static unsigned charge(const mq_reading *r)
{
    return r->doubtful || r->overshadowed || r->change == MQ_CHANGE_NISBA ? DOUBTFUL : 0;
}

/*
 * A doubtful reading is believed when the words around it fit, too. One that stands alone has no neighbours that speak for it: nothing else must be found,
 * and the lexicon must not know the word itself, as it does وزارة, which is not و and زارة. Beside a term that is the word itself only what is likely
 * counts: طرف is the plural of طرفة, too, but hardly meant.
 */
static bool is_believed(const mq_search *x, const mq_forms *f, const mq_morph *m, const mq_reading *r)
{
    if (x->nwords > 1)
        return true;
    if (x->nfound && charge(r))
        return false;
    return !r->doubtful || (f->n == 0 && m->r[0].cost == 0 && !mq_word_kinds((mq_str){ m->r[0].key, m->r[0].n }));
}

/* Several readings of a word have the same key. */
static bool has_same_key(const mq_reading *a, const mq_reading *b)
{
    return a->n == b->n && memcmp(a->key, b->key, a->n) == 0;
}

static bool was_missing(const mq_morph *m, unsigned i, uint64_t missing)
{
    for (unsigned j = 0; j < i; j++)
        if ((missing >> j & 1U) && has_same_key(&m->r[j], &m->r[i]))
            return true;
    return false;
}

/* The heaviest reading with a form's key; with the article in the key, where the term has it. */
static float weight_of(const mq_morph *m, const float *weight, mq_str form)
{
    float most = 0;

    for (unsigned i = 0; i < m->n; i++)
        if (weight[i] > most && mq_str_equal(without_article((mq_str){ m->r[i].key, m->r[i].n }), without_article(form)))
            most = weight[i];
    return most;
}

/* Of forms as dear as each other the likelier comes first: إصدارها is a form of إصدار rather than of إصدارة. */
static void order_equals(mq_forms *f, const mq_morph *m)
{
    float weight[MQ_MOST_READINGS];
    bool weighed = false;

    for (size_t i = 1; i < f->n; i++)
        for (size_t j = i; j > 0 && f->form[j].cost == f->form[j - 1].cost; j--) {
            const mq_form later = f->form[j];

            if (!weighed)
                mq_morph_weigh(weight, m);
            weighed = true;
            if (weight_of(m, weight, (mq_str){ later.key, later.n }) <= weight_of(m, weight, (mq_str){ f->form[j - 1].key, f->form[j - 1].n }))
                break;
            f->form[j] = f->form[j - 1];
            f->form[j - 1] = later;
        }
}

static mq_status add_readings(mq_search *x, mq_forms *f, mq_morph *m, bool first, unsigned extra)
{
    bool judged = false, stored = false;
    uint64_t missing = 0; /* bit i: the key of reading i is stored nowhere */
    mq_status rc = MQ_OK;

    static_assert(MQ_MOST_READINGS <= 64, "a bit for each reading");
    for (unsigned i = 0; i < m->n && !rc; i++) {
        const mq_reading *r = &m->r[i];
        const mq_str key = { r->key, r->n };
        mq_str found = without_article(key);

        if (r->kept || (r->proclitics && !first) || has_form(f, found) || was_missing(m, i, missing))
            continue;
        rc = is_stored(&stored, x, found);
        if (!rc && !stored && found.n != key.n) {
            found = key;
            rc = is_stored(&stored, x, found);
        }
        missing |= (uint64_t)!stored << i;
        if (rc || !stored)
            continue;
        if (!judged && (r->cost || extra)) {
            mq_morph_judge(m);
            judged = true;
        }
        if (is_believed(x, f, m, r))
            insert_form(f, found, r->cost + extra + charge(r), is_inflected(r));
    }
    order_equals(f, m);
    return rc;
}

static mq_status arabic_forms(mq_search *x, mq_forms *f, mq_str token, bool first)
{
    mq_morph m, mended;
    mq_status rc;

    mq_morph_read(&m, token);
    rc = add_readings(x, f, &m, first, 0);
    if (rc || f->n || mq_morph_known(&m))
        return rc;
    for (unsigned i = 0; !rc && !f->n && mq_morph_mend(&mended, &m, i); i++)
        rc = add_readings(x, f, &mended, first, MENDED);
    return rc;
}

/* The word, what it may be the plural of, and its own plurals: a glossary may have the term in the plural (ressources humaines). */
static mq_status latin_forms(mq_search *x, mq_forms *f, mq_str word)
{
    static const char plurals[] = { 's', 'x' };
    mq_latin_word w = { .n = 0 }, singular[MQ_MOST_SINGULARS];
    unsigned n;
    mq_status rc = add_form(x, f, word, 0, false);

    if (word.n >= MQ_LATIN_KEY)
        return rc;
    memcpy(w.key, word.p, word.n);
    w.n = (uint8_t)word.n;
    n = mq_latin_singulars(singular, &w);
    for (unsigned i = 0; i < n && !rc; i++)
        rc = add_form(x, f, (mq_str){ singular[i].key, singular[i].n }, PLURAL + i, true);
    for (unsigned i = 0; i < sizeof plurals && !rc; i++) {
        w.key[word.n] = plurals[i];
        rc = add_form(x, f, (mq_str){ w.key, word.n + 1 }, PLURAL + MQ_MOST_SINGULARS + i, true);
    }
    return rc;
}

/* The words that a token in another script makes in the key, from x->words[*n] on: G-235 makes two. */
static mq_status other_forms(mq_search *x, mq_str token, size_t *n)
{
    mq_buf key = MQ_BUF_INIT;
    mq_status rc = mq_search_key(&key, token, MQ_LANG_AR, x->err);

    for (size_t i = 0; i < key.n && !rc && *n < x->nwords; i++)
        if (i == 0 || key.p[i] == ' ') {
            rc = add_form(x, &x->forms[*n], x->words[*n], 0, false);
            ++*n;
        }
    mq_buf_release(&key);
    return rc;
}

/* The words of an Arabic query as they were typed: the key has lost what tells one form from another. */
static mq_status forms_of_tokens(mq_search *x)
{
    size_t at = 0, n = 0;
    mq_token t;
    mq_status rc = MQ_OK;

    while (!rc && n < x->nwords && mq_token_next(&t, x->q->term, &at)) {
        const mq_str token = { x->q->term.p + t.start, t.end - t.start };

        if (t.script == MQ_ARABIC) {
            rc = arabic_forms(x, &x->forms[n], token, n == 0);
            n++;
        } else if (t.script != MQ_PUNCT) {
            rc = other_forms(x, token, &n);
        }
    }
    x->nforms = !rc && n == x->nwords ? n : 0;
    return rc;
}

mq_status mq_search_forms(mq_search *x)
{
    mq_status rc = MQ_OK;

    if (x->langs[0] == MQ_LANG_AR)
        return forms_of_tokens(x);
    for (size_t i = 0; i < x->nwords && !rc; i++)
        rc = latin_forms(x, &x->forms[i], x->words[i]);
    x->nforms = rc ? 0 : x->nwords;
    return rc;
}

/* ---- 2. the ways to put them together ---- */

typedef struct walk {
    mq_search *x;
    mq_lang lang;
    mq_buf key, end;  /* a beginning; what comes behind all keys that go on from it with a space */
    unsigned steps, hits;
} walk;

static mq_status reached(walk *w, unsigned cost, bool inflected)
{
    const mq_stored_term t = { .lang = w->lang, .key = mq_buf_str(&w->key) };
    const unsigned rank = cost * RANKS_PER_COST + (w->hits < RANKS_PER_COST ? w->hits : RANKS_PER_COST - 1);
    int64_t id;
    mq_status rc = mq_term_find(&id, NULL, w->x->s, &t, w->x->err);

    if (rc || !id)
        return rc;
    w->hits++;
    return mq_search_take(w->x, id, w->lang, inflected ? MQ_MATCH_INFLECTED : MQ_MATCH_HEADWORD, rank);
}

/* Whether some key begins with w->key and a space. */
static mq_status goes_on(bool *on, walk *w)
{
    int64_t id = 0;
    mq_status rc;

    mq_buf_clear(&w->end);
    mq_buf_addstr(&w->end, mq_buf_str(&w->key));
    mq_buf_addc(&w->end, ' ' + 1);
    mq_buf_addc(&w->key, ' ');
    if (w->key.status || w->end.status)
        return mq_fail(w->x->err, MQ_ENOMEM, "no memory for a look-up");
    rc = mq_sql_number(&id, 0, w->x->s, SQL_TERM_PREFIX,
                       MQ_BIND(mq_int(w->lang), mq_text(mq_buf_str(&w->key)), mq_text(mq_buf_str(&w->end)), mq_int(1)), w->x->err);
    *on = id != 0;
    return rc;
}

/* As deep as a query has words. */
static mq_status go(walk *w, size_t i, unsigned cost, bool inflected)
{
    const mq_forms *f = &w->x->forms[i];
    const size_t n = w->key.n;
    bool on = true;
    mq_status rc = MQ_OK;

    for (size_t j = 0; j < f->n && !rc && w->steps < MOST_STEPS; j++) {
        const unsigned sum = cost + f->form[j].cost;

        w->steps++;
        w->key.n = n;
        mq_buf_add(&w->key, f->form[j].key, f->form[j].n);
        if (w->key.status)
            return mq_fail(w->x->err, MQ_ENOMEM, "no memory for a look-up");
        if (i + 1 == w->x->nforms) {
            rc = reached(w, sum, inflected || f->form[j].inflected);
            continue;
        }
        rc = goes_on(&on, w);
        if (!rc && on)
            rc = go(w, i + 1, sum, inflected || f->form[j].inflected);
    }
    return rc;
}

mq_status mq_search_inflected(mq_search *x)
{
    walk w = { .x = x };
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nlangs && !rc && x->nforms; i++) {
        mq_buf_clear(&w.key);
        w.lang = x->langs[i];
        w.steps = w.hits = 0;
        rc = go(&w, 0, 0, false);
    }
    mq_buf_release(&w.key);
    mq_buf_release(&w.end);
    return rc;
}

mq_status mq_search_expression(mq_buf *out, const mq_search *x)
{
    for (size_t i = 0; i < x->nwords; i++) {
        const mq_forms *f = &x->forms[i];

        mq_buf_addz(out, i ? " AND (" : "(");
        if (!x->nforms || !has_form(f, x->words[i]))
            mq_fts_quote(out, x->words[i], MQ_STR(""));
        for (size_t j = 0; j < (x->nforms ? f->n : 0); j++) {
            mq_buf_addz(out, j || !has_form(f, x->words[i]) ? " OR " : "");
            mq_fts_quote(out, (mq_str){ f->form[j].key, f->form[j].n }, MQ_STR(""));
        }
        mq_buf_addc(out, ')');
    }
    return out->status ? mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up") : MQ_OK;
}
