/* store/lookup.h - a look-up in progress, shared by lookup.c (what matches), inflect.c (in another form) and nearest.c (nearly). Private to src/store. */
#ifndef MQ_STORE_LOOKUP_H
#define MQ_STORE_LOOKUP_H

#include "store/db.h"
#include "store/terms.h"
#include "text/arword.h"

enum { MQ_MOST_LOOKUP_WORDS = 32, MQ_MOST_FOUND = 512, MQ_MOST_LANGS = 4, MQ_MOST_FORMS = 12 };

/* A pair that was reached, with what it is ranked by. */
typedef struct mq_found {
    int64_t pair;
    mq_match match;
    unsigned rank;            /* inside its match, 0 = best */
    mq_pair_status status;
    double score;
    int64_t count;
} mq_found;

/* A word of stored terms that a word of the query may be a form of. */
typedef struct mq_form {
    char key[MQ_ARWORD_KEY];
    uint8_t n;                /* bytes of key */
    uint16_t cost;            /* 0 = the word itself; grows with the distance of the form */
    bool inflected;           /* by more than article and proclitics */
} mq_form;

/* All of them, cheapest first. */
typedef struct mq_forms {
    size_t n;
    mq_form form[MQ_MOST_FORMS];
} mq_forms;

typedef struct mq_search {
    mq_store *s;
    const mq_lookup_query *q;
    mq_error *err;
    mq_lang langs[MQ_MOST_LANGS]; /* where to look */
    size_t nlangs;
    mq_str key;                   /* of the query; the same in all of these languages */
    mq_str words[MQ_MOST_LOOKUP_WORDS];
    size_t nwords;                /* 0 = too many to look for singly */
    mq_forms forms[MQ_MOST_LOOKUP_WORDS];
    size_t nforms;                /* nwords, or 0 = not known */
    size_t nfound;
    mq_found found[MQ_MOST_FOUND];
} mq_search;

/* Whether terms of this language are looked for. */
bool mq_search_covers(const mq_search *x, mq_lang lang);
/* Adds the pairs of a term, at most a few hundred. A pair found before keeps its better place. */
mq_status mq_search_take(mq_search *x, int64_t term, mq_lang lang, mq_match match, unsigned rank);
/* Adds the pairs of the terms that have this key, in the languages of the search. *hit: there was such a term. */
mq_status mq_search_key_is(mq_search *x, mq_str key, mq_match match, unsigned rank, bool *hit);
/* Adds the terms that an FTS5 expression finds, those with fewer further words first; `rank` is added to the number of these. */
mq_status mq_search_words(mq_search *x, const char *expression, bool spelling, unsigned rank);

/* Fills x->forms. */
mq_status mq_search_forms(mq_search *x);
/* Adds the terms that the words are forms of: MQ_MATCH_HEADWORD or MQ_MATCH_INFLECTED. */
mq_status mq_search_inflected(mq_search *x);
/* Appends the FTS5 expression for terms that hold all words, each in one of its forms. */
mq_status mq_search_expression(mq_buf *out, const mq_search *x);

/* Everything near by spelling: MQ_MATCH_SPELLING. */
mq_status mq_search_nearest(mq_search *x);

#endif
