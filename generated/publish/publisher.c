/* Made by ts2c from ts/publish/publisher.ts: change that file, not this one. */

#include "publish/publisher.h"

#define IDENTIFICATION 4294967295u

#define FIRST_TARIFF 268503041

static inline uint32_t publish_publisher_keep(publish_publisher_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes text, uint32_t hint);
static void publish_publisher_begin(publish_publisher_t *self, uint32_t now);
static bool publish_publisher_send_readings(publish_publisher_t *self);
static bool publish_publisher_send_value(publish_publisher_t *self, uint32_t index_);
static inline bool publish_publisher_send_time(publish_publisher_t *self, uint32_t index_);
static bool publish_publisher_send_as_dsmr_reader(publish_publisher_t *self, uint32_t index_);
static bool publish_publisher_send_json(publish_publisher_t *self);
static uint32_t publish_publisher_write_array(publish_publisher_t *self, uint32_t from);
static void publish_publisher_write_object(publish_publisher_t *self, uint32_t index_);
static inline void publish_publisher_tell_too_long(publish_publisher_t *self);

static const meter_entry_t IDENTIFICATION_ENTRY = {.code = 4294967295u, .topic = {(const uint8_t *)"equipment/identification", 24}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC};

bool publish_is_identification(uint32_t code)
{
    return code == IDENTIFICATION;
}

void publish_publisher_init(publish_publisher_t *self, settings_settings_t *settings, meter_meter_t *meter, publish_message_t *message, publish_device_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    publish_kept_init(&self->kept);
    p1_staged_reading_init(&self->identification);
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->topic_buffer, .length = 64});
    publish_pace_init(&self->power_pace);
    publish_pace_init(&self->pace);
    self->settings = settings;
    self->meter = meter;
    self->message = message;
    self->counters = counters;
}

void publish_publisher_renew(publish_publisher_t *self, uint32_t now)
{
    self->running = false;
    publish_pace_reset(&self->power_pace);
    publish_pace_reset(&self->pace);
    self->renewed = now;
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->kept.readings[i];
        // Home Assistant would take an old value for one of now.
        reading->published = reading->published && reading->missed;
        publish_kept_reading_clear_due(reading);
    }
}

void publish_publisher_take(publish_publisher_t *self, p1_staging_t *staging, ts_bytes identification, uint32_t now)
{
    publish_kept_begin(&self->kept, now);
    self->identification.code = IDENTIFICATION;
    self->identification.kind = P1_READING_KIND_TEXT;
    ts2c_writer_clear(&self->topic);
    ts2c_writer_text(&self->topic, IDENTIFICATION_ENTRY.topic);
    uint32_t place = publish_publisher_keep(self, &self->identification, IDENTIFICATION_ENTRY, identification, 0);
    const bool original = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
    for (uint32_t i = 0; i < staging->count && true; i++) {
        p1_staged_reading_t *const reading = &staging->readings[i];
        ts2c_writer_clear(&self->topic);
        if (original && settings_codes_find(&self->settings->codes, reading->code) == SETTINGS_CODES) {
            meter_meter_write_original_topic(self->meter, &self->topic, staging, reading);
        } else {
            publish_write_topic(&self->topic, self->settings, self->meter, staging, reading);
        }
        const uint32_t hint = ts_min_u32(place + 1u, (uint32_t)(PUBLISH_PLACES - 1));
        place = publish_publisher_keep(self, reading, meter_meter_describe(self->meter, reading->code), p1_staging_text_of(staging, reading), hint);
    }
    const uint32_t interval = (uint32_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_ALL) * 1000u, 0, INT64_C(4294967295));
    const bool all = now - self->renewed >= interval;
    if (all) {
        self->renewed = now;
    }
    if (all || !settings_settings_on(self->settings, SETTINGS_SETTING_NAME_CHANGED_ONLY)) {
        publish_kept_forget_published(&self->kept);
    }
}

bool publish_publisher_is_renamed(publish_publisher_t *self, uint32_t code)
{
    return settings_codes_find(&self->settings->codes, code) < SETTINGS_CODES || settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
}

