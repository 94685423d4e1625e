/* Made by ts2c from ts/publish/availability.ts: change that file, not this one. */

#include "publish/availability.h"

static const uint8_t ONLINE[6] = {
    111, 110, 108, 105, 110, 101,
};

static const uint8_t OFFLINE[7] = {
    111, 102, 102, 108, 105, 110, 101,
};

void publish_availability_init(publish_availability_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->device, (ts_span_u8){.data = self->device_buffer, .length = 96});
    ts2c_writer_init(&self->meter, (ts_span_u8){.data = self->meter_buffer, .length = 96});
    self->settings = settings;
}

void publish_availability_prepare(publish_availability_t *self)
{
    self->shown = !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
    ts2c_writer_clear(&self->device);
    ts2c_writer_clear(&self->meter);
    if (self->shown) {
        ts2c_writer_bytes(&self->device, simulator_root_topic(self->settings));
        ts2c_writer_text(&self->device, TS_TEXT("/availability/device"));
        ts2c_writer_bytes(&self->meter, simulator_root_topic(self->settings));
        ts2c_writer_text(&self->meter, TS_TEXT("/availability/meter"));
    }
    p1_broker_last_will(ts2c_writer_view(&self->device), (ts_bytes){.data = OFFLINE, .length = 7});
}

void publish_availability_renew(publish_availability_t *self)
{
    self->device_due = self->shown;
    self->meter_due = self->shown;
}

bool publish_availability_tick(publish_availability_t *self, bool meter_online)
{
    if (self->meter_online != meter_online) {
        self->meter_online = meter_online;
        self->meter_due = self->shown;
    }
    if (self->meter_due && !p1_broker_publish(ts2c_writer_view(&self->meter), meter_online ? (ts_bytes){.data = ONLINE, .length = 6} : (ts_bytes){.data = OFFLINE, .length = 7}, true, 1)) {
        return false;
    }
    self->meter_due = false;
    if (self->device_due && !p1_broker_publish(ts2c_writer_view(&self->device), (ts_bytes){.data = ONLINE, .length = 6}, true, 1)) {
        return false;
    }
    self->device_due = false;
    return true;
}

void publish_availability_leave(publish_availability_t *self)
{
    if (self->shown) {
        (void)p1_broker_publish(ts2c_writer_view(&self->device), (ts_bytes){.data = OFFLINE, .length = 7}, true, 1);
    }
}
