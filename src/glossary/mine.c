/*
 * mine.c - files through the miner into lines or a glossary.
 *
 *     files → parts (any thread, in order) → occurrences (the same thread) → lines or store (the calling thread, in order)
 *
 * The unit of work is a large part, or as many small ones as make waking a thread worth while. Parts of one document follow each other, so the store sees
 * whole documents one after the other whatever the number of threads. Each worker reads the parts it mines and has a miner of its own; the calling thread
 * writes, too.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <muqabil/glossary.h>
#include <muqabil/mine.h>

#include "base/arena.h"
#include "base/grow.h"
#include "base/hash.h"
#include "base/pipeline.h"
#include "glossary/learned.h"
#include "glossary/occurrence.h"
#include "glossary/paths.h"
#include "glossary/votes.h"
#include "mine/miner.h"

enum { BATCH_DOCUMENTS = 200, BATCH_BYTES = 8 << 20, MOST_THREADS = 256, VERSION_BYTES = 64 };

/*
 * Parts are put together up to so many, and until they have so many bytes. A text that is larger than this goes from hand to hand: the one that was mined last,
 * which the processor's cache still holds, is filled next. One a slot would be cold, and each page of it new.
 */
enum { MOST_PARTS = 32, ENOUGH_BYTES = 96 << 10, LARGE_BYTES = 256 << 10 };

struct piece {
    mq_part part;
    mq_reader *unread;        /* what is to load it; NULL: it is there */
    bool lost;                /* it could not be read: its document ended before it */
    uint64_t hash;            /* of the whole document, for a store; valid on its first part */
    uint64_t size;
    size_t bytes;             /* of its text, when it is read */
    size_t end;               /* its occurrences in the task end here */
};

/* Some parts and what a worker makes of them. */
struct task {
    struct piece piece[MOST_PARTS];
    size_t npieces;
    mq_buf lines;             /* without a store */
    mq_arena arena;           /* with one: the occurrences, copied */
    mq_occurrence *found;
    size_t n, cap;
};

struct job {
    const mq_mine_job *want;
    mq_mine_totals *totals;
    mq_paths paths;
    size_t next;              /* path */
    mq_reader *reader;
    pthread_mutex_t telling;  /* of the user's functions and of what the reading side counts: it goes on while others are written */
    pthread_mutex_t lock;     /* of the spare texts */
    mq_buf spare[MOST_THREADS];
    unsigned nspare;
    mq_miner *miner[MOST_THREADS];
    mq_learned_images learned; /* of the store */
    char version[VERSION_BYTES];
    /* the writing side */
    bool in_batch;
    unsigned batch_documents;
    size_t batch_bytes;
    int64_t document;         /* being stored; 0 = it is unchanged */
};

/* ---- what the user is told, on any thread ---- */

static void tell(void *user, const mq_error *e)
{
    struct job *j = user;

    (void)pthread_mutex_lock(&j->telling);
    if (j->want->message)
        j->want->message(j->want->user, e);
    (void)pthread_mutex_unlock(&j->telling);
}

static void count_file(struct job *j, uint64_t *total)
{
    (void)pthread_mutex_lock(&j->telling);
    ++*total;
    (void)pthread_mutex_unlock(&j->telling);
}

static void failed(struct job *j, const mq_error *e)
{
    count_file(j, &j->totals->failed_files);
    tell(j, e);
}

static bool is_stopped(struct job *j)
{
    bool stopped;

    (void)pthread_mutex_lock(&j->telling);
    stopped = j->want->stop && j->want->stop(j->want->user);
    (void)pthread_mutex_unlock(&j->telling);
    return stopped;
}

static mq_status write_lines(struct job *j, mq_str lines)
{
    mq_status rc = MQ_OK;

    (void)pthread_mutex_lock(&j->telling);
    if (lines.n)
        rc = j->want->write(j->want->user, lines);
    if (!rc && j->want->progress)
        j->want->progress(j->want->user, j->totals);
    (void)pthread_mutex_unlock(&j->telling);
    return rc;
}

/* ---- reading ---- */

