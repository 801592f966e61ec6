/*
 * text/rank.h - what an Arabic word most likely is, by the word alone or with the words beside it: its readings, the likeliest first.
 *
 * text/morph.h has all legal readings in the order of how far they lead from the word, which is what a search wants (the word itself before its stem). Here
 * they are in the order a reader would put them: إليها is إلى and ها, المذكورة is مذكور, والسيارات is سيارة.
 *
 * Limits: of the sentence no more than the words beside it, and where they are not given الداخلية is the ministry even where it is an adjective; verbs are
 * cut (ويتعلق), but have no headword.
 */
#ifndef MQ_TEXT_RANK_H
#define MQ_TEXT_RANK_H

#include "text/morph.h"

/*
 * How likely each reading of m is: about how often per 16 million running words its word would be seen if it were the right one, > 0. Only their ratios say
 * something. Pure; any thread.
 */
void mq_morph_weigh(float weight[MQ_MOST_READINGS], const mq_morph *m);

/*
 * Fills *m with the readings of a token, the likeliest first; of its mended spelling (mq_morph_mend) when that is far easier to believe. Returns how many of
 * them can be believed, 0 when the token is no Arabic word. Those that keep proclitics in their key come last. Pure; any thread.
 */
unsigned mq_morph_likeliest(mq_morph *m, mq_str token);

/* The words or numbers beside a token in its sentence; empty where there is none, or a stop or other sign between. */
typedef struct mq_beside {
    mq_str before, after;
} mq_beside;

/* As mq_morph_likeliest, of a token in its sentence: المسيحية is an adjective behind العقيدة, and a noun behind نشأة. */
unsigned mq_morph_likeliest_beside(mq_morph *m, mq_str token, mq_beside beside);

#endif
