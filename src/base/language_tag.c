/*
 * language_tag.c - language codes as other programs write them.
 *
 * BCP 47 wants "ar-MA"; files have "AR_ma", "fre", "fr_FR.UTF-8". Only the first subtag decides. The spoken Arabics with codes of their own (ary, arz, …) are
 * Arabic here: their headwords are written in the same letters and looked up the same way.
 */
#include <string.h>
#include <strings.h>

#include <muqabil/pair.h>

static const struct {
    const char *code;
    mq_lang lang;
} codes[] = {
    { "ar", MQ_LANG_AR },  { "ara", MQ_LANG_AR }, { "arb", MQ_LANG_AR }, { "ary", MQ_LANG_AR }, { "arq", MQ_LANG_AR }, { "aeb", MQ_LANG_AR },
    { "arz", MQ_LANG_AR }, { "apc", MQ_LANG_AR }, { "ayl", MQ_LANG_AR }, { "fr", MQ_LANG_FR },  { "fra", MQ_LANG_FR }, { "fre", MQ_LANG_FR },
    { "en", MQ_LANG_EN },  { "eng", MQ_LANG_EN },
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is(mq_str s, const char *lower)
{
    return s.n == strlen(lower) && strncasecmp(s.p, lower, s.n) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static mq_str trim(mq_str s)
{
    while (s.n && is_blank(*s.p))
        s = (mq_str){ s.p + 1, s.n - 1 };
    while (s.n && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

mq_lang mq_lang_of_tag(mq_str tag)
{
    mq_str first = trim(tag), rest;
    size_t n = 0;

    if (first.n == 0)
        return MQ_LANG_UND;
    while (n < first.n && is_letter(first.p[n]))
        n++;
    rest = (mq_str){ first.p + n, first.n - n };
    first.n = n;
    if (rest.n && *rest.p != '-' && *rest.p != '_' && *rest.p != '.')
        return MQ_LANG_UND;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (is(first, codes[i].code))
            /* Arabic in Latin letters is no Arabic headword. */
            return codes[i].lang == MQ_LANG_AR && rest.n >= 5 && is((mq_str){ rest.p + 1, 4 }, "latn") ? MQ_LANG_OTHER : codes[i].lang;
    if (n == 2 || n == 3 || (n == 1 && rest.n > 1 && (*first.p == 'x' || *first.p == 'X' || *first.p == 'i' || *first.p == 'I')))
        return is(first, "und") ? MQ_LANG_UND : MQ_LANG_OTHER;
    return MQ_LANG_UND;
}
