/* Made by ts2c from ts/meter/catalogue.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * How a reading behaves: a counter only grows, a gauge goes up and down, a word is short (an id, a version, a position), a
 * text may be long, a time is what it says, a list is dated numbers.
 */
typedef enum TS_NARROW {
    METER_KIND_COUNTER,
    METER_KIND_GAUGE,
    METER_KIND_WORD,
    METER_KIND_TEXT,
    METER_KIND_TIME,
    METER_KIND_LIST,
} meter_kind_t;

/** Where Home Assistant shows a reading: among the sensors, among the diagnostics, or there and not before it is enabled. */
typedef enum TS_NARROW {
    METER_SHOWN_MAIN,
    METER_SHOWN_DIAGNOSTIC,
    METER_SHOWN_RARE,
} meter_shown_t;

/** Home Assistant's device class of a reading; "none" where it has none that fits. */
typedef enum TS_NARROW {
    METER_DEVICE_CLASS_NONE,
    METER_DEVICE_CLASS_ENERGY,
    METER_DEVICE_CLASS_POWER,
    METER_DEVICE_CLASS_REACTIVE_ENERGY,
    METER_DEVICE_CLASS_REACTIVE_POWER,
    METER_DEVICE_CLASS_APPARENT_POWER,
    METER_DEVICE_CLASS_POWER_FACTOR,
    METER_DEVICE_CLASS_VOLTAGE,
    METER_DEVICE_CLASS_CURRENT,
    METER_DEVICE_CLASS_FREQUENCY,
    METER_DEVICE_CLASS_GAS,
    METER_DEVICE_CLASS_WATER,
    METER_DEVICE_CLASS_TIMESTAMP,
} meter_device_class_t;

/** What is known about a code. */
typedef struct {
    /** The OBIS code, as in p1/obis.ts; 0 for an M-Bus device's reading, whose meaning is in its device type. */
    uint32_t code;
    /** The topic under the device's root; a number's unit comes behind it. */
    ts_bytes topic;
    meter_kind_t kind;
    meter_device_class_t device;
    meter_shown_t shown;
} meter_entry_t;

/** What an M-Bus device measures. */
typedef struct {
    /** Its device type (EN 13757-3, table 6). */
    uint8_t type;
    meter_entry_t entry;
} meter_medium_t;

/**
 * The one table of what is read: code, topic, kind, device class, where it is shown. `n` is any digit and goes where the topic says `n`; with
 * `#` in the topic the row stands for three, the phases L1, L2 and L3, whose third parts are 20 apart. What a row means stands
 * behind it, for `npm run docs`, which makes docs/topics.md of it; the device doesn't need to know.
 *
 * Sources: the topics of the original P1 meter; DSMR 2.2 to 5.0.2; e-MUCS P1 1.7.1 and 2.1.1 (Belgium); Luxembourg P1
 * 1.1.3; Swedish H1 2.0; E.ON Hungary's P1 port; the names of IEC 62056-61 for the rest.
 */
extern const meter_entry_t METER_CATALOGUE[185];

/** What is known about a code that stands in no table: it is published below `other`. */
extern const meter_entry_t METER_UNKNOWN;

/** The monthly values of Hungarian meters, which stand under the code of the Belgian peaks. */
extern const meter_entry_t METER_MONTH_END;

/** The media of M-Bus devices; the last one stands for every other. */
extern const meter_medium_t METER_MEDIA[8];

/** The index of a code's row in {@link CATALOGUE}, or its length where the code is not known. */
TS_SHARED uint32_t meter_find_entry(uint32_t code);

/** The index of a device type's row in {@link MEDIA}; that of the last row, "every other", for an unknown type. */
TS_SHARED uint8_t meter_find_medium(uint8_t type);
