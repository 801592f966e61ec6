/* input.c - see input.h. zlib reads plain files as they are, so one path serves both. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/input.h"

enum { WINDOW = MQ_INPUT_PEEK, LARGEST_READ = 1 << 30 };

struct mq_input {
    gzFile gz;        /* owns fd */
    int fd;
    uint64_t size;    /* of a regular file that is not standard input */
    char *name;
    char *window;     /* bytes read ahead, for mq_input_line and mq_input_peek */
    size_t at, end;
    uint64_t fetched; /* bytes that came out of gz */
    bool ended;       /* do not ask a terminal twice */
};

static mq_status cannot_open(const char *path, mq_error *err)
{
    return mq_fail(err, MQ_EIO, "cannot open '%s': %s", path, strerror(errno));
}

static mq_status open_fd(int *fd, uint64_t *size, const char *path, mq_error *err)
{
    struct stat st;

    *size = 0;
    if (strcmp(path, "-") == 0)
        *fd = dup(STDIN_FILENO);
    else
        *fd = open(path, O_RDONLY | O_CLOEXEC);
    if (*fd < 0)
        return cannot_open(path, err);
    if (fstat(*fd, &st) != 0)
        return MQ_OK;
    if (S_ISDIR(st.st_mode)) {
        (void)close(*fd);
        return mq_fail(err, MQ_EINVALID, "'%s' is a folder", path);
    }
    if (S_ISREG(st.st_mode) && strcmp(path, "-") != 0)
        *size = (uint64_t)st.st_size;
    return MQ_OK;
}

mq_status mq_input_open(mq_input **out, const char *path, mq_error *err)
{
    mq_input *in;
    uint64_t size;
    mq_status rc;
    int fd;

    *out = NULL;
    rc = open_fd(&fd, &size, path, err);
    if (rc)
        return rc;
    in = calloc(1, sizeof *in);
    if (in)
        in->name = strdup(strcmp(path, "-") == 0 ? "standard input" : path);
    if (in && in->name)
        in->gz = gzdopen(fd, "rb");
    if (!in || !in->gz) {
        (void)close(fd);
        if (in)
            free(in->name);
        free(in);
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", path);
    }
    in->fd = fd;
    in->size = size;
    (void)gzbuffer(in->gz, WINDOW);
    *out = in;
    return MQ_OK;
}

static mq_status read_gz(mq_input *in, void *p, size_t n, size_t *got, mq_error *err)
{
    int k, code;
    const char *msg;

    *got = 0;
    if (in->ended)
        return MQ_OK;
    k = gzread(in->gz, p, (unsigned)(n < LARGEST_READ ? n : LARGEST_READ));
    if (k > 0)
        *got = (size_t)k;
    msg = gzerror(in->gz, &code);
    if (k < 0 && code == Z_ERRNO)
        return mq_fail(err, MQ_EIO, "cannot read '%s': %s", in->name, strerror(errno));
    if (k < 0 || (k == 0 && code == Z_BUF_ERROR))
        return mq_fail(err, MQ_EFORMAT, "damaged gzip '%s': %s", in->name, code == Z_BUF_ERROR ? "it ends too early" : msg);
    in->fetched += *got;
    in->ended = k == 0;
    return MQ_OK;
}

mq_status mq_input_read(mq_input *in, void *p, size_t n, size_t *got, mq_error *err)
{
    if (in->at < in->end) {
        *got = in->end - in->at < n ? in->end - in->at : n;
        memcpy(p, in->window + in->at, *got);
        in->at += *got;
        return MQ_OK;
    }
    return read_gz(in, p, n, got, err);
}

uint64_t mq_input_size(mq_input *in)
{
    return gzdirect(in->gz) ? in->size : 0;
}

mq_status mq_input_read_at(const mq_input *in, uint64_t at, void *p, size_t n, size_t *got, mq_error *err)
{
    *got = 0;
    while (*got < n) {
        const ssize_t k = pread(in->fd, (char *)p + *got, n - *got, (off_t)(at + *got));

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return mq_fail(err, MQ_EIO, "cannot read '%s': %s", in->name, strerror(errno));
        if (k == 0)
            break;
        *got += (size_t)k;
    }
    return MQ_OK;
}

mq_status mq_input_all(mq_input *in, mq_buf *out, size_t limit, mq_error *err)
{
    const size_t before = out->n;

    for (;;) {
        size_t got;
        mq_status rc;

        if (!mq_buf_reserve(out, WINDOW))
            return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", in->name);
        rc = mq_input_read(in, out->p + out->n, WINDOW, &got, err);
        if (rc)
            return rc;
        if (got == 0)
            break;
        out->n += got;
        out->p[out->n] = '\0';
        if (out->n - before > limit)
            return mq_fail(err, MQ_ELIMIT, "'%s' is larger than %zu bytes", in->name, limit);
    }
    return MQ_OK;
}

static mq_status need_window(mq_input *in, mq_error *err)
{
    if (!in->window)
        in->window = malloc(WINDOW);
    return in->window ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", in->name);
}

static mq_status refill(mq_input *in, mq_error *err)
{
    mq_status rc = need_window(in, err);

    in->at = in->end = 0;
    return rc ? rc : read_gz(in, in->window, WINDOW, &in->end, err);
}

mq_status mq_input_peek(mq_input *in, mq_str *head, size_t n, mq_error *err)
{
    mq_status rc = need_window(in, err);

    *head = (mq_str){ "", 0 };
    if (rc)
        return rc;
    if (in->at > 0) {
        memmove(in->window, in->window + in->at, in->end - in->at);
        in->end -= in->at;
        in->at = 0;
    }
    while (in->end < n && in->end < WINDOW) {
        size_t got;

        rc = read_gz(in, in->window + in->end, WINDOW - in->end, &got, err);
        if (rc)
            return rc;
        if (got == 0)
            break;
        in->end += got;
    }
    *head = (mq_str){ in->window, in->end < n ? in->end : n };
    return MQ_OK;
}

uint64_t mq_input_tell(const mq_input *in)
{
    return in->fetched - (in->end - in->at);
}

mq_status mq_input_line(mq_input *in, mq_buf *line, size_t limit, mq_error *err)
{
    bool any = false, over = false;

    mq_buf_clear(line);
    for (;;) {
        const char *from, *lf;
        size_t n;

        if (in->at == in->end) {
            mq_status rc = refill(in, err);

            if (rc)
                return rc;
            if (in->end == 0)
                break;
        }
        any = true;
        from = in->window + in->at;
        lf = memchr(from, '\n', in->end - in->at);
        n = lf ? (size_t)(lf - from) : in->end - in->at;
        over = over || line->n + n > limit;
        if (!over)
            mq_buf_add(line, from, n);
        in->at += n + (lf != NULL);
        if (lf)
            break;
    }
    if (!any)
        return MQ_ENOTFOUND;
    if (over)
        return mq_fail(err, MQ_ELIMIT, "a line of '%s' is longer than %zu bytes", in->name, limit);
    return line->status ? mq_fail(err, line->status, "no memory for a line of '%s'", in->name) : MQ_OK;
}

const char *mq_input_name(const mq_input *in)
{
    return in->name;
}

void mq_input_close(mq_input *in)
{
    if (!in)
        return;
    (void)gzclose(in->gz);
    free(in->window);
    free(in->name);
    free(in);
}
