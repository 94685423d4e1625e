/* Made by ts2c from ts/portal/lists.ts: change that file, not this one. */

#include "portal/lists.h"

#define LOG_SPAN_IN_PORTAL_LISTS 2147483647

#define LOG_PIECES 64

#define VALUES 720

static inline uint32_t portal_lists_write_home_wizard(portal_lists_t *self, ts2c_writer_t *out, bool is_data);
static inline uint32_t portal_lists_write_metrics(portal_lists_t *self, uint32_t next, ts2c_writer_t *out);
static uint32_t portal_lists_write_readings(portal_lists_t *self, uint32_t next, ts2c_writer_t *out);
static bool portal_lists_is_first(portal_lists_t *self, uint32_t index_);
static inline void portal_lists_write_names(portal_lists_t *self, ts2c_writer_t *out, uint32_t code);
static uint32_t portal_lists_write_settings(portal_lists_t *self, uint32_t next, ts2c_writer_t *out);
static uint32_t portal_lists_write_export(portal_lists_t *self, uint32_t next, ts2c_writer_t *out, bool secrets);
static uint32_t write_span(power_span_t *span, uint32_t next, ts2c_writer_t *out);
static inline void write_watts(ts2c_writer_t *out, power_span_t *span, uint32_t index_, uint32_t since);

void portal_lists_init(portal_lists_t *self, portal_setting_form_t *form, publish_publisher_t *publisher, publish_statistics_t *statistics, p1_telegram_copy_t *telegram, power_power_t *power, network_scan_t *scan)
{
    memset(self, 0, sizeof(*self));
    self->form = form;
    self->codes = &form->settings->codes;
    self->publisher = publisher;
    self->statistics = statistics;
    self->kept = &publisher->kept;
    self->telegram = telegram;
    self->power = power;
    self->scan = scan;
}

ts_bytes portal_lists_type(portal_lists_t *self, portal_list_t list)
{
    (void)self;
    if (list == PORTAL_LIST_METRICS) {
        return TS_TEXT("text/plain; version=0.0.4; charset=utf-8");
    }
    return list == PORTAL_LIST_TELEGRAM || list == PORTAL_LIST_LOG ? TS_TEXT("text/plain; charset=utf-8") : TS_TEXT("application/json");
}

uint32_t portal_lists_write(portal_lists_t *self, portal_list_t list, uint32_t next, ts2c_writer_t *out)
{
    switch (list) {
    case PORTAL_LIST_READINGS:
        return portal_lists_write_readings(self, next, out);
    case PORTAL_LIST_SETTINGS:
        return portal_lists_write_settings(self, next, out);
    case PORTAL_LIST_EXPORT:
        return portal_lists_write_export(self, next, out, false);
    case PORTAL_LIST_EXPORT_SECRETS:
        return portal_lists_write_export(self, next, out, true);
    case PORTAL_LIST_TELEGRAM: {
        const ts_bytes value_1 = p1_telegram_copy_view(self->telegram);
        if (value_1.length <= PORTAL_ANSWER_SIZE) {
            ts2c_writer_bytes(out, p1_telegram_copy_view(self->telegram));
        }
        return PORTAL_END;
    }
    case PORTAL_LIST_HOUR:
        return write_span(&self->power->hour, next, out);
    case PORTAL_LIST_DAY:
        return write_span(&self->power->day, next, out);
    case PORTAL_LIST_LOG: {
        const uint32_t at = portal_lists_write_log(self, next == 0u ? p1_log_oldest() : next, out);
        return ts2c_writer_length(out) == 0u ? PORTAL_END : at;
    }
    case PORTAL_LIST_NETWORKS:
        network_scan_write(self->scan, out);
        return PORTAL_END;
    case PORTAL_LIST_METRICS:
        return portal_lists_write_metrics(self, next, out);
    case PORTAL_LIST_HOMEWIZARD:
        return portal_lists_write_home_wizard(self, out, false);
    case PORTAL_LIST_HOMEWIZARD_DATA:
        return portal_lists_write_home_wizard(self, out, true);
    default:
        break;
    }
    TS_UNREACHABLE();
}

static inline uint32_t portal_lists_write_home_wizard(portal_lists_t *self, ts2c_writer_t *out, bool is_data)
{
    neighbours_home_wizard_t home_wizard = {0};
    neighbours_home_wizard_init(&home_wizard, self->publisher, self->statistics);
    if (is_data) {
        neighbours_home_wizard_write_data(&home_wizard, out);
    } else {
        neighbours_home_wizard_write_device(&home_wizard, out);
    }
    return PORTAL_END;
}

