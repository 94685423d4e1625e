/**
 * What a reader of telegrams in C is measured by: bytes go in, and of each good telegram every reading comes out with
 * its topic, value and unit.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a reading is. */
typedef enum {
    READING_NUMBER,
    READING_TEXT,
    /** The meter's clock. */
    READING_TIME,
    /** One entry of a list of dated numbers. */
    READING_ENTRY,
} reading_kind_t;

/** One reading. Pointers hold until the next byte is taken; texts have no NUL at their end. */
typedef struct {
    reading_kind_t kind;
    /** The OBIS code `A-B:C.D.E`, four bits each for A and B, eight each for C, D and E. */
    uint32_t code;
    /** The name of the reading, without its unit. */
    const char *topic;
    size_t topic_length;
    /** The M-Bus channel where another device of that kind is the meter, which goes behind the topic; 0 for none. */
    unsigned channel;
    /** The number without its decimal point: `value` / 10^`decimals` `unit`. */
    int64_t value;
    unsigned decimals;
    const char *unit;
    size_t unit_length;
    /** Seconds since 1970, 0 for none. */
    uint32_t time;
    const char *text;
    size_t text_length;
} reading_t;

/** Power-up. */
void contestant_start(void);

/**
 * Takes bytes of one telegram. Where they end it and its CRC is right, each reading is given to `contest_reading`.
 *
 * @return whether they ended a good telegram
 */
bool contestant_take(const uint8_t *bytes, size_t length);

/** All the RAM that the reader has, in bytes. */
size_t contestant_ram(void);

/** Given by who measures: takes a reading. */
void contest_reading(const reading_t *reading);
