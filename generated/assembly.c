/* Made by ts2c from ts/assembly.ts: change that file, not this one. */

#include "assembly.h"

static inline void assembly_device_take_outcome(assembly_device_t *self, uint32_t now);
static void assembly_device_take_telegram(assembly_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now);
static inline void assembly_device_watch_simulator(assembly_device_t *self, uint32_t now);
static inline lights_work_t assembly_device_work(assembly_device_t *self);

void assembly_device_init(assembly_device_t *self)
{
    memset(self, 0, sizeof(*self));
    scratch_scratch_init(&self->scratch);
    settings_settings_init(&self->settings);
    settings_last_good_init(&self->last_network, &self->settings, SETTINGS_GROUP_NETWORK, &self->scratch);
    settings_last_good_init(&self->last_broker, &self->settings, SETTINGS_GROUP_BROKER, &self->scratch);
    settings_keeper_init(&self->keeper, &self->settings, &self->scratch, &self->last_network, &self->last_broker);
    publish_device_counters_init(&self->counters);
    p1_telegram_reader_init(&self->reader);
    settings_keys_init(&self->keys, &self->settings);
    splitter_splitter_init(&self->splitter, &self->settings, &self->counters);
    splitter_telegram_port_init(&self->telegram_port, &self->settings);
    simulator_sender_init(&self->sender, &self->settings, &self->counters);
    lights_lights_init(&self->lights, &self->settings);
    restart_restart_init(&self->restart, &self->lights);
    report_report_init(&self->report);
    network_access_point_init(&self->access_point, &self->settings, &self->keeper);
    network_own_name_init(&self->own_name, &self->settings, &self->scratch);
    network_network_init(&self->network, &self->settings, &self->keeper, &self->access_point, &self->own_name, &self->scratch);
    neighbours_syslog_init(&self->syslog, &self->settings, &self->network, &self->scratch);
    publish_availability_init(&self->availability, &self->settings);
    publish_connection_init(&self->connection, &self->settings, &self->availability, &self->own_name);
    publish_commands_init(&self->commands, &self->settings);
    publish_message_init(&self->message, &self->settings, &self->scratch);
    meter_meter_init(&self->meter);
    meter_guard_init(&self->guard, &self->settings);
    meter_presence_init(&self->presence);
    meter_meter_time_init(&self->meter_time, &self->settings);
    meter_line_search_init(&self->line, &self->settings, &self->keeper);
    publish_publisher_init(&self->publisher, &self->settings, &self->meter, &self->message, &self->counters);
    publish_history_init(&self->history, &self->settings, &self->meter, &self->message, &self->counters);
    counts_counts_init(&self->counts, &self->reader.counters, &self->counters, &self->guard, &self->presence, &self->meter_time);
    update_note_init(&self->note);
    update_trial_init(&self->trial, &self->network, &self->connection, &self->presence, &self->note, &self->scratch);
    publish_statistics_init(&self->statistics, &self->settings, &self->counts, &self->connection, &self->trial, &self->message, &self->network);
    home_assistant_identity_init(&self->identity, &self->settings);
    home_assistant_entity_init(&self->entity, &self->settings, &self->message, &self->identity);
    home_assistant_discovery_init(&self->discovery, &self->entity, &self->publisher.kept, &self->statistics);
    publish_publishing_init(&self->publishing, &self->lights, &self->restart, &self->presence, &self->connection, &self->availability, &self->commands, &self->publisher, &self->statistics, &self->history, &self->discovery);
    settings_fallback_init(&self->fallback, &self->settings, &self->last_network, &self->last_broker);
    configuration_configuration_init(&self->configuration, &self->settings, &self->keeper, &self->keys, &self->reader.encryption, &self->network, &self->publishing, &self->discovery, &self->telegram_port, &self->line, &self->fallback);
    portal_response_init(&self->response);
    portal_password_init(&self->password, &self->settings);
    portal_login_init(&self->login, &self->settings, &self->password, &self->response);
    portal_certificates_init(&self->certificates, &self->keeper, &self->publishing, &self->response);
    portal_wifi_form_init(&self->wifi_form, &self->settings, &self->network.attempt);
    portal_forms_init(&self->forms, &self->settings, &self->configuration, &self->login, &self->response, &self->wifi_form, &self->certificates);
    update_installation_init(&self->installation, &self->trial);
    update_manifest_init(&self->manifest, &self->forms.members);
    update_pull_init(&self->pull, &self->settings, &self->trial, &self->installation, &self->manifest);
    portal_status_report_init(&self->status, &self->network, &self->connection, &self->statistics, &self->lights, &self->restart, &self->pull);
    portal_setting_form_init(&self->form, &self->settings);
    power_power_init(&self->power);
    portal_lists_init(&self->lists, &self->form, &self->publisher, &self->statistics, &self->reader.copy, &self->power, &self->network.scan);
    portal_answers_init(&self->answers, &self->lists);
    portal_streams_init(&self->streams, &self->publisher.kept, &self->lists, &self->status, &self->response);
    network_last_resort_init(&self->last_resort, &self->network, &self->history, &self->trial, &self->installation);
    portal_firmware_init(&self->firmware, &self->response, &self->installation, &self->pull);
    portal_portal_init(&self->portal, &self->settings, &self->configuration, &self->status, &self->response, &self->login, &self->forms, &self->reader.copy, &self->answers, &self->streams, &self->firmware, &self->restart, &self->network, &self->access_point, &self->certificates);
    factory_reset_factory_reset_init(&self->factory_reset, &self->configuration, &self->keeper);
    console_overview_init(&self->overview, &self->network, &self->connection, &self->counts, &self->trial, &self->password);
    console_improv_init(&self->improv, &self->settings, &self->network, &self->trial, &self->scratch);
    console_console_init(&self->console, &self->settings, &self->configuration, &self->login, &self->overview, &self->factory_reset, &self->scratch);
    button_button_init(&self->button, &self->configuration, &self->login, &self->access_point, &self->lights);
}

