/* Made by ts2c from ts/platform/cipher.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * Begins to decrypt a message that AES-128-GCM made (NIST SP 800-38D) of a `key` of 16 bytes, a `nonce` of 12, and the
 * additional data that its tag covers too. A message that was begun before is dropped. False when the driver can't.
 */
bool p1_cipher_gcm_start(ts_bytes key, ts_bytes nonce, ts_bytes additional);

/**
 * Decrypts the next part into the bytes of `plain` at the same place, as many; every part but the last is a multiple of 16 bytes.
 * What comes out is not trusted before {@link gcmFinish}. False when the driver can't.
 */
bool p1_cipher_gcm_update(ts_bytes cipher, ts_span_u8 plain);

/** Ends the message. Whether its `tag` is right, of which the first 12 bytes are looked at. */
bool p1_cipher_gcm_finish(ts_bytes tag);

/** Begins to compute the SHA-256 (FIPS 180-4) of what follows. One that was begun before is dropped. False when the driver can't. */
bool p1_cipher_hash_start(void);

/** Goes on with the next bytes. False when the driver can't. */
bool p1_cipher_hash_update(ts_bytes bytes);

/** Puts the hash into `into`, which has 32 bytes. False when the driver can't. */
bool p1_cipher_hash_finish(ts_span_u8 into);
