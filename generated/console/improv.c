/* Made by ts2c from ts/console/improv.ts: change that file, not this one. */

#include "console/improv.h"

#define HEAD_IN_CONSOLE_IMPROV 9

#define LENGTH_AT 9

#define WORDS_AT 11

#define LINE_FEED_IN_CONSOLE_IMPROV 10

#define STATE 1

#define ERROR 2

#define COMMAND 3

#define RESULT 4

#define JOIN 1

#define GET_STATE 2

#define GET_INFO 3

#define SCAN 4

#define READY 2

#define JOINING 3

#define JOINED 4

#define INVALID 1

#define UNKNOWN_COMMAND 2

#define NOT_JOINED 3

#define BUSY 255

static void console_improv_join(console_improv_t *self, ts_bytes words, uint32_t now);
static inline bool console_improv_allows(console_improv_t *self, ts_bytes name, ts_bytes password);
static inline void console_improv_scan(console_improv_t *self, uint32_t now);
static void console_improv_tell_network(console_improv_t *self);
static inline void console_improv_tell_state(console_improv_t *self, uint32_t command);
static inline void console_improv_tell_info(console_improv_t *self);
static inline void console_improv_tell(console_improv_t *self, uint32_t kind, uint32_t value);
static inline void console_improv_begin(console_improv_t *self, uint32_t kind, uint32_t first);
static inline void console_improv_word(console_improv_t *self, ts_bytes word);
static inline uint32_t console_improv_begin_word(console_improv_t *self);
static inline void console_improv_end_word(console_improv_t *self, uint32_t at);
static inline void console_improv_end_result(console_improv_t *self);
static inline void console_improv_send(console_improv_t *self);
static inline ts_bytes data_of(ts_bytes packet);
static inline console_word_t word_of(ts_bytes words);
static uint32_t sum_of(ts_bytes bytes);
static ts_bytes chip_family(uint32_t chip);

/** What a packet begins with, its version included; kind and length follow, then the data, and the sum of all bytes. */
static const uint8_t MARK_IN_CONSOLE_IMPROV[7] = {
    73, 77, 80, 82, 79, 86, 1,
};

bool console_is_improv(ts_bytes line)
{
    return bytes_same_bytes(ts_bytes_subarray(line, 0, 7), (ts_bytes){.data = MARK_IN_CONSOLE_IMPROV, .length = 7});
}

void console_improv_init(console_improv_t *self, settings_settings_t *settings, network_network_t *network, update_trial_t *trial, scratch_scratch_t *scratch)
{
    memset(self, 0, sizeof(*self));
    self->waits_for = CONSOLE_AWAITED_NOTHING;
    self->settings = settings;
    self->network = network;
    self->trial = trial;
    self->scratch = scratch;
    self->out = &scratch->out;
}

void console_improv_take(console_improv_t *self, ts_bytes packet, uint32_t now)
{
    const ts_bytes data = data_of(packet);
    if (data.length < 2u || data.length != (uint32_t)(data.data[1] + 2)) {
        console_improv_tell(self, ERROR, INVALID);
        return;
    }
    switch (data.data[0]) {
    case JOIN:
        console_improv_join(self, ts_bytes_subarray(data, 2, 4294967295u), now);
        break;
    case GET_STATE:
        console_improv_tell_state(self, GET_STATE);
        break;
    case GET_INFO:
        console_improv_tell_info(self);
        break;
    case SCAN:
        console_improv_scan(self, now);
        break;
    default:
        console_improv_tell(self, ERROR, UNKNOWN_COMMAND);
        break;
    }
}

void console_improv_tick(console_improv_t *self)
{
    if (self->waits_for == CONSOLE_AWAITED_JOIN && !network_attempt_is_on(&self->network->attempt)) {
        self->waits_for = CONSOLE_AWAITED_NOTHING;
        if (self->network->attempt.state != NETWORK_ATTEMPT_STATE_JOINED) {
            console_improv_tell(self, ERROR, NOT_JOINED);
        }
        console_improv_tell_state(self, JOIN);
    } else if (self->waits_for == CONSOLE_AWAITED_SCAN && !network_scan_is_on(&self->network->scan)) {
        console_improv_tell_network(self);
    }
}