/* Notes about a file that was read to its end. */
static void close_reader(struct job *j)
{
    mq_reader_notes(j->reader, j->paths.path[j->next - 1], tell, j);
    mq_reader_free(j->reader);
    j->reader = NULL;
}

static bool open_next(struct job *j)
{
    mq_error e;

    while (j->next < j->paths.n) {
        const char *path = j->paths.path[j->next++];

        if (mq_reader_open(&j->reader, path, j->want->format, &e) == MQ_OK) {
            count_file(j, &j->totals->files);
            return true;
        }
        failed(j, &e);
    }
    return false;
}

/* The hash of a document that has more than one part: the file is read once more. What cannot be read twice counts as new each time. */
static void hash_rest(struct job *j, struct piece *p)
{
    const char *path = j->paths.path[j->next - 1];
    XXH3_state_t *state = XXH3_createState();
    mq_reader *again = NULL;
    mq_part part;

    mq_part_init(&part);
    p->size = 0;
    p->hash = (uint64_t)time(NULL) ^ (uint64_t)getpid() << 32;
    if (state && strcmp(path, "-") != 0 && mq_reader_open(&again, path, j->want->format, NULL) == MQ_OK) {
        (void)XXH3_64bits_reset(state);
        while (mq_reader_next(again, &part, NULL) == MQ_OK) {
            if (!mq_str_equal(mq_buf_str(&part.uri), mq_buf_str(&p->part.uri)))
                continue;
            (void)XXH3_64bits_update(state, part.text.p, part.text.n);
            p->size += part.text.n;
        }
        p->hash = XXH3_64bits_digest(state);
    }
    mq_reader_free(again);
    mq_part_release(&part);
    (void)XXH3_freeState(state);
}

/* ---- large texts ---- */

static void get_text(struct job *j, mq_buf *text)
{
    (void)pthread_mutex_lock(&j->lock);
    if (text->cap == 0 && j->nspare)
        *text = j->spare[--j->nspare];
    (void)pthread_mutex_unlock(&j->lock);
}

static void give_text(struct job *j, mq_buf *text)
{
    if (text->cap <= LARGE_BYTES)
        return;
    (void)pthread_mutex_lock(&j->lock);
    if (j->nspare < MOST_THREADS) {
        j->spare[j->nspare++] = *text;
        *text = (mq_buf)MQ_BUF_INIT;
    }
    (void)pthread_mutex_unlock(&j->lock);
    mq_buf_release(text);
}

/* The next part of all files; MQ_ENOTFOUND when there is none. */
static mq_status fill_piece(struct job *j, struct piece *p)
{
    get_text(j, &p->part.text);
    while (j->reader || open_next(j)) {
        mq_error e;
        const mq_status rc = mq_reader_claim(j->reader, &p->part, &e);

        if (rc == MQ_OK) {
            p->unread = p->part.unread ? j->reader : NULL;
            if (j->want->store && p->part.first && !p->part.last)
                hash_rest(j, p);
            return MQ_OK;
        }
        if (rc != MQ_ENOTFOUND) {
            failed(j, &e);
            mq_reader_free(j->reader);
            j->reader = NULL;
        } else {
            close_reader(j);
        }
    }
    return MQ_ENOTFOUND;
}

static mq_status fill(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    size_t bytes = 0;

    if (is_stopped(j))
        return mq_fail(err, MQ_ESTOPPED, "interrupted");
    t->npieces = 0;
    while (t->npieces < MOST_PARTS && bytes < ENOUGH_BYTES && fill_piece(j, &t->piece[t->npieces]) == MQ_OK) {
        const mq_part *part = &t->piece[t->npieces++].part;

        bytes += part->unread ? ENOUGH_BYTES : part->text.n;
    }
    return t->npieces ? MQ_OK : MQ_ENOTFOUND;
}

/* ---- mining ---- */

static mq_status add_line(void *user, const mq_occurrence *o)
{
    struct task *t = user;

    t->n++;
    mq_occurrence_line(&t->lines, o);
    return t->lines.status;
}

