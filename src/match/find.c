/*
 * find.c - one pass over the text (mq_find in muqabil/match.h).
 *
 *  1. The text is cut into segments, stretches of words without punctuation; each word knows which words of terms it may be a form of (words.h).
 *  2. From each word the trie is walked along all forms of the words that follow. A node is reached once per start, so the work is bounded by the nodes that the
 *     text really matches. Where terms end, the variants that agree with the run are candidates (agree.h); the cheapest per start and length stays. Where a cue
 *     ends, its word is marked with it.
 *  3. Candidates of a segment are taken by length, then cost, then place, as long as they do not overlap what was taken and, of several words, are meant
 *     (mq_finder_ask), and handed out in the order of the text.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "match/alone.h"
#include "match/finder.h"

enum { LONGEST_LINE = 2000 };

/* A step that may lead on from the first word of a term: from alternative `alt` of a word to `next` of the word behind it, at last to node `to`. */
struct way {
    uint32_t from;
    uint16_t alt, next;
    uint32_t to;
};

mq_status mq_finder_new(mq_finder **out, const mq_matcher *m, mq_error *err)
{
    mq_finder *f = calloc(1, sizeof *f);

    *out = NULL;
    if (!f || mq_words_init(&f->words, m)) {
        mq_finder_free(f);
        return mq_fail(err, MQ_ENOMEM, "no memory to find terms");
    }
    f->m = m;
    *out = f;
    return MQ_OK;
}

void mq_finder_ask(mq_finder *f, mq_meant_fn *fn, void *user)
{
    f->meant = fn;
    f->meant_user = user;
}

void mq_finder_free(mq_finder *f)
{
    if (!f)
        return;
    mq_words_release(&f->words);
    free(f->candidates.p);
    free(f->picked.p);
    free(f->pairs.p);
    free(f->taken.p);
    free(f->ways.p);
    free(f->told.p);
    free(f);
}

/* ---- step 2: candidates ---- */

/* The language of the line around a byte, as far as its words tell; lines repeat, so the last one is remembered. */
static mq_lang language_at(mq_finder *f, size_t at)
{
    size_t begin = at, end = at;

    while (begin > 0 && at - begin < LONGEST_LINE && f->text.p[begin - 1] != '\n')
        begin--;
    if (begin == f->line)
        return f->language;
    while (end < f->text.n && end - begin < LONGEST_LINE && f->text.p[end] != '\n')
        end++;
    f->line = begin;
    return f->language = mq_latin_language((mq_str){ f->text.p + begin, end - begin });
}

/* One word that French and English share is only found in a line of its own language (car, or, pain). */
static bool language_agrees(mq_finder *f, uint32_t word, uint8_t lang)
{
    const mq_lang line = language_at(f, f->words.word[word].start);

    return line == lang || (line != MQ_LANG_FR && line != MQ_LANG_EN);
}

/* The cheaper one (أحكام as a phrase, before it as a form of حكم); of a term and a phrase that cost the same the term. */
static bool is_better_or_equal(const mq_candidate *best, bool phrase, unsigned cost)
{
    if (best->words && best->phrase != phrase && cost == best->cost)
        return best->phrase;
    return !best->words || cost <= best->cost;
}

/* A phrase of several words hides some of them, from `at` of the batch. */
static void hide(mq_finder *f, uint32_t at, unsigned words)
{
    mq_told_at *told = (mq_told_at *)f->told.p + at;

    for (unsigned i = 0; i < words; i++)
        told[i].hidden = true;
}

/* A cue is around words from `at` of the batch: the first of the dictionary counts. */
static void mark(mq_finder *f, uint32_t at, const mq_variant *v)
{
    mq_told_at *told = (mq_told_at *)f->told.p + at;
    uint32_t *cue = v->shape.placed == 1 ? &told->word : &told->run;
    const uint32_t number = f->m->trie.pair[v->first];

    if (*cue && *cue <= number)
        return;
    *cue = number;
    if (v->shape.placed > 1)
        told->words = v->shape.placed;
}

/* One more variant of a candidate; those of each stand side by side. */
static mq_status pick(mq_finder *f, mq_candidate *c, uint32_t variant)
{
    if (c->picked + c->npicked != f->picked.n) {
        const uint32_t from = c->picked;

        c->picked = (uint32_t)f->picked.n;
        for (uint32_t i = 0; i < c->npicked; i++) {
            const uint32_t one = ((const uint32_t *)f->picked.p)[from + i];

            if (!mq_list_append(&f->picked, &one, sizeof one))
                return MQ_ENOMEM;
        }
    }
    __builtin_prefetch(&f->m->trie.variant[variant]);
    if (!mq_list_append(&f->picked, &variant, sizeof variant))
        return MQ_ENOMEM;
    c->npicked++;
    return MQ_OK;
}

