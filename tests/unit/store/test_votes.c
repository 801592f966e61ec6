/* test_votes.c - what several contexts of a Latin term say about the borders of its Arabic; and that it does not matter when votes are counted. */
#include "base/utf8.h"
#include "glossary/votes.h"
#include "shelf.h"

enum { MOST_SIGHTS = 8, SCORE = 6 }; /* tenths */

/* A sentence, with the Arabic of the pair in { } and the Latin in < >. */
struct sight { const char *text; int score; /* tenths; 0 = SCORE */ };

static const struct vote_case {
    const char *name;
    struct sight sight[MOST_SIGHTS]; /* each in a document of its own */
    struct { const char *ar; int way; } want[2]; /* -1 falls, 1 rises, 0 stays */
} cases[] = {
    { "one context says nothing", { { "تحدث عن {السحابة السيادية} <cloud>", 0 } }, { { "السحابة السيادية", 0 } } },
    { "several documents and neighbours speak for a pair", { { "تحدث عن {السحابة السيادية} <cloud>", 0 }, { "أطلق {السحابة السيادية} <cloud>", 0 } },
      { { "السحابة السيادية", 1 } } },
    { "the same sentence again is no other context", { { "تحدث عن {السحابة السيادية} <cloud>", 0 }, { "تحدث عن {السحابة السيادية} <cloud>", 0 } },
      { { "السحابة السيادية", 0 } } },
    { "a single word may be a class word", { { "قرأت في {جريدة} <The Daily>", 0 }, { "نشرت {جريدة} <The Daily>", 0 } }, { { "جريدة", 0 } } },
    { "a verb that was taken along falls",
      { { "تحدث عن {السحابة السيادية} <cloud>", 0 }, { "أطلق {السحابة السيادية} <cloud>", 0 }, { "مشروع {السحابة السيادية} <cloud>", 0 },
        { "{تقترح السحابة السيادية} <cloud>", 0 } },
      { { "تقترح السحابة السيادية", -1 }, { "السحابة السيادية", 1 } } },
    { "what is sure by itself does not",
      { { "تحدث عن {السحابة السيادية} <cloud>", 0 }, { "أطلق {السحابة السيادية} <cloud>", 0 }, { "مشروع {السحابة السيادية} <cloud>", 0 },
        { "{خدمة السحابة السيادية} <cloud>", 10 } },
      { { "خدمة السحابة السيادية", 0 } } },
    { "a part of a term falls when the rest always stands beside it",
      { { "هجمات غير {متزامنة} <Asynchronous>", 0 }, { "طريقة {غير متزامنة} <Asynchronous>", 0 }, { "هي {غير متزامنة} <Asynchronous>", 0 } },
      { { "متزامنة", -1 }, { "غير متزامنة", 1 } } },
    { "what a line's end left of a name falls",
      { { "رخصة {أوربكوم المغرب} <ORBCOMM>", 0 }, { "شركة {أوربكوم المغرب} <ORBCOMM>", 0 }, { "منحت {أوربكوم المغرب} <ORBCOMM>", 0 }, { "{المغرب} <ORBCOMM> أن", 0 } },
      { { "المغرب", -1 }, { "أوربكوم المغرب", 1 } } },
    { "a class word beside a name does not make it a part",
      { { "تأسست شركة {غوغل} <Google>", 0 }, { "عند {شركة غوغل} <Google>", 0 }, { "قالت {شركة غوغل} <Google>", 0 } }, { { "غوغل", 0 } } },
    { "Latin first: the words behind vote",
      { { "<cloud> {السحابة السيادية} في المغرب", 0 }, { "<cloud> {السحابة السيادية} هي", 0 }, { "<cloud> {السحابة السيادية}.", 0 },
        { "<cloud> {السحابة السيادية اليوم} هنا", 0 } },
      { { "السحابة السيادية اليوم", -1 }, { "السحابة السيادية", 1 } } },
    { "another Latin term has votes of its own", { { "تحدث عن {السحابة السيادية} <cloud>", 0 }, { "أطلق {السحابة السيادية} <nuage>", 0 } },
      { { "السحابة السيادية", 0 } } },
};

