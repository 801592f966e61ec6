/*
 * miner.c - from text to occurrences: segment → unit → candidates → the best one, if it is good enough.
 *
 * Offsets in code points are counted forward from one segment to the next, so each byte of the text is counted once.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/pages.h"
#include "base/utf8.h"
#include "lexicon/acronym.h"
#include "lexicon/foreign.h"
#include "lexicon/function.h"
#include "lexicon/given.h"
#include "lexicon/lands.h"
#include "lexicon/letters.h"
#include "lexicon/translit.h"
#include "lexicon/wordlist.h"
#include "mine/decide.h"
#include "mine/glued.h"
#include "mine/kin.h"
#include "mine/miner.h"
#include "mine/quote.h"
#include "text/headword.h"

enum { MOST_RENDERINGS = 4 };

/* From here on a second Arabic rendering of the same Latin unit is believed. */
#define SECOND_SCORE 0.5

/* Occurrences wait until the names between them were looked for: those of a few paragraphs. */
enum { MOST_KEPT = 256, BLOCK = 8192 };

struct mq_kept {
    mq_occurrence o;       /* its term is in m->term, from term_at on */
    size_t term_at;
};

static mq_status load_dictionaries(mq_miner *m, mq_error *err)
{
    mq_str model, language;
    const struct { mq_str *to; const mq_dict *from; } images[] = {
        { &m->d.lexicon, &mq_dict_lexicon },   { &m->d.latin, &mq_dict_latin },       { &m->d.foreign, &mq_dict_foreign },
        { &m->d.function, &mq_dict_function }, { &m->d.translit, &mq_dict_translit }, { &m->d.acronyms, &mq_dict_acronyms },
        { &m->d.letters, &mq_dict_letters },   { &m->d.tongues, &mq_dict_tongues },   { &m->d.tongue_words, &mq_dict_tongue_words },
        { &m->d.lands, &mq_dict_lands },       { &m->d.given, &mq_dict_given },       { &m->d.lexical, &mq_dict_lexical },
        { &m->d.french, &mq_dict_french },     { &m->d.english, &mq_dict_english },
        { &m->d.clues, &mq_dict_clues },       { &model, &mq_dict_model },           { &language, &mq_dict_language },
    };

    for (size_t i = 0; i < sizeof images / sizeof *images; i++) {
        const mq_status rc = mq_dict_image(images[i].to, images[i].from, err);

        if (rc)
            return rc;
    }
    m->model = (const mq_model *)(const void *)model.p;
    m->language = (const mq_language *)(const void *)language.p;
    return MQ_OK;
}

mq_status mq_miner_new(mq_miner **out, double min_score, mq_error *err)
{
    mq_miner *m = mq_pages_new(sizeof *m); /* most of it is the memory of words */
    mq_status rc;

    *out = NULL;
    if (!m)
        return mq_fail(err, MQ_ENOMEM, "no memory for a miner");
    m->kept = malloc(MOST_KEPT * sizeof *m->kept);
    if (!m->kept) {
        free(m);
        return mq_fail(err, MQ_ENOMEM, "no memory for a miner");
    }
    m->min_score = min_score;
    m->d.memory = &m->memory;
    m->d.latin_memory = &m->latin_memory;
    rc = load_dictionaries(m, err);
    if (rc) {
        mq_miner_free(m);
        return rc;
    }
    *out = m;
    return MQ_OK;
}

void mq_miner_free(mq_miner *m)
{
    if (!m)
        return;
    mq_buf_release(&m->term);
    mq_buf_release(&m->quote);
    free(m->kept);
    free(m);
}

void mq_miner_version(const mq_miner *m, char *out, size_t size)
{
    const mq_str parts[] = { m->d.lexicon, m->d.foreign, m->d.function, m->d.translit, m->d.acronyms, m->d.lexical,
                             m->d.letters, m->d.tongues, m->d.tongue_words, m->d.french, m->d.english, m->d.lands, m->d.given, m->d.clues,
                             { (const char *)m->model, sizeof *m->model }, { (const char *)m->language, sizeof *m->language },
                             m->d.learned.words, m->d.learned.terms };
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = parts[i].n ? hash * 31 + mq_hash(parts[i]) : hash; /* nothing learned changes nothing */
    (void)snprintf(out, size, "%.20s/%016llx", mq_version(), (unsigned long long)hash);
}

void mq_miner_learn(mq_miner *m, mq_learned learned)
{
    m->d.learned = learned;
    memset(&m->memory, 0, sizeof m->memory);
}

/* The units of a segment that are its own: those that begin at bytes [from, to). The others belong to a segment before or behind it. */
struct owned {
    size_t from, to;
};

