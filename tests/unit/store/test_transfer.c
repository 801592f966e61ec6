/* test_transfer.c - what imports and exports want of the store: orders that group a term, siblings, finding, occurrences that were mined elsewhere. */
#include "shelf.h"

static mq_status write_ids(void *user, const mq_pair *p)
{
    mq_buf_addf(user, "%lld ", (long long)p->id);
    return MQ_OK;
}

/*
 *  1 markaz = centre fr   2 wizara = Ministère fr   3 markaz = center en   4 sahaba = MINISTERE und   5 markaz = centre en (candidate)
 */
static mq_store *shelf(void)
{
    mq_store *s = shelf_open(shelf_path("transfer.db"), MQ_STORE_CREATE);

    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_MINISTRY, "Ministère", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CENTRE, "center", MQ_LANG_EN, MQ_PREFERRED);
    (void)shelf_add(s, AR_CLOUD, "MINISTERE", MQ_LANG_UND, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_EN, MQ_CANDIDATE);
    return s;
}

static const struct order_case {
    const char *name;
    enum mq_order order;
    const char *want;
} orders[] = {
    { "by the age of the Arabic term, its pairs together", MQ_ORDER_ARABIC, "1 3 5 2 4 " },
    { "by the key of the Latin term, whatever its language", MQ_ORDER_LATIN, "3 1 5 4 2 " },
};

static void orders_pairs(void **row)
{
    const struct order_case *c = *row;
    mq_store *s = shelf();
    mq_buf ids = MQ_BUF_INIT;
    const mq_list_query q = { .statuses = MQ_STATUS_ALL, .order = c->order };

    assert_int_equal(mq_store_list(s, &q, write_ids, &ids, NULL), MQ_OK);
    assert_buf(ids, c->want);
    mq_buf_release(&ids);
    mq_store_free(s);
}

static void siblings_share_the_arabic_term(void **state)
{
    mq_store *s = shelf();
    mq_buf ids = MQ_BUF_INIT;

    (void)state;
    assert_int_equal(mq_store_siblings(s, 3, MQ_STATUS_ALL, 0, write_ids, &ids, NULL), MQ_OK);
    assert_int_equal(mq_store_siblings(s, 3, MQ_STATUS_KNOWN, 0, write_ids, &ids, NULL), MQ_OK);
    assert_int_equal(mq_store_siblings(s, 3, MQ_STATUS_ALL, 0.75, write_ids, &ids, NULL), MQ_OK);
    assert_int_equal(mq_store_siblings(s, 99, MQ_STATUS_ALL, 0, write_ids, &ids, NULL), MQ_OK);
    assert_buf(ids, "1 3 5 1 3 1 3 ");
    mq_buf_release(&ids);
    mq_store_free(s);
}

static void finds_by_keys(void **state)
{
    mq_store *s = shelf();
    mq_pair p = { .ar = MQ_STR("\u0627\u0644" AR_CENTRE), .la = MQ_STR("CENTRE"), .lang = MQ_LANG_FR };
    int64_t id, changed;

    (void)state;
    assert_int_equal(mq_store_find(s, &p, &id, NULL), MQ_OK);
    assert_int_equal(id, 1);
    p.lang = MQ_LANG_EN;
    assert_int_equal(mq_store_find(s, &p, &id, NULL), MQ_OK);
    assert_int_equal(id, 5);
    p.la = MQ_STR("hub");
    assert_int_equal(mq_store_find(s, &p, &id, NULL), MQ_OK);
    assert_int_equal(id, 0);
    assert_int_equal(mq_store_changed(s, &changed, NULL), MQ_OK);
    assert_int_equal(changed, shelf_numbers(s, 1).changed > shelf_numbers(s, 5).changed ? shelf_numbers(s, 1).changed : shelf_numbers(s, 5).changed);
    mq_store_free(s);
}

