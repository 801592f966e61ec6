/*
 * mkdict.c - build tool: compiles the files of dict/ into one container of images (src/base/dict.h).
 *     mkdict OUTPUT DICT_FOLDER
 * It is linked with the library's own objects, so an image is made by the same code that MUQABIL_DICT uses at run time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/dict.h"
#include "base/input.h"
#include "dictionaries.h"

enum { ALIGN = 16 };

/* mkdict has no dictionaries of its own yet. */
const char mq_dict_begin[1] = { 0 }, mq_dict_end[1] = { 0 };

static void align(mq_buf *b)
{
    while (b->n % ALIGN)
        mq_buf_addc(b, '\0');
}

static mq_status add(mq_buf *out, size_t entry, const char *folder, const mq_dict *d, mq_error *err)
{
    mq_buf path = MQ_BUF_INIT, text = MQ_BUF_INIT, image = MQ_BUF_INIT;
    mq_dict_entry file = { .offset = 0 };
    mq_input *in = NULL;
    mq_status rc;

    mq_buf_addf(&path, "%s/%s", folder, d->file);
    rc = mq_input_open(&in, path.p, err);
    if (!rc)
        rc = mq_input_all(in, &text, (size_t)1 << 30, err);
    if (!rc)
        rc = d->compile(&image, mq_buf_str(&text), d->file, err);
    if (!rc) {
        align(out);
        (void)snprintf(file.name, sizeof file.name, "%s", d->image);
        file.offset = out->n;
        file.size = image.n;
        memcpy(out->p + 16 + entry * sizeof file, &file, sizeof file);
        mq_buf_addstr(out, mq_buf_str(&image));
        rc = out->status;
    }
    mq_input_close(in);
    mq_buf_release(&path);
    mq_buf_release(&text);
    mq_buf_release(&image);
    return rc;
}

int main(int argc, char **argv)
{
    const uint32_t count = sizeof dictionaries / sizeof *dictionaries - 1;
    const mq_dict_entry none = { .offset = 0 };
    mq_buf out = MQ_BUF_INIT;
    mq_error err = { .code = MQ_OK };
    mq_status rc = MQ_OK;
    FILE *f;

    if (argc != 3)
        return 64;
    (void)setenv("MUQABIL_DICT", argv[2], 1); /* a compiler may ask for another dictionary */
    mq_buf_add(&out, &count, sizeof count);
    align(&out);
    for (uint32_t i = 0; i < count; i++)
        mq_buf_add(&out, &none, sizeof none);
    for (uint32_t i = 0; i < count && !rc; i++)
        rc = add(&out, i, argv[2], dictionaries[i], &err);
    f = rc ? NULL : fopen(argv[1], "wb");
    if (rc)
        (void)fprintf(stderr, "mkdict: %s (line %zu)\n", err.msg, err.line);
    if (!f || fwrite(out.p, 1, out.n, f) != out.n || fclose(f) != 0)
        rc = MQ_EIO;
    mq_buf_release(&out);
    return rc ? 1 : 0;
}
