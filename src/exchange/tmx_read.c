/*
 * tmx_read.c - TMX 1.1 to 1.4b, levels 1 and 2 (LISA/GALA, "TMX 1.4b Specification").
 *
 * Read liberally: language in xml:lang or lang, in any case and form; inline elements of level 2 give their text (hi, sub) or are codes and
 * drop out (bpt ept ph it ut); props and notes may stand anywhere in a tu or tuv; foreign elements are looked through. srclang is not needed: a glossary knows
 * its sides by their languages.
 */
#include "exchange/elements.h"

static void add_lang(mq_xread *r, mq_buf *to, mq_sax *x)
{
    const mq_str lang = mq_sax_attribute(x, "lang");

    mq_reuse(r, to);
    if (lang.p)
        mq_buf_addstr(to, lang);
}

/*
 * What the attributes of a tu or a tuv say. The names of tools and codings are passed over, as they say nothing of the terms; whatever else there is, who
 * did it and how often it was used, is told. A unit is as old as the oldest date in it, and last changed when its last tuv was.
 */
static void take_attributes(mq_tmx *t, mq_sax *x)
{
    static const char *const passed_over[] = { "lang", "srclang", "segtype", "datatype", "creationtool", "creationtoolversion", "o-tmf", "o-encoding" };
    static const struct {
        const char *name;
        mq_field field;
    } fields[] = { { "tuid", MQ_FIELD_ID }, { "creationdate", MQ_FIELD_CREATED }, { "changedate", MQ_FIELD_CHANGED } };
    const int64_t created = t->r->entry.created, changed = t->r->entry.changed;
    mq_str prefix, name, value;

    for (size_t i = 0; mq_sax_attribute_at(x, i, &prefix, &name, &value); i++) {
        size_t f = 0, p = 0;

        while (f < sizeof fields / sizeof *fields && !mq_str_equal(name, mq_str_of(fields[f].name)))
            f++;
        while (p < sizeof passed_over / sizeof *passed_over && !mq_str_equal(name, mq_str_of(passed_over[p])))
            p++;
        if (f < sizeof fields / sizeof *fields)
            mq_build_field(t->r, NULL, fields[f].field, value, mq_sax_line(x), mq_sax_column(x));
        else if (p == sizeof passed_over / sizeof *passed_over)
            mq_leave_out(t->r, MQ_REASON_NO_PLACE, false, mq_sax_line(x), mq_sax_column(x), name);
    }
    if (created && created < t->r->entry.created)
        t->r->entry.created = created;
    if (changed > t->r->entry.changed)
        t->r->entry.changed = changed;
}

static mq_status start_tu(mq_tmx *t, mq_sax *x)
{
    const size_t line = mq_sax_line(x), column = mq_sax_column(x);

    if (t->in_tu)
        return mq_fail_at(t->r->err, MQ_EFORMAT, line, column, "'%s': a tu inside a tu", t->r->path);
    t->in_tu = true;
    t->in_tuv = t->in_seg = false;
    mq_build_start(t->r, line, column);
    take_attributes(t, x);
    return t->r->rc;
}

static void start_tuv(mq_tmx *t, mq_sax *x)
{
    t->in_tuv = true;
    t->in_seg = t->has_seg = false;
    t->line = mq_sax_line(x);
    t->column = mq_sax_column(x);
    add_lang(t->r, &t->lang, x);
    take_attributes(t, x);
}

/* Text of sub stands apart from the text around the code that holds it. */
static void start_inline(mq_tmx *t, mq_sax *x, int name)
{
    const bool code = name == MQ_EL_bpt || name == MQ_EL_ept || name == MQ_EL_ph || name == MQ_EL_it || name == MQ_EL_ut;
    const bool shown = name == MQ_EL_sub || (!code && (t->shown & 1));

    if (name == MQ_EL_sub)
        mq_sax_add(x, MQ_STR(" "));
    t->has_code = t->has_code || code;
    t->shown = t->shown << 1 | shown;
    mq_sax_collect(x, shown);
}

static void start_said(mq_tmx *t, mq_sax *x, int name)
{
    const mq_str type = mq_sax_attribute(x, "type");

    mq_reuse(t->r, &t->type);
    if (name == MQ_EL_prop && type.p)
        mq_buf_addstr(&t->type, type);
    mq_sax_clear(x);
    mq_sax_collect(x, true);
}

mq_status mq_tmx_start(mq_tmx *t, mq_sax *x, int name)
{
    if (t->in_seg) {
        start_inline(t, x, name);
        return MQ_OK;
    }
    switch (name) {
    case MQ_EL_tu:
        return start_tu(t, x);
    case MQ_EL_tuv:
        if (t->in_tu)
            start_tuv(t, x);
        break;
    case MQ_EL_seg:
        t->in_seg = t->has_seg = t->in_tuv;
        t->has_code = false;
        t->shown = 1;
        mq_sax_clear(x);
        mq_sax_collect(x, t->in_seg);
        break;
    case MQ_EL_prop:
    case MQ_EL_note:
        if (t->in_tu)
            start_said(t, x, name);
        break;
    default:
        break;
    }
    return MQ_OK;
}

static void end_seg(mq_tmx *t, mq_sax *x)
{
    const mq_str tag = mq_buf_str(&t->lang);
    mq_lang lang;

    t->in_seg = false;
    mq_sax_collect(x, false);
    if (t->has_code)
        mq_leave_out(t->r, MQ_REASON_CODE, false, t->line, t->column, mq_sax_text(x));
    if (mq_read_lang(&lang, t->r, tag, t->line, t->column))
        (void)mq_build_term(t->r, mq_sax_text(x), lang, tag, t->line, t->column);
}

static void end_said(mq_tmx *t, mq_sax *x, int name)
{
    const mq_str type = mq_buf_str(&t->type);
    mq_field field = MQ_FIELD_NOTE;

    mq_sax_collect(x, false);
    if (name == MQ_EL_note || mq_field_of_word(&field, type))
        mq_build_field(t->r, NULL, field, mq_sax_unfolded(x), mq_sax_line(x), mq_sax_column(x));
    else
        mq_leave_out(t->r, MQ_REASON_NO_PLACE, false, mq_sax_line(x), mq_sax_column(x), type);
}

static void end_inline(mq_tmx *t, mq_sax *x, int name)
{
    if (name == MQ_EL_sub)
        mq_sax_add(x, MQ_STR(" "));
    t->shown >>= 1;
    mq_sax_collect(x, t->shown & 1);
}

mq_status mq_tmx_end(mq_tmx *t, mq_sax *x, int name)
{
    if (t->in_seg && name != MQ_EL_seg) {
        end_inline(t, x, name);
        return t->r->rc;
    }
    switch (name) {
    case MQ_EL_seg:
        if (t->in_seg)
            end_seg(t, x);
        break;
    case MQ_EL_tuv:
        if (t->in_tuv && !t->has_seg)
            mq_leave_out(t->r, MQ_REASON_NO_SEG, false, t->line, t->column, mq_buf_str(&t->lang));
        t->in_tuv = false;
        break;
    case MQ_EL_tu:
        t->in_tu = false;
        mq_build_end(t->r);
        break;
    case MQ_EL_prop:
    case MQ_EL_note:
        if (t->in_tu)
            end_said(t, x, name);
        break;
    default:
        break;
    }
    return t->r->rc;
}

void mq_tmx_release(mq_tmx *t)
{
    mq_forget(t->r, &t->lang);
    mq_forget(t->r, &t->type);
}
