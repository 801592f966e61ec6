/*
 * affix.c - see affix.h.
 *
 * The compiler multiplies the rows of proclitics out into all legal stacks, which is what makes an illegal one impossible to read:
 *     ask? conj? (prep? art? | lart | fut)          each at most once, in this order
 * A stack's rate is the product of its rows' rates, as if they were independent.
 * Image: u32 numbers of stacks, endings and pronouns, u32 0; then the three tables; then u16 begin[MQ_AFFIX_TABLES * LETTERS + 1] and the u16 rows of
 * mq_affixes_at: those of table t and letter l are row[begin[t * LETTERS + l] .. begin[t * LETTERS + l + 1]).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/once.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "text/affix.h"
#include "text/arletter.h"

enum { ASK, CONJ, PREP, FUT, ART, LART, SLOTS };

/* Letters that rows are listed by: 0 = all but U+0621..U+064A. A reading keeps the number of an ending or pronoun in a byte. */
enum { LETTERS = YEH - HAMZA + 2, MOST_ROWS = UINT8_MAX };

struct builder {
    mq_stack row[SLOTS][8];  /* slot [s][0] is empty */
    unsigned n[SLOTS];
    mq_buf stacks, endings, pronouns;
    const char *name;
    size_t line;
    mq_error *err;
};

static mq_status wrong(const struct builder *b, const char *what, mq_str value)
{
    return mq_fail_at(b->err, MQ_EFORMAT, b->line, 0, "%s: %s '%.*s'", b->name, what, (int)value.n, value.p);
}

/* "-" is nothing. false: more than `most` letters. */
static bool letters_of(uint16_t *out, uint8_t *n, unsigned most, mq_str s)
{
    *n = 0;
    if (mq_str_equal(s, MQ_STR("-")))
        return true;
    for (const char *p = s.p, *end = p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (*n == most)
            return false;
        out[(*n)++] = (uint16_t)cp;
    }
    return true;
}

static bool rate_of(float *out, mq_str s)
{
    char number[16] = { 0 }, *end;

    if (s.n >= sizeof number)
        return false;
    memcpy(number, s.p, s.n);
    *out = strtof(number, &end);
    return *end == '\0' && *out > 0 && *out <= 1;
}

static uint16_t cost_of(float rate)
{
    return (uint16_t)lroundf(-4 * log2f(rate));
}

uint8_t mq_clitic_bit(uint16_t letter)
{
    switch (letter) {
    case 0x0648: return MQ_CLITIC_WA;
    case 0x0641: return MQ_CLITIC_FA;
    case 0x0623: return MQ_CLITIC_A;
    case 0x0628: return MQ_CLITIC_BI;
    case 0x0644: return MQ_CLITIC_LI;
    case 0x0643: return MQ_CLITIC_KA;
    case 0x0633: return MQ_CLITIC_SA;
    default: return 0;
    }
}

static mq_status add_proclitic(struct builder *b, int slot, const mq_tsv *t)
{
    mq_stack s = { .article = slot == ART || slot == LART };

    if (b->n[slot] == 8)
        return wrong(b, "too many rows like", t->column[0]);
    if (!letters_of(s.letter, &s.n, 2, t->column[1]) || !s.n)
        return wrong(b, "no proclitic", t->column[1]);
    if (!rate_of(&s.rate, t->column[5]))
        return wrong(b, "no rate", t->column[5]);
    s.back = mq_str_equal(t->column[2], MQ_STR("and"));
    if (slot != ART) {
        s.proclitics = mq_clitic_bit(s.letter[0]);
        s.kept[s.nkept++] = s.letter[0];
    }
    b->row[slot][b->n[slot]++] = s;
    return MQ_OK;
}

static bool where_of(uint8_t *out, mq_str list)
{
    static const char *const names[] = { "abs", "indef", "poss", "free", "weak" };
    mq_str one;

    *out = 0;
    while (mq_split(&one, &list, '|')) {
        unsigned i = 0;

        while (i < 5 && !mq_str_equal(one, mq_str_of(names[i])))
            i++;
        if (i == 5)
            return false;
        *out |= (uint8_t)(1U << i);
    }
    return *out != 0;
}

static bool change_of(uint8_t *out, mq_str name)
{
    static const char *const names[] = { "same", "case", "weak", "dual", "plural", "broken", "fem", "nisba" };

    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (mq_str_equal(name, mq_str_of(names[i]))) {
            *out = (uint8_t)i;
            return true;
        }
    return false;
}

