/* fuzz_affix.c - dictionaries in Hunspell's format: any bytes as rules and, behind the first NUL, as words. Refused or not, a word may be asked for. */
#include <string.h>

#include "spell/affix.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *nul = size ? memchr(data, '\0', size) : NULL;
    const mq_str aff = { (const char *)data, nul ? (size_t)(nul - data) : size };
    const mq_str dic = { (const char *)data + aff.n + (nul != NULL), size - aff.n - (nul != NULL) };
    static const char *const words[] = { "الكتاب", "وكتابها", "ب", "ككككككككككككككككككككككككككككككككككككككككككككك" };
    mq_affix *a;

    if (mq_affix_new(&a, aff, dic, NULL))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        mq_letters w;

        if (mq_letters_read(&w, (mq_str){ words[i], strlen(words[i]) }, NULL))
            (void)mq_affix_knows(a, &w);
    }
    mq_affix_free(a);
    return 0;
}
