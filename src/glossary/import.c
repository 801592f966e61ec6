/*
 * glossary/import.c - files of src/exchange into a glossary.
 *
 * 1. Each term of an entry is judged: is it Arabic, is it Latin, in a language that the glossary holds?
 * 2. Each Arabic term makes a pair with each Latin one. What is said of the entry, or of either term, is said of the pair.
 * 3. The pair is added (or, in a dry run, looked for), and where a person had decided otherwise that is told. The sentences of the entry go to each pair.
 * 4. Occurrences, from `mine --jsonl` or our own export, go to their document and pair.
 * Everything left out on the way is counted under its reason with the first places; nothing is dropped in silence.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>
#include <muqabil/text.h>

#include "base/hash.h"
#include "exchange/seen.h"
#include "exchange/words.h"
#include "exchange/writer.h"
#include "glossary/concepts.h"
#include "glossary/feed.h"
#include "glossary/renderings.h"
#include "store/termkeys.h"

enum { SIDE_MOST = 64 };

/* The terms of one side of an entry. */
struct side {
    const mq_entry_term *of[SIDE_MOST];
    mq_str key[SIDE_MOST];
    mq_lang lang[SIDE_MOST];
    size_t n;
};

struct import {
    mq_store *store;
    const mq_import_options *o;
    mq_import_stats *stats;
    mq_error *err;
    const char *file;
    struct side arabic, latin;
    mq_buf note, key;            /* scratch */
    mq_seen seen;                /* dry run: pairs and occurrences that would be there */
    bool undetermined;           /* there may be terms of no language in the glossary */
    int64_t pair, pair_in_file;  /* jsonl: the last one */
    int64_t document;            /* the last one that an occurrence joined; its uri */
    mq_buf uri;
    mq_concepts concepts;        /* jsonl */
};

/* ---- the ledger ---- */

static mq_status left_out(void *user, const mq_left_out *x, mq_error *err)
{
    struct import *m = user;
    mq_import_reason *r = &m->stats->reasons[x->reason];

    if (x->whole)
        r->entries++;
    else
        r->parts++;
    if (r->nplaces < MQ_IMPORT_PLACES) {
        r->places[r->nplaces].file = m->file;
        r->places[r->nplaces++].line = x->line;
    }
    return m->o->left_out ? m->o->left_out(m->o->user, m->file, x, err) : MQ_OK;
}

static mq_status leave_out(struct import *m, const mq_entry *e, mq_reason reason, bool whole, mq_str what)
{
    const mq_left_out x = { .reason = reason, .whole = whole, .line = e->line, .column = e->column, .what = what };

    m->stats->skipped += whole;
    return left_out(m, &x, m->err);
}

/* ---- the two sides ---- */

static mq_status add_to_side(struct import *m, const mq_entry *e, struct side *s, const mq_entry_term *t, mq_str key, mq_lang lang)
{
    if (s->n == SIDE_MOST)
        return leave_out(m, e, MQ_REASON_TOO_MANY, false, t->text);
    s->of[s->n] = t;
    s->key[s->n] = key;
    s->lang[s->n++] = lang;
    return MQ_OK;
}

static mq_status judge_term(struct import *m, const mq_entry *e, const mq_entry_term *t, mq_str key)
{
    const bool arabic = mq_has_arabic(t->text);

    if (mq_feed_lang(t) == MQ_LANG_AR)
        return arabic ? add_to_side(m, e, &m->arabic, t, key, MQ_LANG_AR) : leave_out(m, e, MQ_REASON_NOT_ARABIC, false, t->text);
    if (t->lang == MQ_LANG_OTHER && !m->o->other && !mq_str_equal(t->tag, mq_str_of(mq_lang_name(MQ_LANG_OTHER)))) /* our own files call it that */
        return leave_out(m, e, MQ_REASON_OTHER_LANGUAGE, false, t->tag);
    if (arabic && t->lang != MQ_LANG_OTHER && !mq_has_latin(t->text))
        return leave_out(m, e, MQ_REASON_ARABIC, false, t->text);
    return add_to_side(m, e, &m->latin, t, key, t->lang);
}

