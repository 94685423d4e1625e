/**
 * Cryptography, of which `ts/` has none. A decryption goes through the driver in parts and takes little time; there is
 * one at a time.
 */

import { type Bytes } from "ts2c";

/**
 * Begins to decrypt a message that AES-128-GCM made (NIST SP 800-38D) of a `key` of 16 bytes, a `nonce` of 12, and the
 * additional data that its tag covers too. A message that was begun before is dropped. False when the driver can't.
 */
export declare function gcmStart(key: Bytes, nonce: Bytes, additional: Bytes): boolean;

/**
 * Decrypts the next part into the bytes of `plain` at the same place, as many; every part but the last is a multiple of 16 bytes.
 * What comes out is not trusted before {@link gcmFinish}. False when the driver can't.
 */
export declare function gcmUpdate(cipher: Bytes, plain: Uint8Array): boolean;

/** Ends the message. Whether its `tag` is right, of which the first 12 bytes are looked at. */
export declare function gcmFinish(tag: Bytes): boolean;

/** Begins to compute the SHA-256 (FIPS 180-4) of what follows. One that was begun before is dropped. False when the driver can't. */
export declare function hashStart(): boolean;

/** Goes on with the next bytes. False when the driver can't. */
export declare function hashUpdate(bytes: Bytes): boolean;

/** Puts the hash into `into`, which has 32 bytes. False when the driver can't. */
export declare function hashFinish(into: Uint8Array): boolean;
