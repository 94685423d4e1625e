/* Made by ts2c from ts/device.ts: change that file, not this one. */

#include "device.h"
#include "program.h"

static void device_device_init(device_device_t *self);
static void device_device_prepare(device_device_t *self);
static settings_setting_result_t device_device_assign(device_device_t *self, ts_bytes name, ts_bytes value);
static void device_device_renew(device_device_t *self, ts_bytes name);
static void device_device_power_up(device_device_t *self);
static void device_device_start_serial(device_device_t *self);
static void device_device_take_bytes(device_device_t *self, ts_bytes bytes);
static void device_device_take_outcome(device_device_t *self, uint32_t now);
static void device_device_take_telegram(device_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now);
static void device_device_tick(device_device_t *self);
static uint16_t device_device_simulator_period(device_device_t *self);
static void device_device_simulate(device_device_t *self, uint32_t now);
static void device_device_take_network(device_device_t *self, device_network_state_t state);
static void device_device_take_broker_event(device_device_t *self, platform_broker_event_t event);
static void device_device_take_message(device_device_t *self, ts_bytes topic, ts_bytes payload, bool retained);
static void device_device_resend(device_device_t *self, uint32_t now);
static void device_device_leave(device_device_t *self);
static void device_device_send(device_device_t *self, uint32_t now);
static void device_device_show_broker(device_device_t *self, bool flows);
static uint32_t device_device_count(device_device_t *self, device_counter_t which);
static settings_setting_result_t configure(ts_bytes name, ts_bytes value);
static void start(void);
static void on_serial(ts_bytes bytes);
static void on_tick(void);
static void on_network(device_network_state_t state);
static void on_broker(platform_broker_event_t event);
static void on_message(ts_bytes topic, ts_bytes payload, bool retained);
static void stop(void);
static uint32_t counter(device_counter_t which);

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
    publish_device_counters_init(&self->counters);
    p1_telegram_reader_init(&self->reader);
    settings_keys_init(&self->keys, &self->settings);
    simulator_simulator_init(&self->simulator);
    lights_lights_init(&self->lights);
    report_report_init(&self->report);
    publish_availability_init(&self->availability, &self->settings);
    publish_connection_init(&self->connection, &self->settings, &self->availability);
    publish_commands_init(&self->commands, &self->settings);
    publish_message_init(&self->message, &self->settings);
    meter_meter_init(&self->meter);
    meter_guard_init(&self->guard, &self->settings);
    meter_presence_init(&self->presence);
    publish_publisher_init(&self->publisher, &self->settings, &self->meter, &self->message, &self->counters);
    publish_statistics_init(&self->statistics, &self->settings, &self->counters, &self->reader.counters, &self->connection, &self->message);
}

/** Fills in the defaults, before the first setting is handed in. */
static void device_device_prepare(device_device_t *self)
{
    if (!self->prepared) {
        self->prepared = true;
        settings_settings_reset(&self->settings);
    }
}

static settings_setting_result_t device_device_assign(device_device_t *self, ts_bytes name, ts_bytes value)
{
    device_device_prepare(self);
    const settings_setting_result_t result = settings_settings_assign(&self->settings, name, value);
    if (result != SETTINGS_SETTING_RESULT_OK) {
        p1_log_write(PLATFORM_LEVEL_ERROR, settings_settings_explanation(&self->settings));
    } else if (self->running) {
        device_device_renew(self, name);
    }
    return result;
}

/** A setting changed while the device runs: what depends on it begins anew. */
static void device_device_renew(device_device_t *self, ts_bytes name)
{
    const uint32_t place = settings_settings_find(&self->settings, name);
    if (place >= 20u) {
        return;
    }
    switch (SETTINGS_SETTINGS[place].renews) {
    case SETTINGS_RENEWAL_CONNECTION:
        publish_connection_drop(&self->connection);
        device_device_show_broker(self, true);
        break;
    case SETTINGS_RENEWAL_SERIAL:
        device_device_start_serial(self);
        break;
    case SETTINGS_RENEWAL_ENCRYPTION:
        settings_keys_hand(&self->keys, &self->reader.encryption);
        break;
    case SETTINGS_RENEWAL_NOTHING:
        break;
    default:
        break;
    }
}

static void device_device_power_up(device_device_t *self)
{
    device_device_prepare(self);
    self->running = true;
    lights_lights_start(&self->lights);
    meter_presence_start(&self->presence, p1_clock_millis());
    simulator_simulator_seed(&self->simulator, p1_system_random());
    settings_keys_hand(&self->keys, &self->reader.encryption);
    device_device_start_serial(self);
    p1_serial_data_request(true);
    // The first telegram is simulated at once.
    self->simulated_at = p1_clock_millis() - (uint32_t)(device_device_simulator_period(self) * 1000);
}

