/**
 * The one budget of sockets, for the chip and the desk. lwIP has a fixed number of them (`CONFIG_LWIP_MAX_SOCKETS`), and
 * who takes too many leaves the others without.
 *
 * | who | sockets | what happens to one more |
 * | --- | --- | --- |
 * | HTTP clients | 7 | the one that was quiet longest is closed |
 * | the HTTP server itself | 3 | one listens, two wake its task |
 * | TCP clients of raw telegrams | 4, and 1 that listens | is refused |
 * | MQTT | 1 | |
 * | the access point's DNS | 1 | |
 * | syslog | 1 | the line waits |
 * | download of an image | 1 | |
 */

import { type u16 } from "ts2c";

/** Connections of HTTP clients. */
export const HTTP_SOCKETS = 7;
/** The sockets that the HTTP server takes for itself. */
export const HTTP_OWN_SOCKETS = 3;
/** Clients of the port for raw telegrams. */
export const TELEGRAM_SOCKETS = 4;
/** All sockets that there are. */
export const ALL_SOCKETS = HTTP_SOCKETS + HTTP_OWN_SOCKETS + TELEGRAM_SOCKETS + 1 + 1 + 1 + 1 + 1;

/** Requests that are answered at the same time; another one gets 503. Event streams are two of them at most. */
export const HTTP_REQUESTS = 4;
export const HTTP_STREAMS = 2;
/** The longest target of a request (path and query), in bytes; 414 beyond. */
export const HTTP_PATH = 255;
/** The bytes of a request's head; 431 beyond. */
export const HTTP_HEAD = 2048;
/** The most bytes that cross the border at once, of a body or an answer. */
export const HTTP_PART = 1024;
/** How long a client may take for a part, in seconds. */
export const HTTP_SECONDS = 10;

/** How the driver itself refuses what the device never sees: a status, and a problem as RFC 9457 has it. */
export interface Refusal {
  readonly status: u16;
  readonly problem: string;
}

export const HTTP_REFUSALS: readonly Refusal[] = [
  { status: 400, problem: '{"status":400,"detail":"What came is no request of HTTP that can be read."}\n' },
  { status: 404, problem: '{"status":404,"detail":"There is nothing at this address."}\n' },
  { status: 405, problem: '{"status":405,"detail":"Only GET and POST are answered here."}\n' },
  { status: 408, problem: '{"status":408,"detail":"The rest of the request did not come in time: send it again."}\n' },
  {
    status: 411,
    problem:
      '{"status":411,"detail":"The device has to know how long a body is: send it with its length, not in chunks."}\n',
  },
  { status: 414, problem: '{"status":414,"detail":"No address of the device is so long."}\n' },
  { status: 431, problem: '{"status":431,"detail":"The head of a request may not be longer than 2048 bytes."}\n' },
  { status: 500, problem: '{"status":500,"detail":"The device could not read the request: its log says why."}\n' },
  {
    status: 503,
    problem: '{"status":503,"detail":"As many requests as the device can answer are under way: ask again."}\n',
  },
  { status: 505, problem: '{"status":505,"detail":"Only HTTP/1.1 and HTTP/1.0 are spoken here."}\n' },
];

/** The lines of a request's head that the device is given. */
export const HTTP_FIELDS: readonly string[] = [
  "host",
  "origin",
  "authorization",
  "cookie",
  "content-type",
  "if-none-match",
];
