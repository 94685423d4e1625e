/* Made by ts2c from ts/neighbours/prometheus.ts: change that file, not this one. */

#include "neighbours/prometheus.h"

#define LONGEST_TEXT 128

static inline bool neighbours_metrics_is_shown(neighbours_metrics_t *self, publish_kept_reading_t *reading);
static void neighbours_metrics_write_family(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t first);
static bool neighbours_metrics_is_repeated(neighbours_metrics_t *self, uint32_t first, uint32_t index_);
static inline bool neighbours_metrics_is_same(neighbours_metrics_t *self, uint32_t one, uint32_t other, bool with_label);
static inline neighbours_parts_t neighbours_metrics_write_parts(neighbours_metrics_t *self, publish_kept_reading_t *reading);
static ts_bytes neighbours_metrics_write_name(neighbours_metrics_t *self, uint32_t index_, bool with_label);
static void neighbours_metrics_write_sample(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t index_);
static void neighbours_metrics_write_figure(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t index_, uint32_t now);
static void neighbours_metrics_write_causes(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t now);
static inline bool is_counter(publish_kept_reading_t *reading);
static inline bool is_cause(uint32_t index_);
static uint32_t first_cause(void);

void neighbours_metrics_init(neighbours_metrics_t *self, publish_publisher_t *publisher, publish_statistics_t *statistics)
{
    memset(self, 0, sizeof(*self));
    self->publisher = publisher;
    self->statistics = statistics;
    self->names = publisher->message->payload;
}

uint32_t neighbours_metrics_write(neighbours_metrics_t *self, uint32_t next, ts2c_writer_t *out)
{
    const bool silent = meter_presence_is_silent(self->statistics->counts->presence);
    for (uint32_t i = silent ? PUBLISH_PLACES : ts_min_u32(next, PUBLISH_PLACES); i < PUBLISH_PLACES; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        neighbours_metrics_write_family(self, out, i);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            if (start > 0u) {
                return i;
            }
        }
    }
    const uint32_t now = p1_clock_millis();
    for (uint32_t i = ts_min_u32(ts_max_u32(next, PUBLISH_PLACES) - PUBLISH_PLACES, PUBLISH_FIGURE_COUNT); i < PUBLISH_FIGURE_COUNT; i++) {
        const uint32_t start = ts2c_writer_mark(out);
        neighbours_metrics_write_figure(self, out, i, now);
        if (ts2c_writer_full(out)) {
            ts2c_writer_reset(out, start);
            return PUBLISH_PLACES + i;
        }
    }
    return PORTAL_END;
}

/** What the meter says now, and is a number or short. */
static inline bool neighbours_metrics_is_shown(neighbours_metrics_t *self, publish_kept_reading_t *reading)
{
    const bool is_short = reading->kind == P1_READING_KIND_TEXT && reading->behaves == METER_KIND_WORD && reading->text_length <= LONGEST_TEXT;
    return publish_kept_reading_is_current(reading) && !publish_kept_is_overdue(&self->publisher->kept, reading) && (reading->kind == P1_READING_KIND_NUMBER || reading->kind == P1_READING_KIND_TIME || is_short);
}

/** Writes all readings of one name, one behind the other as they have to be, at the first of them. */
static void neighbours_metrics_write_family(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t first)
{
    publish_kept_t *const kept = &self->publisher->kept;
    if (!neighbours_metrics_is_shown(self, &kept->readings[first])) {
        return;
    }
    for (uint32_t i = 0; i < first; i++) {
        if (neighbours_metrics_is_shown(self, &kept->readings[i]) && neighbours_metrics_is_same(self, i, first, false)) {
            return;
        }
    }
    ts2c_writer_clear(self->names);
    publish_kept_reading_t *const reading = &kept->readings[first];
    const neighbours_parts_t value_1 = neighbours_metrics_write_parts(self, reading);
    const ts_bytes stem = value_1.stem;
    neighbours_write_head(out, neighbours_metrics_write_name(self, first, false), is_counter(reading), TS_TEXT(" Reading of the meter: "), stem);
    for (uint32_t i = first; i < PUBLISH_PLACES; i++) {
        if (neighbours_metrics_is_shown(self, &kept->readings[i]) && neighbours_metrics_is_same(self, first, i, false) && !neighbours_metrics_is_repeated(self, first, i)) {
            neighbours_metrics_write_sample(self, out, i);
        }
    }
}

