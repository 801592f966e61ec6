/*
 * text/particles.h - words of grammar and what may be glued to them: لكل is ل and كل, كما is one word.
 *
 * Asked for as they are spelled, without tashkeel and tatweel. Images of dict/: particles.tsv, and the verbs of function.tsv.
 */
#ifndef MQ_TEXT_PARTICLES_H
#define MQ_TEXT_PARTICLES_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_particles, mq_dict_verbs;

/* 0: it is none; else MQ_PARTICLE_LISTED, the MQ_CLITIC_* of the proclitics that it takes, MQ_PARTICLE_OWNS when pronouns may follow. */
enum { MQ_PARTICLE_OWNS = 128, MQ_PARTICLE_LISTED = 256 };
unsigned mq_particle_of(mq_str word);

/* Whether it is one of some three hundred common forms of verbs: كان, يكون, قال. */
bool mq_is_common_verb(mq_str word);

#endif
