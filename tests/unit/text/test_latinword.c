/* test_latinword.c - words of Latin tokens, and singulars. */
#include "text/latinword.h"
#include "unit.h"

/* Words as key[start,end) and C where they are capitals. */
static const struct words_case {
    const char *name, *token, *want;
} tokens[] = {
    { "a word is folded", "\u00C9tat", "etat[0,5)" },
    { "an elided article is a word of its own", "l'eau", "l[0,1) eau[2,5)" },
    { "the typographic apostrophe does the same", "d\u2019impact", "d[0,1) impact[4,10)" },
    { "a hyphen parts words", "aide-m\u00E9moire", "aide[0,4) memoire[5,13)" },
    { "initials with dots are one word", "U.S.", "us[0,3)C" },
    { "capitals are told", "ANRT", "anrt[0,4)C" },
    { "one capital is not", "R&D", "r[0,1) d[2,3)" },
    { "digits do not hide capitals", "IPV6", "ipv6[0,4)C" },
    { "a ligature is two letters", "\u0153uvre", "oeuvre[0,6)" },
    { "signs alone are no words", "'-'", "" },
    { "what is longer than a key is no word", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "" },
    { "seventeen parts are too many", "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a", "" },
};

static void words(void **row)
{
    const struct words_case *c = *row;
    mq_latin_word w[MQ_LATIN_PARTS];
    const unsigned n = mq_latin_words(w, mq_str_of(c->token));
    mq_buf got = MQ_BUF_INIT;

    for (unsigned i = 0; i < n; i++)
        mq_buf_addf(&got, "%s%.*s[%u,%u)%s", i ? " " : "", (int)w[i].n, w[i].key, (unsigned)w[i].start, (unsigned)w[i].end, w[i].capitals ? "C" : "");
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    mq_buf_release(&got);
}

static const struct singular_case {
    const char *name, *word, *want;
} singulars[] = {
    { "s goes", "contrats", "contrat" },
    { "eaux is eau", "eaux", "eau" },
    { "eaux may be al, too", "bureaux", "bureau bureal bureail" },
    { "aux is al or ail", "travaux", "traval travail" },
    { "x behind eu goes", "jeux", "jeu" },
    { "English y", "policies", "policy policie" },
    { "English es behind x, ss, sh, ch", "processes", "process processe" },
    { "ss is no plural", "process", "" },
    { "cours is not the plural of cour", "cours", "" },
    { "ices may be ex or ix", "indices", "index indix indice" },
    { "yses may be ysis", "analyses", "analysis analyse" },
    { "some English plurals have no s", "women", "woman" },
    { "an irregular one is that alone", "baux", "bail" },
    { "a singular has none", "contrat", "" },
    { "a short word has none", "as", "" },
};

static void singular(void **row)
{
    const struct singular_case *c = *row;
    mq_latin_word w[MQ_LATIN_PARTS], out[MQ_MOST_SINGULARS];
    mq_buf got = MQ_BUF_INIT;
    unsigned n;

    assert_int_equal(mq_latin_words(w, mq_str_of(c->word)), 1);
    n = mq_latin_singulars(out, &w[0]);
    for (unsigned i = 0; i < n; i++)
        mq_buf_addf(&got, "%s%.*s", i ? " " : "", (int)out[i].n, out[i].key);
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    mq_buf_release(&got);
}

static const struct feminine_case {
    const char *name, *feminine, *want; /* ? behind what is only believed in a longer term */
} feminines[] = {
    { "trice is teur", "directrice", "directeur directric?" },
    { "euse is eur or eux", "travailleuse", "travailleur travailleux travailleus?" },
    { "nelle is nel", "criminelle", "criminel criminel? crimineau? criminell?" },
    { "onale is onal", "nationale", "national national?" },
    { "other adjectives only add e", "centrale", "central?" },
    { "a noun that looks so is doubtful", "portee", "porte? porte?" },
    { "que may be c", "publique", "public? publiqu?" },
    { "a masculine has none", "directeur", "" },
    { "a short word has none", "rue", "" },
};

static void masculine(void **row)
{
    const struct feminine_case *c = *row;
    mq_latin_word out[MQ_MOST_MASCULINES], w[MQ_LATIN_PARTS];
    bool sure[MQ_MOST_MASCULINES];
    mq_buf got = MQ_BUF_INIT;
    unsigned n;

    assert_int_equal(mq_latin_words(w, mq_str_of(c->feminine)), 1);
    n = mq_latin_masculines(out, sure, &w[0]);
    for (unsigned i = 0; i < n; i++)
        mq_buf_addf(&got, "%s%.*s%s", i ? " " : "", (int)out[i].n, out[i].key, sure[i] ? "" : "?");
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    mq_buf_release(&got);
}

static void any_bytes_give_words_inside_the_token(void **state)
{
    uint64_t seed = 9;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char token[24];
        const size_t n = unit_below(&seed, sizeof token);
        mq_latin_word w[MQ_LATIN_PARTS], out[MQ_MOST_SINGULARS];
        unsigned k;

        for (size_t b = 0; b < n; b++)
            token[b] = "aBs-'.\xC3\xA9\xE2\x80\x99x"[unit_below(&seed, 12)];
        k = mq_latin_words(w, (mq_str){ token, n });
        for (unsigned j = 0; j < k; j++) {
            assert_true(w[j].start < w[j].end && w[j].end <= n && (j == 0 || w[j - 1].end <= w[j].start));
            assert_true(mq_latin_singulars(out, &w[j]) <= MQ_MOST_SINGULARS);
        }
    }
}

int main(void)
{
    UNIT_ROWS(tokens, words);
    UNIT_ROWS(feminines, masculine);
    UNIT_ROWS(singulars, singular);
    UNIT_LAW("any bytes give words inside the token, in order", any_bytes_give_words_inside_the_token);
    return unit_run();
}
