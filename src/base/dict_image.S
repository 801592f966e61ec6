/* dict_image.S - the container that scripts/mkdict.c made, as read-only data. MQ_DICT_IMAGE is its path. */
#if defined(__APPLE__)
    .const
    .globl _mq_dict_begin
    .globl _mq_dict_end
    .p2align 4
_mq_dict_begin:
    .incbin MQ_DICT_IMAGE
_mq_dict_end:
#else
    .section .rodata
    .globl mq_dict_begin
    .globl mq_dict_end
    .hidden mq_dict_begin
    .hidden mq_dict_end
    .balign 16
mq_dict_begin:
    .incbin MQ_DICT_IMAGE
mq_dict_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
#endif
