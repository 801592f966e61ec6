/*
 * tbx_read.c - TBX v2 (ISO 30042:2008, martif) and v3 (ISO 30042:2019, tbx), all dialects of which hold what a glossary can keep.
 *
 * The two differ in names only: termEntry/langSet/tig and conceptEntry/langSec/termSec. In DCA style a category is an attribute
 * (<descrip type="definition">), in DCT style an element (<basic:definition>); v2 has DCA only. So the category of an element that holds text is its type,
 * else its local name.
 *
 * Our own files say in one note of a term what TBX-Basic has no category for: "muqabil: candidate, score 0.87, number s, plural …".
 */
#include <string.h>

#include "base/tsv.h"
#include "exchange/elements.h"

static bool is_entry(int name)
{
    return name == MQ_EL_termEntry || name == MQ_EL_conceptEntry;
}

static bool is_group(int name)
{
    return name == MQ_EL_tig || name == MQ_EL_ntig || name == MQ_EL_termSec;
}

/* Elements that hold elements, not text. */
static bool is_frame(int name)
{
    switch (name) {
    case MQ_EL_langSet:
    case MQ_EL_langSec:
    case MQ_EL_termGrp:
    case MQ_EL_termNoteGrp:
    case MQ_EL_descripGrp:
    case MQ_EL_adminGrp:
    case MQ_EL_transacGrp:
    case MQ_EL_termCompList:
    case MQ_EL_termCompGrp:
        return true;
    default:
        return false;
    }
}

/* ---- starts ---- */

static mq_status start_entry(mq_tbx *t, mq_sax *x)
{
    const size_t line = mq_sax_line(x), column = mq_sax_column(x);
    const mq_str id = mq_sax_attribute(x, "id");

    if (t->in_entry)
        return mq_fail_at(t->r->err, MQ_EFORMAT, line, column, "'%s': an entry inside an entry", t->r->path);
    t->in_entry = true;
    t->in_group = t->in_descrip_group = false;
    t->leaf = 0;
    mq_reuse(t->r, &t->lang);
    mq_reuse(t->r, &t->transaction);
    mq_reuse(t->r, &t->context);
    mq_build_start(t->r, line, column);
    if (id.p)
        mq_build_field(t->r, NULL, MQ_FIELD_ID, id, line, column);
    return t->r->rc;
}

static void start_frame(mq_tbx *t, mq_sax *x, int name)
{
    const mq_str lang = mq_sax_attribute(x, "lang");

    if (name == MQ_EL_langSet || name == MQ_EL_langSec) {
        mq_reuse(t->r, &t->lang);
        if (lang.p)
            mq_buf_addstr(&t->lang, lang);
    }
    t->in_descrip_group = t->in_descrip_group || name == MQ_EL_descripGrp;
}

static void start_group(mq_tbx *t)
{
    t->in_group = true;
    t->pending = mq_term_unsaid();
    mq_reuse(t->r, &t->term);
}

static void start_leaf(mq_tbx *t, mq_sax *x, mq_str written)
{
    const mq_str type = mq_sax_attribute(x, "type");

    mq_reuse(t->r, &t->category);
    mq_buf_addstr(&t->category, type.p ? type : written);
    mq_sax_clear(x);
    mq_sax_collect(x, true);
    t->leaf = 1;
}

mq_status mq_tbx_start(mq_tbx *t, mq_sax *x, int name, mq_str written)
{
    if (is_entry(name))
        return start_entry(t, x);
    if (!t->in_entry)
        return MQ_OK;
    if (t->leaf)
        t->leaf++;
    else if (is_group(name))
        start_group(t);
    else if (is_frame(name))
        start_frame(t, x, name);
    else
        start_leaf(t, x, written);
    return MQ_OK;
}

/* ---- what a leaf says ---- */

static bool starts_with(mq_str s, const char *with)
{
    const size_t n = strlen(with);

    return s.n >= n && memcmp(s.p, with, n) == 0;
}

static mq_str behind(mq_str s, const char *start)
{
    return (mq_str){ s.p + strlen(start), s.n - strlen(start) };
}

/* What a word of our own note says of the judgement; false when it is not ours. */
static bool take_judgement(mq_entry_term *said, mq_str word)
{
    if (starts_with(word, "score "))
        return mq_score_parse(&said->score, behind(word, "score "));
    return mq_status_of_word(&said->status, word) || mq_kind_of_word(&said->kind, word);
}

