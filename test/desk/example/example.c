/* Stands for generated C: one function for each way in which something crosses the border. */
#include "example.h"

static uint32_t calls;

void p1_init_example(void)
{
    calls = 0;
}

bool example_send(ts_bytes bytes, int64_t number)
{
    calls++;
    return p1_echo_send(P1_ECHO_TONE_HIGH, bytes, number + 1);
}

uint32_t example_sum(uint16_t length)
{
    uint8_t bytes[64] = {0};
    uint32_t sum = calls;
    const uint32_t filled = p1_echo_fill((ts_span_u8){bytes, length < 64u ? length : 64u});
    for (uint32_t i = 0; i < filled && i < 64u; i++) {
        sum += bytes[i];
    }
    return sum;
}

p1_echo_tone example_tone(p1_echo_tone asked, uint8_t value)
{
    return asked == P1_ECHO_TONE_LOW ? P1_ECHO_TONE_LOW : p1_echo_tone_of(value);
}

void example_stop(bool now)
{
    if (now) {
        ts_panic("ts/example.ts:7");
    }
}
