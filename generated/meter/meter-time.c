/* Made by ts2c from ts/meter/meter-time.ts: change that file, not this one. */

#include "meter/meter-time.h"

void meter_meter_time_init(meter_meter_time_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
}

void meter_meter_time_take(meter_meter_time_t *self, p1_staging_t *staging)
{
    const uint32_t meter = meter_meter_time(staging);
    const uint32_t device = (uint32_t)ts_clamp(p1_clock_utc(), 0, INT64_C(4294967295));
    self->known = meter != P1_NO_TIME && device != 0u;
    if (self->known) {
        self->ahead = (int64_t)meter - device;
    } else if (meter != P1_NO_TIME && !simulator_is_simulated(self->settings)) {
        p1_clock_assume(meter);
    }
}

bool meter_meter_time_is_known(meter_meter_time_t *self)
{
    return self->known;
}

int64_t meter_meter_time_seconds_ahead(meter_meter_time_t *self)
{
    return self->ahead;
}
