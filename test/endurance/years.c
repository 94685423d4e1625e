/* Years of the generated C in a house, played as fast as the computer can. years.ts makes one file of meter.c, house.c,
 * this, and drivers that do nothing. */

#define DAY 86400
/* How long readings may take: the longest interval, that of the full resend, and the one between publications. */
#define LATE_MS 360000

static uint64_t day;

/* A quarter hour ends with this telegram, perhaps. */
static void note_quarter(int64_t utc)
{
    const int64_t before = quarter;
    quarter = utc / 900;
    if (before == 0 || quarter == before) {
        return;
    }
    if (waiting == RING) {
        fail("history", "not sent", "sent by now");
        return;
    }
    char when[32];
    publish_time(when, sizeof when, (time_t)(quarter * 900));
    char *out = ring[waiting++];
    int length = snprintf(out, sizeof ring[0], "{\"time\":\"%s\"", when);
    for (int i = 0; i < TOTALS; i++) {
        const reading_t *total = &readings[FIRST_TOTAL + i];
        length += snprintf(out + length, sizeof ring[0] - (size_t)length, ",\"%s\":%s", total->topic, total->text);
    }
    (void)snprintf(out + length, sizeof ring[0] - (size_t)length, ",\"total/gas_meter_m3_time\":\"%s\"}",
                   readings[GAS_TIME].text);
}

/* Answers what the device asked its drivers for. */
static void answer(void)
{
    if (joins) {
        joins = false;
        device_on_network(network_good ? PLATFORM_NETWORK_EVENT_UP : PLATFORM_NETWORK_EVENT_NO_CABLE);
    }
    if (asks) {
        asks = false;
        device_on_names(PLATFORM_NAMES_EVENT_NOT_FOUND, 0);
    }
    if (connects) {
        connects = false;
        connected = broker_good;
        connected_at = now_ms;
        device_on_broker(broker_good ? PLATFORM_BROKER_EVENT_CONNECTED : PLATFORM_BROKER_EVENT_UNREACHABLE);
    }
    if (writes) {
        writes = false;
        device_on_settings(PLATFORM_SETTINGS_EVENT_WRITTEN);
    }
    while (connected && sent > 0) {
        const uint16_t id = (uint16_t)((last_id - sent + 65535) % 65535 + 1);
        memmove(ring[0], ring[1], sizeof ring[0] * (RING - 1));
        waiting--;
        sent--;
        quarters++;
        device_on_delivered(id);
    }
}

static void tick(void)
{
    now_ms += every * 500;
    answer();
    device_on_tick();
}

/* Half a period after a telegram: all is quiet, and nothing is late. */
static void look(void)
{
    if (!connected || now_ms - connected_at < LATE_MS + every * 2000) {
        return;
    }
    for (int i = 0; i < READINGS; i++) {
        if (now_ms - readings[i].at > LATE_MS + every * 2000) {
            fail(readings[i].topic, "not published", "published by now");
        }
    }
    // The last one goes off a second after a telegram.
    for (int i = 0; i < (every < 2 ? 2 : 3); i++) {
        const char *right = i == 2 ? "0,0,0" : "2,12,2";
        if (strcmp(colours[i], right) != 0) {
            fail("a light", colours[i], right);
        }
    }
}

/* A period passes, with its telegram. */
static void period(void)
{
    char telegram[1024];
    now_ms += every * 500;
    answer();
    const int64_t utc = p1_clock_utc();
    const uint32_t length = meter_telegram(telegram, sizeof telegram, (time_t)utc, every);
    telegrams++;
    note_quarter(utc);
    device_on_serial((ts_bytes){.data = (const uint8_t *)telegram, .length = length});
    memset(telegram, 0xa5, sizeof telegram);
    device_on_tick();
    tick();
    look();
}

/* Begins at a time of day, with the clock of milliseconds anywhere, and a telegram each `seconds`. */
void years_begin(int64_t utc, uint32_t millis, uint32_t seconds)
{
    (void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    make_crc_table();
    utc_at_zero = utc;
    millis_at_zero = millis;
    every = seconds;
    chance = 1;
    meter_replace();
    network_good = true;
    broker_good = true;
    p1_init_device();
    (void)device_configure(TS_TEXT("broker_host"), TS_TEXT("broker"));
    device_start();
}

/* One day passes. Each third one the broker is away for 1000 s, each seventh the network for 300 s, and each 230th the
 * meter is another one. Returns what was wrong; null where nothing was. */
const char *years_day(void)
{
    if (day % 230 == 10) {
        meter_replace();
    }
    for (uint32_t second = 0; second < DAY && fault[0] == '\0'; second += every) {
        if (day % 3 == 1 && second / every == 20000 / every) {
            broker_good = false;
            connected = false;
            sent = 0;
            device_on_broker(PLATFORM_BROKER_EVENT_LOST);
        } else if (day % 7 == 1 && second / every == 40000 / every) {
            network_good = false;
            connected = false;
            sent = 0;
            device_on_network(PLATFORM_NETWORK_EVENT_DOWN);
        }
        broker_good = broker_good || second >= 21000;
        network_good = network_good || second >= 40300;
        period();
    }
    day++;
    if (waiting > 1) {
        fail("history", "waiting", "sent by now");
    }
    must_be("received", device_counter(COUNTS_COUNTER_RECEIVED), (uint32_t)telegrams);
    return fault[0] == '\0' ? NULL : fault;
}

/* What happened so far. */
double years_count(int which)
{
    const uint64_t counts[] = {telegrams, messages, quarters, held_back, entities};
    return (double)counts[which];
}
