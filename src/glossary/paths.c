/* paths.c - see paths.h. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/grow.h"
#include "glossary/paths.h"

static mq_status add(void *user, const char *path)
{
    mq_paths *p = user;

    if (!MQ_ROOM(p->path, p->n, p->cap, 64))
        return MQ_ENOMEM;
    p->path[p->n] = strdup(path);
    return p->path[p->n] ? (p->n++, MQ_OK) : MQ_ENOMEM;
}

/* mq_walk has one user pointer for both handlers. */
struct walking {
    mq_paths *paths;
    mq_problem_fn *problem;
    void *user;
};

static mq_status on_file(void *user, const char *path)
{
    return add(((struct walking *)user)->paths, path);
}

static void on_problem(void *user, const mq_error *e)
{
    const struct walking *w = user;

    if (w->problem)
        w->problem(w->user, e);
}

mq_status mq_paths_add(mq_paths *p, const char *path, mq_problem_fn *problem, void *user, mq_error *err)
{
    struct walking w = { p, problem, user };
    struct stat st;
    mq_status rc;

    if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        rc = mq_walk(path, on_file, on_problem, &w, err);
    else
        rc = add(p, path);
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory for the list of files") : rc;
}

void mq_paths_release(mq_paths *p)
{
    for (size_t i = 0; i < p->n; i++)
        free(p->path[i]);
    free(p->path);
    *p = (mq_paths){ NULL, 0, 0 };
}

void mq_reader_notes(const mq_reader *r, const char *path, mq_problem_fn *tell, void *user)
{
    const mq_reader_info info = mq_reader_about(r);
    mq_error e[4] = { { .code = MQ_OK } };
    size_t n = 0;

    if (info.encoding_guessed)
        (void)mq_fail(&e[n++], MQ_OK, "'%s': encoding guessed: %s", path, info.encoding);
    if (info.replaced)
        (void)mq_fail(&e[n++], MQ_OK, "'%s': %llu ill-formed sequences replaced, the first at byte %llu", path, (unsigned long long)info.replaced,
                      (unsigned long long)info.first_replaced);
    if (info.skipped)
        (void)mq_fail_at(&e[n++], MQ_OK, info.first_skipped, 0, "'%s': %llu lines are no {\"id\",\"text\"}; the first", path, (unsigned long long)info.skipped);
    if (info.bytes == 0)
        (void)mq_fail(&e[n++], MQ_OK, "'%s' is empty", path);
    for (size_t i = 0; i < n && tell; i++)
        tell(user, &e[i]);
}
