/* writer.c - see writer.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "exchange/writer.h"

enum { SEND = 1 << 16 };

static const mq_write_format *format_of(mq_exchange v)
{
    static const mq_write_format *const formats[] = {
        [MQ_EXCHANGE_TMX] = &mq_write_tmx,       [MQ_EXCHANGE_TBX] = &mq_write_tbx, [MQ_EXCHANGE_TBX3] = &mq_write_tbx3, [MQ_EXCHANGE_CSV] = &mq_write_csv,
        [MQ_EXCHANGE_OMEGAT] = &mq_write_omegat, [MQ_EXCHANGE_UTX] = &mq_write_utx, [MQ_EXCHANGE_JSONL] = &mq_write_jsonl,
        [MQ_EXCHANGE_HTML] = &mq_write_html,
    };

    return (unsigned)v < sizeof formats / sizeof *formats ? formats[v] : NULL;
}

static const char *const names[] = { "auto", "tmx", "tbx", "tbx3", "csv", "omegat", "utx", "jsonl", "hunspell", "html" };

const char *mq_exchange_name(mq_exchange v)
{
    return (unsigned)v < sizeof names / sizeof *names ? names[v] : "?";
}

bool mq_exchange_parse(mq_exchange *out, mq_str name)
{
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (mq_str_equal(mq_str_of(names[i]), name)) {
            *out = (mq_exchange)i;
            return true;
        }
    return false;
}

bool mq_exchange_groups(mq_exchange v)
{
    const mq_write_format *f = format_of(v);

    return f && f->groups;
}

/* ---- the handle ---- */

static bool is_tag(const char *tag, mq_lang lang)
{
    for (const char *p = tag; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || *p == '-'))
            return false;
    return mq_lang_of_tag(mq_str_of(tag)) == lang;
}

static mq_status check(const mq_exchange_writing *how, mq_error *err)
{
    const bool sides = how->from >= MQ_LANG_AR && how->from <= MQ_LANG_EN && how->to >= MQ_LANG_AR && how->to <= MQ_LANG_EN;

    if (!format_of(how->format))
        return mq_fail(err, MQ_EINVALID, "no writer for format '%s'", mq_exchange_name(how->format));
    if (!sides || how->from == how->to)
        return mq_fail(err, MQ_EINVALID, "an export wants two different languages of ar, fr, en");
    if (how->stylesheet && (strstr(how->stylesheet, "?>") || !mq_is_clean(mq_str_of(how->stylesheet))))
        return mq_fail(err, MQ_EINVALID, "'%s' cannot be the name of a stylesheet", how->stylesheet);
    for (unsigned l = MQ_LANG_AR; l <= MQ_LANG_EN; l++)
        if (how->tag[l] && !is_tag(how->tag[l], (mq_lang)l))
            return mq_fail(err, MQ_EINVALID, "'%s' is no language code of %s", how->tag[l], mq_lang_name((mq_lang)l));
    return MQ_OK;
}

mq_status mq_exchange_create(mq_exchange_writer **out, const char *path, const mq_exchange_writing *how, mq_error *err)
{
    mq_exchange_writer *w;
    mq_status rc = check(how, err);

    *out = NULL;
    if (rc)
        return rc;
    w = calloc(1, sizeof *w);
    if (!w)
        return mq_fail(err, MQ_ENOMEM, "no memory to write '%s'", path);
    w->format = format_of(how->format);
    w->how = *how;
    rc = mq_output_open(&w->out, path, err);
    if (rc) {
        mq_exchange_cancel(w);
        return rc;
    }
    if (w->format->begin)
        w->format->begin(w);
    *out = w;
    return MQ_OK;
}

static mq_status send(mq_exchange_writer *w, size_t most, mq_error *err)
{
    if (w->text.status || w->scratch.status || w->part.status || w->id_text.status)
        return mq_fail(err, MQ_ENOMEM, "no memory to write");
    if (w->text.n <= most)
        return MQ_OK;
    mq_output_write(w->out, w->text.p, w->text.n);
    mq_buf_clear(&w->text);
    return mq_output_check(w->out, err);
}

void mq_write_reuse(mq_exchange_writer *w, mq_buf *b)
{
    if (b->status)
        w->text.status = b->status;
    mq_buf_clear(b);
}

/* ---- clean entries ---- */

/* Replaces *s by a clean copy unless it is clean already. */
static void settle(mq_exchange_writer *w, mq_str *s, size_t (*clean)(mq_buf *, mq_str))
{
    mq_str copy;

    if (s->n == 0 || mq_is_clean(*s))
        return;
    mq_write_reuse(w, &w->part);
    (void)clean(&w->part, *s);
    copy = mq_arena_copy(&w->mem, mq_buf_str(&w->part));
    if (copy.p)
        *s = copy;
    else
        w->text.status = MQ_ENOMEM;
}

static void settle_term(mq_exchange_writer *w, mq_entry_term *t)
{
    mq_str *const fields[] = { &t->text, &t->region, &t->pos, &t->gender, &t->number, &t->plural };

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        settle(w, fields[i], mq_clean_term);
    settle(w, &t->note, mq_clean_text);
}

/* Room for n elements of `size` in *array, which has room for *have. */
static bool grow(void **array, size_t *have, size_t n, size_t size)
{
    void *more;

    if (n <= *have)
        return true;
    more = realloc(*array, n * size);
    if (!more)
        return false;
    *array = more;
    *have = n;
    return true;
}

