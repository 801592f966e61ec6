/*
 * report_sarif.c - SARIF 2.1.0 (OASIS, 2020), for CI systems and editors: one run, one result a finding, fixes as replacements.
 *
 * Written as a stream: head, results, tail. Columns count code points, which SARIF must be told (`columnKind`). Lines and columns are those of the source
 * file; for docx and odt they count paragraphs. Suggestions are fixes (section 3.55) where the file has the words as they were read: an editor applies
 * them to its lines.
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

static json_t *artifact_of(const struct sited *s)
{
    mq_buf uri = MQ_BUF_INIT;
    json_t *o;

    add_uri(&uri, s->doc);
    o = json_pack("{s:s%}", "uri", uri.n ? uri.p : "", uri.n);
    mq_buf_release(&uri);
    return o;
}

static json_t *region_of(const struct sited *s)
{
    return json_pack("{s:I,s:I,s:I,s:I}", "startLine", (json_int_t)s->from.line, "startColumn", (json_int_t)s->from.column,
                     "endLine", (json_int_t)s->to.line, "endColumn", (json_int_t)s->to.column);
}

static json_t *location_of(const struct sited *s)
{
    json_t *region = region_of(s);

    (void)json_object_set_new(region, "snippet", json_pack("{s:o}", "text", mq_json_str(s->f->text)));
    return json_pack("{s:{s:o,s:o}}", "physicalLocation", "artifactLocation", artifact_of(s), "region", region);
}

/* One fix for each suggestion: the first is the best. */
static json_t *fixes_of(const struct sited *s)
{
    json_t *fixes = json_array();

    for (size_t i = 0; i < s->f->nsuggestions; i++)
        (void)json_array_append_new(fixes, json_pack("{s:[{s:o,s:[{s:o,s:{s:o}}]}]}", "artifactChanges", "artifactLocation", artifact_of(s),
                                                     "replacements", "deletedRegion", region_of(s), "insertedContent", "text",
                                                     mq_json_str(s->f->suggestion[i])));
    return fixes;
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
    if (s->as_written && s->f->nsuggestions)
        (void)json_object_set_new(o, "fixes", fixes_of(s));
    if (r->results)
        mq_buf_addz(&r->out, ",");
    mq_json_line(&r->out, o);
}

static void close_run(mq_report *r)
{
    mq_buf_addz(&r->out, "]}]}\n");
}

const struct report_kind mq_report_sarif_kind = { .open = open_run, .add = add, .close = close_run };
