/* test_homographs.c - forms of two headwords, as dict/homographs.tsv has them. */
#include "text/homographs.h"
#include "unit.h"

static const struct row_case {
    const char *name, *form, *folded;
    uint32_t number; /* 0 = there is no row of this headword */
} rows[] = {
    { "a plural of a noun in teh marbuta", "مقابلات", "مقابله", MQ_HOMOGRAPH_ANY },
    { "and not of the other one", "مقابلات", "مقابل", 0 },
    { "a form that is two", "عامين", "عام", MQ_HOMOGRAPH_DUAL },
    { "one that is many", "مديرين", "مدير", MQ_HOMOGRAPH_PLURAL },
    { "a form with its article", "النظم", "نظام", MQ_HOMOGRAPH_ANY },
    { "but not without it", "نظم", "نظام", 0 },
    { "a word without a row", "زقزقنطاوي", "زقزقنطاوي", 0 },
    { "nothing", "", "", 0 },
};

static void has_row(void **state)
{
    const struct row_case *c = *state;
    const uint32_t found = mq_homograph_of(mq_str_of(c->form));
    const bool same = found && (found & ~(uint32_t)MQ_HOMOGRAPH_NUMBER) == mq_homograph_key(mq_str_of(c->folded));

    assert_int_equal(same ? found & MQ_HOMOGRAPH_NUMBER : 0, c->number);
}

static const struct compile_case {
    const char *name, *text;
    mq_status want;
} compiles[] = {
    { "two columns", "رجال\tرجل\n", MQ_OK },
    { "a number", "عامين\tعام\tdual\n", MQ_OK },
    { "nothing but a comment", "# rows\n", MQ_OK },
    { "one column", "رجال\n", MQ_EFORMAT },
    { "no headword", "رجال\t\n", MQ_EFORMAT },
    { "another number", "عامين\tعام\ttwo\n", MQ_EFORMAT },
    { "four columns", "عامين\tعام\tdual\tdual\n", MQ_EFORMAT },
    { "an ill-formed headword, which no word is", "رجال\t\xD9\xFF\n", MQ_OK },
};

static void compile(void **state)
{
    const struct compile_case *c = *state;
    mq_buf image = MQ_BUF_INIT;
    mq_error err;

    assert_int_equal(mq_dict_homographs.compile(&image, mq_str_of(c->text), "homographs.tsv", &err), c->want);
    mq_buf_release(&image);
}

int main(void)
{
    UNIT_ROWS(rows, has_row);
    UNIT_ROWS(compiles, compile);
    return unit_run();
}