static void own_concept_is_the_pairs_id(void **state)
{
    mq_store *s = shelf_open(shelf_path("concept.db"), MQ_STORE_CREATE);
    mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = MQ_STR("centre"), .lang = MQ_LANG_FR, .concept = MQ_CONCEPT_OWN };
    int64_t first, second;
    mq_added what;

    (void)state;
    assert_int_equal(mq_store_add(s, &p, false, &first, NULL, NULL), MQ_OK);
    p.la = MQ_STR("pôle");
    p.concept = first;
    assert_int_equal(mq_store_add(s, &p, false, &second, NULL, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, first).concept, first);
    assert_int_equal(shelf_numbers(s, second).concept, first);
    p.la = MQ_STR("core"); /* alone, and then not */
    p.concept = 0;
    assert_int_equal(mq_store_add(s, &p, false, &second, &what, NULL), MQ_OK);
    p.concept = first;
    assert_int_equal(mq_store_add(s, &p, false, &second, &what, NULL), MQ_OK);
    assert_int_equal(what, MQ_ADDED_MERGED);
    assert_int_equal(shelf_numbers(s, second).concept, first);
    p.concept = MQ_CONCEPT_OWN; /* it stays where it is */
    assert_int_equal(mq_store_add(s, &p, false, &second, &what, NULL), MQ_OK);
    assert_int_equal(what, MQ_ADDED_SAME);
    assert_int_equal(shelf_numbers(s, second).concept, first);
    assert_sound(s);
    mq_store_free(s);
}

static void loads_occurrences(void **state)
{
    mq_store *s = shelf();
    mq_occurrence o = shelf_seen(AR_NETWORK, "réseau", 3, 0.875);
    const mq_pair before = shelf_numbers(s, 1);
    int64_t doc;
    bool known, has;
    mq_added what;

    (void)state;
    o.doc = MQ_STR("d1");
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document_join(s, o.doc, &doc, NULL), MQ_OK);
    assert_int_equal(mq_store_load_occurrence(s, doc, 0, &o, &known, &what, NULL), MQ_OK);
    assert_true(!known && what == MQ_ADDED_NEW);
    assert_int_equal(mq_store_load_occurrence(s, doc, 0, &o, &known, &what, NULL), MQ_OK);
    assert_true(known && what == MQ_ADDED_SAME);
    assert_int_equal(mq_store_load_occurrence(s, doc, 1, &o, &known, &what, NULL), MQ_OK);
    assert_true(!known && what == MQ_ADDED_MERGED);
    assert_int_equal(mq_store_load_occurrence(s, doc, 1, &o, &known, &what, NULL), MQ_OK);
    assert_true(known && what == MQ_ADDED_SAME);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_int_equal(shelf_numbers(s, 1).changed, before.changed);
    assert_int_equal(mq_store_has_occurrence(s, &o, &has, NULL), MQ_OK);
    assert_true(has);
    o.ar_start = 4;
    assert_int_equal(mq_store_has_occurrence(s, &o, &has, NULL), MQ_OK);
    assert_false(has);
    assert_sound(s);
    mq_store_free(s);
}

static mq_status write_quote(void *user, mq_str text, mq_str source)
{
    mq_buf_addf(user, "%.*s (%.*s)\n", (int)text.n, text.p, (int)source.n, source.p);
    return MQ_OK;
}

static void quotes_are_kept_once(void **state)
{
    mq_store *s = shelf();
    const mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 3, 0.5);
    const mq_pair before = shelf_numbers(s, 1);
    mq_buf quotes = MQ_BUF_INIT;
    int64_t doc;
    bool known;
    mq_added what;

    (void)state;
    assert_int_equal(mq_store_quote(s, 1, MQ_STR("q1"), MQ_STR("d1"), &known, NULL), MQ_OK);
    assert_false(known);
    assert_int_equal(mq_store_quote(s, 1, MQ_STR("q2"), MQ_STR(""), &known, NULL), MQ_OK);
    assert_int_equal(mq_store_quote(s, 1, MQ_STR("q1"), MQ_STR("d2"), &known, NULL), MQ_OK);
    assert_true(known);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document_join(s, MQ_STR("d1"), &doc, NULL), MQ_OK);
    assert_int_equal(mq_store_load_occurrence(s, doc, 1, &o, &known, &what, NULL), MQ_OK);
    assert_int_equal(mq_store_quote(s, 1, o.context, MQ_STR(""), &known, NULL), MQ_OK);
    assert_true(known); /* it stands in an occurrence */
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(mq_store_quotes(s, 1, write_quote, &quotes, NULL), MQ_OK);
    assert_buf(quotes, "q1 (d1)\nq2 ()\n");
    assert_int_equal(shelf_numbers(s, 1).changed, before.changed);
    assert_int_equal(shelf_numbers(s, 1).count, 1);
    assert_sound(s);
    mq_buf_release(&quotes);
    mq_store_free(s);
}