/** Keeps a reading under the topic that is written. */
static inline uint32_t publish_publisher_keep(publish_publisher_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes text, uint32_t hint)
{
    const uint32_t place = publish_kept_keep(&self->kept, staged, entry, ts2c_writer_view(&self->topic), text, (uint8_t)hint);
    const bool is_off = publish_is_left_out(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_LEAVE_OUT), ts2c_writer_view(&self->topic)) || settings_codes_is_off(&self->settings->codes, staged->code);
    publish_kept_reading_leave_out(&self->kept.readings[place], is_off);
    return place;
}

bool publish_publisher_tick(publish_publisher_t *self, uint32_t now)
{
    if (!self->running) {
        publish_publisher_begin(self, now);
    }
    if (!self->running) {
        return true;
    }
    if (!publish_publisher_send_readings(self) || !publish_publisher_send_json(self)) {
        return false;
    }
    self->running = false;
    self->counters->published = self->counters->published + 1u;
    return true;
}

/** Begins a publication of what changed, if it is time for that. */
static void publish_publisher_begin(publish_publisher_t *self, uint32_t now)
{
    const bool original = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_ORIGINAL);
    const bool json = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_PUBLISH_AS_JSON);
    const bool is_time = publish_pace_is_time(&self->pace, now, settings_settings_number(self->settings, SETTINGS_SETTING_NAME_INTERVAL_MIN));
    const bool is_time_of_power = publish_pace_is_time(&self->power_pace, now, settings_settings_number(self->settings, original ? SETTINGS_SETTING_NAME_INTERVAL_MIN : SETTINGS_SETTING_NAME_INTERVAL_POWER));
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->kept.readings[i];
        const bool power = publish_kept_reading_is_power(reading);
        const bool changed = publish_kept_reading_is_current(reading) && !reading->left_out && publish_kept_reading_changed(reading);
        if (!changed || !(power ? is_time_of_power : is_time)) {
            continue;
        }
        reading->value_due = true;
        reading->time_due = reading->kind == P1_READING_KIND_NUMBER && reading->time != P1_NO_TIME && !original;
        reading->json_due = json;
        reading->dsmr_due = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_DSMR_READER);
        self->running = true;
        if (power) {
            publish_pace_begin(&self->power_pace, now);
        } else {
            publish_pace_begin(&self->pace, now);
        }
    }
}

static bool publish_publisher_send_readings(publish_publisher_t *self)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->kept.readings[i];
        if (reading->value_due && !publish_kept_reading_changed(reading)) {
            // It went back to what is published while the broker took nothing.
            publish_kept_reading_clear_due(reading);
        }
        if (self->kept.readings[i].value_due && !publish_publisher_send_value(self, i)) {
            return false;
        }
        if (self->kept.readings[i].time_due && !publish_publisher_send_time(self, i)) {
            return false;
        }
        if (self->kept.readings[i].dsmr_due && !publish_publisher_send_as_dsmr_reader(self, i)) {
            return false;
        }
    }
    return true;
}

static bool publish_publisher_send_value(publish_publisher_t *self, uint32_t index_)
{
    publish_kept_reading_t *const reading = &self->kept.readings[index_];
    publish_message_begin(self->message);
    ts2c_writer_bytes(&self->message->topic, publish_kept_topic_of(&self->kept, (uint8_t)index_));
    publish_write_value(self->message->payload, reading, publish_kept_text_of(&self->kept, reading));
    if (!publish_message_complete(self->message)) {
        publish_publisher_tell_too_long(self);
    } else if (!publish_message_send(self->message)) {
        return false;
    }
    reading->value_due = false;
    publish_kept_reading_mark_published(reading);
    return true;
}

/** When the value was read, on a topic of its own: `total/gas_meter_time` beside `total/gas_meter_m3`. */
static inline bool publish_publisher_send_time(publish_publisher_t *self, uint32_t index_)
{
    publish_kept_reading_t *const reading = &self->kept.readings[index_];
    publish_message_begin(self->message);
    ts2c_writer_bytes(&self->message->topic, publish_kept_name_of(&self->kept, (uint8_t)index_));
    ts2c_writer_text(&self->message->topic, TS_TEXT("_time"));
    p1_write_time(self->message->payload, reading->time);
    if (!publish_message_send(self->message)) {
        return false;
    }
    reading->time_due = false;
    return true;
}

