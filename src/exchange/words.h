/*
 * exchange/words.h - the small things all formats share: terms and notes made clean, language codes, dates, numbers, statuses under their other names.
 */
#ifndef MQ_EXCHANGE_WORDS_H
#define MQ_EXCHANGE_WORDS_H

#include <muqabil/exchange.h>

/* A longer term is left out by readers: it is a text, not a term. Bytes. */
enum { MQ_TERM_MOST = 4096 };

/*
 * Appends a term in display form: runs of white space become one space; none at the ends, and no bidi marks there (a mark on one side alone keeps a term
 * from matching); forbidden characters (mq_is_forbidden) away. Ill-formed sequences become U+FFFD. Returns how many characters were forbidden.
 * Cleaning twice equals cleaning once.
 */
size_t mq_clean_term(mq_buf *out, mq_str in);
/* The same for running text: lines stay, CRLF and CR become LF, no white space at the ends. */
size_t mq_clean_text(mq_buf *out, mq_str in);
/* Whether cleaning, as a term or as a text, would leave s as it is; quick, and false for a few that are clean. */
bool mq_is_clean(mq_str s);
/* What XML 1.0 forbids, and U+007F, U+FEFF, U+0080..U+009F but U+0085. */
bool mq_is_forbidden(uint32_t cp);

/* Whether text has an Arabic letter; any letter or digit; a Latin letter. */
bool mq_has_arabic(mq_str text);
bool mq_has_letter(mq_str text);
bool mq_has_latin(mq_str text);

/* ASCII letters compared without case. */
bool mq_same_word(mq_str a, mq_str b);
/* White space (ASCII) cut from both ends. */
mq_str mq_trim(mq_str s);

/*
 * Seconds since 1970 of "20240131T235959Z" (TMX), "2024-01-31T23:59:59Z", "2024-01-31", with an offset "+01:00" or none (then UTC), fractions of a second
 * dropped. False when it is no date of the years 1 to 9999.
 */
bool mq_date_parse(int64_t *out, mq_str s);
enum mq_date_form { MQ_DATE_BASIC /* 20240131T235959Z */, MQ_DATE_EXTENDED /* 2024-01-31T23:59:59Z */, MQ_DATE_DAY /* 2024-01-31 */ };
void mq_date_write(mq_buf *out, int64_t t, enum mq_date_form form);

/* "0.9123": four decimals at most, no exponent, a point in any locale. Parsing takes 0..1 only. */
void mq_score_write(mq_buf *out, double score);
bool mq_score_parse(double *out, mq_str s);
/* Whether a score is said, and would not be written as 1.0, which a reader takes for granted. */
bool mq_score_tells(double score);

/* Our own name of a status, or what TBX (administrativeStatus of v2 and v3), UTX or another program calls it. */
bool mq_status_of_word(int *out, mq_str word);
/* Our own name of a kind, or a TBX termType (acronym, abbreviation, transliteratedForm …). */
bool mq_kind_of_word(int *out, mq_str word);

#endif
