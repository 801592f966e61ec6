/*
 * validate_tbx.c - TBX-Basic, v2 (ISO 30042:2008) and v3 (ISO 30042:2019, DCA; DCT is only looked through).
 *
 * Sources: TBX-Basic v3.1 (TerminOrgs), the public RELAX NG and XCS files of v2; the TBX-Basic dialect of v3 at tbxinfo.net; what OmegaT 3.6,
 * translate-toolkit 3.8 and Pontoon were seen to read.
 */
#include <string.h>

#include "exchange/validate.h"

#define STRICT "readers that validate refuse the file"
#define ANYWHERE "id xml:lang"
#define HERE mq_sax_line(x), mq_sax_column(x)

static const mq_judged_element v2[] = {
    { "martif", "", 0, "type xml:lang", "", NULL },
    { "martifHeader", "martif", 1, "", ANYWHERE, NULL },
    { "fileDesc", "martifHeader", 1, "", ANYWHERE, NULL },
    { "titleStmt", "fileDesc", 1, "", ANYWHERE, NULL },
    { "title", "titleStmt", 1, "", ANYWHERE, NULL },
    { "publicationStmt", "fileDesc", 2, "", ANYWHERE, NULL },
    { "sourceDesc", "fileDesc", 3, "", ANYWHERE, NULL },
    { "encodingDesc", "martifHeader", 2, "", ANYWHERE, NULL },
    { "revisionDesc", "martifHeader", 3, "", ANYWHERE, NULL },
    { "change", "revisionDesc", 1, "", ANYWHERE, NULL },
    { "p", "sourceDesc publicationStmt encodingDesc change", 1, "", "type " ANYWHERE, NULL },
    { "text", "martif", 2, "", ANYWHERE, NULL },
    { "body", "text", 1, "", ANYWHERE, NULL },
    { "back", "text", 2, "", ANYWHERE, NULL },
    { "refObjectList", "back", 1, "type", ANYWHERE, NULL },
    { "refObject", "refObjectList", 1, "", ANYWHERE, NULL },
    { "itemSet", "refObject itemSet", 1, "", "type " ANYWHERE, NULL },
    { "item", "refObject itemSet", 1, "", "type " ANYWHERE, NULL },
    { "termEntry", "body", 1, "", ANYWHERE, NULL },
    { "langSet", "termEntry", 2, "xml:lang", "id", NULL },
    { "tig", "langSet", 2, "", ANYWHERE, NULL },
    { "ntig", "langSet", 2, "", ANYWHERE, NULL },
    { "termGrp", "ntig", 1, "", ANYWHERE, NULL },
    { "term", "tig termGrp", 1, "", ANYWHERE, NULL },
    { "termNote", "tig termGrp termNoteGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "termNoteGrp", "tig termGrp", 2, "", ANYWHERE, NULL },
    { "descrip", "termEntry langSet tig ntig descripGrp", 1, "type", "target datatype " ANYWHERE, "tig ntig" },
    { "descripGrp", "termEntry langSet tig ntig", 1, "", ANYWHERE, "tig ntig" },
    { "descripNote", "descripGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "admin", "termEntry langSet tig ntig descripGrp adminGrp termNoteGrp", 1, "type", "target datatype " ANYWHERE, "tig ntig" },
    { "adminGrp", "termEntry langSet tig ntig descripGrp", 1, "", ANYWHERE, "tig ntig" },
    { "adminNote", "adminGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "transacGrp", "termEntry langSet tig ntig descripGrp", 1, "", ANYWHERE, "tig ntig" },
    { "transac", "transacGrp termEntry langSet tig ntig", 1, "type", "target datatype " ANYWHERE, "tig ntig" },
    { "transacNote", "transacGrp", 1, "type", "target datatype " ANYWHERE, NULL },
    { "date", "transacGrp termEntry langSet tig ntig", 1, "", ANYWHERE, "tig ntig" },
    { "note", "termEntry langSet tig ntig descripGrp adminGrp transacGrp termGrp termNoteGrp", 1, "", ANYWHERE, "tig ntig" },
    { "ref", "termEntry langSet tig ntig descripGrp adminGrp", 1, "type", "target " ANYWHERE, "tig ntig" },
    { "xref", "termEntry langSet tig ntig descripGrp adminGrp", 1, "type target", ANYWHERE, "tig ntig" },
    { "hi", "term descrip note admin termNote p item", 1, "", "type target " ANYWHERE, NULL },
    { "foreign", "descrip note admin termNote p", 1, "", ANYWHERE, NULL },
    { NULL, NULL, 0, NULL, NULL, NULL },
};

static const mq_judged_element v3[] = {
    { "tbx", "", 0, "type style xml:lang", "id", NULL },
    { "tbxHeader", "tbx", 1, "", ANYWHERE, NULL },
    { "fileDesc", "tbxHeader", 1, "", ANYWHERE, NULL },
    { "titleStmt", "fileDesc", 1, "", ANYWHERE, NULL },
    { "title", "titleStmt", 1, "", ANYWHERE, NULL },
    { "publicationStmt", "fileDesc", 2, "", ANYWHERE, NULL },
    { "sourceDesc", "fileDesc", 3, "", ANYWHERE, NULL },
    { "encodingDesc", "tbxHeader", 2, "", ANYWHERE, NULL },
    { "revisionDesc", "tbxHeader", 3, "", ANYWHERE, NULL },
    { "change", "revisionDesc", 1, "", ANYWHERE, NULL },
    { "p", "sourceDesc publicationStmt encodingDesc change", 1, "", "type " ANYWHERE, NULL },
    { "text", "tbx", 2, "", ANYWHERE, NULL },
    { "body", "text", 1, "", ANYWHERE, NULL },
    { "back", "text", 2, "", ANYWHERE, NULL },
    { "refObjectSec", "back", 1, "type", ANYWHERE, NULL },
    { "refObject", "refObjectSec", 1, "", ANYWHERE, NULL },
    { "item", "refObject", 1, "type", ANYWHERE, NULL },
    { "conceptEntry", "body", 1, "", ANYWHERE, NULL },
    { "langSec", "conceptEntry", 2, "xml:lang", "id", NULL },
    { "termSec", "langSec", 2, "", ANYWHERE, NULL },
    { "term", "termSec", 1, "", ANYWHERE, NULL },
    { "termNote", "termSec termNoteGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "termNoteGrp", "termSec", 2, "", ANYWHERE, NULL },
    { "descrip", "conceptEntry langSec termSec descripGrp", 1, "type", "target datatype " ANYWHERE, "termSec" },
    { "descripGrp", "conceptEntry langSec termSec", 1, "", ANYWHERE, "termSec" },
    { "descripNote", "descripGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "admin", "conceptEntry langSec termSec descripGrp adminGrp termNoteGrp", 1, "type", "target datatype " ANYWHERE, "termSec" },
    { "adminGrp", "conceptEntry langSec termSec descripGrp", 1, "", ANYWHERE, "termSec" },
    { "adminNote", "adminGrp", 2, "type", "target datatype " ANYWHERE, NULL },
    { "transacGrp", "conceptEntry langSec termSec", 1, "", ANYWHERE, "termSec" },
    { "transac", "transacGrp", 1, "type", "target datatype " ANYWHERE, "termSec" },
    { "transacNote", "transacGrp", 1, "type", "target datatype " ANYWHERE, NULL },
    { "date", "transacGrp", 1, "", ANYWHERE, "termSec" },
    { "note", "conceptEntry langSec termSec descripGrp adminGrp transacGrp termNoteGrp", 1, "", ANYWHERE, "termSec" },
    { "ref", "conceptEntry langSec termSec", 1, "type", "target " ANYWHERE, "termSec" },
    { "xref", "conceptEntry langSec termSec", 1, "type target", ANYWHERE, "termSec" },
    { "hi", "term descrip note admin termNote p", 1, "", "type target " ANYWHERE, NULL },
    { NULL, NULL, 0, NULL, NULL, NULL },
};

static bool is(const mq_judged_element *e, const char *name)
{
    return strcmp(e->name, name) == 0;
}

/* The values that TBX-Basic gives its lists. */
static const struct {
    const char *category, *values;
} picklists[] = {
    { "administrativeStatus", "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts" },
    { "partOfSpeech", "adjective adverb noun properNoun verb other" },
    { "grammaticalGender", "masculine feminine neuter other otherGender" },
    { "termType", "fullForm acronym abbreviation shortForm variant phrase" },
    { "transactionType", "origination modification" },
};

static void judge_value(mq_judge *j, mq_sax *x, mq_str category, mq_str value)
{
    for (size_t i = 0; i < sizeof picklists / sizeof *picklists; i++)
        if (mq_str_equal(category, mq_str_of(picklists[i].category)) && !mq_judge_among(picklists[i].values, value))
            mq_judge_fault(j, MQ_FAULT_WARNING, HERE, "picklist", "readers of TBX-Basic do not know it", "%s '%.*s' is none of TBX-Basic: %s",
                           picklists[i].category, (int)(value.n < 40 ? value.n : 40),
                           value.p, picklists[i].values);
}

static void start_root(mq_judge *j, mq_sax *x, bool three)
{
    const mq_str space = mq_sax_namespace(x), style = mq_sax_attribute(x, "style"), type = mq_sax_attribute(x, "type");

    if (three && !mq_str_equal(space, MQ_STR("urn:iso:std:iso:30042:ed-2")))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "namespace", "Pontoon and Trados do not know it", "the namespace of TBX v3 is urn:iso:std:iso:30042:ed-2");
    if (three)
        mq_judge_fault(j, MQ_FAULT_NOTE, HERE, "version", "OmegaT and translate-toolkit read TBX v2 only", "this is TBX v3");
    if (three && style.p && !mq_judge_among("dca dct", style))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "style", STRICT, "style '%.*s' is neither dca nor dct", (int)style.n, style.p);
    if (!three && space.n)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "namespace", "OmegaT and translate-toolkit find no entries", "TBX v2 has no namespace");
    if (type.p && type.n < 3)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "type", STRICT, "type '%.*s' names no dialect of TBX", (int)type.n, type.p);
}

static void judge_lang(mq_judge *j, mq_sax *x)
{
    const mq_str lang = mq_sax_attribute(x, "lang");

    if (lang.p && memchr(lang.p, '_', lang.n))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "language-code", "OmegaT ignores the terms", "xml:lang '%.*s': a hyphen, not an underscore", (int)lang.n, lang.p);
    else if (lang.p && mq_lang_of_tag(lang) == MQ_LANG_UND)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "language-code", "no reader knows the language", "xml:lang '%.*s' is no language code", (int)lang.n, lang.p);
}

