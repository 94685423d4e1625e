/* Made by ts2c from ts/publish/publishing.ts: change that file, not this one. */

#include "publish/publishing.h"

static inline void publish_publishing_resend(publish_publishing_t *self, uint32_t now);
static inline void publish_publishing_show(publish_publishing_t *self, bool flows);

void publish_publishing_init(publish_publishing_t *self, lights_lights_t *lights, restart_restart_t *restart, meter_presence_t *presence, publish_connection_t *connection, publish_availability_t *availability, publish_commands_t *commands, publish_publisher_t *publisher, publish_statistics_t *statistics, publish_history_t *history, home_assistant_discovery_t *discovery)
{
    memset(self, 0, sizeof(*self));
    self->lights = lights;
    self->restart = restart;
    self->presence = presence;
    self->connection = connection;
    self->availability = availability;
    self->commands = commands;
    self->publisher = publisher;
    self->statistics = statistics;
    self->history = history;
    self->discovery = discovery;
}

void publish_publishing_network(publish_publishing_t *self, bool up)
{
    lights_lights_show_network(self->lights, up);
    publish_connection_network(self->connection, up);
    publish_publishing_show(self, true);
}

bool publish_publishing_is_connected(publish_publishing_t *self)
{
    return publish_connection_connected(self->connection);
}

void publish_publishing_drop(publish_publishing_t *self)
{
    publish_connection_drop(self->connection);
    publish_publishing_show(self, true);
}

void publish_publishing_on_broker(publish_publishing_t *self, platform_broker_event_t event, uint32_t now)
{
    if (publish_connection_on_event(self->connection, event, now)) {
        publish_availability_renew(self->availability);
        publish_commands_renew(self->commands);
        publish_history_renew(self->history, now);
        home_assistant_discovery_connect(self->discovery);
        publish_publishing_resend(self, now);
    }
    publish_publishing_send(self, now);
}

void publish_publishing_on_delivered(publish_publishing_t *self, uint16_t id, uint32_t now)
{
    publish_history_delivered(self->history, id, now);
    publish_publishing_send(self, now);
}

void publish_publishing_on_message(publish_publishing_t *self, ts_bytes topic, ts_bytes payload, bool retained, uint32_t now)
{
    home_assistant_discovery_on_message(self->discovery, topic, payload);
    switch (publish_commands_understand(self->commands, topic, payload, retained)) {
    case PUBLISH_COMMAND_RESEND:
        publish_publishing_resend(self, now);
        publish_publishing_send(self, now);
        break;
    case PUBLISH_COMMAND_RESTART:
        restart_restart_ask(self->restart, now);
        break;
    case PUBLISH_COMMAND_CANCEL:
        restart_restart_cancel(self->restart, now);
        break;
    case PUBLISH_COMMAND_IDENTIFY:
        lights_lights_show_scene(self->lights, LIGHTS_SCENE_IDENTIFY, now);
        break;
    case PUBLISH_COMMAND_NONE:
        break;
    default:
        break;
    }
}

void publish_publishing_forget_meter(publish_publishing_t *self)
{
    home_assistant_discovery_forget_meter(self->discovery);
    publish_history_forget_meter(self->history);
}

/** Everything is to be published at once. */
static inline void publish_publishing_resend(publish_publishing_t *self, uint32_t now)
{
    publish_publisher_renew(self->publisher, now);
    publish_statistics_renew(self->statistics, now);
}

void publish_publishing_send(publish_publishing_t *self, uint32_t now)
{
    if (!publish_connection_connected(self->connection)) {
        publish_publishing_show(self, true);
        return;
    }
    if (home_assistant_discovery_misses_states(self->discovery, now)) {
        publish_publishing_resend(self, now);
    }
    const bool flows = publish_availability_tick(self->availability, meter_presence_is_online(self->presence)) && publish_commands_tick(self->commands) && publish_publisher_tick(self->publisher, now) && publish_statistics_tick(self->statistics, now) && home_assistant_discovery_tick(self->discovery, now) && publish_history_tick(self->history, now);
    if (publish_history_is_stuck(self->history, now)) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The MQTT broker acknowledges nothing: the device connects anew."));
        publish_connection_drop(self->connection);
    }
    publish_publishing_show(self, flows);
}

static inline void publish_publishing_show(publish_publishing_t *self, bool flows)
{
    if (!publish_connection_connected(self->connection)) {
        lights_lights_show_broker(self->lights, LIGHTS_BROKER_LIGHT_NOT_CONNECTED);
    } else {
        lights_lights_show_broker(self->lights, flows ? LIGHTS_BROKER_LIGHT_CONNECTED : LIGHTS_BROKER_LIGHT_COULD_NOT_SEND);
    }
}
