/*
 * affix.c - see affix.h. Recognition only; reading the files is affix_read.c.
 *
 * A word is known when it is a stem, or
 *     prefix* + root, root + suffix*         with one prefix at most and two suffixes at most,
 * where each rule's flag is allowed by what it is attached to: an affix by a stem that carries its flag, an outer suffix by the inner one, a prefix by the
 * stem
 * or by one of the suffixes (Hunspell's "continuation classes" and "cross product").
 * Source:  hunspell(5), and the behaviour of libhunspell 1.7 on the Arabic dictionaries; tests/unit/spell/test_affix.c compares the two.
 * Departs: no compounds, no forbidden or case-bound stems, no circumfix: files that use them are refused, see affix_read.c.
 */
#include "spell/affix_tables.h"

/* The stem entries of a form, or 0; follow `next`. A bit per hash answers most questions for words that are none, out of a table that stays in the cache. */
static uint32_t find_stem(const mq_affix *a, const uint8_t *c, size_t n)
{
    const uint64_t h = mq_letters_hash(c, n);
    const uint32_t bit = (uint32_t)(h >> 40) & (MQ_AFFIX_FILTER - 1);

    if (!(a->filter[bit / 64] >> (bit % 64) & 1))
        return 0;
    for (uint32_t i = (uint32_t)h & a->stem_mask;; i = (i + 1) & a->stem_mask) {
        const uint32_t e = a->stem_slot[i];
        const struct stem *s = &a->stem[e];

        if (e == 0)
            return 0;
        if (s->check == (uint32_t)(h >> 32) && s->n == n && memcmp(a->stem_letters + s->at, c, n) == 0)
            return e;
    }
}

static bool has(const mq_affix *a, uint32_t set, unsigned class)
{
    return a->sets[set].bits[class / 64] >> (class % 64) & 1;
}

/* w without what the rule adds, with what it strips put back. */
static bool unsuffix(mq_letters *root, const mq_letters *w, const struct rule *r)
{
    const size_t keep = (size_t)(w->n - r->nadd);

    root->n = 0;
    return keep > 0 && mq_letters_append(root, w->c, keep) && mq_letters_append(root, r->strip, r->nstrip);
}

static bool unprefix(mq_letters *root, const mq_letters *w, const struct rule *r)
{
    const size_t keep = (size_t)(w->n - r->nadd);

    root->n = 0;
    return keep > 0 && mq_letters_append(root, r->strip, r->nstrip) && mq_letters_append(root, w->c + r->nadd, keep);
}

/* Is the edge of the root as the rule wants it? */
static bool suits(const mq_letters *root, const struct rule *r)
{
    const uint8_t *edge;

    if (root->n < r->nconditions)
        return false;
    edge = root->c + (r->suffix ? root->n - r->nconditions : 0);
    for (unsigned i = 0; i < r->nconditions; i++)
        if (!(r->condition[i] >> edge[i] & 1))
            return false;
    return true;
}

/* The rules that add exactly c[0..n), as a range. */
static struct span rules_adding(const mq_affix *a, bool suffix, const uint8_t *c, size_t n)
{
    const uint64_t h = mq_letters_hash(c, n) + suffix;

    for (uint32_t i = (uint32_t)h & a->added_mask;; i = (i + 1) & a->added_mask) {
        const struct added *s = &a->added[i];
        const struct rule *r = &a->rules[s->rules.from];

        if (s->rules.from == s->rules.to)
            return (struct span){ 0, 0 };
        if (s->check == (uint32_t)(h >> 32) && r->suffix == suffix && r->nadd == n && memcmp(r->add, c, n) == 0)
            return s->rules;
    }
}

/* What a stem must allow: the suffix next to it, and a prefix unless an outer suffix (or nobody) asked for one. */
struct need {
    unsigned suffix, prefix; /* classes; 0 = none */
};

static bool stem_allows(const mq_affix *a, uint32_t stem, const struct rule *r, unsigned prefix)
{
    for (uint32_t e = stem; e; e = a->stem[e].next) {
        const uint32_t set = a->stem[e].set;

        if (has(a, set, r->class) && (!prefix || has(a, set, prefix) || has(a, r->next, prefix)))
            return true;
    }
    return false;
}

static bool same_strip(const struct rule *x, const struct rule *y)
{
    return x->nstrip == y->nstrip && memcmp(x->strip, y->strip, x->nstrip) == 0;
}

static bool by_suffix(const mq_affix *a, const mq_letters *w, struct need need, bool inner);

/* The rule takes w to `root`, whose entries are `stem`: is that a stem that allows it, or an inner suffix that does? */
static bool by_rule(const mq_affix *a, const mq_letters *root, uint32_t stem, const struct rule *r, struct need need, bool inner)
{
    if ((inner && !has(a, r->next, need.suffix)) || !suits(root, r))
        return false;
    if (stem_allows(a, stem, r, need.prefix))
        return true;
    if (inner || !a->is_outer[r->class])
        return false;
    if (need.prefix && has(a, r->next, need.prefix))
        need.prefix = 0;
    need.suffix = r->class;
    return by_suffix(a, root, need, true);
}

/* Rules that add the same stand together, and among them those that strip the same, so that each root is looked up once. */
static bool by_suffix(const mq_affix *a, const mq_letters *w, struct need need, bool inner)
{
    for (size_t k = 0; k < w->n && k <= a->longest_suffix; k++) {
        const struct span s = rules_adding(a, true, w->c + w->n - k, k);
        const struct rule *last = NULL;
        mq_letters root;
        uint32_t stem = 0;

        for (uint32_t i = s.from; i < s.to; i++) {
            const struct rule *r = &a->rules[i];

            if (!last || !same_strip(last, r)) {
                if (!unsuffix(&root, w, r))
                    continue;
                stem = find_stem(a, root.c, root.n);
                last = r;
            }
            if (by_rule(a, &root, stem, r, need, inner))
                return true;
        }
    }
    return false;
}

static bool by_prefix(const mq_affix *a, const mq_letters *w, const struct rule *r)
{
    mq_letters root;

    if (!unprefix(&root, w, r) || !suits(&root, r))
        return false;
    for (uint32_t e = find_stem(a, root.c, root.n); e; e = a->stem[e].next)
        if (has(a, a->stem[e].set, r->class))
            return true;
    return by_suffix(a, &root, (struct need){ .prefix = r->class }, false);
}

bool mq_affix_knows(const mq_affix *a, const mq_letters *w)
{
    if (w->n == 0)
        return false;
    if (find_stem(a, w->c, w->n) || by_suffix(a, w, (struct need){ 0 }, false))
        return true;
    for (size_t k = 0; k < w->n && k <= a->longest_prefix; k++) {
        const struct span s = rules_adding(a, false, w->c, k);

        for (uint32_t i = s.from; i < s.to; i++)
            if (by_prefix(a, w, &a->rules[i]))
                return true;
    }
    return false;
}
