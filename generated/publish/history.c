/* Made by ts2c from ts/publish/history.ts: change that file, not this one. */

#include "publish/history.h"

#define QUARTER 900

#define FLIGHTS 4

#define PATIENCE_MS_IN_PUBLISH_HISTORY 60000

#define SPARE 4

#define PEAK 268502528

static inline void publish_flight_init(publish_flight_t *self);
static bool publish_history_send(publish_history_t *self, uint32_t index_, uint32_t now);
static bool publish_history_is_waited(publish_history_t *self);
static void publish_history_reserve(publish_history_t *self, p1_staging_t *staging);
static void publish_history_store(publish_history_t *self, p1_staging_t *staging, uint32_t time);
static inline bool publish_history_belongs(publish_history_t *self, p1_staged_reading_t *reading);
static void publish_history_drop_acknowledged(publish_history_t *self);
static void publish_history_drop_oldest(publish_history_t *self);

/** Makes a new `Flight` at `self`. */
static inline void publish_flight_init(publish_flight_t *self)
{
    memset(self, 0, sizeof(*self));
    self->state = PUBLISH_FLIGHT_STATE_WAITING;
}

void publish_history_init(publish_history_t *self, settings_settings_t *settings, meter_meter_t *meter, publish_message_t *message, publish_device_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    self->size = 1;
    publish_history_record_init(&self->record);
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_init(&self->flights[i]);
    }
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->topic_buffer, .length = 64});
    self->settings = settings;
    self->meter = meter;
    self->message = message;
    self->counters = counters;
}

void publish_history_take(publish_history_t *self, p1_staging_t *staging)
{
    const uint32_t time = meter_moment_of(staging);
    if (time == P1_NO_TIME) {
        return;
    }
    const uint32_t quarter = time / QUARTER;
    const uint32_t before = self->quarter;
    // A telegram that comes a little late is none of the quarter hour before.
    if (quarter == before || quarter + 1u == before) {
        return;
    }
    self->quarter = quarter;
    // A clock that is set back ends no quarter hour; those that it runs through again are stored again.
    if (before != 0u && quarter > before) {
        publish_history_store(self, staging, quarter * QUARTER);
    }
}

void publish_history_forget_meter(publish_history_t *self)
{
    self->counters->history_lost = self->counters->history_lost + self->count;
    self->count = 0;
    self->quarter = 0;
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_t *const flight = &self->flights[i];
        flight->state = PUBLISH_FLIGHT_STATE_WAITING;
    }
}

bool publish_history_is_waiting(publish_history_t *self)
{
    return self->count > 0;
}

void publish_history_renew(publish_history_t *self, uint32_t now)
{
    self->answered_at = now;
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_t *const flight = &self->flights[i];
        if (flight->state == PUBLISH_FLIGHT_STATE_SENT) {
            flight->state = PUBLISH_FLIGHT_STATE_WAITING;
        }
    }
}

void publish_history_delivered(publish_history_t *self, uint16_t id, uint32_t now)
{
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_t *const flight = &self->flights[i];
        if (flight->state == PUBLISH_FLIGHT_STATE_SENT && flight->id == id) {
            flight->state = PUBLISH_FLIGHT_STATE_ACKNOWLEDGED;
            self->answered_at = now;
        }
    }
    publish_history_drop_acknowledged(self);
}

bool publish_history_is_stuck(publish_history_t *self, uint32_t now)
{
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_t *const flight = &self->flights[i];
        if (flight->state == PUBLISH_FLIGHT_STATE_SENT) {
            return now - self->answered_at >= PATIENCE_MS_IN_PUBLISH_HISTORY;
        }
    }
    return false;
}

bool publish_history_tick(publish_history_t *self, uint32_t now)
{
    for (uint32_t i = 0; i < FLIGHTS && i < self->count; i++) {
        if (self->flights[i].state == PUBLISH_FLIGHT_STATE_WAITING && !publish_history_send(self, i, now)) {
            return false;
        }
    }
    return true;
}

static bool publish_history_send(publish_history_t *self, uint32_t index_, uint32_t now)
{
    const uint32_t capacity = self->capacity;
    if (capacity == 0u) {
        return true;
    }
    p1_memory_read((self->first + index_) % capacity, ts_span_u8_slice((ts_span_u8){.data = self->record.bytes, .length = 293}, 0, self->size));
    publish_message_begin(self->message);
    ts2c_writer_text(&self->message->topic, TS_TEXT("history"));
    publish_history_record_write_json(&self->record, self->message->payload);
    const uint32_t id = p1_broker_deliver(ts2c_writer_view(&self->message->topic), ts2c_writer_view(self->message->payload));
    if (id == 0u) {
        return false;
    }
    if (!publish_history_is_waited(self)) {
        self->answered_at = now;
    }
    self->flights[index_].state = PUBLISH_FLIGHT_STATE_SENT;
    self->flights[index_].id = (uint16_t)id;
    return true;
}

