/*
 * exchange/reader.h - what the readers of all formats share: the entry under construction, and telling what was left out.
 *
 * Order of calls
 *     mq_build_start        a unit of the file begins
 *     mq_build_term, …      in any order; texts are cleaned and copied
 *     mq_build_end          the unit is complete: it goes to the handler, or is counted as skipped when it has no term
 * Failures are sticky in r->rc (of a handler, of memory): after one of them nothing is built and the reader comes back soon.
 */
#ifndef MQ_EXCHANGE_READER_H
#define MQ_EXCHANGE_READER_H

#include "base/arena.h"
#include "exchange/source.h"
#include "exchange/words.h"

/* More terms of one entry are no synonyms but an accident (or an attack). */
enum { MQ_TERMS_MOST = 512, MQ_CONTEXTS_MOST = 512, MQ_ENTRY_MOST = 1 << 24 /* bytes of text */ };

typedef struct mq_xread {
    const char *path;
    const mq_exchange_reading *how;
    const mq_exchange_handler *handler;
    void *user;
    mq_exchange_info *info;
    mq_error *err;
    mq_status rc;
    mq_source source;

    /* The entry under construction. */
    mq_entry entry;
    mq_entry_term *terms;
    mq_entry_term common;          /* what is said of the entry as a whole but belongs to terms */
    mq_context *contexts;
    mq_arena mem;            /* its strings */
    size_t kept;             /* bytes of them */
    mq_buf scratch;
    mq_buf repaired;         /* the line in hand, when it was ill-formed */
    bool told;               /* its reason for being skipped */
} mq_xread;

/* A term about which nothing is said. */
mq_entry_term mq_term_unsaid(void);

void mq_build_start(mq_xread *r, size_t line, size_t column);
/*
 * Adds a term, cleaned. NULL when it was left out (empty, too long, no letter: told with its place) or r->rc is set. The pointer is good until the next term.
 */
mq_entry_term *mq_build_term(mq_xread *r, mq_str text, mq_lang lang, mq_str tag, size_t line, size_t column);
void mq_build_context(mq_xread *r, mq_str text, mq_str source);
void mq_build_end(mq_xread *r);

/* Empties a buffer of the reading, or releases it; a text that it could not hold for want of memory ends the reading (r->rc). */
void mq_reuse(mq_xread *r, mq_buf *b);
void mq_forget(mq_xread *r, mq_buf *b);
/* A copy that lives as long as the entry: cleaned as running text, or as one line. */
mq_str mq_keep_text(mq_xread *r, mq_str s);
mq_str mq_keep_line(mq_xread *r, mq_str s);
/* Appends cleaned text to *field, on a line of its own. */
void mq_append_text(mq_xread *r, mq_str *field, mq_str s);

/* Tells the handler; `whole`: and counts the unit as skipped. */
void mq_leave_out(mq_xread *r, mq_reason reason, bool whole, size_t line, size_t column, mq_str what);

/* The language of a code in the file; told and MQ_LANG_UND when there is none: then the term is to be left out. */
bool mq_read_lang(mq_lang *out, mq_xread *r, mq_str tag, size_t line, size_t column);

/*
 * What a property of some other program's name says: "status", "x-Domain", "subjectField", "partOfSpeech". One list for all formats;
 * formats with names of their own translate those first. Unknown ones: false.
 */
typedef enum mq_field {
    MQ_FIELD_STATUS, MQ_FIELD_KIND, MQ_FIELD_SCORE, MQ_FIELD_DOMAIN, MQ_FIELD_DEFINITION, MQ_FIELD_SOURCE, MQ_FIELD_NOTE, MQ_FIELD_CONTEXT,
    MQ_FIELD_CONTEXT_SOURCE /* of the context before it */,
    MQ_FIELD_REGION, MQ_FIELD_POS, MQ_FIELD_GENDER, MQ_FIELD_NUMBER, MQ_FIELD_PLURAL, MQ_FIELD_ID, MQ_FIELD_CREATED, MQ_FIELD_CHANGED,
    MQ_FIELD_CONCEPT
} mq_field;
bool mq_field_of_word(mq_field *out, mq_str word);
/*
 * Sets a field of the entry, or, where it belongs to a term, of that term (NULL: of all terms of the entry, when it ends). Told when the value is not known.
 */
void mq_build_field(mq_xread *r, mq_entry_term *term, mq_field field, mq_str value, size_t line, size_t column);

/*
 * The next line of a text format, well-formed: ill-formed bytes and lines that are too long are failures or, with keep_going, told. MQ_ENOTFOUND at the end.
 */
mq_status mq_read_line(mq_str *line, mq_xread *r);

/* The readers. Each returns r->rc or a failure of its own, with the place. */
mq_status mq_read_xml(mq_xread *r);
mq_status mq_read_table(mq_xread *r, mq_exchange format);
mq_status mq_read_jsonl(mq_xread *r);

#endif
