/* paragraphs.c - see paragraphs.h. */
#include "document/blank.h"
#include "document/paragraphs.h"

bool mq_paragraphs_start(mq_paragraphs *p, mq_part *part)
{
    *p = (mq_paragraphs){ .depth = 0 };
    mq_part_init(&p->notes);
    mq_buf_clear(&part->text);
    p->body = (mq_lines){ .part = part };
    p->aside = (mq_lines){ .part = &p->notes };
    return mq_places_start(part, 1, 1, true) && mq_places_start(&p->notes, 1, 1, true);
}

/* Where text goes now. */
static mq_lines *lines(mq_paragraphs *p)
{
    return p->depth > 1 || p->in_notes ? &p->aside : &p->body;
}

static void raise_gap(mq_lines *l, enum mq_gap gap)
{
    if (gap > l->gap)
        l->gap = gap;
}

void mq_paragraph_open(mq_paragraphs *p)
{
    mq_lines *l;

    p->depth++;
    l = lines(p);
    l->number++;
    l->mark = true;
    raise_gap(l, MQ_GAP_BLOCK);
}

void mq_paragraph_close(mq_paragraphs *p)
{
    if (p->depth == 0)
        return;
    raise_gap(lines(p), MQ_GAP_BLOCK);
    p->depth--;
}

void mq_paragraph_note_open(mq_paragraphs *p)
{
    if (p->in_notes++ > 0)
        return;
    p->around = p->depth;
    p->depth = 0;
}

void mq_paragraph_note_close(mq_paragraphs *p)
{
    if (p->in_notes > 0 && --p->in_notes == 0)
        p->depth = p->around;
}

void mq_paragraph_gap(mq_paragraphs *p, enum mq_gap gap)
{
    raise_gap(p->depth ? &p->aside : lines(p), gap); /* a table inside a paragraph is in a text box */
}

void mq_paragraph_text(mq_paragraphs *p, mq_str text)
{
    mq_lines *const l = lines(p);
    mq_buf *const to = &l->part->text;

    if (p->depth == 0 || text.n == 0)
        return;
    if (l->gap != MQ_GAP_NONE && to->n > 0)
        mq_buf_addc(to, l->gap == MQ_GAP_CELL ? '\t' : '\n');
    l->gap = MQ_GAP_NONE;
    if (l->mark && !mq_places_mark(l->part->places, to->n, l->number, 1))
        p->status = MQ_ENOMEM;
    l->mark = false;
    l->space = false;
    mq_buf_addstr(to, text);
}

void mq_paragraph_collapsed(mq_paragraphs *p, mq_str text)
{
    mq_lines *const l = lines(p);

    for (size_t i = 0, from = 0; i < text.n; from = i) {
        while (i < text.n && !mq_is_blank(text.p[i]))
            i++;
        mq_paragraph_text(p, (mq_str){ text.p + from, i - from });
        if (i == text.n)
            break;
        if (!l->space && !l->mark)
            mq_paragraph_text(p, MQ_STR(" "));
        l->space = true;
        while (i < text.n && mq_is_blank(text.p[i]))
            i++;
    }
}

mq_status mq_paragraphs_end(mq_paragraphs *p, mq_error *err)
{
    mq_buf *const text = &p->body.part->text;
    const mq_buf *const notes = &p->notes.text;
    const struct mq_places *const from = p->notes.places;

    if (notes->n > 0 && text->n > 0)
        mq_buf_addc(text, '\n');
    for (size_t i = 0; from && i < from->n; i++) /* marks count from line 1, column 1 */
        if (!mq_places_mark(p->body.part->places, text->n + from->marks[i].byte, 1 + from->marks[i].line + p->body.number, 1))
            p->status = MQ_ENOMEM;
    mq_buf_addstr(text, mq_buf_str(notes));
    if (text->status || notes->status)
        p->status = MQ_ENOMEM;
    mq_part_release(&p->notes);
    return p->status ? mq_fail(err, p->status, "no memory for the text of a document") : MQ_OK;
}