/** Whether one of the same name and label comes before: two codes may say the same. */
static bool neighbours_metrics_is_repeated(neighbours_metrics_t *self, uint32_t first, uint32_t index_)
{
    for (uint32_t i = first; i < index_; i++) {
        if (neighbours_metrics_is_shown(self, &self->publisher->kept.readings[i]) && neighbours_metrics_is_same(self, i, index_, true)) {
            return true;
        }
    }
    return false;
}

/** Whether two readings have one metric, and likewise the label. */
static inline bool neighbours_metrics_is_same(neighbours_metrics_t *self, uint32_t one, uint32_t other, bool with_label)
{
    ts2c_writer_clear(self->names);
    const ts_bytes value_1 = neighbours_metrics_write_name(self, one, with_label);
    return bytes_same_bytes(value_1, neighbours_metrics_write_name(self, other, with_label));
}

/** Adds to the names what a reading is called by itself, whatever topic somebody chose for it, and takes that to parts. */
static inline neighbours_parts_t neighbours_metrics_write_parts(neighbours_metrics_t *self, publish_kept_reading_t *reading)
{
    const uint32_t from = ts2c_writer_mark(self->names);
    if (publish_is_identification(reading->code)) {
        ts2c_writer_text(self->names, TS_TEXT("equipment/identification"));
    } else {
        meter_meter_write_name(self->publisher->meter, self->names, reading->code);
    }
    return neighbours_parts_of(ts_bytes_subarray(ts2c_writer_view(self->names), from, 4294967295u));
}

/** Adds the name of a reading's metric to the names, with its label behind it where that is asked for, and returns it. */
static ts_bytes neighbours_metrics_write_name(neighbours_metrics_t *self, uint32_t index_, bool with_label)
{
    publish_kept_reading_t *const reading = &self->publisher->kept.readings[index_];
    const neighbours_parts_t value_1 = neighbours_metrics_write_parts(self, reading);
    const ts_bytes stem = value_1.stem;
    const neighbours_label_t label = value_1.label;
    const ts_bytes which = value_1.which;
    ts2c_writer_t *const out = self->names;
    const uint32_t from = ts2c_writer_mark(out);
    ts2c_writer_text(out, simulator_is_simulated(self->statistics->settings) ? TS_TEXT("p1_simulated_") : TS_TEXT("p1_"));
    const bool is_total = is_counter(reading) && bytes_same_bytes(ts_bytes_subarray(stem, 0, 6), TS_TEXT("total/"));
    neighbours_write_words(out, is_total ? ts_bytes_subarray(stem, 6, 4294967295u) : stem);
    if (label != NEIGHBOURS_LABEL_NONE) {
        ts2c_writer_text(out, TS_TEXT("_by_"));
        ts2c_writer_text(out, neighbours_label_texts[label]);
    }
    if (reading->kind == P1_READING_KIND_NUMBER) {
        ts2c_writer_text(out, neighbours_base_of(reading->unit).name);
        ts2c_writer_text(out, is_counter(reading) ? TS_TEXT("_total") : TS_TEXT(""));
    } else {
        ts2c_writer_text(out, reading->kind == P1_READING_KIND_TIME ? TS_TEXT("_timestamp_seconds") : TS_TEXT("_info"));
    }
    if (with_label) {
        ts2c_writer_bytes(out, which);
    }
    return ts_bytes_subarray(ts2c_writer_view(out), from, 4294967295u);
}

static void neighbours_metrics_write_sample(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t index_)
{
    publish_kept_reading_t *const reading = &self->publisher->kept.readings[index_];
    ts2c_writer_clear(self->names);
    const neighbours_parts_t value_1 = neighbours_metrics_write_parts(self, reading);
    const neighbours_label_t label = value_1.label;
    const ts_bytes which = value_1.which;
    ts2c_writer_bytes(out, neighbours_metrics_write_name(self, index_, false));
    if (reading->kind == P1_READING_KIND_TEXT) {
        neighbours_write_label(out, TS_TEXT("value"), publish_kept_text_of(&self->publisher->kept, reading));
        ts2c_writer_text(out, TS_TEXT(" 1\n"));
        return;
    }
    if (label != NEIGHBOURS_LABEL_NONE) {
        neighbours_write_label(out, neighbours_label_texts[label], which);
    }
    ts2c_writer_text(out, TS_TEXT(" "));
    if (reading->kind == P1_READING_KIND_TIME) {
        ts2c_writer_int(out, reading->time);
    } else {
        neighbours_write_scaled(out, reading->value, reading->decimals, neighbours_base_of(reading->unit));
    }
    ts2c_writer_text(out, TS_TEXT("\n"));
}