static inline uint32_t portal_lists_write_metrics(portal_lists_t *self, uint32_t next, ts2c_writer_t *out)
{
    neighbours_metrics_t metrics = {0};
    neighbours_metrics_init(&metrics, self->publisher, self->statistics);
    return neighbours_metrics_write(&metrics, next, out);
}

static uint32_t portal_lists_write_readings(portal_lists_t *self, uint32_t next, ts2c_writer_t *out)
{
    const uint32_t now = p1_clock_millis();
    if (next == 0u) {
        ts2c_writer_text(out, TS_TEXT("["));
    }
    for (uint32_t i = ts_min_u32(next, PUBLISH_PLACES); i < PUBLISH_PLACES; i++) {
        if (!publish_kept_reading_is_current(&self->kept->readings[i])) {
            continue;
        }
        const uint32_t start = ts2c_writer_mark(out);
        ts2c_writer_text(out, portal_lists_is_first(self, i) ? TS_TEXT("\n") : TS_TEXT(",\n"));
        portal_lists_write_reading(self, out, (uint8_t)i, now, true);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            if (start > 1u) {
                return i;
            }
            portal_lists_write_reading(self, out, (uint8_t)i, now, false);
        }
    }
    ts2c_writer_text(out, TS_TEXT("\n]\n"));
    return PORTAL_END;
}

/** Whether no reading comes before the one at `index`. */
static bool portal_lists_is_first(portal_lists_t *self, uint32_t index_)
{
    for (uint32_t i = 0; i < index_; i++) {
        if (publish_kept_reading_is_current(&self->kept->readings[i])) {
            return false;
        }
    }
    return true;
}

void portal_lists_write_reading(portal_lists_t *self, ts2c_writer_t *out, uint8_t index_, uint32_t now, bool with_value)
{
    publish_kept_reading_t *const reading = &self->kept->readings[index_];
    const ts_bytes text = publish_kept_text_of(self->kept, reading);
    ts2c_writer_text(out, TS_TEXT("{\"topic\":"));
    ts2c_writer_json_string(out, publish_kept_topic_of(self->kept, index_));
    if (!publish_is_identification(reading->code)) {
        portal_lists_write_names(self, out, reading->code);
    }
    ts2c_writer_text(out, TS_TEXT(",\"value\":"));
    if (!with_value) {
        ts2c_writer_text(out, TS_TEXT("null"));
    } else if (reading->kind == P1_READING_KIND_NUMBER) {
        publish_write_value(out, reading, text);
    } else {
        publish_write_json_value(out, reading, text);
    }
    ts2c_writer_text(out, TS_TEXT(",\"unit\":"));
    meter_write_json_unit(out, reading->unit, text);
    if (reading->kind == P1_READING_KIND_NUMBER && reading->time != P1_NO_TIME) {
        ts2c_writer_text(out, TS_TEXT(",\"time\":\""));
        p1_write_time(out, reading->time);
        ts2c_writer_text(out, TS_TEXT("\""));
    }
    ts2c_writer_text(out, TS_TEXT(",\"age\":"));
    ts2c_writer_int(out, (now - reading->heard_at) / 1000u);
    ts2c_writer_text(out, TS_TEXT("}"));
}

/** Writes a reading's code, and where it goes by a topic that somebody chose the one that it has by itself. */
static inline void portal_lists_write_names(portal_lists_t *self, ts2c_writer_t *out, uint32_t code)
{
    ts2c_writer_text(out, TS_TEXT(",\"code\":\""));
    p1_write_code(out, code);
    ts2c_writer_text(out, TS_TEXT("\""));
    if (publish_publisher_is_renamed(self->publisher, code)) {
        ts2c_writer_text(out, TS_TEXT(",\"name\":\""));
        meter_meter_write_name(self->publisher->meter, out, code);
        ts2c_writer_text(out, TS_TEXT("\""));
    }
}

static uint32_t portal_lists_write_settings(portal_lists_t *self, uint32_t next, ts2c_writer_t *out)
{
    if (next == 0u) {
        ts2c_writer_text(out, TS_TEXT("["));
    }
    for (uint32_t i = ts_min_u32(next, SETTINGS_COUNT); i < SETTINGS_COUNT && true; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        ts2c_writer_text(out, i == 0u ? TS_TEXT("\n") : TS_TEXT(",\n"));
        portal_setting_form_write(self->form, out, (uint8_t)i);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return start > 1u ? i : PORTAL_END;
        }
    }
    for (uint32_t i = ts_min_u32(ts_max_u32(next, SETTINGS_COUNT) - SETTINGS_COUNT, SETTINGS_CODES); i < SETTINGS_CODES; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        if (settings_codes_is_used(self->codes, (uint8_t)i)) {
            ts2c_writer_text(out, TS_TEXT(",\n"));
            portal_setting_form_write_code(self->form, out, (uint8_t)i);
        }
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return start > 0u ? SETTINGS_COUNT + i : PORTAL_END;
        }
    }
    ts2c_writer_text(out, TS_TEXT("\n]\n"));
    return PORTAL_END;
}

