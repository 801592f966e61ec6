/*
 * report_sarif.c - SARIF 2.1.0 (OASIS, 2020), for CI systems and editors: one run, one result a finding, fixes as replacements.
 *
 * Written as a stream: head, results, tail. Columns count code points, which SARIF must be told (`columnKind`). Lines and columns are those of the source
 * file; for
 * docx and odt they count paragraphs, and a fix, which would be applied to bytes, is left out of every format but plain text.
 */
#include <string.h>

#include "base/jsonl.h"
#include "spell/report_kinds.h"

static void open_run(mq_report *r)
{
    mq_buf_addf(&r->out,
                "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\n"
                "\"tool\":{\"driver\":{\"name\":\"muqabil\",\"version\":\"%s\",\"rules\":[\n"
                "{\"id\":\"spelling\",\"shortDescription\":{\"text\":\"a word that is not known, or is not the one that was meant\"}},\n"
                "{\"id\":\"typography\",\"shortDescription\":{\"text\":\"punctuation, spaces, digits, signs\"}},\n"
                "{\"id\":\"terminology\",\"shortDescription\":{\"text\":\"a rendering that the glossary does not prefer\"}}]}},\n\"results\":[\n",
                mq_version());
}

/* A path as a URI reference: bytes that a URI may not hold become %XX. */
static void add_uri(mq_buf *b, mq_str path)
{
    static const char kept[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";

    for (size_t i = 0; i < path.n; i++)
        if (path.p[i] && strchr(kept, path.p[i]))
            mq_buf_addc(b, path.p[i]);
        else
            mq_buf_addf(b, "%%%02X", (unsigned char)path.p[i]);
}

static json_t *location_of(const struct sited *s)
{
    mq_buf uri = MQ_BUF_INIT;
    json_t *l;

    add_uri(&uri, s->doc);
    l = json_pack("{s:{s:{s:s%},s:{s:I,s:I,s:I,s:I,s:{s:s%}}}}", "physicalLocation", "artifactLocation", "uri", uri.n ? uri.p : "", uri.n,
                  "region", "startLine", (json_int_t)s->from.line, "startColumn", (json_int_t)s->from.column, "endLine", (json_int_t)s->to.line,
                  "endColumn", (json_int_t)s->to.column, "snippet", "text", s->f->text.p, s->f->text.n);
    mq_buf_release(&uri);
    return l;
}

/* The message with the suggestions, which viewers show on one line. */
static json_t *message_of(const mq_finding *f)
{
    mq_buf b = MQ_BUF_INIT;
    json_t *m;

    mq_buf_addstr(&b, f->text);
    mq_buf_addz(&b, ": ");
    mq_buf_addstr(&b, f->message);
    for (size_t i = 0; i < f->nsuggestions; i++) {
        mq_buf_addz(&b, i ? ", " : "; ");
        mq_buf_addstr(&b, f->suggestion[i]);
    }
    m = json_pack("{s:o}", "text", mq_json_str(mq_buf_str(&b)));
    mq_buf_release(&b);
    return m;
}

static void add(mq_report *r, const struct sited *s)
{
    static const char *const levels[] = { "warning", "note", "warning" };
    json_t *o = json_pack("{s:s,s:s,s:o,s:[o],s:{s:s,s:[]}}", "ruleId", mq_finding_kind_name(s->f->kind), "level", levels[s->f->kind],
                          "message", message_of(s->f), "locations", location_of(s), "properties", "rule", s->f->rule, "suggestions");
    json_t *list = json_object_get(json_object_get(o, "properties"), "suggestions");

    for (size_t i = 0; i < s->f->nsuggestions; i++)
        (void)json_array_append_new(list, mq_json_str(s->f->suggestion[i]));
    if (r->results)
        mq_buf_addz(&r->out, ",");
    mq_json_line(&r->out, o);
}

static void close_run(mq_report *r)
{
    mq_buf_addz(&r->out, "]}]}\n");
}

const struct report_kind mq_report_sarif_kind = { .open = open_run, .add = add, .close = close_run };
