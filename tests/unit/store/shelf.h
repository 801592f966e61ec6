/*
 * shelf.h - glossaries for tests: opened in the test folder, filled in a line, and told as text that a test can compare.
 */
#ifndef SHELF_H
#define SHELF_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <muqabil/store.h>

#include "unit.h"

#define assert_ok(call, err) (assert_int_equal((call), MQ_OK), (void)(err))
#define AR_CLOUD "\u0633\u062D\u0627\u0628\u0629 \u0633\u064A\u0627\u062F\u064A\u0629"       /* sahaba siyadiyya: sovereign cloud */
#define AR_CENTRE "\u0645\u0631\u0643\u0632"                                                 /* markaz: centre */
#define AR_MINISTRY "\u0648\u0632\u0627\u0631\u0629"                                         /* wizara: ministry */
#define AR_AGENCY "\u0648\u0643\u0627\u0644\u0629"                                           /* wikala: agency */
#define AR_NETWORK "\u0634\u0628\u0643\u0629"                                                /* shabaka: network */

/* FOLDER/name; the file itself, and what SQLite puts beside it, is removed first. Valid until the next but three calls. */
static inline const char *shelf_path(const char *name)
{
    static char paths[4][512];
    static unsigned next;
    static const char *const beside[] = { "", "-wal", "-shm", "-journal" };
    char *p = paths[next++ % 4];
    char other[540];

    for (size_t i = 0; i < UNIT_COUNT(beside); i++) {
        assert_in_range(snprintf(other, sizeof other, "%s/%s%s", unit_folder(), name, beside[i]), 1, (int)sizeof other - 1);
        (void)unlink(other);
    }
    assert_in_range(snprintf(p, sizeof paths[0], "%s/%s", unit_folder(), name), 1, (int)sizeof paths[0] - 1);
    return p;
}

static inline mq_store *shelf_open(const char *path, int mode)
{
    mq_store *s = NULL;
    mq_error err = { .code = MQ_OK };
    const mq_status rc = mq_store_open(&s, path, mode, &err);

    if (rc)
        print_error("%s: %s\n", path, err.msg);
    assert_int_equal(rc, MQ_OK);
    return s;
}

static inline int64_t shelf_add(mq_store *s, const char *ar, const char *la, mq_lang lang, mq_pair_status status)
{
    const mq_pair p = { .ar = mq_str_of(ar), .la = mq_str_of(la), .lang = lang, .status = status, .score = 0.5 };
    int64_t id = 0;
    mq_error err = { .code = MQ_OK };
    const mq_status rc = mq_store_add(s, &p, status != MQ_CANDIDATE, &id, NULL, &err);

    if (rc)
        print_error("%s\n", err.msg);
    assert_int_equal(rc, MQ_OK);
    return id;
}

/* A sighting whose offsets are at, at + 10, at + 12, at + 20. */
static inline mq_occurrence shelf_seen(const char *ar, const char *la, size_t at, double score)
{
    return (mq_occurrence){
        .ar = mq_str_of(ar), .term = mq_str_of(ar), .la = mq_str_of(la), .lang = MQ_LANG_FR, .score = score,
        .ar_start = at, .ar_end = at + 10, .la_start = at + 12, .la_end = at + 20, .context = mq_str_of(la),
    };
}

struct shelf_list { mq_store *s; mq_buf *out; };

static inline mq_status shelf_occurrence(void *user, const mq_occurrence *o)
{
    struct shelf_list *l = user;

    mq_buf_addf(l->out, "   %.*s %zu-%zu %zu-%zu %s %.4f '%.*s' '%.*s' '%.*s'\n", (int)o->doc.n, o->doc.p, o->ar_start, o->ar_end, o->la_start, o->la_end,
                mq_pattern_name(o->pattern), o->score, (int)o->ar.n, o->ar.p, (int)o->la.n, o->la.p, (int)o->context.n, o->context.p);
    return MQ_OK;
}

static inline mq_status shelf_pair(void *user, const mq_pair *p)
{
    struct shelf_list *l = user;

    mq_buf_addf(l->out, "%lld %.*s = %.*s %s %s %s %.4f %llu/%llu %lld %lld '%.*s'\n", (long long)p->id, (int)p->ar.n, p->ar.p, (int)p->la.n, p->la.p,
                mq_lang_name(p->lang), mq_kind_name(p->kind), mq_pair_status_name(p->status), p->score, (unsigned long long)p->count,
                (unsigned long long)p->docs, (long long)p->created, (long long)p->changed, (int)p->note.n, p->note.p);
    return mq_store_occurrences(l->s, p->id, 0, shelf_occurrence, l, NULL);
}

/* All pairs by their keys, each with its occurrences: what an export would show. */
static inline void shelf_tell(mq_buf *out, mq_store *s)
{
    const mq_list_query q = { .statuses = MQ_STATUS_ALL, .order = MQ_ORDER_ALPHA };
    struct shelf_list l = { s, out };

    assert_int_equal(mq_store_list(s, &q, shelf_pair, &l, NULL), MQ_OK);
    assert_int_equal(out->status, MQ_OK);
}

static inline mq_status shelf_keep(void *user, const mq_pair *p)
{
    *(mq_pair *)user = *p; /* numbers only: the strings end with the handler */
    return MQ_OK;
}

static inline mq_pair shelf_numbers(mq_store *s, int64_t id)
{
    mq_pair p = { .id = 0 };

    (void)mq_store_get(s, id, shelf_keep, &p, NULL);
    return p;
}

static inline mq_status shelf_problem(void *user, const char *problem)
{
    (void)user;
    print_error("problem: %s\n", problem);
    return MQ_EDB;
}

#define assert_sound(s) assert_int_equal(mq_store_check((s), shelf_problem, NULL, NULL), MQ_OK)

#endif
