/* glossary/hunspell.h - the Arabic words of a glossary for other programs' spell checkers. */
#ifndef MQ_GLOSSARY_HUNSPELL_H
#define MQ_GLOSSARY_HUNSPELL_H

#include <muqabil/glossary.h>

/*
 * The words of all pairs that `o` lets through. A path that ends in .dic gives a dictionary of stems there and its affix file beside it (.aff): terms with
 * all their clitics and inflections. Any other path gives a personal dictionary: one word a line, as it stands. Both sorted.
 */
mq_status mq_export_hunspell(mq_store *s, const char *path, const mq_export_options *o, mq_export_stats *stats, mq_error *err);

/* Whether the pair is of the domain that was asked for. */
bool mq_export_in_domain(const mq_export_options *o, const mq_pair *p);

#endif
