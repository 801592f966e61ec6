/*
 * schema.c - the tables, one migration per version. A migration that was released is never edited: the next one changes what it made.
 *
 * What lies where
 *   term        A headword in one language. `key` is its search key (mq_search_key); two spellings with one key are one headword, and `text`
 *               is how the first, or a person, wrote it. Its index term_key serves exact look-up, prefixes and the alphabetical list.
 *   pair        An Arabic and a Latin term. `hand` says whose hand made or touched it: 0 the miner, 1 an import, 2 a person; a lower hand
 *               never overwrites a higher one. `base` is the score it was added with; `score` = max(base, score of its occurrences);
 *               `count` and `docs` are counted on the way so that no list has to.
 *   last_gone   One row: the highest id of a pair that went away. Ids are not given twice; AUTOINCREMENT does that too and costs a write for each pair.
 *   occurrence  Keyed by document, so that re-mining one finds its rows together. The index gives the best sighting
 *               of a pair first.
 *   sentence    Shared by the occurrences that stand in it. occurrence.sentence is no foreign key, as that would need an index of its own; both go
 *               together, with their document, and check-db looks for orphans.
 *   term_words  FTS5 over the keys of terms, rowid = term.id: all words in any order. Contentless, so the keys are not stored again. Not a
 *               tokenizer of ours, which would close the file to the plain sqlite3 shell; `ascii` rather than unicode61, as keys are folded
 *               already and part at spaces only: it is the same and costs half.
 *   word        The words of all keys, and
 *   word_forms  their deletion neighbourhoods, rowid = word.id: the word itself and what is left of it without each one of its letters
 *               (store/spelling.c). Words stay when their last term goes: a stale one leads to no term.
 *   renamed     What a pair was called before a person changed a side of it: the miner goes on finding it under that name.
 *   sentence_words  FTS5 over the keys of the words of each sentence, rowid = sentence.id (store/contexts.c). The keys of an inflected word come from
 *               dict/, which changes from release to release: so they are stored, and what is deleted is what was entered.
 *   quote       Sentences that imported files quote with a pair, numbered from 1 (store/quotes.c).
 *   learned_word, learned_term
 *               What `train` learned from the pairs of this file (store/learned.c); made anew as a whole, so nothing refers to it.
 *   vote_due    Keys of Latin terms whose occurrences changed since the votes on them were counted (store/votes.h).
 *   pair_idle   Candidates of the miner that no document holds any more; empty except while a document is being mined again.
 */
#include <assert.h>

#include "store/contexts.h"
#include "store/schema.h"

/* `ascii` parts at spaces and controls only when all punctuation is declared part of words, as it is in the key of C++. */
#define AT_SPACES "tokenize = \"ascii tokenchars '!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'\""

#define TERM_WORDS "CREATE VIRTUAL TABLE term_words USING fts5 (  key, content = '', columnsize = 0, detail = none, " AT_SPACES ");"
#define WORDS \
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;" \
    "CREATE VIRTUAL TABLE word_forms USING fts5 (forms, content = '', columnsize = 0, detail = none, " AT_SPACES ");"

