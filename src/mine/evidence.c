/* evidence.c - see evidence.h. */
#include <string.h>

#include "lexicon/function.h"
#include "lexicon/translit.h"
#include "mine/evidence.h"
#include "text/foldword.h"
#include "text/words.h"

/* Costs up to SURE are taken as the same name, from FAR on as another one. */
#define SURE 0.7f
#define FAR MQ_TRANSLIT_LIMIT

/* From here on a token counts as explaining a word. */
#define EXPLAINS 0.6f

float mq_sound_likeness(float cost)
{
    if (cost <= SURE)
        return 1;
    return cost >= FAR ? 0 : (FAR - cost) / (FAR - SURE);
}

static float match(const mq_rendering *r, mq_latin_key k)
{
    static const float exact[] = { 0.7f, 0.85f, 1 }, wide[] = { 0.5f, 0.65f, 0.8f }, near[] = { 0.3f, 0.4f, 0.5f }; /* by level */

    if (r->exact == k.exact)
        return exact[r->level];
    if (r->wide == k.wide)
        return wide[r->level];
    return k.near && r->near == k.near ? near[r->level] : 0;
}

/* The same by the words that stand for it: they say it less surely. */
static float match_also(const mq_rendering *r, const mq_unit_word *w)
{
    const bool hit = (w->also[0] && r->exact == w->also[0]) || (w->also[1] && r->exact == w->also[1]);

    return hit ? (r->level == 2 ? 0.9f : 0.75f) : 0;
}

/* Which of the parts of a word, and whether the word itself. */
static void note_parts(mq_evidence *e, size_t row, unsigned j, const mq_rendering *r, const mq_unit_word *w, float own)
{
    const unsigned bit = 1U << j;

    e->part[0][row] |= (uint16_t)(r->exact == w->also[0] ? bit : 0);
    e->part[1][row] |= (uint16_t)(w->also[1] && r->exact == w->also[1] ? bit : 0);
    e->whole[row] |= (uint16_t)(own >= EXPLAINS ? bit : 0);
}

static void match_lexicon(mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u)
{
    for (unsigned l = 0; (t->keys & u->keys) && l < t->nlists; l++)
        for (size_t i = 0; (t->lists[l]->keys & u->keys) && i < t->lists[l]->n; i++) {
            const mq_rendering *r = &t->lists[l]->r[i];

            if (!mq_may_meet(r, u->keys))
                continue;
            for (unsigned j = 0; j < u->nwords; j++) {
                const mq_unit_word *w = &u->word[j];
                const float own = w->key.exact ? match(r, w->key) : 0, other = w->also[0] ? match_also(r, w) : 0;
                const float m = own > other ? own : other;

                if (m > 0 && w->parted)
                    note_parts(e, row, j, r, w, own);
                if (m > e->lexical[row][j]) {
                    e->lexical[row][j] = m;
                    e->some[row] = true;
                    e->langs[row][j] = r->langs;
                } else if (m > 0 && m == e->lexical[row][j]) {
                    e->langs[row][j] |= r->langs;
                }
            }
        }
}

/* Initials of a word that no dictionary knows: by its first letter. */
static const char *initials_by_sound(const mq_tok *t)
{
    static const char *const latin[MQ_LETTER_NUMBERS] = {
        [0x27] = "AEIOU", [0x28] = "BPV", [0x2A] = "T",  [0x2B] = "T", [0x2C] = "JGD", [0x2D] = "H",  [0x2E] = "K",    [0x2F] = "D",
        [0x30] = "D",     [0x31] = "R",   [0x32] = "Z",  [0x33] = "SC", [0x34] = "CS", [0x35] = "S",  [0x36] = "D",    [0x37] = "T",
        [0x38] = "Z",     [0x39] = "AOE", [0x3A] = "G",  [0x41] = "FVP", [0x42] = "QKCG", [0x43] = "CKQ", [0x44] = "L", [0x45] = "M",
        [0x46] = "N",     [0x47] = "H",   [0x48] = "WOUV", [0x4A] = "YIJ",
        [MQ_LETTER_V] = "VFB", [MQ_LETTER_P] = "PB", [MQ_LETTER_CH] = "CT", [MQ_LETTER_ZH] = "JZG", [MQ_LETTER_G] = "G",
    };
    const size_t at = t->cut.skip;
    const char *initials = at + 2 > t->folded_n ? NULL : latin[mq_letter_number(t->folded + at)];

    return initials ? initials : "";
}

static void add_initial(mq_evidence *e, size_t row, const mq_rendering *r, const mq_unit *u)
{
    const float weight = (r->place & MQ_RENDERING_FIRST ? 1.0f : 0.6f) * (r->level == 2 ? 1.0f : 0.9f);

    for (unsigned k = 0; k < u->nletters; k++)
        if (r->initial == u->letters[k]) {
            if (weight > e->initial[row][k])
                e->initial[row][k] = weight;
            e->initial_langs[row][k] |= r->langs;
        }
}

