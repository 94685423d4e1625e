/* Made by ts2c from ts/publish/commands.ts: change that file, not this one. */

#include "publish/commands.h"

#define SHOWN 32

#define QUOTE_IN_PUBLISH_COMMANDS 34

#define DOT_IN_PUBLISH_COMMANDS 46

static inline publish_command_t command_of(ts_bytes name);
static void write_excerpt_in_publish_commands(ts2c_writer_t *out, ts_bytes bytes);

void publish_commands_init(publish_commands_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->topic, (ts_span_u8){.data = self->topic_buffer, .length = 96});
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->line_buffer, .length = 320});
    self->settings = settings;
}

void publish_commands_renew(publish_commands_t *self)
{
    ts2c_writer_clear(&self->topic);
    ts2c_writer_bytes(&self->topic, simulator_root_topic(self->settings));
    ts2c_writer_text(&self->topic, TS_TEXT("/command"));
    self->due = true;
}

bool publish_commands_tick(publish_commands_t *self)
{
    if (self->due && !p1_broker_subscribe(ts2c_writer_view(&self->topic))) {
        return false;
    }
    self->due = false;
    return true;
}

publish_command_t publish_commands_understand(publish_commands_t *self, ts_bytes topic, ts_bytes payload, bool retained)
{
    if (!bytes_same_bytes(topic, ts2c_writer_view(&self->topic))) {
        return PUBLISH_COMMAND_NONE;
    }
    if (retained) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("A retained command is ignored: publish commands without the retain flag."));
        return PUBLISH_COMMAND_NONE;
    }
    const publish_command_t command = command_of(payload);
    if (command != PUBLISH_COMMAND_NONE) {
        return command;
    }
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("The command "));
    write_excerpt_in_publish_commands(&self->line, payload);
    ts2c_writer_text(&self->line, TS_TEXT(" is not known. There are: resend, restart, cancel, identify."));
    p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
    return PUBLISH_COMMAND_NONE;
}

/** The command of that name. */
static inline publish_command_t command_of(ts_bytes name)
{
    if (bytes_same_bytes(name, TS_TEXT("resend"))) {
        return PUBLISH_COMMAND_RESEND;
    }
    if (bytes_same_bytes(name, TS_TEXT("restart"))) {
        return PUBLISH_COMMAND_RESTART;
    }
    if (bytes_same_bytes(name, TS_TEXT("cancel"))) {
        return PUBLISH_COMMAND_CANCEL;
    }
    return bytes_same_bytes(name, TS_TEXT("identify")) ? PUBLISH_COMMAND_IDENTIFY : PUBLISH_COMMAND_NONE;
}

/** Writes the beginning of bytes that may be anything, in quotes: what is not ASCII as a dot. */
static void write_excerpt_in_publish_commands(ts2c_writer_t *out, ts_bytes bytes)
{
    ts2c_writer_byte(out, QUOTE_IN_PUBLISH_COMMANDS);
    const ts_bytes value_1 = ts_bytes_subarray(bytes, 0, SHOWN);
    for (uint32_t i = 0; i < value_1.length; i++) {
        const uint8_t byte = value_1.data[i];
        ts2c_writer_byte(out, (uint8_t)(byte >= 32 && byte < 127 && byte != QUOTE_IN_PUBLISH_COMMANDS ? byte : DOT_IN_PUBLISH_COMMANDS));
    }
    ts2c_writer_text(out, bytes.length > SHOWN ? TS_TEXT("\342\200\246\"") : TS_TEXT("\""));
}
