/*
 * rivals.c - the forms that a writer may have meant by a word that is right in itself: أن for ان, حياة for حياه, تجدر for تجذر.
 *
 * The siblings with the same skeleton, and the forms one confusion of letters away. Weighing them is the business of speller.c.
 */
#include "spell/edit.h"
#include "spell/speller.h"

/* Swaps that make another word, dearer than these, are typing slips and too many to look for in every word. */
enum { DEAREST_SWAP = 6 * MQ_EDIT_BIT };

static void add(struct candidates *out, const mq_forms *f, uint32_t form, const mq_letters *written, bool alike)
{
    struct candidate *c = &out->c[out->n];

    if (out->n == MQ_MOST_CANDIDATES)
        return;
    mq_form_letters(f, form, &c->word);
    c->log = (float)mq_form_log(f, form);
    c->cost = (float)mq_edit_distance(written, &c->word) / MQ_EDIT_BIT;
    c->alike = alike;
    out->n++;
}

static void add_swapped(struct candidates *out, const mq_forms *f, const mq_letters *w)
{
    const mq_edit_costs *costs = mq_edit_costs_get();
    mq_letters other = *w, skeleton, mine;

    mq_letters_skeleton(&mine, w);
    for (unsigned i = 0; costs && i < w->n; i++) {
        for (unsigned letter = 1; letter < MQ_L_COUNT; letter++) {
            uint32_t form;

            if (letter == w->c[i] || costs->swap[w->c[i]][letter] > DEAREST_SWAP)
                continue;
            other.c[i] = (uint8_t)letter;
            form = mq_forms_find(f, &other);
            mq_letters_skeleton(&skeleton, &other);
            if (form && !mq_letters_equal(&skeleton, &mine))
                add(out, f, form, w, false);
        }
        other.c[i] = w->c[i];
    }
}

void mq_rivals(struct candidates *out, const mq_letters *w)
{
    const mq_forms *f = mq_forms_get();
    mq_letters skeleton;
    uint32_t from, to;

    out->n = 0;
    mq_letters_skeleton(&skeleton, w);
    mq_forms_alike(f, &skeleton, &from, &to);
    for (uint32_t form = from; form < to; form++) {
        mq_letters other;

        mq_form_letters(f, form, &other);
        if (!mq_letters_equal(&other, w))
            add(out, f, form, w, true);
    }
    add_swapped(out, f, w);
}
