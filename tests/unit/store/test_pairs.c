/* test_pairs.c - adding, merging, editing; orders and sums; transactions that fail. */
#include <math.h>
#include <stdlib.h>

#include "shelf.h"
#include "store/schema.h"

/* ---- merging: what is there, what comes, what stays ---- */

static const struct merge_case {
    const char *name;
    mq_pair_status there_status;
    bool there_person;
    const char *there_note;
    mq_pair_status comes_status;
    bool comes_person;
    const char *comes_note;
    mq_added what;
    mq_pair_status status;
    const char *note;
} merges[] = {
    { "the same import again changes nothing", MQ_ACCEPTED, false, "n", MQ_ACCEPTED, false, "n", MQ_ADDED_SAME, MQ_ACCEPTED, "n" },
    { "an import lifts a candidate", MQ_CANDIDATE, false, "", MQ_PREFERRED, false, "", MQ_ADDED_MERGED, MQ_PREFERRED, "" },
    { "an import does not change an imported status", MQ_ACCEPTED, false, "", MQ_REJECTED, false, "", MQ_ADDED_SAME, MQ_ACCEPTED, "" },
    { "an import fills an empty note", MQ_ACCEPTED, false, "", MQ_ACCEPTED, false, "n", MQ_ADDED_MERGED, MQ_ACCEPTED, "n" },
    { "an import leaves a note alone", MQ_ACCEPTED, false, "n", MQ_ACCEPTED, false, "m", MQ_ADDED_SAME, MQ_ACCEPTED, "n" },
    { "an import does not undo a rejection", MQ_REJECTED, true, "", MQ_ACCEPTED, false, "", MQ_ADDED_SAME, MQ_REJECTED, "" },
    { "an import leaves a person's candidate", MQ_CANDIDATE, true, "", MQ_ACCEPTED, false, "", MQ_ADDED_SAME, MQ_CANDIDATE, "" },
    { "a person wins over an import", MQ_ACCEPTED, false, "n", MQ_DEPRECATED, true, "m", MQ_ADDED_MERGED, MQ_DEPRECATED, "m" },
    { "a person wins over a person", MQ_REJECTED, true, "n", MQ_ACCEPTED, true, "m", MQ_ADDED_MERGED, MQ_ACCEPTED, "m" },
    { "an empty note of a person clears nothing", MQ_ACCEPTED, true, "n", MQ_ACCEPTED, true, "", MQ_ADDED_SAME, MQ_ACCEPTED, "n" },
    { "what a person confirms is a person's", MQ_ACCEPTED, false, "n", MQ_ACCEPTED, true, "n", MQ_ADDED_MERGED, MQ_ACCEPTED, "n" },
};

static mq_status note_is(void *user, const mq_pair *p)
{
    assert_str(p->note, mq_str_of(user));
    return MQ_OK;
}

static void merge(void **row)
{
    const struct merge_case *c = *row;
    mq_store *s = shelf_open(shelf_path("merge.db"), MQ_STORE_CREATE);
    mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = MQ_STR("centre"), .lang = MQ_LANG_FR, .score = 0.4F };
    mq_added what;
    int64_t first, second;
    char *note = strdup(c->note);

    p.status = c->there_status;
    p.note = mq_str_of(c->there_note);
    assert_int_equal(mq_store_add(s, &p, c->there_person, &first, &what, NULL), MQ_OK);
    assert_int_equal(what, MQ_ADDED_NEW);
    p.status = c->comes_status;
    p.note = mq_str_of(c->comes_note);
    assert_int_equal(mq_store_add(s, &p, c->comes_person, &second, &what, NULL), MQ_OK);
    assert_int_equal(second, first);
    assert_int_equal(what, c->what);
    assert_int_equal(shelf_numbers(s, first).status, c->status);
    assert_true(fabs(shelf_numbers(s, first).score - (c->there_person || c->comes_person ? 1.0 : 0.4)) < 1e-6);
    assert_int_equal(mq_store_get(s, first, note_is, note, NULL), MQ_OK);
    free(note);
    assert_sound(s);
    mq_store_free(s);
}

/* ---- which pairs are one ---- */

