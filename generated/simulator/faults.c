/* Made by ts2c from ts/simulator/faults.ts: change that file, not this one. */

#include "simulator/faults.h"

simulator_fault_t simulator_fault_at(int64_t place)
{
    switch (place) {
    case 1:
        return SIMULATOR_FAULT_CRC;
    case 2:
        return SIMULATOR_FAULT_NOISE;
    case 3:
        return SIMULATOR_FAULT_CUT;
    case 4:
        return SIMULATOR_FAULT_SILENCE;
    case 5:
        return SIMULATOR_FAULT_BURST;
    default:
        return SIMULATOR_FAULT_NONE;
    }
    TS_UNREACHABLE();
}

void simulator_noise_init(simulator_noise_t *self)
{
    memset(self, 0, sizeof(*self));
    simulator_random_init(&self->random);
}

void simulator_noise_seed(simulator_noise_t *self, uint32_t seed)
{
    simulator_random_seed(&self->random, seed);
}

ts_bytes simulator_noise_next(simulator_noise_t *self)
{
    for (uint32_t i = 0; i < 64u; i++) {
        self->bytes[i] = (uint8_t)(simulator_random_next(&self->random) & 0xffu);
    }
    return (ts_bytes){.data = self->bytes, .length = 64};
}
