/* Made by ts2c from ts/p1/checksum.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/crc16.h"

/**
 * The CRC of the telegram that is being read, running along with its bytes.
 *
 * CRC-16/ARC is made without a table, four bytes at a time: its polynomial x^16 + x^15 + x^2 + 1 is (x + 1)(x^15 + x + 1), and a
 * remainder by each of the two is easy. By x + 1 it is the parity of all bits. By x^15 + x + 1 it is folded: x^30 is x^2 + 1 there, so that
 * x^32 is x^4 + x^2, two shifts. As in the CRC itself, the lowest bit of the first byte has the highest power.
 */
typedef struct {
    /** All bytes so far by x^15 + x + 1, though not less than it: bit 31 is x^0. */
    uint32_t folded;
    /** All bytes so far XORed, in words. */
    uint32_t mixed;
    /** CRC-16/X-25 so far, before its last XOR, where it runs too. */
    uint16_t x25;
    /** Whether the meter is one that sends X-25. */
    bool both;
} p1_checksum_t;

/** Makes a new `Checksum` at `self`. */
TS_SHARED void p1_checksum_init(p1_checksum_t *self);

TS_SHARED void p1_checksum_clear(p1_checksum_t *self);

/** The telegram, of which there was `row` and its end so far, is of a meter that sends X-25: that runs too. */
TS_SHARED void p1_checksum_start_x25(p1_checksum_t *self, ts_bytes row, uint8_t end);

/** Runs over one byte. */
TS_SHARED void p1_checksum_add_byte(p1_checksum_t *self, uint8_t byte);

/** Runs over bytes. */
TS_SHARED void p1_checksum_add(p1_checksum_t *self, ts_bytes bytes);

/** CRC-16/ARC so far. */
TS_SHARED uint16_t p1_checksum_arc(p1_checksum_t *self);
