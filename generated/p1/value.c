/* Made by ts2c from ts/p1/value.ts: change that file, not this one. */

#include "p1/value.h"

#define THREE_IN_P1_VALUE 51

#define LETTERS_IN_P1_VALUE 6

#define UNIT_LIMIT 16

static p1_word_t pack_word(ts_bytes bytes, uint32_t from);
static bool is_unit_word(ts_bytes bytes, uint32_t from, uint32_t to);

const ts_bytes p1_unit_texts[24] = {
    {(const uint8_t *)"none", 4},
    {(const uint8_t *)"Wh", 2},
    {(const uint8_t *)"kWh", 3},
    {(const uint8_t *)"MWh", 3},
    {(const uint8_t *)"W", 1},
    {(const uint8_t *)"kW", 2},
    {(const uint8_t *)"varh", 4},
    {(const uint8_t *)"kvarh", 5},
    {(const uint8_t *)"var", 3},
    {(const uint8_t *)"kvar", 4},
    {(const uint8_t *)"VAh", 3},
    {(const uint8_t *)"kVAh", 4},
    {(const uint8_t *)"VA", 2},
    {(const uint8_t *)"kVA", 3},
    {(const uint8_t *)"V", 1},
    {(const uint8_t *)"A", 1},
    {(const uint8_t *)"Hz", 2},
    {(const uint8_t *)"m3", 2},
    {(const uint8_t *)"GJ", 2},
    {(const uint8_t *)"MJ", 2},
    {(const uint8_t *)"s", 1},
    {(const uint8_t *)"h", 1},
    {(const uint8_t *)"bar", 3},
    {(const uint8_t *)"other", 5},
};

/** All units that are known, those of most readings first. */
static const p1_unit_t UNITS[22] = {
    P1_UNIT_KWH, P1_UNIT_KW, P1_UNIT_V, P1_UNIT_A, P1_UNIT_M3, P1_UNIT_S, P1_UNIT_KVARH, P1_UNIT_KVAR, P1_UNIT_WH,
    P1_UNIT_W, P1_UNIT_VARH, P1_UNIT_VAR, P1_UNIT_KVA, P1_UNIT_VA, P1_UNIT_KVAH, P1_UNIT_VAH, P1_UNIT_MWH,
    P1_UNIT_HZ, P1_UNIT_GJ, P1_UNIT_MJ, P1_UNIT_H, P1_UNIT_BAR,
};

static const p1_decimal_t NO_DECIMAL = {.ok = false, .value = 0, .decimals = 0, .end = 0u};

static const p1_quantity_t NO_QUANTITY = {.ok = false, .value = 0, .decimals = 0, .unit = P1_UNIT_NONE, .unit_from = 0u, .unit_to = 0u};

/** The units' spellings, packed. */
static const uint32_t PACKED[22] = {
    12008u, 375u, 22u, 1u, 443u, 19u, 12256840u, 383026u, 744u, 23u, 722504u, 22578u, 11969u, 705u, 383016u, 22568u,
    14056u, 282u, 234u, 426u, 8u, 2098u,
};

p1_decimal_t p1_parse_decimal(ts_bytes bytes, uint32_t from, uint32_t to)
{
    if (from >= bytes.length) {
        return NO_DECIMAL;
    }
    const uint32_t first = bytes.data[from];
    const bool negative = first == P1_MINUS;
    uint32_t at = from;
    if (negative || first == P1_PLUS) {
        at++;
    }
    // Nine digits fit 32 bits, in which there is less to do; few numbers have more.
    uint32_t short_ = 0;
    int64_t value = 0;
    uint32_t digits = 0;
    bool dot = false;
    uint32_t decimals = 0;
    for (; at < to && at < bytes.length; at++) {
        const uint32_t digit = bytes.data[at] - (uint32_t)P1_ZERO;
        if (digit > 9u) {
            if (bytes.data[at] != P1_DOT || dot || digits == 0u) {
                break;
            }
            dot = true;
            continue;
        }
        if (dot) {
            if (decimals >= 15u) {
                return NO_DECIMAL;
            }
            decimals++;
        }
        if (digits < 9u) {
            short_ = (uint32_t)((int64_t)short_ * 10) + digit;
            digits++;
            continue;
        }
        if (digits == 9u) {
            value = short_;
            digits = 10;
        }
        if (value >= INT64_C(100000000000000)) {
            return NO_DECIMAL;
        }
        value = value * 10 + digit;
    }
    if (digits == 0u || (dot && decimals == 0u)) {
        return NO_DECIMAL;
    }
    const int64_t magnitude = digits < 10u ? (int64_t)short_ : value;
    return (p1_decimal_t){.ok = true, .value = negative ? 0 - magnitude : magnitude, .decimals = (uint8_t)decimals, .end = at};
}

