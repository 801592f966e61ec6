/* test_joined.c - words that were run together. */
#include <string.h>

#include "text/joined.h"
#include "unit.h"

static const struct join_case {
    const char *name, *token, *first; /* "" = it is one word */
} cases[] = {
    { "a word ends behind a teh marbuta", "الجريدةالرسمية", "الجريدة" },
    { "whatever follows", "هيئةعمومية", "هيئة" },
    { "and before the article", "منالمادة", "من" },
    { "also behind a conjunction", "النصوصوالقوانين", "النصوص" },
    { "or with the preposition that swallows its alef", "العامةللمملكة", "العامة" },
    { "or as a PDF leaves it before an alef", "عنداالقتضاء", "عند" },
    { "of three words the first is told", "التشريعيةوالتنظيميةالجاري", "التشريعية" },
    { "letters that are no word begin none", "وبالمادة", "" },
    { "two common words need no sign", "مجالاختصاص", "مجال" },
    { "nor two that are seen now and then", "شروطتنسيق", "شروط" },
    { "but rare ones do", "رئبالنرجس", "" },
    { "a short word is followed by a longer one", "طرقتمويل", "طرق" },
    { "unless it is what a PDF left of an article", "اجللدية", "" },
    { "an alef maqsura ends a word", "أخرىلمقتضيات", "أخرى" },
    { "a pronoun before the article does", "تبذلهاالسلطات", "تبذلها" },
    { "and the ending of a plural", "بالتقييماتوالمعلومات", "بالتقييمات" },
    { "a word is one", "المادة", "" },
    { "with vowels, too", "المادّةُ", "" },
    { "a word that nobody knows", "زقزقنطاوي", "" },
    { "a letter", "و", "" },
    { "nothing", "", "" },
};

static void join(void **state)
{
    const struct join_case *c = *state;

    assert_int_equal(mq_joined(mq_str_of(c->token)), strlen(c->first));
}

int main(void)
{
    UNIT_ROWS(cases, join);
    return unit_run();
}
