/* test_spelling.c - distances, and that nothing near is missed. */
#include <stdlib.h>

#include "shelf.h"
#include "store/spelling.h"

static const struct distance_case { const char *name, *a, *b; unsigned want; } distances[] = {
    { "the same word", "centre", "centre", 0 },
    { "a letter more", "centre", "centres", 1 },
    { "a letter less", "centre", "entre", 1 },
    { "another letter", "centre", "ventre", 1 },
    { "two letters exchanged", "centre", "cnetre", 1 },
    { "a letter that wandered over two others is two edits", "cab", "abc", 2 },
    { "exchanged with a letter put between is three: the alignment is restricted", "xca", "xabc", 3 },
    { "letters count, not bytes", "\u0645\u0631\u0643\u0632", "\u0645\u0631\u0643\u0633", 1 },
    { "a Latin and an Arabic letter", "ab\u0645", "ab\u0628", 1 },
    { "a word of one letter", "a", "b", 1 },
    { "numbers are not measured", "2023", "2024", MQ_MOST_WORD_BYTES },
};

static unsigned distance_of(const char *a, const char *b)
{
    const mq_letters x = mq_letters_of(mq_str_of(a)), y = mq_letters_of(mq_str_of(b));

    return mq_slip_distance(&x, &y);
}

static void distance(void **row)
{
    const struct distance_case *c = *row;

    assert_int_equal(distance_of(c->a, c->b), c->want);
    assert_int_equal(distance_of(c->b, c->a), c->want);
}

/* Which of two slips is the likelier one. */
static const struct cost_case { const char *name, *asked, *likelier, *other; } costs[] = {
    { "a dot too many", "\u062D\u0631\u0628", "\u062C\u0631\u0628", "\u0643\u0631\u0628" },
    { "dad for zah", "\u0636\u0644", "\u0638\u0644", "\u062F\u0644" },
    { "dal for thal", "\u062F\u0646\u0628", "\u0630\u0646\u0628", "\u0637\u0646\u0628" },
    { "a forgotten alef", "\u0643\u062A\u0628", "\u0643\u062A\u0627\u0628", "\u0643\u062A\u0644\u0628" },
    { "a seat of hamza", "\u0645\u0633\u064A\u0648\u0644", "\u0645\u0633\u0648\u0648\u0644", "\u0645\u0633\u0645\u0648\u0644" },
    { "a letter doubled", "courrir", "courir", "coutrir" },
    { "a vowel for another", "indemnisition", "indemnisation", "indemnistion" },
    { "two letters exchanged rather than another one", "cnetre", "centre", "cnotre" },
    { "one edit rather than two", "centra", "centre", "contre" },
};

static void cost(void **row)
{
    const struct cost_case *c = *row;
    const mq_letters asked = mq_letters_of(mq_str_of(c->asked)), a = mq_letters_of(mq_str_of(c->likelier)), b = mq_letters_of(mq_str_of(c->other));

    assert_true(mq_slip_cost(&asked, &a) < mq_slip_cost(&asked, &b));
    assert_int_equal(mq_slip_cost(&asked, &a), mq_slip_cost(&a, &asked));
}

enum { VOCABULARY = 400, LONGEST = 7 };

static void draw_word(char *out, uint64_t *seed)
{
    const size_t n = 3 + unit_below(seed, LONGEST - 2);

    for (size_t i = 0; i < n; i++)
        out[i] = "abcd"[unit_below(seed, 4)];
    out[n] = '\0';
}

static bool holds(const mq_neighbour *list, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (mq_str_equal((mq_str){ list[i].text, list[i].n }, mq_str_of(word)))
            return true;
    return false;
}

/* Short words of four letters lie close together: many are at distance 1, more than the list holds are left out only for nearer or equal ones. */
static void nothing_near_is_missed(void **state)
{
    static char words[VOCABULARY][LONGEST + 2];
    static mq_neighbour list[MQ_MOST_NEIGHBOURS];
    mq_store *s = shelf_open(shelf_path("near.db"), MQ_STORE_CREATE);
    uint64_t seed = 9;

    (void)state;
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (size_t i = 0; i < VOCABULARY; i++) {
        draw_word(words[i], &seed);
        assert_int_equal(mq_spelling_learn(s, mq_str_of(words[i]), NULL), MQ_OK);
    }
    for (size_t i = 0; i < 300; i++) {
        char asked[LONGEST + 2];
        size_t n;

        draw_word(asked, &seed);
        assert_int_equal(mq_spelling_near(list, &n, s, mq_str_of(asked), NULL), MQ_OK);
        for (size_t k = 0; k < n; k++) {
            const mq_letters found = mq_letters_of((mq_str){ list[k].text, list[k].n }), l = mq_letters_of(mq_str_of(asked));

            assert_int_equal(list[k].distance, mq_slip_distance(&found, &l));
            assert_int_equal(list[k].cost, list[k].distance ? mq_slip_cost(&found, &l) : 0);
            assert_true(k == 0 || list[k - 1].cost <= list[k].cost);
        }
        for (size_t k = 0; k < VOCABULARY && n < MQ_MOST_NEIGHBOURS; k++)
            if (distance_of(words[k], asked) <= 1)
                assert_true(holds(list, n, words[k]));
    }
    mq_store_rollback(s);
    mq_store_free(s);
}

static void odd_keys(void **state)
{
    static char longer[300];
    static mq_neighbour list[MQ_MOST_NEIGHBOURS];
    static const char *const keys[] = { "", " ", "  a  ", "ab", "2024 4g", "\xD9", longer };
    mq_store *s = shelf_open(shelf_path("odd.db"), MQ_STORE_CREATE);
    size_t n;

    (void)state;
    memset(longer, 'x', sizeof longer - 1);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(keys); i++) {
        assert_int_equal(mq_spelling_learn(s, mq_str_of(keys[i]), NULL), MQ_OK);
        assert_int_equal(mq_spelling_near(list, &n, s, mq_str_of(keys[i]), NULL), MQ_OK);
        assert_true(n <= 1);
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_sound(s);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(distances, distance);
    UNIT_ROWS(costs, cost);
    UNIT_LAW("every stored word one edit away is found, nearest first", nothing_near_is_missed);
    UNIT_LAW("keys without words, with numbers, with very long words are learned", odd_keys);
    return unit_run();
}
