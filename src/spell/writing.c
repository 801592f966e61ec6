/*
 * writing.c - how a word is written, apart from its spelling: marks where none can stand, letters of neighbours or presentation forms that look the same,
 * invisible signs inside, a letter three times.
 */
#include <string.h>

#include "base/utf8.h"
#include "spell/address.h"
#include "spell/letters.h"
#include "spell/recognise.h"
#include "spell/typography.h"
#include "text/letter.h"

enum { SHADDA = 0x651, SUKUN = 0x652, FATHATAN = 0x64B, KASRATAN = 0x64D };
enum { ALEF_MADDA = 0x622, ALEF_ABOVE = 0x623, ALEF_BELOW = 0x625, ALEF = 0x627, TEH_MARBUTA = 0x629, TATWEEL = 0x640, LAM = 0x644, WAW = 0x648,
       ALEF_MAKSURA = 0x649, LONE_HAMZA = 0x621 };

/* Letters before an alef that may be that of a word with its own vowel: و ف, ب ل ك, ال. Further inside an alef is long and has none. */
enum { MOST_GLUED = 4 };

/* A walk over the marks of a word. One letter carries at most one shadda and one vowel. */
struct marks {
    uint32_t letter;             /* the last one; 0 = none yet */
    unsigned letters;
    uint32_t vowel;              /* on it; 0 = none */
    bool shadda;                 /* on it */
    bool tanwin, alef_of_tanwin; /* one was seen on the last letter, or on the one before an alef that belongs to it */
};

static bool is_tanwin(uint32_t cp)
{
    return cp >= FATHATAN && cp <= KASRATAN;
}

static const char *fault_of_shadda(const struct marks *m)
{
    const uint32_t l = m->letter;

    if (m->shadda)
        return "a shadda stands twice";
    return l == ALEF || l == ALEF_MADDA || l == ALEF_BELOW || l == ALEF_MAKSURA || l == TEH_MARBUTA ? "a shadda on a letter that is never doubled" : NULL;
}

/* Why a mark cannot stand here, or NULL. */
static const char *fault_of(struct marks *m, uint32_t cp)
{
    const char *why;

    if (!m->letter)
        return "a mark before the first letter";
    if (cp == SHADDA) {
        why = fault_of_shadda(m);
        m->shadda |= !why;
        return why;
    }
    if (cp < FATHATAN || cp > SUKUN)
        return NULL;
    if (m->vowel)
        return "two vowel marks on one letter";
    if (m->letter == ALEF && m->letters > MOST_GLUED + 1 && !is_tanwin(cp) && cp != SUKUN)
        return "a vowel on a long alef";
    m->vowel = cp;
    m->tanwin |= is_tanwin(cp);
    return NULL;
}

/*
 * Behind a tanwin a word ends, but for the alef or ى that a fathatan has. A long alef follows a fatha, never a sukun; that of the article (الْاسم)
 * and the one behind a verbal و are not long.
 */
static const char *fault_of_letter(struct marks *m, uint32_t cp)
{
    const bool alef = m->tanwin && (cp == ALEF || cp == ALEF_MAKSURA);

    if ((m->tanwin && !alef) || m->alef_of_tanwin)
        return "tanwin inside a word";
    if (cp == ALEF && m->vowel == SUKUN && m->letter != LAM && m->letter != WAW)
        return "a sukun before a long alef";
    if (cp != TATWEEL)
        *m = (struct marks){ .letter = cp, .letters = m->letters + 1, .alef_of_tanwin = alef };
    return NULL;
}

/* كتابً for كتابًا: only these letters have a fathatan without an alef. */
static bool lacks_alef(const struct marks *m)
{
    const uint32_t l = m->letter;

    return m->vowel == FATHATAN && l != ALEF && l != ALEF_MAKSURA && l != TEH_MARBUTA && l != LONE_HAMZA && l != ALEF_ABOVE && l != ALEF_MADDA;
}

/* Of علاّم the ل was meant: the two letters are one sign, and the mark was typed behind it. */
static void shadda_before_alef(mq_buf *fixed)
{
    static const char alef[] = "\xD8\xA7", shadda[] = "\xD9\x91";

    if (fixed->status || fixed->n <= 4 || memcmp(fixed->p + fixed->n - 2, alef, 2) != 0 || memcmp(fixed->p + fixed->n - 4, shadda, 2) == 0)
        return;
    fixed->n -= 2;
    mq_buf_addcp(fixed, SHADDA);
    mq_buf_addcp(fixed, ALEF);
}

/* The mark at a byte goes; marks take two. */
static void take_out(mq_buf *fixed, size_t at)
{
    if (!fixed->p || fixed->n < at + 2)
        return;
    memmove(fixed->p + at, fixed->p + at + 2, fixed->n - at - 2);
    fixed->n -= 2;
}

