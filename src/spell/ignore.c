/* ignore.c - see ignore.h. The ranges grow with the text, the findings are in no order yet, so each finding is looked up by bisection. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "spell/ignore.h"
#include "text/marks.h"

struct range {
    size_t from, to;
};

struct ranges {
    struct range *r;
    size_t n, cap;
    bool failed;
};

static void add(struct ranges *all, size_t from, size_t to)
{
    if (!MQ_ROOM(all->r, all->n, all->cap, 16)) {
        all->failed = true;
        return;
    }
    all->r[all->n++] = (struct range){ from, to };
}

static size_t line_begin(mq_str text, size_t at)
{
    while (at && text.p[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(mq_str text, size_t at)
{
    const char *lf = at < text.n ? memchr(text.p + at, '\n', text.n - at) : NULL;

    return lf ? (size_t)(lf - text.p) : text.n;
}

/* The ranges in the order of their ends; they may touch but the later one never begins before the earlier one. */
static void find_ranges(struct ranges *all, mq_str text)
{
    size_t at = 0, here, off = SIZE_MAX;
    mq_mark_kind kind;

    while (mq_mark_find(text, &at, &here, &kind)) {
        const size_t end = line_end(text, here);

        if (kind == MQ_MARK_OFF && off == SIZE_MAX) {
            off = line_begin(text, here);
        } else if (kind == MQ_MARK_ON && off != SIZE_MAX) {
            add(all, off, end);
            off = SIZE_MAX;
        } else if (off == SIZE_MAX && kind <= MQ_MARK_NEXT) {
            add(all, line_begin(text, here), kind == MQ_MARK_NEXT && end < text.n ? line_end(text, end + 1) : end);
        }
    }
    if (off != SIZE_MAX)
        add(all, off, text.n);
}

static bool is_ignored(const struct ranges *all, size_t byte)
{
    size_t lo = 0, hi = all->n;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;

        if (all->r[mid].to <= byte)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < all->n && all->r[lo].from <= byte;
}

void mq_ignore(mq_founds *all, mq_str text)
{
    struct ranges ranges = { .r = NULL };
    size_t kept = 0;

    if (all->n == 0)
        return;
    find_ranges(&ranges, text);
    if (ranges.n == 0 && !ranges.failed)
        return;
    for (size_t i = 0; i < all->n; i++)
        if (!is_ignored(&ranges, all->list[i].f.byte))
            all->list[kept++] = all->list[i];
    all->n = kept;
    all->failed |= ranges.failed;
    free(ranges.r);
}
