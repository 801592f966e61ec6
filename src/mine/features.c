/*
 * features.c - see features.h.
 *
 * Groups: the site (what stands between, what sort of unit), the length, the lexical evidence, the sound, the initials, the quotes, and the shape of the
 * noun phrase (its first and last word, its inside, the words just outside). The names are the documentation; a comment says more where the name does not.
 */
#include <string.h>

#include "lexicon/function.h"
#include "mine/active.h"
#include "mine/kin.h"
#include "mine/lexical.h"
#include "mine/shape.h"
#include "text/words.h"

const char *mq_feature_name(unsigned id)
{
    static const char *const names[] = {
#define X(name) #name,
#include "mine/features.def"
#undef X
#define J(a, b) #a "&" #b,
#include "mine/joined.def"
#undef J
    };

    return id < MQ_FEATURES ? names[id] : "?";
}

void mq_class_feature_name(mq_buf *out, unsigned id)
{
    const unsigned at = id - MQ_FIRST_CLASS;
    const mq_str leader = mq_word_class_leader(at % MQ_WORD_CLASSES + 1);

    mq_buf_addf(out, "%s~%.*s", mq_slot_name(at / MQ_WORD_CLASSES), (int)leader.n, leader.p);
}

/* ---- the site ---- */

static void site_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const unsigned base = c->left ? MQ_F_left_bias : MQ_F_right_bias, gap = c->gap, unit = site->u.flags;
    const unsigned kinds = MQ_GAP_GLUED - 1; /* the bits below it are features in the same order */
    const mq_anchor *a = &site->anchor[c->left ? 0 : 1];
    const bool each[] = { !(gap & kinds), gap & MQ_GAP_GLUED, unit & MQ_UNIT_ALONE, unit & MQ_UNIT_ACRONYM, mq_unit_is_lower(&site->u), unit & MQ_UNIT_CODE,
                          unit & MQ_UNIT_ENUM, unit & MQ_UNIT_LISTED, unit & MQ_UNIT_QUOTED, (a->cues & MQ_ROLE_ACR) && (unit & MQ_UNIT_ACRONYM),
                          gap == MQ_GAP_OPEN, (a->cues & MQ_ROLE_MEANS) && !(gap & MQ_GAP_LATIN), a->cues & (MQ_ROLE_FR | MQ_ROLE_EN | MQ_ROLE_FOREIGN) };

    mq_on(f, base, 1);
    mq_flags(f, base + 1, gap & kinds);
    for (unsigned i = 0; i < sizeof each / sizeof *each; i++)
        mq_flag(f, base + (MQ_F_left_plain - MQ_F_left_bias) + i, each[i]);
}

/* Other Latin words stand between it and the unit. */
static bool beyond_latin(const mq_candidate *c)
{
    return c->left && (c->gap & MQ_GAP_LATIN);
}

static void previous_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const mq_previous *p = &site->previous;
    const bool same = p->paired && c->first == p->first && c->last == p->last;

    mq_flag(f, MQ_F_same_as_previous, same);
    mq_flag(f, MQ_F_other_than_previous, p->paired && !same);
    mq_flag(f, MQ_F_previous_unpaired, !p->paired);
    mq_flag(f, MQ_F_abbreviates_previous, mq_abbreviates_previous(site));
    mq_flag(f, MQ_F_same_abbreviates, same && mq_abbreviates_previous(site));
}

/* Whether other units of the segment have, at the same sort of place, an equivalent that is plain to see. */
static void kin_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const unsigned sort = mq_gap_sort(c->gap), plain = site->kin.plain[!c->left][sort], bare = site->kin.bare[!c->left][sort];
    unsigned other = 0;

    for (unsigned i = 0; i < MQ_GAP_SORTS; i++)
        other += site->kin.plain[c->left][i];
    mq_flag(f, MQ_F_kin_plain, plain);
    mq_flag(f, MQ_F_kin_plain_only, plain && !bare);
    mq_flag(f, MQ_F_kin_bare, bare && !plain);
    mq_on(f, MQ_F_kin_share, plain + bare ? (float)plain / (float)(plain + bare) : 0);
    mq_flag(f, MQ_F_kin_other_side, other && !plain);
}

