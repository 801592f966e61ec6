/*
 * mine/latin.h - small questions about the Latin tokens of a segment, for the files that find units and describe them.
 */
#ifndef MQ_MINE_LATIN_H
#define MQ_MINE_LATIN_H

#include "mine/segment.h"
#include "text/letter.h"

static inline bool mq_is_latin(const mq_segment *s, size_t i)
{
    return i < s->n && s->tok[i].script == MQ_LATIN;
}

static inline bool mq_is_punct(const mq_segment *s, size_t i, uint32_t cp)
{
    return i < s->n && s->tok[i].script == MQ_PUNCT && s->tok[i].cp == cp;
}

static inline bool mq_is_quote_at(const mq_segment *s, size_t i)
{
    return i < s->n && s->tok[i].script == MQ_PUNCT && mq_is_quote(s->tok[i].cp);
}

static inline bool mq_is_bracket(const mq_segment *s, size_t i, bool open)
{
    return open ? mq_is_punct(s, i, '(') || mq_is_punct(s, i, '[') : mq_is_punct(s, i, ')') || mq_is_punct(s, i, ']');
}

static inline mq_str mq_tok_text(const mq_segment *s, size_t i)
{
    return (mq_str){ s->text.p + s->tok[i].start, s->tok[i].end - s->tok[i].start };
}

/* Whether token i is white-space-free glued to the token before it. */
static inline bool mq_glued(const mq_segment *s, size_t i)
{
    return i > 0 && i < s->n && s->tok[i].start == s->tok[i - 1].end;
}

static inline bool mq_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Letters beyond ASCII count as lower case. */
static inline bool mq_is_lower(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Capitals outweigh the rest in a word of two to nine letters (VPN, DoS, IoT, 4G); less is asked of one that a list has. */
bool mq_looks_acronym(mq_str word, bool listed);

#endif