static const struct same_case { const char *name, *ar, *la; mq_lang lang; bool same; } sames[] = {
    { "case and accents make no difference", AR_CLOUD, "Cl\u00F4ud SOUVERAIN", MQ_LANG_FR, true },
    { "the article makes no difference", "\u0627\u0644" AR_CLOUD, "cloud souverain", MQ_LANG_FR, true },
    { "tashkeel makes no difference", "\u0633\u064E\u062D\u064E\u0627\u0628\u0629 \u0633\u064A\u0627\u062F\u064A\u0629", "cloud souverain", MQ_LANG_FR, true },
    { "another language is another term", AR_CLOUD, "cloud souverain", MQ_LANG_EN, false },
    { "another word is another term", AR_CLOUD, "cloud national", MQ_LANG_FR, false },
    { "another Arabic term is another pair", AR_CENTRE, "cloud souverain", MQ_LANG_FR, false },
};

static void one_pair(void **row)
{
    const struct same_case *c = *row;
    mq_store *s = shelf_open(shelf_path("same.db"), MQ_STORE_CREATE);
    const int64_t first = shelf_add(s, AR_CLOUD, "cloud souverain", MQ_LANG_FR, MQ_CANDIDATE);

    assert_int_equal(shelf_add(s, c->ar, c->la, c->lang, MQ_CANDIDATE) == first, c->same);
    assert_sound(s);
    mq_store_free(s);
}

/* ---- what is refused ---- */

static const struct bad_case { const char *name; mq_pair pair; mq_status rc; } bads[] = {
    { "an empty Arabic side", { .ar = { "", 0 }, .la = { "a", 1 } }, MQ_EINVALID },
    { "a Latin side of blanks", { .ar = { AR_CENTRE, 8 }, .la = { " \t", 2 } }, MQ_EINVALID },
    { "a NUL byte", { .ar = { AR_CENTRE, 8 }, .la = { "a\0b", 3 } }, MQ_EINVALID },
    { "Arabic on the Latin side", { .ar = { AR_CENTRE, 8 }, .la = { "a", 1 }, .lang = MQ_LANG_AR }, MQ_EINVALID },
    { "a gender that is none", { .ar = { AR_CENTRE, 8 }, .la = { "a", 1 }, .gender = { "x", 1 } }, MQ_EINVALID },
    { "a number that is none", { .ar = { AR_CENTRE, 8 }, .la = { "a", 1 }, .number = { "ss", 2 } }, MQ_EINVALID },
    { "a score above one", { .ar = { AR_CENTRE, 8 }, .la = { "a", 1 }, .score = 1.5 }, MQ_EINVALID },
};

static void refuse(void **row)
{
    const struct bad_case *c = *row;
    mq_store *s = shelf_open(shelf_path("bad.db"), MQ_STORE_CREATE);
    mq_error err = { .code = MQ_OK };
    mq_stats stats;

    assert_int_equal(mq_store_add(s, &c->pair, true, NULL, NULL, &err), c->rc);
    assert_int_equal(err.code, c->rc);
    assert_int_equal(mq_store_stats(s, &stats, NULL), MQ_OK);
    assert_int_equal(stats.pairs + stats.terms_ar + stats.terms_la, 0);
    mq_store_free(s);
}

static void too_long_a_term(void **state)
{
    mq_store *s = shelf_open(shelf_path("long.db"), MQ_STORE_CREATE);
    static char text[MQ_MOST_TERM + 2];
    mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = { text, MQ_MOST_TERM }, .lang = MQ_LANG_FR };

    (void)state;
    memset(text, 'a', sizeof text - 1);
    assert_int_equal(mq_store_add(s, &p, true, NULL, NULL, NULL), MQ_OK);
    p.la.n++;
    assert_int_equal(mq_store_add(s, &p, true, NULL, NULL, NULL), MQ_ELIMIT);
    assert_sound(s);
    mq_store_free(s);
}

/* ---- editing ---- */

static mq_status everything_is_set(void *user, const mq_pair *p)
{
    (void)user;
    assert_str(p->ar, MQ_STR(AR_NETWORK));
    assert_str(p->la, MQ_STR("r\u00E9seau"));
    assert_int_equal(p->lang, MQ_LANG_EN);
    assert_int_equal(p->kind, MQ_KIND_TRANSLITERATION);
    assert_int_equal(p->status, MQ_PREFERRED);
    assert_int_equal(p->concept, 12);
    assert_str(p->note, MQ_STR("n"));
    assert_str(p->domain, MQ_STR("t\u00E9l\u00E9coms"));
    assert_str(p->definition, MQ_STR("d"));
    assert_str(p->source, MQ_STR("s"));
    assert_str(p->region, MQ_STR("MA"));
    assert_str(p->pos, MQ_STR("noun"));
    assert_str(p->gender, MQ_STR("f"));
    assert_str(p->number, MQ_STR("s"));
    assert_str(p->plural, MQ_STR("\u0634\u0628\u0643\u0627\u062A"));
    return MQ_OK;
}

