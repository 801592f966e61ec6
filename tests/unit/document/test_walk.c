/* test_walk.c - the files below a folder: order, links, what cannot be read. */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"

/* What one walk told, a path or message a line, without the folder's name. */
struct told {
    mq_buf files, problems;
    size_t most;     /* stop after this many files */
};

static mq_status on_file(void *user, const char *path)
{
    struct told *const t = user;

    mq_buf_addf(&t->files, "%s\n", path + strlen(unit_folder()) + 1);
    return t->most-- == 1 ? MQ_ESTOPPED : MQ_OK;
}

static void on_problem(void *user, const mq_error *err)
{
    struct told *const t = user;

    mq_buf_addf(&t->problems, "%s\n", err->msg);
}

static const char *place(const char *name)
{
    static char path[512];

    (void)snprintf(path, sizeof path, "%s/%s", unit_folder(), name);
    return path;
}

static void folder(const char *name)
{
    assert_int_equal(mkdir(place(name), 0755), 0);
}

static void link_to(const char *target, const char *name)
{
    assert_int_equal(symlink(target, place(name)), 0);
}

static void empty(const char *const *names)
{
    for (; *names; names++)
        assert_int_equal(remove(place(*names)), 0);
}

static mq_status walk(struct told *t, const char *name, mq_error *err)
{
    *t = (struct told){ .files = MQ_BUF_INIT, .problems = MQ_BUF_INIT, .most = t->most };
    return mq_walk(place(name), on_file, on_problem, t, err);
}

static void release(struct told *t)
{
    mq_buf_release(&t->files);
    mq_buf_release(&t->problems);
}

static void order_is_that_of_the_paths(void **state)
{
    struct told t = { .most = 0 };

    (void)state;
    folder("o");
    folder("o/a");
    folder("o/.hidden");
    for (const char *const *name = (const char *const[]){ "o/a/b", "o/a.txt", "o/a-b", "o/B", "o/.c", "o/.hidden/d", u8"o/\u0645", "o/z",
    NULL }; *name; name++)
        (void)unit_file(*name, (mq_str)BYTES("x"));
    assert_int_equal(walk(&t, "o", NULL), MQ_OK);
    assert_buf(t.files, u8"o/B\no/a-b\no/a.txt\no/a/b\no/z\no/\u0645\n");
    assert_int_equal(t.problems.n, 0);
    release(&t);
    assert_int_equal(walk(&t, "o/", NULL), MQ_OK);
    assert_int_equal(strncmp(t.files.p, "o/B\n", 4), 0);
    release(&t);
    empty((const char *const[]){ "o/a/b", "o/a.txt", "o/a-b", "o/B", "o/.c", "o/.hidden/d", u8"o/\u0645", "o/z", "o/a", "o/.hidden", "o", NULL });
}

static void no_folder_is_entered_twice(void **state)
{
    struct told t = { .most = 0 };

    (void)state;
    folder("c");
    folder("c/a");
    (void)unit_file("c/a/f", (mq_str)BYTES("x"));
    link_to("..", "c/a/up");
    link_to("a", "c/b");
    link_to("a/f", "c/g");
    link_to(".", "c/self");
    assert_int_equal(walk(&t, "c", NULL), MQ_OK);
    assert_buf(t.files, "c/a/f\nc/g\n");
    assert_int_equal(t.problems.n, 0);
    release(&t);
    empty((const char *const[]){ "c/a/up", "c/a/f", "c/b", "c/g", "c/self", "c/a", "c", NULL });
}

static void what_is_no_file_is_left_out(void **state)
{
    struct told t = { .most = 0 };

    (void)state;
    folder("p");
    assert_int_equal(mkfifo(place("p/pipe"), 0644), 0);
    link_to("nowhere", "p/broken");
    (void)unit_file("p/f", (mq_str)BYTES("x"));
    assert_int_equal(walk(&t, "p", NULL), MQ_OK);
    assert_buf(t.files, "p/f\n");
    assert_non_null(strstr(t.problems.p, "p/broken': No such file or directory\n"));
    release(&t);
    empty((const char *const[]){ "p/pipe", "p/broken", "p/f", "p", NULL });
}

/* root may read everything, so there the folder is just read. */
static void a_folder_without_permission_does_not_end_the_walk(void **state)
{
    struct told t = { .most = 0 };

    (void)state;
    folder("q");
    folder("q/a");
    (void)unit_file("q/b", (mq_str)BYTES("x"));
    assert_int_equal(chmod(place("q/a"), 0), 0);
    assert_int_equal(walk(&t, "q", NULL), MQ_OK);
    assert_buf(t.files, "q/b\n");
    if (geteuid() != 0)
        assert_non_null(strstr(t.problems.p, "q/a': Permission denied\n"));
    release(&t);
    empty((const char *const[]){ "q/a", "q/b", "q", NULL });
}

static void a_file_is_itself(void **state)
{
    struct told t = { .most = 0 };
    mq_error err;

    (void)state;
    (void)unit_file("f", (mq_str)BYTES("x"));
    assert_int_equal(walk(&t, "f", NULL), MQ_OK);
    assert_buf(t.files, "f\n");
    release(&t);
    assert_int_equal(walk(&t, "none", &err), MQ_EIO);
    assert_non_null(strstr(err.msg, "none': No such file or directory"));
    release(&t);
}

static void the_walk_ends_when_told_to(void **state)
{
    struct told t = { .most = 2 };

    (void)state;
    folder("s");
    (void)unit_file("s/1", (mq_str)BYTES("x"));
    (void)unit_file("s/2", (mq_str)BYTES("x"));
    (void)unit_file("s/3", (mq_str)BYTES("x"));
    assert_int_equal(walk(&t, "s", NULL), MQ_ESTOPPED);
    assert_buf(t.files, "s/1\ns/2\n");
    release(&t);
    empty((const char *const[]){ "s/1", "s/2", "s/3", "s", NULL });
}

int main(void)
{
    UNIT_LAW("the order is that of the bytes of the paths", order_is_that_of_the_paths);
    UNIT_LAW("no folder is entered twice, however it is linked", no_folder_is_entered_twice);
    UNIT_LAW("pipes are left out, broken links are told", what_is_no_file_is_left_out);
    UNIT_LAW("a folder without permission does not end the walk", a_folder_without_permission_does_not_end_the_walk);
    UNIT_LAW("a file is itself; what is not there is an error", a_file_is_itself);
    UNIT_LAW("the walk ends when it is told to", the_walk_ends_when_told_to);
    return unit_run();
}
