/*
 * match/piece.h - what a damaged text has left of a word: its unreadable letters stand as U+FFFD.
 *
 * حل�ساب has lost nothing but is no حل and no ساب. The pieces of such a word must not be taken for words.
 */
#ifndef MQ_MATCH_PIECE_H
#define MQ_MATCH_PIECE_H

#include <muqabil/text.h>

/* Whether an Arabic token is parted from an Arabic letter by U+FFFD only; ال parts nothing: ال�سنوي is a whole سنوي behind its article. Pure; thread-safe. */
bool mq_is_piece(mq_str text, const mq_token *token);

#endif