/* *clean = *e, its strings clean, its arrays those of w. */
static mq_status settle_entry(mq_entry *clean, mq_exchange_writer *w, const mq_entry *e, mq_error *err)
{
    mq_str *const texts[] = { &clean->definition, &clean->domain, &clean->source, &clean->note };

    *clean = *e;
    mq_arena_clear(&w->mem);
    if (!grow((void **)&w->terms, &w->nterms, e->nterms, sizeof *w->terms) || !grow((void **)&w->contexts, &w->ncontexts, e->ncontexts, sizeof *w->contexts))
        return mq_fail(err, MQ_ENOMEM, "no memory to write");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        settle(w, texts[i], mq_clean_text);
    for (size_t i = 0; i < e->nterms; i++) {
        w->terms[i] = e->terms[i];
        settle_term(w, &w->terms[i]);
        if (w->terms[i].text.n == 0)
            return mq_fail(err, MQ_EINVALID, "an entry with an empty term");
    }
    for (size_t i = 0; i < e->ncontexts; i++) {
        w->contexts[i] = e->contexts[i];
        settle(w, &w->contexts[i].text, mq_clean_text);
        settle(w, &w->contexts[i].source, mq_clean_term);
    }
    clean->terms = w->terms;
    clean->contexts = w->contexts;
    return e->nterms < 2 ? mq_fail(err, MQ_EINVALID, "an entry without a rendering") : MQ_OK;
}

mq_status mq_exchange_write(mq_exchange_writer *w, const mq_entry *e, mq_error *err)
{
    mq_entry clean;
    mq_status rc = settle_entry(&clean, w, e, err);

    if (rc)
        return rc;
    w->format->entry(w, &clean);
    return send(w, SEND, err);
}

mq_status mq_exchange_write_occurrence(mq_exchange_writer *w, const mq_occurrence *o, mq_error *err)
{
    if (w->format->occurrence)
        w->format->occurrence(w, o);
    return send(w, SEND, err);
}

static void writer_free(mq_exchange_writer *w)
{
    mq_buf_release(&w->text);
    mq_buf_release(&w->scratch);
    mq_arena_release(&w->mem);
    free(w->terms);
    free(w->contexts);
    mq_buf_release(&w->part);
    mq_buf_release(&w->id_text);
    free(w);
}

mq_status mq_exchange_commit(mq_exchange_writer *w, mq_error *err)
{
    mq_status rc;

    if (w->format->end)
        w->format->end(w);
    rc = send(w, 0, err);
    if (rc)
        mq_output_cancel(w->out);
    else
        rc = mq_output_commit(w->out, err);
    writer_free(w);
    return rc;
}

void mq_exchange_cancel(mq_exchange_writer *w)
{
    if (!w)
        return;
    mq_output_cancel(w->out);
    writer_free(w);
}

/* ---- for the formats ---- */

const char *mq_write_tag(const mq_exchange_writer *w, mq_lang lang)
{
    return w->how.tag[lang] ? w->how.tag[lang] : mq_lang_name(lang);
}

size_t mq_write_terms(const mq_exchange_writer *w, const mq_entry *e)
{
    return w->how.all ? e->nterms : 2;
}

/* Whether the note says already, on a line of its own, what we are about to add: our own file came back. */
static bool has_line(mq_str note, mq_str line)
{
    for (size_t at = 0; at + line.n <= note.n; at++) {
        const char *p = note.p + at;

        if ((at == 0 || p[-1] == '\n') && memcmp(p, line.p, line.n) == 0 && (at + line.n == note.n || p[line.n] == '\n'))
            return true;
    }
    return false;
}

mq_str mq_write_note(mq_exchange_writer *w, const mq_entry *e)
{
    const size_t first = mq_write_terms(w, e);
    mq_buf also = MQ_BUF_INIT;

    mq_write_reuse(w, &w->scratch);
    mq_buf_addstr(&w->scratch, e->note);
    if (first < e->nterms) {
        mq_buf_addz(&also, MQ_ALSO);
        for (size_t i = first; i < e->nterms; i++) {
            mq_buf_addz(&also, i > first ? "; " : "");
            mq_buf_addstr(&also, e->terms[i].text);
        }
        if (!has_line(e->note, mq_buf_str(&also))) {
            mq_buf_addz(&w->scratch, e->note.n ? "\n" : "");
            mq_buf_addstr(&w->scratch, mq_buf_str(&also));
        }
        if (also.status)
            w->scratch.status = also.status;
        mq_buf_release(&also);
    }
    return mq_buf_str(&w->scratch);
}

void mq_write_key(mq_buf *out, const mq_entry *e)
{
    const uint64_t a = mq_hash(e->terms[0].text), b = mq_hash(e->terms[1].text);
    /* The same pair has the same key in both directions. */
    const uint64_t both[2] = { a < b ? a : b, a < b ? b : a };
    uint64_t key = mq_hash((mq_str){ (const char *)both, sizeof both });
    char digits[16];

    for (size_t i = sizeof digits; i-- > 0; key >>= 4)
        digits[i] = "0123456789abcdef"[key & 15];
    mq_buf_add(out, digits, sizeof digits);
}

const mq_entry_term *mq_write_arabic(const mq_entry *e)
{
    for (size_t i = 0; i < e->nterms; i++)
        if (e->terms[i].lang == MQ_LANG_AR)
            return &e->terms[i];
    return NULL;
}

mq_str mq_write_line(mq_exchange_writer *w, mq_str s)
{
    settle(w, &s, mq_clean_term);
    return s;
}

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void mq_write_xml(mq_buf *out, mq_str s)
{
    size_t from = 0;

    for (size_t i = 0; i < s.n; i++) {
        const char *escape = escape_of(s.p[i]);

        if (!escape)
            continue;
        mq_buf_add(out, s.p + from, i - from);
        mq_buf_addz(out, escape);
        from = i + 1;
    }
    mq_buf_add(out, s.p + from, s.n - from);
}
