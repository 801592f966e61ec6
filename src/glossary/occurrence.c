/* occurrence.c - see occurrence.h. */
#include "base/jsonl.h"
#include "glossary/occurrence.h"

static json_t *offset(size_t n)
{
    return json_integer((json_int_t)n);
}

void mq_occurrence_line(mq_buf *out, const mq_occurrence *o)
{
    json_t *line = json_object();
    int bad = !line;

    bad |= json_object_set_new(line, "doc", mq_json_str(o->doc));
    bad |= json_object_set_new(line, "ar", mq_json_str(o->ar));
    bad |= json_object_set_new(line, "term", mq_json_str(o->term));
    bad |= json_object_set_new(line, "la", mq_json_str(o->la));
    bad |= json_object_set_new(line, "lang", json_string(mq_lang_name(o->lang)));
    bad |= json_object_set_new(line, "kind", json_string(mq_kind_name(o->kind)));
    bad |= json_object_set_new(line, "score", mq_json_real(o->score));
    bad |= json_object_set_new(line, "pattern", json_string(mq_pattern_name(o->pattern)));
    bad |= json_object_set_new(line, "ar_start", offset(o->ar_start));
    bad |= json_object_set_new(line, "ar_end", offset(o->ar_end));
    bad |= json_object_set_new(line, "la_start", offset(o->la_start));
    bad |= json_object_set_new(line, "la_end", offset(o->la_end));
    bad |= json_object_set_new(line, "context", mq_json_str(o->context));
    if (bad) {
        json_decref(line);
        line = NULL;
    }
    mq_json_line(out, line);
}
