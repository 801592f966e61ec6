/* mined.h - what the miner tells of a text, as a test writes it down. */
#ifndef UNIT_MINED_H
#define UNIT_MINED_H

#include <muqabil/mine.h>

#include "unit.h"

/* Mines a text at the default score; `tell` appends to the mq_buf that is its user, which must be `want` in the end. */
#define assert_mined(text, tell, want) \
    do { \
        mq_buf got_ = MQ_BUF_INIT; \
        mq_miner *m_; \
        assert_int_equal(mq_miner_new(&m_, MQ_MIN_SCORE, NULL), MQ_OK); \
        assert_int_equal(mq_mine(m_, MQ_STR("doc"), mq_str_of(text), 0, (tell), &got_, NULL), MQ_OK); \
        assert_buf(got_, (want)); \
        mq_buf_release(&got_); \
        mq_miner_free(m_); \
    } while (0)

#endif
