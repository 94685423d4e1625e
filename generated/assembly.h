/* Made by ts2c from ts/assembly.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/network.h"
#include "platform/system.h"
#include "button.h"
#include "configuration.h"
#include "console/console.h"
#include "console/improv.h"
#include "console/overview.h"
#include "counts.h"
#include "factory-reset.h"
#include "home-assistant/discovery.h"
#include "home-assistant/entity.h"
#include "home-assistant/identity.h"
#include "lights/lights.h"
#include "meter/guard.h"
#include "meter/line-search.h"
#include "meter/meter.h"
#include "meter/meter-time.h"
#include "meter/presence.h"
#include "neighbours/syslog.h"
#include "network/access-point.h"
#include "network/last-resort.h"
#include "network/network.h"
#include "network/own-name.h"
#include "splitter/port.h"
#include "splitter/splitter.h"
#include "power/power.h"
#include "p1/staging.h"
#include "p1/telegram.h"
#include "publish/availability.h"
#include "publish/commands.h"
#include "portal/answers.h"
#include "portal/certificates.h"
#include "portal/firmware.h"
#include "portal/forms.h"
#include "portal/lists.h"
#include "portal/login.h"
#include "portal/password.h"
#include "portal/portal.h"
#include "portal/response.h"
#include "portal/setting-form.h"
#include "portal/streams.h"
#include "portal/status.h"
#include "portal/wifi-form.h"
#include "publish/connection.h"
#include "publish/history.h"
#include "publish/message.h"
#include "publish/publisher.h"
#include "publish/publishing.h"
#include "publish/counters.h"
#include "publish/statistics.h"
#include "report.h"
#include "restart.h"
#include "scratch.h"
#include "settings/fallback.h"
#include "settings/last-good.h"
#include "settings/keys.h"
#include "settings/keeper.h"
#include "settings/settings.h"
#include "simulator/sender.h"
#include "simulator/simulated.h"
#include "update/installation.h"
#include "update/manifest.h"
#include "update/note.h"
#include "update/pull.h"
#include "update/trial.h"

/** All state of the device. */
typedef struct {
    scratch_scratch_t scratch;
    settings_settings_t settings;
    settings_last_good_t last_network;
    settings_last_good_t last_broker;
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
    network_access_point_t access_point;
    network_own_name_t own_name;
    network_network_t network;
    neighbours_syslog_t syslog;
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
    update_note_t note;
    update_trial_t trial;
    publish_statistics_t statistics;
    home_assistant_identity_t identity;
    home_assistant_entity_t entity;
    home_assistant_discovery_t discovery;
    publish_publishing_t publishing;
    settings_fallback_t fallback;
    configuration_configuration_t configuration;
    portal_response_t response;
    portal_password_t password;
    portal_login_t login;
    portal_certificates_t certificates;
    portal_wifi_form_t wifi_form;
    portal_forms_t forms;
    update_installation_t installation;
    update_manifest_t manifest;
    update_pull_t pull;
    portal_status_report_t status;
    portal_setting_form_t form;
    power_power_t power;
    portal_lists_t lists;
    portal_answers_t answers;
    portal_streams_t streams;
    network_last_resort_t last_resort;
    portal_firmware_t firmware;
    portal_portal_t portal;
    factory_reset_factory_reset_t factory_reset;
    console_overview_t overview;
    console_improv_t improv;
    console_console_t console;
    button_button_t button;
    /** Whether bytes arrived since the last silence, and when the last of them did. */
    bool hearing;
    /** Whether what speaks is the built-in meter. */
    bool simulated;
    uint32_t heard_at;
} assembly_device_t;

/** Makes a new `Device` at `self`. */
TS_SHARED void assembly_device_init(assembly_device_t *self);

/** From somebody who has the device in his hands: the console, or whoever starts the desk. */
TS_SHARED settings_setting_result_t assembly_device_configure(assembly_device_t *self, ts_bytes name, ts_bytes value);

TS_SHARED void assembly_device_power_up(assembly_device_t *self);

TS_SHARED void assembly_device_take_bytes(assembly_device_t *self, ts_bytes bytes);

TS_SHARED void assembly_device_tick(assembly_device_t *self);

TS_SHARED void assembly_device_take_network(assembly_device_t *self, platform_network_event_t event);

/** Takes leave of the broker, before the power goes. */
TS_SHARED void assembly_device_leave(assembly_device_t *self);
