/* Made by ts2c from ts/p1/checksum.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/ascii.h"
#include "p1/crc16.h"

/** The CRC of the telegram that is being read, running along with its bytes. */
typedef struct {
    /** CRC-16/ARC so far. */
    uint16_t arc;
    /** CRC-16/X-25 so far, before its last XOR, where it runs too. */
    uint16_t x25;
    /** Whether the meter is one that sends X-25. */
    bool both;
} p1_checksum_t;

/** Makes a new `Checksum` at `self`. */
void p1_checksum_init(p1_checksum_t *self);

void p1_checksum_clear(p1_checksum_t *self);

/** The telegram, of which there was `row` and its end so far, is of a meter that sends X-25: that runs too. */
void p1_checksum_start_x25(p1_checksum_t *self, ts_bytes row, uint8_t end);

/** Runs over one byte. */
void p1_checksum_add_byte(p1_checksum_t *self, uint8_t byte);

/**
 * Runs over `bytes[from …]` up to a line end or a `/`, and returns where that is. This is the one loop that sees every
 * byte of a telegram, so it does all that is to be done with each.
 */
uint32_t p1_checksum_add_row(p1_checksum_t *self, ts_bytes bytes, uint32_t from);

/** Runs over bytes, four at a time. */
void p1_checksum_add(p1_checksum_t *self, ts_bytes bytes);
