/**
 * The HTTP server. It reads heads of requests and moves bytes; what they mean is decided in `portal/`. A request comes as
 * `onRequest`, what follows as `onHttp` with a {@link HttpEvent}. Sizes and numbers are limited by `ts/sockets.ts`;
 * the driver itself refuses what is beyond them, or no request at all, with the sentences that stand there.
 */

import { type Bytes, type range, type u16, type u32 } from "ts2c";

/** Which request: its number, counted from 1 on. Calls for one that is over do nothing. */
export type RequestId = u32;

/** What is wanted. The driver answers 405 to every other method. */
export type Method = "get" | "post";

/**
 * `body`: the part of the body that {@link receive} asked for; empty at its end. `room`: {@link send} refused a part, and
 * would take it now. `closed`: the client is gone, and the request over.
 */
export type HttpEvent = "body" | "room" | "closed";

/** The TCP port at which the server listens; 0 where there is none. */
export declare function port(): u16;

/** Asks for the next part of the body, of at most `HTTP_PART` bytes. */
export declare function receive(request: RequestId): void;

/**
 * Begins the answer. `type` is its `Content-Type`; `fields` are further lines of its head, each with its line end
 * (CR LF).
 */
export declare function answer(request: RequestId, status: range<200, 599>, type: Bytes, fields: Bytes): void;

/** Queues a part of the answer's body, of at most `HTTP_PART` bytes. False when there is no room; `room` says when. */
export declare function send(request: RequestId, part: Bytes): boolean;

/** CRC-32 of the page that belongs to this build, uncompressed; 0 where there is none. */
export declare function pageCheck(): u32;

/**
 * Sends the page, compressed by gzip, as the body of the answer that was begun; {@link end} follows, and is done when all of it is
 * sent. It is in the driver's own hands, since it is larger than what crosses the border.
 */
export declare function sendPage(request: RequestId): void;

/** Ends the answer, when all of it is sent. What is left of the request's body is read and thrown away. */
export declare function end(request: RequestId): void;