static mq_status add_ending(struct builder *b, const mq_tsv *t)
{
    mq_ending e = { .n = 0 };

    if (!letters_of(e.letter, &e.n, 4, t->column[1]) || !letters_of(e.restore, &e.nrestore, 2, t->column[2]) || e.n + e.nrestore == 0)
        return wrong(b, "no ending", t->column[1]);
    if (b->endings.n / sizeof e == MOST_ROWS)
        return wrong(b, "too many rows like", t->column[0]);
    if (!where_of(&e.where, t->column[3]))
        return wrong(b, "no place", t->column[3]);
    if (!change_of(&e.change, t->column[4]))
        return wrong(b, "no change", t->column[4]);
    if (!rate_of(&e.rate, t->column[5]))
        return wrong(b, "no rate", t->column[5]);
    e.cost = cost_of(e.rate);
    mq_buf_add(&b->endings, &e, sizeof e);
    return MQ_OK;
}

static mq_status add_pronoun(struct builder *b, uint8_t kind, const mq_tsv *t)
{
    mq_ending e = { .change = kind };

    if (!letters_of(e.letter, &e.n, 4, t->column[1]) || !e.n)
        return wrong(b, "no pronoun", t->column[1]);
    if (b->pronouns.n / sizeof e == MOST_ROWS)
        return wrong(b, "too many rows like", t->column[0]);
    if (!rate_of(&e.rate, t->column[5]))
        return wrong(b, "no rate", t->column[5]);
    e.cost = cost_of(e.rate);
    mq_buf_add(&b->pronouns, &e, sizeof e);
    return MQ_OK;
}

static mq_status add_row(struct builder *b, const mq_tsv *t)
{
    static const char *const slots[] = { "ask", "conj", "prep", "fut", "art", "lart" };
    static const char *const pronouns[] = { "pron", "pron1", "pronv" };
    const mq_str kind = t->column[0];

    b->line = t->line;
    if (t->n != 7)
        return wrong(b, "7 columns are due in the row of", t->column[1]);
    for (int s = 0; s < SLOTS; s++)
        if (mq_str_equal(kind, mq_str_of(slots[s])))
            return add_proclitic(b, s, t);
    for (uint8_t i = 0; i < 3; i++)
        if (mq_str_equal(kind, mq_str_of(pronouns[i])))
            return add_pronoun(b, i, t);
    return mq_str_equal(kind, MQ_STR("end")) ? add_ending(b, t) : wrong(b, "no such kind", kind);
}

/* a followed by b. The limits of the rows (two letters; one kept) keep the sums within the arrays, but for a file that repeats long rows. */
static bool join(mq_stack *out, const mq_stack *a, const mq_stack *b)
{
    if (a->n + b->n > 5 || a->nkept + b->nkept > 3)
        return false;
    *out = *a;
    memcpy(out->letter + a->n, b->letter, b->n * sizeof *b->letter);
    memcpy(out->kept + a->nkept, b->kept, b->nkept * sizeof *b->kept);
    out->n = (uint8_t)(a->n + b->n);
    out->nkept = (uint8_t)(a->nkept + b->nkept);
    out->back = b->back;
    out->proclitics |= b->proclitics;
    out->article |= b->article;
    out->rate *= b->rate;
    out->cost = cost_of(out->rate);
    return true;
}

/* What stands behind ask and conj: fut, lart, or prep and art. */
static void add_tails(struct builder *b, const mq_stack *head)
{
    mq_stack s, whole;

    for (unsigned p = 0; p < b->n[PREP]; p++)
        for (unsigned a = 0; a < b->n[ART]; a++) {
            if (p && a && (b->row[PREP][p].proclitics & MQ_CLITIC_LI))
                continue; /* ل + ال is written لل: lart */
            if (join(&s, head, &b->row[PREP][p]) && join(&whole, &s, &b->row[ART][a]))
                mq_buf_add(&b->stacks, &whole, sizeof whole);
        }
    for (unsigned i = 1; i < b->n[LART]; i++)
        if (join(&s, head, &b->row[LART][i]))
            mq_buf_add(&b->stacks, &s, sizeof s);
    for (unsigned i = 1; i < b->n[FUT]; i++)
        if (join(&s, head, &b->row[FUT][i]))
            mq_buf_add(&b->stacks, &s, sizeof s);
}

static void add_stacks(struct builder *b)
{
    mq_stack head;

    for (unsigned a = 0; a < b->n[ASK]; a++)
        for (unsigned c = 0; c < b->n[CONJ]; c++)
            if (join(&head, &b->row[ASK][a], &b->row[CONJ][c]))
                add_tails(b, &head);
}

static unsigned letter_number(uint16_t letter)
{
    if (letter == TEH_MARBUTA)
        letter = HEH;
    return letter >= HAMZA && letter <= YEH ? letter - HAMZA + 1U : 0;
}