/* A second rendering: what stands between it and the first takes the place of the site. */
static void second_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const bool first = site->chosen.translit > 0.6f || site->chosen.letter_names, this = c->translit > 0.6f || c->letter_names;

    mq_on(f, MQ_F_second_bias, 1);
    mq_flag(f, MQ_F_second_quote, c->gap & MQ_GAP_QUOTE);
    mq_flag(f, MQ_F_second_or, c->gap & MQ_GAP_OR);
    mq_flag(f, MQ_F_second_comma, c->gap & MQ_GAP_COMMA);
    mq_flag(f, MQ_F_second_dash, c->gap & (MQ_GAP_DASH | MQ_GAP_SLASH));
    mq_flag(f, MQ_F_second_open, c->gap & MQ_GAP_OPEN);
    mq_flag(f, MQ_F_second_close, c->gap & MQ_GAP_CLOSE);
    mq_flag(f, MQ_F_second_cue, c->gap & MQ_GAP_CUE);
    mq_flag(f, MQ_F_second_plain, !(c->gap & ~(unsigned)MQ_GAP_GLUED));
    mq_flag(f, MQ_F_second_content, c->content > 1 && first && !this);
    mq_flag(f, MQ_F_second_acronym, site->u.flags & MQ_UNIT_ACRONYM);
    mq_flag(f, MQ_F_second_first_by_sound, first && !this);
    mq_flag(f, MQ_F_second_both_by_sound, first && this);
    mq_flag(f, MQ_F_second_across, c->left != site->chosen.left);
    mq_flag(f, MQ_F_second_letter_names, c->letter_names && !site->chosen.letter_names);
    mq_flag(f, MQ_F_second_same_length, site->chosen.tokens == c->tokens);
    mq_flag(f, MQ_F_second_means, site->anchor[c->left ? 0 : 1].cues & MQ_ROLE_MEANS);
}

static unsigned length_step(unsigned words)
{
    return words <= 6 ? words - 1 : words <= 8 ? 6 : 7;
}

static unsigned difference_step(int d)
{
    return (unsigned)((d < -3 ? -3 : d > 3 ? 3 : d) + 3);
}

static void length_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const bool acronym = site->u.flags & MQ_UNIT_ACRONYM;
    const int latin = acronym ? site->u.nletters : site->u.ncontent, longer = (int)c->content - latin;
    const int halves = longer < c->doubles ? longer : c->doubles; /* of a word that two words say, each says a half */

    if (c->tokens)
        mq_on(f, (acronym ? MQ_F_acr_words_1 : MQ_F_words_1) + length_step(c->tokens), 1);
    mq_on(f, (acronym ? MQ_F_acr_longer_by_m3 : MQ_F_longer_by_m3) + difference_step(longer > 0 ? longer - halves : longer), 1);
}

/* ---- evidence ---- */

static void sound_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const bool one = site->u.nwords == 1 && c->tokens == 1;

    mq_on(f, MQ_F_sound, c->translit);
    mq_on(f, MQ_F_sound_words, c->translit_words);
    mq_flag(f, MQ_F_sound_all, c->translit >= 0.8f);
    mq_on(f, MQ_F_sound_one_word, one ? c->translit : 0);
    mq_on(f, MQ_F_sound_plain, mq_gap_sort(c->gap) == 2 ? c->translit : 0);
    mq_on(f, MQ_F_sound_open, mq_gap_sort(c->gap) == 0 ? c->translit : 0);
    mq_on(f, MQ_F_sound_by_words, c->translit_words * c->token_cover);
    mq_flag(f, MQ_F_sound_short, c->translit > 0.5f && site->u.joined_n <= 4);
    mq_on(f, MQ_F_sound_token_open, c->translit_words > 0.5f ? (float)(c->content - c->explained) / 4 : 0);
}

