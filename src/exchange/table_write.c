/*
 * table_write.c - CSV, OmegaT glossaries and UTX.
 *
 * CSV      RFC 4180 with LF; a header row of language codes and our own names. Several renderings share a cell, joined by |, in which \| and \\ stand for those
 *          signs themselves. `kind` in the header tells our reader that these are the rules.
 * OmegaT   source, target, comment. What a translator sees in the glossary pane: "[candidate 0.87]" when the pair is not simply accepted, then the
 *          note, the domain, the definition.
 * UTX 1.20 (AAMT): a line of meta data, the names of the columns, rows. Statuses: provisional, approved, forbidden; an accepted pair has none.
 */
#include <string.h>

#include "exchange/writer.h"

/* Empty when it is alone. Valid until w->scratch is used again. */
static mq_str concept_of(mq_exchange_writer *w, const mq_entry *e)
{
    mq_write_reuse(w, &w->scratch);
    if (e->concept)
        mq_buf_addf(&w->scratch, "%lld", (long long)e->concept);
    return mq_buf_str(&w->scratch);
}

/* ---- CSV ---- */

static bool needs_quotes(mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r')
            return true;
    return s.n && (*s.p == ' ' || s.p[s.n - 1] == ' ');
}

/* A cell; the comma before it unless it is the first of its row. */
static void cell(mq_exchange_writer *w, mq_str s, bool first)
{
    const bool guarded = w->how.spreadsheet_safe && s.n && strchr("=+-@\t", *s.p);
    const bool quotes = needs_quotes(s);

    mq_buf_addz(&w->text, first ? "" : ",");
    mq_buf_addz(&w->text, quotes ? "\"" : "");
    mq_buf_addz(&w->text, guarded ? "'" : "");
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            mq_buf_addc(&w->text, '"');
        if (s.p[i] != '\0')
            mq_buf_addc(&w->text, s.p[i]);
    }
    mq_buf_addz(&w->text, quotes ? "\"" : "");
}

static void add_joined(mq_buf *out, mq_str term)
{
    for (size_t i = 0; i < term.n; i++) {
        if (term.p[i] == '|' || term.p[i] == '\\')
            mq_buf_addc(out, '\\');
        mq_buf_addc(out, term.p[i]);
    }
}

static void csv_begin(mq_exchange_writer *w)
{
    if (w->how.bom)
        mq_buf_addz(&w->text, "\xEF\xBB\xBF");
    mq_buf_addz(&w->text, mq_write_tag(w, w->how.from));
    mq_buf_addc(&w->text, ',');
    mq_buf_addz(&w->text, mq_write_tag(w, w->how.to));
    mq_buf_addz(&w->text, ",status,kind,score,domain,definition,source,region,pos,gender,number,plural,concept,note");
    mq_buf_addz(&w->text, w->how.contexts ? ",context,context-source\n" : "\n");
}

static void csv_terms(mq_exchange_writer *w, const mq_entry *e)
{
    mq_write_reuse(w, &w->scratch);
    add_joined(&w->scratch, e->terms[0].text);
    cell(w, mq_buf_str(&w->scratch), true);
    mq_write_reuse(w, &w->scratch);
    for (size_t i = 1; i < mq_write_terms(w, e); i++) {
        mq_buf_addz(&w->scratch, i > 1 ? "|" : "");
        add_joined(&w->scratch, e->terms[i].text);
    }
    cell(w, mq_buf_str(&w->scratch), false);
}

static void csv_judgement(mq_exchange_writer *w, const mq_entry_term *t)
{
    cell(w, mq_str_of(t->status == MQ_UNSAID ? "" : mq_pair_status_name((mq_pair_status)t->status)), false);
    cell(w, mq_str_of(t->kind == MQ_UNSAID ? "" : mq_kind_name((mq_kind)t->kind)), false);
    mq_write_reuse(w, &w->scratch);
    if (t->score >= 0)
        mq_score_write(&w->scratch, t->score);
    cell(w, mq_buf_str(&w->scratch), false);
}

