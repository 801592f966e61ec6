/* reader.c - see reader.h; and mq_exchange_read, which finds the format and hands over to its reader. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/reader.h"
#include "exchange/sniff.h"

/* ---- left out ---- */

const char *mq_reason_text(mq_reason v)
{
    static const char *const texts[] = {
#define X(name, text) text,
        MQ_REASONS(X)
#undef X
    };

    return (unsigned)v < MQ_REASON_COUNT ? texts[v] : "?";
}

/* As much of a text as a message needs. */
static mq_str beginning(mq_str s)
{
    enum { SHOWN = 80 };

    return (mq_str){ s.p, s.n > SHOWN ? mq_utf8_complete(s.p, SHOWN) : s.n };
}

void mq_leave_out(mq_xread *r, mq_reason reason, bool whole, size_t line, size_t column, mq_str what)
{
    const mq_left_out x = { .reason = reason, .whole = whole, .line = line, .column = column, .what = beginning(what) };

    if (whole) {
        r->info->skipped++;
        r->told = true;
    }
    if (!r->rc && r->handler->left_out)
        r->rc = r->handler->left_out(r->user, &x, r->err);
}

bool mq_read_lang(mq_lang *out, mq_xread *r, mq_str tag, size_t line, size_t column)
{
    *out = mq_lang_of_tag(tag);
    if (*out != MQ_LANG_UND || mq_same_word(mq_trim(tag), MQ_STR("und")))
        return true;
    mq_leave_out(r, mq_trim(tag).n ? MQ_REASON_UNKNOWN_LANGUAGE : MQ_REASON_NO_LANGUAGE, false, line, column, tag);
    return false;
}

/* ---- texts ---- */

static void note_no_memory(mq_xread *r)
{
    if (!r->rc)
        r->rc = mq_fail(r->err, MQ_ENOMEM, "no memory to read '%s'", r->path);
}

void mq_reuse(mq_xread *r, mq_buf *b)
{
    if (b->status)
        note_no_memory(r);
    mq_buf_clear(b);
}

void mq_forget(mq_xread *r, mq_buf *b)
{
    mq_reuse(r, b);
    mq_buf_release(b);
}

static mq_str keep(mq_xread *r, mq_str s)
{
    mq_str copy = MQ_STR("");

    r->kept += s.n;
    if (r->rc || s.n == 0)
        return copy;
    if (r->kept > MQ_ENTRY_MOST)
        r->rc = mq_fail_at(r->err, MQ_ELIMIT, r->entry.line, r->entry.column, "'%s': an entry is larger than %d bytes", r->path, MQ_ENTRY_MOST);
    else
        copy = mq_arena_copy(&r->mem, s);
    if (!copy.p)
        note_no_memory(r);
    return copy.p ? copy : MQ_STR("");
}

static mq_str keep_clean(mq_xread *r, mq_str s, size_t (*clean)(mq_buf *, mq_str))
{
    mq_reuse(r, &r->scratch);
    if (clean(&r->scratch, s))
        mq_leave_out(r, MQ_REASON_FORBIDDEN, false, r->entry.line, r->entry.column, MQ_STR(""));
    return keep(r, mq_buf_str(&r->scratch));
}

mq_str mq_keep_text(mq_xread *r, mq_str s)
{
    return keep_clean(r, s, mq_clean_text);
}

mq_str mq_keep_line(mq_xread *r, mq_str s)
{
    return keep_clean(r, s, mq_clean_term);
}

void mq_append_text(mq_xread *r, mq_str *field, mq_str s)
{
    mq_reuse(r, &r->scratch);
    mq_buf_addstr(&r->scratch, *field);
    if (field->n)
        mq_buf_addc(&r->scratch, '\n');
    if (mq_clean_text(&r->scratch, s))
        mq_leave_out(r, MQ_REASON_FORBIDDEN, false, r->entry.line, r->entry.column, MQ_STR(""));
    if (r->scratch.n > field->n + (field->n != 0))
        *field = keep(r, mq_buf_str(&r->scratch));
}

/* ---- lines ---- */

static mq_status repair(mq_str *line, mq_xread *r, size_t bad)
{
    const size_t column = 1 + mq_utf8_count(line->p, bad), number = r->source.line;

    if (!r->how->keep_going)
        return mq_fail_at(r->err, MQ_EENCODING, number, column, "'%s' is not UTF-8; --encoding tells another one", r->path);
    mq_leave_out(r, MQ_REASON_ILL_FORMED, false, number, column, MQ_STR(""));
    mq_reuse(r, &r->repaired);
    (void)mq_utf8_repair(&r->repaired, *line, NULL);
    *line = mq_buf_str(&r->repaired);
    return r->rc ? r->rc : r->repaired.status;
}

