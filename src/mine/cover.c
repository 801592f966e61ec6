/* cover.c - see cover.h. */
#include "mine/cover.h"

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static void add_words(mq_cover *v, const mq_evidence *e, size_t row, const mq_unit *u)
{
    for (unsigned j = 0; j < u->nwords; j++) {
        const float lexical = e->lexical[row][j];

        if (lexical > v->lexical[j] || (v->left && lexical > 0 && lexical == v->lexical[j])) {
            v->lexical[j] = lexical;
            v->langs[j] = e->langs[row][j];
        }
        v->sound[j] = larger(v->sound[j], e->sound[row][j]);
    }
    for (unsigned i = 0; i < 2; i++)
        v->part[i] |= e->part[i][row];
    v->whole |= e->whole[row];
}

void mq_cover_add(mq_cover *v, const mq_evidence *e, size_t row, const mq_segment *s, const mq_unit *u)
{
    const mq_tok *t = &s->tok[e->token[row]];
    const bool content = e->content[row], yes = content && e->explains[row];

    v->tokens = (uint8_t)(v->tokens + (t->script == MQ_ARABIC || t->script == MQ_NUMBER));
    v->content = (uint8_t)(v->content + content);
    v->explained = (uint8_t)(v->explained + yes);
    v->open_known = (uint8_t)(v->open_known + (content && !yes && t->nown));
    v->latin_unsaid |= t->script == MQ_LATIN && !yes;
    v->inner_open |= yes || t->script != MQ_ARABIC ? 0 : (uint16_t)t->inner;
    v->outmost = yes;
    v->inmost = v->any ? v->inmost : yes;
    v->any = true;
    v->explains |= e->explains[row];
    if (e->some[row])
        add_words(v, e, row, u);
}

/* A Latin word of which only a part is said: دقيق, microprocessor. */
static bool says_half(const mq_cover *v, unsigned j, const mq_unit_word *w)
{
    const unsigned said = (v->part[0] >> j & 1U) + (v->part[1] >> j & 1U);

    return said && !(v->whole >> j & 1) && v->sound[j] < v->lexical[j] && (w->parted == MQ_PARTED_NEVER || said == 1);
}

static bool says_both(const mq_cover *v, unsigned j)
{
    return (v->part[0] >> j & 1) && (v->part[1] >> j & 1) && !(v->whole >> j & 1);
}

void mq_cover_tell(mq_candidate *c, const mq_cover *v, const mq_unit *u)
{
    float words = 0, sounds = 0;

    c->tokens = v->tokens;
    c->content = v->content;
    c->explained = v->explained;
    c->open_known = v->open_known;
    c->latin_unsaid = v->latin_unsaid;
    c->inner_open = v->inner_open;
    c->token_cover = v->content ? (float)v->explained / (float)v->content : 0;
    c->first_explained = v->left ? v->outmost : v->inmost;
    c->last_explained = v->left ? v->inmost : v->outmost;
    for (unsigned j = 0; j < u->nwords; j++) {
        const float best = v->lexical[j], sound = v->sound[j];

        if (!u->word[j].key.exact)
            continue;
        c->langs |= v->langs[j];
        c->fr_hits = (uint8_t)(c->fr_hits + (v->langs[j] == MQ_RENDERING_FR));
        c->en_hits = (uint8_t)(c->en_hits + (v->langs[j] == MQ_RENDERING_EN));
        words += larger(best, sound);
        sounds += sound > best ? sound : 0;
        if (u->word[j].parted) {
            c->halves = (uint8_t)(c->halves + says_half(v, j, &u->word[j]));
            c->doubles = (uint8_t)(c->doubles + says_both(v, j));
        }
        if (!(v->explains >> j & 1)) {
            c->latin_open++;
            c->latin_open_known = (uint8_t)(c->latin_open_known + (u->word[j].known != 0));
        }
    }
    if (u->ncontent) {
        c->word_cover = words / u->ncontent;
        c->translit_words = sounds / u->ncontent;
    }
}

void mq_tell_meeting(mq_candidate *c, const mq_evidence *e, size_t from, size_t to, const mq_unit *u)
{
    unsigned head = 0, tail = u->nwords;

    while (head < tail && !u->word[head].key.exact)
        head++;
    while (tail > head && !u->word[tail - 1].key.exact)
        tail--;
    if (tail == head)
        return;
    tail--;
    c->meets = (uint8_t)((e->explains[from] >> head & 1) | (e->explains[to] >> tail & 1) << 1);
    c->crosses = (uint8_t)((e->explains[from] >> tail & 1) | (e->explains[to] >> head & 1) << 1);
}