settings_setting_result_t assembly_device_configure(assembly_device_t *self, ts_bytes name, ts_bytes value)
{
    return portal_login_take_password(&self->login, name, value, p1_clock_millis()) ? SETTINGS_SETTING_RESULT_OK : configuration_configuration_assign(&self->configuration, name, value);
}

void assembly_device_power_up(assembly_device_t *self)
{
    configuration_configuration_prepare(&self->configuration);
    lights_lights_start(&self->lights, p1_clock_millis());
    meter_presence_start(&self->presence, p1_clock_millis());
    publish_statistics_start(&self->statistics, p1_clock_millis());
    power_power_start(&self->power, p1_clock_millis());
    update_trial_start(&self->trial, p1_clock_millis());
    network_access_point_power_up(&self->access_point, p1_clock_millis());
    (void)network_network_tick(&self->network, p1_clock_millis());
    const uint32_t value_1 = p1_system_random();
    simulator_sender_start(&self->sender, value_1, p1_clock_millis());
    configuration_configuration_start(&self->configuration);
    console_console_power_up(&self->console);
}

void assembly_device_take_bytes(assembly_device_t *self, ts_bytes bytes)
{
    const uint32_t now = p1_clock_millis();
    self->hearing = true;
    self->heard_at = now;
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RECEIVING, now);
    splitter_splitter_bytes(&self->splitter, bytes);
    uint32_t at = 0;
    while (at < bytes.length) {
        at = p1_telegram_reader_read(&self->reader, bytes, at);
        assembly_device_take_outcome(self, now);
    }
    publish_publishing_send(&self->publishing, now);
}

/** A telegram ended, well or not; or nothing did. */
static inline void assembly_device_take_outcome(assembly_device_t *self, uint32_t now)
{
    if (self->reader.outcome == P1_OUTCOME_TELEGRAM) {
        assembly_device_take_telegram(self, &self->reader.staged, p1_telegram_reader_identification(&self->reader), now);
    } else if (self->reader.outcome != P1_OUTCOME_MORE) {
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_WRONG, now);
        report_report_bad(&self->report, &self->reader);
    }
}

