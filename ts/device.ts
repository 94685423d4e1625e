/**
 * The device: events in, calls to `platform/` out. Drivers hand it events one at a time, from one thread, never during another
 * entry; every entry returns at once.
 */

import { type Bytes, type u32 } from "ts2c";
import { type BrokerEvent } from "#platform/broker";

/** Whether the network that leads to the broker is there. */
export type NetworkState = "up" | "down";

/** What became of a setting that was handed in. All but `ok` change nothing and write a sentence to the log. */
export type SettingResult = "ok" | "unknown-name" | "not-allowed";

/** What the device counts, for whoever shows it. */
export type Counter = "received" | "repeated" | "published" | "errors" | "simulated";

/** Sets one setting, by name, from text. Only before {@link start}; the log says why a value is not allowed. */
export declare function configure(name: Bytes, value: Bytes): SettingResult;

/** Power-up: to be called once, after the settings were handed in. */
export declare function start(): void;

/** Bytes from the meter, as they came. The driver may reuse them when this returns. */
export declare function onSerial(bytes: Bytes): void;

/** Time has passed. To be called about ten times a second: whatever waits for time or for room in a queue goes on here. */
export declare function onTick(): void;

/** The network came or went. */
export declare function onNetwork(state: NetworkState): void;

/** The answer to `broker.connect`, or a connection was lost. */
export declare function onBroker(event: BrokerEvent): void;

/** How often something happened since start. */
export declare function counter(which: Counter): u32;
