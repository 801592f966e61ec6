// caller.cc - a C++ caller that uses each macro of the public headers; scripts/lint-headers puts all of them in front of it.
mq_status caller(unsigned *statuses)
{
    mq_buf text = MQ_BUF_INIT;

    mq_buf_addstr(&text, MQ_STR("x"));
    *statuses = MQ_STATUS_SHOWN | MQ_STATUS_KNOWN | MQ_STATUS_BIT(MQ_REJECTED);
    mq_buf_release(&text);
    return text.status;
}
