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
    char text[32];
    int count = 1;
    do {
        (void)snprintf(text, sizeof(text), "%.*e", count - 1, value);
    } while (strtod(text, NULL) != value && ++count <= 17);
    const char *const mark = strchr(text, 'e');
    const int point = (int)strtol(mark + 1, NULL, 10) + 1;
    char digits[24] = {text[0]};
    count = 1;
    for (const char *at = text + 1; at < mark; at++) {
        if (*at != '.') {
            digits[count++] = *at;
        }
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
