/* explain.c - the decisions of the models, opened: candidates with the contribution (weight × value) of each feature; the language of the best one. */
#include <math.h>
#include <stdlib.h>

#include "mine/decide.h"
#include "mine/miner.h"
#include "mine/weigh.h"
#include "text/wrap.h"

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

typedef void namer(mq_buf *out, unsigned id, const mq_dicts *d);

/* "last_noun", "before=تسمى" */
static void tell_name(mq_buf *out, unsigned id, const mq_dicts *d)
{
    if (id < MQ_FEATURES)
        mq_buf_addz(out, mq_feature_name(id));
    else if (id >= MQ_FIRST_CLASS)
        mq_class_feature_name(out, id);
    else
        mq_lexical_name(out, d->lexical, id - MQ_FEATURES + 1);
}

static void tell_figure(mq_buf *out, unsigned id, const mq_dicts *d)
{
    if (id < MQ_LANGUAGE_FEATURES)
        mq_buf_addz(out, mq_language_feature_name(id));
    else
        mq_lexical_name(out, d->clues, id - MQ_LANGUAGE_FEATURES + 1);
}

/* The sum and its largest parts, which are sorted. */
static void tell_sum(mq_buf *out, struct contribution *c, size_t n, namer *name, const mq_dicts *d)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += c[i].value;
    qsort(c, n, sizeof *c, by_size);
    mq_buf_addf(out, "      %+.2f =", sum);
    for (size_t i = 0; i < n && i < SHOWN_FEATURES; i++)
        if (fabs(c[i].value) >= 0.05) {
            mq_buf_addc(out, ' ');
            name(out, c[i].id, d);
            mq_buf_addf(out, " %+.2f", c[i].value);
        }
    mq_buf_addc(out, '\n');
}

static void tell_features(mq_buf *out, const mq_model *model, const mq_features *f, const mq_dicts *d)
{
    struct contribution c[MQ_MOST_ACTIVE];
    mq_feature_list list;

    mq_features_list(&list, f);
    for (size_t i = 0; i < list.n; i++)
        c[i] = (struct contribution){ list.f[i].id, model->weight[list.f[i].id] * (double)list.f[i].value };
    tell_sum(out, c, list.n, tell_name, d);
}

/* The likeliest language and the next one, and what speaks for the one against the other. */
static void tell_language(mq_buf *out, const mq_miner *m, const mq_site *site, const mq_candidate *c)
{
    const mq_language *l = m->language;
    mq_language_case x = { .nclues = 0 };
    struct contribution parts[MQ_LANGUAGE_FEATURES + MQ_CASE_CLUES];
    double p[MQ_LANGUAGES];
    unsigned best = 0, next;
    size_t n = 0;

    mq_language_figures(&x, site, c, mq_decide_kind(site, c), &m->d);
    (void)mq_language_judge(l, &x, p);
    for (unsigned k = 1; k < MQ_LANGUAGES; k++)
        best = p[k] > p[best] ? k : best;
    next = best == 0;
    for (unsigned k = 0; k < MQ_LANGUAGES; k++)
        next = k != best && p[k] > p[next] ? k : next;
    for (unsigned i = 0; i < MQ_LANGUAGE_FEATURES; i++)
        if (x.x[i] != 0)
            parts[n++] = (struct contribution){ i, (double)(l->weight[i][best] - l->weight[i][next]) * (double)x.x[i] };
    for (unsigned i = 0; i < x.nclues; i++)
        parts[n++] = (struct contribution){ MQ_LANGUAGE_FEATURES + x.clue[i] - 1U, (double)(l->clue[x.clue[i] - 1][best] - l->clue[x.clue[i] - 1][next]) };
    mq_buf_addf(out, "  language %s %.3f, %s %.3f\n", mq_lang_name(mq_languages[best]), p[best], mq_lang_name(mq_languages[next]), p[next]);
    tell_sum(out, parts, n, tell_figure, &m->d);
}

/* What the miner would remember for the next unit. */
static const mq_candidate *believed(const mq_site *site, const mq_miner *m, const double *p)
{
    double score;
    const size_t best = mq_decide_best(&score, p, m->model, site);

    return score >= MQ_BELIEVED ? &site->c[best] : NULL;
}

/* A part of the text, on one line. */
static void tell_text(mq_buf *out, const mq_site *site, mq_str part)
{
    const mq_str text = site->s->text;
    const size_t from = (size_t)(part.p - text.p);

    mq_unwrap(out, text, from, from + part.n);
}

/* None and the likeliest candidates. Returns what the miner would believe, or NULL. */
static const mq_candidate *tell_candidates(mq_buf *out, const mq_miner *m, const mq_site *site)
{
    mq_features f;
    double p[MQ_CANDIDATES];
    bool told[MQ_CANDIDATES] = { false };
    const double none = mq_decide_chances(p, m->model, site, &m->d);

    mq_buf_addf(out, "  %.3f none\n", none);
    mq_features_none(&f, site, &m->d);
    tell_features(out, m->model, &f, &m->d);
    for (unsigned k = 0; k < SHOWN && k < site->n; k++) {
        size_t next = SIZE_MAX;

        for (size_t i = 0; i < site->n; i++)
            if (!told[i] && (next == SIZE_MAX || p[i] > p[next]))
                next = i;
        told[next] = true;
        mq_buf_addf(out, "  %.3f (score %.2f) ", p[next], mq_model_calibrate(m->model, p[next]));
        tell_text(out, site, mq_candidate_text(site, &site->c[next]));
        mq_buf_addc(out, '\n');
        mq_features_of(&f, site, &site->c[next], &m->d);
        tell_features(out, m->model, &f, &m->d);
    }
    return believed(site, m, p);
}

static mq_status explain_site(void *user, mq_miner *m, mq_site *site)
{
    mq_buf *out = user;
    const mq_candidate *best;

    tell_text(out, site, mq_unit_text(site));
    mq_buf_addc(out, '\n');
    best = tell_candidates(out, m, site);
    if (best) {
        const mq_candidate chosen = *best;

        tell_language(out, m, site, best);
        mq_site_beyond(site, chosen, &m->d);
        if (site->n) {
            tell_text(out, site, mq_unit_text(site));
            mq_buf_addz(out, ": a further rendering\n");
            (void)tell_candidates(out, m, site);
        }
        mq_remember(site, &chosen);
    } else {
        mq_remember(site, NULL);
    }
    return out->status;
}

mq_status mq_mine_explain(mq_miner *m, mq_str text, mq_buf *out, mq_error *err)
{
    mq_status rc = mq_sites(m, text, explain_site, out);

    return rc ? mq_fail(err, rc, "no memory to explain") : MQ_OK;
}
