/* test_classes.c - classes of words, as dict/classes.tsv has them. */
#include <string.h>

#include "base/hash.h"
#include "text/classes.h"
#include "unit.h"

static unsigned class_of(const char *word)
{
    return mq_word_class(mq_hash(mq_str_of(word)));
}

static const struct same_case {
    const char *name, *a, *b;
    bool want;
} sames[] = {
    { "two months", "يناير", "اكتوبر", true },
    { "two bodies", "مجلس", "معهد", true },
    { "two verbs", "يمكن", "يجب", true },
    { "a month and a body", "يناير", "مجلس", false },
    { "a preposition and a verb", "في", "يجب", false },
};

static void same(void **row)
{
    const struct same_case *c = *row;

    assert_true(class_of(c->a) && class_of(c->b));
    assert_int_equal(class_of(c->a) == class_of(c->b), c->want);
}

static void a_leader_is_of_its_class(void **state)
{
    (void)state;
    for (unsigned k = 1; k <= MQ_WORD_CLASSES; k++)
        assert_int_equal(mq_word_class(mq_hash(mq_word_class_leader(k))), k);
}

static void no_class_has_no_leader(void **state)
{
    (void)state;
    assert_int_equal(class_of("زقزقنطاوي"), 0);
    assert_int_equal(mq_word_class_leader(0).n, 0);
    assert_int_equal(mq_word_class_leader(MQ_WORD_CLASSES + 1).n, 0);
}

static const struct compile_case {
    const char *name, *text;
    mq_status want;
} compiles[] = {
    { "two classes", "يناير|فبراير\nمجلس\n", MQ_OK },
    { "nothing", "", MQ_OK },
    { "a second column", "يناير\tفبراير\n", MQ_EFORMAT },
    { "an ill-formed word", "\xD9\xFF|\n", MQ_OK },
};

static void compile(void **row)
{
    const struct compile_case *c = *row;
    mq_buf image = MQ_BUF_INIT;
    mq_error err;

    assert_int_equal(mq_dict_classes.compile(&image, mq_str_of(c->text), "classes.tsv", &err), c->want);
    mq_buf_release(&image);
}

static void too_many_classes_are_refused(void **state)
{
    mq_buf text = MQ_BUF_INIT, image = MQ_BUF_INIT;
    mq_error err;

    (void)state;
    for (unsigned k = 0; k <= MQ_WORD_CLASSES; k++)
        mq_buf_addz(&text, "مجلس\n");
    assert_int_equal(mq_dict_classes.compile(&image, mq_buf_str(&text), "classes.tsv", &err), MQ_EFORMAT);
    assert_int_equal(err.line, MQ_WORD_CLASSES + 1);
    mq_buf_release(&text);
    mq_buf_release(&image);
}

int main(void)
{
    UNIT_ROWS(sames, same);
    UNIT_LAW("the commonest word of a class is of that class", a_leader_is_of_its_class);
    UNIT_LAW("a class that does not exist has no word", no_class_has_no_leader);
    UNIT_ROWS(compiles, compile);
    UNIT_LAW("more classes than there is room for are refused", too_many_classes_are_refused);
    return unit_run();
}
