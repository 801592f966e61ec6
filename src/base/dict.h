/*
 * base/dict.h - the files of dict/ in the form the program uses them: *images*, made by a room's compiler from the text a linguist edits.
 *
 * The images of all files are made at build time by scripts/mkdict.c and linked in; reading one is free. MUQABIL_DICT=folder makes the program
 * compile the files of that folder instead, once per process; a file that is missing there is taken from the program.
 */
#ifndef MQ_BASE_DICT_H
#define MQ_BASE_DICT_H

#include <muqabil/base.h>

/* Text of dict/NAME to image; `name` for messages. MQ_EFORMAT with a line, MQ_ENOMEM. The image may be used at any 16-byte aligned address. */
typedef mq_status mq_dict_compiler(mq_buf *image, mq_str text, const char *name, mq_error *err);

/* The image of dict/NAME, which lives as long as the process. Thread-safe. MQ_ENOTFOUND, or what the compiler says. */
mq_status mq_dict_image(mq_str *image, const char *name, mq_dict_compiler *compile, mq_error *err);

/*
 * The container that mkdict writes: u32 count, then for each file 64 bytes {char name[48]; u64 offset; u64 size}, then the images, each at a
 * multiple of 16. Offsets count from the start of the container.
 */
typedef struct mq_dict_file {
    char name[48];
    uint64_t offset, size;
} mq_dict_file;

#endif
