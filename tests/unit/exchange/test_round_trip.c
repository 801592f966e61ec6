/* test_round_trip.c - laws of all formats: what was written is read back, and written again it is the same bytes; what no reader takes is never written. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "exchange/listing.h"

enum { ENTRIES = 400 };

static const struct format_case {
    const char *name;
    mq_exchange_writing how;
} formats[] = {
    { "tmx", { .format = MQ_EXCHANGE_TMX, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
    { "tmx, every rendering, into Arabic", { .format = MQ_EXCHANGE_TMX, .from = MQ_LANG_FR, .to = MQ_LANG_AR, .all = true } },
    { "tmx with regions and contexts", { .format = MQ_EXCHANGE_TMX, .from = MQ_LANG_AR, .to = MQ_LANG_EN, .tag = { NULL, "ar-MA", NULL, "en-GB",
      NULL }, .contexts = true } },
    { "tbx", { .format = MQ_EXCHANGE_TBX, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
    { "tbx, every rendering, with contexts", { .format = MQ_EXCHANGE_TBX, .from = MQ_LANG_FR, .to = MQ_LANG_AR, .all = true, .contexts = true } },
    { "tbx3", { .format = MQ_EXCHANGE_TBX3, .from = MQ_LANG_FR, .to = MQ_LANG_EN, .all = true } },
    { "csv", { .format = MQ_EXCHANGE_CSV, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
    { "csv, every rendering, for a spreadsheet", { .format = MQ_EXCHANGE_CSV, .from = MQ_LANG_EN, .to = MQ_LANG_AR, .all = true, .bom = true,
      .spreadsheet_safe = true } },
    { "omegat", { .format = MQ_EXCHANGE_OMEGAT, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
    { "omegat, every rendering", { .format = MQ_EXCHANGE_OMEGAT, .from = MQ_LANG_FR, .to = MQ_LANG_AR, .all = true } },
    { "utx", { .format = MQ_EXCHANGE_UTX, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
    { "utx, every rendering, into Arabic", { .format = MQ_EXCHANGE_UTX, .from = MQ_LANG_EN, .to = MQ_LANG_AR, .all = true } },
    { "jsonl", { .format = MQ_EXCHANGE_JSONL, .from = MQ_LANG_AR, .to = MQ_LANG_FR } },
};

/* ---- entries as nasty as a glossary may hold them ---- */

static const char *const pieces[] = { "شبكة", "الأمن", "réseau", "R&D", "a<b>", "\"q\"", "'x'", "=1+1", "-5", "@x", "a|b", "c\\d", "e;f", "أ، ب",
  "(a", "b)", "\u200Fأ", "l'eau",
                                      "50\u00A0%", "😀x", "\u0651x", "٣", "&amp;", "]]>", "x\\|y", "[m.]", "# x", "a,b", "\001f\x1B\uFFFE", "\tt\tt", "z \n z" };
static const char *const notes[] = { "", "", "une note", "deux\nlignes", "a, \"b\"", "<n> & co", "=x", "a\002b", "also: rien", "[accepted]", "tab\tici" };
static const char *const domains[] = { "", "télécoms", "droit & co", "a;b" };

static mq_str make_text(mq_buf *store, uint64_t *seed)
{
    const size_t start = store->n;

    for (size_t n = 1 + unit_below(seed, 3); n > 0; n--) {
        mq_buf_addz(store, store->n > start ? " " : "");
        mq_buf_addz(store, pieces[unit_below(seed, UNIT_COUNT(pieces))]);
    }
    mq_buf_addz(store, " k"); /* a letter in any case */
    return (mq_str){ store->p + start, store->n - start };
}

static mq_entry_term make_term(mq_buf *store, uint64_t *seed, mq_lang lang)
{
    static const char *const genders[] = { "", "m", "f" }, *const numbers[] = { "", "s", "d", "p" };
    const bool arabic = lang == MQ_LANG_AR;

    return (mq_entry_term){ .text = make_text(store, seed), .lang = lang, .status = (int)unit_below(seed, 4), .kind = (int)unit_below(seed, 3),
                      .score = (double)unit_below(seed, 101) / 100, .region = mq_str_of(arabic && unit_below(seed, 2) ? "MA" : ""),
                      .pos = mq_str_of(arabic && unit_below(seed, 2) ? "adj" : ""), .gender = mq_str_of(arabic ? genders[unit_below(seed, 3)] : ""),
                      .number = mq_str_of(arabic ? numbers[unit_below(seed, 4)] : ""),
                      .plural = mq_str_of(arabic && unit_below(seed, 2) ? "شبكات|شبك, شباك" : ""), .note = MQ_STR(""), .tag = MQ_STR("") };
}

