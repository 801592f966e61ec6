/*
 * muqabil/match.h - known terms in running text: Arabic through clitics and inflection in any word, French and English through plurals, case and accents.
 *
 *     mq_matcher *m; mq_finder *f;
 *     mq_matcher_new(&m, &err);
 *     for each pair i  mq_matcher_add(m, ar, MQ_LANG_AR, i, &err), mq_matcher_add(m, la, lang, i, &err);
 *     mq_matcher_finish(m, &err);
 *     mq_finder_new(&f, m, &err);
 *     mq_find(f, text, on_found, user, &err);
 *
 * A finished matcher is only read: any number of finders on any threads may share it. A finder is one thread's.
 *
 * What is found. Where terms overlap the one of more words wins, then the nearer form, then the first. A match is whole words, with all that is
 * glued to them. Words of a term stand next to each other in the text, parted by white
 * space with at most one line break, or by the punctuation the term itself has there. The words of a noun phrase must agree in definiteness as they do in the
 * term (an idafa head takes no article; مراقب للحسابات is an indefinite مراقب الحسابات). A word that is a word itself is not taken for a clitic and another
 * word. Terms of one word that are function words, single letters or numbers are not found, nor is a bare noun that is spelled like a verb where only
 * a verb can stand. Words that a PDF ran together (منالمادة) are parted, and letters that it turned round, lost or broke with U+FFFD are seen through,
 * in words that exist only where the words near them show such damage.
 *
 * What a term is. ، ؛ and ; part alternatives; brackets at the end hold a note; tashkeel and tatweel do not count. At most MQ_MATCHER_WORDS words; a longer
 * term is not found.
 */
#ifndef MUQABIL_MATCH_H
#define MUQABIL_MATCH_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { MQ_MATCHER_WORDS = 32 };

typedef struct mq_matcher mq_matcher;
typedef struct mq_finder mq_finder;

/* MQ_ENOMEM, MQ_EFORMAT (dict/). */
MQ_API mq_status mq_matcher_new(mq_matcher **out, mq_error *err);
/*
 * Adds a term. lang MQ_LANG_AR: an Arabic term, else one in Latin script. `pair` is any number of the caller's that mq_found gives back; equal terms
 * keep the order in which they were added. Nothing is kept of `term`. MQ_ENOMEM only; a term that cannot be found (see above) is no error.
 */
MQ_API mq_status mq_matcher_add(mq_matcher *m, mq_str term, mq_lang lang, uint32_t pair, mq_error *err);
/* Words of a phrase: `words` of them (1 to MQ_MATCHER_WORDS) from `first` (from 0, below MQ_MATCHER_WORDS). What lies behind its end is left out. */
typedef struct mq_phrase_words {
    unsigned first, words;
    bool bare;               /* the first of them must have neither article nor pronoun nor preposition in the text, nor be inflected */
    bool attributive;        /* one word, the whole phrase: must have the article right behind a word with the article, as an adjective has */
} mq_phrase_words;

/*
 * Adds an Arabic phrase that is no term: of some of its words (neither bare nor attributive) no term of one word is found in it. Longer ones are, and whatever else is
 * in it. MQ_ENOMEM.
 */
MQ_API mq_status mq_matcher_add_phrase(mq_matcher *m, mq_str phrase, mq_phrase_words of, mq_error *err);

/*
 * Adds an Arabic phrase that tells the sense of some of its words: where a term of just these words is found in it, mq_found.cue is `cue` (not 0), the lowest one
 * of several. Whatever else is in the phrase is found as ever. MQ_ENOMEM.
 */
MQ_API mq_status mq_matcher_add_cue(mq_matcher *m, mq_str phrase, mq_phrase_words of, uint32_t cue, mq_error *err);
/* Ends the adding: nothing may be added after it, nothing be found before. MQ_ENOMEM. */
MQ_API mq_status mq_matcher_finish(mq_matcher *m, mq_error *err);
MQ_API void mq_matcher_free(mq_matcher *m);

typedef struct mq_found {
    size_t start, end;       /* bytes of the text, whole letters, end exclusive */
    const uint32_t *pair;    /* numbers given to mq_matcher_add, ascending, each once; lives until the handler returns */
    size_t n;
    bool arabic;             /* the Arabic side of the pairs was found, else the Latin one */
    unsigned cost;           /* 0 = as the term is spelled; grows with the distance of the form */
    uint32_t cue;            /* the words around it tell its sense: the number given to mq_matcher_add_cue; 0 = none */
} mq_found;

/* Receives matches in the order of the text. A non-zero return stops and is returned. */
typedef mq_status mq_found_fn(void *user, const mq_found *found);

/* MQ_ENOMEM. */
MQ_API mq_status mq_finder_new(mq_finder **out, const mq_matcher *m, mq_error *err);
MQ_API void mq_finder_free(mq_finder *f);

/* Whether a term of several words is meant where it was found. What `found` points to lives until it returns. */
typedef bool mq_meant_fn(void *user, const mq_found *found);
/* Terms of several words that overlap others are asked about from now on: one that is not meant leaves its words to them. NULL: all are meant, as at first. */
MQ_API void mq_finder_ask(mq_finder *f, mq_meant_fn *fn, void *user);

/*
 * Finds the terms of the matcher in one text (well-formed UTF-8, at most UINT32_MAX bytes, else MQ_ELIMIT). The same text gives the same matches, whatever was looked
 * through before. Time grows with the text and the matches; memory with the longest stretch of words without punctuation.
 */
MQ_API mq_status mq_find(mq_finder *f, mq_str text, mq_found_fn *fn, void *user, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
