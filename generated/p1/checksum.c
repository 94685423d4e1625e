/* Made by ts2c from ts/p1/checksum.ts: change that file, not this one. */

#include "p1/checksum.h"

void p1_checksum_init(p1_checksum_t *self)
{
    memset(self, 0, sizeof(*self));
    self->x25 = P1_X25_START;
}

void p1_checksum_clear(p1_checksum_t *self)
{
    self->arc = 0;
    self->x25 = P1_X25_START;
}

void p1_checksum_add_byte(p1_checksum_t *self, uint8_t byte)
{
    self->arc = (uint16_t)(P1_ARC_TABLE[(self->arc ^ byte) & 0xff] ^ (self->arc >> 8));
    self->x25 = (uint16_t)(P1_X25_TABLE[(self->x25 ^ byte) & 0xff] ^ (self->x25 >> 8));
}

uint32_t p1_checksum_add_row(p1_checksum_t *self, ts_bytes bytes, uint32_t from)
{
    uint32_t arc = self->arc;
    uint32_t x25 = self->x25;
    uint32_t at = from;
    for (; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        if (byte <= P1_SLASH && (byte == P1_SLASH || byte == P1_CARRIAGE_RETURN || byte == P1_LINE_FEED)) {
            break;
        }
        arc = (uint32_t)(P1_ARC_TABLE[(arc ^ byte) & 0xffu] ^ ((int32_t)arc >> 8));
        x25 = (uint32_t)(P1_X25_TABLE[(x25 ^ byte) & 0xffu] ^ ((int32_t)x25 >> 8));
    }
    self->arc = (uint16_t)arc;
    self->x25 = (uint16_t)x25;
    return at;
}
