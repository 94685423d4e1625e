/* Made by ts2c from ts/platform/memory.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * Asks for room for `records` records of `size` bytes each; what was stored is gone. How many there is room for: as many, fewer,
 * or none.
 */
uint16_t p1_memory_reserve(uint16_t records, uint16_t size);

/** Stores a record of at most the size that was asked for. Its `index` is below what `reserve` gave. */
void p1_memory_write(uint32_t index, ts_bytes record);

/** Fills `record` with what was stored at `index`. */
void p1_memory_read(uint32_t index, ts_span_u8 record);
