/* Made by ts2c from ts/simulator/house.ts: change that file, not this one. */

#include "simulator/house.h"

#define ENERGY_END INT64_C(3600000000000)

#define VOLUME_END 100000000

static inline int64_t count(int64_t register_, uint32_t watt, uint32_t seconds);
static inline int32_t simulator_house_any_power(simulator_house_t *self);
static void simulator_house_change_load(simulator_house_t *self);
static inline void simulator_house_count_energy(simulator_house_t *self, uint32_t seconds);
static inline void simulator_house_close_quarter(simulator_house_t *self, uint32_t utc, simulator_local_time_t time);

/** `watt` for `seconds`, on top of what a register says. */
static inline int64_t count(int64_t register_, uint32_t watt, uint32_t seconds)
{
    return (register_ + watt * seconds) % ENERGY_END;
}

void simulator_house_init(simulator_house_t *self)
{
    memset(self, 0, sizeof(*self));
    self->import_low = (int64_t)4426000 * 3600;
    self->import_high = (int64_t)2399000 * 3600;
    self->export_low = (int64_t)2444000 * 3600;
    self->export_high = (int64_t)1204000 * 3600;
    simulator_random_init(&self->random);
    self->used_gas = 1107000;
    self->used_water = 872234;
}

void simulator_house_seed(simulator_house_t *self, uint32_t seed)
{
    simulator_random_seed(&self->random, seed);
    for (uint32_t i = 0; i < 3u; i++) {
        self->phases[i] = (int16_t)simulator_house_any_power(self);
    }
}

static inline int32_t simulator_house_any_power(simulator_house_t *self)
{
    return ts_min_i32(simulator_random_below(&self->random, 6667), 6666) - 3333;
}

int16_t simulator_house_power(simulator_house_t *self, uint8_t phase)
{
    return (int16_t)(phase == 0 ? self->phases[0] + self->phases[1] + self->phases[2] : self->phases[phase - 1]);
}

uint16_t simulator_house_voltage(simulator_house_t *self, uint8_t phase)
{
    return (uint16_t)(2310 + phase - simulator_house_power(self, phase) / 100);
}

uint16_t simulator_house_current(simulator_house_t *self, uint8_t phase)
{
    return (uint16_t)ts_min_i32((int32_t)ts_abs(simulator_house_power(self, phase)) * 1000 / simulator_house_voltage(self, phase), 9999);
}

void simulator_house_pass(simulator_house_t *self, uint16_t seconds, uint32_t utc, simulator_local_time_t time, uint16_t read_every)
{
    self->low = time.weekday == 0 || time.weekday == 6 || time.hour < 7 || time.hour >= 22;
    simulator_house_count_energy(self, seconds);
    simulator_house_close_quarter(self, utc, time);
    simulator_house_change_load(self);
    const int64_t read_time = (int64_t)utc - utc % read_every;
    if (read_time != self->read_time) {
        self->read_time = read_time;
        self->gas = self->used_gas;
        self->water = self->used_water;
    }
}

/** The power wanders; now and then something is switched on or off, the boiler burns, a tap runs. */
static void simulator_house_change_load(simulator_house_t *self)
{
    for (uint32_t i = 0; i < 3u; i++) {
        const int32_t moved = self->phases[i] + simulator_random_below(&self->random, 401) - 200;
        self->phases[i] = (int16_t)ts_max_i32(-3333, ts_min_i32(moved, 3333));
    }
    if (simulator_random_below(&self->random, 10) == 0) {
        const int32_t value_1 = simulator_random_below(&self->random, 3) % 3;
        self->phases[value_1] = (int16_t)simulator_house_any_power(self);
    }
    if (simulator_random_below(&self->random, 4) == 0) {
        self->used_gas = (self->used_gas + simulator_random_below(&self->random, 10)) % VOLUME_END;
        self->used_water = (self->used_water + simulator_random_below(&self->random, 3)) % VOLUME_END;
    }
}

static inline void simulator_house_count_energy(simulator_house_t *self, uint32_t seconds)
{
    const int32_t power = simulator_house_power(self, 0);
    const uint32_t drawn = (uint32_t)(power > 0 ? power : 0);
    const uint32_t fed = (uint32_t)(power < 0 ? 0 - power : 0);
    if (self->low) {
        self->import_low = count(self->import_low, drawn, seconds);
        self->export_low = count(self->export_low, fed, seconds);
    } else {
        self->import_high = count(self->import_high, drawn, seconds);
        self->export_high = count(self->export_high, fed, seconds);
    }
    self->quarter_energy = count(self->quarter_energy, drawn, seconds);
}

/** Every quarter of an hour by the clock its average may become the month's peak. */
static inline void simulator_house_close_quarter(simulator_house_t *self, uint32_t utc, simulator_local_time_t time)
{
    const uint32_t quarter = utc / 900u;
    if (quarter == self->quarter) {
        return;
    }
    self->quarter = quarter;
    const uint32_t average = simulator_house_average(self);
    self->quarter_energy = 0;
    if (time.month != self->month || average > self->peak) {
        self->month = time.month;
        self->peak = (uint16_t)average;
        self->peak_time = quarter * 900u;
    }
}

uint16_t simulator_house_average(simulator_house_t *self)
{
    return (uint16_t)ts_min_u32((uint32_t)(self->quarter_energy / 900), 9999);
}
