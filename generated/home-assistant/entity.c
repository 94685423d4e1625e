/* Made by ts2c from ts/home-assistant/entity.ts: change that file, not this one. */

#include "home-assistant/entity.h"

#define SLASH_IN_HOME_ASSISTANT_ENTITY 47

#define UNDERSCORE_IN_HOME_ASSISTANT_ENTITY 95

#define SPACE_IN_HOME_ASSISTANT_ENTITY 32

#define SMALL_L 108

#define CAPITAL_L 76

static void write_name_in_home_assistant_entity(ts2c_writer_t *out, ts_bytes path);
static void write_id(ts2c_writer_t *out, ts_bytes path);
static ts_bytes icon_of(meter_kind_t behaves);
static void home_assistant_entity_write_page(home_assistant_entity_t *self);
static inline void home_assistant_entity_write_availability(home_assistant_entity_t *self, ts_bytes of);

const ts_bytes home_assistant_component_texts[3] = {
    {(const uint8_t *)"sensor", 6},
    {(const uint8_t *)"binary_sensor", 13},
    {(const uint8_t *)"button", 6},
};

/** Writes a topic as a name that people read: `instant/voltage/l1` is "Instant voltage L1". */
static void write_name_in_home_assistant_entity(ts2c_writer_t *out, ts_bytes path)
{
    for (uint32_t i = 0; i < path.length; i++) {
        const uint32_t byte = path.data[i];
        const bool is_first = i == 0u;
        const bool is_after_slash = i > 0u && path.data[i - 1u] == SLASH_IN_HOME_ASSISTANT_ENTITY;
        const bool is_phase = byte == SMALL_L && is_after_slash && i + 1u < path.length && p1_is_digit(path.data[i + 1u]);
        if (byte == SLASH_IN_HOME_ASSISTANT_ENTITY || byte == UNDERSCORE_IN_HOME_ASSISTANT_ENTITY) {
            ts2c_writer_byte(out, SPACE_IN_HOME_ASSISTANT_ENTITY);
        } else if (is_phase) {
            ts2c_writer_byte(out, CAPITAL_L);
        } else {
            ts2c_writer_byte(out, (uint8_t)(is_first && byte >= 97u && byte <= 122u ? byte - 32u : byte));
        }
    }
}

/** Writes a topic as an id: Home Assistant takes letters, digits, `_` and `-`. */
static void write_id(ts2c_writer_t *out, ts_bytes path)
{
    for (uint32_t i = 0; i < path.length; i++) {
        const uint8_t byte = path.data[i];
        const uint32_t letter = p1_lower_case(byte);
        const bool is_plain = p1_is_digit(byte) || (letter >= 97u && letter <= 122u) || byte == 45;
        ts2c_writer_byte(out, (uint8_t)(is_plain ? byte : UNDERSCORE_IN_HOME_ASSISTANT_ENTITY));
    }
}

static ts_bytes icon_of(meter_kind_t behaves)
{
    switch (behaves) {
    case METER_KIND_COUNTER:
        return TS_TEXT("mdi:counter");
    case METER_KIND_GAUGE:
        return TS_TEXT("mdi:gauge");
    case METER_KIND_WORD:
        return TS_TEXT("mdi:information-outline");
    case METER_KIND_TEXT:
        return TS_TEXT("mdi:message-text-outline");
    case METER_KIND_TIME:
        return TS_TEXT("mdi:clock-outline");
    case METER_KIND_LIST:
        return TS_TEXT("mdi:history");
    default:
        break;
    }
    TS_UNREACHABLE();
}

void home_assistant_entity_init(home_assistant_entity_t *self, settings_settings_t *settings, publish_message_t *message, home_assistant_identity_t *identity)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->path, (ts_span_u8){.data = self->buffer, .length = 192});
    self->settings = settings;
    self->message = message;
    self->identity = identity;
}

void home_assistant_entity_begin(home_assistant_entity_t *self, home_assistant_component_t component, ts_bytes name)
{
    ts2c_writer_t *const topic = &self->message->topic;
    publish_message_begin_below(self->message, home_assistant_identity_prefix(self->identity));
    ts2c_writer_text(topic, home_assistant_component_texts[component]);
    ts2c_writer_text(topic, TS_TEXT("/"));
    home_assistant_identity_write_device_id(self->identity, topic);
    ts2c_writer_text(topic, TS_TEXT("/"));
    write_id(topic, name);
    ts2c_writer_text(topic, TS_TEXT("/config"));
}

void home_assistant_entity_open(home_assistant_entity_t *self, ts_bytes name)
{
    ts2c_writer_t *const out = self->message->payload;
    ts2c_writer_text(out, TS_TEXT("{\"name\":\""));
    write_name_in_home_assistant_entity(out, name);
    ts2c_writer_text(out, TS_TEXT("\",\"unique_id\":\""));
    home_assistant_identity_write_device_id(self->identity, out);
    ts2c_writer_text(out, TS_TEXT("_"));
    write_id(out, name);
    ts2c_writer_text(out, TS_TEXT("\""));
}

void home_assistant_entity_text(home_assistant_entity_t *self, ts_bytes key, ts_bytes value)
{
    if (value.length > 0u) {
        home_assistant_entity_bytes(self, key, value);
    }
}

