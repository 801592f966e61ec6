/*
 * term_check.c - finding the terms of a glossary in a text, and judging the rendering.
 *
 * 1. Every token gives the hashes under which it may be a word of a term: folded as it stands; without the article; for the first word of a term without
 *    و ف ب ل ك; for any without a pronoun or the ending of a dual or plural (ة comes back).
 * 2. The longest term that begins at a token is taken, and the walk goes on behind it.
 * 3. The sightings are judged: a deprecated rendering, or one beside which the glossary prefers another; a Latin term whose first mention has no rendering
 *    of it within NEAR tokens; two renderings of one Latin term.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "spell/terms.h"
#include "text/clitic.h"

enum { MOST_READINGS = 24, NEAR = 30, LONGEST_WORD = 120 };

/* How a token may be read as a word of a term. */
struct reading {
    uint64_t hash;
    uint8_t proclitics;  /* bytes in front, without the article; 0 for words inside a term */
    bool article;
};

struct readings {
    struct reading r[MOST_READINGS];
    unsigned n;
};

struct sighting {
    uint32_t term;
    size_t from, to;     /* tokens, end exclusive */
    uint8_t proclitics;
    bool article, latin;
};

struct search {
    const mq_tokens *k;
    const mq_terms *t;
    mq_founds *all;
    mq_buf fold;
    struct sighting *seen;
    size_t nseen, seen_cap;
};

static void add(struct readings *out, mq_str word, size_t proclitics, bool article)
{
    if (word.n >= 2 && out->n < MOST_READINGS)
        out->r[out->n++] = (struct reading){ mq_hash(word), (uint8_t)proclitics, article };
}

/* Pronouns and endings, folded; ه stands for ة, too. */
static void add_endings(struct readings *out, mq_str stem, size_t proclitics, bool article)
{
    static const char *const endings[] = {
        "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85", "\xD9\x86\xD8\xA7", "\xD9\x83\xD9\x85", "\xD9\x87\xD9\x85\xD8\xA7", /* ها هم نا كم هما */
        "\xD8\xA7\xD8\xAA", "\xD8\xA7\xD9\x86", "\xD9\x8A\xD9\x86", "\xD9\x88\xD9\x86",                             /* ات ان ين ون */
        "\xD9\x87", "\xD9\x83", "\xD9\x8A", "\xD8\xA7",                                                             /* ه ك ي ا */
    };
    char word[LONGEST_WORD + 2];

    add(out, stem, proclitics, article);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i]);
        size_t keep;

        if (stem.n < n + 4 || stem.n > LONGEST_WORD || memcmp(stem.p + stem.n - n, endings[i], n) != 0)
            continue;
        keep = stem.n - n;
        add(out, (mq_str){ stem.p, keep }, proclitics, article);
        if (memcmp(stem.p + keep - 2, "\xD8\xAA", 2) == 0) /* ت: of ة before a pronoun, a dual */
            keep -= 2;
        memcpy(word, stem.p, keep);
        memcpy(word + keep, "\xD9\x87", 2);
        add(out, (mq_str){ word, keep + 2 }, proclitics, article);
    }
}

static void read_arabic(struct readings *out, struct search *s, size_t i, bool first)
{
    mq_cut cuts[MQ_MOST_CUTS];
    mq_str word;
    unsigned n;

    mq_buf_clear(&s->fold);
    if (mq_fold(&s->fold, (mq_str){ s->k->text.p + s->k->t[i].start, s->k->t[i].end - s->k->t[i].start }, MQ_FOLD_SEARCH, NULL))
        return;
    word = mq_buf_str(&s->fold);
    n = mq_cuts(word, cuts);
    for (unsigned c = 0; c < n; c++) {
        const size_t skip = cuts[c].skip;
        const bool glued = cuts[c].proclitics != 0;

        if (glued && !first)
            continue;
        add_endings(out, (mq_str){ word.p + skip, word.n - skip }, glued ? skip : 0, cuts[c].article);
    }
}

