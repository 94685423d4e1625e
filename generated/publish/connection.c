/* Made by ts2c from ts/publish/connection.ts: change that file, not this one. */

#include "publish/connection.h"

#define FIRST_PAUSE_MS_IN_PUBLISH_CONNECTION 1000

#define LONGEST_PAUSE_MS_IN_PUBLISH_CONNECTION 10000

#define DOUBLINGS_IN_PUBLISH_CONNECTION 4

#define STANDS_MS 60000

#define KEEPALIVE_S 30

static ts_bytes words_in_publish_connection(platform_broker_event_t event);
static platform_security_t security_of(uint32_t choice);
static inline platform_security_t publish_connection_security(publish_connection_t *self);
static inline void publish_connection_connect(publish_connection_t *self, ts_bytes host);
static inline void publish_connection_write_broker(publish_connection_t *self, ts2c_writer_t *out);
static inline void publish_connection_tell(publish_connection_t *self, platform_broker_event_t event);
static inline void publish_connection_tell_no_time(publish_connection_t *self);
static inline void publish_connection_tell_no_host(publish_connection_t *self);

/** What the names end in that mDNS knows, and no name server. */
static const uint8_t LOCAL[6] = {
    46, 108, 111, 99, 97, 108,
};

/** The words for what happened to a connection, behind "MQTT broker HOST:PORT". */
static ts_bytes words_in_publish_connection(platform_broker_event_t event)
{
    switch (event) {
    case PLATFORM_BROKER_EVENT_CONNECTED:
        return TS_TEXT(" is connected.");
    case PLATFORM_BROKER_EVENT_LOST:
        return TS_TEXT(" closed the connection, or the network to it broke");
    case PLATFORM_BROKER_EVENT_WRONG_LOGIN:
        return TS_TEXT(" refuses the user name or the password: check broker_user and broker_password");
    case PLATFORM_BROKER_EVENT_REFUSED:
        return TS_TEXT(" refuses the connection: check client_id, and the broker's own log");
    case PLATFORM_BROKER_EVENT_UNREACHABLE:
        return TS_TEXT(" can't be reached: check broker_host and broker_port, and that the broker runs");
    case PLATFORM_BROKER_EVENT_UNKNOWN_HOST:
        return TS_TEXT(" is unknown by that name: check broker_host, or give its address instead");
    case PLATFORM_BROKER_EVENT_TIMEOUT:
        return TS_TEXT(" does not answer: check broker_host and broker_port, and firewalls between");
    case PLATFORM_BROKER_EVENT_UNTRUSTED:
        return TS_TEXT(" has a certificate that is over, for another name, or signed by nobody known: check broker_host, or send the device the certificate of who signed it");
    default:
        return TS_TEXT(" could not agree on an encrypted connection: check broker_port, broker_tls, and whether the broker wants a certificate of the device");
    }
    TS_UNREACHABLE();
}

/** The setting `broker_tls`, by its place. */
static platform_security_t security_of(uint32_t choice)
{
    switch (choice) {
    case 0:
        return PLATFORM_SECURITY_PLAIN;
    case 1:
        return PLATFORM_SECURITY_TLS;
    default:
        return PLATFORM_SECURITY_TLS_UNVERIFIED;
    }
    TS_UNREACHABLE();
}

void publish_connection_init(publish_connection_t *self, settings_settings_t *settings, publish_availability_t *availability, network_own_name_t *own_name)
{
    memset(self, 0, sizeof(*self));
    self->state = PUBLISH_STATE_IDLE;
    self->told = PLATFORM_BROKER_EVENT_CONNECTED;
    ts2c_writer_init(&self->id, (ts_span_u8){.data = self->id_buffer, .length = 128});
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->line_buffer, .length = 384});
    self->settings = settings;
    self->own_name = own_name;
    self->availability = availability;
}

bool publish_connection_connected(publish_connection_t *self)
{
    return self->state == PUBLISH_STATE_CONNECTED;
}

