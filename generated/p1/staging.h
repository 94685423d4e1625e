/* Made by ts2c from ts/p1/staging.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/text.h"
#include "p1/timestamp.h"
#include "p1/value.h"

/**
 * What a reading is: a number with its decimals and unit, a text, a time (the meter's clock), or a list of dated numbers
 * (the power failures, the peaks of the last months).
 */
typedef enum TS_NARROW {
    P1_READING_KIND_NUMBER,
    P1_READING_KIND_TEXT,
    P1_READING_KIND_TIME,
    P1_READING_KIND_LIST,
} p1_reading_kind_t;

/**
 * Why a line gave no reading: it begins with no OBIS code; a bracket is missing; it has no value; a number or a time is
 * wanted and is not there; its list can't be read; it is the place of an M-Bus device that is not there; the telegram had
 * the code before; there was no place left.
 */
typedef enum TS_NARROW {
    P1_SKIP_REASON_CODE,
    P1_SKIP_REASON_BRACKETS,
    P1_SKIP_REASON_EMPTY,
    P1_SKIP_REASON_NUMBER,
    P1_SKIP_REASON_TIME,
    P1_SKIP_REASON_LIST,
    P1_SKIP_REASON_ABSENT,
    P1_SKIP_REASON_TWICE,
    P1_SKIP_REASON_FULL,
} p1_skip_reason_t;

/** One reading of a telegram. Which fields count is said by `kind`. */
typedef struct {
    /** The number without its decimal point: `value` / 10^`decimals` `unit`. */
    int64_t value;
    /** The OBIS code, as in obis.ts. */
    uint32_t code;
    /** Of a time: itself. Of a number: when it was read, where the meter says so. Seconds since 1970, 0 for none. */
    uint32_t time;
    /** Of a text: where it lies in the store. Of a list: its groups as sent. Of a number with an "other" unit: the unit. */
    uint16_t text_from;
    uint16_t text_length;
    p1_reading_kind_t kind;
    uint8_t decimals;
    p1_unit_t unit;
} p1_staged_reading_t;

/** A line that gave no reading, and why. */
typedef struct {
    /** Its OBIS code, 0 where it has none. */
    uint32_t code;
    /** The line of the telegram, 1 for the identification; beyond 65535 it is that. */
    uint16_t line;
    p1_skip_reason_t why;
} p1_skipped_line_t;

/**
 * What the lines of one telegram gave, until its CRC is known to be right. Its memory is fixed: what does not fit is
 * skipped as "full".
 */
typedef struct {
    uint8_t count;
    uint8_t skipped_kept;
    /** How many lines gave no reading, those that are not kept included. */
    uint32_t skipped_count;
    /** Marks of the codes seen, a bit each, so that only a code whose mark is set is looked for among the readings. */
    uint32_t marks[8];
    p1_staged_reading_t readings[96];
    p1_skipped_line_t skipped[32];
    p1_text_store_t text;
} p1_staging_t;

/** How many readings of one telegram are kept. The longest known telegram has 62. */
#define P1_READINGS 96

/** How many lines of one telegram that gave no reading are kept with their reason; the rest are counted. */
#define P1_SKIPPED_LINES 32

/** Makes a new `StagedReading` at `self`. */
TS_SHARED void p1_staged_reading_init(p1_staged_reading_t *self);

/** Makes a new `SkippedLine` at `self`. */
TS_SHARED void p1_skipped_line_init(p1_skipped_line_t *self);

/** Makes a new `Staging` at `self`. */
TS_SHARED void p1_staging_init(p1_staging_t *self);

TS_SHARED void p1_staging_clear(p1_staging_t *self);

/**
 * Adds a number, read at `time` (0 for not known). The texts since `mark` are the spelling of its "other" unit. Says
 * whether there was place.
 */
TS_SHARED bool p1_staging_add_number(p1_staging_t *self, uint32_t code, uint32_t line, p1_quantity_t number, uint32_t time, uint16_t mark);

/** Adds a number that {@link isNew}, with a known unit or none. False, and nothing added or skipped, where there is no place. */
TS_SHARED bool p1_staging_add_short(p1_staging_t *self, uint32_t code, uint32_t value, uint8_t decimals, p1_unit_t unit, uint32_t time);

/** Adds a text or the groups of a list: the texts since `mark`. Says whether there was place. */
TS_SHARED bool p1_staging_add_text(p1_staging_t *self, uint32_t code, uint32_t line, p1_reading_kind_t kind, uint16_t mark);

/** Adds the meter's clock. Says whether there was place. */
TS_SHARED bool p1_staging_add_time(p1_staging_t *self, uint32_t code, uint32_t line, uint32_t time);

/** Whether the telegram surely gave no reading of `code` before; from now on it may have. */
TS_SHARED bool p1_staging_is_new(p1_staging_t *self, uint32_t code);

/** Notes that a line gave no reading. */
TS_SHARED void p1_staging_skip(p1_staging_t *self, uint32_t line, uint32_t code, p1_skip_reason_t why);

/** Whether the telegram already gave a reading of `code`. */
TS_SHARED bool p1_staging_has(p1_staging_t *self, uint32_t code);

/** The index of the reading of `code`, or `count` when there is none. */
TS_SHARED uint8_t p1_staging_find(p1_staging_t *self, uint32_t code);

/** The text of a reading, the groups of a list, or the spelling of an "other" unit. */
TS_SHARED ts_bytes p1_staging_text_of(p1_staging_t *self, p1_staged_reading_t *reading);
