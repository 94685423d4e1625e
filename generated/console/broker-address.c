/* Made by ts2c from ts/console/broker-address.ts: change that file, not this one. */

#include "console/broker-address.h"

#define SLASH_IN_CONSOLE_BROKER_ADDRESS 47

#define ZERO_IN_CONSOLE_BROKER_ADDRESS 48

#define NINE 57

#define COLON_IN_CONSOLE_BROKER_ADDRESS 58

#define OPEN_IN_CONSOLE_BROKER_ADDRESS 91

#define CLOSE_IN_CONSOLE_BROKER_ADDRESS 93

static bool is_port(ts_bytes text);

console_broker_address_t console_broker_of(ts_bytes text)
{
    const ts_bytes none = ts_bytes_subarray(text, text.length, 4294967295u);
    if ((int32_t)ts_bytes_index_of(text, SLASH_IN_CONSOLE_BROKER_ADDRESS, 0) >= 0) {
        return (console_broker_address_t){.is_right = false, .host = none, .port = none};
    }
    if (text.length > 0u && text.data[0] == OPEN_IN_CONSOLE_BROKER_ADDRESS) {
        const int32_t close = (int32_t)ts_bytes_index_of(text, CLOSE_IN_CONSOLE_BROKER_ADDRESS, 0);
        const ts_bytes host = ts_bytes_subarray(text, 1, close < 0 ? 1 : close);
        const ts_bytes behind = close < 0 ? text : ts_bytes_subarray(text, close + 1, 4294967295u);
        const ts_bytes port = ts_bytes_subarray(behind, 1, 4294967295u);
        const bool is_right = host.length > 0u && (behind.length == 0u || (behind.data[0] == COLON_IN_CONSOLE_BROKER_ADDRESS && is_port(port)));
        return (console_broker_address_t){.is_right = is_right, .host = host, .port = port};
    }
    const int32_t colon = (int32_t)ts_bytes_index_of(text, COLON_IN_CONSOLE_BROKER_ADDRESS, 0);
    const ts_bytes port = ts_bytes_subarray(text, colon + 1, 4294967295u);
    if (colon < 0 || (int32_t)ts_bytes_index_of(port, COLON_IN_CONSOLE_BROKER_ADDRESS, 0) >= 0) {
        return (console_broker_address_t){.is_right = true, .host = text, .port = none};
    }
    return (console_broker_address_t){.is_right = colon > 0 && is_port(port), .host = ts_bytes_slice(text, 0, (uint32_t)colon), .port = port};
}

/** Whether a text is a number from 1 to 65535. */
static bool is_port(ts_bytes text)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < text.length; i++) {
        const uint8_t byte = text.data[i];
        if (byte < ZERO_IN_CONSOLE_BROKER_ADDRESS || byte > NINE) {
            return false;
        }
        number = ts_min_u32(number * 10u + (uint32_t)(byte - ZERO_IN_CONSOLE_BROKER_ADDRESS), 65536);
    }
    return number >= 1u && number <= 65535u;
}
