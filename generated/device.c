/* Made by ts2c from ts/device.ts: change that file, not this one. */

#include "device.h"
#include "program.h"

static void device_device_init(device_device_t *self);
static void device_device_take_outcome(device_device_t *self, uint32_t now);
static void device_device_take_telegram(device_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now);
static settings_setting_result_t configure(ts_bytes name, ts_bytes value);
static void start(void);
static void on_serial(ts_bytes bytes);
static void on_tick(void);
static void on_network(platform_network_event_t event);
static void on_names(platform_names_event_t event, uint32_t address);
static void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length);
static void on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes);
static void on_derived(ts_bytes hash);
static void on_settings(platform_settings_event_t event);
static void on_update(platform_update_event_t event);
static void on_broker(platform_broker_event_t event);
static void on_sockets(platform_sockets_event_t event);
static void on_delivered(uint16_t id);
static void on_message(ts_bytes topic, ts_bytes payload, bool retained);
static void stop(void);
static uint32_t counter(counts_counter_t which);

static device_device_t device;

void device_module_init(void)
{
    device_device_init(&device);
}

/** Makes a new `Device` at `self`. */
static void device_device_init(device_device_t *self)
{
    memset(self, 0, sizeof(*self));
    settings_settings_init(&self->settings);
    settings_keeper_init(&self->keeper, &self->settings);
    publish_device_counters_init(&self->counters);
    p1_telegram_reader_init(&self->reader);
    settings_keys_init(&self->keys, &self->settings);
    splitter_splitter_init(&self->splitter, &self->settings, &self->counters);
    splitter_telegram_port_init(&self->telegram_port, &self->settings);
    simulator_sender_init(&self->sender, &self->settings, &self->counters);
    lights_lights_init(&self->lights, &self->settings);
    restart_restart_init(&self->restart, &self->lights);
    report_report_init(&self->report);
    network_network_init(&self->network, &self->settings);
    publish_availability_init(&self->availability, &self->settings);
    publish_connection_init(&self->connection, &self->settings, &self->availability);
    publish_commands_init(&self->commands, &self->settings);
    publish_message_init(&self->message, &self->settings);
    meter_meter_init(&self->meter);
    meter_guard_init(&self->guard, &self->settings);
    meter_presence_init(&self->presence);
    meter_meter_time_init(&self->meter_time);
    meter_line_search_init(&self->line, &self->settings, &self->keeper);
    publish_publisher_init(&self->publisher, &self->settings, &self->meter, &self->message, &self->counters);
    publish_history_init(&self->history, &self->settings, &self->meter, &self->message, &self->counters);
    counts_counts_init(&self->counts, &self->reader.counters, &self->counters, &self->guard, &self->presence, &self->meter_time);
    update_trial_init(&self->trial, &self->network, &self->connection, &self->presence);
    publish_statistics_init(&self->statistics, &self->settings, &self->counts, &self->connection, &self->trial, &self->message);
    home_assistant_entity_init(&self->entity, &self->settings, &self->message);
    home_assistant_discovery_init(&self->discovery, &self->entity, &self->publisher.kept, &self->statistics);
    publish_publishing_init(&self->publishing, &self->lights, &self->restart, &self->presence, &self->connection, &self->availability, &self->commands, &self->publisher, &self->statistics, &self->history, &self->discovery);
    configuration_configuration_init(&self->configuration, &self->settings, &self->keeper, &self->keys, &self->reader.encryption, &self->network, &self->publishing, &self->discovery, &self->telegram_port, &self->line);
    portal_status_report_init(&self->status, &self->settings, &self->network, &self->connection, &self->counts, &self->statistics, &self->lights, &self->restart, &self->trial);
    portal_response_init(&self->response);
    portal_password_init(&self->password, &self->settings);
    portal_login_init(&self->login, &self->settings, &self->password, &self->response);
    portal_forms_init(&self->forms, &self->settings, &self->configuration, &self->login, &self->response);
    portal_setting_form_init(&self->form, &self->settings);
    portal_last_telegram_init(&self->telegram);
    power_power_init(&self->power);
    portal_lists_init(&self->lists, &self->form, &self->publisher.kept, &self->telegram, &self->power);
    portal_answers_init(&self->answers, &self->lists);
    portal_streams_init(&self->streams, &self->publisher.kept, &self->lists, &self->status, &self->response);
    update_installation_init(&self->installation, &self->trial);
    portal_firmware_init(&self->firmware, &self->response, &self->installation);
    portal_portal_init(&self->portal, &self->settings, &self->configuration, &self->status, &self->response, &self->login, &self->forms, &self->telegram, &self->answers, &self->streams, &self->firmware, &self->installation, &self->restart);
}

