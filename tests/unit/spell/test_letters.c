/* test_letters.c - words as letters: what is read, what is left out and remembered. */
#include "spell/letters.h"

#include "unit.h"

static const struct read_case {
    const char *name, *word, *letters;
    unsigned how;
} reads[] = {
    { "plain letters stay", "سحابة", "سحابة", 0 },
    { "marks are left out", "نُفِّذَت", "نفذت", MQ_WRITTEN_MARKS },
    { "a fathatan is remembered", "كتابًا", "كتابا", MQ_WRITTEN_MARKS | MQ_WRITTEN_TANWIN },
    { "tatweel is left out", "ســحاب", "سحاب", MQ_WRITTEN_TATWEEL },
    { "Persian kaf and yeh are the Arabic ones", "کلاسیک", "كلاسيك", MQ_WRITTEN_PERSIAN },
    { "presentation forms come apart", "\xEF\xBB\xBB\xEF\xBA\xB1", "لاس", MQ_WRITTEN_FORMS },
    { "a mark of direction inside is left out", "سحا\xE2\x80\x8F" "بة", "سحابة", MQ_WRITTEN_CONTROLS },
    { "alef wasla is alef", "ٱسم", "اسم", MQ_WRITTEN_WASLA },
};

static void read_word(void **row)
{
    const struct read_case *c = *row;
    mq_buf got = MQ_BUF_INIT;
    mq_letters w;
    unsigned how = 0;

    assert_true(mq_letters_read(&w, mq_str_of(c->word), &how));
    mq_letters_write(&got, &w);
    assert_buf(got, c->letters);
    assert_int_equal(how, c->how);
    mq_buf_release(&got);
}

static const struct foreign_case {
    const char *name, *word;
} foreign[] = {
    { "nothing is no word", "" },
    { "a word of marks alone is none", "\xD9\x8B\xD9\x8C" },
    { "Urdu letters are not ours", "ٹیکنالوجی" },
    { "forty-eight letters are too many", "بببببببببببببببببببببببببببببببببببببببببببببببب" },
    { "a bare byte of a letter is none", "\xD8" },
};

static void refuse_word(void **row)
{
    mq_letters w;

    assert_false(mq_letters_read(&w, mq_str_of(((const struct foreign_case *)*row)->word), NULL));
}

static const struct skeleton_case {
    const char *name, *a, *b;
} same[] = {
    { "seats of hamza", "إستخدام", "استخدام" },
    { "teh marbuta and heh", "حياة", "حياه" },
    { "alef maksura and yeh", "على", "علي" },
    { "waw with hamza", "مؤتمر", "موتمر" },
    { "a hamza on the line", "شيء", "شي" },
};

static void same_skeleton(void **row)
{
    const struct skeleton_case *c = *row;
    mq_letters a, b, x, y;

    assert_true(mq_letters_read(&a, mq_str_of(c->a), NULL) && mq_letters_read(&b, mq_str_of(c->b), NULL));
    mq_letters_skeleton(&x, &a);
    mq_letters_skeleton(&y, &b);
    assert_true(mq_letters_equal(&x, &y));
    assert_false(mq_letters_equal(&a, &b));
}

static void every_letter_comes_back(void **state)
{
    (void)state;
    for (unsigned letter = 1; letter < MQ_L_COUNT; letter++)
        assert_int_equal(mq_letter_of(mq_letter_char((uint8_t)letter)), letter);
}

int main(void)
{
    UNIT_ROWS(reads, read_word);
    UNIT_ROWS(foreign, refuse_word);
    UNIT_ROWS(same, same_skeleton);
    UNIT_LAW("the character of a letter is read back as that letter", every_letter_comes_back);
    return unit_run();
}
