/* Made by ts2c from ts/simulator/sender.ts: change that file, not this one. */

#include "simulator/sender.h"

static uint16_t simulator_sender_period(simulator_sender_t *self);

void simulator_sender_init(simulator_sender_t *self, settings_settings_t *settings, publish_device_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    simulator_simulator_init(&self->simulator);
    self->settings = settings;
    self->counters = counters;
}

void simulator_sender_start(simulator_sender_t *self, uint32_t seed, uint32_t now)
{
    simulator_simulator_seed(&self->simulator, seed);
    self->sent_at = now - (uint32_t)(simulator_sender_period(self) * 1000);
}

static uint16_t simulator_sender_period(simulator_sender_t *self)
{
    return (uint16_t)ts_max_u32(1, ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PERIOD), 3600));
}

bool simulator_sender_tick(simulator_sender_t *self, uint32_t now)
{
    const uint32_t period = simulator_sender_period(self);
    if (!settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SIMULATOR) || now - self->sent_at < period * 1000u) {
        return false;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const uint32_t late = now - self->sent_at;
    self->sent_at = late < period * 2000u ? self->sent_at + period * 1000u : now;
    const ts_bytes telegram = simulator_simulator_next(&self->simulator, simulator_profile_at(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PROFILE)), (uint16_t)period, p1_clock_utc());
    self->counters->simulated = self->counters->simulated + 1u;
    if (p1_serial_write(telegram)) {
        self->counters->sent = self->counters->sent + 1u;
        return true;
    }
    p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The TX line is busy: a simulated telegram was left out."));
    return false;
}
