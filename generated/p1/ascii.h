/* Made by ts2c from ts/p1/ascii.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** The characters that mean something in a telegram (IEC 62056-21, 5.4). */
#define P1_NUL 0

#define P1_LINE_FEED 10

#define P1_CARRIAGE_RETURN 13

#define P1_SPACE 32

#define P1_EXCLAMATION_MARK 33

#define P1_OPEN 40

#define P1_CLOSE 41

#define P1_STAR 42

#define P1_PLUS 43

#define P1_MINUS 45

#define P1_DOT 46

#define P1_SLASH 47

#define P1_ZERO 48

#define P1_COLON 58

TS_SHARED bool p1_is_digit(uint8_t byte);

/** The value of a hexadecimal digit in either case, or 255 for any other character. */
TS_SHARED uint8_t p1_hex_value(uint8_t byte);

/** `byte` as a small letter when it is a capital one. */
TS_SHARED uint8_t p1_lower_case(uint8_t byte);

/** The end of `bytes[from … to)` without the spaces and NULs behind it. */
TS_SHARED uint32_t p1_trim_end(ts_bytes bytes, uint32_t from, uint32_t to);