/** `words`: the name and the password, each behind its length. */
static void console_improv_join(console_improv_t *self, ts_bytes words, uint32_t now)
{
    const console_word_t name = word_of(words);
    const console_word_t password = word_of(name.rest);
    network_attempt_t *const attempt = &self->network->attempt;
    if (!password.is_whole || password.rest.length > 0u) {
        console_improv_tell(self, ERROR, INVALID);
    } else if (p1_network_kind() != PLATFORM_NETWORK_KIND_WIFI || name.text.length == 0u || !console_improv_allows(self, name.text, password.text)) {
        console_improv_tell(self, ERROR, NOT_JOINED);
    } else if (network_attempt_is_on(attempt)) {
        console_improv_tell(self, ERROR, BUSY);
    } else {
        network_attempt_clear(attempt);
        network_attempt_set_name(attempt, name.text);
        network_attempt_set_password(attempt, password.text);
        network_attempt_ask(attempt, now);
        self->waits_for = CONSOLE_AWAITED_JOIN;
        console_improv_tell(self, STATE, JOINING);
    }
}

static inline bool console_improv_allows(console_improv_t *self, ts_bytes name, ts_bytes password)
{
    return settings_settings_check(self->settings, TS_TEXT("wifi_name"), name) == SETTINGS_SETTING_RESULT_OK && settings_settings_check(self->settings, TS_TEXT("wifi_password"), password) == SETTINGS_SETTING_RESULT_OK;
}

static inline void console_improv_scan(console_improv_t *self, uint32_t now)
{
    if (p1_network_kind() != PLATFORM_NETWORK_KIND_WIFI) {
        console_improv_begin(self, RESULT, SCAN);
        console_improv_end_result(self);
    } else if (network_attempt_is_on(&self->network->attempt)) {
        console_improv_tell(self, ERROR, BUSY);
    } else {
        network_scan_start(&self->network->scan, now);
        self->waits_for = CONSOLE_AWAITED_SCAN;
        self->told = 0;
    }
}

/** One network with each tick, since the port is slow. A result without words ends the list. */
static void console_improv_tell_network(console_improv_t *self)
{
    const uint32_t index_ = self->told;
    console_improv_begin(self, RESULT, SCAN);
    if (index_ < 16u && index_ < p1_network_found_count()) {
        self->told = (uint8_t)(index_ + 1u);
        const ts_bytes name = network_scan_name_at(&self->network->scan, (uint8_t)index_);
        if (name.length == 0u) {
            return;
        }
        console_improv_word(self, name);
        const uint32_t at = console_improv_begin_word(self);
        ts2c_writer_int(self->out, p1_network_found_signal((uint8_t)index_));
        console_improv_end_word(self, at);
        console_improv_word(self, p1_network_found_locked((uint8_t)index_) ? TS_TEXT("YES") : TS_TEXT("NO"));
    } else {
        self->waits_for = CONSOLE_AWAITED_NOTHING;
    }
    console_improv_end_result(self);
}

/** The state, and where the page is if the device is in a network. */
static inline void console_improv_tell_state(console_improv_t *self, uint32_t command)
{
    const bool is_up = network_network_is_up(self->network);
    console_improv_tell(self, STATE, (uint32_t)(network_attempt_is_on(&self->network->attempt) ? JOINING : is_up ? JOINED : READY));
    if (is_up) {
        console_improv_begin(self, RESULT, command);
        const uint32_t at = console_improv_begin_word(self);
        ts2c_writer_text(self->out, TS_TEXT("http://"));
        network_write_address(self->out, p1_network_address());
        ts2c_writer_text(self->out, TS_TEXT("/"));
        console_improv_end_word(self, at);
        console_improv_end_result(self);
    }
}

static inline void console_improv_tell_info(console_improv_t *self)
{
    console_improv_begin(self, RESULT, GET_INFO);
    console_improv_word(self, TS_TEXT("p1_meter"));
    console_improv_word(self, update_trial_version(self->trial));
    console_improv_word(self, chip_family(p1_update_chip()));
    console_improv_word(self, settings_settings_text(self->settings, SETTINGS_SETTING_NAME_DEVICE_NAME));
    console_improv_end_result(self);
}

/** A packet of one byte. */
static inline void console_improv_tell(console_improv_t *self, uint32_t kind, uint32_t value)
{
    console_improv_begin(self, kind, value);
    console_improv_send(self);
}

