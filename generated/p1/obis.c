/* Made by ts2c from ts/p1/obis.ts: change that file, not this one. */

#include "p1/obis.h"

static bool separates(uint8_t byte, uint8_t part);

static const p1_parsed_code_t NO_CODE = {.ok = false, .code = 0u, .end = 0u};

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

p1_parsed_code_t p1_parse_code(ts_bytes line, uint32_t length)
{
    uint32_t code = 0;
    uint8_t part = 0;
    uint8_t value = 0;
    uint8_t digits = 0;
    for (uint32_t at = 0; at < length && at < line.length; at++) {
        const uint32_t byte = line.data[at];
        if (byte >= 48u && byte <= 57u) {
            const uint32_t next_2 = (uint32_t)(value * 10) + (byte - 48u);
            if (next_2 > 255u || digits >= 3) {
                return NO_CODE;
            }
            value = (uint8_t)next_2;
            digits++;
            continue;
        }
        if (digits == 0 || !separates((uint8_t)byte, part) || (part < 2 && value > 15) || (part == 5 && value != 255)) {
            return NO_CODE;
        }
        if (part < 5) {
            code = (uint32_t)(code << (part < 2 ? 4 : 8)) | value;
        }
        if (byte == P1_OPEN) {
            return (p1_parsed_code_t){.ok = true, .code = code, .end = at};
        }
        if (part < 5) {
            part++;
        }
        value = 0;
        digits = 0;
    }
    return NO_CODE;
}

/** Whether `byte` may stand behind the part of that number, counted from 0. */
static bool separates(uint8_t byte, uint8_t part)
{
    switch (part) {
    case 0:
        return byte == P1_MINUS;
    case 1:
        return byte == P1_COLON;
    case 2:
    case 3:
        return byte == P1_DOT || byte == P1_COLON;
    case 4:
        return byte == P1_OPEN || byte == P1_STAR || byte == P1_DOT;
    default:
        return byte == P1_OPEN;
    }
    TS_UNREACHABLE();
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
