/*
 * speller.c - the walk over a text.
 *
 * Each word type is judged once: known or not, and what else may have been meant (verdict). Each occurrence is then decided with its neighbours:
 *     a known word w gives way to a rival r when   log c(r)/c(w) + fit(r) - fit(w) - cost(w for r) > threshold,
 *     an unknown word is always told, its suggestions ordered by   log c(r) - cost + fit(r),
 * the noisy channel with a word model of single counts and neighbour pairs. Source of the scheme: Kernighan, Church, Gale 1990; Church and Gale 1991.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/hash.h"
#include "spell/address.h"
#include "spell/clause.h"
#include "spell/context.h"
#include "spell/ignore.h"
#include "spell/names.h"
#include "spell/recognise.h"
#include "spell/speller.h"
#include "spell/vocabulary.h"

enum { FIRST_VERDICTS = 1 << 12, MOST_VERDICTS = 1 << 18, SUGGESTIONS = 8, LONGEST_CODE = 64 /* tokens */ };

/* A suggestion so many bits behind the first one is none. */
static const double far_behind = 12;
/* When the first suggestion may be taken unasked: a cheap slip, far ahead of the second; for a known word also far ahead of it. */
static const double sure_cost = 3, sure_lead = 8, sure_gain = 8;

/* Bits that the neighbours must bring against a word of the glossary: a person has said how it is written, so counts do not speak against it. */
static const double glossary_bonus = 7;

/* Bits by which a rival must be likelier: one with the same skeleton, another word. Tuned on essays with marked errors. */
static const double threshold_alike = 2.0, threshold_other = 2.5;

const char *mq_finding_kind_name(mq_finding_kind v)
{
    return v == MQ_FINDING_SPELLING ? "spelling" : v == MQ_FINDING_TYPOGRAPHY ? "typography" : "terminology";
}

mq_status mq_speller_new(mq_speller **out, mq_vocabulary *v, const mq_spell_options *o, mq_error *err)
{
    mq_speller *s = calloc(1, sizeof *s);
    mq_status rc = MQ_OK;

    *out = NULL;
    if (s)
        s->verdict = calloc(FIRST_VERDICTS, sizeof *s->verdict);
    if (!s || !s->verdict) {
        free(s);
        return mq_fail(err, MQ_ENOMEM, "no memory for a speller");
    }
    s->mask = FIRST_VERDICTS - 1;
    s->vocabulary = v;
    if (o)
        s->options = *o;
    if (s->options.most_suggestions == 0)
        s->options.most_suggestions = SUGGESTIONS;
    if (v)
        rc = mq_vocabulary_seal(v, err);
    if (rc)
        mq_speller_free(s);
    else
        *out = s;
    return rc;
}

static void forget(mq_speller *s)
{
    for (size_t i = 0; i <= s->mask; i++)
        free(s->verdict[i].list);
    memset(s->verdict, 0, (s->mask + 1) * sizeof *s->verdict);
    s->nverdicts = 0;
}

void mq_speller_free(mq_speller *s)
{
    if (!s)
        return;
    forget(s);
    free(s->verdict);
    free(s->accepted);
    free(s->tokens);
    free(s->quotations.q);
    mq_founds_release(&s->founds);
    mq_buf_release(&s->scratch);
    free(s);
}

/* Twice the room; when that cannot be had, or is too much, what was known is forgotten instead. */
static void make_room(mq_speller *s)
{
    const size_t size = 2 * (s->mask + 1);
    struct verdict *more = size > MOST_VERDICTS ? NULL : calloc(size, sizeof *more);

    if (!more) {
        forget(s);
        return;
    }
    for (size_t i = 0; i <= s->mask; i++) {
        size_t at = s->verdict[i].key & (size - 1);

        if (!s->verdict[i].key)
            continue;
        while (more[at].key)
            at = (at + 1) & (size - 1);
        more[at] = s->verdict[i];
    }
    free(s->verdict);
    s->verdict = more;
    s->mask = size - 1;
}

/* Latin words that were accepted share the list; their keys come from another function. */
static uint64_t key_of_latin(mq_str word)
{
    return mq_hash(word) | 1;
}

static bool is_accepted(const mq_speller *s, uint64_t key)
{
    for (size_t i = 0; i < s->naccepted; i++)
        if (s->accepted[i] == key)
            return true;
    return false;
}

static uint64_t key_of(const mq_letters *w)
{
    return mq_letters_hash(w->c, w->n) | 1;
}

