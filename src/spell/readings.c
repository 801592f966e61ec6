/*
 * readings.c - see readings.h.
 *
 * Nothing is asked of the readings: a wrong one has the hash of no term, or of one whose other words are not there.
 */
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "spell/readings.h"
#include "text/clitic.h"
#include "text/plural.h"

enum { LONGEST_WORD = 120 };

static void add(struct mq_readings *out, mq_str word, size_t proclitics, bool article)
{
    if (word.n >= 2 && out->n < MQ_MOST_READINGS)
        out->r[out->n++] = (struct mq_reading){ mq_hash(word), (uint8_t)proclitics, article };
}

/* A stem as it stands, and as a broken plural: مراكز is مركز. A form that is a word itself is seldom meant as a plural. */
static void add_stem(struct mq_readings *out, mq_str stem, size_t proclitics, bool article)
{
    mq_plural p;

    add(out, stem, proclitics, article);
    for (const char *list = mq_plural_find(stem); mq_plural_next(&p, &list);)
        if (!p.own)
            add(out, p.head, proclitics, article);
}

/* Pronouns and endings, folded; ه stands for ة, too. */
static void add_endings(struct mq_readings *out, mq_str stem, size_t proclitics, bool article)
{
    static const char *const endings[] = {
        "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85", "\xD9\x86\xD8\xA7", "\xD9\x83\xD9\x85", "\xD9\x87\xD9\x85\xD8\xA7", /* ها هم نا كم هما */
        "\xD8\xA7\xD8\xAA", "\xD8\xA7\xD9\x86", "\xD9\x8A\xD9\x86", "\xD9\x88\xD9\x86",                             /* ات ان ين ون */
        "\xD9\x87", "\xD9\x83", "\xD9\x8A", "\xD8\xA7",                                                             /* ه ك ي ا */
    };
    char word[LONGEST_WORD + 2];

    add_stem(out, stem, proclitics, article);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i]);
        size_t keep;

        if (stem.n < n + 4 || stem.n > LONGEST_WORD || memcmp(stem.p + stem.n - n, endings[i], n) != 0)
            continue;
        keep = stem.n - n;
        add_stem(out, (mq_str){ stem.p, keep }, proclitics, article);
        if (memcmp(stem.p + keep - 2, "\xD8\xAA", 2) == 0) /* ت: of ة before a pronoun, a dual */
            keep -= 2;
        memcpy(word, stem.p, keep);
        memcpy(word + keep, "\xD9\x87", 2);
        add(out, (mq_str){ word, keep + 2 }, proclitics, article);
    }
}

void mq_read_arabic(struct mq_readings *out, mq_buf *scratch, mq_str token, bool first)
{
    mq_cut cuts[MQ_MOST_CUTS];
    mq_str word;
    unsigned n;

    out->n = 0;
    mq_buf_clear(scratch);
    if (mq_fold(scratch, token, MQ_FOLD_SEARCH, NULL) || scratch->n == 0)
        return;
    word = mq_buf_str(scratch);
    n = mq_cuts(word, cuts);
    for (unsigned c = 0; c < n; c++) {
        const size_t skip = cuts[c].skip;
        const bool glued = cuts[c].proclitics != 0;

        if (!glued || first)
            add_endings(out, (mq_str){ word.p + skip, word.n - skip }, glued ? skip : 0, cuts[c].article);
    }
}

/* English and French; shorter words in s and x are no plurals. */
static bool is_plural(mq_str word)
{
    return word.n >= 4 && (word.p[word.n - 1] == 's' || word.p[word.n - 1] == 'x');
}

void mq_read_latin(struct mq_readings *out, mq_str word)
{
    out->n = 0;
    add(out, word, 0, false);
    if (is_plural(word))
        add(out, (mq_str){ word.p, word.n - 1 }, 0, false);
}

bool mq_is_latin_form(mq_str word, uint64_t hash)
{
    return mq_hash(word) == hash || (is_plural(word) && mq_hash((mq_str){ word.p, word.n - 1 }) == hash);
}
