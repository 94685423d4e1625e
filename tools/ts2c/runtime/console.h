/** `console.log` for programs that are tried out on a computer. */
#pragma once

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "ts2c.h"

static inline void ts_print_int(int64_t value)
{
    (void)fprintf(stdout, "%" PRId64, value);
}

static inline void ts_print_bool(bool value)
{
    (void)fputs(value ? "true" : "false", stdout);
}

static inline void ts_print_text(ts_bytes text)
{
    (void)fwrite(text.data, 1, text.length, stdout);
}

static inline void ts_print_char(char character)
{
    (void)fputc(character, stdout);
}

/** Whether these digits, times ten to the power of the exponent, are read as this value. */
static inline bool ts_reads_back(uint64_t digits, int exponent, double value)
{
    char text[40];
    (void)snprintf(text, sizeof(text), "%" PRIu64 "e%d", digits, exponent);
    return strtod(text, NULL) == value;
}

/** The shortest digits that read back as the same number, laid out as JavaScript does. */
static inline void ts_print_double(double value)
{
    if (value != value) {
        (void)fputs("NaN", stdout);
        return;
    }
    if (value == 0) {
        (void)fputs(1 / value < 0 ? "-0" : "0", stdout);
        return;
    }
    if (value < 0) {
        (void)fputc('-', stdout);
        value = -value;
    }
    if (value > 1.7976931348623157e308) {
        (void)fputs("Infinity", stdout);
        return;
    }
    uint64_t number = 0;
    int exponent = 0;
    for (int count = 1; count <= 17; count++) {
        char text[32];
        (void)snprintf(text, sizeof(text), "%.*e", count - 1, value);
        const char *const mark = strchr(text, 'e');
        number = 0;
        for (const char *at = text; at < mark; at++) {
            number = *at == '.' ? number : number * 10 + (uint64_t)(*at - '0');
        }
        exponent = (int)strtol(mark + 1, NULL, 10) - (count - 1);
        if (ts_reads_back(number, exponent, value)) {
            break;
        }
        /* Above a power of two the next number is twice as far as below it: what is read back may lie there only. */
        if (ts_reads_back(number + 1, exponent, value)) {
            number++;
            break;
        }
    }
    char digits[24];
    int count = snprintf(digits, sizeof(digits), "%" PRIu64, number);
    const int point = count + exponent;
    while (count > 1 && digits[count - 1] == '0') {
        digits[--count] = '\0';
    }
    if (point > 21 || point < -5) {
        (void)printf(count == 1 ? "%.1s" : "%.1s.", digits);
        (void)printf("%se%+d", digits + 1, point - 1);
    } else if (point <= 0) {
        (void)printf("0.%.*s%s", -point, "000000", digits);
    } else if (point >= count) {
        (void)printf("%s%.*s", digits, point - count, "000000000000000000000");
    } else {
        (void)printf("%.*s.%s", point, digits, digits + point);
    }
}
