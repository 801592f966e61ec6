/* marks.c - see marks.h. */
#include <string.h>

#include "text/marks.h"

static const char name[] = "muqabil:";

static bool says(mq_str text, size_t at, const char *word)
{
    const size_t n = strlen(word), end = at + n;

    return end <= text.n && memcmp(text.p + at, word, n) == 0 && (end == text.n || !((text.p[end] >= 'a' && text.p[end] <= 'z') || text.p[end] == '-'));
}

bool mq_mark_find(mq_str text, size_t *at, size_t *begin, mq_mark_kind *kind)
{
    static const char *const words[] = { "ignore", "ignore-next", "off", "on" };
    const char *found;

    while (*at < text.n && (found = memmem(text.p + *at, text.n - *at, name, sizeof name - 1)) != NULL) {
        *begin = (size_t)(found - text.p);
        *at = *begin + sizeof name - 1;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (says(text, *at, words[i])) {
                *kind = (mq_mark_kind)i;
                return true;
            }
    }
    return false;
}
