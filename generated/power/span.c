/* Made by ts2c from ts/power/span.ts: change that file, not this one. */

#include "power/span.h"

#define NOTHING 65535

#define FINE 32768

#define COARSE 32

static inline uint32_t packed(uint32_t watts);
static inline uint32_t unpacked(uint32_t kept);
static inline void power_flow_init(power_flow_t *self);
static inline void power_span_close(power_span_t *self);

/** Watts as they are kept. */
static inline uint32_t packed(uint32_t watts)
{
    return watts < FINE ? watts : FINE + ts_min_u32((watts - FINE) / COARSE, (uint32_t)(NOTHING - FINE - 1));
}

static inline uint32_t unpacked(uint32_t kept)
{
    return kept < FINE ? kept : FINE + ts_min_u32(kept - FINE, (uint32_t)(NOTHING - FINE - 1)) * COARSE;
}

/** Makes a new `Flow` at `self`. */
static inline void power_flow_init(power_flow_t *self)
{
    memset(self, 0, sizeof(*self));
}

void power_flow_start(power_flow_t *self)
{
    ts_span_u16_fill((ts_span_u16){.data = self->kept, .length = 360}, NOTHING, 0, 4294967295u);
    self->sum = 0;
}

void power_flow_take(power_flow_t *self, uint32_t watts)
{
    self->sum = (uint32_t)ts_clamp((int64_t)self->sum + watts, 0, INT64_C(4294967295));
}

void power_flow_close(power_flow_t *self, uint16_t place, uint32_t count)
{
    self->kept[place] = (uint16_t)(count == 0u ? NOTHING : packed(ts_min_u32(self->sum / count, POWER_MOST_WATTS)));
    self->sum = 0;
}

void power_flow_repeat(power_flow_t *self, uint16_t place)
{
    self->kept[place] = self->kept[place == 0 ? POWER_STEPS - 1 : place - 1];
}

int32_t power_flow_at(power_flow_t *self, uint16_t place)
{
    const uint32_t kept = self->kept[place];
    return kept == NOTHING ? -1 : (int32_t)unpacked(kept);
}

void power_span_init(power_span_t *self, uint32_t step_ms)
{
    memset(self, 0, sizeof(*self));
    power_flow_init(&self->drawn);
    power_flow_init(&self->given);
    self->step_ms = step_ms;
}

void power_span_start(power_span_t *self, uint32_t now)
{
    power_flow_start(&self->drawn);
    power_flow_start(&self->given);
    self->count = 0;
    self->heard_before = false;
    self->since = now;
}

void power_span_take(power_span_t *self, uint32_t drawn, uint32_t given)
{
    power_flow_take(&self->drawn, drawn);
    power_flow_take(&self->given, given);
    self->count = self->count + 1u;
}

void power_span_tick(power_span_t *self, uint32_t now)
{
    for (uint32_t i = 0; i < POWER_STEPS && now - self->since >= self->step_ms; i++) {
        power_span_close(self);
        self->since = self->since + self->step_ms;
    }
    if (now - self->since >= self->step_ms) {
        power_span_start(self, now);
    }
}

static inline void power_span_close(power_span_t *self)
{
    const bool heard = self->count > 0u;
    power_flow_close(&self->drawn, self->place, self->count);
    power_flow_close(&self->given, self->place, self->count);
    if (!heard && self->heard_before) {
        // A meter that sends at the pace of the steps misses one now and then, by a hair.
        power_flow_repeat(&self->drawn, self->place);
        power_flow_repeat(&self->given, self->place);
    }
    self->heard_before = heard;
    self->count = 0;
    self->place = (uint16_t)(self->place == POWER_STEPS - 1 ? 0 : self->place + 1);
    self->closed = self->closed + 1u;
}

uint16_t power_span_place_of(power_span_t *self, uint16_t index_)
{
    const uint32_t place = (uint32_t)(self->place + index_);
    return (uint16_t)(place >= POWER_STEPS ? place - POWER_STEPS : place);
}

uint32_t power_span_age(power_span_t *self, uint32_t now)
{
    return now - self->since;
}
