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

void mq_join_pieces(mq_str text, mq_token *token, size_t *at)
{
    while (goes_on(text, token->end)) {
        size_t next = token->end + LOST.n;
        mq_token piece;

        if (!mq_token_next(&piece, text, &next) || piece.script != MQ_ARABIC || piece.start != token->end + LOST.n)
            return;
        token->end = piece.end;
        *at = next;
    }
}
