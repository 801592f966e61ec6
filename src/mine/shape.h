/*
 * mine/shape.h - what a word looks like to the features, as bits: reckoned once when it is learned, asked for each span it stands in.
 */
#ifndef MQ_MINE_SHAPE_H
#define MQ_MINE_SHAPE_H

#include "mine/segment.h"
#include "text/words.h"

/* At an edge of a span: in the order of the features first_article, first_indefinite … and last_article, last_indefinite … */
enum {
    MQ_EDGE_ARTICLE = 1 << 0,
    MQ_EDGE_INDEFINITE = 1 << 1,
    MQ_EDGE_NOUN = 1 << 2,
    MQ_EDGE_ADJ = 1 << 3,
    MQ_EDGE_NAME = 1 << 4,
    MQ_EDGE_UNKNOWN = 1 << 5,
    MQ_EDGE_NUMBER = 1 << 6,
    MQ_EDGE_NISBA_DEFINITE = 1 << 7,
    MQ_EDGE_NISBA = 1 << 8,
    MQ_EDGE_HEAD = 1 << 9,
    MQ_EDGE_BODY = 1 << 10,
    MQ_EDGE_PREP = 1 << 11,
    MQ_EDGE_CONJ = 1 << 12,
    MQ_EDGE_VERB = 1 << 13,
    MQ_EDGE_PRON = 1 << 14,
    MQ_EDGE_ADV = 1 << 15,
    MQ_EDGE_ROLE_OTHER = 1 << 16,
    MQ_EDGE_WA = 1 << 17,
    MQ_EDGE_PREPOSITION = 1 << 18,
    MQ_EDGE_PREPOSITION_ARTICLE = 1 << 19,
    MQ_EDGE_PRONOUN_ENDING = 1 << 20,
    MQ_EDGE_NEVER_DEFINITE = 1 << 21,
    MQ_EDGE_RARELY_DEFINITE = 1 << 22,
    MQ_EDGE_OFTEN_DEFINITE = 1 << 23
};

/* Inside a span. */
enum {
    MQ_INNER_VERB = 1 << 0,
    MQ_INNER_PREP = 1 << 1,
    MQ_INNER_CONJ = 1 << 2,
    MQ_INNER_REL = 1 << 3,
    MQ_INNER_PRON = 1 << 4,
    MQ_INNER_WA = 1 << 5,
    MQ_INNER_BODY = 1 << 6,
    MQ_INNER_PRONOUN_ENDING = 1 << 7,
    MQ_INNER_NEVER_DEFINITE = 1 << 8,
    MQ_INNER_DEFINITE = 1 << 9,
    MQ_INNER_INDEFINITE = 1 << 10,
    MQ_INNER_BREAKS = 1 << 11, /* no article where the word before has one */
    MQ_INNER_NOMINAL = 1 << 12, /* may be a word of a noun phrase */
    MQ_INNER_APPOSED = 1 << 13 /* behind another word that has an article it is no idafa: الهيئة | التأمين */
};

/* Of a token that was learned, or that there is nothing to learn of. */
uint32_t mq_edge_shape(const mq_tok *t);
uint32_t mq_inner_shape(const mq_tok *t);

static inline bool mq_is_adjective(const mq_tok *t)
{
    return (t->kinds & MQ_WORD_ADJ) && !(t->kinds & MQ_WORD_NOUN);
}

bool mq_is_unknown(const mq_tok *t);

/* A word of a noun phrase with its article. */
static inline bool mq_is_definite(const mq_tok *t)
{
    return (t->inner & (MQ_INNER_NOMINAL | MQ_INNER_DEFINITE)) == (MQ_INNER_NOMINAL | MQ_INNER_DEFINITE);
}

/* What the words of a span are. */
typedef struct mq_inside {
    uint32_t shape;     /* MQ_INNER_*, but WA and BODY not of its first token, PRONOUN_ENDING not of its last, BREAKS and APPOSED behind a definite word only */
    unsigned was;       /* و in front of words behind the first */
    bool number;
} mq_inside;

/* Of tokens first..last, which were learned. */
mq_inside mq_look_inside(const mq_segment *s, size_t first, size_t last);

#endif
