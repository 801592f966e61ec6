/* dict.c - see dict.h. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/dict.h"
#include "base/input.h"

enum { MOST_FILES = 32, LARGEST_FILE = 64 << 20 };

/* From the object that is assembled out of build/…/dict.img; mkdict itself is linked with an empty one. */
extern const char mq_dict_begin[], mq_dict_end[];

/* What MUQABIL_DICT made in this process. */
static struct {
    pthread_mutex_t lock;
    size_t n;
    struct { const char *name; mq_buf image; } file[MOST_FILES]; /* the name is mq_dict's, which lives as long as the program */
} own;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Recursive, because a compiler may ask for another dictionary. */
static void make_lock(void)
{
    pthread_mutexattr_t a;

    (void)pthread_mutexattr_init(&a);
    (void)pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
    (void)pthread_mutex_init(&own.lock, &a);
    (void)pthread_mutexattr_destroy(&a);
}

static mq_status built_in(mq_str *image, const char *name, mq_error *err)
{
    const size_t size = (size_t)(mq_dict_end - mq_dict_begin);
    const mq_dict_entry *file = (const mq_dict_entry *)(const void *)(mq_dict_begin + 16);
    uint32_t count = 0;

    if (size >= 16)
        memcpy(&count, mq_dict_begin, sizeof count);
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(file[i].name, name) == 0) {
            *image = (mq_str){ mq_dict_begin + file[i].offset, (size_t)file[i].size };
            return MQ_OK;
        }
    return mq_fail(err, MQ_ENOTFOUND, "no dictionary '%s' in this program", name);
}

static mq_status compile_file(mq_buf *image, const char *path, const mq_dict *d, mq_error *err)
{
    mq_buf text = MQ_BUF_INIT;
    mq_input *in;
    mq_status rc = mq_input_open(&in, path, err);

    if (rc)
        return MQ_ENOTFOUND;
    rc = mq_input_all(in, &text, LARGEST_FILE, err);
    if (!rc)
        rc = d->compile(image, mq_buf_str(&text), d->file, err);
    mq_input_close(in);
    mq_buf_release(&text);
    return rc;
}

static mq_status from_folder(mq_str *image, const char *folder, const mq_dict *d, mq_error *err)
{
    mq_buf path = MQ_BUF_INIT, made = MQ_BUF_INIT;
    mq_status rc;

    for (size_t i = 0; i < own.n; i++)
        if (strcmp(own.file[i].name, d->image) == 0) {
            *image = mq_buf_str(&own.file[i].image);
            return MQ_OK;
        }
    if (own.n == MOST_FILES)
        return mq_fail(err, MQ_ELIMIT, "more than %d dictionaries", MOST_FILES);
    mq_buf_addf(&path, "%s/%s", folder, d->file);
    rc = path.status ? MQ_ENOMEM : compile_file(&made, path.p, d, err);
    mq_buf_release(&path);
    if (rc) {
        mq_buf_release(&made);
        return rc;
    }
    own.file[own.n].name = d->image;
    own.file[own.n].image = made;
    *image = mq_buf_str(&own.file[own.n++].image);
    return MQ_OK;
}

mq_status mq_dict_image(mq_str *image, const mq_dict *d, mq_error *err)
{
    const char *folder = getenv("MUQABIL_DICT");
    mq_status rc = MQ_ENOTFOUND;

    if (folder && *folder) {
        (void)pthread_once(&once, make_lock);
        (void)pthread_mutex_lock(&own.lock);
        rc = from_folder(image, folder, d, err);
        (void)pthread_mutex_unlock(&own.lock);
    }
    return rc == MQ_ENOTFOUND ? built_in(image, d->image, err) : rc;
}

mq_str mq_dict_image_if_any(const mq_dict *d)
{
    mq_str image;

    return mq_dict_image(&image, d, NULL) == MQ_OK ? image : (mq_str){ NULL, 0 };
}
