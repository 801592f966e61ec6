/* text/object.h - verbs with a pronoun as their object: يمكنها, أخبرني, أعجبتني. No list has verbs; their shapes and counts tell them. Private to text/view.c. */
#ifndef MQ_TEXT_OBJECT_H
#define MQ_TEXT_OBJECT_H

#include "text/view.h"

/* What is in no list and ends as no verb does before a pronoun: مخططاته, which is hardly a noun either that is no plural; ثلثاهم. */
bool mq_object_none_plural(const mq_morph *m, const mq_view *v);
bool mq_object_none_alef(const mq_morph *m, const mq_view *v);

/* Whether v, which has a pronoun or not, looks like a verb and its object; and how likely that is, as mq_view says weights, of one that does and is spelled so. */
bool mq_object_is_likely(const mq_morph *m, const mq_view *v);
double mq_object_weight(const mq_morph *m, const mq_view *v, const mq_written *verb);

#endif