static mq_status add_copy(void *user, const mq_occurrence *o)
{
    struct task *t = user;
    mq_occurrence *c;

    if (!MQ_ROOM(t->found, t->n, t->cap, 64))
        return MQ_ENOMEM;
    c = &t->found[t->n];
    *c = *o;
    c->doc = (mq_str){ "", 0 };
    c->ar = mq_arena_copy(&t->arena, o->ar);
    c->term = mq_arena_copy(&t->arena, o->term);
    c->la = mq_arena_copy(&t->arena, o->la);
    c->context = mq_arena_copy(&t->arena, o->context);
    if (!c->ar.p || !c->term.p || !c->la.p || !c->context.p)
        return MQ_ENOMEM;
    t->n++;
    return MQ_OK;
}

static mq_status mine_part(struct task *t, const struct job *j, mq_miner *miner, const mq_part *part, mq_error *err)
{
    mq_status rc;

    if (j->want->explain)
        return mq_mine_explain(miner, mq_buf_str(&part->text), &t->lines, err);
    rc = mq_mine(miner, mq_buf_str(&part->doc), mq_buf_str(&part->text), part->start, j->want->store ? add_copy : add_line, t, err);
    return rc == MQ_ENOMEM ? mq_fail(err, rc, "no memory for the findings of '%.*s'", (int)part->doc.n, part->doc.p) : rc;
}

static mq_status need_miner(struct job *j, unsigned worker, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (j->miner[worker])
        return MQ_OK;
    rc = mq_miner_new(&j->miner[worker], j->want->min_score, err);
    if (!rc && j->want->store)
        mq_miner_learn(j->miner[worker], mq_learned_of(&j->learned));
    return rc;
}

/* Reads what filling has left unread. */
static void load(const struct job *j, struct piece *p)
{
    const mq_part *part = &p->part;

    p->lost = p->unread && !mq_reader_load(p->unread, &p->part);
    p->bytes = p->lost ? 0 : part->text.n;
    if (j->want->store && part->first && part->last) {
        p->hash = mq_hash(mq_buf_str(&part->text));
        p->size = p->bytes;
    }
}

static mq_status work(void *user, unsigned worker, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    mq_status rc = need_miner(j, worker, err);

    t->n = 0;
    mq_buf_clear(&t->lines);
    mq_arena_clear(&t->arena);
    for (size_t i = 0; i < t->npieces; i++)
        load(j, &t->piece[i]); /* whatever happened: others wait for it */
    for (size_t i = 0; i < t->npieces && !rc; i++) {
        struct piece *p = &t->piece[i];

        if (!p->lost)
            rc = mine_part(t, j, j->miner[worker], &p->part, err);
        p->end = t->n;
        give_text(j, &p->part.text);
    }
    return rc;
}

/* ---- writing ---- */

static mq_status open_batch(struct job *j, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (!j->in_batch)
        rc = mq_store_begin(j->want->store, err);
    j->in_batch = !rc;
    return rc;
}

static mq_status close_batch(struct job *j, mq_error *err)
{
    if (!j->in_batch)
        return MQ_OK;
    j->in_batch = false;
    j->batch_documents = 0;
    j->batch_bytes = 0;
    return mq_store_commit(j->want->store, err);
}

static mq_status store_occurrences(struct job *j, const mq_occurrence *found, size_t n, mq_error *err)
{
    for (size_t i = 0; i < n; i++) {
        mq_error e;
        const mq_status rc = mq_store_add_occurrence(j->want->store, j->document, &found[i], &e);

        if (rc && rc != MQ_EINVALID && rc != MQ_ELIMIT) {
            if (err)
                *err = e;
            return rc;
        }
        j->totals->occurrences += !rc;
    }
    return MQ_OK;
}

static mq_status store_part(struct job *j, const struct piece *p, const mq_occurrence *found, size_t n, mq_error *err)
{
    mq_status rc = open_batch(j, err);

    if (!rc && p->part.first) {
        bool fresh = false;

        rc = mq_store_document(j->want->store, mq_buf_str(&p->part.uri), p->hash, p->size, mq_str_of(j->version), &j->document, &fresh, err);
        if (!fresh)
            j->document = 0;
        j->totals->unchanged += !rc && !fresh;
    }
    if (!rc && j->document)
        rc = store_occurrences(j, found, n, err);
    if (!rc && j->document && p->part.last)
        rc = mq_store_document_done(j->want->store, j->document, err);
    j->batch_bytes += p->bytes;
    if (!rc && p->part.last && (++j->batch_documents >= BATCH_DOCUMENTS || j->batch_bytes >= BATCH_BYTES))
        rc = close_batch(j, err);
    return rc;
}

