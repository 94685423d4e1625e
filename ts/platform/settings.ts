/**
 * Small blobs that outlive a power cut, each under a key: NVS on the chip, files on the desk. Flash is slow, so writing happens in
 * the driver's own task; how it went comes back as `onSettings` with a {@link SettingsEvent}.
 */

import { type Bytes, type range } from "ts2c";

/**
 * The keys there are: two records of settings, so that one stays whole while the other is written; `broker_ca`, the certificates of
 * the authority that signs the broker's, and `broker_identity`, the device's own certificate with its private key, both as PEM:
 * these two the broker's driver reads by itself.
 */
export type SettingsKey = "record_a" | "record_b" | "broker_ca" | "broker_identity";

/** What became of the last {@link write}: `written`: it is kept. `failed`: it may be gone, and what was there before too. */
export type SettingsEvent = "written" | "failed";

/**
 * Copies the blob under `key` into `into` and returns its length; 0 where there is none, it can't be read or it is longer than
 * `into`. To be called at start only, since it waits for the flash.
 */
export declare function read(key: SettingsKey, into: Uint8Array): range<0, 16384>;

/** Queues the writing of a blob; an empty one removes what is there. False while the one before is not written: the event says when. */
export declare function write(key: SettingsKey, bytes: Bytes): boolean;
