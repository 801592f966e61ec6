/* piece.c - see piece.h. Only the letters from U+0600 to U+06FF count, as a text that has lost some is no old one in presentation forms. */
#include "match/piece.h"

#include <string.h>

#define LOST MQ_STR("\uFFFD")

static bool has(mq_str text, size_t at, mq_str what)
{
    return at <= text.n && text.n - at >= what.n && memcmp(text.p + at, what.p, what.n) == 0;
}

static bool is_lead(char c)
{
    return (unsigned char)c >= 0xD8 && (unsigned char)c <= 0xDB;
}

static bool has_letter_behind(mq_str text, size_t at)
{
    return at < text.n && is_lead(text.p[at]);
}

static bool has_piece_before(mq_str text, size_t end)
{
    const mq_str article = MQ_STR("\u0627\u0644"), for_the = MQ_STR("\u0644\u0644");

    if (end >= article.n && (has(text, end - article.n, article) || has(text, end - for_the.n, for_the)))
        return false;
    return end >= 2 && is_lead(text.p[end - 2]);
}

bool mq_is_piece(mq_str text, const mq_token *token)
{
    if (has(text, token->end, LOST) && has_letter_behind(text, token->end + LOST.n))
        return true;
    return token->start >= LOST.n && has(text, token->start - LOST.n, LOST) && has_piece_before(text, token->start - LOST.n);
}
