/**
 * A reader as a careful person writes it by hand, and knows when to stop being careful: made for speed, for the meters
 * that the telegrams of `npm run bench` come from. It is the yardstick of the C that ts2c makes.
 */

#include <string.h>

#include "catalogue.h"
#include "contest.h"
#include "crc.h"
#include "values.h"

/** SLACK: no digit, letter or group is read further than this without a look at where the bytes end. */
enum { SLACK = 96, LINE = 2112, READINGS = 64, TEXTS = 2048, CHANNELS = 5, PLACES = 256 };

typedef struct {
    int64_t value;
    uint32_t time;
    uint16_t text;
    uint16_t text_length;
    uint8_t row;
    uint8_t decimals;
    uint8_t unit;
    uint8_t channel;
} staged_t;

static struct {
    staged_t readings[READINGS];
    uint8_t line[LINE + SLACK];
    char texts[TEXTS];
    uint8_t places[PLACES];
    size_t used;
    size_t text_used;
    unsigned count;
    uint8_t types[CHANNELS];
    uint16_t crc;
    bool inside;
    bool belgian;
} all;

static unsigned place_of(uint32_t code)
{
    return code * 0x4351e167u >> 24;
}

void contestant_start(void)
{
    memset(&all, 0, sizeof(all));
    make_crc_tables();
    for (unsigned row = LOW_IN; row < ROWS; row++) {
        unsigned place = place_of(rows[row].code);
        while (all.places[place] != 0) {
            place = (place + 1) % PLACES;
        }
        all.places[place] = (uint8_t)row;
    }
}

size_t contestant_ram(void)
{
    return sizeof(all) + sizeof(crc_tables);
}

static bool keep_text(staged_t *reading, const uint8_t *from, size_t length)
{
    if (length > TEXTS - all.text_used) {
        return false;
    }
    memcpy(all.texts + all.text_used, from, length);
    reading->text = (uint16_t)all.text_used;
    reading->text_length = (uint16_t)length;
    all.text_used += length;
    return true;
}

static bool keep_message(staged_t *reading, const uint8_t *from, size_t length)
{
    if (length / 2 > TEXTS - all.text_used) {
        return false;
    }
    reading->text = (uint16_t)all.text_used;
    reading->text_length = (uint16_t)(length / 2);
    for (size_t i = 0; i + 1 < length; i += 2) {
        all.texts[all.text_used++] = (char)(hex(from[i]) << 4 | hex(from[i + 1]));
    }
    return true;
}

/** A number up to `)`, with or without a unit. */
static inline const uint8_t *read_quantity(const uint8_t *at, staged_t *reading)
{
    const bool negative = *at == '-';
    at = read_number(at + negative, &reading->value, &reading->decimals);
    reading->value = negative ? -reading->value : reading->value;
    reading->unit = 0;
    return *at == '*' ? read_unit(at + 1, &reading->unit) : at;
}

/**
 * Stages one line. Behind what may be read SLACK bytes lie that are no digits, or what follows in the telegram.
 *
 * @return the index behind its last bracket, or NULL where it is none that is known
 */
static inline const uint8_t *read_line(const uint8_t *at, const uint8_t *limit)
{
    uint32_t c;
    uint32_t d;
    uint32_t e;
    const unsigned a = at[0] - 48u;
    const unsigned b = at[2] - 48u;
    if (a > 9 || b > 9 || at[1] != '-' || at[3] != ':' || all.count >= READINGS) {
        return NULL;
    }
    at = read_part(at + 4, &c);
    const bool dotted = *at == '.';
    at = read_part(at + 1, &d);
    if (!dotted || *at != '.') {
        return NULL;
    }
    at = read_part(at + 1, &e);
    if (*at != '(') {
        return NULL;
    }
    at++;
    const uint32_t code = CODE(a, b, c, d, e);
    staged_t *const reading = &all.readings[all.count];
    reading->time = 0;
    reading->channel = 0;
    unsigned row = all.places[place_of(code)];
    if (rows[row].code != code) {
        row = all.places[(place_of(code) + 1) % PLACES];
        if (rows[row].code != code) {
            row = all.places[(place_of(code) + 2) % PLACES];
        }
        if (rows[row].code != code) {
            if (a != 0 || c != 24 || d != 2 || b >= CHANNELS) {
                return NULL;
            }
            row = all.types[b] == 3 ? GAS : all.types[b] == 7 ? WATER : OTHER;
            reading->channel = (uint8_t)b;
        }
    }
    reading->row = (uint8_t)row;
    switch (rows[row].form) {
    case TEXT:
    case MESSAGE:
    case LIST: {
        const uint8_t *const from = at;
        while (at < limit && *at != '\r') {
            at++;
        }
        if (at == limit || at[-1] != ')') {
            return NULL;
        }
        const size_t length = (size_t)(at - from - 1);
        if (!(rows[row].form == MESSAGE ? keep_message(reading, from, length) : keep_text(reading, from, length))) {
            return NULL;
        }
        if (code == CODE(0, 0, 96, 1, 4)) {
            all.belgian = true;
        }
        all.count++;
        return at;
    }
    case CLOCK:
        reading->time = read_time(at);
        at += 13;
        break;
    case ANY:
        if (*at - 48u > 9) {
            return NULL;
        }
        // fall through
    default:
        at = read_quantity(at, reading);
        if (at[0] != ')' && (at[0] == 'S' || at[0] == 'W') && at[1] == ')' && at[2] == '(') {
            reading->time = read_time(at - 12);
            at = read_quantity(at + 3, reading);
        }
        if (d == 1 && c == 24 && b < CHANNELS) {
            all.types[b] = (uint8_t)reading->value;
        }
        break;
    }
    if (*at != ')') {
        return NULL;
    }
    all.count++;
    return at + 1;
}

