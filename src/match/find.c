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

#include "match/agree.h"
#include "match/alone.h"

enum { LONGEST_LINE = 2000 };

struct candidate {
    uint32_t from;       /* word of the segment */
    uint32_t words;
    unsigned cost;
    uint32_t node;
    uint32_t picked, npicked; /* its variants of this cost, in finder.picked */
    bool phrase;         /* no term: a phrase of one word, in the way of terms that are dearer */
};

/* A step that may lead on from the first word of a term: from alternative `alt` of a word to `next` of the word behind it, at last to node `to`. */
struct way {
    uint32_t from;
    uint16_t alt, next;
    uint32_t to;
};

/* What is told of terms that begin with a word: the cues of their sense, 0 = none. */
struct told {
    uint32_t word;       /* of the term of this word alone */
    uint32_t run;        /* of one of `words` words */
    uint32_t words;
    bool hidden;         /* a phrase of several words is in the way of the term of this word alone */
};

/* An array that grows. */
struct list {
    void *p;
    size_t n, cap;
};

struct mq_finder {
    const mq_matcher *m;
    mq_words words;
    mq_run run;
    struct list candidates, picked, pairs, taken, ways;
    struct list told;    /* struct told of each word */
    struct candidate best[MQ_MATCHER_WORDS + 1]; /* by length up to `longest`, of the start that is being walked; words 0 = none */
    unsigned longest;
    mq_str text;
    size_t line;         /* where the line begins whose language is known; SIZE_MAX = none */
    mq_lang language;    /* of that line */
    mq_meant_fn *meant;  /* or NULL */
    void *meant_user;
};

static bool reserve(struct list *l, size_t n, size_t size)
{
    size_t cap = l->cap ? l->cap : 64;
    void *p;

    if (n <= l->cap)
        return true;
    while (cap < n)
        cap *= 2;
    p = realloc(l->p, cap * size);
    if (!p)
        return false;
    l->p = p;
    l->cap = cap;
    return true;
}

static void *append(struct list *l, const void *item, size_t size)
{
    if (!reserve(l, l->n + 1, size))
        return NULL;
    return memcpy((char *)l->p + size * l->n++, item, size);
}

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
static bool is_better_or_equal(const struct candidate *best, bool phrase, unsigned cost)
{
    if (best->words && best->phrase != phrase && cost == best->cost)
        return best->phrase;
    return !best->words || cost <= best->cost;
}

/* A phrase of several words hides some of them, from `at` of the batch. */
static void hide(mq_finder *f, uint32_t at, unsigned words)
{
    struct told *told = (struct told *)f->told.p + at;

    for (unsigned i = 0; i < words; i++)
        told[i].hidden = true;
}

/* A cue is around words from `at` of the batch: the first of the dictionary counts. */
static void mark(mq_finder *f, uint32_t at, const mq_variant *v)
{
    struct told *told = (struct told *)f->told.p + at;
    uint32_t *cue = v->shape.placed == 1 ? &told->word : &told->run;
    const uint32_t number = f->m->trie.pair[v->first];

    if (*cue && *cue <= number)
        return;
    *cue = number;
    if (v->shape.placed > 1)
        told->words = v->shape.placed;
}

/* The cue that tells the sense of a candidate; 0 = none. */
static uint32_t cue_of(const mq_finder *f, const struct candidate *c)
{
    const struct told *told = (const struct told *)f->told.p + c->from;

    return c->words == 1 ? told->word : c->words == told->words ? told->run : 0;
}

