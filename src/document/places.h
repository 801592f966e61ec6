/*
 * document/places.h - the way back from the text of a part to places in its source.
 *
 * A part's text is cut into stretches by *marks*. A mark says at which line and column of the source the stretch begins; inside a stretch text and
 * source run side by side, a code point for a code point, a line break for a line break. Plain text needs no mark at all; HTML needs one behind each
 * tag and entity.
 */
#ifndef MQ_DOCUMENT_PLACES_H
#define MQ_DOCUMENT_PLACES_H

#include <muqabil/document.h>

typedef struct mq_mark {
    uint32_t byte;         /* of the text, where the stretch begins; ascending */
    uint32_t line, column; /* less those of the part's start; behind its first line the column counts from 0 */
} mq_mark;

/* The last answer: most questions are about places that follow each other. */
typedef struct mq_answer {
    size_t byte;
    mq_place place;
    size_t next;           /* the first mark behind byte */
} mq_answer;

struct mq_places {
    mq_mark *marks;
    size_t n, cap;
    size_t line, column;   /* of the start of the part, from 1 */
    bool linear;           /* a line break in the text is a code point like others: docx, odt, jsonl */
    bool indexed;          /* marks were added so that no stretch is long */
    mq_answer last;        /* once indexed */
};

/* Forgets the marks of the part, whose text begins at line, column. False when there is no memory. */
bool mq_places_start(mq_part *part, size_t line, size_t column, bool linear);
/* From text byte `byte` (4 GiB at most, ascending) on, the source goes on at line, column. False when there is no memory. */
bool mq_places_mark(struct mq_places *p, size_t byte, size_t line, size_t column);
void mq_places_free(struct mq_places *p);

/* Line breaks in p[0..n), and the column behind the last one in code points, from 1; *column is counted on when there is none. */
size_t mq_places_lines(const char *p, size_t n, size_t *column);
/* The column behind text with so many line breaks that begins at `column`. */
size_t mq_places_column(mq_str text, size_t lines, size_t column);

#endif
