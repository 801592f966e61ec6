/* words.c - see words.h. */
#include <string.h>

#include "base/utf8.h"
#include "exchange/words.h"

/* ---- clean text ---- */

bool mq_is_forbidden(uint32_t cp)
{
    if (cp < 0x20)
        return cp != '\t' && cp != '\n' && cp != '\r';
    return (cp >= 0x7F && cp < 0xA0 && cp != 0x85) || cp == 0xFEFF || cp == 0xFFFE || cp == 0xFFFF;
}

/* Marks of direction: LRM RLM ALM, embeddings and overrides, isolates. */
static bool is_bidi(uint32_t cp)
{
    return cp == 0x200E || cp == 0x200F || cp == 0x61C || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool is_white(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* What no text begins or ends with. A no-break space inside stays: French has it before : and %. */
static bool is_edge(uint32_t cp)
{
    return is_bidi(cp) || is_white(cp) || cp == 0xA0;
}

/* Most terms are clean: no control, no two spaces, nothing of U+2000..U+20FF, U+F000.. or U+061C, well-formed. */
bool mq_is_clean(mq_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;

    if (s.n == 0 || p[0] <= ' ' || p[s.n - 1] <= ' ')
        return false;
    for (size_t i = 0; i < s.n; i++) {
        const bool control = p[i] < ' ' || p[i] == 0x7F || p[i] == 0xC2, mark = p[i] == 0xE2 || p[i] == 0xEF || (i && p[i] == 0x9C && p[i - 1] == 0xD8);

        if (control || mark || (p[i] == ' ' && p[i - 1] == ' '))
            return false;
    }
    return mq_utf8_valid(s.p, s.n) == s.n;
}

/* Drops what is forbidden and copies the rest; `line` tells whether lines stay. */
static size_t filter(mq_buf *out, mq_str in, bool lines)
{
    const char *p = in.p, *end = in.p + in.n;
    const size_t start = out->n;
    size_t forbidden = 0;
    bool space = false;

    while (p < end) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (lines && cp == '\r') {
            cp = '\n';
            p += p < end && *p == '\n';
        }
        if (is_white(cp) && !(lines && (cp == '\n' || cp == ' ' || cp == '\t'))) {
            space = true;
            continue;
        }
        if (mq_is_forbidden(cp)) {
            forbidden++;
            continue;
        }
        if (out->n > start && space)
            mq_buf_addc(out, ' ');
        space = false;
        mq_buf_addcp(out, cp);
    }
    return forbidden;
}

/* Cuts white space and marks of direction from the end, then from the start, of what was appended after `start`. */
static void trim_ends(mq_buf *out, size_t start)
{
    char *begin = out->p ? out->p + start : NULL;
    size_t skip = 0;
    uint32_t cp;

    if (!begin)
        return;
    while (out->n > start) {
        const size_t k = mq_utf8_before(begin, out->p + out->n, &cp);

        if (!is_edge(cp))
            break;
        out->n -= k;
    }
    while (start + skip < out->n) {
        const size_t k = mq_utf8_decode(begin + skip, out->p + out->n, &cp);

        if (!is_edge(cp))
            break;
        skip += k;
    }
    memmove(begin, begin + skip, out->n - start - skip);
    out->n -= skip;
    out->p[out->n] = '\0';
}

size_t mq_clean_term(mq_buf *out, mq_str in)
{
    const size_t start = out->n;
    size_t forbidden;

    if (mq_is_clean(in)) {
        mq_buf_addstr(out, in);
        return 0;
    }
    forbidden = filter(out, in, false);
    trim_ends(out, start);
    return forbidden;
}

size_t mq_clean_text(mq_buf *out, mq_str in)
{
    const size_t start = out->n;
    size_t forbidden;

    if (mq_is_clean(in)) {
        mq_buf_addstr(out, in);
        return 0;
    }
    forbidden = filter(out, in, true);
    trim_ends(out, start);
    return forbidden;
}

static bool is_arabic(uint32_t cp)
{
    return (cp >= 0x620 && cp <= 0x64A) || (cp >= 0x66E && cp <= 0x6D3) || (cp >= 0x750 && cp <= 0x77F) || (cp >= 0xFB50 && cp <= 0xFDFB)
        || (cp >= 0xFE70 && cp <= 0xFEFC);
}

bool mq_has_arabic(mq_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (is_arabic(cp))
            return true;
    }
    return false;
}

/* Letters of other scripts than ASCII are taken as all that is not punctuation, by the blocks where that stands. */
bool mq_has_letter(mq_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if ((cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z'))
            return true;
        if (cp >= 0xC0 && cp != 0xD7 && cp != 0xF7 && !(cp >= 0x600 && cp < 0x620) && !(cp >= 0x2000 && cp < 0x2E80) && !(cp >= 0x3000 && cp < 0x3040)
            && cp < 0xFFF0)
            return true;
    }
    return false;
}

bool mq_has_latin(mq_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if ((cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7))
            return true;
    }
    return false;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool mq_same_word(mq_str a, mq_str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.p[i]) != lower(b.p[i]))
            return false;
    return true;
}