/* A plural that a glossary has for another headword: of سوق, where it has أسواق for outlets. It counts where that is not meant. */
static mq_status propose_next(mq_finder *f, uint32_t from, uint32_t node, uint32_t variant, unsigned cost)
{
    mq_candidate *next = &f->next;

    if (next->words && next->cost < cost)
        return MQ_OK;
    if (!next->words || cost < next->cost)
        *next = (mq_candidate){ from, 1, cost, node, (uint32_t)f->picked.n, 0, false, false };
    return next->node == node ? pick(f, next, variant) : MQ_OK;
}

/* خدمات النقل الجوي: the adjective is of النقل, as its gender is that of the term; in وسائل النقل الخاصة it is not. */
static bool is_attributed(const mq_finder *f, uint32_t variant)
{
    const unsigned last = f->run.n - 1;

    return last > 0 && (f->m->trie.variant[variant].shape.epithet >> last & 1) && !(f->run.alt[last].flags & MQ_ALT_FEMININE);
}

/* A term of the run ends at node: it is a candidate if it is the cheapest of its length so far. plural: as a broken plural, which may be the next one. */
static mq_status propose(mq_finder *f, uint32_t from, uint32_t node, uint32_t variant, bool phrase, unsigned cost, bool plural)
{
    mq_candidate *best = &f->best[f->run.n];
    const bool may_be_next = plural && best->words && best->node != node && f->meant;

    if (!is_better_or_equal(best, phrase, cost))
        return may_be_next ? propose_next(f, from, node, variant, cost) : MQ_OK;
    if (!best->words || cost < best->cost || best->phrase != phrase)
        *best = (mq_candidate){ from, f->run.n, cost, node, (uint32_t)f->picked.n, 0, phrase, is_attributed(f, variant) };
    if (best->node == node)
        return pick(f, best, variant);
    return may_be_next ? propose_next(f, from, node, variant, cost) : MQ_OK; /* another way of the same cost was first */
}

/* The run, of several words, leads to node, where terms end. */
static mq_status consider(mq_finder *f, uint32_t from, uint32_t node, unsigned cost)
{
    const mq_trie *t = &f->m->trie;
    mq_status rc = MQ_OK;

    while (f->longest < f->run.n)
        f->best[++f->longest].words = 0;
    for (uint32_t v = t->node[node].variants; v && !rc; v = t->variant[v].next) {
        const mq_shape *shape = &t->variant[v].shape;
        unsigned total = cost;

        if (!mq_agrees(&f->run, shape, &total))
            continue;
        if (shape->phrase)
            hide(f, from + shape->place, shape->placed);
        else if (shape->cue)
            mark(f, from + shape->place, &t->variant[v]);
        else
            rc = propose(f, from, node, v, false, total, false);
    }
    return rc;
}

/* The terms that alternative `a` of the word is on its own; around: of the word. */
static mq_status stand_alone(mq_finder *f, uint32_t from, const mq_alt *a, unsigned around)
{
    const mq_variant *variant = f->m->trie.variant;
    mq_status rc = MQ_OK;

    for (uint32_t i = a->alone; i < a->alone + a->nalone && !rc; i++) {
        const mq_alone *term = &f->words.alone[i];
        const unsigned chain = term->flags & MQ_ALONE_CHAIN && around & MQ_AROUND_DEFINITE ? MQ_AGREE_CHAIN : 0;
        const bool phrase = term->flags & MQ_ALONE_PHRASE;

        if (!mq_alone_holds(term, around) || (term->flags & MQ_ALONE_LINE && !language_agrees(f, from, variant[term->variant].shape.lang)))
            continue;
        if (term->flags & MQ_ALONE_CUE)
            mark(f, from, &variant[term->variant]);
        else
            rc = propose(f, from, a->root, term->variant, phrase, term->cost + chain, a->flags & MQ_ALT_PLURAL && !phrase);
    }
    return rc;
}

