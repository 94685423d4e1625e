/* Made by ts2c from ts/publish/kept.ts: change that file, not this one. */

#include "publish/kept.h"

#define TEXTS_SIZE 2176

#define UNSEEN 255

static uint8_t publish_kept_place(publish_kept_t *self, uint32_t code, uint8_t hint);
static uint8_t publish_kept_free(publish_kept_t *self);
static void publish_kept_forget(publish_kept_t *self);
static void publish_kept_keep_topic(publish_kept_t *self, uint8_t index_, ts_bytes topic);
static void publish_kept_keep_text(publish_kept_t *self, publish_kept_reading_t *reading, ts_bytes text);
static void publish_kept_drop_text(publish_kept_t *self, publish_kept_reading_t *reading);

void publish_kept_reading_init(publish_kept_reading_t *self)
{
    memset(self, 0, sizeof(*self));
    self->kind = P1_READING_KIND_NUMBER;
    self->unit = P1_UNIT_NONE;
    self->time = P1_NO_TIME;
    self->behaves = METER_KIND_WORD;
    self->device = METER_DEVICE_CLASS_NONE;
    self->shown = METER_SHOWN_MAIN;
    self->published_time = P1_NO_TIME;
}

bool publish_kept_reading_changed(publish_kept_reading_t *self)
{
    return !self->published || self->text_changed || self->value != self->published_value || self->decimals != self->published_decimals || self->time != self->published_time;
}

void publish_kept_reading_mark_published(publish_kept_reading_t *self)
{
    self->published = true;
    self->published_value = self->value;
    self->published_decimals = self->decimals;
    self->published_time = self->time;
    self->text_changed = false;
}

void publish_kept_reading_clear_due(publish_kept_reading_t *self)
{
    self->value_due = false;
    self->time_due = false;
    self->json_due = false;
}

bool publish_kept_reading_is_power(publish_kept_reading_t *self)
{
    return self->device == METER_DEVICE_CLASS_POWER && self->behaves == METER_KIND_GAUGE;
}

void publish_kept_reading_leave_out(publish_kept_reading_t *self, bool left_out)
{
    if (left_out != self->left_out) {
        self->left_out = left_out;
        self->published = false;
        self->announced = false;
        publish_kept_reading_clear_due(self);
    }
}

void publish_kept_reading_claim(publish_kept_reading_t *self, uint32_t code)
{
    self->used = true;
    self->unseen = UNSEEN;
    self->code = code;
    self->left_out = false;
    self->announced = false;
    self->published = false;
    publish_kept_reading_clear_due(self);
    self->topic_length = 0;
    self->text_length = 0;
}

void publish_kept_init(publish_kept_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_init(&self->readings[i]);
    }
    ts2c_writer_init(&self->unit, (ts_span_u8){.data = self->unit_buffer, .length = 24});
}

void publish_kept_begin(publish_kept_t *self, uint32_t now)
{
    self->telegram = self->telegram + 1u;
    self->now = now;
}

uint32_t publish_kept_telegram_number(publish_kept_t *self)
{
    return self->telegram;
}

void publish_kept_forget_published(publish_kept_t *self)
{
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->readings[i];
        if (reading->used && reading->telegram == self->telegram) {
            reading->published = false;
        }
    }
}

ts_bytes publish_kept_topic_of(publish_kept_t *self, uint8_t index_)
{
    const uint32_t start = (uint32_t)(index_ * PUBLISH_TOPIC_SIZE);
    return ts_bytes_subarray((ts_bytes){.data = self->topics, .length = 6208}, start, start + self->readings[index_].topic_length);
}

ts_bytes publish_kept_name_of(publish_kept_t *self, uint8_t index_)
{
    publish_kept_reading_t *const reading = &self->readings[index_];
    const ts_bytes topic = publish_kept_topic_of(self, index_);
    ts2c_writer_clear(&self->unit);
    ts2c_writer_text(&self->unit, TS_TEXT("_"));
    meter_write_topic_unit(&self->unit, reading->unit, publish_kept_text_of(self, reading));
    const ts_bytes unit = ts2c_writer_view(&self->unit);
    if (unit.length > 1u && unit.length <= topic.length) {
        const uint32_t end = topic.length - unit.length;
        if (bytes_same_bytes(ts_bytes_subarray(topic, end, 4294967295u), unit)) {
            return ts_bytes_subarray(topic, 0, end);
        }
    }
    return topic;
}

ts_bytes publish_kept_text_of(publish_kept_t *self, publish_kept_reading_t *reading)
{
    return ts_bytes_subarray((ts_bytes){.data = self->texts, .length = 2176}, reading->text_from, reading->text_from + reading->text_length);
}

