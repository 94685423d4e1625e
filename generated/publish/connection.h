/* Made by ts2c from ts/publish/connection.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/broker.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/names.h"
#include "platform/names.h"
#include "platform/system.h"
#include "bytes.h"
#include "chip-id.h"
#include "network/address.h"
#include "network/own-name.h"
#include "settings/setting.h"
#include "settings/settings.h"
#include "publish/availability.h"

/** `idle`: waiting for the next attempt. `asking`: for the address of a broker that is named by mDNS. */
typedef enum TS_NARROW {
    PUBLISH_STATE_IDLE,
    PUBLISH_STATE_ASKING,
    PUBLISH_STATE_CONNECTING,
    PUBLISH_STATE_CONNECTED,
} publish_state_t;

/** The connection to the broker. */
typedef struct {
    settings_settings_t *settings;
    publish_availability_t *availability;
    network_own_name_t *own_name;
    publish_state_t state;
    bool network_up;
    /** Whether {@link waitingSince} is when the last attempt ended; otherwise the next may begin at once. */
    bool waiting;
    uint32_t waiting_since;
    /** How often the pause was doubled. */
    uint8_t doublings;
    /** How long the next attempt waits, in milliseconds. */
    uint16_t pause;
    uint32_t connected_at;
    /** What was told last, so that an hour without a broker is not told every ten seconds. */
    platform_broker_event_t told;
    bool told_no_host;
    bool told_no_time;
    uint8_t id_buffer[128];
    ts2c_writer_t id;
    uint8_t line_buffer[384];
    ts2c_writer_t line;
} publish_connection_t;

/** Makes a new `Connection` at `self`. */
TS_SHARED void publish_connection_init(publish_connection_t *self, settings_settings_t *settings, publish_availability_t *availability, network_own_name_t *own_name);

TS_SHARED bool publish_connection_connected(publish_connection_t *self);

/**
 * Why nothing is published: the driver's word, `no-network`, `no-host` where no broker is set, `no-time` where its certificate can't
 * be checked yet, `connecting` before the first attempt's answer; `none` where the broker is connected.
 */
TS_SHARED ts_bytes publish_connection_trouble(publish_connection_t *self);

/**
 * The name by which the broker knows this device: as set, `_`, and the chip's number. Without that, two devices with the
 * same settings would throw each other out for ever.
 */
TS_SHARED ts_bytes publish_connection_client_id(publish_connection_t *self);

/** The network came or went. */
TS_SHARED void publish_connection_network(publish_connection_t *self, bool up);

/** Ends the connection; the next attempt begins with the next {@link tick}. */
TS_SHARED void publish_connection_drop(publish_connection_t *self);

/** Begins an attempt when it is time for one. */
TS_SHARED void publish_connection_tick(publish_connection_t *self, uint32_t now);

/** Takes the answer to the question for the broker's address. */
TS_SHARED void publish_connection_on_name(publish_connection_t *self, platform_names_event_t event, uint32_t address, uint32_t now);

/** Takes what the driver reports. True when the device is connected from now on. */
TS_SHARED bool publish_connection_on_event(publish_connection_t *self, platform_broker_event_t event, uint32_t now);

/** Writes how it stands, as a sentence. */
TS_SHARED void publish_connection_describe(publish_connection_t *self, ts2c_writer_t *out);