mq_status mq_read_line(mq_str *line, mq_xread *r)
{
    for (;;) {
        const mq_status rc = mq_source_line(line, &r->source, r->err);
        size_t bad;

        if (rc == MQ_ELIMIT && r->how->keep_going) {
            r->info->entries++;
            mq_leave_out(r, MQ_REASON_LONG_LINE, true, r->source.line, 1, MQ_STR(""));
            continue;
        }
        if (rc)
            return rc;
        bad = r->source.decoder ? line->n : mq_utf8_valid(line->p, line->n);
        return bad == line->n ? r->rc : repair(line, r, bad);
    }
}

/* ---- the entry ---- */

void mq_build_start(mq_xread *r, size_t line, size_t column)
{
    mq_arena_clear(&r->mem);
    r->told = false;
    r->kept = 0;
    r->entry = (mq_entry){ .id = MQ_STR(""), .terms = r->terms, .definition = MQ_STR(""), .domain = MQ_STR(""), .source = MQ_STR(""),
                           .note = MQ_STR(""), .contexts = r->contexts, .line = line, .column = column };
    r->common = mq_term_unsaid();
}

mq_entry_term mq_term_unsaid(void)
{
    const mq_str none = MQ_STR("");

    return (mq_entry_term){ .text = none, .tag = none, .status = MQ_UNSAID, .kind = MQ_UNSAID, .score = -1, .region = none, .pos = none, .gender = none,
                      .number = none, .plural = none, .note = none };
}

/* Why a cleaned term cannot be one. */
static bool refuse_term(mq_reason *why, mq_str text)
{
    if (text.n == 0)
        *why = MQ_REASON_EMPTY_TERM;
    else if (text.n > MQ_TERM_MOST)
        *why = MQ_REASON_TOO_LONG;
    else if (!mq_has_letter(text))
        *why = MQ_REASON_NO_LETTER;
    else
        return false;
    return true;
}

mq_entry_term *mq_build_term(mq_xread *r, mq_str text, mq_lang lang, mq_str tag, size_t line, size_t column)
{
    mq_reason why;
    mq_entry_term *t;

    mq_reuse(r, &r->scratch);
    if (mq_clean_term(&r->scratch, text))
        mq_leave_out(r, MQ_REASON_FORBIDDEN, false, line, column, MQ_STR(""));
    if (r->rc)
        return NULL;
    if (refuse_term(&why, mq_buf_str(&r->scratch))) {
        mq_leave_out(r, why, false, line, column, mq_buf_str(&r->scratch));
        return NULL;
    }
    if (r->entry.nterms == MQ_TERMS_MOST) {
        mq_leave_out(r, MQ_REASON_TOO_MANY, false, line, column, mq_buf_str(&r->scratch));
        return NULL;
    }
    t = &r->terms[r->entry.nterms++];
    *t = mq_term_unsaid();
    t->text = keep(r, mq_buf_str(&r->scratch));
    t->lang = lang;
    t->tag = keep(r, tag);
    return r->rc ? NULL : t;
}

void mq_build_context(mq_xread *r, mq_str text, mq_str source)
{
    mq_context *c = &r->contexts[r->entry.ncontexts];

    if (r->rc)
        return;
    if (r->entry.ncontexts == MQ_CONTEXTS_MOST) {
        mq_leave_out(r, MQ_REASON_NO_CONTEXT, false, r->entry.line, r->entry.column, text);
        return;
    }
    c->text = mq_keep_text(r, text);
    c->source = mq_keep_line(r, source);
    r->entry.ncontexts += c->text.n != 0;
}

static void fill(mq_str *field, mq_str from)
{
    if (field->n == 0)
        *field = from;
}

/* What was said of the entry as a whole holds for its terms; grammar and region speak of the Arabic ones. */
static void spread(mq_entry_term *t, const mq_entry_term *common)
{
    if (t->status == MQ_UNSAID)
        t->status = common->status;
    if (t->kind == MQ_UNSAID)
        t->kind = common->kind;
    if (t->score < 0)
        t->score = common->score;
    if (t->lang != MQ_LANG_AR)
        return;
    fill(&t->region, common->region);
    fill(&t->pos, common->pos);
    fill(&t->gender, common->gender);
    fill(&t->number, common->number);
    fill(&t->plural, common->plural);
}

void mq_build_end(mq_xread *r)
{
    if (r->rc)
        return;
    r->info->entries++;
    if (r->entry.nterms == 0) {
        if (!r->told)
            mq_leave_out(r, MQ_REASON_EMPTY_TERM, true, r->entry.line, r->entry.column, MQ_STR(""));
        return;
    }
    for (size_t i = 0; i < r->entry.nterms; i++)
        spread(&r->terms[i], &r->common);
    if (r->handler->entry)
        r->rc = r->handler->entry(r->user, &r->entry, r->err);
}

