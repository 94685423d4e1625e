/** A TCP port that any client may read from. What clients send is dropped. */

import { type Bytes, type u16, type u8 } from "ts2c";

/**
 * What happened at the port. `connected` and `gone` are about a client; `slow` is one that was dropped because it does not read;
 * `refused` one that came when all places were taken; `port-taken` says that the port can't be opened.
 */
export type SocketsEvent = "connected" | "gone" | "slow" | "refused" | "port-taken";

/** Opens the port for at most so many clients at a time; drops those of a port that was open. 0 closes it. */
export declare function listen(port: u16, clients: u8): void;

/**
 * Sends bytes to every client, as far as its connection takes them at once; one that has not taken what was sent before, and has
 * no room for this, is dropped. Never waits.
 */
export declare function send(bytes: Bytes): void;
