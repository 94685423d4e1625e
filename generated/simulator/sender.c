/* Made by ts2c from ts/simulator/sender.ts: change that file, not this one. */

#include "simulator/sender.h"

#define BURST 3

static inline uint32_t simulator_sender_period(simulator_sender_t *self);
static inline bool simulator_sender_send(simulator_sender_t *self, uint32_t seconds, simulator_fault_t fault);

void simulator_sender_init(simulator_sender_t *self, settings_settings_t *settings, publish_device_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    simulator_simulator_init(&self->simulator);
    simulator_noise_init(&self->noise);
    self->settings = settings;
    self->counters = counters;
}

void simulator_sender_start(simulator_sender_t *self, uint32_t seed, uint32_t now)
{
    simulator_simulator_seed(&self->simulator, seed);
    simulator_noise_seed(&self->noise, seed);
    self->sent_at = now - simulator_sender_period(self) * 1000u;
}

static inline uint32_t simulator_sender_period(simulator_sender_t *self)
{
    return ts_max_u32(1, ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PERIOD), 3600));
}

bool simulator_sender_tick(simulator_sender_t *self, uint32_t now)
{
    const uint32_t period = simulator_sender_period(self);
    if (!simulator_is_simulated(self->settings) || now - self->sent_at < period * 1000u) {
        return false;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const uint32_t late = now - self->sent_at;
    self->sent_at = late < period * 2000u ? self->sent_at + period * 1000u : now;
    const simulator_fault_t fault = simulator_fault_at(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SIMULATOR_FAULT));
    if (fault == SIMULATOR_FAULT_SILENCE) {
        return false;
    }
    if (fault == SIMULATOR_FAULT_NOISE) {
        (void)p1_serial_write(simulator_noise_next(&self->noise));
    }
    bool sent = simulator_sender_send(self, period, fault);
    for (uint32_t more = 1; more < BURST && fault == SIMULATOR_FAULT_BURST; more++) {
        sent = simulator_sender_send(self, 0, fault) && sent;
    }
    if (!sent) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The TX line is busy: a simulated telegram was left out."));
    }
    return sent;
}

/** Sends the telegram that follows `seconds` after the one before. */
static inline bool simulator_sender_send(simulator_sender_t *self, uint32_t seconds, simulator_fault_t fault)
{
    const ts_bytes telegram = simulator_simulator_next(&self->simulator, simulator_profile_at(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PROFILE)), (uint16_t)seconds, p1_clock_utc());
    self->counters->simulated = self->counters->simulated + 1u;
    if (fault == SIMULATOR_FAULT_CRC) {
        simulator_simulator_spoil(&self->simulator);
    }
    const ts_bytes bytes = fault == SIMULATOR_FAULT_CUT ? ts_bytes_subarray(telegram, 0, (int32_t)telegram.length >> 1) : telegram;
    const bool sent = p1_serial_write(bytes);
    if (sent) {
        self->counters->sent = self->counters->sent + 1u;
    }
    return sent;
}
