/*
 * forms_compile.c - dict/forms.tsv (form, count, n for a name) into the image of forms.h. Runs at build time, or once when MUQABIL_DICT asks for it.
 *
 * The trie is laid out breadth first: the forms are sorted by letters, a node is a range of them with a common prefix, and its children are the subranges.
 */
#include <math.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/tsv.h"
#include "spell/forms.h"

struct source {
    mq_letters word, skeleton;
    uint16_t weight;
    bool name;
    uint32_t entry; /* its number, from 1 */
};

struct sources {
    struct source *s;
    size_t n, cap;
};

static int compare_letters(const mq_letters *a, const mq_letters *b)
{
    const int c = memcmp(a->c, b->c, a->n < b->n ? a->n : b->n);

    return c ? c : a->n - b->n;
}

static int by_skeleton(const void *x, const void *y)
{
    const struct source *a = x, *b = y;
    int c = compare_letters(&a->skeleton, &b->skeleton);

    if (c == 0)
        c = b->weight - a->weight;
    return c ? c : compare_letters(&a->word, &b->word);
}

static int by_letters(const void *x, const void *y)
{
    return compare_letters(&((const struct source *)x)->word, &((const struct source *)y)->word);
}

static mq_status read_row(struct sources *all, const mq_tsv *t, const char *name, mq_error *err)
{
    char number[24] = { 0 };
    struct source *s;
    double count;

    if (!MQ_ROOM(all->s, all->n, all->cap, 4096))
        return mq_fail(err, MQ_ENOMEM, "no memory for %s", name);
    s = &all->s[all->n];
    memcpy(number, t->column[1].p, t->column[1].n < sizeof number - 1 ? t->column[1].n : sizeof number - 1);
    count = strtod(number, NULL);
    if (t->n < 2 || !(count >= 1 && count < 1e9) || !mq_letters_read(&s->word, t->column[0], NULL))
        return mq_fail_at(err, MQ_EFORMAT, t->line, 0, "%s: not a word and its count", name);
    mq_letters_skeleton(&s->skeleton, &s->word);
    s->weight = (uint16_t)lround(256 * log2(count));
    s->name = t->n > 2 && t->column[2].n == 1;
    all->n++;
    return MQ_OK;
}

static mq_status read_rows(struct sources *all, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;
    size_t n = 0;

    while (!rc && mq_tsv_next(&t))
        rc = read_row(all, &t, name, err);
    if (rc || all->n == 0)
        return rc;
    qsort(all->s, all->n, sizeof *all->s, by_skeleton);
    for (size_t i = 0; i < all->n; i++) /* a form that stands twice keeps its larger count */
        if (n == 0 || !mq_letters_equal(&all->s[i].word, &all->s[n - 1].word))
            all->s[n++] = all->s[i];
    all->n = n;
    for (size_t i = 0; i < n; i++)
        all->s[i].entry = (uint32_t)i + 1;
    return MQ_OK;
}

static uint32_t write_entries(mq_buf *image, const struct sources *all)
{
    uint32_t at = 0;

    for (size_t i = 0; i < all->n; i++) {
        const struct mq_form_entry e = { .at = at, .weight = all->s[i].weight, .n = all->s[i].word.n, .name = all->s[i].name };

        mq_buf_add(image, &e, sizeof e);
        at += e.n;
    }
    for (size_t i = 0; i < all->n; i++)
        mq_buf_add(image, all->s[i].word.c, all->s[i].word.n);
    for (; at % 4; at++)
        mq_buf_addc(image, '\0');
    return at;
}

static uint32_t write_slots(mq_buf *image, const struct sources *all)
{
    struct mq_form_slot *slot;
    uint32_t size = 16;

    while (size < 2 * all->n)
        size *= 2;
    slot = calloc(size, sizeof *slot);
    if (!slot) {
        image->status = MQ_ENOMEM;
        return 0;
    }
    for (size_t i = 0; i < all->n; i++) {
        const mq_letters *s = &all->s[i].skeleton;
        const uint64_t h = mq_letters_hash(s->c, s->n);
        uint32_t at = (uint32_t)h & (size - 1);

        if (i && mq_letters_equal(s, &all->s[i - 1].skeleton))
            continue;
        while (slot[at].first)
            at = (at + 1) & (size - 1);
        slot[at] = (struct mq_form_slot){ (uint32_t)(h >> 32), (uint32_t)i + 1 };
    }
    mq_buf_add(image, slot, size * sizeof *slot);
    free(slot);
    return size;
}

/* A node that waits for its children: the forms [from, to) share their first `depth` letters. */
struct pending {
    uint32_t node, from, to;
    uint8_t depth;
};

struct trie {
    struct mq_form_node *node;
    struct pending *queue;
    size_t nodes, tail, most;
};

static void expand(struct trie *t, const struct sources *all, struct pending p)
{
    uint32_t i = p.from;

    if (i < p.to && all->s[i].word.n == p.depth)
        t->node[p.node].entry = all->s[i++].entry;
    t->node[p.node].child = (uint32_t)t->nodes;
    while (i < p.to) {
        const uint8_t letter = all->s[i].word.c[p.depth];
        uint32_t j = i;

        while (j < p.to && all->s[j].word.c[p.depth] == letter)
            j++;
        t->queue[t->tail++] = (struct pending){ (uint32_t)t->nodes, i, j, (uint8_t)(p.depth + 1) };
        t->node[t->nodes++] = (struct mq_form_node){ .letter = letter };
        t->node[p.node].children++;
        i = j;
    }
}

/* Sorts `all` by letters. */
static uint32_t write_trie(mq_buf *image, struct sources *all)
{
    struct trie t = { .most = 1, .nodes = 1, .tail = 1 };

    for (size_t i = 0; i < all->n; i++)
        t.most += all->s[i].word.n;
    t.node = calloc(t.most, sizeof *t.node);
    t.queue = calloc(t.most, sizeof *t.queue);
    if (t.node && t.queue) {
        if (all->n)
            qsort(all->s, all->n, sizeof *all->s, by_letters);
        t.queue[0] = (struct pending){ .to = (uint32_t)all->n };
        for (size_t head = 0; head < t.tail; head++)
            expand(&t, all, t.queue[head]);
        mq_buf_add(image, t.node, t.nodes * sizeof *t.node);
    } else {
        image->status = MQ_ENOMEM;
    }
    free(t.node);
    free(t.queue);
    return (uint32_t)t.nodes;
}

static mq_status compile_forms(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    const size_t begin = image->n;
    struct sources all = { .s = NULL };
    uint32_t head[4] = { 0 };
    mq_status rc = read_rows(&all, text, name, err);

    if (!rc) {
        mq_buf_add(image, head, sizeof head);
        head[0] = (uint32_t)all.n;
        head[1] = write_entries(image, &all);
        head[2] = write_slots(image, &all);
        head[3] = write_trie(image, &all);
        if (image->status)
            rc = mq_fail(err, MQ_ENOMEM, "no memory for %s", name);
        else
            memcpy(image->p + begin, head, sizeof head);
    }
    free(all.s);
    return rc;
}

const mq_dict mq_dict_forms = { "forms", "forms.tsv", compile_forms };
