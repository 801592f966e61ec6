/*
 * base/dict.h - the files of dict/ in the form the program uses them: *images*, made by a room's compiler from the text a linguist edits.
 *
 * The images of all files are made at build time by scripts/mkdict.c and linked in; reading one is free. MUQABIL_DICT=folder makes the program
 * compile the files of that folder instead, once per process; a file that is missing there is taken from the program.
 */
#ifndef MQ_BASE_DICT_H
#define MQ_BASE_DICT_H

#include <muqabil/base.h>

/* Text of dict/FILE to image; `name` for messages. MQ_EFORMAT with a line, MQ_ENOMEM. The image may be used at any 16-byte aligned address. */
typedef mq_status mq_dict_compiler(mq_buf *image, mq_str text, const char *name, mq_error *err);

/* One image. Several may be made from one file. Each is declared by the room that uses it and listed in scripts/dictionaries.h. */
typedef struct mq_dict {
    const char *image;          /* unique, at most 47 bytes */
    const char *file;           /* in dict/ */
    mq_dict_compiler *compile;
} mq_dict;

/* The image, which lives as long as the process. Thread-safe. MQ_ENOTFOUND, or what the compiler says. */
mq_status mq_dict_image(mq_str *image, const mq_dict *d, mq_error *err);

/* The same, or an empty string when there is none: for what the program can do without. Thread-safe. */
mq_str mq_dict_image_if_any(const mq_dict *d);

/*
 * The container that mkdict writes: u32 count, padded to 16 bytes; for each image a mq_dict_entry; then the images, each at a
 * multiple of 16. Offsets count from the start of the container.
 */
typedef struct mq_dict_entry {
    char name[48];
    uint64_t offset, size;
} mq_dict_entry;

#endif
