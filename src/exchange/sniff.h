/* exchange/sniff.h - which format a file is in, by its content. */
#ifndef MQ_EXCHANGE_SNIFF_H
#define MQ_EXCHANGE_SNIFF_H

#include "exchange/reader.h"

/*
 * Settles *format when it is MQ_EXCHANGE_AUTO (it stays so for an empty file) and makes r->source ready: decoding lines unless the format is XML.
 * MQ_EUNSUPPORTED with a hint for what is none of ours.
 */
mq_status mq_sniff(mq_exchange *format, mq_xread *r, mq_error *err);

#endif
