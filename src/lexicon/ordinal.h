/*
 * lexicon/ordinal.h - the number that a Latin word stands for: xix, xixe, xxieme, 21st, 3e, 1er.
 */
#ifndef MQ_LEXICON_ORDINAL_H
#define MQ_LEXICON_ORDINAL_H

#include <muqabil/base.h>

/*
 * 1..399 for digits or a Roman numeral as it is written (iv, not iiii), with or without the ending of a French or English ordinal; 0 for another word.
 * The word is folded (mq_fold, MQ_FOLD_SEARCH). One letter is a numeral: Charles V, Jean I.
 */
unsigned mq_ordinal(mq_str folded);

#endif