static void csv_entry(mq_exchange_writer *w, const mq_entry *e)
{
    const mq_entry_term *arabic = mq_write_arabic(e);
    const mq_str none = MQ_STR("");

    csv_terms(w, e);
    csv_judgement(w, &e->terms[1]);
    cell(w, e->domain, false);
    cell(w, e->definition, false);
    cell(w, e->source, false);
    cell(w, arabic ? arabic->region : none, false);
    cell(w, arabic ? arabic->pos : none, false);
    cell(w, arabic ? arabic->gender : none, false);
    cell(w, arabic ? arabic->number : none, false);
    cell(w, arabic ? arabic->plural : none, false);
    cell(w, concept_of(w, e), false);
    cell(w, mq_write_note(w, e), false);
    if (w->how.contexts) {
        cell(w, e->ncontexts ? e->contexts[0].text : none, false);
        cell(w, e->ncontexts ? e->contexts[0].source : none, false);
    }
    mq_buf_addc(&w->text, '\n');
}

const mq_write_format mq_write_csv = { .name = "csv", .groups = true, .begin = csv_begin, .entry = csv_entry };

/* ---- tab separated ---- */

static void column(mq_exchange_writer *w, mq_str s)
{
    mq_buf_addc(&w->text, '\t');
    mq_buf_addstr(&w->text, mq_write_line(w, s));
}

/* The first column. A line that begins with # would be a comment; readers cut white space. */
static void source(mq_exchange_writer *w, const mq_entry *e)
{
    mq_buf_addz(&w->text, *e->terms[0].text.p == '#' ? " " : "");
    mq_buf_addstr(&w->text, e->terms[0].text);
}

/* Calls `row` for the first rendering or, with --all, for each. */
static void each_rendering(mq_exchange_writer *w, const mq_entry *e, void (*row)(mq_exchange_writer *, const mq_entry *, const mq_entry_term *))
{
    for (size_t i = 1; i < mq_write_terms(w, e); i++)
        row(w, e, &e->terms[i]);
}

/* ---- OmegaT ---- */

static void omegat_begin(mq_exchange_writer *w)
{
    mq_buf_addf(&w->text, "# Glossary in tab-separated format -*- coding: utf-8 -*-\n# muqabil: %s %s\n", mq_write_tag(w, w->how.from),
                mq_write_tag(w, w->how.to));
}

/* "[candidate 0.87 acronym] " for what is not an accepted translation of certainty. */
static void omegat_mark(mq_buf *out, const mq_entry_term *t)
{
    const bool status = t->status != MQ_UNSAID && t->status != MQ_ACCEPTED, score = mq_score_tells(t->score);
    const bool kind = t->kind != MQ_UNSAID && t->kind != MQ_KIND_TRANSLATION;

    if (!status && !score && !kind)
        return;
    mq_buf_addc(out, '[');
    if (status)
        mq_buf_addz(out, mq_pair_status_name((mq_pair_status)t->status));
    if (score) {
        mq_buf_addz(out, status ? " " : "");
        mq_score_write(out, t->score);
    }
    if (kind) {
        mq_buf_addz(out, status || score ? " " : "");
        mq_buf_addz(out, mq_kind_name((mq_kind)t->kind));
    }
    mq_buf_addz(out, "] ");
}

static void remark(mq_buf *out, const char *before, mq_str s, bool *any)
{
    if (s.n == 0)
        return;
    mq_buf_addz(out, *any ? "; " : "");
    mq_buf_addz(out, before);
    mq_buf_addstr(out, s);
    *any = true;
}