static mq_status judge_terms(struct import *m, const mq_entry *e, const mq_str *keys)
{
    mq_status rc = MQ_OK;

    m->arabic.n = m->latin.n = 0;
    for (size_t i = 0; i < e->nterms && !rc; i++)
        rc = judge_term(m, e, &e->terms[i], keys[i]);
    return rc;
}

/* ---- a pair ---- */

/* Of two judgements the more careful one: an acronym that is deprecated stays so beside a preferred full form. */
static int join_status(int a, int b)
{
    if (a == MQ_UNSAID || b == MQ_UNSAID)
        return a == MQ_UNSAID ? b : a;
    return mq_status_rank((mq_pair_status)a) > mq_status_rank((mq_pair_status)b) ? a : b;
}

static mq_str first_of(mq_str a, mq_str b)
{
    return a.n ? a : b;
}

static void add_note(mq_buf *out, mq_str note)
{
    if (note.n == 0)
        return;
    mq_buf_addz(out, out->n ? "\n" : "");
    mq_buf_addstr(out, note);
}

/* m and f, s and d and p are all that a glossary keeps. */
static mq_status check_choice(struct import *m, const mq_entry *e, mq_str *value, const char *choices)
{
    const mq_str was = *value;

    if (was.n == 0 || (was.n == 1 && strchr(choices, *was.p)))
        return MQ_OK;
    *value = MQ_STR("");
    return leave_out(m, e, MQ_REASON_BAD_VALUE, false, was);
}

static mq_status make_pair(mq_pair *p, int *said, struct import *m, const mq_entry *e, const mq_entry_term *ar, const mq_entry_term *la, mq_lang lang)
{
    const int fallback = m->o->status == MQ_UNSAID ? MQ_ACCEPTED : m->o->status;
    mq_status rc;

    *said = join_status(la->status, ar->status);
    mq_buf_clear(&m->note);
    add_note(&m->note, e->note);
    add_note(&m->note, ar->note);
    add_note(&m->note, la->note);
    *p = (mq_pair){ .ar = ar->text, .la = la->text, .lang = lang, .kind = (mq_kind)(la->kind != MQ_UNSAID ? la->kind : ar->kind != MQ_UNSAID ? ar->kind : 0),
                    .status = (mq_pair_status)(*said == MQ_UNSAID ? fallback : *said), .score = la->score >= 0 ? la->score : ar->score >= 0 ? ar->score : 1,
                    .created = e->created, .changed = e->changed, .note = mq_buf_str(&m->note), .domain = first_of(e->domain, mq_str_of(m->o->domain)),
                    .definition = e->definition, .source = e->source, .region = first_of(ar->region, la->region), .pos = ar->pos, .gender = ar->gender,
                    .number = ar->number, .plural = ar->plural };
    rc = check_choice(m, e, &p->gender, "mf");
    return rc ? rc : check_choice(m, e, &p->number, "sdp");
}

/* The line that lists other renderings (exchange/writer.h) is worth keeping in a glossary that does not know them, and clutter in the one it came from. */
static mq_str without_also(mq_str note)
{
    const size_t n = sizeof MQ_ALSO - 1;
    size_t at = note.n;

    while (at && note.p[at - 1] != '\n')
        at--;
    if (note.n - at < n || memcmp(note.p + at, MQ_ALSO, n) != 0)
        return note;
    return (mq_str){ note.p, at ? at - 1 : 0 };
}

/* ---- dry run ---- */

static mq_status see(bool *was, struct import *m, const mq_pair *p)
{
    mq_status rc;

    mq_buf_clear(&m->key);
    rc = mq_search_key(&m->key, p->ar, MQ_LANG_AR, m->err);
    mq_buf_addc(&m->key, (char)('0' + (int)p->lang));
    if (!rc)
        rc = mq_search_key(&m->key, p->la, p->lang, m->err);
    return rc ? rc : mq_seen_add(was, &m->seen, mq_hash(mq_buf_str(&m->key)), m->err);
}

/* `is`: told of the pair as it would be then, when it is in the glossary. */
static mq_status pretend(mq_added *what, struct import *m, const mq_pair *p, mq_pair_fn *is, void *user)
{
    bool was = false;
    mq_status rc = see(&was, m, p);

    *what = was ? MQ_ADDED_SAME : MQ_ADDED_NEW;
    return rc || was || !m->store ? rc : mq_store_would_add(m->store, p, what, is, user, m->err);
}

