/* Made by ts2c from ts/publish/message.ts: change that file, not this one. */

#include "publish/message.h"

static inline uint32_t publish_message_qos(publish_message_t *self);

void publish_message_init(publish_message_t *self, settings_settings_t *settings, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->topic_buffer, .length = 192});
    self->settings = settings;
    self->payload = &scratch->out;
}

void publish_message_begin(publish_message_t *self)
{
    publish_message_begin_below(self, simulator_root_topic(self->settings));
}

void publish_message_begin_below(publish_message_t *self, ts_bytes root)
{
    ts2c_writer_clear(&self->topic);
    ts2c_writer_clear(self->payload);
    ts2c_writer_bytes(&self->topic, root);
    ts2c_writer_text(&self->topic, TS_TEXT("/"));
}

bool publish_message_complete(publish_message_t *self)
{
    return !ts2c_writer_full(&self->topic) && !ts2c_writer_full(self->payload);
}

bool publish_message_send(publish_message_t *self)
{
    const bool retain = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_RETAIN) && !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
    return p1_broker_publish(ts2c_writer_view(&self->topic), ts2c_writer_view(self->payload), retain, (uint8_t)publish_message_qos(self));
}

bool publish_message_send_retained(publish_message_t *self)
{
    return p1_broker_publish(ts2c_writer_view(&self->topic), ts2c_writer_view(self->payload), true, (uint8_t)publish_message_qos(self));
}

static inline uint32_t publish_message_qos(publish_message_t *self)
{
    return settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL) ? 0u : ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_QOS), 2);
}
