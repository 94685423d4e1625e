/* Made by ts2c from ts/meter/presence.ts: change that file, not this one. */

#include "meter/presence.h"

#define SHORTEST_MS 1000

#define FIRST_MS_IN_METER_PRESENCE 10000

#define LONGEST_MS_IN_METER_PRESENCE 3600000

#define INTERVALS 4

static inline uint32_t meter_presence_limit(meter_presence_t *self);
static uint32_t meter_presence_period(meter_presence_t *self);

void meter_presence_init(meter_presence_t *self)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->buffer, .length = 192});
}

void meter_presence_start(meter_presence_t *self, uint32_t now)
{
    self->since = now;
}

bool meter_presence_is_online(meter_presence_t *self)
{
    return self->online;
}

bool meter_presence_is_silent(meter_presence_t *self)
{
    return self->silent;
}

bool meter_presence_was_there(meter_presence_t *self)
{
    return self->had_telegram;
}

uint32_t meter_presence_age(meter_presence_t *self, uint32_t now)
{
    return now - self->since;
}

void meter_presence_telegram(meter_presence_t *self, uint32_t now)
{
    if (self->had_telegram) {
        const uint32_t interval = ts_max_u32(SHORTEST_MS, ts_min_u32(now - self->since, LONGEST_MS_IN_METER_PRESENCE));
        self->intervals[self->known % INTERVALS] = interval;
        self->known = self->known + 1u;
    }
    if (self->silent) {
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The meter is back."));
    }
    self->had_telegram = true;
    self->online = true;
    self->silent = false;
    self->since = now;
}

void meter_presence_tick(meter_presence_t *self, uint32_t now)
{
    const uint32_t missed = now - self->since;
    if (self->silent || missed < meter_presence_limit(self)) {
        return;
    }
    self->online = false;
    self->silent = true;
    self->silences = self->silences + 1u;
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("No good telegram for "));
    ts2c_writer_int(&self->line, missed / 1000u);
    ts2c_writer_text(&self->line, self->had_telegram ? TS_TEXT(" seconds: the meter's readings are old. Check the cable.") : TS_TEXT(" seconds since the start. Check the cable, and with the grid operator that the P1 port is open."));
    p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
}

/** How many milliseconds without a telegram are silence: 3.5 periods. */
static inline uint32_t meter_presence_limit(meter_presence_t *self)
{
    const uint32_t period = meter_presence_period(self);
    return period * 3u + (uint32_t)((int32_t)period >> 1);
}

/** The milliseconds between two telegrams of this meter. */
static uint32_t meter_presence_period(meter_presence_t *self)
{
    uint32_t shortest = LONGEST_MS_IN_METER_PRESENCE;
    for (uint32_t i = 0; i < self->known && i < INTERVALS; i++) {
        shortest = ts_max_u32(SHORTEST_MS, ts_min_u32(self->intervals[i], shortest));
    }
    return self->known == 0u ? FIRST_MS_IN_METER_PRESENCE : shortest;
}
