/* Made by ts2c from ts/neighbours/syslog.ts: change that file, not this one. */

#include "neighbours/syslog.h"

#define LOCAL0 128

#define SEVERITY_ERROR 3

#define SEVERITY_WARNING 4

#define SEVERITY_INFO 6

#define SEVERITY_DEBUG 7

#define LONGEST_IN_NEIGHBOURS_SYSLOG 1024

#define LINE_AT 4096

#define LOG_SPAN_IN_NEIGHBOURS_SYSLOG 2147483647

#define AT_ONCE_IN_NEIGHBOURS_SYSLOG 4

#define LINE_FEED_IN_NEIGHBOURS_SYSLOG 10

#define ESCAPE 27

#define SPACE_IN_NEIGHBOURS_SYSLOG 32

#define OPEN_IN_NEIGHBOURS_SYSLOG 40

#define CLOSE_IN_NEIGHBOURS_SYSLOG 41

#define COLOURS_END 109

static bool neighbours_syslog_send_line(neighbours_syslog_t *self, uint32_t address);
static void neighbours_syslog_write(neighbours_syslog_t *self, neighbours_line_t line);
static neighbours_line_t line_of(ts_bytes line);
static inline uint32_t severity_of_letter(ts_bytes letter);
static inline ts_bytes behind_byte(ts_bytes bytes, uint32_t byte);
static void write_text(ts2c_writer_t *out, ts_bytes text);

void neighbours_syslog_init(neighbours_syslog_t *self, settings_settings_t *settings, network_network_t *network, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    self->settings = settings;
    self->network = network;
    self->scratch = scratch;
}

void neighbours_syslog_tick(neighbours_syslog_t *self)
{
    const uint32_t address = network_parse_address(settings_settings_text(self->settings, SETTINGS_SETTING_NAME_SYSLOG_SERVER));
    const ts_bytes value_1 = settings_settings_text(self->settings, SETTINGS_SETTING_NAME_SYSLOG_SERVER);
    if (value_1.length == 0u) {
        self->next = p1_log_oldest();
        return;
    }
    for (uint32_t i = 0; i < AT_ONCE_IN_NEIGHBOURS_SYSLOG && network_network_is_up(self->network); i++) {
        if (!neighbours_syslog_send_line(self, address)) {
            return;
        }
    }
}

/** Sends the next line; false where there is none, or it has to wait. */
static bool neighbours_syslog_send_line(neighbours_syslog_t *self, uint32_t address)
{
    if (self->next - p1_log_oldest() > LOG_SPAN_IN_NEIGHBOURS_SYSLOG) {
        self->next = p1_log_oldest();
    }
    const ts_span_u8 memory = ts_span_u8_slice((ts_span_u8){.data = self->scratch->bytes, .length = 6400}, LINE_AT, (uint32_t)(LINE_AT + LONGEST_IN_NEIGHBOURS_SYSLOG));
    const uint32_t length = p1_log_read(self->next, memory);
    const ts_span_u8 read = ts_span_u8_subarray(memory, 0, length);
    const int32_t feed = (int32_t)ts_span_u8_index_of(read, LINE_FEED_IN_NEIGHBOURS_SYSLOG, 0);
    if (feed < 0 && read.length < LONGEST_IN_NEIGHBOURS_SYSLOG) {
        return false;
    }
    const ts_span_u8 line = feed < 0 ? read : ts_span_u8_slice(read, 0, (uint32_t)feed);
    const uint32_t behind = feed < 0 ? line.length : line.length + 1u;
    if (line.length > 0u) {
        neighbours_syslog_write(self, line_of(ts_as_bytes(line)));
        if (!p1_datagrams_send(address, (uint16_t)ts_clamp(settings_settings_number(self->settings, SETTINGS_SETTING_NAME_SYSLOG_PORT), 0, 65535), ts2c_writer_view(&self->scratch->out))) {
            return false;
        }
    }
    self->next = self->next + behind;
    return true;
}