/* Fills m->site with the next own units from token `from` on that have candidates, and m->kin with what they have in common. Returns how many; *from moves on. */
static size_t gather_sites(mq_miner *m, struct owned own, size_t *from)
{
    size_t n = 0;

    m->kin = (mq_kin){ .plain = { { 0 } } };
    while (n < MQ_SITES_TOGETHER) {
        mq_site *site = &m->site[n];
        size_t start;

        site->s = &m->segment;
        if (!mq_unit_next(&site->u, site->s, *from))
            break;
        start = site->s->tok[site->u.first].start;
        if (start >= own.to)
            break;
        *from = site->u.last + 1;
        if (start < own.from || (site->u.last > site->u.first && !site->s->arabic)) /* nor is a name of several words looked for elsewhere */
            continue;
        mq_unit_describe(&site->u, site->s, &m->d);
        if (m->distant)
            mq_names_note(&m->names, site->s, &site->u);
        if (site->u.joined_n < 2 || (site->u.flags & MQ_UNIT_NEVER))
            continue;
        mq_site_candidates(site, &m->d);
        if (!site->n)
            continue;
        mq_kin_count(&m->kin, site, 1);
        n++;
    }
    return n;
}

static mq_status sites_of_segment(mq_miner *m, struct owned own, mq_site_fn *fn, void *user)
{
    mq_previous previous = { .paired = false };
    size_t from = 0, n;
    mq_status rc = MQ_OK;

    while (!rc && (n = gather_sites(m, own, &from)) > 0)
        for (size_t i = 0; !rc && i < n; i++) {
            mq_site *site = &m->site[i];

            site->previous = previous;
            site->kin = m->kin;
            mq_kin_count(&site->kin, site, -1);
            rc = fn(user, m, site);
            previous = site->previous;
        }
    return rc;
}

mq_status mq_sites(mq_miner *m, mq_str text, mq_site_fn *fn, void *user)
{
    size_t at = 0, owned = 0;
    mq_status rc = MQ_OK;

    while (!rc && mq_segment_next(&m->segment, text, &at, &m->d)) {
        rc = sites_of_segment(m, (struct owned){ owned, at }, fn, user);
        owned = at;
    }
    return rc;
}

struct mining {
    mq_str doc, text;
    size_t flushed;             /* bytes: what stands before was told */
    size_t counted_to, counted; /* bytes, and the code points before them */
    mq_occurrence_fn *fn;
    void *user;
    mq_error *err;
};

/* Code points before a byte; calls come nearly in order, a step back is counted from the last place. */
static size_t code_points(struct mining *m, size_t byte)
{
    if (byte < m->counted_to)
        return m->counted - mq_utf8_count(m->text.p + byte, m->counted_to - byte);
    m->counted += mq_utf8_count(m->text.p + m->counted_to, byte - m->counted_to);
    m->counted_to = byte;
    return m->counted;
}

/* ---- telling, in the order of the Latin sides ---- */

/* Keeps what was filled of *o; cut: of the first word of its Arabic, or NULL. */
static mq_status keep(struct mining *g, mq_miner *m, mq_occurrence *o, const mq_cut *cut)
{
    struct mq_kept *k = &m->kept[m->nkept];
    const size_t at = m->term.n;
    const mq_status rc = mq_headword_of(&m->term, o->ar, cut, g->err);

    if (rc)
        return rc;
    o->term.n = m->term.n - at;
    *k = (struct mq_kept){ *o, at };
    m->nkept++;
    return MQ_OK;
}

/* Fills the places of two spans of the text, and what is said of them. */
static void place(struct mining *g, mq_occurrence *o)
{
    const size_t ar_at = (size_t)(o->ar.p - g->text.p), la_at = (size_t)(o->la.p - g->text.p);

    o->doc = g->doc;
    o->ar_start = code_points(g, ar_at);
    o->ar_end = o->ar_start + mq_utf8_count(o->ar.p, o->ar.n);
    o->la_start = code_points(g, la_at);
    o->la_end = o->la_start + mq_utf8_count(o->la.p, o->la.n);
}

static mq_status tell(struct mining *g, mq_miner *m, struct mq_kept *k)
{
    mq_status rc;

    k->o.term.p = m->term.p + k->term_at;
    place(g, &k->o);
    rc = mq_quote(&k->o, g->text, &m->quote, g->err);
    return rc ? rc : g->fn(g->user, &k->o);
}

static mq_status tell_name(struct mining *g, mq_miner *m, const mq_name *name)
{
    struct mq_kept k = { .o = { .ar = { g->text.p + name->ar_start, name->ar_end - name->ar_start }, .la = { g->text.p + name->start, name->end - name->start },
                                .lang = MQ_LANG_UND, .kind = MQ_KIND_TRANSLITERATION, .pattern = MQ_PATTERN_DISTANT, .score = mq_name_score(name) },
                         .term_at = m->term.n };
    const mq_status rc = mq_headword(&m->term, (mq_str){ k.o.ar.p + name->glued, k.o.ar.n - name->glued }, g->err);

    k.o.term.n = m->term.n - k.term_at;
    return rc ? rc : tell(g, m, &k);
}

static bool worth_telling(const mq_miner *m, const mq_name *name)
{
    return name->ar_end && !name->paired && mq_name_score(name) >= m->min_score;
}

