/* Made by ts2c from ts/publish/commands.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/broker.h"
#include "platform/log.h"
#include "bytes.h"
#include "settings/settings.h"
#include "simulator/simulated.h"

/**
 * `resend`: every reading and figure is published again, at once. `restart`: the device restarts in half a minute, unless
 * `cancel` comes. `identify`: its lights show where it is. `none`: the message is no command.
 */
typedef enum TS_NARROW {
    PUBLISH_COMMAND_RESEND,
    PUBLISH_COMMAND_RESTART,
    PUBLISH_COMMAND_CANCEL,
    PUBLISH_COMMAND_IDENTIFY,
    PUBLISH_COMMAND_NONE,
} publish_command_t;

/** Understands the messages on the command topic. */
typedef struct {
    settings_settings_t *settings;
    uint8_t topic_buffer[96];
    /** The topic of the connection that stands: the root topic may have changed since. */
    ts2c_writer_t topic;
    uint8_t line_buffer[320];
    ts2c_writer_t line;
    bool due;
} publish_commands_t;

/** Makes a new `Commands` at `self`. */
TS_SHARED void publish_commands_init(publish_commands_t *self, settings_settings_t *settings);

/** The broker is connected anew, and knows of no subscription. */
TS_SHARED void publish_commands_renew(publish_commands_t *self);

/** Subscribes when that is due. False when the broker takes nothing now. */
TS_SHARED bool publish_commands_tick(publish_commands_t *self);

/**
 * The command that a message is. One that the broker kept is none: it would come again after each connection, for
 * ever.
 */
TS_SHARED publish_command_t publish_commands_understand(publish_commands_t *self, ts_bytes topic, ts_bytes payload, bool retained);
