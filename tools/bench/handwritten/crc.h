/** CRC-16/ARC, four bytes at a time. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** Of a byte, when so many more follow. */
static uint16_t crc_tables[4][256];

static void make_crc_tables(void)
{
    for (unsigned i = 0; i < 256; i++) {
        unsigned crc = i;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) != 0 ? crc >> 1 ^ 0xa001 : crc >> 1;
        }
        crc_tables[0][i] = (uint16_t)crc;
    }
    for (unsigned t = 1; t < 4; t++) {
        for (unsigned i = 0; i < 256; i++) {
            const unsigned crc = crc_tables[t - 1][i];
            crc_tables[t][i] = (uint16_t)(crc_tables[0][crc & 255] ^ crc >> 8);
        }
    }
}

static uint16_t add_crc(unsigned crc, const uint8_t *at, const uint8_t *end)
{
    for (; end - at >= 4; at += 4) {
        crc ^= (unsigned)at[0] | (unsigned)at[1] << 8;
        crc = (unsigned)(crc_tables[3][crc & 255] ^ crc_tables[2][crc >> 8] ^ crc_tables[1][at[2]] ^
                         crc_tables[0][at[3]]);
    }
    for (; at < end; at++) {
        crc = (unsigned)(crc_tables[0][(crc ^ *at) & 255] ^ crc >> 8);
    }
    return (uint16_t)crc;
}
