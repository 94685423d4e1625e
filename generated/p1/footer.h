/* Made by ts2c from ts/p1/footer.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/crc16.h"

/**
 * What stands behind `!`: the CRC-16/ARC of the telegram, its CRC-16/X-25, nothing ("absent"), digits that are neither
 * ("wrong"), or the beginning of some ("partial").
 */
typedef enum TS_NARROW {
    P1_FOOTER_VERDICT_ARC,
    P1_FOOTER_VERDICT_X25,
    P1_FOOTER_VERDICT_ABSENT,
    P1_FOOTER_VERDICT_WRONG,
    P1_FOOTER_VERDICT_PARTIAL,
} p1_footer_verdict_t;

/** The end of a telegram, behind `!`: four hexadecimal digits (DSMR 5.0.2 P1, 6.2), or what meters make of them. */
typedef struct {
    uint8_t length;
    uint8_t digits;
    uint16_t value;
    bool clean;
} p1_footer_t;

/** Makes a new `Footer` at `self`. */
TS_SHARED void p1_footer_init(p1_footer_t *self);

TS_SHARED void p1_footer_clear(p1_footer_t *self);

/** Takes one character; false when there are more than a footer can have. */
TS_SHARED bool p1_footer_take(p1_footer_t *self, uint8_t byte);

/** The CRC that the meter sent. */
TS_SHARED uint16_t p1_footer_sent(p1_footer_t *self);

/**
 * Judges the footer against the telegram's running CRCs. `complete` says that a line end was seen: without it fewer
 * than four digits are not all of them. A meter that drops the leading zero sends three. `tries` says whether the meter is one
 * that sends X-25.
 */
TS_SHARED p1_footer_verdict_t p1_footer_judge(p1_footer_t *self, uint16_t arc, uint16_t x25, bool tries, bool complete);
