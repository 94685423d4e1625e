/* Made by ts2c from ts/meter/mbus.ts: change that file, not this one. */

#include "meter/mbus.h"

#define CHANNELS 16

#define MBUS 24

#define GAS 3

#define OTHER 0

static inline void meter_mbus_take_type(meter_mbus_t *self, p1_staged_reading_t *reading);
static inline void meter_mbus_take_reading(meter_mbus_t *self, p1_staged_reading_t *reading);

void meter_mbus_init(meter_mbus_t *self)
{
    memset(self, 0, sizeof(*self));
}

void meter_mbus_take(meter_mbus_t *self, p1_staging_t *staging)
{
    ts_span_u8_fill((ts_span_u8){.data = self->typed, .length = 16}, 0, 0, 4294967295u);
    ts_span_u8_fill((ts_span_u8){.data = self->present, .length = 16}, 0, 0, 4294967295u);
    for (uint32_t i = 0; i < staging->count && true; i++) {
        p1_staged_reading_t *const reading = &staging->readings[i];
        const uint32_t code = reading->code;
        if (p1_medium(code) != 0 || p1_quantity(code) != MBUS || reading->kind != P1_READING_KIND_NUMBER) {
            continue;
        }
        if (p1_is_mbus_reading(code)) {
            meter_mbus_take_reading(self, reading);
        } else if (p1_measurement(code) == 1 && p1_tariff(code) == 0 && reading->decimals == 0) {
            meter_mbus_take_type(self, reading);
        }
    }
}

static inline void meter_mbus_take_type(meter_mbus_t *self, p1_staged_reading_t *reading)
{
    const uint32_t at = p1_channel(reading->code);
    const uint32_t type = (uint32_t)(reading->value >= 0 && reading->value <= 255 ? (int32_t)reading->value : OTHER);
    self->media[at] = meter_find_medium((uint8_t)type);
    self->typed[at] = 1;
}

static inline void meter_mbus_take_reading(meter_mbus_t *self, p1_staged_reading_t *reading)
{
    const uint32_t at = p1_channel(reading->code);
    self->present[at] = 1;
    self->times[at] = reading->time;
    if (self->typed[at] == 0) {
        // Without a device type, cubic metres are gas: so do meters before DSMR 4, and so did the original.
        self->media[at] = meter_find_medium((uint8_t)(reading->unit == P1_UNIT_M3 ? GAS : OTHER));
    }
}

uint8_t meter_mbus_medium_of(meter_mbus_t *self, uint8_t at)
{
    return self->media[at];
}

bool meter_mbus_is_meter(meter_mbus_t *self, uint8_t at)
{
    for (uint32_t other = 0; other < CHANNELS; other++) {
        if (other == at || self->present[other] == 0 || self->media[other] != self->media[at]) {
            continue;
        }
        if (self->times[other] > self->times[at] || (self->times[other] == self->times[at] && other < at)) {
            return false;
        }
    }
    return true;
}
