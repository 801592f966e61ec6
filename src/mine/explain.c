/* explain.c - the decision of the model, opened: candidates with the contribution (weight × value) of each feature. */
#include <math.h>
#include <stdlib.h>

#include "mine/miner.h"

enum { SHOWN = 5, SHOWN_FEATURES = 14 };

struct contribution {
    unsigned id;
    double value;
};

static int by_size(const void *a, const void *b)
{
    const double x = fabs(((const struct contribution *)a)->value), y = fabs(((const struct contribution *)b)->value);

    return x < y ? 1 : x > y ? -1 : 0;
}

/* "last_noun", "before=تسمى" */
static void tell_name(mq_buf *out, unsigned id, const mq_dicts *d)
{
    if (id < MQ_FEATURES)
        mq_buf_addz(out, mq_feature_name(id));
    else
        mq_lexical_name(out, d->lexical, id - MQ_FEATURES + 1);
}

static void tell_features(mq_buf *out, const mq_model *model, const mq_features *f, const mq_dicts *d)
{
    struct contribution c[MQ_MOST_ACTIVE];
    double sum = 0;

    for (size_t i = 0; i < f->n; i++) {
        c[i] = (struct contribution){ f->f[i].id, (double)model->weight[f->f[i].id] * (double)f->f[i].value };
        sum += c[i].value;
    }
    qsort(c, f->n, sizeof *c, by_size);
    mq_buf_addf(out, "      %+.2f =", sum);
    for (size_t i = 0; i < f->n && i < SHOWN_FEATURES; i++)
        if (fabs(c[i].value) >= 0.05) {
            mq_buf_addc(out, ' ');
            tell_name(out, c[i].id, d);
            mq_buf_addf(out, " %+.2f", c[i].value);
        }
    mq_buf_addc(out, '\n');
}

/* What the miner would remember for the next unit. */
static const mq_candidate *believed(const mq_site *site, const mq_miner *m, const double *p)
{
    size_t best = 0;

    for (size_t i = 1; i < site->n; i++)
        if (p[i] > p[best])
            best = i;
    return mq_model_calibrate(m->model, p[best]) >= MQ_BELIEVED ? &site->c[best] : NULL;
}

static mq_status explain_site(void *user, mq_miner *m, mq_site *site)
{
    mq_buf *out = user;
    mq_features f;
    double p[MQ_CANDIDATES];
    bool told[MQ_CANDIDATES] = { false };
    const double none = mq_model_judge(m->model, site, &m->d, p);
    const mq_str la = mq_unit_text(site);

    mq_buf_addf(out, "%.*s\n  %.3f none\n", (int)la.n, la.p, none);
    mq_features_none(&f, site, &m->d);
    tell_features(out, m->model, &f, &m->d);
    for (unsigned k = 0; k < SHOWN && k < site->n; k++) {
        size_t best = SIZE_MAX;
        mq_str ar;

        for (size_t i = 0; i < site->n; i++)
            if (!told[i] && (best == SIZE_MAX || p[i] > p[best]))
                best = i;
        told[best] = true;
        ar = mq_candidate_text(site, &site->c[best]);
        mq_buf_addf(out, "  %.3f (score %.2f) %.*s\n", p[best], mq_model_calibrate(m->model, p[best]), (int)ar.n, ar.p);
        mq_features_of(&f, site, &site->c[best], &m->d);
        tell_features(out, m->model, &f, &m->d);
    }
    mq_remember(site, believed(site, m, p));
    return out->status;
}

mq_status mq_mine_explain(mq_miner *m, mq_str text, mq_buf *out, mq_error *err)
{
    mq_status rc = mq_sites(m, text, explain_site, out);

    return rc ? mq_fail(err, rc, "no memory to explain") : MQ_OK;
}