/* ---- adding ---- */

struct stored {
    struct import *m;
    const mq_entry *e;
    mq_pair *came;
    mq_str ar_key, la_key;
    int said;
};

/* Where the glossary keeps what it had. */
static mq_status compare(void *user, const mq_pair *is)
{
    const struct stored *c = user;
    mq_status rc = MQ_OK;

    if (c->said != MQ_UNSAID && (int)is->status != c->said)
        rc = leave_out(c->m, c->e, MQ_REASON_STATUS_KEPT, false, c->came->la);
    if (!rc && c->came->note.n && !mq_str_equal(is->note, c->came->note))
        rc = leave_out(c->m, c->e, MQ_REASON_NOTE_KEPT, false, c->came->la);
    return rc;
}

/*
 * A term of no language goes out under the one asked for (ANRT as French), and may come back so: then it is the one that is there. Such terms are acronyms
 * and names; without a capital letter or a digit nothing is looked for.
 */
static mq_status find_undetermined(struct import *m, mq_pair *p)
{
    mq_pair und = *p;
    int64_t there = 0;
    bool name = false;
    mq_status rc;

    m->undetermined = m->undetermined || p->lang == MQ_LANG_UND;
    for (size_t i = 0; i < p->la.n && m->undetermined; i++)
        name = name || (p->la.p[i] >= 'A' && p->la.p[i] <= 'Z') || (p->la.p[i] >= '0' && p->la.p[i] <= '9');
    if (!name || !m->store || (p->lang != MQ_LANG_FR && p->lang != MQ_LANG_EN))
        return MQ_OK;
    und.lang = MQ_LANG_UND;
    rc = mq_store_find(m->store, &und, &there, m->err);
    if (there)
        p->lang = MQ_LANG_UND;
    return rc;
}

/* An own export says of other renderings what the glossary knows already. */
static mq_status find_also(struct import *m, mq_pair *p)
{
    const mq_str plain = without_also(p->note);
    int64_t there = 0;
    mq_status rc = MQ_OK;

    if (plain.n < p->note.n && m->store)
        rc = mq_store_find(m->store, p, &there, m->err);
    if (there)
        p->note = plain;
    return rc;
}

static mq_status add_pair(mq_added *what, struct stored *c)
{
    struct import *m = c->m;
    mq_pair *p = c->came;
    mq_status rc = find_undetermined(m, p);

    if (!rc)
        rc = find_also(m, p);
    if (rc)
        return rc;
    if (m->o->dry_run)
        return pretend(what, m, p, compare, c);
    rc = mq_store_add_keyed(m->store, p, c->ar_key, c->la_key, &m->pair, what, m->err);
    if (rc || *what == MQ_ADDED_NEW || (c->said == MQ_UNSAID && p->note.n == 0))
        return rc;
    return mq_store_get(m->store, m->pair, compare, c, m->err);
}

/* The sentences of an entry, for each of its pairs. One that is new makes of a pair that was the same a merged one. */
static mq_status add_quotes(mq_added *what, struct import *m, const mq_entry *e)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < e->ncontexts && !rc && !m->o->dry_run; i++) {
        bool known;

        rc = mq_store_quote(m->store, m->pair, e->contexts[i].text, e->contexts[i].source, &known, m->err);
        if (rc == MQ_ELIMIT)
            rc = leave_out(m, e, MQ_REASON_NO_CONTEXT, false, e->contexts[i].text);
        else if (!rc && !known && *what == MQ_ADDED_SAME)
            *what = MQ_ADDED_MERGED;
    }
    return rc;
}

static void count(struct import *m, const size_t n[3])
{
    m->stats->pairs_made += n[MQ_ADDED_NEW];
    m->stats->pairs_merged += n[MQ_ADDED_MERGED];
    m->stats->pairs_same += n[MQ_ADDED_SAME];
    m->stats->made += n[MQ_ADDED_NEW] > 0;
    m->stats->merged += n[MQ_ADDED_NEW] == 0 && n[MQ_ADDED_MERGED] > 0;
    m->stats->same += n[MQ_ADDED_NEW] == 0 && n[MQ_ADDED_MERGED] == 0;
}