void mq_speller_set_quotes(mq_speller *s, mq_quotes usual)
{
    s->quotes = usual;
}

mq_status mq_speller_accept(mq_speller *s, mq_str word, mq_error *err)
{
    uint64_t *more = reallocarray(s->accepted, s->naccepted + 1, sizeof *more);
    mq_letters w;
    uint64_t key;

    if (!more)
        return mq_fail(err, MQ_ENOMEM, "no memory for a word");
    s->accepted = more;
    key = mq_letters_read(&w, word, NULL) ? key_of(&w) : key_of_latin(word);
    if (!is_accepted(s, key)) {
        s->accepted[s->naccepted++] = key;
        forget(s);
    }
    return MQ_OK;
}

static struct verdict *verdict_of(mq_speller *s, const mq_letters *w)
{
    const uint64_t key = key_of(w);
    struct verdict *v;
    size_t at;

    if (2 * s->nverdicts > s->mask)
        make_room(s);
    for (at = key & s->mask; s->verdict[at].key && s->verdict[at].key != key;)
        at = (at + 1) & s->mask;
    v = &s->verdict[at];
    if (!v->key) {
        v->key = key;
        v->form = mq_forms_find(mq_forms_get(), w);
        v->accepted = is_accepted(s, key);
        v->known = v->accepted || v->form || mq_recognise(s->vocabulary, w);
        v->of_glossary = mq_vocabulary_knows(s->vocabulary, w);
        s->nverdicts++;
    }
    return v;
}

static const struct candidates *candidates_of(mq_speller *s, struct verdict *v, const mq_letters *w)
{
    struct candidates all = { .n = 0 };
    size_t size;

    if (v->sought)
        return v->list;
    v->sought = true;
    if (v->known)
        mq_rivals(&all, s, w);
    else
        mq_candidates(&all, s, w);
    size = offsetof(struct candidates, n) + sizeof all.n;
    v->list = all.n ? malloc(size) : NULL;
    if (v->list)
        memcpy(v->list, &all, size);
    return v->list;
}

double mq_fit_between(const struct place *before, const mq_letters *w, double log, const struct place *next)
{
    if (memchr(w->c, MQ_L_SPACE, w->n))
        return 0; /* two words: what parts them was scored with them */
    return (before ? mq_context_fit(&before->w, before->log, w, log) : 0) + (next ? mq_context_fit(w, log, &next->w, next->log) : 0);
}

/* Suggestions in the order in which they are told. */
struct ordered {
    const struct candidate *c;
    double score;
};

static int by_score(const void *x, const void *y)
{
    const struct ordered *a = x, *b = y;

    return (a->score < b->score) - (a->score > b->score);
}

static void tell(mq_speller *s, const struct place *here, const struct ordered *order, unsigned n, const char *rule, const char *message, bool sure)
{
    mq_str suggestion[MQ_MOST_CANDIDATES];
    size_t end[MQ_MOST_CANDIDATES + 1] = { 0 };

    mq_buf_clear(&s->scratch);
    if (n > s->options.most_suggestions)
        n = (unsigned)s->options.most_suggestions;
    for (unsigned i = 0; i < n; i++) {
        mq_letters_write(&s->scratch, &order[i].c->word);
        end[i + 1] = s->scratch.n;
    }
    for (unsigned i = 0; i < n; i++)
        suggestion[i] = (mq_str){ s->scratch.p + end[i], end[i + 1] - end[i] };
    s->founds.failed |= s->scratch.status != MQ_OK;
    mq_found(&s->founds, MQ_FINDING_SPELLING, rule, message, here->token.start, here->token.end, suggestion, n, sure && n);
}

static void check_unknown(mq_speller *s, const struct place *before, const struct place *here, const struct place *next, const struct candidates *all)
{
    struct ordered order[MQ_MOST_CANDIDATES];
    unsigned n = all ? all->n : 0;

    for (unsigned i = 0; i < n; i++) {
        const struct candidate *c = &all->c[i];

        order[i] = (struct ordered){ c, c->log - c->cost + mq_fit_between(before, &c->word, c->log, next) };
    }
    qsort(order, n, sizeof *order, by_score);
    while (n > 1 && order[n - 1].score < order[0].score - far_behind)
        n--;
    tell(s, here, order, n, "unknown", "not a known word", n && order[0].c->cost <= sure_cost && (n == 1 || order[0].score > order[1].score + sure_lead));
}

static const struct place *if_word(const struct place *p)
{
    return p->word ? p : NULL;
}

