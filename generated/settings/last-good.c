/* Made by ts2c from ts/settings/last-good.ts: change that file, not this one. */

#include "settings/last-good.h"

#define TRIAL_MS 120000

static inline void settings_last_good_keep(settings_last_good_t *self, uint32_t place, ts_bytes value);
static void settings_last_good_remember(settings_last_good_t *self);

void settings_last_good_init(settings_last_good_t *self, settings_settings_t *settings, settings_group_t group, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    ts2c_writer_init(&self->kept, (ts_span_u8){.data = self->memory, .length = 384});
    self->value = &scratch->out;
    self->settings = settings;
    self->group = group;
}

bool settings_last_good_is_on_trial(settings_last_good_t *self)
{
    return self->on_trial;
}

void settings_last_good_changed(settings_last_good_t *self, uint32_t now)
{
    if (ts2c_writer_length(&self->kept) > 0u) {
        self->on_trial = true;
        self->since = now;
    }
}

void settings_last_good_hold(settings_last_good_t *self, uint32_t now)
{
    self->since = now;
}

bool settings_last_good_forget(settings_last_good_t *self)
{
    const bool was_on_trial = self->on_trial;
    self->on_trial = false;
    ts2c_writer_clear(&self->kept);
    return was_on_trial;
}

bool settings_last_good_works(settings_last_good_t *self, bool is_new)
{
    const bool was_on_trial = self->on_trial;
    if (is_new || was_on_trial) {
        self->on_trial = false;
        settings_last_good_remember(self);
    }
    return was_on_trial;
}

void settings_last_good_pack(settings_last_good_t *self, ts2c_writer_t *out)
{
    ts_bytes rest = ts2c_writer_view(&self->kept);
    while (self->on_trial && rest.length > 2u) {
        const uint32_t place = rest.data[0];
        const uint32_t length = rest.data[1];
        if (place < 61u) {
            settings_write_entry(out, settings_setting_name_texts[SETTINGS_SETTINGS[place].name], ts_bytes_subarray(rest, 2, 2u + length), true);
        }
        rest = ts_bytes_subarray(rest, 2u + length, 4294967295u);
    }
}

void settings_last_good_resume(settings_last_good_t *self, ts_bytes entries, uint32_t now)
{
    (void)settings_last_good_forget(self);
    ts_bytes rest = entries;
    while (rest.length > 0u) {
        const settings_entry_t entry = settings_entry_of(rest);
        const uint32_t place = settings_settings_find(self->settings, entry.name);
        if (entry.is_aside && place < SETTINGS_COUNT && settings_group_of((uint8_t)place) == self->group && settings_settings_check(self->settings, entry.name, entry.value) == SETTINGS_SETTING_RESULT_OK) {
            settings_last_good_keep(self, place, entry.value);
            self->on_trial = true;
            self->since = now;
        }
        rest = entry.rest;
    }
}

static inline void settings_last_good_keep(settings_last_good_t *self, uint32_t place, ts_bytes value)
{
    ts2c_writer_byte(&self->kept, (uint8_t)place);
    ts2c_writer_byte(&self->kept, (uint8_t)(value.length & 0xffu));
    ts2c_writer_bytes(&self->kept, value);
}

bool settings_last_good_is_over(settings_last_good_t *self, uint32_t now)
{
    return self->on_trial && now - self->since >= TRIAL_MS;
}

static void settings_last_good_remember(settings_last_good_t *self)
{
    ts2c_writer_clear(&self->kept);
    for (uint32_t place = 0; place < 61u && true; place++) {
        if (settings_group_of((uint8_t)place) == self->group) {
            ts2c_writer_clear(self->value);
            settings_settings_write(self->settings, (uint8_t)place, self->value);
            settings_last_good_keep(self, place, ts2c_writer_view(self->value));
        }
    }
}

void settings_last_good_restore(settings_last_good_t *self)
{
    self->on_trial = false;
    ts_bytes rest = ts2c_writer_view(&self->kept);
    while (rest.length > 2u) {
        const uint32_t place = rest.data[0];
        const uint32_t length = rest.data[1];
        if (place < 61u) {
            (void)settings_settings_assign(self->settings, settings_setting_name_texts[SETTINGS_SETTINGS[place].name], ts_bytes_subarray(rest, 2, 2u + length));
        }
        rest = ts_bytes_subarray(rest, 2u + length, 4294967295u);
    }
}
