/*
 * tmx_write.c - TMX 1.4b as the strictest reader wants it (tmx/tmx14-muqabil.rng says how): no namespace, version "1.4", the source's tuv first, prop and
 * note before the tuvs, a seg without white space of ours, no inline elements, no two units with one source unless asked.
 *
 * What TMX has no element for goes into props of type x-status, x-kind, … which other tools show or ignore.
 */
#include "exchange/writer.h"

static void date(mq_exchange_writer *w, const char *attribute, int64_t t)
{
    if (t == 0)
        return;
    mq_buf_addz(&w->text, attribute);
    mq_date_write(&w->text, t, MQ_DATE_BASIC);
    mq_buf_addc(&w->text, '"');
}

static void begin(mq_exchange_writer *w)
{
    mq_buf_addz(&w->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (w->how.stylesheet) {
        mq_buf_addz(&w->text, "<?xml-stylesheet type=\"text/css\" href=\"");
        mq_write_xml(&w->text, mq_str_of(w->how.stylesheet));
        mq_buf_addz(&w->text, "\"?>\n");
    }
    mq_buf_addz(&w->text, "<tmx version=\"1.4\">\n"
                          "  <header creationtool=\"muqabil\" creationtoolversion=\"");
    mq_buf_addz(&w->text, mq_version());
    mq_buf_addz(&w->text, "\" segtype=\"phrase\" o-tmf=\"muqabil\" adminlang=\"en\" srclang=\"");
    mq_buf_addz(&w->text, mq_write_tag(w, w->how.from));
    mq_buf_addz(&w->text, "\" datatype=\"plaintext\"");
    date(w, " creationdate=\"", w->how.date);
    mq_buf_addz(&w->text, "/>\n  <body>\n");
}

static void note(mq_exchange_writer *w, mq_str s)
{
    if (s.n == 0)
        return;
    mq_buf_addz(&w->text, "      <note>");
    mq_write_xml(&w->text, s);
    mq_buf_addz(&w->text, "</note>\n");
}

static void prop(mq_exchange_writer *w, const char *type, mq_str s)
{
    if (s.n == 0)
        return;
    mq_buf_addz(&w->text, "      <prop type=\"");
    mq_buf_addz(&w->text, type);
    mq_buf_addz(&w->text, "\">");
    mq_write_xml(&w->text, s);
    mq_buf_addz(&w->text, "</prop>\n");
}

/* A score of 1 is what a person's pair has, and what a reader takes for granted. */
static void judgement(mq_exchange_writer *w, const mq_entry_term *t)
{
    if (t->status != MQ_UNSAID)
        prop(w, "x-status", mq_str_of(mq_pair_status_name((mq_pair_status)t->status)));
    if (t->kind != MQ_UNSAID && t->kind != MQ_KIND_TRANSLATION)
        prop(w, "x-kind", mq_str_of(mq_kind_name((mq_kind)t->kind)));
    if (mq_score_tells(t->score)) {
        mq_write_reuse(w, &w->scratch);
        mq_score_write(&w->scratch, t->score);
        prop(w, "x-score", mq_buf_str(&w->scratch));
    }
}

static void grammar(mq_exchange_writer *w, const mq_entry_term *arabic)
{
    if (!arabic)
        return;
    prop(w, "x-region", arabic->region);
    prop(w, "x-pos", arabic->pos);
    prop(w, "x-gender", arabic->gender);
    prop(w, "x-number", arabic->number);
    prop(w, "x-plural", arabic->plural);
}

static void tuv(mq_exchange_writer *w, mq_lang lang, mq_str text)
{
    mq_buf_addz(&w->text, "      <tuv xml:lang=\"");
    mq_buf_addz(&w->text, mq_write_tag(w, lang));
    mq_buf_addz(&w->text, "\"><seg>");
    mq_write_xml(&w->text, text);
    mq_buf_addz(&w->text, "</seg></tuv>\n");
}

static void unit(mq_exchange_writer *w, const mq_entry *e)
{
    mq_buf_addz(&w->text, "    <tu tuid=\"");
    mq_write_key(&w->text, e);
    mq_buf_addc(&w->text, '"');
    date(w, " creationdate=\"", e->created);
    date(w, " changedate=\"", e->changed);
    mq_buf_addz(&w->text, ">\n");
    note(w, mq_write_note(w, e));
    judgement(w, &e->terms[1]);
    prop(w, "x-domain", e->domain);
    prop(w, "x-definition", e->definition);
    prop(w, "x-source", e->source);
    if (e->concept)
        mq_buf_addf(&w->text, "      <prop type=\"x-concept\">%lld</prop>\n", (long long)e->concept);
    grammar(w, mq_write_arabic(e));
    for (size_t i = 0; w->how.contexts && i < e->ncontexts; i++) {
        prop(w, "x-context", e->contexts[i].text);
        prop(w, "x-context-source", e->contexts[i].source);
    }
    tuv(w, w->how.from, e->terms[0].text);
    tuv(w, w->how.to, e->terms[1].text);
    mq_buf_addz(&w->text, "    </tu>\n");
}

static void entry(mq_exchange_writer *w, const mq_entry *e)
{
    mq_entry_term terms[2] = { e->terms[0] };
    mq_entry one = *e;

    if (!w->how.all || e->nterms == 2) {
        unit(w, e);
        return;
    }
    one.terms = terms;
    one.nterms = 2;
    for (size_t i = 1; i < e->nterms; i++) {
        terms[1] = e->terms[i];
        unit(w, &one);
    }
}

static void end(mq_exchange_writer *w)
{
    mq_buf_addz(&w->text, "  </body>\n</tmx>\n");
}

const mq_write_format mq_write_tmx = { .name = "tmx", .begin = begin, .entry = entry, .end = end };
