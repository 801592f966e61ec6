/* forms.c - see forms.h: looking up. The image is made by forms_compile.c. */

#include "base/once.h"
#include "spell/forms.h"

static mq_forms forms;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    mq_str image;
    const uint32_t *head;
    const char *p;

    if (mq_dict_image(&image, &mq_dict_forms, NULL) || image.n < 16)
        return;
    head = (const uint32_t *)(const void *)image.p; /* entries, bytes of letters, slots, nodes */
    p = image.p + 16;
    forms.entry = (const void *)p;
    p += head[0] * sizeof *forms.entry;
    forms.letters = (const uint8_t *)p;
    p += head[1];
    forms.slot = (const void *)p;
    p += head[2] * sizeof *forms.slot;
    forms.node = (const void *)p;
    forms.n = head[0];
    forms.mask = head[2] - 1;
    forms.nodes = head[3];
}

const mq_forms *mq_forms_get(void)
{
    mq_once_do(&once, load);
    return &forms;
}

void mq_form_letters(const mq_forms *f, uint32_t form, mq_letters *out)
{
    const struct mq_form_entry *e = &f->entry[form - 1];

    out->n = e->n;
    memcpy(out->c, f->letters + e->at, e->n);
}

static bool has_skeleton(const mq_forms *f, uint32_t form, const mq_letters *skeleton)
{
    mq_letters w, s;

    mq_form_letters(f, form, &w);
    mq_letters_skeleton(&s, &w);
    return mq_letters_equal(&s, skeleton);
}

void mq_forms_alike(const mq_forms *f, const mq_letters *skeleton, uint32_t *from, uint32_t *to)
{
    const uint64_t h = mq_letters_hash(skeleton->c, skeleton->n);

    *from = *to = 1;
    for (uint32_t i = (uint32_t)h & f->mask; f->n && f->slot[i].first; i = (i + 1) & f->mask)
        if (f->slot[i].check == (uint32_t)(h >> 32) && has_skeleton(f, f->slot[i].first, skeleton)) {
            *from = f->slot[i].first;
            for (*to = *from + 1; *to <= f->n && has_skeleton(f, *to, skeleton);)
                ++*to;
            return;
        }
}

uint32_t mq_forms_find(const mq_forms *f, const mq_letters *w)
{
    const struct mq_form_node *at = f->node;

    if (f->n == 0)
        return MQ_NO_FORM;
    for (unsigned i = 0; i < w->n; i++) {
        const struct mq_form_node *child = f->node + at->child, *end = child + at->children;

        while (child < end && child->letter < w->c[i])
            child++;
        if (child == end || child->letter != w->c[i])
            return MQ_NO_FORM;
        at = child;
    }
    return at->entry;
}

/* How often a word has these letters glued to it, in bits. */
static double glue_bits(uint8_t letter)
{
    switch (letter) {
    case MQ_L_WAW: return -4;
    case MQ_L_BEH: case MQ_L_LAM: return -4.6;
    case MQ_L_FEH: return -8;
    case MQ_L_KAF: return -9;
    default: return 0;
    }
}

/* The word without its first `skip` letters, with the article in front when ال hides in لل. */
static uint32_t find_rest(const mq_forms *f, const mq_letters *w, size_t skip, bool article)
{
    static const uint8_t al[] = { MQ_L_ALEF, MQ_L_LAM };
    mq_letters rest = { .n = 0 };

    if (article)
        (void)mq_letters_append(&rest, al, 2);
    if (w->n < skip + 2 || !mq_letters_append(&rest, w->c + skip, w->n - skip))
        return MQ_NO_FORM;
    return mq_forms_find(f, &rest);
}

/* A question mark in front of a word (أ, or آ before ال), mostly before further glued letters. */
static bool is_question(const mq_forms *f, const mq_letters *w)
{
    const uint8_t second = w->n > 3 ? w->c[1] : 0;

    if (w->c[0] != MQ_L_ALEF_ABOVE && w->c[0] != MQ_L_ALEF_MADDA)
        return false;
    return second == MQ_L_LAM || second == MQ_L_KAF || second == MQ_L_BEH || second == MQ_L_WAW || second == MQ_L_FEH || (second && find_rest(f, w, 1,
            false));
}

double mq_forms_estimate(const mq_forms *f, const mq_letters *w)
{
    const uint32_t form = mq_forms_find(f, w);
    double bits = 0, best = -1;

    if (form)
        return mq_form_log(f, form);
    if (w->n && is_question(f, w))
        return MQ_FORM_QUESTION;
    for (size_t at = 0; at < 2 && at + 3 < w->n && glue_bits(w->c[at]) < 0; at++) {
        uint32_t rest = find_rest(f, w, at + 1, false);

        bits += glue_bits(w->c[at]);
        if (!rest && w->c[at] == MQ_L_LAM && w->c[at + 1] == MQ_L_LAM)
            rest = find_rest(f, w, at + 2, true);
        if (rest && mq_form_log(f, rest) + bits > best)
            best = mq_form_log(f, rest) + bits;
    }
    return best;
}
