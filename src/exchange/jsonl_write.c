/*
 * jsonl_write.c - everything, one JSON object a line: each pair, then its occurrences as `mine --jsonl` prints them, with the pair's id.
 *
 * Written by hand rather than through a tree of values: an export of a million pairs and their sentences is one of the few places where that shows.
 */
#include "base/jsonl.h"
#include "exchange/writer.h"

static void text(mq_exchange_writer *w, const char *key, mq_str s)
{
    mq_buf_addz(&w->text, key);
    mq_json_quote(&w->text, s);
}

static void optional(mq_exchange_writer *w, const char *key, mq_str s)
{
    if (s.n)
        text(w, key, s);
}

static void number(mq_exchange_writer *w, const char *key, uint64_t v)
{
    mq_buf_addf(&w->text, "%s%llu", key, (unsigned long long)v);
}

static void score(mq_exchange_writer *w, double v)
{
    mq_buf_addz(&w->text, ",\"score\":");
    mq_score_write(&w->text, v);
}

static void date(mq_exchange_writer *w, const char *key, int64_t t)
{
    if (t == 0)
        return;
    mq_buf_addz(&w->text, key);
    mq_buf_addc(&w->text, '"');
    mq_date_write(&w->text, t, MQ_DATE_EXTENDED);
    mq_buf_addc(&w->text, '"');
}

/* The occurrences have lines of their own; these are sentences without a place. */
static void contexts(mq_exchange_writer *w, const mq_entry *e)
{
    if (!w->how.contexts || e->ncontexts == 0)
        return;
    for (size_t i = 0; i < e->ncontexts; i++) {
        text(w, i ? ",{\"text\":" : ",\"contexts\":[{\"text\":", e->contexts[i].text);
        optional(w, ",\"source\":", e->contexts[i].source);
        mq_buf_addc(&w->text, '}');
    }
    mq_buf_addc(&w->text, ']');
}

static void pair(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *ar, const mq_entry_term *la)
{
    if (e->id.n) {
        mq_buf_addz(&w->text, "{\"id\":");
        mq_buf_addstr(&w->text, e->id);
        text(w, ",\"ar\":", ar->text);
    } else {
        text(w, "{\"ar\":", ar->text);
    }
    text(w, ",\"la\":", la->text);
    text(w, ",\"lang\":", mq_str_of(mq_lang_name(la->lang)));
    if (la->kind != MQ_UNSAID)
        text(w, ",\"kind\":", mq_str_of(mq_kind_name((mq_kind)la->kind)));
    if (la->status != MQ_UNSAID)
        text(w, ",\"status\":", mq_str_of(mq_pair_status_name((mq_pair_status)la->status)));
    if (la->score >= 0)
        score(w, la->score);
    number(w, ",\"count\":", e->count);
    number(w, ",\"docs\":", e->docs);
    if (e->concept)
        number(w, ",\"concept\":", (uint64_t)e->concept);
    date(w, ",\"created\":", e->created);
    date(w, ",\"changed\":", e->changed);
    optional(w, ",\"note\":", e->note);
    optional(w, ",\"domain\":", e->domain);
    optional(w, ",\"definition\":", e->definition);
    optional(w, ",\"source\":", e->source);
    optional(w, ",\"region\":", ar->region);
    optional(w, ",\"pos\":", ar->pos);
    optional(w, ",\"gender\":", ar->gender);
    optional(w, ",\"number\":", ar->number);
    optional(w, ",\"plural\":", ar->plural);
    contexts(w, e);
    mq_buf_addz(&w->text, "}\n");
}

static void entry(mq_exchange_writer *w, const mq_entry *e)
{
    const mq_entry_term *ar = mq_write_arabic(e);

    mq_write_reuse(w, &w->id_text);
    mq_buf_addstr(&w->id_text, e->id);
    for (size_t i = 0; ar && i < e->nterms; i++)
        if (&e->terms[i] != ar)
            pair(w, e, ar, &e->terms[i]);
}

static void occurrence(mq_exchange_writer *w, const mq_occurrence *o)
{
    text(w, "{\"doc\":", o->doc);
    text(w, ",\"ar\":", o->ar);
    text(w, ",\"term\":", o->term);
    text(w, ",\"la\":", o->la);
    text(w, ",\"lang\":", mq_str_of(mq_lang_name(o->lang)));
    text(w, ",\"kind\":", mq_str_of(mq_kind_name(o->kind)));
    score(w, o->score);
    text(w, ",\"pattern\":", mq_str_of(mq_pattern_name(o->pattern)));
    number(w, ",\"ar_start\":", o->ar_start);
    number(w, ",\"ar_end\":", o->ar_end);
    number(w, ",\"la_start\":", o->la_start);
    number(w, ",\"la_end\":", o->la_end);
    text(w, ",\"context\":", o->context);
    if (w->id_text.n) {
        mq_buf_addz(&w->text, ",\"pair\":");
        mq_buf_addstr(&w->text, mq_buf_str(&w->id_text));
    }
    mq_buf_addz(&w->text, "}\n");
}

const mq_write_format mq_write_jsonl = { .name = "jsonl", .entry = entry, .occurrence = occurrence };
