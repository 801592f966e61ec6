/*
 * affix_read.c - Hunspell's .aff and .dic into the tables of affix_tables.h.
 *
 * Known: SET UTF-8, FLAG long, AF (numbered flag sets), AM, PFX, SFX with continuation flags, TRY KEY IGNORE ICONV OCONV MAP REP LANG WORDCHARS
 * VERSION (they do not decide what is a word here: marks are always ignored, suggestions are made elsewhere). Any other directive is refused, as is a
 * rule that does not fit. The dictionary is read once per process: one pass over each file, no line is copied.
 */
#include <stdlib.h>

#include "base/grow.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "spell/affix_tables.h"
#include "text/letter.h"

enum { FIRST_ROOM = 1024 };

struct reader {
    mq_affix *a;
    mq_str *af;        /* numbered flag sets as text; [1..naf] */
    uint32_t *af_set;  /* the set each became, 0 = not yet */
    size_t naf, most_af; /* so far; as announced */
    size_t line;
    mq_error *err;
};

static mq_status no_memory(struct reader *r)
{
    return mq_fail(r->err, MQ_ENOMEM, "no memory for a dictionary");
}

static bool next_line(mq_str *line, mq_str *rest)
{
    const char *lf;

    if (rest->n == 0)
        return false;
    lf = memchr(rest->p, '\n', rest->n);
    *line = (mq_str){ rest->p, lf ? (size_t)(lf - rest->p) : rest->n };
    *rest = (mq_str){ rest->p + line->n + (lf != NULL), rest->n - line->n - (lf != NULL) };
    if (line->n && line->p[line->n - 1] == '\r')
        line->n--;
    return true;
}

/* The next field of a line, parted by blanks; empty at the end. */
static mq_str field(mq_str *line)
{
    size_t from = 0, to;

    while (from < line->n && (line->p[from] == ' ' || line->p[from] == '\t'))
        from++;
    for (to = from; to < line->n && line->p[to] != ' ' && line->p[to] != '\t';)
        to++;
    const mq_str f = { line->p + from, to - from };

    *line = (mq_str){ line->p + to, line->n - to };
    return f;
}

static unsigned number(mq_str s)
{
    unsigned v = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || v > 100000)
            return 0;
        v = 10 * v + (unsigned)(s.p[i] - '0');
    }
    return v;
}

/* The class of a two-byte flag, made when it is new; 0 when there are too many. */
static unsigned class_of(mq_affix *a, const char flag[2])
{
    const uint16_t f = (uint16_t)((unsigned char)flag[0] << 8 | (unsigned char)flag[1]);

    for (unsigned i = 1; i <= a->nclasses; i++)
        if (a->flag[i] == f)
            return i;
    if (a->nclasses + 1 >= MQ_AFFIX_CLASSES)
        return 0;
    a->flag[++a->nclasses] = f;
    return (unsigned)a->nclasses;
}

static mq_status new_set(uint32_t *set, struct reader *r, mq_str flags)
{
    mq_affix *a = r->a;
    struct class_set s = { { 0 } };

    if (!MQ_ROOM(a->sets, a->nsets, a->sets_cap, FIRST_ROOM))
        return no_memory(r);
    if (flags.n % 2 || a->nsets > UINT16_MAX)
        return mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "flags of a dictionary are not of two bytes");
    for (size_t i = 0; i < flags.n; i += 2) {
        const unsigned class = class_of(a, flags.p + i);

        if (!class)
            return mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "more than %d affix classes", MQ_AFFIX_CLASSES - 1);
        s.bits[class / 64] |= 1ULL << (class % 64);
    }
    *set = (uint32_t)a->nsets;
    a->sets[a->nsets++] = s;
    return MQ_OK;
}