static mq_status only_note_is_gone(void *user, const mq_pair *p)
{
    (void)user;
    assert_int_equal(p->note.n, 0);
    assert_str(p->domain, MQ_STR("t\u00E9l\u00E9coms"));
    return MQ_OK;
}

static void edit_sets_and_clears(void **state)
{
    mq_store *s = shelf_open(shelf_path("edit.db"), MQ_STORE_CREATE);
    const int64_t id = shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_CANDIDATE), concept = 12;
    const mq_lang lang = MQ_LANG_EN;
    const mq_kind kind = MQ_KIND_TRANSLITERATION;
    const mq_pair_status status = MQ_PREFERRED;
    const mq_pair_edit all = { AR_NETWORK, "r\u00E9seau", "n", "t\u00E9l\u00E9coms", "d", "s", "MA", "noun", "f", "s", "\u0634\u0628\u0643\u0627\u062A", &lang,
                               &kind, &status, &concept };
    const mq_pair_edit clear = { .note = "" }, none = { .ar = "" };
    mq_stats stats;

    (void)state;
    assert_int_equal(mq_store_edit(s, id, &all, NULL), MQ_OK);
    assert_int_equal(mq_store_get(s, id, everything_is_set, NULL, NULL), MQ_OK);
    assert_int_equal(mq_store_edit(s, id, &clear, NULL), MQ_OK);
    assert_int_equal(mq_store_get(s, id, only_note_is_gone, NULL, NULL), MQ_OK);
    assert_int_equal(mq_store_edit(s, id, &none, NULL), MQ_EINVALID);
    assert_int_equal(mq_store_edit(s, id + 1, &clear, NULL), MQ_ENOTFOUND);
    assert_int_equal(mq_store_set_status(s, 0, MQ_ACCEPTED, NULL), MQ_ENOTFOUND);
    assert_int_equal(mq_store_stats(s, &stats, NULL), MQ_OK);
    assert_int_equal(stats.terms_ar, 1);
    assert_int_equal(stats.terms_la, 1);
    assert_sound(s);
    mq_store_free(s);
}

static void edit_does_not_make_two_of_one(void **state)
{
    mq_store *s = shelf_open(shelf_path("two.db"), MQ_STORE_CREATE);
    const int64_t a = shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED), b = shelf_add(s, AR_NETWORK, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    const mq_pair_edit e = { .ar = "\u0627\u0644" AR_NETWORK };
    mq_error err;

    (void)state;
    assert_int_equal(mq_store_edit(s, a, &e, &err), MQ_EINVALID);
    assert_non_null(strstr(err.msg, "pair 2 says that already"));
    assert_int_equal(mq_store_edit(s, b, &e, &err), MQ_OK); /* its own headword in another spelling */
    assert_sound(s);
    mq_store_free(s);
}

/* ---- orders ---- */

struct ids { int64_t id[8]; size_t n, stop; };

static mq_status take_id(void *user, const mq_pair *p)
{
    struct ids *l = user;

    l->id[l->n++] = p->id;
    return l->n == l->stop ? MQ_ESTOPPED : MQ_OK;
}

static const mq_lang french = MQ_LANG_FR;

static const struct order_case { const char *name; mq_list_query q; const char *want; } orders[] = {
    { "best score first, then the older", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_SCORE }, "2 3 4 1" },
    { "most seen first, then the better score", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_COUNT }, "1 2 3 4" },
    { "by the Arabic, then by the language", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ALPHA }, "3 1 2 4" },
    { "by id", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID }, "1 2 3 4" },
    { "two statuses", { .statuses = MQ_STATUS_KNOWN, .order = MQ_ORDER_ID }, "2 4" },
    { "one language", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID, .lang = &french }, "1 2 3" },
    { "at least a score", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID, .min_score = 0.6 }, "2 3 4" },
    { "at least so many documents", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID, .min_docs = 1 }, "1" },
    { "at most so many", { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ID, .limit = 2 }, "1 2" },
};

