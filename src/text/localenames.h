/* text/localenames.h - names of countries, languages and currencies in Arabic, French and English, and in other languages, from ICU's locale data; used when dict/ is compiled. */
#ifndef MQ_TEXT_LOCALENAMES_H
#define MQ_TEXT_LOCALENAMES_H

#include <muqabil/base.h>

typedef void mq_locale_name_fn(void *user, mq_str ar, mq_str fr, mq_str en);

/* Each name once; strings live until fn returns. Names that ICU does not know in all three languages are left out. */
void mq_locale_names(mq_locale_name_fn *fn, void *user);

typedef void mq_name_fn(void *user, mq_str name);

/* Names of countries, languages and currencies in one language, given by its code; none when ICU does not know the language. */
void mq_names_in(const char *language, mq_name_fn *fn, void *user);

#endif
