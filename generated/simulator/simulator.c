/* Made by ts2c from ts/simulator/simulator.ts: change that file, not this one. */

#include "simulator/simulator.h"

#define FIRST_TIME 1767225600

#define LAST_TIME 4102444799u

#define SIZE_IN_SIMULATOR_SIMULATOR 1280

#define CRC_END 3

#define ZERO_IN_SIMULATOR_SIMULATOR 48

#define ONE 49

static inline uint32_t read_every(simulator_profile_t profile);
static ts_bytes identification(simulator_profile_t profile);
static void simulator_simulator_body(simulator_simulator_t *self, simulator_profile_t profile);
static void simulator_simulator_rows(simulator_simulator_t *self, simulator_row_table_t rows, bool standard_only);

simulator_profile_t simulator_profile_at(int64_t place)
{
    switch (place) {
    case 0:
        return SIMULATOR_PROFILE_NL22;
    case 1:
        return SIMULATOR_PROFILE_NL42;
    case 3:
        return SIMULATOR_PROFILE_BE;
    case 4:
        return SIMULATOR_PROFILE_LU;
    case 5:
        return SIMULATOR_PROFILE_SE;
    case 6:
        return SIMULATOR_PROFILE_HU;
    case 7:
        return SIMULATOR_PROFILE_CH;
    default:
        return SIMULATOR_PROFILE_NL5;
    }
    TS_UNREACHABLE();
}

/** The meters of DSMR 2.2 and 4.2 are read hourly by their gas meter, newer ones every five minutes. */
static inline uint32_t read_every(simulator_profile_t profile)
{
    return (uint32_t)(profile == SIMULATOR_PROFILE_NL22 || profile == SIMULATOR_PROFILE_NL42 ? 3600 : 300);
}

/** The meter's manufacturer and type, as the first line of its telegrams gives them. */
static ts_bytes identification(simulator_profile_t profile)
{
    switch (profile) {
    case SIMULATOR_PROFILE_NL22:
        return TS_TEXT("/ISK5\\2MT382-1003");
    case SIMULATOR_PROFILE_NL42:
        return TS_TEXT("/KFM5KAIFA-METER");
    case SIMULATOR_PROFILE_NL5:
        return TS_TEXT("/ISK5\\2M550T-1012");
    case SIMULATOR_PROFILE_BE:
        return TS_TEXT("/FLU5\\253770000_A");
    case SIMULATOR_PROFILE_LU:
        return TS_TEXT("/Lux5\\253690000_M");
    case SIMULATOR_PROFILE_SE:
        return TS_TEXT("/ELL5\\253830000_A");
    case SIMULATOR_PROFILE_HU:
        return TS_TEXT("/AUX59900000000");
    default:
        return TS_TEXT("/LGZ4ZMF100AC.M32");
    }
    TS_UNREACHABLE();
}

void simulator_simulator_init(simulator_simulator_t *self)
{
    memset(self, 0, sizeof(*self));
    simulator_house_init(&self->house);
    ts2c_writer_init(&self->out, (ts_span_u8){.data = self->buffer, .length = 1280});
    self->time = FIRST_TIME;
}

void simulator_simulator_seed(simulator_simulator_t *self, uint32_t seed)
{
    simulator_house_seed(&self->house, seed);
}

ts_bytes simulator_simulator_next(simulator_simulator_t *self, simulator_profile_t profile, uint16_t seconds, int64_t utc)
{
    const int64_t time = utc > 0 ? utc : (int64_t)(self->time + seconds);
    self->time = ts_max_u32(0, (uint32_t)ts_min_i64(time, LAST_TIME));
    const bool standard_only = profile == SIMULATOR_PROFILE_SE;
    simulator_house_pass(&self->house, seconds, self->time, simulator_local_time(self->time, standard_only), (uint16_t)read_every(profile));
    ts2c_writer_clear(&self->out);
    ts2c_writer_text(&self->out, identification(profile));
    ts2c_writer_text(&self->out, TS_TEXT("\015\n\015\n"));
    simulator_simulator_body(self, profile);
    ts2c_writer_text(&self->out, TS_TEXT("!"));
    if (profile != SIMULATOR_PROFILE_NL22) {
        p1_write_crc(&self->out, p1_crc16(0, ts2c_writer_view(&self->out)));
    }
    ts2c_writer_text(&self->out, TS_TEXT("\015\n"));
    return ts2c_writer_view(&self->out);
}

void simulator_simulator_spoil(simulator_simulator_t *self)
{
    const ts_bytes value_1 = ts2c_writer_view(&self->out);
    const uint32_t length = value_1.length;
    if (length >= CRC_END && length <= SIZE_IN_SIMULATOR_SIMULATOR) {
        const uint32_t at = length - CRC_END;
        self->buffer[at] = (uint8_t)(self->buffer[at] == ZERO_IN_SIMULATOR_SIMULATOR ? ONE : ZERO_IN_SIMULATOR_SIMULATOR);
    }
}

static void simulator_simulator_body(simulator_simulator_t *self, simulator_profile_t profile)
{
    switch (profile) {
    case SIMULATOR_PROFILE_NL22:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_DSMR_22, .length = 16}, false);
        break;
    case SIMULATOR_PROFILE_NL42:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_DSMR_42, .length = 34}, false);
        break;
    case SIMULATOR_PROFILE_NL5:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_DSMR_5, .length = 35}, false);
        break;
    case SIMULATOR_PROFILE_BE:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_BELGIUM, .length = 36}, false);
        break;
    case SIMULATOR_PROFILE_LU:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_LUXEMBOURG, .length = 49}, false);
        break;
    case SIMULATOR_PROFILE_SE:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_SWEDEN, .length = 27}, true);
        break;
    case SIMULATOR_PROFILE_HU:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_HUNGARY, .length = 31}, false);
        break;
    case SIMULATOR_PROFILE_CH:
        simulator_simulator_rows(self, (simulator_row_table_t){.data = SIMULATOR_SWITZERLAND, .length = 24}, false);
        break;
    default:
        break;
    }
}

static void simulator_simulator_rows(simulator_simulator_t *self, simulator_row_table_t rows, bool standard_only)
{
    for (uint32_t i = 0; i < rows.length; i++) {
        const simulator_row_t row = rows.data[i];
        simulator_write_row(&self->out, &self->house, row, self->time, standard_only);
    }
}