static mq_status keep_concept(void *user, const mq_pair *p)
{
    *(int64_t *)user = p->concept;
    return MQ_OK;
}

/* The concept of m->pair, which began one of its own if it is new and may belong to another if it is not. */
static mq_status concept_of(int64_t *concept, struct import *m, mq_added what)
{
    *concept = m->pair;
    return what == MQ_ADDED_NEW ? MQ_OK : mq_store_get(m->store, m->pair, keep_concept, concept, m->err);
}

/* Every Arabic term with every Latin one. The concept of the first pair that has one, which may be new, takes in the others; *concept: 0 = none yet. */
static mq_status add_pairs(struct import *m, const mq_entry *e, int64_t *concept, mq_error *err)
{
    const size_t pairs = m->arabic.n * m->latin.n;
    size_t n[3] = { 0, 0, 0 };
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < pairs && !rc; i++) {
        const size_t a = i / m->latin.n, l = i % m->latin.n;
        mq_added what = MQ_ADDED_SAME;
        mq_pair p;
        struct stored came = { .m = m, .e = e, .came = &p, .ar_key = m->arabic.key[a], .la_key = m->latin.key[l] };

        rc = make_pair(&p, &came.said, m, e, m->arabic.of[a], m->latin.of[l], m->latin.lang[l]);
        p.concept = *concept ? *concept : pairs > 1 || e->concept ? MQ_CONCEPT_OWN : 0;
        if (!rc)
            rc = add_pair(&what, &came);
        if (!rc)
            rc = add_quotes(&what, m, e);
        n[what] += rc == MQ_OK;
        if (rc == MQ_EINVALID || rc == MQ_ELIMIT) /* nothing of a term is left in its key */
            rc = leave_out(m, e, MQ_REASON_NO_LETTER, false, p.la);
        else if (!rc && p.concept && !*concept && !m->o->dry_run)
            rc = concept_of(concept, m, what);
    }
    if (!rc)
        count(m, n);
    (void)err;
    return rc;
}

/* ---- entries ---- */

static mq_status take_entry(void *user, const mq_entry *e, const mq_str *keys, mq_error *err)
{
    struct import *m = user;
    int64_t none = 0, *concept = e->concept && !m->o->dry_run ? mq_concepts_find(&m->concepts, e->concept) : &none;
    mq_status rc = MQ_OK;

    if (!concept)
        rc = mq_fail(err, MQ_ENOMEM, "no memory for concepts");
    if (!rc)
        rc = judge_terms(m, e, keys);
    if (rc)
        return rc;
    if (m->arabic.n == 0)
        return leave_out(m, e, MQ_REASON_NO_ARABIC, true, e->nterms ? e->terms[0].text : MQ_STR(""));
    if (m->latin.n == 0)
        return leave_out(m, e, MQ_REASON_NO_LATIN, true, m->arabic.of[0]->text);
    rc = add_pairs(m, e, concept, err);
    m->pair_in_file = e->id.n && e->id.n < 19 ? strtoll(e->id.p, NULL, 10) : 0;
    return rc;
}

/* ---- occurrences ---- */

static mq_status ignore(void *user, const mq_pair *p)
{
    (void)user, (void)p;
    return MQ_OK;
}

static mq_status pretend_occurrence(bool *known, struct import *m, const mq_occurrence *o)
{
    const mq_pair p = { .ar = o->term, .la = o->la, .lang = o->lang };
    mq_added what;
    mq_status rc = pretend(&what, m, &p, ignore, NULL);

    *known = false;
    if (!rc && what == MQ_ADDED_NEW)
        m->stats->pairs_made++;
    mq_buf_addf(&m->key, "\n%zu %zu %.*s", o->ar_start, o->la_start, (int)o->doc.n, o->doc.p);
    if (!rc)
        rc = mq_seen_add(known, &m->seen, mq_hash(mq_buf_str(&m->key)), m->err);
    if (!rc && !*known && m->store)
        rc = mq_store_has_occurrence(m->store, o, known, m->err);
    return rc;
}