/* What stands behind the slash: a number of AF, or the flags themselves. */
static mq_status flag_set(uint32_t *set, struct reader *r, mq_str flags)
{
    const unsigned k = r->naf ? number(flags) : 0;
    mq_status rc;

    *set = 0;
    if (flags.n == 0)
        return MQ_OK;
    if (!r->naf)
        return new_set(set, r, flags);
    if (k == 0 || k > r->naf)
        return mq_fail_at(r->err, MQ_EFORMAT, r->line, 0, "no flag set '%.*s'", (int)flags.n, flags.p);
    if (!r->af_set[k]) {
        rc = new_set(&r->af_set[k], r, r->af[k]);
        if (rc)
            return rc;
    }
    *set = r->af_set[k];
    return MQ_OK;
}

/* Letters of an affix or stem, the ignored marks away; false when there is anything else. */
static bool letters(uint8_t *out, size_t most, uint8_t *n, mq_str s)
{
    const char *p = s.p, *end = s.p + s.n;

    *n = 0;
    if (s.n == 1 && *s.p == '0')
        return true;
    while (p < end) {
        uint32_t cp;
        uint8_t letter;

        p += mq_utf8_decode(p, end, &cp);
        letter = mq_letter_of(cp);
        if (letter && *n == most)
            return false;
        if (letter)
            out[(*n)++] = letter;
        else if (mq_class_of(cp) != MQ_CLASS_AR_MARK && mq_class_of(cp) != MQ_CLASS_TATWEEL)
            return false;
    }
    return true;
}

/* [^ab]c. as one set of letters per place. */
static bool condition(struct rule *rule, mq_str s)
{
    const char *p = s.p, *end = s.p + s.n;

    if (s.n == 0 || (s.n == 1 && *s.p == '.'))
        return true;
    while (p < end) {
        uint64_t set = 0;
        bool group = *p == '[', negated = false;
        uint32_t cp;

        if (rule->nconditions == MQ_AFFIX_CONDITIONS)
            return false;
        p += group;
        if (group && p < end && *p == '^') {
            negated = true;
            p++;
        }
        do {
            if (p >= end)
                return false;
            p += mq_utf8_decode(p, end, &cp);
            set |= cp == '.' ? ~0ULL : 1ULL << mq_letter_of(cp);
        } while (group && p < end && *p != ']');
        if (group && p++ >= end)
            return false;
        rule->condition[rule->nconditions++] = negated ? ~set : set;
    }
    return true;
}

static mq_status add_rule(struct reader *r, mq_str line, bool suffix)
{
    mq_affix *a = r->a;
    const mq_str flag = field(&line), strip = field(&line), added = field(&line), where = field(&line);
    const char *slash = memchr(added.p, '/', added.n);
    const mq_str add = { added.p, slash ? (size_t)(slash - added.p) : added.n };
    const mq_str next = slash ? (mq_str){ slash + 1, added.n - add.n - 1 } : (mq_str){ "", 0 };
    struct rule rule = { .suffix = suffix };
    mq_status rc;

    if (!MQ_ROOM(a->rules, a->nrules, a->rules_cap, FIRST_ROOM))
        return no_memory(r);
    if (flag.n != 2 || !letters(rule.strip, MQ_AFFIX_LONGEST, &rule.nstrip, strip) || !letters(rule.add, MQ_AFFIX_LONGEST, &rule.nadd, add)
        || !condition(&rule, where))
        return mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "an affix rule that is not understood");
    rule.class = (uint16_t)class_of(a, flag.p);
    rc = flag_set(&rule.next, r, next);
    if (rc)
        return rc;
    if (!rule.class || (!suffix && rule.next))
        return mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "an affix rule that is not understood");
    a->rules[a->nrules++] = rule;
    return MQ_OK;
}

/* The head of a class is "SFX flag Y 12"; its rules have "SFX flag strip add condition". */
static mq_status affix_line(struct reader *r, mq_str line, bool suffix)
{
    mq_str probe = line, cross;

    (void)field(&probe);
    cross = field(&probe);
    if (cross.n == 1 && (*cross.p == 'Y' || *cross.p == 'N') && number(field(&probe)))
        return *cross.p == 'Y' ? MQ_OK : mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "affixes that do not combine");
    return add_rule(r, line, suffix);
}

