/*
 * jsonl_read.c - one JSON object a line: the pairs of our own export, each followed by its occurrences, and what `mine --jsonl` prints.
 *
 * An object with "ar_start" is an occurrence, one with "ar" and "la" a pair, of an export or of `lookup --json`.
 */
#include <math.h>
#include <string.h>

#include "base/jsonl.h"
#include "exchange/reader.h"

/* Offsets beyond this are no places in a text. */
static const json_int_t FARTHEST = (json_int_t)1 << 40;

static bool get_offset(size_t *out, const json_t *o, const char *key)
{
    const json_t *v = json_object_get(o, key);

    if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > FARTHEST)
        return false;
    *out = (size_t)json_integer_value(v);
    return true;
}

static bool get_score(double *out, const json_t *o)
{
    const double v = json_number_value(json_object_get(o, "score"));

    *out = v;
    return json_is_number(json_object_get(o, "score")) && v >= 0 && v <= 1;
}

static bool get_occurrence(mq_occurrence *o, const json_t *v)
{
    *o = (mq_occurrence){ .doc = mq_json_get(v, "doc"), .ar = mq_json_get(v, "ar"), .term = mq_json_get(v, "term"), .la = mq_json_get(v, "la"),
                          .context = mq_json_get(v, "context") };
    if (!o->doc.n || !o->ar.n || !o->term.n || !o->la.n || o->term.n > MQ_TERM_MOST || o->la.n > MQ_TERM_MOST)
        return false;
    if (!mq_lang_parse(&o->lang, mq_json_get(v, "lang")) || !mq_kind_parse(&o->kind, mq_json_get(v, "kind")))
        return false;
    return mq_pattern_parse(&o->pattern, mq_json_get(v, "pattern")) && get_score(&o->score, v)
        && get_offset(&o->ar_start, v, "ar_start") && get_offset(&o->ar_end, v, "ar_end") && get_offset(&o->la_start, v, "la_start")
        && get_offset(&o->la_end, v, "la_end") && o->ar_start <= o->ar_end && o->la_start <= o->la_end && o->lang != MQ_LANG_AR;
}

static void read_occurrence(mq_xread *r, const json_t *v)
{
    const json_t *pair = json_object_get(v, "pair");
    mq_occurrence o;

    r->info->entries++;
    if (!get_occurrence(&o, v))
        mq_leave_out(r, MQ_REASON_BAD_OCCURRENCE, true, r->source.line, 1, mq_json_get(v, "la"));
    else if (!r->rc && r->handler->occurrence)
        r->rc = r->handler->occurrence(r->user, &o, json_is_integer(pair) ? json_integer_value(pair) : 0, r->source.line, r->err);
}

/* A whole number above 0; 0 without one. */
static int64_t get_count(const json_t *o, const char *key)
{
    const json_t *v = json_object_get(o, key);

    return json_is_integer(v) && json_integer_value(v) > 0 ? (int64_t)json_integer_value(v) : 0;
}

static void read_numbers(mq_xread *r, const json_t *v)
{
    double score;

    if (get_score(&score, v))
        r->common.score = score;
    else if (json_object_get(v, "score"))
        mq_leave_out(r, MQ_REASON_BAD_VALUE, false, r->source.line, 1, MQ_STR("score"));
    r->entry.count = (uint64_t)get_count(v, "count");
    r->entry.docs = (uint64_t)get_count(v, "docs");
    r->entry.concept = get_count(v, "concept");
}

static void read_id(mq_xread *r, const json_t *id)
{
    if (json_is_integer(id)) {
        mq_reuse(r, &r->repaired);
        mq_buf_addf(&r->repaired, "%lld", (long long)json_integer_value(id));
        r->entry.id = mq_keep_line(r, mq_buf_str(&r->repaired));
    } else if (json_is_string(id)) {
        r->entry.id = mq_keep_line(r, (mq_str){ json_string_value(id), json_string_length(id) });
    }
}

