/* cli/json.h - JSON on standard output, one object a line (RFC 8259). Members come out in the order of the calls. */
#ifndef MQ_CLI_JSON_H
#define MQ_CLI_JSON_H

#include <muqabil/base.h>

/* '{', for a member when name is not NULL. */
void cli_json_open(const char *name);
/* '}', and the end of the line after the outermost. */
void cli_json_close(void);
/* '[' and ']', inside of an object; what is in a list has no name (NULL). */
void cli_json_open_list(const char *name);
void cli_json_close_list(void);
/* Text: any bytes; what is no UTF-8 must have been repaired before. */
void cli_json_text(const char *name, mq_str value);
void cli_json_int(const char *name, int64_t value);
/* With at most four decimals, so that the same value gives the same bytes everywhere. */
void cli_json_number(const char *name, double value);

#endif
