/* Made by ts2c from ts/p1/crc16.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What CRC-16/X-25 starts from, and what its result is XORed with. CRC-16/ARC has 0 for both. */
#define P1_X25_START 65535

/** CRC-16/ARC over `bytes`, continued from `crc` (0 at the first chunk). Source: DSMR 5.0.2 P1, 6.2. */
TS_SHARED uint16_t p1_crc16(uint16_t crc, ts_bytes bytes);

/**
 * CRC-16/X-25 over one byte, continued from `crc`: x^16 + x^12 + x^5 + 1, least significant bit first. Bit by bit, since one
 * meter needs it and a table takes 512 bytes. Source: ITU-T V.42, 8.1.1.6.
 */
TS_SHARED uint16_t p1_x25_byte(uint16_t crc, uint8_t byte);

/** Writes a CRC as it stands behind `!`: four hexadecimal digits, capital ones. */
TS_SHARED void p1_write_crc(ts2c_writer_t *writer, uint16_t crc);
