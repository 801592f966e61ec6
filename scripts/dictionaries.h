/* dictionaries.h - which file of dict/ is compiled by which room. A row here and a file there is all that a new dictionary needs. */
#ifndef DICTIONARIES_H
#define DICTIONARIES_H

#include "base/dict.h"

static const struct dictionary {
    const char *name;
    mq_dict_compiler *compile;
} dictionaries[] = {
    { NULL, NULL }
};

#endif
