/* xml_read.c - TMX or TBX: the root element decides. */
#include "exchange/elements.h"

typedef struct mq_root {
    mq_xread *r;
    int name;   /* of the root element; MQ_SAX_UNKNOWN before it */
    mq_tmx tmx;
    mq_tbx tbx;
} mq_root;

static mq_status begin(mq_root *root, mq_sax *x, int name, mq_str written)
{
    root->name = name;
    switch (name) {
    case MQ_EL_tmx:
        root->r->info->format = MQ_EXCHANGE_TMX;
        return MQ_OK;
    case MQ_EL_martif:
        root->r->info->format = MQ_EXCHANGE_TBX;
        return MQ_OK;
    case MQ_EL_tbx:
        root->r->info->format = MQ_EXCHANGE_TBX3;
        return MQ_OK;
    default:
        return mq_fail_at(root->r->err, MQ_EUNSUPPORTED, mq_sax_line(x), mq_sax_column(x), "cannot read '%s': <%.*s> is neither TMX nor TBX", root->r->path,
                          (int)(written.n < 40 ? written.n : 40), written.p);
    }
}

static mq_status start(void *user, mq_sax *x, int name, mq_str written)
{
    mq_root *root = user;

    if (root->name == MQ_EL_tmx)
        return mq_tmx_start(&root->tmx, x, name);
    if (root->name != MQ_SAX_UNKNOWN)
        return mq_tbx_start(&root->tbx, x, name, written);
    return begin(root, x, name, written);
}

static mq_status end(void *user, mq_sax *x, int name)
{
    mq_root *root = user;

    return root->name == MQ_EL_tmx ? mq_tmx_end(&root->tmx, x, name) : mq_tbx_end(&root->tbx, x, name);
}

mq_status mq_read_xml(mq_xread *r)
{
    static const char *const names[] = {
#define X(name) #name,
        MQ_ELEMENTS(X)
#undef X
        NULL
    };
    static const mq_sax_events events = { .start = start, .end = end };
    mq_root root = { .r = r, .name = MQ_SAX_UNKNOWN, .tmx = { .r = r }, .tbx = { .r = r } };
    const mq_status rc = mq_sax_read(&r->source, names, &events, &root, r->err);

    mq_tmx_release(&root.tmx);
    mq_tbx_release(&root.tbx);
    return rc;
}