/* Whether row i of the table may stand where the word has a letter of this number. The empty stack is in no list, an ending without letters in each. */
static bool may_be_at(const struct builder *b, unsigned table, unsigned i, unsigned letter)
{
    const mq_stack *s = (const mq_stack *)(const void *)b->stacks.p + i;
    const mq_ending *e = (const mq_ending *)(const void *)(table == MQ_AFFIX_PRONOUNS ? b->pronouns.p : b->endings.p) + i;

    if (table == MQ_AFFIX_STACKS)
        return s->n && letter_number(s->letter[0]) == letter;
    if (e->n && letter_number(e->letter[e->n - 1]) != letter)
        return false;
    return table == MQ_AFFIX_PRONOUNS || (e->where & (table == MQ_AFFIX_POSS ? MQ_WHERE_POSS : MQ_WHERE_ABS | MQ_WHERE_INDEF));
}

/* The rows of each table and letter. */
static void write_rows(mq_buf *image, const struct builder *b)
{
    const size_t nendings = b->endings.n / sizeof(mq_ending);
    const size_t n[MQ_AFFIX_TABLES] = { b->stacks.n / sizeof(mq_stack), nendings, nendings, b->pronouns.n / sizeof(mq_ending) };
    uint16_t begin[MQ_AFFIX_TABLES * LETTERS + 1] = { 0 };
    mq_buf rows = MQ_BUF_INIT;

    for (unsigned k = 0; k < MQ_AFFIX_TABLES * LETTERS; k++) {
        for (uint16_t i = 0; i < n[k / LETTERS]; i++)
            if (may_be_at(b, k / LETTERS, i, k % LETTERS))
                mq_buf_add(&rows, &i, sizeof i);
        begin[k + 1] = (uint16_t)(rows.n / sizeof(uint16_t));
    }
    mq_buf_add(image, begin, sizeof begin);
    mq_buf_addstr(image, mq_buf_str(&rows));
    if (rows.status)
        image->status = rows.status;
    mq_buf_release(&rows);
}

static void write_image(mq_buf *image, struct builder *b)
{
    const uint32_t head[4] = { (uint32_t)(b->stacks.n / sizeof(mq_stack)), (uint32_t)(b->endings.n / sizeof(mq_ending)),
                               (uint32_t)(b->pronouns.n / sizeof(mq_ending)), 0 };

    mq_buf_add(image, head, sizeof head);
    mq_buf_addstr(image, mq_buf_str(&b->stacks));
    mq_buf_addstr(image, mq_buf_str(&b->endings));
    mq_buf_addstr(image, mq_buf_str(&b->pronouns));
    write_rows(image, b);
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct builder b = { .name = name, .err = err };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    for (int s = 0; s < SLOTS; s++) {
        b.row[s][0].rate = 1;
        b.n[s] = 1;
    }
    while (!rc && mq_tsv_next(&t))
        rc = add_row(&b, &t);
    if (!rc) {
        add_stacks(&b);
        write_image(image, &b);
        if (b.stacks.status || b.endings.status || b.pronouns.status || image->status)
            rc = mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    }
    mq_buf_release(&b.stacks);
    mq_buf_release(&b.endings);
    mq_buf_release(&b.pronouns);
    return rc;
}

const mq_dict mq_dict_affixes = { "affixes", "clitics.tsv", compile };

static mq_affixes affixes;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    static const mq_stack nothing = { .rate = 1 };
    static const uint16_t no_rows[MQ_AFFIX_TABLES * LETTERS + 1];
    mq_str image;
    uint32_t head[4];

    affixes = (mq_affixes){ .stack = &nothing, .nstacks = 1, .begin = no_rows, .row = no_rows };
    if (mq_dict_image(&image, &mq_dict_affixes, NULL) || image.n < sizeof head)
        return;
    memcpy(head, image.p, sizeof head);
    affixes.stack = (const mq_stack *)(const void *)(image.p + sizeof head);
    affixes.nstacks = head[0];
    affixes.ending = (const mq_ending *)(const void *)(affixes.stack + head[0]);
    affixes.nendings = head[1];
    affixes.pronoun = affixes.ending + head[1];
    affixes.npronouns = head[2];
    affixes.begin = (const uint16_t *)(const void *)(affixes.pronoun + head[2]);
    affixes.row = affixes.begin + MQ_AFFIX_TABLES * LETTERS + 1;
}

const mq_affixes *mq_affixes_get(void)
{
    mq_once_do(&once, load);
    return &affixes;
}

mq_affix_rows mq_affixes_at(const mq_affixes *t, mq_affix_table table, uint16_t letter)
{
    const uint16_t *begin = t->begin + (size_t)table * LETTERS + letter_number(letter);

    return (mq_affix_rows){ t->row + begin[0], (unsigned)begin[1] - begin[0] };
}
