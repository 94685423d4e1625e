#ifndef P1_ECHO_H
#define P1_ECHO_H
#include "ts2c.h"
typedef enum { P1_ECHO_TONE_LOW, P1_ECHO_TONE_HIGH } p1_echo_tone;
bool p1_echo_send(p1_echo_tone tone, ts_bytes bytes, int64_t number);
uint32_t p1_echo_fill(ts_span_u8 into);
p1_echo_tone p1_echo_tone_of(uint8_t value);
#endif
