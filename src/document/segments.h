/*
 * document/segments.h - what the readers of bilingual drafts (TMX, XLIFF, PO) share: the side that is checked becomes the text of the part, a segment
 * a line; the other sides are kept beside it (mq_draft_segment).
 *
 * Calls, for each unit: mq_unit_start; for each of its sides mq_side_start, then mq_side_xml or mq_side_char in the order of the source; mq_unit_end.
 */
#ifndef MQ_DOCUMENT_SEGMENTS_H
#define MQ_DOCUMENT_SEGMENTS_H

#include "document/emit.h"

enum { MQ_MOST_SIDES = 8 }; /* of one unit, beside the text; more are left out: nobody translates from nine languages at once */

typedef struct mq_bitext {
    mq_part *part;
    mq_emitter e;
    bool in_text;          /* the side at hand is the one that becomes text */
    bool has_text;         /* of the unit */
    size_t start;          /* of the unit's text */
    size_t blank, blank_end; /* white space of the source that is emitted when a word follows it */
    struct {
        mq_lang lang;
        size_t start, end; /* bytes of part->sources */
    } other[MQ_MOST_SIDES];
    unsigned nother;
    mq_status status;
} mq_bitext;

/* Clears the part. `source` is well-formed UTF-8. False when there is no memory. */
bool mq_bitext_start(mq_bitext *b, mq_part *part, mq_str source);
void mq_unit_start(mq_bitext *b);
/* text: what follows is the side to be checked; else it is what that renders, in `lang`. */
void mq_side_start(mq_bitext *b, bool text, mq_lang lang);
/* The same as an earlier side that is no text: [start, end) of part->sources. */
void mq_side_again(mq_bitext *b, mq_lang lang, size_t start, size_t end);
/* The source bytes [from, to), white space as it stands but for line breaks, which are layout. entities: those of XML and HTML count. */
void mq_side_words(mq_bitext *b, size_t from, size_t to, bool entities);
/* A code point that stands for the source bytes [from, to). */
void mq_side_char(mq_bitext *b, size_t from, size_t to, uint32_t cp);
/* The sides of the unit belong together from here on. */
void mq_unit_end(mq_bitext *b);
/* MQ_ENOMEM when anything failed since mq_bitext_start. */
mq_status mq_bitext_end(mq_bitext *b, mq_error *err);

#endif
