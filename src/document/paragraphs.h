/*
 * document/paragraphs.h - a text made of numbered paragraphs: docx and odt.
 *
 * A paragraph becomes a line; the cells of a table row are parted by tabs. A paragraph inside a paragraph (a text box) or in a note would tear the
 * sentence around it apart: it goes to a second text, the aside, which follows the first when all is read. Places are (number of the paragraph,
 * code point in it); empty paragraphs count; the paragraphs of the aside count on behind those of the body.
 */
#ifndef MQ_DOCUMENT_PARAGRAPHS_H
#define MQ_DOCUMENT_PARAGRAPHS_H

#include "document/emit.h"

/* One of the two texts. */
typedef struct mq_lines {
    mq_part *part;
    size_t number;      /* paragraphs begun */
    enum mq_gap gap;    /* what parts the next text from the last */
    bool mark;          /* a paragraph began, and nothing of it came yet */
    bool space;         /* the last character is white space that may swallow more */
} mq_lines;

typedef struct mq_paragraphs {
    mq_lines body, aside;
    mq_part notes;      /* the memory of the aside */
    unsigned depth;     /* paragraphs open */
    unsigned in_notes;  /* > 0: inside a note */
    unsigned around;    /* paragraphs open around the note */
    mq_status status;
} mq_paragraphs;

/* Clears the part's text and writes to it from then on. False when there is no memory. */
bool mq_paragraphs_start(mq_paragraphs *p, mq_part *part);
void mq_paragraph_open(mq_paragraphs *p);
void mq_paragraph_close(mq_paragraphs *p);
/* What comes until the note closes goes to the aside. A note in a note is part of it. */
void mq_paragraph_note_open(mq_paragraphs *p);
void mq_paragraph_note_close(mq_paragraphs *p);
/* Text outside paragraphs is dropped. */
void mq_paragraph_text(mq_paragraphs *p, mq_str text);
/* The same with runs of white space as one space, none at the start of the paragraph. */
void mq_paragraph_collapsed(mq_paragraphs *p, mq_str text);
/* The border of a cell (MQ_GAP_CELL) or row (MQ_GAP_ROW). */
void mq_paragraph_gap(mq_paragraphs *p, enum mq_gap gap);
/* Puts the aside behind the body and frees what is not the part's; to be called whatever happened. MQ_ENOMEM. */
mq_status mq_paragraphs_end(mq_paragraphs *p, mq_error *err);

#endif