settings_setting_result_t device_device_configure(device_device_t *self, ts_bytes name, ts_bytes value)
{
    return portal_login_take_password(&self->login, name, value, p1_clock_millis()) ? SETTINGS_SETTING_RESULT_OK : configuration_configuration_assign(&self->configuration, name, value);
}

void device_device_power_up(device_device_t *self)
{
    configuration_configuration_prepare(&self->configuration);
    lights_lights_start(&self->lights, p1_clock_millis());
    meter_presence_start(&self->presence, p1_clock_millis());
    publish_statistics_start(&self->statistics, p1_clock_millis());
    power_power_start(&self->power, p1_clock_millis());
    update_trial_start(&self->trial, p1_clock_millis());
    network_network_tick(&self->network, p1_clock_millis());
    const uint32_t value_1 = p1_system_random();
    simulator_sender_start(&self->sender, value_1, p1_clock_millis());
    configuration_configuration_start(&self->configuration);
}

void device_device_take_bytes(device_device_t *self, ts_bytes bytes)
{
    const uint32_t now = p1_clock_millis();
    self->hearing = true;
    self->heard_at = now;
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RECEIVING, now);
    splitter_splitter_bytes(&self->splitter, bytes);
    uint32_t at = 0;
    while (at < bytes.length) {
        at = p1_telegram_reader_read(&self->reader, bytes, at);
        device_device_take_outcome(self, now);
    }
    publish_publishing_send(&self->publishing, now);
}

/** A telegram ended, well or not; or nothing did. */
static void device_device_take_outcome(device_device_t *self, uint32_t now)
{
    if (self->reader.outcome == P1_OUTCOME_TELEGRAM) {
        device_device_take_telegram(self, &self->reader.staged, p1_telegram_reader_identification(&self->reader), now);
    } else if (self->reader.outcome != P1_OUTCOME_MORE) {
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_WRONG, now);
        report_report_bad(&self->report, &self->reader);
    }
}

/** A good telegram. Totals that can't be are out of it before anybody else takes it. */
static void device_device_take_telegram(device_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now)
{
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RIGHT, now);
    report_report_good(&self->report, &self->reader);
    splitter_splitter_telegram(&self->splitter, &self->reader);
    splitter_telegram_port_telegram(&self->telegram_port, p1_telegram_copy_view(&self->reader.copy));
    portal_last_telegram_take(&self->telegram, p1_telegram_copy_view(&self->reader.copy));
    meter_presence_telegram(&self->presence, now);
    meter_line_search_telegram(&self->line, now);
    meter_meter_time_take(&self->meter_time, staged);
    meter_meter_take(&self->meter, staged, identification);
    meter_guard_take(&self->guard, staged, identification, &self->meter, now);
    power_power_take(&self->power, staged, now);
    publish_history_take(&self->history, staged);
    publish_publisher_take(&self->publisher, staged, identification, now);
    home_assistant_discovery_meter(&self->discovery, identification);
}

