/* Made by ts2c from ts/p1/checksum.ts: change that file, not this one. */

#include "p1/checksum.h"

static void p1_checksum_add_x25(p1_checksum_t *self, ts_bytes bytes);

void p1_checksum_init(p1_checksum_t *self)
{
    memset(self, 0, sizeof(*self));
    self->x25 = P1_X25_START;
}

void p1_checksum_clear(p1_checksum_t *self)
{
    self->arc = 0;
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
    self->arc = (uint16_t)(P1_ARC_TABLE[(self->arc ^ byte) & 0xff] ^ (self->arc >> 8));
    if (self->both) {
        self->x25 = p1_x25_byte(self->x25, byte);
    }
}

uint32_t p1_checksum_add_row(p1_checksum_t *self, ts_bytes bytes, uint32_t from)
{
    uint32_t arc = self->arc;
    uint32_t at = from;
    for (; at < bytes.length; at++) {
        const uint32_t byte = bytes.data[at];
        if (byte <= P1_SLASH && (byte == P1_SLASH || byte == P1_CARRIAGE_RETURN || byte == P1_LINE_FEED)) {
            break;
        }
        arc = (uint32_t)(P1_ARC_TABLE[(arc ^ byte) & 0xffu] ^ ((int32_t)arc >> 8));
    }
    self->arc = (uint16_t)arc;
    if (self->both) {
        p1_checksum_add_x25(self, ts_bytes_subarray(bytes, from, at));
    }
    return at;
}

void p1_checksum_add(p1_checksum_t *self, ts_bytes bytes)
{
    uint32_t arc = self->arc;
    uint32_t at = 0;
    while (at < bytes.length && bytes.length - at >= 4u) {
        const uint32_t low = arc ^ (uint32_t)(bytes.data[at] | (bytes.data[at + 1u] << 8));
        const uint32_t first = (uint32_t)(P1_ARC_BEFORE_3[low & 0xffu] ^ P1_ARC_BEFORE_2[(int32_t)low >> 8]);
        arc = first ^ P1_ARC_BEFORE_1[bytes.data[at + 2u]] ^ P1_ARC_TABLE[bytes.data[at + 3u]];
        at += 4u;
    }
    self->arc = p1_crc16((uint16_t)arc, ts_bytes_subarray(bytes, at, bytes.length));
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