static void quotes_are_refused(void **state)
{
    mq_store *s = shelf();
    char text[16];
    bool known;

    (void)state;
    assert_int_equal(mq_store_quote(s, 99, MQ_STR("q"), MQ_STR(""), &known, NULL), MQ_ENOTFOUND);
    assert_int_equal(mq_store_quote(s, 1, MQ_STR(""), MQ_STR(""), &known, NULL), MQ_EINVALID);
    for (int i = 0; i < MQ_MOST_QUOTES; i++) {
        const int n = snprintf(text, sizeof text, "q%d", i);

        assert_int_equal(mq_store_quote(s, 1, (mq_str){ text, (size_t)n }, MQ_STR(""), &known, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_quote(s, 1, MQ_STR("more"), MQ_STR(""), &known, NULL), MQ_ELIMIT);
    mq_store_free(s);
}

static mq_status write_note(void *user, const mq_pair *p)
{
    mq_buf_addf(user, "%s %.*s", mq_pair_status_name(p->status), (int)p->note.n, p->note.p);
    return MQ_OK;
}

/* Pair 5 is a candidate without a note; `shelf` made all others by hand. */
static const struct would_case {
    const char *name, *la;
    mq_lang lang;
    mq_pair_status status;
    const char *note;
    mq_added what;
    const char *then;
} woulds[] = {
    { "a pair that is not there would be new, and nothing is told", "hub", MQ_LANG_EN, MQ_ACCEPTED, "n", MQ_ADDED_NEW, "" },
    { "a candidate would rise", "centre", MQ_LANG_EN, MQ_ACCEPTED, "", MQ_ADDED_MERGED, "accepted " },
    { "an empty note would be filled, a person's status would stay", "centre", MQ_LANG_FR, MQ_REJECTED, "n", MQ_ADDED_MERGED, "accepted n" },
    { "what says nothing new would change nothing", "centre", MQ_LANG_FR, MQ_ACCEPTED, "", MQ_ADDED_SAME, "accepted " },
};

static void would_add(void **row)
{
    const struct would_case *c = *row;
    mq_store *s = shelf();
    const mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = mq_str_of(c->la), .lang = c->lang, .status = c->status, .note = mq_str_of(c->note), .score = 0.5 };
    mq_buf then = MQ_BUF_INIT;
    mq_added would, does;

    assert_int_equal(mq_store_would_add(s, &p, &would, write_note, &then, NULL), MQ_OK);
    assert_int_equal(would, c->what);
    assert_buf(then, c->then);
    assert_int_equal(mq_store_add(s, &p, false, NULL, &does, NULL), MQ_OK);
    assert_int_equal(does, would);
    mq_buf_release(&then);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(woulds, would_add);
    UNIT_LAW("a quoted sentence is kept once, and counts for nothing", quotes_are_kept_once);
    UNIT_LAW("a quote without a pair, an empty one and one too many are refused", quotes_are_refused);
    UNIT_ROWS(orders, orders_pairs);
    UNIT_LAW("siblings are the pairs of one Arabic term", siblings_share_the_arabic_term);
    UNIT_LAW("a pair is found by its keys and its language", finds_by_keys);
    UNIT_LAW("a concept of its own has the id of its first pair", own_concept_is_the_pairs_id);
    UNIT_LAW("an occurrence that is loaded twice is there once", loads_occurrences);
    return unit_run();
}
