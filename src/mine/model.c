/* model.c - see model.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/tsv.h"
#include "mine/model.h"
#include "mine/weigh.h"

static bool read_weight(double *to, mq_str text)
{
    float weight;
    const bool ok = mq_tsv_number(&weight, text);

    if (ok)
        *to = (double)weight;
    return ok;
}

/* "first=17": a class by its number. */
static bool read_class(mq_model *m, mq_str what, mq_str weight)
{
    mq_str name;
    unsigned slot;
    float class;

    if (!mq_split(&name, &what, '=') || !mq_tsv_number(&class, what) || class < 1 || class > MQ_WORD_CLASSES)
        return false;
    slot = mq_slot_of(name);
    return slot < MQ_SAID_SLOTS && read_weight(&m->weight[mq_class_feature((enum mq_said)slot, (unsigned)class)], weight);
}

static bool read_row(mq_model *m, const mq_tsv *t)
{
    if (t->n != 3)
        return false;
    if (mq_str_equal(t->column[0], MQ_STR("weight"))) {
        for (unsigned i = 0; i < MQ_FEATURES; i++)
            if (mq_str_equal(t->column[1], mq_str_of(mq_feature_name(i))))
                return read_weight(&m->weight[i], t->column[2]);
        return false;
    }
    if (mq_str_equal(t->column[0], MQ_STR("word")))
        return m->nwords < MQ_MOST_LEXICAL && read_weight(&m->weight[MQ_FEATURES + m->nwords++], t->column[2]);
    if (mq_str_equal(t->column[0], MQ_STR("class")))
        return read_class(m, t->column[1], t->column[2]);
    if (!mq_str_equal(t->column[0], MQ_STR("calibrate")) || m->nknots == MQ_MOST_KNOTS)
        return false;
    m->nknots++;
    return mq_tsv_number(&m->knot_p[m->nknots - 1], t->column[1]) && mq_tsv_number(&m->knot_score[m->nknots - 1], t->column[2]);
}

mq_status mq_model_parse(mq_model *m, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);

    memset(m, 0, sizeof *m);
    while (mq_tsv_next(&t))
        if (!read_row(m, &t))
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: neither a weight of a known feature nor a calibration", name);
    return MQ_OK;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_model m;
    mq_status rc = mq_model_parse(&m, text, name, err);

    if (!rc)
        mq_buf_add(image, &m, sizeof m);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_model = { "model", "model.tsv", compile };

double mq_model_judge(const mq_model *m, const mq_site *site, const mq_dicts *d, double p[MQ_CANDIDATES])
{
    mq_features f;
    double none, top, sum, side = 0;

    mq_features_none(&f, site, d);
    none = top = mq_weigh_own(&f, m->weight);
    for (size_t i = 0; i < site->n; i++) {
        const mq_candidate *c = &site->c[i];

        if (i == 0 || c->left != c[-1].left || c->gap != c[-1].gap) {
            mq_features_side(&f, site, c);
            side = mq_weigh_side(&f, m->weight);
        }
        mq_features_own(&f, site, c, d);
        p[i] = side + mq_weigh_own(&f, m->weight);
        top = p[i] > top ? p[i] : top;
    }
    sum = none = exp(none - top);
    for (size_t i = 0; i < site->n; i++)
        sum += p[i] = exp(p[i] - top);
    for (size_t i = 0; i < site->n; i++)
        p[i] /= sum;
    return none / sum;
}

double mq_model_calibrate(const mq_model *m, double p)
{
    uint32_t k = 0;
    double x0 = 0, y0 = 0, x1, y1;

    if (!m->nknots)
        return p;
    while (k < m->nknots && p > (double)m->knot_p[k]) {
        x0 = (double)m->knot_p[k];
        y0 = (double)m->knot_score[k];
        k++;
    }
    if (k == m->nknots)
        return y0;
    x1 = (double)m->knot_p[k];
    y1 = (double)m->knot_score[k];
    return x1 > x0 ? y0 + (y1 - y0) * (p - x0) / (x1 - x0) : y1;
}