void home_assistant_entity_bytes(home_assistant_entity_t *self, ts_bytes key, ts_bytes value)
{
    ts2c_writer_text(self->message->payload, TS_TEXT(",\""));
    ts2c_writer_text(self->message->payload, key);
    ts2c_writer_text(self->message->payload, TS_TEXT("\":"));
    ts2c_writer_json_string(self->message->payload, value);
}

void home_assistant_entity_topic(home_assistant_entity_t *self, ts_bytes key, ts_bytes branch, ts_bytes path, ts_bytes ending)
{
    ts2c_writer_clear(&self->path);
    ts2c_writer_bytes(&self->path, simulator_root_topic(self->settings));
    ts2c_writer_text(&self->path, branch);
    ts2c_writer_bytes(&self->path, path);
    ts2c_writer_text(&self->path, ending);
    home_assistant_entity_bytes(self, key, ts2c_writer_view(&self->path));
}

void home_assistant_entity_manner(home_assistant_entity_t *self, meter_kind_t behaves, meter_shown_t shown, ts_bytes device_class)
{
    home_assistant_entity_text(self, TS_TEXT("device_class"), device_class);
    if (behaves == METER_KIND_COUNTER || behaves == METER_KIND_GAUGE) {
        home_assistant_entity_text(self, TS_TEXT("state_class"), behaves == METER_KIND_COUNTER ? TS_TEXT("total_increasing") : TS_TEXT("measurement"));
    }
    if (ts_text_equal(device_class, TS_TEXT(""))) {
        home_assistant_entity_text(self, TS_TEXT("icon"), icon_of(behaves));
    }
    if (shown != METER_SHOWN_MAIN) {
        home_assistant_entity_text(self, TS_TEXT("entity_category"), TS_TEXT("diagnostic"));
    }
    if (shown == METER_SHOWN_RARE) {
        ts2c_writer_text(self->message->payload, TS_TEXT(",\"enabled_by_default\":false"));
    }
}

void home_assistant_entity_expires(home_assistant_entity_t *self, uint32_t interval)
{
    ts2c_writer_text(self->message->payload, TS_TEXT(",\"expire_after\":"));
    ts2c_writer_int(self->message->payload, 2u * interval + 60u);
}

void home_assistant_entity_end(home_assistant_entity_t *self, home_assistant_needs_t needs, ts_bytes model)
{
    ts2c_writer_t *const out = self->message->payload;
    ts2c_writer_text(out, TS_TEXT(",\"availability\":["));
    home_assistant_entity_write_availability(self, TS_TEXT("device"));
    if (needs == HOME_ASSISTANT_NEEDS_DEVICE_AND_METER) {
        ts2c_writer_text(out, TS_TEXT(","));
        home_assistant_entity_write_availability(self, TS_TEXT("meter"));
    }
    ts2c_writer_text(out, TS_TEXT("],\"availability_mode\":\"all\",\"device\":{\"identifiers\":[\""));
    home_assistant_identity_write_device_id(self->identity, out);
    ts2c_writer_text(out, TS_TEXT("\"]"));
    home_assistant_entity_bytes(self, TS_TEXT("name"), settings_settings_text(self->settings, SETTINGS_SETTING_NAME_DEVICE_NAME));
    home_assistant_entity_bytes(self, TS_TEXT("sw_version"), ts_bytes_subarray((ts_bytes){.data = self->version, .length = 32}, 0, p1_update_version((ts_span_u8){.data = self->version, .length = 32})));
    home_assistant_entity_write_page(self);
    if (model.length > 0u) {
        home_assistant_entity_bytes(self, TS_TEXT("model"), model);
    }
    ts2c_writer_text(out, TS_TEXT("}}"));
}

/** Adds where the device's own page is, if it has one. */
static void home_assistant_entity_write_page(home_assistant_entity_t *self)
{
    const uint32_t port = p1_http_port();
    if (port == 0u) {
        return;
    }
    ts2c_writer_clear(&self->path);
    ts2c_writer_text(&self->path, TS_TEXT("http://"));
    ts2c_writer_bytes(&self->path, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_HOST_NAME));
    ts2c_writer_text(&self->path, TS_TEXT(".local"));
    if (port != 80u) {
        ts2c_writer_text(&self->path, TS_TEXT(":"));
        ts2c_writer_int(&self->path, port);
    }
    home_assistant_entity_bytes(self, TS_TEXT("configuration_url"), ts2c_writer_view(&self->path));
}

static inline void home_assistant_entity_write_availability(home_assistant_entity_t *self, ts_bytes of)
{
    ts2c_writer_clear(&self->path);
    ts2c_writer_bytes(&self->path, simulator_root_topic(self->settings));
    ts2c_writer_text(&self->path, TS_TEXT("/availability/"));
    ts2c_writer_text(&self->path, of);
    ts2c_writer_text(self->message->payload, TS_TEXT("{\"topic\":"));
    ts2c_writer_json_string(self->message->payload, ts2c_writer_view(&self->path));
    ts2c_writer_text(self->message->payload, TS_TEXT("}"));
}
