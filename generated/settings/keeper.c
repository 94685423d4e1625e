/* Made by ts2c from ts/settings/keeper.ts: change that file, not this one. */

#include "settings/keeper.h"

#define FIRST_IN_SETTINGS_KEEPER 1

static inline void settings_keeper_miss_certificates(settings_keeper_t *self);
static void settings_keeper_take(settings_keeper_t *self, platform_settings_key_t key, ts_bytes record);
static inline void settings_keeper_report(settings_keeper_t *self, platform_settings_key_t key, uint32_t length, bool is_whole, bool has_other);
static inline void settings_keeper_note_stored(settings_keeper_t *self, platform_settings_event_t event);
static inline void settings_keeper_note_saved(settings_keeper_t *self, platform_settings_event_t event);
static inline void complain(void);

void settings_keeper_init(settings_keeper_t *self, settings_settings_t *settings, scratch_scratch_t *scratch, settings_last_good_t *last_network, settings_last_good_t *last_broker)
{
    memset(self, 0, sizeof(*self));
    settings_record_writer_init(&self->writer);
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->line, .length = 128});
    self->newest = PLATFORM_SETTINGS_KEY_RECORD_B;
    self->stored = PLATFORM_SETTINGS_KEY_BROKER_CA;
    self->succeeded = true;
    self->settings = settings;
    self->last_network = last_network;
    self->last_broker = last_broker;
    self->scratch = scratch;
}

void settings_keeper_load(settings_keeper_t *self)
{
    const ts_span_u8 memory = ts_span_u8_slice((ts_span_u8){.data = self->scratch->bytes, .length = 6400}, 0, SETTINGS_RECORD_SIZE);
    const uint32_t a = p1_settings_read(PLATFORM_SETTINGS_KEY_RECORD_A, memory);
    const ts_span_u8 first = ts_span_u8_subarray(memory, 0, a);
    const bool has_first = settings_is_record(ts_as_bytes(first));
    const uint32_t sequence = settings_sequence_of(ts_as_bytes(first));
    if (has_first) {
        settings_keeper_take(self, PLATFORM_SETTINGS_KEY_RECORD_A, ts_as_bytes(first));
    }
    const uint32_t b = p1_settings_read(PLATFORM_SETTINGS_KEY_RECORD_B, memory);
    const ts_span_u8 second = ts_span_u8_subarray(memory, 0, b);
    const bool has_second = settings_is_record(ts_as_bytes(second));
    if (has_second && (!has_first || settings_is_later(settings_sequence_of(ts_as_bytes(second)), sequence))) {
        settings_settings_reset(self->settings);
        settings_keeper_take(self, PLATFORM_SETTINGS_KEY_RECORD_B, ts_as_bytes(second));
    }
    settings_keeper_report(self, PLATFORM_SETTINGS_KEY_RECORD_A, a, has_first, has_second);
    settings_keeper_report(self, PLATFORM_SETTINGS_KEY_RECORD_B, b, has_second, has_first);
    if (a == 0u && b == 0u) {
        p1_log_write(PLATFORM_LEVEL_INFO, TS_TEXT("No settings are kept: the defaults are used."));
    }
    self->has_authority = p1_settings_read(PLATFORM_SETTINGS_KEY_BROKER_CA, memory) > 0;
    self->has_identity = p1_settings_read(PLATFORM_SETTINGS_KEY_BROKER_IDENTITY, memory) > 0;
    ts_span_u8_fill(memory, 0, 0, 4294967295u);
    settings_keeper_miss_certificates(self);
}

/** Tells of certificates that were lost. Those that firmware without notes of them stored are noted with the next saving. */
static inline void settings_keeper_miss_certificates(settings_keeper_t *self)
{
    if (self->expects_authority && !self->has_authority) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The authority's certificate for the broker was lost: send it again, or remove it. Until then the usual authorities count."));
    }
    if (self->expects_identity && !self->has_identity) {
        p1_log_write(PLATFORM_LEVEL_WARNING, TS_TEXT("The device's own certificate for the broker was lost: send it again, or remove it. Until then the broker gets none."));
    }
    self->expects_authority = self->expects_authority || self->has_authority;
    self->expects_identity = self->expects_identity || self->has_identity;
}

static void settings_keeper_take(settings_keeper_t *self, platform_settings_key_t key, ts_bytes record)
{
    self->newest = key;
    self->sequence = settings_sequence_of(record);
    const settings_unpacked_t value_1 = settings_unpack(record, self->settings);
    const uint32_t skipped = value_1.skipped;
    settings_last_good_resume(self->last_network, settings_entries_of(record), p1_clock_millis());
    settings_last_good_resume(self->last_broker, settings_entries_of(record), p1_clock_millis());
    self->expects_authority = settings_has_note(settings_entries_of(record), TS_TEXT("broker_ca"));
    self->expects_identity = settings_has_note(settings_entries_of(record), TS_TEXT("broker_identity"));
    if (skipped > 0u) {
        ts2c_writer_clear(&self->out);
        ts2c_writer_int(&self->out, skipped);
        ts2c_writer_text(&self->out, TS_TEXT(" of the kept settings are unknown to this firmware, or not allowed, and were left out."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->out));
    }
}

