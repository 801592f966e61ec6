/* year.c - see year.h. */
#include <string.h>

#include "lexicon/function.h"
#include "mine/year.h"

bool mq_is_year_word(const mq_tok *t)
{
    static const char *const words[] = { "\xD8\xB9\xD8\xA7\xD9\x85", "\xD8\xB3\xD9\x86\xD9\x87" }; /* عام سنه */
    enum { MOST_GLUED = 4 };

    for (size_t i = 0; t->script == MQ_ARABIC && i < sizeof words / sizeof *words; i++) {
        const size_t n = strlen(words[i]);

        if (t->folded_n >= n && t->folded_n <= n + MOST_GLUED && memcmp(t->folded + t->folded_n - n, words[i], n) == 0)
            return true;
    }
    return false;
}

/* Four digits, of either kind. */
static bool is_year(const mq_segment *s, size_t i)
{
    const mq_tok *t = &s->tok[i];
    const size_t each = (unsigned char)s->text.p[t->start] < 0x80 ? 1 : 2;

    return t->script == MQ_NUMBER && t->end - t->start == 4 * each;
}

size_t mq_year_behind(const mq_segment *s, const size_t *token, size_t n)
{
    size_t words = 1;

    if (n < 2 || !is_year(s, token[n - 1]))
        return 0;
    if (mq_is_year_word(&s->tok[token[n - 2]]))
        words = n > 2 && (s->tok[token[n - 3]].roles & MQ_ROLE_PREP) ? 3 : 2;
    return words < n ? words : 0;
}