static void device_device_start_serial(device_device_t *self)
{
    p1_serial_start((uint32_t)ts_clamp(settings_settings_number(&self->settings, SETTINGS_SETTING_NAME_SERIAL_BAUD), 0, INT64_C(4294967295)), settings_settings_number(&self->settings, SETTINGS_SETTING_NAME_SERIAL_FRAME) == 1u ? PLATFORM_FRAME_7E1 : PLATFORM_FRAME_8N1);
}

static void device_device_take_bytes(device_device_t *self, ts_bytes bytes)
{
    const uint32_t now = p1_clock_millis();
    self->hearing = true;
    self->heard_at = now;
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RECEIVING, now);
    uint32_t at = 0;
    while (at < bytes.length) {
        at = p1_telegram_reader_read(&self->reader, bytes, at);
        device_device_take_outcome(self, now);
    }
    device_device_send(self, now);
}

/** A telegram ended, well or not; or nothing did. */
static void device_device_take_outcome(device_device_t *self, uint32_t now)
{
    switch (self->reader.outcome) {
    case P1_OUTCOME_MORE:
        break;
    case P1_OUTCOME_TELEGRAM:
        device_device_take_telegram(self, &self->reader.staged, p1_telegram_reader_identification(&self->reader), now);
        break;
    default:
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_WRONG, now);
        report_report_bad(&self->report, &self->reader);
        break;
    }
}

/** A good telegram. Totals that can't be are out of it before anybody else takes it. */
static void device_device_take_telegram(device_device_t *self, p1_staging_t *staged, ts_bytes identification, uint32_t now)
{
    lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_RIGHT, now);
    report_report_good(&self->report, &self->reader);
    meter_presence_telegram(&self->presence, now);
    meter_meter_take(&self->meter, staged, identification);
    meter_guard_take(&self->guard, staged, identification, &self->meter, now);
    publish_publisher_take(&self->publisher, staged, identification, now);
}

static void device_device_tick(device_device_t *self)
{
    const uint32_t now = p1_clock_millis();
    if (self->hearing && now - self->heard_at >= P1_SILENCE_MS) {
        self->hearing = false;
        p1_telegram_reader_silence(&self->reader);
        device_device_take_outcome(self, now);
    }
    if (settings_settings_on(&self->settings, SETTINGS_SETTING_NAME_SIMULATOR)) {
        device_device_simulate(self, now);
    }
    publish_connection_tick(&self->connection, now);
    meter_presence_tick(&self->presence, now);
    device_device_send(self, now);
    lights_lights_tick(&self->lights, now, meter_presence_is_silent(&self->presence));
}

static uint16_t device_device_simulator_period(device_device_t *self)
{
    return (uint16_t)ts_max_u32(1, ts_min_u32(settings_settings_number(&self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PERIOD), 3600));
}

