/* Made by ts2c from ts/publish/kept-reading.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "meter/catalogue.h"
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
    /** Whether it is no reading any more, and only kept until Home Assistant has forgotten it. */
    bool leaving;
    /** Whether it was told that the meter no longer sends it. */
    bool missed;
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
    /** Likewise under the topics of dsmr-reader. */
    bool dsmr_due;
    /** A bit for each stream whose client has not seen it as it is. */
    uint8_t unseen;
} publish_kept_reading_t;

/** Nobody has seen it. */
#define PUBLISH_UNSEEN 255

/** Makes a new `KeptReading` at `self`. */
TS_SHARED void publish_kept_reading_init(publish_kept_reading_t *self);

/** Whether it differs from what was published last. */
TS_SHARED bool publish_kept_reading_changed(publish_kept_reading_t *self);

/** Notes that the value was published as it is now. */
TS_SHARED void publish_kept_reading_mark_published(publish_kept_reading_t *self);

/** Nothing of it is to be sent any more. */
TS_SHARED void publish_kept_reading_clear_due(publish_kept_reading_t *self);

/** Whether it is power, which is published at a pace of its own. */
TS_SHARED bool publish_kept_reading_is_power(publish_kept_reading_t *self);

/** A reading that is left out from now on is no longer sent; one that no longer is, is sent as if it were new. */
TS_SHARED void publish_kept_reading_leave_out(publish_kept_reading_t *self, bool left_out);

/** Whether the meter says it, as far as is known. */
TS_SHARED bool publish_kept_reading_is_current(publish_kept_reading_t *self);

/** It is to be forgotten. */
TS_SHARED void publish_kept_reading_leave(publish_kept_reading_t *self);

/** Makes this the place of a reading that was never published. */
TS_SHARED void publish_kept_reading_claim(publish_kept_reading_t *self, uint32_t code);
