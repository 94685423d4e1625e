/* Made by ts2c from ts/p1/obis.ts: change that file, not this one. */

#include "p1/obis.h"

static inline uint32_t part_of(uint32_t first, uint32_t second, uint32_t third);
static inline uint32_t value_of(uint32_t part);
static inline uint32_t length_of(uint32_t part);
static inline bool is_dot(uint32_t byte);

static const p1_parsed_code_t NO_CODE = {.code = 0u, .end = 0u};

uint32_t p1_obis_code(uint8_t a, uint8_t b, uint8_t c, uint8_t d, uint8_t e)
{
    return (uint32_t)((uint32_t)a << 28) | (uint32_t)(b << 24) | (uint32_t)(c << 16) | (uint32_t)(d << 8) | e;
}

uint8_t p1_medium(uint32_t code)
{
    return (uint8_t)(code >> 28);
}

uint8_t p1_channel(uint32_t code)
{
    return (uint8_t)((code >> 24) & 15u);
}

uint8_t p1_quantity(uint32_t code)
{
    return (uint8_t)((code >> 16) & 255u);
}

uint8_t p1_measurement(uint32_t code)
{
    return (uint8_t)((code >> 8) & 255u);
}

uint8_t p1_tariff(uint32_t code)
{
    return (uint8_t)(code & 255u);
}

bool p1_is_mbus_reading(uint32_t code)
{
    if (p1_medium(code) != 0 || p1_quantity(code) != 24) {
        return false;
    }
    const uint32_t kind = p1_measurement(code);
    return (kind == 2u && p1_tariff(code) != 0) || (kind == 3u && p1_tariff(code) == 0);
}

p1_parsed_code_t p1_parse_code(ts_bytes line, uint32_t from)
{
    if (from >= line.length || line.length - from < P1_CODE_WINDOW) {
        return NO_CODE;
    }
    uint32_t a = line.data[from] - (uint32_t)P1_ZERO;
    uint32_t b = line.data[from + 2u] - (uint32_t)P1_ZERO;
    uint32_t at = 3;
    if (a > 9u || line.data[from + 1u] != P1_MINUS || b > 9u || line.data[from + 3u] != P1_COLON) {
        // One of the two has two digits, or this is no code.
        const uint32_t first = part_of(line.data[from], line.data[from + 1u], line.data[from + 2u]);
        at = length_of(first);
        const uint32_t second = part_of(line.data[from + at + 1u], line.data[from + at + 2u], line.data[from + at + 3u]);
        if (first == 0u || second == 0u || line.data[from + at] != P1_MINUS) {
            return NO_CODE;
        }
        a = value_of(first);
        b = value_of(second);
        at += length_of(second) + 1u;
        if (a > 15u || b > 15u || line.data[from + at] != P1_COLON) {
            return NO_CODE;
        }
    }
    const uint32_t third = part_of(line.data[from + at + 1u], line.data[from + at + 2u], line.data[from + at + 3u]);
    const uint32_t c = value_of(third);
    at += length_of(third) + 1u;
    if (third == 0u || c > 255u || !is_dot(line.data[from + at])) {
        return NO_CODE;
    }
    const uint32_t fourth = part_of(line.data[from + at + 1u], line.data[from + at + 2u], line.data[from + at + 3u]);
    const uint32_t d = value_of(fourth);
    at += length_of(fourth) + 1u;
    if (fourth == 0u || d > 255u || !is_dot(line.data[from + at])) {
        return NO_CODE;
    }
    const uint32_t fifth = part_of(line.data[from + at + 1u], line.data[from + at + 2u], line.data[from + at + 3u]);
    const uint32_t e = value_of(fifth);
    at += length_of(fifth) + 1u;
    if (fifth == 0u || e > 255u) {
        return NO_CODE;
    }
    if (line.data[from + at] != P1_OPEN) {
        const uint32_t sixth = part_of(line.data[from + at + 1u], line.data[from + at + 2u], line.data[from + at + 3u]);
        if ((line.data[from + at] != P1_STAR && line.data[from + at] != P1_DOT) || value_of(sixth) != 255u) {
            return NO_CODE;
        }
        at += length_of(sixth) + 1u;
        if (line.data[from + at] != P1_OPEN) {
            return NO_CODE;
        }
    }
    return (p1_parsed_code_t){.code = p1_obis_code((uint8_t)a, (uint8_t)b, (uint8_t)c, (uint8_t)d, (uint8_t)e), .end = from + at};
}

p1_parsed_code_t p1_code_of(ts_bytes text)
{
    uint8_t padded[24] = {0};
    const ts_bytes part = ts_bytes_subarray(text, 0, P1_CODE_WINDOW);
    if (part.length <= P1_CODE_WINDOW) {
        ts_span_u8_set((ts_span_u8){.data = padded, .length = 24}, part.data, part.length, 0);
    }
    return p1_parse_code((ts_bytes){.data = padded, .length = 24}, 0);
}

/** The part that three bytes begin with. */
static inline uint32_t part_of(uint32_t first, uint32_t second, uint32_t third)
{
    const uint32_t one = first - (uint32_t)P1_ZERO;
    if (one > 9u) {
        return 0;
    }
    const uint32_t two = second - (uint32_t)P1_ZERO;
    if (two > 9u) {
        return one * 4u + 1u;
    }
    const uint32_t three = third - (uint32_t)P1_ZERO;
    return three > 9u ? one * 40u + two * 4u + 2u : one * 400u + two * 40u + three * 4u + 3u;
}

static inline uint32_t value_of(uint32_t part)
{
    return (uint32_t)((int32_t)part >> 2);
}

static inline uint32_t length_of(uint32_t part)
{
    return part & 3u;
}

static inline bool is_dot(uint32_t byte)
{
    return byte == P1_DOT || byte == P1_COLON;
}

void p1_write_code(ts2c_writer_t *writer, uint32_t code)
{
    ts2c_writer_int(writer, p1_medium(code));
    ts2c_writer_byte(writer, P1_MINUS);
    ts2c_writer_int(writer, p1_channel(code));
    ts2c_writer_byte(writer, P1_COLON);
    ts2c_writer_int(writer, p1_quantity(code));
    ts2c_writer_byte(writer, P1_DOT);
    ts2c_writer_int(writer, p1_measurement(code));
    ts2c_writer_byte(writer, P1_DOT);
    ts2c_writer_int(writer, p1_tariff(code));
}