/** The same under the topics of dsmr-reader. Where the broker takes only some of it, all is sent again. */
static bool publish_publisher_send_as_dsmr_reader(publish_publisher_t *self, uint32_t index_)
{
    publish_kept_reading_t *const reading = &self->kept.readings[index_];
    const bool is_gas = reading->device == METER_DEVICE_CLASS_GAS && meter_meter_named_channel(self->meter, reading->code) == 0;
    for (uint32_t part = 0; part < NEIGHBOURS_PARTS; part++) {
        const bool is_part = neighbours_write_part(self->message, self->settings, reading, (uint8_t)part, is_gas, publish_kept_has(&self->kept, FIRST_TARIFF));
        if (is_part) {
            if (reading->kind == P1_READING_KIND_TEXT) {
                ts2c_writer_bytes(self->message->payload, publish_kept_text_of(&self->kept, reading));
            }
            if (!publish_message_send(self->message)) {
                return false;
            }
        }
    }
    reading->dsmr_due = false;
    return true;
}

/** Sends the JSON array; where a message has no room for all of it, the rest as another one. */
static bool publish_publisher_send_json(publish_publisher_t *self)
{
    uint32_t from = 0;
    while (from < PUBLISH_PLACES) {
        const uint32_t next = publish_publisher_write_array(self, from);
        if (self->in_array > 0 && !publish_message_send(self->message)) {
            return false;
        }
        for (uint32_t i = from; i < next && true; i++) {
            self->kept.readings[i].json_due = false;
        }
        from = next;
    }
    return true;
}

/** Writes the array of the due readings from a place on. Returns the place of the first for which there is no room. */
static uint32_t publish_publisher_write_array(publish_publisher_t *self, uint32_t from)
{
    ts2c_writer_t *const payload = self->message->payload;
    publish_message_begin(self->message);
    ts2c_writer_text(&self->message->topic, TS_TEXT("json"));
    self->in_array = 0;
    ts2c_writer_text(payload, TS_TEXT("["));
    for (uint32_t i = from; i < PUBLISH_PLACES; i++) {
        if (!self->kept.readings[i].json_due) {
            continue;
        }
        const uint32_t start = ts2c_writer_mark(payload);
        if (self->in_array > 0) {
            ts2c_writer_text(payload, TS_TEXT(","));
        }
        publish_publisher_write_object(self, i);
        const uint32_t end = ts2c_writer_mark(payload);
        ts2c_writer_text(payload, TS_TEXT("]"));
        if (ts2c_writer_full(payload)) {
            ts2c_writer_reset(payload, start);
            ts2c_writer_text(payload, TS_TEXT("]"));
            if (self->in_array > 0) {
                return ts_max_u32(i, 1);
            }
            publish_publisher_tell_too_long(self);
            return i + 1u;
        }
        ts2c_writer_reset(payload, end);
        self->in_array = (uint8_t)ts_min_i32(self->in_array + 1, PUBLISH_PLACES);
    }
    ts2c_writer_text(payload, TS_TEXT("]"));
    return PUBLISH_PLACES;
}

static void publish_publisher_write_object(publish_publisher_t *self, uint32_t index_)
{
    ts2c_writer_t *const payload = self->message->payload;
    publish_kept_reading_t *const reading = &self->kept.readings[index_];
    const ts_bytes text = publish_kept_text_of(&self->kept, reading);
    ts2c_writer_text(payload, TS_TEXT("{\"meter\":"));
    ts2c_writer_json_string(payload, publish_kept_topic_of(&self->kept, (uint8_t)index_));
    ts2c_writer_text(payload, TS_TEXT(",\"reading\":"));
    publish_write_json_value(payload, reading, text);
    ts2c_writer_text(payload, TS_TEXT(",\"unit\":"));
    meter_write_json_unit(payload, reading->unit, text);
    if (reading->kind == P1_READING_KIND_NUMBER && reading->time != P1_NO_TIME) {
        ts2c_writer_text(payload, TS_TEXT(",\"time\":\""));
        p1_write_time(payload, reading->time);
        ts2c_writer_text(payload, TS_TEXT("\""));
    }
    ts2c_writer_text(payload, TS_TEXT("}"));
}

static inline void publish_publisher_tell_too_long(publish_publisher_t *self)
{
    (void)self;
    p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("A reading is longer than an MQTT message may be here: it is not published."));
}
