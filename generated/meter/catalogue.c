/* Made by ts2c from ts/meter/catalogue.ts: change that file, not this one. */

#include "meter/catalogue.h"

#define PLACES_IN_METER_CATALOGUE 512

static inline uint32_t place_of(uint32_t code);

const meter_entry_t METER_CATALOGUE[185] = {
    {.code = 65536u, .topic = {(const uint8_t *)"date_time", 9}, .kind = METER_KIND_TIME, .device = METER_DEVICE_CLASS_TIMESTAMP, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 1114112u, .topic = {(const uint8_t *)"limit/power", 11}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 1573120u, .topic = {(const uint8_t *)"equipment/devicetype_id_0", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 1573888u, .topic = {(const uint8_t *)"equipment/valve_0", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 2752512u, .topic = {(const uint8_t *)"equipment/device_name", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 6291712u, .topic = {(const uint8_t *)"equipment/p1_meter_id", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 6291713u, .topic = {(const uint8_t *)"equipment/p1_meter_id", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 6291714u, .topic = {(const uint8_t *)"equipment/p1_meter_ean", 22}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 6291716u, .topic = {(const uint8_t *)"equipment/emucs_version", 23}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6291967u, .topic = {(const uint8_t *)"equipment/p1_meter_id", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 6292234u, .topic = {(const uint8_t *)"equipment/breaker", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6293257u, .topic = {(const uint8_t *)"outages/long_power_outages", 26}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6293269u, .topic = {(const uint8_t *)"outages/short_power_outages", 27}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294784u, .topic = {(const uint8_t *)"message/0", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294785u, .topic = {(const uint8_t *)"message/1", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294786u, .topic = {(const uint8_t *)"message/2", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294787u, .topic = {(const uint8_t *)"message/3", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294788u, .topic = {(const uint8_t *)"message/4", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294789u, .topic = {(const uint8_t *)"message/5", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294790u, .topic = {(const uint8_t *)"message/6", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294791u, .topic = {(const uint8_t *)"message/7", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294792u, .topic = {(const uint8_t *)"message/8", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6294793u, .topic = {(const uint8_t *)"message/9", 9}, .kind = METER_KIND_TEXT, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6295040u, .topic = {(const uint8_t *)"tariff_indicator", 16}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_MAIN},
    {.code = 6304324u, .topic = {(const uint8_t *)"equipment/breaker", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 6422784u, .topic = {(const uint8_t *)"demand/consumption_peak_history", 31}, .kind = METER_KIND_LIST, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_MAIN},
    {.code = 18350336u, .topic = {(const uint8_t *)"equipment/devicetype_id_1", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 18351104u, .topic = {(const uint8_t *)"equipment/valve_1", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 23068928u, .topic = {(const uint8_t *)"equipment/m-bus_1_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 23068929u, .topic = {(const uint8_t *)"equipment/m-bus_1_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 23068930u, .topic = {(const uint8_t *)"equipment/m-bus_1_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 23069450u, .topic = {(const uint8_t *)"equipment/relay_1", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 35127552u, .topic = {(const uint8_t *)"equipment/devicetype_id_2", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 35128320u, .topic = {(const uint8_t *)"equipment/valve_2", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 39846144u, .topic = {(const uint8_t *)"equipment/m-bus_2_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 39846145u, .topic = {(const uint8_t *)"equipment/m-bus_2_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 39846146u, .topic = {(const uint8_t *)"equipment/m-bus_2_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 39846666u, .topic = {(const uint8_t *)"equipment/relay_2", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 51904768u, .topic = {(const uint8_t *)"equipment/devicetype_id_3", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 51905536u, .topic = {(const uint8_t *)"equipment/valve_3", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 56623360u, .topic = {(const uint8_t *)"equipment/m-bus_3_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 56623361u, .topic = {(const uint8_t *)"equipment/m-bus_3_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 56623362u, .topic = {(const uint8_t *)"equipment/m-bus_3_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 56623882u, .topic = {(const uint8_t *)"equipment/relay_3", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 68681984u, .topic = {(const uint8_t *)"equipment/devicetype_id_4", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 68682752u, .topic = {(const uint8_t *)"equipment/valve_4", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 73400576u, .topic = {(const uint8_t *)"equipment/m-bus_4_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 73400577u, .topic = {(const uint8_t *)"equipment/m-bus_4_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 73400578u, .topic = {(const uint8_t *)"equipment/m-bus_4_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 73401098u, .topic = {(const uint8_t *)"equipment/relay_4", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 85459200u, .topic = {(const uint8_t *)"equipment/devicetype_id_5", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 85459968u, .topic = {(const uint8_t *)"equipment/valve_5", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 90177792u, .topic = {(const uint8_t *)"equipment/m-bus_5_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 90177793u, .topic = {(const uint8_t *)"equipment/m-bus_5_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 90177794u, .topic = {(const uint8_t *)"equipment/m-bus_5_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 90178314u, .topic = {(const uint8_t *)"equipment/relay_5", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 102236416u, .topic = {(const uint8_t *)"equipment/devicetype_id_6", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 102237184u, .topic = {(const uint8_t *)"equipment/valve_6", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 106955008u, .topic = {(const uint8_t *)"equipment/m-bus_6_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 106955009u, .topic = {(const uint8_t *)"equipment/m-bus_6_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 106955010u, .topic = {(const uint8_t *)"equipment/m-bus_6_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 106955530u, .topic = {(const uint8_t *)"equipment/relay_6", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 119013632u, .topic = {(const uint8_t *)"equipment/devicetype_id_7", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 119014400u, .topic = {(const uint8_t *)"equipment/valve_7", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 123732224u, .topic = {(const uint8_t *)"equipment/m-bus_7_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 123732225u, .topic = {(const uint8_t *)"equipment/m-bus_7_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 123732226u, .topic = {(const uint8_t *)"equipment/m-bus_7_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 123732746u, .topic = {(const uint8_t *)"equipment/relay_7", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 135790848u, .topic = {(const uint8_t *)"equipment/devicetype_id_8", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 135791616u, .topic = {(const uint8_t *)"equipment/valve_8", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 140509440u, .topic = {(const uint8_t *)"equipment/m-bus_8_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 140509441u, .topic = {(const uint8_t *)"equipment/m-bus_8_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 140509442u, .topic = {(const uint8_t *)"equipment/m-bus_8_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 140509962u, .topic = {(const uint8_t *)"equipment/relay_8", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 152568064u, .topic = {(const uint8_t *)"equipment/devicetype_id_9", 25}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 152568832u, .topic = {(const uint8_t *)"equipment/valve_9", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 157286656u, .topic = {(const uint8_t *)"equipment/m-bus_9_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 157286657u, .topic = {(const uint8_t *)"equipment/m-bus_9_id", 20}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 157286658u, .topic = {(const uint8_t *)"equipment/m-bus_9_ean", 21}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 157287178u, .topic = {(const uint8_t *)"equipment/relay_9", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 268435456u, .topic = {(const uint8_t *)"equipment/meter_number", 22}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 268435968u, .topic = {(const uint8_t *)"equipment/firmware", 18}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 268502016u, .topic = {(const uint8_t *)"demand/consumption", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268502528u, .topic = {(const uint8_t *)"demand/consumption_peak", 23}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268502784u, .topic = {(const uint8_t *)"instant/consumption", 19}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268503040u, .topic = {(const uint8_t *)"total/consumption", 17}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268503041u, .topic = {(const uint8_t *)"total/consumption_low_tariff", 28}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268503042u, .topic = {(const uint8_t *)"total/consumption_high_tariff", 29}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268503043u, .topic = {(const uint8_t *)"total/consumption_tariff_3", 26}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268503044u, .topic = {(const uint8_t *)"total/consumption_tariff_4", 26}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268507136u, .topic = {(const uint8_t *)"average/consumption", 19}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268567552u, .topic = {(const uint8_t *)"demand/production", 17}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268568064u, .topic = {(const uint8_t *)"demand/production_peak", 22}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268568320u, .topic = {(const uint8_t *)"instant/production", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268568576u, .topic = {(const uint8_t *)"total/production", 16}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268568577u, .topic = {(const uint8_t *)"total/production_low_tariff", 27}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268568578u, .topic = {(const uint8_t *)"total/production_high_tariff", 28}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268568579u, .topic = {(const uint8_t *)"total/production_tariff_3", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268568580u, .topic = {(const uint8_t *)"total/production_tariff_4", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268572672u, .topic = {(const uint8_t *)"average/production", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268633856u, .topic = {(const uint8_t *)"instant/reactive_consumption", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268634112u, .topic = {(const uint8_t *)"total/reactive_consumption", 26}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268634113u, .topic = {(const uint8_t *)"total/reactive_consumption_tariff_1", 35}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268634114u, .topic = {(const uint8_t *)"total/reactive_consumption_tariff_2", 35}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268699392u, .topic = {(const uint8_t *)"instant/reactive_production", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 268699648u, .topic = {(const uint8_t *)"total/reactive_production", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 268699649u, .topic = {(const uint8_t *)"total/reactive_production_tariff_1", 34}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268699650u, .topic = {(const uint8_t *)"total/reactive_production_tariff_2", 34}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268764928u, .topic = {(const uint8_t *)"instant/reactive_quadrant_1", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268765184u, .topic = {(const uint8_t *)"total/reactive_quadrant_1", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268830464u, .topic = {(const uint8_t *)"instant/reactive_quadrant_2", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268830720u, .topic = {(const uint8_t *)"total/reactive_quadrant_2", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268896000u, .topic = {(const uint8_t *)"instant/reactive_quadrant_3", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268896256u, .topic = {(const uint8_t *)"total/reactive_quadrant_3", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 268961536u, .topic = {(const uint8_t *)"instant/reactive_quadrant_4", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 268961792u, .topic = {(const uint8_t *)"total/reactive_quadrant_4", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_REACTIVE_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 269027072u, .topic = {(const uint8_t *)"instant/apparent_consumption", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 269092608u, .topic = {(const uint8_t *)"instant/apparent_production", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 269158144u, .topic = {(const uint8_t *)"instant/current", 15}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_MAIN},
    {.code = 269223680u, .topic = {(const uint8_t *)"instant/voltage", 15}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_MAIN},
    {.code = 269289216u, .topic = {(const uint8_t *)"instant/power_factor", 20}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER_FACTOR, .shown = METER_SHOWN_MAIN},
    {.code = 269354752u, .topic = {(const uint8_t *)"instant/frequency", 17}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_FREQUENCY, .shown = METER_SHOWN_MAIN},
    {.code = 269420288u, .topic = {(const uint8_t *)"instant/combined", 16}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 269420544u, .topic = {(const uint8_t *)"total/combined", 14}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_RARE},
    {.code = 269485824u, .topic = {(const uint8_t *)"instant/net", 11}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 269813504u, .topic = {(const uint8_t *)"instant/power_consumption/l1", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 269813760u, .topic = {(const uint8_t *)"total/consumption/l1", 20}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 269817856u, .topic = {(const uint8_t *)"average/power_consumption/l1", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 269879040u, .topic = {(const uint8_t *)"instant/power_production/l1", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 269879296u, .topic = {(const uint8_t *)"total/production/l1", 19}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 269883392u, .topic = {(const uint8_t *)"average/power_production/l1", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 269944576u, .topic = {(const uint8_t *)"instant/reactive_consumption/l1", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 270010112u, .topic = {(const uint8_t *)"instant/reactive_production/l1", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 270337792u, .topic = {(const uint8_t *)"instant/apparent_consumption/l1", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 270403328u, .topic = {(const uint8_t *)"instant/apparent_production/l1", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 270468096u, .topic = {(const uint8_t *)"limit/current/l1", 16}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 270468864u, .topic = {(const uint8_t *)"instant/current/l1", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_MAIN},
    {.code = 270473216u, .topic = {(const uint8_t *)"average/current/l1", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_RARE},
    {.code = 270534400u, .topic = {(const uint8_t *)"instant/voltage/l1", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_MAIN},
    {.code = 270538752u, .topic = {(const uint8_t *)"average/voltage/l1", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_RARE},
    {.code = 270540800u, .topic = {(const uint8_t *)"outages/voltage_sags/l1", 23}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 270541824u, .topic = {(const uint8_t *)"outages/voltage_swells/l1", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 270599936u, .topic = {(const uint8_t *)"instant/power_factor/l1", 23}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER_FACTOR, .shown = METER_SHOWN_MAIN},
    {.code = 271124224u, .topic = {(const uint8_t *)"instant/power_consumption/l2", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 271124480u, .topic = {(const uint8_t *)"total/consumption/l2", 20}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 271128576u, .topic = {(const uint8_t *)"average/power_consumption/l2", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271189760u, .topic = {(const uint8_t *)"instant/power_production/l2", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 271190016u, .topic = {(const uint8_t *)"total/production/l2", 19}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 271194112u, .topic = {(const uint8_t *)"average/power_production/l2", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271255296u, .topic = {(const uint8_t *)"instant/reactive_consumption/l2", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271320832u, .topic = {(const uint8_t *)"instant/reactive_production/l2", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271648512u, .topic = {(const uint8_t *)"instant/apparent_consumption/l2", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271714048u, .topic = {(const uint8_t *)"instant/apparent_production/l2", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 271778816u, .topic = {(const uint8_t *)"limit/current/l2", 16}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 271779584u, .topic = {(const uint8_t *)"instant/current/l2", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_MAIN},
    {.code = 271783936u, .topic = {(const uint8_t *)"average/current/l2", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_RARE},
    {.code = 271845120u, .topic = {(const uint8_t *)"instant/voltage/l2", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_MAIN},
    {.code = 271849472u, .topic = {(const uint8_t *)"average/voltage/l2", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_RARE},
    {.code = 271851520u, .topic = {(const uint8_t *)"outages/voltage_sags/l2", 23}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 271852544u, .topic = {(const uint8_t *)"outages/voltage_swells/l2", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 271910656u, .topic = {(const uint8_t *)"instant/power_factor/l2", 23}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER_FACTOR, .shown = METER_SHOWN_MAIN},
    {.code = 272434944u, .topic = {(const uint8_t *)"instant/power_consumption/l3", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 272435200u, .topic = {(const uint8_t *)"total/consumption/l3", 20}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 272439296u, .topic = {(const uint8_t *)"average/power_consumption/l3", 28}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 272500480u, .topic = {(const uint8_t *)"instant/power_production/l3", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_MAIN},
    {.code = 272500736u, .topic = {(const uint8_t *)"total/production/l3", 19}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN},
    {.code = 272504832u, .topic = {(const uint8_t *)"average/power_production/l3", 27}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER, .shown = METER_SHOWN_RARE},
    {.code = 272566016u, .topic = {(const uint8_t *)"instant/reactive_consumption/l3", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 272631552u, .topic = {(const uint8_t *)"instant/reactive_production/l3", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_REACTIVE_POWER, .shown = METER_SHOWN_RARE},
    {.code = 272959232u, .topic = {(const uint8_t *)"instant/apparent_consumption/l3", 31}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 273024768u, .topic = {(const uint8_t *)"instant/apparent_production/l3", 30}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_APPARENT_POWER, .shown = METER_SHOWN_RARE},
    {.code = 273089536u, .topic = {(const uint8_t *)"limit/current/l3", 16}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 273090304u, .topic = {(const uint8_t *)"instant/current/l3", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_MAIN},
    {.code = 273094656u, .topic = {(const uint8_t *)"average/current/l3", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_RARE},
    {.code = 273155840u, .topic = {(const uint8_t *)"instant/voltage/l3", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_MAIN},
    {.code = 273160192u, .topic = {(const uint8_t *)"average/voltage/l3", 18}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_VOLTAGE, .shown = METER_SHOWN_RARE},
    {.code = 273162240u, .topic = {(const uint8_t *)"outages/voltage_sags/l3", 23}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 273163264u, .topic = {(const uint8_t *)"outages/voltage_swells/l3", 25}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 273221376u, .topic = {(const uint8_t *)"instant/power_factor/l3", 23}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_POWER_FACTOR, .shown = METER_SHOWN_MAIN},
    {.code = 274335488u, .topic = {(const uint8_t *)"instant/current_sum", 19}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_RARE},
    {.code = 274401024u, .topic = {(const uint8_t *)"instant/current_neutral", 23}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_RARE},
    {.code = 274728197u, .topic = {(const uint8_t *)"equipment/status", 16}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE},
    {.code = 274948352u, .topic = {(const uint8_t *)"outages/power_failure_event_log", 31}, .kind = METER_KIND_LIST, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 287245312u, .topic = {(const uint8_t *)"limit/current", 13}, .kind = METER_KIND_GAUGE, .device = METER_DEVICE_CLASS_CURRENT, .shown = METER_SHOWN_DIAGNOSTIC},
    {.code = 318767624u, .topic = {(const uint8_t *)"equipment/version", 17}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC},
};

const meter_entry_t METER_UNKNOWN = {.code = 0u, .topic = {(const uint8_t *)"other", 5}, .kind = METER_KIND_WORD, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_RARE};

const meter_entry_t METER_MONTH_END = {.code = 0u, .topic = {(const uint8_t *)"total/month_end", 15}, .kind = METER_KIND_LIST, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_DIAGNOSTIC};

const meter_medium_t METER_MEDIA[8] = {
    {.type = 3, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/gas_meter", 15}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_GAS, .shown = METER_SHOWN_MAIN}},
    {.type = 7, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/water_meter", 17}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_WATER, .shown = METER_SHOWN_MAIN}},
    {.type = 6, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/warm_water_meter", 22}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_WATER, .shown = METER_SHOWN_MAIN}},
    {.type = 4, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/heat_meter", 16}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN}},
    {.type = 10, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/cooling_meter", 19}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN}},
    {.type = 12, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/heat_cooling_meter", 24}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN}},
    {.type = 2, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/electricity_meter", 23}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_ENERGY, .shown = METER_SHOWN_MAIN}},
    {.type = 0, .entry = {.code = 0u, .topic = {(const uint8_t *)"total/m-bus_meter", 17}, .kind = METER_KIND_COUNTER, .device = METER_DEVICE_CLASS_NONE, .shown = METER_SHOWN_MAIN}},
};

/** Of each place the index of the row that lies there. A row whose place is taken lies at the next free one. */
static const uint8_t ROWS_IN_METER_CATALOGUE[512] = {
    255, 23, 121, 255, 255, 135, 255, 255, 255, 155, 45, 95, 255, 168, 255, 255, 75, 255, 255, 255, 115, 255, 107,
    255, 128, 22, 255, 40, 255, 255, 255, 44, 255, 70, 176, 255, 174, 74, 255, 81, 108, 255, 255, 255, 255, 255,
    134, 255, 148, 144, 255, 255, 255, 255, 255, 6, 255, 255, 10, 255, 92, 53, 120, 255, 55, 141, 255, 11, 255, 255,
    255, 86, 255, 255, 255, 167, 255, 255, 255, 255, 255, 113, 255, 103, 255, 125, 255, 255, 255, 255, 36, 255, 255,
    255, 255, 255, 66, 172, 255, 255, 255, 104, 255, 255, 123, 255, 255, 15, 133, 145, 33, 255, 255, 255, 255, 255,
    63, 255, 171, 255, 255, 83, 255, 119, 255, 255, 255, 28, 255, 255, 255, 32, 255, 19, 58, 255, 164, 62, 255, 255,
    255, 255, 111, 255, 96, 255, 255, 12, 139, 255, 255, 255, 255, 255, 255, 255, 255, 255, 170, 255, 255, 41, 100,
    255, 43, 255, 255, 71, 255, 255, 73, 255, 255, 255, 160, 255, 255, 177, 255, 255, 255, 255, 255, 255, 255, 118,
    255, 129, 255, 255, 7, 255, 255, 255, 255, 255, 54, 161, 184, 255, 255, 255, 255, 255, 24, 109, 87, 255, 255,
    137, 3, 183, 255, 150, 255, 255, 51, 255, 255, 169, 255, 255, 255, 93, 80, 255, 255, 255, 255, 255, 255, 2, 255,
    46, 158, 255, 156, 50, 255, 76, 255, 255, 16, 255, 91, 255, 117, 130, 126, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 175, 29, 255, 255, 31, 105, 255, 59, 20, 255, 61, 255, 255, 255, 149, 255, 255, 255, 255,
    97, 255, 255, 255, 255, 255, 84, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 42, 154, 255, 165, 255, 255,
    72, 255, 255, 82, 255, 116, 255, 127, 25, 255, 255, 255, 255, 255, 39, 255, 153, 255, 255, 173, 69, 182, 255,
    255, 101, 255, 255, 255, 255, 255, 255, 34, 255, 255, 146, 38, 255, 64, 88, 255, 255, 68, 255, 255, 255, 255,
    255, 255, 13, 255, 255, 255, 255, 255, 255, 255, 152, 255, 166, 162, 255, 255, 255, 255, 255, 47, 114, 255, 49,
    255, 255, 77, 142, 255, 17, 79, 159, 255, 255, 255, 255, 255, 255, 255, 255, 94, 255, 255, 255, 124, 255, 255,
    255, 255, 30, 143, 255, 106, 255, 255, 60, 21, 255, 255, 255, 255, 255, 180, 255, 255, 255, 132, 98, 255, 27,
    255, 255, 151, 255, 163, 57, 255, 255, 255, 255, 255, 255, 112, 255, 255, 255, 5, 140, 255, 138, 26, 255, 52,
    255, 255, 255, 56, 255, 255, 255, 99, 85, 181, 0, 255, 122, 255, 255, 255, 255, 255, 255, 8, 157, 102, 9, 255,
    255, 255, 255, 35, 255, 255, 37, 179, 255, 65, 131, 89, 67, 255, 255, 255, 255, 255, 255, 255, 14, 255, 255,
    178, 255, 255, 255, 110, 255, 255, 255, 1, 255, 136, 255, 147, 255, 4, 48, 255, 255, 255, 255, 255, 78, 90, 255,
    18,
};

/** Where the search for a code begins in {@link ROWS}. By this factor, it ends there or at the next place. */
static inline uint32_t place_of(uint32_t code)
{
    return (uint32_t)ts_imul(code, 0x4351e167u) >> 23;
}

uint32_t meter_find_entry(uint32_t code)
{
    uint32_t place = place_of(code);
    for (uint32_t looked = 0; looked < PLACES_IN_METER_CATALOGUE; looked++) {
        const uint32_t row = ROWS_IN_METER_CATALOGUE[place];
        if (row >= 185u) {
            break;
        }
        if (METER_CATALOGUE[row].code == code) {
            return row;
        }
        place = (place + 1u) % PLACES_IN_METER_CATALOGUE;
    }
    return 185;
}

uint8_t meter_find_medium(uint8_t type)
{
    for (uint32_t i = 0; i < 7u && true; i++) {
        if (METER_MEDIA[i].type == type) {
            return (uint8_t)i;
        }
    }
    return 7;
}