/* Our own note. False, and nothing done, when a word of it is not ours. */
static bool take_own_note(mq_tbx *t, mq_sax *x, mq_str note)
{
    const char *const end = note.p + note.n;
    mq_entry_term said = t->pending;
    mq_str word, concept = MQ_STR(""), number = MQ_STR(""), plural = MQ_STR("");

    if (!starts_with(note, "muqabil: "))
        return false;
    note = behind(note, "muqabil: ");
    while (!plural.n && mq_split(&word, &note, ',')) {
        word = mq_trim(word);
        if (starts_with(word, "plural "))
            plural = (mq_str){ word.p + 7, (size_t)(end - word.p) - 7 };
        else if (starts_with(word, "concept "))
            concept = behind(word, "concept ");
        else if (starts_with(word, "number "))
            number = behind(word, "number ");
        else if (!take_judgement(&said, word))
            return false;
    }
    t->pending = said;
    if (concept.n)
        mq_build_field(t->r, NULL, MQ_FIELD_CONCEPT, concept, mq_sax_line(x), mq_sax_column(x));
    if (number.n)
        mq_build_field(t->r, &t->pending, MQ_FIELD_NUMBER, number, mq_sax_line(x), mq_sax_column(x));
    if (plural.n)
        mq_build_field(t->r, &t->pending, MQ_FIELD_PLURAL, plural, mq_sax_line(x), mq_sax_column(x));
    return true;
}

static void take_term(mq_tbx *t, mq_sax *x)
{
    t->line = mq_sax_line(x);
    t->column = mq_sax_column(x);
    mq_reuse(t->r, &t->term);
    mq_buf_addstr(&t->term, mq_sax_text(x));
}

/* The last change is the last modification or, without one, the making. */
static void take_date(mq_tbx *t, mq_sax *x)
{
    const mq_str kind = mq_buf_str(&t->transaction);
    const int64_t changed = t->r->entry.changed;

    if (mq_same_word(kind, MQ_STR("origination")))
        mq_build_field(t->r, NULL, MQ_FIELD_CREATED, mq_sax_text(x), mq_sax_line(x), mq_sax_column(x));
    mq_build_field(t->r, NULL, MQ_FIELD_CHANGED, mq_sax_text(x), mq_sax_line(x), mq_sax_column(x));
    if (t->r->entry.changed < changed)
        t->r->entry.changed = changed;
}

static void flush_context(mq_tbx *t, mq_str source)
{
    if (t->context.n)
        mq_build_context(t->r, mq_buf_str(&t->context), source);
    mq_reuse(t->r, &t->context);
}

static void take_field(mq_tbx *t, mq_sax *x, mq_field field)
{
    const mq_str text = mq_sax_unfolded(x);

    if (field == MQ_FIELD_CONTEXT) {
        flush_context(t, MQ_STR(""));
        mq_buf_addstr(&t->context, mq_trim(text));
    } else if (field == MQ_FIELD_SOURCE && t->in_descrip_group && t->context.n) {
        flush_context(t, text);
    } else if (!(field == MQ_FIELD_NOTE && t->in_group && take_own_note(t, x, mq_trim(text)))) {
        mq_build_field(t->r, t->in_group ? &t->pending : NULL, field, text, mq_sax_line(x), mq_sax_column(x));
    }
}

static void end_leaf(mq_tbx *t, mq_sax *x, int name)
{
    const mq_str category = mq_buf_str(&t->category);
    mq_field field;

    mq_sax_collect(x, false);
    if (name == MQ_EL_term) {
        take_term(t, x);
    } else if (name == MQ_EL_date) {
        take_date(t, x);
    } else if (mq_same_word(category, MQ_STR("transactionType"))) {
        mq_reuse(t->r, &t->transaction);
        mq_buf_addstr(&t->transaction, mq_trim(mq_sax_text(x)));
    } else if (mq_field_of_word(&field, category)) {
        take_field(t, x, field);
    } else {
        mq_leave_out(t->r, MQ_REASON_NO_PLACE, false, mq_sax_line(x), mq_sax_column(x), category);
    }
}

/* ---- ends ---- */

static void end_group(mq_tbx *t)
{
    const mq_str tag = mq_buf_str(&t->lang);
    mq_entry_term *term = NULL;
    mq_lang lang;

    t->in_group = false;
    flush_context(t, MQ_STR(""));
    if (mq_read_lang(&lang, t->r, tag, t->line, t->column))
        term = mq_build_term(t->r, mq_buf_str(&t->term), lang, tag, t->line, t->column);
    if (term) {
        t->pending.text = term->text;
        t->pending.lang = term->lang;
        t->pending.tag = term->tag;
        *term = t->pending;
    }
}

mq_status mq_tbx_end(mq_tbx *t, mq_sax *x, int name)
{
    if (!t->in_entry)
        return MQ_OK;
    if (t->leaf) {
        if (--t->leaf == 0)
            end_leaf(t, x, name);
    } else if (is_entry(name)) {
        t->in_entry = false;
        flush_context(t, MQ_STR(""));
        mq_build_end(t->r);
    } else if (is_group(name)) {
        end_group(t);
    } else if (name == MQ_EL_descripGrp) {
        flush_context(t, MQ_STR(""));
        t->in_descrip_group = false;
    }
    return t->r->rc;
}

void mq_tbx_release(mq_tbx *t)
{
    mq_forget(t->r, &t->lang);
    mq_forget(t->r, &t->term);
    mq_forget(t->r, &t->category);
    mq_forget(t->r, &t->transaction);
    mq_forget(t->r, &t->context);
}
