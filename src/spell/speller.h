/*
 * spell/speller.h - what a speller holds, and how its parts talk: a word is judged once per type (verdict), an occurrence is decided by its neighbours.
 */
#ifndef MQ_SPELL_SPELLER_H
#define MQ_SPELL_SPELLER_H

#include <muqabil/spell.h>
#include <muqabil/text.h>

#include "spell/forms.h"
#include "spell/found.h"
#include "spell/typography.h"

/* A word that may have been meant. */
struct candidate {
    mq_letters word;  /* may hold one MQ_L_SPACE */
    float log;        /* log2 of its count, -1 when it was never counted */
    float cost;       /* of the slip, in bits */
    bool alike;       /* same skeleton: only hamza, ة/ه, ى/ي differ; or a listed confusion */
    const char *rule; /* of a rival: the kind of slip */
};

enum { MQ_MOST_LATIN = 500 };
enum { MQ_MOST_CANDIDATES = 24, MQ_MOST_FAMILY_NAMES = 256 /* of one text; all unknown words are looked up among them */ };

struct candidates {
    struct candidate c[MQ_MOST_CANDIDATES];
    unsigned n;
};

/* What is known of a type, without its neighbours. The candidates are rivals of a known word, suggestions for an unknown one. */
struct verdict {
    uint64_t key;             /* of the letters; 0 = free slot */
    uint32_t form;
    bool known, accepted;     /* accepted: by a person, so it has no rivals */
    bool of_glossary;         /* a term or its inflection: it takes more to say that another word was meant */
    bool sought;              /* the candidates were looked for */
    struct candidates *list;  /* NULL when there are none */
};

struct mq_latin_seen {
    uint64_t key;             /* of the word and the language around it */
    size_t found;             /* the finding with its suggestions; SIZE_MAX: it was not told */
};

/* The last verb of the sentence that asks for أن or إن. */
struct mq_clause {
    int asks;                 /* 1 = إن, -1 = أن, 0 = neither */
    unsigned words;           /* since then */
};

struct mq_speller {
    mq_vocabulary *vocabulary;
    mq_spell_options options;
    struct verdict *verdict;  /* open addressing, at most half full */
    size_t nverdicts, mask;
    uint64_t family[MQ_MOST_FAMILY_NAMES]; /* keys of unknown words that are family names in the text at hand */
    size_t nfamily;
    struct mq_clause clause;  /* of the word at hand */
    struct mq_latin_seen latin[MQ_MOST_LATIN]; /* unknown Latin words of the text at hand for which suggestions were sought */
    size_t nlatin;
    uint64_t *accepted;       /* keys of words accepted for this speller alone */
    size_t naccepted;
    mq_token *tokens;         /* of the text at hand */
    size_t tokens_cap;
    mq_founds founds;
    mq_quotations quotations; /* of the text at hand */
    mq_quotes quotes;         /* of its draft */
    mq_buf scratch;
};

/* The forms that a writer who wrote the known word `w` may have meant. Never `w` itself. */
void mq_rivals(struct candidates *out, const mq_speller *s, const mq_letters *w);

/* What may have been meant by the unknown word `w`, best first without regard to neighbours. */
void mq_candidates(struct candidates *out, const mq_speller *s, const mq_letters *w);

/* A word of the text with what the neighbours need to know. */
struct place {
    mq_token token;
    mq_letters w;         /* of an Arabic word; for anything else one letter that does not exist, see context.h */
    double log;
    unsigned how;         /* MQ_WRITTEN_* */
    bool word;
};

/* Checks token i, a Latin word. */
void mq_check_latin(mq_speller *s, const mq_tokens *k, size_t i);

/* Words that are wrong beside each other: the same one twice, a و that stands apart. */
void mq_check_sequences(mq_founds *all, const mq_tokens *k);

/* How well a candidate fits between its neighbours, in bits; b, n may be NULL. */
double mq_fit_between(const struct place *before, const mq_letters *w, double log, const struct place *next);

#endif
