/*
 * tbx_write.c - TBX-Basic in its two forms, from one set of functions: v2 (martif, ISO 30042:2008, what OmegaT and translate-toolkit read) and v3 (tbx in
 * DCA style, ISO 30042:2019, what Pontoon and Trados read). They differ in the names of the frames, in the header, and v3 has a namespace.
 *
 * A concept holds the source term and its renderings. Status is of each rendering: preferredTerm-, admittedTerm-, deprecatedTerm-admn-sts. TBX-Basic has no
 * category for a candidate, a score, a transliteration, a number or a plural; they go into one note of the term, which our reader knows (exchange/tbx_read.c).
 */
#include "exchange/writer.h"

/* Names of the frames, by version. */
typedef struct mq_tbx_names {
    const char *entry, *lang, *term;
} mq_tbx_names;

static const mq_tbx_names v2 = { "termEntry", "langSet", "tig" }, v3 = { "conceptEntry", "langSec", "termSec" };

static const mq_tbx_names *names_of(const mq_exchange_writer *w)
{
    return w->how.format == MQ_EXCHANGE_TBX ? &v2 : &v3;
}

static void add(mq_exchange_writer *w, const char *s)
{
    mq_buf_addz(&w->text, s);
}

/* <name type="type">text</name>, when there is text. */
static void leaf(mq_exchange_writer *w, const char *indent, const char *name, const char *type, mq_str text)
{
    if (text.n == 0)
        return;
    add(w, indent);
    add(w, "<");
    add(w, name);
    if (type) {
        add(w, " type=\"");
        add(w, type);
        add(w, "\"");
    }
    add(w, ">");
    mq_write_xml(&w->text, text);
    add(w, "</");
    add(w, name);
    add(w, ">\n");
}

/* ---- header ---- */

static void change(mq_exchange_writer *w)
{
    if (w->how.date == 0)
        return;
    add(w, "    <revisionDesc>\n      <change>\n        <p>");
    mq_date_write(&w->text, w->how.date, MQ_DATE_DAY);
    add(w, "</p>\n      </change>\n    </revisionDesc>\n");
}

static void begin_v2(mq_exchange_writer *w)
{
    mq_buf_addf(&w->text,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<martif type=\"TBX\" xml:lang=\"%s\">\n"
                "  <martifHeader>\n"
                "    <fileDesc>\n"
                "      <titleStmt>\n        <title>Glossary</title>\n      </titleStmt>\n"
                "      <sourceDesc>\n        <p>muqabil %s</p>\n      </sourceDesc>\n"
                "    </fileDesc>\n"
                "    <encodingDesc>\n      <p type=\"XCSURI\">TBXBasicXCSV02.xcs</p>\n    </encodingDesc>\n",
                mq_write_tag(w, w->how.from), mq_version());
    change(w);
    add(w, "  </martifHeader>\n  <text>\n    <body>\n");
}

static void begin_v3(mq_exchange_writer *w)
{
    mq_buf_addf(&w->text,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"%s\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
                "  <tbxHeader>\n"
                "    <fileDesc>\n"
                "      <titleStmt>\n        <title>Glossary</title>\n      </titleStmt>\n"
                "      <sourceDesc>\n        <p>muqabil %s</p>\n      </sourceDesc>\n"
                "    </fileDesc>\n",
                mq_write_tag(w, w->how.from), mq_version());
    change(w);
    add(w, "  </tbxHeader>\n  <text>\n    <body>\n");
}

static void end_v2(mq_exchange_writer *w)
{
    add(w, "    </body>\n  </text>\n</martif>\n");
}

static void end_v3(mq_exchange_writer *w)
{
    add(w, "    </body>\n  </text>\n</tbx>\n");
}

/* ---- a term ---- */

static const char *tbx_status(int status)
{
    switch (status) {
    case MQ_ACCEPTED:
        return "admittedTerm-admn-sts";
    case MQ_PREFERRED:
        return "preferredTerm-admn-sts";
    case MQ_DEPRECATED:
    case MQ_REJECTED:
        return "deprecatedTerm-admn-sts";
    default:
        return "";
    }
}

static const char *tbx_pos(mq_str pos)
{
    static const struct {
        const char *ours, *theirs;
    } known[] = { { "noun", "noun" }, { "verb", "verb" }, { "adj", "adjective" }, { "adv", "adverb" }, { "propn", "properNoun" } };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (mq_str_equal(pos, mq_str_of(known[i].ours)))
            return known[i].theirs;
    return pos.n ? "other" : "";
}

static const char *tbx_gender(mq_str gender)
{
    if (mq_str_equal(gender, MQ_STR("m")))
        return "masculine";
    if (mq_str_equal(gender, MQ_STR("f")))
        return "feminine";
    return gender.n ? "otherGender" : "";
}

/* Appends to w->scratch, behind a comma unless it is the first. */
static void say(mq_exchange_writer *w, const char *label, mq_str value)
{
    mq_buf_addz(&w->scratch, w->scratch.n ? ", " : "");
    mq_buf_addz(&w->scratch, label);
    mq_buf_addstr(&w->scratch, value);
}

static void say_judgement(mq_exchange_writer *w, const mq_entry_term *t)
{
    if (t->status == MQ_CANDIDATE || t->status == MQ_REJECTED)
        say(w, "", mq_str_of(mq_pair_status_name((mq_pair_status)t->status)));
    if (mq_score_tells(t->score)) {
        say(w, "score ", MQ_STR(""));
        mq_score_write(&w->scratch, t->score);
    }
    if (t->kind == MQ_KIND_TRANSLITERATION)
        say(w, "", mq_str_of(mq_kind_name(MQ_KIND_TRANSLITERATION)));
}

