/** How the handwritten reader reads parts of codes, numbers, units and times. Behind what is read stands something that
 * ends it. */
#pragma once

#include <stdint.h>

static const struct {
    char text[6];
    uint8_t length;
} units[] = {{"", 0}, {"kWh", 3}, {"kW", 2}, {"V", 1}, {"A", 1}, {"m3", 2}, {"s", 1}, {"kvar", 4}, {"kvarh", 5}};

static inline const uint8_t *read_part(const uint8_t *at, uint32_t *value)
{
    unsigned digit = at[0] - 48u;
    *value = digit;
    digit = at[1] - 48u;
    if (digit > 9) {
        return at + 1;
    }
    *value = *value * 10 + digit;
    digit = at[2] - 48u;
    if (digit > 9) {
        return at + 2;
    }
    *value = *value * 10 + digit;
    return at + 3;
}

/** At most 18 digits, the dot among them. */
static inline const uint8_t *read_number(const uint8_t *at, int64_t *value, uint8_t *decimals)
{
    const uint8_t *const nine = at + 9;
    uint32_t low = 0;
    unsigned digit;
    for (; (digit = *at - 48u) <= 9 && at < nine; at++) {
        low = low * 10 + digit;
    }
    *decimals = 0;
    int64_t number = low;
    if (*at == '.') {
        const uint8_t *const dot = at;
        if (nine - at >= 3) {
            for (at++; (digit = *at - 48u) <= 9 && at < nine; at++) {
                low = low * 10 + digit;
            }
            number = low;
        } else {
            at++;
        }
        for (; (digit = *at - 48u) <= 9 && at < dot + 8; at++) {
            number = number * 10 + digit;
        }
        *decimals = (uint8_t)(at - dot - 1);
    } else {
        for (; (digit = *at - 48u) <= 9 && at < nine + 6; at++) {
            number = number * 10 + digit;
        }
    }
    *value = number;
    return at;
}

/** Behind the star. */
static inline const uint8_t *read_unit(const uint8_t *at, uint8_t *unit)
{
    switch (at[0]) {
    case 'k':
        if (at[1] == 'W') {
            *unit = at[2] == 'h' ? 1 : 2;
            return at + (at[2] == 'h' ? 3 : 2);
        }
        *unit = at[4] == 'h' ? 8 : 7;
        return at + (at[4] == 'h' ? 5 : 4);
    case 'm':
        *unit = 5;
        return at + 2;
    case 'V':
        *unit = 3;
        return at + 1;
    case 'A':
        *unit = 4;
        return at + 1;
    default:
        *unit = 6;
        return at + 1;
    }
}

static unsigned two(const uint8_t *at)
{
    return at[0] * 10u + at[1] - 528u;
}

/** `YYMMDDhhmmss` and S or W. */
static uint32_t read_time(const uint8_t *at)
{
    static const uint16_t before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    for (unsigned i = 0; i < 12; i++) {
        if (at[i] - 48u > 9) {
            return 0;
        }
    }
    const unsigned year = two(at);
    const unsigned month = two(at + 2);
    const unsigned day = two(at + 4);
    const unsigned hour = two(at + 6);
    if (month - 1 > 11 || day - 1 > 30 || hour > 23 || year >= 70 || (at[12] != 'S' && at[12] != 'W')) {
        return 0;
    }
    const unsigned leaps = (year + 3) / 4 + (year % 4 == 0 && month > 2);
    const unsigned days = year * 365 + leaps + before[month - 1] + day - 1;
    return 946684800u + days * 86400 + hour * 3600 + two(at + 8) * 60 + two(at + 10) - (at[12] == 'S' ? 7200 : 3600);
}

static unsigned hex(unsigned digit)
{
    return digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10;
}