static void word_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const float sound = c->translit, words = c->word_cover > sound ? c->word_cover : sound, tokens = c->token_cover > sound ? c->token_cover : sound;
    const float both = words * tokens;
    const unsigned sort = mq_gap_sort(c->gap);
    const int open_tokens = sound > 0.6f ? 0 : c->content - c->explained;

    mq_on(f, MQ_F_word_cover, words);
    mq_on(f, MQ_F_token_cover, tokens);
    mq_on(f, MQ_F_both_cover, both);
    mq_flag(f, MQ_F_all_words, words >= 0.8f);
    mq_flag(f, MQ_F_all_tokens, tokens >= 0.99f);
    mq_flag(f, MQ_F_all_both, words >= 0.8f && tokens >= 0.99f);
    mq_on(f, MQ_F_open_tokens, (float)(open_tokens > 4 ? 4 : open_tokens) / 4);
    mq_on(f, MQ_F_open_words, (1 - words) * (float)(site->u.ncontent > 4 ? 4 : site->u.ncontent) / 4);
    if (sound <= 0.6f) {
        mq_on(f, MQ_F_open_tokens_known, (float)c->open_known / 4);
        mq_on(f, MQ_F_open_tokens_unknown, (float)(c->content - c->explained - c->open_known) / 4);
        mq_on(f, MQ_F_open_words_known, (float)c->latin_open_known / 4);
        mq_on(f, MQ_F_open_words_unknown, (float)(c->latin_open - c->latin_open_known) / 4);
    }
    mq_flag(f, MQ_F_first_explained, c->first_explained && c->tokens > 1);
    mq_flag(f, MQ_F_last_explained, c->last_explained && c->tokens > 1);
    mq_flag(f, MQ_F_first_open, !c->first_explained && both > 0.1f && sound < 0.6f);
    mq_flag(f, MQ_F_last_open, !c->last_explained && both > 0.1f && sound < 0.6f);
    mq_flag(f, MQ_F_outside_explains, c->outside_explains);
    mq_flag(f, MQ_F_far_explains, c->far_explains);
    if (site->u.ncontent > 1 && c->content > 1) {
        mq_flag(f, MQ_F_ends_meet, c->meets == 3);
        mq_flag(f, MQ_F_ends_cross, c->crosses == 3);
        mq_flag(f, MQ_F_first_meets, (c->meets | c->crosses) & 1);
        mq_flag(f, MQ_F_last_meets, (c->meets | c->crosses) & 2);
    }
    if (both < 0.05f) {
        mq_on(f, MQ_F_no_evidence, 1);
        mq_on(f, MQ_F_no_evidence_open + sort, 1);
        mq_flag(f, MQ_F_no_evidence_known, c->latin_open_known == c->latin_open && c->latin_open);
        mq_flag(f, MQ_F_no_evidence_unknown, c->latin_open_known == 0);
        mq_flag(f, MQ_F_no_evidence_both_known, c->latin_open_known == c->latin_open && c->latin_open && c->open_known == c->content);
    } else {
        mq_on(f, MQ_F_cover_open + sort, both);
    }
}

