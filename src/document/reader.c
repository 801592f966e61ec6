/* reader.c - opening a file, choosing its reader, and what all readers have in common. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "document/format.h"
#include "document/reader.h"

void mq_part_init(mq_part *p)
{
    *p = (mq_part){ .doc = MQ_BUF_INIT, .uri = MQ_BUF_INIT, .text = MQ_BUF_INIT, .sources = MQ_BUF_INIT };
}

void mq_part_release(mq_part *p)
{
    mq_buf_release(&p->doc);
    mq_buf_release(&p->uri);
    mq_buf_release(&p->text);
    mq_buf_release(&p->sources);
    mq_places_free(p->places);
    free(p->segment);
    free(p->unchecked);
    mq_part_init(p);
}

/* The formats whose files are held whole: one part. */
static mq_next_fn *whole_reader(mq_format format)
{
    switch (format) {
    case MQ_FORMAT_HTML:
        return mq_html_read;
    case MQ_FORMAT_MD:
        return mq_md_read;
    case MQ_FORMAT_DOCX:
        return mq_docx_read;
    case MQ_FORMAT_ODT:
        return mq_odt_read;
    case MQ_FORMAT_TMX:
        return mq_tmx_draft_read;
    case MQ_FORMAT_XLIFF:
        return mq_xliff_read;
    case MQ_FORMAT_PO:
        return mq_po_read;
    default:
        return NULL;
    }
}

static mq_status next_whole(mq_reader *r, mq_part *part, mq_error *err)
{
    mq_status rc = mq_input_all(r->in, &r->bytes, MQ_DOCUMENT_LIMIT, err);

    if (!rc)
        rc = whole_reader(r->info.format)(r, part, err);
    part->start = 0;
    part->first = part->last = true;
    r->done = true;
    return rc;
}

static mq_next_fn *next_of(mq_format format)
{
    if (format == MQ_FORMAT_JSONL)
        return mq_jsonl_next;
    return whole_reader(format) ? next_whole : mq_txt_next;
}

static mq_status open_file(mq_reader *r, const char *path, mq_format format, mq_error *err)
{
    mq_str head = { "", 0 };
    mq_status rc;

    r->path = strdup(path);
    (void)mq_utf8_repair(&r->id, mq_str_of(path), NULL);
    if (!r->path || r->id.status)
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", path);
    rc = mq_input_open(&r->in, path, err);
    if (!rc)
        rc = mq_input_peek(r->in, &head, MQ_INPUT_PEEK, err);
    if (!rc)
        rc = mq_format_sniff(&r->info.format, format, path, head, err);
    if (rc)
        return rc;
    mq_encoding_detect(&r->encoding, r->info.format == MQ_FORMAT_TXT ? head : (mq_str){ "", 0 });
    r->next = next_of(r->info.format);
    return MQ_OK;
}

mq_status mq_reader_open(mq_reader **out, const char *path, mq_format format, mq_error *err)
{
    mq_reader *r = calloc(1, sizeof *r);
    mq_status rc;

    *out = NULL;
    if (!r)
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", path);
    mq_claims_init(&r->claims);
    rc = open_file(r, path, format, err);
    if (rc) {
        mq_reader_free(r);
        return rc;
    }
    *out = r;
    return MQ_OK;
}

/* A claim that failed ends the document; but a part before it may have failed first. */
static mq_status end(mq_reader *r, mq_status why, mq_error *err)
{
    const mq_status before = mq_claims_wait(&r->claims, err);

    r->done = true;
    return before ? before : why;
}

static mq_status part_memory(const mq_reader *r, const mq_part *part, mq_error *err)
{
    if (!part->doc.status && !part->uri.status && !part->text.status)
        return MQ_OK;
    return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
}

mq_status mq_reader_claim(mq_reader *r, mq_part *part, mq_error *err)
{
    mq_status rc;

    part->unread = false;
    if (r->done)
        return MQ_ENOTFOUND;
    mq_buf_clear(&part->doc);
    mq_buf_clear(&part->uri);
    mq_buf_clear(&part->text);
    mq_buf_clear(&part->sources);
    part->nsegments = part->nunchecked = 0;
    mq_buf_addstr(&part->doc, mq_buf_str(&r->id));
    mq_buf_addstr(&part->uri, mq_buf_str(&r->id));
    rc = part_memory(r, part, err);
    if (!rc)
        rc = r->next(r, part, err);
    if (!rc && !part->unread) /* an unread part will be loaded, so it cannot fail any more */
        rc = part_memory(r, part, err);
    return rc ? end(r, rc, err) : MQ_OK;
}

bool mq_reader_load(mq_reader *r, mq_part *part)
{
    return !part->unread || mq_txt_load(r, part);
}

mq_status mq_reader_next(mq_reader *r, mq_part *part, mq_error *err)
{
    const mq_status rc = mq_reader_claim(r, part, err);

    return rc || mq_reader_load(r, part) ? rc : mq_reader_claim(r, part, err);
}

void mq_reader_free(mq_reader *r)
{
    if (!r)
        return;
    mq_claims_release(&r->claims);
    mq_input_close(r->in);
    mq_decoder_free(r->decoder);
    mq_buf_release(&r->id);
    mq_buf_release(&r->bytes);
    mq_buf_release(&r->source);
    mq_buf_release(&r->tail);
    free(r->path);
    free(r);
}

mq_reader_info mq_reader_about(const mq_reader *r)
{
    mq_reader_info info = r->info;

    info.encoding = r->encoding.name;
    info.encoding_guessed = r->encoding.guessed;
    info.bytes = r->placed ? r->offset : mq_input_tell(r->in);
    return info;
}

const char *mq_reader_name(const mq_reader *r)
{
    return mq_input_name(r->in);
}

void mq_reader_replaced(mq_reader *r, uint64_t n, uint64_t at)
{
    if (n && r->info.replaced == 0)
        r->info.first_replaced = at;
    r->info.replaced += n;
}

static mq_status decode(mq_reader *r, mq_str bytes, mq_error *err)
{
    uint64_t first, n;
    mq_status rc = mq_decoder_new(&r->decoder, r->encoding.name, err);

    if (!rc)
        rc = mq_decoder_add(r->decoder, &r->source, bytes, true, err);
    if (rc)
        return rc;
    n = mq_decoder_replaced(r->decoder, &first);
    mq_reader_replaced(r, n, r->encoding.bom + first);
    return MQ_OK;
}

mq_status mq_reader_source(mq_reader *r, mq_str declared, mq_str *out, mq_error *err)
{
    mq_str bytes = mq_buf_str(&r->bytes);
    mq_encoding named;
    size_t good, first = 0;

    mq_encoding_detect(&r->encoding, bytes);
    bytes.p += r->encoding.bom;
    bytes.n -= r->encoding.bom;
    good = mq_utf8_valid(bytes.p, bytes.n);
    if (r->encoding.bom == 0 && good < bytes.n && mq_encoding_named(&named, declared))
        r->encoding = named;
    *out = bytes;
    if (strcmp(r->encoding.name, "UTF-8") == 0 && good == bytes.n)
        return MQ_OK;
    if (strcmp(r->encoding.name, "UTF-8") == 0) {
        const size_t n = mq_utf8_repair(&r->source, bytes, &first);

        mq_reader_replaced(r, n, r->encoding.bom + first);
    } else {
        const mq_status rc = decode(r, bytes, err);

        if (rc)
            return rc;
    }
    *out = mq_buf_str(&r->source);
    return r->source.status ? mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r)) : MQ_OK;
}