/** Writes the message. The time is that of sending: lines that were logged before there was a network have a later one. */
static void neighbours_syslog_write(neighbours_syslog_t *self, neighbours_line_t line)
{
    ts2c_writer_t *const out = &self->scratch->out;
    ts2c_writer_clear(out);
    ts2c_writer_text(out, TS_TEXT("<"));
    ts2c_writer_int(out, LOCAL0 + line.severity);
    ts2c_writer_text(out, TS_TEXT(">1 "));
    const uint32_t time = (uint32_t)ts_clamp(p1_clock_utc(), 0, INT64_C(4294967295));
    if (time == 0u) {
        ts2c_writer_text(out, TS_TEXT("-"));
    } else {
        p1_write_time(out, time);
    }
    ts2c_writer_text(out, TS_TEXT(" "));
    ts2c_writer_bytes(out, network_own_name_name(self->network->own_name));
    ts2c_writer_text(out, TS_TEXT(" p1_meter - - - "));
    write_text(out, line.text);
}

/** Takes a line to parts: `I (1234) tag: …` as ESP-IDF writes it, maybe in colours, or time, level and text as the desk does. */
static neighbours_line_t line_of(ts_bytes line)
{
    const ts_bytes plain = line.length > 0u && line.data[0] == ESCAPE ? behind_byte(line, COLOURS_END) : line;
    if (plain.length > 3u && plain.data[1] == SPACE_IN_NEIGHBOURS_SYSLOG && plain.data[2] == OPEN_IN_NEIGHBOURS_SYSLOG) {
        return (neighbours_line_t){.severity = (uint8_t)severity_of_letter(ts_bytes_slice(plain, 0, 1)), .text = behind_byte(behind_byte(plain, CLOSE_IN_NEIGHBOURS_SYSLOG), SPACE_IN_NEIGHBOURS_SYSLOG)};
    }
    const ts_bytes level = behind_byte(plain, SPACE_IN_NEIGHBOURS_SYSLOG);
    const ts_bytes text = behind_byte(level, SPACE_IN_NEIGHBOURS_SYSLOG);
    const ts_bytes word = ts_bytes_subarray(level, 0, (int32_t)level.length - (int32_t)text.length);
    if (bytes_same_bytes(word, TS_TEXT("error "))) {
        return (neighbours_line_t){.severity = SEVERITY_ERROR, .text = text};
    }
    if (bytes_same_bytes(word, TS_TEXT("warning "))) {
        return (neighbours_line_t){.severity = SEVERITY_WARNING, .text = text};
    }
    if (bytes_same_bytes(word, TS_TEXT("info "))) {
        return (neighbours_line_t){.severity = SEVERITY_INFO, .text = text};
    }
    return bytes_same_bytes(word, TS_TEXT("debug ")) ? (neighbours_line_t){.severity = SEVERITY_DEBUG, .text = text} : (neighbours_line_t){.severity = SEVERITY_INFO, .text = plain};
}

static inline uint32_t severity_of_letter(ts_bytes letter)
{
    if (bytes_same_bytes(letter, TS_TEXT("E"))) {
        return SEVERITY_ERROR;
    }
    if (bytes_same_bytes(letter, TS_TEXT("W"))) {
        return SEVERITY_WARNING;
    }
    return (uint32_t)(bytes_same_bytes(letter, TS_TEXT("I")) ? SEVERITY_INFO : SEVERITY_DEBUG);
}

/** What is behind the first such byte; nothing where there is none. */
static inline ts_bytes behind_byte(ts_bytes bytes, uint32_t byte)
{
    const int32_t at = (int32_t)ts_bytes_index_of(bytes, byte, 0);
    return at < 0 ? ts_bytes_subarray(bytes, bytes.length, 4294967295u) : ts_bytes_subarray(bytes, at + 1, 4294967295u);
}

/** Writes a text without the colours that end it, and without other control characters. */
static void write_text(ts2c_writer_t *out, ts_bytes text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        const uint8_t byte = text.data[i];
        if (byte == ESCAPE) {
            return;
        }
        if (byte >= SPACE_IN_NEIGHBOURS_SYSLOG) {
            ts2c_writer_byte(out, byte);
        }
    }
}