static void acronym_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const float order = c->in_order > c->reversed ? c->in_order : c->reversed;
    const int open = (int)c->content - (int)site->u.nletters;
    const bool whole = c->content > 0 && c->content <= site->u.nletters;
    const mq_tok *first = &site->s->tok[c->first];
    const bool body = first->roles & MQ_ROLE_BODY;
    float best = c->listed > c->any_order ? c->listed : c->any_order;

    best = c->translit > best ? c->translit : best;
    best = c->expanded > best ? c->expanded : best;
    mq_on(f, MQ_F_acr_in_order, c->in_order);
    mq_on(f, MQ_F_acr_reversed, c->reversed);
    mq_on(f, MQ_F_acr_any_order, c->any_order);
    mq_flag(f, MQ_F_acr_full_in_order, c->in_order > 0.85f && whole);
    mq_flag(f, MQ_F_acr_full_reversed, c->reversed > 0.85f && whole);
    mq_flag(f, MQ_F_acr_full_any, c->any_order > 0.85f && order <= 0.85f && whole);
    mq_on(f, MQ_F_acr_first_letter, c->first_letter);
    mq_on(f, MQ_F_acr_last_letter, c->last_letter);
    mq_on(f, MQ_F_acr_open_words, open > 0 ? (float)(open > 4 ? 4 : open) / 4 : 0);
    mq_flag(f, MQ_F_acr_body, body);
    mq_flag(f, MQ_F_acr_body_open, body && (c->gap & MQ_GAP_OPEN));
    mq_on(f, MQ_F_acr_listed, c->listed);
    mq_flag(f, MQ_F_acr_listed_exact, c->listed > 0.99f);
    mq_flag(f, MQ_F_acr_digits_said, c->digits_said);
    mq_flag(f, MQ_F_acr_digits_whole, c->digits_said && c->content == site->u.nletters);
    mq_flag(f, MQ_F_acr_digits_unsaid, (site->u.flags & MQ_UNIT_DIGIT) && !c->digits_said);
    mq_on(f, MQ_F_acr_expanded, c->expanded);
    mq_flag(f, MQ_F_acr_expanded_full, c->expanded > 0.85f);
    mq_flag(f, MQ_F_acr_expanded_half, c->expanded > 0.45f);
    mq_flag(f, MQ_F_acr_unlisted, !(site->u.flags & MQ_UNIT_LISTED));
    mq_flag(f, MQ_F_acr_listed_miss, (site->u.flags & MQ_UNIT_LISTED) && c->listed < 0.3f && !c->letter_names);
    mq_flag(f, MQ_F_acr_letter_names, c->letter_names);
    mq_on(f, MQ_F_acr_sound, c->translit);
    mq_on(f, MQ_F_acr_as_word, c->word_cover * c->token_cover);
    mq_flag(f, MQ_F_acr_nothing, best < 0.3f);
    mq_on(f, MQ_F_acr_best, best);
    mq_on(f, MQ_F_acr_best_plain, mq_gap_sort(c->gap) == 2 ? best : 0);
    mq_on(f, MQ_F_acr_best_open, mq_gap_sort(c->gap) == 0 ? best : 0);
}

static void quote_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const mq_anchor *a = &site->anchor[c->left ? 0 : 1];

    mq_flag(f, MQ_F_quoted_exactly, c->quoted_exactly);
    mq_flag(f, MQ_F_quoted_part, a->quoted && !c->quoted_exactly);
    mq_flag(f, MQ_F_quoted_together, c->quoted_together);
    mq_flag(f, MQ_F_crosses_quote, c->crosses_quote);
    mq_flag(f, MQ_F_both_quoted, c->quoted_exactly && (site->u.flags & MQ_UNIT_QUOTED));
    mq_flag(f, MQ_F_quoted_before_open, c->quoted_exactly && (c->gap & MQ_GAP_OPEN));
    mq_flag(f, MQ_F_quoted_many, c->quoted_exactly && c->content >= 3);
}

/* ---- shape ---- */

static bool is_nominal(const mq_tok *t)
{
    return t->inner & MQ_INNER_NOMINAL;
}

/* Features of a word at an edge; base is first_article or last_article. */
static void edge_features(mq_features *f, unsigned base, const mq_tok *t, bool explained)
{
    const uint32_t bits = t->script == MQ_ARABIC ? t->edge : mq_edge_shape(t);

    mq_flags(f, base, explained ? bits & ~(uint32_t)MQ_EDGE_HEAD : bits);
}

