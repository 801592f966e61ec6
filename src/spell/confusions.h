/* spell/confusions.h - slips that dictionaries let pass, as a linguist lists them in dict/confusions.tsv. */
#ifndef MQ_SPELL_CONFUSIONS_H
#define MQ_SPELL_CONFUSIONS_H

#include "base/dict.h"
#include "spell/letters.h"

extern const mq_dict mq_dict_confusions;

enum { MQ_CONFUSION_RULE = 12 };

/* `meant` may hold one or two MQ_L_SPACE. bits: the prior in favour of the slip. rule lives as long as the process. */
typedef void mq_confusion_fn(void *user, const mq_letters *meant, int bits, const char *rule);

/* Is the word listed as right, so that nothing speaks against it? Any thread. */
bool mq_confusions_right(const mq_letters *w);

/* Tells what may have been meant by `w`, with its glued letters as they were. Whether that is a word the caller must ask. Any thread. */
void mq_confusions(const mq_letters *w, mq_confusion_fn *fn, void *user);

#endif
