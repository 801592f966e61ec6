/* spell/pair_marks.h - the quotation marks, brackets and direction controls of a text, as they stand. */
#ifndef MQ_SPELL_PAIR_MARKS_H
#define MQ_SPELL_PAIR_MARKS_H

#include <muqabil/base.h>

typedef enum mq_mark_style { MQ_GUILLEMETS, MQ_CURLED, MQ_STRAIGHT, MQ_ROUND, MQ_SQUARE, MQ_EMBEDDING, MQ_ISOLATE, MQ_NO_MARK } mq_mark_style;

/* What the neighbours of a mark say: a blank before and a letter behind open, the other way round they close. */
typedef enum mq_mark_shape { MQ_SHAPE_EITHER, MQ_SHAPE_OPENING, MQ_SHAPE_CLOSING } mq_mark_shape;

typedef struct mq_pair_mark {
    uint32_t cp;
    mq_mark_style style;
    mq_mark_shape shape;
    size_t byte, byte_end;
    size_t line;
    size_t rest;     /* marks of this style from here to the end of the line, this one included */
    bool alone;      /* found to have no partner */
} mq_pair_mark;

typedef struct mq_pair_marks {
    mq_pair_mark *m;
    size_t n, cap;
} mq_pair_marks;

bool mq_is_quotation_mark(mq_mark_style s);

/* The marks of one block of lines, which ends at an empty line: from *at on, which goes behind it; false when there is no memory. */
bool mq_pair_marks_read(mq_pair_marks *out, mq_str text, size_t *at);

#endif
