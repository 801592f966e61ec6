/*
 * test_samples.c - files that other tools wrote ($MUQABIL_SHARED/formats/samples; skipped without): as many units as readers that are not ours count, and no
 * text lost (tests/tools/same-units says how that is compared).
 */
#include <dirent.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <muqabil/exchange.h>

#include "unit.h"

#define PYTHON "/usr/bin/python3" /* which has translate-toolkit; another one in PATH may not */
enum { PATH_MOST = 1024, FILES_LEAST = 5 };

/* ---- what our reader gives ---- */

static void put(mq_buf *out, mq_str s)
{
    mq_buf_addstr(out, s);
    mq_buf_addc(out, '\n');
}

static mq_status take_entry(void *user, const mq_entry *e, mq_error *err)
{
    (void)err;
    for (size_t i = 0; i < e->nterms; i++) {
        put(user, e->terms[i].text);
        put(user, e->terms[i].note);
    }
    put(user, e->note);
    return MQ_OK;
}

/* Texts without a letter or a language, of one column, too long: told, so not lost. Of a seg with codes and of forbidden characters the text is there. */
static mq_status take_left_out(void *user, const mq_left_out *x, mq_error *err)
{
    (void)err;
    if (x->reason == MQ_REASON_NO_LETTER || x->reason == MQ_REASON_ONE_COLUMN || x->reason == MQ_REASON_TOO_LONG)
        put(user, x->what);
    return MQ_OK;
}

/* The path of a file for same-units. */
static const char *list(const char *path)
{
    static const mq_exchange_handler handler = { .entry = take_entry, .left_out = take_left_out };
    static const mq_exchange_reading any = { .format = MQ_EXCHANGE_AUTO };
    mq_exchange_info info;
    mq_error err = { .code = MQ_OK };
    mq_buf texts = MQ_BUF_INIT, listing = MQ_BUF_INIT;
    const char *file;

    if (mq_exchange_read(path, &any, &handler, &texts, &info, &err) != MQ_OK)
        fail_msg("%s: %s", path, err.msg);
    mq_buf_addf(&listing, "%llu\n", (unsigned long long)info.entries);
    mq_buf_addstr(&listing, mq_buf_str(&texts));
    assert_int_equal(listing.status, MQ_OK);
    file = unit_file("listing", mq_buf_str(&listing));
    mq_buf_release(&texts);
    mq_buf_release(&listing);
    return file;
}

/* ---- against others ---- */

static void compare(char *path)
{
    char python[] = "python3", tool[] = "tests/tools/same-units", listing[PATH_MOST];
    char *const argv[] = { python, tool, path, listing, NULL };
    pid_t pid;
    int status = -1;

    assert_in_range(snprintf(listing, sizeof listing, "%s", list(path)), 1, (int)sizeof listing - 1);
    assert_int_equal(posix_spawn(&pid, PYTHON, NULL, NULL, argv, environ), 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static const struct folder_case {
    const char *name, *folder;
} folders[] = {
    { "TMX of OmegaT, Okapi, translate-toolkit and others", "tmx" },
    { "TBX of IBM, Oracle, Medtronic, SDL and others", "tbx" },
    { "glossaries of OmegaT and others", "glossary" },
};

static void reads_samples(void **row)
{
    const struct folder_case *c = *row;
    const char *shared = getenv("MUQABIL_SHARED");
    char folder[PATH_MOST / 2], path[PATH_MOST];
    struct dirent *entry;
    size_t files = 0;
    DIR *dir;

    (void)snprintf(folder, sizeof folder, "%s/formats/samples/%s", shared ? shared : "../shared", c->folder);
    dir = access(PYTHON, X_OK) == 0 ? opendir(folder) : NULL;
    if (!dir) {
        print_message("no samples in MUQABIL_SHARED, or no python3\n");
        skip();
    }
    while ((entry = readdir(dir)))
        if (*entry->d_name != '.') {
            (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            compare(path);
            files++;
        }
    (void)closedir(dir);
    assert_true(files >= FILES_LEAST);
}

int main(void)
{
    UNIT_ROWS(folders, reads_samples);
    return unit_run();
}