/* A term of the run ends at node: it is a candidate if it is the cheapest of its length so far. */
static mq_status propose(mq_finder *f, uint32_t from, uint32_t node, uint32_t variant, bool phrase, unsigned cost)
{
    struct candidate *best = &f->best[f->run.n];

    if (!is_better_or_equal(best, phrase, cost))
        return MQ_OK;
    if (!best->words || cost < best->cost || best->phrase != phrase)
        *best = (struct candidate){ from, f->run.n, cost, node, (uint32_t)f->picked.n, 0, phrase };
    if (best->node != node)
        return MQ_OK; /* another way of the same cost was first */
    __builtin_prefetch(&f->m->trie.variant[variant]);
    if (!append(&f->picked, &variant, sizeof variant))
        return MQ_ENOMEM;
    best->npicked++;
    return MQ_OK;
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
            rc = propose(f, from, node, v, false, total);
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

        if (!mq_alone_holds(term, around) || (term->flags & MQ_ALONE_LINE && !language_agrees(f, from, variant[term->variant].shape.lang)))
            continue;
        if (term->flags & MQ_ALONE_CUE)
            mark(f, from, &variant[term->variant]);
        else
            rc = propose(f, from, a->root, term->variant, term->flags & MQ_ALONE_PHRASE, term->cost + chain);
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
        const uint32_t to = a->flags & MQ_ALT_LEADING ? 0 : mq_trie_find(&f->m->trie, node, a->word);

        if (to)
            rc = step(f, from, to, cost, a);
    }
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
    f->best[1].words = 0;
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
    if (((const struct told *)f->told.p)[from].hidden)
        f->best[1].words = 0; /* a phrase begins no later than its words */
    for (unsigned n = 1; n <= f->longest && !rc; n++)
        if (f->best[n].words && !append(&f->candidates, &f->best[n], sizeof f->best[n]))
            rc = MQ_ENOMEM;
    return rc;
}

/* ---- step 3: which of them ---- */

