/* wordlist.c - lists of right words, one a line, that a person or an editor adds to. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <muqabil/glossary.h>

#include "base/input.h"
#include "base/output.h"

enum { LONGEST_LINE = 1 << 16, LARGEST_LIST = 16 << 20 };

mq_status mq_check_word_list(mq_vocabulary *v, const char *path, mq_error *err)
{
    mq_buf line = MQ_BUF_INIT;
    mq_input *in;
    mq_status rc = mq_input_open(&in, path, err);

    while (!rc && (rc = mq_input_line(in, &line, LONGEST_LINE, err)) == MQ_OK)
        if (line.n && *line.p != '#')
            rc = mq_vocabulary_add_word(v, mq_buf_str(&line), err);
    mq_input_close(in);
    mq_buf_release(&line);
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

/* The folders above a file that does not exist yet. */
static void make_folders(const char *path)
{
    char *copy = strdup(path);

    for (char *p = copy; p && *p; p++)
        if (*p == '/' && p != copy) {
            *p = '\0';
            (void)mkdir(copy, 0777); /* whether it is there now is told by the open that follows */
            *p = '/';
        }
    free(copy);
}

static bool has_line(mq_str list, mq_str word)
{
    while (list.n) {
        const char *lf = memchr(list.p, '\n', list.n);
        const mq_str line = { list.p, lf ? (size_t)(lf - list.p) : list.n };

        if (mq_str_equal(line, word))
            return true;
        list = (mq_str){ list.p + line.n + (lf != NULL), list.n - line.n - (lf != NULL) };
    }
    return false;
}

static mq_status write_list(const char *path, const mq_buf *list, mq_error *err)
{
    mq_output *out;
    mq_status rc = mq_output_open(&out, path, err);

    if (rc)
        return rc;
    mq_output_write(out, list->p, list->n);
    return mq_output_commit(out, err);
}

mq_status mq_word_list_add(const char *path, mq_str word, mq_error *err)
{
    mq_buf list = MQ_BUF_INIT;
    mq_input *in = NULL;
    mq_status rc = MQ_OK;

    if (word.n == 0 || *word.p == '#' || memchr(word.p, '\n', word.n))
        return mq_fail(err, MQ_EINVALID, "'%.*s' is no word", (int)word.n, word.p);
    make_folders(path);
    if (mq_input_open(&in, path, NULL) == MQ_OK)
        rc = mq_input_all(in, &list, LARGEST_LIST, err);
    mq_input_close(in);
    if (!rc && !has_line(mq_buf_str(&list), word)) {
        if (list.n && list.p[list.n - 1] != '\n')
            mq_buf_addc(&list, '\n');
        mq_buf_addstr(&list, word);
        mq_buf_addc(&list, '\n');
        rc = list.status ? mq_fail(err, MQ_ENOMEM, "no memory for '%s'", path) : write_list(path, &list, err);
    }
    mq_buf_release(&list);
    return rc;
}
