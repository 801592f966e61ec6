/* text/language.h - the votes behind mq_latin_language, for those who have further voters. */
#ifndef MQ_TEXT_LANGUAGE_H
#define MQ_TEXT_LANGUAGE_H

#include <muqabil/text.h>

/* Weights that speak for French, for English, for a third language; each 0 or more. */
typedef struct mq_lang_votes {
    int french, english, other;
} mq_lang_votes;

/* What function words, endings and accents of la say. MQ_ENOMEM leaves no votes. */
mq_status mq_lang_vote(mq_lang_votes *v, mq_str la);
/* What a function word says, folded by MQ_FOLD_SEARCH; false when it is none. Adds to *v. */
bool mq_lang_vote_function(mq_lang_votes *v, mq_str word);

/* The language with most votes; a third one must outweigh both; MQ_LANG_UND on a tie of French and English. */
mq_lang mq_lang_elected(const mq_lang_votes *v);

#endif
