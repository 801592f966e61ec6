/*
 * features_none.c - the features of taking no candidate: what sort of Latin usually stands in an Arabic text without an equivalent.
 */
#include "mine/active.h"
#include "mine/lexical.h"

/* Numbers of chapters and columns: II, IV+II. */
static bool is_roman(const mq_unit *u)
{
    for (size_t i = 0; i < u->joined_n; i++)
        if (u->joined[i] != 'i' && u->joined[i] != 'v' && u->joined[i] != 'x')
            return false;
    return true;
}

static void name_feature(void *f, uint32_t number)
{
    mq_said(f, MQ_FEATURES - 1U + number);
}

void mq_features_none(mq_features *f, const mq_site *site, const mq_dicts *d)
{
    const mq_unit *u = &site->u;
    unsigned known = 0, unknown = 0;

    f->set = f->side = (mq_feature_set){ { 0 } };
    f->nsaid = 0;
    if (site->second) {
        mq_on(f, MQ_F_second_none, 1);
        mq_flag(f, MQ_F_second_none_by_sound, site->chosen.translit > 0.6f || site->chosen.letter_names);
        mq_flag(f, MQ_F_second_none_acronym, u->flags & MQ_UNIT_ACRONYM);
        return;
    }
    mq_lexical_unit(site->s, u, mq_lexical_number, &(mq_lexical_numbers){ d->lexical, name_feature, f });
    mq_on(f, MQ_F_none_bias, 1);
    mq_flag(f, MQ_F_none_acronym, u->flags & MQ_UNIT_ACRONYM);
    mq_flag(f, MQ_F_none_listed, u->flags & MQ_UNIT_LISTED);
    mq_flag(f, MQ_F_none_lower, mq_unit_is_lower(u));
    mq_flag(f, MQ_F_none_one_word, u->nwords == 1);
    mq_flag(f, MQ_F_none_two_words, u->nwords == 2);
    mq_flag(f, MQ_F_none_many_words, u->nwords > 6);
    mq_flag(f, MQ_F_none_digit, u->flags & MQ_UNIT_DIGIT);
    mq_flag(f, MQ_F_none_code, u->flags & MQ_UNIT_CODE);
    mq_flag(f, MQ_F_none_enum, u->flags & MQ_UNIT_ENUM);
    mq_flag(f, MQ_F_none_alone, u->flags & MQ_UNIT_ALONE);
    mq_flag(f, MQ_F_none_quoted, u->flags & MQ_UNIT_QUOTED);
    mq_flag(f, MQ_F_none_measure, u->flags & MQ_UNIT_MEASURE);
    mq_flag(f, MQ_F_none_numbered, u->flags & MQ_UNIT_NUMBERED);
    mq_flag(f, MQ_F_none_camel, (u->flags & MQ_UNIT_CAMEL) && !(u->flags & MQ_UNIT_ACRONYM));
    mq_flag(f, MQ_F_none_letters_2, u->joined_n <= 2);
    mq_flag(f, MQ_F_none_roman, is_roman(u));
    mq_flag(f, MQ_F_none_after_pair, site->previous.paired && site->anchor[0].found && (site->anchor[0].gap & MQ_GAP_LATIN));
    mq_flag(f, MQ_F_none_abbreviates, mq_abbreviates_previous(site));
    for (unsigned j = 0; j < u->nwords; j++) {
        known += u->word[j].key.exact && u->word[j].known;
        unknown += u->word[j].key.exact && !u->word[j].known;
    }
    mq_flag(f, MQ_F_none_words_known, known && !unknown && !u->nletters);
    mq_flag(f, MQ_F_none_words_unknown, unknown && !known && !u->nletters);
    mq_flag(f, MQ_F_none_title, u->nwords > 2 && (u->flags & MQ_UNIT_CAPITAL) && (u->flags & MQ_UNIT_QUOTED));
    mq_flag(f, MQ_F_none_dateline, site->s->start == site->s->tok[0].start && u->first < 8 && u->last + 2 < site->s->n && site->s->tok[u->last + 1].cp == ')' &&
                                    (site->s->tok[u->last + 2].cp == '-' || site->s->tok[u->last + 2].cp == 0x2013 || site->s->tok[u->last + 2].cp == 0x2014));
}
