/* text/marks.h - what a person writes into a text, or a comment of its source, to have a stretch left unchecked. */
#ifndef MQ_TEXT_MARKS_H
#define MQ_TEXT_MARKS_H

#include <muqabil/base.h>

typedef enum mq_mark_kind {
    MQ_MARK_IGNORE, /* muqabil:ignore: this line */
    MQ_MARK_NEXT,   /* muqabil:ignore-next: this line and the next one */
    MQ_MARK_OFF,    /* muqabil:off: from this line on */
    MQ_MARK_ON      /* muqabil:on: this line is the last one of those */
} mq_mark_kind;

/* The next mark at or after *at: where it begins; *at moves behind its name. False when there is none. */
bool mq_mark_find(mq_str text, size_t *at, size_t *begin, mq_mark_kind *kind);

#endif
