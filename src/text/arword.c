/* arword.c - see arword.h. */
#include <assert.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/arletter.h"
#include "text/arword.h"
#include "text/letter.h"

static bool append(mq_arword *w, uint32_t cp, size_t at)
{
    if (w->n == MQ_ARWORD_LETTERS || cp > UINT16_MAX)
        return false;
    w->letter[w->n] = (uint16_t)cp;
    w->at[w->n++] = (uint16_t)at;
    return true;
}

/* A madda or hamza that stands as a mark of its own behind its letter. */
static void compose(mq_arword *w, uint32_t mark)
{
    uint16_t *last = w->n ? &w->letter[w->n - 1] : NULL;

    if (!last)
        return;
    if (*last == ALEF && mark == MADDA_ABOVE)
        *last = ALEF_MADDA;
    else if (*last == ALEF && mark == HAMZA_ABOVE)
        *last = ALEF_HAMZA;
    else if (*last == ALEF && mark == HAMZA_BELOW)
        *last = ALEF_HAMZA_BELOW;
    else if (*last == WAW && mark == HAMZA_ABOVE)
        *last = WAW_HAMZA;
    else if (*last == YEH && mark == HAMZA_ABOVE)
        *last = YEH_HAMZA;
}

/* Anything outside U+0621..U+064A: marks, Persian letters, presentation forms. One code point never outgrows the room (the longest, U+FDFA, takes 33 bytes). */
static bool append_rare(mq_arword *w, mq_str one, size_t at)
{
    char room[128];
    mq_buf folded = { room, 0, sizeof room, MQ_OK };
    bool ok = mq_fold(&folded, one, MQ_FOLD_COMPAT | MQ_FOLD_TASHKEEL | MQ_FOLD_TATWEEL | MQ_FOLD_PERSIAN, NULL) == MQ_OK;

    for (const char *p = folded.p, *end = p + folded.n; ok && p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (mq_class_of(cp) == MQ_CLASS_AR_LETTER)
            ok = append(w, cp, at);
    }
    assert(folded.p == room);
    return ok;
}

bool mq_arword_of(mq_arword *w, mq_str token)
{
    const char *p = token.p, *end = token.p + token.n;

    w->n = w->lost = 0;
    if (token.n > UINT16_MAX)
        return false;
    while (p < end) {
        const size_t at = (size_t)(p - token.p);
        uint32_t cp;
        const size_t n = mq_utf8_decode(p, end, &cp);

        if (cp >= 0x0621 && cp <= 0x064A && (cp < 0x063B || cp > 0x0640)) {
            if (!append(w, cp, at))
                return false;
        } else if (cp == 0xFFFD) {
            w->lost |= UINT32_C(1) << (w->n % MQ_ARWORD_LETTERS);
        } else if (cp >= MADDA_ABOVE && cp <= HAMZA_BELOW) {
            compose(w, cp);
        } else if (!(cp >= 0x064B && cp <= 0x0652) && cp != 0x0640 && !append_rare(w, (mq_str){ p, n }, at)) {
            return false;
        }
        p += n;
    }
    w->at[w->n] = (uint16_t)token.n;
    return w->n > 0;
}

/* As MQ_FOLD_SEARCH folds a letter. */
static uint32_t fold(uint32_t cp)
{
    static const uint8_t low[] = { /* of U+0621..U+064A, without the 0x600 */
        0x21, 0x27, 0x27, 0x48, 0x27, 0x4A, 0x27, 0x28, 0x47, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E,
        0x2F, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C,
        0x3D, 0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4A,
    };

    if (cp - HAMZA < sizeof low)
        return 0x600U | low[cp - HAMZA];
    return cp == 0x0671 || cp == 0x0672 || cp == 0x0673 || cp == 0x0675 ? ALEF : cp;
}

/* Two bytes: all letters of Arabic proper. */
static bool is_pair(uint32_t cp)
{
    return cp - 0x80 < 0x780;
}

