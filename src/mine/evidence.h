/*
 * mine/evidence.h - which Arabic token explains which Latin word or letter.
 */
#ifndef MQ_MINE_EVIDENCE_H
#define MQ_MINE_EVIDENCE_H

#include "mine/candidate.h"

/* One side of a site: its tokens in text order, at most MQ_SIDE_TOKENS, and what each explains. */
typedef struct mq_evidence {
    size_t n;
    size_t token[MQ_SIDE_TOKENS];                      /* index in the segment */
    bool content[MQ_SIDE_TOKENS];
    float lexical[MQ_SIDE_TOKENS][MQ_UNIT_WORDS];      /* 0..1 */
    float sound[MQ_SIDE_TOKENS][MQ_UNIT_WORDS];        /* 0..1 */
    bool some[MQ_SIDE_TOKENS];                         /* whether any figure of `lexical` and `sound` is above 0: of most rows none is */
    uint16_t explains[MQ_SIDE_TOKENS];                 /* bit j: it explains content word j of the unit, so well that it counts */
    uint16_t part[2][MQ_SIDE_TOKENS], whole[MQ_SIDE_TOKENS]; /* bit j, of words with `parted`: it says one part of the word, the other one, the word itself */
    float alone[MQ_SIDE_TOKENS];                       /* likeness of the stem to the first Latin word; below 0: it was not compared */
    uint8_t langs[MQ_SIDE_TOKENS][MQ_UNIT_WORDS];      /* of the rendering that matched best */
    float initial[MQ_SIDE_TOKENS][MQ_UNIT_LETTERS];    /* 0..1: the token's rendering begins with the letter; this and the next: of units with letters */
    uint8_t initial_langs[MQ_SIDE_TOKENS][MQ_UNIT_LETTERS];
    bool echoes[MQ_SIDE_TOKENS];                       /* it sounds like a small word of the unit: ذا, the; فان, van; أوف, of */
    bool gives[MQ_SIDE_TOKENS];                        /* whether any of its initials is above 0 */
} mq_evidence;

/* Adds one token (an index of the segment) to the evidence; false when it is full. */
bool mq_evidence_add(mq_evidence *e, mq_segment *s, size_t token, mq_unit *u, const mq_dicts *d);

/* What several tokens explain together, once all were added: the letters of a word in capitals, إن بي سي نيوز, NBC News. */
void mq_evidence_spell(mq_evidence *e, const mq_segment *s, const mq_unit *u, const mq_dicts *d);

/* Whether a word names a Latin letter, of any case; the first of several may have an article: البي بي سي. */
bool mq_names_letter(const mq_tok *t, char letter, bool first, const mq_dicts *d);

/* Likeness by sound, 0..1, from the cost of mq_translit_cost. */
float mq_sound_likeness(float cost);

#endif
