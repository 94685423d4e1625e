/* A meter of DSMR 5 of whose telegrams everything is known, and what a device has to make of them. Its calendar is the
 * C library's. Part of one file with house.c and years.c. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ENERGIES   4
#define TOTALS     5
#define GAS        4
#define ENERGY_END 1000000000
#define VOLUME_END 100000000
/* No total grows by more between two telegrams, in thousandths: one that does, or falls, is held back once. */
#define MOST 100000

typedef struct {
    const char *topic;
    char text[64];
    /* When the device published it last. */
    uint64_t at;
} reading_t;

typedef struct {
    int64_t value;
    /* What is believed of it, what is held back, and their times. */
    int64_t believed;
    int64_t held;
    time_t believed_time;
    time_t held_time;
    bool holds;
    bool known;
} total_t;

enum {
    IDENTIFICATION,
    VERSION,
    DATE_TIME,
    METER_ID,
    TARIFF,
    CONSUMPTION,
    PRODUCTION,
    DEVICE_TYPE,
    FIRST_TOTAL,
    GAS_TIME = FIRST_TOTAL + TOTALS,
    READINGS
};

static reading_t readings[READINGS] = {
    [IDENTIFICATION] = {.topic = "equipment/identification"},
    [VERSION] = {.topic = "equipment/version", .text = "50"},
    [DATE_TIME] = {.topic = "date_time"},
    [METER_ID] = {.topic = "equipment/p1_meter_id"},
    [TARIFF] = {.topic = "tariff_indicator"},
    [CONSUMPTION] = {.topic = "instant/consumption_kW"},
    [PRODUCTION] = {.topic = "instant/production_kW"},
    [DEVICE_TYPE] = {.topic = "equipment/devicetype_id_1", .text = "3"},
    [FIRST_TOTAL] = {.topic = "total/consumption_low_tariff_kWh"},
    [FIRST_TOTAL + 1] = {.topic = "total/consumption_high_tariff_kWh"},
    [FIRST_TOTAL + 2] = {.topic = "total/production_low_tariff_kWh"},
    [FIRST_TOTAL + 3] = {.topic = "total/production_high_tariff_kWh"},
    [FIRST_TOTAL + GAS] = {.topic = "total/gas_meter_m3"},
    [GAS_TIME] = {.topic = "total/gas_meter_time"},
};

static total_t totals[TOTALS];
static int64_t burnt;
static time_t gas_read;
static uint32_t chance;
static uint64_t held_back;

static uint32_t random_below(uint32_t end)
{
    chance ^= chance << 13;
    chance ^= chance >> 17;
    chance ^= chance << 5;
    return (chance >> 8) % end;
}

/* Another meter, whose registers are about to start again. */
static void meter_replace(void)
{
    const uint32_t number = random_below(10000);
    (void)snprintf(readings[IDENTIFICATION].text, sizeof readings[0].text, "ISK5\\2M550T-%" PRIu32, number);
    (void)snprintf(readings[METER_ID].text, sizeof readings[0].text, "4530%08" PRIX32, random_below(1 << 24));
    for (int i = 0; i < TOTALS; i++) {
        totals[i] = (total_t){.value = (i == GAS ? VOLUME_END - 20 : ENERGY_END - 500) - random_below(20)};
    }
    burnt = totals[GAS].value;
    gas_read = 0;
}

static const char *thousandths(char *text, size_t size, int64_t value)
{
    (void)snprintf(text, size, "%" PRId64 ".%03" PRId64, value / 1000, value % 1000);
    return text;
}

static void publish_time(char *text, size_t size, time_t utc)
{
    struct tm parts;
    (void)strftime(text, size, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&utc, &parts));
}

/* As a meter writes a time: on the wall of Central Europe. */
static void write_stamp(char *text, size_t size, time_t utc)
{
    struct tm parts;
    (void)localtime_r(&utc, &parts);
    (void)strftime(text, size, parts.tm_isdst > 0 ? "%y%m%d%H%M%SS" : "%y%m%d%H%M%SW", &parts);
}

/* CRC-16/ARC bit by bit; not the program's own, whose faults would be in both. */
static uint16_t crc_table[256];

