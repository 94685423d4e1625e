/* Made by ts2c from ts/simulator/random.ts: change that file, not this one. */

#include "simulator/random.h"

void simulator_random_init(simulator_random_t *self)
{
    memset(self, 0, sizeof(*self));
    self->state = 1;
}

void simulator_random_seed(simulator_random_t *self, uint32_t seed)
{
    self->state = seed == 0u ? 1u : seed;
}

uint32_t simulator_random_next(simulator_random_t *self)
{
    uint32_t x = self->state;
    x = x ^ (uint32_t)(x << 13);
    x = x ^ (x >> 17);
    x = x ^ (uint32_t)(x << 5);
    self->state = x;
    return x;
}

uint16_t simulator_random_below(simulator_random_t *self, uint32_t end)
{
    return (uint16_t)((simulator_random_next(self) >> 8) % end);
}