/* ---- fields ---- */

static const struct {
    const char *word;
    mq_field field;
} field_words[] = {
    { "status", MQ_FIELD_STATUS },
    { "administrativeStatus", MQ_FIELD_STATUS },
    { "normativeAuthorization", MQ_FIELD_STATUS },
    { "termstatus", MQ_FIELD_STATUS },
    { "kind", MQ_FIELD_KIND },
    { "termType", MQ_FIELD_KIND },
    { "score", MQ_FIELD_SCORE },
    { "domain", MQ_FIELD_DOMAIN },
    { "subjectField", MQ_FIELD_DOMAIN },
    { "subject", MQ_FIELD_DOMAIN },
    { "domaine", MQ_FIELD_DOMAIN },
    { "definition", MQ_FIELD_DEFINITION },
    { "description", MQ_FIELD_DEFINITION },
    { "source", MQ_FIELD_SOURCE },
    { "reference", MQ_FIELD_SOURCE },
    { "uri", MQ_FIELD_SOURCE },
    { "url", MQ_FIELD_SOURCE },
    { "note", MQ_FIELD_NOTE },
    { "notes", MQ_FIELD_NOTE },
    { "comment", MQ_FIELD_NOTE },
    { "comments", MQ_FIELD_NOTE },
    { "remark", MQ_FIELD_NOTE },
    { "commentaire", MQ_FIELD_NOTE },
    { "context", MQ_FIELD_CONTEXT },
    { "contexte", MQ_FIELD_CONTEXT },
    { "example", MQ_FIELD_CONTEXT },
    { "context-source", MQ_FIELD_CONTEXT_SOURCE },
    { "region", MQ_FIELD_REGION },
    { "geographicalUsage", MQ_FIELD_REGION },
    { "pos", MQ_FIELD_POS },
    { "partOfSpeech", MQ_FIELD_POS },
    { "gender", MQ_FIELD_GENDER },
    { "grammaticalGender", MQ_FIELD_GENDER },
    { "number", MQ_FIELD_NUMBER },
    { "grammaticalNumber", MQ_FIELD_NUMBER },
    { "plural", MQ_FIELD_PLURAL },
    { "id", MQ_FIELD_ID },
    { "created", MQ_FIELD_CREATED },
    { "changed", MQ_FIELD_CHANGED },
    { "concept", MQ_FIELD_CONCEPT },
};

bool mq_field_of_word(mq_field *out, mq_str word)
{
    word = mq_trim(word);
    if (word.n > 2 && (*word.p == 'x' || *word.p == 'X') && word.p[1] == '-')
        word = (mq_str){ word.p + 2, word.n - 2 };
    for (size_t i = 0; i < sizeof field_words / sizeof *field_words; i++)
        if (mq_same_word(word, mq_str_of(field_words[i].word))) {
            *out = field_words[i].field;
            return true;
        }
    return false;
}

/* TBX writes masculine, memoQ Masculine, a dictionary m. */
static mq_str short_gender(mq_str v)
{
    if (mq_same_word(v, MQ_STR("masculine")))
        return MQ_STR("m");
    return mq_same_word(v, MQ_STR("feminine")) ? MQ_STR("f") : v;
}

static mq_str short_pos(mq_str v)
{
    if (mq_same_word(v, MQ_STR("adjective")))
        return MQ_STR("adj");
    if (mq_same_word(v, MQ_STR("adverb")))
        return MQ_STR("adv");
    return mq_same_word(v, MQ_STR("properNoun")) ? MQ_STR("propn") : v;
}

static mq_str short_number(mq_str v)
{
    if (mq_same_word(v, MQ_STR("singular")))
        return MQ_STR("s");
    if (mq_same_word(v, MQ_STR("dual")))
        return MQ_STR("d");
    return mq_same_word(v, MQ_STR("plural")) ? MQ_STR("p") : v;
}

static bool set_date(int64_t *field, mq_str v)
{
    int64_t t;

    if (!mq_date_parse(&t, v))
        return false;
    *field = t;
    return true;
}

/* A number above 0 of at most 18 digits. */
static bool set_number(int64_t *out, mq_str value)
{
    int64_t n = 0;

    if (value.n > 18)
        return false;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9')
            return false;
        n = 10 * n + (value.p[i] - '0');
    }
    *out = n;
    return n > 0;
}

/* False: the value is not known. */
static bool set_said(mq_xread *r, mq_entry_term *t, mq_field field, mq_str value)
{
    switch (field) {
    case MQ_FIELD_STATUS:
        return mq_status_of_word(&t->status, value);
    case MQ_FIELD_KIND:
        return mq_kind_of_word(&t->kind, value);
    case MQ_FIELD_SCORE:
        return mq_score_parse(&t->score, value);
    case MQ_FIELD_CREATED:
        return set_date(&r->entry.created, value);
    case MQ_FIELD_CHANGED:
        return set_date(&r->entry.changed, value);
    case MQ_FIELD_CONCEPT:
        return set_number(&r->entry.concept, value);
    default:
        return true;
    }
}