/* Features of the token outside; base is before_border or behind_border. */
static void outside_features(mq_features *f, unsigned base, const mq_segment *s, size_t i, bool exists)
{
    const mq_tok *t = exists ? &s->tok[i] : NULL;
    unsigned k;

    if (!t)
        k = 0;
    else if (t->script == MQ_PUNCT)
        k = t->cp == '"' || t->cp >= 0x2018 || t->cp == 0xAB || t->cp == 0xBB ? 2 : 1;
    else if (t->script == MQ_NUMBER)
        k = 9;
    else if (t->script != MQ_ARABIC)
        k = 10;
    else if (t->roles & (MQ_ROLE_PREP | MQ_ROLE_CONJ))
        k = t->roles & MQ_ROLE_PREP ? 3 : 4;
    else if (t->verbal)
        k = 5;
    else if (t->roles & (MQ_ROLE_PRON | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_NEG))
        k = t->roles & MQ_ROLE_DEM ? 7 : 6;
    else if (t->roles & MQ_ROLE_ADV)
        k = 8;
    else if (t->roles & (MQ_ROLE_HEAD | MQ_ROLE_BODY))
        k = t->roles & MQ_ROLE_BODY ? 12 : 11;
    else if (mq_is_adjective(t))
        k = t->article ? 15 : 16;
    else if (t->kinds == MQ_WORD_NAME)
        k = 20;
    else if (t->kinds)
        k = t->article ? 14 : 13;
    else
        k = t->article ? 18 : 17;
    mq_on(f, base + k, 1);
    mq_flag(f, base + 19, t && t->script == MQ_ARABIC && (t->cut.proclitics & MQ_CLITIC_WA));
    mq_flag(f, base + 21, t && t->script == MQ_ARABIC && t->pronoun);
    mq_flag(f, base + 22, t && t->script == MQ_ARABIC && !t->article && t->nouny <= -6);
}

/* Two neighbours that look like one noun phrase, or not: idafa (indefinite, definite), agreement (definite, definite). */
static void seam_features(mq_features *f, unsigned base, const mq_tok *a, const mq_tok *b)
{
    if (!is_nominal(a) || !is_nominal(b) || b->cut.proclitics)
        return;
    mq_on(f, base + (a->article ? (b->article ? 1U : 3U) : (b->article ? 0U : 2U)), 1);
}

/* The noun of the adjective that a span begins with stays outside: الفيلم | الإخباري. */
static void torn_features(mq_features *f, const mq_tok *before, const mq_tok *first, bool explained)
{
    const bool nisba = first->edge & MQ_EDGE_NISBA, torn = mq_is_adjective(first);

    if (!is_nominal(before) || mq_is_adjective(before) || first->cut.proclitics || before->article != first->article)
        return;
    mq_flag(f, MQ_F_torn_adj, torn);
    mq_flag(f, MQ_F_torn_nisba, nisba && !torn);
    mq_flag(f, MQ_F_torn_adj_explained, torn && explained);
    mq_flag(f, MQ_F_torn_nisba_explained, nisba && !torn && explained);
}

static void seam_behind(mq_features *f, const mq_tok *a, const mq_tok *b)
{
    static const unsigned seam[2][2] = { { MQ_F_last_indef_behind_indef, MQ_F_last_indef_behind_def },
                                         { MQ_F_last_def_behind_indef, MQ_F_last_def_behind_def } };

    if (is_nominal(a) && is_nominal(b) && !b->cut.proclitics)
        mq_on(f, seam[a->article][b->article], 1);
}

