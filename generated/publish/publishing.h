/* Made by ts2c from ts/publish/publishing.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/log.h"
#include "home-assistant/discovery.h"
#include "lights/lights.h"
#include "meter/presence.h"
#include "restart.h"
#include "publish/availability.h"
#include "publish/commands.h"
#include "publish/connection.h"
#include "publish/history.h"
#include "publish/publisher.h"
#include "publish/statistics.h"

/** The device's side of MQTT. */
typedef struct {
    lights_lights_t *lights;
    restart_restart_t *restart;
    meter_presence_t *presence;
    publish_connection_t *connection;
    publish_availability_t *availability;
    publish_commands_t *commands;
    publish_publisher_t *publisher;
    publish_statistics_t *statistics;
    publish_history_t *history;
    home_assistant_discovery_t *discovery;
} publish_publishing_t;

/** Makes a new `Publishing` at `self`. */
TS_SHARED void publish_publishing_init(publish_publishing_t *self, lights_lights_t *lights, restart_restart_t *restart, meter_presence_t *presence, publish_connection_t *connection, publish_availability_t *availability, publish_commands_t *commands, publish_publisher_t *publisher, publish_statistics_t *statistics, publish_history_t *history, home_assistant_discovery_t *discovery);

/** The network came or went. */
TS_SHARED void publish_publishing_network(publish_publishing_t *self, bool up);

TS_SHARED bool publish_publishing_is_connected(publish_publishing_t *self);

/** A setting of the connection changed, or the power is about to go. */
TS_SHARED void publish_publishing_drop(publish_publishing_t *self);

TS_SHARED void publish_publishing_on_broker(publish_publishing_t *self, platform_broker_event_t event, uint32_t now);

TS_SHARED void publish_publishing_on_delivered(publish_publishing_t *self, uint16_t id, uint32_t now);

TS_SHARED void publish_publishing_on_message(publish_publishing_t *self, ts_bytes topic, ts_bytes payload, bool retained, uint32_t now);

/** Another meter speaks from now on: the real one and the simulated one share nothing. */
TS_SHARED void publish_publishing_forget_meter(publish_publishing_t *self);

/** Publishes what is due. */
TS_SHARED void publish_publishing_send(publish_publishing_t *self, uint32_t now);
