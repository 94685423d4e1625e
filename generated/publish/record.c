/* Made by ts2c from ts/publish/record.ts: change that file, not this one. */

#include "publish/record.h"

#define COLUMNS 24

#define TOPIC_SIZE_IN_PUBLISH_RECORD 64

#define HEAD_SIZE_IN_PUBLISH_RECORD 5

#define ENTRY_SIZE 12

#define VALUE_END INT64_C(281474976710656)

#define TWO_32 INT64_C(4294967296)

static inline void publish_column_init(publish_column_t *self);
static void publish_history_record_write_entry(publish_history_record_t *self, ts2c_writer_t *out, uint32_t at);
static uint32_t publish_history_record_column_of(publish_history_record_t *self, ts_bytes topic);
static inline void publish_history_record_put_word(publish_history_record_t *self, uint32_t at, uint32_t value);
static inline uint32_t publish_history_record_word(publish_history_record_t *self, uint32_t at);

uint16_t publish_size_for(uint8_t totals)
{
    return (uint16_t)(HEAD_SIZE_IN_PUBLISH_RECORD + ts_min_i32(totals, COLUMNS) * ENTRY_SIZE);
}

/** Makes a new `Column` at `self`. */
static inline void publish_column_init(publish_column_t *self)
{
    memset(self, 0, sizeof(*self));
}

void publish_history_record_init(publish_history_record_t *self)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 24; i++) {
        publish_column_init(&self->columns[i]);
    }
}

void publish_history_record_begin(publish_history_record_t *self, uint32_t time)
{
    publish_history_record_put_word(self, 0, time);
    self->bytes[4] = 0;
    self->used = HEAD_SIZE_IN_PUBLISH_RECORD;
}

ts_bytes publish_history_record_view(publish_history_record_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 293}, 0, self->used);
}

bool publish_history_record_add(publish_history_record_t *self, ts_bytes topic, p1_staged_reading_t *reading, uint32_t size)
{
    const uint32_t column = publish_history_record_column_of(self, topic);
    const uint32_t at = self->used;
    const int64_t value = reading->value;
    if (column >= COLUMNS || at > (uint32_t)(PUBLISH_RECORD_SIZE - ENTRY_SIZE) || at + ENTRY_SIZE > size) {
        return false;
    }
    if (value < 0 || value >= VALUE_END) {
        return false;
    }
    self->bytes[at] = (uint8_t)column;
    self->bytes[at + 1u] = reading->decimals;
    publish_history_record_put_word(self, at + 2u, (uint32_t)(value % TWO_32));
    const uint32_t high = (uint32_t)(value / TWO_32);
    self->bytes[at + 6u] = (uint8_t)(high & 0xffu);
    self->bytes[at + 7u] = (uint8_t)((int32_t)high >> 8);
    publish_history_record_put_word(self, at + 8u, reading->time);
    self->used = (uint16_t)(at + ENTRY_SIZE);
    self->bytes[4] = (uint8_t)((self->bytes[4] + 1) & 0xff);
    return true;
}

void publish_history_record_write_json(publish_history_record_t *self, ts2c_writer_t *out)
{
    ts2c_writer_text(out, TS_TEXT("{\"time\":\""));
    p1_write_time(out, publish_history_record_word(self, 0));
    ts2c_writer_text(out, TS_TEXT("\""));
    const uint32_t count = self->bytes[4];
    for (uint32_t i = 0; i < count && i < COLUMNS; i++) {
        publish_history_record_write_entry(self, out, HEAD_SIZE_IN_PUBLISH_RECORD + i * ENTRY_SIZE);
    }
    ts2c_writer_text(out, TS_TEXT("}"));
}

static void publish_history_record_write_entry(publish_history_record_t *self, ts2c_writer_t *out, uint32_t at)
{
    const uint32_t index_ = self->bytes[at];
    if (index_ >= COLUMNS) {
        return;
    }
    publish_column_t *const column = &self->columns[index_];
    const ts_span_u8 topic = ts_span_u8_slice((ts_span_u8){.data = column->topic, .length = 64}, 0, column->length);
    const uint32_t decimals = (uint32_t)ts_min_i32(self->bytes[at + 1u], 15);
    const uint32_t high = (uint32_t)(self->bytes[at + 6u] | (self->bytes[at + 7u] << 8));
    ts2c_writer_text(out, TS_TEXT(","));
    ts2c_writer_json_string(out, ts_as_bytes(topic));
    ts2c_writer_text(out, TS_TEXT(":"));
    ts2c_writer_decimal(out, (int64_t)high * TWO_32 + publish_history_record_word(self, at + 2u), (uint8_t)decimals);
    const uint32_t time = publish_history_record_word(self, at + 8u);
    if (time != P1_NO_TIME) {
        ts2c_writer_text(out, TS_TEXT(",\""));
        ts2c_writer_bytes(out, ts_as_bytes(topic));
        ts2c_writer_text(out, TS_TEXT("_time\":\""));
        p1_write_time(out, time);
        ts2c_writer_text(out, TS_TEXT("\""));
    }
}

/** The column of a topic, a new one for a topic that is not known; their number when there is none left. */
static uint32_t publish_history_record_column_of(publish_history_record_t *self, ts_bytes topic)
{
    for (uint32_t i = 0; i < self->column_count && true; i++) {
        if (bytes_same_bytes(ts_bytes_subarray((ts_bytes){.data = self->columns[i].topic, .length = 64}, 0, self->columns[i].length), topic)) {
            return i;
        }
    }
    const uint32_t index_ = self->column_count;
    if (index_ >= COLUMNS || topic.length > TOPIC_SIZE_IN_PUBLISH_RECORD) {
        return COLUMNS;
    }
    ts_span_u8_set((ts_span_u8){.data = self->columns[index_].topic, .length = 64}, topic.data, topic.length, 0);
    self->columns[index_].length = (uint8_t)topic.length;
    self->column_count = (uint8_t)(index_ + 1u);
    return index_;
}

static inline void publish_history_record_put_word(publish_history_record_t *self, uint32_t at, uint32_t value)
{
    self->bytes[at] = (uint8_t)(value & 0xffu);
    self->bytes[at + 1u] = (uint8_t)((value >> 8) & 0xffu);
    self->bytes[at + 2u] = (uint8_t)((value >> 16) & 0xffu);
    self->bytes[at + 3u] = (uint8_t)(value >> 24);
}

static inline uint32_t publish_history_record_word(publish_history_record_t *self, uint32_t at)
{
    const uint32_t low = (uint32_t)(self->bytes[at] | (self->bytes[at + 1u] << 8) | (self->bytes[at + 2u] << 16));
    return low | (uint32_t)((uint32_t)self->bytes[at + 3u] << 24);
}
