/* Made by ts2c from ts/network/captive-names.ts: change that file, not this one. */

#include "network/captive-names.h"

#define PORT 53

#define HEADER 12

#define NAME 255

#define RECORD 16

#define MEMORY_IN_NETWORK_CAPTIVE_NAMES 320

#define IS_ANSWER 128

#define OPCODE 120

#define RECURSION_WANTED 1

#define ANY 255

#define ADDRESS 1

#define INTERNET 1

#define NOT_UNDERSTOOD 1

#define NOT_IMPLEMENTED 4

#define KEEP_SECONDS 10

#define AT_ONCE_IN_NETWORK_CAPTIVE_NAMES 16

static uint32_t end_of_name(ts_span_u8 message, uint32_t length);

void network_captive_names_init(network_captive_names_t *self)
{
    memset(self, 0, sizeof(*self));
}

void network_captive_names_open(network_captive_names_t *self, uint32_t address)
{
    (void)self;
    (void)p1_datagrams_open(address, PORT);
}

void network_captive_names_close(network_captive_names_t *self)
{
    (void)self;
    p1_datagrams_close();
}

void network_captive_names_tick(network_captive_names_t *self, uint32_t address)
{
    for (uint32_t i = 0; i < AT_ONCE_IN_NETWORK_CAPTIVE_NAMES; i++) {
        const uint32_t length = p1_datagrams_receive((ts_span_u8){.data = self->message, .length = 320});
        if (length == 0u) {
            return;
        }
        const uint32_t size = network_turn_into_answer((ts_span_u8){.data = self->message, .length = 320}, length, address);
        if (size > 0u) {
            p1_datagrams_answer(ts_bytes_subarray((ts_bytes){.data = self->message, .length = 320}, 0, size));
        }
    }
}

uint32_t network_turn_into_answer(ts_span_u8 message, uint32_t length, uint32_t address)
{
    if (message.length < MEMORY_IN_NETWORK_CAPTIVE_NAMES || length <= HEADER || (message.data[2] & IS_ANSWER) != 0) {
        return 0;
    }
    const bool is_query = (message.data[2] & OPCODE) == 0;
    const bool is_single = message.data[4] == 0 && message.data[5] == 1;
    message.data[2] = (uint8_t)(IS_ANSWER | 4 | (message.data[2] & (OPCODE | RECURSION_WANTED)));
    message.data[3] = IS_ANSWER;
    ts_span_u8_fill(message, 0, 6, HEADER);
    const uint32_t end = is_single ? end_of_name(message, length) : 0u;
    if (!is_query || end == 0u || (int64_t)end + 4 > length) {
        message.data[3] = (uint8_t)(IS_ANSWER | (is_query ? NOT_UNDERSTOOD : NOT_IMPLEMENTED));
        ts_span_u8_fill(message, 0, 4, 6);
        return HEADER;
    }
    if (end > (uint32_t)(HEADER + NAME)) {
        return 0;
    }
    const uint32_t type = (uint32_t)((message.data[end] << 8) | message.data[end + 1u]);
    const bool is_internet = message.data[end + 2u] == 0 && message.data[end + 3u] == INTERNET;
    const uint32_t at = end + 4u;
    if (!is_internet || (type != ADDRESS && type != ANY)) {
        return at;
    }
    message.data[7] = 1;
    ts_span_u8_fill(message, 0, at, at + RECORD);
    message.data[at] = 0xc0;
    message.data[at + 1u] = HEADER;
    message.data[at + 3u] = ADDRESS;
    message.data[at + 5u] = INTERNET;
    message.data[at + 9u] = KEEP_SECONDS;
    message.data[at + 11u] = 4;
    message.data[at + 12u] = (uint8_t)((address >> 24) & 255u);
    message.data[at + 13u] = (uint8_t)((address >> 16) & 255u);
    message.data[at + 14u] = (uint8_t)((address >> 8) & 255u);
    message.data[at + 15u] = (uint8_t)(address & 255u);
    return at + RECORD;
}

/** Where what follows the question's name begins; 0 where there is no whole name. */
static uint32_t end_of_name(ts_span_u8 message, uint32_t length)
{
    uint32_t at = HEADER;
    while (at < length && at < message.length && at < (uint32_t)(HEADER + NAME)) {
        const uint32_t label = message.data[at];
        if (label == 0u) {
            return at + 1u;
        }
        if (label > 63u) {
            return 0;
        }
        at = at + label + 1u;
    }
    return 0;
}
