/* text/arletter.h - Arabic letters and marks by their names in Unicode, as far as a rule speaks of them. For sources only: the names are short. */
#ifndef MQ_TEXT_ARLETTER_H
#define MQ_TEXT_ARLETTER_H

enum {
    HAMZA = 0x0621, ALEF_MADDA = 0x0622, ALEF_HAMZA = 0x0623, WAW_HAMZA = 0x0624, ALEF_HAMZA_BELOW = 0x0625, YEH_HAMZA = 0x0626, ALEF = 0x0627,
    BEH = 0x0628, TEH_MARBUTA = 0x0629, TEH = 0x062A, JEEM = 0x062C, HAH = 0x062D, KHAH = 0x062E, SEEN = 0x0633, FEH = 0x0641, KAF = 0x0643,
    LAM = 0x0644, MEEM = 0x0645, NOON = 0x0646, HEH = 0x0647, WAW = 0x0648, ALEF_MAKSURA = 0x0649, YEH = 0x064A, FATHA = 0x064E, KASRA = 0x0650, SHADDA = 0x0651,
    MADDA_ABOVE = 0x0653, HAMZA_ABOVE = 0x0654, HAMZA_BELOW = 0x0655
};

#endif
