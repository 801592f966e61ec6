/* exchange/elements.h - the elements of TMX and TBX by number, and the readers of each format as the XML reader calls them. */
#ifndef MQ_EXCHANGE_ELEMENTS_H
#define MQ_EXCHANGE_ELEMENTS_H

#include "exchange/reader.h"
#include "exchange/sax.h"

#define MQ_ELEMENTS(X) \
    X(seg) X(tuv) X(tu) X(prop) X(note) X(header) X(body) X(tmx) \
    X(bpt) X(ept) X(ph) X(it) X(hi) X(ut) X(sub) \
    X(martif) X(tbx) X(termEntry) X(conceptEntry) X(langSet) X(langSec) X(tig) X(ntig) X(termSec) X(termGrp) X(term) X(termNote) X(termNoteGrp) \
    X(descrip) X(descripNote) X(descripGrp) X(admin) X(adminNote) X(adminGrp) X(transac) X(transacNote) X(transacGrp) X(date) X(ref) X(xref) X(text) \
    X(foreign) X(termCompList) X(termComp) X(termCompGrp)

enum mq_element {
#define X(name) MQ_EL_##name,
    MQ_ELEMENTS(X)
#undef X
    MQ_EL_COUNT
};

typedef struct mq_tmx {
    mq_xread *r;
    bool in_tu, in_tuv, in_seg, has_seg;
    bool has_code;            /* the seg in hand: formatting codes were dropped */
    size_t line, column;      /* of the tuv */
    mq_buf lang, type;        /* of the tuv; of the prop */
    uint64_t shown;           /* in a seg: one bit for each open element, the innermost lowest: does its text belong to the term? */
} mq_tmx;

typedef struct mq_tbx {
    mq_xread *r;
    bool in_entry, in_group;  /* group: tig, ntig, termSec */
    int leaf;                 /* open elements from the one whose text is collected on; 0 = none */
    mq_entry_term pending;          /* what was said of the term of the group in hand */
    mq_buf lang, term, category, transaction;
    mq_buf context;           /* waits for its source until the group around it ends */
    bool in_descrip_group;
    size_t line, column;      /* of the term */
} mq_tbx;

/* The elements below <tmx>; below <martif> or <tbx>. */
mq_status mq_tmx_start(mq_tmx *t, mq_sax *x, int name);
mq_status mq_tmx_end(mq_tmx *t, mq_sax *x, int name);
void mq_tmx_release(mq_tmx *t);
mq_status mq_tbx_start(mq_tbx *t, mq_sax *x, int name, mq_str written);
mq_status mq_tbx_end(mq_tbx *t, mq_sax *x, int name);
void mq_tbx_release(mq_tbx *t);

#endif
