/*
 * muqabil/pair.h - the words of the trade: languages, kinds, patterns, statuses; a pair, and one occurrence of it in a text.
 *
 * Every enumeration has a name in the files and on the command line; `_name` gives it, `_parse` reads it back (exact, lower case).
 */
#ifndef MUQABIL_PAIR_H
#define MUQABIL_PAIR_H

#include <muqabil/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Language of a term. `und`: an acronym or a name of no clear language (ANRT, Wi-Fi). `other`: a language that is none of ours. */
typedef enum mq_lang { MQ_LANG_UND = 0, MQ_LANG_AR = 1, MQ_LANG_FR = 2, MQ_LANG_EN = 3, MQ_LANG_OTHER = 4 } mq_lang;

/* What makes the two sides equivalent: the meaning, the initials, the sounds. */
typedef enum mq_kind { MQ_KIND_TRANSLATION = 0, MQ_KIND_ACRONYM = 1, MQ_KIND_TRANSLITERATION = 2 } mq_kind;

/* How the two sides stood together in the text. `distant`: elsewhere in the same document. */
typedef enum mq_pattern {
    MQ_PATTERN_PAREN = 0,
    MQ_PATTERN_QUOTE = 1,
    MQ_PATTERN_DASH = 2,
    MQ_PATTERN_SLASH = 3,
    MQ_PATTERN_CUE = 4,
    MQ_PATTERN_ADJACENT = 5,
    MQ_PATTERN_LIST = 6,
    MQ_PATTERN_DISTANT = 7
} mq_pattern;

/* How far a person has come with a pair. Mining only ever makes candidates and never changes what a person decided. */
typedef enum mq_pair_status {
    MQ_CANDIDATE = 0,
    MQ_ACCEPTED = 1,
    MQ_PREFERRED = 2,
    MQ_DEPRECATED = 3,
    MQ_REJECTED = 4
} mq_pair_status;

MQ_API const char *mq_lang_name(mq_lang v);
MQ_API const char *mq_kind_name(mq_kind v);
MQ_API const char *mq_pattern_name(mq_pattern v);
MQ_API const char *mq_pair_status_name(mq_pair_status v);
/* false, and *out untouched, for a word that is none of the names. */
MQ_API bool mq_lang_parse(mq_lang *out, mq_str name);
MQ_API bool mq_kind_parse(mq_kind *out, mq_str name);
MQ_API bool mq_pattern_parse(mq_pattern *out, mq_str name);
MQ_API bool mq_pair_status_parse(mq_pair_status *out, mq_str name);
/*
 * The language of a code in any usual form: "ar", "AR-ma", "fr_FR", "fre", "eng-Latn-US". MQ_LANG_OTHER for another language's well-formed code,
 * MQ_LANG_UND for what is no code.
 */
MQ_API mq_lang mq_lang_of_tag(mq_str tag);

/*
 * One sighting of a pair in a document. Strings are borrowed and live until the handler that received them returns.
 * Offsets count code points from the start of the document's text, end exclusive.
 */
typedef struct mq_occurrence {
    mq_str doc;          /* id of the document */
    mq_str ar;           /* exact substring, whole tokens, no quotes around; a line end that a page made inside it is one space */
    mq_str term;         /* headword of ar: proclitics, tashkeel and tatweel away, the article kept */
    mq_str la;           /* as ar */
    mq_lang lang;        /* of la */
    mq_kind kind;
    mq_pattern pattern;
    double score;        /* calibrated probability, 0..1 */
    size_t ar_start, ar_end;
    size_t la_start, la_end;
    mq_str context;      /* the sentence around both */
} mq_occurrence;

/* What a terminologist records of a pair. Empty string = not set. */
typedef struct mq_pair {
    int64_t id;          /* > 0 in a glossary; 0 before it is stored */
    int64_t concept;     /* pairs of one concept share it; 0 = alone */
    mq_str ar;           /* Arabic headword, display form */
    mq_str la;           /* Latin-script term, display form */
    mq_lang lang;        /* of la */
    mq_kind kind;
    mq_pair_status status;
    double score;        /* best evidence so far, 0..1; 1 for what a person added */
    uint64_t count;      /* occurrences */
    uint64_t docs;       /* documents among them */
    int64_t created;     /* seconds since 1970, UTC */
    int64_t changed;
    mq_str note;
    mq_str domain;
    mq_str definition;
    mq_str source;       /* where the pair comes from when not mined: a file, a body */
    mq_str region;       /* MA DZ TN … */
    mq_str pos;          /* part of speech of the Arabic term: noun, adj, … */
    mq_str gender;       /* m f */
    mq_str number;       /* s d p */
    mq_str plural;       /* broken plural(s), parted by | */
    bool decided;        /* a person made or touched it; only read from a glossary, never written */
} mq_pair;

#ifdef __cplusplus
}
#endif
#endif