/* Bits by which a candidate is likelier than the known word that stands there. */
static double gain_of(const struct candidate *c, bool of_glossary, const struct place *before, const struct place *here, const struct place *next)
{
    double gain = c->log - here->log - c->cost;

    if (of_glossary) {
        gain = fmin(gain, 0) - glossary_bonus;
        before = if_word(before);
        next = if_word(next);
    }
    return gain + mq_fit_between(before, &c->word, c->log, next)
           - mq_fit_between(before, &here->w, here->log, next);
}

static void check_known(mq_speller *s, const struct verdict *v, const struct place *before, const struct place *here, const struct place *next)
{
    const struct candidates *all = v->list;
    struct ordered order[MQ_MOST_CANDIDATES];
    unsigned n = 0;
    bool sure;

    for (unsigned i = 0; i < all->n; i++) {
        const struct candidate *c = &all->c[i];
        const double gain = gain_of(c, v->of_glossary, before, here, next) + mq_clause_fit(&s->clause, &here->w, &c->word, next);

        if (here->how & MQ_WRITTEN_TANWIN && c->word.c[c->word.n - 1] != here->w.c[here->w.n - 1] && strcmp(c->rule, "tanwin") != 0)
            continue; /* the tanwin says that the ending is meant */
        if (gain > (c->alike ? threshold_alike : threshold_other))
            order[n++] = (struct ordered){ c, gain };
    }
    if (n == 0)
        return;
    qsort(order, n, sizeof *order, by_score);
    sure = order[0].score > sure_gain && (n == 1 || order[0].score > order[1].score + sure_lead);
    tell(s, here, order, n, order[0].c->rule, "another word is likelier here", sure);
}

/* Something that is so close to a word is that word, also behind a given name. */
static bool is_slip(const struct candidates *all)
{
    for (unsigned i = 0; all && i < all->n; i++)
        if (all->c[i].cost <= sure_cost)
            return true;
    return false;
}

static bool is_known_family(const mq_speller *s, uint64_t key)
{
    for (size_t i = 0; i < s->nfamily; i++)
        if (s->family[i] == key)
            return true;
    return false;
}

/*
 * An unknown word without the article behind a given name is a family name, and from there on known in this text: هشام شيكر … شيكر. The letters of a
 * family name are nobody's to judge.
 */
static bool is_family_name(mq_speller *s, uint64_t key, const struct place *before, const struct place *here, const struct candidates *all)
{
    const mq_letters *w = &here->w;

    if (is_known_family(s, key))
        return true;
    if (!before->word || !mq_is_given_name(&before->w) || (w->c[0] == MQ_L_ALEF && w->c[1] == MQ_L_LAM) || w->c[w->n - 1] == MQ_L_TEH_MARBUTA || is_slip(all))
        return false;
    if (s->nfamily < MQ_MOST_FAMILY_NAMES)
        s->family[s->nfamily++] = key;
    return true;
}

static void check(mq_speller *s, const struct place *before, const struct place *here, const struct place *next)
{
    struct verdict *v;
    const struct candidates *all;

    v = verdict_of(s, &here->w);
    if (!v->known && s->options.no_suggestions && !is_known_family(s, v->key) && !(before->word && mq_is_given_name(&before->w))) {
        tell(s, here, NULL, 0, "unknown", "not a known word", false);
        return;
    }
    all = candidates_of(s, v, &here->w);
    if (!v->known && !is_family_name(s, v->key, before, here, all))
        check_unknown(s, before, here, next, all);
    else if (!v->known)
        return;
    else if (all && !v->accepted)
        check_known(s, v, before, here, next);
}

/* و ف, ب ل ك, ال and nothing more, glued to a Latin word or a number, or cut off by a tatweel: وMicrosoft, الـ22. */
static bool is_proclitic(const mq_tokens *k, size_t i, const struct place *p)
{
    const bool glued = i + 1 < k->n && !k->t[i + 1].space_before && (k->t[i + 1].script == MQ_LATIN || k->t[i + 1].script == MQ_NUMBER);
    unsigned at = 0;

    if (!glued && !(p->how & MQ_WRITTEN_TATWEEL))
        return false;
    if (mq_letters_starts(&p->w, at, MQ_L_WAW) || mq_letters_starts(&p->w, at, MQ_L_FEH))
        at++;
    if (mq_letters_starts(&p->w, at, MQ_L_BEH) || mq_letters_starts(&p->w, at, MQ_L_LAM) || mq_letters_starts(&p->w, at, MQ_L_KAF))
        at++;
    if (mq_letters_starts(&p->w, at, MQ_L_ALEF) && mq_letters_starts(&p->w, at + 1, MQ_L_LAM))
        at += 2;
    else if (at && p->w.c[at - 1] == MQ_L_LAM && mq_letters_starts(&p->w, at, MQ_L_LAM))
        at++;
    return at == p->w.n;
}