static const char version_1[] =
    "CREATE TABLE document ("
    "  id INTEGER PRIMARY KEY,"
    "  uri TEXT NOT NULL UNIQUE,"
    "  hash INTEGER NOT NULL,"        /* of the content; 64 bits, as a signed number */
    "  size INTEGER NOT NULL,"        /* bytes */
    "  mined INTEGER NOT NULL,"       /* seconds since 1970 */
    "  miner TEXT NOT NULL,"
    "  done INTEGER NOT NULL"         /* 0: an interrupted run left it half mined */
    ") STRICT;"
    "CREATE TABLE term ("
    "  id INTEGER PRIMARY KEY,"
    "  lang INTEGER NOT NULL,"        /* mq_lang */
    "  key TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  UNIQUE (lang, key)"
    ") STRICT;"
    "CREATE TABLE pair ("
    "  id INTEGER PRIMARY KEY,"
    "  ar INTEGER NOT NULL REFERENCES term,"
    "  la INTEGER NOT NULL REFERENCES term,"
    "  concept INTEGER NOT NULL DEFAULT 0,"
    "  kind INTEGER NOT NULL,"        /* mq_kind */
    "  status INTEGER NOT NULL,"      /* mq_pair_status */
    "  hand INTEGER NOT NULL,"
    "  base REAL NOT NULL,"
    "  score REAL NOT NULL,"
    "  count INTEGER NOT NULL,"
    "  docs INTEGER NOT NULL,"
    "  created INTEGER NOT NULL,"
    "  changed INTEGER NOT NULL,"
    "  note TEXT NOT NULL DEFAULT '',"
    "  domain TEXT NOT NULL DEFAULT '',"
    "  definition TEXT NOT NULL DEFAULT '',"
    "  source TEXT NOT NULL DEFAULT '',"
    "  region TEXT NOT NULL DEFAULT '',"
    "  pos TEXT NOT NULL DEFAULT '',"
    "  gender TEXT NOT NULL DEFAULT '',"
    "  number TEXT NOT NULL DEFAULT '',"
    "  plural TEXT NOT NULL DEFAULT '',"
    "  UNIQUE (ar, la)"
    ") STRICT;"
    "CREATE TABLE last_gone (pair INTEGER NOT NULL) STRICT;"
    "INSERT INTO last_gone VALUES (0);"
    "CREATE INDEX pair_la ON pair (la);"
    "CREATE INDEX pair_concept ON pair (concept) WHERE concept <> 0;"
    "CREATE INDEX pair_idle ON pair (id) WHERE count = 0 AND status = 0 AND hand = 0;"
    "CREATE TABLE sentence ("
    "  id INTEGER PRIMARY KEY,"
    "  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,"
    "  text TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX sentence_document ON sentence (document);"
    "CREATE TABLE occurrence ("
    "  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,"
    "  pair INTEGER NOT NULL REFERENCES pair ON DELETE CASCADE,"
    "  ar_start INTEGER NOT NULL,"    /* code points, end exclusive */
    "  la_start INTEGER NOT NULL,"
    "  ar_end INTEGER NOT NULL,"
    "  la_end INTEGER NOT NULL,"
    "  ar TEXT NOT NULL,"             /* as it stands in the text */
    "  la TEXT NOT NULL,"
    "  kind INTEGER NOT NULL,"
    "  pattern INTEGER NOT NULL,"     /* mq_pattern */
    "  score REAL NOT NULL,"
    "  sentence INTEGER NOT NULL,"
    "  PRIMARY KEY (document, pair, ar_start, la_start)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX occurrence_best ON occurrence (pair, score DESC);"
    TERM_WORDS
    "CREATE TABLE renamed ("
    "  ar TEXT NOT NULL,"             /* keys, not terms: the old terms may go */
    "  lang INTEGER NOT NULL,"
    "  la TEXT NOT NULL,"
    "  pair INTEGER NOT NULL REFERENCES pair ON DELETE CASCADE,"
    "  PRIMARY KEY (ar, lang, la)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX renamed_pair ON renamed (pair);"
    WORDS;

static const char version_2[] =
    "CREATE VIRTUAL TABLE sentence_words USING fts5 (words, columnsize = 0, detail = none, " AT_SPACES ");";

static const char version_3[] =
    "CREATE TABLE quote ("
    "  pair INTEGER NOT NULL REFERENCES pair ON DELETE CASCADE,"
    "  n INTEGER NOT NULL,"
    "  text TEXT NOT NULL,"
    "  source TEXT NOT NULL,"
    "  PRIMARY KEY (pair, n)"
    ") STRICT, WITHOUT ROWID;";

#define INDEXES \
    "CREATE UNIQUE INDEX term_key ON term (lang, key);" \
    "CREATE UNIQUE INDEX pair_sides ON pair (ar, la);" \
    "CREATE INDEX pair_la ON pair (la);" \
    "CREATE INDEX pair_concept ON pair (concept) WHERE concept <> 0;" \
    "CREATE INDEX pair_idle ON pair (id) WHERE count = 0 AND status = 0 AND hand = 0;"

const char mq_schema_indexes[] = INDEXES;