/* The first AF line has the number of the others. */
static mq_status af_line(struct reader *r, mq_str flags)
{
    if (!r->af) {
        r->most_af = number(flags);
        r->af = calloc(r->most_af + 1, sizeof *r->af);
        r->af_set = calloc(r->most_af + 1, sizeof *r->af_set);
        return r->af && r->af_set ? MQ_OK : no_memory(r);
    }
    if (r->naf == r->most_af)
        return mq_fail_at(r->err, MQ_EFORMAT, r->line, 0, "more flag sets than were announced");
    r->af[++r->naf] = flags;
    return MQ_OK;
}

static bool is(mq_str s, const char *name)
{
    return mq_str_equal(s, mq_str_of(name));
}

static bool is_passed_over(mq_str name)
{
    static const char *const names[] = { "AM", "TRY", "KEY", "IGNORE", "ICONV", "OCONV", "MAP", "REP", "LANG", "WORDCHARS", "VERSION", "NAME", "HOME" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(name, names[i]))
            return true;
    return name.n == 0 || *name.p == '#';
}

static mq_status aff_line(struct reader *r, mq_str line)
{
    const mq_str name = field(&line);
    mq_str rest;

    if (is(name, "PFX") || is(name, "SFX"))
        return affix_line(r, line, *name.p == 'S');
    if (is_passed_over(name))
        return MQ_OK;
    rest = field(&line);
    if (is(name, "AF"))
        return af_line(r, rest);
    if ((is(name, "SET") && is(rest, "UTF-8")) || (is(name, "FLAG") && is(rest, "long")))
        return MQ_OK;
    return mq_fail_at(r->err, MQ_EUNSUPPORTED, r->line, 0, "directive '%.*s' of a dictionary is not known", (int)name.n, name.p);
}

static mq_status read_aff(struct reader *r, mq_str text)
{
    mq_str line, rest = text, none = { "", 0 };
    uint32_t empty;
    mq_status rc = new_set(&empty, r, none);

    for (r->line = 1; !rc && next_line(&line, &rest); r->line++)
        rc = aff_line(r, line);
    return rc;
}

static mq_status add_stem(struct reader *r, mq_str word, mq_str flags)
{
    mq_affix *a = r->a;
    uint32_t set;
    uint8_t n;
    mq_status rc;

    if (!MQ_ROOM(a->stem, a->nstems + 1, a->stems_cap, FIRST_ROOM) || !MQ_ROOM(a->stem_letters, a->nletters + MQ_LETTERS_MOST, a->letters_cap, FIRST_ROOM))
        return no_memory(r);
    if (!letters(a->stem_letters + a->nletters, MQ_LETTERS_MOST, &n, word) || n == 0)
        return MQ_OK; /* a Latin word, a line of dashes: no word of ours */
    rc = flag_set(&set, r, flags);
    if (rc)
        return rc;
    a->stem[++a->nstems] = (struct stem){ .at = (uint32_t)a->nletters, .n = n, .set = (uint16_t)set };
    a->nletters += n;
    return MQ_OK;
}

/* The first line is the number of words; a word ends at a blank, its flags stand behind a slash. */
static mq_status read_dic(struct reader *r, mq_str text)
{
    mq_str line, rest = text;
    mq_status rc = MQ_OK;

    for (r->line = 1; !rc && next_line(&line, &rest); r->line++) {
        const mq_str entry = r->line == 1 ? (mq_str){ "", 0 } : field(&line);
        const char *slash = entry.n ? memchr(entry.p, '/', entry.n) : NULL;
        const mq_str word = { entry.p, slash ? (size_t)(slash - entry.p) : entry.n };

        if (word.n && *word.p != '#')
            rc = add_stem(r, word, slash ? (mq_str){ slash + 1, entry.n - word.n - 1 } : (mq_str){ "", 0 });
    }
    return rc;
}

static int by_what_is_added(const void *x, const void *y)
{
    const struct rule *a = x, *b = y;
    const int c = (a->suffix - b->suffix) ? a->suffix - b->suffix : a->nadd - b->nadd;

    return c ? c : memcmp(a->add, b->add, a->nadd);
}

