/* test_learned.c - what a glossary teaches changes what is found: words by model 1, whole terms, and their borders. */
#include <string.h>

#include <muqabil/glossary.h>
#include <muqabil/mine.h>

#include "glossary/learned.h"
#include "glossary/phrase.h"
#include "mine/miner.h"
#include "unit.h"

/* One word or one term is taught; `pair` is what is found then, and whether its score rose. Scores themselves depend on the weights. */
static const struct learned_case {
    const char *name, *word[2], *term[2], *text, *pair;
    bool rises;
} cases[] = {
    { "a rare word is evidence once a glossary had it", { "مبعاج", "zorblat" }, { NULL, NULL }, "قال إن المبعاج zorblat كثير.", "المبعاج = zorblat", true },
    { "a known term has the border that the glossary says", { NULL, NULL }, { "فول طنبوري", "glumpf" }, "جاء بكيس الفول الطنبوري glumpf أمس.",
      "الفول الطنبوري = glumpf", true },
    { "it is known with clitics and in another number", { NULL, NULL }, { "فول طنبوري", "glumpf" }, "وأعجب بالفول الطنبوري glumpfs كثيرا.",
      "الفول الطنبوري = glumpfs", true },
    { "another Latin word is another term", { NULL, NULL }, { "فول طنبوري", "glumpf" }, "اشترى كيلو من الفول الطنبوري (brakx) أمس.",
      "الفول الطنبوري = brakx", false },
    { "another Arabic word, too", { NULL, NULL }, { "فول طنبوري", "glumpf" }, "اشترى كيلو من الحمص الطنبوري (glumpf) أمس.", "الحمص الطنبوري = glumpf", false },
    { "an acronym of no known name is known", { NULL, NULL }, { "اتحاد صيادي البحيرة", "XZKW" }, "أعلن اتحاد صيادي البحيرة XZKW عن برنامجه.",
      "اتحاد صيادي البحيرة = XZKW", true },
};

struct best { mq_buf pair; double score; };

static mq_status keep_best(void *user, const mq_occurrence *o)
{
    struct best *b = user;

    if (b->pair.n && b->score >= o->score)
        return MQ_OK;
    b->score = o->score;
    mq_buf_clear(&b->pair);
    mq_buf_addf(&b->pair, "%.*s = %.*s", (int)o->term.n, o->term.p, (int)o->la.n, o->la.p);
    return MQ_OK;
}

static struct best mine(mq_miner *m, const char *text)
{
    struct best b = { .pair = MQ_BUF_INIT };

    assert_int_equal(mq_mine(m, MQ_STR("doc"), mq_str_of(text), 0, keep_best, &b, NULL), MQ_OK);
    return b;
}

static void teach(mq_learning *l, const struct learned_case *c)
{
    mq_phrase ar = { .n = 0 }, la = { .n = 0 };

    if (c->word[0]) {
        assert_int_equal(mq_phrase_arabic(&ar, mq_str_of(c->word[0]), NULL), MQ_OK);
        assert_int_equal(mq_phrase_latin(&la, mq_str_of(c->word[1]), NULL), MQ_OK);
        mq_learning_word(l, ar.word[0].text, la.word[0].text, MQ_RENDERING_FR, 0.9);
    }
    if (c->term[0]) {
        assert_int_equal(mq_phrase_arabic(&ar, mq_str_of(c->term[0]), NULL), MQ_OK);
        assert_int_equal(mq_phrase_latin(&la, mq_str_of(c->term[1]), NULL), MQ_OK);
        mq_learning_term(l, ar.key, la.key);
    }
    mq_phrase_release(&ar);
    mq_phrase_release(&la);
}

static void learned(void **row)
{
    const struct learned_case *c = *row;
    mq_buf words = MQ_BUF_INIT, terms = MQ_BUF_INIT;
    mq_learning l = { .nrows = 0 };
    char before[64], after[64];
    struct best first, then;
    mq_miner *m;

    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    mq_miner_version(m, before, sizeof before);
    first = mine(m, c->text);
    teach(&l, c);
    assert_int_equal(mq_learning_write(&words, &terms, &l, NULL), MQ_OK);
    mq_miner_learn(m, (mq_learned){ mq_buf_str(&words), mq_buf_str(&terms) });
    mq_miner_version(m, after, sizeof after);
    assert_string_not_equal(before, after);
    then = mine(m, c->text);
    assert_str(mq_buf_str(&then.pair), mq_str_of(c->pair));
    assert_true(c->rises ? then.score > first.score : then.score == first.score);
    mq_miner_free(m);
    mq_learning_release(&l);
    mq_buf_release(&words);
    mq_buf_release(&terms);
    mq_buf_release(&first.pair);
    mq_buf_release(&then.pair);
}

/* ---- keys of phrases ---- */

