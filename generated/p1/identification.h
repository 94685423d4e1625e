/* Made by ts2c from ts/p1/identification.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"

/** Who sends the telegram: the text behind its `/`, such as `ISK5\2M550T-1012`. */
typedef struct {
    uint8_t bytes[96];
    uint8_t used;
} p1_identification_t;

/** Makes a new `Identification` at `self`. */
TS_SHARED void p1_identification_init(p1_identification_t *self);

TS_SHARED void p1_identification_clear(p1_identification_t *self);

TS_SHARED ts_bytes p1_identification_view(p1_identification_t *self);

/** Takes it from a telegram's first row. False when the row can't be one: it is empty or has unprintable characters. */
TS_SHARED bool p1_identification_take(p1_identification_t *self, ts_bytes row);

/**
 * Whether an identification is Holley's, `HLY5/D545-METER`: with a `/` inside, and CRC-16/X-25 at the end of the telegram
 * (ndokter/dsmr_parser#91).
 */
TS_SHARED bool p1_is_holley(ts_bytes identification);
