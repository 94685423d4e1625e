#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEPT_KEYS 2

uint32_t fuzz_seed;
uint32_t fuzz_now;

static const uint8_t *script;
static size_t script_left;
static uint32_t chance;
static uint32_t traced;
static bool telling;
static ts_bytes kept[KEPT_KEYS];

uint8_t fuzz_byte(void)
{
    if (script_left == 0) {
        return 0;
    }
    script_left--;
    return *script++;
}

uint32_t fuzz_word(void)
{
    uint32_t word = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        word |= (uint32_t)fuzz_byte() << shift;
    }
    return word;
}

uint32_t fuzz_number(void)
{
    const uint8_t byte = fuzz_byte();
    if (byte >= 0xf0) {
        return fuzz_word();
    }
    return byte < 0x80 ? byte % 8 : byte;
}

/* Up to 250 bytes have their length in one byte, longer ones 251 and two bytes. */
static uint32_t length_of_bytes(void)
{
    uint32_t length = fuzz_byte();
    if (length > 250) {
        length = fuzz_byte();
        length |= (uint32_t)fuzz_byte() << 8;
    }
    return length > script_left ? (uint32_t)script_left : length;
}

ts_bytes fuzz_bytes(void)
{
    const uint32_t length = length_of_bytes();
    uint8_t *lent = malloc(length);
    if (length > 0) {
        memcpy(lent, script, length);
    }
    script += length;
    script_left -= length;
    return (ts_bytes){.data = lent, .length = length};
}

void fuzz_give_back(ts_bytes bytes)
{
    free((void *)(uintptr_t)bytes.data);
}

/* Marsaglia's xorshift. */
uint32_t fuzz_random(void)
{
    chance ^= chance << 13;
    chance ^= chance >> 17;
    chance ^= chance << 5;
    return chance;
}

void fuzz_fill(ts_span_u8 into)
{
    for (uint32_t i = 0; i < into.length; i++) {
        into.data[i] = (uint8_t)fuzz_random();
    }
}

bool fuzz_is_answered(unsigned driver)
{
    return fuzz_answers[driver].data != NULL;
}

uint32_t fuzz_answer_into(unsigned driver, ts_span_u8 into)
{
    const ts_bytes answer = fuzz_answers[driver];
    const uint32_t length = answer.length < into.length ? answer.length : into.length;
    if (length > 0) {
        memcpy(into.data, answer.data, length);
    }
    fuzz_answers[driver].data = NULL;
    return length;
}

uint8_t fuzz_answer(unsigned driver)
{
    const ts_bytes answer = fuzz_answers[driver];
    fuzz_answers[driver].data = NULL;
    return answer.length > 0 ? answer.data[0] : 0;
}

/* The bytes stay in the script, which is there to the end. */
static void take_answer(void)
{
    const unsigned driver = fuzz_byte() % fuzz_driver_count;
    const uint32_t length = length_of_bytes();
    fuzz_answers[driver] = (ts_bytes){.data = script, .length = length};
    script += length;
    script_left -= length;
}

uint32_t fuzz_kept(unsigned key, ts_span_u8 into)
{
    if (key >= KEPT_KEYS || kept[key].length > into.length) {
        return 0;
    }
    if (kept[key].length > 0) {
        memcpy(into.data, kept[key].data, kept[key].length);
    }
    return kept[key].length;
}

static void hash(uint8_t byte)
{
    traced = (traced ^ byte) * 16777619u;
}

void fuzz_trace(const char *name)
{
    for (const char *c = name; *c != '\0'; c++) {
        hash((uint8_t)*c);
    }
    if (telling) {
        printf("\n%s", name);
    }
}

void fuzz_trace_word(uint32_t word)
{
    for (unsigned shift = 0; shift < 32; shift += 8) {
        hash((uint8_t)(word >> shift));
    }
    if (telling) {
        printf(" %lu", (unsigned long)word);
    }
}

void fuzz_trace_bytes(ts_bytes bytes)
{
    fuzz_trace_word(bytes.length);
    for (uint32_t i = 0; i < bytes.length; i++) {
        hash(bytes.data[i]);
        if (telling) {
            printf("%s%02x", i == 0 ? ":" : "", bytes.data[i]);
        }
    }
}

/* CRC-16 as DSMR 5.0.2, 5.2.1 has it; not the program's own, whose faults would be in both. */
static uint16_t crc16(uint16_t crc, const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = (uint16_t)(crc & 1 ? crc >> 1 ^ 0xa001 : crc >> 1);
        }
    }
    return crc;
}

/* Lines out of the script with the head and the right end of a telegram around them. */
static void receive_telegram(void)
{
    static const char head[] = "/ABC5\\FUZZ\r\n\r\n";
    const ts_bytes lines = fuzz_bytes();
    const size_t before = sizeof head - 1 + lines.length;
    uint8_t *telegram = malloc(before + 8);
    memcpy(telegram, head, sizeof head - 1);
    if (lines.length > 0) {
        memcpy(telegram + sizeof head - 1, lines.data, lines.length);
    }
    fuzz_give_back(lines);
    char end[9];
    telegram[before] = '!';
    (void)snprintf(end, sizeof end, "!%04X\r\n", (unsigned)crc16(0, telegram, before + 1));
    memcpy(telegram + before, end, 7);
    fuzz_receive((ts_bytes){.data = telegram, .length = (uint32_t)before + 7});
    free(telegram);
}

void ts_panic(const char *where)
{
    (void)fprintf(stderr, "panic at %s\n", where);
    abort();
}

static void play(void)
{
    bool started = false;
    while (script_left > 0) {
        const unsigned entry = fuzz_byte() % (fuzz_entry_count + 3);
        if (entry == fuzz_entry_count + 2) {
            take_answer();
            continue;
        }
        if (!started && entry != 0) {
            fuzz_start();
            started = true;
        }
        if (entry < fuzz_entry_count) {
            if (!fuzz_call(entry)) {
                return;
            }
        } else if (entry == fuzz_entry_count) {
            receive_telegram();
        } else {
            fuzz_now += fuzz_word() & 0xfffff;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *trace = getenv("P1_FUZZ_TRACE");
    telling = trace != NULL && strcmp(trace, "calls") == 0;
    script = data;
    script_left = size;
    traced = 2166136261u;
    fuzz_seed = fuzz_word();
    chance = fuzz_seed == 0 ? 1 : fuzz_seed;
    fuzz_now = fuzz_seed;
    for (unsigned key = 0; key < KEPT_KEYS; key++) {
        kept[key] = fuzz_bytes();
    }
    for (unsigned driver = 0; driver < fuzz_driver_count; driver++) {
        fuzz_answers[driver] = (ts_bytes){.data = NULL, .length = 0};
    }
    fuzz_power_up();
    play();
    for (unsigned key = 0; key < KEPT_KEYS; key++) {
        fuzz_give_back(kept[key]);
    }
    if (trace != NULL) {
        printf("\ntraced %08lx\n", (unsigned long)traced);
    }
    return 0;
}
