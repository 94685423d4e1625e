/* Made by ts2c from ts/meter/guard.ts: change that file, not this one. */

#include "meter/guard.h"

#define TOTALS 48

#define LARGEST_IN_METER_GUARD INT64_C(1000000000000)

#define NONE_IN_METER_GUARD (-1)

#define MOST_VOLUME 40000

#define MOST_HEAT 1000

#define SHORTEST_IN_METER_GUARD 3600

#define LONGEST_IN_METER_GUARD 1000000

static inline void meter_said_init(meter_said_t *self);
static inline void meter_total_init(meter_total_t *self);
static inline bool meter_guard_is_same_meter(meter_guard_t *self, ts_bytes identification);
static void meter_guard_look(meter_guard_t *self, p1_staged_reading_t *reading, uint32_t now);
static inline bool meter_guard_repeats(meter_guard_t *self, meter_total_t *total, p1_staged_reading_t *reading, uint32_t now);
static bool meter_guard_follows(meter_guard_t *self, meter_said_t *said, uint32_t since, p1_staged_reading_t *reading, uint32_t now);
static uint32_t meter_guard_most_per_hour(meter_guard_t *self, p1_unit_t unit);
static uint32_t meter_guard_find(meter_guard_t *self, p1_staged_reading_t *reading);
static inline void meter_guard_tell(meter_guard_t *self, meter_total_t *total, p1_staged_reading_t *reading);
static inline void start_in_meter_guard(meter_total_t *total, p1_staged_reading_t *reading);
static inline int64_t thousandths_in_meter_guard(int64_t value, uint32_t decimals);

static const int64_t POWERS_IN_METER_GUARD[13] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, INT64_C(10000000000),
    INT64_C(100000000000), INT64_C(1000000000000),
};

/** Makes a new `Said` at `self`. */
static inline void meter_said_init(meter_said_t *self)
{
    memset(self, 0, sizeof(*self));
    self->time = P1_NO_TIME;
}

void meter_said_copy(meter_said_t *self, p1_staged_reading_t *reading)
{
    self->value = reading->value;
    self->decimals = reading->decimals;
    self->time = reading->time;
}

/** Makes a new `Total` at `self`. */
static inline void meter_total_init(meter_total_t *self)
{
    memset(self, 0, sizeof(*self));
    meter_said_init(&self->believed);
    meter_said_init(&self->held);
    self->unit = P1_UNIT_NONE;
}

void meter_guard_init(meter_guard_t *self, settings_settings_t *settings)
{
    memset(self, 0, sizeof(*self));
    for (uint32_t i = 0; i < 48; i++) {
        meter_total_init(&self->totals[i]);
    }
    ts2c_writer_init(&self->line, (ts_span_u8){.data = self->buffer, .length = 192});
    self->settings = settings;
}

void meter_guard_take(meter_guard_t *self, p1_staging_t *staging, ts_bytes identification, meter_meter_t *meter, uint32_t now)
{
    if (!settings_settings_on(self->settings, SETTINGS_SETTING_NAME_GUARD_TOTALS) || !meter_guard_is_same_meter(self, identification)) {
        self->count = 0;
    }
    if (!settings_settings_on(self->settings, SETTINGS_SETTING_NAME_GUARD_TOTALS)) {
        return;
    }
    for (uint32_t i = 0; i < staging->count && true; i++) {
        p1_staged_reading_t *const reading = &staging->readings[i];
        if (reading->kind == P1_READING_KIND_NUMBER && meter_meter_describe(meter, reading->code).kind == METER_KIND_COUNTER) {
            meter_guard_look(self, reading, now);
        }
    }
}

void meter_guard_forget_meter(meter_guard_t *self)
{
    self->count = 0;
}

/** Whether the telegram is of the meter that sent the last one; another meter's totals begin anew. */
static inline bool meter_guard_is_same_meter(meter_guard_t *self, ts_bytes identification)
{
    const ts_bytes name = ts_bytes_subarray(identification, 0, 128);
    if (bytes_same_bytes(name, ts_bytes_slice((ts_bytes){.data = self->meter_name, .length = 128}, 0, self->meter_name_length))) {
        return true;
    }
    if (name.length <= 128u) {
        ts_span_u8_set((ts_span_u8){.data = self->meter_name, .length = 128}, name.data, name.length, 0);
        self->meter_name_length = (uint8_t)name.length;
    }
    return false;
}

static void meter_guard_look(meter_guard_t *self, p1_staged_reading_t *reading, uint32_t now)
{
    const uint32_t index_ = meter_guard_find(self, reading);
    if (index_ >= TOTALS) {
        return;
    }
    meter_total_t *const total = &self->totals[index_];
    if (meter_guard_follows(self, &total->believed, total->at, reading, now) || meter_guard_repeats(self, total, reading, now)) {
        meter_said_copy(&total->believed, reading);
        total->at = now;
        total->holds = false;
        return;
    }
    if (!total->holds || total->held.value != reading->value || total->held.time != reading->time) {
        self->held_back = self->held_back + 1u;
        meter_guard_tell(self, total, reading);
        meter_said_copy(&total->held, reading);
        total->held_at = now;
        total->holds = true;
    }
    reading->value = total->believed.value;
    reading->decimals = total->believed.decimals;
    reading->time = total->believed.time;
}

