/* test_base_faults.c - the base room without memory. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hashtable.h"
#include "base/input.h"
#include "base/jsonl.h"
#include "base/output.h"
#include "base/pipeline.h"
#include "base/utf8.h"
#include "faults.h"

/* A full buffer keeps what it had; it is never half of an append. */
static mq_status buffer(void)
{
    mq_buf b = MQ_BUF_INIT;
    size_t whole = 0;
    mq_status rc;

    for (int i = 0; i < 200 && !b.status; i++) {
        whole = b.n;
        mq_buf_addf(&b, "%d, ", i);
        mq_buf_addcp(&b, 0x645);
    }
    (void)mq_utf8_repair(&b, MQ_STR("a\xD9 b"), NULL);
    rc = b.status;
    assert_true(b.n >= whole);
    assert_true(!b.p || strlen(b.p) == b.n);
    mq_buf_release(&b);
    return rc;
}

static mq_status arena(void)
{
    mq_arena a = MQ_ARENA_INIT;
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < 100 && !rc; i++)
        rc = mq_arena_alloc(&a, 100 * i) && mq_arena_copy(&a, MQ_STR("x")).p ? MQ_OK : MQ_ENOMEM;
    mq_arena_release(&a);
    return rc;
}

static mq_status table(void)
{
    mq_table_entry e[] = { { 1, 2 }, { 3, 4 } };
    mq_buf image = MQ_BUF_INIT;
    mq_status rc;

    mq_table_write(&image, e, UNIT_COUNT(e));
    rc = image.status;
    mq_buf_release(&image);
    return rc;
}

static mq_status input(void)
{
    static const char *path;
    mq_buf line = MQ_BUF_INIT;
    mq_input *in;
    mq_str head;
    mq_error err;
    mq_status rc;

    if (!path)
        path = unit_file("lines", MQ_STR("one\ntwo\nthree"));
    rc = mq_input_open(&in, path, &err);
    if (!rc)
        rc = mq_input_peek(in, &head, 10, &err);
    if (!rc)
        rc = mq_input_line(in, &line, 1000, &err);
    if (!rc)
        rc = mq_input_all(in, &line, 1000, &err);
    assert_true(!rc || err.code == rc);
    mq_input_close(in);
    mq_buf_release(&line);
    return rc;
}

static mq_status output(void)
{
    static const char *path;
    mq_output *o;
    mq_error err;
    mq_status rc;

    if (!path)
        path = unit_file("out", MQ_STR("old"));
    rc = mq_output_open(&o, path, &err);
    if (!rc) {
        mq_output_write(o, "new", 3);
        rc = mq_output_commit(o, &err);
    }
    assert_true(!rc || err.code == rc);
    return rc;
}

static mq_status json(void)
{
    mq_buf line = MQ_BUF_INIT;
    json_t *o = json_object(), *back = NULL;
    mq_error err = { .code = MQ_OK };
    bool whole = o && json_object_set_new(o, "text", mq_json_str(MQ_STR("\xD9\x85"))) == 0 && json_object_set_new(o, "score", mq_json_real(0.5)) == 0;
    mq_status rc;

    if (!whole) {
        json_decref(o);
        return MQ_ENOMEM;
    }
    mq_json_line(&line, o);
    rc = line.status;
    if (!rc) {
        back = mq_json_object(mq_buf_str(&line), &err);
        rc = back ? MQ_OK : err.code;
    }
    json_decref(back);
    mq_buf_release(&line);
    return rc;
}

static mq_status task_new(void *user, void **task, mq_error *err)
{
    (void)user;
    *task = malloc(1);
    return *task ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory");
}

static void task_free(void *user, void *task)
{
    (void)user;
    free(task);
}

static mq_status fill(void *user, void *task, mq_error *err)
{
    int *left = user;

    (void)task;
    (void)err;
    return (*left)-- > 0 ? MQ_OK : MQ_ENOTFOUND;
}

static mq_status work(void *user, unsigned worker, void *task, mq_error *err)
{
    void *p = malloc(10);

    (void)user;
    (void)worker;
    (void)task;
    free(p);
    return p ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory");
}

static mq_status take(void *user, void *task, mq_error *err)
{
    (void)user;
    (void)task;
    (void)err;
    return MQ_OK;
}

static mq_status pipeline_of(unsigned workers)
{
    int left = 20;
    mq_error err = { .code = MQ_OK };
    const mq_pipeline p = { .workers = workers, .user = &left, .task_new = task_new, .task_free = task_free, .fill = fill, .work = work, .take = take };
    const mq_status rc = mq_pipeline_run(&p, &err);

    assert_int_equal(err.code, rc);
    return rc;
}

static mq_status pipeline_alone(void)
{
    return pipeline_of(1);
}

static mq_status pipeline_of_three(void)
{
    return pipeline_of(3);
}

static const faults_case cases[] = {
    { "a buffer keeps what it had", buffer },
    { "an arena frees what it has", arena },
    { "a table is not written by half", table },
    { "an input is closed", input },
    { "an output leaves the old file", output },
    { "a JSON line is refused", json },
    { "a pipeline without threads ends in order", pipeline_alone },
    { "a pipeline with threads ends in order", pipeline_of_three },
};

int main(void)
{
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
