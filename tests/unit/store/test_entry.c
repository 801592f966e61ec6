/* test_entry.c - which pairs form one entry, joining and parting them, terms with competing renderings. */
#include "shelf.h"

static mq_status write_ids(void *user, const mq_pair *p)
{
    mq_buf_addf(user, "%lld ", (long long)p->id);
    return MQ_OK;
}

/*
 * 1 markaz = centre fr   2 wizara = centre fr, preferred   3 wikala = agence fr   4 shabaka = centre en   5 sahaba = nuage fr, rejected
 * 6 markaz = milieu fr   7 wikala = CNDP und, acronym      8 wikala = office fr, candidate
 */
static mq_store *shelf(void)
{
    const mq_pair acronym = { .ar = MQ_STR(AR_AGENCY), .la = MQ_STR("CNDP"), .kind = MQ_KIND_ACRONYM, .status = MQ_ACCEPTED, .score = 1 };
    mq_store *s = shelf_open(shelf_path("entry.db"), MQ_STORE_CREATE);

    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_MINISTRY, "centre", MQ_LANG_FR, MQ_PREFERRED);
    (void)shelf_add(s, AR_AGENCY, "agence", MQ_LANG_FR, MQ_ACCEPTED);
    (void)shelf_add(s, AR_NETWORK, "centre", MQ_LANG_EN, MQ_ACCEPTED);
    (void)shelf_add(s, AR_CLOUD, "nuage", MQ_LANG_FR, MQ_REJECTED);
    (void)shelf_add(s, AR_CENTRE, "milieu", MQ_LANG_FR, MQ_ACCEPTED);
    assert_int_equal(mq_store_add(s, &acronym, true, NULL, NULL, NULL), MQ_OK);
    (void)shelf_add(s, AR_AGENCY, "office", MQ_LANG_FR, MQ_CANDIDATE);
    return s;
}

/* ---- entries: joins are rows "a+b", partings "a-"; then the entries of some pairs ---- */

static const struct entry_case {
    const char *name;
    struct { int64_t id, other; } joins[4]; /* other = -1: part */
    size_t njoins;
    int64_t of;
    const char *want;
} entries[] = {
    { "pairs that share a Latin term, preferred first", { { 0, 0 } }, 0, 1, "2 1 " },
    { "the same word in another language is another term", { { 0, 0 } }, 0, 4, "4 " },
    { "an Arabic term in common is no reason", { { 0, 0 } }, 0, 6, "6 " },
    { "what a person joined", { { 3, 4 } }, 1, 3, "3 4 " },
    { "who joins brings along those with its Latin term", { { 3, 1 } }, 1, 3, "2 1 3 " },
    { "and they see it, too", { { 3, 1 } }, 1, 2, "2 1 3 " },
    { "three joined in a chain", { { 3, 4 }, { 6, 3 } }, 2, 4, "3 4 6 " },
    { "two concepts become one", { { 3, 4 }, { 6, 8 }, { 6, 3 } }, 3, 8, "3 4 6 8 " },
    { "a concept told apart stays apart", { { 1, 3 }, { 2, 4 } }, 2, 1, "1 3 " },
    { "from the other side as well", { { 1, 3 }, { 2, 4 } }, 2, 2, "2 4 " },
    { "who leaves is alone", { { 3, 4 }, { 6, 3 }, { 3, -1 } }, 3, 3, "3 " },
    { "the others stay together", { { 3, 4 }, { 6, 3 }, { 3, -1 } }, 3, 6, "4 6 " },
    { "also when the one they are named after leaves", { { 3, 4 }, { 6, 4 }, { 4, -1 } }, 3, 3, "3 6 " },
    { "whose place can be taken again", { { 3, 4 }, { 6, 4 }, { 4, -1 }, { 8, 4 } }, 4, 4, "4 8 " },
    { "a rejected pair has an entry of none", { { 0, 0 } }, 0, 5, "" },
    { "a pair that is not there", { { 0, 0 } }, 0, 99, "" },
};

static void entry(void **row)
{
    const struct entry_case *c = *row;
    mq_store *s = shelf();
    mq_buf ids = MQ_BUF_INIT;

    for (size_t i = 0; i < c->njoins; i++)
        assert_int_equal(mq_store_join(s, c->joins[i].id, c->joins[i].other < 0 ? 0 : c->joins[i].other, NULL), MQ_OK);
    assert_int_equal(mq_store_entry(s, c->of, MQ_STATUS_SHOWN, write_ids, &ids, NULL), MQ_OK);
    assert_str(mq_buf_str(&ids), mq_str_of(c->want));
    assert_sound(s);
    mq_buf_release(&ids);
    mq_store_free(s);
}

/* Entries part the glossary: whoever is in mine has me in theirs, whatever was joined and parted. */
static void entries_are_parts(void **state)
{
    enum { PAIRS = 8, RUNS = 40, CHANGES = 8 };
    uint64_t random = 3;

    (void)state;
    for (int run = 0; run < RUNS; run++) {
        mq_store *s = shelf();
        mq_buf of[PAIRS + 1] = { MQ_BUF_INIT };

        for (int i = 0; i < CHANGES; i++) {
            const int64_t id = 1 + (int64_t)unit_below(&random, PAIRS), other = (int64_t)unit_below(&random, PAIRS + 1);

            assert_int_equal(mq_store_join(s, id, other, NULL), id == other ? MQ_EINVALID : MQ_OK);
        }
        for (int64_t id = 1; id <= PAIRS; id++)
            assert_int_equal(mq_store_entry(s, id, MQ_STATUS_ALL, write_ids, &of[id], NULL), MQ_OK);
        for (int64_t id = 1; id <= PAIRS; id++)
            for (const char *p = of[id].p; *p; p += 2)
                assert_str(mq_buf_str(&of[*p - '0']), mq_buf_str(&of[id]));
        for (int64_t id = 1; id <= PAIRS; id++)
            mq_buf_release(&of[id]);
        mq_store_free(s);
    }
}

