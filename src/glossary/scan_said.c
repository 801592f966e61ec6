/* scan_said.c - see scan_said.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "glossary/scan_said.h"
#include "lexicon/sense.h"
#include "text/clitic.h"

#define AS_BEFORE MQ_STR("=") /* and the first rendering of the row that may have come before; alone: of any row */

enum { REACH = 12000 /* bytes: some three pages of Arabic, in which a law says المؤسسة again */ };

struct mq_said_row {
    uint64_t key;        /* of its noun */
    uint32_t first;      /* row of that noun, in which the noun keeps what it said; 0 = was not added */
    mq_str renderings;   /* behind the mark */
    bool as_before;
    /* of a first row: */
    bool followed;       /* a row of the noun says "as before" */
    uint32_t last;       /* the row that the noun said last; 0 = none */
    uint64_t at;
};

mq_status mq_scan_said_init(mq_scan_said *s, uint32_t rows)
{
    s->n = 0;
    s->row = calloc((size_t)rows + 1, sizeof *s->row);
    if (!s->row)
        return MQ_ENOMEM;
    s->n = (size_t)rows + 1;
    return MQ_OK;
}

void mq_scan_said_release(mq_scan_said *s)
{
    free(s->row);
    *s = (mq_scan_said)MQ_SCAN_SAID_INIT;
}

static bool strip(mq_str *word, mq_str prefix)
{
    if (word->n < prefix.n || memcmp(word->p, prefix.p, prefix.n) != 0)
        return false;
    *word = (mq_str){ word->p + prefix.n, word->n - prefix.n };
    return true;
}

void mq_scan_said_add(mq_scan_said *s, uint32_t number, uint32_t first, uint64_t key, mq_str renderings)
{
    struct mq_said_row *r = &s->row[number];

    if (!r->first) {
        r->first = first;
        r->key = key;
        r->renderings = renderings;
        r->as_before = strip(&r->renderings, AS_BEFORE);
    }
    s->row[r->first].followed |= r->as_before;
}

/* Whether the word is the noun itself, not its plural; *definite: with its article. ل without one is no way to say again what was said. */
static bool is_noun(mq_str word, uint64_t key, bool *definite)
{
    mq_buf folded = MQ_BUF_INIT;
    mq_cut cut[MQ_MOST_CUTS];
    const unsigned n = mq_sense_headword(&folded, word) ? 0 : mq_cuts(mq_buf_str(&folded), cut);
    bool same = false;

    for (unsigned i = 0; i < n && !same; i++) {
        same = (cut[i].article || !(cut[i].proclitics & MQ_CLITIC_LI)) && mq_hash((mq_str){ folded.p + cut[i].skip, folded.n - cut[i].skip }) == key;
        *definite = same && cut[i].article;
    }
    mq_buf_release(&folded);
    return same;
}

/* Whether what the noun said last is what the row "as before" speaks of, and not far. */
static bool may_follow(const mq_scan_said *s, const struct mq_said_row *row, const struct mq_said_row *noun, uint64_t at)
{
    mq_str renderings = s->row[noun->last].renderings;

    return noun->last && at - noun->at <= REACH && strip(&renderings, row->renderings);
}

uint32_t mq_scan_said_follow(mq_scan_said *s, uint32_t row, mq_str word, uint64_t at)
{
    const struct mq_said_row *r;
    struct mq_said_row *noun;
    bool definite = false, is;

    if (row == 0 || row >= s->n || !s->row[s->row[row].first].followed)
        return row;
    r = &s->row[row];
    noun = &s->row[r->first];
    is = is_noun(word, r->key, &definite);
    if (r->as_before && (!is || !definite || !may_follow(s, r, noun, at)))
        return 0;
    if (!is)
        return row;
    noun->last = r->as_before ? noun->last : row;
    noun->at = at;
    return noun->last;
}

bool mq_scan_said_depends(const mq_scan_said *s, uint32_t row)
{
    return row > 0 && row < s->n && s->row[row].as_before;
}

void mq_scan_said_forget(mq_scan_said *s)
{
    for (size_t i = 0; i < s->n; i++)
        s->row[i].last = 0;
}
