/* names.c - the names of the enumerations of muqabil/pair.h, in the order of their numbers. */
#include <muqabil/pair.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const langs[] = { "und", "ar", "fr", "en", "other" };
static const char *const kinds[] = { "translation", "acronym", "transliteration" };
static const char *const patterns[] = { "paren", "quote", "dash", "slash", "cue", "adjacent", "list", "distant" };
static const char *const statuses[] = { "candidate", "accepted", "preferred", "deprecated", "rejected" };

static const char *name_of(const char *const *names, size_t n, unsigned v)
{
    return v < n ? names[v] : "?";
}

static bool parse(const char *const *names, size_t n, mq_str s, unsigned *out)
{
    for (unsigned i = 0; i < n; i++)
        if (mq_str_equal(mq_str_of(names[i]), s)) {
            *out = i;
            return true;
        }
    return false;
}

const char *mq_lang_name(mq_lang v) { return name_of(langs, COUNT(langs), v); }
const char *mq_kind_name(mq_kind v) { return name_of(kinds, COUNT(kinds), v); }
const char *mq_pattern_name(mq_pattern v) { return name_of(patterns, COUNT(patterns), v); }
const char *mq_pair_status_name(mq_pair_status v) { return name_of(statuses, COUNT(statuses), v); }

bool mq_lang_parse(mq_lang *out, mq_str name)
{
    unsigned v;
    const bool ok = parse(langs, COUNT(langs), name, &v);

    if (ok)
        *out = (mq_lang)v;
    return ok;
}

bool mq_kind_parse(mq_kind *out, mq_str name)
{
    unsigned v;
    const bool ok = parse(kinds, COUNT(kinds), name, &v);

    if (ok)
        *out = (mq_kind)v;
    return ok;
}

bool mq_pattern_parse(mq_pattern *out, mq_str name)
{
    unsigned v;
    const bool ok = parse(patterns, COUNT(patterns), name, &v);

    if (ok)
        *out = (mq_pattern)v;
    return ok;
}

bool mq_pair_status_parse(mq_pair_status *out, mq_str name)
{
    unsigned v;
    const bool ok = parse(statuses, COUNT(statuses), name, &v);

    if (ok)
        *out = (mq_pair_status)v;
    return ok;
}
