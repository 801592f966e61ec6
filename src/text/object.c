/* object.c - see object.h. */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "text/arletter.h"
#include "text/object.h"

/* Nothing, or the ى before a pronoun: نراه. */
static bool may_end_verb(const mq_ending *e)
{
    return !e || (e->change == MQ_CHANGE_SAME && e->nrestore == 1 && e->restore[0] == ALEF_MAKSURA);
}

/* مخططاته: no verb, and hardly a noun that is no plural. */
bool mq_object_none_plural(const mq_morph *m, const mq_view *v)
{
    return !v->kinds && v->pronoun && !v->ending && v->letters >= 5 && m->word.letter[v->r->to - 1] == TEH && m->word.letter[v->r->to - 2] == ALEF;
}

/* أخرجتا */
static bool ends_in_dual_of_verb(const mq_morph *m, const mq_view *v)
{
    const uint16_t *end = m->word.letter + v->r->to;

    return v->letters >= 5 && end[-1] == ALEF && end[-2] == TEH;
}

/* ثلثا; not ذكرنا, whose نا is one of a verb. */
bool mq_object_none_alef(const mq_morph *m, const mq_view *v)
{
    const uint16_t *end = m->word.letter + v->r->to;

    return v->letters >= 4 && end[-1] == ALEF && end[-2] != NOON && !ends_in_dual_of_verb(m, v);
}

/* أخبرني, دفعني; not موروني, ماركوني, which are names, nor what begins as nouns do. */
static bool may_be_verb_before_ni(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from, last = m->word.letter[v->r->to - 1];

    if (v->grammatical || (v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA | MQ_CLITIC_SA)))
        return false;
    return last != ALEF && last != WAW && (c[0] != MEEM || v->letters == 3) && c[0] != ALEF;
}

/* يحدها, يمكننا, يمكنك: a verb and its object. No verb ends in ا before it (ثلثاهم). */
bool mq_object_is_likely(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from, pronoun = v->pronoun ? v->pronoun->letter[0] : 0;
    const bool imperfect = c[0] == YEH || c[0] == TEH || c[0] == NOON || c[0] == ALEF_HAMZA;

    if (mq_object_none_plural(m, v))
        return false;
    if (pronoun == NOON && v->pronoun->change == MQ_PRON_VERB && !v->ending && v->letters >= 3)
        return may_be_verb_before_ni(m, v);
    if (v->kinds || !may_end_verb(v->ending) || v->letters < 3 || !v->pronoun || (!v->ending && mq_object_none_alef(m, v)))
        return false;
    if (pronoun == KAF)
        return imperfect && v->letters >= 4;
    return (double)v->pronoun->rate >= 0.002 && (pronoun == HEH || (pronoun == NOON && (c[0] == YEH || c[0] == TEH)));
}

/* Whether the imperfect is far commoner without ك; of أ the third person tells, which is no perfect (أشار). */
static bool is_verb_without_kaf(const mq_morph *m, const mq_view *v, double bare)
{
    uint16_t third[MQ_ARWORD_LETTERS];
    const unsigned n = m->word.n - v->r->from;
    mq_written with, without;

    if (m->word.letter[v->r->from] != ALEF_HAMZA)
        return bare > 2 * v->form;
    memcpy(third, m->word.letter + v->r->from, n * sizeof *third);
    third[0] = YEH;
    mq_spell_letters(&with, third, n);
    mq_spell_letters(&without, third, v->letters);
    return mq_written_count(&without, false) > 2 * mq_written_count(&with, false);
}

/* يقتضيه, يرافقه; but يواجه, يشبه, يكره, يشوه: of few roots ه is the last letter. */
static bool owns_heh(const uint16_t *c, const mq_view *v)
{
    const uint16_t last = c[v->letters - 1];

    return (c[0] == YEH || c[0] == TEH || c[0] == NOON) && v->letters >= 4 && v->pronoun->n == 1 && v->pronoun->letter[0] == HEH && !v->ending &&
           !(last == JEEM || last == BEH || last == 0x0631 || last == WAW || last == FEH || last == 0x0642 || last == 0x0632 || last == LAM);
}

/* أحرجت before ني, أخرجتا before ه: no noun ends so there. */
static bool ends_in_perfect(const mq_morph *m, const mq_view *v)
{
    const uint16_t last = m->word.letter[v->r->to - 1];

    return !v->ending && v->letters >= 4 && ((last == TEH && v->pronoun->change == MQ_PRON_VERB) || ends_in_dual_of_verb(m, v));
}

/* One letter is a pronoun behind a verb when the verb is far commoner without it. */
double mq_object_weight(const mq_morph *m, const mq_view *v, const mq_written *verb)
{
    const double bare = mq_written_count(verb, false), form = fmax(v->form, MQ_UNSEEN);

    if (v->pronoun->letter[0] == KAF)
        return is_verb_without_kaf(m, v, bare) ? MQ_UNKNOWN * MQ_EXPLAINS * form : 0;
    if (m->word.letter[v->r->to - 1] == WAW && v->letters >= 4)
        return MQ_UNKNOWN * form; /* وأبغضوه */
    if (ends_in_perfect(m, v))
        return MQ_UNKNOWN * MQ_EXPLAINS * form;
    if (owns_heh(m->word.letter + v->r->from, v))
        return MQ_UNKNOWN * MQ_EXPLAINS * form;
    return MQ_UNKNOWN * (v->pronoun->n > 1 || bare > 2 * v->form ? MQ_EXPLAINS : 0.3) * fmin(form, bare);
}
