/* exchange/columns.h - what the columns of a table are: by its header row, by an option, or by habit (source, target, comment). */
#ifndef MQ_EXCHANGE_COLUMNS_H
#define MQ_EXCHANGE_COLUMNS_H

#include "exchange/record.h"

typedef enum mq_role {
    MQ_ROLE_NONE,    /* nothing that a glossary keeps */
    MQ_ROLE_TERM,    /* in `lang` */
    MQ_ROLE_SOURCE,  /* a term in the language that the file is from */
    MQ_ROLE_TARGET,
    MQ_ROLE_LATIN,   /* a Latin-script term; a column MQ_ROLE_LANG tells its language */
    MQ_ROLE_LANG,
    MQ_ROLE_FIELD
} mq_role;

typedef struct mq_column {
    mq_role role;
    mq_lang lang;
    mq_field field;
    mq_role side;    /* of a field: MQ_ROLE_SOURCE or _TARGET when it speaks of that term alone (UTX "src:pos"), else NONE */
    char name[32];   /* as in the header, cut */
} mq_column;

typedef struct mq_columns {
    mq_column of[MQ_COLUMNS_MOST];
    size_t n;
    bool own;        /* our own CSV: synonyms are parted by | alone */
} mq_columns;

/* What one name means. MQ_ROLE_NONE for an unknown one. */
mq_column mq_column_of_name(mq_str name);
/* Decides what a column called "source" is, once all columns are known. */
void mq_columns_settle(mq_columns *c);
/* True when the row is a header: then *c is filled from it. A row is one when two of its names are known, or its only name. */
bool mq_columns_of_header(mq_columns *c, const mq_record *header);
/* "ar,fr,note" (an empty name leaves a column out). MQ_EINVALID for an unknown name. */
mq_status mq_columns_of_option(mq_columns *c, const char *names, mq_error *err);
/* source, target, comment. */
void mq_columns_of_habit(mq_columns *c);

#endif
