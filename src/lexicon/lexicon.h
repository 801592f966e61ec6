/*
 * lexicon/lexicon.h - "does this Arabic word say that Latin word?", from dict/lexicon.tsv.
 *
 * An Arabic stem leads to a list of renderings: the keys of the content words of its French and English equivalents. Stems are entered in two levels: the
 * headword and its listed forms as they are (level 2), and their light stems (level 1), which inflected and relational forms meet.
 * Read-only and shared by all threads.
 */
#ifndef MQ_LEXICON_LEXICON_H
#define MQ_LEXICON_LEXICON_H

#include <muqabil/base.h>

#include "base/dict.h"
#include "lexicon/keys.h"

enum { MQ_RENDERING_FR = 1, MQ_RENDERING_EN = 2, MQ_RENDERING_NAME = 4 };
enum { MQ_RENDERING_FIRST = 64 };

typedef struct mq_rendering {
    uint32_t exact, wide, near; /* keys of one content word */
    uint8_t langs;        /* MQ_RENDERING_* */
    uint8_t level;        /* 2 exact stem, 1 light stem, 0 a word that is said within phrases only */
    uint8_t place;        /* the number of its mq_key_bit; with MQ_RENDERING_FIRST the first content word of a rendering (its initial stands in acronyms) */
    char initial;
} mq_rendering;

/* As they lie in an image. */
typedef struct mq_renderings {
    uint32_t n, padding;
    uint64_t keys;        /* mq_key_bit of each: what shares no bit with it is in none of them */
    mq_rendering r[];
} mq_renderings;

/* Of 64, for a Latin word by its widest key, which words that have another in common share, too: `near`, or `wide` of a short word, which has no `near`. */
static inline unsigned mq_key_number(uint32_t wide, uint32_t near)
{
    return ((near ? near : wide) >> 1) % 64; /* the lowest bit of a key is always set */
}

static inline uint64_t mq_key_bit(uint32_t wide, uint32_t near)
{
    return UINT64_C(1) << mq_key_number(wide, near);
}

/* Whether a rendering in an image may meet one of the words that these are the bits of. */
static inline bool mq_may_meet(const mq_rendering *r, uint64_t keys)
{
    return keys >> r->place % 64 & 1;
}

extern const mq_dict mq_dict_lexicon, mq_dict_latin;

/* One rendering on its way into an image of this form. */
typedef struct mq_lexicon_row {
    uint64_t stem;        /* mq_lexicon_slot */
    mq_rendering r;
} mq_lexicon_row;

/* Where the renderings of a stem with this hash (mq_hash) lie: light stems have places of their own. */
uint64_t mq_lexicon_slot(uint64_t hash, bool light);
/* Appends the image of the rows, which it sorts. MQ_ENOMEM. */
mq_status mq_lexicon_write(mq_buf *image, mq_lexicon_row *rows, size_t count, mq_error *err);

/* The renderings of a folded stem, or of its light stem when `light`, in the image. Never NULL; that of no rendering when it is unknown, and only then. */
extern const mq_renderings mq_no_renderings;
const mq_renderings *mq_lexicon_find(mq_str image, mq_str stem, bool light);
/* The same by the hash of the stem (mq_hash). */
const mq_renderings *mq_lexicon_find_hash(mq_str image, uint64_t hash, bool light);
/* It will soon be asked for: memory may fetch the place meanwhile. */
void mq_lexicon_prefetch(mq_str image, uint64_t hash, bool light);

/* MQ_RENDERING_*: the languages in which the lexicon has a Latin word of this key (mq_latin_key.exact), NAME in a name, from the image mq_dict_latin; 0 = nowhere. */
unsigned mq_lexicon_latin(mq_str image, uint32_t exact);
/* It will soon be asked for. */
void mq_lexicon_latin_prefetch(mq_str image, uint32_t exact);

#endif
