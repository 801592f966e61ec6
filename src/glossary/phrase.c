/* phrase.c - see phrase.h. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "glossary/phrase.h"
#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "lexicon/learned.h"
#include "text/foldword.h"

enum { WORD_BYTES = 46 };

/* Appends s without what stands in ( ) or [ ]. Returns whether there was such a thing. */
static bool without_remarks(mq_buf *out, mq_str s)
{
    unsigned depth = 0;
    bool any = false;

    for (size_t i = 0; i < s.n; i++) {
        const char c = s.p[i];
        const bool open = c == '(' || c == '[';

        any |= open;
        depth += open;
        if (!depth)
            mq_buf_addc(out, c);
        depth -= depth && (c == ')' || c == ']');
    }
    return any;
}

/* Another word, if there is room; its text is copied behind what is read, which does not move. */
static void add(mq_phrase *p, mq_str text, uint64_t hash, uint32_t key, bool content)
{
    p->key = mq_phrase_key(p->key, key);
    if (!text.n || p->n == MQ_PHRASE_MOST)
        return;
    p->word[p->n++] = (mq_phrase_word){ text, hash, content };
    p->ncontent += content;
}

static void begin(mq_phrase *p, size_t room)
{
    mq_buf_clear(&p->text);
    (void)mq_buf_reserve(&p->text, room);
    p->n = p->ncontent = 0;
    p->key = 0;
}

mq_status mq_phrase_arabic(mq_phrase *p, mq_str term, mq_error *err)
{
    const unsigned empty = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG;
    mq_str function, s;
    mq_token t;
    size_t at = 0;
    bool remark;
    mq_status rc = mq_dict_image(&function, &mq_dict_function, err);

    begin(p, 2 * term.n + MQ_PHRASE_MOST * WORD_BYTES);
    remark = without_remarks(&p->text, term);
    s = mq_buf_str(&p->text);
    while (!rc && !p->text.status && p->n < MQ_PHRASE_MOST && mq_token_next(&t, s, &at)) {
        char *folded = p->text.p + p->text.n;
        mq_str word, stem;

        if (t.script != MQ_ARABIC)
            continue;
        word = (mq_str){ folded, mq_fold_word(folded, WORD_BYTES, (mq_str){ s.p + t.start, t.end - t.start }) };
        p->text.n += word.n; /* room was made for all */
        stem = mq_content_stem(word);
        add(p, stem, mq_hash(stem), mq_phrase_stem(mq_acronym_stem(word), word), !(mq_roles(function, mq_hash(word)) & empty));
    }
    p->key = remark ? 0 : p->key;
    return rc || !p->text.status ? rc : mq_fail(err, MQ_ENOMEM, "no memory for a term");
}

mq_status mq_phrase_latin(mq_phrase *p, mq_str term, mq_error *err)
{
    mq_buf plain = MQ_BUF_INIT;
    mq_str rest, word;
    bool remark;
    mq_status rc;

    begin(p, term.n);
    remark = without_remarks(&plain, term);
    rc = plain.status ? mq_fail(err, MQ_ENOMEM, "no memory for a term") : mq_search_key(&p->text, mq_buf_str(&plain), MQ_LANG_UND, err);
    rest = mq_buf_str(&p->text);
    while (!rc && p->n < MQ_PHRASE_MOST && mq_split(&word, &rest, ' ')) {
        const mq_latin_key k = mq_latin_key_of(word);

        add(p, word, k.exact, k.exact, k.exact && !(k.initial >= '0' && k.initial <= '9'));
    }
    p->key = remark ? 0 : p->key;
    mq_buf_release(&plain);
    return rc;
}

void mq_phrase_release(mq_phrase *p)
{
    mq_buf_release(&p->text);
}
