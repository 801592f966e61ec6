/*
 * muqabil/mine.h - finding equivalents in text. This is the room without files and without a glossary: text in, occurrences out.
 */
#ifndef MUQABIL_MINE_H
#define MUQABIL_MINE_H

#include <muqabil/base.h>
#include <muqabil/pair.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The default of `--min-score`: what is likelier right than wrong. */
#define MQ_MIN_SCORE 0.5

typedef struct mq_miner mq_miner;

/* A miner is used by one thread at a time; make one per thread, they share the read-only dictionaries. MQ_ENOMEM, MQ_EFORMAT (dict/). */
MQ_API mq_status mq_miner_new(mq_miner **out, double min_score, mq_error *err);
MQ_API void mq_miner_free(mq_miner *m);

/* Writes a name of this program's miner, at most 40 characters: it changes when the version, the weights or the dictionaries do. size >= 48. */
MQ_API void mq_miner_version(const mq_miner *m, char *out, size_t size);

/* Receives occurrences in the order of the text. A non-zero return stops the mining and is returned. */
typedef mq_status mq_occurrence_fn(void *user, const mq_occurrence *o);

/*
 * Mines one text (well-formed UTF-8, a whole document or a part of it).
 * doc     copied into each occurrence.
 * start   code points of the document before `text`: added to all offsets.
 * Evidence is taken from this text and the dictionaries only. The same text gives the same occurrences, whatever was mined before.
 */
MQ_API mq_status mq_mine(mq_miner *m, mq_str doc, mq_str text, size_t start, mq_occurrence_fn *fn, void *user, mq_error *err);

/*
 * Appends, for a person to read, what the miner saw: each Latin unit with its best candidates, their probabilities and the features that
 * spoke for or against each, largest first. MQ_ENOMEM.
 */
MQ_API mq_status mq_mine_explain(mq_miner *m, mq_str text, mq_buf *out, mq_error *err);

#ifdef __cplusplus
}
#endif
#endif