static void joins_that_cannot_be(void **state)
{
    mq_store *s = shelf();
    mq_error err;

    (void)state;
    assert_int_equal(mq_store_join(s, 1, 1, &err), MQ_EINVALID);
    assert_int_equal(mq_store_join(s, 1, 99, &err), MQ_ENOTFOUND);
    assert_string_equal(err.msg, "there is no pair 99");
    assert_int_equal(mq_store_join(s, 99, 1, &err), MQ_ENOTFOUND);
    assert_int_equal(shelf_numbers(s, 1).concept, 0);
    mq_store_free(s);
}

static void rivals(void **state)
{
    mq_store *s = shelf();
    mq_buf ids = MQ_BUF_INIT;

    (void)state;
    assert_int_equal(mq_store_rivals(s, 1, MQ_STATUS_ALL, 10, write_ids, &ids, NULL), MQ_OK);
    assert_int_equal(mq_store_rivals(s, 1, MQ_STATUS_ALL, 1, write_ids, &ids, NULL), MQ_OK);
    assert_int_equal(mq_store_rivals(s, 7, MQ_STATUS_ALL, 10, write_ids, &ids, NULL), MQ_OK); /* the only one without a language */
    assert_int_equal(mq_store_rivals(s, 5, MQ_STATUS_ALL, 10, write_ids, &ids, NULL), MQ_OK);
    assert_buf(ids, "2 6 2 ");
    mq_buf_release(&ids);
    mq_store_free(s);
}

/* ---- conflicts ---- */

static const mq_lang english = MQ_LANG_EN;

static const struct conflict_case {
    const char *name;
    bool arabic;
    mq_conflict_query q;
    const char *want; /* "id(at/of count) …" */
} conflicts[] = {
    { "Latin terms with several Arabic ones", false, { .renderings.statuses = MQ_STATUS_SHOWN }, "2(0/2 3) 1(1/2 3) " },
    { "decided when one is preferred", false, { .renderings.statuses = MQ_STATUS_SHOWN, .undecided = true }, "" },
    { "Arabic terms with several of one language, most seen first; acronyms are no rivals of full forms", true, { .renderings.statuses = MQ_STATUS_SHOWN },
      "1(0/2 3) 6(1/2 3) 3(0/2 0) 8(1/2 0) " },
    { "so many terms at most", true, { .renderings.statuses = MQ_STATUS_SHOWN, .renderings.limit = 1 }, "1(0/2 3) 6(1/2 3) " },
    { "of these statuses", true, { .renderings.statuses = MQ_STATUS_KNOWN }, "1(0/2 3) 6(1/2 3) " },
    { "with this score", true, { .renderings.statuses = MQ_STATUS_SHOWN, .renderings.min_score = 0.75 }, "1(0/2 3) 6(1/2 3) " },
    { "in so many documents", true, { .renderings.statuses = MQ_STATUS_SHOWN, .renderings.min_docs = 1 }, "" },
    { "of this language", true, { .renderings.statuses = MQ_STATUS_SHOWN, .renderings.lang = &english }, "" },
};

static mq_status write_conflict(void *user, const mq_conflict *c, const mq_pair *p)
{
    mq_buf_addf(user, "%lld(%zu/%zu %llu) ", (long long)p->id, c->at, c->of, (unsigned long long)c->count);
    return MQ_OK;
}

static mq_status write_uri(void *user, mq_str uri)
{
    mq_buf_addf(user, "%.*s ", (int)uri.n, uri.p);
    return MQ_OK;
}

/* Pair 1 in b.txt, twice, and a.txt. */
static void mine(mq_store *s)
{
    static const char *const docs[] = { "b.txt", "b.txt", "a.txt" };

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(docs); i++) {
        const mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 100 * i, 0.5);
        int64_t doc;

        assert_int_equal(mq_store_document_join(s, mq_str_of(docs[i]), &doc, NULL), MQ_OK);
        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
}

static void conflict(void **row)
{
    const struct conflict_case *c = *row;
    mq_store *s = shelf();
    mq_buf out = MQ_BUF_INIT;

    mine(s);
    assert_int_equal(mq_store_conflicts(s, c->arabic, &c->q, write_conflict, &out, NULL), MQ_OK);
    assert_str(mq_buf_str(&out), mq_str_of(c->want));
    mq_buf_release(&out);
    mq_store_free(s);
}

static void documents(void **state)
{
    mq_store *s = shelf();
    mq_buf out = MQ_BUF_INIT;

    (void)state;
    mine(s);
    assert_int_equal(mq_store_documents(s, 1, 0, write_uri, &out, NULL), MQ_OK);
    assert_int_equal(mq_store_documents(s, 1, 1, write_uri, &out, NULL), MQ_OK);
    assert_int_equal(mq_store_documents(s, 2, 0, write_uri, &out, NULL), MQ_OK);
    assert_buf(out, "a.txt b.txt a.txt ");
    mq_buf_release(&out);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(entries, entry);
    UNIT_LAW("entries part the glossary", entries_are_parts);
    UNIT_LAW("a pair is not joined to itself or to nothing", joins_that_cannot_be);
    UNIT_LAW("rivals share a side", rivals);
    UNIT_ROWS(conflicts, conflict);
    UNIT_LAW("documents come once each, sorted", documents);
    return unit_run();
}