static void set_text(mq_xread *r, mq_entry_term *t, bool of_entry, mq_field field, mq_str value)
{
    switch (field) {
    case MQ_FIELD_DOMAIN:
        mq_append_text(r, &r->entry.domain, value);
        break;
    case MQ_FIELD_DEFINITION:
        mq_append_text(r, &r->entry.definition, value);
        break;
    case MQ_FIELD_SOURCE:
        mq_append_text(r, &r->entry.source, value);
        break;
    case MQ_FIELD_NOTE:
        mq_append_text(r, of_entry ? &r->entry.note : &t->note, value);
        break;
    case MQ_FIELD_CONTEXT:
        mq_build_context(r, value, MQ_STR(""));
        break;
    case MQ_FIELD_CONTEXT_SOURCE:
        if (r->entry.ncontexts)
            fill(&r->contexts[r->entry.ncontexts - 1].source, mq_keep_line(r, value));
        break;
    case MQ_FIELD_REGION:
        t->region = mq_keep_line(r, value);
        break;
    case MQ_FIELD_POS:
        t->pos = mq_keep_line(r, short_pos(value));
        break;
    case MQ_FIELD_GENDER:
        t->gender = mq_keep_line(r, short_gender(value));
        break;
    case MQ_FIELD_NUMBER:
        t->number = mq_keep_line(r, short_number(value));
        break;
    case MQ_FIELD_PLURAL:
        t->plural = mq_keep_line(r, value);
        break;
    case MQ_FIELD_ID:
        r->entry.id = mq_keep_line(r, value);
        break;
    default:
        break;
    }
}

void mq_build_field(mq_xread *r, mq_entry_term *term, mq_field field, mq_str value, size_t line, size_t column)
{
    mq_entry_term *t = term ? term : &r->common;

    value = mq_trim(value);
    if (r->rc || value.n == 0)
        return;
    if (!set_said(r, t, field, value))
        mq_leave_out(r, field == MQ_FIELD_CREATED || field == MQ_FIELD_CHANGED ? MQ_REASON_BAD_DATE : MQ_REASON_BAD_VALUE, false, line, column, value);
    else
        set_text(r, t, term == NULL, field, value);
}

/* ---- reading a file ---- */

static mq_status read_as(mq_xread *r, mq_exchange format)
{
    switch (format) {
    case MQ_EXCHANGE_TMX:
    case MQ_EXCHANGE_TBX:
    case MQ_EXCHANGE_TBX3:
        return mq_read_xml(r);
    case MQ_EXCHANGE_CSV:
    case MQ_EXCHANGE_OMEGAT:
    case MQ_EXCHANGE_UTX:
        return mq_read_table(r, format);
    case MQ_EXCHANGE_JSONL:
        return mq_read_jsonl(r);
    default:
        return mq_fail(r->err, MQ_EUNSUPPORTED, "cannot read '%s': %s files are only written", r->path, mq_exchange_name(format));
    }
}

mq_status mq_exchange_read(const char *path, const mq_exchange_reading *how, const mq_exchange_handler *handler, void *user, mq_exchange_info *info,
                           mq_error *err)
{
    mq_exchange_info unwanted;
    mq_xread r = { .path = path, .how = how, .handler = handler, .user = user, .info = info ? info : &unwanted, .err = err };
    mq_exchange format = how->format;
    uint64_t first;
    mq_status rc = mq_source_open(&r.source, path, err);

    r.terms = calloc(MQ_TERMS_MOST, sizeof *r.terms);
    r.contexts = calloc(MQ_CONTEXTS_MOST, sizeof *r.contexts);
    if (!rc && (!r.terms || !r.contexts))
        rc = mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", path);
    *r.info = (mq_exchange_info){ .format = format };
    if (!rc)
        rc = mq_sniff(&format, &r, err);
    r.info->format = format;
    if (!rc && r.source.encoding.guessed)
        memcpy(r.info->guessed, r.source.encoding.name, sizeof r.info->guessed);
    if (!rc && format != MQ_EXCHANGE_AUTO) /* AUTO: an empty file, which has no entries in any format */
        rc = read_as(&r, format);
    if (r.source.decoder)
        r.info->replaced = mq_decoder_replaced(r.source.decoder, &first);
    mq_source_release(&r.source);
    mq_arena_release(&r.mem);
    mq_forget(&r, &r.scratch);
    mq_forget(&r, &r.repaired);
    free(r.terms);
    free(r.contexts);
    return rc ? rc : r.rc;
}