/* The code points before a byte, the marks not counted. */
static size_t place(const char *text, const char *at)
{
    size_t n = mq_utf8_count(text, (size_t)(at - text));

    for (; text < at; text++)
        n -= strchr("{}<>", *text) != NULL;
    return n;
}

static void see(mq_store *s, const struct sight *x, unsigned doc)
{
    const char *a = strchr(x->text, '{') + 1, *b = strchr(a, '}'), *c = strchr(x->text, '<') + 1, *d = strchr(c, '>');
    mq_occurrence o = { .ar = { a, (size_t)(b - a) }, .term = { a, (size_t)(b - a) }, .la = { c, (size_t)(d - c) }, .lang = MQ_LANG_EN };
    mq_buf plain = MQ_BUF_INIT;
    char uri[16];
    bool fresh;
    int64_t id;

    for (const char *p = x->text; *p; p++)
        if (!strchr("{}<>", *p))
            mq_buf_addc(&plain, *p);
    (void)snprintf(uri, sizeof uri, "%u.txt", doc);
    o.context = mq_buf_str(&plain);
    o.score = (x->score ? x->score : SCORE) / 10.0;
    o.ar_start = place(x->text, a);
    o.ar_end = place(x->text, b);
    o.la_start = place(x->text, c);
    o.la_end = place(x->text, d);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document(s, mq_str_of(uri), 1, 1, MQ_STR("test"), &id, &fresh, NULL), MQ_OK);
    if (fresh) {
        assert_int_equal(mq_store_add_occurrence(s, id, &o, NULL), MQ_OK);
        assert_int_equal(mq_store_document_done(s, id, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    mq_buf_release(&plain);
}

static void see_all(mq_store *s, const struct vote_case *c, bool backwards, bool count_each)
{
    for (unsigned i = 0; i < MOST_SIGHTS; i++) {
        const unsigned k = backwards ? MOST_SIGHTS - 1 - i : i;

        if (c->sight[k].text)
            see(s, &c->sight[k], k);
        if (count_each)
            assert_int_equal(mq_count_votes(s, NULL, NULL, NULL), MQ_OK);
    }
    assert_int_equal(mq_count_votes(s, NULL, NULL, NULL), MQ_OK);
}

struct wanted { mq_str ar; double score; };

static mq_status keep_score(void *user, const mq_pair *p)
{
    struct wanted *w = user;

    if (mq_str_equal(p->ar, w->ar) && w->score < 0)
        w->score = p->score;
    return MQ_OK;
}

static double score_of(mq_store *s, const char *ar)
{
    const mq_list_query q = { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ALPHA };
    struct wanted w = { mq_str_of(ar), -1 };

    assert_int_equal(mq_store_list(s, &q, keep_score, &w, NULL), MQ_OK);
    assert_true(w.score >= 0);
    return w.score;
}

static double best_of(const struct vote_case *c, const char *ar)
{
    double best = 0;

    for (size_t i = 0; i < MOST_SIGHTS && c->sight[i].text; i++) {
        const char *a = strchr(c->sight[i].text, '{') + 1;
        const double score = (c->sight[i].score ? c->sight[i].score : SCORE) / 10.0;

        if (mq_str_equal((mq_str){ a, (size_t)(strchr(a, '}') - a) }, mq_str_of(ar)) && score > best)
            best = score;
    }
    return best;
}

static void vote(void **row)
{
    const struct vote_case *c = *row;
    mq_store *s = shelf_open(shelf_path("votes.db"), MQ_STORE_CREATE);

    see_all(s, c, false, false);
    for (size_t i = 0; i < 2 && c->want[i].ar; i++) {
        const double was = best_of(c, c->want[i].ar), is = score_of(s, c->want[i].ar);

        assert_int_equal(is < was ? -1 : is > was, c->want[i].way);
    }
    assert_sound(s);
    mq_store_free(s);
}

/* ---- laws ---- */

/* Scores, in the order of keys. */
static mq_status tell_score(void *user, const mq_pair *p)
{
    mq_buf_addf(user, "%.*s = %.*s %.17g\n", (int)p->ar.n, p->ar.p, (int)p->la.n, p->la.p, p->score);
    return MQ_OK;
}

static void tell(mq_buf *out, mq_store *s)
{
    const mq_list_query q = { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ALPHA };

    mq_buf_clear(out);
    assert_int_equal(mq_store_list(s, &q, tell_score, out, NULL), MQ_OK);
}

static void order_does_not_matter(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
        mq_buf want = MQ_BUF_INIT, got = MQ_BUF_INIT;
        mq_store *s = shelf_open(shelf_path("once.db"), MQ_STORE_CREATE), *t = shelf_open(shelf_path("often.db"), MQ_STORE_CREATE);

        see_all(s, &cases[i], false, false);
        see_all(t, &cases[i], true, true);
        tell(&want, s);
        tell(&got, t);
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
        see_all(s, &cases[i], false, true); /* nothing is new */
        tell(&got, s);
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
        mq_store_free(s);
        mq_store_free(t);
        mq_buf_release(&want);
        mq_buf_release(&got);
    }
}

static bool at_once(void *user)
{
    (void)user;
    return true;
}

static void interrupted_counting_goes_on(void **state)
{
    mq_store *s = shelf_open(shelf_path("int.db"), MQ_STORE_CREATE);

    (void)state;
    see(s, &cases[1].sight[0], 0);
    see(s, &cases[1].sight[1], 1);
    assert_int_equal(mq_count_votes(s, at_once, NULL, NULL), MQ_ESTOPPED);
    assert_true(score_of(s, cases[1].want[0].ar) == best_of(&cases[1], cases[1].want[0].ar));
    assert_int_equal(mq_count_votes(s, NULL, NULL, NULL), MQ_OK);
    assert_true(score_of(s, cases[1].want[0].ar) > best_of(&cases[1], cases[1].want[0].ar));
    mq_store_free(s);
}

static void decided_pairs_keep_their_score(void **state)
{
    const struct vote_case *c = &cases[4];
    mq_store *s = shelf_open(shelf_path("decided.db"), MQ_STORE_CREATE);

    (void)state;
    for (unsigned i = 0; i < 4; i++)
        see(s, &c->sight[i], i);
    assert_int_equal(mq_store_set_status(s, 2, MQ_ACCEPTED, NULL), MQ_OK);
    assert_int_equal(mq_count_votes(s, NULL, NULL, NULL), MQ_OK);
    assert_true(score_of(s, c->want[0].ar) == SCORE / 10.0);
    assert_true(score_of(s, c->want[1].ar) > SCORE / 10.0);
    mq_store_free(s);
}

static void what_went_away_votes_no_more(void **state)
{
    const struct vote_case *c = &cases[1];
    mq_store *s = shelf_open(shelf_path("gone.db"), MQ_STORE_CREATE);
    bool fresh;
    int64_t doc;

    (void)state;
    see_all(s, c, false, false);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document(s, MQ_STR("1.txt"), 2, 1, MQ_STR("test"), &doc, &fresh, NULL), MQ_OK);
    assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(mq_count_votes(s, NULL, NULL, NULL), MQ_OK);
    assert_true(score_of(s, c->want[0].ar) == SCORE / 10.0);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(cases, vote);
    UNIT_LAW("the order of documents and the times of counting make no difference", order_does_not_matter);
    UNIT_LAW("votes whose counting was interrupted are counted the next time", interrupted_counting_goes_on);
    UNIT_LAW("what a person decided keeps its score and still votes", decided_pairs_keep_their_score);
    UNIT_LAW("an occurrence that went away votes no more", what_went_away_votes_no_more);
    return unit_run();
}
