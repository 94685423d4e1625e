/* Made by ts2c from ts/home-assistant/units.ts: change that file, not this one. */

#include "home-assistant/units.h"

static ts_bytes class_of(p1_unit_t unit, meter_device_class_t device);
static inline bool counts(ts_bytes device_class);
static ts_bytes spelling(p1_unit_t unit);

/**
 * The device class of a number, which follows from its unit; the catalogue only tells gas from water. Home Assistant 2024.3
 * has none for reactive energy. Source: its components/sensor/const.py, DEVICE_CLASS_UNITS.
 */
static ts_bytes class_of(p1_unit_t unit, meter_device_class_t device)
{
    switch (unit) {
    case P1_UNIT_WH:
    case P1_UNIT_KWH:
    case P1_UNIT_MWH:
    case P1_UNIT_GJ:
    case P1_UNIT_MJ:
        return TS_TEXT("energy");
    case P1_UNIT_W:
    case P1_UNIT_KW:
        return TS_TEXT("power");
    case P1_UNIT_VAR:
    case P1_UNIT_KVAR:
        return TS_TEXT("reactive_power");
    case P1_UNIT_VA:
    case P1_UNIT_KVA:
        return TS_TEXT("apparent_power");
    case P1_UNIT_V:
        return TS_TEXT("voltage");
    case P1_UNIT_A:
        return TS_TEXT("current");
    case P1_UNIT_HZ:
        return TS_TEXT("frequency");
    case P1_UNIT_S:
    case P1_UNIT_H:
        return TS_TEXT("duration");
    case P1_UNIT_BAR:
        return TS_TEXT("pressure");
    case P1_UNIT_M3:
        return device == METER_DEVICE_CLASS_GAS ? TS_TEXT("gas") : device == METER_DEVICE_CLASS_WATER ? TS_TEXT("water") : TS_TEXT("");
    case P1_UNIT_NONE:
        return device == METER_DEVICE_CLASS_POWER_FACTOR ? TS_TEXT("power_factor") : TS_TEXT("");
    default:
        return TS_TEXT("");
    }
    TS_UNREACHABLE();
}

/** Whether Home Assistant wants a class to count (DEVICE_CLASS_STATE_CLASSES); the others it wants to be measured. */
static inline bool counts(ts_bytes device_class)
{
    return ts_text_equal(device_class, TS_TEXT("energy")) || ts_text_equal(device_class, TS_TEXT("gas")) || ts_text_equal(device_class, TS_TEXT("water"));
}

static ts_bytes spelling(p1_unit_t unit)
{
    switch (unit) {
    case P1_UNIT_NONE:
    case P1_UNIT_OTHER:
        return TS_TEXT("");
    case P1_UNIT_M3:
        return TS_TEXT("m\302\263");
    case P1_UNIT_KVAR:
        return TS_TEXT("var");
    case P1_UNIT_KVA:
        return TS_TEXT("VA");
    default:
        return p1_unit_texts[unit];
    }
    TS_UNREACHABLE();
}

home_assistant_presentation_t home_assistant_presentation(p1_unit_t unit, meter_device_class_t device, meter_kind_t behaves)
{
    const ts_bytes fitting = class_of(unit, device);
    const bool is_counter = behaves == METER_KIND_COUNTER;
    return (home_assistant_presentation_t){.device_class = counts(fitting) == is_counter ? fitting : TS_TEXT(""), .unit = spelling(unit), .thousands = unit == P1_UNIT_KVAR || unit == P1_UNIT_KVA};
}
