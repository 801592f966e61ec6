/* dictionaries.h - the images that mkdict makes: a row here and a mq_dict in the room that uses it are all that a new dictionary needs. */
#ifndef DICTIONARIES_H
#define DICTIONARIES_H

#include "text/words.h"

static const mq_dict *const dictionaries[] = {
    &mq_dict_counts,
    &mq_dict_words,
    NULL
};

#endif
