/* Made by ts2c from ts/p1/telegram.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "p1/copy.h"
#include "p1/counters.h"
#include "p1/encryption.h"
#include "p1/frame.h"
#include "p1/line.h"
#include "p1/outcome.h"
#include "p1/plain.h"
#include "p1/staging.h"

/** Where the reader is: at plain bytes, in the head of an encrypted frame, behind it. */
typedef enum TS_NARROW {
    P1_AROUND_PLAIN,
    P1_AROUND_HEAD,
    P1_AROUND_FRAME,
} p1_around_t;

/**
 * Finds telegrams in the bytes of a P1 port, plain ones and those in encrypted frames. It takes bytes in chunks as they
 * come. Whatever stands before, inside or behind a telegram, the next good one is found.
 */
typedef struct {
    /** What the last call of `read` or `silence` came to. */
    p1_outcome_t outcome;
    /** Which CRC the telegram had, after the outcome "telegram". */
    p1_crc_t crc;
    /** What the tag said of the frame that the outcome is of. */
    p1_tag_verdict_t tag;
    /** Whether the outcome is of a frame. */
    bool framed;
    /** The readings of the telegram, valid from the outcome "telegram" to the next call. */
    p1_staging_t staged;
    p1_counters_t counters;
    p1_encryption_t encryption;
    /** The telegram's bytes, out of its frame; valid like {@link staged}. */
    p1_telegram_copy_t copy;
    p1_around_t state;
    p1_frame_head_t head;
    p1_line_reader_t lines;
    p1_plain_reader_t plain;
    /** What the plain text of the frame came to so far; nothing behind a good telegram counts. */
    p1_outcome_t inner;
    /** The frame's first plain byte, 0 before it came. */
    uint32_t first;
} p1_telegram_reader_t;

/**
 * How many milliseconds without a byte end a telegram. Meters pause more than 100 ms before the CRC; between two
 * telegrams of a meter that sends each second more than 800 ms are silent.
 */
#define P1_SILENCE_MS 500

/** Makes a new `TelegramReader` at `self`. */
TS_SHARED void p1_telegram_reader_init(p1_telegram_reader_t *self);

/** The telegram's identification, without its `/`. */
TS_SHARED ts_bytes p1_telegram_reader_identification(p1_telegram_reader_t *self);

/** The CRC that stood behind `!`, after the outcome "crc". */
TS_SHARED uint16_t p1_telegram_reader_crc_sent(p1_telegram_reader_t *self);

/** The CRC-16/ARC of the telegram's bytes, after the outcome "crc". */
TS_SHARED uint16_t p1_telegram_reader_crc_computed(p1_telegram_reader_t *self);

/** Whether the frame of the outcome "decryption" holds what meters of the wired M-Bus send. */
TS_SHARED bool p1_telegram_reader_holds_dlms(p1_telegram_reader_t *self);

/**
 * Takes bytes from `bytes[from …]` until a telegram has ended, well or not, or the chunk has. Returns the index of the
 * first byte that was not taken; `outcome` says why it stopped.
 */
TS_SHARED uint32_t p1_telegram_reader_read(p1_telegram_reader_t *self, ts_bytes bytes, uint32_t from);

/** The line was silent for {@link SILENCE_MS}, or there are no more bytes: what was begun is over. */
TS_SHARED void p1_telegram_reader_silence(p1_telegram_reader_t *self);
