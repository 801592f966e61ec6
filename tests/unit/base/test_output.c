/* test_output.c - a file appears whole or not at all. */
#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/input.h"
#include "base/output.h"
#include "unit.h"

static void assert_holds(const char *path, const char *want)
{
    mq_buf all = MQ_BUF_INIT;
    mq_input *in;

    assert_int_equal(mq_input_open(&in, path, NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, &all, 1 << 20, NULL), MQ_OK);
    assert_buf(all, want);
    mq_input_close(in);
    mq_buf_release(&all);
}

/* Files of the scratch folder, whatever their names: nothing may stay behind. */
static size_t files(void)
{
    DIR *d = opendir(unit_folder());
    size_t n = 0;

    assert_non_null(d);
    while (readdir(d))
        n++;
    (void)closedir(d);
    return n - 2;
}

static void old_file_stays_until_commit(void **state)
{
    const char *path = unit_file("out", MQ_STR("old"));
    const size_t before = files();
    mq_output *o;

    (void)state;
    assert_int_equal(mq_output_open(&o, path, NULL), MQ_OK);
    mq_output_write(o, "new", 3);
    mq_output_write(o, "", 0);
    assert_holds(path, "old");
    assert_int_equal(mq_output_commit(o, NULL), MQ_OK);
    assert_holds(path, "new");
    assert_int_equal(files(), before);
}

static void a_device_stays_a_device(void **state)
{
    mq_error err = { .code = MQ_OK };
    struct stat st;
    mq_output *o;

    (void)state;
    assert_int_equal(mq_output_open(&o, "/dev/null", &err), MQ_OK);
    mq_output_write(o, "x", 1);
    assert_int_equal(mq_output_commit(o, &err), MQ_OK);
    assert_int_equal(mq_output_open(&o, "/dev/full", &err), MQ_OK);
    mq_output_write(o, "x", 1);
    assert_int_equal(mq_output_commit(o, &err), MQ_EIO);
    assert_string_equal(err.msg, "cannot write '/dev/full': No space left on device");
    assert_int_equal(mq_output_open(&o, "/dev/full", &err), MQ_OK);
    mq_output_cancel(o);
    assert_int_equal(stat("/dev/full", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
    assert_int_equal(stat("/dev/null", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
}

static void a_link_stays_a_link(void **state)
{
    const char *path = unit_file("target", MQ_STR("old"));
    mq_buf name = MQ_BUF_INIT;
    struct stat st;
    mq_output *o;

    (void)state;
    mq_buf_addf(&name, "%s/link", unit_folder());
    assert_int_equal(symlink("target", name.p), 0);
    assert_int_equal(mq_output_open(&o, name.p, NULL), MQ_OK);
    mq_output_write(o, "new", 3);
    assert_int_equal(mq_output_commit(o, NULL), MQ_OK);
    assert_holds(path, "new");
    assert_int_equal(lstat(name.p, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(unlink(name.p), 0);
    mq_buf_release(&name);
}

static void cancel_leaves_no_trace(void **state)
{
    const char *path = unit_file("out", MQ_STR("old"));
    const size_t before = files();
    mq_output *o;

    (void)state;
    assert_int_equal(mq_output_open(&o, path, NULL), MQ_OK);
    mq_output_write(o, "new", 3);
    mq_output_cancel(o);
    mq_output_cancel(NULL);
    assert_holds(path, "old");
    assert_int_equal(files(), before);
}

/* A disk that fills up, played by a limit on the size of files. */
static void full_disk_leaves_the_old_file(void **state)
{
    const char *path = unit_file("out", MQ_STR("old"));
    const size_t before = files();
    const struct rlimit little = { 100, RLIM_INFINITY };
    struct rlimit saved;
    static char much[100000];
    mq_output *o;
    mq_error err;
    mq_status rc;

    (void)state;
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &saved), 0);
    assert_int_equal(mq_output_open(&o, path, NULL), MQ_OK);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
    mq_output_write(o, much, sizeof much);
    rc = mq_output_commit(o, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &saved), 0);
    assert_int_equal(rc, MQ_EIO);
    assert_non_null(strstr(err.msg, "cannot write"));
    assert_holds(path, "old");
    assert_int_equal(files(), before);
}

/* The place is taken by a folder while the file is written. */
static void place_that_cannot_be_taken(void **state)
{
    mq_buf path = MQ_BUF_INIT;
    mq_output *o;

    (void)state;
    mq_buf_addf(&path, "%s/taken", unit_folder());
    assert_int_equal(mq_output_open(&o, path.p, NULL), MQ_OK);
    assert_int_equal(mkdir(path.p, 0777), 0);
    assert_int_equal(mq_output_commit(o, NULL), MQ_EIO);
    assert_int_equal(mq_output_open(&o, path.p, NULL), MQ_EIO);
    assert_null(o);
    assert_int_equal(rmdir(path.p), 0);
    mq_buf_release(&path);
}

static void folder_that_is_not_there(void **state)
{
    mq_output *o;
    mq_error err;

    (void)state;
    assert_int_equal(mq_output_open(&o, "/nowhere/x", &err), MQ_EIO);
    assert_null(o);
    assert_string_equal(err.msg, "cannot write '/nowhere/x': No such file or directory");
}

/* What opening and committing makes of the permissions of a file; 0 for `old`: it is not there before. */
static mode_t mode_after(mode_t old)
{
    const char *path = unit_file("mode", MQ_STR("old"));
    mq_output *o;
    struct stat st;

    assert_int_equal(old ? chmod(path, old) : unlink(path), 0);
    assert_int_equal(mq_output_open(&o, path, NULL), MQ_OK);
    assert_int_equal(mq_output_commit(o, NULL), MQ_OK);
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & 07777;
}

static void mode_is_the_usual_one(void **state)
{
    const mode_t saved = umask(027);

    (void)state;
    assert_int_equal(mode_after(0), 0640);
    (void)umask(saved);
}

static void mode_stays(void **state)
{
    (void)state;
    assert_int_equal(mode_after(0600), 0600);
    assert_int_equal(mode_after(0664), 0664);
}

int main(void)
{
    UNIT_LAW("the old file stays until the new one is whole", old_file_stays_until_commit);
    UNIT_LAW("a cancelled file leaves no trace", cancel_leaves_no_trace);
    UNIT_LAW("a device is written to and stays one", a_device_stays_a_device);
    UNIT_LAW("of a link the target is replaced", a_link_stays_a_link);
    UNIT_LAW("a full disk is told and leaves the old file", full_disk_leaves_the_old_file);
    UNIT_LAW("a place that cannot be taken is told", place_that_cannot_be_taken);
    UNIT_LAW("a folder that is not there is told", folder_that_is_not_there);
    UNIT_LAW("a new file has the permissions that the user's mask says", mode_is_the_usual_one);
    UNIT_LAW("a file that is replaced keeps its permissions", mode_stays);
    return unit_run();
}
