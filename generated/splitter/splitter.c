/* Made by ts2c from ts/splitter/splitter.ts: change that file, not this one. */

#include "splitter/splitter.h"

#define OFF_IN_SPLITTER_SPLITTER 0

#define AT_ONCE_IN_SPLITTER_SPLITTER 1

static inline bool splitter_splitter_is_on(splitter_splitter_t *self);
static inline bool splitter_splitter_is_at_once(splitter_splitter_t *self);
static inline bool splitter_splitter_write(splitter_splitter_t *self, ts_bytes bytes);
static inline void splitter_splitter_tell(splitter_splitter_t *self, ts_bytes sentence);

void splitter_splitter_init(splitter_splitter_t *self, settings_settings_t *settings, publish_device_counters_t *counters)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->counters = counters;
}

static inline bool splitter_splitter_is_on(splitter_splitter_t *self)
{
    return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SPLITTER) != OFF_IN_SPLITTER_SPLITTER && !simulator_is_simulated(self->settings);
}

/**
 * Whether bytes are repeated as they arrive. A frame that is to be decrypted is known only when it is over, so then only whole
 * telegrams are repeated.
 */
static inline bool splitter_splitter_is_at_once(splitter_splitter_t *self)
{
    bool value_2;
    value_2 = settings_settings_on(self->settings, SETTINGS_SETTING_NAME_SPLITTER_DECRYPTS);
    if (value_2) {
        const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_ENCRYPTION_KEY);
        value_2 = value_1.length > 0u;
    }
    const bool decrypts = value_2;
    return settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SPLITTER) == AT_ONCE_IN_SPLITTER_SPLITTER && !decrypts;
}

void splitter_splitter_bytes(splitter_splitter_t *self, ts_bytes bytes)
{
    if (splitter_splitter_is_on(self) && splitter_splitter_is_at_once(self) && p1_serial_requested()) {
        (void)splitter_splitter_write(self, bytes);
    }
}

void splitter_splitter_telegram(splitter_splitter_t *self, p1_telegram_reader_t *reader)
{
    if (!splitter_splitter_is_on(self)) {
        return;
    }
    if (!p1_serial_requested()) {
        splitter_splitter_tell(self, TS_TEXT("The second port does not ask for data: telegrams are not repeated."));
        return;
    }
    const ts_bytes telegram = p1_telegram_copy_view(&reader->copy);
    if (splitter_splitter_is_at_once(self) || (telegram.length > 0u && splitter_splitter_write(self, telegram))) {
        self->counters->repeated = self->counters->repeated + 1u;
        self->counters->sent = self->counters->sent + 1u;
    }
}

static inline bool splitter_splitter_write(splitter_splitter_t *self, ts_bytes bytes)
{
    if (p1_serial_write(bytes)) {
        self->told = false;
        return true;
    }
    splitter_splitter_tell(self, TS_TEXT("The TX line is busy: a telegram was not repeated."));
    return false;
}

static inline void splitter_splitter_tell(splitter_splitter_t *self, ts_bytes sentence)
{
    if (!self->told) {
        p1_log_write(PLATFORM_LEVEL_WARNING, sentence);
    }
    self->told = true;
}
