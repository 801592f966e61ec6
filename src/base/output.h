/*
 * base/output.h - a stream of bytes to a file that appears whole or not at all: written beside its place under another name,
 * synced and renamed on commit. "-" is standard output. A device or a named pipe is written to as it is; of a symbolic link the file that it leads to is
 * replaced. The new file has the permissions of the old one; one that may not be written is not replaced.
 */
#ifndef MQ_BASE_OUTPUT_H
#define MQ_BASE_OUTPUT_H

#include <muqabil/base.h>

typedef struct mq_output mq_output;

/* MQ_EIO, MQ_ENOMEM. */
mq_status mq_output_open(mq_output **out, const char *path, mq_error *err);
/* Appends; a failure is kept and told by mq_output_commit. */
void mq_output_write(mq_output *o, const void *p, size_t n);
bool mq_output_failed(const mq_output *o);
/* MQ_OK, or that failure: MQ_EIO; MQ_ESTOPPED when nobody reads standard output any more. */
mq_status mq_output_check(const mq_output *o, mq_error *err);
/* Finishes, puts the file in its place and frees the handle. On failure the old file is as it was. */
mq_status mq_output_commit(mq_output *o, mq_error *err);
/* Removes what was written and frees the handle; NULL does nothing. */
void mq_output_cancel(mq_output *o);

#endif