static mq_status take(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    size_t from = 0;
    mq_status rc = MQ_OK;

    for (size_t i = 0; !rc && i < t->npieces; i++) {
        const struct piece *p = &t->piece[i];

        if (p->lost)
            continue;
        j->totals->bytes += p->bytes;
        j->totals->documents += p->part.last;
        if (j->want->store)
            rc = store_part(j, p, p->end > from ? t->found + from : NULL, p->end - from, err);
        else
            j->totals->occurrences += p->end - from;
        from = p->end;
    }
    return rc ? rc : write_lines(j, mq_buf_str(&t->lines));
}

/* ---- the whole ---- */

static mq_status task_new(void *user, void **task, mq_error *err)
{
    struct task *t = calloc(1, sizeof *t);

    (void)user;
    if (!t)
        return mq_fail(err, MQ_ENOMEM, "no memory for a task");
    for (size_t i = 0; i < MOST_PARTS; i++)
        mq_part_init(&t->piece[i].part);
    *task = t;
    return MQ_OK;
}

static void task_free(void *user, void *task)
{
    struct task *t = task;

    (void)user;
    for (size_t i = 0; i < MOST_PARTS; i++)
        mq_part_release(&t->piece[i].part);
    mq_buf_release(&t->lines);
    mq_arena_release(&t->arena);
    free(t->found);
    free(t);
}

/* What all workers need, and the first one's miner: the others make theirs themselves. */
static mq_status prepare(struct job *j, mq_error *err)
{
    mq_status rc = j->want->store ? mq_learned_load(&j->learned, j->want->store, err) : MQ_OK;

    if (!rc)
        rc = need_miner(j, 0, err);
    if (!rc && j->want->store) /* it reads all of the dictionaries */
        mq_miner_version(j->miner[0], j->version, sizeof j->version);
    return rc;
}

static void on_walk_problem(void *user, const mq_error *e)
{
    failed(user, e);
}

mq_status mq_mine_files(const mq_mine_job *want, mq_mine_totals *totals, mq_error *err)
{
    const unsigned threads = want->threads < 1 ? 1 : want->threads > MOST_THREADS ? MOST_THREADS : want->threads;
    struct job *j = calloc(1, sizeof *j);
    mq_status rc, end;

    memset(totals, 0, sizeof *totals);
    if (!j)
        return mq_fail(err, MQ_ENOMEM, "no memory for mining");
    j->want = want;
    j->totals = totals;
    (void)pthread_mutex_init(&j->lock, NULL);
    (void)pthread_mutex_init(&j->telling, NULL);
    rc = prepare(j, err);
    for (size_t i = 0; !rc && i < want->npaths; i++)
        rc = mq_paths_add(&j->paths, want->paths[i], on_walk_problem, j, err);
    if (!rc) {
        const mq_pipeline p = { .workers = threads, .user = j, .task_new = task_new, .task_free = task_free, .fill = fill, .work = work, .take = take };

        rc = mq_pipeline_run(&p, err);
    }
    if (j->in_batch && (!rc || rc == MQ_ESTOPPED)) {
        end = close_batch(j, err);
        rc = end ? end : rc;
    }
    if (j->in_batch)
        mq_store_rollback(want->store);
    if (!rc && want->store)
        rc = mq_count_votes(want->store, want->stop, want->user, err);
    mq_reader_free(j->reader);
    for (unsigned i = 0; i < threads; i++)
        mq_miner_free(j->miner[i]);
    while (j->nspare)
        mq_buf_release(&j->spare[--j->nspare]);
    (void)pthread_mutex_destroy(&j->telling);
    (void)pthread_mutex_destroy(&j->lock);
    mq_learned_release(&j->learned);
    mq_paths_release(&j->paths);
    free(j);
    return rc;
}