/** Whether the meter says again what was held back: of a value with a time that is a later reading, not the same one. */
static inline bool meter_guard_repeats(meter_guard_t *self, meter_total_t *total, p1_staged_reading_t *reading, uint32_t now)
{
    if (!total->holds || (reading->time != P1_NO_TIME && reading->time == total->held.time)) {
        return false;
    }
    return meter_guard_follows(self, &total->held, total->held_at, reading, now);
}

/** Whether a total can have grown from what was `said` at `since` to the reading of now. */
static bool meter_guard_follows(meter_guard_t *self, meter_said_t *said, uint32_t since, p1_staged_reading_t *reading, uint32_t now)
{
    const int64_t from = thousandths_in_meter_guard(said->value, said->decimals);
    const int64_t to = thousandths_in_meter_guard(reading->value, reading->decimals);
    if (from == NONE_IN_METER_GUARD || to == NONE_IN_METER_GUARD) {
        return true;
    }
    if (to < from) {
        return false;
    }
    const uint32_t most = meter_guard_most_per_hour(self, reading->unit);
    const bool dated = said->time != P1_NO_TIME && reading->time > said->time;
    const int64_t passed = dated ? (int64_t)reading->time - said->time : (int64_t)((now - since) / 1000u);
    if (most == 0u || passed >= LONGEST_IN_METER_GUARD) {
        return true;
    }
    // A meter without decimals grows by whole units.
    const uint32_t step = (uint32_t)POWERS_IN_METER_GUARD[ts_max_i32(3 - reading->decimals, 0)];
    return to - from <= most * ts_max_i64(passed, SHORTEST_IN_METER_GUARD) / 3600 + step;
}

/** How much a total of a unit grows in an hour at most, in thousandths; 0 where that is not known. */
static uint32_t meter_guard_most_per_hour(meter_guard_t *self, p1_unit_t unit)
{
    const uint32_t watts = ts_min_u32(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_CONNECTION_POWER), 1000) * 1000u;
    switch (unit) {
    case P1_UNIT_KWH:
    case P1_UNIT_KVARH:
    case P1_UNIT_KVAH:
        return watts;
    case P1_UNIT_WH:
    case P1_UNIT_VARH:
    case P1_UNIT_VAH:
        return watts * 1000u;
    case P1_UNIT_M3:
        return MOST_VOLUME;
    case P1_UNIT_GJ:
        return MOST_HEAT;
    default:
        return 0;
    }
    TS_UNREACHABLE();
}

/** The place of a total. One that is new there is believed. The number of places when there is none left. */
static uint32_t meter_guard_find(meter_guard_t *self, p1_staged_reading_t *reading)
{
    for (uint32_t i = 0; i < self->count && true; i++) {
        meter_total_t *const total = &self->totals[i];
        if (total->code == reading->code) {
            if (total->unit != reading->unit) {
                start_in_meter_guard(total, reading);
            }
            return i;
        }
    }
    const uint32_t place = self->count;
    if (place < TOTALS) {
        start_in_meter_guard(&self->totals[place], reading);
        self->count = (uint8_t)(place + 1u);
    }
    return place;
}

static inline void meter_guard_tell(meter_guard_t *self, meter_total_t *total, p1_staged_reading_t *reading)
{
    ts2c_writer_clear(&self->line);
    ts2c_writer_text(&self->line, TS_TEXT("The meter's total "));
    p1_write_code(&self->line, total->code);
    ts2c_writer_text(&self->line, TS_TEXT(" went from "));
    ts2c_writer_decimal(&self->line, total->believed.value, total->believed.decimals);
    ts2c_writer_text(&self->line, TS_TEXT(" to "));
    ts2c_writer_decimal(&self->line, reading->value, reading->decimals);
    ts2c_writer_text(&self->line, TS_TEXT(", which can't be: it is held back until the meter says it again (guard_totals)."));
    p1_log_write(PLATFORM_LEVEL_WARNING, ts2c_writer_view(&self->line));
}

/** Begins to watch a total: what it says first is believed. */
static inline void start_in_meter_guard(meter_total_t *total, p1_staged_reading_t *reading)
{
    total->code = reading->code;
    total->unit = reading->unit;
    meter_said_copy(&total->believed, reading);
    total->holds = false;
}

/** A number in thousandths of its unit, or {@link NONE}. */
static inline int64_t thousandths_in_meter_guard(int64_t value, uint32_t decimals)
{
    if (value < 0 || value > LARGEST_IN_METER_GUARD) {
        return NONE_IN_METER_GUARD;
    }
    const int64_t scaled = decimals <= 3u ? value * POWERS_IN_METER_GUARD[3u - decimals] : value / POWERS_IN_METER_GUARD[decimals - 3u];
    return scaled;
}