static const struct key_case { const char *name; bool arabic; const char *a, *b; bool same; } keys[] = {
    { "the article does not part terms", true, "مركز العمليات الأمنية", "مركز عمليات أمنية", true },
    { "nor do clitics in front", true, "وللوكالة الوطنية", "الوكالة الوطنية", true },
    { "the order does", true, "أمن المعلومات", "معلومات الأمن", false },
    { "a short word counts", true, "زر الحفظ", "الحفظ", false },
    { "function words of French do not", false, "ministère de la santé", "Ministère santé", true },
    { "nor the plural", false, "API", "APIs", true },
    { "a hyphen is a space", false, "Wi-Fi", "wi fi", true },
    { "another word is another term", false, "cloud souverain", "cloud public", false },
};

static void key(void **row)
{
    const struct key_case *c = *row;
    mq_status (*const make)(mq_phrase *, mq_str, mq_error *) = c->arabic ? mq_phrase_arabic : mq_phrase_latin;
    mq_phrase a = { .n = 0 }, b = { .n = 0 };

    assert_int_equal(make(&a, mq_str_of(c->a), NULL), MQ_OK);
    assert_int_equal(make(&b, mq_str_of(c->b), NULL), MQ_OK);
    assert_true(a.key && b.key);
    assert_int_equal(a.key == b.key, c->same);
    mq_phrase_release(&a);
    mq_phrase_release(&b);
}

static void a_remark_makes_no_term(void **state)
{
    mq_phrase p = { .n = 0 };

    (void)state;
    assert_int_equal(mq_phrase_arabic(&p, MQ_STR("(\u063A\u064A\u0631) \u0645\u062A\u0645\u0627\u062B\u0644"), NULL), MQ_OK);
    assert_int_equal(p.key, 0);
    assert_int_equal(p.n, 1);
    mq_phrase_release(&p);
}

/* ---- training ---- */

static void train(mq_learned_images *out, const char *name, bool backwards)
{
    static const char *const pairs[][2] = { { "مركز العمليات", "centre des opérations" }, { "مركز", "centre" }, { "عملية كبيرة", "grande opération" } };
    mq_store *s;
    mq_train_totals t;

    assert_int_equal(mq_store_open(&s, unit_file(name, MQ_STR("")), MQ_STORE_CREATE, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(pairs); i++) {
        const size_t k = backwards ? UNIT_COUNT(pairs) - 1 - i : i;
        const mq_pair p = { .ar = mq_str_of(pairs[k][0]), .la = mq_str_of(pairs[k][1]), .lang = MQ_LANG_FR, .status = MQ_ACCEPTED, .score = 1 };

        assert_int_equal(mq_store_add(s, &p, false, NULL, NULL, NULL), MQ_OK);
    }
    assert_int_equal(mq_train(s, &(mq_train_job){ .user = NULL }, &t, NULL), MQ_OK);
    assert_int_equal(t.pairs, UNIT_COUNT(pairs));
    assert_int_equal(t.terms, UNIT_COUNT(pairs));
    assert_int_equal(mq_learned_load(out, s, NULL), MQ_OK);
    mq_store_free(s);
}

static void order_teaches_nothing(void **state)
{
    mq_learned_images a = { .words = MQ_BUF_INIT }, b = { .words = MQ_BUF_INIT };

    (void)state;
    train(&a, "forwards.db", false);
    train(&b, "backwards.db", true);
    assert_true(a.words.n && a.terms.n);
    assert_str(mq_buf_str(&a.words), mq_buf_str(&b.words));
    assert_str(mq_buf_str(&a.terms), mq_buf_str(&b.terms));
    mq_learned_release(&a);
    mq_learned_release(&b);
}

static bool at_once(void *user)
{
    (void)user;
    return true;
}

static void stopped_training_keeps_the_old(void **state)
{
    const mq_pair p = { .ar = MQ_STR("\u0645\u0631\u0643\u0632"), .la = MQ_STR("centre"), .lang = MQ_LANG_FR, .status = MQ_ACCEPTED, .score = 1 };
    mq_learned_images a = { .words = MQ_BUF_INIT };
    mq_train_totals t;
    mq_store *s;

    (void)state;
    assert_int_equal(mq_store_open(&s, unit_file("stopped.db", MQ_STR("")), MQ_STORE_CREATE, NULL), MQ_OK);
    assert_int_equal(mq_store_add(s, &p, false, NULL, NULL, NULL), MQ_OK);
    assert_int_equal(mq_train(s, &(mq_train_job){ .user = NULL }, &t, NULL), MQ_OK);
    assert_int_equal(mq_train(s, &(mq_train_job){ .stop = at_once }, &t, NULL), MQ_ESTOPPED);
    assert_int_equal(mq_learned_load(&a, s, NULL), MQ_OK);
    assert_true(a.words.n && a.terms.n);
    mq_learned_release(&a);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(cases, learned);
    UNIT_ROWS(keys, key);
    UNIT_LAW("what stands in brackets makes a term unknown, and its other words are learned from", a_remark_makes_no_term);
    UNIT_LAW("the same pairs teach the same, in whatever order they came", order_teaches_nothing);
    UNIT_LAW("training that was stopped leaves what was learned before", stopped_training_keeps_the_old);
    return unit_run();
}
