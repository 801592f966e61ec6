/*
 * muqabil/text.h - Arabic and Latin text: folding for search, tokens, sentences, headwords, clitics.
 *
 * All functions are pure and may be called from any thread. Text is UTF-8; ill-formed sequences are taken as U+FFFD.
 */
#ifndef MUQABIL_TEXT_H
#define MUQABIL_TEXT_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What mq_fold takes away. */
enum {
    MQ_FOLD_COMPAT = 1 << 0,   /* NFKC of presentation forms, ligatures, full-width letters; controls (bidi marks, ZWJ, BOM, soft hyphen) vanish */
    MQ_FOLD_TASHKEEL = 1 << 1, /* harakat, shadda, sukun, dagger alef, Quranic marks vanish */
    MQ_FOLD_TATWEEL = 1 << 2,
    MQ_FOLD_ALEF = 1 << 3,     /* hamza seats: أ إ آ ٱ → ا, ؤ → و, ئ → ي */
    MQ_FOLD_ENDINGS = 1 << 4,  /* ة → ه, ى → ي */
    MQ_FOLD_PERSIAN = 1 << 5,  /* ک → ك, ی → ي, ھ ہ → ه */
    MQ_FOLD_DIGITS = 1 << 6,   /* ٠١٢ ۰۱۲ → 0 1 2 */
    MQ_FOLD_CASE = 1 << 7,     /* Latin: lower case */
    MQ_FOLD_ACCENTS = 1 << 8,  /* Latin: é → e, œ → oe, ’ → ' */
    MQ_FOLD_SPACE = 1 << 9     /* runs of white space → one space, none at the ends; quotes of all styles vanish at the ends */
};
/* Same spelling, other typing: for comparing display forms. */
#define MQ_FOLD_DISPLAY (MQ_FOLD_COMPAT | MQ_FOLD_TASHKEEL | MQ_FOLD_TATWEEL | MQ_FOLD_PERSIAN | MQ_FOLD_SPACE)
/* What mq_headword folds. */
#define MQ_FOLD_HEADWORD (MQ_FOLD_COMPAT | MQ_FOLD_TASHKEEL | MQ_FOLD_TATWEEL | MQ_FOLD_SPACE)
/* For search keys. */
#define MQ_FOLD_SEARCH 0x3FFU

/*
 * Appends `in`, folded. Folding twice equals folding once. *out is as before when the call fails (MQ_ENOMEM only).
 */
MQ_API mq_status mq_fold(mq_buf *out, mq_str in, unsigned flags, mq_error *err);

/* What a token is made of. A token never mixes two of these: باسمBRACA1 is two. */
typedef enum mq_script { MQ_ARABIC = 1, MQ_LATIN = 2, MQ_NUMBER = 3, MQ_OTHER_SCRIPT = 4, MQ_PUNCT = 5 } mq_script;

typedef struct mq_token {
    uint32_t start, end;  /* bytes of the source, end exclusive */
    mq_script script;
    bool space_before;    /* white space or the start of the text stands before it */
} mq_token;

/*
 * The next token at or after *at, or false at the end; *at moves behind it. Arabic words keep their tashkeel, tatweel and controls inside; Latin words keep
 * inner apostrophes, hyphens, dots and ampersands when unspaced (l'eau, Wi-Fi, U.S., R&D) and digits that follow letters (IPv6); a number keeps inner
 * , . ٫ ٬ between digits and a letter glued to it starts a new token, but 4G and 2FA are Latin. Each punctuation mark is a token.
 * in.n is at most UINT32_MAX.
 */
MQ_API bool mq_token_next(mq_token *t, mq_str in, size_t *at);

/*
 * The sentence that holds text.p[at], as bytes [*start, *end): ends at . ! ? ؟ … or a line break, but not inside numbers, after abbreviations
 * of one letter or known ones (د. أ.د. ص. ج. M. Dr. art.). Trimmed of white space. At most `most` bytes, cut at spaces.
 */