static void write_entries(mq_exchange_writer *w, const mq_exchange_writing *how)
{
    uint64_t seed = 7;
    mq_buf store = MQ_BUF_INIT;
    mq_error err;

    assert_true(mq_buf_reserve(&store, 4096)); /* texts must not move while an entry points at them */
    for (size_t i = 0; i < ENTRIES; i++) {
        mq_entry_term terms[4];
        const mq_context context = { MQ_STR("السياق & <b>"), MQ_STR("doc 1") };
        mq_entry e = { .id = MQ_STR(""), .terms = terms, .nterms = 2 + unit_below(&seed, 3), .domain = mq_str_of(domains[unit_below(&seed, 4)]),
                       .definition = mq_str_of(unit_below(&seed, 2) ? "تعريف" : ""), .source = mq_str_of(unit_below(&seed, 2) ? "ISO" : ""),
                       .note = mq_str_of(notes[unit_below(&seed, UNIT_COUNT(notes))]), .contexts = &context, .ncontexts = 1, .concept = how->format == MQ_EXCHANGE_OMEGAT || unit_below(&seed, 2) ? 0 : 1 + (int64_t)i,
                       .created = 1700000000 + (int64_t)i * 86400, .changed = 1700000000 + (int64_t)i * 2 * 86400 };

        mq_buf_clear(&store);
        if (how->format == MQ_EXCHANGE_JSONL || (how->all && !mq_exchange_groups(how->format)))
            e.nterms = 2;
        terms[0] = make_term(&store, &seed, how->from);
        for (size_t k = 1; k < e.nterms; k++)
            terms[k] = make_term(&store, &seed, how->to);
        assert_int_equal(mq_exchange_write(w, &e, &err), MQ_OK);
    }
    mq_buf_release(&store);
}

static mq_buf slurp(const char *path)
{
    mq_buf b = MQ_BUF_INIT;
    FILE *f = fopen(path, "rb");
    size_t n = 1;

    assert_non_null(f);
    while (n && mq_buf_reserve(&b, 65536)) {
        n = fread(b.p + b.n, 1, 65536, f);
        b.n += n;
    }
    (void)fclose(f);
    return b;
}

/* Reads `from` and writes what comes out to `to`. */
static void copy(const char *from, const char *to, const mq_exchange_writing *how, size_t *entries)
{
    static const mq_exchange_reading any = { .format = MQ_EXCHANGE_AUTO };
    listing l = { .text = MQ_BUF_INIT };
    mq_error err = { .code = MQ_OK };

    assert_int_equal(mq_exchange_create(&l.copy, to, how, &err), MQ_OK);
    (void)list_file(&l, from, &any);
    assert_str(mq_buf_str(&l.text), MQ_STR(""));
    assert_int_equal(mq_exchange_commit(l.copy, &err), MQ_OK);
    *entries = l.entries;
    mq_buf_release(&l.text);
}

static void round_trip(void **state)
{
    const struct format_case *c = *state;
    const char *first = unit_file("first", MQ_STR("")), *second = unit_file("second", MQ_STR("")), *third = unit_file("third", MQ_STR(""));
    mq_exchange_writing how = c->how;
    mq_exchange_writer *w;
    mq_error err = { .code = MQ_OK };
    mq_buf a, b, d;
    size_t entries;

    how.date = 1700000000;
    assert_int_equal(mq_exchange_create(&w, first, &how, &err), MQ_OK);
    write_entries(w, &how);
    assert_int_equal(mq_exchange_commit(w, &err), MQ_OK);
    copy(first, second, &how, &entries);
    assert_int_equal(entries, ENTRIES);
    copy(second, third, &how, &entries);
a = slurp(first);
    b = slurp(second);
    d = slurp(third);
    assert_int_equal(mq_utf8_valid(a.p, a.n), a.n);
    assert_str(mq_buf_str(&b), mq_buf_str(&a));
    assert_str(mq_buf_str(&d), mq_buf_str(&a));
    mq_buf_release(&a);
    mq_buf_release(&b);
    mq_buf_release(&d);
}

int main(void)
{
    UNIT_ROWS(formats, round_trip);
    return unit_run();
}
