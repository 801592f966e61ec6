/* spell/address.h - what is no running text in any language: addresses, mail, hashtags, names of accounts. */
#ifndef MQ_SPELL_ADDRESS_H
#define MQ_SPELL_ADDRESS_H

#include <muqabil/base.h>

/* Do the bytes [byte, byte_end) of the text, a word or a sign, belong to one? Looks a bounded way around. */
bool mq_in_address(mq_str text, size_t byte, size_t byte_end);

#endif
