/* piece.c - see piece.h. */
#include "match/piece.h"

#include <string.h>

#define LOST MQ_STR("\uFFFD")

static bool is_lead(char c)
{
    return (unsigned char)c >= 0xD8 && (unsigned char)c <= 0xDB;
}

/* Whether U+FFFD and a letter stand there. */
static bool goes_on(mq_str text, size_t at)
{
    return text.n - at > LOST.n && memcmp(text.p + at, LOST.p, LOST.n) == 0 && is_lead(text.p[at + LOST.n]);
}

/* �رشكة: the word begins with what is lost, which tells that its first letters are turned. */
static bool begins_lost(mq_str text, size_t start)
{
    const unsigned char *p = (const unsigned char *)text.p + start;

    return start >= LOST.n && memcmp(text.p + start - LOST.n, LOST.p, LOST.n) == 0 && text.n - start >= 4 && p[0] == 0xD8 && p[1] == 0xB1 && p[2] == 0xD8 &&
           p[3] >= 0xB3 && p[3] <= 0xB6; /* ر and س ش ص ض */
}

void mq_join_pieces(mq_str text, mq_token *token, size_t *at)
{
    if (begins_lost(text, token->start))
        token->start -= (uint32_t)LOST.n;
    while (goes_on(text, token->end)) {
        size_t next = token->end + LOST.n;
        mq_token piece;

        if (!mq_token_next(&piece, text, &next) || piece.script != MQ_ARABIC || piece.start != token->end + LOST.n)
            return;
        token->end = piece.end;
        *at = next;
    }
}
