/* Made by ts2c from ts/p1/obis.ts: change that file, not this one. */

#include "p1/obis.h"

static bool is_dot(uint8_t byte);

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
    const p1_part_t a = p1_parse_part(line, from);
    if (a.end >= line.length || line.data[a.end] != P1_MINUS || a.value > 15u) {
        return NO_CODE;
    }
    const p1_part_t b = p1_parse_part(line, a.end + 1u);
    if (b.end >= line.length || line.data[b.end] != P1_COLON || b.value > 15u) {
        return NO_CODE;
    }
    const p1_part_t c = p1_parse_part(line, b.end + 1u);
    if (c.end >= line.length || !is_dot(line.data[c.end]) || c.value > 255u) {
        return NO_CODE;
    }
    const p1_part_t d = p1_parse_part(line, c.end + 1u);
    if (d.end >= line.length || !is_dot(line.data[d.end]) || d.value > 255u) {
        return NO_CODE;
    }
    const p1_part_t e = p1_parse_part(line, d.end + 1u);
    if (e.end >= line.length || e.value > 255u) {
        return NO_CODE;
    }
    const uint32_t code = p1_obis_code((uint8_t)a.value, (uint8_t)b.value, (uint8_t)c.value, (uint8_t)d.value, (uint8_t)e.value);
    const uint32_t next = line.data[e.end];
    if (next == P1_OPEN) {
        return (p1_parsed_code_t){.code = code, .end = e.end};
    }
    if (next != P1_STAR && next != P1_DOT) {
        return NO_CODE;
    }
    const p1_part_t f = p1_parse_part(line, e.end + 1u);
    return f.end < line.length && line.data[f.end] == P1_OPEN && f.value == 255u ? (p1_parsed_code_t){.code = code, .end = f.end} : NO_CODE;
}

p1_part_t p1_parse_part(ts_bytes line, uint32_t from)
{
    uint32_t value = 0;
    uint32_t at = from;
    for (; at < line.length; at++) {
        const uint32_t digit = line.data[at] - (uint32_t)P1_ZERO;
        if (digit > 9u) {
            break;
        }
        value = (uint32_t)((int64_t)value * 10) + digit;
    }
    const uint32_t digits = at - from;
    return (p1_part_t){.value = digits < 1u || digits > 3u ? 1000u : value, .end = at};
}

static bool is_dot(uint8_t byte)
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
