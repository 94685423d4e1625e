/* Made by ts2c from ts/home-assistant/discovery.ts: change that file, not this one. */

#include "home-assistant/discovery.h"

#define EXTRAS 4

#define SETTLED_MS 5000

#define MODEL_SIZE 64

static inline bool home_assistant_discovery_is_on(home_assistant_discovery_t *self);
static inline ts_bytes home_assistant_discovery_model(home_assistant_discovery_t *self);
static inline bool home_assistant_discovery_subscribe(home_assistant_discovery_t *self);
static bool home_assistant_discovery_send_figures(home_assistant_discovery_t *self, bool wanted, uint32_t now);
static bool home_assistant_discovery_send_extras(home_assistant_discovery_t *self, bool wanted, uint32_t now);
static inline void home_assistant_discovery_write_meter(home_assistant_discovery_t *self, bool wanted);
static inline void home_assistant_discovery_write_button(home_assistant_discovery_t *self, bool wanted, ts_bytes command, ts_bytes device_class);
static bool home_assistant_discovery_withdraw_readings(home_assistant_discovery_t *self, uint32_t now);
static bool home_assistant_discovery_send_readings(home_assistant_discovery_t *self, bool wanted, uint32_t now);
static inline bool home_assistant_discovery_send(home_assistant_discovery_t *self, bool exists, uint32_t now);

void home_assistant_discovery_init(home_assistant_discovery_t *self, home_assistant_entity_t *entity, publish_kept_t *kept, publish_statistics_t *statistics)
{
    memset(self, 0, sizeof(*self));
    self->figure = PUBLISH_FIGURE_COUNT;
    self->extra = EXTRAS;
    self->settings = entity->settings;
    self->message = entity->message;
    self->kept = kept;
    self->statistics = statistics;
    self->entity = entity;
    self->identity = entity->identity;
}

void home_assistant_discovery_start(home_assistant_discovery_t *self)
{
    if (home_assistant_discovery_is_on(self)) {
        home_assistant_identity_adopt(self->identity);
        self->told = true;
    }
}

static inline bool home_assistant_discovery_is_on(home_assistant_discovery_t *self)
{
    return settings_settings_on(self->settings, SETTINGS_SETTING_NAME_DISCOVERY) && !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
}

void home_assistant_discovery_connect(home_assistant_discovery_t *self)
{
    self->subscribed = false;
    home_assistant_discovery_renew(self);
}

void home_assistant_discovery_renew(home_assistant_discovery_t *self)
{
    self->figure = 0;
    self->extra = 0;
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        reading->announced = false;
    }
}

void home_assistant_discovery_move(home_assistant_discovery_t *self, uint32_t code)
{
    if (self->told) {
        publish_kept_leave(self->kept, code);
    }
}

void home_assistant_discovery_forget_meter(home_assistant_discovery_t *self)
{
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        publish_kept_reading_leave(reading);
    }
    if (!self->told) {
        publish_kept_drop_leaving(self->kept);
    }
    self->model_length = 0;
    home_assistant_discovery_renew(self);
}

void home_assistant_discovery_on_message(home_assistant_discovery_t *self, ts_bytes topic, ts_bytes payload)
{
    if (bytes_same_bytes(topic, home_assistant_identity_birth_topic(self->identity)) && bytes_same_bytes(payload, TS_TEXT("online"))) {
        home_assistant_discovery_renew(self);
    }
}

void home_assistant_discovery_meter(home_assistant_discovery_t *self, ts_bytes identification)
{
    const ts_bytes model = ts_bytes_subarray(identification, 0, MODEL_SIZE);
    if (bytes_same_bytes(model, home_assistant_discovery_model(self))) {
        return;
    }
    const uint32_t length = model.length;
    if (length <= MODEL_SIZE) {
        ts_span_u8_set((ts_span_u8){.data = self->model_buffer, .length = 64}, model.data, model.length, 0);
        self->model_length = (uint8_t)length;
        home_assistant_discovery_renew(self);
    }
}

static inline ts_bytes home_assistant_discovery_model(home_assistant_discovery_t *self)
{
    return ts_bytes_subarray((ts_bytes){.data = self->model_buffer, .length = 64}, 0, self->model_length);
}

