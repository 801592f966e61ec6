/*
 * walk.c - the files below a folder, in byte order of their paths.
 *
 * Siblings are compared as if a folder's name ended in '/': then going down folder by folder gives the order that sorting all paths would give ("a-b",
 * "a.txt" and "a/b" in this order). A folder is entered once, known by device and inode, however many links lead to it: that ends cycles, and also
 * chains of folders that link to each other twice, which would double at each step.
 */
#include <dirent.h>
#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <muqabil/document.h>

#include "base/grow.h"

struct folder_id {
    dev_t device;
    ino_t inode;
};

struct walk {
    mq_walk_fn *fn;
    mq_problem_fn *problem;
    void *user;
    mq_error *err;
    void *seen;  /* tree of the folders entered so far (tsearch) */
};

struct child {
    char *name;
    bool folder;
    struct folder_id id;
};

struct children {
    struct child *all;
    size_t n, cap;
};

static mq_status no_memory(struct walk *w, const char *path)
{
    return mq_fail(w->err, MQ_ENOMEM, "no memory to walk through '%s'", path);
}

static void tell(struct walk *w, const char *path)
{
    mq_error problem;

    (void)mq_fail(&problem, MQ_EIO, "cannot open '%s': %s", path, strerror(errno));
    if (w->problem)
        w->problem(w->user, &problem);
}

static int by_path(const void *va, const void *vb)
{
    const struct child *const a = va, *const b = vb;
    const unsigned char *p = (const unsigned char *)a->name, *q = (const unsigned char *)b->name;
    int x, y;

    while (*p && *p == *q) {
        p++;
        q++;
    }
    x = *p ? *p : a->folder ? '/' : -1;
    y = *q ? *q : b->folder ? '/' : -1;
    return x - y;
}

static void join(mq_buf *out, const char *folder, const char *name)
{
    const size_t n = strlen(folder);

    mq_buf_clear(out);
    mq_buf_addf(out, "%s%s%s", folder, n && folder[n - 1] == '/' ? "" : "/", name);
}

/* Adds what `name` in `folder` is; what is neither file nor folder is left out. False when there is no memory. */
static bool add_child(struct walk *w, struct children *list, const char *folder, const char *name)
{
    mq_buf path = MQ_BUF_INIT;
    struct stat st;
    struct child *e;
    bool ok = true;

    join(&path, folder, name);
    if (path.status)
        return false;
    if (stat(path.p, &st) != 0) {
        tell(w, path.p);
    } else if (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)) {
        ok = MQ_ROOM(list->all, list->n, list->cap, 32);
        if (ok) {
            e = &list->all[list->n];
            *e = (struct child){ strdup(name), S_ISDIR(st.st_mode), { st.st_dev, st.st_ino } };
            ok = e->name != NULL;
            list->n += ok;
        }
    }
    mq_buf_release(&path);
    return ok;
}

static mq_status list_folder(struct walk *w, struct children *list, const char *folder)
{
    DIR *const d = opendir(folder);
    const struct dirent *e;
    mq_status rc = MQ_OK;

    if (!d) {
        tell(w, folder);
        return MQ_OK;
    }
    for (;;) {
        errno = 0;
        e = readdir(d);
        if (!e)
            break;
        if (e->d_name[0] != '.' && !add_child(w, list, folder, e->d_name)) {
            rc = no_memory(w, folder);
            break;
        }
    }
    if (!rc && errno)
        tell(w, folder);
    (void)closedir(d);
    if (list->n)
        qsort(list->all, list->n, sizeof *list->all, by_path);
    return rc;
}

static int by_id(const void *va, const void *vb)
{
    const struct folder_id *const a = va, *const b = vb;

    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    return a->inode < b->inode ? -1 : a->inode > b->inode;
}

/* True the first time only. */
static bool enter(struct walk *w, struct folder_id id, mq_status *rc)
{
    struct folder_id *const key = malloc(sizeof *key);
    void *const *const found = key ? tsearch(memcpy(key, &id, sizeof id), &w->seen, by_id) : NULL;
    const bool first = found && *found == key;

    if (!found)
        *rc = no_memory(w, "a folder");
    if (!first)
        free(key);
    return first;
}

static mq_status walk_folder(struct walk *w, const char *folder) /* NOLINT(misc-no-recursion): as deep as a path is long */
{
    struct children list = { NULL, 0, 0 };
    mq_buf path = MQ_BUF_INIT;
    mq_status rc = list_folder(w, &list, folder);

    for (size_t i = 0; i < list.n && !rc; i++) {
        join(&path, folder, list.all[i].name);
        if (path.status)
            rc = no_memory(w, folder);
        else if (!list.all[i].folder)
            rc = w->fn(w->user, path.p);
        else if (enter(w, list.all[i].id, &rc))
            rc = walk_folder(w, path.p);
    }
    for (size_t i = 0; i < list.n; i++)
        free(list.all[i].name);
    free(list.all);
    mq_buf_release(&path);
    return rc;
}

mq_status mq_walk(const char *path, mq_walk_fn *fn, mq_problem_fn *problem, void *user, mq_error *err)
{
    struct walk w = { .fn = fn, .problem = problem, .user = user, .err = err };
    struct stat st;
    mq_status rc = MQ_OK;

    if (strcmp(path, "-") == 0)
        return fn(user, path);
    if (stat(path, &st) != 0)
        return mq_fail(err, MQ_EIO, "cannot open '%s': %s", path, strerror(errno));
    if (!S_ISDIR(st.st_mode))
        return fn(user, path);
    if (enter(&w, (struct folder_id){ st.st_dev, st.st_ino }, &rc))
        rc = walk_folder(&w, path);
    tdestroy(w.seen, free);
    return rc;
}