p1_quantity_t p1_parse_quantity(ts_bytes bytes, uint32_t from, uint32_t to)
{
    const p1_decimal_t number = p1_parse_decimal(bytes, from, to);
    if (!number.ok) {
        return NO_QUANTITY;
    }
    const uint32_t end = p1_trim_end(bytes, from, to);
    const ts_bytes text = ts_bytes_subarray(bytes, 0, end);
    int64_t at = number.end;
    const bool starred = (uint32_t)at < text.length && text.data[at] == P1_STAR;
    if (starred) {
        at++;
    }
    while (at < text.length && text.data[at] == P1_SPACE) {
        at++;
    }
    if (at >= end) {
        return (p1_quantity_t){.ok = true, .value = number.value, .decimals = number.decimals, .unit = P1_UNIT_NONE, .unit_from = 0, .unit_to = 0};
    }
    const p1_unit_t unit = p1_find_unit(bytes, (uint32_t)at, end);
    if (unit == P1_UNIT_OTHER && !(starred && is_unit_word(bytes, (uint32_t)at, end))) {
        return NO_QUANTITY;
    }
    return (p1_quantity_t){.ok = true, .value = number.value, .decimals = number.decimals, .unit = unit, .unit_from = (uint32_t)at, .unit_to = end};
}

/** Reads the letters, and the 3, at `bytes[from …]`. */
static p1_word_t pack_word(ts_bytes bytes, uint32_t from)
{
    uint32_t packed = 0;
    uint32_t at = from;
    for (; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        const uint32_t letter = byte == THREE_IN_P1_VALUE ? 27u : (byte | 0x20u) - 96u;
        if (letter < 1u || letter > 27u || (letter == 27u && byte != THREE_IN_P1_VALUE)) {
            break;
        }
        packed = (uint32_t)(packed << 5) | letter;
    }
    return (p1_word_t){.packed = at - from <= LETTERS_IN_P1_VALUE ? packed : 0u, .end = at};
}

p1_parsed_unit_t p1_parse_unit(ts_bytes bytes, uint32_t from)
{
    const p1_word_t word = pack_word(bytes, from);
    for (uint32_t i = 0; i < 22u && true; i++) {
        if (PACKED[i] == word.packed) {
            return (p1_parsed_unit_t){.unit = UNITS[i], .end = word.end};
        }
    }
    return (p1_parsed_unit_t){.unit = P1_UNIT_OTHER, .end = word.end};
}

p1_unit_t p1_find_unit(ts_bytes bytes, uint32_t from, uint32_t to)
{
    const ts_bytes text = ts_bytes_subarray(bytes, from, to);
    const p1_parsed_unit_t parsed = p1_parse_unit(text, 0);
    return parsed.end == text.length ? parsed.unit : P1_UNIT_OTHER;
}

/** Whether `bytes[from … to)` may be a unit: a short word of printable characters without a second star. */
static bool is_unit_word(ts_bytes bytes, uint32_t from, uint32_t to)
{
    if (to < from || to - from > UNIT_LIMIT) {
        return false;
    }
    const ts_bytes value_1 = ts_bytes_subarray(bytes, from, to);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        if (byte <= P1_SPACE || byte > 126 || byte == P1_STAR) {
            return false;
        }
    }
    return true;
}