static void make_crc_table(void)
{
    for (unsigned i = 0; i < 256; i++) {
        uint16_t crc = (uint16_t)i;
        for (int bit = 0; bit < 8; bit++) {
            crc = (uint16_t)(crc & 1 ? crc >> 1 ^ 0xa001 : crc >> 1);
        }
        crc_table[i] = crc;
    }
}

/* What the device has to show of a total: one that falls is held back until the meter says it again. */
static void believe(total_t *total, time_t time)
{
    const int64_t value = total->value;
    const bool follows = value >= total->believed && value - total->believed <= MOST;
    const bool repeats =
        total->holds && (time == 0 || time != total->held_time) && value >= total->held && value - total->held <= MOST;
    if (!total->known || follows || repeats) {
        total->known = true;
        total->believed = value;
        total->believed_time = time;
        total->holds = false;
        return;
    }
    if (!total->holds || total->held != value || total->held_time != time) {
        held_back++;
        total->holds = true;
        total->held = value;
        total->held_time = time;
    }
}

/* The telegram of a moment, `seconds` after the one before; what it says is in `readings`. Returns its length. */
static uint32_t meter_telegram(char *out, size_t size, time_t utc, uint32_t seconds)
{
    const int32_t power = (int32_t)random_below(11000) - 4000;
    const bool low = utc / 3600 % 24 < 7;
    const int register_of = (power < 0 ? 2 : 0) + (low ? 0 : 1);
    totals[register_of].value = (totals[register_of].value + (int64_t)abs(power) * seconds / 3600) % ENERGY_END;
    burnt = (burnt + random_below(3)) % VOLUME_END;
    if (utc - utc % 300 != gas_read) {
        gas_read = utc - utc % 300;
        totals[GAS].value = burnt;
    }
    char now[16], read[16], drawn[16], fed[16];
    write_stamp(now, sizeof now, utc);
    write_stamp(read, sizeof read, gas_read);
    (void)thousandths(drawn, sizeof drawn, power < 0 ? 0 : power);
    (void)thousandths(fed, sizeof fed, power < 0 ? -power : 0);
    int length = snprintf(out, size, "/%s\r\n\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(%s)\r\n0-0:96.1.1(%s)\r\n",
                          readings[IDENTIFICATION].text, now, readings[METER_ID].text);
    static const char *const codes[ENERGIES] = {"1.8.1", "1.8.2", "2.8.1", "2.8.2"};
    for (int i = 0; i < ENERGIES; i++) {
        length += snprintf(out + length, size - (size_t)length, "1-0:%s(%06" PRId64 ".%03" PRId64 "*kWh)\r\n", codes[i],
                           totals[i].value / 1000, totals[i].value % 1000);
    }
    length += snprintf(out + length, size - (size_t)length,
                       "0-0:96.14.0(000%d)\r\n1-0:1.7.0(0%s*kW)\r\n1-0:2.7.0(0%s*kW)\r\n0-1:24.1.0(003)\r\n"
                       "0-1:24.2.1(%s)(%05" PRId64 ".%03" PRId64 "*m3)\r\n!",
                       low ? 1 : 2, drawn, fed, read, totals[GAS].value / 1000, totals[GAS].value % 1000);
    uint16_t crc = 0;
    for (int i = 0; i < length; i++) {
        crc = (uint16_t)(crc_table[(crc ^ (uint8_t)out[i]) & 0xff] ^ crc >> 8);
    }
    length += snprintf(out + length, size - (size_t)length, "%04X\r\n", (unsigned)crc);

    publish_time(readings[DATE_TIME].text, sizeof readings[0].text, utc);
    (void)snprintf(readings[TARIFF].text, sizeof readings[0].text, "%d", low ? 1 : 2);
    (void)strcpy(readings[CONSUMPTION].text, drawn);
    (void)strcpy(readings[PRODUCTION].text, fed);
    for (int i = 0; i < TOTALS; i++) {
        believe(&totals[i], i == GAS ? gas_read : 0);
        (void)thousandths(readings[FIRST_TOTAL + i].text, sizeof readings[0].text, totals[i].believed);
    }
    publish_time(readings[GAS_TIME].text, sizeof readings[0].text, totals[GAS].believed_time);
    return (uint32_t)length;
}
