/* Made by ts2c from ts/publish/record.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/staging.h"
#include "p1/timestamp.h"

/** The topic of a total. */
typedef struct {
    uint8_t topic[64];
    uint8_t length;
} publish_column_t;

/**
 * One record: time, count, and for each total its column, decimals, value and the time at which it was read. The topics
 * stand apart, since they are the same in all records.
 */
typedef struct {
    uint8_t bytes[293];
    uint16_t used;
    publish_column_t columns[24];
    uint8_t column_count;
} publish_history_record_t;

/** The size of a record with all columns. */
#define PUBLISH_RECORD_SIZE 293

/** The size of a record with that many totals. */
TS_SHARED uint16_t publish_size_for(uint8_t totals);

/** Makes a new `HistoryRecord` at `self`. */
TS_SHARED void publish_history_record_init(publish_history_record_t *self);

/** Begins the record of a time. */
TS_SHARED void publish_history_record_begin(publish_history_record_t *self, uint32_t time);

/** The record so far. */
TS_SHARED ts_bytes publish_history_record_view(publish_history_record_t *self);

/** Adds a total, if it fits into a record of `size` bytes. */
TS_SHARED bool publish_history_record_add(publish_history_record_t *self, ts_bytes topic, p1_staged_reading_t *reading, uint32_t size);

/** Writes what lies in `bytes` as JSON: `{"time":"2026-01-05T12:15:00Z","total/consumption_kWh":123.456}`. */
TS_SHARED void publish_history_record_write_json(publish_history_record_t *self, ts2c_writer_t *out);
