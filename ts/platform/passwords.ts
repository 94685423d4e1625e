/** What keeps a password: a hash that is slow on purpose, and a quick keyed digest. */

import { type Bytes, type u32 } from "ts2c";

/**
 * Begins to compute PBKDF2 with HMAC-SHA-256 (RFC 8018) in a task of its own; `onDerived` brings the 32 bytes, or none where it can't be
 * computed. A password has 1 to 64 bytes, a salt 16. One at a time: false while another one is computed.
 */
export declare function derive(password: Bytes, salt: Bytes, rounds: u32): boolean;

/**
 * Puts HMAC-SHA-256 (RFC 2104) of a message into `into`, which has 32 bytes. It takes little time. False when the driver can't.
 */
export declare function digest(key: Bytes, message: Bytes, into: Uint8Array): boolean;
