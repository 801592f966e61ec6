/* test_locks.c - file systems that have no locks, or no memory that processes can share, as some network mounts: what SQLite asks of them is refused here. */
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "shelf.h"

static int refusal; /* errno of what is refused */

static int no_locks(int fd, int what, ...)
{
    (void)fd;
    if (what == F_SETLK || what == F_SETLKW) {
        errno = refusal;
        return -1;
    }
    return 0;
}

static void *no_map(void *at, size_t n, int protection, int flags, int fd, off_t from)
{
    (void)at, (void)n, (void)protection, (void)flags, (void)fd, (void)from;
    errno = refusal;
    return MAP_FAILED;
}

static void replace(const char *call, sqlite3_syscall_ptr by)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

    assert_int_equal(vfs->xSetSystemCall(vfs, call, by), SQLITE_OK);
}

static const struct lock_case {
    const char *name, *call;
    int refusal;
    int mode;
    mq_status rc;
    const char *says;
} cases[] = {
    { "without locks nothing is read", "fcntl", ENOLCK, MQ_STORE_READ, MQ_EIO, "no locks" },
    { "nor written", "fcntl", ENOLCK, MQ_STORE_WRITE, MQ_EIO, "no locks" },
    { "nor made", "fcntl", ENOLCK, MQ_STORE_CREATE, MQ_EIO, "no locks" },
    { "locks that are not implemented", "fcntl", ENOSYS, MQ_STORE_WRITE, MQ_EIO, "no locks" },
    { "locks that are not supported", "fcntl", EOPNOTSUPP, MQ_STORE_WRITE, MQ_EIO, "no locks" },
    { "memory cannot be shared", "mmap", ENODEV, MQ_STORE_READ, MQ_EIO, "cannot open" },
    { "memory cannot be shared, to write", "mmap", ENODEV, MQ_STORE_WRITE, MQ_EIO, "cannot open" },
};

static void refused(void **row)
{
    const struct lock_case *c = *row;
    const char *path = shelf_path("locks.db");
    mq_store *s;
    mq_error err = { .code = MQ_OK };
    mq_status rc;

    if (c->mode != MQ_STORE_CREATE) {
        s = shelf_open(path, MQ_STORE_CREATE);
        (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
        mq_store_free(s);
    }
    refusal = c->refusal;
    if (strcmp(c->call, "fcntl") == 0)
        replace(c->call, (sqlite3_syscall_ptr)no_locks);
    else
        replace(c->call, (sqlite3_syscall_ptr)no_map);
    rc = mq_store_open(&s, path, c->mode, &err);
    mq_store_free(s);
    replace(c->call, NULL);
    assert_int_equal(rc, c->rc);
    assert_non_null(strstr(err.msg, path));
    assert_non_null(strstr(err.msg, c->says));
    s = c->mode == MQ_STORE_CREATE ? NULL : shelf_open(path, MQ_STORE_WRITE); /* and where there are locks all is well */
    if (s)
        assert_sound(s);
    mq_store_free(s);
    assert_int_equal(access(path, F_OK) == 0, c->mode != MQ_STORE_CREATE);
}

/* A process that opens the glossary, and closes it, when it is told to through a pipe: made before SQLite holds anything here. */
static pid_t another_process(const char *path, int *go)
{
    int ends[2];
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        mq_store *s = NULL;
        char c;
        const bool told = read(ends[0], &c, 1) == 1;
        const mq_status rc = told ? mq_store_open(&s, path, MQ_STORE_WRITE, NULL) : MQ_EIO;

        mq_store_free(s);
        _exit((int)rc);
    }
    *go = ends[1];
    (void)close(ends[0]);
    return child;
}

/*
 * The last one to close folds the WAL into the file and removes it. Whoever opens the file a second time in this process must not make another process
 * believe that it is the last.
 */
static void a_second_handle_keeps_the_locks_of_the_first(void **state)
{
    const char *path = shelf_path("two.db");
    char wal[600];
    int go, status = -1;
    const pid_t child = another_process(path, &go);
    mq_store *first = shelf_open(path, MQ_STORE_CREATE), *second;

    (void)state;
    (void)snprintf(wal, sizeof wal, "%s-wal", path);
    (void)shelf_add(first, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    assert_int_equal(access(wal, F_OK), 0);
    second = shelf_open(path, MQ_STORE_READ);
    mq_store_free(second);
    assert_int_equal(write(go, "x", 1), 1);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(access(wal, F_OK), 0);
    (void)shelf_add(first, AR_AGENCY, "agence", MQ_LANG_FR, MQ_ACCEPTED);
    assert_sound(first);
    mq_store_free(first);
    (void)close(go);
}

int main(void)
{
    UNIT_ROWS(cases, refused);
    UNIT_LAW("a second handle in this process leaves the locks of the first", a_second_handle_keeps_the_locks_of_the_first);
    return unit_run();
}