static void read_token(struct readings *out, struct search *s, size_t i, bool first)
{
    out->n = 0;
    if (s->k->t[i].script == MQ_ARABIC) {
        read_arabic(out, s, i, first);
        return;
    }
    mq_buf_clear(&s->fold);
    if (s->k->t[i].script == MQ_LATIN && !mq_search_key(&s->fold, (mq_str){ s->k->text.p + s->k->t[i].start, s->k->t[i].end - s->k->t[i].start },
                                                        MQ_LANG_UND, NULL))
        add(out, mq_buf_str(&s->fold), 0, false);
}

/* Does the term stand at tokens i…? Words of a Latin term may hold several key words (Wi-Fi), those are compared joined and thus not found: a known limit. */
static bool stands_at(struct search *s, const uint64_t *word, uint32_t n, size_t i)
{
    struct readings r;

    for (uint32_t w = 1; w < n; w++) {
        bool found = false;

        if (i + w >= s->k->n)
            return false;
        read_token(&r, s, i + w, false);
        for (unsigned c = 0; c < r.n && !found; c++)
            found = r.r[c].hash == word[w];
        if (!found)
            return false;
    }
    return true;
}

static const struct term_entry *first_entry(const mq_terms *t, uint64_t hash)
{
    size_t lo = 0, hi = t->nentries;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;

        if (t->entry[mid].hash < hash)
            lo = mid + 1;
        else
            hi = mid;
    }
    return t->entry + lo;
}

static void keep(struct search *s, const struct sighting *found)
{
    if (s->nseen == s->seen_cap) {
        const size_t cap = s->seen_cap ? 2 * s->seen_cap : 64;
        struct sighting *more = reallocarray(s->seen, cap, sizeof *more);

        if (!more) {
            s->all->failed = true;
            return;
        }
        s->seen = more;
        s->seen_cap = cap;
    }
    s->seen[s->nseen++] = *found;
}

/* The longest term at token i; among equals the one with fewer letters in front, then the preferred one. Returns its length in tokens. */
static size_t find_at(struct search *s, size_t i)
{
    const bool latin = s->k->t[i].script == MQ_LATIN;
    struct sighting best = { .to = 0 };
    struct readings r;

    read_token(&r, s, i, true);
    for (unsigned c = 0; c < r.n; c++) {
        const struct term_entry *end = s->t->entry + s->t->nentries;

        for (const struct term_entry *e = first_entry(s->t, r.r[c].hash); e < end && e->hash == r.r[c].hash; e++) {
            const struct term *t = &s->t->term[e->term];
            const uint32_t n = latin ? t->nla : t->nar;

            if (e->latin != latin || i + n < best.to || (i + n == best.to && t->status != MQ_PREFERRED))
                continue;
            if (stands_at(s, latin ? t->la_word : t->ar_word, n, i))
                best = (struct sighting){ e->term, i, i + n, r.r[c].proclitics, r.r[c].article, latin };
        }
    }
    if (best.to)
        keep(s, &best);
    return best.to ? best.to - i : 1;
}

/* ---- judging ---- */

/* Has a word of the sighting the article? */
static bool is_definite(const struct search *s, const struct sighting *x)
{
    for (size_t i = x->from + 1; i < x->to; i++)
        if (s->k->t[i].end - s->k->t[i].start > 6 && memcmp(s->k->text.p + s->k->t[i].start, "\xD8\xA7\xD9\x84", 4) == 0)
            return true;
    return x->article;
}

/* The preferred rendering with the glued letters of the one that stands there; ل + ال is لل. An indefinite rendering loses its articles. */
static void carry_over(mq_buf *out, struct search *s, const struct sighting *x, mq_str ar)
{
    static const char al[] = "\xD8\xA7\xD9\x84", lam[] = "\xD9\x84";
    const mq_str text = s->k->text, word = { text.p + s->k->t[x->from].start, s->k->t[x->from].end - s->k->t[x->from].start };
    size_t glued = x->proclitics;
    const bool whole = is_definite(s, x);
    mq_token t;
    size_t at = 0, last = 0;

    if (x->article && glued >= 4 && memcmp(word.p + glued - 4, al, 4) == 0)
        glued -= 4;      /* وبال: و ب */
    else if (x->article && glued >= 4)
        glued -= 2;      /* لل: one ل */
    mq_buf_add(out, word.p, glued < word.n ? glued : 0);
    while (mq_token_next(&t, ar, &at)) {
        const bool definite = t.script == MQ_ARABIC && t.end - t.start > 6 && memcmp(ar.p + t.start, al, 4) == 0;

        mq_buf_add(out, ar.p + last, t.start - last);
        last = t.start;
        if (definite && !whole)
            last += 4;
        else if (definite && t.start == 0 && glued >= 2 && memcmp(word.p + glued - 2, lam, 2) == 0)
            last += 2;   /* ل + ال */
    }
    mq_buf_add(out, ar.p + last, ar.n - last);
}

