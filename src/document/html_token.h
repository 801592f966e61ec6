/*
 * document/html_token.h - HTML as a row of tags and texts with their places in the source.
 *
 * Why not libxml2's parser: it tells no source offsets, stops at 256 open elements, and grows with the square of the file on some inputs. What a text
 * extractor needs of HTML is little: where tags begin and end (WHATWG HTML, section 13.2.5, without its corners inside comments and scripts),
 * and a stack (html_walk.h). libxml2 gives the table of entities.
 */
#ifndef MQ_DOCUMENT_HTML_TOKEN_H
#define MQ_DOCUMENT_HTML_TOKEN_H

#include <muqabil/base.h>

/* What is known of an element by its name. */
enum {
    MQ_TAG_BLOCK = 1 << 0,     /* begins and ends a line */
    MQ_TAG_VOID = 1 << 1,      /* has no content and no end tag */
    MQ_TAG_RAW = 1 << 2,       /* its content is text up to its end tag */
    MQ_TAG_PRE = 1 << 3,       /* its white space counts */
    MQ_TAG_OUT = 1 << 4,       /* never part of the text: scripts, menus, forms */
    MQ_TAG_ROW = 1 << 5,       /* parts rows of a table */
    MQ_TAG_CELL = 1 << 6,      /* td, th */
    MQ_TAG_WALL = 1 << 7,      /* end tags inside do not close elements outside */
    MQ_TAG_ENDS_P = 1 << 8,    /* its start tag ends an open <p> */
    MQ_TAG_LINK = 1 << 9,      /* a */
    MQ_TAG_CONTENT = 1 << 10,  /* body, main, article: never left out */
    MQ_TAG_LIST = 1 << 11,     /* a wall for li, dt, dd */
    MQ_TAG_TITLE = 1 << 12,
    MQ_TAG_H1 = 1 << 13,
    MQ_TAG_P = 1 << 14,
    MQ_TAG_PLAIN = 1 << 15     /* changes nothing but the look; often left open */
};

/* Elements that end each other when end tags are missing; an element ends those of its family with its own rank or below. */
enum mq_family { MQ_FAMILY_NONE, MQ_FAMILY_ITEM, MQ_FAMILY_TABLE };

typedef struct mq_tag {
    const char *name;
    unsigned flags;
    enum mq_family family;
    unsigned rank;
} mq_tag;

enum mq_token_kind { MQ_TOKEN_TEXT, MQ_TOKEN_START, MQ_TOKEN_END };

typedef struct mq_html_token {
    enum mq_token_kind kind;
    size_t start, end;   /* bytes of the source, end exclusive */
    const mq_tag *tag;   /* of a start or end tag; NULL for a name that is not in the table */
    mq_str name;         /* as it is written */
    mq_str attributes;   /* of a start tag, for mq_html_attribute */
    bool closed;         /* <name/> in XHTML */
    bool raw;            /* text of a script or style: entities mean nothing */
} mq_html_token;

typedef struct mq_html_scanner {
    mq_str source;       /* any bytes that hold ASCII as it is */
    size_t at;
    size_t end;
    mq_str raw;          /* inside a raw element: its name; else empty */
    bool xml;            /* begins with <?xml: <name/> is an empty element */
} mq_html_scanner;

/* Scans the bytes [from, to) of the source. */
mq_html_scanner mq_html_scan(mq_str source, size_t from, size_t to);
/* The next tag or text; comments and the like are passed over. False at the end. */
bool mq_html_next(mq_html_scanner *s, mq_html_token *t);
/* Takes the next attribute off *rest. The value is as written, without quotes; empty when there is none. False when there is no more. */
bool mq_html_attribute(mq_str *rest, mq_str *name, mq_str *value);
/* Equal but for ASCII case. */
bool mq_html_is(mq_str s, const char *lower);

/*
 * The code point of the entity at the start of s, which begins with '&', and how many bytes it takes; 0 when it is none. Without ';' only numbers
 * and the names of Latin-1 are taken, as in browsers.
 */
size_t mq_html_entity(mq_str s, uint32_t *cp);

#endif
