/*
 * near.c - the walk over the trie of forms, with one row of the distance table per node.
 *
 * Node at depth d stands for the meant letters m[1..d]; row d of the table is computed from rows d-1 and d-2 as in edit.c. A branch is left when no cell
 * of its row is
 * within the budget: costs never fall further down. The rows of the path lie one behind the other, so going back costs nothing.
 * Source: Wagner and Fischer 1974; on a trie: Oflazer, "Error-tolerant Finite-state Recognition", Computational Linguistics 22(1), 1996.
 * Law:    the result is the set {f : mq_edit_distance(written, f) <= budget}; tests/unit/spell/test_near.c.
 */
#include "spell/edit.h"
#include "spell/near.h"

typedef int16_t row[MQ_LETTERS_MOST + 1];

struct walk {
    const mq_forms *f;
    const mq_edit_costs *costs;
    const mq_letters *written;
    int budget;
    int16_t extra[MQ_LETTERS_MOST]; /* of each written letter */
    row rows[MQ_LETTERS_MOST + 2];
    uint8_t path[MQ_LETTERS_MOST + 1];
    mq_near_fn *fn;
    void *user;
};

/* Fills row `depth` for the letter path[depth - 1]; returns its least cell. */
static int fill(struct walk *w, unsigned depth)
{
    const int16_t *last = w->rows[depth - 1], *before = depth > 1 ? w->rows[depth - 2] : NULL;
    const uint8_t m = w->path[depth - 1], previous = depth > 1 ? w->path[depth - 2] : 0, *written = w->written->c;
    const int missing = mq_edit_missing(w->costs, previous, m);
    int16_t *now = w->rows[depth];
    int least;

    now[0] = (int16_t)(last[0] + missing);
    least = now[0];
    for (unsigned i = 0; i < w->written->n; i++) {
        const int swapped = last[i] + w->costs->swap[written[i]][m];
        const int extra = now[i] + w->extra[i];
        int best = last[i + 1] + missing;

        best = swapped < best ? swapped : best;
        best = extra < best ? extra : best;
        if (i && before && written[i] == previous && written[i - 1] == m && m != previous && before[i - 1] + w->costs->turned < best)
            best = before[i - 1] + w->costs->turned;
        now[i + 1] = (int16_t)best;
        least = best < least ? best : least;
    }
    return least;
}

static void visit(struct walk *w, uint32_t node, unsigned depth)
{
    const struct mq_form_node *n = &w->f->node[node];

    if (n->entry && w->rows[depth][w->written->n] <= w->budget)
        w->fn(w->user, n->entry, w->rows[depth][w->written->n]);
    if (depth == MQ_LETTERS_MOST)
        return;
    for (uint32_t k = n->child; k < n->child + n->children; k++) {
        w->path[depth] = w->f->node[k].letter;
        if (fill(w, depth + 1) <= w->budget)
            visit(w, k, depth + 1);
    }
}

void mq_forms_near(const mq_forms *f, const mq_letters *written, int budget, mq_near_fn *fn, void *user)
{
    struct walk w = { .f = f, .costs = mq_edit_costs_get(), .written = written, .budget = budget, .fn = fn, .user = user };

    if (!w.costs || f->n == 0)
        return;
    w.rows[0][0] = 0;
    for (unsigned i = 0; i < written->n; i++) {
        w.extra[i] = (int16_t)mq_edit_extra(w.costs, written->c, i);
        w.rows[0][i + 1] = (int16_t)(w.rows[0][i] + w.extra[i]);
    }
    visit(&w, 0, 0);
}
