/* Made by ts2c from ts/network/address.ts: change that file, not this one. */

#include "network/address.h"

#define DOT_IN_NETWORK_ADDRESS 46

uint32_t network_parse_address(ts_bytes text)
{
    uint32_t address = 0;
    uint32_t parts = 0;
    uint32_t part = 0;
    uint32_t digits = 0;
    for (uint32_t at = 0; at <= text.length; at++) {
        const uint32_t byte = (uint32_t)(at < text.length ? text.data[at] : DOT_IN_NETWORK_ADDRESS);
        if (byte == DOT_IN_NETWORK_ADDRESS) {
            if (digits == 0u || parts >= 4u) {
                return NETWORK_NO_ADDRESS;
            }
            address = (uint32_t)(address << 8) | part;
            parts = parts + 1u;
            part = 0;
            digits = 0;
        } else {
            const int32_t value = (int32_t)(part * 10u + byte) - 48;
            if (byte < 48u || byte > 57u || value > 255 || digits >= 3u) {
                return NETWORK_NO_ADDRESS;
            }
            part = (uint32_t)value;
            digits = digits + 1u;
        }
    }
    return parts == 4u ? address : NETWORK_NO_ADDRESS;
}

void network_write_address(ts2c_writer_t *out, uint32_t address)
{
    ts2c_writer_int(out, address >> 24);
    for (int32_t shift = 16; shift >= 0; shift -= 8) {
        ts2c_writer_text(out, TS_TEXT("."));
        ts2c_writer_int(out, (address >> shift) & 255u);
    }
}
