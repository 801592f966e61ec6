/*
 * glossary/scan_variants.h - headwords beside that of a term that say the same.
 *
 * A form that is a headword of its own is not taken for a form of another (text/morph.h): بيانات is data, بيان a statement. But سلطة and سلطات, انتخاب and
 * انتخابات do say the same, and a list has one of them; الداخلية, the interior, is what its داخلي says. إخطار/ إبلاغ are
 * two headwords. A verb of a list can stand for the noun of its letters. مدعى عليه is مدعى عليهم of several, رأس المال is written الرأسمال, too,
 * لا مركزية لامركزية, and a مرسوم قانون is a مرسوم بقانون.
 */
#ifndef MQ_GLOSSARY_SCAN_VARIANTS_H
#define MQ_GLOSSARY_SCAN_VARIANTS_H

#include "lexicon/sense.h"

/*
 * Hands such headwords of a term of one word over, of which dict/ says that la, a term in language lang, renders them: its singular or its plural in ات, the
 * noun in ية of a relational adjective, the words that / parts, and its three or four letters without their vowels. Of a term of several words, whatever
 * renders it, those with another pronoun behind their last preposition, with رأس مال and لا and its noun parted or joined otherwise, and مرسوم بقانون. MQ_ENOMEM, or
 * what fn returned.
 */
mq_status mq_scan_variants(const mq_senses *senses, mq_str ar, mq_str la, mq_lang lang, mq_status (*fn)(void *user, mq_str term), void *user);

#endif
