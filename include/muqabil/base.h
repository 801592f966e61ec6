/*
 * muqabil/base.h - what every other header of muqabil stands on: status codes, errors, strings, buffers.
 *
 * Conventions of the whole library
 *   - A function that can fail returns mq_status; MQ_OK is 0. Results go through out-parameters, which come first.
 *   - A pointer that is *returned* is borrowed from its parent; one *written through* an out-parameter is the caller's to free.
 *   - `_init/_release` for a struct you hold, `_new/_free` for one you point to. `_free(NULL)` does nothing.
 *   - Text is UTF-8. mq_str is (bytes, count): not NUL-terminated, may be empty, never owned.
 *   - No globals that a caller can see, no exit(), no printing. A handle may be used by one thread at a time unless its header
 *     says more; two handles never share state.
 */
#ifndef MUQABIL_BASE_H
#define MUQABIL_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MQ_API __attribute__((visibility("default")))
#define MQ_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define MQ_API
#define MQ_PRINTF(fmt, args)
#endif

/* What went wrong, to branch on. The numbers are part of the ABI and never change. */
typedef enum mq_status {
    MQ_OK = 0,
    MQ_ENOMEM = 1,       /* no memory */
    MQ_EIO = 2,          /* the operating system refused: open, read, write, disk full */
    MQ_EENCODING = 3,    /* text is not in the encoding it should be in */
    MQ_EFORMAT = 4,      /* a file breaks the rules of its format */
    MQ_ENOTFOUND = 5,    /* no such thing: term, id, file in an archive */
    MQ_EUNSUPPORTED = 6, /* right, but not done here: PDF, a newer schema */
    MQ_ELIMIT = 7,       /* over a stated limit of size, depth or count */
    MQ_EDB = 8,          /* the glossary file: not ours, damaged, locked, read-only */
    MQ_EINVALID = 9,     /* a value that a caller or a person gave is out of its range */
    MQ_ESTOPPED = 10     /* a handler or a signal asked to stop; what was done is kept */
} mq_status;

/*
 * A message for a person, in memory the caller lends. `line` and `column` count from 1 and are 0 when unknown. `msg` is UTF-8, NUL-terminated,
 * lower case, without a full stop, cut on a whole code point.
 */
typedef struct mq_error {
    mq_status code;
    size_t line;
    size_t column;
    char msg[320];
} mq_error;

/* Borrowed text. */
typedef struct mq_str {
    const char *p;
    size_t n;
} mq_str;

/*
 * Owned, growing text. Starts as MQ_BUF_INIT. `status` is sticky: after a failed append further appends do nothing, and the caller checks
 * once, at the end. p[n] is always NUL once something was appended.
 */
typedef struct mq_buf {
    char *p;
    size_t n;
    size_t cap;
    mq_status status;
} mq_buf;

#define MQ_BUF_INIT { NULL, 0, 0, MQ_OK }
#ifdef __cplusplus
#define MQ_STR(literal) (mq_str{ (literal), sizeof(literal) - 1 })
#else
#define MQ_STR(literal) ((mq_str){ (literal), sizeof(literal) - 1 })
#endif

/* Fills *err (which may be NULL) and returns code. The message is formatted as by printf. */
MQ_API mq_status mq_fail(mq_error *err, mq_status code, const char *fmt, ...) MQ_PRINTF(3, 4);
/* The same with a place, counted from 1; 0 = unknown. */
MQ_API mq_status mq_fail_at(mq_error *err, mq_status code, size_t line, size_t column, const char *fmt, ...) MQ_PRINTF(5, 6);

/* A short English name of a code ("no memory"). Never NULL. */
MQ_API const char *mq_status_name(mq_status code);

/* NUL-terminated to mq_str; NULL gives the empty string. */
MQ_API mq_str mq_str_of(const char *s);
MQ_API bool mq_str_equal(mq_str a, mq_str b);
/* Order of bytes, which for UTF-8 is the order of code points; <0, 0, >0. */
MQ_API int mq_str_compare(mq_str a, mq_str b);

MQ_API void mq_buf_release(mq_buf *b);
/* Forgets the contents and the sticky status, keeps the memory. */
MQ_API void mq_buf_clear(mq_buf *b);
/* Makes room for `more` further bytes; false (and the sticky status) when there is no memory. */
MQ_API bool mq_buf_reserve(mq_buf *b, size_t more);
MQ_API void mq_buf_add(mq_buf *b, const void *p, size_t n);
MQ_API void mq_buf_addstr(mq_buf *b, mq_str s);
MQ_API void mq_buf_addz(mq_buf *b, const char *s);
MQ_API void mq_buf_addc(mq_buf *b, char c);
/* Appends one code point as UTF-8; anything that is no scalar value becomes U+FFFD. */
MQ_API void mq_buf_addcp(mq_buf *b, uint32_t cp);
MQ_API void mq_buf_addf(mq_buf *b, const char *fmt, ...) MQ_PRINTF(2, 3);
MQ_API mq_str mq_buf_str(const mq_buf *b);

/* "MAJOR.MINOR.PATCH" of the library in use. */
MQ_API const char *mq_version(void);

#ifdef __cplusplus
}
#endif
#endif
