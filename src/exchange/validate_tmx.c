/*
 * validate_tmx.c - TMX 1.4b as the strictest reader wants it, and what known tools make of a file that is right by the letter.
 *
 * Sources: the TMX 1.4b specification (LISA/GALA); what OmegaT 3.6 and 6.1, translate-toolkit 3.8 and Weblate were seen to do.
 */
#include <string.h>

#include "base/hash.h"
#include "exchange/validate.h"

#define OMEGAT "OmegaT 6.1 and later refuse the file"
#define DATES "creationdate creationid changedate changeid lastusagedate usagecount creationtool creationtoolversion o-tmf o-encoding datatype"

static const mq_judged_element elements[] = {
    { "tmx", "", 0, "version", "", NULL },
    { "header", "tmx", 1, "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
      "o-encoding creationdate creationid changedate changeid", NULL },
    { "body", "tmx", 2, "", "", NULL },
    { "tu", "body", 1, "", "tuid segtype srclang " DATES, NULL },
    { "note", "header tu tuv", 1, "", "o-encoding xml:lang", NULL },
    { "prop", "header tu tuv", 1, "type", "o-encoding xml:lang", NULL },
    { "ude", "header", 1, "name", "base", NULL },
    { "map", "ude", 1, "unicode", "code ent subst", NULL },
    { "tuv", "tu", 2, "xml:lang", DATES, NULL },
    { "seg", "tuv", 2, "", "", NULL },
    { "bpt", "seg hi sub", 1, "i", "x type", NULL },
    { "ept", "seg hi sub", 1, "i", "", NULL },
    { "ph", "seg hi sub", 1, "", "x assoc type", NULL },
    { "it", "seg hi sub", 1, "pos", "x type", NULL },
    { "hi", "seg hi sub", 1, "", "x type", NULL },
    { "ut", "seg hi sub", 1, "", "x", NULL },
    { "sub", "bpt ept ph it ut", 1, "", "datatype type", NULL },
    { NULL, NULL, 0, NULL, NULL, NULL },
};

static bool is(const mq_judged_element *e, const char *name)
{
    return strcmp(e->name, name) == 0;
}

static void keep(mq_buf *to, mq_str s)
{
    mq_buf_clear(to);
    mq_buf_addstr(to, s);
}

#define HERE mq_sax_line(x), mq_sax_column(x)

/* ---- attributes that have a form ---- */

static void judge_lang(mq_judge *j, mq_sax *x, mq_str tag, const char *what)
{
    const mq_lang lang = mq_lang_of_tag(tag);
    size_t first = 0;

    while (first < tag.n && tag.p[first] != '-' && tag.p[first] != '_')
        first++;
    if (memchr(tag.p, '_', tag.n))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "language-code", "OmegaT ignores the text", "%s '%.*s': a hyphen, not an underscore", what, (int)tag.n, tag.p);
    else if (lang == MQ_LANG_UND)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "language-code", "no reader knows the language", "%s '%.*s' is no language code", what, (int)tag.n, tag.p);
    else if (first == 3 && (lang == MQ_LANG_AR || lang == MQ_LANG_FR || lang == MQ_LANG_EN))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "language-code", "OmegaT ignores the text", "%s '%.*s': the code of two letters is '%s'", what, (int)tag.n, tag.p,
                       mq_lang_name(lang));
}

/* YYYYMMDDThhmmssZ */
static void judge_date(mq_judge *j, mq_sax *x, const char *name)
{
    const mq_str v = mq_sax_attribute(x, name);
    int64_t t;

    if (v.p && !(v.n == 16 && v.p[8] == 'T' && v.p[15] == 'Z' && mq_date_parse(&t, v)))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "date", "", "%s '%.*s' is not of the form YYYYMMDDThhmmssZ", name, (int)(v.n < 40 ? v.n : 40), v.p);
}

static void judge_dates(mq_judge *j, mq_sax *x)
{
    judge_date(j, x, "creationdate");
    judge_date(j, x, "changedate");
    judge_date(j, x, "lastusagedate");
}

static void judge_header(mq_judge *j, mq_sax *x)
{
    const mq_str srclang = mq_sax_attribute(x, "srclang"), segtype = mq_sax_attribute(x, "segtype");

    j->header = true;
    judge_dates(j, x);
    keep(&j->srclang, srclang.p ? srclang : MQ_STR(""));
    if (!srclang.p)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "srclang", "OmegaT 3.6 crashes on it; poedit fails to import the file", "the header names no source language");
    else if (!mq_same_word(srclang, MQ_STR("*all*")))
        judge_lang(j, x, srclang, "srclang");
    if (segtype.p && !mq_judge_among("block paragraph sentence phrase", segtype))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "segtype", OMEGAT, "segtype '%.*s' is none of block, paragraph, sentence, phrase", (int)segtype.n, segtype.p);
}

/* ---- units ---- */

static void start_unit(mq_judge *j, mq_sax *x)
{
    const mq_str srclang = mq_sax_attribute(x, "srclang");

    judge_dates(j, x);
    j->info->entries++;
    j->unit_line = mq_sax_line(x);
    j->unit_column = mq_sax_column(x);
    j->tuvs = 0;
    keep(&j->unit_srclang, srclang.p ? srclang : mq_buf_str(&j->srclang));
    mq_buf_clear(&j->source);
    mq_buf_clear(&j->target);
}

