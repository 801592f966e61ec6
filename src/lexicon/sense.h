/*
 * lexicon/sense.h - what an Arabic word usually says, from dict/usage.tsv or else dict/lexicon.tsv: the first two renderings in its rows, French and English.
 *
 * A list of terms gives a word one sense, often a rare one (عام = universal, فصل = dismissal), and a matcher cannot tell which sense a text means. It is likely the
 * usual one.
 */
#ifndef MQ_LEXICON_SENSE_H
#define MQ_LEXICON_SENSE_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#include "base/dict.h"

extern const mq_dict mq_dict_senses, mq_dict_usage;

/* Their images; shared, never freed. */
typedef struct mq_senses {
    mq_str lexicon, usage;
} mq_senses;

/* MQ_ENOMEM, MQ_EFORMAT (dict/). Thread-safe. */
mq_status mq_senses_load(mq_senses *out, mq_error *err);

typedef enum mq_sense {
    MQ_SENSE_UNKNOWN, /* neither dictionary knows it in that language */
    MQ_SENSE_OTHER,   /* the word usually says something else */
    MQ_SENSE_SECOND,  /* it may well say so */
    MQ_SENSE_FIRST    /* it usually says so */
} mq_sense;

/*
 * How usual it is that the Arabic headword `ar` says `la`, a term in language lang; notes in brackets do not count, and the best of several alternatives does.
 * Pure; thread-safe. *out is UNKNOWN on failure. MQ_ENOMEM.
 */
mq_status mq_sense_of(mq_sense *out, const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang);

/* Appends a headword as the dictionaries have it: folded, without what stands in brackets. MQ_ENOMEM. */
mq_status mq_sense_headword(mq_buf *out, mq_str ar);

/* Whether a term says one of the renderings, parted by |: all content words of one are in it. MQ_ENOMEM. */
mq_status mq_senses_share(bool *out, mq_str renderings, mq_str la);

#endif
