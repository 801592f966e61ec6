/* document/format.h - which format a file is in, by its first bytes and then by its name. */
#ifndef MQ_DOCUMENT_FORMAT_H
#define MQ_DOCUMENT_FORMAT_H

#include <muqabil/document.h>

/*
 * head: the first bytes of the unzipped file. `asked` other than AUTO is taken as it is, but for PDF. MQ_EUNSUPPORTED: a PDF (the message tells the
 * way round), another binary.
 */
mq_status mq_format_sniff(mq_format *out, mq_format asked, const char *path, mq_str head, mq_error *err);

#endif
