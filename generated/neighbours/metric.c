/* Made by ts2c from ts/neighbours/metric.ts: change that file, not this one. */

#include "neighbours/metric.h"

#define LARGEST_IN_NEIGHBOURS_METRIC INT64_C(250199979298360)

#define QUOTE_IN_NEIGHBOURS_METRIC 34

#define MINUS_IN_NEIGHBOURS_METRIC 45

#define BACKSLASH_IN_NEIGHBOURS_METRIC 92

#define UNDERSCORE_IN_NEIGHBOURS_METRIC 95

static inline bool ends_with(ts_bytes name, ts_bytes end);
static inline bool is_letter(uint32_t byte);
static void write_label_value(ts2c_writer_t *out, ts_bytes value);

const ts_bytes neighbours_label_texts[4] = {
    {(const uint8_t *)"none", 4},
    {(const uint8_t *)"phase", 5},
    {(const uint8_t *)"tariff", 6},
    {(const uint8_t *)"cause", 5},
};

neighbours_base_t neighbours_base_of(p1_unit_t unit)
{
    switch (unit) {
    case P1_UNIT_WH:
        return (neighbours_base_t){.name = TS_TEXT("_joules"), .hours = true, .shift = 2};
    case P1_UNIT_KWH:
        return (neighbours_base_t){.name = TS_TEXT("_joules"), .hours = true, .shift = 5};
    case P1_UNIT_MWH:
        return (neighbours_base_t){.name = TS_TEXT("_joules"), .hours = true, .shift = 8};
    case P1_UNIT_MJ:
        return (neighbours_base_t){.name = TS_TEXT("_joules"), .hours = false, .shift = 6};
    case P1_UNIT_GJ:
        return (neighbours_base_t){.name = TS_TEXT("_joules"), .hours = false, .shift = 9};
    case P1_UNIT_W:
        return (neighbours_base_t){.name = TS_TEXT("_watts"), .hours = false, .shift = 0};
    case P1_UNIT_KW:
        return (neighbours_base_t){.name = TS_TEXT("_watts"), .hours = false, .shift = 3};
    case P1_UNIT_VARH:
        return (neighbours_base_t){.name = TS_TEXT("_var_seconds"), .hours = true, .shift = 2};
    case P1_UNIT_KVARH:
        return (neighbours_base_t){.name = TS_TEXT("_var_seconds"), .hours = true, .shift = 5};
    case P1_UNIT_VAR:
        return (neighbours_base_t){.name = TS_TEXT("_vars"), .hours = false, .shift = 0};
    case P1_UNIT_KVAR:
        return (neighbours_base_t){.name = TS_TEXT("_vars"), .hours = false, .shift = 3};
    case P1_UNIT_VAH:
        return (neighbours_base_t){.name = TS_TEXT("_voltampere_seconds"), .hours = true, .shift = 2};
    case P1_UNIT_KVAH:
        return (neighbours_base_t){.name = TS_TEXT("_voltampere_seconds"), .hours = true, .shift = 5};
    case P1_UNIT_VA:
        return (neighbours_base_t){.name = TS_TEXT("_voltamperes"), .hours = false, .shift = 0};
    case P1_UNIT_KVA:
        return (neighbours_base_t){.name = TS_TEXT("_voltamperes"), .hours = false, .shift = 3};
    case P1_UNIT_V:
        return (neighbours_base_t){.name = TS_TEXT("_volts"), .hours = false, .shift = 0};
    case P1_UNIT_A:
        return (neighbours_base_t){.name = TS_TEXT("_amperes"), .hours = false, .shift = 0};
    case P1_UNIT_HZ:
        return (neighbours_base_t){.name = TS_TEXT("_hertz"), .hours = false, .shift = 0};
    case P1_UNIT_M3:
        return (neighbours_base_t){.name = TS_TEXT("_cubic_metres"), .hours = false, .shift = 0};
    case P1_UNIT_S:
        return (neighbours_base_t){.name = TS_TEXT("_seconds"), .hours = false, .shift = 0};
    case P1_UNIT_H:
        return (neighbours_base_t){.name = TS_TEXT("_seconds"), .hours = true, .shift = 2};
    case P1_UNIT_BAR:
        return (neighbours_base_t){.name = TS_TEXT("_pascals"), .hours = false, .shift = 5};
    default:
        return (neighbours_base_t){.name = TS_TEXT(""), .hours = false, .shift = 0};
    }
    TS_UNREACHABLE();
}

void neighbours_write_scaled(ts2c_writer_t *out, int64_t value, uint8_t decimals, neighbours_base_t base)
{
    const bool hours = base.hours;
    const uint32_t shift = base.shift;
    if (hours && (value > LARGEST_IN_NEIGHBOURS_METRIC || value < -LARGEST_IN_NEIGHBOURS_METRIC)) {
        ts2c_writer_text(out, TS_TEXT("NaN"));
        return;
    }
    const int64_t scaled = hours ? ts_max_i64(-LARGEST_IN_NEIGHBOURS_METRIC, ts_min_i64(value, LARGEST_IN_NEIGHBOURS_METRIC)) * 36 : value;
    if (decimals >= shift) {
        ts2c_writer_decimal(out, scaled, (uint8_t)(decimals - shift));
        return;
    }
    ts2c_writer_int(out, scaled);
    for (uint32_t zeros = shift - decimals; zeros > 0u && scaled != 0; zeros--) {
        ts2c_writer_byte(out, 48);
    }
}