/* The words from `from` so far (run.n of them) lead to node: do terms end there? */
static mq_status arrive(mq_finder *f, uint32_t from, uint32_t node, unsigned cost)
{
    const uint32_t i = from + f->run.n;

    if (!f->m->trie.node[node].variants)
        return MQ_OK;
    f->run.after = mq_neighbour(&f->words, i);
    f->run.second = f->run.after ? mq_neighbour(&f->words, i + 1) : NULL;
    return consider(f, from, node, cost);
}

static mq_status walk(mq_finder *f, uint32_t from, uint32_t node, unsigned cost);

/* A word with something glued before it can only be the first one of a term, but for a genitive with ل. */
static bool begins_only(const mq_alt *a)
{
    return (a->flags & MQ_ALT_LEADING) && !(a->flags & MQ_ALT_FOR);
}

/* With alternative `a` of the next word, which leads to node `to`. */
static mq_status step(mq_finder *f, uint32_t from, uint32_t to, unsigned cost, const mq_alt *a)
{
    const mq_textword *next = &f->words.word[from + f->run.n];
    mq_status rc;

    f->run.loose |= (uint32_t)(next->gap != MQ_GAP_SPACE) << f->run.n;
    f->run.alt[f->run.n++] = *a;
    rc = walk(f, from, to, cost + a->cost);
    f->run.n--;
    f->run.loose &= (1U << f->run.n) - 1;
    return rc;
}

static mq_status walk(mq_finder *f, uint32_t from, uint32_t node, unsigned cost)
{
    const mq_words *w = &f->words;
    const uint32_t i = from + f->run.n;
    mq_status rc = arrive(f, from, node, cost);

    if (rc || !f->m->trie.node[node].leads || i >= w->n || w->word[i].gap == MQ_GAP_HARD || f->run.n == MQ_MATCHER_WORDS)
        return rc;
    for (uint32_t k = 0; k < w->word[i].nalts && !rc; k++) {
        const mq_alt *a = &w->alt[w->word[i].alts + k];
        const uint32_t to = begins_only(a) ? 0 : mq_trie_find(&f->m->trie, node, a->word);

        if (to)
            rc = step(f, from, to, cost, a);
    }
    return rc;
}

/* The candidates of the start that was walked: those of each length. */
static mq_status add_candidates(mq_finder *f, uint32_t from)
{
    mq_candidate *one = &f->best[1];
    mq_status rc = MQ_OK;
    bool meant;

    if (one->words && !one->phrase && f->next.words) {
        rc = mq_ask_meant(f, one, &meant);
        if (!meant)
            *one = f->next;
    }
    if (((const mq_told_at *)f->told.p)[from].hidden)
        one->words = 0; /* a phrase begins no later than its words */
    for (unsigned n = 1; n <= f->longest && !rc; n++)
        if (f->best[n].words && !mq_list_append(&f->candidates, &f->best[n], sizeof f->best[n]))
            rc = MQ_ENOMEM;
    return rc;
}

/* *way: the first of its ways and of those of the words behind it. */
static mq_status walk_from(mq_finder *f, uint32_t from, const struct way **way)
{
    const mq_words *w = &f->words;
    const mq_textword *word = &w->word[from];
    unsigned around = 0;
    mq_status rc = MQ_OK;

    f->longest = 1;
    f->best[1].words = f->next.words = 0;
    f->run.word = word;
    f->run.loose = 0;
    f->run.n = 1;
    for (uint32_t k = 0; k < word->nalts && !rc; k++) {
        const mq_alt *a = &w->alt[word->alts + k];

        if (a->nalone) {
            around = around ? around : mq_around(w, from);
            rc = stand_alone(f, from, a, around);
        }
        for (; (*way)->from == from && (*way)->alt == k && !rc; ++*way) {
            f->run.alt[0] = *a;
            rc = step(f, from, (*way)->to, a->cost, &w->alt[word[1].alts + (*way)->next]);
        }
    }
    return rc ? rc : add_candidates(f, from);
}

/* Asks the memory for the pairs that emit will hand out. */
static void fetch_pairs(const mq_finder *f, const mq_candidate *c)
{
    const mq_trie *t = &f->m->trie;

    __builtin_prefetch(&t->pair[t->variant[((const uint32_t *)f->picked.p)[c->picked]].first]);
}

static mq_status emit(mq_finder *f, const mq_candidate *c, mq_found_fn *fn, void *user)
{
    mq_found found;
    const mq_status rc = mq_describe(f, c, &found);

    return rc ? rc : fn(user, &found);
}