/* Whether the Arabic of a name stands in a pair that was found beside its Latin. */
static bool is_taken(const struct mining *g, const mq_miner *m, const mq_name *name)
{
    for (size_t i = 0; i < m->nkept; i++) {
        const size_t from = (size_t)(m->kept[i].o.ar.p - g->text.p);

        if (name->ar_start < from + m->kept[i].o.ar.n && name->ar_end > from)
            return true;
    }
    return false;
}

/* Looks for the names before byte `to`, and tells all that waits before it. */
static mq_status flush(struct mining *g, mq_miner *m, size_t to)
{
    size_t n = 0, k = 0;
    mq_status rc = MQ_OK;

    while (n < m->names.n && m->names.name[n].start < to)
        n++;
    mq_names_find(&m->names, n, g->text, &m->d);
    for (size_t i = 0; !rc && i < n; i++) {
        const mq_name *name = &m->names.name[i];

        if (!worth_telling(m, name) || is_taken(g, m, name))
            continue;
        while (!rc && k < m->nkept && m->kept[k].o.la.p < g->text.p + name->start)
            rc = tell(g, m, &m->kept[k++]);
        if (!rc)
            rc = tell_name(g, m, name);
    }
    while (!rc && k < m->nkept)
        rc = tell(g, m, &m->kept[k++]);
    mq_names_drop(&m->names, n);
    m->nkept = 0;
    mq_buf_clear(&m->term);
    g->flushed = to;
    return rc;
}

/* What one Arabic rendering says of the language of the unit: log-chances, added. */
static void weigh_languages(double sum[MQ_LANGUAGES], const mq_miner *m, const mq_site *site, const mq_candidate *c, mq_kind kind)
{
    mq_language_case x = { .nclues = 0 };
    double p[MQ_LANGUAGES];

    mq_language_figures(&x, site, c, kind, &m->d);
    (void)mq_language_judge(m->language, &x, p);
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        sum[k] += log(p[k] + 1e-9);
}

/* One Latin unit is of one language, with all its renderings: those that were kept from the given one on. */
static void settle_language(mq_miner *m, size_t from, const double sum[MQ_LANGUAGES])
{
    unsigned best = 0;

    for (unsigned k = 1; k < MQ_LANGUAGES; k++)
        best = sum[k] > sum[best] ? k : best;
    for (size_t i = from; i < m->nkept; i++)
        m->kept[i].o.lang = mq_languages[best];
}

static mq_status emit(struct mining *g, mq_miner *m, const mq_site *site, const mq_candidate *c, double score)
{
    mq_occurrence o = { .ar = mq_candidate_text(site, c), .la = mq_unit_text(site), .score = score };
    mq_cut cut;

    o.kind = mq_decide_kind(site, c);
    o.pattern = mq_decide_pattern(site, c);
    mq_names_paired(&m->names, site->s->tok[site->u.first].start);
    return keep(g, m, &o, mq_glued_cut(&cut, site, c, o.kind, &m->d) ? &cut : NULL);
}

/* The best candidate and its score. */
static size_t best_of(mq_miner *m, const mq_site *site, double *score)
{
    double p[MQ_CANDIDATES];

    (void)mq_decide_chances(p, m->model, site, &m->d);
    return mq_decide_best(score, p, m->model, site);
}

static mq_status on_site(void *user, mq_miner *m, mq_site *site)
{
    struct mining *g = user;
    mq_candidate decided = { .first = 0 };
    bool found = false;
    double score, languages[MQ_LANGUAGES] = { 0 };
    const size_t start = site->s->tok[site->u.first].start;
    size_t from;
    mq_status rc = start > g->flushed + BLOCK || m->nkept + MOST_RENDERINGS > MOST_KEPT ? flush(g, m, start) : MQ_OK;

    from = m->nkept;
    for (unsigned n = 0; !rc && site->n && n < MOST_RENDERINGS; n++) {
        const mq_candidate c = site->c[best_of(m, site, &score)];

        /* a further rendering has to be likely; the first one only good enough for the caller */
        if (score < m->min_score || (n && score < SECOND_SCORE))
            break;
        rc = emit(g, m, site, &c, score);
        weigh_languages(languages, m, site, &c, mq_decide_kind(site, &c));
        if (n == 0 && score >= MQ_BELIEVED) {
            decided = c;
            found = true;
        }
        mq_site_beyond(site, c, &m->d);
    }
    settle_language(m, from, languages);
    mq_remember(site, found ? &decided : NULL);
    return rc;
}

mq_status mq_mine(mq_miner *m, mq_str doc, mq_str text, size_t start, mq_occurrence_fn *fn, void *user, mq_error *err)
{
    struct mining g = { .doc = doc, .text = text, .counted = start, .fn = fn, .user = user, .err = err };

    mq_status rc;

    if (text.n >= UINT32_MAX)
        return mq_fail(err, MQ_ELIMIT, "a text of more than 4 GiB in one piece");
    m->distant = true;
    m->nkept = 0;
    mq_names_clear(&m->names);
    mq_buf_clear(&m->term);
    rc = mq_sites(m, text, on_site, &g);
    if (!rc)
        rc = flush(&g, m, text.n);
    m->distant = false;
    return rc;
}
