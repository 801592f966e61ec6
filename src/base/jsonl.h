/*
 * base/jsonl.h - one JSON value a line (jsonlines.org), on jansson. Numbers are written with four decimals at most, so that the same value gives
 * the same bytes everywhere.
 */
#ifndef MQ_BASE_JSONL_H
#define MQ_BASE_JSONL_H

#include <jansson.h>

#include <muqabil/base.h>

/* A JSON string of well-formed UTF-8; NULL only without memory. */
json_t *mq_json_str(mq_str s);
/* The value rounded to four decimals. */
json_t *mq_json_real(double v);
/* Appends s as a JSON string, in quotes; the same bytes as jansson gives. s: well-formed UTF-8. */
void mq_json_quote(mq_buf *out, mq_str s);
/* Appends `value` compactly, keys in the order they were set, and LF; takes the reference (NULL is no memory). */
void mq_json_line(mq_buf *out, json_t *value);

/*
 * A line member by member, without a tree: the same bytes as mq_json_line gives for such an object, in a tenth of the time. For lines that are
 * written by the hundred thousand. Keys are written as they are; values as by mq_json_str and mq_json_real. Without memory out->status tells.
 */
void mq_json_begin(mq_buf *out);
void mq_json_put_str(mq_buf *out, const char *key, mq_str value);
void mq_json_put_size(mq_buf *out, const char *key, size_t value);
void mq_json_put_score(mq_buf *out, const char *key, double value); /* 0..1 */
void mq_json_end(mq_buf *out);

/* The text of object[key], empty when absent or no string; lives as long as the object. */
mq_str mq_json_get(const json_t *object, const char *key);
/* Parses one line (any bytes). NULL with *err (MQ_EFORMAT, a column, no line) when it is no JSON object, or MQ_ENOMEM. */
json_t *mq_json_object(mq_str line, mq_error *err);

#endif