/** Writes what is not as at first as one JSON object, by which it is assigned again; the host name is always in it. */
static uint32_t portal_lists_write_export(portal_lists_t *self, uint32_t next, ts2c_writer_t *out, bool secrets)
{
    for (uint32_t i = ts_min_u32(next, SETTINGS_COUNT); i < SETTINGS_COUNT && true; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        portal_setting_form_write_member(self->form, out, (uint8_t)i, secrets);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return start > 0u ? i : PORTAL_END;
        }
    }
    for (uint32_t i = ts_min_u32(ts_max_u32(next, SETTINGS_COUNT) - SETTINGS_COUNT, SETTINGS_CODES); i < SETTINGS_CODES; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        if (settings_codes_is_used(self->codes, (uint8_t)i)) {
            portal_setting_form_write_code_member(self->form, out, (uint8_t)i);
        }
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return start > 0u ? SETTINGS_COUNT + i : PORTAL_END;
        }
    }
    ts2c_writer_text(out, TS_TEXT("\n}\n"));
    return PORTAL_END;
}

uint32_t portal_lists_write_log(portal_lists_t *self, uint32_t from, ts2c_writer_t *out)
{
    uint32_t at = from;
    if (from - p1_log_oldest() > LOG_SPAN_IN_PORTAL_LISTS) {
        at = p1_log_oldest();
    }
    for (uint32_t i = 0; i < LOG_PIECES; i++) {
        const uint32_t length = p1_log_read(at, (ts_span_u8){.data = self->line, .length = 64});
        const uint32_t start = ts2c_writer_mark(out);
        ts2c_writer_bytes(out, ts_bytes_subarray((ts_bytes){.data = self->line, .length = 64}, 0, length));
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return at;
        }
        at = at + length;
        if (length == 0u) {
            return at;
        }
    }
    return at;
}

/**
 * Writes the power over time from `next` on: the place of a value among {@link VALUES}, and above it how many steps were over when the
 * answer began, so that it goes on with the same steps though new ones came.
 */
static uint32_t write_span(power_span_t *span, uint32_t next, ts2c_writer_t *out)
{
    const uint32_t closed = next == 0u ? span->closed & 0x1fffffu : next >> 11;
    const uint32_t since = (uint32_t)((int32_t)(uint32_t)((int64_t)span->closed - closed) & 0x1fffff);
    if (next == 0u) {
        ts2c_writer_text(out, TS_TEXT("{\"step\":"));
        ts2c_writer_int(out, span->step_ms / 1000u);
        ts2c_writer_text(out, TS_TEXT(",\"newest_age\":"));
        ts2c_writer_int(out, power_span_age(span, p1_clock_millis()) / 1000u);
        ts2c_writer_text(out, TS_TEXT(",\"import\":["));
    }
    for (uint32_t i = ts_min_u32(next & 0x7ffu, VALUES); i < VALUES; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        if (i == POWER_STEPS) {
            ts2c_writer_text(out, TS_TEXT("],\"export\":["));
        } else if (i > 0u) {
            ts2c_writer_text(out, TS_TEXT(","));
        }
        write_watts(out, span, i, since);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return (uint32_t)(closed << 11) | i;
        }
    }
    ts2c_writer_text(out, TS_TEXT("]}\n"));
    return PORTAL_END;
}

/** Writes one value; of a step that meanwhile made way for a new one nothing is known. */
static inline void write_watts(ts2c_writer_t *out, power_span_t *span, uint32_t index_, uint32_t since)
{
    const uint32_t step = index_ < POWER_STEPS ? index_ : index_ - POWER_STEPS;
    if (step < since) {
        ts2c_writer_text(out, TS_TEXT("null"));
        return;
    }
    const uint32_t place = power_span_place_of(span, (uint16_t)(step - since));
    const int32_t watts = index_ < POWER_STEPS ? power_flow_at(&span->drawn, (uint16_t)place) : power_flow_at(&span->given, (uint16_t)place);
    if (watts < 0) {
        ts2c_writer_text(out, TS_TEXT("null"));
    } else {
        ts2c_writer_int(out, watts);
    }
}