static mq_status join_document(struct import *m, mq_str uri)
{
    mq_status rc;

    if (m->document && mq_str_equal(mq_buf_str(&m->uri), uri))
        return MQ_OK;
    rc = mq_store_document_join(m->store, uri, &m->document, m->err);
    mq_buf_clear(&m->uri);
    mq_buf_addstr(&m->uri, uri);
    return rc ? rc : m->uri.status;
}

static mq_status add_occurrence(bool *known, struct import *m, const mq_occurrence *o, int64_t pair)
{
    mq_added what = MQ_ADDED_SAME;
    const int64_t owner = pair && pair == m->pair_in_file ? m->pair : 0;
    mq_status rc = join_document(m, o->doc);

    if (!rc)
        rc = mq_store_load_occurrence(m->store, m->document, owner, o, known, &what, m->err);
    m->stats->pairs_made += !rc && what == MQ_ADDED_NEW;
    return rc;
}

static mq_status take_occurrence(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err)
{
    struct import *m = user;
    const mq_entry e = { .line = line, .column = 1 };
    bool known = false;
    mq_status rc;

    if (!mq_has_arabic(o->term) || !mq_has_letter(o->la))
        return leave_out(m, &e, MQ_REASON_BAD_OCCURRENCE, true, o->la);
    rc = m->o->dry_run ? pretend_occurrence(&known, m, o) : add_occurrence(&known, m, o, pair);
    if (rc == MQ_EINVALID || rc == MQ_ELIMIT)
        return leave_out(m, &e, MQ_REASON_BAD_OCCURRENCE, true, o->la);
    if (rc)
        return rc;
    (void)err;
    m->stats->occurrences += !known;
    m->stats->made += !known;
    m->stats->same += known;
    return MQ_OK;
}

/* ---- files ---- */

static mq_status read_file(struct import *m, const char *path)
{
    static const mq_feed_handler handler = { .entry = take_entry, .occurrence = take_occurrence, .left_out = left_out };
    mq_exchange_info info = { .format = MQ_EXCHANGE_AUTO };
    mq_status rc;

    m->file = path;
    m->pair_in_file = m->document = 0;
    mq_concepts_clear(&m->concepts);
    rc = mq_feed_file(path, &m->o->reading, &handler, m, m->o->stop, &info, m->err);
    m->stats->read += info.entries;
    m->stats->skipped += info.skipped;
    m->stats->replaced += info.replaced;
    if (*info.guessed)
        memcpy(m->stats->guessed, info.guessed, sizeof m->stats->guessed);
    return rc;
}

static mq_status read_files(struct import *m, const char *const *paths, size_t n)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < n && !rc; i++)
        rc = read_file(m, paths[i]);
    return rc;
}

/* Whether what was read before a failure may stay: it was the file's fault, not the glossary's or the machine's. */
static bool may_stay(const mq_import_options *o, mq_status rc)
{
    return rc == MQ_OK || (o->reading.keep_going && (rc == MQ_EFORMAT || rc == MQ_EENCODING || rc == MQ_ELIMIT || rc == MQ_EUNSUPPORTED || rc == MQ_EIO));
}

static void import_release(struct import *m)
{
    mq_buf_release(&m->note);
    mq_buf_release(&m->key);
    mq_buf_release(&m->uri);
    mq_seen_release(&m->seen);
    mq_concepts_release(&m->concepts);
}

mq_status mq_import(mq_store *s, const char *const *paths, size_t n, const mq_import_options *o, mq_import_stats *stats, mq_error *err)
{
    struct import m = { .store = s, .o = o, .stats = stats, .err = err };
    const bool writes = s && !o->dry_run;
    mq_status rc = writes ? mq_store_begin(s, err) : MQ_OK, kept = MQ_OK;
    const bool begun = !rc && writes;
    int64_t changed = 0;

    *stats = (mq_import_stats){ .read = 0 };
    if (!rc && s)
        rc = mq_store_changed(s, &changed, err);
    m.undetermined = changed != 0; /* a glossary without pairs has none */
    if (!rc)
        rc = read_files(&m, paths, n);
    if (begun && may_stay(o, rc))
        kept = mq_store_commit(s, rc ? NULL : err);
    else if (begun)
        mq_store_rollback(s);
    import_release(&m);
    return rc ? rc : kept;
}
