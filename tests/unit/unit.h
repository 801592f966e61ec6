/*
 * unit.h - what every unit test includes: cmocka, and tables whose rows are tests of their own, named by a sentence.
 *
 *     static const struct fold_case { const char *name; … } folds[] = { { "tatweel vanishes", … }, … };
 *     static void fold(void **row) { const struct fold_case *c = *row; … }
 *
 *     int main(void)
 *     {
 *         UNIT_ROWS(folds, fold);
 *         UNIT_LAW("folding twice equals folding once", fold_is_idempotent);
 *         return unit_run();
 *     }
 */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <muqabil/base.h>

#define UNIT_COUNT(array) (sizeof(array) / sizeof *(array))

/* The first member of a row is its name. */
#define UNIT_ROWS(rows, run) unit_rows((rows), UNIT_COUNT(rows), sizeof *(rows), (run))
#define UNIT_LAW(sentence, run) unit_rows(&(const char *){ (sentence) }, 1, 0, (run))

void unit_rows(const void *rows, size_t n, size_t size, CMUnitTestFunction run);
int unit_run(void);

/* A generator that gives the same numbers everywhere (splitmix64); start it with any *state. below: 0..n-1, n > 0. */
uint64_t unit_random(uint64_t *state);
size_t unit_below(uint64_t *state, size_t n);

/* 1 to 12 letters of those that affixes are made of, and some that are folded; it may be no word. `out` holds it. */
enum { UNIT_WORD = 64 };
mq_str unit_arabic_word(char out[UNIT_WORD], uint64_t *state);

void unit_same_str(mq_str got, mq_str want, const char *file, int line);
#define assert_str(got, want) unit_same_str((got), (want), __FILE__, __LINE__)
/* A whole buffer against a string, and that it never failed. */
#define assert_buf(buf, want) (assert_int_equal((buf).status, MQ_OK), assert_str(mq_buf_str(&(buf)), mq_str_of(want)))

/* A new empty folder, removed with all it holds when the program ends; the name lives as long. */
const char *unit_folder(void);
/* FOLDER/name with these bytes in it; the path lives until the program ends. */
const char *unit_file(const char *name, mq_str bytes);

#endif
