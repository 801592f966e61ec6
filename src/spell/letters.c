/* letters.c - see letters.h. */
#include <muqabil/text.h>

#include "base/utf8.h"
#include "spell/letters.h"
#include "text/letter.h"

static const uint16_t neighbours[] = { 0x67E, 0x686, 0x698, 0x6A4, 0x6AF, 0x6AD, 0x6A8, 0x64B };

uint8_t mq_letter_of(uint32_t cp)
{
    if (cp >= 0x621 && cp <= 0x63A)
        return (uint8_t)(cp - 0x620);
    if (cp >= 0x641 && cp <= 0x64A)
        return (uint8_t)(cp - 0x641 + MQ_L_FEH);
    if (cp == 0x671)
        return MQ_L_ALEF;
    if (cp == 0x6A9)
        return MQ_L_KAF;
    if (cp == 0x6CC)
        return MQ_L_YEH;
    for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++)
        if (neighbours[i] == cp)
            return (uint8_t)(MQ_L_PEH + i);
    return MQ_L_NONE;
}

uint32_t mq_letter_char(uint8_t letter)
{
    if (letter < MQ_L_FEH)
        return 0x620U + letter;
    if (letter < MQ_L_PEH)
        return 0x641U + letter - MQ_L_FEH;
    if (letter == MQ_L_SPACE)
        return ' ';
    return letter < MQ_L_COUNT ? neighbours[letter - MQ_L_PEH] : 0xFFFD;
}

static unsigned how_written(uint32_t cp)
{
    switch (cp) {
    case 0x640: return MQ_WRITTEN_TATWEEL;
    case 0x64B: return MQ_WRITTEN_TANWIN;
    case 0x671: return MQ_WRITTEN_WASLA;
    case 0x6A9: case 0x6CC: return MQ_WRITTEN_PERSIAN;
    default: return 0;
    }
}

static bool read_plain(mq_letters *out, mq_str word, unsigned *how, bool *forms)
{
    const char *p = word.p, *end = word.p + word.n;

    out->n = 0;
    while (p < end) {
        uint32_t cp;
        uint8_t letter;

        p += mq_utf8_decode(p, end, &cp);
        *how |= how_written(cp);
        letter = cp == 0x64B ? MQ_L_NONE : mq_letter_of(cp);
        if (letter) {
            if (out->n == MQ_LETTERS_MOST)
                return false;
            out->c[out->n++] = letter;
            continue;
        }
        switch (mq_class_of(cp)) {
        case MQ_CLASS_AR_MARK: *how |= MQ_WRITTEN_MARKS; break;
        case MQ_CLASS_IGNORE: *how |= MQ_WRITTEN_CONTROLS; break;
        case MQ_CLASS_TATWEEL: break;
        default:
            *forms = true;
            return false;
        }
    }
    return true;
}

bool mq_letters_read(mq_letters *out, mq_str word, unsigned *how)
{
    unsigned seen = 0;
    bool forms = false, again = false, ok = read_plain(out, word, &seen, &forms);

    if (!ok && forms) { /* presentation forms and ligatures come apart by NFKC */
        mq_buf plain = MQ_BUF_INIT;

        seen |= MQ_WRITTEN_FORMS;
        if (!mq_fold(&plain, word, MQ_FOLD_COMPAT, NULL))
            ok = read_plain(out, mq_buf_str(&plain), &seen, &again);
        mq_buf_release(&plain);
    }
    if (how)
        *how = seen;
    return ok && out->n > 0;
}

void mq_letters_write(mq_buf *out, const mq_letters *w)
{
    for (unsigned i = 0; i < w->n; i++)
        mq_buf_addcp(out, mq_letter_char(w->c[i]));
}

void mq_letters_skeleton(mq_letters *out, const mq_letters *w)
{
    out->n = 0;
    for (unsigned i = 0; i < w->n; i++) {
        uint8_t c = w->c[i];

        switch (c) {
        case MQ_L_HAMZA: continue;
        case MQ_L_ALEF_MADDA: case MQ_L_ALEF_ABOVE: case MQ_L_ALEF_BELOW: c = MQ_L_ALEF; break;
        case MQ_L_WAW_HAMZA: c = MQ_L_WAW; break;
        case MQ_L_YEH_HAMZA: case MQ_L_ALEF_MAKSURA: c = MQ_L_YEH; break;
        case MQ_L_TEH_MARBUTA: c = MQ_L_HEH; break;
        default: break;
        }
        out->c[out->n++] = c;
    }
}

unsigned mq_servant_name(const mq_letters *w)
{
    static const uint8_t servant[] = { MQ_L_AIN, MQ_L_BEH, MQ_L_DAL, MQ_L_ALEF, MQ_L_LAM };
    const unsigned glued = w->n && (w->c[0] == MQ_L_WAW || w->c[0] == MQ_L_LAM || w->c[0] == MQ_L_BEH || w->c[0] == MQ_L_FEH);

    for (unsigned at = 0; at <= glued; at++)
        if (w->n >= at + 7 && memcmp(w->c + at, servant, sizeof servant) == 0)
            return at + 3;
    return 0;
}
