/* Made by ts2c from ts/p1/value.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"

/**
 * What a number counts, in one spelling for each unit; "none" for a number without one, "other" for a unit that is not
 * known here (its spelling stays with the reading).
 */
typedef enum TS_NARROW {
    P1_UNIT_NONE,
    P1_UNIT_WH,
    P1_UNIT_KWH,
    P1_UNIT_MWH,
    P1_UNIT_W,
    P1_UNIT_KW,
    P1_UNIT_VARH,
    P1_UNIT_KVARH,
    P1_UNIT_VAR,
    P1_UNIT_KVAR,
    P1_UNIT_VAH,
    P1_UNIT_KVAH,
    P1_UNIT_VA,
    P1_UNIT_KVA,
    P1_UNIT_V,
    P1_UNIT_A,
    P1_UNIT_HZ,
    P1_UNIT_M3,
    P1_UNIT_GJ,
    P1_UNIT_MJ,
    P1_UNIT_S,
    P1_UNIT_H,
    P1_UNIT_BAR,
    P1_UNIT_OTHER,
} p1_unit_t;

/** The text of each. */
extern const ts_bytes p1_unit_texts[24];

/** A number as its digits: `value` / 10^`decimals`; `ok` is false where there is no number, or more than 15 digits. */
typedef struct {
    bool ok;
    int64_t value;
    uint8_t decimals;
    /** The index of the first character behind the number. */
    uint32_t end;
} p1_decimal_t;

/** A number with its unit; `ok` is false where the text is none. */
typedef struct {
    bool ok;
    int64_t value;
    uint8_t decimals;
    p1_unit_t unit;
    /** Where the unit's spelling begins and ends, for a unit that is "other". */
    uint32_t unit_from;
    uint32_t unit_to;
} p1_quantity_t;

/** A word as a number. */
typedef struct {
    /** Five bits for each letter, whatever its case, and what no letter has for the 3 of cubic metres. */
    uint32_t packed;
    /** The index of the first byte behind it. */
    uint32_t end;
} p1_word_t;

/** A unit that was read. */
typedef struct {
    /** "other" where no known one stands. */
    p1_unit_t unit;
    /** The index of the first byte behind it. */
    uint32_t end;
} p1_parsed_unit_t;

/** Reads the number at the start of `bytes[from … to)`: a sign, digits, and decimals behind a dot. */
TS_SHARED p1_decimal_t p1_parse_decimal(ts_bytes bytes, uint32_t from, uint32_t to);

/**
 * Reads `bytes[from … to)` as a number and its unit: `000306.946*kWh`. Meters also leave out the star or the unit and put
 * spaces behind it. A unit behind a star may be any word; without a star it is one of the known ones.
 */
TS_SHARED p1_quantity_t p1_parse_quantity(ts_bytes bytes, uint32_t from, uint32_t to);

/** Reads the unit at `bytes[from …]`, in whatever case: `kVAr`, `Kvar` and `kvar` are one. */
TS_SHARED p1_parsed_unit_t p1_parse_unit(ts_bytes bytes, uint32_t from);

/** The unit that `bytes[from … to)` spells. */
TS_SHARED p1_unit_t p1_find_unit(ts_bytes bytes, uint32_t from, uint32_t to);