static void give_list(reading_t *reading, const char *text, size_t length)
{
    const uint8_t *at = (const uint8_t *)text;
    const uint8_t *const end = at + length;
    staged_t entry = {.value = 0};
    reading->kind = READING_ENTRY;
    reading->time = 0;
    while (at < end) {
        const uint8_t *const from = at;
        while (at < end && *at != ')') {
            at++;
        }
        const size_t size = (size_t)(at - from);
        if (size == 13 && (from[12] == 'S' || from[12] == 'W')) {
            reading->time = read_time(from);
        } else if (from != (const uint8_t *)text && memchr(from, ':', size) == NULL) {
            (void)read_quantity(from, &entry);
            reading->value = entry.value;
            reading->decimals = entry.decimals;
            reading->unit = units[entry.unit].text;
            reading->unit_length = units[entry.unit].length;
            contest_reading(reading);
        }
        at += 2;
    }
}

/** Of two devices of one kind, the one with the newest time is the meter. */
static bool is_meter(const staged_t *reading)
{
    for (unsigned i = 0; i < all.count; i++) {
        const staged_t *const other = &all.readings[i];
        if (other != reading && other->channel != 0 && other->row == reading->row &&
            (other->time > reading->time || (other->time == reading->time && other < reading))) {
            return false;
        }
    }
    return true;
}

static void give(void)
{
    for (unsigned i = 0; i < all.count; i++) {
        const staged_t *const staged = &all.readings[i];
        unsigned row = staged->row;
        if (all.belgian && row - LOW_IN <= HIGH_OUT - LOW_IN) {
            row = ((row - LOW_IN) ^ 1) + LOW_IN;
        }
        reading_t reading = {
            .code = rows[staged->row].code,
            .topic = rows[row].topic,
            .topic_length = rows[row].length,
            .time = staged->time,
        };
        switch (rows[row].form) {
        case TEXT:
        case MESSAGE:
            reading.kind = READING_TEXT;
            reading.text = all.texts + staged->text;
            reading.text_length = staged->text_length;
            break;
        case LIST:
            give_list(&reading, all.texts + staged->text, staged->text_length);
            continue;
        case CLOCK:
            reading.kind = READING_TIME;
            break;
        case MBUS:
            reading.code = (uint32_t)staged->channel << 24 | (all.belgian && row == GAS ? 0x180203u : 0x180201u);
            reading.channel = is_meter(staged) ? 0 : staged->channel;
            // fall through
        default:
            reading.kind = READING_NUMBER;
            reading.value = staged->value;
            reading.decimals = staged->decimals;
            reading.unit = units[staged->unit].text;
            reading.unit_length = units[staged->unit].length;
            break;
        }
        contest_reading(&reading);
    }
}

static bool finish(const uint8_t *digits)
{
    all.inside = false;
    unsigned sent = 0;
    for (unsigned i = 0; i < 4; i++) {
        sent = sent << 4 | hex(digits[i]);
    }
    if (sent != all.crc) {
        return false;
    }
    give();
    return true;
}

/** Takes a whole line with its line end, at `at`, and says where it ends; NULL where it has none before `end`. */
static const uint8_t *take_line(const uint8_t *at, const uint8_t *end, const uint8_t *limit, bool *good)
{
    const uint8_t *stop = all.inside && at < limit ? read_line(at, end) : NULL;
    if (stop == NULL || *stop != '\r') {
        stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL) {
            return NULL;
        }
        if (*at == '/') {
            all.inside = true;
            all.belgian = false;
            all.count = 0;
            all.text_used = 0;
            all.crc = 0;
        } else if (*at == '!' && all.inside) {
            all.crc = add_crc(all.crc, at, at + 1);
            *good = finish(at + 1);
            return stop + 1;
        }
        all.crc = add_crc(all.crc, at, stop + 1);
        return stop + 1;
    }
    all.crc = add_crc(all.crc, at, stop + 2);
    return stop + 2;
}

bool contestant_take(const uint8_t *bytes, size_t length)
{
    bool good = false;
    const uint8_t *at = bytes;
    const uint8_t *const end = bytes + length;
    while (at < end) {
        const uint8_t *const whole =
            all.used == 0 && end - at >= SLACK ? take_line(at, end, end - SLACK + 1, &good) : NULL;
        if (whole != NULL) {
            at = whole;
            continue;
        }
        // The rest, or what is in the middle of a line, goes through the buffer.
        const uint8_t *const stop = memchr(at, '\n', (size_t)(end - at));
        const uint8_t *const next = stop == NULL ? end : stop + 1;
        const size_t size = (size_t)(next - at);
        if (size > LINE - all.used) {
            all.used = 0;
            all.inside = false;
        } else {
            memcpy(all.line + all.used, at, size);
            all.used += size;
            if (stop != NULL) {
                memset(all.line + all.used, 0, SLACK);
                const uint8_t *const line_end = all.line + all.used;
                all.used = 0;
                (void)take_line(all.line, line_end, line_end, &good);
            }
        }
        at = next;
    }
    return good;
}