/* Looks over the marks of one word; the first fault is told, with the word without any. */
static void check_marks(mq_founds *all, mq_str word, size_t byte)
{
    const char *end = word.p + word.n, *told = NULL;
    mq_buf fixed = MQ_BUF_INIT;
    size_t vowel = 0; /* byte of the last one in `fixed` */
    struct marks m = { .letter = 0 };

    for (const char *p = word.p; p < end;) {
        uint32_t cp;
        const char *at = p, *why = NULL;
        const size_t n = mq_utf8_decode(p, end, &cp);
        const mq_class c = mq_class_of(cp);

        p += n;
        if (c == MQ_CLASS_AR_MARK) {
            why = fault_of(&m, cp);
            told = told ? told : why;
            if (why && cp == SHADDA)
                shadda_before_alef(&fixed);
            if (why)
                continue;
            vowel = m.vowel == cp ? fixed.n : vowel;
        } else if (!fixed.status && (c == MQ_CLASS_AR_LETTER || c == MQ_CLASS_TATWEEL) && (why = fault_of_letter(&m, cp)) != NULL) {
            told = told ? told : why;
            take_out(&fixed, vowel);
            m = (struct marks){ .letter = cp, .letters = m.letters + 1 };
        }
        mq_buf_add(&fixed, at, n);
    }
    if (!told && lacks_alef(&m)) {
        told = "a tanwin without its alef";
        mq_buf_addcp(&fixed, ALEF);
    }
    if (told)
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "tashkeel", told, byte, byte + word.n, mq_buf_str(&fixed), false);
    all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

static void check_letters(mq_founds *all, mq_str word, size_t byte, unsigned how)
{
    mq_buf fixed = MQ_BUF_INIT;

    if (how & MQ_WRITTEN_FORMS) {
        all->failed |= mq_fold(&fixed, word, MQ_FOLD_COMPAT | MQ_FOLD_PERSIAN, NULL) != MQ_OK;
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "presentation-form", "letters that were made for display, as copied from a PDF", byte, byte + word.n,
                     mq_buf_str(&fixed), true);
    } else if (how & MQ_WRITTEN_PERSIAN) {
        all->failed |= mq_fold(&fixed, word, MQ_FOLD_PERSIAN, NULL) != MQ_OK;
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "persian-letter", "a Persian letter that looks like the Arabic one", byte, byte + word.n,
                     mq_buf_str(&fixed), true);
    } else if (how & MQ_WRITTEN_CONTROLS) {
        all->failed |= mq_fold(&fixed, word, MQ_FOLD_COMPAT, NULL) != MQ_OK;
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "control", "an invisible sign inside a word", byte, byte + word.n, mq_buf_str(&fixed), true);
    }
    mq_buf_release(&fixed);
}

/* The word with at most `most` of a letter that stands three times or more; false when none does. */
static bool shortened(mq_letters *out, const mq_letters *w, unsigned most)
{
    bool found = false;

    out->n = 0;
    for (unsigned i = 0; i < w->n; i++) {
        unsigned run = 1;

        while (i + run < w->n && w->c[i + run] == w->c[i])
            run++;
        found |= run >= 3;
        for (unsigned k = 0; k < (run >= 3 ? most : run); k++)
            (void)mq_letters_append(out, w->c + i, 1);
        i += run - 1;
    }
    return found;
}

/* The same letter three times or more. It stands once, or twice where only that is a word: ممتاز. */
static void check_repeated(mq_founds *all, const mq_letters *w, mq_str word, size_t byte)
{
    mq_letters once, twice;
    mq_buf fixed = MQ_BUF_INIT;

    if (!shortened(&once, w, 1))
        return;
    (void)shortened(&twice, w, 2);
    mq_letters_write(&fixed, !mq_recognise(NULL, &once) && mq_recognise(NULL, &twice) ? &twice : &once);
    mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "repeated", "a letter three times or more", byte, byte + word.n, mq_buf_str(&fixed), false);
    all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

/* A mark that stands alone, before a word or behind a blank, is a token of its own. */
static bool is_lone_mark(mq_str word)
{
    uint32_t cp = 0;

    (void)mq_utf8_decode(word.p, word.p + word.n, &cp);
    return mq_class_of(cp) == MQ_CLASS_AR_MARK;
}

void mq_check_writing(mq_founds *all, const mq_tokens *k)
{
    for (size_t i = 0; i < k->n; i++) {
        const mq_str word = { k->text.p + k->t[i].start, k->t[i].end - k->t[i].start };
        mq_letters w;
        unsigned how = 0;

        if (k->t[i].script == MQ_PUNCT && is_lone_mark(word))
            mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "tashkeel", "a mark without a letter", k->t[i].start, k->t[i].end, MQ_STR(""), true);
        if (k->t[i].script != MQ_ARABIC || !mq_letters_read(&w, word, &how) || mq_in_address(k->text, k->t[i].start, k->t[i].end))
            continue;
        if (how & (MQ_WRITTEN_MARKS | MQ_WRITTEN_TANWIN))
            check_marks(all, word, k->t[i].start);
        if (how & (MQ_WRITTEN_FORMS | MQ_WRITTEN_PERSIAN | MQ_WRITTEN_CONTROLS))
            check_letters(all, word, k->t[i].start, how);
        if (w.n > 3)
            check_repeated(all, &w, word, k->t[i].start);
    }
}