static int by_what_is_exchanged(const void *x, const void *y)
{
    const struct rule *a = x, *b = y;
    int c = by_what_is_added(x, y);

    c = c ? c : a->nstrip - b->nstrip;
    return c ? c : memcmp(a->strip, b->strip, a->nstrip);
}

static uint32_t table_size(size_t n)
{
    uint32_t size = 16;

    while (size < 2 * n + 2)
        size *= 2;
    return size;
}

static bool index_rules(mq_affix *a)
{
    const uint32_t size = table_size(a->nrules);

    if (a->nrules)
        qsort(a->rules, a->nrules, sizeof *a->rules, by_what_is_exchanged);
    a->added = calloc(size, sizeof *a->added);
    a->added_mask = size - 1;
    if (!a->added || !a->rules)
        return false;
    for (size_t i = 0, j; i < a->nrules; i = j) {
        const struct rule *r = &a->rules[i];
        const uint64_t h = mq_letters_hash(r->add, r->nadd) + r->suffix;
        uint32_t at = (uint32_t)h & a->added_mask;
        size_t *longest = r->suffix ? &a->longest_suffix : &a->longest_prefix;

        for (j = i; j < a->nrules && by_what_is_added(r, &a->rules[j]) == 0; j++)
            for (size_t k = 0; k < MQ_AFFIX_CLASSES / 64; k++)
                for (unsigned b = 0; b < 64 && a->sets[a->rules[j].next].bits[k]; b++)
                    a->is_outer[64 * k + b] |= a->sets[a->rules[j].next].bits[k] >> b & 1;
        while (a->added[at].rules.to)
            at = (at + 1) & a->added_mask;
        a->added[at] = (struct added){ (uint32_t)(h >> 32), { (uint32_t)i, (uint32_t)j } };
        *longest = r->nadd > *longest ? r->nadd : *longest;
    }
    return true;
}

static bool index_stems(mq_affix *a)
{
    const uint32_t size = table_size(a->nstems);

    a->stem_slot = calloc(size, sizeof *a->stem_slot);
    a->stem_mask = size - 1;
    a->filter = calloc(MQ_AFFIX_FILTER / 64, sizeof *a->filter);
    if (!a->stem_slot || !a->filter)
        return false;
    for (uint32_t e = 1; e <= a->nstems; e++) {
        struct stem *s = &a->stem[e];
        const uint8_t *c = a->stem_letters + s->at;
        const uint64_t h = mq_letters_hash(c, s->n);
        const uint32_t bit = (uint32_t)(h >> 40) & (MQ_AFFIX_FILTER - 1);
        uint32_t at = (uint32_t)h & a->stem_mask, other;

        a->filter[bit / 64] |= 1ULL << (bit % 64);
        s->check = (uint32_t)(h >> 32);
        while ((other = a->stem_slot[at]) != 0
               && !(a->stem[other].check == s->check && a->stem[other].n == s->n && memcmp(a->stem_letters + a->stem[other].at, c, s->n) == 0))
            at = (at + 1) & a->stem_mask;
        s->next = other;
        a->stem_slot[at] = e;
    }
    return true;
}

mq_status mq_affix_new(mq_affix **out, mq_str aff, mq_str dic, mq_error *err)
{
    struct reader r = { .a = calloc(1, sizeof *r.a), .err = err };
    mq_status rc = r.a ? MQ_OK : no_memory(&r);

    *out = NULL;
    if (!rc)
        rc = read_aff(&r, aff);
    if (!rc)
        rc = read_dic(&r, dic);
    if (!rc && (!index_rules(r.a) || !index_stems(r.a)))
        rc = no_memory(&r);
    free(r.af);
    free(r.af_set);
    if (rc)
        mq_affix_free(r.a);
    else
        *out = r.a;
    return rc;
}

void mq_affix_free(mq_affix *a)
{
    if (!a)
        return;
    free(a->sets);
    free(a->rules);
    free(a->added);
    free(a->stem);
    free(a->stem_slot);
    free(a->filter);
    free(a->stem_letters);
    free(a);
}