void device_device_tick(device_device_t *self)
{
    const uint32_t now = p1_clock_millis();
    if (self->hearing && now - self->heard_at >= P1_SILENCE_MS) {
        self->hearing = false;
        p1_telegram_reader_silence(&self->reader);
        device_device_take_outcome(self, now);
    }
    if (simulator_sender_tick(&self->sender, now)) {
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_SENDING, now);
    }
    network_network_tick(&self->network, now);
    publish_connection_tick(&self->connection, now);
    restart_restart_tick(&self->restart, now);
    update_trial_tick(&self->trial, now);
    update_installation_tick(&self->installation, now);
    power_power_tick(&self->power, now);
    portal_portal_tick(&self->portal, now);
    configuration_configuration_tick(&self->configuration, now);
    meter_presence_tick(&self->presence, now);
    meter_line_search_tick(&self->line, now);
    publish_statistics_pass(&self->statistics, now);
    publish_publishing_send(&self->publishing, now);
    lights_lights_tick(&self->lights, now, meter_presence_is_silent(&self->presence));
}

void device_device_take_network(device_device_t *self, platform_network_event_t event)
{
    if (network_network_on_event(&self->network, event, p1_clock_millis())) {
        publish_publishing_network(&self->publishing, network_network_is_up(&self->network));
    }
}

void device_device_leave(device_device_t *self)
{
    configuration_configuration_leave(&self->configuration);
    publish_publishing_drop(&self->publishing);
    lights_lights_show_scene(&self->lights, LIGHTS_SCENE_STOPPED, p1_clock_millis());
}

/**
 * Sets one setting, by name, from text; before {@link start}, or while the device runs and keeps it. The log says why a value is not
 * allowed.
 */
static settings_setting_result_t configure(ts_bytes name, ts_bytes value)
{
    return device_device_configure(&device, name, value);
}

settings_setting_result_t device_configure(ts_bytes name, ts_bytes value)
{
    TS_ASSERT(name.length <= 2147483647, "device.ts:265");
    TS_ASSERT(value.length <= 2147483647, "device.ts:265");
    p1_enter("device.ts:265");
    const settings_setting_result_t result = configure(name, value);
    p1_leave();
    return result;
}

/** Power-up: to be called once, after the settings were handed in. */
static void start(void)
{
    device_device_power_up(&device);
}

void device_start(void)
{
    p1_enter("device.ts:270");
    start();
    p1_leave();
}

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
static void on_serial(ts_bytes bytes)
{
    device_device_take_bytes(&device, bytes);
}

void device_on_serial(ts_bytes bytes)
{
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:275");
    p1_enter("device.ts:275");
    on_serial(bytes);
    p1_leave();
}

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
static void on_tick(void)
{
    device_device_tick(&device);
}

void device_on_tick(void)
{
    p1_enter("device.ts:280");
    on_tick();
    p1_leave();
}

/** The answer to `network.join` or `network.scan`, or the network was lost. */
static void on_network(platform_network_event_t event)
{
    device_device_take_network(&device, event);
}

void device_on_network(platform_network_event_t event)
{
    TS_ASSERT((unsigned)event <= 7, "device.ts:285");
    p1_enter("device.ts:285");
    on_network(event);
    p1_leave();
}

/** The answer to `names.lookUp`; `address` is the IPv4 address as a number, 0 where nobody answered. */
static void on_names(platform_names_event_t event, uint32_t address)
{
    publish_connection_on_name(&device.connection, event, address, p1_clock_millis());
}

void device_on_names(platform_names_event_t event, uint32_t address)
{
    TS_ASSERT((unsigned)event <= 1, "device.ts:290");
    p1_enter("device.ts:290");
    on_names(event, address);
    p1_leave();
}

/** A request to the HTTP server: `fields` and `length` are as `portal/request.ts` says. The driver may reuse the bytes when this returns. */
static void on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length)
{
    portal_portal_on_request(&device.portal, id, (portal_request_t){.method = method, .path = path, .fields = fields, .length = length}, p1_clock_millis());
}

void device_on_request(uint32_t id, platform_method_t method, ts_bytes path, ts_bytes fields, uint32_t length)
{
    TS_ASSERT((unsigned)method <= 1, "device.ts:295");
    TS_ASSERT(path.length <= 2147483647, "device.ts:295");
    TS_ASSERT(fields.length <= 2147483647, "device.ts:295");
    p1_enter("device.ts:295");
    on_request(id, method, path, fields, length);
    p1_leave();
}

