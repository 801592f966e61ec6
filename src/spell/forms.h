/*
 * spell/forms.h - surface forms of Arabic words that are taken to be right, and how often each stands in text. Image of dict/forms.tsv.
 *
 * Three questions are asked: is this a form, and how frequent (recognition); which forms have the same skeleton (hamza, ة/ه, ى/ي confusions); which
 * forms are near (suggestions, a walk over the trie). All answers come from memory that is mapped with the program; nothing is built at start.
 */
#ifndef MQ_SPELL_FORMS_H
#define MQ_SPELL_FORMS_H

#include "base/dict.h"
#include "spell/letters.h"

extern const mq_dict mq_dict_forms;

/*
 * The image, in this order, everything little: a header, entries, letters, slots, nodes. Entries are sorted by skeleton, then by falling frequency, so
 * that the forms of one skeleton stand together.
 */
struct mq_form_entry {
    uint32_t at;      /* of its letters */
    uint16_t weight;  /* 256 · log2(count) */
    uint8_t n;
    uint8_t name;     /* no dictionary knows it: a name or a loan word, trusted because it is frequent */
};

struct mq_form_slot {
    uint32_t check;   /* of the skeleton's hash */
    uint32_t first;   /* entry + 1; 0 = free */
};

/* Children of a node stand together, sorted by letter. Node 0 is the root. */
struct mq_form_node {
    uint32_t child;   /* first of them */
    uint32_t entry;   /* entry + 1 of the form that ends here, 0 = none */
    uint8_t letter;
    uint8_t children;
    uint16_t unused;
};

typedef struct mq_forms {
    uint32_t n, mask, nodes;
    const struct mq_form_entry *entry;
    const uint8_t *letters;
    const struct mq_form_slot *slot;
    const struct mq_form_node *node;
} mq_forms;

/* The forms of this program (or of MUQABIL_DICT); without them n is 0 and nothing is ever found. Any thread. */
const mq_forms *mq_forms_get(void);

enum { MQ_NO_FORM = 0 };
/* The number of a form, 1..n, or MQ_NO_FORM. */
uint32_t mq_forms_find(const mq_forms *f, const mq_letters *w);
/* The forms with this skeleton, as numbers [*from, *to). */
void mq_forms_alike(const mq_forms *f, const mq_letters *skeleton, uint32_t *from, uint32_t *to);

void mq_form_letters(const mq_forms *f, uint32_t form, mq_letters *out);
static inline bool mq_form_is_name(const mq_forms *f, uint32_t form)
{
    return form && f->entry[form - 1].name;
}
/* log2 of the count; the count of a word that is not there is taken as 1/2, so -1. */
static inline double mq_form_log(const mq_forms *f, uint32_t form)
{
    return form ? f->entry[form - 1].weight / 256.0 : -1;
}

/* What is estimated for a question with أ in front of a word, which dictionaries know and nobody writes. */
enum { MQ_FORM_QUESTION = -8 };

/*
 * log2 of the count of any word that is known to be right: its own, or, when it was never counted, what its parts let expect: the glued letters are
 * independent of what they are glued to. At least -1, or MQ_FORM_QUESTION.
 */
double mq_forms_estimate(const mq_forms *f, const mq_letters *word);

#endif
