/* Made by ts2c from ts/update/trial.ts: change that file, not this one. */

#include "update/trial.h"

#define PATIENCE_MS_IN_UPDATE_TRIAL 600000

#define LATELY_MS 60000

#define AGAIN_MS 60000

static inline void update_sighting_init(update_sighting_t *self);
static void update_trial_tell_start(update_trial_t *self);
static inline ts_bytes wanted(bool broker, bool meter);

/** Makes a new `Sighting` at `self`. */
static inline void update_sighting_init(update_sighting_t *self)
{
    memset(self, 0, sizeof(*self));
}

void update_sighting_tick(update_sighting_t *self, bool works, uint32_t now)
{
    if (works) {
        self->ever = true;
        self->at = now;
    } else if (now - self->at > LATELY_MS) {
        self->ever = false;
    }
}

bool update_sighting_was_lately(update_sighting_t *self)
{
    return self->ever;
}

void update_trial_init(update_trial_t *self, network_network_t *network, publish_connection_t *connection, meter_presence_t *presence, update_note_t *note, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    update_sighting_init(&self->broker);
    update_sighting_init(&self->meter);
    self->line = &scratch->out;
    self->network = network;
    self->connection = connection;
    self->presence = presence;
    self->note = note;
}

void update_trial_start(update_trial_t *self, uint32_t now)
{
    self->running = p1_update_state() == PLATFORM_IMAGE_STATE_TRIAL;
    self->since = now;
    update_note_load(self->note);
    const uint32_t length = p1_update_rolled_back((ts_span_u8){.data = self->version_memory, .length = 32});
    // What lies in the other slot may have been begun after the rollback.
    self->was_rolled_back = length > 0u && !self->note->overwritten;
    if (self->was_rolled_back) {
        update_note_set_failed(self->note, ts_bytes_subarray((ts_bytes){.data = self->version_memory, .length = 32}, 0, length));
    }
    self->version_length = p1_update_version((ts_span_u8){.data = self->version_memory, .length = 32});
    update_trial_tell_start(self);
}

static void update_trial_tell_start(update_trial_t *self)
{
    ts2c_writer_clear(self->line);
    ts2c_writer_text(self->line, TS_TEXT("Firmware "));
    ts2c_writer_bytes(self->line, update_trial_version(self));
    if (self->running) {
        ts2c_writer_text(self->line, TS_TEXT(" is on trial: it stays when "));
        ts2c_writer_text(self->line, wanted(self->note->broker, self->note->meter));
        ts2c_writer_text(self->line, TS_TEXT(", or after ten minutes without a crash."));
    } else {
        ts2c_writer_text(self->line, TS_TEXT(" runs."));
    }
    p1_log_write(PLATFORM_LEVEL_INFO, ts2c_writer_view(self->line));
    if (self->was_rolled_back) {
        ts2c_writer_clear(self->line);
        ts2c_writer_text(self->line, TS_TEXT("Firmware "));
        ts2c_writer_bytes(self->line, update_note_failed(self->note));
        ts2c_writer_text(self->line, TS_TEXT(" was rolled back: the device restarted before it was confirmed."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(self->line));
    }
}

ts_bytes update_trial_version(update_trial_t *self)
{
    return ts_bytes_subarray((ts_bytes){.data = self->version_memory, .length = 32}, 0, self->version_length);
}

bool update_trial_is_running(update_trial_t *self)
{
    return self->running;
}

ts_bytes update_trial_rolled_back(update_trial_t *self)
{
    return self->was_rolled_back ? update_note_failed(self->note) : ts_bytes_slice((ts_bytes){.data = self->version_memory, .length = 32}, 0, 0);
}

bool update_trial_has_failed(update_trial_t *self, ts_bytes version)
{
    return version.length > 0u && bytes_same_bytes(version, update_note_failed(self->note));
}

void update_trial_overwrite(update_trial_t *self)
{
    self->was_rolled_back = false;
    self->note->overwritten = true;
    update_note_keep(self->note);
}

void update_trial_remember(update_trial_t *self)
{
    self->note->broker = update_sighting_was_lately(&self->broker);
    self->note->meter = update_sighting_was_lately(&self->meter);
    self->note->overwritten = false;
    update_note_keep(self->note);
}

void update_trial_tick(update_trial_t *self, uint32_t now)
{
    const bool broker = publish_connection_connected(self->connection);
    const bool meter = meter_presence_is_online(self->presence);
    update_sighting_tick(&self->broker, broker, now);
    update_sighting_tick(&self->meter, meter, now);
    if (!self->running || (self->asked && now - self->asked_at < AGAIN_MS)) {
        return;
    }
    const bool works = network_network_is_up(self->network) && (broker || !self->note->broker) && (meter || !self->note->meter);
    if (works || self->asked || now - self->since >= PATIENCE_MS_IN_UPDATE_TRIAL) {
        self->asked = true;
        self->asked_at = now;
        p1_update_confirm();
    }
}

void update_trial_confirmed(update_trial_t *self)
{
    if (!self->running || !self->asked) {
        return;
    }
    self->running = false;
    if (update_trial_has_failed(self, update_trial_version(self))) {
        update_note_set_failed(self->note, TS_TEXT(""));
    }
    p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("The firmware is confirmed."));
}

/** What a new image has to show, in words. */
static inline ts_bytes wanted(bool broker, bool meter)
{
    if (broker) {
        return meter ? TS_TEXT("network, broker and meter work") : TS_TEXT("network and broker work");
    }
    return meter ? TS_TEXT("network and meter work") : TS_TEXT("the network works");
}
