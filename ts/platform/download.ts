/**
 * Fetches a file over HTTPS, part by part: each when the device asks for it. A certificate is checked against the usual
 * authorities and by the time of day. Redirects are followed, five at most. A server that takes longer than 30 s for a part is given up.
 * One download at a time; what happens to it comes back as `onDownload` with a {@link DownloadEvent}.
 */

import { type Bytes, type u32 } from "ts2c";

/** Which download: a number of the device's own. Events of one that was closed may still come. */
export type DownloadId = u32;

/**
 * `begun`: the head of the answer is there; {@link offset} says where in the file its body begins. `part`: what {@link receive} asked
 * for. `end`: the body is over. All others end the download. `unreachable`: no such host, or nobody answers. `untrusted`: the
 * certificate is over, for another name, or signed by nobody known. `insecure`: the server leads to an address that is not encrypted.
 * `missing`: there is no such file. `refused`: any other answer than the file. `broken`: the connection broke, or came to a stop.
 */
export type DownloadEvent =
  "begun" | "part" | "end" | "unreachable" | "untrusted" | "insecure" | "missing" | "refused" | "broken";

/**
 * Begins to fetch `url`, of at most 255 bytes, from the byte `from` on. `plain`: whether it may go unencrypted. False while another download has not
 * ended, or without memory for one.
 */
export declare function open(id: DownloadId, url: Bytes, from: u32, plain: boolean): boolean;

/** Where in the file the body begins: as asked for, or at 0 where the server can't do that. */
export declare function offset(): u32;

/** Asks for the next part of the body, of at most `HTTP_PART` bytes. */
export declare function receive(): void;

/** Gives the download up. */
export declare function close(): void;
