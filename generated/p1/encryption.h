/* Made by ts2c from ts/p1/encryption.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"
#include "platform/cipher.h"
#include "p1/frame.h"

/**
 * What a frame's tag says of its bytes, its key and its additional data together; "none" of a telegram that is not
 * encrypted, or of a frame without a tag.
 */
typedef enum TS_NARROW {
    P1_TAG_VERDICT_NONE,
    P1_TAG_VERDICT_RIGHT,
    P1_TAG_VERDICT_WRONG,
} p1_tag_verdict_t;

/** The text of each. */
extern const ts_bytes p1_tag_verdict_texts[3];

/** What is left of the frame that is being read. */
typedef struct {
    uint8_t key[16];
    bool has_key;
    uint8_t additional[64];
    uint8_t additional_length;
    uint8_t nonce[12];
    /** Cipher text that waits until there is a block of it. */
    uint8_t block[64];
    uint8_t used;
    uint8_t plain[64];
    uint8_t plain_length;
    uint8_t tag[12];
    uint8_t tag_used;
    uint8_t tag_length;
    uint16_t cipher_left;
    /** Whether this frame is decrypted: there is a key, and the driver takes it. */
    bool decrypts;
} p1_encryption_t;

/** The most bytes that the additional data may have: one security byte and a key take 17. */
#define P1_ADDITIONAL_LIMIT 64

/** Makes a new `Encryption` at `self`. */
TS_SHARED void p1_encryption_init(p1_encryption_t *self);

/**
 * Sets what the next frames are decrypted with; a key that has not 16 bytes is none. The additional data is all that the
 * tag covers beside the cipher text, the security byte included.
 */
TS_SHARED void p1_encryption_configure(p1_encryption_t *self, ts_bytes key, ts_bytes additional);

/** Begins the frame with that head. */
TS_SHARED void p1_encryption_begin(p1_encryption_t *self, p1_frame_head_t *head);

/** Whether the frame can be decrypted. */
TS_SHARED bool p1_encryption_is_decrypting(p1_encryption_t *self);

/** Whether the frame's last byte was taken. */
TS_SHARED bool p1_encryption_is_whole(p1_encryption_t *self);

/** Takes the frame's next byte. When that gives plain text, {@link text} has it. */
TS_SHARED void p1_encryption_take(p1_encryption_t *self, uint8_t byte);

/** The plain text that the last byte gave; empty mostly. */
TS_SHARED ts_bytes p1_encryption_text(p1_encryption_t *self);

/** What the tag of the whole frame says. */
TS_SHARED p1_tag_verdict_t p1_encryption_verdict(p1_encryption_t *self);
