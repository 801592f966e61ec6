/* test_dict.c - dictionaries: built in, or compiled from the folder that MUQABIL_DICT names. */
#include <stdlib.h>
#include <string.h>

#include "base/dict.h"
#include "unit.h"

/* Refuses the text "bad"; otherwise the image is the text between brackets. */
static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    if (mq_str_equal(text, MQ_STR("bad")))
        return mq_fail_at(err, MQ_EFORMAT, 7, 0, "%s is bad", name);
    mq_buf_addf(image, "[%.*s]", (int)text.n, text.p);
    return image->status;
}

static const mq_dict ours = { "test-ours", "ours.tsv", compile }, broken = { "test-broken", "broken.tsv", compile },
                     built_in = { "counts", "not-there.tsv", compile }, unknown = { "test-unknown", "not-there.tsv", compile };

static void compiles_the_folder_once(void **state)
{
    mq_str first, second;

    (void)state;
    (void)unit_file("ours.tsv", MQ_STR("one"));
    (void)setenv("MUQABIL_DICT", unit_folder(), 1);
    assert_int_equal(mq_dict_image(&first, &ours, NULL), MQ_OK);
    assert_str(first, MQ_STR("[one]"));
    (void)unit_file("ours.tsv", MQ_STR("two"));
    assert_int_equal(mq_dict_image(&second, &ours, NULL), MQ_OK);
    assert_ptr_equal(first.p, second.p);
}

static void tells_what_is_wrong(void **state)
{
    mq_str image;
    mq_error err;

    (void)state;
    (void)unit_file("broken.tsv", MQ_STR("bad"));
    (void)setenv("MUQABIL_DICT", unit_folder(), 1);
    assert_int_equal(mq_dict_image(&image, &broken, &err), MQ_EFORMAT);
    assert_int_equal(err.line, 7);
    assert_string_equal(err.msg, "broken.tsv is bad");
}

static void falls_back_to_the_program(void **state)
{
    mq_str with_folder, without;

    (void)state;
    (void)setenv("MUQABIL_DICT", unit_folder(), 1);
    assert_int_equal(mq_dict_image(&with_folder, &built_in, NULL), MQ_OK);
    (void)unsetenv("MUQABIL_DICT");
    assert_int_equal(mq_dict_image(&without, &built_in, NULL), MQ_OK);
    assert_ptr_equal(with_folder.p, without.p);
    assert_int_equal((uintptr_t)without.p % 16, 0);
    assert_true(without.n > 1000);
}

static void unknown_is_not_found(void **state)
{
    mq_str image;
    mq_error err;

    (void)state;
    assert_int_equal(mq_dict_image(&image, &unknown, &err), MQ_ENOTFOUND);
    assert_string_equal(err.msg, "no dictionary 'test-unknown' in this program");
}

int main(void)
{
    UNIT_LAW("a file of the folder is compiled, once", compiles_the_folder_once);
    UNIT_LAW("a file that is wrong is told, with its line", tells_what_is_wrong);
    UNIT_LAW("a file that is not in the folder is taken from the program", falls_back_to_the_program);
    UNIT_LAW("a dictionary that is nowhere is not found", unknown_is_not_found);
    return unit_run();
}
