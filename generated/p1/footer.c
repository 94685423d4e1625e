/* Made by ts2c from ts/p1/footer.ts: change that file, not this one. */

#include "p1/footer.h"

#define FOOTER_LIMIT 16

void p1_footer_init(p1_footer_t *self)
{
    memset(self, 0, sizeof(*self));
    self->clean = true;
}

void p1_footer_clear(p1_footer_t *self)
{
    self->length = 0;
    self->digits = 0;
    self->value = 0;
    self->clean = true;
}

bool p1_footer_take(p1_footer_t *self, uint8_t byte)
{
    if (self->length >= FOOTER_LIMIT) {
        return false;
    }
    self->length++;
    const uint32_t digit = p1_hex_value(byte);
    if (digit <= 15u && self->digits < 4 && self->clean) {
        self->value = (uint16_t)(((uint32_t)(self->value << 4) | digit) & 0xffffu);
        self->digits++;
    } else if (byte != P1_NUL && byte != P1_SPACE) {
        self->clean = false;
    }
    return true;
}

uint16_t p1_footer_sent(p1_footer_t *self)
{
    return self->value;
}

p1_footer_verdict_t p1_footer_judge(p1_footer_t *self, uint16_t arc, uint16_t x25, bool tries, bool complete)
{
    if (!self->clean) {
        return P1_FOOTER_VERDICT_WRONG;
    }
    if (self->digits == 0) {
        return P1_FOOTER_VERDICT_ABSENT;
    }
    if (self->digits < 4 && !complete) {
        return P1_FOOTER_VERDICT_PARTIAL;
    }
    if (self->digits < 3) {
        return P1_FOOTER_VERDICT_WRONG;
    }
    if (self->value == arc) {
        return P1_FOOTER_VERDICT_ARC;
    }
    const uint32_t finished = (uint32_t)(x25 ^ P1_X25_START);
    return tries && self->value == finished ? P1_FOOTER_VERDICT_X25 : P1_FOOTER_VERDICT_WRONG;
}
