/** `console.log` for programs that are tried out on a computer. */
#pragma once

#include <inttypes.h>
#include <stdio.h>

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
