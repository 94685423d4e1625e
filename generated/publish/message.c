/* Made by ts2c from ts/publish/message.ts: change that file, not this one. */

#include "publish/message.h"

void publish_message_init(publish_message_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->topic_buffer, .length = 192});
    ts2c_writer_init(&self->payload, (ts_span_u8){.data = self->payload_buffer, .length = 12800});
    self->settings = settings;
}

void publish_message_begin(publish_message_t *self)
{
    ts2c_writer_clear(&self->topic);
    ts2c_writer_clear(&self->payload);
    ts2c_writer_bytes(&self->topic, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ROOT_TOPIC));
    ts2c_writer_text(&self->topic, TS_TEXT("/"));
}

bool publish_message_complete(publish_message_t *self)
{
    return !ts2c_writer_full(&self->topic) && !ts2c_writer_full(&self->payload);
}

bool publish_message_send(publish_message_t *self)
{
    return p1_broker_publish(ts2c_writer_view(&self->topic), ts2c_writer_view(&self->payload), false, 0);
}