/* What the keys of a pair mean. */
static const struct {
    const char *key;
    bool field;      /* its text is this field; else read_pair looks at it by name */
    mq_field is;
} keys[] = {
    { "kind", true, MQ_FIELD_KIND },       { "status", true, MQ_FIELD_STATUS },         { "note", true, MQ_FIELD_NOTE },
    { "domain", true, MQ_FIELD_DOMAIN },   { "definition", true, MQ_FIELD_DEFINITION }, { "source", true, MQ_FIELD_SOURCE },
    { "region", true, MQ_FIELD_REGION },   { "pos", true, MQ_FIELD_POS },               { "gender", true, MQ_FIELD_GENDER },
    { "number", true, MQ_FIELD_NUMBER },   { "plural", true, MQ_FIELD_PLURAL },         { "created", true, MQ_FIELD_CREATED },
    { "changed", true, MQ_FIELD_CHANGED }, { "id", false, 0 },                          { "ar", false, 0 },
    { "la", false, 0 },                    { "lang", false, 0 },                        { "score", false, 0 },
    { "count", false, 0 },                 { "docs", false, 0 },                        { "concept", false, 0 },
    { "contexts", false, 0 },              { "sentence", false, 0 },                    { "doc", false, 0 },
    { "match", false, 0 }, /* of `lookup --json`: about the question, not the pair */
};

static void read_key(mq_xread *r, const char *key, const json_t *v)
{
    const size_t line = r->source.line;
    size_t i = 0;

    while (i < sizeof keys / sizeof *keys && strcmp(keys[i].key, key) != 0)
        i++;
    if (i == sizeof keys / sizeof *keys)
        mq_leave_out(r, MQ_REASON_NO_PLACE, false, line, 1, mq_str_of(key));
    else if (keys[i].field && json_is_string(v))
        mq_build_field(r, NULL, keys[i].is, (mq_str){ json_string_value(v), json_string_length(v) }, line, 1);
    else if (keys[i].field && !json_is_null(v))
        mq_leave_out(r, MQ_REASON_BAD_VALUE, false, line, 1, mq_str_of(key));
}

/* "contexts":[{"text":…,"source":…}] of our export; "sentence" and "doc" of `lookup --json`. */
static void read_contexts(mq_xread *r, const json_t *v)
{
    const json_t *list = json_object_get(v, "contexts");

    for (size_t i = 0; i < json_array_size(list); i++)
        mq_build_context(r, mq_json_get(json_array_get(list, i), "text"), mq_json_get(json_array_get(list, i), "source"));
    mq_build_context(r, mq_json_get(v, "sentence"), mq_json_get(v, "doc"));
}

static void read_pair(mq_xread *r, json_t *v)
{
    const size_t line = r->source.line;
    mq_lang lang;

    mq_build_start(r, line, 1);
    for (void *i = json_object_iter(v); i; i = json_object_iter_next(v, i))
        read_key(r, json_object_iter_key(i), json_object_iter_value(i));
    read_numbers(r, v);
    read_id(r, json_object_get(v, "id"));
    read_contexts(r, v);
    (void)mq_build_term(r, mq_json_get(v, "ar"), MQ_LANG_AR, MQ_STR("ar"), line, 1);
    if (!mq_lang_parse(&lang, mq_json_get(v, "lang")) && !mq_read_lang(&lang, r, mq_json_get(v, "lang"), line, 1))
        lang = MQ_LANG_UND;
    (void)mq_build_term(r, mq_json_get(v, "la"), lang, mq_json_get(v, "lang"), line, 1);
    mq_build_end(r);
}

static void read_object(mq_xread *r, json_t *v)
{
    if (json_object_get(v, "ar_start"))
        read_occurrence(r, v);
    else if (json_object_get(v, "ar") && json_object_get(v, "la"))
        read_pair(r, v);
    else {
        r->info->entries++;
        mq_leave_out(r, MQ_REASON_NOT_OURS, true, r->source.line, 1, MQ_STR(""));
    }
}

mq_status mq_read_jsonl(mq_xread *r)
{
    mq_str line;
    mq_status rc;

    while ((rc = mq_read_line(&line, r)) == MQ_OK) {
        mq_error why = { .code = MQ_OK };
        json_t *v;

        if (mq_trim(line).n == 0)
            continue;
        v = mq_json_object(line, &why);
        if (v) {
            read_object(r, v);
        } else {
            r->info->entries++;
            mq_leave_out(r, MQ_REASON_NOT_JSON, true, r->source.line, why.column ? why.column : 1, mq_str_of(why.msg));
        }
        json_decref(v);
        if (r->rc)
            return r->rc;
    }
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}