bool home_assistant_discovery_tick(home_assistant_discovery_t *self, uint32_t now)
{
    const bool current = home_assistant_identity_is_current(self->identity);
    if (!current && !self->told) {
        home_assistant_identity_adopt(self->identity);
        home_assistant_discovery_connect(self);
        return true;
    }
    const bool wanted = current && home_assistant_discovery_is_on(self);
    if (!wanted && !self->told) {
        return true;
    }
    if (!home_assistant_discovery_subscribe(self) || !home_assistant_discovery_send_figures(self, wanted, now) || !home_assistant_discovery_send_extras(self, wanted, now)) {
        return false;
    }
    if (!home_assistant_discovery_withdraw_readings(self, now) || !home_assistant_discovery_send_readings(self, wanted, now)) {
        return false;
    }
    // Which readings the run before told of shows when the meter speaks.
    self->told = wanted || (current && self->model_length == 0);
    return true;
}

bool home_assistant_discovery_misses_states(home_assistant_discovery_t *self, uint32_t now)
{
    if (!self->missing || now - self->settled_at < SETTLED_MS) {
        return false;
    }
    self->missing = false;
    return true;
}

static inline bool home_assistant_discovery_subscribe(home_assistant_discovery_t *self)
{
    if (!self->subscribed && !p1_broker_subscribe(home_assistant_identity_birth_topic(self->identity))) {
        return false;
    }
    self->subscribed = true;
    return true;
}

static bool home_assistant_discovery_send_figures(home_assistant_discovery_t *self, bool wanted, uint32_t now)
{
    while (self->figure < PUBLISH_FIGURE_COUNT) {
        const publish_figure_t value_1 = PUBLISH_FIGURES[self->figure];
        const publish_figure_name_t name = value_1.name;
        const meter_kind_t behaves = value_1.behaves;
        const ts_bytes device_class = value_1.device_class;
        const ts_bytes unit = value_1.unit;
        const meter_shown_t shown = value_1.shown;
        home_assistant_entity_t *const entity = self->entity;
        home_assistant_entity_begin(entity, HOME_ASSISTANT_COMPONENT_SENSOR, publish_figure_name_texts[name]);
        const bool exists = wanted && publish_statistics_has(self->statistics, self->figure);
        if (exists) {
            home_assistant_entity_open(entity, publish_figure_name_texts[name]);
            home_assistant_entity_topic(entity, TS_TEXT("state_topic"), TS_TEXT("/sensor/"), publish_figure_name_texts[name], TS_TEXT(""));
            home_assistant_entity_text(entity, TS_TEXT("unit_of_measurement"), unit);
            home_assistant_entity_manner(entity, behaves, shown, device_class);
            home_assistant_entity_expires(entity, settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_STATISTICS));
            home_assistant_entity_end(entity, HOME_ASSISTANT_NEEDS_DEVICE, home_assistant_discovery_model(self));
        }
        if (!home_assistant_discovery_send(self, exists, now)) {
            return false;
        }
        self->figure = (uint8_t)(self->figure + 1);
    }
    return true;
}

static bool home_assistant_discovery_send_extras(home_assistant_discovery_t *self, bool wanted, uint32_t now)
{
    while (self->extra < EXTRAS) {
        switch (self->extra) {
        case 0:
            home_assistant_discovery_write_meter(self, wanted);
            break;
        case 1:
            home_assistant_discovery_write_button(self, wanted, TS_TEXT("resend"), TS_TEXT(""));
            break;
        case 2:
            home_assistant_discovery_write_button(self, wanted, TS_TEXT("restart"), TS_TEXT("restart"));
            break;
        default:
            home_assistant_discovery_write_button(self, wanted, TS_TEXT("identify"), TS_TEXT("identify"));
            break;
        }
        if (!home_assistant_discovery_send(self, wanted, now)) {
            return false;
        }
        self->extra = (uint8_t)(self->extra + 1);
    }
    return true;
}