/** Writes a figure of the device; with the first cause of what went wrong all causes, which are one metric. */
static void neighbours_metrics_write_figure(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t index_, uint32_t now)
{
    if (is_cause(index_)) {
        if (index_ == first_cause()) {
            neighbours_metrics_write_causes(self, out, now);
        }
        return;
    }
    if (!publish_statistics_has(self->statistics, (uint8_t)index_)) {
        return;
    }
    const publish_figure_t value_1 = PUBLISH_FIGURES[index_];
    const publish_figure_name_t name = value_1.name;
    const meter_kind_t behaves = value_1.behaves;
    const ts_bytes unit = value_1.unit;
    ts2c_writer_clear(self->names);
    ts2c_writer_text(self->names, TS_TEXT("p1_"));
    ts2c_writer_text(self->names, publish_figure_name_texts[name]);
    ts2c_writer_text(self->names, neighbours_suffix_of(unit));
    ts2c_writer_text(self->names, behaves == METER_KIND_COUNTER ? TS_TEXT("_total") : behaves == METER_KIND_WORD ? TS_TEXT("_info") : TS_TEXT(""));
    const ts_bytes metric = ts2c_writer_view(self->names);
    neighbours_write_head(out, metric, behaves == METER_KIND_COUNTER, TS_TEXT(" Figure of the device: "), publish_figure_name_texts[name]);
    ts2c_writer_bytes(out, metric);
    if (behaves == METER_KIND_WORD) {
        ts2c_writer_clear(self->names);
        publish_statistics_write_value(self->statistics, self->names, name, now);
        neighbours_write_label(out, TS_TEXT("value"), ts2c_writer_view(self->names));
        ts2c_writer_text(out, TS_TEXT(" 1\n"));
    } else {
        ts2c_writer_text(out, TS_TEXT(" "));
        publish_statistics_write_value(self->statistics, out, name, now);
        ts2c_writer_text(out, TS_TEXT("\n"));
    }
}

static void neighbours_metrics_write_causes(neighbours_metrics_t *self, ts2c_writer_t *out, uint32_t now)
{
    const ts_bytes metric = TS_TEXT("p1_errors_total");
    neighbours_write_head(out, metric, true, TS_TEXT(" Telegrams, bytes and signals that went wrong, by cause: "), TS_TEXT("err_\342\200\246"));
    for (uint32_t i = 0; i < PUBLISH_FIGURE_COUNT; i++) {
        if (is_cause(i)) {
            const publish_figure_name_t name = PUBLISH_FIGURES[i].name;
            ts2c_writer_bytes(out, metric);
            neighbours_write_label(out, TS_TEXT("cause"), ts_bytes_subarray(publish_figure_name_texts[name], 4, 4294967295u));
            ts2c_writer_text(out, TS_TEXT(" "));
            publish_statistics_write_value(self->statistics, out, name, now);
            ts2c_writer_text(out, TS_TEXT("\n"));
        }
    }
}

static inline bool is_counter(publish_kept_reading_t *reading)
{
    return reading->kind == P1_READING_KIND_NUMBER && reading->behaves == METER_KIND_COUNTER;
}

/** Whether a figure counts one cause of what went wrong; noise is counted in bytes, which are no times. */
static inline bool is_cause(uint32_t index_)
{
    const publish_figure_t value_1 = PUBLISH_FIGURES[index_];
    const publish_figure_name_t name = value_1.name;
    const ts_bytes unit = value_1.unit;
    return ts_text_equal(unit, TS_TEXT("")) && bytes_same_bytes(ts_bytes_subarray(publish_figure_name_texts[name], 0, 4), TS_TEXT("err_"));
}

static uint32_t first_cause(void)
{
    for (uint32_t i = 0; i < PUBLISH_FIGURE_COUNT; i++) {
        if (is_cause(i)) {
            return i;
        }
    }
    return PUBLISH_FIGURE_COUNT;
}
