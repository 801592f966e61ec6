/* test_pipe.c - the ispell pipe, line by line. */
#include <string.h>

#include "spelling.h"

static mq_status remember(void *user, mq_str word, mq_error *err)
{
    (void)err;
    mq_buf_addstr(user, word);
    mq_buf_addc(user, ';');
    return MQ_OK;
}

/* Lines parted by | are said one after the other; the answers are compared as a whole. */
static const struct talk_case {
    const char *name, *lines, *answer, *learned;
} talks[] = {
    { "a star for each right word, then an empty line", "السلام عليكم", "*\n*\n\n", "" },
    { "offsets count code points", "السلام موتوقة", "*\n& موتوقة 1 7: موثوقة\n\n", "" },
    { "the caret counts, too", "^السلام موتوقة", "*\n& موتوقة 1 8: موثوقة\n\n", "" },
    { "a word without suggestions", "غغغغغغغغغ", "# غغغغغغغغغ 0\n\n", "" },
    { "terse leaves the stars out, until it is over", "!|السلام|%|السلام", "\n*\n\n", "" },
    { "a learned word is right from now on", "*موتوقة|موتوقة", "*\n\n", "موتوقة;" },
    { "an accepted one as well, but is not learned", "@موتوقة|موتوقة", "*\n\n", "" },
    { "settings of ispell are taken in silence", "~utf8|+latex|-|#", "", "" },
    { "punctuation and numbers are no words", "12 ، .", "\n", "" },
    { "an empty line is answered by one", "", "\n", "" },
    { "a caret protects what looks like a command", "^#السلام", "*\n\n", "" },
    { "broken bytes are no reason to stop", "السلام \xD8\xFF", "*\n\n", "" },
};

static void talk(void **row)
{
    const struct talk_case *c = *row;
    mq_buf answer = MQ_BUF_INIT, learned = MQ_BUF_INIT;
    mq_speller *s;
    mq_pipe *p;

    mq_buf_addz(&learned, "");
    assert_int_equal(mq_speller_new(&s, NULL, NULL, NULL), MQ_OK);
    assert_int_equal(mq_pipe_new(&p, s, remember, &learned, NULL), MQ_OK);
    mq_buf_addz(&answer, "");
    for (const char *line = c->lines; line; line = strchr(line, '|') ? strchr(line, '|') + 1 : NULL)
        assert_int_equal(mq_pipe_line(p, &answer, (mq_str){ line, strcspn(line, "|") }, NULL), MQ_OK);
    assert_buf(answer, c->answer);
    assert_buf(learned, c->learned);
    mq_pipe_free(p);
    mq_speller_free(s);
    mq_buf_release(&answer);
    mq_buf_release(&learned);
}

int main(void)
{
    UNIT_ROWS(talks, talk);
    return unit_run();
}
