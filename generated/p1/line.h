/* Made by ts2c from ts/p1/line.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/obis.h"
#include "p1/groups.h"
#include "p1/list.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "p1/value.h"
#include "p1/ascii.h"

/**
 * How the value of a code is written: a number that must be one; a number or else a text; a text that stays as it is; a
 * text in hexadecimal; the meter's clock; a list of dated numbers; the gas reading of DSMR 2.2 and 3, whose unit is a
 * group of its own.
 */
typedef enum {
    P1_FORM_NUMBER,
    P1_FORM_ANY,
    P1_FORM_TEXT,
    P1_FORM_MESSAGE,
    P1_FORM_CLOCK,
    P1_FORM_LIST,
    P1_FORM_GAS,
} p1_form_t;

/** Makes a reading of each line of a telegram, in a {@link Staging} that is its owner's. */
typedef struct {
    p1_staging_t *staging;
    p1_dated_list_t list;
    /** Whether a line of this telegram says that it must end with a CRC. */
    bool crc_demanded;
} p1_line_reader_t;

/** The form of a code's value. Sources: DSMR 5.0.2 P1, 6.12; e-MUCS P1 1.7.1, 6; DSMR 3.0 P1, 5.2. */
p1_form_t p1_form_of(uint32_t code);

/** Whether the telegram that has this code must end with a CRC. DSMR 2.2 and 3 and the German D0 have none of them. */
bool p1_demands_crc(uint32_t code);

/** Makes a new `LineReader` at `self`. */
void p1_line_reader_init(p1_line_reader_t *self, p1_staging_t *staging);

/** Begins a telegram. */
void p1_line_reader_clear(p1_line_reader_t *self);

/** Takes a line with its number. What can't be read costs this line only. */
void p1_line_reader_take(p1_line_reader_t *self, ts_bytes line, uint32_t number);
