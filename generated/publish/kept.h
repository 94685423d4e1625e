/* Made by ts2c from ts/publish/kept.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "meter/catalogue.h"
#include "meter/write.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "publish/kept-reading.h"

/**
 * The kept readings. There is room for all readings of one telegram; where the room ends, those that the last telegram no
 * longer had are forgotten.
 */
typedef struct {
    publish_kept_reading_t readings[97];
    /** The topics and texts, one behind the other. */
    uint8_t words[5280];
    uint16_t words_used;
    uint32_t telegram;
    uint32_t now;
    uint8_t unit_buffer[24];
    ts2c_writer_t unit;
} publish_kept_t;

/** How many readings are kept: those of the longest telegram, and its identification. */
#define PUBLISH_PLACES 97

/** How many bytes a topic below the root may have: the longest of the catalogue has 47. */
#define PUBLISH_TOPIC_SIZE 64

/** Makes a new `Kept` at `self`. */
TS_SHARED void publish_kept_init(publish_kept_t *self);

/** A telegram begins: its readings follow with {@link keep}. */
TS_SHARED void publish_kept_begin(publish_kept_t *self, uint32_t now);

/** The number of the last telegram. */
TS_SHARED uint32_t publish_kept_telegram_number(publish_kept_t *self);

/** Whether a reading stays away though telegrams come. */
TS_SHARED bool publish_kept_is_overdue(publish_kept_t *self, publish_kept_reading_t *reading);

/** Makes every reading of the last telegram one that is to be published, whether it changed or not. */
TS_SHARED void publish_kept_forget_published(publish_kept_t *self);

/** The topic of a reading, below the root. */
TS_SHARED ts_bytes publish_kept_topic_of(publish_kept_t *self, uint8_t index_);

/** The topic of a reading without its unit. */
TS_SHARED ts_bytes publish_kept_name_of(publish_kept_t *self, uint8_t index_);

/** The text of a reading, the groups of a list, or the spelling of an "other" unit. */
TS_SHARED ts_bytes publish_kept_text_of(publish_kept_t *self, publish_kept_reading_t *reading);

/**
 * Keeps a reading of the telegram with what the catalogue knows of it, its topic and its text. `hint` is where to look
 * first. Says where it is kept, so that the next one is probably behind it.
 */
TS_SHARED uint8_t publish_kept_keep(publish_kept_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes topic, ts_bytes text, uint8_t hint);

/** Whether the meter says a code. */
TS_SHARED bool publish_kept_has(publish_kept_t *self, uint32_t code);

/** The reading of `code` leaves: the next telegram's is a new one. */
TS_SHARED void publish_kept_leave(publish_kept_t *self, uint32_t code);

/** Nobody was told of those that leave. */
TS_SHARED void publish_kept_drop_leaving(publish_kept_t *self);

/** Frees the place of a reading. */
TS_SHARED void publish_kept_drop(publish_kept_t *self, uint8_t index_);