/** Whether an acknowledgement is waited for. */
static bool publish_history_is_waited(publish_history_t *self)
{
    for (uint32_t i = 0; i < 4; i++) {
        publish_flight_t *const flight = &self->flights[i];
        if (flight->state == PUBLISH_FLIGHT_STATE_SENT) {
            return true;
        }
    }
    return false;
}

/** Asks for memory when the first telegram shows how much a record takes. */
static void publish_history_reserve(publish_history_t *self, p1_staging_t *staging)
{
    uint32_t totals = 0;
    for (uint32_t i = 0; i < staging->count && true; i++) {
        if (publish_history_belongs(self, &staging->readings[i])) {
            totals = ts_min_u32(totals + 1u, 90);
        }
    }
    self->asked = true;
    self->size = publish_size_for((uint8_t)ts_min_u32(totals + SPARE, 96));
    const uint32_t wanted = ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_HISTORY_QUARTERS), 3000);
    self->capacity = (uint16_t)(wanted == 0u ? 0u : ts_min_u32(p1_memory_reserve((uint16_t)wanted, self->size), wanted));
    if (self->capacity < wanted) {
        ts2c_writer_clear(&self->topic);
        ts2c_writer_text(&self->topic, TS_TEXT("There is memory for "));
        ts2c_writer_int(&self->topic, self->capacity);
        ts2c_writer_text(&self->topic, TS_TEXT(" quarter hours of history."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->topic));
    }
}

static void publish_history_store(publish_history_t *self, p1_staging_t *staging, uint32_t time)
{
    if (!self->asked) {
        publish_history_reserve(self, staging);
    }
    const uint32_t capacity = self->capacity;
    if (capacity == 0u) {
        return;
    }
    publish_history_record_begin(&self->record, time);
    for (uint32_t i = 0; i < staging->count && true; i++) {
        p1_staged_reading_t *const reading = &staging->readings[i];
        if (publish_history_belongs(self, reading)) {
            ts2c_writer_clear(&self->topic);
            publish_write_topic(&self->topic, self->settings, self->meter, staging, reading);
            (void)publish_history_record_add(&self->record, ts2c_writer_view(&self->topic), reading, (uint32_t)ts_min_i32(self->size, PUBLISH_RECORD_SIZE));
        }
    }
    if (self->count >= capacity) {
        publish_history_drop_oldest(self);
        self->counters->history_lost = self->counters->history_lost + 1u;
        publish_history_drop_acknowledged(self);
    }
    p1_memory_write((self->first + self->count) % capacity, publish_history_record_view(&self->record));
    self->count = (uint16_t)ts_min_u32((uint32_t)(self->count + 1), capacity);
}

/** Whether a reading is a total, or the month's peak. */
static inline bool publish_history_belongs(publish_history_t *self, p1_staged_reading_t *reading)
{
    if (reading->kind != P1_READING_KIND_NUMBER) {
        return false;
    }
    const bool counts = meter_meter_describe(self->meter, reading->code).kind == METER_KIND_COUNTER && reading->unit != P1_UNIT_NONE;
    return counts || reading->code == PEAK;
}

/** The broker has the oldest records: they need no room any more. */
static void publish_history_drop_acknowledged(publish_history_t *self)
{
    for (uint32_t i = 0; i < FLIGHTS && self->count > 0 && self->flights[0].state == PUBLISH_FLIGHT_STATE_ACKNOWLEDGED; i++) {
        publish_history_drop_oldest(self);
    }
}

/** Takes the oldest record out of the ring. */
static void publish_history_drop_oldest(publish_history_t *self)
{
    const uint32_t capacity = self->capacity;
    if (self->count == 0 || capacity == 0u) {
        return;
    }
    self->first = (uint32_t)(((int64_t)self->first + 1) % capacity);
    self->count = (uint16_t)(self->count - 1);
    for (uint32_t i = 0; i + 1u < FLIGHTS; i++) {
        self->flights[i].state = self->flights[i + 1u].state;
        self->flights[i].id = self->flights[i + 1u].id;
    }
    self->flights[FLIGHTS - 1].state = PUBLISH_FLIGHT_STATE_WAITING;
}
