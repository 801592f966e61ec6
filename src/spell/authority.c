/* authority.c - see authority.h. Hunspell_create complains aloud when a file is missing, so the files are found first. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <hunspell/hunspell.h>

#include "base/input.h"
#include "base/once.h"
#include "spell/affix.h"
#include "spell/authority.h"

enum { LARGEST_DICTIONARY = 256 << 20, LONGEST_WORD = 100 };

struct authority {
    const char *name;      /* of the files */
    bool by_affix;         /* our reader may serve */
    mq_once once;
    pthread_mutex_t lock;  /* around `hunspell` */
    mq_affix *affix;
    Hunhandle *hunspell;
};

static struct authority arabic = { .name = "ar", .by_affix = true, .once = MQ_ONCE_INIT, .lock = PTHREAD_MUTEX_INITIALIZER };
static struct authority french = { .name = "fr", .once = MQ_ONCE_INIT, .lock = PTHREAD_MUTEX_INITIALIZER };
static struct authority english = { .name = "en_US", .once = MQ_ONCE_INIT, .lock = PTHREAD_MUTEX_INITIALIZER };

static bool exists(mq_buf *path, mq_str folder, const char *name, const char *ending)
{
    mq_buf_clear(path);
    mq_buf_addf(path, "%.*s/%s.%s", (int)folder.n, folder.p, name, ending);
    return !path->status && access(path->p, R_OK) == 0;
}

/* The paths of name.aff and name.dic, or false. */
static bool find_files(mq_buf *aff, mq_buf *dic, const char *name)
{
    static const char usual[] = "/usr/share/hunspell:/usr/share/myspell/dicts:/usr/share/myspell:/usr/local/share/hunspell:"
                                "/opt/homebrew/share/hunspell:/Library/Spelling";
    const char *own = getenv("DICPATH");
    const char *lists[] = { own ? own : "", usual };

    for (size_t i = 0; i < 2; i++)
        for (const char *p = lists[i]; *p;) {
            const mq_str folder = { p, strcspn(p, ":") };

            if (folder.n && exists(aff, folder, name, "aff") && exists(dic, folder, name, "dic"))
                return true;
            p += folder.n + (p[folder.n] == ':');
        }
    return false;
}

static bool read_whole(mq_buf *out, const char *path)
{
    mq_input *in;
    bool ok = !mq_input_open(&in, path, NULL);

    ok = ok && !mq_input_all(in, out, LARGEST_DICTIONARY, NULL);
    mq_input_close(in);
    return ok;
}

static void open_authority(struct authority *a)
{
    mq_buf aff = MQ_BUF_INIT, dic = MQ_BUF_INIT, rules = MQ_BUF_INIT, words = MQ_BUF_INIT;

    if (find_files(&aff, &dic, a->name)) {
        if (a->by_affix && read_whole(&rules, aff.p) && read_whole(&words, dic.p))
            (void)mq_affix_new(&a->affix, mq_buf_str(&rules), mq_buf_str(&words), NULL);
        if (!a->affix)
            a->hunspell = Hunspell_create(aff.p, dic.p);
    }
    mq_buf_release(&aff);
    mq_buf_release(&dic);
    mq_buf_release(&rules);
    mq_buf_release(&words);
}

bool mq_authority_has_arabic(void)
{
    mq_buf aff = MQ_BUF_INIT, dic = MQ_BUF_INIT;
    const bool found = find_files(&aff, &dic, arabic.name);

    mq_buf_release(&aff);
    mq_buf_release(&dic);
    return found;
}

static void open_arabic(void)
{
    open_authority(&arabic);
}

static void open_french(void)
{
    open_authority(&french);
}

static void open_english(void)
{
    open_authority(&english);
}

static mq_says ask_hunspell(struct authority *a, const char *word)
{
    int known;

    if (!a->hunspell)
        return MQ_SAYS_NOTHING;
    (void)pthread_mutex_lock(&a->lock);
    known = Hunspell_spell(a->hunspell, word);
    (void)pthread_mutex_unlock(&a->lock);
    return known ? MQ_SAYS_YES : MQ_SAYS_NO;
}

mq_says mq_authority_arabic(const mq_letters *word)
{
    mq_buf text = MQ_BUF_INIT;
    mq_says says;

    mq_once_do(&arabic.once, open_arabic);
    if (arabic.affix)
        return mq_affix_knows(arabic.affix, word) ? MQ_SAYS_YES : MQ_SAYS_NO;
    mq_letters_write(&text, word);
    says = text.status ? MQ_SAYS_NOTHING : ask_hunspell(&arabic, text.p);
    mq_buf_release(&text);
    return says;
}

static struct authority *latin(mq_lang lang)
{
    mq_once_do(lang == MQ_LANG_FR ? &french.once : &english.once, lang == MQ_LANG_FR ? open_french : open_english);
    return lang == MQ_LANG_FR ? &french : &english;
}

/* A word as C text; false when it is empty, too long or holds a NUL. */
static bool c_word(char out[LONGEST_WORD + 1], mq_str word)
{
    if (word.n == 0 || word.n > LONGEST_WORD || memchr(word.p, '\0', word.n))
        return false;
    memcpy(out, word.p, word.n);
    out[word.n] = '\0';
    return true;
}

mq_says mq_authority_latin(mq_lang lang, mq_str word)
{
    char w[LONGEST_WORD + 1];

    return c_word(w, word) ? ask_hunspell(latin(lang), w) : MQ_SAYS_NOTHING;
}
