/* Made by ts2c from ts/p1/short.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/form.h"
#include "p1/obis.h"
#include "p1/row.h"
#include "p1/staging.h"
#include "p1/timestamp.h"
#include "p1/value.h"

/**
 * Stages the value of the form "number" or "any" behind `code` at `line[open …]`, where it is what most are: one short number with a
 * usual unit or none, `(000306.946*kWh)`, with a time stamp in a group before it or none, and with its line end and another line behind
 * it. Looks at each byte once. Returns the index behind the line end, or 0 for every other value, of which nothing is staged:
 * {@link LineReader} reads any line, and these the same.
 */
TS_SHARED uint32_t p1_take_short(ts_bytes line, uint32_t open, uint32_t code, p1_form_t form, p1_staging_t *staging);