/** A good telegram. Totals that can't be are out of it before anybody else takes it. */
static void assembly_device_take_telegram(assembly_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now)
{
    assembly_device_watch_simulator(self, now);
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RIGHT, now);
    report_report_good(&self->report, &self->reader);
    splitter_splitter_telegram(&self->splitter, &self->reader);
    splitter_telegram_port_telegram(&self->telegram_port, p1_telegram_copy_view(&self->reader.copy));
    meter_presence_telegram(&self->presence, now);
    meter_line_search_telegram(&self->line, now);
    meter_meter_time_take(&self->meter_time, staged);
    meter_meter_take(&self->meter, staged, identification);
    meter_guard_take(&self->guard, staged, identification, &self->meter, now);
    power_power_take(&self->power, staged, now);
    publish_history_take(&self->history, staged);
    publish_publisher_take(&self->publisher, staged, identification, now);
    report_report_missing(&self->report, &self->publisher.kept);
    home_assistant_discovery_meter(&self->discovery, identification);
}

void assembly_device_tick(assembly_device_t *self)
{
    const uint32_t now = p1_clock_millis();
    if (self->hearing && now - self->heard_at >= P1_SILENCE_MS) {
        self->hearing = false;
        p1_telegram_reader_silence(&self->reader);
        assembly_device_take_outcome(self, now);
    }
    assembly_device_watch_simulator(self, now);
    if (simulator_sender_tick(&self->sender, now)) {
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_SENDING, now);
    }
    button_button_tick(&self->button, now);
    if (network_network_tick(&self->network, now)) {
        publish_publishing_network(&self->publishing, false);
    }
    neighbours_syslog_tick(&self->syslog);
    publish_connection_tick(&self->connection, now);
    restart_restart_tick(&self->restart, now);
    network_last_resort_tick(&self->last_resort, now);
    power_power_tick(&self->power, now);
    portal_portal_tick(&self->portal, now);
    configuration_configuration_tick(&self->configuration, now);
    factory_reset_factory_reset_tick(&self->factory_reset);
    console_improv_tick(&self->improv);
    meter_presence_tick(&self->presence, now);
    meter_line_search_tick(&self->line, now);
    publish_statistics_pass(&self->statistics, now);
    publish_publishing_send(&self->publishing, now);
    lights_lights_tick(&self->lights, now, meter_presence_is_silent(&self->presence), assembly_device_work(self));
}

/** What was simulated is nowhere when the real meter speaks, and the other way round. */
static inline void assembly_device_watch_simulator(assembly_device_t *self, uint32_t now)
{
    const bool simulated = simulator_is_simulated(&self->settings);
    if (simulated != self->simulated) {
        self->simulated = simulated;
        meter_guard_forget_meter(&self->guard);
        publish_publishing_forget_meter(&self->publishing);
        power_power_start(&self->power, now);
    }
}

/** What the lights show instead of network, broker and meter. */
static inline lights_work_t assembly_device_work(assembly_device_t *self)
{
    if (update_installation_is_busy(&self->installation)) {
        return LIGHTS_WORK_UPDATING;
    }
    return network_access_point_is_open(&self->access_point) ? LIGHTS_WORK_PROVISIONING : LIGHTS_WORK_NONE;
}

void assembly_device_take_network(assembly_device_t *self, platform_network_event_t event)
{
    if (network_network_on_event(&self->network, event, p1_clock_millis())) {
        publish_publishing_network(&self->publishing, network_network_is_up(&self->network));
    }
}

void assembly_device_leave(assembly_device_t *self)
{
    configuration_configuration_leave(&self->configuration);
    publish_publishing_drop(&self->publishing);
    lights_lights_show_scene(&self->lights, LIGHTS_SCENE_STOPPED, p1_clock_millis());
}
