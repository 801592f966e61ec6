/*
 * text/letter.h - what a code point is. The tables behind tokens and folding; ASCII and Arabic are answered from memory, the rest by ICU.
 */
#ifndef MQ_TEXT_LETTER_H
#define MQ_TEXT_LETTER_H

#include <muqabil/base.h>

typedef enum mq_class {
    MQ_CLASS_SPACE,
    MQ_CLASS_AR_LETTER,
    MQ_CLASS_AR_MARK,   /* tashkeel and Quranic marks */
    MQ_CLASS_TATWEEL,
    MQ_CLASS_LATIN,
    MQ_CLASS_MARK,      /* combining marks of other scripts */
    MQ_CLASS_DIGIT,
    MQ_CLASS_OTHER,     /* letters of other scripts */
    MQ_CLASS_IGNORE,    /* bidi controls, joiners, BOM, soft hyphen: invisible, part of nothing */
    MQ_CLASS_PUNCT
} mq_class;

mq_class mq_class_look_up(uint32_t cp);
extern const uint8_t mq_class_ascii[0x80];

static inline mq_class mq_class_of(uint32_t cp)
{
    /* nearly all of running text */
    if ((cp >= 0x0641 && cp <= 0x064A) || (cp >= 0x0620 && cp < 0x0640))
        return MQ_CLASS_AR_LETTER;
    return cp < 0x80 ? (mq_class)mq_class_ascii[cp] : mq_class_look_up(cp);
}

/* Quotes of all styles, single ones too; not the apostrophes inside words, which look the same. */
bool mq_is_quote(uint32_t cp);

#endif