static inline bool ends_with(ts_bytes name, ts_bytes end)
{
    return name.length > end.length && bytes_same_bytes(ts_bytes_subarray(name, name.length - end.length, 4294967295u), end);
}

neighbours_parts_t neighbours_parts_of(ts_bytes name)
{
    const uint32_t end = name.length;
    const uint32_t last = (uint32_t)(end > 0u ? name.data[end - 1u] : 0);
    if (last >= 49u && last <= 51u && end > 3u && name.data[end - 2u] == 108 && name.data[end - 3u] == 47) {
        return (neighbours_parts_t){.stem = ts_bytes_slice(name, 0, end - 3u), .label = NEIGHBOURS_LABEL_PHASE, .which = ts_bytes_subarray(name, end - 2u, 4294967295u)};
    }
    if (ends_with(name, TS_TEXT("_low_tariff"))) {
        return (neighbours_parts_t){.stem = ts_bytes_subarray(name, 0, (int32_t)end - 11), .label = NEIGHBOURS_LABEL_TARIFF, .which = TS_TEXT("low")};
    }
    if (ends_with(name, TS_TEXT("_high_tariff"))) {
        return (neighbours_parts_t){.stem = ts_bytes_subarray(name, 0, (int32_t)end - 12), .label = NEIGHBOURS_LABEL_TARIFF, .which = TS_TEXT("high")};
    }
    if (p1_is_digit((uint8_t)last) && end > 9u && bytes_same_bytes(ts_bytes_slice(name, end - 9u, end - 1u), TS_TEXT("_tariff_"))) {
        return (neighbours_parts_t){.stem = ts_bytes_slice(name, 0, end - 9u), .label = NEIGHBOURS_LABEL_TARIFF, .which = ts_bytes_subarray(name, end - 1u, 4294967295u)};
    }
    return (neighbours_parts_t){.stem = name, .label = NEIGHBOURS_LABEL_NONE, .which = TS_TEXT("")};
}

static inline bool is_letter(uint32_t byte)
{
    return p1_lower_case((uint8_t)byte) >= 97 && p1_lower_case((uint8_t)byte) <= 122;
}

void neighbours_write_words(ts2c_writer_t *out, ts_bytes name)
{
    for (uint32_t i = 0; i < name.length; i++) {
        const uint32_t byte = name.data[i];
        if (p1_is_digit((uint8_t)byte) || is_letter(byte)) {
            ts2c_writer_byte(out, p1_lower_case((uint8_t)byte));
        } else if (byte != MINUS_IN_NEIGHBOURS_METRIC || i + 1u >= name.length || !is_letter(name.data[i + 1u])) {
            ts2c_writer_byte(out, UNDERSCORE_IN_NEIGHBOURS_METRIC);
        }
    }
}

/** Writes a label's value. What would not be UTF-8 is shown by `?`. */
static void write_label_value(ts2c_writer_t *out, ts_bytes value)
{
    const bool is_text = portal_is_utf8(value);
    ts2c_writer_byte(out, QUOTE_IN_NEIGHBOURS_METRIC);
    for (uint32_t i = 0; i < value.length; i++) {
        const uint8_t byte = value.data[i];
        if (byte == QUOTE_IN_NEIGHBOURS_METRIC || byte == BACKSLASH_IN_NEIGHBOURS_METRIC) {
            ts2c_writer_byte(out, BACKSLASH_IN_NEIGHBOURS_METRIC);
        }
        ts2c_writer_byte(out, (uint8_t)(byte < 32 || (byte >= 128 && !is_text) ? 63 : byte));
    }
    ts2c_writer_byte(out, QUOTE_IN_NEIGHBOURS_METRIC);
}

void neighbours_write_label(ts2c_writer_t *out, ts_bytes label, ts_bytes value)
{
    ts2c_writer_text(out, TS_TEXT("{"));
    ts2c_writer_text(out, label);
    ts2c_writer_text(out, TS_TEXT("="));
    write_label_value(out, value);
    ts2c_writer_text(out, TS_TEXT("}"));
}

void neighbours_write_head(ts2c_writer_t *out, ts_bytes name, bool is_counter, ts_bytes about, ts_bytes topic)
{
    ts2c_writer_text(out, TS_TEXT("# HELP "));
    ts2c_writer_bytes(out, name);
    ts2c_writer_text(out, about);
    ts2c_writer_bytes(out, topic);
    ts2c_writer_text(out, TS_TEXT("\n# TYPE "));
    ts2c_writer_bytes(out, name);
    ts2c_writer_text(out, is_counter ? TS_TEXT(" counter\n") : TS_TEXT(" gauge\n"));
}

ts_bytes neighbours_suffix_of(ts_bytes unit)
{
    switch (0) {
    default:
        if (ts_text_equal(unit, TS_TEXT("s"))) {
            return TS_TEXT("_seconds");
        } else if (ts_text_equal(unit, TS_TEXT("B"))) {
            return TS_TEXT("_bytes");
        } else if (ts_text_equal(unit, TS_TEXT("\302\260C"))) {
            return TS_TEXT("_celsius");
        } else if (ts_text_equal(unit, TS_TEXT("dBm"))) {
            return TS_TEXT("_dbm");
        } else {
            return TS_TEXT("");
        }
        break;
    }
}
