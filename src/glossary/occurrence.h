/* glossary/occurrence.h - an occurrence as the line of `mine --jsonl` (DESIGN section 2). */
#ifndef MQ_GLOSSARY_OCCURRENCE_H
#define MQ_GLOSSARY_OCCURRENCE_H

#include <muqabil/pair.h>

/* Appends one line. Without memory out->status tells. */
void mq_occurrence_line(mq_buf *out, const mq_occurrence *o);

#endif
