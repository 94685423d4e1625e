/* Made by ts2c from ts/simulator/telegram.ts: change that file, not this one. */

#include "simulator/telegram.h"

#define MONTH 2764800

static inline simulator_scaled_t drawn(int32_t power);
static inline simulator_scaled_t fed(int32_t power);
static inline simulator_scaled_t energy(int64_t watt_seconds);
static inline int32_t reactive(int32_t power);
static simulator_scaled_t measure(simulator_house_t *house, simulator_row_t row);
static void write_number_in_simulator_telegram(ts2c_writer_t *out, simulator_scaled_t number, uint32_t digits, uint32_t decimals);
static inline void write_value_in_simulator_telegram(ts2c_writer_t *out, simulator_scaled_t number, simulator_row_t row);
static inline void write_time_in_simulator_telegram(ts2c_writer_t *out, int64_t utc, bool standard_only);
static inline void write_two_lines(ts2c_writer_t *out, simulator_house_t *house, simulator_row_t row);
static void write_month_peaks(ts2c_writer_t *out, uint32_t utc, simulator_row_t row);
static inline uint32_t month_start(uint32_t utc);

static const int64_t POWERS_IN_SIMULATOR_TELEGRAM[11] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, INT64_C(10000000000),
};

/** The part of a power that is drawn from the net. */
static inline simulator_scaled_t drawn(int32_t power)
{
    return (simulator_scaled_t){.value = (uint32_t)ts_max_i32(power, 0), .decimals = 3};
}

/** The part of a power that is fed into the net. */
static inline simulator_scaled_t fed(int32_t power)
{
    return (simulator_scaled_t){.value = (uint32_t)ts_max_i32(0 - power, 0), .decimals = 3};
}

/** Watt seconds as kWh. */
static inline simulator_scaled_t energy(int64_t watt_seconds)
{
    return (simulator_scaled_t){.value = (uint32_t)((int32_t)(watt_seconds / 3600) % 1000000000), .decimals = 3};
}

/** The house's coils and motors: a tenth of the active power is reactive. */
static inline int32_t reactive(int32_t power)
{
    return power / 10 + 0;
}

/** What the house has of a row's quantity; 0 where that is no number. */
static simulator_scaled_t measure(simulator_house_t *house, simulator_row_t row)
{
    switch (row.what) {
    case SIMULATOR_SHOWN_IMPORT:
        return energy(house->import_low + house->import_high);
    case SIMULATOR_SHOWN_IMPORT_LOW:
        return energy(house->import_low);
    case SIMULATOR_SHOWN_IMPORT_HIGH:
        return energy(house->import_high);
    case SIMULATOR_SHOWN_EXPORT:
        return energy(house->export_low + house->export_high);
    case SIMULATOR_SHOWN_EXPORT_LOW:
        return energy(house->export_low);
    case SIMULATOR_SHOWN_EXPORT_HIGH:
        return energy(house->export_high);
    case SIMULATOR_SHOWN_REACTIVE_IMPORT_TOTAL:
        return energy((house->import_low + house->import_high) / 10);
    case SIMULATOR_SHOWN_REACTIVE_EXPORT_TOTAL:
        return energy((house->export_low + house->export_high) / 10);
    case SIMULATOR_SHOWN_POWER_IMPORT:
        return drawn(simulator_house_power(house, row.phase));
    case SIMULATOR_SHOWN_POWER_EXPORT:
        return fed(simulator_house_power(house, row.phase));
    case SIMULATOR_SHOWN_REACTIVE_IMPORT:
        return drawn(reactive(simulator_house_power(house, row.phase)));
    case SIMULATOR_SHOWN_REACTIVE_EXPORT:
        return fed(reactive(simulator_house_power(house, row.phase)));
    case SIMULATOR_SHOWN_VOLTAGE:
        return (simulator_scaled_t){.value = simulator_house_voltage(house, row.phase), .decimals = 1};
    case SIMULATOR_SHOWN_CURRENT:
        return (simulator_scaled_t){.value = simulator_house_current(house, row.phase), .decimals = 2};
    case SIMULATOR_SHOWN_GAS:
    case SIMULATOR_SHOWN_GAS_TWO_LINES:
        return (simulator_scaled_t){.value = house->gas, .decimals = 3};
    case SIMULATOR_SHOWN_WATER:
        return (simulator_scaled_t){.value = house->water, .decimals = 3};
    case SIMULATOR_SHOWN_QUARTER_AVERAGE:
        return (simulator_scaled_t){.value = simulator_house_average(house), .decimals = 3};
    case SIMULATOR_SHOWN_MONTH_PEAK:
        return (simulator_scaled_t){.value = house->peak, .decimals = 3};
    case SIMULATOR_SHOWN_TARIFF_DUTCH:
        return (simulator_scaled_t){.value = (uint32_t)(house->low ? 1 : 2), .decimals = 0};
    case SIMULATOR_SHOWN_TARIFF_BELGIAN:
        return (simulator_scaled_t){.value = (uint32_t)(house->low ? 2 : 1), .decimals = 0};
    default:
        return (simulator_scaled_t){.value = 0, .decimals = 0};
    }
    TS_UNREACHABLE();
}

