/* output.c - see output.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"

struct mq_output {
    FILE *f;
    char *path;      /* NULL for standard output */
    char *temporary; /* NULL for what cannot be replaced: standard output, a device */
    int error;       /* the first errno, 0 = none */
};

static void output_free(mq_output *o)
{
    if (o) {
        free(o->path);
        free(o->temporary);
        free(o);
    }
}

/* The file that a symbolic link leads to is replaced, not the link. */
static char *target_of(const char *path)
{
    struct stat st;
    char *target = lstat(path, &st) == 0 && S_ISLNK(st.st_mode) ? realpath(path, NULL) : NULL;

    return target ? target : strdup(path);
}

/* Who may read and write the new file: who may the old one, else what the mask says. */
static mode_t mode_of(const struct stat *old)
{
    mode_t mask;

    if (old)
        return old->st_mode & 07777;
    mask = umask(0);
    (void)umask(mask);
    return 0666 & ~mask;
}

/* old may be NULL */
static mq_status open_temporary(mq_output *o, const struct stat *old, mq_error *err)
{
    mq_buf name = MQ_BUF_INIT;
    int fd;

    mq_buf_addf(&name, "%s.tmp-XXXXXX", o->path);
    o->temporary = name.p;
    if (name.status)
        return mq_fail(err, MQ_ENOMEM, "no memory to write '%s'", o->path);
    fd = mkstemp(o->temporary);
    if (fd < 0)
        return mq_fail(err, MQ_EIO, "cannot write '%s': %s", o->path, strerror(errno));
    (void)fchmod(fd, mode_of(old));
    o->f = fdopen(fd, "wb");
    if (!o->f) {
        (void)close(fd);
        (void)unlink(o->temporary);
        return mq_fail(err, MQ_ENOMEM, "no memory to write '%s'", o->path);
    }
    return MQ_OK;
}

/* A device or a pipe with a name cannot be replaced; it is written to as it is. */
static mq_status open_file(mq_output *o, const char *path, mq_error *err)
{
    struct stat st;
    bool there;

    o->path = target_of(path);
    if (!o->path)
        return mq_fail(err, MQ_ENOMEM, "no memory to write '%s'", path);
    there = stat(path, &st) == 0;
    if (there && S_ISDIR(st.st_mode))
        return mq_fail(err, MQ_EIO, "cannot write '%s': it is a folder", path);
    if (there && S_ISREG(st.st_mode) && access(path, W_OK) != 0)
        return mq_fail(err, MQ_EIO, "cannot write '%s': %s", path, strerror(errno));
    if (!there || S_ISREG(st.st_mode))
        return open_temporary(o, there ? &st : NULL, err);
    o->f = fopen(path, "wbe");
    return o->f ? MQ_OK : mq_fail(err, MQ_EIO, "cannot write '%s': %s", path, strerror(errno));
}

mq_status mq_output_open(mq_output **out, const char *path, mq_error *err)
{
    mq_output *o = calloc(1, sizeof *o);
    mq_status rc = MQ_OK;

    *out = NULL;
    if (!o)
        return mq_fail(err, MQ_ENOMEM, "no memory to write '%s'", path);
    if (strcmp(path, "-") == 0)
        o->f = stdout;
    else
        rc = open_file(o, path, err);
    if (rc) {
        output_free(o);
        return rc;
    }
    *out = o;
    return MQ_OK;
}

void mq_output_write(mq_output *o, const void *p, size_t n)
{
    errno = 0;
    if (!o->error && n && fwrite(p, 1, n, o->f) != n)
        o->error = errno ? errno : EIO;
}

bool mq_output_failed(const mq_output *o)
{
    return o->error != 0;
}

mq_status mq_output_check(const mq_output *o, mq_error *err)
{
    if (!o->error)
        return MQ_OK;
    if (!o->path && o->error == EPIPE)
        return mq_fail(err, MQ_ESTOPPED, "nobody reads standard output any more");
    return mq_fail(err, MQ_EIO, "cannot write '%s': %s", o->path ? o->path : "standard output", strerror(o->error));
}

mq_status mq_output_commit(mq_output *o, mq_error *err)
{
    mq_status rc;

    errno = 0;
    if (fflush(o->f) != 0 && !o->error)
        o->error = errno ? errno : EIO;
    if (!o->error && o->temporary && fsync(fileno(o->f)) != 0 && errno != EINVAL)
        o->error = errno;
    if (o->path && fclose(o->f) != 0 && !o->error)
        o->error = errno ? errno : EIO;
    if (!o->error && o->temporary && rename(o->temporary, o->path) != 0)
        o->error = errno;
    rc = mq_output_check(o, err);
    if (rc && o->temporary)
        (void)unlink(o->temporary);
    output_free(o);
    return rc;
}

void mq_output_cancel(mq_output *o)
{
    if (!o)
        return;
    if (o->path)
        (void)fclose(o->f);
    if (o->temporary)
        (void)unlink(o->temporary);
    output_free(o);
}
