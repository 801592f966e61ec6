/*
 * document/emit.h - builds the text of a part out of pieces of a source (HTML, Markdown) and marks where each piece stood.
 *
 * White space of the source collapses to one space; blocks are parted by one line break, cells of a table row by a tab. Nothing of the kind stands
 * at the start or the end of the text. Breaks have no source of their own: they stand right behind the character before them.
 */
#ifndef MQ_DOCUMENT_EMIT_H
#define MQ_DOCUMENT_EMIT_H

#include "document/places.h"

/* What must stand between the last character and the next one; the greatest wins. */
enum mq_gap {
    MQ_GAP_NONE,
    MQ_GAP_SPACE,
    MQ_GAP_BLOCK, /* line break */
    MQ_GAP_CELL,  /* tab: the paragraphs inside two cells do not part them */
    MQ_GAP_ROW    /* line break */
};

typedef struct mq_emitter {
    mq_str source;
    mq_buf *text;
    struct mq_places *places;
    size_t at;            /* source byte that stands side by side with the end of the text */
    bool apart;           /* the next character is not side by side with the last one, wherever it stands */
    enum mq_gap gap;
    size_t gap_at;        /* source byte of MQ_GAP_SPACE */
    size_t seen;          /* source byte whose place is line, column */
    size_t line, column;
    mq_status status;
} mq_emitter;

/* Clears the part's text and writes to it from then on. `source` is well-formed UTF-8. False when there is no memory. */
bool mq_emit_start(mq_emitter *e, mq_part *part, mq_str source);
/* The source bytes [from, to) as text; `keep` keeps white space as it is. */
void mq_emit_text(mq_emitter *e, size_t from, size_t to, bool keep);
/* One code point that stands for the source bytes [from, to): an entity. */
void mq_emit_char(mq_emitter *e, size_t from, size_t to, uint32_t cp);
void mq_emit_gap(mq_emitter *e, enum mq_gap gap);
/* A line end of the source that is no line end of the text: a space where the next LF or CR stands. */
void mq_emit_soft_break(mq_emitter *e);
/* Finishes the text. MQ_ENOMEM when anything failed since mq_emit_start. */
mq_status mq_emit_end(mq_emitter *e, mq_error *err);

#endif
