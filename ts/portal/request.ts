/** A request to the device, as the HTTP server hands it over. */

import { type Bytes, type u32 } from "ts2c";
import { type Method } from "#platform/http";

/** The head of a request. Its bytes are lent until the entry returns. */
export interface Request {
  readonly method: Method;
  /** The target: path and query. */
  readonly path: Bytes;
  /** The lines of `HTTP_FIELDS` that the request has: name in lower case, colon, value, line end. */
  readonly fields: Bytes;
  /** The bytes of the body, as `Content-Length` says; 0 where there is none. */
  readonly length: u32;
  /** Whether it came by the device's own access point. */
  readonly isGuest: boolean;
}
