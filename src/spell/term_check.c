/*
 * term_check.c - finding the terms of a glossary in a text, and judging the rendering.
 *
 * 1. Every token gives the hashes under which it may be a word of a term (readings.h).
 * 2. The longest term that begins at a token is taken, and the walk goes on behind it.
 * 3. The sightings are judged: a deprecated rendering, or one beside which the glossary prefers another; a Latin term whose first mention has no rendering
 *    of it within NEAR tokens; two renderings of one Latin term.
 */
#include <stdlib.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/tsv.h"
#include "spell/readings.h"
#include "spell/terms.h"

enum { NEAR = 30 };

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

static mq_str word_of(const struct search *s, size_t i)
{
    return (mq_str){ s->k->text.p + s->k->t[i].start, s->k->t[i].end - s->k->t[i].start };
}

/* The key words of a Latin token, parted by blanks; they live in s->fold. */
static bool read_latin(struct search *s, size_t i, mq_str *key)
{
    mq_buf_clear(&s->fold);
    if (mq_search_key(&s->fold, word_of(s, i), MQ_LANG_UND, NULL) || s->fold.n == 0)
        return false;
    *key = mq_buf_str(&s->fold);
    return true;
}

/* Are tokens i… the words of an Arabic term, whose first one was found? */
static bool arabic_stands_at(struct search *s, const struct term *t, size_t i)
{
    struct mq_readings r;

    for (uint32_t w = 1; w < t->nar; w++) {
        bool found = false;

        if (i + w >= s->k->n || s->k->t[i + w].script != MQ_ARABIC)
            return false;
        mq_read_arabic(&r, &s->fold, word_of(s, i + w), false);
        for (unsigned c = 0; c < r.n && !found; c++)
            found = r.r[c].hash == t->ar_word[w];
        if (!found)
            return false;
    }
    return true;
}

/* The same for a Latin term; the tokens that it takes, 0 = it does not stand there. A token may be several words: Wi-Fi. */
static uint32_t latin_stands_at(struct search *s, const struct term *t, size_t i)
{
    uint32_t w = 0;

    for (uint32_t n = 0; i + n < s->k->n && s->k->t[i + n].script == MQ_LATIN; n++) {
        mq_str rest, word;

        if (!read_latin(s, i + n, &rest))
            return 0;
        while (mq_split(&word, &rest, ' '))
            if (w == t->nla || !mq_is_latin_form(word, t->la_word[w++]))
                return 0;
        if (w == t->nla)
            return n + 1;
    }
    return 0;
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
    if (!MQ_ROOM(s->seen, s->nseen, s->seen_cap, 64)) {
        s->all->failed = true;
        return;
    }
    s->seen[s->nseen++] = *found;
}

/* Takes a term that stands at token i, if it is longer than the best so far, or as long and the preferred one. */
static void consider(struct search *s, struct sighting *best, uint32_t term, size_t i, const struct mq_reading *r, bool latin)
{
    const struct term *t = &s->t->term[term];
    const uint32_t n = latin ? latin_stands_at(s, t, i) : i + t->nar >= best->to && arabic_stands_at(s, t, i) ? t->nar : 0;

    if (n == 0 || i + n < best->to || (i + n == best->to && t->status != MQ_PREFERRED))
        return;
    *best = (struct sighting){ term, i, i + n, r->proclitics, r->article, latin };
}

/* The longest term at token i; among equals the one with fewer letters in front, then the preferred one. Returns its length in tokens. */
static size_t find_at(struct search *s, size_t i)
{
    const bool latin = s->k->t[i].script == MQ_LATIN;
    struct sighting best = { .to = 0 };
    struct mq_readings r;
    mq_str key, word;

    if (!latin)
        mq_read_arabic(&r, &s->fold, word_of(s, i), true);
    else if (read_latin(s, i, &key) && mq_split(&word, &key, ' '))
        mq_read_latin(&r, word);
    else
        return 1;
    for (unsigned c = 0; c < r.n; c++) {
        const struct term_entry *end = s->t->entry + s->t->nentries;

        for (const struct term_entry *e = first_entry(s->t, r.r[c].hash); e < end && e->hash == r.r[c].hash; e++)
            if (e->latin == latin)
                consider(s, &best, e->term, i, &r.r[c], latin);
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

/* The letters glued in front of the term, without its article; they live in s->fold. */
static mq_str glued_before(struct search *s, const struct sighting *x)
{
    static const char al[] = "\xD8\xA7\xD9\x84";
    size_t glued = x->proclitics;

    mq_buf_clear(&s->fold);
    if (mq_fold(&s->fold, word_of(s, x->from), MQ_FOLD_SEARCH, NULL) || glued >= s->fold.n)
        return (mq_str){ "", 0 };
    if (x->article && glued >= 4 && memcmp(s->fold.p + glued - 4, al, 4) == 0)
        glued -= 4; /* وبال: و ب */
    else if (x->article && glued >= 4)
        glued -= 2; /* لل: one ل */
    return (mq_str){ s->fold.p, glued };
}

/* One bit for each word of a rendering that has the article. */
static uint32_t articles_of(mq_str ar)
{
    uint32_t all = 0, bit = 1;
    mq_token t;
    size_t at = 0;

    while (mq_token_next(&t, ar, &at)) {
        if (t.script == MQ_ARABIC && t.end - t.start > 6 && memcmp(ar.p + t.start, "\xD8\xA7\xD9\x84", 4) == 0)
            all |= bit;
        bit <<= t.script != MQ_PUNCT;
    }
    return all;
}

/* Word w of what stands there is the same word as that of the rendering that is wanted: its form in the draft is kept, a plural with its pronoun. */
static bool is_shared(const struct search *s, const struct sighting *x, const struct term *want, uint32_t w)
{
    const struct term *t = &s->t->term[x->term];

    return t->nar == want->nar && w < t->nar && t->ar_word[w] == want->ar_word[w] && articles_of(t->ar) == articles_of(want->ar);
}

/* The preferred rendering with the glued letters of the one that stands there; ل + ال is لل. An indefinite rendering loses its articles. */
static void carry_over(mq_buf *out, struct search *s, const struct sighting *x, const struct term *want)
{
    static const char al[] = "\xD8\xA7\xD9\x84", lam[] = "\xD9\x84";
    const mq_str ar = want->ar, glued = glued_before(s, x);
    const bool whole = is_definite(s, x);
    uint32_t w = 0;
    mq_token t;
    size_t at = 0, last = 0;

    if (!is_shared(s, x, want, 0))
        mq_buf_addstr(out, glued);
    while (mq_token_next(&t, ar, &at)) {
        const bool definite = t.script == MQ_ARABIC && t.end - t.start > 6 && memcmp(ar.p + t.start, al, 4) == 0;

        mq_buf_add(out, ar.p + last, t.start - last);
        last = t.start;
        if (t.script == MQ_ARABIC && is_shared(s, x, want, w)) {
            mq_buf_addstr(out, word_of(s, x->from + w));
            last = t.end;
        } else if (definite && !whole)
            last += 4;
        else if (definite && t.start == 0 && glued.n >= 2 && memcmp(glued.p + glued.n - 2, lam, 2) == 0)
            last += 2;   /* ل + ال */
        w += t.script != MQ_PUNCT;
    }
    mq_buf_add(out, ar.p + last, ar.n - last);
}

static void tell(struct search *s, const struct sighting *x, const char *rule, const char *why, const struct term *want, bool carried)
{
    mq_buf fixed = MQ_BUF_INIT, message = MQ_BUF_INIT;
    mq_str kept;

    if (carried)
        carry_over(&fixed, s, x, want);
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
