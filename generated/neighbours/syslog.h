/* Made by ts2c from ts/neighbours/syslog.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/clock.h"
#include "platform/datagrams.h"
#include "platform/log.h"
#include "bytes.h"
#include "network/address.h"
#include "network/network.h"
#include "p1/timestamp.h"
#include "scratch.h"
#include "settings/settings.h"

/** A line without what the message's head says: its level, and what is behind level and time. */
typedef struct {
    uint8_t severity;
    ts_bytes text;
} neighbours_line_t;

/** Sends what was logged since it last did. */
typedef struct {
    settings_settings_t *settings;
    network_network_t *network;
    scratch_scratch_t *scratch;
    /** Where the next line begins in all that was logged. */
    uint32_t next;
} neighbours_syslog_t;

/** Makes a new `Syslog` at `self`. */
TS_SHARED void neighbours_syslog_init(neighbours_syslog_t *self, settings_settings_t *settings, network_network_t *network, scratch_scratch_t *scratch);

TS_SHARED void neighbours_syslog_tick(neighbours_syslog_t *self);
