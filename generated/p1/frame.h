/* Made by ts2c from ts/p1/frame.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What the bytes so far are: the beginning of a head, a whole head, or something else. */
typedef enum TS_NARROW {
    P1_HEAD_STATE_MORE,
    P1_HEAD_STATE_WHOLE,
    P1_HEAD_STATE_OTHER,
} p1_head_state_t;

/**
 * Recognises the head of the encrypted frame of Luxembourg and Austria, so that no telegram is looked for inside it:
 * `DB 08 title[8] 82 length[2] 30 counter[4] cipher[…] tag[12]`, where the length counts the bytes behind it. Source: Luxembourg P1
 * 1.1.3, 3.2.5; a length of less than 256 may be `81 length[1]` (ISO/IEC 8825-1, 8.1.3).
 */
typedef struct {
    uint8_t bytes[18];
    uint8_t used;
    /** Where the security byte stands. */
    uint8_t security;
    uint16_t length;
} p1_frame_head_t;

/** The first byte of an encrypted frame: the tag of general-glo-ciphering (DLMS Green Book, 9.2.7.2). */
#define P1_FRAME_TAG 219

/** How many bytes authenticate a frame, behind its cipher text (DLMS Green Book, 9.2.7.2.4.7). */
#define P1_TAG_SIZE 12

/** Makes a new `FrameHead` at `self`. */
TS_SHARED void p1_frame_head_init(p1_frame_head_t *self);

TS_SHARED void p1_frame_head_clear(p1_frame_head_t *self);

/** The bytes so far. */
TS_SHARED ts_bytes p1_frame_head_view(p1_frame_head_t *self);

/** Takes the next byte. */
TS_SHARED p1_head_state_t p1_frame_head_take(p1_frame_head_t *self, uint8_t byte);

/** Whether a tag stands behind the cipher text. */
TS_SHARED bool p1_frame_head_is_authenticated(p1_frame_head_t *self);

/** How many bytes the cipher text has. */
TS_SHARED uint16_t p1_frame_head_cipher_length(p1_frame_head_t *self);

/** Writes the nonce into 12 bytes: title and counter (Luxembourg P1 1.1.3, 3.2.5). */
TS_SHARED void p1_frame_head_write_nonce(p1_frame_head_t *self, ts_span_u8 nonce);
