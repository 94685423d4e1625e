#ifndef EXAMPLE_H
#define EXAMPLE_H
#include "platform/echo.h"
void p1_init_example(void);
bool example_send(ts_bytes bytes, int64_t number);
uint32_t example_sum(uint16_t length);
p1_echo_tone example_tone(p1_echo_tone asked, uint8_t value);
void example_stop(bool now);
#endif