/* The steps from alternative k of word i that its node does not forbid. */
static mq_status add_ways(mq_finder *f, uint32_t i, uint32_t k)
{
    const mq_words *w = &f->words;
    const mq_alt *from = &w->alt[w->word[i].alts + k];
    const mq_textword *next = &w->word[i + 1];

    for (uint32_t j = 0; j < next->nalts; j++) {
        const mq_alt *a = &w->alt[next->alts + j];

        if (begins_only(a) || !(from->leads & mq_trie_bit(a->word)))
            continue;
        mq_trie_fetch_hint(&f->m->trie, from->root, a->word);
        if (!mq_list_append(&f->ways, &(struct way){ i, (uint16_t)k, (uint16_t)j, 0 }, sizeof(struct way)))
            return MQ_ENOMEM;
    }
    return MQ_OK;
}

/* Whether a way leads on from its node by its word. */
typedef bool leads_on(const mq_trie *t, struct way *way, uint32_t root, uint32_t next);

/* The hints say so: of few of them. What the trie will be asked of those is sent for. */
static bool may_lead(const mq_trie *t, struct way *way, uint32_t root, uint32_t next)
{
    (void)way;
    if (!mq_trie_may_lead(t, root, next))
        return false;
    mq_trie_fetch(t, root, next);
    return true;
}

/* The trie says so. */
static bool leads(const mq_trie *t, struct way *way, uint32_t root, uint32_t next)
{
    way->to = mq_trie_follow(t, root, next);
    __builtin_prefetch(&t->node[way->to]);
    return way->to != 0;
}

static void keep_ways(mq_finder *f, leads_on *keep)
{
    struct way *way = f->ways.p;
    size_t n = 0;

    for (size_t i = 0; i < f->ways.n; i++) {
        const mq_textword *word = &f->words.word[way[i].from];

        if (keep(&f->m->trie, &way[i], f->words.alt[word->alts + way[i].alt].root, f->words.alt[word[1].alts + way[i].next].word))
            way[n++] = way[i];
    }
    f->ways.n = n;
}

/* The first steps of all walks; the last one leads from nowhere. Asks the memory for what they will look at: it would be waited for otherwise. */
static mq_status find_ways(mq_finder *f)
{
    const mq_words *w = &f->words;
    mq_status rc = MQ_OK;

    f->ways.n = 0;
    for (uint32_t i = 0; i + 1 < w->n && !rc; i++) {
        if (w->word[i + 1].gap == MQ_GAP_HARD || !w->word[i + 1].nalts)
            continue;
        for (uint32_t k = 0; k < w->word[i].nalts && !rc; k++)
            if (w->alt[w->word[i].alts + k].leads)
                rc = add_ways(f, i, k);
    }
    keep_ways(f, may_lead);
    keep_ways(f, leads);
    return rc || mq_list_append(&f->ways, &(struct way){ UINT32_MAX, 0, 0, 0 }, sizeof(struct way)) ? rc : MQ_ENOMEM;
}

static mq_status find_in_segments(mq_finder *f, mq_found_fn *fn, void *user)
{
    mq_status rc = find_ways(f);
    const struct way *way = f->ways.p;

    if (!mq_list_reserve(&f->told, f->words.n, sizeof(mq_told_at)))
        return MQ_ENOMEM;
    memset(f->told.p, 0, f->words.n * sizeof(mq_told_at));
    f->candidates.n = f->picked.n = 0;
    for (uint32_t i = 0; i < f->words.n && !rc; i++)
        if (f->words.word[i].nalts)
            rc = walk_from(f, i, &way);
    if (!rc && f->candidates.n)
        rc = mq_resolve(f);
    for (size_t i = 0; i < f->candidates.n && !rc; i++)
        fetch_pairs(f, (const mq_candidate *)f->candidates.p + i);
    for (size_t i = 0; i < f->candidates.n && !rc; i++) {
        const mq_candidate *c = (const mq_candidate *)f->candidates.p + i;

        if (!c->phrase)
            rc = emit(f, c, fn, user);
    }
    return rc;
}

mq_status mq_find(mq_finder *f, mq_str text, mq_found_fn *fn, void *user, mq_error *err)
{
    mq_status rc;
    size_t at = 0;

    if (text.n > UINT32_MAX)
        return mq_fail(err, MQ_ELIMIT, "a text of more than 4 GiB");
    f->text = text;
    f->line = SIZE_MAX;
    while (mq_words_next(&f->words, text, &at, &rc)) {
        rc = find_in_segments(f, fn, user);
        if (rc)
            break;
    }
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory to find terms") : rc;
}
