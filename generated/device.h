/* Made by ts2c from ts/device.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/clock.h"
#include "platform/http.h"
#include "platform/names.h"
#include "platform/network.h"
#include "platform/settings.h"
#include "platform/system.h"
#include "platform/sockets.h"
#include "platform/update.h"
#include "configuration.h"
#include "counts.h"
#include "home-assistant/discovery.h"
#include "home-assistant/entity.h"
#include "lights/lights.h"
#include "meter/guard.h"
#include "meter/line-search.h"
#include "meter/meter.h"
#include "meter/meter-time.h"
#include "meter/presence.h"
#include "network/network.h"
#include "splitter/port.h"
#include "splitter/splitter.h"
#include "power/power.h"
#include "p1/staging.h"
#include "p1/telegram.h"
#include "publish/availability.h"
#include "publish/commands.h"
#include "portal/answers.h"
#include "portal/firmware.h"
#include "portal/forms.h"
#include "portal/last-telegram.h"
#include "portal/lists.h"
#include "portal/login.h"
#include "portal/password.h"
#include "portal/portal.h"
#include "portal/response.h"
#include "portal/setting-form.h"
#include "portal/streams.h"
#include "portal/status.h"
#include "publish/connection.h"
#include "publish/history.h"
#include "publish/message.h"
#include "publish/publisher.h"
#include "publish/publishing.h"
#include "publish/counters.h"
#include "publish/statistics.h"
#include "report.h"
#include "restart.h"
#include "settings/keys.h"
#include "settings/keeper.h"
#include "settings/settings.h"
#include "simulator/sender.h"
#include "update/installation.h"
#include "update/trial.h"

/** All state of the device. */
typedef struct {
    settings_settings_t settings;
    settings_keeper_t keeper;
    publish_device_counters_t counters;
    p1_telegram_reader_t reader;
    settings_keys_t keys;
    splitter_splitter_t splitter;
    splitter_telegram_port_t telegram_port;
    simulator_sender_t sender;
    lights_lights_t lights;
    restart_restart_t restart;
    report_report_t report;
    network_network_t network;
    publish_availability_t availability;
    publish_connection_t connection;
    publish_commands_t commands;
    publish_message_t message;
    meter_meter_t meter;
    meter_guard_t guard;
    meter_presence_t presence;
    meter_meter_time_t meter_time;
    meter_line_search_t line;
    publish_publisher_t publisher;
    publish_history_t history;
    counts_counts_t counts;
    update_trial_t trial;
    publish_statistics_t statistics;
    home_assistant_entity_t entity;
    home_assistant_discovery_t discovery;
    publish_publishing_t publishing;
    configuration_configuration_t configuration;
    portal_status_report_t status;
    portal_response_t response;
    portal_password_t password;
    portal_login_t login;
    portal_forms_t forms;
    portal_setting_form_t form;
    portal_last_telegram_t telegram;
    power_power_t power;
    portal_lists_t lists;
    portal_answers_t answers;
    portal_streams_t streams;
    update_installation_t installation;
    portal_firmware_t firmware;
    portal_portal_t portal;
    /** Whether bytes arrived since the last silence, and when the last of them did. */
    bool hearing;
    uint32_t heard_at;
} device_device_t;

/** Runs the module's top-level code. */
void device_module_init(void);

/** From somebody who has the device in his hands: the console, or whoever starts the desk. */
settings_setting_result_t device_device_configure(device_device_t *self, ts_bytes name, ts_bytes value);

void device_device_power_up(device_device_t *self);

void device_device_take_bytes(device_device_t *self, ts_bytes bytes);

void device_device_tick(device_device_t *self);

void device_device_take_network(device_device_t *self, platform_network_event_t event);

/** Takes leave of the broker, before the power goes. */
void device_device_leave(device_device_t *self);

/**
 * Sets one setting, by name, from text; before {@link start}, or while the device runs and keeps it. The log says why a value is not
 * allowed.
 */
settings_setting_result_t device_configure(ts_bytes name, ts_bytes value);

/** Power-up: to be called once, after the settings were handed in. */
void device_start(void);

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
void device_on_serial(ts_bytes bytes);

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
void device_on_tick(void);

/** The answer to `network.join` or `network.scan`, or the network was lost. */
void device_on_network(platform_network_event_t event);

/** The answer to `names.lookUp`; `address` is the IPv4 address as a number, 0 where nobody answered. */
void device_on_names(platform_names_event_t event, uint32_t address);

/** A request to the HTTP server: `fields` and `length` are as `portal/request.ts` says. The driver may reuse the bytes when this returns. */
void device_on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length);

/** What follows a request; `bytes` belong to the event `body`. */
void device_on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes);

/** The answer to `passwords.derive`: its 32 bytes; none where that failed. */
void device_on_derived(ts_bytes hash);

/** The answer to `settings.write`. */
void device_on_settings(platform_settings_event_t event);

/** The answer to a call of the update driver. */
void device_on_update(platform_update_event_t event);

/** The answer to `broker.connect`, or a connection was lost. */
void device_on_broker(platform_broker_event_t event);

/** Something happened at the port for telegrams. */
void device_on_sockets(platform_sockets_event_t event);

/** The broker has acknowledged the message to which `broker.deliver` gave that number. */
void device_on_delivered(uint16_t id);

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
void device_on_message(ts_bytes topic, ts_bytes payload, bool retained);

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
void device_stop(void);

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
uint32_t device_counter(counts_counter_t which);
