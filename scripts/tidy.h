/* tidy.h - shown to clang-tidy before each file: what mq_fail returns, which the path-sensitive checks cannot know otherwise. */
#include <muqabil/base.h>

#define mq_fail(err, code, ...) (mq_fail((err), (code), __VA_ARGS__), (code))
#define mq_fail_at(err, code, ...) (mq_fail_at((err), (code), __VA_ARGS__), (code))
