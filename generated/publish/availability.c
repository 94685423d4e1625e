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
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->buffer, .length = 96});
    self->settings = settings;
}

void publish_availability_prepare(publish_availability_t *self)
{
    ts2c_writer_clear(&self->topic);
    ts2c_writer_bytes(&self->topic, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ROOT_TOPIC));
    ts2c_writer_text(&self->topic, TS_TEXT("/availability/device"));
    p1_broker_last_will(ts2c_writer_view(&self->topic), (ts_bytes){.data = OFFLINE, .length = 7});
}

void publish_availability_renew(publish_availability_t *self)
{
    self->due = true;
}

bool publish_availability_tick(publish_availability_t *self)
{
    if (self->due && !p1_broker_publish(ts2c_writer_view(&self->topic), (ts_bytes){.data = ONLINE, .length = 6}, true, 1)) {
        return false;
    }
    self->due = false;
    return true;
}

void publish_availability_leave(publish_availability_t *self)
{
    (void)p1_broker_publish(ts2c_writer_view(&self->topic), (ts_bytes){.data = OFFLINE, .length = 7}, true, 1);
}