static void place_of(struct place *p, const mq_tokens *k, size_t i)
{
    uint8_t kind = MQ_NEIGHBOUR_BORDER;

    if (i < k->n) {
        p->token = k->t[i];
        p->word = p->token.script == MQ_ARABIC && mq_letters_read(&p->w, (mq_str){ k->text.p + p->token.start, p->token.end - p->token.start }, &p->how)
                  && p->w.n > 1 && !is_proclitic(k, i, p);
        if (p->word) {
            p->log = mq_forms_estimate(mq_forms_get(), &p->w);
            return;
        }
        if (p->token.script == MQ_NUMBER)
            kind = MQ_NEIGHBOUR_NUMBER;
        else if (p->token.script == MQ_LATIN)
            kind = MQ_NEIGHBOUR_LATIN;
    }
    p->word = false;
    p->w = (mq_letters){ .n = 1, .c = { kind } };
    p->log = mq_context_log(kind);
}

static bool is_accepted_latin(const mq_speller *s, const mq_tokens *k, size_t i)
{
    return s->naccepted && is_accepted(s, key_of_latin((mq_str){ k->text.p + k->t[i].start, k->t[i].end - k->t[i].start }));
}

static bool is_backtick(const mq_tokens *k, size_t i)
{
    return k->t[i].script == MQ_PUNCT && k->text.p[k->t[i].start] == '`';
}

/* The token behind the code that a backtick opens, when another one closes it on the same line; else i. */
static size_t code_end(const mq_tokens *k, size_t i)
{
    for (size_t j = i + 1; j < k->n && j < i + LONGEST_CODE; j++) {
        const size_t gap = k->t[j - 1].end;

        if (memchr(k->text.p + gap, '\n', k->t[j].start - gap))
            break;
        if (is_backtick(k, j))
            return j + 1;
    }
    return i;
}

static void check_words(mq_speller *s, const mq_tokens *k)
{
    size_t code = 0; /* what stands before this token is no text */
    struct place window[3];
    struct place *before = &window[0], *here = &window[1], *next = &window[2];

    s->clause = (struct mq_clause){ .asks = 0 };
    place_of(before, k, k->n);
    place_of(here, k, 0);
    for (size_t i = 0; i < k->n; i++) {
        struct place *spare = before;

        place_of(next, k, i + 1);
        if (i >= code && is_backtick(k, i))
            code = code_end(k, i);
        if (i >= code && here->word && !mq_in_address(k->text, here->token.start, here->token.end))
            check(s, before, here, next);
        else if (i >= code && !here->word && k->t[i].script == MQ_LATIN && !is_accepted_latin(s, k, i))
            mq_check_latin(s, k, i);
        mq_clause_read(&s->clause, k, i, here);
        before = here;
        here = next;
        next = spare;
    }
}

static mq_status read_tokens(mq_speller *s, mq_tokens *k, mq_str text, mq_error *err)
{
    size_t at = 0, n = 0;
    mq_token t;

    while (mq_token_next(&t, text, &at)) {
        if (!MQ_ROOM(s->tokens, n, s->tokens_cap, 256))
            return mq_fail(err, MQ_ENOMEM, "no memory for the words of a text");
        s->tokens[n++] = t;
    }
    *k = (mq_tokens){ text, s->tokens, n };
    return MQ_OK;
}

mq_status mq_spell(mq_speller *s, mq_str text, size_t start, mq_finding_fn *fn, void *user, mq_error *err)
{
    mq_tokens k;
    mq_status rc = read_tokens(s, &k, text, err);

    if (rc)
        return rc;
    mq_founds_clear(&s->founds);
    s->nfamily = s->nlatin = 0;
    check_words(s, &k);
    mq_check_sequences(&s->founds, &k);
    mq_check_punctuation(&s->founds, &k);
    mq_check_pairs(&s->founds, &s->quotations, text);
    mq_check_quotes(&s->founds, &s->quotations, text, &s->quotes);
    mq_check_writing(&s->founds, &k);
    if (s->vocabulary)
        mq_check_terms(&s->founds, &k, &s->vocabulary->terms);
    mq_ignore(&s->founds, text);
    return mq_founds_tell(&s->founds, text, start, fn, user, err);
}