static void start(mq_judge *j, mq_sax *x, const mq_judged_element *e)
{
    const mq_str type = mq_sax_attribute(x, "type");

    j->header = j->header || is(e, "martifHeader") || is(e, "tbxHeader");
    if (is(e, "martif") || is(e, "tbx")) {
        start_root(j, x, is(e, "tbx"));
    } else if (is(e, "text") && !j->header) {
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "header", STRICT, "no header before the text");
    } else if (is(e, "termEntry") || is(e, "conceptEntry")) {
        j->info->entries++;
        j->unit_line = mq_sax_line(x);
        j->unit_column = mq_sax_column(x);
        j->langs = 0;
    } else if (is(e, "langSet") || is(e, "langSec")) {
        j->langs++;
        j->groups = 0;
        judge_lang(j, x);
    } else if (is(e, "tig") || is(e, "ntig") || is(e, "termSec")) {
        j->groups++;
        j->terms = 0;
    }
    if (mq_judge_among("term termNote transac date", mq_str_of(e->name))) {
        mq_buf_clear(&j->lang);
        mq_buf_addstr(&j->lang, type.p ? type : MQ_STR(""));
        mq_sax_clear(x);
        mq_sax_collect(x, true);
    }
}

static void end_text(mq_judge *j, mq_sax *x, const mq_judged_element *e)
{
    const mq_str text = mq_trim(mq_sax_text(x));
    int64_t t;

    mq_sax_collect(x, false);
    if (is(e, "term") && j->terms++ > 0)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "two-terms", STRICT, "a second term in one group");
    if (is(e, "term") && text.n == 0)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "empty-term", "nothing is offered for it", "an empty term");
    if (is(e, "date") && !(text.n >= 10 && text.p[4] == '-' && mq_date_parse(&t, text)))
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "date", STRICT, "'%.*s' is not of the form YYYY-MM-DD", (int)(text.n < 40 ? text.n : 40), text.p);
    judge_value(j, x, mq_buf_str(&j->lang), text);
}

static void end(mq_judge *j, mq_sax *x, const mq_judged_element *e)
{
    if (mq_judge_among("term termNote transac date", mq_str_of(e->name)))
        end_text(j, x, e);
    else if ((is(e, "termEntry") || is(e, "conceptEntry")) && j->langs < 2)
        mq_judge_fault(j, j->langs ? MQ_FAULT_WARNING : MQ_FAULT_ERROR, j->unit_line, j->unit_column, "one-side", "nothing is offered for it", "an entry in %s",
                       j->langs ? "one language only" : "no language");
    else if ((is(e, "langSet") || is(e, "langSec")) && j->groups == 0)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "no-term", STRICT, "<%s> holds no term", e->name);
    else if (mq_judge_among("tig ntig termSec", mq_str_of(e->name)) && j->terms == 0)
        mq_judge_fault(j, MQ_FAULT_ERROR, HERE, "no-term", STRICT, "<%s> holds no term", e->name);
}

const mq_judged_format mq_judged_tbx = { .elements = v2, .strict = STRICT, .start = start, .end = end };
const mq_judged_format mq_judged_tbx3 = { .elements = v3, .strict = STRICT, .start = start, .end = end };
