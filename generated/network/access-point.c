/* Made by ts2c from ts/network/access-point.ts: change that file, not this one. */

#include "network/access-point.h"

#define FIRST_MS_IN_NETWORK_ACCESS_POINT 900000

#define UNREACHABLE_MS 300000

#define LINGER_MS 60000

#define LINGER_MOST_MS 300000

#define KEY_LENGTH 12

static inline network_mode_t network_access_point_wanted(network_access_point_t *self, bool is_up, bool is_known, uint32_t now);
static void network_access_point_change(network_access_point_t *self, network_mode_t mode);

/** The characters of a key that is made here: without those that look like others. Their number divides 256. */
static const uint8_t LETTERS_IN_NETWORK_ACCESS_POINT[32] = {
    97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 109, 110, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121,
    122, 50, 51, 52, 53, 54, 55, 56, 57,
};

void network_access_point_init(network_access_point_t *self, settings_settings_t *settings, settings_keeper_t *keeper)
{
    memset(self, 0, sizeof(*self));
    network_captive_names_init(&self->names);
    self->mode = NETWORK_MODE_CLOSED;
    ts2c_writer_init(&self->name_writer, (ts_span_u8){.data = self->name_memory, .length = 16});
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->line_memory, .length = 160});
    self->settings = settings;
    self->keeper = keeper;
}

void network_access_point_power_up(network_access_point_t *self, uint32_t now)
{
    self->changed_at = now;
    network_access_point_start(self, now);
}

void network_access_point_start(network_access_point_t *self, uint32_t now)
{
    self->is_first = true;
    self->first_since = now;
}

bool network_access_point_is_open(network_access_point_t *self)
{
    return self->mode != NETWORK_MODE_CLOSED;
}

bool network_access_point_has_guests(network_access_point_t *self)
{
    return network_access_point_is_open(self) && p1_network_guests() > 0;
}

ts_bytes network_access_point_name(network_access_point_t *self)
{
    ts2c_writer_clear(&self->name_writer);
    chip_id_write_chip_id(&self->name_writer);
    const ts_bytes id = ts2c_writer_view(&self->name_writer);
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("p1-meter-"));
    ts2c_writer_bytes(&self->line, ts_bytes_subarray(id, 2, 4294967295u));
    ts2c_writer_clear(&self->name_writer);
    ts2c_writer_bytes(&self->name_writer, ts2c_writer_view(&self->line));
    return ts2c_writer_view(&self->name_writer);
}

ts_bytes network_access_point_key(network_access_point_t *self)
{
    const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ACCESS_POINT_KEY);
    if (value_1.length == 0u) {
        ts2c_writer_clear(&self->line);
        for (uint32_t i = 0; i < KEY_LENGTH; i++) {
            ts2c_writer_byte(&self->line, LETTERS_IN_NETWORK_ACCESS_POINT[p1_system_random() & 31u]);
        }
        (void)settings_settings_assign(self->settings, TS_TEXT("access_point_key"), ts2c_writer_view(&self->line));
        settings_keeper_save(self->keeper);
    }
    return settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ACCESS_POINT_KEY);
}

void network_access_point_write(network_access_point_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("{\"name\":"));
    ts2c_writer_json_string(out, network_access_point_name(self));
    ts2c_writer_text(out, TS_TEXT(",\"key\":"));
    ts2c_writer_json_string(out, network_access_point_key(self));
    ts2c_writer_text(out, network_access_point_is_open(self) ? TS_TEXT(",\"open\":true}\n") : TS_TEXT(",\"open\":false}\n"));
}

void network_access_point_tick(network_access_point_t *self, bool is_up, bool is_known, uint32_t now)
{
    if (p1_network_kind() != PLATFORM_NETWORK_KIND_WIFI) {
        return;
    }
    if (is_up != self->was_up) {
        self->was_up = is_up;
        self->changed_at = now;
        (void)network_access_point_key(self);
    }
    if (self->is_first && now - self->first_since >= FIRST_MS_IN_NETWORK_ACCESS_POINT) {
        self->is_first = false;
    }
    if (network_access_point_has_guests(self)) {
        self->had_guests = true;
        self->guests_at = now;
    }
    network_access_point_change(self, network_access_point_wanted(self, is_up, is_known, now));
    if (network_access_point_is_open(self)) {
        network_captive_names_tick(&self->names, p1_network_access_point_address());
    }
}

static inline network_mode_t network_access_point_wanted(network_access_point_t *self, bool is_up, bool is_known, uint32_t now)
{
    const uint32_t since = now - self->changed_at;
    if (is_up) {
        const bool is_used = self->had_guests && now - self->guests_at < LINGER_MS && since < LINGER_MOST_MS;
        return is_used ? self->mode : NETWORK_MODE_CLOSED;
    }
    if (is_known && (self->mode == NETWORK_MODE_LOST || since >= UNREACHABLE_MS)) {
        return NETWORK_MODE_LOST;
    }
    if (is_known) {
        return self->is_first ? self->mode : NETWORK_MODE_CLOSED;
    }
    return self->is_first ? NETWORK_MODE_FIRST : NETWORK_MODE_CLOSED;
}

static void network_access_point_change(network_access_point_t *self, network_mode_t mode)
{
    if (mode == self->mode) {
        return;
    }
    if (mode == NETWORK_MODE_CLOSED) {
        self->mode = mode;
        network_captive_names_close(&self->names);
        p1_network_close_access_point();
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The device's own access point is closed."));
        return;
    }
    const ts_bytes value_1 = network_access_point_name(self);
    if (!p1_network_open_access_point(value_1, mode == NETWORK_MODE_FIRST ? TS_TEXT("") : network_access_point_key(self))) {
        return;
    }
    if (!network_access_point_is_open(self)) {
        network_captive_names_open(&self->names, p1_network_access_point_address());
    }
    self->mode = mode;
    self->had_guests = false;
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("The device's own access point is open: "));
    ts2c_writer_bytes(&self->line, ts2c_writer_view(&self->name_writer));
    ts2c_writer_text(&self->line, mode == NETWORK_MODE_FIRST ? TS_TEXT(", for everybody.") : TS_TEXT(", with the key that its settings show."));
    p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(&self->line));
}
