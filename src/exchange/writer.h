/*
 * exchange/writer.h - what the writers of all formats share. A format is four functions that append to w->text; mq_exchange_write sends it on.
 *
 * They get entries whose strings are clean (mq_clean_term, mq_clean_text), as readers give them: so what is written is what will be read.
 */
#ifndef MQ_EXCHANGE_WRITER_H
#define MQ_EXCHANGE_WRITER_H

#include "base/arena.h"
#include "base/output.h"
#include "exchange/words.h"

typedef struct mq_write_format {
    const char *name;
    bool groups;                                                 /* mq_exchange_groups */
    void (*begin)(mq_exchange_writer *w);                        /* each may be NULL */
    void (*entry)(mq_exchange_writer *w, const mq_entry *e);
    void (*occurrence)(mq_exchange_writer *w, const mq_occurrence *o);
    void (*end)(mq_exchange_writer *w);
} mq_write_format;

/* How the line of a note begins that lists the renderings which are no units of their own. */
#define MQ_ALSO "also: "

extern const mq_write_format mq_write_tmx, mq_write_tbx, mq_write_tbx3, mq_write_csv, mq_write_omegat, mq_write_utx, mq_write_jsonl, mq_write_html;

struct mq_exchange_writer {
    const mq_write_format *format;
    mq_exchange_writing how;
    mq_output *out;
    mq_buf text;          /* not yet sent */
    mq_buf scratch;       /* for a writer's own use, within one call */
    mq_buf part;          /* for cleaning alone */
    mq_arena mem;         /* strings that had to be cleaned; of the entry in hand */
    mq_entry_term *terms;       /* of the entry in hand, clean */
    mq_context *contexts;
    size_t nterms, ncontexts; /* room in them */
    mq_buf id_text;       /* jsonl: of the entry written last */
};

/* The code to write for a language. */
const char *mq_write_tag(const mq_exchange_writer *w, mq_lang lang);
/* How many terms of the entry this format writes: the source and its first rendering, or all. */
size_t mq_write_terms(const mq_exchange_writer *w, const mq_entry *e);
/* The note of the pair and, unless all renderings are written, the others: "…\nalso: b; c". Into w->scratch, which is cleared. */
mq_str mq_write_note(mq_exchange_writer *w, const mq_entry *e);
/* Empties a buffer of the writer; a text that it could not hold for want of memory makes the writing fail. */
void mq_write_reuse(mq_exchange_writer *w, mq_buf *b);
/* 16 hexadecimal digits that stay the same as long as source and rendering do, in every glossary. */
void mq_write_key(mq_buf *out, const mq_entry *e);
/* The Arabic term of the entry, NULL without one (fr to en). */
const mq_entry_term *mq_write_arabic(const mq_entry *e);

/* s on one line. The result lives until the entry is written. */
mq_str mq_write_line(mq_exchange_writer *w, mq_str s);
/* & < > " escaped. s is clean. */
void mq_write_xml(mq_buf *out, mq_str s);

#endif
