/*
 * glossary/phrase.h - a term as the miner sees it: stems of its Arabic words, keys of its Latin ones. What stands in brackets is a remark: its words are
 * passed over, and what is left is not the term ("(غير) متماثل").
 */
#ifndef MQ_GLOSSARY_PHRASE_H
#define MQ_GLOSSARY_PHRASE_H

#include <muqabil/base.h>

/* One word. Strings live as long as the phrase is left alone. */
typedef struct mq_phrase_word {
    mq_str text;         /* Arabic: light stem; Latin: folded */
    uint64_t hash;       /* of the stem; the exact key of a Latin word */
    bool content;        /* no function word, no number */
} mq_phrase_word;

enum { MQ_PHRASE_MOST = 24 };

typedef struct mq_phrase {
    mq_phrase_word word[MQ_PHRASE_MOST]; /* those behind them are dropped, and `n` says so by being the most */
    size_t n, ncontent;
    uint64_t key;        /* mq_phrase_key of all words; 0 = none, or there was a remark */
    mq_buf text;         /* scratch */
} mq_phrase;

/* All zero at the start. MQ_ENOMEM. */
mq_status mq_phrase_arabic(mq_phrase *p, mq_str term, mq_error *err);
mq_status mq_phrase_latin(mq_phrase *p, mq_str term, mq_error *err);
void mq_phrase_release(mq_phrase *p);

#endif