/* Whether the small words of the two sides go together. */
static void small_word_features(mq_features *f, const mq_site *site, const mq_candidate *c, uint32_t shape)
{
    const unsigned unit = site->u.flags;
    const bool wa = shape & MQ_INNER_WA, prep = shape & MQ_INNER_PREP, the = site->s->tok[c->first].article;
    const bool from = site->s->tok[c->first].roles & MQ_ROLE_PREP;

    if (site->u.nwords < 2)
        return;
    mq_flag(f, MQ_F_wa_said, wa && (unit & MQ_UNIT_AND));
    mq_flag(f, MQ_F_wa_left_out, !wa && (unit & MQ_UNIT_AND));
    mq_flag(f, MQ_F_wa_unsaid, wa && !(unit & MQ_UNIT_AND));
    mq_flag(f, MQ_F_prep_said, prep && (unit & MQ_UNIT_PREPOSITION));
    mq_flag(f, MQ_F_prep_left_out, !prep && (unit & MQ_UNIT_PREPOSITION));
    mq_flag(f, MQ_F_prep_unsaid, prep && !(unit & MQ_UNIT_PREPOSITION));
    mq_flag(f, MQ_F_from_said, from && (unit & MQ_UNIT_FROM));
    mq_flag(f, MQ_F_from_left_out, !from && (unit & MQ_UNIT_FROM));
    mq_flag(f, MQ_F_the_definite, the && (unit & MQ_UNIT_ARTICLE));
    mq_flag(f, MQ_F_the_indefinite, !the && (unit & MQ_UNIT_ARTICLE));
}

static void inner_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const mq_inside in = mq_look_inside(site->s, c->first, c->last);
    const uint32_t shape = in.shape;

    small_word_features(f, site, c, shape);
    mq_flag(f, MQ_F_inner_verb, c->inner_open & MQ_INNER_VERB);
    mq_flag(f, MQ_F_inner_prep, shape & MQ_INNER_PREP);
    mq_on(f, MQ_F_inner_prep_covered, shape & MQ_INNER_PREP ? c->word_cover * c->token_cover : 0);
    mq_flag(f, MQ_F_inner_conj, shape & MQ_INNER_CONJ);
    mq_flag(f, MQ_F_inner_rel, shape & MQ_INNER_REL);
    mq_on(f, MQ_F_inner_wa, (float)(in.was > 2 ? 2 : in.was));
    mq_flag(f, MQ_F_inner_pron, shape & MQ_INNER_PRON);
    mq_flag(f, MQ_F_inner_apposed, shape & MQ_INNER_APPOSED);
    mq_flag(f, MQ_F_inner_number, in.number);
    mq_flag(f, MQ_F_inner_pronoun_ending, shape & MQ_INNER_PRONOUN_ENDING);
    mq_flag(f, MQ_F_inner_never_definite, shape & MQ_INNER_NEVER_DEFINITE);
    mq_flag(f, MQ_F_inner_latin, c->latin_unsaid);
    mq_flag(f, MQ_F_half_word, c->halves);
    mq_flag(f, MQ_F_half_word_alone, c->halves && c->content == 1);
    mq_flag(f, MQ_F_both_halves, c->doubles);
    mq_flag(f, MQ_F_definite_break, shape & MQ_INNER_BREAKS);
    mq_flag(f, MQ_F_all_definite, (shape & (MQ_INNER_DEFINITE | MQ_INNER_INDEFINITE)) == MQ_INNER_DEFINITE);
    mq_flag(f, MQ_F_all_indefinite, (shape & (MQ_INNER_DEFINITE | MQ_INNER_INDEFINITE)) == MQ_INNER_INDEFINITE);
    mq_flag(f, MQ_F_acr_body_inner, shape & MQ_INNER_BODY);
}