static inline void console_improv_begin(console_improv_t *self, uint32_t kind, uint32_t first)
{
    ts2c_writer_clear(self->out);
    ts2c_writer_byte(self->out, LINE_FEED_IN_CONSOLE_IMPROV);
    ts2c_writer_bytes(self->out, (ts_bytes){.data = MARK_IN_CONSOLE_IMPROV, .length = 7});
    ts2c_writer_byte(self->out, (uint8_t)kind);
    ts2c_writer_byte(self->out, 0);
    ts2c_writer_byte(self->out, (uint8_t)first);
    if (kind == RESULT) {
        ts2c_writer_byte(self->out, 0);
    }
}

static inline void console_improv_word(console_improv_t *self, ts_bytes word)
{
    const uint32_t at = console_improv_begin_word(self);
    ts2c_writer_bytes(self->out, word);
    console_improv_end_word(self, at);
}

/** Leaves a place for the length of the word that is written next. */
static inline uint32_t console_improv_begin_word(console_improv_t *self)
{
    const uint32_t at = ts2c_writer_length(self->out);
    ts2c_writer_byte(self->out, 0);
    return at;
}

static inline void console_improv_end_word(console_improv_t *self, uint32_t at)
{
    const ts_span_u8 bytes = (ts_span_u8){.data = self->scratch->bytes, .length = 6400};
    if (at < bytes.length) {
        bytes.data[at] = (uint8_t)(ts2c_writer_length(self->out) - at - 1u);
    }
}

static inline void console_improv_end_result(console_improv_t *self)
{
    self->scratch->bytes[WORDS_AT] = (uint8_t)(ts2c_writer_length(self->out) - (uint32_t)WORDS_AT - 1u);
    console_improv_send(self);
}

static inline void console_improv_send(console_improv_t *self)
{
    self->scratch->bytes[LENGTH_AT] = (uint8_t)(ts2c_writer_length(self->out) - (uint32_t)LENGTH_AT - 1u);
    ts2c_writer_byte(self->out, (uint8_t)sum_of(ts_bytes_subarray(ts2c_writer_view(self->out), 1, 4294967295u)));
    ts2c_writer_byte(self->out, LINE_FEED_IN_CONSOLE_IMPROV);
    p1_console_send(ts2c_writer_view(self->out));
}

/** The data of a packet from the browser; nothing where it is none, or spoiled. */
static inline ts_bytes data_of(ts_bytes packet)
{
    const ts_bytes nothing = ts_bytes_subarray(packet, packet.length, 4294967295u);
    if (packet.length <= HEAD_IN_CONSOLE_IMPROV || packet.data[7] != COMMAND || packet.length != (uint32_t)(HEAD_IN_CONSOLE_IMPROV + packet.data[8] + 1)) {
        return nothing;
    }
    const uint32_t end = packet.length - 1u;
    return sum_of(ts_bytes_slice(packet, 0, end)) == packet.data[end] ? ts_bytes_slice(packet, HEAD_IN_CONSOLE_IMPROV, end) : nothing;
}

/** The word at the beginning, which stands behind its length. */
static inline console_word_t word_of(ts_bytes words)
{
    const ts_bytes nothing = ts_bytes_subarray(words, words.length, 4294967295u);
    if (words.length == 0u || words.length <= words.data[0]) {
        return (console_word_t){.is_whole = false, .text = nothing, .rest = nothing};
    }
    return (console_word_t){.is_whole = true, .text = ts_bytes_subarray(words, 1, words.data[0] + 1), .rest = ts_bytes_subarray(words, words.data[0] + 1, 4294967295u)};
}

static uint32_t sum_of(ts_bytes bytes)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < bytes.length; i++) {
        const uint8_t byte = bytes.data[i];
        sum = (sum + byte) & 0xffu;
    }
    return sum;
}

/** What Espressif calls the chip of that number. */
static ts_bytes chip_family(uint32_t chip)
{
    switch (chip) {
    case 0:
        return TS_TEXT("ESP32");
    case 5:
        return TS_TEXT("ESP32-C3");
    case 9:
        return TS_TEXT("ESP32-S3");
    case 13:
        return TS_TEXT("ESP32-C6");
    default:
        return TS_TEXT("unknown");
    }
    TS_UNREACHABLE();
}