size_t mq_arword_key(char *out, const uint16_t *letter, unsigned n)
{
    size_t k = 0;

    for (unsigned i = 0; i < n; i++) {
        const uint32_t cp = fold(letter[i]);

        if (is_pair(cp)) {
            out[k++] = (char)(0xC0 | cp >> 6);
            out[k++] = (char)(0x80 | (cp & 0x3F));
        } else {
            k += mq_utf8_encode(out + k, cp);
        }
    }
    return k;
}

/* ا, ه, ي and و are often typed for their neighbours أ إ آ, ة, ى ئ and ؤ; one kind of hamza for another is another word. */
bool mq_arword_alike(const uint16_t *a, const uint16_t *b, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (a[i] != b[i] && a[i] != fold(a[i]) && b[i] != fold(b[i]))
            return false;
    return true;
}

static bool is_alef(uint16_t cp)
{
    return fold(cp) == ALEF;
}

static void swap(mq_arword *w, unsigned i)
{
    const uint16_t first = w->letter[i];

    w->letter[i] = w->letter[i + 1];
    w->letter[i + 1] = first;
}

/* Where the word proper begins: behind و and ف, ب and ك. */
static unsigned behind_proclitics(const mq_arword *w)
{
    unsigned i = 0;

    if (w->n > 4 && (w->letter[i] == WAW || w->letter[i] == FEH))
        i++;
    if (w->n > i + 4 && (w->letter[i] == BEH || w->letter[i] == KAF))
        i++;
    return i;
}

/*
 * Pairs that may stand in the wrong order: alef + ل inside the word, م ج ح خ + ل behind a first alef, and م + ل at the beginning (ملدة); last what looks like the
 * article, which is mostly right (الستغلال for لاستغلال). At most three are found.
 */
static unsigned swappable(const mq_arword *w, unsigned place[3])
{
    const unsigned begin = behind_proclitics(w);
    unsigned n = 0;

    for (unsigned i = begin; i + 1 < w->n && n < 3; i++) {
        const uint16_t c = w->letter[i];

        if (w->letter[i + 1] != LAM)
            continue;
        if (c == MEEM && i == begin && w->n > i + 3)
            place[n++] = i;
        else if (is_alef(c) ? i > begin || c != ALEF : i == begin + 1 && w->letter[begin] == ALEF && (c == MEEM || c == JEEM || c == HAH || c == KHAH))
            place[n++] = i;
    }
    if (n < 3 && w->n > begin + (begin ? 4 : 5) && w->letter[begin] == ALEF && w->letter[begin + 1] == LAM)
        place[n++] = begin;
    return n;
}

bool mq_arword_is_damaged(const mq_arword *w)
{
    const unsigned i = behind_proclitics(w);

    return w->n > i + 3 && w->letter[i] == ALEF && is_alef(w->letter[i + 1]) && w->letter[i + 1] != ALEF && w->letter[i + 2] == LAM;
}

bool mq_arword_is_swapped(const mq_arword *w)
{
    const unsigned i = behind_proclitics(w);

    return w->n > i + 3 && w->letter[i] == ALEF && is_alef(w->letter[i + 1]) && w->letter[i + 2] == LAM;
}

/* No word begins with two alefs: the first swappable pair is then surely in the wrong order. */
static bool first_is_sure(const mq_arword *w, const unsigned *place)
{
    return place[0] > 0 && is_alef(w->letter[place[0]]) && w->letter[place[0] - 1] == ALEF && place[0] == behind_proclitics(w) + 1;
}

bool mq_arword_seat(mq_arword *out, const mq_arword *w)
{
    const unsigned n = w->n;

    if (n < 5 || w->letter[n - 1] != HAMZA || (w->letter[n - 2] != ALEF_MAKSURA && w->letter[n - 2] != YEH))
        return false;
    *out = *w;
    out->letter[n - 2] = YEH_HAMZA;
    out->at[n - 1] = w->at[n];
    out->n = n - 1;
    return true;
}

