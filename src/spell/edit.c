/*
 * edit.c - see edit.h: dict/costs.tsv, and the distance by Wagner and Fischer with turned pairs (optimal string alignment).
 */
#include <math.h>
#include <stdlib.h>

#include "base/once.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "spell/edit.h"

/* A column of the file as a set: bit 0 is "no letter"; false for a sign that is no letter. */
static bool letter_set(uint64_t *set, mq_str s)
{
    const char *p = s.p, *end = s.p + s.n;

    *set = 0;
    if (s.n == 1 && (*s.p == '*' || *s.p == '-')) {
        *set = *s.p == '*' ? ~1ULL : 1;
        return true;
    }
    while (p < end) {
        uint32_t cp;
        uint8_t letter;

        p += mq_utf8_decode(p, end, &cp);
        letter = mq_letter_of(cp);
        if (!letter)
            return false;
        *set |= 1ULL << letter;
    }
    return *set != 0;
}

static bool is(mq_str s, const char *word)
{
    return mq_str_equal(s, mq_str_of(word));
}

static bool read_cost(mq_edit_costs *costs, const mq_tsv *t)
{
    char number[16] = { 0 };
    uint64_t written, meant;
    double bits;

    if (t->n < 3 || t->column[2].n >= sizeof number)
        return false;
    memcpy(number, t->column[2].p, t->column[2].n);
    bits = strtod(number, NULL);
    if (!(bits > 0 && bits < 16))
        return false;
    const uint8_t cost = (uint8_t)lround(bits * MQ_EDIT_BIT - 0.01);

    if (is(t->column[0], "=") && is(t->column[1], "-"))
        costs->doubled = cost;
    else if (is(t->column[0], "-") && is(t->column[1], "="))
        costs->halved = cost;
    else if (is(t->column[0], "=") && is(t->column[1], "="))
        costs->turned = cost;
    else if (letter_set(&written, t->column[0]) && letter_set(&meant, t->column[1])) {
        for (unsigned i = 0; i < MQ_EDIT_LETTERS; i++)
            for (unsigned j = 0; j < MQ_EDIT_LETTERS; j++)
                if (i != j && written >> i & 1 && meant >> j & 1)
                    costs->swap[i][j] = cost;
    } else
        return false;
    return true;
}

static mq_status compile_costs(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_edit_costs costs = { .doubled = 0 };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t))
        if (!read_cost(&costs, &t))
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not letters, letters and a cost", name);
    mq_buf_add(image, &costs, sizeof costs);
    return image->status ? mq_fail(err, MQ_ENOMEM, "no memory for %s", name) : MQ_OK;
}

const mq_dict mq_dict_costs = { "costs", "costs.tsv", compile_costs };

static const mq_edit_costs *loaded;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    mq_str image;

    if (!mq_dict_image(&image, &mq_dict_costs, NULL) && image.n >= sizeof *loaded)
        loaded = (const void *)image.p;
}

const mq_edit_costs *mq_edit_costs_get(void)
{
    mq_once_do(&once, load);
    return loaded;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int mq_edit_distance(const mq_letters *written, const mq_letters *meant)
{
    const mq_edit_costs *c = mq_edit_costs_get();
    int row[3][MQ_LETTERS_MOST + 1];
    int *before = row[0], *last = row[1], *now = row[2];

    if (!c)
        return MQ_EDIT_FAR;
    last[0] = 0;
    for (unsigned i = 0; i < written->n; i++)
        last[i + 1] = last[i] + mq_edit_extra(c, written->c, i);
    for (unsigned j = 0; j < meant->n; j++) {
        const uint8_t m = meant->c[j], previous = j ? meant->c[j - 1] : 0;
        int *spare = before;

        now[0] = last[0] + mq_edit_missing(c, previous, m);
        for (unsigned i = 0; i < written->n; i++) {
            int best = least(last[i] + c->swap[written->c[i]][m], now[i] + mq_edit_extra(c, written->c, i));

            best = least(best, last[i + 1] + mq_edit_missing(c, previous, m));
            if (i && j && written->c[i] == previous && written->c[i - 1] == m && m != previous)
                best = least(best, before[i - 1] + c->turned);
            now[i + 1] = best;
        }
        before = last;
        last = now;
        now = spare;
    }
    return last[written->n];
}
