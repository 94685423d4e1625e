/* Made by ts2c from ts/p1/list.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/groups.h"
#include "p1/timestamp.h"
#include "p1/value.h"

/**
 * Walks through a list of dated numbers. Three objects have this form, and one walk reads them all:
 *
 * - the power failures, `1-0:99.97.0(2)(0-0:96.7.19)(end)(240*s)(end)(301*s)` (DSMR 5.0.2 P1, 6.12);
 * - the peaks of the last months in Belgium, `0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(month)(when)(3.332*kW)` (e-MUCS P1, 6);
 * - the month's end in Hungary, `0-0:98.1.0(time)(663.924*kWh)(383.623*kWh)…`.
 *
 * So: a number before any time and before the codes is the count, a code is skipped, and each further number has the
 * last time stamp before it.
 */
typedef struct {
    uint32_t at;
    bool started;
    bool broken;
    /** How many entries the meter announced; 0 where it does not say. */
    uint32_t announced;
    /** Of the entry: its time in seconds since 1970, 0 for none. */
    uint32_t time;
    /** Of the entry: the number without its decimal point. */
    int64_t value;
    uint8_t decimals;
    p1_unit_t unit;
    /** Of the entry: where the spelling of an "other" unit begins and ends in the groups. */
    uint32_t unit_from;
    uint32_t unit_to;
} p1_dated_list_t;

/** Makes a new `DatedList` at `self`. */
TS_SHARED void p1_dated_list_init(p1_dated_list_t *self);

/** Begins a walk. */
TS_SHARED void p1_dated_list_start(p1_dated_list_t *self);

/** Whether the walk ended because a group can't be read. */
TS_SHARED bool p1_dated_list_failed(p1_dated_list_t *self);

/** Goes to the next entry of `groups`; false at the end. */
TS_SHARED bool p1_dated_list_next(p1_dated_list_t *self, ts_bytes groups);