/** Whether telegrams come. */
static inline void home_assistant_discovery_write_meter(home_assistant_discovery_t *self, bool wanted)
{
    home_assistant_entity_t *const entity = self->entity;
    home_assistant_entity_begin(entity, HOME_ASSISTANT_COMPONENT_BINARY_SENSOR, TS_TEXT("meter"));
    if (wanted) {
        home_assistant_entity_open(entity, TS_TEXT("meter"));
        home_assistant_entity_topic(entity, TS_TEXT("state_topic"), TS_TEXT("/availability/meter"), TS_TEXT(""), TS_TEXT(""));
        home_assistant_entity_text(entity, TS_TEXT("payload_on"), TS_TEXT("online"));
        home_assistant_entity_text(entity, TS_TEXT("payload_off"), TS_TEXT("offline"));
        home_assistant_entity_text(entity, TS_TEXT("device_class"), TS_TEXT("connectivity"));
        home_assistant_entity_text(entity, TS_TEXT("entity_category"), TS_TEXT("diagnostic"));
        home_assistant_entity_end(entity, HOME_ASSISTANT_NEEDS_DEVICE, home_assistant_discovery_model(self));
    }
}

/** A command; one without a device class gets a picture. */
static inline void home_assistant_discovery_write_button(home_assistant_discovery_t *self, bool wanted, ts_bytes command, ts_bytes device_class)
{
    home_assistant_entity_t *const entity = self->entity;
    home_assistant_entity_begin(entity, HOME_ASSISTANT_COMPONENT_BUTTON, command);
    if (wanted) {
        home_assistant_entity_open(entity, command);
        home_assistant_entity_topic(entity, TS_TEXT("command_topic"), TS_TEXT("/command"), TS_TEXT(""), TS_TEXT(""));
        home_assistant_entity_text(entity, TS_TEXT("payload_press"), command);
        home_assistant_entity_text(entity, TS_TEXT("device_class"), device_class);
        home_assistant_entity_text(entity, TS_TEXT("icon"), ts_text_equal(device_class, TS_TEXT("")) ? TS_TEXT("mdi:refresh") : TS_TEXT(""));
        home_assistant_entity_text(entity, TS_TEXT("entity_category"), TS_TEXT("config"));
        home_assistant_entity_end(entity, HOME_ASSISTANT_NEEDS_DEVICE, home_assistant_discovery_model(self));
    }
}

/** Before new ones are told: one of them may have the name of one that leaves. */
static bool home_assistant_discovery_withdraw_readings(home_assistant_discovery_t *self, uint32_t now)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (self->kept->readings[i].leaving) {
            home_assistant_entity_begin(self->entity, HOME_ASSISTANT_COMPONENT_SENSOR, publish_kept_name_of(self->kept, (uint8_t)i));
            if (!home_assistant_discovery_send(self, false, now)) {
                return false;
            }
            publish_kept_drop(self->kept, (uint8_t)i);
        }
    }
    return true;
}

static bool home_assistant_discovery_send_readings(home_assistant_discovery_t *self, bool wanted, uint32_t now)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->kept->readings[i];
        if (!reading->used || reading->announced) {
            continue;
        }
        const ts_bytes name = publish_kept_name_of(self->kept, (uint8_t)i);
        const bool exists = wanted && !reading->left_out;
        home_assistant_entity_begin(self->entity, HOME_ASSISTANT_COMPONENT_SENSOR, name);
        if (exists) {
            home_assistant_entity_open(self->entity, name);
            home_assistant_describe_reading(self->entity, reading, publish_kept_topic_of(self->kept, (uint8_t)i), name, publish_kept_text_of(self->kept, reading));
            const uint32_t interval = ts_max_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_ALL), settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_MIN));
            home_assistant_entity_expires(self->entity, interval);
            home_assistant_entity_end(self->entity, HOME_ASSISTANT_NEEDS_DEVICE_AND_METER, home_assistant_discovery_model(self));
        }
        if (!home_assistant_discovery_send(self, exists, now)) {
            return false;
        }
        reading->announced = true;
    }
    return true;
}

static inline bool home_assistant_discovery_send(home_assistant_discovery_t *self, bool exists, uint32_t now)
{
    if (!publish_message_send_retained(self->message)) {
        return false;
    }
    if (exists) {
        self->told = true;
        self->missing = true;
        self->settled_at = now;
    }
    return true;
}