ts_bytes publish_connection_trouble(publish_connection_t *self)
{
    if (publish_connection_connected(self)) {
        return TS_TEXT("none");
    }
    if (!self->network_up) {
        return TS_TEXT("no-network");
    }
    if (self->told_no_host || self->told_no_time) {
        return self->told_no_host ? TS_TEXT("no-host") : TS_TEXT("no-time");
    }
    return self->told == PLATFORM_BROKER_EVENT_CONNECTED ? TS_TEXT("connecting") : platform_broker_event_texts[self->told];
}

ts_bytes publish_connection_client_id(publish_connection_t *self)
{
    ts2c_writer_clear(&self->id);
    ts2c_writer_bytes(&self->id, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_CLIENT_ID));
    ts2c_writer_text(&self->id, TS_TEXT("_"));
    chip_id_write_chip_id(&self->id);
    return ts2c_writer_view(&self->id);
}

void publish_connection_network(publish_connection_t *self, bool up)
{
    self->network_up = up;
    if (!up) {
        publish_connection_drop(self);
    }
}

void publish_connection_drop(publish_connection_t *self)
{
    if (self->state == PUBLISH_STATE_CONNECTED) {
        publish_availability_leave(self->availability);
    }
    if (self->state != PUBLISH_STATE_IDLE) {
        p1_broker_disconnect();
    }
    self->state = PUBLISH_STATE_IDLE;
    self->waiting = false;
    self->doublings = 0;
    self->told = PLATFORM_BROKER_EVENT_CONNECTED;
    self->told_no_host = false;
    self->told_no_time = false;
}

void publish_connection_tick(publish_connection_t *self, uint32_t now)
{
    if (self->state != PUBLISH_STATE_IDLE || !self->network_up) {
        return;
    }
    if (self->waiting && now - self->waiting_since < self->pause) {
        return;
    }
    const ts_bytes host = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_HOST);
    if (host.length == 0u) {
        publish_connection_tell_no_host(self);
        return;
    }
    if (publish_connection_security(self) == PLATFORM_SECURITY_TLS && p1_clock_utc() == 0) {
        publish_connection_tell_no_time(self);
        return;
    }
    const uint32_t end = (uint32_t)ts_max_i32(0, (int32_t)host.length - 6);
    if (end > 0u && bytes_same_bytes(ts_bytes_subarray(host, end, 4294967295u), (ts_bytes){.data = LOCAL, .length = 6})) {
        // Asked anew for each attempt: the broker's address may have changed.
        if (!network_own_name_is_asking(self->own_name)) {
            self->state = PUBLISH_STATE_ASKING;
            p1_names_look_up(ts_bytes_subarray(host, 0, end));
        }
    } else {
        publish_connection_connect(self, host);
    }
}

void publish_connection_on_name(publish_connection_t *self, platform_names_event_t event, uint32_t address, uint32_t now)
{
    if (self->state != PUBLISH_STATE_ASKING) {
        return;
    }
    if (event == PLATFORM_NAMES_EVENT_FOUND) {
        ts2c_writer_clear(&self->line);
        network_write_address(&self->line, address);
        publish_connection_connect(self, ts2c_writer_view(&self->line));
    } else {
        (void)publish_connection_on_event(self, PLATFORM_BROKER_EVENT_UNKNOWN_HOST, now);
    }
}

static inline platform_security_t publish_connection_security(publish_connection_t *self)
{
    return security_of(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_BROKER_TLS));
}

static inline void publish_connection_connect(publish_connection_t *self, ts_bytes host)
{
    self->state = PUBLISH_STATE_CONNECTING;
    self->told_no_time = false;
    publish_availability_prepare(self->availability);
    const uint16_t value_1 = (uint16_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_BROKER_PORT), 0, 65535);
    const platform_security_t value_2 = publish_connection_security(self);
    const ts_bytes value_3 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_HOST);
    const ts_bytes value_4 = publish_connection_client_id(self);
    p1_broker_connect(host, value_1, value_2, value_3, value_4, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_USER), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_PASSWORD), KEEPALIVE_S);
}