mq_str mq_trim(mq_str s)
{
    while (s.n && (unsigned char)s.p[s.n - 1] <= ' ')
        s.n--;
    while (s.n && (unsigned char)*s.p <= ' ') {
        s.p++;
        s.n--;
    }
    return s;
}

/* ---- dates ---- */

/* Reads `digits` digits into *v; a separator before them is taken when it stands there. */
static bool number(int *v, mq_str *s, int digits, char separator)
{
    if (separator && s->n && *s->p == separator)
        *s = (mq_str){ s->p + 1, s->n - 1 };
    if (s->n < (size_t)digits)
        return false;
    *v = 0;
    for (int i = 0; i < digits; i++) {
        if (s->p[i] < '0' || s->p[i] > '9')
            return false;
        *v = *v * 10 + (s->p[i] - '0');
    }
    *s = (mq_str){ s->p + digits, s->n - (size_t)digits };
    return true;
}

/* Days since 1970-01-01 of the proleptic Gregorian calendar: H. Hinnant, "chrono-compatible low-level date algorithms". */
static int64_t days_of(int year, int month, int day)
{
    const int64_t y = year - (month <= 2), era = (y >= 0 ? y : y - 399) / 400, in_era = y - era * 400;
    const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + day_of_year - 719468;
}

static bool parse_offset(int64_t *seconds, mq_str s)
{
    int hours = 0, minutes = 0;
    const bool minus = s.n && *s.p == '-';

    *seconds = 0;
    if (s.n == 0 || mq_same_word(s, MQ_STR("z")))
        return true;
    if (*s.p == 'Z' || *s.p == 'z') /* "Z+09:00" stands in UTX files */
        s = (mq_str){ s.p + 1, s.n - 1 };
    if (*s.p != '+' && *s.p != '-')
        return false;
    s = (mq_str){ s.p + 1, s.n - 1 };
    if (!number(&hours, &s, 2, 0) || (s.n && !number(&minutes, &s, 2, ':')) || s.n || hours > 14 || minutes > 59)
        return false;
    *seconds = (minus ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

static int days_in(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static bool parse_time(int64_t *seconds, mq_str *s)
{
    int h = 0, m = 0, sec = 0;

    if (!number(&h, s, 2, 0) || (s->n && *s->p != 'Z' && !number(&m, s, 2, ':')))
        return false;
    if (s->n && (*s->p == ':' || (*s->p >= '0' && *s->p <= '9')) && !number(&sec, s, 2, ':'))
        return false;
    if (s->n && (*s->p == '.' || *s->p == ','))
        for (*s = (mq_str){ s->p + 1, s->n - 1 }; s->n && *s->p >= '0' && *s->p <= '9';)
            *s = (mq_str){ s->p + 1, s->n - 1 };
    *seconds = h * 3600 + m * 60 + sec;
    return h < 24 && m < 60 && sec < 61;
}

bool mq_date_parse(int64_t *out, mq_str s)
{
    int year, month, day;
    int64_t time = 0, offset = 0;

    s = mq_trim(s);
    if (!number(&year, &s, 4, 0) || !number(&month, &s, 2, '-') || !number(&day, &s, 2, '-'))
        return false;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return false;
    if (s.n) {
        if (*s.p != 'T' && *s.p != 't' && *s.p != ' ')
            return false;
        s = (mq_str){ s.p + 1, s.n - 1 };
        if (!parse_time(&time, &s) || !parse_offset(&offset, s))
            return false;
    }
    *out = days_of(year, month, day) * 86400 + time - offset;
    return true;
}

/* `before` and the last n digits of v; years beyond 9999 do not come from any of our readers. */
static void add_digits(mq_buf *out, int64_t v, size_t n, const char *before)
{
    char digits[4];

    for (size_t i = n; i-- > 0; v /= 10)
        digits[i] = (char)('0' + v % 10);
    mq_buf_addz(out, before);
    mq_buf_add(out, digits, n);
}

void mq_date_write(mq_buf *out, int64_t t, enum mq_date_form form)
{
    const int64_t days = (t >= 0 ? t : t - 86399) / 86400, in_day = t - days * 86400;
    /* the inverse of days_of, same source */
    const int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    const int64_t day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9, year = yoe + era * 400 + (month <= 2);
    const char *dash = form == MQ_DATE_BASIC ? "" : "-", *colon = form == MQ_DATE_BASIC ? "" : ":";

    add_digits(out, year, 4, "");
    add_digits(out, month, 2, dash);
    add_digits(out, day, 2, dash);
    if (form == MQ_DATE_DAY)
        return;
    add_digits(out, in_day / 3600, 2, "T");
    add_digits(out, in_day / 60 % 60, 2, colon);
    add_digits(out, in_day % 60, 2, colon);
    mq_buf_addc(out, 'Z');
}

/* ---- scores ---- */

enum { SCORE_ONE = 10000 };

/* 0..SCORE_ONE */
static unsigned ten_thousandths(double score)
{
    return score <= 0 ? 0 : score >= 1 ? SCORE_ONE : (unsigned)(score * SCORE_ONE + 0.5);
}

bool mq_score_tells(double score)
{
    return score >= 0 && ten_thousandths(score) < SCORE_ONE;
}

void mq_score_write(mq_buf *out, double score)
{
    unsigned v = ten_thousandths(score);
    char digits[] = "0.0000";
    size_t n = 6;

    digits[0] = (char)('0' + v / SCORE_ONE);
    for (size_t i = 5; i >= 2; i--, v /= 10)
        digits[i] = (char)('0' + v % 10);
    while (n > 3 && digits[n - 1] == '0')
        n--;
    mq_buf_add(out, digits, n);
}

bool mq_score_parse(double *out, mq_str s)
{
    double v = 0, unit = 1;
    bool point = false, any = false;

    for (size_t i = 0; i < s.n; i++) {
        if ((s.p[i] == '.' || s.p[i] == ',') && !point) {
            point = true;
        } else if (s.p[i] >= '0' && s.p[i] <= '9') {
            any = true;
            unit = point ? unit / 10 : unit;
            v = point ? v + (s.p[i] - '0') * unit : v * 10 + (s.p[i] - '0');
        } else {
            return false;
        }
    }
    if (!any || !(v >= 0 && v <= 1.0000001))
        return false;
    *out = v > 1 ? 1 : v;
    return true;
}

/* ---- names ---- */

typedef struct mq_name {
    const char *word;
    int value;
} mq_name;

static bool find_name(int *out, const mq_name *names, mq_str word)
{
    for (; names->word; names++)
        if (mq_same_word(mq_str_of(names->word), word)) {
            *out = names->value;
            return true;
        }
    return false;
}

bool mq_status_of_word(int *out, mq_str word)
{
    static const mq_name names[] = {
        { "candidate", MQ_CANDIDATE },
        { "accepted", MQ_ACCEPTED },
        { "preferred", MQ_PREFERRED },
        { "deprecated", MQ_DEPRECATED },
        { "rejected", MQ_REJECTED },
        /* TBX v2 and v3: administrativeStatus, normativeAuthorization */
        { "preferredTerm-admn-sts", MQ_PREFERRED },
        { "admittedTerm-admn-sts", MQ_ACCEPTED },
        { "deprecatedTerm-admn-sts", MQ_DEPRECATED },
        { "supersededTerm-admn-sts", MQ_DEPRECATED },
        { "legalTerm-admn-sts", MQ_PREFERRED },
        { "regulatedTerm-admn-sts", MQ_PREFERRED },
        { "standardizedTerm-admn-sts", MQ_PREFERRED },
        { "preferredTerm", MQ_PREFERRED },
        { "admittedTerm", MQ_ACCEPTED },
        { "deprecatedTerm", MQ_DEPRECATED },
        { "supersededTerm", MQ_DEPRECATED },
        /* v3 Min */
        { "admitted", MQ_ACCEPTED },
        { "notRecommended", MQ_DEPRECATED },
        { "obsolete", MQ_DEPRECATED },
        /* UTX 1.20 */
        { "approved", MQ_PREFERRED },
        { "provisional", MQ_CANDIDATE },
        { "non-standard", MQ_DEPRECATED },
        { "forbidden", MQ_DEPRECATED },
        { NULL, 0 },
    };

    return find_name(out, names, word);
}

bool mq_kind_of_word(int *out, mq_str word)
{
    static const mq_name names[] = {
        { "translation", MQ_KIND_TRANSLATION },
        { "acronym", MQ_KIND_ACRONYM },
        { "transliteration", MQ_KIND_TRANSLITERATION },
        /* TBX termType */
        { "abbreviation", MQ_KIND_ACRONYM },
        { "initialism", MQ_KIND_ACRONYM },
        { "transliteratedForm", MQ_KIND_TRANSLITERATION },
        { "transcribedForm", MQ_KIND_TRANSLITERATION },
        { "fullForm", MQ_KIND_TRANSLATION },
        { "entryTerm", MQ_UNSAID },
        { "synonym", MQ_UNSAID },
        { "variant", MQ_UNSAID },
        { "shortForm", MQ_UNSAID },
        { "phrase", MQ_UNSAID },
        { NULL, 0 },
    };

    return find_name(out, names, word);
}