/* hashsize: how much of an index FTS5 gathers in memory before it writes and, again and again, merges; of few words and many terms that is most of its work. */
const char mq_schema_words_aside[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384; BEGIN;" TERM_WORDS WORDS
    "INSERT INTO term_words (term_words, rank) VALUES ('hashsize', 16777216);"
    "INSERT INTO word_forms (word_forms, rank) VALUES ('hashsize', 16777216);";

const char mq_schema_empty_words[] =
    "DELETE FROM word; INSERT INTO term_words (term_words) VALUES ('delete-all'); INSERT INTO word_forms (word_forms) VALUES ('delete-all');";

const char mq_schema_drop_indexes[] = "DROP INDEX term_key; DROP INDEX pair_sides; DROP INDEX pair_la; DROP INDEX pair_concept; DROP INDEX pair_idle;";

/* The index of a constraint cannot be dropped: unique terms and pairs get indexes with names. */
static const char version_4[] =
    "CREATE TABLE new_term ("
    "  id INTEGER PRIMARY KEY,"
    "  lang INTEGER NOT NULL,"
    "  key TEXT NOT NULL,"
    "  text TEXT NOT NULL"
    ") STRICT;"
    "INSERT INTO new_term SELECT id, lang, key, text FROM term;"
    "DROP TABLE term;"
    "ALTER TABLE new_term RENAME TO term;"
    "CREATE TABLE new_pair ("
    "  id INTEGER PRIMARY KEY,"
    "  ar INTEGER NOT NULL REFERENCES term,"
    "  la INTEGER NOT NULL REFERENCES term,"
    "  concept INTEGER NOT NULL DEFAULT 0,"
    "  kind INTEGER NOT NULL,"
    "  status INTEGER NOT NULL,"
    "  hand INTEGER NOT NULL,"
    "  base REAL NOT NULL,"
    "  score REAL NOT NULL,"
    "  count INTEGER NOT NULL,"
    "  docs INTEGER NOT NULL,"
    "  created INTEGER NOT NULL,"
    "  changed INTEGER NOT NULL,"
    "  note TEXT NOT NULL DEFAULT '',"
    "  domain TEXT NOT NULL DEFAULT '',"
    "  definition TEXT NOT NULL DEFAULT '',"
    "  source TEXT NOT NULL DEFAULT '',"
    "  region TEXT NOT NULL DEFAULT '',"
    "  pos TEXT NOT NULL DEFAULT '',"
    "  gender TEXT NOT NULL DEFAULT '',"
    "  number TEXT NOT NULL DEFAULT '',"
    "  plural TEXT NOT NULL DEFAULT ''"
    ") STRICT;"
    "INSERT INTO new_pair SELECT id, ar, la, concept, kind, status, hand, base, score, count, docs, created, changed,"
    " note, domain, definition, source, region, pos, gender, number, plural FROM pair;"
    "DROP TABLE pair;"
    "ALTER TABLE new_pair RENAME TO pair;"
    INDEXES;

static const char version_5[] =
    "CREATE TABLE learned_word ("
    "  ar TEXT NOT NULL,"             /* a stem */
    "  la TEXT NOT NULL,"             /* a word, folded */
    "  langs INTEGER NOT NULL,"       /* 1 French, 2 English, 3 both */
    "  forth REAL NOT NULL,"          /* P(la | ar) */
    "  back REAL NOT NULL,"           /* P(ar | la) */
    "  PRIMARY KEY (ar, la)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE learned_term ("
    "  la INTEGER NOT NULL,"          /* keys of phrases, 64 bits as signed numbers */
    "  ar INTEGER NOT NULL,"
    "  PRIMARY KEY (la, ar)"
    ") STRICT, WITHOUT ROWID;";

static const char version_6[] =
    "CREATE TABLE vote_due (key TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;"
    "INSERT INTO vote_due SELECT DISTINCT l.key FROM pair p CROSS JOIN term l ON l.id = p.la WHERE p.count > 0;";

const char *mq_schema_step(int version)
{
    static const char *const steps[] = { version_1, version_2, version_3, version_4, version_5, version_6 };

    assert(version >= 1 && version <= MQ_SCHEMA_VERSION);
    return steps[version - 1];
}

mq_status mq_schema_fill(mq_store *s, int version, mq_error *err)
{
    return version == 2 ? mq_context_learn_all(s, err) : MQ_OK;
}
