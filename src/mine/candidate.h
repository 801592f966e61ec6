/*
 * mine/candidate.h - the spans that may be the Arabic of a Latin unit, with the evidence for each.
 *
 * On each side the span touches the anchor and has 1..12 tokens; it stops at clause punctuation and brackets; quotes may be crossed, and so may two
 * Latin tokens inside. Evidence is computed once per token and Latin word (a matrix); a span's figures are sums and maxima over its tokens.
 */
#ifndef MQ_MINE_CANDIDATE_H
#define MQ_MINE_CANDIDATE_H

#include "mine/anchor.h"

enum { MQ_SPAN_TOKENS = 12, MQ_SIDE_TOKENS = MQ_SPAN_TOKENS + 1, MQ_CANDIDATES = 4 * MQ_SPAN_TOKENS };

typedef struct mq_candidate {
    size_t first, last;       /* tokens of the segment, inclusive */
    bool left;
    unsigned gap;             /* MQ_GAP_* of its anchor */
    bool quoted_exactly;      /* the quotes touch both ends */
    bool quoted_together;     /* one pair of quotes around it and the unit */
    bool crosses_quote;
    uint8_t tail;             /* words between it and its anchor that it leaves out */
    uint8_t tokens;           /* Arabic words and numbers */
    uint8_t content;          /* of them, no function words */
    uint8_t explained;        /* content words that some Latin word explains */
    uint8_t open_known;       /* content words that the lexicon knows and no Latin word explains */
    uint8_t latin_open_known; /* Latin content words of the lexicon that no token explains */
    uint8_t latin_open;       /* Latin content words that no token explains */
    uint8_t halves;           /* Latin content words of which it says one part and not the other */
    uint8_t doubles;          /* Latin content words both parts of which it says, and not the word itself: فرط ضغط الدم, hypertension */
    float word_cover;         /* share of the Latin content words that is explained, 0..1 */
    float token_cover;        /* share of its content words that is explained */
    float translit;           /* likeness of the whole span to the whole unit by sound, 0..1 */
    float translit_words;     /* share of the Latin words that a token sounds like */
    float in_order, reversed, any_order; /* share of the letters of an acronym that initials explain */
    float first_letter;       /* the first content word explains the first letter, or the last one */
    float last_letter;        /* the last content word explains the first letter, or the last one */
    uint8_t meets, crosses;   /* 1: its first word explains the first (the last) Latin content word, 2: its last word the last (the first) */
    float listed;             /* likeness to a name in dict/acronyms.tsv (Dice), 0..1 */
    float expanded;           /* likeness to a French or English expansion there, by the lexicon, 0..1 */
    bool digits_said;         /* number words say its digits: الجيل الرابع, 4G */
    bool letter_names;        /* سي إن بي سي */
    bool latin_unsaid;        /* a Latin word inside that the unit does not have */
    uint16_t inner_open;      /* MQ_INNER_* of its words that no Latin word explains */
    bool known;               /* the glossary that is mined into has it as the Arabic of the unit */
    bool first_explained, last_explained;
    bool far_explains;        /* the second or third token outside does */
    bool outside_explains;    /* the token just outside explains a Latin word that the span leaves open */
    uint8_t langs;            /* MQ_RENDERING_* of the words that matched */
    uint8_t fr_hits, en_hits; /* words explained by a French / an English rendering only */
} mq_candidate;

/* What was decided for the Latin unit before this one in the same segment: «(Virtual Private Network - VPN)» share their Arabic. */
typedef struct mq_previous {
    bool paired;
    size_t first, last;       /* tokens of its Arabic */
    size_t unit_last;         /* its own last token */
    uint8_t ninitials;
    char initials[MQ_UNIT_WORDS]; /* upper case, of its content words */
} mq_previous;

enum { MQ_GAP_SORTS = 5 };

/* Arabic whose tie to a unit is plain to see: the first token of the unit, the first and the last of the Arabic. */
typedef struct mq_claim {
    uint16_t unit, first, last;
} mq_claim;

enum { MQ_CLAIMS = 48 };

/* The other units of the segment, before anything is decided (kin.h): writers keep to one way of giving equivalents. By side (0 left) and sort of gap. */
typedef struct mq_kin {
    uint8_t plain[2][MQ_GAP_SORTS]; /* units with a candidate whose evidence is plain to see */
    uint8_t bare[2][MQ_GAP_SORTS];  /* units that have Arabic beside them and no such candidate */
    uint8_t nclaims;
    mq_claim claim[MQ_CLAIMS];
} mq_kin;

typedef struct mq_site {
    mq_segment *s;
    mq_kin kin;
    mq_previous previous;     /* kept by whoever decides, with mq_remember; handed on within a segment */
    mq_unit u;
    mq_anchor anchor[2];      /* left, right */
    bool second;              /* the candidates are further renderings, beyond one that was chosen */
    mq_candidate chosen;      /* that one */
    size_t n;
    mq_candidate c[MQ_CANDIDATES];
} mq_site;

/* The text of a candidate, or of the unit, as bytes of the text. */
mq_str mq_candidate_text(const mq_site *site, const mq_candidate *c);
mq_str mq_unit_text(const mq_site *site);

/* Fills anchors and candidates of site->u. */
void mq_site_candidates(mq_site *site, const mq_dicts *d);

/* Which sort of gap, below MQ_GAP_SORTS: 0 an opening bracket, 1 a quote, 2 nothing, 3 a cue, 4 another. */
static inline unsigned mq_gap_sort(unsigned gap)
{
    if (gap & (MQ_GAP_CUE | MQ_GAP_OR))
        return 3;
    if (gap & MQ_GAP_OPEN)
        return 0;
    if (gap & MQ_GAP_QUOTE)
        return 1;
    return gap & ~(unsigned)MQ_GAP_GLUED ? 4 : 2;
}

/* Notes the decision for site->u: candidate c, or none (NULL). */
void mq_remember(mq_site *site, const mq_candidate *c);
/* Whether the letters of site->u are the initials of the unit before it, which was paired. */
bool mq_abbreviates_previous(const mq_site *site);

/*
 * A second Arabic rendering stands beyond the first: حلف شمال الأطلسي "ناتو" (NATO), دكتوراه أو دكتور. Fills the candidates that touch `chosen`
 * on its far side across quotes, commas, dashes or أو; none when nothing of that sort stands there. The site has the candidates yet that `chosen` is one of.
 */
void mq_site_beyond(mq_site *site, mq_candidate chosen, const mq_dicts *d);

#endif
