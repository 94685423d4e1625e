/* Made by ts2c from ts/p1/form.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"

/**
 * How the value of a code is written: a number that must be one; a number or else a text; a text that stays as it is; a
 * text in hexadecimal; the meter's clock; a list of dated numbers; the gas reading of DSMR 2.2 and 3, whose unit is a
 * group of its own.
 */
typedef enum TS_NARROW {
    P1_FORM_NUMBER,
    P1_FORM_ANY,
    P1_FORM_TEXT,
    P1_FORM_MESSAGE,
    P1_FORM_CLOCK,
    P1_FORM_LIST,
    P1_FORM_GAS,
} p1_form_t;

/** The form of a code's value. Sources: DSMR 5.0.2 P1, 6.12; e-MUCS P1 1.7.1, 6; DSMR 3.0 P1, 5.2. */
TS_SHARED p1_form_t p1_form_of(uint32_t code);

/** Whether the telegram that has this code must end with a CRC. DSMR 2.2 and 3 and the German D0 have none of them. */
TS_SHARED bool p1_demands_crc(uint32_t code);
