/* Made by ts2c from ts/p1/frame.ts: change that file, not this one. */

#include "p1/frame.h"

static inline uint32_t p1_frame_head_overhead(p1_frame_head_t *self);
static bool belongs(uint32_t byte, uint32_t at, uint32_t security);

void p1_frame_head_init(p1_frame_head_t *self)
{
    memset(self, 0, sizeof(*self));
    self->security = 13;
}

void p1_frame_head_clear(p1_frame_head_t *self)
{
    self->used = 0;
    self->length = 0;
}

ts_bytes p1_frame_head_view(p1_frame_head_t *self)
{
    return ts_bytes_slice((ts_bytes){.data = self->bytes, .length = 18}, 0, self->used);
}

p1_head_state_t p1_frame_head_take(p1_frame_head_t *self, uint8_t byte)
{
    const uint32_t used = self->used;
    if (used >= 18u) {
        return P1_HEAD_STATE_OTHER;
    }
    self->bytes[used] = byte;
    self->used = (uint8_t)(used + 1u);
    if (used == 10u) {
        self->security = (uint8_t)(byte == 0x81 ? 12 : 13);
    }
    if (!belongs(byte, used, self->security)) {
        return P1_HEAD_STATE_OTHER;
    }
    if (used == self->security) {
        self->length = (uint16_t)(self->security == 13 ? (self->bytes[11] << 8) | self->bytes[12] : self->bytes[11]);
        return self->length > p1_frame_head_overhead(self) ? P1_HEAD_STATE_MORE : P1_HEAD_STATE_OTHER;
    }
    return used == (uint32_t)(self->security + 4) ? P1_HEAD_STATE_WHOLE : P1_HEAD_STATE_MORE;
}

bool p1_frame_head_is_authenticated(p1_frame_head_t *self)
{
    return (self->bytes[self->security] & 0x10) != 0;
}

uint16_t p1_frame_head_cipher_length(p1_frame_head_t *self)
{
    const uint32_t overhead = p1_frame_head_overhead(self);
    return (uint16_t)(self->length > overhead ? self->length - overhead : 0u);
}

/** How many of the bytes that the length counts are no cipher text: security byte, counter, tag. */
static inline uint32_t p1_frame_head_overhead(p1_frame_head_t *self)
{
    return (uint32_t)(p1_frame_head_is_authenticated(self) ? 5 + P1_TAG_SIZE : 5);
}

void p1_frame_head_write_nonce(p1_frame_head_t *self, ts_span_u8 nonce)
{
    for (uint32_t i = 0; i < 12u && i < nonce.length; i++) {
        nonce.data[i] = self->bytes[i < 8u ? i + 2u : self->security + i - 7u];
    }
}

/** Whether `byte` may stand at `at` of a frame whose security byte stands at `security`. */
static bool belongs(uint32_t byte, uint32_t at, uint32_t security)
{
    switch (at) {
    case 0:
        return byte == P1_FRAME_TAG;
    case 1:
        return byte == 8u;
    case 10:
        return byte == 0x81u || byte == 0x82u;
    default:
        // Encrypted, authenticated or both, in whatever suite; never neither.
        return at != security || (byte & 0x30u) != 0u;
    }
    TS_UNREACHABLE();
}
