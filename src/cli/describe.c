/* describe.c - see describe.h. */
#include <stdio.h>
#include <string.h>

#include "cli/describe.h"
#include "cli/options.h"

int cli_describe(const char *what, struct cli *cli)
{
    (void)cli;
    return cli_usage(NULL, "cannot describe '%s'", what);
}
