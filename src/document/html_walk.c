/*
 * html_walk.c - the stack of open elements.
 *
 * The rules are those of browsers as far as they decide what is inside what: a block ends an open <p>, an item the item before it, a row the cells and
 * row before it; an end tag closes everything above its start tag, but no cell or table around it, and the end tag of an inline element closes
 * no block. Elements nested deeper than DEEPEST are not opened; their texts belong to the element that is.
 */
#include <strings.h>

#include "document/html_walk.h"

enum { DEEPEST = 256 };

struct walk {
    const mq_html_handler *h;
    mq_element stack[DEEPEST];
    size_t n;            /* open elements, with the outermost */
    size_t opened;       /* numbers given */
    size_t too_deep;     /* open, but not on the stack */
};

static unsigned flags(const mq_element *e)
{
    return e->tag ? e->tag->flags : 0;
}

/* Closes the elements from number i of the stack upwards. */
static void close_to(struct walk *w, size_t i)
{
    while (w->n > i) {
        w->n--;
        w->h->close(w->h->user, &w->stack[w->n], &w->stack[w->n - 1]);
    }
    w->too_deep = 0;
}

/* An open <p> before any wall. */
static void end_p(struct walk *w)
{
    for (size_t i = w->n; i-- > 1 && !(flags(&w->stack[i]) & MQ_TAG_WALL);)
        if (flags(&w->stack[i]) & MQ_TAG_P) {
            close_to(w, i);
            return;
        }
}

/* Does e keep start tags of this family from ending elements outside it? */
static bool holds_family(const mq_element *e, enum mq_family family)
{
    if (family == MQ_FAMILY_ITEM)
        return (flags(e) & (MQ_TAG_LIST | MQ_TAG_WALL)) != 0;
    return (flags(e) & MQ_TAG_WALL) != 0 && e->tag->family != family;
}

static void end_family(struct walk *w, const mq_tag *tag)
{
    size_t lowest = 0;

    for (size_t i = w->n; i-- > 1 && !holds_family(&w->stack[i], tag->family);)
        if (w->stack[i].tag && w->stack[i].tag->family == tag->family && w->stack[i].tag->rank <= tag->rank)
            lowest = i;
    if (lowest)
        close_to(w, lowest);
}

/* Ends an open link: closed where only inline elements stand in between, else no longer counted as a link. */
static void end_link(struct walk *w)
{
    size_t i = w->n - 1;

    while (i > 0 && !(flags(&w->stack[i]) & (MQ_TAG_LINK | MQ_TAG_BLOCK | MQ_TAG_WALL)))
        i--;
    if (flags(&w->stack[i]) & MQ_TAG_LINK) {
        close_to(w, i);
        return;
    }
    for (i = 1; i < w->n; i++)
        w->stack[i].in &= ~(unsigned)MQ_IN_LINK;
}

static void start_tag(struct walk *w, const mq_html_token *t)
{
    const unsigned f = t->tag ? t->tag->flags : 0;
    mq_element *e;

    if (f & MQ_TAG_PLAIN)
        return;
    if (f & MQ_TAG_ENDS_P)
        end_p(w);
    if (t->tag && t->tag->family != MQ_FAMILY_NONE)
        end_family(w, t->tag);
    if (f & MQ_TAG_LINK)
        end_link(w);
    if (f & MQ_TAG_VOID || t->closed) {
        w->h->single(w->h->user, &w->stack[w->n - 1], t);
        return;
    }
    if (w->n == DEEPEST) {
        w->too_deep++;
        return;
    }
    e = &w->stack[w->n];
    *e = (mq_element){ .tag = t->tag, .name = t->name, .number = w->opened++, .in = w->stack[w->n - 1].in };
    e->in |= (f & MQ_TAG_PRE ? MQ_IN_PRE : 0U);
    w->n++;
    w->h->open(w->h->user, e, t);
}

static bool same_name(const mq_element *e, const mq_html_token *t)
{
    if (e->tag || t->tag)
        return e->tag == t->tag;
    return e->name.n == t->name.n && strncasecmp(e->name.p, t->name.p, t->name.n) == 0;
}

/* Can the end tag t not close anything below e? */
static bool stops(const mq_element *e, const mq_html_token *t)
{
    const unsigned f = flags(e);

    if (t->tag && (t->tag->family == MQ_FAMILY_TABLE || t->tag->flags & MQ_TAG_ROW))
        return f & MQ_TAG_WALL && e->tag->family != MQ_FAMILY_TABLE;
    if (f & MQ_TAG_WALL)
        return true;
    return f & MQ_TAG_BLOCK && !(t->tag && t->tag->flags & (MQ_TAG_BLOCK | MQ_TAG_OUT | MQ_TAG_WALL));
}

static void end_tag(struct walk *w, const mq_html_token *t)
{
    if (t->tag && t->tag->flags & MQ_TAG_PLAIN)
        return;
    if (w->too_deep) {
        w->too_deep--;
        return;
    }
    if (t->tag && t->tag->flags & MQ_TAG_LINK) {
        end_link(w);
        return;
    }
    for (size_t i = w->n; i-- > 1;) {
        if (same_name(&w->stack[i], t)) {
            close_to(w, i);
            return;
        }
        if (stops(&w->stack[i], t))
            return;
    }
}

void mq_html_walk(mq_str source, size_t from, size_t to, const mq_html_handler *h)
{
    mq_html_scanner s = mq_html_scan(source, from, to);
    struct walk w = { .h = h, .n = 1, .opened = 1 };
    mq_html_token t;

    while (mq_html_next(&s, &t)) {
        mq_element *const top = &w.stack[w.n - 1];

        if (t.kind == MQ_TOKEN_START)
            start_tag(&w, &t);
        else if (t.kind == MQ_TOKEN_END)
            end_tag(&w, &t);
        else if (!t.raw || flags(top) & MQ_TAG_RAW) /* a script that is too deep is no text */
            h->text(h->user, top, &t);
    }
    close_to(&w, 1);
}
