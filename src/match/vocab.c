/* vocab.c - see vocab.h. Open addressing, linear probing, at most half full. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "match/vocab.h"

enum { FIRST_SLOTS = 1024 };

static mq_status resize(mq_vocab *v, uint32_t slots)
{
    struct mq_vocab_slot *slot = calloc(slots, sizeof *slot);
    uint32_t *root = slot ? realloc(v->root, (slots / 2 + 1) * sizeof *root) : NULL;

    if (!root) {
        free(slot);
        return MQ_ENOMEM;
    }
    for (uint32_t i = 0; v->slot && i <= v->mask; i++)
        if (v->slot[i].word) {
            uint32_t k = (uint32_t)v->slot[i].hash & (slots - 1);

            while (slot[k].word)
                k = (k + 1) & (slots - 1);
            slot[k] = v->slot[i];
        }
    free(v->slot);
    v->slot = slot;
    v->root = root;
    v->mask = slots - 1;
    return MQ_OK;
}

mq_status mq_vocab_init(mq_vocab *v)
{
    memset(v, 0, sizeof *v);
    return resize(v, FIRST_SLOTS);
}

void mq_vocab_release(mq_vocab *v)
{
    free(v->slot);
    free(v->root);
    memset(v, 0, sizeof *v);
}

static struct mq_vocab_slot *seek(const mq_vocab *v, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & v->mask;

    while (v->slot[i].word && v->slot[i].hash != hash)
        i = (i + 1) & v->mask;
    return &v->slot[i];
}

uint32_t mq_vocab_add(mq_vocab *v, mq_str key)
{
    const uint64_t hash = mq_hash(key);
    struct mq_vocab_slot *s = seek(v, hash);

    if (s->word)
        return s->word;
    if (v->n >= v->mask / 2) {
        if (resize(v, 2 * (v->mask + 1)))
            return 0;
        s = seek(v, hash);
    }
    v->n++;
    v->root[v->n] = 0;
    *s = (struct mq_vocab_slot){ hash, v->n };
    return v->n;
}

uint32_t mq_vocab_find(const mq_vocab *v, mq_str key)
{
    return mq_vocab_find_hash(v, mq_hash(key));
}

uint32_t mq_vocab_find_hash(const mq_vocab *v, uint64_t hash)
{
    return seek(v, hash)->word;
}

void mq_vocab_prefetch(const mq_vocab *v, uint64_t hash)
{
    __builtin_prefetch(&v->slot[(uint32_t)hash & v->mask]);
}
