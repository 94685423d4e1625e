/* Made by ts2c from ts/publish/kept.ts: change that file, not this one. */

#include "publish/kept.h"

#define OVERDUE 3

#define OVERDUE_MS 7200000

#define WORDS_SIZE 5280

static uint32_t publish_kept_place(publish_kept_t *self, uint32_t code, uint32_t hint);
static uint32_t publish_kept_free(publish_kept_t *self);
static void publish_kept_forget(publish_kept_t *self);
static void publish_kept_keep_words(publish_kept_t *self, publish_kept_reading_t *reading, ts_bytes topic, ts_bytes text);
static void publish_kept_drop_words(publish_kept_t *self, publish_kept_reading_t *reading);

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

bool publish_kept_is_overdue(publish_kept_t *self, publish_kept_reading_t *reading)
{
    return self->telegram - reading->telegram >= OVERDUE && self->now - reading->heard_at >= OVERDUE_MS;
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
    publish_kept_reading_t *const reading = &self->readings[index_];
    return ts_bytes_subarray((ts_bytes){.data = self->words, .length = 5280}, reading->words_from, reading->words_from + reading->topic_length);
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
            return ts_bytes_slice(topic, 0, end);
        }
    }
    return topic;
}

ts_bytes publish_kept_text_of(publish_kept_t *self, publish_kept_reading_t *reading)
{
    const uint32_t start = (uint32_t)(reading->words_from + reading->topic_length);
    return ts_bytes_subarray((ts_bytes){.data = self->words, .length = 5280}, start, start + reading->text_length);
}

uint8_t publish_kept_keep(publish_kept_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes topic, ts_bytes text, uint8_t hint)
{
    const uint32_t index_ = publish_kept_place(self, staged->code, hint);
    publish_kept_reading_t *const reading = &self->readings[index_];
    reading->telegram = self->telegram;
    reading->heard_at = self->now;
    const bool other_topic = !bytes_same_bytes(publish_kept_topic_of(self, (uint8_t)index_), topic);
    const bool other_text = !bytes_same_bytes(publish_kept_text_of(self, reading), text);
    if (reading->kind != staged->kind || reading->unit != staged->unit || other_topic) {
        reading->kind = staged->kind;
        reading->unit = staged->unit;
        reading->behaves = entry.kind;
        reading->device = entry.device;
        reading->shown = entry.shown;
        reading->published = false;
        reading->announced = false;
        reading->unseen = PUBLISH_UNSEEN;
    }
    reading->text_changed = reading->text_changed || other_text;
    reading->unseen = (uint8_t)(other_text ? PUBLISH_UNSEEN : reading->unseen);
    if (other_topic || other_text) {
        publish_kept_keep_words(self, reading, topic, text);
    }
    if ((reading->time == P1_NO_TIME) != (staged->time == P1_NO_TIME)) {
        reading->announced = false;
    }
    if (reading->value != staged->value || reading->decimals != staged->decimals || reading->time != staged->time) {
        reading->unseen = PUBLISH_UNSEEN;
    }
    reading->value = staged->value;
    reading->decimals = staged->decimals;
    reading->time = staged->time;
    return (uint8_t)index_;
}

bool publish_kept_has(publish_kept_t *self, uint32_t code)
{
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->readings[i];
        if (reading->code == code && publish_kept_reading_is_current(reading)) {
            return true;
        }
    }
    return false;
}

void publish_kept_leave(publish_kept_t *self, uint32_t code)
{
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const reading = &self->readings[i];
        if (reading->code == code) {
            publish_kept_reading_leave(reading);
        }
    }
}

void publish_kept_drop_leaving(publish_kept_t *self)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (self->readings[i].leaving) {
            publish_kept_drop(self, (uint8_t)i);
        }
    }
}

void publish_kept_drop(publish_kept_t *self, uint8_t index_)
{
    publish_kept_reading_t *const reading = &self->readings[index_];
    publish_kept_drop_words(self, reading);
    reading->used = false;
    reading->leaving = false;
}

/** Where the reading of `code` is kept; a place is made for a new one. */
static uint32_t publish_kept_place(publish_kept_t *self, uint32_t code, uint32_t hint)
{
    if (publish_kept_reading_is_current(&self->readings[hint]) && self->readings[hint].code == code) {
        return hint;
    }
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (publish_kept_reading_is_current(&self->readings[i]) && self->readings[i].code == code) {
            return i;
        }
    }
    const uint32_t free = publish_kept_free(self);
    if (free < PUBLISH_PLACES) {
        publish_kept_reading_claim(&self->readings[free], code);
        return free;
    }
    publish_kept_forget(self);
    const uint32_t freed = ts_min_u32(publish_kept_free(self), (uint32_t)(PUBLISH_PLACES - 1));
    publish_kept_reading_claim(&self->readings[freed], code);
    return freed;
}

static uint32_t publish_kept_free(publish_kept_t *self)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        if (!self->readings[i].used) {
            return i;
        }
    }
    return PUBLISH_PLACES;
}

/** Forgets the readings that this telegram has not had so far. Those that still come are taken for new ones. */
static void publish_kept_forget(publish_kept_t *self)
{
    for (uint32_t i = 0; i < PUBLISH_PLACES; i++) {
        publish_kept_reading_t *const reading = &self->readings[i];
        if (reading->used && (reading->leaving || reading->telegram != self->telegram)) {
            publish_kept_drop(self, (uint8_t)i);
        }
    }
}

/** A reading for whose words there is no room even then is not kept. */
static void publish_kept_keep_words(publish_kept_t *self, publish_kept_reading_t *reading, ts_bytes topic, ts_bytes text)
{
    publish_kept_drop_words(self, reading);
    if (topic.length + text.length > (uint32_t)(WORDS_SIZE - self->words_used)) {
        publish_kept_forget(self);
    }
    const uint32_t used = self->words_used;
    const uint32_t behind = used + topic.length;
    if (topic.length > PUBLISH_TOPIC_SIZE || behind > WORDS_SIZE || text.length > WORDS_SIZE - behind) {
        reading->used = false;
        return;
    }
    ts_span_u8_set((ts_span_u8){.data = self->words, .length = 5280}, topic.data, topic.length, used);
    ts_span_u8_set((ts_span_u8){.data = self->words, .length = 5280}, text.data, text.length, behind);
    reading->words_from = (uint16_t)used;
    reading->topic_length = (uint8_t)topic.length;
    reading->text_length = (uint16_t)text.length;
    self->words_used = (uint16_t)(behind + text.length);
}

/** Takes a reading's topic and text out of the words; those behind them move up. */
static void publish_kept_drop_words(publish_kept_t *self, publish_kept_reading_t *reading)
{
    const uint32_t from = reading->words_from;
    const uint32_t length = (uint32_t)(reading->topic_length + reading->text_length);
    reading->topic_length = 0;
    reading->text_length = 0;
    const uint32_t used = self->words_used;
    if (length == 0u || length > used) {
        return;
    }
    ts_span_u8_copy_within((ts_span_u8){.data = self->words, .length = 5280}, from, from + length, used);
    self->words_used = (uint16_t)(used - length);
    for (uint32_t i = 0; i < 97; i++) {
        publish_kept_reading_t *const other = &self->readings[i];
        const uint32_t start = other->words_from;
        if (start > from && start >= length) {
            other->words_from = (uint16_t)(start - length);
        }
    }
}
