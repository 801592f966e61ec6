/*
 * muqabil/spell.h - checking Arabic drafts: spelling, typography, terminology. This is the room without files: text in, findings out.
 *
 *     mq_speller *s; mq_error err;
 *     if (mq_speller_new(&s, NULL, NULL, &err) == MQ_OK)
 *         (void)mq_spell(s, text, 0, print_it, NULL, &err);
 *     mq_speller_free(s);
 *
 * A vocabulary holds what a project adds: its terms and its own words. It is filled, sealed by the first speller that is made with it, and may then
 * serve any number of spellers. A speller serves one thread; all spellers share the dictionaries.
 */
#ifndef MUQABIL_SPELL_H
#define MUQABIL_SPELL_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mq_finding_kind { MQ_FINDING_SPELLING = 0, MQ_FINDING_TYPOGRAPHY = 1, MQ_FINDING_TERMINOLOGY = 2 } mq_finding_kind;
MQ_API const char *mq_finding_kind_name(mq_finding_kind v);

/* One thing to look at. Strings live until the handler that received them returns. */
typedef struct mq_finding {
    mq_finding_kind kind;
    const char *rule;          /* stable short name: unknown, hamza, ending, … */
    size_t start, end;         /* code points of the document, end exclusive */
    size_t byte, byte_end;     /* the same as bytes of the text that was given */
    mq_str text;               /* what stands there */
    mq_str message;            /* one sentence for a person, no full stop */
    const mq_str *suggestion;  /* best first; an empty one means: take it out */
    size_t nsuggestions;
    bool sure;                 /* suggestion[0] may be put in its place unasked (spell --fix) */
} mq_finding;

/* Receives findings in the order of the text. A non-zero return stops the check and is returned. */
typedef mq_status mq_finding_fn(void *user, const mq_finding *f);

/* ---- what a project adds ---- */

typedef struct mq_vocabulary mq_vocabulary;

MQ_API mq_status mq_vocabulary_new(mq_vocabulary **out, mq_error *err);
MQ_API void mq_vocabulary_free(mq_vocabulary *v);
/* A word that is right as it stands, Arabic or Latin; marks and tatweel do not matter. Anything else is passed over. MQ_ENOMEM. */
MQ_API mq_status mq_vocabulary_add_word(mq_vocabulary *v, mq_str word, mq_error *err);
/*
 * A pair of the glossary. The Arabic words of an accepted or preferred one are known with all their clitics and inflections, the Latin ones as they
 * stand; the terminology check works with these and with deprecated ones.
 * MQ_ENOMEM.
 */
MQ_API mq_status mq_vocabulary_add_pair(mq_vocabulary *v, const mq_pair *p, mq_error *err);

/* ---- checking ---- */

typedef struct mq_speller mq_speller;

typedef struct mq_spell_options {
    bool no_suggestions;
    size_t most_suggestions;   /* of one finding; 0 = 8 */
    bool split_names;          /* عبدالله is عبد الله */
} mq_spell_options;

/* v and o may be NULL. *v must outlive the speller. MQ_ENOMEM, MQ_EFORMAT (dict/). */
MQ_API mq_status mq_speller_new(mq_speller **out, mq_vocabulary *v, const mq_spell_options *o, mq_error *err);
MQ_API void mq_speller_free(mq_speller *s);

/*
 * Checks one text: well-formed UTF-8, at most UINT32_MAX bytes, a whole document or a part of it.
 * start   code points of the document before `text`; added to the offsets.
 * What is found depends on this text, the vocabulary, the dictionaries and mq_speller_set_quotes only, not on what was checked before.
 */
MQ_API mq_status mq_spell(mq_speller *s, mq_str text, size_t start, mq_finding_fn *fn, void *user, mq_error *err);

/* The quotation marks of most Arabic quotations: «…», “…”, ”…“, "…", „…“ or „…”. open = 0: there is no quotation. */
typedef struct mq_quotes {
    uint32_t open, close;
    bool clear;          /* so many that the others may be changed unasked */
} mq_quotes;

/* Of one text, as mq_spell takes it. Where two are as many, the one that comes first. MQ_ENOMEM. */
MQ_API mq_status mq_quotes_of(mq_quotes *out, mq_str text, mq_error *err);
/*
 * The marks that the texts checked from now on should have, parts of one draft as they are. With open = 0, as at first, each text is held against its
 * own.
 */
MQ_API void mq_speller_set_quotes(mq_speller *s, mq_quotes usual);

/* From now on this speller takes the word as right, until it is freed. MQ_ENOMEM. */
MQ_API mq_status mq_speller_accept(mq_speller *s, mq_str word, mq_error *err);

/* Is there a Hunspell dictionary for Arabic on this machine? Without one only the forms and words that come with muqabil are known. */
MQ_API bool mq_spell_has_dictionary(void);

/* ---- the form of a report, for mq_check in glossary.h ---- */

/* Receives the next bytes of a report. A non-zero return stops and is returned. */
typedef mq_status mq_write_fn(void *user, mq_str bytes, mq_error *err);

typedef enum mq_report_kind { MQ_REPORT_TEXT = 0, MQ_REPORT_JSONL = 1, MQ_REPORT_SARIF = 2 } mq_report_kind;

typedef struct mq_report_options {
    mq_report_kind kind;
    bool colour;         /* text: with escape sequences */
    bool isolate;        /* text: pieces in bidi isolates, for a terminal */
    mq_write_fn *write;
    void *user;
} mq_report_options;

/* ---- the ispell pipe, for editors ---- */

/* Told a word that the person at the editor wants to be known for good. */
typedef mq_status mq_learn_fn(void *user, mq_str word, mq_error *err);

/*
 * The protocol of `ispell -a`, as hunspell speaks it: a line of text is answered by a line per word (`*` right, `&` with suggestions, `#` without) and an
 * empty one;
 * `*w` and `&w` learn a word, `@w` accepts it for now, `!` and `%` leave out the `*` lines or not, `^` says that text follows, `#` `~` `+` `-` change
 * nothing here.
 * Offsets count code points of the line as it was sent.
 */
typedef struct mq_pipe mq_pipe;
/* *s must outlive the pipe; learn may be NULL. MQ_ENOMEM. */
MQ_API mq_status mq_pipe_new(mq_pipe **out, mq_speller *s, mq_learn_fn *learn, void *user, mq_error *err);
MQ_API void mq_pipe_free(mq_pipe *p);
/* The line with which a conversation begins. */
MQ_API const char *mq_pipe_banner(void);
/* Appends the answer to one line (any bytes, without its LF) to *out. MQ_ENOMEM, or what `learn` returns. */
MQ_API mq_status mq_pipe_line(mq_pipe *p, mq_buf *out, mq_str line, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
