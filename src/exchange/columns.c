/* columns.c - see columns.h. */
#include <string.h>

#include "base/tsv.h"
#include "exchange/columns.h"

/* Languages by the names that headers give them; code for those that are none of ours. */
static const struct {
    const char *name;
    mq_lang lang;
} languages[] = {
    { "arabic", MQ_LANG_AR },     { "arabe", MQ_LANG_AR },       { "العربية", MQ_LANG_AR },     { "عربي", MQ_LANG_AR },
    { "french", MQ_LANG_FR },     { "français", MQ_LANG_FR },    { "francais", MQ_LANG_FR },    { "الفرنسية", MQ_LANG_FR },
    { "فرنسي", MQ_LANG_FR },      { "english", MQ_LANG_EN },     { "anglais", MQ_LANG_EN },     { "الإنجليزية", MQ_LANG_EN },
    { "الانجليزية", MQ_LANG_EN }, { "إنجليزي", MQ_LANG_EN },     { "german", MQ_LANG_OTHER },   { "deutsch", MQ_LANG_OTHER },
    { "allemand", MQ_LANG_OTHER },{ "الألمانية", MQ_LANG_OTHER },{ "spanish", MQ_LANG_OTHER },  { "espagnol", MQ_LANG_OTHER },
    { "español", MQ_LANG_OTHER }, { "italian", MQ_LANG_OTHER },  { "italien", MQ_LANG_OTHER },  { "italiano", MQ_LANG_OTHER },
    { "turkish", MQ_LANG_OTHER }, { "persian", MQ_LANG_OTHER },  { "hebrew", MQ_LANG_OTHER },   { "russian", MQ_LANG_OTHER },
    { "chinese", MQ_LANG_OTHER }, { "japanese", MQ_LANG_OTHER }, { "amazigh", MQ_LANG_OTHER },  { "portuguese", MQ_LANG_OTHER },
    { "dutch", MQ_LANG_OTHER },   { "de", MQ_LANG_OTHER },       { "es", MQ_LANG_OTHER },       { "it", MQ_LANG_OTHER },
    { "tr", MQ_LANG_OTHER },      { "fa", MQ_LANG_OTHER },       { "he", MQ_LANG_OTHER },       { "ru", MQ_LANG_OTHER },
    { "zh", MQ_LANG_OTHER },      { "ja", MQ_LANG_OTHER },       { "pt", MQ_LANG_OTHER },       { "nl", MQ_LANG_OTHER },
    { "zgh", MQ_LANG_OTHER },     { "other", MQ_LANG_OTHER },
};

static const struct {
    const char *name;
    mq_role role;
} sides[] = {
    { "source", MQ_ROLE_SOURCE }, { "src", MQ_ROLE_SOURCE },         { "sourceterm", MQ_ROLE_SOURCE }, { "source term", MQ_ROLE_SOURCE },
    { "term", MQ_ROLE_SOURCE },   { "terme", MQ_ROLE_SOURCE },       { "target", MQ_ROLE_TARGET },     { "tgt", MQ_ROLE_TARGET },
    { "targetterm", MQ_ROLE_TARGET }, { "target term", MQ_ROLE_TARGET }, { "translation", MQ_ROLE_TARGET }, { "traduction", MQ_ROLE_TARGET },
    { "la", MQ_ROLE_LATIN },      { "latin", MQ_ROLE_LATIN },        { "lang", MQ_ROLE_LANG },         { "language", MQ_ROLE_LANG },
};

/* "French_France", "French (France)", "Arabic - Morocco": the name alone. Codes (fr-FR) are left to mq_lang_of_tag. */
static mq_str language_part(mq_str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] == '_' || name.p[i] == '(' || name.p[i] == '[')
            return mq_trim((mq_str){ name.p, i });
    return name;
}

static bool find_language(mq_lang *out, mq_str name)
{
    const mq_str part = language_part(name);

    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (mq_same_word(part, mq_str_of(languages[i].name))) {
            *out = languages[i].lang;
            return true;
        }
    *out = mq_lang_of_tag(name);
    return *out == MQ_LANG_AR || *out == MQ_LANG_FR || *out == MQ_LANG_EN;
}

