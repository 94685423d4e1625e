/* Made by ts2c from ts/network/network.ts: change that file, not this one. */

#include "network/network.h"

#define FIRST_PAUSE_MS_IN_NETWORK_NETWORK 1000

#define DOUBLINGS_IN_NETWORK_NETWORK 6

#define FAILURES_TO_RESET 8

static ts_bytes words_in_network_network(platform_network_event_t event);
static inline bool network_network_try_other(network_network_t *self);
static inline uint32_t network_network_pause(network_network_t *self);
static inline void network_network_join(network_network_t *self);
static inline void network_network_begin(network_network_t *self, ts_bytes name, ts_bytes password);
static bool network_network_end_attempt(network_network_t *self, platform_network_event_t event, uint32_t now);
static inline void network_network_write_name(network_network_t *self, ts2c_writer_t *out);
static inline void network_network_tell(network_network_t *self, platform_network_event_t event);
static inline void write_up(ts2c_writer_t *out);

/** The words for what happened, behind "Wi-Fi NAME" or "The network". */
static ts_bytes words_in_network_network(platform_network_event_t event)
{
    switch (event) {
    case PLATFORM_NETWORK_EVENT_WRONG_PASSWORD:
        return TS_TEXT(" refuses the password: check wifi_password");
    case PLATFORM_NETWORK_EVENT_NOT_FOUND:
        return TS_TEXT(" is not heard here: check wifi_name, and that it is on 2.4 GHz");
    case PLATFORM_NETWORK_EVENT_REFUSED:
        return TS_TEXT(" does not let the device in: it may be full, or know its clients by address");
    case PLATFORM_NETWORK_EVENT_NO_CABLE:
        return TS_TEXT(" has no cable, or nothing at its other end");
    case PLATFORM_NETWORK_EVENT_NO_ADDRESS:
        return TS_TEXT(" gives no address: check its DHCP server, or set ip_address");
    default:
        return TS_TEXT(" is gone");
    }
    TS_UNREACHABLE();
}

void network_network_init(network_network_t *self, settings_settings_t *settings, settings_keeper_t *keeper, network_access_point_t *access_point, network_own_name_t *own_name, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    network_attempt_init(&self->attempt);
    network_scan_init(&self->scan);
    self->state = NETWORK_STATE_OFF;
    self->told = PLATFORM_NETWORK_EVENT_UP;
    self->line = &scratch->out;
    self->settings = settings;
    self->keeper = keeper;
    self->access_point = access_point;
    self->own_name = own_name;
}

bool network_network_is_up(network_network_t *self)
{
    return self->state == NETWORK_STATE_UP;
}

ts_bytes network_network_trouble(network_network_t *self)
{
    if (network_network_is_up(self)) {
        return TS_TEXT("none");
    }
    return self->told_no_name ? TS_TEXT("no-name") : self->told == PLATFORM_NETWORK_EVENT_UP ? TS_TEXT("joining") : platform_network_event_texts[self->told];
}

uint32_t network_network_resets_since_lost(network_network_t *self)
{
    return self->worked ? self->failures / FAILURES_TO_RESET : 0u;
}

bool network_network_drop(network_network_t *self)
{
    const bool was_up = network_network_is_up(self);
    if (self->state != NETWORK_STATE_OFF) {
        p1_network_leave();
    }
    network_attempt_cancel(&self->attempt);
    self->state = NETWORK_STATE_OFF;
    self->failures = 0;
    self->worked = false;
    self->told_no_name = false;
    return was_up;
}

bool network_network_tick(network_network_t *self, uint32_t now)
{
    network_scan_tick(&self->scan, now);
    const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_NAME);
    network_access_point_tick(self->access_point, network_network_is_up(self), value_1.length > 0u, now);
    if (network_attempt_is_due(&self->attempt, now)) {
        return network_network_try_other(self);
    }
    const bool is_due = now - self->waiting_since >= network_network_pause(self);
    // An attempt moves the channel of the access point: whoever is there would lose it each time.
    if (self->state == NETWORK_STATE_OFF || (self->state == NETWORK_STATE_IDLE && is_due && !network_access_point_has_guests(self->access_point))) {
        network_network_join(self);
    }
    return false;
}

/** Leaves the network that there is for one that is tried. */
static inline bool network_network_try_other(network_network_t *self)
{
    const bool was_up = network_network_is_up(self);
    if (self->state != NETWORK_STATE_OFF) {
        p1_network_leave();
    }
    network_network_begin(self, network_attempt_name(&self->attempt), network_attempt_password(&self->attempt));
    return was_up;
}

static inline uint32_t network_network_pause(network_network_t *self)
{
    const uint32_t doublings = ts_min_u32(ts_max_u32(self->failures, 1) - 1u, DOUBLINGS_IN_NETWORK_NETWORK);
    return (uint32_t)ts_min_i32(FIRST_PAUSE_MS_IN_NETWORK_NETWORK << doublings, 64000);
}

