/* Made by ts2c from ts/p1/checksum.ts: change that file, not this one. */

#include "p1/checksum.h"

#define FACTOR 49153

static void p1_checksum_add_x25(p1_checksum_t *self, ts_bytes bytes);
static inline uint32_t next_byte(uint32_t folded, uint32_t byte);
static inline uint32_t lower(uint32_t folded);
static inline bool is_odd(int32_t bits);

void p1_checksum_init(p1_checksum_t *self)
{
    memset(self, 0, sizeof(*self));
    self->x25 = P1_X25_START;
}

void p1_checksum_clear(p1_checksum_t *self)
{
    self->folded = 0;
    self->mixed = 0;
    self->both = false;
}

void p1_checksum_start_x25(p1_checksum_t *self, ts_bytes row, uint8_t end)
{
    self->both = true;
    self->x25 = P1_X25_START;
    p1_checksum_add_x25(self, row);
    self->x25 = p1_x25_byte(self->x25, end);
}

void p1_checksum_add_byte(p1_checksum_t *self, uint8_t byte)
{
    self->folded = next_byte(self->folded, byte);
    self->mixed = self->mixed ^ byte;
    if (self->both) {
        self->x25 = p1_x25_byte(self->x25, byte);
    }
}

void p1_checksum_add(p1_checksum_t *self, ts_bytes bytes)
{
    uint32_t folded = self->folded;
    uint32_t mixed = self->mixed;
    uint32_t at = 0;
    while (bytes.length - at >= 4u) {
        const uint32_t word = bytes.data[at] | (uint32_t)(bytes.data[at + 1u] << 8) | (uint32_t)(bytes.data[at + 2u] << 16) | (uint32_t)((uint32_t)bytes.data[at + 3u] << 24);
        // Times x^4 + x^2, after what that moves out at the upper end has been put in at the lower one: it is worth x^32 there, too.
        const int32_t turned = (int32_t)folded ^ (int32_t)(folded << 28) ^ (int32_t)(folded << 30);
        folded = ((uint32_t)turned >> 4) ^ ((uint32_t)turned >> 2) ^ word;
        mixed = mixed ^ word;
        at += 4u;
    }
    for (; at < bytes.length; at++) {
        folded = next_byte(folded, bytes.data[at]);
        mixed = mixed ^ bytes.data[at];
    }
    self->folded = folded;
    self->mixed = mixed;
    if (self->both) {
        p1_checksum_add_x25(self, bytes);
    }
}

static void p1_checksum_add_x25(p1_checksum_t *self, ts_bytes bytes)
{
    for (uint32_t i = 0; i < bytes.length; i++) {
        const uint8_t byte = bytes.data[i];
        self->x25 = p1_x25_byte(self->x25, byte);
    }
}

uint16_t p1_checksum_arc(p1_checksum_t *self)
{
    // A CRC is of its bytes times x^16.
    const uint32_t times16 = next_byte(next_byte(self->folded, 0), 0);
    const uint32_t remainder = lower(lower(times16)) >> 16;
    // Of the two numbers of 16 bits with that remainder, one has the right parity.
    return (uint16_t)(is_odd((int32_t)self->mixed ^ (int32_t)remainder) ? remainder ^ FACTOR : remainder);
}

/** The folded bytes and one more. */
static inline uint32_t next_byte(uint32_t folded, uint32_t byte)
{
    const uint32_t left = folded & 0xffu;
    return (folded >> 8) ^ (left << 20) ^ (left << 22) ^ (uint32_t)(byte << 24);
}

/** Takes out what is x^15 and more: x^15 is x + 1. Done twice, nothing of it is left. */
static inline uint32_t lower(uint32_t folded)
{
    const uint32_t high = folded & 0x1ffffu;
    return (folded & 0xfffe0000u) ^ (high << 14) ^ (uint32_t)(high << 15);
}

/** Whether an odd number of bits is set. */
static inline bool is_odd(int32_t bits)
{
    const int32_t half = bits ^ (int32_t)((uint32_t)bits >> 16);
    const int32_t quarter = half ^ (int32_t)((uint32_t)half >> 8);
    return ((0x6996 >> ((quarter ^ (int32_t)((uint32_t)quarter >> 4)) & 15)) & 1) != 0;
}
