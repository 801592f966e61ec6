/* document/package.h - a file inside a zip that is held in memory: the parts of docx and odt. */
#ifndef MQ_DOCUMENT_PACKAGE_H
#define MQ_DOCUMENT_PACKAGE_H

#include <muqabil/base.h>

typedef struct mq_package mq_package;

/*
 * Opens the file `entry` of the zip, which must stay where it is until mq_package_close. `name` is the zip's, for messages. MQ_ENOTFOUND without a
 * message when there is no such file; MQ_EFORMAT, MQ_ENOMEM.
 */
mq_status mq_package_open(mq_package **out, mq_str zip, const char *name, const char *entry, mq_error *err);
/*
 * Unpacks up to n bytes; *got == 0 at the end only. MQ_EFORMAT; MQ_ELIMIT when more than MQ_DOCUMENT_LIMIT bytes come out: a zip may unpack to a
 * thousand times its size.
 */
mq_status mq_package_read(mq_package *p, void *to, size_t n, size_t *got, mq_error *err);
void mq_package_close(mq_package *p);

#endif
