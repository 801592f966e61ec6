/* jsonl.c - see jsonl.h. */
#include <math.h>

#include "base/jsonl.h"

json_t *mq_json_str(mq_str s)
{
    return json_stringn(s.p, s.n);
}

json_t *mq_json_real(double v)
{
    return json_real(round(v * 1e4) / 1e4);
}

static int append(const char *p, size_t n, void *user)
{
    mq_buf *out = user;

    mq_buf_add(out, p, n);
    return out->status ? -1 : 0;
}

void mq_json_line(mq_buf *out, json_t *value)
{
    if (!value) {
        out->status = MQ_ENOMEM;
        return;
    }
    if (json_dump_callback(value, append, out, JSON_COMPACT | JSON_REAL_PRECISION(6)) != 0)
        out->status = MQ_ENOMEM; /* there is no other reason */
    mq_buf_addc(out, '\n');
    json_decref(value);
}

mq_str mq_json_get(const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);

    return json_is_string(v) ? (mq_str){ json_string_value(v), json_string_length(v) } : (mq_str){ "", 0 };
}

json_t *mq_json_object(mq_str line, mq_error *err)
{
    json_error_t e;
    json_t *v = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &e);

    if (!v) {
        const bool silent = *e.text == '\0'; /* that is how jansson says that it has no memory, as a rule */

        (void)mq_fail_at(err, silent ? MQ_ENOMEM : MQ_EFORMAT, 0, e.column > 0 ? (size_t)e.column : 0, "%s", silent ? "no memory" : e.text);
        return NULL;
    }
    if (!json_is_object(v)) {
        json_decref(v);
        (void)mq_fail_at(err, MQ_EFORMAT, 0, 1, "not a JSON object");
        return NULL;
    }
    return v;
}
