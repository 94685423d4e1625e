/* Made by ts2c from ts/platform/network.ts: change that file, not this one. */

#include "platform/network.h"

const ts_bytes platform_network_event_texts[8] = {
    {(const uint8_t *)"up", 2},
    {(const uint8_t *)"down", 4},
    {(const uint8_t *)"wrong-password", 14},
    {(const uint8_t *)"not-found", 9},
    {(const uint8_t *)"refused", 7},
    {(const uint8_t *)"no-cable", 8},
    {(const uint8_t *)"no-address", 10},
    {(const uint8_t *)"scanned", 7},
};
