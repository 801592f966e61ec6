/*
 * muqabil/document.h - files of any kind as plain text, and the way back to places in the file.
 *
 * A reader goes through one file and gives *parts*. A small document is one part, also when it is empty. A plain text of any size comes as
 * parts of about 1 MiB, cut behind a line break (or, in a line longer than that, behind a space), so memory stays flat. A JSONL file gives one part
 * per line, each line a document of its own. A file of any other format is held whole and may have 256 MiB, unzipped; so may a line of JSONL.
 *
 *     mq_reader *r; mq_part part; mq_error err;
 *     mq_part_init(&part);
 *     if (mq_reader_open(&r, "rapport.html", MQ_FORMAT_AUTO, &err) == MQ_OK)
 *         while (mq_reader_next(r, &part, &err) == MQ_OK) …        // MQ_ENOTFOUND at the end
 *     mq_reader_free(r); mq_part_release(&part);
 *
 * The text of a part is well-formed UTF-8: a BOM is dropped, CRLF stays two code points, each ill-formed sequence became one U+FFFD.
 * HTML, Markdown, docx and odt give the words a reader of the page sees: blocks are lines, the cells of a table row are parted by tabs, menus,
 * scripts, hidden and deleted text are left out. Of TMX, XLIFF and PO the text is the Arabic side of each segment, a line each (of XLIFF and PO the
 * target, unless the source is Arabic); the other sides are kept beside it. Inline codes, notes, proposals and what is not to be translated are
 * left out. Plain text and HTML without a BOM or a declaration that are not UTF-8 are taken for windows-1256, ISO-8859-6 or windows-1252, whichever
 * looks right.
 *
 * Nothing here reaches the network.
 */
#ifndef MUQABIL_DOCUMENT_H
#define MUQABIL_DOCUMENT_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mq_format {
    MQ_FORMAT_AUTO = 0, /* by content, then by name */
    MQ_FORMAT_TXT = 1,
    MQ_FORMAT_HTML = 2,
    MQ_FORMAT_MD = 3,
    MQ_FORMAT_DOCX = 4,
    MQ_FORMAT_ODT = 5,
    MQ_FORMAT_JSONL = 6,
    MQ_FORMAT_TMX = 7,
    MQ_FORMAT_XLIFF = 8, /* 1.2, 2.0 and 2.1 */
    MQ_FORMAT_PO = 9
} mq_format;

MQ_API const char *mq_format_name(mq_format v);
MQ_API bool mq_format_parse(mq_format *out, mq_str name);

/*
 * A place in the source, both from 1. Lines end with LF; columns count code points, a BOM is none. In docx and odt `line` is the paragraph (empty ones count,
 * notes follow the body) and `column` counts inside it; in JSONL `line` is the line of the file and `column` counts in the text of that document,
 * over its line breaks.
 */
typedef struct mq_place {
    size_t line;
    size_t column;
} mq_place;

/*
 * A segment of a bilingual draft: a stretch of the part's text and what it renders, as bytes of text and of sources, ends exclusive. A segment with
 * several other sides stands once for each.
 */
typedef struct mq_draft_segment {
    size_t start, end;
    size_t source, source_end;
    mq_lang lang;        /* of the source; MQ_LANG_UND: the file does not tell */
} mq_draft_segment;

/* Lines of the source, from 1, last included, that a comment there asks to leave unchecked (muqabil:ignore, see muqabil/spell.h). */
typedef struct mq_line_range {
    size_t first, last;
} mq_line_range;