bool publish_connection_on_event(publish_connection_t *self, platform_broker_event_t event, uint32_t now)
{
    if (event == PLATFORM_BROKER_EVENT_CONNECTED ? self->state != PUBLISH_STATE_CONNECTING : self->state == PUBLISH_STATE_IDLE) {
        return false;
    }
    publish_connection_tell(self, event);
    if (event == PLATFORM_BROKER_EVENT_CONNECTED) {
        self->state = PUBLISH_STATE_CONNECTED;
        self->connected_at = now;
        return true;
    }
    const bool stood = self->state == PUBLISH_STATE_CONNECTED && now - self->connected_at >= STANDS_MS;
    const uint32_t before = (uint32_t)(self->waiting && !stood ? self->doublings + 1 : 0);
    self->doublings = (uint8_t)ts_min_u32(before, DOUBLINGS_IN_PUBLISH_CONNECTION);
    const uint32_t half = (uint32_t)(ts_min_i32(FIRST_PAUSE_MS_IN_PUBLISH_CONNECTION << self->doublings, LONGEST_PAUSE_MS_IN_PUBLISH_CONNECTION) >> 1);
    self->pause = (uint16_t)(half + p1_system_random() % (half + 1u));
    self->state = PUBLISH_STATE_IDLE;
    self->waiting = true;
    self->waiting_since = now;
    return false;
}

void publish_connection_describe(publish_connection_t *self, ts2c_writer_t *out)
{
    const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_HOST);
    if (value_1.length == 0u) {
        ts2c_writer_text(out, TS_TEXT("No MQTT broker is set, so nothing is published."));
        return;
    }
    publish_connection_write_broker(self, out);
    if (publish_connection_connected(self)) {
        ts2c_writer_text(out, words_in_publish_connection(PLATFORM_BROKER_EVENT_CONNECTED));
        return;
    }
    if (!self->network_up) {
        ts2c_writer_text(out, TS_TEXT(" waits for the network"));
    } else if (self->told_no_time) {
        ts2c_writer_text(out, TS_TEXT(" waits for the time of day, by which its certificate is checked"));
    } else {
        ts2c_writer_text(out, self->told == PLATFORM_BROKER_EVENT_CONNECTED ? TS_TEXT(" is being connected") : words_in_publish_connection(self->told));
    }
    ts2c_writer_text(out, TS_TEXT("."));
}

static inline void publish_connection_write_broker(publish_connection_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("MQTT broker "));
    ts2c_writer_bytes(out, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_BROKER_HOST));
    ts2c_writer_text(out, TS_TEXT(":"));
    ts2c_writer_int(out, settings_settings_number(self->settings, SETTINGS_SETTING_NAME_BROKER_PORT));
}

static inline void publish_connection_tell(publish_connection_t *self, platform_broker_event_t event)
{
    ts2c_writer_clear(&self->line);
    publish_connection_write_broker(self, &self->line);
    ts2c_writer_text(&self->line, words_in_publish_connection(event));
    if (event == PLATFORM_BROKER_EVENT_CONNECTED) {
        p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->line));
    } else {
        ts2c_writer_text(&self->line, TS_TEXT(". Trying again, at last every 10 seconds."));
        p1_log_write(event == self->told ? PLATFORM_LEVEL_DEBUG : PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
    }
    self->told = event;
}

/** Without the time nobody knows whether a certificate is over. */
static inline void publish_connection_tell_no_time(publish_connection_t *self)
{
    if (!self->told_no_time) {
        self->told_no_time = true;
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The broker waits for the time of day, by which its certificate is checked: sntp_server tells it, or the meter."));
    }
}

static inline void publish_connection_tell_no_host(publish_connection_t *self)
{
    if (!self->told_no_host) {
        self->told_no_host = true;
        ts2c_writer_clear(&self->line);
        ts2c_writer_text(&self->line, TS_TEXT("No MQTT broker is set, so nothing is published: set broker_host."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
    }
}
