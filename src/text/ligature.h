/*
 * text/ligature.h - what a PDF does to words in all of a text, if its font drew two letters as one sign: they come out in the wrong order (حتديد for تحديد,
 * عالقات for علاقات). A text that shows it somewhere has it everywhere, so that even words that exist (عالقات, of عالقة) are doubtful there.
 */
#ifndef MQ_TEXT_LIGATURE_H
#define MQ_TEXT_LIGATURE_H

#include <muqabil/base.h>

#include "text/arword.h"

/* The signs of such a text, as bits: لا and its like are turned round (األولى), or م ج ح خ with the letter before them (املغرب, اخملاطر). No other word begins so. */
enum { MQ_TURNED_LAM_ALEF = 1, MQ_TURNED_OTHERS = 2 };
/* Those that a token of script MQ_ARABIC is. */
unsigned mq_ligature_sign(mq_str token);

/*
 * Gives the i-th likely original of w in a text of MQ_TURNED_OTHERS: مبوجب (بموجب), متويالت (تمويلات), املوظفني (الموظفين); false when there is no further one. What
 * mq_arword_mend gives is not given again, but for املـ. At most MQ_MOST_MENDED.
 */
bool mq_ligature_turn(mq_arword *out, const mq_arword *w, unsigned i);

#endif