/* The fewer letters it may be, the surer. */
static void match_sound_of_initial(mq_evidence *e, size_t row, const char *letters, const mq_unit *u)
{
    const size_t n = strlen(letters);
    const float weight = n == 1 ? 0.8f : n == 2 ? 0.65f : 0.5f;

    for (unsigned k = 0; n && k < u->nletters; k++)
        if (e->initial[row][k] < weight && strchr(letters, u->letters[k]))
            e->initial[row][k] = weight;
}

static void match_initials(mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u)
{
    for (unsigned l = 0; l < t->nlists; l++)
        for (size_t i = 0; i < t->lists[l]->n; i++) {
            const mq_rendering *r = &t->lists[l]->r[i];

            if (u->letter_set >> (r->initial & 63) & 1)
                add_initial(e, row, r, u);
        }
    if (t->nlists == 0 || (t->kinds & MQ_WORD_NAME))
        match_sound_of_initial(e, row, initials_by_sound(t), u);
}

static uint16_t explained_words(const mq_evidence *e, size_t row, const mq_unit *u)
{
    unsigned words = 0;

    for (unsigned j = 0; e->some[row] && j < u->nwords; j++)
        words |= (unsigned)(u->word[j].key.exact && (e->lexical[row][j] >= EXPLAINS || e->sound[row][j] >= EXPLAINS)) << j;
    return (uint16_t)words;
}

static bool gives_letter(const mq_evidence *e, size_t row, const mq_unit *u)
{
    bool any = false;

    for (unsigned k = 0; k < u->nletters; k++)
        any |= e->initial[row][k] > 0;
    return any;
}

/* Whether an Arabic word of so many letters may be written by the Latin one. */
static bool may_sound(const mq_unit_word *w, size_t letters)
{
    return w->n >= 2 && w->key.exact && 2 * letters <= 3U * w->n + 2 && w->n <= 2 * letters + 2;
}

static float likeness(const mq_tok *t, size_t skip, mq_unit_word *w, const mq_dicts *d)
{
    return mq_sound_likeness(mq_translit_cost_of(d->translit, (mq_str){ t->folded + skip, t->folded_n - skip }, (mq_str){ w->folded, w->n }, &w->least));
}

static void match_sounds(mq_evidence *e, size_t row, const mq_tok *t, mq_unit *u, const mq_dicts *d)
{
    const size_t letters = ((size_t)t->folded_n - t->cut.skip) / 2;

    for (unsigned j = 0; letters >= 2 && j < u->nwords; j++) {
        mq_unit_word *w = &u->word[j];
        float best;

        if ((mq_sounds_differ(t->sounds, w->sounds) && mq_sounds_differ(t->whole_sounds, w->sounds)) || !may_sound(w, letters))
            continue;
        best = likeness(t, t->cut.skip, w, d);
        if (j == 0)
            e->alone[row] = best;
        if (t->cut.skip && best < 1) {
            /* the letters taken for clitics may belong to the name: والت, بالتيمور */
            const float again = likeness(t, 0, w, d);

            best = again > best ? again : best;
        }
        e->sound[row][j] = best;
        e->some[row] |= best > 0;
    }
}

/* A Latin word or a number inside the Arabic phrase that the unit has, too: كائن JSON, JSON object; أبولو 11, Apollo 11. */
static void match_same(mq_evidence *e, size_t row, mq_str text, const mq_unit *u)
{
    char folded[MQ_WORD_BYTES];
    const size_t n = mq_fold_ascii(folded, sizeof folded, text);

    for (unsigned j = 0; n && j < u->nwords; j++)
        if (u->word[j].n == n && memcmp(u->word[j].folded, folded, n) == 0) {
            e->lexical[row][j] = 1;
            e->some[row] = true;
            e->content[row] = true;
        }
    for (unsigned k = 0; n && k + n <= u->nletters && folded[0] <= '9'; k++)
        if (memcmp(u->letters + k, folded, n) == 0)
            for (size_t i = 0; i < n; i++)
                e->initial[row][k + i] = 1;
}

/* Whether one of the names has the word. */
static bool is_in_name(mq_acronyms names, uint32_t stem)
{
    for (size_t k = 0; stem && k < names.n; k++)
        for (size_t i = 0; !names.a[k].expansion && i < names.a[k].n; i++)
            if (names.a[k].stem[i] == stem)
                return true;
    return false;
}

/* A word of the Arabic name of an acronym that is part of the Latin name: تكنولوجيا المعلومات والاتصال, Huawei ICT. */
static void match_inner(mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u)
{
    const float surely = 0.9f;

    for (size_t k = 0; k < MQ_UNIT_INNER; k++) {
        const unsigned j = u->inner[k].word;

        if (u->inner[k].names.n && e->lexical[row][j] < surely && is_in_name(u->inner[k].names, t->acronym_stem)) {
            e->lexical[row][j] = surely;
            e->some[row] = true;
        }
    }
}

