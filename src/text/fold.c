/*
 * fold.c - the written forms that search takes as one.
 *
 * Each code point is rewritten on its own, in the order compatibility → composition with the letter before → marks → letters → Latin; white space and
 * quotes at the ends are dealt with last. Rewriting gives only code points that are rewritten to themselves, which makes folding idempotent;
 * tests/unit/text/test_fold.c checks that on random text for every set of flags.
 *
 * ICU's C interface has no normaliser with an offset map, and none is needed here: whoever wants places folds token by token.
 */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/arletter.h"
#include "text/letter.h"

struct folder {
    mq_buf *out;
    size_t begin;      /* out->n when folding began */
    unsigned flags;
    uint32_t last;     /* the last letter taken in, before folding: what a mark may compose with; 0 = none */
    uint32_t folded;   /* the same letter as it was written, for the same purpose */
    size_t last_at;    /* where it begins in the output */
    bool gap;          /* white space is owed before the next code point */
    const UNormalizer2 *nfkc, *nfc; /* NULL until something is not plain */
};

static uint32_t fold_arabic(uint32_t cp, unsigned flags)
{
    if (flags & MQ_FOLD_PERSIAN)
        switch (cp) {
        case 0x06A9: case 0x06AA: cp = KAF; break;
        case 0x06CC: case 0x06D2: cp = YEH; break;
        case 0x06BE: case 0x06C1: case 0x06D5: cp = HEH; break;
        default: break;
        }
    if (flags & MQ_FOLD_ALEF)
        switch (cp) {
        case 0x0622: case 0x0623: case 0x0625: case 0x0671: case 0x0672: case 0x0673: case 0x0675: cp = ALEF; break;
        case 0x0624: cp = WAW; break;
        case 0x0626: cp = YEH; break;
        default: break;
        }
    if (flags & MQ_FOLD_ENDINGS) {
        if (cp == TEH_MARBUTA)
            cp = HEH;
        else if (cp == ALEF_MAKSURA)
            cp = YEH;
    }
    return cp;
}

static uint32_t fold_digit(uint32_t cp)
{
    if (cp >= 0x0660 && cp <= 0x0669)
        return cp - 0x0660 + '0';
    if (cp >= 0x06F0 && cp <= 0x06F9)
        return cp - 0x06F0 + '0';
    return cp;
}

/* Latin letters that have no decomposition, and the typographic apostrophe. */
static const char *spelled_out(uint32_t cp)
{
    switch (cp) {
    case 0x152: return "OE";
    case 0x153: return "oe";
    case 0xC6: return "AE";
    case 0xE6: return "ae";
    case 0xDF: case 0x1E9E: return "ss";
    case 0xD8: return "O";
    case 0xF8: return "o";
    case 0x141: return "L";
    case 0x142: return "l";
    case 0x110: case 0xD0: return "D";
    case 0x111: case 0xF0: return "d";
    case 0x131: return "i";
    case 0x2019: case 0x02BC: case 0x2018: case 0x02BB: return "'";
    default: return NULL;
    }
}

static void emit(struct folder *f, uint32_t cp)
{
    if (f->gap && f->out->n > f->begin)
        mq_buf_addc(f->out, ' ');
    f->gap = false;
    if (cp < 0x80)
        mq_buf_addc(f->out, (char)cp);
    else
        mq_buf_addcp(f->out, cp);
}

static uint32_t fold_case(const struct folder *f, uint32_t cp)
{
    if (!(f->flags & MQ_FOLD_CASE))
        return cp;
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp;
    return (uint32_t)u_foldCase((UChar32)cp, U_FOLD_CASE_DEFAULT);
}

/* The letter without its accents: those of French are answered from memory, the rest by ICU. */
static uint32_t without_accents(const struct folder *f, uint32_t cp)
{
    static const char from_c0[] = "AAAAAA\0CEEEEIIII\0NOOOOO\0\0UUUUY\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y";
    UChar parts[8];
    UErrorCode e = U_ZERO_ERROR;
    int32_t n;

    if (cp >= 0xC0 && cp <= 0xFF && from_c0[cp - 0xC0])
        return (unsigned char)from_c0[cp - 0xC0];
    n = unorm2_getDecomposition(f->nfc, (UChar32)cp, parts, 8, &e);
    return U_SUCCESS(e) && n > 0 && U16_IS_SINGLE(parts[0]) ? parts[0] : cp;
}