MQ_API void mq_sentence(mq_str text, size_t at, size_t most, size_t *start, size_t *end);

/*
 * Appends the dictionary headword of an Arabic phrase as it stands in a text: the glued و ف ب ل ك of the first word away (لل → ال), where what is
 * left is a word; tashkeel, tatweel and controls away; white space single. Everything else stays: the article, number, spelling.
 * *out is as before when the call fails (MQ_ENOMEM only).
 */
MQ_API mq_status mq_headword(mq_buf *out, mq_str ar, mq_error *err);

/*
 * Appends the search key of a term of language `lang`: MQ_FOLD_SEARCH, each word (punctuation parts words) joined by one space; Arabic words without the
 * article; a Latin leading article away. Empty when nothing is left. Equal keys = the same headword.
 * *out is as before when the call fails (MQ_ENOMEM only).
 */
MQ_API mq_status mq_search_key(mq_buf *out, mq_str term, mq_lang lang, mq_error *err);

/* The glued letters before an Arabic stem. */
enum { MQ_CLITIC_WA = 1, MQ_CLITIC_FA = 2, MQ_CLITIC_A = 4, MQ_CLITIC_BI = 8, MQ_CLITIC_LI = 16, MQ_CLITIC_KA = 32, MQ_CLITIC_SA = 64 };

/* How the form of an Arabic word differs from its headword. */
typedef enum mq_inflection {
    MQ_INFLECTION_NONE = 0,
    MQ_INFLECTION_ACCUSATIVE = 1,    /* the ا of كتابا */
    MQ_INFLECTION_WEAK = 2,          /* the ي of قاضي, gone or there */
    MQ_INFLECTION_DUAL = 3,
    MQ_INFLECTION_SOUND_PLURAL = 4,  /* in ون, ين, ات */
    MQ_INFLECTION_BROKEN_PLURAL = 5, /* or another form that the lexicon lists */
    MQ_INFLECTION_FEMININE = 6,      /* of an adjective or the word for a man, also its dual */
    MQ_INFLECTION_RELATIONAL = 7     /* an adjective in ي, made of a noun */
} mq_inflection;

/* One way to read an Arabic word: وبمدينتهم is و + ب + مدينة + هم. */
typedef struct mq_analysis {
    char headword[100];       /* UTF-8, folded by MQ_FOLD_SEARCH, without the article, NUL-ended; of a verb its form without what is glued to it */
    char pronoun[16];         /* UTF-8, as it is written, NUL-ended; empty = none */
    unsigned proclitics;      /* MQ_CLITIC_* */
    bool article;             /* ال, also in لل */
    mq_inflection inflection;
    bool known;               /* the lexicon has the headword */
    bool mended;              /* of the word as it was before a PDF put its letters in the wrong order: اإلعالم is الإعلام */
    uint32_t start, end;      /* bytes of the word that are the stem as it stands there, 0 <= start < end <= word.n */
} mq_analysis;

/*
 * What an Arabic word most likely is, by the word and the words beside it: بعيد is ب + عيد before الحب, and one word before المدى.
 *
 * out    Filled with the analyses that can be believed, the likeliest first; may be NULL when `most` is 0.
 * most   Room in out; there are never more than 64.
 * word   One token of script MQ_ARABIC.
 * before, after  The words or numbers beside it in the sentence; empty where there is none, or where a stop or other sign stands between.
 *
 * Returns how many were filled in; 0 when the word is no Arabic one, holds more than 32 letters, or `most` is 0. Verbs are cut (ويتعلق) but not led back to their root. Keeps no
 * pointer; any thread.
 */
MQ_API size_t mq_analyse(mq_analysis *out, size_t most, mq_str word, mq_str before, mq_str after);

/* The language of a Latin phrase by its words alone: function words, accents, endings. MQ_LANG_UND when nothing tells. */
MQ_API mq_lang mq_latin_language(mq_str la);

#ifdef __cplusplus
}
#endif
#endif
