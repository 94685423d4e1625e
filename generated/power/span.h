/* Made by ts2c from ts/power/span.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** One direction: from the grid, or to it. */
typedef struct {
    uint16_t kept[360];
    /** What was heard in the step that runs. */
    uint32_t sum;
} power_flow_t;

/** The steps of one span. */
typedef struct {
    uint32_t step_ms;
    power_flow_t drawn;
    power_flow_t given;
    /** Where the next step is kept: the oldest one is there. */
    uint16_t place;
    /** How many steps are over; it goes round. */
    uint32_t closed;
    /** When the step began that runs, how many values were heard in it, and whether any was in the one before. */
    uint32_t since;
    uint32_t count;
    bool heard_before;
} power_span_t;

/** How many steps a span has: an hour of 10 s, a day of 4 min. */
#define POWER_STEPS 360

/** The most that is told apart, in watts. */
#define POWER_MOST_WATTS 1081280

TS_SHARED void power_flow_start(power_flow_t *self);

TS_SHARED void power_flow_take(power_flow_t *self, uint32_t watts);

/** Ends a step in which so many values were heard. */
TS_SHARED void power_flow_close(power_flow_t *self, uint16_t place, uint32_t count);

/** Gives a step the value of the one before. */
TS_SHARED void power_flow_repeat(power_flow_t *self, uint16_t place);

/** The mean of a step; −1 where nothing was heard. */
TS_SHARED int32_t power_flow_at(power_flow_t *self, uint16_t place);

/** Makes a new `Span` at `self`. */
TS_SHARED void power_span_init(power_span_t *self, uint32_t step_ms);

/** Nothing is known. */
TS_SHARED void power_span_start(power_span_t *self, uint32_t now);

TS_SHARED void power_span_take(power_span_t *self, uint32_t drawn, uint32_t given);

/** Ends the steps that are over. After a pause that is longer than the span nothing is left of it. */
TS_SHARED void power_span_tick(power_span_t *self, uint32_t now);

/** Where the step is kept that is `index` behind the oldest. */
TS_SHARED uint16_t power_span_place_of(power_span_t *self, uint16_t index_);

/** Milliseconds since the last step ended. */
TS_SHARED uint32_t power_span_age(power_span_t *self, uint32_t now);