/* Codes are compared without case; a bare one covers those with a region. */
static bool same_language(mq_str a, mq_str b)
{
    const mq_str *shorter = a.n < b.n ? &a : &b, *longer = a.n < b.n ? &b : &a;

    return shorter->n && mq_same_word(*shorter, (mq_str){ longer->p, shorter->n }) && (longer->n == shorter->n || longer->p[shorter->n] == '-');
}

static void start_tuv(mq_judge *j, mq_sax *x)
{
    const mq_str lang = mq_sax_attribute(x, "lang"), source = mq_buf_str(&j->unit_srclang);

    judge_dates(j, x);
    keep(&j->lang, lang.p ? lang : MQ_STR(""));
    if (lang.p)
        judge_lang(j, x, lang, "xml:lang");
    if (j->tuvs++ == 0 && source.n && !mq_same_word(source, MQ_STR("*all*")) && lang.p && !same_language(lang, source))
        mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "source-first", "translate-toolkit and Weblate take the first tuv for the source",
                       "the first tuv is in '%.*s', the source language is '%.*s'", (int)lang.n, lang.p, (int)source.n, source.p);
    j->segs = 0;
}

static bool is_mark(mq_str s, bool at_end)
{
    /* LRM and RLM, the marks that tools add */
    const char *p = at_end ? s.p + s.n - 3 : s.p;

    return s.n >= 3 && memcmp(p, "\xE2\x80", 2) == 0 && ((unsigned char)p[2] == 0x8E || (unsigned char)p[2] == 0x8F);
}

static void judge_seg(mq_judge *j, mq_sax *x, mq_str text)
{
    const mq_str trimmed = mq_trim(text);

    if (trimmed.n == 0)
        mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "empty-seg", "it blanks the translation in OmegaT", "an empty seg");
    else if (trimmed.n < text.n || memchr(text.p, '\n', text.n))
        mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "white-space", "white space is significant: no tool finds an exact match", "white space around, or a line break in, a seg");
    if (trimmed.n && is_mark(trimmed, false) != is_mark(trimmed, true))
        mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "direction-mark", "no tool finds an exact match", "a mark of direction on one side of a seg");
}

static void end_seg(mq_judge *j, mq_sax *x)
{
    const mq_str text = mq_sax_text(x);

    mq_sax_collect(x, false);
    j->segs++;
    judge_seg(j, x, text);
    if (same_language(mq_buf_str(&j->lang), mq_buf_str(&j->unit_srclang)))
        keep(&j->source, mq_trim(text));
    else if (j->target.n == 0)
        keep(&j->target, mq_trim(text));
}

static void end_unit(mq_judge *j)
{
    bool source_was = false, pair_was = false;
    mq_buf both = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    if (j->tuvs < 2)
        mq_judge_fault(j, j->tuvs ? MQ_FAULT_WARNING : MQ_FAULT_ERROR, j->unit_line, j->unit_column, "one-side", "nothing is offered for it", "a unit with %s",
                       j->tuvs ? "one tuv only" : "no tuv");
    if (j->source.n && j->target.n) {
        mq_buf_addf(&both, "%s\n%s", j->source.p, j->target.p);
        rc = mq_seen_add(&source_was, &j->sources, mq_hash(mq_buf_str(&j->source)), j->err);
        if (!rc)
            rc = mq_seen_add(&pair_was, &j->pairs, mq_hash(mq_buf_str(&both)), j->err);
        mq_buf_release(&both);
    }
    if (source_was && !pair_was)
        mq_judge_fault(j, MQ_FAULT_WARNING, j->unit_line, j->unit_column, "two-targets", "OmegaT takes the last, translate-toolkit the first",
                       "'%.60s' has another translation before", j->source.p);
    if (rc && !j->rc)
        j->rc = rc;
}

static void start(mq_judge *j, mq_sax *x, const mq_judged_element *e)
{
    const mq_str version = mq_sax_attribute(x, "version");

    if (is(e, "tmx")) {
        if (mq_sax_namespace(x).n)
            mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "namespace", OMEGAT, "TMX has no namespace");
        if (version.p && !mq_str_equal(version, MQ_STR("1.4")))
            mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "version", OMEGAT, "version '%.*s'; it is written \"1.4\", also for 1.4b", (int)(version.n < 20 ? version.n : 20), version.p);
    } else if (is(e, "header")) {
        judge_header(j, x);
    } else if (is(e, "body") && !j->header) {
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "header", OMEGAT ", OmegaT 3.6 crashes on it", "no header before the body");
    } else if (is(e, "tu")) {
        start_unit(j, x);
    } else if (is(e, "tuv")) {
        start_tuv(j, x);
    } else if (is(e, "seg")) {
        mq_sax_clear(x);
        mq_sax_collect(x, true);
    } else if (is(e, "hi")) {
        mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "inline", "no tool finds an exact match of plain text", "<hi> in a seg");
    }
}

static void end(mq_judge *j, mq_sax *x, const mq_judged_element *e)
{
    if (is(e, "seg"))
        end_seg(j, x);
    else if (is(e, "tuv") && j->segs == 0)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "missing-seg", OMEGAT, "a tuv without a seg");
    else if (is(e, "tu"))
        end_unit(j);
}

const mq_judged_format mq_judged_tmx = { .elements = elements, .strict = OMEGAT, .start = start, .end = end };
