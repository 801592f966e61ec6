/* shape.c - see shape.h. */
#include "lexicon/function.h"
#include "mine/shape.h"
#include "text/words.h"

/* The word ends in ي or ية behind three letters and more. */
static bool is_nisba(const mq_tok *t)
{
    const char *end = t->folded + t->folded_n;

    if (t->folded_n - t->cut.skip < 8)
        return false;
    return (end[-2] == '\xD9' && end[-1] == '\x8A') || (end[-2] == '\xD9' && end[-1] == '\x87' && end[-4] == '\xD9' && end[-3] == '\x8A');
}

bool mq_is_unknown(const mq_tok *t)
{
    return t->kinds == 0 && (t->roles & ~(unsigned)MQ_ROLE_PASSING) == 0;
}

static bool is_nominal(const mq_tok *t)
{
    const unsigned other = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG | MQ_ROLE_ADV;

    return t->script == MQ_ARABIC && !t->verbal && !(t->roles & other);
}

static uint32_t when(bool yes, uint32_t bit)
{
    return yes ? bit : 0;
}

static uint32_t edge_roles(unsigned roles)
{
    const bool plain = roles & (MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_PRON | MQ_ROLE_ADV);

    return when(roles & MQ_ROLE_HEAD, MQ_EDGE_HEAD) | when(roles & MQ_ROLE_BODY, MQ_EDGE_BODY) | when(roles & MQ_ROLE_PREP, MQ_EDGE_PREP) |
           when(roles & MQ_ROLE_CONJ, MQ_EDGE_CONJ) | when(roles & MQ_ROLE_PRON, MQ_EDGE_PRON) | when(roles & MQ_ROLE_ADV, MQ_EDGE_ADV) |
           when(!plain && (roles & (MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_NEG)), MQ_EDGE_ROLE_OTHER);
}

uint32_t mq_edge_shape(const mq_tok *t)
{
    const unsigned p = t->cut.proclitics, prepositions = MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA;
    const bool number = t->script == MQ_NUMBER, nisba = is_nisba(t), bare = !number && !t->article;

    return edge_roles(t->roles) | when(t->article, MQ_EDGE_ARTICLE) | when(bare, MQ_EDGE_INDEFINITE) |
           when((t->kinds & MQ_WORD_NOUN) && !(t->kinds & MQ_WORD_ADJ), MQ_EDGE_NOUN) | when(mq_is_adjective(t), MQ_EDGE_ADJ) |
           when(t->kinds == MQ_WORD_NAME, MQ_EDGE_NAME) | when(mq_is_unknown(t) && !number, MQ_EDGE_UNKNOWN) | when(number, MQ_EDGE_NUMBER) |
           when(t->article && nisba, MQ_EDGE_NISBA_DEFINITE) | when(nisba, MQ_EDGE_NISBA) | when(t->verbal, MQ_EDGE_VERB) |
           when(p & (MQ_CLITIC_WA | MQ_CLITIC_FA), MQ_EDGE_WA) | when(p & prepositions, MQ_EDGE_PREPOSITION) |
           when((p & prepositions) && t->article, MQ_EDGE_PREPOSITION_ARTICLE) | when(t->pronoun, MQ_EDGE_PRONOUN_ENDING) |
           when(bare && t->nouny <= -6, MQ_EDGE_NEVER_DEFINITE) | when(bare && t->nouny <= -3 && t->nouny > -6, MQ_EDGE_RARELY_DEFINITE) |
           when(!number && t->nouny > -3 && t->nouny <= 0, MQ_EDGE_OFTEN_DEFINITE);
}

static bool is_noun_with_article(const mq_tok *t)
{
    return t->article && (t->kinds & MQ_WORD_NOUN) && !(t->kinds & MQ_WORD_ADJ) && !is_nisba(t) && !t->cut.proclitics;
}

uint32_t mq_inner_shape(const mq_tok *t)
{
    const bool nominal = is_nominal(t), bare = nominal && !t->article;

    return when(t->verbal, MQ_INNER_VERB) | when(t->roles & MQ_ROLE_PREP, MQ_INNER_PREP) | when(t->roles & MQ_ROLE_CONJ, MQ_INNER_CONJ) |
           when(t->roles & (MQ_ROLE_REL | MQ_ROLE_DEM), MQ_INNER_REL) | when(t->roles & MQ_ROLE_PRON, MQ_INNER_PRON) |
           when(t->cut.proclitics & MQ_CLITIC_WA, MQ_INNER_WA) | when(t->roles & MQ_ROLE_BODY, MQ_INNER_BODY) |
           when(t->pronoun, MQ_INNER_PRONOUN_ENDING) | when(bare && t->nouny <= -6, MQ_INNER_NEVER_DEFINITE) | when(t->article, MQ_INNER_DEFINITE) |
           when(bare, MQ_INNER_INDEFINITE) | when(bare && !t->cut.proclitics, MQ_INNER_BREAKS) | when(nominal, MQ_INNER_NOMINAL) |
           when(is_noun_with_article(t), MQ_INNER_APPOSED);
}

mq_inside mq_look_inside(const mq_segment *s, size_t first, size_t last)
{
    const uint32_t seams = MQ_INNER_BREAKS | MQ_INNER_APPOSED;
    uint32_t seen = ~(seams | MQ_INNER_WA | MQ_INNER_BODY); /* what counts of the next token */
    mq_inside in = { 0 };

    for (const mq_tok *t = &s->tok[first], *end = &s->tok[last]; t <= end; t++) {
        uint32_t shape = t->inner & seen;

        in.number |= t->script == MQ_NUMBER;
        seen |= MQ_INNER_WA | MQ_INNER_BODY;
        if (t->script != MQ_ARABIC)
            continue;
        if (t == end)
            shape &= ~(uint32_t)MQ_INNER_PRONOUN_ENDING;
        seen = mq_is_definite(t) ? seen | seams : seen & ~seams;
        in.was += (shape & MQ_INNER_WA) != 0;
        in.shape |= shape;
    }
    return in;
}
