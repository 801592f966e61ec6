/*
 * html_rules.c - furniture by element names, roles, words of class and id, and by the density of links.
 *
 * Source:  Kohlschütter, Fankhauser, Nejdl, "Boilerplate detection using shallow text features", WSDM 2010 (link density is the best single feature);
 *          the word lists of page readers in browsers.
 * Departs: no classifier and no search for "the" article: a glossary wants every sentence of a page, and only what repeats on each page of a site
 *          does harm. So an element is out when something speaks against it, and all else is text.
 */
#include <stdlib.h>
#include <string.h>

#include "document/blank.h"
#include "document/html_rules.h"

enum { LONGEST_WORD = 16 };

/* Words of class and id names that only furniture has. Sorted. Left out on purpose: "widget", "view", "block", "hidden", which frameworks give to all. */
static const char *const furniture[] = {
    "ad",         "addthis",    "addtoany",  "ads",        "advert",      "advertisement", "banner",     "breadcrumb",  "breadcrumbs", "catlinks",
    "comment",    "comments",   "consent",   "cookie",     "cookies",     "copyright",     "counter",    "counters",    "disqus",      "editsection",
    "follow",     "footer",     "gdpr",      "likes",      "login",       "masthead",      "menu",       "menubar",     "menus",       "modal",
    "mostread",   "nav",        "navbar",    "navbox",     "navigation",  "newsletter",    "noprint",    "pager",       "pagination",  "popup",
    "printfooter", "promo",     "recommended", "related",  "rss",         "search",        "share",      "sharebar",    "shares",      "sharethis",
    "sharing",    "sidebar",    "signup",    "skip",       "social",      "socials",       "sponsor",    "sponsored",   "submenu",     "subscribe",
    "tagcloud",   "tags",       "toc",       "toolbar",    "topbar",      "trending",
};

/* Words that speak for the text, unless the same name has one of the others: "post-content" against "content-footer". */
static const char *const text_words[] = { "article", "body", "content", "entry", "main", "post", "story", "text" };

/* Names that begin so tell of a layout, not of the element: "has-sidebar". */
static const char *const layout_words[] = { "has", "is", "no", "not", "with", "without" };

static const char *const roles[] = {
    "alert",  "alertdialog", "banner", "button",  "complementary", "contentinfo", "dialog", "menu",
    "menubar", "menuitem",   "navigation", "search", "tab", "tablist", "toolbar", "tooltip",
};

#define IS_IN(word, list) is_in((word), (list), sizeof(list) / sizeof *(list))

static bool is_in(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

static int compare_word(const void *key, const void *word)
{
    return strcmp(key, *(const char *const *)word);
}

static bool is_furniture(const char *word)
{
    return bsearch(word, furniture, sizeof furniture / sizeof *furniture, sizeof *furniture, compare_word) != NULL;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

/* Takes the next word of a name, lower case: at "-", "_", digits and before a capital ("shareCount"). Empty at the end; too long ones are cut. */
static void next_word(mq_str *s, char word[LONGEST_WORD])
{
    size_t n = 0;
    bool lower = false;

    while (s->n && !is_letter(*s->p)) {
        s->p++;
        s->n--;
    }
    while (s->n && is_letter(*s->p) && !(lower && is_upper(*s->p))) {
        lower = lower || !is_upper(*s->p);
        if (n + 1 < LONGEST_WORD)
            word[n++] = (char)(*s->p | 0x20);
        s->p++;
        s->n--;
    }
    word[n] = '\0';
}

/* What one name says: -1 furniture, 1 text, 0 nothing. */
static int judge_name(mq_str name)
{
    char word[LONGEST_WORD];
    bool text = false, bad = false;

    next_word(&name, word);
    if (IS_IN(word, layout_words))
        return 0;
    for (; *word; next_word(&name, word)) {
        text = text || IS_IN(word, text_words);
        bad = bad || is_furniture(word);
    }
    return bad ? -1 : text;
}

/* All names of a class or id attribute: furniture when one says so and none says text. */
static bool names_furniture(mq_str names)
{
    bool bad = false;

    while (names.n) {
        size_t k = 0;
        int verdict;

        while (k < names.n && !mq_is_blank(names.p[k]))
            k++;
        verdict = judge_name((mq_str){ names.p, k });
        if (verdict > 0)
            return false;
        bad = bad || verdict < 0;
        k += k < names.n;
        names = (mq_str){ names.p + k, names.n - k };
    }
    return bad;
}

static bool names_role(mq_str role)
{
    char word[LONGEST_WORD];

    if (role.n >= sizeof word)
        return false;
    for (size_t i = 0; i < role.n; i++)
        word[i] = (char)(is_upper(role.p[i]) ? role.p[i] | 0x20 : role.p[i]);
    word[role.n] = '\0';
    return IS_IN(word, roles);
}

/* display:none or visibility:hidden, in any spacing. */
static bool hides(mq_str style)
{
    char s[256];
    size_t n = 0;

    for (size_t i = 0; i < style.n && n + 1 < sizeof s; i++)
        if (style.p[i] != ' ' && style.p[i] != '\t' && style.p[i] != '\n')
            s[n++] = (char)(is_upper(style.p[i]) ? style.p[i] | 0x20 : style.p[i]);
    s[n] = '\0';
    return strstr(s, "display:none") || strstr(s, "visibility:hidden");
}

static bool speaks_against(mq_str name, mq_str value)
{
    if (mq_html_is(name, "class") || mq_html_is(name, "id"))
        return names_furniture(value);
    if (mq_html_is(name, "role"))
        return names_role(value);
    if (mq_html_is(name, "style"))
        return hides(value);
    if (mq_html_is(name, "aria-hidden"))
        return mq_html_is(value, "true");
    return mq_html_is(name, "hidden");
}

/* <sup class="reference">: the number of a note, in the middle of a phrase. */
static bool is_note_number(const mq_html_token *t, mq_str name, mq_str value)
{
    return mq_html_is(t->name, "sup") && mq_html_is(name, "class") && memmem(value.p, value.n, "ref", 3) != NULL;
}

mq_html_verdict mq_html_judge(const mq_html_token *t)
{
    mq_str rest = t->attributes, name, value;
    mq_html_verdict verdict = MQ_HTML_TEXT;

    if (t->tag && t->tag->flags & MQ_TAG_OUT)
        return MQ_HTML_OUT;
    if (t->tag && t->tag->flags & MQ_TAG_CONTENT)
        return MQ_HTML_TEXT;
    while (mq_html_attribute(&rest, &name, &value)) {
        if (is_note_number(t, name, value))
            return MQ_HTML_OUT;
        if (speaks_against(name, value))
            verdict = MQ_HTML_SUSPECT;
    }
    return verdict;
}

bool mq_html_is_link(const mq_html_token *t)
{
    mq_str rest = t->attributes, name, value;

    if (t->tag && t->tag->flags & MQ_TAG_LINK)
        while (mq_html_attribute(&rest, &name, &value))
            if (mq_html_is(name, "href"))
                return true;
    return false;
}

/* Two links make a list of languages, one may be a headline; seven tenths in links is no longer prose. */
bool mq_html_is_link_list(const mq_element *e)
{
    const unsigned flags = e->tag ? e->tag->flags : 0, least = flags & MQ_TAG_LIST ? 2 : 3;

    if (!(flags & MQ_TAG_BLOCK) || flags & MQ_TAG_CONTENT)
        return false;
    return e->links >= least && (uint64_t)e->link_chars * 10 >= (uint64_t)e->chars * 7;
}