/* "muqabil: concept 5, candidate, score 0.87, transliteration, number s, plural شبكات|شبك". The plural comes last and may hold commas. */
static void own_note(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *t, bool source)
{
    mq_write_reuse(w, &w->scratch);
    if (source && e->concept)
        mq_buf_addf(&w->scratch, "concept %lld", (long long)e->concept);
    if (!source)
        say_judgement(w, t);
    if (t->lang == MQ_LANG_AR && t->number.n)
        say(w, "number ", t->number);
    if (t->lang == MQ_LANG_AR && t->plural.n)
        say(w, "plural ", t->plural);
    if (w->scratch.n == 0)
        return;
    add(w, "            <note>muqabil: ");
    mq_write_xml(&w->text, mq_buf_str(&w->scratch));
    add(w, "</note>\n");
}

static void contexts(mq_exchange_writer *w, const mq_entry *e)
{
    for (size_t i = 0; w->how.contexts && i < e->ncontexts; i++) {
        add(w, "            <descripGrp>\n");
        leaf(w, "              ", "descrip", "context", e->contexts[i].text);
        leaf(w, "              ", "admin", "source", e->contexts[i].source);
        add(w, "            </descripGrp>\n");
    }
}

/* The note is of the best rendering: it stands with it as soon as there are others, of which it does not speak. */
static bool has_own_notes(const mq_exchange_writer *w, const mq_entry *e)
{
    return mq_write_terms(w, e) > 2;
}

static mq_str note_of(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *t)
{
    if (t != &e->terms[1] || !has_own_notes(w, e) || e->note.n == 0)
        return t->note;
    mq_write_reuse(w, &w->scratch);
    mq_buf_addstr(&w->scratch, e->note);
    mq_buf_addz(&w->scratch, t->note.n ? "\n" : "");
    mq_buf_addstr(&w->scratch, t->note);
    return mq_buf_str(&w->scratch);
}

/* `source`: the term that the entry is found under; the others are its renderings. */
static void term(mq_exchange_writer *w, const mq_entry *e, const mq_entry_term *t, bool source)
{
    const mq_tbx_names *n = names_of(w);

    mq_buf_addf(&w->text, "          <%s>\n", n->term);
    leaf(w, "            ", "term", NULL, t->text);
    if (t->lang == MQ_LANG_AR) {
        leaf(w, "            ", "termNote", "partOfSpeech", mq_str_of(tbx_pos(t->pos)));
        leaf(w, "            ", "termNote", "grammaticalGender", mq_str_of(tbx_gender(t->gender)));
        leaf(w, "            ", "termNote", "geographicalUsage", t->region);
    }
    if (!source) {
        leaf(w, "            ", "termNote", "termType", t->kind == MQ_KIND_ACRONYM ? MQ_STR("acronym") : MQ_STR(""));
        leaf(w, "            ", "termNote", "administrativeStatus", mq_str_of(tbx_status(t->status)));
    } else {
        contexts(w, e);
    }
    own_note(w, e, t, source);
    leaf(w, "            ", "note", NULL, note_of(w, e, t));
    mq_buf_addf(&w->text, "          </%s>\n", n->term);
}

/* ---- a concept ---- */

static void transaction(mq_exchange_writer *w, const char *type, int64_t t)
{
    if (t == 0)
        return;
    add(w, "        <transacGrp>\n");
    leaf(w, "          ", "transac", "transactionType", mq_str_of(type));
    add(w, "          <date>");
    mq_date_write(&w->text, t, MQ_DATE_DAY);
    add(w, "</date>\n        </transacGrp>\n");
}

static void language(mq_exchange_writer *w, const mq_entry *e, mq_lang lang, size_t from, size_t to)
{
    const mq_tbx_names *n = names_of(w);

    mq_buf_addf(&w->text, "        <%s xml:lang=\"%s\">\n", n->lang, mq_write_tag(w, lang));
    for (size_t i = from; i < to; i++)
        term(w, e, &e->terms[i], i == 0);
    mq_buf_addf(&w->text, "        </%s>\n", n->lang);
}

static void entry(mq_exchange_writer *w, const mq_entry *e)
{
    const mq_tbx_names *n = names_of(w);

    mq_buf_addf(&w->text, "      <%s id=\"c", n->entry);
    mq_write_key(&w->text, e);
    add(w, "\">\n");
    leaf(w, "        ", "descrip", "subjectField", e->domain);
    leaf(w, "        ", "descrip", "definition", e->definition);
    leaf(w, "        ", "admin", "source", e->source);
    transaction(w, "origination", e->created);
    transaction(w, "modification", e->changed == e->created ? 0 : e->changed);
    if (!has_own_notes(w, e))
        leaf(w, "        ", "note", NULL, mq_write_note(w, e));
    language(w, e, w->how.from, 0, 1);
    language(w, e, w->how.to, 1, mq_write_terms(w, e));
    mq_buf_addf(&w->text, "      </%s>\n", n->entry);
}

const mq_write_format mq_write_tbx = { .name = "tbx", .groups = true, .begin = begin_v2, .entry = entry, .end = end_v2 };
const mq_write_format mq_write_tbx3 = { .name = "tbx3", .groups = true, .begin = begin_v3, .entry = entry, .end = end_v3 };
