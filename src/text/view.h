/*
 * text/view.h - what the tables know of one reading of a word: the evidence that text/rank.c weighs. Private to it.
 */
#ifndef MQ_TEXT_VIEW_H
#define MQ_TEXT_VIEW_H

#include "text/morph.h"

#define MQ_UNSEEN 0.5      /* of what no count has */
#define MQ_UNKNOWN 0.3     /* what is in no list */
#define MQ_EXPLAINS 3.0    /* a headword with its endings explains a form that is in no list so much better */
#define MQ_PARTICLE 4.0    /* a preposition with its pronoun does: منه */
#define MQ_DERIVED 0.03    /* what is in no list, beside a headword with endings; what has other readings that fit better */
#define MQ_NEVER 0.001

/* A word as it is spelled. */
typedef struct mq_written {
    char text[4 + 3 * (MQ_ARWORD_LETTERS + 2)]; /* the article, which is not part of the word, and the word */
    size_t n;
    bool marked;      /* holds a letter that is seldom typed for another one: أ, ة, ى … */
} mq_written;

/* What the tables know of a reading. */
typedef struct mq_view {
    const mq_reading *r;
    const mq_ending *ending, *pronoun; /* or NULL */
    mq_str lemma;     /* folded */
    unsigned letters; /* of the lemma */
    unsigned kinds;
    bool grammatical; /* dict/particles.tsv has the word, and lets the proclitics and the pronoun of the reading stand there */
    double fit;       /* 0..1: is the headword spelled so? */
    double form;      /* how often what stands behind the proclitics is seen */
    double expected;  /* how often it would be, by the headword */
    double claim;     /* expected, when the reading may explain all of the form; else 0 */
    double weight;
} mq_view;

/* The views of all readings of m, in their order. */
typedef struct mq_views {
    const mq_morph *m;
    unsigned n;
    bool uncut;       /* homographs.tsv has the word as it stands: فعلي is not ف and على */
    mq_view v[MQ_MOST_READINGS];
} mq_views;

/* n letters of a word. */
void mq_spell_letters(mq_written *s, const uint16_t *letter, unsigned n);
/* The word of m from a letter on. */
void mq_spell_rest(mq_written *s, const mq_morph *m, unsigned from);
/* How often it is seen, with the article or without, per 16 million words. What holds no marked letter may be typed for what does: any spelling counts. */
double mq_written_count(const mq_written *s, bool article);
/* How often it is seen with the article, and only so. */
double mq_written_definite(const mq_written *s);

/* Words of grammar take pronouns and proclitics, nothing else; by MQ_WORD_* and MQ_SPELLED_GRAMMAR. */
bool mq_is_particle(unsigned kinds);

/* r is one of m's readings and outlives the view. */
mq_view mq_view_of(const mq_morph *m, const mq_reading *r);
/* Without ending and pronoun. */
bool mq_view_is_whole(const mq_view *v);
/* مطورو, مطوري: a construct plural of a noun that can have one. */
bool mq_view_is_good_construct(const mq_view *v);
/* A plural in ات. */
bool mq_view_is_teh_plural(const mq_view *v);
/* بتروليه: a relational adjective with a pronoun, which is rather a feminine typed with ه. */
bool mq_view_is_owned_relational(const mq_view *v);
/* 0..1: whether the ending goes together with the headword; it is part of the weight. */
double mq_view_legality(const mq_morph *m, const mq_view *v);

#endif
