/* Made by ts2c from ts/neighbours/metric.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"
#include "p1/value.h"
#include "portal/utf8.h"

/** By what one of several readings is told from the others: a label, since what has it may be added up. */
typedef enum TS_NARROW {
    NEIGHBOURS_LABEL_NONE,
    NEIGHBOURS_LABEL_PHASE,
    NEIGHBOURS_LABEL_TARIFF,
    NEIGHBOURS_LABEL_CAUSE,
} neighbours_label_t;

/** The text of each. */
extern const ts_bytes neighbours_label_texts[4];

/** A base unit behind a metric's name, and how many of them a unit has: 10^`shift`, or 36 × 10^`shift`. */
typedef struct {
    ts_bytes name;
    bool hours;
    uint8_t shift;
} neighbours_base_t;

/** A name without what becomes a label, and that. */
typedef struct {
    ts_bytes stem;
    neighbours_label_t label;
    ts_bytes which;
} neighbours_parts_t;

TS_SHARED neighbours_base_t neighbours_base_of(p1_unit_t unit);

/** Writes `value` / 10^`decimals` of a unit in its base unit. */
TS_SHARED void neighbours_write_scaled(ts2c_writer_t *out, int64_t value, uint8_t decimals, neighbours_base_t base);

/** Takes a reading's name to parts: `…/l1`, `…_low_tariff`, `…_tariff_3`. */
TS_SHARED neighbours_parts_t neighbours_parts_of(ts_bytes name);

/** Writes a name as a part of a metric's: lower case, `_` between the words. */
TS_SHARED void neighbours_write_words(ts2c_writer_t *out, ts_bytes name);

TS_SHARED void neighbours_write_label(ts2c_writer_t *out, ts_bytes label, ts_bytes value);

/** Writes the lines before the samples of a metric: `name` is what all of them are called. */
TS_SHARED void neighbours_write_head(ts2c_writer_t *out, ts_bytes name, bool is_counter, ts_bytes about, ts_bytes topic);

/** How Prometheus writes a figure's unit. */
TS_SHARED ts_bytes neighbours_suffix_of(ts_bytes unit);
