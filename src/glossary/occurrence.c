/* occurrence.c - see occurrence.h. */
#include "base/jsonl.h"
#include "glossary/occurrence.h"

void mq_occurrence_line(mq_buf *out, const mq_occurrence *o)
{
    mq_json_begin(out);
    mq_json_put_str(out, "doc", o->doc);
    mq_json_put_str(out, "ar", o->ar);
    mq_json_put_str(out, "term", o->term);
    mq_json_put_str(out, "la", o->la);
    mq_json_put_str(out, "lang", mq_str_of(mq_lang_name(o->lang)));
    mq_json_put_str(out, "kind", mq_str_of(mq_kind_name(o->kind)));
    mq_json_put_score(out, "score", o->score);
    mq_json_put_str(out, "pattern", mq_str_of(mq_pattern_name(o->pattern)));
    mq_json_put_size(out, "ar_start", o->ar_start);
    mq_json_put_size(out, "ar_end", o->ar_end);
    mq_json_put_size(out, "la_start", o->la_start);
    mq_json_put_size(out, "la_end", o->la_end);
    mq_json_put_str(out, "context", o->context);
    mq_json_end(out);
}
