/* function.c - see function.h. */
#include <string.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/function.h"
#include "text/wordtable.h"

static const char *const roles[] = { "prep", "conj", "dem", "rel", "pron", "neg",     "adv", "verb", "head",
                                     "body", "cue",  "fr",  "en",  "foreign", "acr", "glue", "link", "passing",
                                     "having", "means", "bears" };

static uint32_t role_of(mq_str name)
{
    for (unsigned i = 0; i < sizeof roles / sizeof *roles; i++)
        if (mq_str_equal(name, mq_str_of(roles[i])))
            return 1U << i;
    return 0;
}

unsigned mq_role_seat(mq_str written)
{
    const unsigned char *c = (const unsigned char *)written.p;

    if (written.n >= 4 && (memcmp(c, "\xD9\x88", 2) == 0 || memcmp(c, "\xD9\x81", 2) == 0 || memcmp(c, "\xD8\xA8", 2) == 0 || memcmp(c, "\xD9\x84", 2) == 0 ||
                           memcmp(c, "\xD9\x83", 2) == 0))
        c += 2;
    if (written.n < 2 || c[0] != 0xD8)
        return 0;
    switch (c[1]) {
    case 0xA3: return MQ_ROLE_ABOVE;
    case 0xA5: return MQ_ROLE_BELOW;
    case 0xA2: return MQ_ROLE_MADDA;
    default: return 0;
    }
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const uint32_t role = role_of(t.column[1]);

        if (role)
            mq_table_add_word(&all, t.column[0], role | mq_role_seat(t.column[0]));
        else
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: no role '%.*s'", name, (int)t.column[1].n, t.column[1].p);
    }
    all.n = mq_table_unite(all.e, all.n); /* a word of several rows has all their roles */
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_function = { "function", "function.tsv", compile };

unsigned mq_roles(mq_str image, uint64_t hash)
{
    return mq_roles_seated(image, hash) & ~(unsigned)MQ_ROLE_SEATS;
}

unsigned mq_roles_seated(mq_str image, uint64_t hash)
{
    return image.n ? mq_table_find(image, hash) : 0;
}
