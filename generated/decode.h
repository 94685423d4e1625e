/* Made by ts2c from ts/decode.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/console.h"
#include "meter/meter.h"
#include "meter/write.h"
#include "p1/crc16.h"
#include "p1/list.h"
#include "p1/obis.h"
#include "p1/reason.h"
#include "p1/staging.h"
#include "p1/telegram.h"
#include "p1/timestamp.h"

/** Writes each telegram of a file as one line of JSON, piece by piece, so that no line is too long. */
typedef struct {
    p1_telegram_reader_t reader;
    meter_meter_t meter;
    p1_dated_list_t list;
    uint8_t file[1024];
    uint16_t file_length;
    uint8_t output[16384];
    ts2c_writer_t writer;
    uint32_t lines;
    bool good;
} decode_decoder_t;

/** Runs the module's top-level code. */
TS_SHARED void decode_module_init(void);

TS_SHARED void decode_decoder_configure(decode_decoder_t *self, ts_bytes key, ts_bytes additional);

TS_SHARED void decode_decoder_start(decode_decoder_t *self, ts_bytes file);

TS_SHARED void decode_decoder_take(decode_decoder_t *self, ts_bytes bytes);

TS_SHARED bool decode_decoder_end(decode_decoder_t *self);

/**
 * Sets the key, 16 bytes, and the additional data, at most 64, of the encrypted frames in the files from now on; without a key
 * they are not decrypted.
 */
void decode_decode_key(ts_bytes key, ts_bytes additional);

/** Begins a file of that name. */
void decode_decode_start(ts_bytes file);

/** Takes the file's next bytes and writes a line for each telegram that they end. */
void decode_decode_bytes(ts_bytes bytes);

/** Ends the file. Whether it had telegrams, and all of them good ones. */
bool decode_decode_end(void);
