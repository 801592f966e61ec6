/*
 * plain.c - the text of documents, one after the other, an empty line between them: makes plain text of a JSONL corpus.
 *     plain FILE… >OUT
 */
#include <stdio.h>

#include <muqabil/document.h>

int main(int argc, char **argv)
{
    mq_part part;
    mq_error err = { .code = MQ_OK };
    mq_status rc = MQ_OK;

    mq_part_init(&part);
    for (int i = 1; i < argc && !rc; i++) {
        mq_reader *r;

        rc = mq_reader_open(&r, argv[i], MQ_FORMAT_AUTO, &err);
        while (!rc && (rc = mq_reader_next(r, &part, &err)) == MQ_OK) {
            (void)fwrite(part.text.p, 1, part.text.n, stdout);
            if (part.last)
                (void)fputs("\n\n", stdout);
        }
        mq_reader_free(r);
        rc = rc == MQ_ENOTFOUND ? MQ_OK : rc;
    }
    mq_part_release(&part);
    if (rc)
        (void)fprintf(stderr, "plain: %s\n", err.msg);
    return rc || fflush(stdout) ? 2 : 0;
}
