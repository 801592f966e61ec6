/*
 * mine/language.h - the language of the Latin side of a pair that was found: a log-linear choice among four, from named figures, with the weights of
 * dict/language.tsv, which scripts/train writes.
 *
 *     P(language | pair) = exp(w[language]·x) / sum over the languages l of exp(w[l]·x)
 *
 * Beside figures, clues weigh: words, one by one. "None" (und) is a choice as the others: names and acronyms of no clear language.
 */
#ifndef MQ_MINE_LANGUAGE_H
#define MQ_MINE_LANGUAGE_H

#include <muqabil/pair.h>

#include "base/dict.h"
#include "mine/candidate.h"
#include "mine/lexical.h"

enum mq_language_feature {
#define ACRONYM(name) MQ_L_##name,
#define WORDS(name) MQ_L_##name, MQ_L_sound_##name,
#include "mine/language.def"
#undef ACRONYM
#undef WORDS
    MQ_LANGUAGE_FEATURES
};

enum { MQ_LANGUAGES = 4 };

/* In the order of the weights: und, fr, en, other. */
extern const mq_lang mq_languages[MQ_LANGUAGES];

typedef struct mq_language {
    float weight[MQ_LANGUAGE_FEATURES][MQ_LANGUAGES];
    float clue[MQ_MOST_LEXICAL][MQ_LANGUAGES]; /* in the order of their numbers */
} mq_language;

/*
 * What is known of one pair: its figures, and the clues that have a weight. A clue is one word: of the Latin side, an ending of it, or an Arabic word beside the
 * pair, that stood often enough in annotated sentences (language_clues.c).
 */
enum { MQ_CASE_CLUES = 64 };
typedef struct mq_language_case {
    float x[MQ_LANGUAGE_FEATURES];
    uint16_t nclues, clue[MQ_CASE_CLUES]; /* numbers, from 1 */
} mq_language_case;

/* The weights; the clues' words, as mq_lexical_find reads them. Both of dict/language.tsv. */
extern const mq_dict mq_dict_language, mq_dict_clues;

const char *mq_language_feature_name(unsigned id);

/* Reads the text form. An unknown feature is an error, an absent one weighs 0. */
mq_status mq_language_parse(mq_language *l, mq_str text, const char *name, mq_error *err);

/* Calls `take` with each clue that a pair has, weighed or not. */
void mq_language_clues(const mq_site *site, const mq_candidate *c, mq_lexical_take *take, void *user);

/* The figures and the clues of a pair; kind as mq_decide_kind gives it. */
void mq_language_figures(mq_language_case *to, const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d);

/* Fills p in the order of mq_languages and returns the likeliest. */
mq_lang mq_language_judge(const mq_language *l, const mq_language_case *x, double p[MQ_LANGUAGES]);

#endif
