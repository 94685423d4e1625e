/* Made by ts2c from ts/p1/short.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/form.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/value.h"

/** What digits say. */
typedef struct {
    /** Modulo 2^32. */
    uint32_t value;
    /** The index of the first byte behind them. */
    uint32_t end;
} p1_digits_t;

/**
 * Stages the line at `bytes[from …]` where it is what most lines are: one short number with a known unit or none,
 * `1-0:1.8.1(000306.946*kWh)`, whole and with another line behind it. Looks at each byte once. Returns the index behind its line end, or
 * `from` for every other line, of which nothing is staged: {@link LineReader.take} reads any line, and these the same.
 */
uint32_t p1_take_short(ts_bytes bytes, uint32_t from, uint32_t line, p1_staging_t *staging);

/** Whether at `at` stands a whole line end, and behind it the first byte of another line than the one that it ends. */
bool p1_ends_line(ts_bytes bytes, uint32_t at);