static void fold_latin(struct folder *f, uint32_t cp)
{
    const char *s = NULL;

    if ((f->flags & MQ_FOLD_ACCENTS) && cp >= 0x80) {
        cp = without_accents(f, cp);
        s = spelled_out(cp);
    }
    if (!s)
        emit(f, fold_case(f, cp));
    for (; s && *s; s++)
        emit(f, fold_case(f, (unsigned char)*s));
}

static void fold_one(struct folder *f, uint32_t cp);

static void fold_mark(struct folder *f, uint32_t cp, mq_class class)
{
    if ((f->flags & MQ_FOLD_COMPAT) && f->last && !f->gap) {
        UChar32 composed = unorm2_composePair(f->nfc, (UChar32)f->last, (UChar32)cp);

        if (composed < 0)
            composed = unorm2_composePair(f->nfc, (UChar32)f->folded, (UChar32)cp);

        if (composed >= 0 && !f->out->status) {
            f->out->n = f->last_at;
            fold_one(f, (uint32_t)composed);
            return;
        }
    }
    if (class == MQ_CLASS_AR_MARK ? f->flags & MQ_FOLD_TASHKEEL : f->flags & MQ_FOLD_ACCENTS)
        return;
    f->last = 0; /* only marks that touch their letter compose with it */
    emit(f, cp);
}

static void fold_letter(struct folder *f, uint32_t cp, mq_class class)
{
    f->last_at = f->out->n + (f->gap && f->out->n > f->begin);
    f->last = f->folded = cp;
    if (class == MQ_CLASS_AR_LETTER)
        emit(f, f->folded = fold_arabic(cp, f->flags));
    else if (class == MQ_CLASS_DIGIT)
        emit(f, f->flags & MQ_FOLD_DIGITS ? fold_digit(cp) : cp);
    else
        fold_latin(f, cp);
}

static void fold_one(struct folder *f, uint32_t cp)
{
    const mq_class class = mq_class_of(cp);

    switch (class) {
    case MQ_CLASS_IGNORE:
        if (!(f->flags & MQ_FOLD_COMPAT))
            emit(f, cp);
        return;
    case MQ_CLASS_AR_MARK: case MQ_CLASS_MARK:
        fold_mark(f, cp, class);
        return;
    case MQ_CLASS_TATWEEL:
        if (!(f->flags & MQ_FOLD_TATWEEL)) {
            f->last = 0;
            emit(f, cp);
        }
        return;
    case MQ_CLASS_SPACE:
        f->last = 0;
        if (f->flags & MQ_FOLD_SPACE)
            f->gap = true;
        else
            emit(f, cp);
        return;
    default:
        fold_letter(f, cp, class);
        return;
    }
}

/* Printing ASCII, or one of the letters hamza to ghain, feh to yeh; its bytes, 0 for anything else. Nothing but a mark behind it changes what it becomes. */
static size_t is_plain(const char *p, const char *end)
{
    const unsigned lead = (unsigned char)*p;
    unsigned trail;

    if (lead < 0x80)
        return lead > ' ' && lead < 0x7F;
    if ((lead != 0xD8 && lead != 0xD9) || end - p < 2)
        return 0;
    trail = (unsigned char)p[1];
    return trail >= (lead == 0xD8 ? 0xA1U : 0x81U) && trail <= (lead == 0xD8 ? 0xBAU : 0x8AU) ? 2 : 0;
}

/* Writes a plain one of n bytes, which stays as long as it is. */
static void fold_plain(char *to, const char *p, size_t n, unsigned flags)
{
    uint32_t cp;

    if (n == 1) {
        *to = flags & MQ_FOLD_CASE && *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p;
        return;
    }
    if (!(flags & (MQ_FOLD_ALEF | MQ_FOLD_ENDINGS))) {
        memcpy(to, p, n);
        return;
    }
    (void)mq_utf8_decode(p, p + 2, &cp);
    cp = fold_arabic(cp, flags);
    to[0] = (char)(0xC0 | cp >> 6);
    to[1] = (char)(0x80 | (cp & 0x3F));
}

