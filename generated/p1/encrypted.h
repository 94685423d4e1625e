/* Made by ts2c from ts/p1/encrypted.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/** What the bytes so far are: the beginning of a frame, a whole frame, or something else. */
typedef enum {
    P1_FRAME_STATE_MORE,
    P1_FRAME_STATE_WHOLE,
    P1_FRAME_STATE_OTHER,
} p1_frame_state_t;

/**
 * Recognises the encrypted frame of Luxembourg and Austria, so that no telegram is looked for inside it:
 * `DB 08 title[8] 82 length[2] 30 …`, where the length counts the bytes behind it. Source: Luxembourg P1 1.1.3, 3.2.5; a
 * length of less than 256 may be `81 length[1]` (ISO/IEC 8825-1, 8.1.3).
 */
typedef struct {
    uint8_t bytes[16];
    uint8_t used;
    /** How many bytes of the frame are still to come, once its start is known. */
    uint32_t remaining;
    bool known;
} p1_frame_start_t;

/** The first byte of an encrypted frame: the tag of general-glo-ciphering (DLMS Green Book, 9.2.7.2). */
#define P1_FRAME_TAG 219

/** Makes a new `FrameStart` at `self`. */
void p1_frame_start_init(p1_frame_start_t *self);

void p1_frame_start_clear(p1_frame_start_t *self);

/** Whether the bytes so far are certainly a frame. */
bool p1_frame_start_is_frame(p1_frame_start_t *self);

/** The bytes so far, while it is not certain. */
ts_bytes p1_frame_start_view(p1_frame_start_t *self);

/** Takes the next byte. */
p1_frame_state_t p1_frame_start_take(p1_frame_start_t *self, uint8_t byte);
