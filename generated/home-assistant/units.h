/* Made by ts2c from ts/home-assistant/units.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "meter/catalogue.h"
#include "p1/value.h"

/** How a number is shown. */
typedef struct {
    /** Home Assistant's device class; empty for none. */
    ts_bytes device_class;
    /** The unit as Home Assistant spells it; empty for none, or for one of the meter's own. */
    ts_bytes unit;
    /** Whether the value is to be multiplied by 1000: Home Assistant knows VA and var, and neither kVA nor kvar. */
    bool thousands;
} home_assistant_presentation_t;

/** How a number of that unit is shown, which the catalogue says is of that class and behaves so. */
TS_SHARED home_assistant_presentation_t home_assistant_presentation(p1_unit_t unit, meter_device_class_t device, meter_kind_t behaves);