/** Tells of a record that is not whole, or was lost: the first saving goes to both, so both are there or none is. */
static inline void settings_keeper_report(settings_keeper_t *self, platform_settings_key_t key, uint32_t length, bool is_whole, bool has_other)
{
    if (!is_whole && (length > 0u || has_other)) {
        ts2c_writer_clear(&self->out);
        ts2c_writer_text(&self->out, TS_TEXT("The settings' "));
        ts2c_writer_text(&self->out, platform_settings_key_texts[key]);
        ts2c_writer_text(&self->out, length > 0u ? TS_TEXT(" was damaged") : TS_TEXT(" is missing"));
        ts2c_writer_text(&self->out, has_other ? TS_TEXT(": the other record is used.") : TS_TEXT(": the defaults are used."));
        p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->out));
    }
}

void settings_keeper_save(settings_keeper_t *self)
{
    if (settings_keeper_is_busy(self)) {
        self->again = true;
        return;
    }
    const platform_settings_key_t key = self->newest == PLATFORM_SETTINGS_KEY_RECORD_A ? PLATFORM_SETTINGS_KEY_RECORD_B : PLATFORM_SETTINGS_KEY_RECORD_A;
    self->again = false;
    settings_record_writer_begin(&self->writer, self->settings, self->sequence + 1u, &self->scratch->out);
    settings_last_good_pack(self->last_network, &self->scratch->out);
    settings_last_good_pack(self->last_broker, &self->scratch->out);
    if (self->expects_authority) {
        settings_write_note(&self->scratch->out, TS_TEXT("broker_ca"));
    }
    if (self->expects_identity) {
        settings_write_note(&self->scratch->out, TS_TEXT("broker_identity"));
    }
    self->saving = p1_settings_write(key, settings_record_writer_end(&self->writer, &self->scratch->out));
    self->succeeded = self->saving;
    if (!self->saving) {
        complain();
    }
}

bool settings_keeper_is_busy(settings_keeper_t *self)
{
    return self->saving || self->storing;
}

bool settings_keeper_store(settings_keeper_t *self, platform_settings_key_t key, ts_bytes bytes)
{
    if (settings_keeper_is_busy(self)) {
        return false;
    }
    self->stored = key;
    self->stored_is_empty = bytes.length == 0u;
    self->storing = p1_settings_write(key, bytes);
    self->succeeded = self->storing;
    return self->storing;
}

bool settings_keeper_on_event(settings_keeper_t *self, platform_settings_event_t event)
{
    const bool stored = self->storing;
    self->storing = false;
    self->succeeded = event == PLATFORM_SETTINGS_EVENT_WRITTEN;
    if (stored) {
        settings_keeper_note_stored(self, event);
    } else {
        settings_keeper_note_saved(self, event);
    }
    if (self->again) {
        settings_keeper_save(self);
    }
    return stored;
}

static inline void settings_keeper_note_stored(settings_keeper_t *self, platform_settings_event_t event)
{
    const bool is_there = event == PLATFORM_SETTINGS_EVENT_WRITTEN && !self->stored_is_empty;
    const bool before = self->stored == PLATFORM_SETTINGS_KEY_BROKER_CA ? self->expects_authority : self->expects_identity;
    if (self->stored == PLATFORM_SETTINGS_KEY_BROKER_CA) {
        self->has_authority = is_there;
        self->expects_authority = is_there;
    } else {
        self->has_identity = is_there;
        self->expects_identity = is_there;
    }
    self->again = self->again || is_there != before;
}

static inline void settings_keeper_note_saved(settings_keeper_t *self, platform_settings_event_t event)
{
    self->saving = false;
    if (event == PLATFORM_SETTINGS_EVENT_WRITTEN) {
        self->newest = self->newest == PLATFORM_SETTINGS_KEY_RECORD_A ? PLATFORM_SETTINGS_KEY_RECORD_B : PLATFORM_SETTINGS_KEY_RECORD_A;
        self->sequence = self->sequence + 1u;
        self->again = self->again || self->sequence == FIRST_IN_SETTINGS_KEEPER;
    } else {
        complain();
    }
}

static inline void complain(void)
{
    p1_log_write(PLATFORM_LEVEL_ERROR, TS_TEXT("The settings could not be saved: they hold until the device restarts."));
}
