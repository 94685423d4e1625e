/* Made by ts2c from ts/meter/country.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "p1/staging.h"
#include "p1/timestamp.h"

/** Whose meter it is, as far as its telegram shows. */
typedef enum TS_NARROW {
    METER_COUNTRY_UNKNOWN,
    METER_COUNTRY_NETHERLANDS,
    METER_COUNTRY_BELGIUM,
    METER_COUNTRY_LUXEMBOURG,
    METER_COUNTRY_SWEDEN,
    METER_COUNTRY_HUNGARY,
    METER_COUNTRY_SWITZERLAND,
    METER_COUNTRY_GERMANY,
} meter_country_t;

/**
 * Finds out whose meter sent a telegram. Only a Belgian one has the e-MUCS version, and a Fluvius one has the operator's
 * letters; Smarty meters of Luxembourg have a device name and no tariffs; Hungarian ones put monthly values where
 * Belgium has peaks; Swedish ones leave their id out (H1 2.0); Swiss ones count in group `1-1`.
 */
TS_SHARED meter_country_t meter_country_of(p1_staging_t *staging, ts_bytes identification);
