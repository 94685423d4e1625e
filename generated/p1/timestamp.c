/* Made by ts2c from ts/p1/timestamp.ts: change that file, not this one. */

#include "p1/timestamp.h"

#define DAY 86400

#define YEAR_2000 946684800

#define SUMMER 83

#define WINTER 87

static inline uint32_t two_digits(uint32_t tens, uint32_t ones);
static inline void write_field(ts2c_writer_t *writer, uint32_t separator, int64_t value);

/** The days of a year before each month, February counted with 28. */
static const uint16_t DAYS_BEFORE_MONTH_IN_P1_TIMESTAMP[12] = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334,
};

static const uint8_t DAYS_OF_MONTH[12] = {
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
};

bool p1_is_timestamp(ts_bytes text)
{
    if (text.length != 13u) {
        return false;
    }
    for (uint32_t at = 0; at < 12u; at++) {
        if (!p1_is_digit(text.data[at])) {
            return false;
        }
    }
    return text.data[12] == SUMMER || text.data[12] == WINTER;
}

uint32_t p1_parse_timestamp(ts_bytes text)
{
    if (text.length != 13u || (text.data[12] != SUMMER && text.data[12] != WINTER)) {
        return P1_NO_TIME;
    }
    // What is no number is more than any of these may be.
    const uint32_t year = two_digits(text.data[0], text.data[1]);
    const uint32_t month = two_digits(text.data[2], text.data[3]);
    const uint32_t day = two_digits(text.data[4], text.data[5]);
    const uint32_t hour = two_digits(text.data[6], text.data[7]);
    const uint32_t minute = two_digits(text.data[8], text.data[9]);
    const uint32_t second = two_digits(text.data[10], text.data[11]);
    if (year >= 70u || month < 1u || month > 12u || hour > 23u || minute > 59u || second > 59u) {
        return P1_NO_TIME;
    }
    const bool is_leap_year = (year & 3u) == 0u;
    const uint32_t leap_day = (uint32_t)(is_leap_year && month == 2u ? 1 : 0);
    if (day < 1u || day > DAYS_OF_MONTH[month - 1u] + leap_day) {
        return P1_NO_TIME;
    }
    const uint32_t leap_days = (uint32_t)(((int32_t)(year + 3u) >> 2) + (is_leap_year && month > 2u ? 1 : 0));
    const uint32_t days = year * 365u + leap_days + DAYS_BEFORE_MONTH_IN_P1_TIMESTAMP[month - 1u] + day - 1u;
    const uint32_t seconds = days * DAY + hour * 3600u + minute * 60u + second;
    if (seconds == 0u) {
        return P1_NO_TIME;
    }
    return YEAR_2000 + seconds - (uint32_t)(text.data[12] == SUMMER ? 7200 : 3600);
}

/** The number that two digits name; 99 where they are none. */
static inline uint32_t two_digits(uint32_t tens, uint32_t ones)
{
    const uint32_t high = tens - (uint32_t)P1_ZERO;
    const uint32_t low = ones - (uint32_t)P1_ZERO;
    return high > 9u || low > 9u ? 99u : high * 10u + low;
}

void p1_write_time(ts2c_writer_t *writer, uint32_t time)
{
    // The calendar by eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
    const uint32_t days = time / DAY + 719468u;
    const uint32_t era = days / 146097u;
    const uint32_t day_of_era = days % 146097u;
    const int32_t leaps = (int32_t)(day_of_era / 1460u) - (int32_t)(day_of_era / 36524u) + (int32_t)(day_of_era / 146096u);
    const uint32_t year_of_era = (uint32_t)(((int32_t)day_of_era - leaps) / 365);
    const int32_t day_of_year = (int32_t)day_of_era - ((int32_t)(365u * year_of_era + (uint32_t)((int32_t)year_of_era >> 2)) - (int32_t)(year_of_era / 100u));
    const int32_t month_from_march = (5 * day_of_year + 2) / 153;
    const int32_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const uint32_t year = year_of_era + era * 400u + (uint32_t)(month <= 2 ? 1 : 0);
    const uint32_t seconds = time % DAY;
    ts2c_writer_int(writer, year);
    write_field(writer, 0x2d, month);
    write_field(writer, 0x2d, day);
    write_field(writer, 0x54, seconds / 3600u);
    write_field(writer, 0x3a, seconds / 60u % 60u);
    write_field(writer, 0x3a, seconds % 60u);
    ts2c_writer_byte(writer, 0x5a);
}

/** Writes a separator and a number of two digits. */
static inline void write_field(ts2c_writer_t *writer, uint32_t separator, int64_t value)
{
    ts2c_writer_byte(writer, (uint8_t)separator);
    ts2c_writer_byte(writer, (uint8_t)(48 + (int32_t)(value / 10 % 10)));
    ts2c_writer_byte(writer, (uint8_t)(48 + (int32_t)(value % 10)));
}