static void insert_alef(mq_arword *out, const mq_arword *w, unsigned i)
{
    *out = *w;
    out->n++;
    memmove(out->letter + i + 1, w->letter + i, (w->n - i) * sizeof *w->letter);
    memmove(out->at + i + 1, w->at + i, (w->n - i + 1) * sizeof *w->at);
    out->letter[i] = ALEF;
}

bool mq_arword_restore(mq_arword *out, const mq_arword *w)
{
    const unsigned i = behind_proclitics(w) + 2;

    if (w->n < i + 4 || w->n == MQ_ARWORD_LETTERS || w->letter[i - 2] != ALEF || w->letter[i - 1] != LAM || is_alef(w->letter[i]))
        return false;
    insert_alef(out, w, i);
    return true;
}

bool mq_arword_restore_some(mq_arword *out, const mq_arword *w, unsigned i)
{
    enum { SHORTEST = 5 };

    if (w->n < SHORTEST || w->n == MQ_ARWORD_LETTERS)
        return false;
    for (unsigned at = 1; at + 1 < w->n; at++)
        if (w->letter[at] == LAM && !is_alef(w->letter[at + 1]) && w->letter[at + 1] != LAM && i-- == 0) {
            insert_alef(out, w, at + 1);
            return true;
        }
    return false;
}

/* The letters of w before `from`, and لالله; all of that stands where w had the rest. */
static void set_allah(mq_arword *out, const mq_arword *w, unsigned from)
{
    static const uint16_t allah[] = { LAM, ALEF, LAM, LAM, HEH };
    const unsigned n = sizeof allah / sizeof *allah;

    *out = *w;
    out->n = from + n;
    memcpy(out->letter + from, allah, sizeof allah);
    for (unsigned i = 1; i < n; i++)
        out->at[from + i] = w->at[w->n];
    out->at[out->n] = w->at[w->n];
}

bool mq_arword_turn(mq_arword *out, const mq_arword *w)
{
    const unsigned i = w->n == 4 && (w->letter[0] == WAW || w->letter[0] == FEH);
    const uint16_t *c = w->letter + i, *end = w->letter + w->n;

    if (w->n == i + 3 && c[1] == LAM && ((c[0] == LAM && c[2] == HEH) || (c[0] == HEH && c[2] == LAM))) {
        set_allah(out, w, i);
        return true;
    }
    *out = *w;
    if (w->n >= 5 && end[-1] == LAM && end[-2] == LAM && end[-3] == HEH && end[-4] == ALEF) {
        out->letter[w->n - 3] = LAM;
        out->letter[w->n - 1] = HEH;
        return true;
    }
    if (w->n < 6 || end[-1] != YEH || end[-2] != NOON)
        return false;
    swap(out, w->n - 2);
    return true;
}

static bool is_hissing(uint16_t c)
{
    return c >= 0x0633 && c <= 0x0636; /* س ش ص ض */
}

bool mq_arword_turn_lost(mq_arword *out, const mq_arword *w)
{
    const uint16_t reh = 0x0631;
    bool turned = false;

    for (unsigned i = 0; w->lost && i + 1 < w->n; i++)
        if ((w->lost >> i & 1) && w->letter[i] == reh && is_hissing(w->letter[i + 1])) {
            if (!turned)
                *out = *w;
            swap(out, i);
            turned = true;
        }
    return turned;
}

bool mq_arword_mend(mq_arword *out, const mq_arword *w, unsigned i)
{
    /* sets[sure][places]: which of the places are swapped, as bits; a single one is likelier than two */
    static const unsigned char sets[2][4][MQ_MOST_MENDED] = {
        { { 0 }, { 1 }, { 1, 2, 3 }, { 1, 2, 4, 3, 5, 6, 7 } },
        { { 0 }, { 1 }, { 1, 3 }, { 1, 3, 5, 7 } },
    };
    unsigned place[3], set;
    const unsigned n = swappable(w, place);

    set = i < MQ_MOST_MENDED ? sets[n && first_is_sure(w, place)][n][i] : 0;
    if (!set)
        return false;
    *out = *w;
    for (unsigned k = 0; k < n; k++)
        if (set & 1U << k)
            swap(out, place[k]);
    return true;
}
