/* mine/miner.h - the inside of mq_miner, for the trainer and --explain. */
#ifndef MQ_MINE_MINER_H
#define MQ_MINE_MINER_H

#include <muqabil/mine.h>

#include "mine/distant.h"
#include "mine/language.h"
#include "mine/model.h"

/* From this score on a pair is evidence for the Latin unit behind it, whatever the caller asks for. */
#define MQ_BELIEVED 0.4

/* Units that are looked at together: enough for the enumerations of a sentence. */
enum { MQ_SITES_TOGETHER = 24 };

struct mq_miner {
    double min_score;
    mq_dicts d;
    const mq_model *model;
    const mq_language *language;
    mq_segment segment;   /* large: kept out of the stack */
    mq_memory memory;
    mq_latin_memory latin_memory;
    mq_site site[MQ_SITES_TOGETHER]; /* of neighbouring units */
    mq_kin kin;           /* of all of them */
    mq_buf term;
    mq_buf quote;         /* of the occurrence that is told, where its lines run on (quote.h) */
    bool distant;         /* names are looked for in other places, too: while mq_mine runs */
    mq_names names;
    size_t nkept;
    struct mq_kept *kept; /* occurrences that wait for the names between them (miner.c) */
};

/* From now on what was learned is evidence, too; borrowed. Its version is another one then. */
void mq_miner_learn(mq_miner *m, mq_learned learned);

/*
 * Calls fn for every unit of a text that has a candidate, with the site filled. A non-zero return stops and is returned.
 */
typedef mq_status mq_site_fn(void *user, mq_miner *m, mq_site *site);
mq_status mq_sites(mq_miner *m, mq_str text, mq_site_fn *fn, void *user);

#endif