static void order(void **row)
{
    const struct order_case *c = *row;
    mq_store *s = shelf_open(shelf_path("order.db"), MQ_STORE_CREATE);
    const mq_occurrence o = shelf_seen(AR_NETWORK, "r\u00E9seau", 1, 0.5);
    struct ids ids = { .n = 0 };
    mq_buf got = MQ_BUF_INIT;
    int64_t doc;

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document_join(s, MQ_STR("a"), &doc, NULL), MQ_OK);
    assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CLOUD, "cloud", MQ_LANG_FR, MQ_REJECTED);
    (void)shelf_add(s, AR_CENTRE, "center", MQ_LANG_EN, MQ_PREFERRED);
    assert_int_equal(mq_store_list(s, &c->q, take_id, &ids, NULL), MQ_OK);
    for (size_t i = 0; i < ids.n; i++)
        mq_buf_addf(&got, "%s%lld", i ? " " : "", (long long)ids.id[i]);
    assert_buf(got, c->want);
    mq_buf_release(&got);
    mq_store_free(s);
}

static void handler_stops(void **state)
{
    mq_store *s = shelf_open(shelf_path("stop.db"), MQ_STORE_CREATE);
    const mq_list_query q = { .statuses = MQ_STATUS_ALL };
    struct ids ids = { .stop = 1 };

    (void)state;
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CENTRE, "center", MQ_LANG_EN, MQ_ACCEPTED);
    assert_int_equal(mq_store_list(s, &q, take_id, &ids, NULL), MQ_ESTOPPED);
    assert_int_equal(ids.n, 1);
    mq_store_free(s);
}

static void sums(void **state)
{
    mq_store *s = shelf_open(shelf_path("sums.db"), MQ_STORE_CREATE);
    mq_stats st;

    (void)state;
    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs + st.documents + st.occurrences + (uint64_t)st.changed, 0);
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CENTRE, "center", MQ_LANG_EN, MQ_ACCEPTED);
    (void)shelf_add(s, AR_AGENCY, "ANRT", MQ_LANG_UND, MQ_CANDIDATE);
    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs, 3);
    assert_int_equal(st.terms_ar, 2);
    assert_int_equal(st.terms_la, 3);
    assert_int_equal(st.by_status[MQ_ACCEPTED], 2);
    assert_int_equal(st.by_status[MQ_CANDIDATE], 1);
    assert_int_equal(st.by_lang[MQ_LANG_EN], 1);
    assert_int_equal(st.by_kind[MQ_KIND_TRANSLATION], 3);
    assert_int_equal(st.changed, 1700000000);
    assert_int_equal(st.schema, MQ_SCHEMA_VERSION);
    mq_store_free(s);
}

/* ---- transactions ---- */

static void rolled_back(void **state)
{
    mq_store *s = shelf_open(shelf_path("back.db"), MQ_STORE_CREATE);
    mq_stats st;

    (void)state;
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    mq_store_rollback(s);
    mq_store_rollback(s);
    assert_int_equal(mq_store_stats(s, &st, NULL), MQ_OK);
    assert_int_equal(st.pairs + st.terms_ar, 0);
    assert_int_equal(shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED), 1);
    assert_sound(s); /* the words learned before the rollback were learned again */
    mq_store_free(s);
}

static void times_are_kept(void **state)
{
    mq_store *s = shelf_open(shelf_path("times.db"), MQ_STORE_CREATE);
    const mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = MQ_STR("centre"), .lang = MQ_LANG_FR, .created = 5, .changed = 7 };
    int64_t id;

    (void)state;
    assert_int_equal(mq_store_add(s, &p, false, &id, NULL, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, id).created, 5);
    assert_int_equal(shelf_numbers(s, id).changed, 7);
    assert_int_equal(mq_store_set_status(s, id, MQ_PREFERRED, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, id).created, 5);
    assert_int_equal(shelf_numbers(s, id).changed, 1700000000);
    mq_store_free(s);
}

int main(void)
{
    assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1700000000", 1), 0);
    UNIT_ROWS(merges, merge);
    UNIT_ROWS(sames, one_pair);
    UNIT_ROWS(bads, refuse);
    UNIT_LAW("a term has at most MQ_MOST_TERM bytes", too_long_a_term);
    UNIT_LAW("an edit sets what it names, and clears what it names as empty", edit_sets_and_clears);
    UNIT_LAW("an edit does not make two pairs of one", edit_does_not_make_two_of_one);
    UNIT_ROWS(orders, order);
    UNIT_LAW("a handler can stop a list", handler_stops);
    UNIT_LAW("the sums are what counting gives", sums);
    UNIT_LAW("what was rolled back never was", rolled_back);
    UNIT_LAW("times that come with a pair are kept until it changes", times_are_kept);
    return unit_run();
}
