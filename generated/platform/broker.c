/* Made by ts2c from ts/platform/broker.ts: change that file, not this one. */

#include "platform/broker.h"

const ts_bytes platform_broker_event_texts[9] = {
    {(const uint8_t *)"connected", 9},
    {(const uint8_t *)"lost", 4},
    {(const uint8_t *)"wrong-login", 11},
    {(const uint8_t *)"refused", 7},
    {(const uint8_t *)"unreachable", 11},
    {(const uint8_t *)"unknown-host", 12},
    {(const uint8_t *)"timeout", 7},
    {(const uint8_t *)"tls-failed", 10},
    {(const uint8_t *)"untrusted", 9},
};