uint8_t publish_kept_keep(publish_kept_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes topic, ts_bytes text, uint8_t hint)
{
    const uint32_t index_ = publish_kept_place(self, staged->code, hint);
    publish_kept_reading_t *const reading = &self->readings[index_];
    reading->telegram = self->telegram;
    reading->heard_at = self->now;
    if (reading->kind != staged->kind || reading->unit != staged->unit || !bytes_same_bytes(publish_kept_topic_of(self, (uint8_t)index_), topic)) {
        reading->kind = staged->kind;
        reading->unit = staged->unit;
        reading->behaves = entry.kind;
        reading->device = entry.device;
        reading->shown = entry.shown;
        reading->published = false;
        reading->announced = false;
        reading->unseen = UNSEEN;
        publish_kept_keep_topic(self, (uint8_t)index_, topic);
    }
    if (!bytes_same_bytes(publish_kept_text_of(self, reading), text)) {
        reading->text_changed = true;
        reading->unseen = UNSEEN;
        publish_kept_keep_text(self, reading, text);
    }
    if ((reading->time == P1_NO_TIME) != (staged->time == P1_NO_TIME)) {
        reading->announced = false;
    }
    if (reading->value != staged->value || reading->decimals != staged->decimals || reading->time != staged->time) {
        reading->unseen = UNSEEN;
    }
    reading->value = staged->value;
    reading->decimals = staged->decimals;
    reading->time = staged->time;
    return (uint8_t)index_;
}

/** Where the reading of `code` is kept; a place is made for a new one. */
static uint8_t publish_kept_place(publish_kept_t *self, uint32_t code, uint8_t hint)
{
    if (self->readings[hint].used && self->readings[hint].code == code) {
        return hint;
    }
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (self->readings[i].used && self->readings[i].code == code) {
            return (uint8_t)i;
        }
    }
    const uint32_t free = publish_kept_free(self);
    if (free < PUBLISH_PLACES) {
        publish_kept_reading_claim(&self->readings[free], code);
        return (uint8_t)free;
    }
    publish_kept_forget(self);
    const uint32_t freed = (uint32_t)ts_min_i32(publish_kept_free(self), PUBLISH_PLACES - 1);
    publish_kept_reading_claim(&self->readings[freed], code);
    return (uint8_t)freed;
}

static uint8_t publish_kept_free(publish_kept_t *self)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (!self->readings[i].used) {
            return (uint8_t)i;
        }
    }
    return PUBLISH_PLACES;
}

/** Forgets the readings that this telegram has not had so far. Those that still come are taken for new ones. */
static void publish_kept_forget(publish_kept_t *self)
{
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->readings[i];
        if (reading->used && reading->telegram != self->telegram) {
            publish_kept_drop_text(self, reading);
            reading->used = false;
        }
    }
}

static void publish_kept_keep_topic(publish_kept_t *self, uint8_t index_, ts_bytes topic)
{
    const uint32_t start = (uint32_t)(index_ * PUBLISH_TOPIC_SIZE);
    const uint32_t length = topic.length;
    if (length <= PUBLISH_TOPIC_SIZE && true) {
        ts_span_u8_set((ts_span_u8){.data = self->topics, .length = 6208}, topic.data, topic.length, start);
        self->readings[index_].topic_length = (uint8_t)length;
    }
}

static void publish_kept_keep_text(publish_kept_t *self, publish_kept_reading_t *reading, ts_bytes text)
{
    publish_kept_drop_text(self, reading);
    if (text.length > (uint32_t)(TEXTS_SIZE - self->texts_used)) {
        publish_kept_forget(self);
    }
    const uint32_t used = self->texts_used;
    if (text.length <= TEXTS_SIZE - used) {
        ts_span_u8_set((ts_span_u8){.data = self->texts, .length = 2176}, text.data, text.length, used);
        reading->text_from = (uint16_t)used;
        reading->text_length = (uint16_t)text.length;
        self->texts_used = (uint16_t)(used + text.length);
    }
}

/** Takes a reading's text out of the texts; those behind it move up. */
static void publish_kept_drop_text(publish_kept_t *self, publish_kept_reading_t *reading)
{
    const uint32_t from = reading->text_from;
    const uint32_t length = reading->text_length;
    reading->text_length = 0;
    const uint32_t used = self->texts_used;
    if (length == 0u || length > used) {
        return;
    }
    ts_span_u8_copy_within((ts_span_u8){.data = self->texts, .length = 2176}, from, from + length, used);
    self->texts_used = (uint16_t)(used - length);
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const other = &self->readings[i];
        const uint32_t start = other->text_from;
        if (other->text_length > 0 && start > from && start >= length) {
            other->text_from = (uint16_t)(start - length);
        }
    }
}
