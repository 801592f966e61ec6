/*
 * muqabil/exchange.h - the files of other programs: TMX, TBX, CSV, OmegaT, UTX, JSON lines; and, written only, Hunspell and HTML.
 *
 * This is the room without a glossary: a file in, *entries* out, and the other way round. Reading and writing stream: memory does not grow with the
 * number of entries. Nothing here reaches the network, and no entity or DTD of a file is ever loaded.
 *
 * An entry is one concept: terms in any number of languages and what is said of them. What a reader gives to its handler is what a writer takes, so
 * that, for each format and each entry it can hold, reading what was written gives the entry back.
 */
#ifndef MUQABIL_EXCHANGE_H
#define MUQABIL_EXCHANGE_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mq_exchange {
    MQ_EXCHANGE_AUTO = 0, /* reading only: by content */
    MQ_EXCHANGE_TMX = 1,  /* read 1.1 to 1.4b, levels 1 and 2; written 1.4b */
    MQ_EXCHANGE_TBX = 2,  /* v2: martif */
    MQ_EXCHANGE_TBX3 = 3, /* v3: ISO 30042:2019, written in DCA style, read in both */
    MQ_EXCHANGE_CSV = 4,  /* read with comma, semicolon or tab */
    MQ_EXCHANGE_OMEGAT = 5,
    MQ_EXCHANGE_UTX = 6,
    MQ_EXCHANGE_JSONL = 7, /* keeps everything */
    MQ_EXCHANGE_HUNSPELL = 8, /* written only, and only by mq_export (glossary.h): words, not entries */
    MQ_EXCHANGE_HTML = 9      /* written only */
} mq_exchange;

MQ_API const char *mq_exchange_name(mq_exchange v);
MQ_API bool mq_exchange_parse(mq_exchange *out, mq_str name);

/* A kind or status that a file does not tell. */
#define MQ_UNSAID (-1)

/* One term of an entry. Empty string = not set. */
typedef struct mq_entry_term {
    mq_str text;        /* display form: one line, no white space at the ends */
    mq_lang lang;       /* MQ_LANG_OTHER: tag tells which; MQ_LANG_UND: the file does not say */
    mq_str tag;         /* language code as it stands in the file ("ar-MA"); not used by writers */
    int status;         /* mq_pair_status or MQ_UNSAID */
    int kind;           /* mq_kind or MQ_UNSAID */
    double score;       /* 0..1; negative = unsaid */
    mq_str region;      /* where it is used: MA DZ … */
    mq_str pos, gender, number, plural;
    mq_str note;
} mq_entry_term;

/* A sentence in which a term of the entry stands, and where that sentence comes from. */
typedef struct mq_context {
    mq_str text;
    mq_str source;
} mq_context;

typedef struct mq_entry {
    mq_str id;              /* in the file; written when the format has ids */
    const mq_entry_term *terms;   /* writing: the source term, then its renderings, best first; reading: in the order of the file */
    size_t nterms;
    mq_str definition, domain, source, note;
    const mq_context *contexts;
    size_t ncontexts;
    int64_t created, changed; /* seconds since 1970, UTC; 0 = unsaid */
    uint64_t count, docs;   /* occurrences of the pair, jsonl only */
    int64_t concept;        /* entries of one concept share it, > 0; 0 = alone. All formats but OmegaT and HTML */
    size_t line, column;    /* where the entry begins; reading only */
} mq_entry;

/* ---- reading ---- */

/* Why something of a file was left out. */
#define MQ_REASONS(X) \
    X(EMPTY_TERM, "empty term") \
    X(NO_SEG, "tuv without a seg") \
    X(NO_LANGUAGE, "term without a language") \
    X(OTHER_LANGUAGE, "language other than ar, fr, en") \
    X(UNKNOWN_LANGUAGE, "language code that is none") \
    X(NO_ARABIC, "no Arabic term") \
    X(NO_LATIN, "no French or English term") \
    X(ONE_COLUMN, "a line of one column") \
    X(NOT_ARABIC, "Arabic term without an Arabic letter") \
    X(ARABIC, "Arabic letters under the code of another language") \
    X(NO_LETTER, "term without a letter or digit") \
    X(TOO_LONG, "term longer than 4,096 bytes") \
    X(TOO_MANY, "more than 64 terms of one language in one entry") \
    X(BAD_DATE, "date that cannot be read") \
    X(BAD_VALUE, "value that is not known") \
    X(NO_PLACE, "data that has no place in a glossary") \
    X(CODE, "formatting codes in a seg, dropped") \
    X(NOT_JSON, "line that is no JSON object") \
    X(NOT_OURS, "JSON object that is neither a pair nor an occurrence") \
    X(BAD_OCCURRENCE, "occurrence with impossible fields") \
    X(LONG_LINE, "line longer than 1 MiB") \
    X(ILL_FORMED, "ill-formed UTF-8, replaced") \
    X(FORBIDDEN, "forbidden character, dropped") \
    X(NO_CONTEXT, "context beyond the first 64 of a pair") \
    X(STATUS_KEPT, "status that differs from the file's") \
    X(NOTE_KEPT, "note that differs from the file's")

typedef enum mq_reason {
#define X(name, text) MQ_REASON_##name,
    MQ_REASONS(X)
#undef X
    MQ_REASON_COUNT
} mq_reason;

MQ_API const char *mq_reason_text(mq_reason v);

typedef struct mq_left_out {
    mq_reason reason;
    bool whole;          /* the whole entry is skipped; else only a part of it is missing */
    size_t line, column;
    mq_str what;         /* the beginning of the text, code or value in question; may be empty */
} mq_left_out;

