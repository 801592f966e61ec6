/*
 * mine/features.h - a candidate, or "none of them", as a short list of named numbers.
 */
#ifndef MQ_MINE_FEATURES_H
#define MQ_MINE_FEATURES_H

#include "mine/candidate.h"
#include "mine/lexical.h"

enum mq_feature {
#define X(name) MQ_F_##name,
#include "mine/features.def"
#undef X
    MQ_FIRST_JOINED,
    MQ_BEFORE_JOINED = MQ_FIRST_JOINED - 1,
#define J(a, b) MQ_F_##a##_and_##b,
#include "mine/joined.def"
#undef J
    MQ_FEATURES
};

enum { MQ_FIRST_CLASS = MQ_FEATURES + MQ_MOST_LEXICAL, MQ_ALL_FEATURES = MQ_FIRST_CLASS + MQ_CLASS_FEATURES, MQ_MOST_SAID = 64 };

/* A bit for each feature of features.def. */
typedef struct mq_feature_set {
    uint64_t word[(MQ_FIRST_JOINED + 63) / 64];
} mq_feature_set;

/*
 * The features that are not 0. Those of features.def are a set; of the others, which are 1 or 0, the ids are noted: MQ_FEATURES - 1 + the number of a word of the
 * model (mine/lexical.h); or, from MQ_FIRST_CLASS on, a class of words (text/classes.h) in a slot. What joined.def makes of them is found when they are
 * listed or weighed (mine/weigh.h).
 */
typedef struct mq_features {
    mq_feature_set set;      /* which of features.def are in it */
    mq_feature_set side;     /* of them: those that all candidates of the side have in common */
    double value[MQ_FIRST_JOINED]; /* of those in the set; floats, made ready to be weighed */
    size_t nsaid;
    uint16_t said[MQ_MOST_SAID];
} mq_features;

const char *mq_feature_name(unsigned id);

/* The feature of a class, 1..MQ_WORD_CLASSES, in a slot; and back: "first~معلومات", the class told by its commonest word. */
static inline unsigned mq_class_feature(enum mq_said slot, unsigned class)
{
    return MQ_FIRST_CLASS + (unsigned)slot * MQ_WORD_CLASSES + class - 1;
}
void mq_class_feature_name(mq_buf *out, unsigned id);

/* Of a candidate. */
void mq_features_of(mq_features *f, const mq_site *site, const mq_candidate *c, const mq_dicts *d);
/* The same in two steps: what all candidates with the `left` and the `gap` of this one have in common, once; and with that before, those of each of them. */
void mq_features_side(mq_features *f, const mq_site *site, const mq_candidate *c);
void mq_features_own(mq_features *f, const mq_site *site, const mq_candidate *c, const mq_dicts *d);
/* Of taking no candidate. */
void mq_features_none(mq_features *f, const mq_site *site, const mq_dicts *d);

#endif
