/* Made by ts2c from ts/home-assistant/identity.ts: change that file, not this one. */

#include "home-assistant/identity.h"

void home_assistant_identity_init(home_assistant_identity_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->birth, (ts_span_u8){.data = self->birth_buffer, .length = 96});
    self->settings = settings;
}

void home_assistant_identity_adopt(home_assistant_identity_t *self)
{
    const ts_bytes prefix = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_DISCOVERY_PREFIX);
    ts2c_writer_clear(&self->birth);
    ts2c_writer_bytes(&self->birth, prefix);
    ts2c_writer_text(&self->birth, TS_TEXT("/status"));
    self->prefix_length = (uint8_t)ts_min_u32(prefix.length, 64);
    self->simulated = simulator_is_simulated(self->settings);
}

bool home_assistant_identity_is_current(home_assistant_identity_t *self)
{
    return self->simulated == simulator_is_simulated(self->settings) && bytes_same_bytes(home_assistant_identity_prefix(self), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_DISCOVERY_PREFIX));
}

ts_bytes home_assistant_identity_prefix(home_assistant_identity_t *self)
{
    return ts_bytes_subarray(ts2c_writer_view(&self->birth), 0, self->prefix_length);
}

ts_bytes home_assistant_identity_birth_topic(home_assistant_identity_t *self)
{
    return ts2c_writer_view(&self->birth);
}

void home_assistant_identity_write_device_id(home_assistant_identity_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, self->simulated ? TS_TEXT("p1_meter_simulated_") : TS_TEXT("p1_meter_"));
    chip_id_write_chip_id(out);
}
