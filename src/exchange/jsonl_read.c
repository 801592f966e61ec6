/*
 * jsonl_read.c - one JSON object a line: the pairs of our own export, each followed by its occurrences, and what `mine --jsonl` prints.
 *
 * An object with "ar_start" is an occurrence, one with "ar" and "la" a pair. Keys that are not known are nobody's loss: they are not told.
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

static void read_numbers(mq_xread *r, const json_t *v)
{
    const json_t *count = json_object_get(v, "count"), *docs = json_object_get(v, "docs"), *concept = json_object_get(v, "concept");
    double score;

    if (get_score(&score, v))
        r->common.score = score;
    r->entry.count = json_is_integer(count) && json_integer_value(count) > 0 ? (uint64_t)json_integer_value(count) : 0;
    r->entry.docs = json_is_integer(docs) && json_integer_value(docs) > 0 ? (uint64_t)json_integer_value(docs) : 0;
    r->entry.concept = json_is_integer(concept) && json_integer_value(concept) > 0 ? json_integer_value(concept) : 0;
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

static void read_pair(mq_xread *r, const json_t *v)
{
    static const struct {
        const char *key;
        mq_field field;
    } fields[] = {
        { "kind", MQ_FIELD_KIND },       { "status", MQ_FIELD_STATUS },         { "note", MQ_FIELD_NOTE },     { "domain", MQ_FIELD_DOMAIN },
        { "definition", MQ_FIELD_DEFINITION }, { "source", MQ_FIELD_SOURCE },   { "region", MQ_FIELD_REGION }, { "pos", MQ_FIELD_POS },
        { "gender", MQ_FIELD_GENDER },   { "number", MQ_FIELD_NUMBER },         { "plural", MQ_FIELD_PLURAL }, { "created", MQ_FIELD_CREATED },
        { "changed", MQ_FIELD_CHANGED },
    };
    const size_t line = r->source.line;
    mq_lang lang;

    mq_build_start(r, line, 1);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        mq_build_field(r, NULL, fields[i].field, mq_json_get(v, fields[i].key), line, 1);
    read_numbers(r, v);
    read_id(r, json_object_get(v, "id"));
    (void)mq_build_term(r, mq_json_get(v, "ar"), MQ_LANG_AR, MQ_STR("ar"), line, 1);
    if (!mq_lang_parse(&lang, mq_json_get(v, "lang")) && !mq_read_lang(&lang, r, mq_json_get(v, "lang"), line, 1))
        lang = MQ_LANG_UND;
    (void)mq_build_term(r, mq_json_get(v, "la"), lang, mq_json_get(v, "lang"), line, 1);
    mq_build_end(r);
}

static void read_object(mq_xread *r, const json_t *v)
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
