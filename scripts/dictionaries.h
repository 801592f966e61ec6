/* dictionaries.h - the images that mkdict makes: a row here and a mq_dict in the room that uses it are all that a new dictionary needs. */
#ifndef DICTIONARIES_H
#define DICTIONARIES_H

#include "lexicon/acronym.h"
#include "lexicon/foreign.h"
#include "lexicon/function.h"
#include "lexicon/given.h"
#include "lexicon/lands.h"
#include "lexicon/letters.h"
#include "lexicon/lexicon.h"
#include "lexicon/cues.h"
#include "lexicon/phrases.h"
#include "lexicon/sense.h"
#include "lexicon/translit.h"
#include "lexicon/wordlist.h"
#include "spell/confusions.h"
#include "spell/context.h"
#include "spell/edit.h"
#include "spell/forms.h"
#include "spell/names.h"
#include "spell/recognise.h"
#include "text/affix.h"
#include "text/classes.h"
#include "text/homographs.h"
#include "text/neighbours.h"
#include "text/particles.h"
#include "text/plural.h"
#include "text/spelled.h"
#include "mine/lexical.h"
#include "mine/language.h"
#include "mine/model.h"
#include "text/words.h"

static const mq_dict *const dictionaries[] = {
    &mq_dict_acronyms,
    &mq_dict_affixes,
    &mq_dict_ar_aff,
    &mq_dict_ar_dic,
    &mq_dict_classes,
    &mq_dict_confusions,
    &mq_dict_contexts,
    &mq_dict_costs,
    &mq_dict_counts,
    &mq_dict_english,
    &mq_dict_feminine,
    &mq_dict_foreign,
    &mq_dict_forms,
    &mq_dict_french,
    &mq_dict_cues,
    &mq_dict_function,
    &mq_dict_grammar,
    &mq_dict_latin,
    &mq_dict_given,
    &mq_dict_given_names,
    &mq_dict_government,
    &mq_dict_homographs,
    &mq_dict_lexical,
    &mq_dict_lands,
    &mq_dict_language,
    &mq_dict_clues,
    &mq_dict_letters,
    &mq_dict_lexicon,
    &mq_dict_neighbours,
    &mq_dict_particles,
    &mq_dict_phrases,
    &mq_dict_plurals,
    &mq_dict_model,
    &mq_dict_senses,
    &mq_dict_spelled,
    &mq_dict_spelled_counts,
    &mq_dict_tongue_words,
    &mq_dict_tongues,
    &mq_dict_translit,
    &mq_dict_usage,
    &mq_dict_verbs,
    &mq_dict_words,
    NULL
};

#endif
