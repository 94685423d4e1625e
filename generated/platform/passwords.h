/* Made by ts2c from ts/platform/passwords.ts: change that file, not this one. */

#pragma once

#include "ts2c.h"
#include "ts2c/writer.h"

/**
 * Begins to compute PBKDF2 with HMAC-SHA-256 (RFC 8018) in a task of its own; `onDerived` brings the 32 bytes, or none where it can't be
 * computed. A password has 1 to 64 bytes, a salt 16. One at a time: false while another one is computed.
 */
bool p1_passwords_derive(ts_bytes password, ts_bytes salt, uint32_t rounds);

/**
 * Puts HMAC-SHA-256 (RFC 2104) of a message into `into`, which has 32 bytes. It takes little time. False when the driver can't.
 */
bool p1_passwords_digest(ts_bytes key, ts_bytes message, ts_span_u8 into);