/** What follows a request; `bytes` belong to the event `body`. */
static void on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    portal_portal_on_http(&device.portal, id, event, bytes, p1_clock_millis());
}

void device_on_http(uint32_t id, platform_http_event_t event, ts_bytes bytes)
{
    TS_ASSERT((unsigned)event <= 2, "device.ts:300");
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:300");
    p1_enter("device.ts:300");
    on_http(id, event, bytes);
    p1_leave();
}

/** The answer to `passwords.derive`: its 32 bytes; none where that failed. */
static void on_derived(ts_bytes hash)
{
    portal_portal_on_derived(&device.portal, hash, p1_clock_millis());
}

void device_on_derived(ts_bytes hash)
{
    TS_ASSERT(hash.length <= 2147483647, "device.ts:305");
    p1_enter("device.ts:305");
    on_derived(hash);
    p1_leave();
}

/** The answer to `settings.write`. */
static void on_settings(platform_settings_event_t event)
{
    settings_keeper_on_event(&device.keeper, event);
}

void device_on_settings(platform_settings_event_t event)
{
    TS_ASSERT((unsigned)event <= 1, "device.ts:310");
    p1_enter("device.ts:310");
    on_settings(event);
    p1_leave();
}

/** The answer to a call of the update driver. */
static void on_update(platform_update_event_t event)
{
    portal_portal_on_update(&device.portal, event, p1_clock_millis());
}

void device_on_update(platform_update_event_t event)
{
    TS_ASSERT((unsigned)event <= 4, "device.ts:315");
    p1_enter("device.ts:315");
    on_update(event);
    p1_leave();
}

/** The answer to `broker.connect`, or a connection was lost. */
static void on_broker(platform_broker_event_t event)
{
    publish_publishing_on_broker(&device.publishing, event, p1_clock_millis());
}

void device_on_broker(platform_broker_event_t event)
{
    TS_ASSERT((unsigned)event <= 8, "device.ts:320");
    p1_enter("device.ts:320");
    on_broker(event);
    p1_leave();
}

/** Something happened at the port for telegrams. */
static void on_sockets(platform_sockets_event_t event)
{
    splitter_telegram_port_tell(&device.telegram_port, event);
}

void device_on_sockets(platform_sockets_event_t event)
{
    TS_ASSERT((unsigned)event <= 4, "device.ts:325");
    p1_enter("device.ts:325");
    on_sockets(event);
    p1_leave();
}

/** The broker has acknowledged the message to which `broker.deliver` gave that number. */
static void on_delivered(uint16_t id)
{
    publish_publishing_on_delivered(&device.publishing, id, p1_clock_millis());
}

void device_on_delivered(uint16_t id)
{
    p1_enter("device.ts:330");
    on_delivered(id);
    p1_leave();
}

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
static void on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    publish_publishing_on_message(&device.publishing, topic, payload, retained, p1_clock_millis());
}

void device_on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    TS_ASSERT(topic.length <= 2147483647, "device.ts:338");
    TS_ASSERT(payload.length <= 2147483647, "device.ts:338");
    p1_enter("device.ts:338");
    on_message(topic, payload, retained);
    p1_leave();
}

/** The device is about to be switched off or restarted: the broker is told. Nothing else is to be called afterwards. */
static void stop(void)
{
    device_device_leave(&device);
}

void device_stop(void)
{
    p1_enter("device.ts:343");
    stop();
    p1_leave();
}

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
static uint32_t counter(counts_counter_t which)
{
    return counts_counts_count(&device.counts, which);
}

uint32_t device_counter(counts_counter_t which)
{
    TS_ASSERT((unsigned)which <= 9, "device.ts:348");
    p1_enter("device.ts:348");
    const uint32_t result = counter(which);
    p1_leave();
    return result;
}
