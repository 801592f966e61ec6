/* trie.c - see trie.h. */
#include <stdlib.h>
#include <string.h>

#include "base/pages.h"
#include "match/trie.h"

enum { FIRST_EDGES = 1024 };

static void put_edge(mq_trie *t, const struct mq_edge *e)
{
    const uint64_t bit = mq_trie_hint(t, e->from);

    t->edge[mq_trie_slot(t, e->from)] = *e;
    t->some[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

static mq_status resize_edges(mq_trie *t, uint32_t slots)
{
    struct mq_edge *const old = t->edge, *edge = calloc(slots, sizeof *edge);
    uint64_t *const some = calloc(MQ_TRIE_SPARSE * (size_t)slots / 64, sizeof *some);
    const uint32_t n = old ? t->mask + 1 : 0;

    if (!edge || !some) {
        free(edge);
        free(some);
        return MQ_ENOMEM;
    }
    mq_pages_huge(edge, slots * sizeof *edge);
    mq_pages_huge(some, MQ_TRIE_SPARSE * (size_t)slots / 64 * sizeof *some);
    free(t->some);
    t->edge = edge;
    t->some = some;
    t->mask = slots - 1;
    for (uint32_t i = 0; i < n; i++)
        if (old[i].to)
            put_edge(t, &old[i]);
    free(old);
    return MQ_OK;
}

/* Room for one more item; false without memory, or when there are too many for their numbers of 32 bits. */
#define ROOM(array, n, cap) ((n) <= UINT32_MAX / 2 && MQ_PAGES_ROOM(array, n, cap, 256))

mq_status mq_trie_init(mq_trie *t)
{
    memset(t, 0, sizeof *t);
    t->nnodes = t->nvariants = t->nlinks = 1;
    return resize_edges(t, FIRST_EDGES);
}

void mq_trie_release(mq_trie *t)
{
    free(t->edge);
    free(t->some);
    free(t->node);
    free(t->variant);
    free(t->link);
    free(t->pair);
    memset(t, 0, sizeof *t);
}

uint32_t mq_trie_node(mq_trie *t)
{
    if (!ROOM(t->node, t->nnodes, t->nodes_cap))
        return 0;
    t->node[t->nnodes] = (struct mq_node){ 0, 0 };
    return t->nnodes++;
}

uint32_t mq_trie_step(mq_trie *t, uint32_t node, uint32_t word)
{
    const uint64_t from = (uint64_t)node << 32 | word;
    uint32_t to = t->edge[mq_trie_slot(t, from)].to;

    if (to)
        return to;
    if (t->nedges >= t->mask / 2 && resize_edges(t, 2 * (t->mask + 1)))
        return 0;
    to = mq_trie_node(t);
    if (!to)
        return 0;
    put_edge(t, &(struct mq_edge){ from, to });
    t->nedges++;
    t->node[node].leads |= mq_trie_bit(word);
    return to;
}

static bool same_shape(const mq_shape *a, const mq_shape *b)
{
    return a->seats == b->seats && a->articles == b->articles && a->teh == b->teh && a->hamza == b->hamza && a->loose == b->loose &&
           a->free == b->free && a->having == b->having && a->complement == b->complement && a->adjective == b->adjective && a->relational == b->relational &&
           a->epithet == b->epithet && a->lang == b->lang && a->capitals == b->capitals && a->verbal == b->verbal && a->particle == b->particle &&
           a->abstract == b->abstract && a->verb == b->verb && a->noun == b->noun && a->phrase == b->phrase && a->cue == b->cue &&
           a->place == b->place && a->placed == b->placed && a->bare == b->bare && a->attributive == b->attributive;
}

/* The variant of the node with this shape, put at the end of its list when it is new; 0 = no memory. */
static uint32_t variant_of(mq_trie *t, uint32_t node, const mq_shape *shape)
{
    uint32_t *at;

    if (!ROOM(t->variant, t->nvariants, t->variants_cap))
        return 0;
    for (at = &t->node[node].variants; *at; at = &t->variant[*at].next)
        if (same_shape(&t->variant[*at].shape, shape))
            return *at;
    t->variant[t->nvariants] = (mq_variant){ .shape = *shape };
    return *at = t->nvariants++;
}

mq_status mq_trie_end(mq_trie *t, uint32_t node, const mq_shape *shape, uint32_t pair)
{
    const uint32_t v = variant_of(t, node, shape);
    mq_variant *variant;

    if (!v || !ROOM(t->link, t->nlinks, t->links_cap))
        return MQ_ENOMEM;
    variant = &t->variant[v];
    if (variant->n && t->link[variant->first].pair == pair)
        return MQ_OK; /* two alternatives that are the same */
    t->link[t->nlinks] = (mq_link){ pair, variant->first };
    variant->first = t->nlinks++;
    variant->n++;
    return MQ_OK;
}

mq_status mq_trie_finish(mq_trie *t)
{
    uint32_t n = 0;

    if (t->pair)
        return MQ_OK;
    t->pair = calloc(t->nlinks, sizeof *t->pair);
    if (!t->pair)
        return MQ_ENOMEM;
    for (uint32_t v = 1; v < t->nvariants; v++) {
        mq_variant *variant = &t->variant[v];
        uint32_t link = variant->first;

        for (uint32_t i = variant->n; i > 0; i--, link = t->link[link].before)
            t->pair[n + i - 1] = t->link[link].pair;
        variant->first = n;
        n += variant->n;
    }
    free(t->link);
    t->link = NULL;
    return MQ_OK;
}