static int by_number(const void *x, const void *y)
{
    const uint32_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* The pairs of several variants, ascending, each once. */
static mq_status collect(mq_finder *f, const struct candidate *c)
{
    const mq_trie *t = &f->m->trie;
    const uint32_t *picked = f->picked.p;
    uint32_t *pair;
    size_t n = 0;

    f->pairs.n = 0;
    for (uint32_t i = 0; i < c->npicked; i++) {
        const mq_variant *v = &t->variant[picked[c->picked + i]];

        for (uint32_t k = 0; k < v->n; k++)
            if (!append(&f->pairs, &t->pair[v->first + k], sizeof *t->pair))
                return MQ_ENOMEM;
    }
    pair = f->pairs.p;
    qsort(pair, f->pairs.n, sizeof *pair, by_number);
    for (size_t i = 0; i < f->pairs.n; i++)
        if (i == 0 || pair[i] != pair[n - 1])
            pair[n++] = pair[i];
    f->pairs.n = n;
    return MQ_OK;
}

/* What is told of a candidate. */
static mq_status describe(mq_finder *f, const struct candidate *c, mq_found *out)
{
    const mq_textword *first = &f->words.word[c->from], *last = first + c->words - 1;
    const mq_trie *t = &f->m->trie;
    const mq_variant *v = &t->variant[((const uint32_t *)f->picked.p)[c->picked]];

    *out = (mq_found){ .start = first->start, .end = last->end, .pair = t->pair + v->first, .n = v->n, .arabic = v->shape.lang == MQ_LANG_AR, .cost = c->cost,
                       .cue = cue_of(f, c) };
    if (c->npicked > 1) {
        if (collect(f, c))
            return MQ_ENOMEM;
        out->pair = f->pairs.p;
        out->n = f->pairs.n;
    }
    return MQ_OK;
}

static int by_length(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->from < b->from ? -1 : a->from > b->from;
}

static int by_place(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;

    return a->from < b->from ? -1 : a->from > b->from;
}

/* Whether a candidate that others overlap keeps its words from them. */
static mq_status ask(mq_finder *f, const struct candidate *c, bool *meant)
{
    mq_found found;
    mq_status rc;

    *meant = true;
    if (c->words == 1 || !f->meant)
        return MQ_OK;
    rc = describe(f, c, &found);
    *meant = !rc && f->meant(f->meant_user, &found);
    return rc;
}

/* Keeps of *n candidates that hang together those that win, in the order of the text. */
static mq_status resolve_cluster(mq_finder *f, struct candidate *c, size_t *n)
{
    unsigned char *const taken = f->taken.p;
    size_t kept = 0;
    mq_status rc = MQ_OK;

    if (*n == 1)
        return MQ_OK; /* mostly */
    qsort(c, *n, sizeof *c, by_length);
    for (size_t i = 0; i < *n && !rc; i++) {
        bool meant;

        if (memchr(taken + c[i].from, 1, c[i].words))
            continue;
        rc = ask(f, &c[i], &meant);
        if (!meant)
            continue;
        memset(taken + c[i].from, 1, c[i].words);
        c[kept++] = c[i];
    }
    if (kept > 1)
        qsort(c, kept, sizeof *c, by_place);
    *n = kept;
    return rc;
}

/* Candidates come by their first words, so those that overlap, directly or through others, stand side by side: mostly one or two, seldom worth a sort. */
static mq_status resolve(mq_finder *f)
{
    struct candidate *c = f->candidates.p;
    const size_t n = f->candidates.n;
    size_t kept = 0;
    mq_status rc = MQ_OK;

    if (!reserve(&f->taken, f->words.n, 1))
        return MQ_ENOMEM;
    memset(f->taken.p, 0, f->words.n);
    for (size_t from = 0, to; from < n && !rc; from = to) {
        uint32_t end = c[from].from + c[from].words;
        size_t k;

        for (to = from + 1; to < n && c[to].from < end; to++)
            if (c[to].from + c[to].words > end)
                end = c[to].from + c[to].words;
        k = to - from;
        rc = resolve_cluster(f, c + from, &k);
        for (size_t i = 0; i < k; i++)
            c[kept++] = c[from + i];
    }
    f->candidates.n = kept;
    return rc;
}

/* Asks the memory for the pairs that emit will hand out. */
static void fetch_pairs(const mq_finder *f, const struct candidate *c)
{
    const mq_trie *t = &f->m->trie;

    __builtin_prefetch(&t->pair[t->variant[((const uint32_t *)f->picked.p)[c->picked]].first]);
}

static mq_status emit(mq_finder *f, const struct candidate *c, mq_found_fn *fn, void *user)
{
    mq_found found;
    const mq_status rc = describe(f, c, &found);

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

        if (a->flags & MQ_ALT_LEADING || !(from->leads & mq_trie_bit(a->word)))
            continue;
        mq_trie_fetch_hint(&f->m->trie, from->root, a->word);
        if (!append(&f->ways, &(struct way){ i, (uint16_t)k, (uint16_t)j, 0 }, sizeof(struct way)))
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
    return rc || append(&f->ways, &(struct way){ UINT32_MAX, 0, 0, 0 }, sizeof(struct way)) ? rc : MQ_ENOMEM;
}

static mq_status find_in_segments(mq_finder *f, mq_found_fn *fn, void *user)
{
    mq_status rc = find_ways(f);
    const struct way *way = f->ways.p;

    if (!reserve(&f->told, f->words.n, sizeof(struct told)))
        return MQ_ENOMEM;
    memset(f->told.p, 0, f->words.n * sizeof(struct told));
    f->candidates.n = f->picked.n = 0;
    for (uint32_t i = 0; i < f->words.n && !rc; i++)
        if (f->words.word[i].nalts)
            rc = walk_from(f, i, &way);
    if (!rc && f->candidates.n)
        rc = resolve(f);
    for (size_t i = 0; i < f->candidates.n && !rc; i++)
        fetch_pairs(f, (const struct candidate *)f->candidates.p + i);
    for (size_t i = 0; i < f->candidates.n && !rc; i++) {
        const struct candidate *c = (const struct candidate *)f->candidates.p + i;

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
