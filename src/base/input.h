/*
 * base/input.h - a stream of bytes from a file or standard input, unzipped on the way when it is gzip (RFC 1952, several members allowed).
 */
#ifndef MQ_BASE_INPUT_H
#define MQ_BASE_INPUT_H

#include <muqabil/base.h>

typedef struct mq_input mq_input;

/* "-" is standard input. MQ_EIO ("cannot open 'x': No such file or directory"), MQ_EINVALID for a folder, MQ_ENOMEM. */
mq_status mq_input_open(mq_input **out, const char *path, mq_error *err);
/* Reads up to n bytes; *got == 0 at the end only. MQ_EIO; MQ_EFORMAT for a damaged or truncated gzip. */
mq_status mq_input_read(mq_input *in, void *p, size_t n, size_t *got, mq_error *err);
/*
 * Shows up to n bytes (at most MQ_INPUT_PEEK) that the next reads will give, without taking them; fewer only when the input ends before. *head
 * lives until the next call.
 */
enum { MQ_INPUT_PEEK = 1 << 18 };
mq_status mq_input_peek(mq_input *in, mq_str *head, size_t n, mq_error *err);
/* After a peek: the bytes of a plain file that was opened by its path, which mq_input_read_at can read; 0 for all else. */
uint64_t mq_input_size(mq_input *in);
/* Reads up to n bytes at byte `at`, fewer at the end only. Any thread; the other reads do not notice. MQ_EIO. */
mq_status mq_input_read_at(const mq_input *in, uint64_t at, void *p, size_t n, size_t *got, mq_error *err);
/* Bytes given by the reads so far, counted after unzipping. */
uint64_t mq_input_tell(const mq_input *in);
/* Appends the rest of the input to *out; MQ_ELIMIT when that is more than `limit` bytes. */
mq_status mq_input_all(mq_input *in, mq_buf *out, size_t limit, mq_error *err);
/*
 * Reads one line without its LF into *line (cleared first). MQ_ENOTFOUND at the end. MQ_ELIMIT when it is longer than `limit` bytes:
 * the rest of that line is skipped and reading can go on.
 */
mq_status mq_input_line(mq_input *in, mq_buf *line, size_t limit, mq_error *err);
/* The name for messages; "standard input" for "-". */
const char *mq_input_name(const mq_input *in);
void mq_input_close(mq_input *in);

#endif
