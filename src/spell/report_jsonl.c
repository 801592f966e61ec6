/* report_jsonl.c - one object a finding (DESIGN, section 2). */
#include "base/jsonl.h"
#include "spell/report_kinds.h"

static void add(mq_report *r, const struct sited *s)
{
    json_t *o = json_object(), *list = json_array();

    for (size_t i = 0; i < s->f->nsuggestions; i++)
        (void)json_array_append_new(list, mq_json_str(s->f->suggestion[i]));
    (void)json_object_set_new(o, "doc", mq_json_str(s->doc));
    (void)json_object_set_new(o, "start", json_integer((json_int_t)s->f->start));
    (void)json_object_set_new(o, "end", json_integer((json_int_t)s->f->end));
    (void)json_object_set_new(o, "line", json_integer((json_int_t)s->from.line));
    (void)json_object_set_new(o, "column", json_integer((json_int_t)s->from.column));
    (void)json_object_set_new(o, "kind", json_string(mq_finding_kind_name(s->f->kind)));
    (void)json_object_set_new(o, "rule", json_string(s->f->rule));
    (void)json_object_set_new(o, "text", mq_json_str(s->f->text));
    (void)json_object_set_new(o, "message", mq_json_str(s->f->message));
    (void)json_object_set_new(o, "suggestions", list);
    mq_json_line(&r->out, o);
}

const struct report_kind mq_report_jsonl_kind = { .add = add };
