/*
 * text/joined.h - words that a PDF ran together: الجريدةالرسمية, منالمادة.
 */
#ifndef MQ_TEXT_JOINED_H
#define MQ_TEXT_JOINED_H

#include <muqabil/base.h>

/*
 * Bytes of the first of two words that a token of script MQ_ARABIC seems to be; 0 = it is rather one. The second one may again be two. Asked only of a token that
 * the lexicon does not know: فيالق is one. Behind ة and before the article a word ends, if both parts are words that are seen far more often; elsewhere, if both are very
 * common and of four letters or more (مجالاختصاص). Pure; thread-safe.
 */
size_t mq_joined(mq_str token);

#endif