/* Each may be NULL. Strings live until the handler returns. A status other than MQ_OK ends the reading and is returned. */
typedef struct mq_exchange_handler {
    mq_status (*entry)(void *user, const mq_entry *e, mq_error *err);
    /* A line of `mine --jsonl` (pair = 0), or an occurrence in our own JSONL: pair is the id of the entry it belongs to, which came before it. */
    mq_status (*occurrence)(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err);
    mq_status (*left_out)(void *user, const mq_left_out *x, mq_error *err);
} mq_exchange_handler;

typedef struct mq_exchange_reading {
    mq_exchange format;
    mq_lang from, to;     /* languages of the first and second column where a file does not tell; MQ_LANG_UND = by the letters */
    const char *columns;  /* "ar,fr,note": what the columns of a table are; NULL = its header row tells, else source, target, comment */
    const char *encoding; /* of a text format without a BOM ("windows-1256"); NULL = by its look. An XML file tells its own. */
    bool keep_going;      /* ill-formed bytes are replaced and told as left out, not a failure */
} mq_exchange_reading;

typedef struct mq_exchange_info {
    mq_exchange format;
    uint64_t entries;     /* units of the file, those skipped and occurrences included */
    uint64_t skipped;     /* of them, skipped by the reader */
    char guessed[32];     /* encoding of a text format, when neither a BOM nor an option told it and it is not UTF-8; else empty */
    uint64_t replaced;    /* sequences without meaning in that encoding */
} mq_exchange_info;

/*
 * Reads a file ("-": standard input), gzip or not. `info` may be NULL; it is filled as far as the reading came.
 * MQ_EIO, MQ_EFORMAT (line and column), MQ_EENCODING, MQ_EUNSUPPORTED (no format of ours), MQ_ELIMIT, MQ_EINVALID (columns, encoding), MQ_ENOMEM.
 * What was complete before a fault has been given to the handler.
 */
MQ_API mq_status mq_exchange_read(const char *path, const mq_exchange_reading *how, const mq_exchange_handler *handler, void *user,
                                  mq_exchange_info *info, mq_error *err);

/* ---- writing ---- */

typedef struct mq_exchange_writing {
    mq_exchange format;
    mq_lang from, to;     /* two of ar, fr, en */
    const char *tag[5];   /* language code to write, by mq_lang; NULL = the bare one ("ar") */
    bool all;             /* every rendering as a unit or a term of its own; else the first, and the others in its note */
    bool contexts;
    const char *stylesheet; /* tmx: what a browser is to show it with (tmx/tmx.css); NULL = nothing is said */
    bool bom;             /* csv: begin with U+FEFF, for Excel */
    bool spreadsheet_safe;/* csv: ' before cells that a spreadsheet would take for formulas */
    int64_t date;         /* of the header: last change, seconds since 1970 */
} mq_exchange_writing;

typedef struct mq_exchange_writer mq_exchange_writer;

/*
 * Opens `path` ("-": standard output) for writing; the file appears on mq_exchange_commit, whole. `how` is copied; its strings must outlive the writer.
 * MQ_EIO, MQ_EINVALID (a tag, two equal languages, AUTO), MQ_ENOMEM.
 */
MQ_API mq_status mq_exchange_create(mq_exchange_writer **out, const char *path, const mq_exchange_writing *how, mq_error *err);
/*
 * One entry; terms[0] is in `from`, the rest in `to`, at least one. Characters that the format forbids are dropped. MQ_EIO, MQ_ENOMEM;
 * MQ_EINVALID for an entry with an empty term.
 */
MQ_API mq_status mq_exchange_write(mq_exchange_writer *w, const mq_entry *e, mq_error *err);
/* jsonl: an occurrence of the entry written last. Others: nothing happens. */
MQ_API mq_status mq_exchange_write_occurrence(mq_exchange_writer *w, const mq_occurrence *o, mq_error *err);
/* Finishes and frees the writer. On failure the old file is as it was. */
MQ_API mq_status mq_exchange_commit(mq_exchange_writer *w, mq_error *err);
/* Removes what was written and frees the writer; NULL does nothing. */
MQ_API void mq_exchange_cancel(mq_exchange_writer *w);

/* Whether the format keeps several renderings of one source together in one entry (tbx, csv, html), or has one unit for each. */
MQ_API bool mq_exchange_groups(mq_exchange format);

/* ---- judging ---- */

typedef enum mq_fault_level {
    MQ_FAULT_NOTE = 0,    /* some program cannot read such files at all, however right they are */
    MQ_FAULT_WARNING = 1, /* the format allows it, and yet it makes trouble */
    MQ_FAULT_ERROR = 2    /* the format forbids it */
} mq_fault_level;

/* Something that is wrong with a file, or that some program does not bear. */
typedef struct mq_fault {
    mq_fault_level level;
    size_t line, column; /* 0 = unknown */
    const char *rule;    /* stable short name: header-attribute, empty-seg, … */
    mq_str message;      /* for a person; lives until the handler returns */
    const char *tools;   /* which known programs refuse it or go wrong, and how; may be empty */
} mq_fault;

/* A status other than MQ_OK ends the judging and is returned. */
typedef mq_status mq_fault_fn(void *user, const mq_fault *f, mq_error *err);

/*
 * Judges a file as a strict reader of its format would. That it is not well-formed, or not in its encoding, is a fault too, the last one.
 * info->entries counts units.
 * MQ_OK whatever was found; MQ_EIO, MQ_EUNSUPPORTED (no format of ours), MQ_ELIMIT, MQ_EINVALID, MQ_ENOMEM.
 */
MQ_API mq_status mq_exchange_validate(const char *path, const mq_exchange_reading *how, mq_fault_fn *fn, void *user, mq_exchange_info *info, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
