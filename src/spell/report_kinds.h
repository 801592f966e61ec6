/* spell/report_kinds.h - what a report holds, and its kinds. */
#ifndef MQ_SPELL_REPORT_KINDS_H
#define MQ_SPELL_REPORT_KINDS_H

#include "base/arena.h"
#include "spell/report.h"

/* A finding with its place in the source. */
struct sited {
    const mq_finding *f;
    mq_str doc;
    mq_place from, to;
    bool as_written;      /* the file has f->text between `from` and `to`, letter by letter */
    mq_str before, after; /* the rest of its line, cut to what fits */
};

/* A kind appends to *out; what is there is written after each call. */
struct report_kind {
    void (*open)(mq_report *r);
    void (*add)(mq_report *r, const struct sited *s);
    void (*finish)(mq_report *r);
    void (*close)(mq_report *r);
};

extern const struct report_kind mq_report_text_kind, mq_report_jsonl_kind, mq_report_sarif_kind;

/* For the text report: an unknown word that was seen before in this document. */
struct repeated {
    uint64_t hash;
    size_t entry;
};

/* One note of the text report, kept until its document ends because a later one may repeat it. */
struct note {
    mq_str head, tail;    /* what stands before and after the count */
    size_t times;
    uint64_t hash;        /* of an unknown word; 0 = never joined */
};

struct mq_report {
    mq_report_options o;
    const struct report_kind *kind;
    mq_buf out;
    uint64_t results;     /* written so far */
    mq_arena arena;       /* text: the notes of the document at hand */
    struct note *note;
    size_t nnotes, notes_cap;
};

#endif
