/* The house of a device: its drivers, and a judge of all that it publishes. Part of one file with meter.c and years.c.
 */

#define RING 16

static uint64_t now_ms;
static int64_t utc_at_zero;
static uint32_t millis_at_zero;
static uint32_t every;
static uint64_t telegrams, messages, entities, quarters;
static bool network_good, broker_good, connected;
static bool joins, connects, writes, asks;
static uint64_t connected_at;
static char colours[3][16];
static char fault[512];

/* The quarter hours that wait for the broker, how many of them are sent, and which numbers they have. */
static char ring[RING][400];
static unsigned waiting, sent;
static uint16_t last_id;
static int64_t quarter;
static uint8_t records[4096][300];

static void fail(const char *what, const char *is, const char *right)
{
    if (fault[0] == '\0') {
        char when[32];
        publish_time(when, sizeof when, (time_t)(utc_at_zero + (int64_t)(now_ms / 1000)));
        (void)snprintf(fault, sizeof fault, "%s: %s is %s and has to be %s", when, what, is, right);
    }
}

static void must_be(const char *what, uint64_t is, uint64_t right)
{
    if (is != right) {
        char texts[2][24];
        (void)snprintf(texts[0], sizeof texts[0], "%" PRIu64, is);
        (void)snprintf(texts[1], sizeof texts[1], "%" PRIu64, right);
        fail(what, texts[0], texts[1]);
    }
}

static void copy_text(char *to, size_t size, ts_bytes from)
{
    const size_t length = from.length < size - 1 ? from.length : size - 1;
    if (length > 0) {
        memcpy(to, from.data, length);
    }
    to[length] = '\0';
}

_Noreturn void ts_panic(const char *where)
{
    (void)fprintf(stderr, "panic at %s\n", where);
    exit(70);
}

uint32_t p1_clock_millis(void)
{
    return (uint32_t)(now_ms + millis_at_zero);
}

int64_t p1_clock_utc(void)
{
    return utc_at_zero + (int64_t)(now_ms / 1000);
}

platform_network_kind_t p1_network_kind(void)
{
    return PLATFORM_NETWORK_KIND_WIRED;
}

void p1_network_join(ts_bytes name, ts_bytes password)
{
    (void)name;
    (void)password;
    joins = true;
}

void p1_names_look_up(ts_bytes host)
{
    (void)host;
    asks = true;
}

bool p1_settings_write(platform_settings_key_t key, ts_bytes bytes)
{
    (void)key;
    (void)bytes;
    writes = true;
    return true;
}

uint16_t p1_memory_reserve(uint16_t count, uint16_t size)
{
    (void)size;
    return count;
}

void p1_memory_write(uint32_t index, ts_bytes record)
{
    memcpy(records[index % 4096], record.data, record.length);
}

void p1_memory_read(uint32_t index, ts_span_u8 record)
{
    memcpy(record.data, records[index % 4096], record.length);
}

void p1_lights_set(uint8_t index, uint8_t red, uint8_t green, uint8_t blue)
{
    (void)snprintf(colours[index], sizeof colours[index], "%u,%u,%u", red, green, blue);
}

void p1_broker_connect(ts_bytes host, uint16_t port, platform_security_t security, ts_bytes name, ts_bytes client_id,
                       ts_bytes user, ts_bytes password, uint16_t keepalive_seconds)
{
    (void)host, (void)port, (void)security, (void)name, (void)client_id, (void)user, (void)password;
    (void)keepalive_seconds;
    connects = true;
}

void p1_broker_disconnect(void)
{
    connected = false;
    sent = 0;
}

/* A figure of the device's own: those that are known are looked at. */
static void look_at_figure(const char *name, const char *text)
{
    const uint64_t value = strtoull(text, NULL, 10);
    if (strcmp(name, "telegrams_rx") == 0) {
        must_be(name, value, (uint32_t)telegrams);
    } else if (strcmp(name, "totals_held_back") == 0) {
        must_be(name, value, held_back);
    } else if (strcmp(name, "uptime") == 0) {
        // Of the last tick, where the connection came since.
        must_be(name, value <= now_ms / 1000 && value + every >= now_ms / 1000, true);
    } else if (strncmp(name, "err_", 4) == 0 || strcmp(name, "telegrams_err") == 0 ||
               strcmp(name, "lines_skipped") == 0 || strcmp(name, "history_lost") == 0 ||
               strcmp(name, "meter_silences") == 0) {
        must_be(name, value, 0);
    }
}

static void look_at_reading(const char *topic, const char *text)
{
    for (int i = 0; i < READINGS; i++) {
        if (strcmp(readings[i].topic, topic) == 0) {
            readings[i].at = now_ms;
            if (strcmp(readings[i].text, text) != 0) {
                fail(topic, text, readings[i].text);
            }
            return;
        }
    }
    fail(topic, "published", "no reading of this meter");
}

bool p1_broker_publish(ts_bytes topic, ts_bytes payload, bool retain, uint8_t qos)
{
    char name[192], text[192];
    if (!connected) {
        return false;
    }
    messages++;
    copy_text(name, sizeof name, topic);
    copy_text(text, sizeof text, payload);
    (void)qos;
    if (strncmp(name, "homeassistant/", 14) == 0) {
        must_be(name, retain, true);
        entities++;
    } else if (strncmp(name, "p1_meter/", 9) != 0) {
        fail(name, "published", "below p1_meter");
    } else if (strncmp(name + 9, "availability/", 13) == 0) {
        must_be(name, strcmp(text, "online"), 0);
    } else if (strncmp(name + 9, "sensor/", 7) == 0) {
        look_at_figure(name + 16, text);
    } else {
        look_at_reading(name + 9, text);
    }
    return true;
}

uint16_t p1_broker_deliver(ts_bytes topic, ts_bytes payload)
{
    char text[400];
    (void)topic;
    if (!connected) {
        return 0;
    }
    copy_text(text, sizeof text, payload);
    if (sent >= waiting || strcmp(ring[sent], text) != 0) {
        fail("history", text, sent < waiting ? ring[sent] : "nothing");
    }
    sent++;
    last_id = (uint16_t)(last_id % 65535 + 1);
    return last_id;
}

bool p1_broker_subscribe(ts_bytes topic)
{
    (void)topic;
    return connected;
}
