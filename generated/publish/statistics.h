/* Made by ts2c from ts/publish/statistics.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/network.h"
#include "platform/serial.h"
#include "platform/system.h"
#include "counts.h"
#include "network/network.h"
#include "settings/settings.h"
#include "simulator/simulated.h"
#include "update/note.h"
#include "update/trial.h"
#include "publish/connection.h"
#include "publish/figures.h"
#include "publish/message.h"

/** Publishes the figures, all at once or, when the broker takes no more, bit by bit. */
typedef struct {
    settings_settings_t *settings;
    counts_counts_t *counts;
    publish_connection_t *connection;
    update_trial_t *trial;
    publish_message_t *message;
    network_network_t *network;
    update_note_t *note;
    /** The place of the next figure to be sent; their number when all are sent. */
    uint8_t next;
    uint32_t last;
    /** Seconds since start, and how far the clock was when they were counted: it goes round long before they do. */
    uint32_t uptime;
    uint32_t counted_at;
} publish_statistics_t;

/** Makes a new `Statistics` at `self`. */
TS_SHARED void publish_statistics_init(publish_statistics_t *self, settings_settings_t *settings, counts_counts_t *counts, publish_connection_t *connection, update_trial_t *trial, publish_message_t *message, network_network_t *own_network);

/** The device starts. */
TS_SHARED void publish_statistics_start(publish_statistics_t *self, uint32_t now);

/** Counts the time. */
TS_SHARED void publish_statistics_pass(publish_statistics_t *self, uint32_t now);

/** Seconds since the start. */
TS_SHARED uint32_t publish_statistics_seconds(publish_statistics_t *self);

/** All figures are due now, as after a reconnect. */
TS_SHARED void publish_statistics_renew(publish_statistics_t *self, uint32_t now);

/** Sends what is due. False when the broker takes nothing now. */
TS_SHARED bool publish_statistics_tick(publish_statistics_t *self, uint32_t now);

/** Whether this device has such a figure, as of now. */
TS_SHARED bool publish_statistics_has(publish_statistics_t *self, uint8_t figure);

/** Writes what a figure says now. */
TS_SHARED void publish_statistics_write_value(publish_statistics_t *self, ts2c_writer_t *out, publish_figure_name_t name, uint32_t now);
