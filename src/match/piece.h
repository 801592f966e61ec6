/*
 * match/piece.h - words that a damaged text breaks with U+FFFD.
 *
 * Most are whole but for that sign: what a PDF's fonts have no letter for comes out as it, beside the letters (ح�ساب, م�ؤ�س�سة). Others have lost a letter for
 * it, and then the pieces are no words of their own: حل�ساب is no حل and no ساب.
 */
#ifndef MQ_MATCH_PIECE_H
#define MQ_MATCH_PIECE_H

#include <muqabil/text.h>

/*
 * Lengthens an Arabic token to the end of the word that goes on behind U+FFFD, and moves *at, which is where the next token is looked for, there; leaves both as
 * they are where none does. A U+FFFD before the word is made part of it where it says that its first letters are turned (رشكة behind it is شركة). Letters from
 * U+0600 to U+06FF only: a text that has lost some is no old one in presentation forms. Pure; thread-safe.
 */
void mq_join_pieces(mq_str text, mq_token *token, size_t *at);

#endif
