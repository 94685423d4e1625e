/* Made by ts2c from ts/portal/fields.ts: change that file, not this one. */

#include "portal/fields.h"

#define LINE_FEED_IN_PORTAL_FIELDS 10

#define SPACE_IN_PORTAL_FIELDS 32

#define DOUBLE_QUOTE 34

#define EQUALS 61

#define SEMICOLON 59

#define COLON_IN_PORTAL_FIELDS 58

#define NO_DIGIT 64

static inline ts_bytes unquoted(ts_bytes value);
static inline uint32_t base64_value(uint32_t byte);

ts_bytes portal_field_of(ts_bytes fields, ts_bytes name)
{
    ts_bytes rest = fields;
    while (rest.length > 0u) {
        const int32_t feed = (int32_t)ts_bytes_index_of(rest, LINE_FEED_IN_PORTAL_FIELDS, 0);
        const ts_bytes line = feed < 0 ? rest : ts_bytes_slice(rest, 0, (uint32_t)feed);
        const int32_t colon = (int32_t)ts_bytes_index_of(line, COLON_IN_PORTAL_FIELDS, 0);
        if (colon >= 0 && bytes_same_bytes(ts_bytes_slice(line, 0, (uint32_t)colon), name)) {
            return portal_trimmed(ts_bytes_subarray(line, colon + 1, 4294967295u));
        }
        rest = feed < 0 ? ts_bytes_subarray(rest, rest.length, 4294967295u) : ts_bytes_subarray(rest, feed + 1, 4294967295u);
    }
    return rest;
}

ts_bytes portal_trimmed(ts_bytes bytes)
{
    uint32_t from = 0;
    while (from < bytes.length && bytes.data[from] <= SPACE_IN_PORTAL_FIELDS) {
        from++;
    }
    uint32_t end = bytes.length;
    while (end > from && bytes.data[end - 1u] <= SPACE_IN_PORTAL_FIELDS) {
        end--;
    }
    return ts_bytes_slice(bytes, from, end);
}

ts_bytes portal_cookie_of(ts_bytes fields, ts_bytes name)
{
    ts_bytes rest = portal_field_of(fields, TS_TEXT("cookie"));
    while (rest.length > 0u) {
        const int32_t semicolon = (int32_t)ts_bytes_index_of(rest, SEMICOLON, 0);
        const ts_bytes pair = portal_trimmed(semicolon < 0 ? rest : ts_bytes_slice(rest, 0, (uint32_t)semicolon));
        const int32_t equals = (int32_t)ts_bytes_index_of(pair, EQUALS, 0);
        if (equals >= 0 && bytes_same_bytes(ts_bytes_slice(pair, 0, (uint32_t)equals), name)) {
            return unquoted(ts_bytes_subarray(pair, equals + 1, 4294967295u));
        }
        rest = semicolon < 0 ? ts_bytes_subarray(rest, rest.length, 4294967295u) : ts_bytes_subarray(rest, semicolon + 1, 4294967295u);
    }
    return rest;
}

static inline ts_bytes unquoted(ts_bytes value)
{
    const int32_t last = (int32_t)value.length - 1;
    return last > 0 && value.data[0] == DOUBLE_QUOTE && value.data[last] == DOUBLE_QUOTE ? ts_bytes_slice(value, 1, (uint32_t)last) : value;
}

ts_bytes portal_basic_of(ts_bytes fields)
{
    const ts_bytes value = portal_field_of(fields, TS_TEXT("authorization"));
    const int32_t space = (int32_t)ts_bytes_index_of(value, SPACE_IN_PORTAL_FIELDS, 0);
    if (space != 5) {
        return ts_bytes_subarray(value, value.length, 4294967295u);
    }
    const ts_bytes scheme = TS_TEXT("basic");
    for (uint32_t i = 0; i < scheme.length && i < value.length; i++) {
        if ((value.data[i] | 32) != scheme.data[i]) {
            return ts_bytes_subarray(value, value.length, 4294967295u);
        }
    }
    return portal_trimmed(ts_bytes_subarray(value, space, 4294967295u));
}

static inline uint32_t base64_value(uint32_t byte)
{
    if (byte >= 65u && byte <= 90u) {
        return byte - 65u;
    }
    if (byte >= 97u && byte <= 122u) {
        return byte - 71u;
    }
    if (byte >= 48u && byte <= 57u) {
        return byte + 4u;
    }
    return (uint32_t)(byte == 43u ? 62 : byte == 47u ? 63 : NO_DIGIT);
}

ts_bytes portal_decode_base64(ts_bytes text, ts_span_u8 into)
{
    uint32_t length = 0;
    uint32_t bits = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < text.length; i++) {
        const uint8_t byte = text.data[i];
        const uint32_t value = base64_value(byte);
        if (byte == EQUALS) {
            break;
        }
        if (value == NO_DIGIT || length >= into.length) {
            return ts_bytes_slice(ts_as_bytes(into), 0, 0);
        }
        bits = ((bits << 6) | value) & 0xffffffu;
        count = ts_min_u32(count + 6u, 24);
        if (count >= 8u) {
            count = count - 8u;
            into.data[length] = (uint8_t)(((int32_t)bits >> count) & 0xff);
            length++;
        }
    }
    return ts_bytes_slice(ts_as_bytes(into), 0, length);
}