static void omegat_row(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *t)
{
    mq_buf comment = MQ_BUF_INIT;
    bool any = false;

    source(w, e);
    column(w, t->text);
    omegat_mark(&comment, t);
    remark(&comment, "", mq_write_note(w, e), &any);
    remark(&comment, "domain: ", e->domain, &any);
    remark(&comment, "", e->definition, &any);
    for (size_t i = 0; w->how.contexts && i < e->ncontexts; i++)
        remark(&comment, "", e->contexts[i].text, &any);
    column(w, mq_buf_str(&comment));
    mq_buf_addc(&w->text, '\n');
    if (comment.status)
        w->text.status = comment.status;
    mq_buf_release(&comment);
}

static void omegat_entry(mq_exchange_writer *w, const mq_entry *e)
{
    each_rendering(w, e, omegat_row);
}

const mq_write_format mq_write_omegat = { .name = "omegat", .begin = omegat_begin, .entry = omegat_entry };

/* ---- UTX ---- */

static void utx_begin(mq_exchange_writer *w)
{
    mq_buf_addf(&w->text, "#UTX 1.20; %s/%s; ", mq_write_tag(w, w->how.from), mq_write_tag(w, w->how.to));
    mq_date_write(&w->text, w->how.date, MQ_DATE_EXTENDED);
    mq_buf_addf(&w->text, "; creator: muqabil %s\n", mq_version());
    mq_buf_addz(&w->text, "#src\ttgt\tsrc:pos\tterm status\tkind\tscore\tdomain\tdefinition\tsource\tregion\ttgt:pos\tgender\tnumber\tplural\tconcept\tcomment");
    mq_buf_addz(&w->text, w->how.contexts ? "\tcontext\tcontext-source\n" : "\n");
}

static const char *utx_status(int status)
{
    static const char *const words[] = { [MQ_CANDIDATE] = "provisional", [MQ_ACCEPTED] = "", [MQ_PREFERRED] = "approved", [MQ_DEPRECATED] = "forbidden",
                                         [MQ_REJECTED] = "rejected" };

    return status == MQ_UNSAID ? "" : words[status];
}

static mq_str utx_pos(const mq_entry_term *t)
{
    if (!t || mq_str_equal(t->pos, MQ_STR("noun")) || t->pos.n == 0)
        return t ? t->pos : MQ_STR("");
    if (mq_str_equal(t->pos, MQ_STR("adj")))
        return MQ_STR("adjective");
    if (mq_str_equal(t->pos, MQ_STR("adv")))
        return MQ_STR("adverb");
    return mq_str_equal(t->pos, MQ_STR("propn")) ? MQ_STR("properNoun") : t->pos;
}

static void utx_row(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *t)
{
    const mq_entry_term *arabic = mq_write_arabic(e);
    const mq_str none = MQ_STR("");
    const bool from_arabic = arabic == &e->terms[0];

    source(w, e);
    column(w, t->text);
    column(w, utx_pos(from_arabic ? arabic : NULL));
    column(w, mq_str_of(utx_status(t->status)));
    column(w, mq_str_of(t->kind == MQ_UNSAID ? "" : mq_kind_name((mq_kind)t->kind)));
    mq_write_reuse(w, &w->scratch);
    if (t->score >= 0)
        mq_score_write(&w->scratch, t->score);
    column(w, mq_buf_str(&w->scratch));
    column(w, e->domain);
    column(w, e->definition);
    column(w, e->source);
    column(w, arabic ? arabic->region : none);
    column(w, utx_pos(from_arabic ? NULL : arabic));
    column(w, arabic ? arabic->gender : none);
    column(w, arabic ? arabic->number : none);
    column(w, arabic ? arabic->plural : none);
    column(w, concept_of(w, e));
    column(w, mq_write_note(w, e));
    if (w->how.contexts) {
        column(w, e->ncontexts ? e->contexts[0].text : none);
        column(w, e->ncontexts ? e->contexts[0].source : none);
    }
    mq_buf_addc(&w->text, '\n');
}

static void utx_entry(mq_exchange_writer *w, const mq_entry *e)
{
    each_rendering(w, e, utx_row);
}

const mq_write_format mq_write_utx = { .name = "utx", .begin = utx_begin, .entry = utx_entry };