/* "src:pos", "tgt:gender" of UTX; "term status". */
static bool find_field(mq_column *c, mq_str name)
{
    if (name.n > 4 && name.p[3] == ':' && (memcmp(name.p, "src", 3) == 0 || memcmp(name.p, "tgt", 3) == 0)) {
        c->side = *name.p == 's' ? MQ_ROLE_SOURCE : MQ_ROLE_TARGET;
        name = (mq_str){ name.p + 4, name.n - 4 };
    }
    if (mq_same_word(name, MQ_STR("term status")))
        name = MQ_STR("status");
    if (!mq_field_of_word(&c->field, name))
        return false;
    c->role = MQ_ROLE_FIELD;
    return true;
}

mq_column mq_column_of_name(mq_str name)
{
    mq_column c = { .role = MQ_ROLE_NONE };
    mq_lang lang;

    if (name.n >= 3 && memcmp(name.p, "\xEF\xBB\xBF", 3) == 0)
        name = (mq_str){ name.p + 3, name.n - 3 };
    name = mq_trim(name);
    memcpy(c.name, name.p, name.n < sizeof c.name ? name.n : sizeof c.name - 1);
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (mq_same_word(name, mq_str_of(sides[i].name))) {
            c.role = sides[i].role;
            return c;
        }
    if (name.n == 0 || find_field(&c, name))
        return c;
    if (find_language(&lang, name)) {
        c.role = MQ_ROLE_TERM;
        c.lang = lang;
    }
    return c;
}

/* "source" is a term where there is a target and no other source; beside languages it is where a term comes from. */
void mq_columns_settle(mq_columns *c)
{
    bool target = false, src = false;

    for (size_t i = 0; i < c->n; i++) {
        target = target || c->of[i].role == MQ_ROLE_TARGET;
        src = src || (c->of[i].role == MQ_ROLE_SOURCE && !mq_same_word(mq_str_of(c->of[i].name), MQ_STR("source")));
    }
    for (size_t i = 0; i < c->n && (!target || src); i++)
        if (c->of[i].role == MQ_ROLE_SOURCE && mq_same_word(mq_str_of(c->of[i].name), MQ_STR("source"))) {
            c->of[i].role = MQ_ROLE_FIELD;
            c->of[i].field = MQ_FIELD_SOURCE;
        }
}

bool mq_columns_of_header(mq_columns *c, const mq_record *header)
{
    size_t known = 0;

    c->own = false;
    for (c->n = 0; c->n < header->n; c->n++) {
        mq_column *col = &c->of[c->n];

        *col = mq_column_of_name(mq_record_cell(header, c->n));
        known += col->role != MQ_ROLE_NONE;
        c->own = c->own || (col->role == MQ_ROLE_FIELD && col->field == MQ_FIELD_KIND);
    }
    mq_columns_settle(c);
    return known >= 2;
}

mq_status mq_columns_of_option(mq_columns *c, const char *names, mq_error *err)
{
    mq_str rest = mq_str_of(names), name;

    c->n = 0;
    c->own = false;
    while (rest.n && c->n < MQ_COLUMNS_MOST && mq_split(&name, &rest, ',')) {
        c->of[c->n] = mq_column_of_name(name);
        if (c->of[c->n].role == MQ_ROLE_NONE && mq_trim(name).n)
            return mq_fail(err, MQ_EINVALID, "no column can be '%.*s'", (int)(name.n < 60 ? name.n : 60), name.p);
        c->n++;
    }
    mq_columns_settle(c);
    return c->n ? MQ_OK : mq_fail(err, MQ_EINVALID, "no columns named");
}

void mq_columns_of_habit(mq_columns *c)
{
    *c = (mq_columns){ .n = 3 };
    c->of[0].role = MQ_ROLE_SOURCE;
    c->of[1].role = MQ_ROLE_TARGET;
    c->of[2].role = MQ_ROLE_FIELD;
    c->of[2].field = MQ_FIELD_NOTE;
}
