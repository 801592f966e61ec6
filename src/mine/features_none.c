/*
 * features_none.c - the features of taking no candidate: what sort of Latin usually stands in an Arabic text without an equivalent.
 */
#include <string.h>

#include "mine/active.h"
#include "mine/joined.h"
#include "mine/lexical.h"

/* Whether the letters of the unit are the initials of the unit before it, which was paired. */
bool mq_abbreviates_previous(const mq_site *site)
{
    const mq_previous *p = &site->previous;

    return p->paired && site->u.nletters >= 2 && site->u.nletters == p->ninitials && memcmp(p->initials, site->u.letters, p->ninitials) == 0;
}

/* Numbers of chapters and columns: II, IV+II. */
static bool is_roman(const mq_unit *u)
{
    for (size_t i = 0; i < u->joined_n; i++)
        if (u->joined[i] != 'i' && u->joined[i] != 'v' && u->joined[i] != 'x')
            return false;
    return true;
}

struct naming {
    mq_features *f;
    mq_str lexical;
};

static void name_feature(void *user, unsigned slot, mq_str word)
{
    const struct naming *n = user;
    const uint32_t number = mq_lexical_find(n->lexical, slot, word);

    if (number)
        on(n->f, MQ_FEATURES - 1U + number, 1);
}

void mq_features_none(mq_features *f, const mq_site *site, const mq_dicts *d)
{
    const mq_unit *u = &site->u;
    unsigned known = 0, unknown = 0;

    f->n = 0;
    f->sum = 0;
    f->set = (mq_feature_set){ { 0 } };
    if (site->second) {
        on(f, MQ_F_second_none, 1);
        flag(f, MQ_F_second_none_by_sound, site->chosen.translit > 0.6f || site->chosen.letter_names);
        flag(f, MQ_F_second_none_acronym, u->flags & MQ_UNIT_ACRONYM);
        return;
    }
    mq_lexical_unit(site->s, u, name_feature, &(struct naming){ f, d->lexical });
    on(f, MQ_F_none_bias, 1);
    flag(f, MQ_F_none_acronym, u->flags & MQ_UNIT_ACRONYM);
    flag(f, MQ_F_none_listed, u->flags & MQ_UNIT_LISTED);
    flag(f, MQ_F_none_lower, lower_case(u));
    flag(f, MQ_F_none_one_word, u->nwords == 1);
    flag(f, MQ_F_none_two_words, u->nwords == 2);
    flag(f, MQ_F_none_many_words, u->nwords > 6);
    flag(f, MQ_F_none_digit, u->flags & MQ_UNIT_DIGIT);
    flag(f, MQ_F_none_code, u->flags & MQ_UNIT_CODE);
    flag(f, MQ_F_none_enum, u->flags & MQ_UNIT_ENUM);
    flag(f, MQ_F_none_alone, u->flags & MQ_UNIT_ALONE);
    flag(f, MQ_F_none_quoted, u->flags & MQ_UNIT_QUOTED);
    flag(f, MQ_F_none_measure, u->flags & MQ_UNIT_MEASURE);
    flag(f, MQ_F_none_numbered, u->flags & MQ_UNIT_NUMBERED);
    flag(f, MQ_F_none_camel, (u->flags & MQ_UNIT_CAMEL) && !(u->flags & MQ_UNIT_ACRONYM));
    flag(f, MQ_F_none_letters_2, u->joined_n <= 2);
    flag(f, MQ_F_none_roman, is_roman(u));
    flag(f, MQ_F_none_after_pair, site->previous.paired && site->anchor[0].found && (site->anchor[0].gap & MQ_GAP_LATIN));
    flag(f, MQ_F_none_abbreviates, mq_abbreviates_previous(site));
    for (unsigned j = 0; j < u->nwords; j++) {
        known += u->word[j].key.exact && u->word[j].known;
        unknown += u->word[j].key.exact && !u->word[j].known;
    }
    flag(f, MQ_F_none_words_known, known && !unknown && !u->nletters);
    flag(f, MQ_F_none_words_unknown, unknown && !known && !u->nletters);
    flag(f, MQ_F_none_title, u->nwords > 2 && (u->flags & MQ_UNIT_CAPITAL) && (u->flags & MQ_UNIT_QUOTED));
    flag(f, MQ_F_none_dateline, site->s->start == site->s->tok[0].start && u->first < 8 && u->last + 2 < site->s->n && site->s->tok[u->last + 1].cp == ')' &&
                                    (site->s->tok[u->last + 2].cp == '-' || site->s->tok[u->last + 2].cp == 0x2013 || site->s->tok[u->last + 2].cp == 0x2014));
    mq_features_join(f);
}