/* A piece of a document, owning its memory, so that it can be handed to another thread. */
typedef struct mq_part {
    bool unread;         /* mq_reader_claim: its text is still in the file */
    uint64_t from, bytes; /* then where it is there */
    uint64_t number;     /* of the claim */
    mq_buf doc;          /* id: the path, or the "id" of a JSONL line */
    mq_buf uri;          /* what the glossary stores: the path, or FILE#id */
    mq_buf text;
    size_t start;        /* code points of the same document before this part */
    bool first, last;    /* of its document */
    struct mq_places *places;
    mq_buf sources;      /* bilingual drafts only: the other sides, one behind the other */
    mq_draft_segment *segment; /* in the order of the text */
    size_t nsegments, segments_cap;
    mq_line_range *unchecked; /* HTML, Markdown and bilingual drafts, whose comments are no text; ascending */
    size_t nunchecked;
} mq_part;

MQ_API void mq_part_init(mq_part *p);
MQ_API void mq_part_release(mq_part *p);
/*
 * The place in the source of text.p[byte]; byte may equal text.n. A line break or tab that the source does not have stands right behind the character before
 * it. The first call on a part makes an index: one thread at a time.
 */
MQ_API mq_place mq_part_place(const mq_part *p, size_t byte);
/* Do places count lines and columns of the file itself? Not in docx, odt and JSONL. */
MQ_API bool mq_part_has_lines(const mq_part *p);

typedef struct mq_reader mq_reader;

/*
 * Opens one file, gzip or not; "-" is standard input. A folder is MQ_EINVALID (walk it with mq_walk).
 * MQ_EIO, MQ_EUNSUPPORTED (PDF, with a hint; a binary, when the format is AUTO), MQ_EFORMAT (damaged gzip), MQ_ENOMEM. *out is NULL on failure.
 */
MQ_API mq_status mq_reader_open(mq_reader **out, const char *path, mq_format format, mq_error *err);
/*
 * Fills *part anew, keeping its memory. MQ_ENOTFOUND: no further part. MQ_EIO, MQ_EFORMAT (no docx, damaged zip or XML), MQ_EENCODING, MQ_ELIMIT, MQ_ENOMEM:
 * the document ends here, what was given before stands.
 */
MQ_API mq_status mq_reader_next(mq_reader *r, mq_part *part, mq_error *err);
/*
 * The same on several threads. A claim, one at a time, says which part is next; what takes long in a large plain file is left to the load, which may run
 * beside claims and other loads. A thread loads what it claimed (if part->unread) before it claims again. What comes out is what mq_reader_next gives. Where
 * a load says false, the document has ended before that part, and the next claim tells why.
 */
MQ_API mq_status mq_reader_claim(mq_reader *r, mq_part *part, mq_error *err);
MQ_API bool mq_reader_load(mq_reader *r, mq_part *part);
MQ_API void mq_reader_free(mq_reader *r);

/* What a person should know of the file so far. Strings live until the reader is freed. */
typedef struct mq_reader_info {
    mq_format format;
    const char *encoding;   /* "UTF-8", "UTF-16LE", "windows-1256"… */
    bool encoding_guessed;  /* no BOM, no declaration, not UTF-8 */
    uint64_t replaced;      /* ill-formed sequences that became U+FFFD */
    uint64_t first_replaced;/* byte offset in the (unzipped) file of the first one */
    uint64_t skipped;       /* JSONL lines that are no {"id","text"}; empty lines are none */
    size_t first_skipped;   /* line number of the first */
    uint64_t bytes;         /* read so far, after unzipping */
} mq_reader_info;
MQ_API mq_reader_info mq_reader_about(const mq_reader *r);

/*
 * Calls fn for path itself, or for each regular file below it in byte order of the path; names that begin with a dot are left out, symbolic
 * links are followed, but no folder is entered twice. A folder or link that cannot be read is told through `problem` (may be NULL) and the walk goes
 * on. A non-zero return of fn ends the walk and is returned. MQ_EIO: there is no `path`; MQ_ENOMEM.
 */
typedef mq_status mq_walk_fn(void *user, const char *path);
typedef void mq_problem_fn(void *user, const mq_error *err);
MQ_API mq_status mq_walk(const char *path, mq_walk_fn *fn, mq_problem_fn *problem, void *user, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
