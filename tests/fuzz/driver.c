/*
 * driver.c - runs a fuzz target over its corpus as an ordinary test, without a fuzzing engine; speaks TAP.
 *     fuzz_NAME FOLDER…
 * Each file is handed over in memory of exactly its size, so that AddressSanitizer sees one byte read too far.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 64 << 20 };

static int visible(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

/* NULL when there is no such file, no memory, or too much of it. */
static uint8_t *exact_copy(const char *path, size_t *size)
{
    FILE *f = fopen(path, "rb");
    uint8_t *data = NULL;
    long n = -1;

    if (f && fseek(f, 0, SEEK_END) == 0)
        n = ftell(f);
    if (n >= 0 && n <= LARGEST) {
        *size = (size_t)n;
        data = malloc(n ? *size : 1);
        rewind(f);
    }
    if (data && fread(data, 1, *size, f) != *size) {
        free(data);
        data = NULL;
    }
    if (f)
        (void)fclose(f);
    return data;
}

static void run_file(const char *path)
{
    static int number;
    size_t size = 0;
    uint8_t *data = exact_copy(path, &size);

    if (data)
        (void)LLVMFuzzerTestOneInput(data, size);
    free(data);
    printf("%s %d - %s\n", data ? "ok" : "not ok", ++number, path);
    (void)fflush(stdout);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct dirent **names;
        const int n = scandir(argv[i], &names, visible, alphasort);

        if (n < 0) {
            printf("not ok - cannot read %s\n", argv[i]);
            return 2;
        }
        printf("1..%d\n", n);
        for (int k = 0; k < n; k++) {
            char path[4096];

            (void)snprintf(path, sizeof path, "%s/%s", argv[i], names[k]->d_name);
            run_file(path);
            free(names[k]);
        }
        free(names);
    }
    return 0;
}
