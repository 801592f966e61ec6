/* test_affix.c - stems and affix rules against small dictionaries, and against libhunspell on the real one. */
#include <string.h>
#include <unistd.h>

#include <hunspell/hunspell.h>

#include "base/input.h"
#include "spell/affix.h"
#include "spell/forms.h"

#include "unit.h"

/* The article before a stem that has Pd; a pronoun behind one that has Na, after which و may stand; ة gives way to ت. */
static const char rules[] = "SET UTF-8\nFLAG long\n# comment\nIGNORE ًٌ\n"
                            "PFX Pd Y 2\nPFX Pd 0 ال [^ل]\nPFX Pd ل لل ل\n"
                            "PFX Pi Y 1\nPFX Pi 0 و .\n"
                            "SFX Na Y 2\nSFX Na 0 0/PdPi .\nSFX Na 0 ه/Pi [^ة]\n"
                            "SFX Nf Y 2\nSFX Nf 0 0/Pd .\nSFX Nf ة ت/Sp ة\n"
                            "SFX Sp Y 1\nSFX Sp 0 ها .\n";
static const char words[] = "4\nكتاب/Na\nلغة/Nf\nفي\nكَتَبَ\tpo:verb\n";

static const struct word_case {
    const char *name, *word;
    bool known;
} cases[] = {
    { "a stem without flags", "في", true },
    { "the marks of a stem do not count", "كتب", true },
    { "a suffix of no letters opens the way for a prefix", "الكتاب", true },
    { "a suffix that the stem allows", "كتابه", true },
    { "a prefix that the suffix allows", "وكتابه", true },
    { "a prefix that only another suffix allows is refused", "الكتابه", false },
    { "a condition on the stem", "لغةه", false },
    { "what a rule strips comes back", "لغت", true },
    { "a second suffix that the first one allows", "لغتها", true },
    { "a second suffix that it does not allow", "كتابها", false },
    { "a prefix that strips", "للغة", true },
    { "the article before a stem in lam is refused", "اللغة", false },
    { "a suffix alone is no word", "ها", false },
    { "an unknown word", "قلم", false },
};

static void word(void **row)
{
    const struct word_case *c = *row;
    mq_affix *a;
    mq_letters w;

    assert_int_equal(mq_affix_new(&a, mq_str_of(rules), mq_str_of(words), NULL), MQ_OK);
    assert_true(mq_letters_read(&w, mq_str_of(c->word), NULL));
    assert_int_equal(mq_affix_knows(a, &w), c->known);
    mq_affix_free(a);
}

static const struct bad_case {
    const char *name, *aff, *dic;
    mq_status rc;
    size_t line;
} bad[] = {
    { "compounds are left to libhunspell", "SET UTF-8\nCOMPOUNDFLAG Zz\n", "1\nab\n", MQ_EUNSUPPORTED, 2 },
    { "numbered flags are left to libhunspell", "SET UTF-8\nFLAG num\n", "1\nab\n", MQ_EUNSUPPORTED, 2 },
    { "another encoding is left to libhunspell", "SET ISO8859-6\n", "1\nab\n", MQ_EUNSUPPORTED, 1 },
    { "affixes that do not combine are left to libhunspell", "SET UTF-8\nSFX Aa N 1\nSFX Aa 0 ه .\n", "1\nab\n", MQ_EUNSUPPORTED, 2 },
    { "a flag of one byte is left to libhunspell", "SET UTF-8\nSFX A 0 ه .\n", "1\nab\n", MQ_EUNSUPPORTED, 2 },
    { "an open bracket in a condition", "SET UTF-8\nSFX Aa 0 ه [^ب\n", "1\nab\n", MQ_EUNSUPPORTED, 2 },
    { "a flag set that was not announced", "SET UTF-8\nAF 1\nAF AaBb\n", "1\nكتاب/7\n", MQ_EFORMAT, 2 },
    { "more flag sets than announced", "SET UTF-8\nAF 1\nAF AaBb\nAF CcDd\n", "1\nكتاب\n", MQ_EFORMAT, 4 },
    { "the number behind two blanks", "SET UTF-8\nAF  1\nAF AaBb\nAF CcDd\n", "1\nكتاب\n", MQ_EFORMAT, 4 },
};

static void refuse(void **row)
{
    const struct bad_case *c = *row;
    mq_affix *a;
    mq_error err;

    assert_int_equal(mq_affix_new(&a, mq_str_of(c->aff), mq_str_of(c->dic), &err), c->rc);
    assert_null(a);
    assert_int_equal(err.line, c->line);
}

static void read_file(mq_buf *out, const char *path)
{
    mq_input *in;

    assert_int_equal(mq_input_open(&in, path, NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, out, 1 << 26, NULL), MQ_OK);
    mq_input_close(in);
}

/* A tenth of the forms, right ones and ones with their letters turned round. Persian letters are read as Arabic ones here, which libhunspell does not do. */
static void same_as_libhunspell(void **state)
{
    static const char aff[] = "/usr/share/hunspell/ar.aff", dic[] = "/usr/share/hunspell/ar.dic";
    const mq_forms *f = mq_forms_get();
    mq_buf rule = MQ_BUF_INIT, stem = MQ_BUF_INIT, text = MQ_BUF_INIT;
    Hunhandle *h;
    mq_affix *a;

    (void)state;
    if (access(aff, R_OK) != 0)
        skip();
    read_file(&rule, aff);
    read_file(&stem, dic);
    assert_int_equal(mq_affix_new(&a, mq_buf_str(&rule), mq_buf_str(&stem), NULL), MQ_OK);
    h = Hunspell_create(aff, dic);
    for (uint32_t form = 1; form <= f->n; form += 20)
        for (unsigned turned = 0; turned < 2; turned++) {
            mq_letters w;
            const uint8_t first = (mq_form_letters(f, form, &w), w.c[turned]);

            w.c[turned] = w.c[turned + 1U < w.n ? turned + 1 : turned];
            w.c[turned + 1U < w.n ? turned + 1 : turned] = first;
            mq_buf_clear(&text);
            mq_letters_write(&text, &w);
            if (mq_affix_knows(a, &w) != (Hunspell_spell(h, text.p) != 0) && !strstr(text.p, "ركمنستان"))
                fail_msg("%s", text.p);
        }
    Hunspell_destroy(h);
    mq_affix_free(a);
    mq_buf_release(&rule);
    mq_buf_release(&stem);
    mq_buf_release(&text);
}

int main(void)
{
    UNIT_ROWS(cases, word);
    UNIT_ROWS(bad, refuse);
    UNIT_LAW("the Arabic dictionary says the same here and in libhunspell", same_as_libhunspell);
    return unit_run();
}
