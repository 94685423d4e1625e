/* Made by ts2c from ts/counts.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/guard.h"
#include "meter/meter-time.h"
#include "meter/presence.h"
#include "p1/counters.h"
#include "publish/counters.h"

/**
 * What the device counts since start: telegrams with a right CRC; telegrams written to the TX line; publications;
 * telegrams that were refused; lines of good telegrams that gave no reading; telegrams that the simulator made; totals that
 * were held back because they can't be; how often the meter fell silent; quarter hours that fell out of the history;
 * telegrams of the meter that were repeated on the second port.
 */
typedef enum TS_NARROW {
    COUNTS_COUNTER_RECEIVED,
    COUNTS_COUNTER_SENT,
    COUNTS_COUNTER_PUBLISHED,
    COUNTS_COUNTER_ERRORS,
    COUNTS_COUNTER_SKIPPED_LINES,
    COUNTS_COUNTER_SIMULATED,
    COUNTS_COUNTER_HELD_BACK,
    COUNTS_COUNTER_SILENCES,
    COUNTS_COUNTER_HISTORY_LOST,
    COUNTS_COUNTER_REPEATED,
} counts_counter_t;

/** The counters, wherever they are kept. */
typedef struct {
    p1_counters_t *telegrams;
    publish_device_counters_t *counters;
    meter_guard_t *guard;
    meter_presence_t *presence;
    meter_meter_time_t *meter_time;
} counts_counts_t;

/** Makes a new `Counts` at `self`. */
TS_SHARED void counts_counts_init(counts_counts_t *self, p1_counters_t *telegrams, publish_device_counters_t *counters, meter_guard_t *guard, meter_presence_t *presence, meter_meter_time_t *meter_time);

TS_SHARED uint32_t counts_counts_count(counts_counts_t *self, counts_counter_t which);