/** Writes a number with all its digits, as a meter does: `000123.456`. Decimals too many for the row are cut off. */
static void write_number_in_simulator_telegram(ts2c_writer_t *out, simulator_scaled_t number, uint32_t digits, uint32_t decimals)
{
    const uint32_t cut = number.decimals > decimals ? number.decimals - decimals : 0u;
    const uint32_t value = number.value / (uint32_t)POWERS_IN_SIMULATOR_TELEGRAM[cut];
    for (int32_t place = (int32_t)digits - 1; place >= 0; place--) {
        ts2c_writer_byte(out, (uint8_t)(48 + (int32_t)(value / POWERS_IN_SIMULATOR_TELEGRAM[place]) % 10));
        if ((uint32_t)place == decimals && place > 0) {
            ts2c_writer_byte(out, 46);
        }
    }
}

/** Writes the number and its unit in parentheses. */
static inline void write_value_in_simulator_telegram(ts2c_writer_t *out, simulator_scaled_t number, simulator_row_t row)
{
    ts2c_writer_text(out, TS_TEXT("("));
    write_number_in_simulator_telegram(out, number, row.digits, row.decimals);
    if (!ts_text_equal(row.tail, TS_TEXT(""))) {
        ts2c_writer_text(out, TS_TEXT("*"));
        ts2c_writer_text(out, row.tail);
    }
    ts2c_writer_text(out, TS_TEXT(")"));
}

/** Writes a time in parentheses. */
static inline void write_time_in_simulator_telegram(ts2c_writer_t *out, int64_t utc, bool standard_only)
{
    ts2c_writer_text(out, TS_TEXT("("));
    simulator_write_zoned_stamp(out, simulator_local_time(utc, standard_only));
    ts2c_writer_text(out, TS_TEXT(")"));
}

/** Writes the gas value as DSMR 2.2 does: when, and on a line of its own how much. Source: DSMR 2.2 P1, 6. */
static inline void write_two_lines(ts2c_writer_t *out, simulator_house_t *house, simulator_row_t row)
{
    ts2c_writer_text(out, TS_TEXT("("));
    simulator_write_stamp(out, simulator_local_time(house->read_time, false));
    ts2c_writer_text(out, TS_TEXT(")(00)(60)(1)(0-1:24.2.1)(m3)\015\n("));
    write_number_in_simulator_telegram(out, measure(house, row), row.digits, row.decimals);
    ts2c_writer_text(out, TS_TEXT(")"));
}

/**
 * Writes the peaks of the last two months: each with the end of its month, when it occurred and how much it was. Source:
 * e-MUCS P1 v1.7.1, 5.2, `0-0:98.1.0`.
 */
static void write_month_peaks(ts2c_writer_t *out, uint32_t utc, simulator_row_t row)
{
    ts2c_writer_text(out, TS_TEXT("(2)(1-0:1.6.0)(1-0:1.6.0)"));
    uint32_t end = month_start(utc);
    for (uint32_t month = 0; month < 2u; month++) {
        const int64_t occurred = (int64_t)end - 864000 - month * 3600u;
        write_time_in_simulator_telegram(out, end, false);
        write_time_in_simulator_telegram(out, occurred, false);
        write_value_in_simulator_telegram(out, (simulator_scaled_t){.value = 2589u + month * 406u, .decimals = 3}, row);
        end = month_start((uint32_t)ts_max_i64(0, (int64_t)end - 86400));
    }
}

/** When the month of `utc` began by the clock on the wall, though the clock may have been changed in it. */
static inline uint32_t month_start(uint32_t utc)
{
    const uint32_t held = ts_max_u32(MONTH, utc);
    const simulator_local_time_t time = simulator_local_time(held, false);
    const uint32_t start = held - (uint32_t)((time.day - 1) * 86400) - (uint32_t)(time.hour * 3600) - (uint32_t)(time.minute * 60) - time.second;
    const uint32_t hour = simulator_local_time(start, false).hour;
    if (hour == 1u) {
        return start - 3600u;
    }
    return hour == 23u ? ts_min_u32(start + 3600u, held) : start;
}

void simulator_write_row(ts2c_writer_t *out, simulator_house_t *house, simulator_row_t row, uint32_t utc, bool standard_only)
{
    ts2c_writer_text(out, row.code);
    switch (row.what) {
    case SIMULATOR_SHOWN_FIXED:
        ts2c_writer_text(out, row.tail);
        break;
    case SIMULATOR_SHOWN_TIME:
        write_time_in_simulator_telegram(out, utc, standard_only);
        break;
    case SIMULATOR_SHOWN_GAS_TWO_LINES:
        write_two_lines(out, house, row);
        break;
    case SIMULATOR_SHOWN_MONTH_PEAKS:
        write_month_peaks(out, utc, row);
        break;
    case SIMULATOR_SHOWN_GAS:
    case SIMULATOR_SHOWN_WATER:
        write_time_in_simulator_telegram(out, house->read_time, standard_only);
        write_value_in_simulator_telegram(out, measure(house, row), row);
        break;
    case SIMULATOR_SHOWN_MONTH_PEAK:
        write_time_in_simulator_telegram(out, house->peak_time, standard_only);
        write_value_in_simulator_telegram(out, measure(house, row), row);
        break;
    default:
        write_value_in_simulator_telegram(out, measure(house, row), row);
        break;
    }
    ts2c_writer_text(out, TS_TEXT("\015\n"));
}