/* How firmly words hold together: over the borders of the span, and at its weakest inner place. */
static void bond_features(mq_features *f, mq_segment *s, const mq_candidate *c)
{
    const float most = 8, firm = 4, loose = -0.5f;
    float least = most + 1, b;

    if (c->first > 0 && mq_is_arabic(&s->tok[c->first - 1])) {
        const bool known = mq_tok_bond(s, c->first - 1, &b);

        mq_flag(f, MQ_F_bond_before_unknown, !known);
        mq_on(f, MQ_F_bond_before, known ? b / most : 0);
        mq_flag(f, MQ_F_bond_before_firm, known && b > firm);
    }
    if (!c->left && mq_tok_bond(s, c->last, &b)) {
        mq_on(f, MQ_F_bond_behind, b / most);
        mq_flag(f, MQ_F_bond_behind_firm, b > firm);
    }
    for (size_t i = c->first; i < c->last; i++)
        if (mq_tok_bond(s, i, &b) && b < least)
            least = b;
    if (least <= most) {
        mq_on(f, MQ_F_bond_inner, least / most);
        mq_flag(f, MQ_F_bond_inner_firm, least > firm);
        mq_flag(f, MQ_F_bond_inner_loose, least < loose);
    }
}

/* A word that the model has a weight for, in its place, and the class it is of. */
static void said(mq_features *f, const mq_tok *t, enum mq_said slot)
{
    if (t->said[slot])
        mq_said(f, MQ_FEATURES - 1U + t->said[slot]);
    if (t->sort)
        mq_said(f, mq_class_feature(slot, t->sort));
}

static void said_features(mq_features *f, mq_segment *s, const mq_candidate *c, const mq_dicts *d)
{
    const size_t before = c->first - 1, behind = c->last + 1;

    said(f, &s->tok[c->first], MQ_SAID_FIRST);
    said(f, &s->tok[c->last], MQ_SAID_LAST);
    for (size_t i = c->first + 1; i < c->last; i++)
        said(f, &s->tok[i], MQ_SAID_INNER);
    if (c->first > 0) {
        mq_tok_learn(&s->tok[before], d);
        said(f, &s->tok[before], MQ_SAID_BEFORE);
    }
    if (behind < s->n) {
        mq_tok_learn(&s->tok[behind], d);
        said(f, &s->tok[behind], MQ_SAID_BEHIND);
    }
}

static void shape_features(mq_features *f, const mq_site *site, const mq_candidate *c, const mq_dicts *d)
{
    mq_segment *s = site->s;
    mq_tok *first = &s->tok[c->first], *last = &s->tok[c->last];
    const bool before = c->first > 0, behind = c->last + 1 < s->n;

    if (before)
        mq_tok_learn(&s->tok[c->first - 1], d);
    if (behind)
        mq_tok_learn(&s->tok[c->last + 1], d);
    if (c->translit < 0.85f) {
        edge_features(f, MQ_F_first_article, first, false);
        edge_features(f, MQ_F_last_article, last, c->last_explained);
        inner_features(f, site, c);
    }
    outside_features(f, MQ_F_before_border, s, c->first - 1, before);
    if (!c->left)
        outside_features(f, MQ_F_behind_border, s, c->last + 1, behind);
    if (before)
        seam_features(f, MQ_F_before_indef_first_def, &s->tok[c->first - 1], first);
    mq_flag(f, MQ_F_apposed, before && mq_is_definite(&s->tok[c->first - 1]) && (first->inner & MQ_INNER_APPOSED));
    if (before)
        torn_features(f, &s->tok[c->first - 1], first, c->first_explained);
    if (behind && !c->left)
        seam_behind(f, last, &s->tok[c->last + 1]);
    if (c->tokens == 2 && (first->roles & MQ_ROLE_HEAD))
        mq_flag(f, MQ_F_head_then_name, last->kinds == MQ_WORD_NAME || mq_is_unknown(last));
    mq_flag(f, MQ_F_first_head_named, (first->roles & MQ_ROLE_HEAD) && c->tokens > 1 && !c->first_explained);
    mq_flag(f, MQ_F_agrees_adj_end, c->tokens > 1 && last->article && first->article && mq_is_adjective(last));
}

void mq_features_side(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    f->set = (mq_feature_set){ { 0 } };
    if (!site->second) {
        site_features(f, site, c);
        if (!beyond_latin(c))
            kin_features(f, site, c);
    }
    f->side = f->set;
}

