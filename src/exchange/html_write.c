/*
 * html_write.c - a glossary as one HTML page that needs nothing else: to read, to search, to print, to send by mail.
 *
 * Nothing of the glossary is ever mark-up or script: all text is escaped, and the page forbids itself to load anything (Content-Security-Policy).
 */
#include "exchange/html_page.h"
#include "exchange/writer.h"

static void add(mq_exchange_writer *w, const char *s)
{
    mq_buf_addz(&w->text, s);
}

static const char *direction(mq_lang lang)
{
    return lang == MQ_LANG_AR ? "rtl" : "ltr";
}

static const char *name(mq_lang lang)
{
    return lang == MQ_LANG_AR ? "العربية" : lang == MQ_LANG_FR ? "français" : "English";
}

/* lang and dir of an element in one of the two languages. */
static void speak(mq_exchange_writer *w, mq_lang lang)
{
    mq_buf_addf(&w->text, " lang=\"%s\" dir=\"%s\"", mq_write_tag(w, lang), direction(lang));
}

static void column(mq_exchange_writer *w, mq_lang lang)
{
    add(w, "<th scope=\"col\"");
    speak(w, lang);
    add(w, ">");
    add(w, name(lang));
    add(w, "</th>");
}

static void begin(mq_exchange_writer *w)
{
    add(w, "<!DOCTYPE html>\n<html");
    speak(w, w->how.from);
    mq_buf_addf(&w->text,
                ">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"generator\" content=\"muqabil %s\">\n<title>%s – %s</title>\n<style>\n",
                mq_version(), name(w->how.from), name(w->how.to));
    add(w, mq_html_style);
    mq_buf_addf(&w->text,
                "</style>\n</head>\n<body>\n<header>\n<h1><bdi>%s</bdi> – <bdi>%s</bdi></h1>\n"
                "<input id=\"q\" type=\"search\" dir=\"auto\" aria-label=\"search\" placeholder=\"بحث · rechercher · search\" autofocus hidden>"
                "<output id=\"n\" for=\"q\" dir=\"ltr\"></output>\n</header>\n<table>\n<thead><tr>",
                name(w->how.from), name(w->how.to));
    column(w, w->how.from);
    column(w, w->how.to);
    add(w, "<th></th></tr></thead>\n<tbody>\n");
}

/* <element class="class" dir="auto">text</element>, when there is text. */
static void said(mq_exchange_writer *w, const char *element, const char *class, mq_str text)
{
    if (text.n == 0)
        return;
    mq_buf_addf(&w->text, "<%s class=\"%s\" dir=\"auto\">", element, class);
    mq_write_xml(&w->text, text);
    mq_buf_addf(&w->text, "</%s>", element);
}

static void rendering(mq_exchange_writer *w, const mq_entry_term *t)
{
    const char *status = t->status == MQ_UNSAID ? "" : mq_pair_status_name((mq_pair_status)t->status);

    mq_buf_addf(&w->text, "<li class=\"%s\">", status);
    mq_write_xml(&w->text, t->text);
    if (t->status != MQ_UNSAID && t->status != MQ_ACCEPTED) {
        mq_buf_addf(&w->text, "<span class=\"said\" lang=\"en\" dir=\"ltr\">%s", status);
        if (t->status == MQ_CANDIDATE && t->score >= 0) {
            add(w, " ");
            mq_score_write(&w->text, t->score);
        }
        add(w, "</span>");
    }
    said(w, "p", "note", t->note);
    add(w, "</li>");
}

static void sentences(mq_exchange_writer *w, const mq_entry *e)
{
    for (size_t i = 0; w->how.contexts && i < e->ncontexts; i++) {
        add(w, "<blockquote dir=\"auto\">");
        mq_write_xml(&w->text, e->contexts[i].text);
        said(w, "cite", "doc", e->contexts[i].source);
        add(w, "</blockquote>");
    }
}

/* A page has room for all renderings, asked for or not. */
static void entry(mq_exchange_writer *w, const mq_entry *e)
{
    const mq_entry_term *arabic = mq_write_arabic(e);

    add(w, "<tr><th scope=\"row\"");
    speak(w, w->how.from);
    add(w, ">");
    mq_write_xml(&w->text, e->terms[0].text);
    add(w, "</th><td");
    speak(w, w->how.to);
    add(w, "><ul>");
    for (size_t i = 1; i < e->nterms; i++)
        rendering(w, &e->terms[i]);
    add(w, "</ul></td><td class=\"about\">");
    said(w, "p", "domain", e->domain);
    said(w, "p", "definition", e->definition);
    if (arabic)
        said(w, "p", "plural", arabic->plural);
    said(w, "p", "note", e->note);
    sentences(w, e);
    add(w, "</td></tr>\n");
}

static void end(mq_exchange_writer *w)
{
    add(w, "</tbody>\n</table>\n<footer dir=\"ltr\" lang=\"en\">muqabil");
    if (w->how.date) {
        add(w, " · ");
        mq_date_write(&w->text, w->how.date, MQ_DATE_DAY);
    }
    add(w, "</footer>\n<script>\n");
    add(w, mq_html_script);
    add(w, "</script>\n</body>\n</html>\n");
}

const mq_write_format mq_write_html = { .name = "html", .groups = true, .begin = begin, .entry = entry, .end = end };