/* Of small words, which no other evidence is asked of; an Arabic word that the lexicon has is that word. */
static bool echoes_small_word(const mq_tok *t, mq_unit *u, const mq_dicts *d)
{
    const float surely = 0.5f;
    enum { LONGEST = 5 };

    for (unsigned j = 0; t->folded_n >= 4 && t->folded_n <= 2 * LONGEST && j < u->nwords; j++) {
        mq_unit_word *w = &u->word[j];

        if (w->key.exact || w->n < 2 || w->n > LONGEST || mq_sounds_differ(t->whole_sounds, w->sounds))
            continue;
        if (mq_translit_cost_of(d->translit, (mq_str){ t->folded, t->folded_n }, (mq_str){ w->folded, w->n }, &w->least) < surely)
            return true;
    }
    return false;
}

static void match_arabic(mq_evidence *e, size_t row, mq_tok *t, mq_unit *u, const mq_dicts *d)
{
    mq_tok_learn(t, d);
    e->content[row] = !(t->roles & (MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG));
    match_lexicon(e, row, t, u);
    if (u->nwords > u->ncontent && u->nwords > 1 && (!e->content[row] || !t->nown) && echoes_small_word(t, u, d)) {
        e->echoes[row] = true;
        e->content[row] = false;
    }
    if (e->content[row]) {
        match_inner(e, row, t, u);
        match_sounds(e, row, t, u, d);
        if (u->nletters && !(t->roles & MQ_ROLE_VERB))
            match_initials(e, row, t, u);
    }
}

bool mq_evidence_add(mq_evidence *e, mq_segment *s, size_t token, mq_unit *u, const mq_dicts *d)
{
    const size_t row = e->n;
    mq_tok *t = &s->tok[token];

    if (row == MQ_SIDE_TOKENS)
        return false;
    e->token[row] = token;
    memset(e->lexical[row], 0, sizeof e->lexical[row]);
    memset(e->sound[row], 0, sizeof e->sound[row]);
    memset(e->langs[row], 0, sizeof e->langs[row]);
    if (u->nletters) {
        memset(e->initial[row], 0, sizeof e->initial[row]);
        memset(e->initial_langs[row], 0, sizeof e->initial_langs[row]);
    }
    e->content[row] = e->some[row] = e->echoes[row] = false;
    e->part[0][row] = e->part[1][row] = e->whole[row] = 0;
    e->alone[row] = -1;
    e->n++;
    if (t->script == MQ_LATIN || t->script == MQ_NUMBER)
        match_same(e, row, (mq_str){ s->text.p + t->start, t->end - t->start }, u);
    if (t->script == MQ_ARABIC)
        match_arabic(e, row, t, u, d);
    e->explains[row] = explained_words(e, row, u);
    e->gives[row] = gives_letter(e, row, u);
    return true;
}

bool mq_names_letter(const mq_tok *t, char letter, bool first, const mq_dicts *d)
{
    static const char al[] = "\xD8\xA7\xD9\x84";
    enum { AL = 4, LEAST_BEHIND = 4 };
    const bool article = first && t->folded_n >= AL + LEAST_BEHIND && memcmp(t->folded, al, AL) == 0;
    const char lower = (char)(letter | 0x20);

    if (t->script != MQ_ARABIC)
        return false;
    return mq_is_letter_name(d->translit, (mq_str){ t->folded, t->folded_n }, lower) ||
           (article && mq_is_letter_name(d->translit, (mq_str){ t->folded + AL, (size_t)t->folded_n - AL }, lower));
}

/* Whether the rows from `row` on say the letters of the word one by one. */
static bool spells(const mq_evidence *e, const mq_segment *s, size_t row, const mq_unit_word *w, const mq_dicts *d)
{
    for (size_t k = 0; k < w->n; k++)
        if (!mq_names_letter(&s->tok[e->token[row + k]], w->folded[k], k == 0, d))
            return false;
    return true;
}

static void note_spelt(mq_evidence *e, size_t row, unsigned j, size_t letters)
{
    for (size_t k = 0; k < letters; k++) {
        e->sound[row + k][j] = 1;
        e->some[row + k] = e->content[row + k] = true;
        e->explains[row + k] = (uint16_t)(e->explains[row + k] | 1U << j);
    }
}

void mq_evidence_spell(mq_evidence *e, const mq_segment *s, const mq_unit *u, const mq_dicts *d)
{
    for (unsigned j = 0; u->capitals && j < u->nwords; j++)
        for (size_t row = 0; (u->capitals >> j & 1) && row + u->word[j].n <= e->n; row++)
            if (spells(e, s, row, &u->word[j], d))
                note_spelt(e, row, j, u->word[j].n);
}