/* Behind the span, over signs, another Latin unit stands, which may be what the Arabic says. */
static bool stands_before_latin(const mq_segment *s, const mq_candidate *c)
{
    enum { MOST_SIGNS = 3 };
    size_t i = c->last + 1;

    while (i < s->n && i <= c->last + MOST_SIGNS && s->tok[i].script == MQ_PUNCT && s->tok[i].cp != '.')
        i++;
    return i < s->n && s->tok[i].script == MQ_LATIN;
}

static void rival_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const bool claimed = !beyond_latin(c) && mq_is_claimed(site, c), plain = claimed && mq_plain_to_see(site, c);

    mq_flag(f, MQ_F_claimed, claimed && !plain);
    mq_flag(f, MQ_F_claimed_though_plain, plain);
    mq_flag(f, MQ_F_right_before_latin, !c->left && stands_before_latin(site->s, c));
}

static void passing_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const mq_segment *s = site->s;
    const bool acronym = site->u.flags & MQ_UNIT_ACRONYM;
    bool inner = false;

    if (c->tokens > 1)
        mq_flag(f, MQ_F_last_passing, (s->tok[c->last].roles & MQ_ROLE_PASSING) && (acronym ? c->last_letter < 0.5f && c->listed < 0.9f : !c->last_explained));
    for (size_t i = c->first + 1; i < c->last; i++)
        inner |= (s->tok[i].roles & MQ_ROLE_PASSING) != 0;
    mq_flag(f, MQ_F_inner_passing, inner && !acronym && c->explained < c->content);
    mq_flag(f, MQ_F_behind_passing, !c->left && c->last + 1 < s->n && (s->tok[c->last + 1].roles & MQ_ROLE_PASSING));
}

/* The words that a span leaves out between itself and its Latin. */
static void tail_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    const unsigned roles = c->tail ? site->s->tok[c->last + 1].roles : 0;
    const bool year = c->tail && site->s->tok[c->last + c->tail].script == MQ_NUMBER;

    if (!c->tail)
        return;
    mq_on(f, MQ_F_tail_bias, 1);
    mq_flag(f, MQ_F_tail_year, year);
    mq_flag(f, MQ_F_tail_two, c->tail > 1 && !year);
    mq_flag(f, MQ_F_tail_passing, roles & MQ_ROLE_PASSING);
    mq_flag(f, MQ_F_tail_adv, roles & MQ_ROLE_ADV);
    mq_flag(f, MQ_F_tail_land, !year && !(roles & (MQ_ROLE_PASSING | MQ_ROLE_ADV | MQ_ROLE_PRON)));
}

/* Those of the site that are of one candidate alone. */
static void place_features(mq_features *f, const mq_site *site, const mq_candidate *c)
{
    if (site->second)
        second_features(f, site, c);
    if (beyond_latin(c))
        previous_features(f, site, c);
    if (site->second || beyond_latin(c))
        kin_features(f, site, c);
}

void mq_features_own(mq_features *f, const mq_site *site, const mq_candidate *c, const mq_dicts *d)
{
    f->set = f->side;
    f->nsaid = 0;
    place_features(f, site, c);
    length_features(f, site, c);
    if (site->u.flags & MQ_UNIT_ACRONYM)
        acronym_features(f, site, c);
    else {
        word_features(f, site, c);
        sound_features(f, site, c);
    }
    quote_features(f, site, c);
    rival_features(f, site, c);
    passing_features(f, site, c);
    tail_features(f, site, c);
    said_features(f, site->s, c, d);
    if (!c->letter_names) { /* spoken letters have the shape of no phrase */
        shape_features(f, site, c, d);
        bond_features(f, site->s, c);
    }
}

void mq_features_of(mq_features *f, const mq_site *site, const mq_candidate *c, const mq_dicts *d)
{
    mq_features_side(f, site, c);
    mq_features_own(f, site, c, d);
}
