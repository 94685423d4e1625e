/* Made by ts2c from ts/p1/encrypted.ts: change that file, not this one. */

#include "p1/encrypted.h"

static bool belongs(uint8_t byte, uint32_t at, uint32_t security);

void p1_frame_start_init(p1_frame_start_t *self)
{
    memset(self, 0, sizeof(*self));
}

void p1_frame_start_clear(p1_frame_start_t *self)
{
    self->used = 0;
    self->remaining = 0;
    self->known = false;
}

bool p1_frame_start_is_frame(p1_frame_start_t *self)
{
    return self->known;
}

ts_bytes p1_frame_start_view(p1_frame_start_t *self)
{
    return ts_bytes_subarray((ts_bytes){.data = self->bytes, .length = 16}, 0, self->used);
}

p1_frame_state_t p1_frame_start_take(p1_frame_start_t *self, uint8_t byte)
{
    if (self->known) {
        if (self->remaining > 0u) {
            self->remaining--;
        }
        return self->remaining == 0u ? P1_FRAME_STATE_WHOLE : P1_FRAME_STATE_MORE;
    }
    const uint32_t used = self->used;
    if (used >= 16u) {
        return P1_FRAME_STATE_OTHER;
    }
    self->bytes[used] = byte;
    self->used = (uint8_t)(used + 1u);
    const uint32_t security = (uint32_t)(self->bytes[10] == 0x81 ? 12 : 13);
    if (!belongs(byte, used, security)) {
        return P1_FRAME_STATE_OTHER;
    }
    if (used == security) {
        const uint32_t low = self->bytes[used - 1u];
        const uint32_t length = security == 13u ? (uint32_t)(self->bytes[11] << 8) | low : low;
        // Behind the security byte follow the counter, four bytes, and at least one more.
        if (length < 6u) {
            return P1_FRAME_STATE_OTHER;
        }
        self->known = true;
        self->remaining = length - 1u;
    }
    return P1_FRAME_STATE_MORE;
}

/** Whether `byte` may stand at `at` of a frame whose security byte stands at `security`. */
static bool belongs(uint8_t byte, uint32_t at, uint32_t security)
{
    switch (at) {
    case 0:
        return byte == P1_FRAME_TAG;
    case 1:
        return byte == 8;
    case 10:
        return byte == 0x81 || byte == 0x82;
    default:
        // Encrypted, authenticated or both, in whatever suite; never neither.
        return at != security || (byte & 0x30) != 0;
    }
    TS_UNREACHABLE();
}
