/* Made by ts2c from ts/settings/record.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/obis.h"
#include "settings/codes.h"
#include "settings/crc32.h"
#include "settings/entry.h"
#include "settings/list.h"
#include "settings/setting.h"
#include "settings/settings.h"

/** What was read of a record: how many values, and how many names and values this firmware has no use for. */
typedef struct {
    uint16_t known;
    uint16_t skipped;
} settings_unpacked_t;

/** Makes records of settings. */
typedef struct {
    uint8_t value_memory[128];
    ts2c_writer_t value;
} settings_record_writer_t;

/** Room for the longest record of all settings; a test counts it. */
#define SETTINGS_RECORD_SIZE 4096

/** Whether the bytes are a whole record. */
TS_SHARED bool settings_is_record(ts_bytes bytes);

/** The number that counts a record's savings; it goes round to 0 after 2^32 − 1. */
TS_SHARED uint32_t settings_sequence_of(ts_bytes record);

/** Whether the saving `a` is later than `b`. */
TS_SHARED bool settings_is_later(uint32_t a, uint32_t b);

/** What stands between head and CRC. */
TS_SHARED ts_bytes settings_entries_of(ts_bytes record);

/** Gives `settings` the values of a record for which {@link isRecord} holds. The others stay as they are. */
TS_SHARED settings_unpacked_t settings_unpack(ts_bytes record, settings_settings_t *settings);

/** Notes in a record in the making that something is kept under `key`. */
TS_SHARED void settings_write_note(ts2c_writer_t *out, ts_bytes key);

/** Whether a record's entries say that something is kept under `key`. */
TS_SHARED bool settings_has_note(ts_bytes entries, ts_bytes key);

/** Makes a new `RecordWriter` at `self`. */
TS_SHARED void settings_record_writer_init(settings_record_writer_t *self);

/** Writes the record of all settings; `out` has to have room for {@link RECORD_SIZE}. */
TS_SHARED ts_bytes settings_record_writer_pack(settings_record_writer_t *self, settings_settings_t *settings, uint32_t sequence, ts2c_writer_t *out);

/** Writes what stands before the CRC; more entries may follow, and then {@link end}. */
TS_SHARED void settings_record_writer_begin(settings_record_writer_t *self, settings_settings_t *settings, uint32_t sequence, ts2c_writer_t *out);

/** Writes the CRC. */
TS_SHARED ts_bytes settings_record_writer_end(settings_record_writer_t *self, ts2c_writer_t *out);
