/* text/plural.h - broken plurals and irregular forms, as dict/lexicon.tsv lists them, led back to their headwords. */
#ifndef MQ_TEXT_PLURAL_H
#define MQ_TEXT_PLURAL_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_plurals;

/* ANOTHER: طرف is the plural of طرفة, but seldom meant; AKIN: the lexicon renders both alike, شروط is no word apart from شرط. */
enum { MQ_OWN_ANOTHER = 1, MQ_OWN_AKIN = 2 };

typedef struct mq_plural {
    mq_str head;         /* folded by MQ_FOLD_SEARCH */
    mq_str form;         /* as the lexicon spells it: أعداد is no إعداد, though they fold alike */
    uint8_t own;         /* MQ_OWN_*, when the form is a headword, too; else 0 */
} mq_plural;

/*
 * The headwords of a form, which is folded and without article: *list is moved on, so call it until it says false.
 *     for (const char *list = mq_plural_find(form); mq_plural_next(&p, &list);) …
 */
const char *mq_plural_find(mq_str form);
bool mq_plural_next(mq_plural *p, const char **list);

/* Whether the form is listed under the headword; both folded. */
bool mq_plural_has(mq_str form, mq_str head);

#endif
