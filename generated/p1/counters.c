/* Made by ts2c from ts/p1/counters.ts: change that file, not this one. */

#include "p1/counters.h"

void p1_counters_init(p1_counters_t *self)
{
    memset(self, 0, sizeof(*self));
}

uint32_t p1_counters_failures(p1_counters_t *self)
{
    return self->crc + self->no_crc + self->too_long + self->truncated + self->encrypted + self->decryption;
}

void p1_counters_add_noise(p1_counters_t *self, uint32_t bytes)
{
    self->noise = self->noise + bytes;
}

void p1_counters_add_skipped_lines(p1_counters_t *self, uint32_t lines)
{
    self->skipped_lines = self->skipped_lines + lines;
}

void p1_counters_add(p1_counters_t *self, p1_outcome_t outcome)
{
    switch (outcome) {
    case P1_OUTCOME_MORE:
        break;
    case P1_OUTCOME_TELEGRAM:
        self->telegrams = self->telegrams + 1u;
        break;
    case P1_OUTCOME_CRC:
        self->crc = self->crc + 1u;
        break;
    case P1_OUTCOME_NO_CRC:
        self->no_crc = self->no_crc + 1u;
        break;
    case P1_OUTCOME_TOO_LONG:
        self->too_long = self->too_long + 1u;
        break;
    case P1_OUTCOME_TRUNCATED:
        self->truncated = self->truncated + 1u;
        break;
    case P1_OUTCOME_ENCRYPTED:
        self->encrypted = self->encrypted + 1u;
        break;
    case P1_OUTCOME_DECRYPTION:
        self->decryption = self->decryption + 1u;
        break;
    default:
        break;
    }
}
