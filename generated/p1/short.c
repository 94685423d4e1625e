/* Made by ts2c from ts/p1/short.ts: change that file, not this one. */

#include "p1/short.h"

#define DIGITS 9

#define STAMP 15

#define WINDOW 35

#define LETTER_A 65

#define LETTER_V_IN_P1_SHORT 86

#define LETTER_W 87

#define LETTER_H 104

#define LETTER_K 107

#define LETTER_M 109

#define LETTER_S 115

#define THREE_IN_P1_SHORT 51

static inline p1_unit_t unit_of(uint32_t first, uint32_t second, uint32_t third, uint32_t fourth);
static uint32_t letters_of(p1_unit_t unit);

uint32_t p1_take_short(ts_bytes line, uint32_t open, uint32_t code, p1_form_t form, p1_staging_t *staging)
{
    if (open >= line.length || line.length - open < WINDOW) {
        return 0;
    }
    const ts_bytes bytes = ts_bytes_slice(line, open, open + WINDOW);
    const bool is_dated = bytes.data[STAMP] == P1_OPEN && bytes.data[STAMP - 1] == P1_CLOSE;
    const uint32_t time = is_dated ? p1_parse_timestamp(ts_bytes_slice(bytes, 1, (uint32_t)(STAMP - 1))) : P1_NO_TIME;
    if (is_dated && time == P1_NO_TIME) {
        return 0;
    }
    const uint32_t first = (uint32_t)(is_dated ? STAMP + 1 : 1);
    uint32_t value = 0;
    uint32_t at = first;
    // Where the decimals begin.
    uint32_t point = 0;
    for (; at < (uint32_t)(STAMP + DIGITS + 2); at++) {
        const uint32_t digit = bytes.data[at] - (uint32_t)P1_ZERO;
        if (digit <= 9u) {
            value = (uint32_t)((int64_t)value * 10) + digit;
            continue;
        }
        if (bytes.data[at] != P1_DOT || point > 0u) {
            break;
        }
        point = at + 1u;
    }
    const uint32_t decimals = point > 0u ? at - point : 0u;
    const int32_t digits = point > 0u ? (int32_t)(at - first) - 1 : (int32_t)(at - first);
    if (digits > DIGITS || (int32_t)decimals >= digits || (point > 0u && decimals < 1u)) {
        return 0;
    }
    const p1_unit_t unit = bytes.data[at] == P1_STAR ? unit_of(bytes.data[at + 1u], bytes.data[at + 2u], bytes.data[at + 3u], bytes.data[at + 4u]) : P1_UNIT_NONE;
    const uint32_t end = at + letters_of(unit);
    if (unit == P1_UNIT_OTHER || bytes.data[end] != P1_CLOSE || !p1_is_line_end(bytes.data[end + 1u], bytes.data[end + 2u], bytes.data[end + 3u]) || (unit == P1_UNIT_NONE && form == P1_FORM_NUMBER && p1_is_mbus_reading(code)) || !p1_staging_is_new(staging, code)) {
        return 0;
    }
    return p1_staging_add_short(staging, code, value, (uint8_t)decimals, unit, time) ? open + end + 3u : 0u;
}

/** The unit that stands before a bracket, if it is one of those that most readings have; otherwise "other". */
static inline p1_unit_t unit_of(uint32_t first, uint32_t second, uint32_t third, uint32_t fourth)
{
    if (first == LETTER_K && second == LETTER_W) {
        return third == P1_CLOSE ? P1_UNIT_KW : third == LETTER_H && fourth == P1_CLOSE ? P1_UNIT_KWH : P1_UNIT_OTHER;
    }
    if (second == P1_CLOSE) {
        return first == LETTER_V_IN_P1_SHORT ? P1_UNIT_V : first == LETTER_A ? P1_UNIT_A : first == LETTER_S ? P1_UNIT_S : P1_UNIT_OTHER;
    }
    return first == LETTER_M && second == THREE_IN_P1_SHORT ? P1_UNIT_M3 : P1_UNIT_OTHER;
}

/** How many characters such a unit has, with the star. */
static uint32_t letters_of(p1_unit_t unit)
{
    switch (unit) {
    case P1_UNIT_NONE:
        return 0;
    case P1_UNIT_KWH:
        return 4;
    case P1_UNIT_KW:
    case P1_UNIT_M3:
        return 3;
    default:
        return 2;
    }
    TS_UNREACHABLE();
}