static inline void network_network_join(network_network_t *self)
{
    const ts_bytes name = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_NAME);
    if (p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI && name.length == 0u) {
        if (!self->told_no_name) {
            self->told_no_name = true;
            p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("No Wi-Fi is set, so there is no network: set wifi_name and wifi_password."));
        }
        return;
    }
    network_network_begin(self, name, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_PASSWORD));
}

static inline void network_network_begin(network_network_t *self, ts_bytes name, ts_bytes password)
{
    self->state = NETWORK_STATE_JOINING;
    self->attempts = self->attempts + 1u;
    p1_network_set_host_name(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME));
    p1_network_set_address(network_parse_address(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_IP_ADDRESS)), network_parse_address(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_IP_MASK)), network_parse_address(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_IP_ROUTER)), network_parse_address(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_IP_NAME_SERVER)));
    p1_network_join(name, password);
}

bool network_network_on_event(network_network_t *self, platform_network_event_t event, uint32_t now)
{
    if (event == PLATFORM_NETWORK_EVENT_SCANNED) {
        network_scan_on_scanned(&self->scan);
        return false;
    }
    if (self->state == NETWORK_STATE_OFF || self->state == NETWORK_STATE_IDLE) {
        return false;
    }
    if (network_attempt_is_on(&self->attempt) && self->state == NETWORK_STATE_JOINING && !network_network_end_attempt(self, event, now)) {
        return false;
    }
    const bool was_up = network_network_is_up(self);
    network_network_tell(self, event);
    if (event == PLATFORM_NETWORK_EVENT_UP) {
        self->state = NETWORK_STATE_UP;
        self->failures = 0;
        self->worked = true;
        network_own_name_ask(self->own_name);
        return !was_up;
    }
    self->state = NETWORK_STATE_IDLE;
    self->waiting_since = now;
    self->failures = self->failures + 1u;
    if (self->failures % FAILURES_TO_RESET == 0u) {
        self->resets = self->resets + 1u;
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The network interface is switched off and on."));
        p1_network_reset();
    }
    return was_up;
}

/** How the attempt went. One that succeeded is kept; after another one the device goes back to what it had. */
static bool network_network_end_attempt(network_network_t *self, platform_network_event_t event, uint32_t now)
{
    if (event == PLATFORM_NETWORK_EVENT_UP) {
        (void)settings_settings_assign(self->settings, TS_TEXT("wifi_name"), network_attempt_name(&self->attempt));
        (void)settings_settings_assign(self->settings, TS_TEXT("wifi_password"), network_attempt_password(&self->attempt));
        settings_keeper_save(self->keeper);
    } else {
        ts2c_writer_clear(self->line);
        ts2c_writer_text(self->line, TS_TEXT("Wi-Fi "));
        ts2c_writer_bytes(self->line, network_attempt_name(&self->attempt));
        ts2c_writer_text(self->line, words_in_network_network(event));
        ts2c_writer_text(self->line, TS_TEXT(". Nothing was changed."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(self->line));
        self->state = NETWORK_STATE_IDLE;
        self->waiting_since = now;
        self->failures = 0;
    }
    network_attempt_end(&self->attempt, event);
    return event == PLATFORM_NETWORK_EVENT_UP;
}

void network_network_describe(network_network_t *self, ts2c_writer_t *out)
{
    bool value_2;
    value_2 = p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI;
    if (value_2) {
        const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_NAME);
        value_2 = value_1.length == 0u;
    }
    if (value_2) {
        ts2c_writer_text(out, TS_TEXT("No Wi-Fi is set, so there is no network"));
    } else {
        network_network_write_name(self, out);
        if (network_network_is_up(self)) {
            write_up(out);
        } else {
            ts2c_writer_text(out, self->told == PLATFORM_NETWORK_EVENT_UP ? TS_TEXT(" is being joined") : words_in_network_network(self->told));
        }
    }
    ts2c_writer_text(out, TS_TEXT("."));
}

static inline void network_network_write_name(network_network_t *self, ts2c_writer_t *out)
{
    if (p1_network_kind() == PLATFORM_NETWORK_KIND_WIFI) {
        ts2c_writer_text(out, TS_TEXT("Wi-Fi "));
        ts2c_writer_bytes(out, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_WIFI_NAME));
    } else {
        ts2c_writer_text(out, TS_TEXT("The network"));
    }
}

static inline void network_network_tell(network_network_t *self, platform_network_event_t event)
{
    ts2c_writer_clear(self->line);
    network_network_write_name(self, self->line);
    if (event == PLATFORM_NETWORK_EVENT_UP) {
        write_up(self->line);
    } else {
        ts2c_writer_text(self->line, words_in_network_network(event));
    }
    ts2c_writer_text(self->line, TS_TEXT("."));
    p1_log_write(event == PLATFORM_NETWORK_EVENT_UP ? PLATFORM_LEVEL_INFO : event == self->told ? PLATFORM_LEVEL_DEBUG : PLATFORM_LEVEL_WARNING, ts2c_writer_view(self->line));
    self->told = event;
}

static inline void write_up(ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT(" is up; the device's address is "));
    network_write_address(out, p1_network_address());
}
