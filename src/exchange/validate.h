/*
 * exchange/validate.h - what the judges of the formats share. An XML format is a table of its elements, from which order, place and attributes are
 * judged, and a function for what a table cannot say.
 */
#ifndef MQ_EXCHANGE_VALIDATE_H
#define MQ_EXCHANGE_VALIDATE_H

#include "exchange/sax.h"
#include "exchange/seen.h"
#include "exchange/words.h"

enum { MQ_JUDGED_DEPTH = MQ_SAX_DEPTH };

typedef struct mq_judge mq_judge;

/* Lists are words parted by single spaces. */
typedef struct mq_judged_element {
    const char *name;
    const char *parents;   /* "" = the root */
    int order;             /* among the children of its parent: never lower than that of the one before */
    const char *required;  /* attributes; "xml:lang" as such */
    const char *optional;  /* further ones that may stand there */
    const char *last_in;   /* parents in which it stands behind all others instead; may be NULL */
} mq_judged_element;

typedef struct mq_judged_format {
    const mq_judged_element *elements;   /* ends with a NULL name */
    const char *strict;                  /* the tools that mind order, place and attributes */
    void (*start)(mq_judge *j, mq_sax *x, const mq_judged_element *e);   /* each may be NULL */
    void (*end)(mq_judge *j, mq_sax *x, const mq_judged_element *e);
} mq_judged_format;

extern const mq_judged_format mq_judged_tmx, mq_judged_tbx, mq_judged_tbx3;

struct mq_judge {
    const char *path;
    mq_fault_fn *fn;
    void *user;
    mq_exchange_info *info;
    mq_error *err;
    mq_status rc;
    mq_buf message;
    const mq_judged_format *format;      /* NULL before the root element */
    const mq_judged_element *open[MQ_JUDGED_DEPTH];   /* NULL: unknown */
    int last_order[MQ_JUDGED_DEPTH];     /* of the children seen in it */
    size_t depth;
    bool header;                         /* has been seen */

    /* tmx */
    mq_buf srclang, unit_srclang, lang, source, target;
    size_t unit_line, unit_column, tuvs, segs;
    mq_seen sources, pairs;

    /* tbx */
    size_t langs, groups, terms;
};

/* Reports; the message is formatted as by printf. Nothing happens after a failure. */
void mq_judge_fault(mq_judge *j, mq_fault_level level, size_t line, size_t column, const char *rule, const char *tools, const char *fmt, ...) MQ_PRINTF(7, 8);
/* Whether a list of words holds this one. */
bool mq_judge_among(const char *list, mq_str word);

#endif
