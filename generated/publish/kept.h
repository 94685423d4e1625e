/* Made by ts2c from ts/publish/kept.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "meter/catalogue.h"
#include "meter/write.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "p1/value.h"

/** One reading. Which fields count is said by `kind`, as in {@link StagedReading}. There are many: the wide fields come first, so that no byte is lost between them. */
typedef struct {
    int64_t value;
    int64_t published_value;
    uint32_t code;
    uint32_t time;
    uint32_t published_time;
    /** The number of the last telegram that had it, and when that came. */
    uint32_t telegram;
    uint32_t heard_at;
    /** Where its topic lies among the words, and behind it its text. */
    uint16_t words_from;
    uint16_t text_length;
    uint8_t topic_length;
    /** Whether this place holds a reading. */
    bool used;
    p1_reading_kind_t kind;
    uint8_t decimals;
    p1_unit_t unit;
    /** What the catalogue knows about it. */
    meter_kind_t behaves;
    meter_device_class_t device;
    meter_shown_t shown;
    /** Whether a setting says that it is not published. */
    bool left_out;
    /** Whether it is about to get another topic, and Home Assistant has to forget the old one before. */
    bool moving;
    /** Whether Home Assistant knows of it as it is now. */
    bool announced;
    /** Whether what was published last is still known to whoever listens. */
    bool published;
    uint8_t published_decimals;
    /** Whether the text was another one at any time since it was published. */
    bool text_changed;
    /** What this publication has still to send of it: its value, its time, its part of the JSON array. */
    bool value_due;
    bool time_due;
    bool json_due;
    /** A bit for each stream whose client has not seen it as it is. */
    uint8_t unseen;
} publish_kept_reading_t;

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

/** Makes a new `KeptReading` at `self`. */
void publish_kept_reading_init(publish_kept_reading_t *self);

/** Whether it differs from what was published last. */
bool publish_kept_reading_changed(publish_kept_reading_t *self);

/** Notes that the value was published as it is now. */
void publish_kept_reading_mark_published(publish_kept_reading_t *self);

/** Nothing of it is to be sent any more. */
void publish_kept_reading_clear_due(publish_kept_reading_t *self);

/** Whether it is power, which is published at a pace of its own. */
bool publish_kept_reading_is_power(publish_kept_reading_t *self);

/** A reading that is left out from now on is no longer sent; one that no longer is, is sent as if it were new. */
void publish_kept_reading_leave_out(publish_kept_reading_t *self, bool left_out);

/** Whether its old topic is still to be withdrawn. */
bool publish_kept_reading_is_held_back(publish_kept_reading_t *self);

/** Makes this the place of a reading that was never published. */
void publish_kept_reading_claim(publish_kept_reading_t *self, uint32_t code);

/** Makes a new `Kept` at `self`. */
void publish_kept_init(publish_kept_t *self);

/** A telegram begins: its readings follow with {@link keep}. */
void publish_kept_begin(publish_kept_t *self, uint32_t now);

/** The number of the last telegram. */
uint32_t publish_kept_telegram_number(publish_kept_t *self);

/** Makes every reading of the last telegram one that is to be published, whether it changed or not. */
void publish_kept_forget_published(publish_kept_t *self);

/** The topic of a reading, below the root. */
ts_bytes publish_kept_topic_of(publish_kept_t *self, uint8_t index_);

/** The topic of a reading without its unit. */
ts_bytes publish_kept_name_of(publish_kept_t *self, uint8_t index_);

/** The text of a reading, the groups of a list, or the spelling of an "other" unit. */
ts_bytes publish_kept_text_of(publish_kept_t *self, publish_kept_reading_t *reading);

/**
 * Keeps a reading of the telegram with what the catalogue knows of it, its topic and its text. `hint` is where to look
 * first. Says where it is kept, so that the next one is probably behind it.
 */
uint8_t publish_kept_keep(publish_kept_t *self, p1_staged_reading_t *staged, meter_entry_t entry, ts_bytes topic, ts_bytes text, uint8_t hint);

/** The reading of `code` is to have another topic: it is withdrawn under the one that it has. */
void publish_kept_move(publish_kept_t *self, uint32_t code);
