/* Made by ts2c from ts/settings/codes.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "bytes.h"
#include "p1/ascii.h"
#include "p1/obis.h"
#include "settings/crc32.h"
#include "settings/values.h"

typedef struct {
    bool used;
    uint32_t code;
    uint8_t length;
    uint8_t topic[40];
} settings_code_t;

/** The codes. Each is a setting of its own, whose name is the code (`1-0:1.8.1`) and whose value a topic, `off`, or nothing. */
typedef struct {
    settings_code_t codes[8];
    uint8_t name_memory[24];
    ts2c_writer_t name;
    /** How many codes were checked that would need a new place. */
    uint8_t wanted;
    /** The topics that were checked, each as its CRC. */
    uint32_t asked[8];
    uint8_t asked_count;
} settings_codes_t;

/** How many codes there can be. */
#define SETTINGS_CODES 8

/** The longest topic; its unit comes behind it. */
#define SETTINGS_CODE_TOPIC 40

TS_SHARED ts_bytes settings_code_view(settings_code_t *self);

/** Makes a new `Codes` at `self`. */
TS_SHARED void settings_codes_init(settings_codes_t *self);

TS_SHARED void settings_codes_reset(settings_codes_t *self);

/** Several are going to be checked that are taken together. */
TS_SHARED void settings_codes_begin_check(settings_codes_t *self);

/** Whether there is one at a place, which code it is, and its topic. */
TS_SHARED bool settings_codes_is_used(settings_codes_t *self, uint8_t place);

TS_SHARED uint32_t settings_codes_code_at(settings_codes_t *self, uint8_t place);

TS_SHARED ts_bytes settings_codes_topic_at(settings_codes_t *self, uint8_t place);

/** The place of a code; their number where it has none. */
TS_SHARED uint8_t settings_codes_find(settings_codes_t *self, uint32_t code);

/** Whether the reading of a code is switched off. */
TS_SHARED bool settings_codes_is_off(settings_codes_t *self, uint32_t code);

/** The code that a setting's name writes; 0 where it is no code. */
TS_SHARED uint32_t settings_codes_parse(settings_codes_t *self, ts_bytes name);

/** Whether a code may have that value, beside those that were checked since {@link beginCheck}. */
TS_SHARED bool settings_codes_accepts(settings_codes_t *self, uint32_t code, ts_bytes value);

/** Gives a code the value that it {@link accepts}. */
TS_SHARED void settings_codes_store(settings_codes_t *self, uint32_t code, ts_bytes value);
