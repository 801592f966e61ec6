/* package.c - see package.h. Only zip is switched on, so that libarchive's other readers never see a hostile file. */
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "document/package.h"
#include "document/reader.h"

struct mq_package {
    struct archive *a;
    const char *name;
    size_t total;      /* bytes unpacked */
};

static mq_status damaged(const mq_package *p, mq_error *err)
{
    const char *const why = archive_error_string(p->a);

    return mq_fail(err, MQ_EFORMAT, "damaged zip '%s': %s", p->name, why ? why : "unknown error");
}

static mq_status find(mq_package *p, const char *entry, mq_error *err)
{
    struct archive_entry *e;
    int code;

    while ((code = archive_read_next_header(p->a, &e)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        const char *const path = archive_entry_pathname(e);

        if (path && strcmp(path, entry) == 0)
            return MQ_OK;
    }
    return code == ARCHIVE_EOF ? MQ_ENOTFOUND : damaged(p, err);
}

mq_status mq_package_open(mq_package **out, mq_str zip, const char *name, const char *entry, mq_error *err)
{
    mq_package *const p = calloc(1, sizeof *p);
    mq_status rc;

    *out = NULL;
    if (!p || !(p->a = archive_read_new())) {
        free(p);
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", name);
    }
    p->name = name;
    (void)archive_read_support_format_zip(p->a);
    if (archive_read_open_memory(p->a, zip.p, zip.n) != ARCHIVE_OK)
        rc = damaged(p, err);
    else
        rc = find(p, entry, err);
    if (rc)
        mq_package_close(p);
    else
        *out = p;
    return rc;
}

mq_status mq_package_read(mq_package *p, void *to, size_t n, size_t *got, mq_error *err)
{
    const la_ssize_t k = archive_read_data(p->a, to, n);

    *got = k > 0 ? (size_t)k : 0;
    if (k < 0)
        return damaged(p, err);
    p->total += *got;
    if (p->total > MQ_DOCUMENT_LIMIT)
        return mq_fail(err, MQ_ELIMIT, "'%s' unpacks to more than %zu bytes", p->name, MQ_DOCUMENT_LIMIT);
    return MQ_OK;
}

void mq_package_close(mq_package *p)
{
    if (!p)
        return;
    (void)archive_read_free(p->a);
    free(p);
}
