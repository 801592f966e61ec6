/* glossary/paths.h - the files that the operands of a command stand for: folders walked, in order; and what is to be said of one that was read. */
#ifndef MQ_GLOSSARY_PATHS_H
#define MQ_GLOSSARY_PATHS_H

#include <muqabil/document.h>

typedef struct mq_paths {
    char **path;
    size_t n, cap;
} mq_paths;

/*
 * Adds a file, "-", or what lies below a folder. A folder that cannot be read goes to `problem`. A path that does not exist is added: opening it
 * will tell. MQ_ENOMEM.
 */
mq_status mq_paths_add(mq_paths *p, const char *path, mq_problem_fn *problem, void *user, mq_error *err);
void mq_paths_release(mq_paths *p);

/*
 * What a person should know of a file that was read to its end (code MQ_OK): a guessed encoding, replaced bytes, lines left out, nothing in it. tell may be
 * NULL.
 */
void mq_reader_notes(const mq_reader *r, const char *path, mq_problem_fn *tell, void *user);

#endif
