/* recognise.c - see recognise.h. */

#include "base/once.h"
#include "spell/affix.h"
#include "spell/authority.h"
#include "spell/recognise.h"

/* The files of dict/ are read as they are: a few thousand stems take a millisecond. */
static mq_status copy_text(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_buf_addstr(image, text);
    return image->status ? mq_fail(err, MQ_ENOMEM, "no memory for %s", name) : MQ_OK;
}

const mq_dict mq_dict_ar_aff = { "ar.aff", "ar.aff", copy_text };
const mq_dict mq_dict_ar_dic = { "ar.dic", "ar.dic", copy_text };

static mq_affix *own;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    mq_str aff, dic;

    if (!mq_dict_image(&aff, &mq_dict_ar_aff, NULL) && !mq_dict_image(&dic, &mq_dict_ar_dic, NULL))
        (void)mq_affix_new(&own, aff, dic, NULL);
}

static bool own_knows(const mq_letters *word)
{
    mq_once_do(&once, load);
    return own && mq_affix_knows(own, word);
}

static bool is_name(const mq_letters *word, size_t skip)
{
    const mq_forms *f = mq_forms_get();
    mq_letters rest = { .n = 0 };

    return word->n >= skip + 4 && mq_letters_append(&rest, word->c + skip, word->n - skip) && mq_form_is_name(f, mq_forms_find(f, &rest));
}

/* و ف, then ب ل ك, then ال, before a name of the forms: وبالفيسبوك. Only names, because the affixes of other words are the dictionaries' business. */
static bool is_name_with_proclitics(const mq_letters *w)
{
    const size_t before = mq_letters_starts(w, 0, MQ_L_WAW) || mq_letters_starts(w, 0, MQ_L_FEH);
    size_t at = before;

    at += mq_letters_starts(w, at, MQ_L_BEH) || mq_letters_starts(w, at, MQ_L_LAM) || mq_letters_starts(w, at, MQ_L_KAF);
    if ((before && is_name(w, before)) || (at > before && is_name(w, at)))
        return true;
    return mq_letters_starts(w, at, MQ_L_ALEF) && mq_letters_starts(w, at + 1, MQ_L_LAM) && is_name(w, at + 2);
}

/* عبدالله and the like, written as one word: usual, and right for who does not ask for more (mq_spell_options.split_names). */
static bool is_servant_name(const mq_vocabulary *v, const mq_letters *w)
{
    const unsigned at = mq_servant_name(w);
    mq_letters rest = { .n = 0 };

    return at && mq_letters_append(&rest, w->c + at, w->n - at) && mq_recognise(v, &rest);
}

bool mq_recognise(const mq_vocabulary *v, const mq_letters *word)
{
    return mq_forms_find(mq_forms_get(), word) != MQ_NO_FORM || mq_vocabulary_knows(v, word) || own_knows(word) || mq_authority_arabic(word) == MQ_SAYS_YES
           || is_name_with_proclitics(word) || is_servant_name(v, word);
}

bool mq_spell_has_dictionary(void)
{
    return mq_authority_has_arabic();
}