/* The same of a single space between two plain ones, where white space is folded. */
static size_t is_plain_gap(const struct folder *f, const char *p, const char *end)
{
    return (f->flags & MQ_FOLD_SPACE) && *p == ' ' && end - p > 1 && is_plain(p + 1, end);
}

/* All plain ones from p on at once, as running text has hardly anything else. Returns where they end. */
static const char *fold_plain_run(struct folder *f, const char *p, const char *end)
{
    mq_buf *out = f->out;
    size_t n = p < end ? is_plain(p, end) : 0, last = 0;

    if (n && f->gap && out->n > f->begin)
        mq_buf_addc(out, ' ');
    if (!n || !mq_buf_reserve(out, (size_t)(end - p)))
        return p;
    f->gap = false;
    for (; p < end && ((n = is_plain(p, end)) > 0 || (n = is_plain_gap(f, p, end)) > 0); p += n) {
        fold_plain(out->p + out->n, p, n, f->flags);
        out->n += last = n;
    }
    out->p[out->n] = '\0';
    f->last_at = out->n - last;
    (void)mq_utf8_decode(p - last, p, &f->last);
    f->folded = last == 1 ? f->last : fold_arabic(f->last, f->flags);
    return p;
}

static void fold_compat(struct folder *f, uint32_t cp)
{
    UChar parts[32];
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = 0;

    if (cp >= 0x80 && !(cp >= 0x0621 && cp <= 0x064A) && !(cp >= 0xC0 && cp <= 0x17F))
        n = unorm2_getDecomposition(f->nfkc, (UChar32)cp, parts, 32, &e);
    if (n <= 0 || U_FAILURE(e)) {
        fold_one(f, cp);
        return;
    }
    for (int32_t i = 0; i < n; i++) {
        uint32_t c = parts[i];

        if (U16_IS_LEAD(c) && i + 1 < n)
            c = (uint32_t)U16_GET_SUPPLEMENTARY(parts[i], parts[i + 1]), i++;
        fold_one(f, c);
    }
}

/* White space and quotes of all styles vanish at both ends. */
static void trim(struct folder *f)
{
    char *p = f->out->p + f->begin, *end = f->out->p + f->out->n, *q = p;
    uint32_t cp;

    while (end > p) {
        const size_t k = mq_utf8_before(p, end, &cp);

        if (!mq_is_quote(cp) && cp != ' ')
            break;
        end -= k;
    }
    while (q < end) {
        const size_t k = mq_utf8_decode(q, end, &cp);

        if (!mq_is_quote(cp) && cp != ' ')
            break;
        q += k;
    }
    if (q > p)
        memmove(p, q, (size_t)(end - q));
    f->out->n = f->begin + (size_t)(end - q);
    f->out->p[f->out->n] = '\0';
}

static bool find_normalisers(struct folder *f)
{
    UErrorCode e = U_ZERO_ERROR;

    f->nfc = unorm2_getNFCInstance(&e);
    f->nfkc = unorm2_getNFKCInstance(&e);
    return U_SUCCESS(e);
}

mq_status mq_fold(mq_buf *out, mq_str in, unsigned flags, mq_error *err)
{
    struct folder f = { .out = out, .begin = out->n, .flags = flags };
    const char *p = in.p, *end = in.n ? in.p + in.n : in.p; /* an empty text may be at NULL */

    if (!mq_buf_reserve(out, in.n))
        return mq_fail(err, MQ_ENOMEM, "no memory to fold a text");
    while ((p = fold_plain_run(&f, p, end)) < end) {
        uint32_t cp;

        if (!f.nfc && !find_normalisers(&f)) {
            out->n = f.begin;
            return mq_fail(err, MQ_ENOMEM, "no memory to fold a text");
        }
        p += mq_utf8_decode(p, end, &cp);
        if (flags & MQ_FOLD_COMPAT)
            fold_compat(&f, cp);
        else
            fold_one(&f, cp);
    }
    if (!out->status && (flags & MQ_FOLD_SPACE))
        trim(&f);
    if (out->status) {
        out->n = f.begin;
        return mq_fail(err, MQ_ENOMEM, "no memory to fold a text");
    }
    return MQ_OK;
}