/** Sends a simulated telegram when it is time for one; when the line is not free, then the next one. */
static void device_device_simulate(device_device_t *self, uint32_t now)
{
    const uint32_t period = device_device_simulator_period(self);
    if (now - self->simulated_at < period * 1000u) {
        return;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const uint32_t late = now - self->simulated_at;
    self->simulated_at = late < period * 2000u ? self->simulated_at + period * 1000u : now;
    const ts_bytes telegram = simulator_simulator_next(&self->simulator, simulator_profile_at(settings_settings_number(&self->settings, SETTINGS_SETTING_NAME_SIMULATOR_PROFILE)), (uint16_t)period, p1_clock_utc());
    self->counters.simulated = self->counters.simulated + 1u;
    if (p1_serial_write(telegram)) {
        self->counters.sent = self->counters.sent + 1u;
        lights_lights_show_meter(&self->lights, LIGHTS_METER_LIGHT_SENDING, now);
    } else {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The TX line is busy: a simulated telegram was left out."));
    }
}

static void device_device_take_network(device_device_t *self, device_network_state_t state)
{
    const bool up = state == DEVICE_NETWORK_STATE_UP;
    lights_lights_show_network(&self->lights, up);
    publish_connection_network(&self->connection, up);
    device_device_show_broker(self, true);
}

static void device_device_take_broker_event(device_device_t *self, platform_broker_event_t event)
{
    const uint32_t now = p1_clock_millis();
    if (publish_connection_on_event(&self->connection, event, now)) {
        publish_availability_renew(&self->availability);
        publish_commands_renew(&self->commands);
        device_device_resend(self, now);
    }
    device_device_send(self, now);
}

static void device_device_take_message(device_device_t *self, ts_bytes topic, ts_bytes payload, bool retained)
{
    const uint32_t now = p1_clock_millis();
    switch (publish_commands_understand(&self->commands, topic, payload, retained)) {
    case PUBLISH_COMMAND_RESEND:
        device_device_resend(self, now);
        device_device_send(self, now);
        break;
    case PUBLISH_COMMAND_NONE:
        break;
    default:
        break;
    }
}

/** Everything is to be published at once. */
static void device_device_resend(device_device_t *self, uint32_t now)
{
    publish_publisher_renew(&self->publisher, now);
    publish_statistics_renew(&self->statistics, now);
}

/** Takes leave of the broker, before the power goes. */
static void device_device_leave(device_device_t *self)
{
    publish_connection_drop(&self->connection);
}

/** Publishes what is due. */
static void device_device_send(device_device_t *self, uint32_t now)
{
    if (!publish_connection_connected(&self->connection)) {
        device_device_show_broker(self, true);
        return;
    }
    const bool flows = publish_availability_tick(&self->availability) && publish_commands_tick(&self->commands) && publish_publisher_tick(&self->publisher, now) && publish_statistics_tick(&self->statistics, now);
    device_device_show_broker(self, flows);
}

static void device_device_show_broker(device_device_t *self, bool flows)
{
    if (!publish_connection_connected(&self->connection)) {
        lights_lights_show_broker(&self->lights, LIGHTS_BROKER_LIGHT_NOT_CONNECTED);
    } else {
        lights_lights_show_broker(&self->lights, flows ? LIGHTS_BROKER_LIGHT_CONNECTED : LIGHTS_BROKER_LIGHT_COULD_NOT_SEND);
    }
}

static uint32_t device_device_count(device_device_t *self, device_counter_t which)
{
    switch (which) {
    case DEVICE_COUNTER_RECEIVED:
        return self->reader.counters.telegrams;
    case DEVICE_COUNTER_SENT:
        return self->counters.sent;
    case DEVICE_COUNTER_PUBLISHED:
        return self->counters.published;
    case DEVICE_COUNTER_ERRORS:
        return p1_counters_failures(&self->reader.counters);
    case DEVICE_COUNTER_SKIPPED_LINES:
        return self->reader.counters.skipped_lines;
    case DEVICE_COUNTER_SIMULATED:
        return self->counters.simulated;
    case DEVICE_COUNTER_HELD_BACK:
        return self->guard.held_back;
    case DEVICE_COUNTER_SILENCES:
        return self->presence.silences;
    default:
        break;
    }
    TS_UNREACHABLE();
}

/**
 * Sets one setting, by name, from text; before {@link start} or while the device runs. The log says why a value is not
 * allowed.
 */
static settings_setting_result_t configure(ts_bytes name, ts_bytes value)
{
    return device_device_assign(&device, name, value);
}

settings_setting_result_t device_configure(ts_bytes name, ts_bytes value)
{
    TS_ASSERT(name.length <= 2147483647, "device.ts:298");
    TS_ASSERT(value.length <= 2147483647, "device.ts:298");
    p1_enter("device.ts:298");
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
    p1_enter("device.ts:303");
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
    TS_ASSERT(bytes.length <= 2147483647, "device.ts:308");
    p1_enter("device.ts:308");
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
    p1_enter("device.ts:313");
    on_tick();
    p1_leave();
}

/** The network came or went. */
static void on_network(device_network_state_t state)
{
    device_device_take_network(&device, state);
}

void device_on_network(device_network_state_t state)
{
    TS_ASSERT((unsigned)state <= 1, "device.ts:318");
    p1_enter("device.ts:318");
    on_network(state);
    p1_leave();
}

/** The answer to `broker.connect`, or a connection was lost. */
static void on_broker(platform_broker_event_t event)
{
    device_device_take_broker_event(&device, event);
}

void device_on_broker(platform_broker_event_t event)
{
    TS_ASSERT((unsigned)event <= 7, "device.ts:323");
    p1_enter("device.ts:323");
    on_broker(event);
    p1_leave();
}

/**
 * A message from the broker on a topic that was asked for; `retained` says that it is an old one which the broker kept.
 * The driver may reuse the bytes when this returns.
 */
static void on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    device_device_take_message(&device, topic, payload, retained);
}

void device_on_message(ts_bytes topic, ts_bytes payload, bool retained)
{
    TS_ASSERT(topic.length <= 2147483647, "device.ts:331");
    TS_ASSERT(payload.length <= 2147483647, "device.ts:331");
    p1_enter("device.ts:331");
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
    p1_enter("device.ts:336");
    stop();
    p1_leave();
}

/** How often something happened since start. Goes round to 0 after 2^32 − 1. */
static uint32_t counter(device_counter_t which)
{
    return device_device_count(&device, which);
}

uint32_t device_counter(device_counter_t which)
{
    TS_ASSERT((unsigned)which <= 7, "device.ts:341");
    p1_enter("device.ts:341");
    const uint32_t result = counter(which);
    p1_leave();
    return result;
}
