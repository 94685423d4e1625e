/** A request to the device, as the HTTP server hands it over. */

import { u32, type Bytes } from "ts2c";
import { type Method } from "#platform/http";
import { sameBytes } from "../bytes.ts";

const LINE_FEED = 10;
const SPACE = 32;
const COLON = 58;

/** The head of a request. Its bytes are lent until the entry returns. */
export interface Request {
  readonly method: Method;
  /** The target: path and query. */
  readonly path: Bytes;
  /** The lines of `HTTP_FIELDS` that the request has: name in lower case, colon, value, line end. */
  readonly fields: Bytes;
  /** The bytes of the body, as `Content-Length` says; 0 where there is none. */
  readonly length: u32;
}

/** The value of a field of the head, named in lower case; empty where the request has none. */
export function fieldOf(request: Request, name: Bytes): Bytes {
  const fields = request.fields;
  let at: u32 = 0;
  while (at < fields.length) {
    const rest = fields.subarray(at);
    const end = rest.indexOf(LINE_FEED);
    const line = end < 0 ? rest : rest.subarray(0, end + 1);
    if (line.length > name.length && line[name.length] === COLON && sameBytes(line.subarray(0, name.length), name)) {
      return trimmed(line.subarray(name.length + 1));
    }
    at = u32(at + line.length);
  }
  return fields.subarray(0, 0);
}

/** Without spaces in front, and without spaces and the line end behind. */
function trimmed(value: Bytes): Bytes {
  let start: u32 = 0;
  while (start < value.length && value[start] <= SPACE) {
    start++;
  }
  let end = value.length;
  while (end > start && (value[end - 1] ?? 0) <= SPACE) {
    end--;
  }
  return value.subarray(start, end);
}