static void tell(struct search *s, const struct sighting *x, const char *rule, const char *why, const struct term *want, bool carried)
{
    mq_buf fixed = MQ_BUF_INIT, message = MQ_BUF_INIT;
    mq_str kept;

    if (carried)
        carry_over(&fixed, s, x, want->ar);
    else
        mq_buf_addf(&fixed, "%.*s (%.*s)", (int)want->ar.n, want->ar.p, (int)want->la.n, want->la.p);
    mq_buf_addf(&message, "%s: %.*s (%.*s)", why, (int)want->ar.n, want->ar.p, (int)want->la.n, want->la.p);
    if (want->source.n)
        mq_buf_addf(&message, ", %.*s", (int)want->source.n, want->source.p);
    kept = mq_arena_copy(&s->all->arena, mq_buf_str(&message));
    if (fixed.status || message.status || !kept.p)
        s->all->failed = true;
    else
        mq_found_one(s->all, MQ_FINDING_TERMINOLOGY, rule, kept.p, s->k->t[x->from].start, s->k->t[x->to - 1].end, mq_buf_str(&fixed), false);
    mq_buf_release(&fixed);
    mq_buf_release(&message);
}

/* A rendering of the same group a few tokens before or behind; sightings stand in the order of the text. */
static bool has_rendering_near(const struct search *s, size_t i)
{
    const struct sighting *x = &s->seen[i];
    const uint32_t group = s->t->term[x->term].group;

    for (size_t j = i; j-- > 0 && s->seen[j].to + NEAR > x->from;)
        if (!s->seen[j].latin && s->t->term[s->seen[j].term].group == group)
            return true;
    for (size_t j = i + 1; j < s->nseen && s->seen[j].from < x->to + NEAR; j++)
        if (!s->seen[j].latin && s->t->term[s->seen[j].term].group == group)
            return true;
    return false;
}

/* What was seen of a group so far. */
struct group_state {
    uint32_t rendering; /* the first one that is not deprecated, + 1 */
    bool latin;
};

static void judge(struct search *s, size_t i, struct group_state *group)
{
    const struct sighting *x = &s->seen[i];
    const struct term *t = &s->t->term[x->term];
    const uint32_t wanted = s->t->wanted[t->group];
    struct group_state *g = &group[t->group];
    const struct term *want = &s->t->term[wanted ? wanted - 1 : 0];

    if (!wanted)
        return;
    if (x->latin) {
        if (!g->latin && !has_rendering_near(s, i))
            tell(s, x, "first-mention", "a first mention without its Arabic", want, false);
        g->latin = true;
        return;
    }
    if (t->status == MQ_DEPRECATED) {
        tell(s, x, "deprecated", "a deprecated rendering; use", want, true);
        return;
    }
    if (t != want && want->status == MQ_PREFERRED)
        tell(s, x, "competing", "the glossary prefers", want, true);
    else if (g->rendering && g->rendering != x->term + 1)
        tell(s, x, "two-renderings", "rendered in another way before", &s->t->term[g->rendering - 1], true);
    if (!g->rendering)
        g->rendering = x->term + 1;
}

void mq_check_terms(mq_founds *all, const mq_tokens *k, const mq_terms *t)
{
    struct search s = { .k = k, .t = t, .all = all };

    if (t->n == 0)
        return;
    for (size_t i = 0; i < k->n;)
        i += k->t[i].script == MQ_ARABIC || k->t[i].script == MQ_LATIN ? find_at(&s, i) : 1;
    if (s.nseen) {
        struct group_state *group = calloc(t->ngroups, sizeof *group);

        all->failed |= !group;
        for (size_t i = 0; group && i < s.nseen; i++)
            judge(&s, i, group);
        free(group);
    }
    mq_buf_release(&s.fold);
    free(s.seen);
}
